//! The project's commands, one module each, and the two services that the browser tests share with them: `serve` (a
//! local web server) and `browsers` (a driver for each engine). Nothing here is part of the product.

pub mod args;
pub mod bench;
pub mod browsers;
pub mod build;
pub mod command;
pub mod dist;
pub mod lint;
pub mod project;
pub mod serve;
pub mod shots;
pub mod start;
pub mod test;
pub mod tools;
