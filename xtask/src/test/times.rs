//! The durations of a test run: one for each part, and apart from them the installations that a machine needs once.
//! Parts that run at the same time each count in full, so the sum may exceed the whole.

use std::sync::Mutex;
use std::time::{Duration, Instant};

/// The parts so far.
pub(super) struct Times {
    started: Instant,
    parts: Mutex<Vec<Part>>,
}

struct Part {
    name: String,
    took: Duration,
    once: bool,
}

impl Times {
    pub(super) fn start() -> Self {
        Self { started: Instant::now(), parts: Mutex::default() }
    }

    /// Runs a part and records how long it took, whether it succeeded or not.
    pub(super) fn part<T>(&self, name: &str, work: impl FnOnce() -> T) -> T {
        self.measure(name, false, work)
    }

    /// Records a download or an installation that a machine needs once.
    pub(super) fn once<T>(&self, name: &str, work: impl FnOnce() -> T) -> T {
        self.measure(name, true, work)
    }

    fn measure<T>(&self, name: &str, once: bool, work: impl FnOnce() -> T) -> T {
        let started = Instant::now();
        let outcome = work();
        let part = Part { name: name.to_owned(), took: started.elapsed(), once };
        self.parts.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(part);
        outcome
    }

    /// Prints the two sums, then each part on a line.
    pub(super) fn table(&self) -> String {
        self.table_after(self.started.elapsed())
    }

    fn table_after(&self, whole: Duration) -> String {
        let parts = self.parts.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let once: Duration = parts.iter().filter(|part| part.once).map(|part| part.took).sum();
        let mut text = format!(
            "time: {} without what is downloaded and installed once, which took {}",
            seconds(whole.saturating_sub(once)),
            seconds(once)
        );
        for Part { name, took, once } in parts.iter() {
            let note = if *once { " (once)" } else { "" };
            text.push_str(&format!("\n  {name:34} {:>8}{note}", seconds(*took)));
        }
        text
    }
}

fn seconds(time: Duration) -> String {
    let all = time.as_secs();
    if all < 60 { format!("{all} s") } else { format!("{} min {} s", all / 60, all % 60) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_once_is_told_apart() {
        let times = Times::start();
        times.parts.lock().unwrap_or_else(std::sync::PoisonError::into_inner).extend([
            Part { name: "installing".to_owned(), took: Duration::from_secs(100), once: true },
            Part { name: "native tests".to_owned(), took: Duration::from_secs(20), once: false },
        ]);
        assert_eq!(
            times.table_after(Duration::from_secs(130)),
            "time: 30 s without what is downloaded and installed once, which took 1 min 40 s\n  \
             installing                         1 min 40 s (once)\n  \
             native tests                           20 s"
        );
    }

    #[test]
    fn a_part_gives_what_its_work_gives() {
        let times = Times::start();
        assert_eq!(times.part("a", || 7), 7);
        assert!(times.table().contains("\n  a "));
    }
}
