//! No check sleeps, and none is repeated until it passes: both hide a defect until a machine is slower. A check waits
//! for a condition with one deadline, and reports what it waited for.

use std::fs;

use anyhow::{Context as _, bail};

use crate::project::Project;
use crate::site::files;

/// The folders of the checks.
const FOLDERS: [&str; 3] = ["tests", "core/src", "core/tests"];

/// The folders of the server and the drivers, which have to poll programs that do not report when they are ready, and of
/// the walk with a screen reader, whose speech takes the time that it takes.
const NO_CHECKS: [&str; 2] = ["support/", "orca/"];

/// Words for a second try.
const TRIES: [&str; 5] = ["retry", "retries", "rerun", "flaky", "second_try"];

/// Reads every check.
pub(super) fn check(project: &Project) -> anyhow::Result<()> {
    println!("lint: no check waits for a time");
    let mut found = Vec::new();
    for folder in FOLDERS {
        let folder_path = project.root.join(folder);
        if !folder_path.exists() {
            continue;
        }
        for path in files::list(&folder_path)? {
            let is_code = [".rs", ".js", ".html"].iter().any(|ending| path.ends_with(ending));
            if !is_code || NO_CHECKS.iter().any(|folder| path.starts_with(folder)) {
                continue;
            }
            let text = fs::read_to_string(folder_path.join(&path)).with_context(|| format!("cannot read {path}"))?;
            for (number, line) in text.lines().enumerate() {
                if let Some(what) = breach(line) {
                    found.push(format!("{folder}/{path}:{}: {what}: {}", number + 1, line.trim()));
                }
            }
        }
    }
    if found.is_empty() {
        return Ok(());
    }
    for line in &found {
        eprintln!("error: {line}");
    }
    bail!("expected checks that wait for a condition and are made once, got {} that do not", found.len())
}

/// The problem of a line, if it has one.
fn breach(line: &str) -> Option<&'static str> {
    if line.trim_start().starts_with("//") {
        return None;
    }
    if line.contains("sleep(") || waits(line) {
        return Some("waits for a time");
    }
    TRIES.iter().any(|word| line.contains(word)).then_some("tries a second time")
}

/// Whether a timer settles a promise after some time. Without a delay it is the next task, which is no wait; without a
/// promise it is something that the page does later.
fn waits(line: &str) -> bool {
    let Some((before, after)) = line.split_once("setTimeout(") else { return false };
    let Some((first, rest)) = after.split_once([',', ')']) else { return false };
    let has_time =
        after.get(first.len()..).is_some_and(|end| end.starts_with(',')) && !rest.trim_start().starts_with("0)");
    let settles = first.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    has_time && settles && before.contains("Promise")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_for_a_time_is_found_and_one_for_a_task_is_not() {
        for (line, expected) in [
            ("    std::thread::sleep(Duration::from_millis(50));", Some("waits for a time")),
            ("tokio::time::sleep(pause).await;", Some("waits for a time")),
            ("await new Promise((done) => setTimeout(done, 300));", Some("waits for a time")),
            ("const task = () => new Promise((done) => setTimeout(done));", None),
            ("browser.js(\"setTimeout(() => location.replace(url), 100);\");", None),
            ("setTimeout(put, 500);", None),
            ("// nobody may sleep() here", None),
            ("for retry in 0..3 {", Some("tries a second time")),
            ("browser.wait_until(\"the result is drawn\", ready);", None),
        ] {
            assert_eq!(breach(line), expected, "{line}");
        }
    }
}
