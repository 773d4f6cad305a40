//! Every engine opens a served page, and no process or file stays behind.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::time::Duration;

use test_support::browsers::{Driver, Engine};
use test_support::serve::{Options, Server};
use xtask::project::Project;

fn opens_a_page(engine: Engine) {
    if !Engine::from_environment().unwrap().contains(&engine) {
        return;
    }
    let site = tempfile::tempdir().unwrap();
    fs::write(site.path().join("index.html"), "<!doctype html><title>It opens</title>").unwrap();
    let server = Server::start(Options::new(site.path())).unwrap();
    let driver = Driver::start(&Project::find().unwrap(), engine).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let title = runtime.block_on(async {
        let client = driver.connect().await.unwrap();
        client.goto(&server.url("/")).await.unwrap();
        // The session stays open: dropping a driver without closing it must leave nothing behind either.
        client.title().await.unwrap()
    });
    assert_eq!(title, "It opens");
    assert!(server.requests().iter().any(|request| request.path == "/"));
    let folder = driver.folder().to_owned();
    assert!(uses(&folder) > 0);
    drop(driver);
    // They have been killed, but the system removes them later.
    let gone = (0..100).any(|_| {
        std::thread::sleep(Duration::from_millis(50));
        uses(&folder) == 0
    });
    assert!(gone, "expected no process that uses {} 5 s later, got {}", folder.display(), uses(&folder));
    assert!(!folder.exists());
}

/// The number of processes that have the driver's folder in their environment or arguments.
fn uses(folder: &std::path::Path) -> usize {
    let folder = folder.to_str().unwrap();
    let processes = fs::read_dir("/proc").unwrap().flatten();
    processes
        .filter(|process| {
            ["environ", "cmdline"].iter().any(|file| {
                let bytes = fs::read(process.path().join(file)).unwrap_or_default();
                String::from_utf8_lossy(&bytes).contains(folder)
            })
        })
        .count()
}

#[test]
fn chromium_opens_a_page() {
    opens_a_page(Engine::Chromium);
}

#[test]
fn firefox_opens_a_page() {
    opens_a_page(Engine::Firefox);
}

#[test]
fn webkit_opens_a_page() {
    opens_a_page(Engine::WebKit);
}
