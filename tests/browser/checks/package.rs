//! What goes with the element, as those use it who take it along: versions, packages, frameworks, types, scripts. It
//! takes a release, with its versions and packages: `cargo xtask dist`, then `PARTNER_FIT_SITE=$PWD/dist`.

mod application;
mod examples;
mod frameworks;
mod packages;
mod script;
mod surface;
mod versions;

use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    let parts =
        [versions::checks, surface::checks, script::checks, packages::checks, frameworks::checks, examples::checks];
    parts.into_iter().flat_map(|checks: fn() -> Vec<Check>| checks()).collect()
}
