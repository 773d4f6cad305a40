//! The project's commands, one module each, and what the tests and the benchmarks share with them: building a site and
//! a release, a plain web server, and finding programs. Nothing here is part of the product.

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
