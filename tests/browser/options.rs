//! The options of the command line, named as in libtest where they mean the same.

use std::env;

/// Which checks to run, and whether to run or list them.
#[derive(Debug, Default)]
pub struct Options {
    filters: Vec<String>,
    skipped: Vec<String>,
    exact: bool,
    pub list: bool,
}

impl Options {
    /// Reads the arguments. Those that only libtest has, such as `--nocapture`, are ignored.
    pub fn from_command_line() -> Self {
        let mut options = Self::default();
        let mut arguments = env::args().skip(1);
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--list" => options.list = true,
                "--exact" => options.exact = true,
                "--skip" => options.skipped.extend(arguments.next()),
                "--color" | "--format" | "--test-threads" | "-Z" => drop(arguments.next()),
                flag if flag.starts_with('-') => {}
                _ => options.filters.push(argument),
            }
        }
        options
    }

    /// Whether a check is selected, by its engine and its name.
    pub fn wants(&self, engine: &str, name: &str) -> bool {
        let line = format!("{engine}: {name}");
        let fits = |filter: &String| if self.exact { line == *filter || name == filter } else { line.contains(filter) };
        (self.filters.is_empty() || self.filters.iter().any(fits)) && !self.skipped.iter().any(fits)
    }
}
