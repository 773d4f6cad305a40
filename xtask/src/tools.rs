//! The programs that the commands need: how each is found, and how it is installed if it is missing. What a command
//! does with a program is in that command's module.

use std::env;
use std::path::PathBuf;

pub mod apt;
pub mod browsers;
pub mod engine;
pub mod installed;
pub mod node;
pub mod rust;

/// The first of these programs that is on the search path.
#[must_use]
pub fn on_path(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file()))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn the_first_name_that_is_there_counts() {
        assert!(on_path(&["no-such-program", "sh"]).is_some_and(|path| path.ends_with("sh")));
        assert_eq!(on_path(&["no-such-program"]), None);
    }
}
