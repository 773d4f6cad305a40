//! The two servers of a browser: the site, as any static host would serve it, and the pages that embed it, on another
//! port and so of another origin. The changes of a check are undone after it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use test_support::serve::{Options, Override, Request, Server};
use xtask::project::Project;
use xtask::site::{Effort, build, wasm};
use xtask::test::SITE_VARIABLE;

/// The folder to test: the one that the environment names, or a quick build.
pub fn built_site(project: &Project) -> PathBuf {
    if let Some(site) = env::var_os(SITE_VARIABLE) {
        return site.into();
    }
    let site = project.target.join("browser-site");
    build(project, Effort::Quick, &site).expect("the site");
    site
}

/// The folder of the host that is a yew app, in cargo's target folder.
const YEW_HOST: &str = "yew-host";

/// Builds the yew app that is a host, once for all browsers, when the first check opens it.
pub fn yew_host() {
    static BUILT: OnceLock<()> = OnceLock::new();
    BUILT.get_or_init(|| {
        let project = Project::find().expect("the project");
        let module = wasm::compile_package(&project, Effort::Quick, "yew-host", &[]).expect("a module");
        wasm::bind(&module, Effort::Quick, &project.target.join(YEW_HOST), "yew_host").expect("its glue");
    });
}

/// A server whose responses a check can change.
pub struct Site {
    server: Server,
    folder: PathBuf,
    /// The paths whose responses are generated.
    pages: BTreeMap<String, String>,
    changed: RefCell<Vec<String>>,
}

impl Site {
    /// Serves the built site.
    pub fn of_site(folder: &Path) -> Self {
        Self::start(folder, Options::new(folder), BTreeMap::new())
    }

    /// Serves the pages of `tests/hosts`, which load the element from `site`, whose address differs each time.
    pub fn of_hosts(project: &Project, site: &str) -> Self {
        let folder = project.root.join("tests/hosts");
        let files = fs::read_dir(&folder).expect("tests/hosts").map(|entry| entry.expect("tests/hosts").path());
        let pages = files.filter(|path| path.is_file()).map(|file| {
            let text = fs::read_to_string(&file).expect("a host page").replace("{{SITE}}", site);
            (format!("/{}", file.file_name().unwrap().to_string_lossy()), text)
        });
        let options = Options::default()
            .root("/", &folder, None)
            // The files that hosts are built with, and the compiled host (see `yew_host`).
            .root("/node_modules", project.root.join("node_modules"), None)
            .root("/yew", project.target.join(YEW_HOST), None);
        Self::start(&folder, options, pages.collect())
    }

    fn start(folder: &Path, options: Options, pages: BTreeMap<String, String>) -> Self {
        let server = Server::start(options).expect("a server");
        let site = Self { server, folder: folder.to_owned(), pages, changed: RefCell::default() };
        site.pages.keys().for_each(|path| site.server.set(path, site.plain(path)));
        site
    }

    fn plain(&self, path: &str) -> Override {
        self.pages.get(path).map_or_else(Override::new, |page| Override::new().body(page.clone()))
    }

    /// Its origin, without a slash at the end.
    pub fn origin(&self) -> String {
        self.server.origin()
    }

    /// The URL of a path such as `/plain.html`.
    pub fn url(&self, path: &str) -> String {
        self.server.url(path)
    }

    /// The path of a file.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The content of a file.
    pub fn file(&self, name: &str) -> Vec<u8> {
        fs::read(self.folder.join(name)).expect("a file of the site")
    }

    /// Whether the site has this file; only a release has its engine in two files.
    pub fn has(&self, name: &str) -> bool {
        self.folder.join(name).exists()
    }

    /// Overrides the response of this path until the end of the check.
    pub fn set(&self, path: &str, change: Override) {
        self.server.set(path, change);
        self.changed.borrow_mut().push(path.to_owned());
    }

    /// Responds with this status.
    pub fn set_status(&self, path: &str, status: u16) {
        self.set(path, Override::status(status).expect("a status"));
    }

    /// Responds with this text.
    pub fn set_body(&self, path: &str, body: impl Into<Vec<u8>>) {
        self.set(path, Override::new().body(body));
    }

    /// Serves a page with this content security policy.
    pub fn set_policy(&self, path: &str, policy: &str) {
        self.set(path, self.plain(path).header("content-security-policy", policy).expect("a policy"));
    }

    /// Returns the requests so far, and clears them.
    pub fn take_requests(&self) -> Vec<Request> {
        self.server.take_requests()
    }

    /// Returns the paths of the requests so far, and clears them.
    pub fn take_paths(&self) -> Vec<String> {
        self.take_requests().into_iter().map(|request| request.path).collect()
    }

    /// Undoes the changes of a check.
    pub fn tidy(&self) {
        self.changed.take().iter().for_each(|path| self.server.set(path, self.plain(path)));
        drop(self.server.take_requests());
    }
}
