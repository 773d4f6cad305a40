//! The nevers of the scripts: what the element is made of uses nothing of the page or the builder around it, no scripts
//! import each other in a circle, and of xtask only `main.rs` reads arguments.

use std::path::{Component, Path, PathBuf};

use super::{files, text};

/// What the scripts of a folder never import.
const NEVERS: [(&str, &[&str]); 2] =
    [("static/element/", &["static/page/", "static/builder/"]), ("static/page/", &["static/builder/"])];

/// The files that a script imports, at once or later, by their paths from the project's folder; without those of types,
/// which comments name.
fn imports(file: &str, text: &str) -> Vec<String> {
    let is_comment = |line: &&str| ["/*", "*", "//"].iter().any(|begin| line.trim_start().starts_with(begin));
    let text: String = text.lines().filter(|line| !is_comment(line)).flat_map(|line| [line, "\n"]).collect();
    let after = ["from \"", "import \"", "import(\"", "import('", "from '"];
    let named = after.iter().flat_map(|before| text.split(before).skip(1));
    let named = named.filter_map(|rest| rest.split(['"', '\'']).next()).filter(|name| name.starts_with('.'));
    named.map(|name| normal(&Path::new(file).parent().unwrap().join(name))).collect()
}

/// A path without `.` and `..`.
fn normal(path: &Path) -> String {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::ParentDir => drop(normal.pop()),
            Component::Normal(name) => normal.push(name),
            _ => {}
        }
    }
    normal.to_string_lossy().into_owned()
}

/// The nevers that a script breaks.
fn broken(file: &str, text: &str) -> Vec<String> {
    let nevers = NEVERS.iter().filter(|(from, _)| file.starts_with(from)).flat_map(|(_, to)| to.iter());
    let nevers: Vec<&&str> = nevers.collect();
    let breaks = imports(file, text).into_iter().filter(|path| nevers.iter().any(|never| path.starts_with(**never)));
    breaks.map(|path| format!("{file} imports {path}")).collect()
}

/// The scripts that lead back to themselves, by the imports of each.
fn in_circles(graph: &[(String, Vec<String>)]) -> Vec<&str> {
    let leads_back = |start: &str| {
        let (mut seen, mut left) = (Vec::new(), vec![start]);
        while let Some(file) = left.pop() {
            for next in graph.iter().filter(|(name, _)| name == file).flat_map(|(_, imports)| imports) {
                if next == start {
                    return true;
                }
                if !seen.contains(&next) {
                    seen.push(next);
                    left.push(next);
                }
            }
        }
        false
    };
    graph.iter().map(|(file, _)| file.as_str()).filter(|file| leads_back(file)).collect()
}

#[test]
fn no_script_breaks_a_never() {
    let scripts: Vec<String> =
        files().into_iter().filter(|file| file.starts_with("static/") && file.ends_with(".js")).collect();
    assert!(scripts.len() > 30, "only {} scripts were read", scripts.len());
    let graph: Vec<(String, Vec<String>)> =
        scripts.iter().map(|file| (file.clone(), imports(file, &text(file)))).collect();
    assert!(graph.iter().map(|(_, imports)| imports.len()).sum::<usize>() > 40, "hardly an import was read");
    let broken: Vec<String> = scripts.iter().flat_map(|file| broken(file, &text(file))).collect();
    assert_eq!(broken, Vec::<String>::new());
    assert_eq!(in_circles(&graph), Vec::<&str>::new());
}

#[test]
fn every_broken_never_is_found() {
    for script in [
        "import { x } from \"../page/main.js\";",
        "import \"../builder/files.js\";",
        "const x = await import('./../page/texts.js');",
        "export { x } from \"../page/texts.js\";",
    ] {
        assert_eq!(broken("static/element/stage.js", script).len(), 1, "{script}");
    }
    assert_eq!(broken("static/page/main.js", "import { x } from \"../element/language.js\";"), Vec::<String>::new());
    let graph = [("a", "b"), ("b", "c"), ("c", "b")].map(|(from, to)| (from.to_owned(), vec![to.to_owned()]));
    assert_eq!(in_circles(&graph), ["b", "c"]);
}

/// A command that read arguments itself could not be called by another.
#[test]
fn only_the_program_reads_arguments() {
    let commands = files().into_iter().filter(|file| file.starts_with("xtask/src/") && file.ends_with(".rs"));
    let reads = |text: &str| {
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        text.contains("args_os(") || text.contains("env::args(") || text.contains("args::")
    };
    let found: Vec<String> = commands.filter(|file| reads(&text(file))).collect();
    assert_eq!(found, ["xtask/src/main.rs"]);
    assert!(reads("use crate::args::Task;") && reads("std::env::args()"));
}
