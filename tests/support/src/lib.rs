//! What the tests and the benchmarks share: a web server that misbehaves on demand (`serve`), a driver for each browser
//! (`browsers`) and pictures of every screen (`screenshots`). Nothing here is part of the product, and `cargo xtask start`
//! is compiled without it.

pub mod browsers;
pub mod screenshots;
pub mod serve;
