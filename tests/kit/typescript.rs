//! The types, as a compiler sees them: a strict consumer compiles, with every wrong use in it refused.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::json;

use crate::release::Installed;
use crate::{read, root};

/// Compiles `consumer` in `folder`, with `more` options.
fn compile(folder: &Path, consumer: &str, more: serde_json::Value) -> Output {
    let mut options = json!({
        "strict": true, "noEmit": true, "exactOptionalPropertyTypes": true, "noUncheckedIndexedAccess": true,
        "target": "es2022", "module": "esnext", "moduleResolution": "bundler", "lib": ["es2022", "dom", "dom.iterable"],
        "types": [], "skipLibCheck": false,
    });
    options.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    fs::write(folder.join("consumer.ts"), consumer).unwrap();
    let config = json!({ "compilerOptions": options, "files": ["consumer.ts"] });
    fs::write(folder.join("tsconfig.json"), config.to_string()).unwrap();
    Command::new(root().join("node_modules/.bin/tsc")).arg("-p").arg(folder).output().expect("tsc, by `npm ci`")
}

fn consumer() -> String {
    read(&root().join("tests/kit/consumer.ts"))
}

#[track_caller]
fn succeeds(output: &Output) {
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "expected the compiler to accept it, got {said}");
}

/// Where the types are in the sources, for an import by the package's name.
fn from_sources() -> serde_json::Value {
    let types = |name: &str| root().join("static").join(name);
    json!({ "paths": { "partner-fit": [types("partner-fit.d.ts")], "partner-fit/adapt.js": [types("adapt.d.ts")] } })
}

#[test]
fn a_strict_consumer_compiles_and_wrong_uses_do_not() {
    let consumer = consumer();
    let wrong = consumer.matches("// @ts-expect-error").count();
    assert!(wrong > 25, "only {wrong} wrong uses");
    let folder = tempfile::tempdir().unwrap();
    succeeds(&compile(folder.path(), &consumer, from_sources()));
    // Each of them is one that the compiler tells, and nothing else is.
    let told = compile(folder.path(), &consumer.replace("// @ts-expect-error", "//"), from_sources());
    let said = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(!told.status.success());
    assert_eq!(said.matches(": error TS").count(), wrong, "{said}");
}

#[test]
fn the_installed_package_has_its_types() {
    let installed = Installed::new();
    for (module, resolution) in [("esnext", "bundler"), ("nodenext", "nodenext")] {
        let options = json!({ "module": module, "moduleResolution": resolution });
        succeeds(&compile(installed.folder(), &consumer(), options.clone()));
        for entry in ["partner-fit/element.js", "partner-fit/partner-fit.js"] {
            let consumer = format!("import {{ load }} from \"{entry}\"; export const engine = load();\n");
            succeeds(&compile(installed.folder(), &consumer, options.clone()));
        }
    }
}
