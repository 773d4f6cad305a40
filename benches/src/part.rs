//! The parts of the benchmarks, each of which can run alone: `--only load`.

use std::fmt;
use std::str::FromStr;

use anyhow::bail;

/// A part of the benchmarks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The exact robustness compared with sampling, natively.
    Native,
    /// Many candidates read, scored and put in order, natively.
    Rank,
    /// One changed answer or weight on the result page.
    Changes,
    /// The time until the first question is visible.
    Load,
    /// The time from Continue to the next step.
    Steps,
    /// The widget's cost for its host.
    Host,
}

impl Part {
    /// All parts, in the order in which they run.
    pub const ALL: [Self; 6] = [Self::Native, Self::Rank, Self::Changes, Self::Load, Self::Steps, Self::Host];
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Native => "native",
            Self::Rank => "rank",
            Self::Changes => "changes",
            Self::Load => "load",
            Self::Steps => "steps",
            Self::Host => "host",
        })
    }
}

impl FromStr for Part {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> anyhow::Result<Self> {
        match Self::ALL.into_iter().find(|part| part.to_string() == name) {
            Some(part) => Ok(part),
            None => bail!("expected native, rank, changes, load, steps or host, got `{name}`"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for part in Part::ALL {
            assert_eq!(part.to_string().parse::<Part>().unwrap(), part);
        }
        let error = "speed".parse::<Part>().unwrap_err().to_string();
        assert_eq!(error, "expected native, rank, changes, load, steps or host, got `speed`");
    }
}
