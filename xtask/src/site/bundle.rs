//! Bundles the element's one script with esbuild: the modules of `static/element`, the glue of wasm-bindgen, the style
//! sheets, and the hashes of the files that it loads. All script that runs in a host's page is in this file, so the
//! hash that a host names for it covers all of it.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, ensure};
use serde_json::Value;

use super::{Effort, integrity_pins, wasm};
use crate::command;
use crate::project::Project;
use crate::tools::node;

/// The script that a host names: it registers the element.
pub const ELEMENT: &str = "partner-fit.js";
/// The script without the registration, for bundlers and for hosts that give the element another name.
pub const CLASS: &str = "element.js";

/// The entry modules of the two.
const ENTRIES: [(&str, &str); 2] = [("register.js", ELEMENT), ("index.js", CLASS)];

/// The style sheets that are bundled: loading each would cost a request before the first question.
const STYLE_SHEETS: [&str; 2] = ["styles/widget.css", "styles/print.css"];

/// The scripts of our own pages, with their entry modules.
const PAGES: [(&str, &str); 2] = [("page/main.js", "page.js"), ("builder/main.js", "builder-page.js")];

/// The prefix of the keys whose texts are bundled into the page's script, because every visitor of the page reads some.
const PAGE_TEXT: &str = "page.";

/// Whether a file of `static` is bundled into a script, and so is not a file of the site.
#[must_use]
pub fn is_bundled(path: &str) -> bool {
    ["element/", "page/", "builder/"].iter().any(|folder| path.starts_with(folder)) || path == "attributes.json"
}

/// Writes both scripts into the site. Its other files must be final, because their hashes are in the scripts.
///
/// # Errors
/// Esbuild is missing or refuses a source, or a file cannot be read.
pub fn write(project: &Project, effort: Effort, site: &Path) -> anyhow::Result<()> {
    let sources = project.root.join("static/element");
    let built = glue_folder(project, effort).join("built");
    for name in wasm::LOADED {
        factory(project, &built.with_file_name(format!("{name}.js")), &built.join(format!("{name}.js")))?;
    }
    let mut styles = esbuild(project)?;
    styles.current_dir(&sources).args(STYLE_SHEETS).args(["--bundle", "--minify"]).arg(option("--outdir=", &built));
    command::run(&mut styles)?;

    let pins = serde_json::to_string(&integrity_pins::of(site)?).context("hashes are no JSON")?;
    for (entry, script) in ENTRIES {
        let mut bundle = esbuild(project)?;
        bundle.current_dir(&sources).arg(entry).args(["--bundle", "--format=esm", "--loader:.css=text"]);
        bundle.arg(option("--alias:built=", &built)).arg(format!("--define:PINS={pins}"));
        bundle.arg(option("--outfile=", &site.join(script)));
        run(bundle, effort)?;
    }
    let texts = page_texts(project)?;
    for (entry, script) in PAGES {
        let mut bundle = esbuild(project)?;
        bundle.current_dir(project.root.join("static")).arg(entry).args(["--bundle", "--format=esm"]);
        bundle.arg(format!("--define:PAGE_TEXTS={texts}")).arg(option("--outfile=", &site.join(script)));
        run(bundle, effort)?;
    }
    Ok(())
}

fn run(mut bundle: Command, effort: Effort) -> anyhow::Result<()> {
    if effort == Effort::Small {
        bundle.arg("--minify");
    }
    command::run(&mut bundle)
}

/// The texts of the page in every language, as JSON by language and key. The other texts of the same files belong to
/// the builder, which few people open; it fetches the files.
fn page_texts(project: &Project) -> anyhow::Result<String> {
    let mut all = serde_json::Map::new();
    for language in project.languages()? {
        let path = project.root.join("static/site").join(&language).with_extension("json");
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let texts: BTreeMap<String, String> =
            serde_json::from_str(&text).with_context(|| format!("cannot read {}", path.display()))?;
        let of_page = |(key, text): (String, String)| Some((key.strip_prefix(PAGE_TEXT)?.to_owned(), text.into()));
        all.insert(language, Value::Object(texts.into_iter().filter_map(of_page).collect()));
    }
    Ok(Value::Object(all).to_string())
}

/// The folder of this effort's glue before it is bundled.
#[must_use]
pub fn glue_folder(project: &Project, effort: Effort) -> PathBuf {
    project.target.join("glue").join(match effort {
        Effort::Quick => "quick",
        Effort::Small => "release",
    })
}

/// Turns the glue into a function that returns a new instance of it, so that the module starts with fresh state after a
/// panic. The function takes what stands between the glue and its surroundings (`static/element/instance.js`).
fn factory(project: &Project, glue: &Path, out: &Path) -> anyhow::Result<()> {
    let text = fs::read_to_string(glue).with_context(|| format!("cannot read {}", glue.display()))?;
    let prepared = out.with_extension("prepared.js");
    fs::create_dir_all(out.parent().unwrap_or(out)).context("cannot make a folder for the glue")?;
    fs::write(&prepared, prepared_glue(&text)?).with_context(|| format!("cannot write {}", prepared.display()))?;
    let mut esbuild = esbuild(project)?;
    esbuild.arg(&prepared).args(["--format=esm", "--tree-shaking=true"]);
    command::run(esbuild.arg(option("--outfile=", out)))?;
    let module = fs::read_to_string(out).with_context(|| format!("cannot read {}", out.display()))?;
    fs::write(out, as_function(&module)?).with_context(|| format!("cannot write {}", out.display()))
}

