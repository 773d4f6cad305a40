//! The types, as a compiler sees them: a strict consumer compiles, with every wrong use in it refused.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::json;

use crate::release::Installed;
use crate::{read, root};

/// Compiles `consumer` as the file `name` in `folder`, with `more` options.
fn compile(folder: &Path, name: &str, consumer: &str, more: serde_json::Value) -> Output {
    let mut options = json!({
        "strict": true, "noEmit": true, "exactOptionalPropertyTypes": true, "noUncheckedIndexedAccess": true,
        "target": "es2022", "module": "esnext", "moduleResolution": "bundler", "lib": ["es2022", "dom", "dom.iterable"],
        "types": [], "skipLibCheck": false,
    });
    options.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    fs::write(folder.join(name), consumer).unwrap();
    let config = json!({ "compilerOptions": options, "files": [name] });
    fs::write(folder.join("tsconfig.json"), config.to_string()).unwrap();
    Command::new(root().join("node_modules/.bin/tsc")).arg("-p").arg(folder).output().expect("tsc, by `npm ci`")
}

fn source(name: &str) -> String {
    read(&root().join("tests/package").join(name))
}

#[track_caller]
fn succeeds(output: &Output) {
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "expected the compiler to accept it, got {said}");
}

/// Where the types are in the sources, for an import by the package's name.
fn from_sources() -> serde_json::Value {
    let types = |name: &str| root().join("static").join(name);
    let paths = json!({
        "partner-fit": [types("partner-fit.d.ts")],
        "partner-fit/react": [types("react.d.ts")],
        "react": [root().join("node_modules/@types/react")],
        "react/*": [root().join("node_modules/@types/react/*")],
        "csstype": [root().join("node_modules/csstype")],
    });
    json!({ "paths": paths, "jsx": "react-jsx" })
}

#[test]
fn a_strict_consumer_compiles_and_wrong_uses_do_not() {
    for (name, at_least) in [("consumer.ts", 28), ("consumer.tsx", 4)] {
        let consumer = source(name);
        let wrong = consumer.matches("// @ts-expect-error").count();
        assert!(wrong >= at_least, "only {wrong} wrong uses in {name}");
        let folder = tempfile::tempdir().unwrap();
        succeeds(&compile(folder.path(), name, &consumer, from_sources()));
        // Each of them is one that the compiler tells, and nothing else is.
        let told = compile(folder.path(), name, &consumer.replace("// @ts-expect-error", "//"), from_sources());
        let said = String::from_utf8_lossy(&told.stdout).into_owned();
        assert!(!told.status.success());
        assert_eq!(said.matches(": error TS").count(), wrong, "{said}");
    }
}

#[test]
fn the_installed_package_has_its_types() {
    let installed = Installed::new();
    for (module, resolution) in [("esnext", "bundler"), ("nodenext", "nodenext")] {
        let options = json!({ "module": module, "moduleResolution": resolution });
        succeeds(&compile(installed.folder(), "consumer.ts", &source("consumer.ts"), options.clone()));
        for entry in ["partner-fit/element.js", "partner-fit/partner-fit.js"] {
            let consumer = format!("import {{ load }} from \"{entry}\"; export const engine = load();\n");
            succeeds(&compile(installed.folder(), "entry.ts", &consumer, options.clone()));
        }
    }
}
