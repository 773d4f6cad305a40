//! The browsers that the tests, the benchmarks and the screenshots drive: a driver for each engine that never outlives
//! its owner. What is then said to the driver is the business of those who ask for one.

mod capabilities;
mod connect;
pub mod devtools;
mod driver;
mod process;

pub use capabilities::Capabilities;
pub use driver::Driver;
/// The WebDriver client, whose types [`Driver::connect`] and its callers speak in.
pub use fantoccini;
pub use xtask::tools::engine::Engine;
