//! The application that installs the package: made once for all engines, from `examples` and `tests/package/app`, with the
//! tools and frameworks of package-lock.json and the package of the release under test.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use test_support::serve::{Options, Server};
use xtask::dist::package;
use xtask::project::Project;
use xtask::site::files;

use crate::browser::Browser;

/// What is built of the sources, each with its options.
const BUNDLES: [(&str, &str); 6] = [
    ("react.jsx", "browser"),
    ("vue.js", "browser"),
    ("examples/react/main.jsx", "browser"),
    ("examples/vue/main.js", "browser"),
    ("client.jsx", "browser"),
    ("server.jsx", "node"),
];

/// What every page of the application begins with: what the checks hear and count by.
const RECORDER: &str = "<script src=\"/recorder.js\"></script>";

/// The folder of the application, with everything in it built.
pub fn folder(browser: &Browser) -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let project = Project::find().expect("the project");
        let folder = project.target.join("package-app");
        make(&project, &folder, &browser.site.path(&package::file_name()));
        folder
    })
}

/// Serves a folder of the application, or all of it for "".
pub fn serve(browser: &Browser, below: &str) -> Server {
    Server::start(Options::default().root("/", folder(browser).join(below), None)).expect("a server")
}

fn make(project: &Project, folder: &Path, package: &Path) {
    assert!(package.exists(), "expected a release with {}; `cargo xtask dist` makes one", package.display());
    if folder.exists() {
        fs::remove_dir_all(folder).unwrap();
    }
    for (sources, below) in [("tests/package/app", ""), ("examples", "examples"), ("examples/vite", "")] {
        files::copy_folder(&project.root.join(sources), &folder.join(below)).unwrap();
    }
    for page in ["index.html", "examples/plain/index.html", "examples/frame/index.html"] {
        let text = fs::read_to_string(folder.join(page)).unwrap();
        fs::write(folder.join(page), text.replacen("<head>", &format!("<head>{RECORDER}"), 1)).unwrap();
    }
    let recorder = project.root.join("tests/hosts/recorder.js");
    fs::create_dir_all(folder.join("public")).unwrap();
    for place in ["recorder.js", "public/recorder.js"] {
        fs::copy(&recorder, folder.join(place)).unwrap();
    }
    fs::write(folder.join("package.json"), "{ \"private\": true, \"type\": \"module\" }\n").unwrap();
    // It depends on nothing, so nothing is asked of the network.
    let package = fs::canonicalize(package).unwrap();
    run(Command::new("npm").args(["install", "--offline", "--no-audit", "--no-fund", "--silent"]).arg(package), folder);
    let modules = project.root.join("node_modules");
    run(
        Command::new(modules.join(".bin/vite")).args(["build", "--outDir", "built-by-vite", "--logLevel", "warn"]),
        folder,
    );
    for (source, platform) in BUNDLES {
        let mut esbuild = Command::new(modules.join(".bin/esbuild"));
        esbuild.env("NODE_PATH", &modules).arg(source).arg(format!("--platform={platform}"));
        esbuild.args([
            "--bundle",
            "--format=esm",
            "--jsx=automatic",
            "--outbase=.",
            "--outdir=built",
            "--log-level=warning",
        ]);
        esbuild.args(["--external:partner-fit", "--define:process.env.NODE_ENV=\"development\""]);
        esbuild.args(["--define:__VUE_OPTIONS_API__=true", "--define:__VUE_PROD_DEVTOOLS__=false"]);
        esbuild.args(["--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false"]);
        if platform == "node" {
            // What is not written as a module asks for the system's own by `require`.
            let require =
                "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
            esbuild.arg(format!("--banner:js={require}"));
        } else {
            esbuild.arg("--alias:vue=vue/dist/vue.esm-bundler.js");
        }
        run(&mut esbuild, folder);
    }
}

/// Runs a tool in the application's folder and gives what it wrote.
pub fn run(command: &mut Command, folder: &Path) -> String {
    let output = command.current_dir(folder).output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let (said, failed) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "expected {command:?} to succeed, got {said}{failed}");
    assert_eq!(failed.trim(), "", "expected {command:?} to say nothing, got a warning");
    said.into_owned()
}
