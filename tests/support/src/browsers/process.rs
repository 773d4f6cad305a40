//! A child process that ends with its owner, together with everything that it starts: when the owner drops it, and when
//! the owner itself is killed. Drivers start browsers, browsers start a dozen helpers, and none of them may stay
//! behind.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Context as _;

/// A shell that waits next to the program until the pipe from the owner closes. That happens however the owner ends;
/// signals and destructors miss some cases.
const WATCHER: &str = r#""$@" </dev/null & read -r line; trap : TERM; kill -TERM 0; sleep 1; kill -KILL 0"#;

/// How long killed processes may take to disappear.
const PATIENCE: Duration = Duration::from_secs(5);

/// A running program that is killed with its descendants when this is dropped.
#[derive(Debug)]
pub(super) struct Guarded {
    watcher: Child,
    started: Instant,
}

impl Guarded {
    /// Starts the program in its own process group; `prepare` sets its output and its environment.
    pub(super) fn start(
        program: &str,
        arguments: &[String],
        prepare: impl FnOnce(&mut Command),
    ) -> anyhow::Result<Self> {
        let mut command = Command::new("sh");
        command.args(["-c", WATCHER, "sh", program]).args(arguments);
        prepare(&mut command);
        command.stdin(Stdio::piped());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let watcher = command.spawn().with_context(|| format!("cannot start {program}"))?;
        Ok(Self { watcher, started: Instant::now() })
    }

    /// Whether the program has ended by itself. Always false if there is no /proc.
    pub(super) fn ended(&self) -> bool {
        // In the beginning the watcher may not have started it yet.
        self.started.elapsed() > Duration::from_secs(1)
            && fs::exists("/proc/self").unwrap_or(false)
            && !descendants(self.watcher.id()).into_iter().any(lives)
    }

    /// The output of the program, if `prepare` asked for a pipe.
    pub(super) fn output(&mut self) -> Option<std::process::ChildStdout> {
        self.watcher.stdout.take()
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        let all = descendants(self.watcher.id());
        // Both ways are needed: some descendants have their own groups, and some in our group have lost their parent.
        kill_group(self.watcher.id());
        for &id in &all {
            kill(id);
        }
        self.watcher.wait().ok();
        let asked = Instant::now();
        while all.iter().any(|&id| lives(id)) && asked.elapsed() < PATIENCE {
            thread::sleep(Duration::from_millis(10));
        }
    }
}

#[cfg(unix)]
fn kill(id: u32) {
    use rustix::process::{Pid, Signal, kill_process};
    if let Some(pid) = i32::try_from(id).ok().and_then(Pid::from_raw) {
        // It may have ended by itself meanwhile.
        kill_process(pid, Signal::KILL).ok();
    }
}

#[cfg(unix)]
fn kill_group(id: u32) {
    use rustix::process::{Pid, Signal, kill_process_group};
    if let Some(pid) = i32::try_from(id).ok().and_then(Pid::from_raw) {
        kill_process_group(pid, Signal::KILL).ok();
    }
}

#[cfg(not(unix))]
fn kill(_: u32) {}

#[cfg(not(unix))]
fn kill_group(_: u32) {}

/// All processes below this one. Empty if there is no /proc.
fn descendants(id: u32) -> Vec<u32> {
    let mut children: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let process = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok());
        if let Some((process, (_, parent))) = process.and_then(|process| Some((process, stat(process).ok()??))) {
            children.entry(parent).or_default().push(process);
        }
    }
    let mut found = Vec::new();
    let mut left = vec![id];
    while let Some(parent) = left.pop() {
        let below = children.remove(&parent).unwrap_or_default();
        left.extend(&below);
        found.extend(below);
    }
    found
}

fn lives(id: u32) -> bool {
    // A zombie has ended; whoever started it has to collect it.
    matches!(stat(id), Ok(Some((state, _))) if state != 'Z')
}

/// The state and the parent of a process.
fn stat(id: u32) -> io::Result<Option<(char, u32)>> {
    Ok(parse_stat(&fs::read_to_string(format!("/proc/{id}/stat"))?))
}

/// The format is `ID (NAME) STATE PARENT …`; the name may contain blanks and brackets.
fn parse_stat(line: &str) -> Option<(char, u32)> {
    let (_, rest) = line.rsplit_once(')')?;
    let mut fields = rest.split_whitespace();
    let state = fields.next()?.chars().next()?;
    Some((state, fields.next()?.parse().ok()?))
}

#[cfg(all(test, target_os = "linux"))]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::io::{BufRead as _, BufReader};

    use super::*;

    /// A shell that starts another one in a new session, and prints the ids of both.
    const FAMILY: &str = "setsid sh -c 'echo $$; sleep 60' & echo $$; wait";

    fn family() -> (Guarded, Vec<u32>) {
        let arguments = ["-c".to_owned(), FAMILY.to_owned()];
        let mut guarded = Guarded::start("sh", &arguments, |command| {
            command.stdout(Stdio::piped());
        })
        .unwrap();
        let lines = BufReader::new(guarded.output().unwrap()).lines().take(2);
        let ids = lines.map(|line| line.unwrap().parse().unwrap()).collect();
        (guarded, ids)
    }

    fn gone(id: u32) -> bool {
        let asked = Instant::now();
        while lives(id) && asked.elapsed() < PATIENCE {
            thread::sleep(Duration::from_millis(10));
        }
        !lives(id)
    }

    #[test]
    fn dropping_ends_also_what_left_the_group() {
        let (guarded, ids) = family();
        assert_eq!(ids.len(), 2);
        assert!(ids.iter().all(|&id| lives(id)));
        drop(guarded);
        assert!(ids.into_iter().all(gone));
    }

    #[test]
    fn a_closed_pipe_ends_the_group() {
        let arguments = ["60".to_owned()];
        let mut guarded = Guarded::start("sleep", &arguments, |_| {}).unwrap();
        let watcher = guarded.watcher.id();
        // The system closes the pipe like this when the owner is killed.
        drop(guarded.watcher.stdin.take());
        let status = guarded.watcher.wait().unwrap();
        assert!(!status.success());
        assert!(gone(watcher));
    }

    #[test]
    fn state_and_parent_are_found_behind_any_name() {
        assert_eq!(parse_stat("7 (a) b) S 3 7 7"), Some(('S', 3)));
        assert_eq!(parse_stat("7"), None);
    }
}
