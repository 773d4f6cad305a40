//! Runs a target: first the seeds that are kept, then new ones until the time is up. What breaks is told with its seed.

use std::fmt;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::draw::Draw;

/// A kind of input.
pub struct Target {
    /// Its name.
    pub name: &'static str,
    /// Draws an input and tries it; whether it was accepted. A panic is a broken invariant.
    pub step: fn(&mut Draw) -> bool,
}

/// How to run it.
#[derive(Debug)]
pub struct Options {
    /// For how long.
    pub time: Duration,
    /// The first seed; the others follow it.
    pub seed: u64,
    /// The only seed, if one is to be looked at.
    pub only: Option<u64>,
}

impl Default for Options {
    fn default() -> Self {
        // Other inputs in every run: what was found once is kept by its seed.
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        Self { time: Duration::from_secs(60), seed: now.as_secs() << 32, only: None }
    }
}

/// What came of a run.
pub struct Outcome {
    name: &'static str,
    executions: u64,
    accepted: u64,
    time: Duration,
    /// The seeds that broke something.
    pub broken: Vec<u64>,
}

impl fmt::Display for Outcome {
    #[allow(clippy::cast_precision_loss)] // a rate
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, executions, accepted, time, broken } = self;
        let rate = *executions as f64 / time.as_secs_f64();
        write!(f, "fuzz: {name:8} {executions:>11} executions, {rate:>8.0} a second, {accepted:>11} accepted, ")?;
        write!(f, "{} broken {broken:?}", broken.len())
    }
}

/// How many broken invariants are told before a target gives up.
const MAX_BROKEN: usize = 20;

/// Runs a target.
///
/// # Errors
/// The kept seeds cannot be read.
pub fn run(target: &Target, options: &Options) -> anyhow::Result<Outcome> {
    let mut outcome =
        Outcome { name: target.name, executions: 0, accepted: 0, time: Duration::ZERO, broken: Vec::new() };
    let started = Instant::now();
    let mut attempt = |seed: u64| {
        outcome.executions += 1;
        match panic::catch_unwind(AssertUnwindSafe(|| (target.step)(&mut Draw::new(seed)))) {
            Ok(accepted) => outcome.accepted += u64::from(accepted),
            Err(_) => {
                eprintln!(
                    "broken: {} {seed} (cargo run --profile fuzz -p partner-fit-fuzz -- {0} --only {seed})",
                    target.name
                );
                outcome.broken.push(seed);
            }
        }
        outcome.broken.len() < MAX_BROKEN
    };
    if let Some(seed) = options.only {
        attempt(seed);
    } else {
        for seed in kept(target.name)? {
            attempt(seed);
        }
        let mut seed = options.seed;
        // The clock is asked for every 16 executions only, because it takes as long as a link.
        while started.elapsed() < options.time && (0..16).all(|step| attempt(seed.wrapping_add(step))) {
            seed = seed.wrapping_add(16);
        }
    }
    outcome.time = started.elapsed();
    Ok(outcome)
}

/// The seeds of a target that are kept, one a line.
fn kept(name: &str) -> anyhow::Result<Vec<u64>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(name).with_extension("txt");
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| Ok(line.split_whitespace().next().unwrap_or_default().parse()?)).collect()
}
