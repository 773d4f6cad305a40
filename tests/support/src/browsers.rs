//! The browsers of the tests, the benchmarks and the screenshots: a driver for each engine that never outlives its
//! owner. Its callers send the commands.

mod capabilities;
mod connect;
pub mod devtools;
mod driver;
mod process;

pub use capabilities::Capabilities;
pub use driver::Driver;
/// The WebDriver client, whose types [`Driver::connect`] and its callers use.
pub use fantoccini;
pub use xtask::tools::engine::Engine;
