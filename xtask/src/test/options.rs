//! The options of `cargo xtask test`.

use anyhow::{bail, ensure};
use lexopt::prelude::*;

use crate::test::soak::Soak;
use crate::tools::engine::Engine;

/// What to test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Options {
    /// The tests that every change has to pass.
    Tests {
        /// Whether to run the tests without a browser.
        native: bool,
        /// Whether to run the tests in browsers.
        browser: bool,
        /// The engines to run them in.
        engines: Vec<Engine>,
    },
    /// One of the long runs, for this many minutes.
    Soak {
        /// The long run.
        part: Soak,
        /// Its duration, if the caller chooses it.
        minutes: u64,
    },
}

/// The duration of a soak without a number, in minutes.
const MINUTES: u64 = 10;

impl Default for Options {
    fn default() -> Self {
        Self::Tests { native: true, browser: true, engines: Engine::ALL.to_vec() }
    }
}

impl Options {
    /// Reads the options from the command line. An option that names a part leaves out the others; an engine's name
    /// stands for the tests in browsers.
    ///
    /// # Errors
    /// Names the unexpected argument.
    pub fn read(parser: &mut lexopt::Parser) -> anyhow::Result<Self> {
        let (mut native, mut browser, mut engines) = (false, false, Vec::new());
        let (mut soak, mut minutes) = (None, None);
        while let Some(argument) = parser.next()? {
            match argument {
                Long("native") => native = true,
                Long("browser") => browser = true,
                Long("engine") => engines.push(parser.value()?.parse()?),
                Long("soak") => soak = Some(parser.value()?.parse()?),
                Long("minutes") => minutes = Some(parser.value()?.parse()?),
                other => return Err(other.unexpected().into()),
            }
        }
        if let Some(part) = soak {
            ensure!(!native && !browser && engines.is_empty(), "expected --soak without other parts, got both");
            return Ok(Self::Soak { part, minutes: minutes.unwrap_or(MINUTES) });
        }
        if minutes.is_some() {
            bail!("expected --minutes beside --soak, got it alone");
        }
        browser |= !engines.is_empty();
        if !native && !browser {
            (native, browser) = (true, true);
        }
        if engines.is_empty() {
            engines = Engine::ALL.to_vec();
        }
        Ok(Self::Tests { native, browser, engines })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> anyhow::Result<Options> {
        Options::read(&mut lexopt::Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn a_part_leaves_out_the_others() {
        let all = Engine::ALL.to_vec();
        for (line, native, browser, engines) in [
            ("", true, true, all.clone()),
            ("--native", true, false, all.clone()),
            ("--browser", false, true, all.clone()),
            ("--engine webkit", false, true, vec![Engine::WebKit]),
            ("--native --engine webkit", true, true, vec![Engine::WebKit]),
            ("--native --browser", true, true, all),
        ] {
            assert_eq!(read(line).unwrap(), Options::Tests { native, browser, engines }, "{line}");
        }
    }

    #[test]
    fn a_long_run_is_one_part_for_a_time() {
        assert_eq!(read("--soak fuzz").unwrap(), Options::Soak { part: Soak::Fuzz, minutes: MINUTES });
        assert_eq!(read("--soak leak --minutes 2").unwrap(), Options::Soak { part: Soak::Leak, minutes: 2 });
        for (line, expected) in [
            ("--soak fuzz --native", "expected --soak without other parts, got both"),
            ("--minutes 2", "expected --minutes beside --soak, got it alone"),
            (
                "--soak all",
                "cannot parse argument \"all\": expected fuzz, leak, orca, wordpress, sheets or hosts, got `all`",
            ),
        ] {
            assert_eq!(read(line).unwrap_err().to_string(), expected, "{line}");
        }
    }
}
