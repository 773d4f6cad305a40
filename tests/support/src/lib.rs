//! What the tests and the benchmarks share: a web server with faults on demand (`serve`), a driver for each browser
//! (`browsers`) and pictures of every screen (`screenshots`). It is not part of the product, and `cargo xtask start` is
//! compiled without it.

pub mod browsers;
pub mod screenshots;
pub mod serve;
