//! The element without its registration, for those who give it a name of their own or bundle it: the same script but for
//! its last line. What a bundler needs besides is made with the npm package, in `dist`.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, ensure};

/// The element's script, which registers it.
pub const ELEMENT: &str = "partner-fit.js";
/// The same without that.
pub const CLASS: &str = "element.js";

/// How the line begins that makes the element known to the page.
const REGISTERS: &str = "if (globalThis.customElements";

/// Writes the script without its last line beside the one that has it.
///
/// # Errors
/// When a file cannot be read or written, or the last line does not register the element.
pub fn make(site: &Path) -> anyhow::Result<()> {
    let element = site.join(ELEMENT);
    if !element.exists() {
        return Ok(());
    }
    let script = fs::read_to_string(&element).with_context(|| format!("cannot read {ELEMENT}"))?;
    let (class, _) = split(&script)?;
    fs::write(site.join(CLASS), class).with_context(|| format!("cannot write {CLASS}"))
}

/// The script in two: what only defines, and the line that registers.
///
/// # Errors
/// When the last line does something else, or something before it registers too.
pub fn split(script: &str) -> anyhow::Result<(&str, &str)> {
    let end = script.trim_end().rfind('\n').map_or(0, |at| at + 1);
    let (class, line) = script.split_at(end);
    ensure!(
        line.starts_with(REGISTERS) && !class.contains(".define("),
        "expected {ELEMENT} to register the element in its last line and nowhere else, got `{}` there",
        line.trim_end()
    );
    Ok((class, line))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const LINE: &str = "if (globalThis.customElements) customElements.define(\"a-b\", A);\n";

    #[test]
    fn the_last_line_is_left_out() {
        let site = tempfile::tempdir().unwrap();
        fs::write(site.path().join(ELEMENT), format!("class A {{}}\n{LINE}")).unwrap();
        make(site.path()).unwrap();
        assert_eq!(fs::read_to_string(site.path().join(CLASS)).unwrap(), "class A {}\n");
        assert_eq!(split(LINE).unwrap(), ("", LINE));
    }

    #[test]
    fn another_last_line_is_refused() {
        for script in ["", "class A {}\n", &format!("{LINE}\n// more\n"), &format!("{LINE}{LINE}")] {
            let error = split(script).unwrap_err().to_string();
            assert!(error.starts_with("expected partner-fit.js to register the element"), "{error}");
        }
    }
}
