//! What is asked for on the command line, in the words of libtest as far as they make sense here.

use std::env;

/// Which checks to run, and whether to run them at all.
#[derive(Debug, Default)]
pub struct Options {
    filters: Vec<String>,
    skipped: Vec<String>,
    exact: bool,
    pub list: bool,
}

impl Options {
    /// Reads the arguments. What only libtest knows, such as `--nocapture`, changes nothing here.
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

    /// Whether a check is wanted, by its engine and its name.
    pub fn wants(&self, engine: &str, name: &str) -> bool {
        let line = format!("{engine}: {name}");
        let fits = |filter: &String| if self.exact { line == *filter || name == filter } else { line.contains(filter) };
        (self.filters.is_empty() || self.filters.iter().any(fits)) && !self.skipped.iter().any(fits)
    }
}
