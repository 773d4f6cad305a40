//! The ban on crates in the modules that visitors download: each banned crate costs more kilobytes than it is worth,
//! and dependencies bring them in unnoticed. Tools and tests may use them.

use super::config::{Ban, Bans};

/// The dependency graph.
struct Edge<'a> {
    parent: &'a str,
    child: &'a str,
}

/// Lists each banned crate in the tree with each crate that brings it in. The input is lines of `DEPTH NAME vVERSION
/// …`, as `cargo tree --prefix depth` prints them.
pub(super) fn breaches(bans: &Bans, tree: &str) -> Vec<String> {
    let edges = edges(tree);
    bans.deny.iter().flat_map(|ban| edges.iter().filter_map(|edge| breach(ban, edge))).collect()
}

fn breach(ban: &Ban, edge: &Edge<'_>) -> Option<String> {
    let Edge { parent, child } = edge;
    let banned = ban.name == *child && !ban.wrappers.iter().any(|wrapper| wrapper == parent);
    banned.then(|| format!("{child}: expected it not to be in the module, got it by {parent} ({})", ban.reason))
}

/// Cargo prints a crate's dependencies only once, so every edge occurs at least once.
fn edges(tree: &str) -> Vec<Edge<'_>> {
    let mut path: Vec<&str> = Vec::new();
    let mut edges = Vec::new();
    for line in tree.lines() {
        let mut words = line.split_whitespace();
        let depth = words.next().and_then(|depth| depth.parse().ok());
        let (Some(depth), Some(child)) = (depth, words.next()) else {
            continue;
        };
        path.truncate(depth);
        if let Some(&parent) = path.last() {
            edges.push(Edge { parent, child });
        }
        path.push(child);
    }
    edges
}

#[cfg(test)]
mod tests {
    use super::super::config::Config;
    use super::*;

    #[test]
    fn a_banned_crate_is_named_unless_it_comes_by_a_wrapper() {
        let config = Config::read(
            "[licenses]\nallow = []\n[bans]\ndeny = [{ crate = \"regex\", reason = \"758 kB\" }, \
             { crate = \"serde_json\", reason = \"two formats\", wrappers = [\"gloo\"] }]",
        );
        let bans = config.unwrap().bans;
        let allowed = "0 us v0.1.0\n1 yew v0.23.0\n2 gloo v0.11.0\n3 serde_json v1.0.0\n1 regex-lite v0.1.0\n";
        assert_eq!(breaches(&bans, allowed), Vec::<String>::new());
        let both = "0 us v0.1.0\n1 yew v0.23.0\n2 gloo v0.11.0\n3 serde_json v1.0.0\n2 regex v1.1.0\n1 serde_json v1.0.0 (*)\n";
        assert_eq!(
            breaches(&bans, both),
            [
                "regex: expected it not to be in the module, got it by yew (758 kB)",
                "serde_json: expected it not to be in the module, got it by us (two formats)",
            ]
        );
    }
}
