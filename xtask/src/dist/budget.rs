//! The budgets: how much a visitor may have to download. They are promises to everybody who embeds the element on a
//! page whose visitors pay by the kilobyte; raising one is a decision, not a repair.

use std::fmt;

use anyhow::ensure;

use super::sizes::Size;
use crate::site::bundle;
use crate::site::integrity_pins::INDEX;
use crate::site::wasm::REST_FILE;

/// Bytes in the KB of a budget.
const KB: usize = 1024;

/// The sum of the files of one budget, after brotli or uncompressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outcome {
    files: String,
    bytes: usize,
    budget_kb: usize,
    counted: &'static str,
}

impl Outcome {
    pub(super) fn exceeded(&self) -> bool {
        self.bytes > self.budget_kb * KB
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { files, bytes, budget_kb, counted } = self;
        let allowed = budget_kb * KB;
        write!(f, "{files}: {bytes} of {allowed} bytes ({budget_kb} KB {counted})")
    }
}

/// Compares the sizes with every budget.
///
/// # Errors
/// Files of a budget are missing: a renamed file must not escape its budget.
pub(super) fn check(sizes: &[Size]) -> anyhow::Result<Vec<Outcome>> {
    let script = find(sizes, bundle::ELEMENT)?;
    let (first, rest) = (find(sizes, "engine_bg.wasm")?, find(sizes, REST_FILE)?);
    let mut outcomes = vec![
        // All script that runs in a host's page.
        outcome(&[script], 17),
        // Everything up to the first question, and with the part that loads while it is read. The whole is to come back
        // to 151 KB: the host's own buttons and the result page together took more than they were given.
        outcome(&[script, first], 99),
        outcome(&[script, first, rest], 158),
        // Only visitors of a page with its own or an adapted assessment download this as well.
        outcome(&[find(sizes, "checker_bg.wasm")?], 38),
        // It runs in other people's pages: it must be short enough to be read before it is trusted.
        as_it_is(find(sizes, "resize.js")?, 2),
    ];
    // A visitor loads one language, so the largest counts.
    let language = below(sizes, "locales/").max_by_key(|size| size.brotli);
    let assessments: Vec<&Size> = below(sizes, "assessments/").collect();
    ensure!(!assessments.is_empty(), "expected files in assessments/, got none");
    for assessment in assessments {
        let files: Vec<&Size> = [assessment].into_iter().chain(language).collect();
        outcomes.push(outcome(&files, 26));
    }
    ensure!(language.is_some(), "expected files in locales/, got none");
    Ok(outcomes)
}

fn outcome(files: &[&Size], budget_kb: usize) -> Outcome {
    Outcome {
        files: files.iter().map(|size| size.path.as_str()).collect::<Vec<_>>().join(" + "),
        bytes: files.iter().map(|size| size.brotli).sum(),
        budget_kb,
        counted: "brotli",
    }
}

fn as_it_is(file: &Size, budget_kb: usize) -> Outcome {
    Outcome { files: file.path.clone(), bytes: file.raw, budget_kb, counted: "as it is" }
}

fn find<'a>(sizes: &'a [Size], path: &str) -> anyhow::Result<&'a Size> {
    let found = sizes.iter().find(|size| size.path == path);
    found.ok_or_else(|| anyhow::anyhow!("expected {path} in the release, got none"))
}

fn below<'a>(sizes: &'a [Size], folder: &str) -> impl Iterator<Item = &'a Size> {
    sizes.iter().filter(move |size| size.path.starts_with(folder) && !size.path.ends_with(INDEX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(list: &[(&str, usize)]) -> Vec<Size> {
        list.iter().map(|&(path, n)| Size { path: path.to_owned(), raw: n * 4, gzip: n * 2, brotli: n }).collect()
    }

    const WITHIN: [(&str, usize); 8] = [
        ("assessments/partner.json", 22 * KB),
        ("checker_bg.wasm", 38 * KB),
        ("engine_bg.wasm", 82 * KB),
        ("engine_rest.wasm", 59 * KB),
        ("locales/en.json", 3 * KB),
        ("locales/nl.json", 4 * KB),
        ("partner-fit.js", 17 * KB),
        ("resize.js", KB / 2),
    ];

    #[test]
    fn a_budget_may_be_spent_to_the_last_byte() {
        let outcomes = check(&sizes(&WITHIN)).unwrap();
        assert_eq!(outcomes.len(), 6);
        assert!(outcomes.iter().all(|outcome| !outcome.exceeded()));
    }

    #[test]
    fn one_byte_more_is_named() {
        for (path, expected) in [
            (
                "engine_rest.wasm",
                "partner-fit.js + engine_bg.wasm + engine_rest.wasm: 161793 of 161792 bytes (158 KB brotli)",
            ),
            ("checker_bg.wasm", "checker_bg.wasm: 38913 of 38912 bytes (38 KB brotli)"),
            ("resize.js", "resize.js: 2052 of 2048 bytes (2 KB as it is)"),
            ("locales/nl.json", "assessments/partner.json + locales/nl.json: 26625 of 26624 bytes (26 KB brotli)"),
        ] {
            let mut sizes = sizes(&WITHIN);
            let size = sizes.iter_mut().find(|size| size.path == path).unwrap();
            (size.brotli, size.raw) = (size.brotli + 1, size.raw + 4);
            let exceeded: Vec<Outcome> = check(&sizes).unwrap().into_iter().filter(Outcome::exceeded).collect();
            assert_eq!(exceeded.len(), 1);
            assert_eq!(exceeded[0].to_string(), expected);
        }
    }

    #[test]
    fn what_the_first_question_needs_counts_for_itself_and_in_the_whole() {
        let mut sizes = sizes(&WITHIN);
        sizes.iter_mut().find(|size| size.path == "engine_bg.wasm").unwrap().brotli += 1;
        let exceeded: Vec<String> =
            check(&sizes).unwrap().iter().filter(|outcome| outcome.exceeded()).map(ToString::to_string).collect();
        assert_eq!(exceeded.len(), 2);
        assert_eq!(exceeded[0], "partner-fit.js + engine_bg.wasm: 101377 of 101376 bytes (99 KB brotli)");
    }

    #[test]
    fn a_file_that_is_gone_is_named() {
        let error = check(&sizes(&[("partner-fit.js", 1)])).unwrap_err();
        assert_eq!(error.to_string(), "expected engine_bg.wasm in the release, got none");
    }
}
