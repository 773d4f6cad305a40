//! Checks whether the policy allows a crate's licence. Our own crates are not checked.

use cargo_metadata::Metadata;
use spdx::{Expression, LicenseReq, ParseMode};

use super::config::Licenses;

/// Lists each crate whose licence is not allowed or cannot be read.
pub(super) fn breaches(policy: &Licenses, metadata: &Metadata) -> Vec<String> {
    let foreign = metadata.packages.iter().filter(|package| !metadata.workspace_members.contains(&package.id));
    foreign
        .filter_map(|package| breach(policy, &package.name, package.license.as_deref().unwrap_or_default()))
        .collect()
}

fn breach(policy: &Licenses, name: &str, licence: &str) -> Option<String> {
    // Old crates write `MIT/Apache-2.0` for a choice.
    let Ok(expression) = Expression::parse_mode(licence, ParseMode::LAX) else {
        return Some(format!("{name}: expected a licence in SPDX's form, got `{licence}`"));
    };
    let exceptions = policy.exceptions.iter().map(|exception| exception.get_ref());
    let excepted: Vec<&String> = exceptions.filter(|one| one.name == name).flat_map(|one| &one.allow).collect();
    let allowed = |requirement: &LicenseReq| {
        let wanted = requirement.to_string();
        policy.allow.contains(&wanted) || excepted.contains(&&wanted)
    };
    (!expression.evaluate(allowed)).then(|| format!("{name}: expected an allowed licence, got `{licence}`"))
}

#[cfg(test)]
mod tests {
    use super::super::config::Config;
    use super::*;

    #[test]
    fn one_allowed_way_through_an_expression_is_enough() {
        let policy = Config::read(
            "[licenses]\nallow = [\"MIT\", \"Apache-2.0 WITH LLVM-exception\"]\nexceptions = [\n# Why.\n\
             { crate = \"tool\", allow = [\"MPL-2.0\"] }]\n[bans]\ndeny = []",
        );
        let policy = policy.unwrap().licenses;
        for (name, licence, allowed) in [
            ("a", "MIT", true),
            ("a", "MIT OR Apache-2.0", true),
            ("a", "MIT/Apache-2.0", true),
            ("a", "Apache-2.0 WITH LLVM-exception", true),
            ("a", "Apache-2.0", false),
            ("a", "MIT AND MPL-2.0", false),
            ("tool", "MIT AND MPL-2.0", true),
            ("a", "MPL-2.0", false),
            ("a", "", false),
        ] {
            assert_eq!(breach(&policy, name, licence).is_none(), allowed, "{name} {licence}");
        }
        assert_eq!(breach(&policy, "a", "MPL-2.0").unwrap(), "a: expected an allowed licence, got `MPL-2.0`");
    }
}