/// A module without imports as a function that returns what the module exports.
fn as_function(module: &str) -> anyhow::Result<String> {
    let (code, exports) = module.rsplit_once("export {").context("expected a module that exports, got none")?;
    let (names, _) = exports.split_once('}').context("expected the end of the exports, got none")?;
    let pair = |name: &str| match name.trim().split_once(" as ") {
        Some((inner, outer)) => format!("{outer}: {inner}"),
        None => name.trim().to_owned(),
    };
    let names: Vec<String> = names.split(',').map(pair).collect();
    Ok(format!("export default function makeGlue(isA) {{\n{code}return {{ {} }};\n}}\n", names.join(", ")))
}

/// The glue without its own loading, which the element does itself, and with a question of the element's own for the
/// classes of the browser, under whose names a page may have defined others.
fn prepared_glue(glue: &str) -> anyhow::Result<String> {
    const LOADING: &str = "export { initSync, __wbg_init as default };";
    const PARTS: &str = "export { __wbg_get_imports as imports, __wbg_finalize_init as begin };";
    const CLASS: &str = "result = arg0 instanceof ";
    ensure!(
        glue.matches(LOADING).count() == 1,
        "expected `{LOADING}` once in the glue of wasm-bindgen, got other glue"
    );
    let mut glue = with_short_names(&glue.replace(LOADING, PARTS));
    for unneeded in UNNEEDED {
        glue = glue.replace(unneeded, "");
    }
    let mut pieces = glue.split(CLASS);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (class, rest) = piece.split_once(';').context("expected a class after `instanceof`, got none")?;
        text.push_str(&format!("result = isA(arg0, \"{class}\");{rest}"));
    }
    Ok(text)
}

/// What the glue does for browsers that lack what the element needs in any case, and for a syntax that it does not use.
const UNNEEDED: [&str; 4] = [
    "(typeof FinalizationRegistry === 'undefined')\n    ? { register: () => {}, unregister: () => {} }\n    : ",
    "if (!('encodeInto' in cachedTextEncoder)) {
    cachedTextEncoder.encodeInto = function (arg, view) {
        const buf = cachedTextEncoder.encode(arg);
        view.set(buf);
        return {
            read: arg.length,
            written: buf.length
        };
    };
}
",
    "if (Symbol.dispose) Opened.prototype[Symbol.dispose] = Opened.prototype.free;\n",
    "if (Symbol.dispose) Widget.prototype[Symbol.dispose] = Widget.prototype.free;\n",
];

/// The glue with a plain `debugString`, which names a value in the message of a panic; the one of wasm-bindgen describes
/// it at length, and every visitor would download that.
fn with_short_names(glue: &str) -> String {
    const START: &str = "\nfunction debugString(val) {\n";
    match glue.split_once(START).and_then(|(before, rest)| Some((before, rest.split_once("\n}\n")?.1))) {
        Some((before, after)) => format!("{before}{START}    return String(val);\n}}\n{after}"),
        None => glue.to_owned(), // this module has none
    }
}

fn esbuild(project: &Project) -> anyhow::Result<Command> {
    let mut esbuild = Command::new(node::program(project, "esbuild")?);
    esbuild.args(["--charset=utf8", "--log-level=warning", "--allow-overwrite"]);
    Ok(esbuild)
}

/// An option with a path, which may contain any characters.
fn option(name: &str, path: &Path) -> OsString {
    let mut option = OsString::from(name);
    option.push(path);
    option
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_loads_nothing_and_asks_for_no_class_by_its_global_name() {
        let glue = "result = arg0 instanceof Window;\nexport { initSync, __wbg_init as default };";
        let prepared =
            "result = isA(arg0, \"Window\");\nexport { __wbg_get_imports as imports, __wbg_finalize_init as begin };";
        assert_eq!(prepared_glue(glue).ok().as_deref(), Some(prepared));
        assert!(prepared_glue("export { other };").is_err());
        let long = "a\nfunction debugString(val) {\n    if (val) {\n    }\n    return 1;\n}\nb";
        assert_eq!(with_short_names(long), "a\nfunction debugString(val) {\n    return String(val);\n}\nb");
    }

    #[test]
    fn a_module_becomes_a_function_that_returns_its_exports() {
        let module = "const a = 1;\nfunction b() {}\nexport {\n  a as c,\n  b\n};\n";
        let function =
            "export default function makeGlue(isA) {\nconst a = 1;\nfunction b() {}\nreturn { c: a, b };\n}\n";
        assert_eq!(as_function(module).ok().as_deref(), Some(function));
        assert!(as_function("const a = 1;").is_err());
    }

    #[test]
    fn what_is_part_of_the_script_is_no_file_of_the_site() {
        for (path, expected) in [
            ("element/register.js", true),
            ("element/styles/widget.css", true),
            ("page/main.js", true),
            ("builder/main.js", true),
            ("page.css", false),
            ("site/en.json", false),
            ("locales/en.json", false),
        ] {
            assert_eq!(is_bundled(path), expected, "{path}");
        }
    }
}
