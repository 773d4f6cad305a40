//! Which modules a Rust file uses: every path in it (`use`, re-exports, inline, in macros), resolved to the file that it
//! leads to. External crates are kept by their names.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{ItemMod, ItemUse, Macro, Path, UseTree, Visibility};

/// A path by its segments, from the name of its crate on.
pub type Full = Vec<String>;

/// A file of Rust, by its module.
pub struct Source {
    /// Its path in the project.
    pub file: String,
    /// Its module: `[partner_fit_core, wording, result]`.
    pub module: Full,
    /// Every path that it uses, not yet led through re-exports.
    pub uses: BTreeSet<Full>,
    /// What it exports again: the name here, and where it comes from.
    exports: BTreeMap<String, Full>,
}

/// The module of a file, for the two packages that are looked at.
fn module(file: &str) -> Full {
    let (package, rest) = match file.strip_prefix("core/src/") {
        Some(rest) => ("partner_fit_core", rest),
        None => ("partner_fit", file.strip_prefix("src/").unwrap()),
    };
    let inner = rest.strip_suffix(".rs").unwrap().split('/').filter(|part| *part != "lib");
    [package].into_iter().chain(inner).map(str::to_owned).collect()
}

/// Reads one file.
pub fn read(file: &str, text: &str) -> Source {
    let module = module(file);
    let mut reader = Reader { here: module.clone(), names: BTreeMap::new(), found: Vec::new(), exports: Vec::new() };
    let parsed = syn::parse_file(text).unwrap_or_else(|error| panic!("{file}: {error}"));
    reader.visit_file(&parsed);
    let Reader { names, found, exports, .. } = reader;
    // What a path begins with may be a name that was imported, perhaps as another one.
    let uses = found.into_iter().map(|path| match path.first().and_then(|first| names.get(first)) {
        Some(imported) => imported.iter().cloned().chain(path.into_iter().skip(1)).collect(),
        None => path,
    });
    Source { file: file.to_owned(), module, uses: uses.collect(), exports: exports.into_iter().collect() }
}

struct Reader {
    here: Full,
    names: BTreeMap<String, Full>,
    found: Vec<Full>,
    exports: Vec<(String, Full)>,
}

impl Reader {
    /// A path as it is written, from the name of its crate on where it begins with `crate`, `self` or `super`.
    fn full(&self, path: Full) -> Full {
        let mut base = match path.first().map(String::as_str) {
            Some("crate") => self.here.iter().take(1).cloned().collect(),
            Some("self" | "super") => self.here.clone(),
            _ => return path,
        };
        let mut rest = path.into_iter().peekable();
        rest.next_if(|first| first == "crate" || first == "self");
        while rest.next_if(|next| next == "super").is_some() {
            base.pop();
        }
        base.into_iter().chain(rest).collect()
    }

    fn leaves(&mut self, tree: &UseTree, mut before: Full, again: bool) {
        let (name, last) = match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                return self.leaves(&path.tree, before, again);
            }
            UseTree::Group(group) => {
                return group.items.iter().for_each(|tree| self.leaves(tree, before.clone(), again));
            }
            UseTree::Name(name) => (name.ident.to_string(), name.ident.to_string()),
            UseTree::Rename(rename) => (rename.rename.to_string(), rename.ident.to_string()),
            UseTree::Glob(_) => ("*".to_owned(), String::new()),
        };
        before.extend(Some(last).filter(|last| !last.is_empty() && (last != "self" || before.is_empty())));
        let name = if name == "self" { before.last().cloned().unwrap_or_default() } else { name };
        let full = self.full(before);
        self.found.push(full.clone());
        self.names.insert(name.clone(), full.clone());
        if again {
            self.exports.push((name, full));
        }
    }

    /// The paths in the tokens of a macro, which may hold anything.
    fn tokens(&mut self, tokens: TokenStream) {
        let (mut path, mut colons) = (Full::new(), 0);
        for token in tokens {
            match token {
                TokenTree::Ident(ident) if colons == 2 || path.is_empty() => {
                    path.push(ident.to_string());
                    colons = 0;
                    continue;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' => {
                    colons += 1;
                    continue;
                }
                _ if path.len() > 1 => self.found.push(self.full(std::mem::take(&mut path))),
                _ => {}
            }
            (path, colons) = (Full::new(), 0);
            match token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Ident(ident) => path.push(ident.to_string()),
                _ => {}
            }
        }
        if path.len() > 1 {
            self.found.push(self.full(path));
        }
    }
}

impl Visit<'_> for Reader {
    fn visit_item_use(&mut self, item: &ItemUse) {
        self.leaves(&item.tree, Full::new(), !matches!(item.vis, Visibility::Inherited));
    }

    fn visit_item_mod(&mut self, item: &ItemMod) {
        if item.content.is_some() {
            self.here.push(item.ident.to_string());
            visit::visit_item_mod(self, item);
            self.here.pop();
        } else {
            // `mod x;` puts a name here and uses nothing.
            let path = self.here.iter().cloned().chain([item.ident.to_string()]).collect();
            self.names.insert(item.ident.to_string(), path);
        }
    }

    fn visit_path(&mut self, path: &Path) {
        let segments: Full = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if segments.len() > 1 {
            self.found.push(self.full(segments));
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &Macro) {
        self.visit_path(&item.path);
        self.tokens(item.tokens.clone());
    }
}

/// Where a path leads, through what modules export again.
pub fn resolved(path: &[String], sources: &[Source]) -> Full {
    let mut path = path.to_vec();
    for _ in 0..8 {
        let through = sources.iter().find_map(|source| {
            let rest = path.strip_prefix(source.module.as_slice())?;
            let target = source.exports.get(rest.first()?)?;
            Some(target.iter().chain(rest.iter().skip(1)).cloned().collect::<Full>())
        });
        match through {
            Some(next) if next != path => path = next,
            _ => break,
        }
    }
    path
}

/// The file that a path leads into: that of its longest beginning which is a module.
pub fn target<'s>(path: &[String], sources: &'s [Source]) -> Option<&'s Source> {
    let inside = |source: &&Source| path.starts_with(&source.module);
    sources.iter().filter(inside).max_by_key(|source| source.module.len())
}
