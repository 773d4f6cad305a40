//! The project's commands, one module each, and what they share with the tests and the benchmarks: how a site and a release
//! are made, a plain web server, and where each program is that they need. Nothing here is part of the product.

pub mod args;
pub mod bless;
pub mod command;
pub mod dist;
pub mod lint;
pub mod project;
pub mod serve;
pub mod site;
pub mod start;
pub mod test;
pub mod tests_built;
pub mod tools;
