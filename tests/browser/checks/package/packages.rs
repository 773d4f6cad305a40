//! The npm package in an application made with Vite, and on a page without a bundler; and the zip, unpacked and served.

use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command, Stdio};

use test_support::serve::{Options, Override, Server};
use xtask::dist::archive;
use xtask::project::Project;

use super::application;
use crate::answer_sheet::{self, file, native_report, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("npm: an application built with Vite walks to the result", built),
        Check::new("npm: what a bundler leaves as it was is still held against its hash", tampered),
        Check::new("npm: Vite's development server serves it", developing),
        Check::new("zip: unpacked and served, the page and the snippet of its README work", unzipped),
    ]
}

/// Walks to the result, and compares it with what the engine says natively.
#[track_caller]
pub fn walks(browser: &Browser, name: &str, language: &str) {
    browser.until_screen("start");
    let assessment = open(&file(name));
    let sheet = answer_sheet::mixed(&assessment);
    browser.hurry_to("result", &sheet);
    browser.expect("the result", "widget().result", native_report(&assessment, &sheet, language));
}

fn built(browser: &Browser) {
    let server = application::serve(browser, "built-by-vite");
    browser.open(&server.url("/"));
    walks(browser, "partner", "en");
    browser.js("widget().lang = 'nl'");
    browser.until("Dutch", "root().querySelector('div').lang === 'nl'");
    browser.no_faults();
    let asked: Vec<String> = server.requests().into_iter().map(|request| request.path).collect();
    for kind in [".wasm", "partner-", "nl-"] {
        let found = asked.iter().any(|path| path.starts_with("/assets/") && path.contains(kind));
        expect_that(&format!("a file with {kind}, by the bundler's name"), found, &asked);
    }
    expect("files of the original host", browser.asked(&browser.site), vec![]);
}

fn tampered(browser: &Browser) {
    let folder = application::folder(browser).join("built-by-vite/assets");
    let wasm = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let wasm = wasm.filter(|path| path.extension().is_some_and(|ending| ending == "wasm"));
    let engine = wasm.max_by_key(|path| fs::metadata(path).unwrap().len()).expect("the engine's wasm");
    let mut bytes = fs::read(&engine).unwrap();
    let place = bytes.iter().rposition(|&byte| byte == b'_').unwrap();
    bytes[place] = b' ';
    let server = application::serve(browser, "built-by-vite");
    let name = engine.file_name().unwrap().to_string_lossy().into_owned();
    server.set(&format!("/assets/{name}"), Override::new().body(bytes));
    browser.open(&server.url("/"));
    let error = browser.expect_error("a changed byte", "wasm-failed");
    let message = error["message"].as_str().unwrap();
    expect_that("what is wrong", message.contains("got another (engine_bg.wasm)"), message);
    browser.expect("the fallback", "shown(widget().querySelector('.fallback'))", true);
}

/// Vite's development server, until it is dropped.
struct Vite(Child);

impl Drop for Vite {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

fn developing(browser: &Browser) {
    let folder = application::folder(browser);
    let vite = Project::find().unwrap().root.join("node_modules/vite/bin/vite.js");
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap();
    let port = free.port().to_string();
    let child = Command::new("node")
        .arg(vite)
        .args(["--host", "127.0.0.1", "--strictPort", "--logLevel", "error", "--port", &port])
        // Each engine has a server, and each server a cache.
        .env("VITE_CACHE", format!("cache-{port}"))
        .current_dir(folder)
        .stdin(Stdio::null())
        .spawn()
        .unwrap();
    let _vite = Vite(child);
    browser.wait_for("Vite's server", || std::net::TcpStream::connect(free).map_err(|error| error.to_string()));
    browser.open(&format!("http://{free}/"));
    walks(browser, "partner", "en");
    browser.no_faults();
}

fn unzipped(browser: &Browser) {
    let folder = tempfile::tempdir().unwrap();
    let file = File::open(browser.site.path(&archive::file_name())).expect("the zip of a release");
    zip::ZipArchive::new(file).unwrap().extract(folder.path()).unwrap();
    let server = Server::start(Options::new(folder.path())).unwrap();
    browser.open(&server.url("/partner-fit/?assessment=partner&lang=en"));
    walks(browser, "partner", "en");

    let readme = fs::read_to_string(folder.path().join("partner-fit/README.txt")).unwrap();
    let snippets: Vec<&str> =
        readme.split("<style>").skip(1).map(|rest| rest.split_once("</partner-fit>").unwrap().0).collect();
    expect("snippets", snippets.len(), 2);
    for (snippet, site, language) in [(snippets[0], "https://YOUR-SITE", "en"), (snippets[1], "https://UW-SITE", "nl")]
    {
        let snippet = snippet.replace(site, &server.origin());
        expect("places for the address", snippet.matches(&server.origin()).count(), 2);
        let page = format!(
            "<!doctype html><html><title>A page</title><script src=\"recorder.js\"></script><style>{snippet}</partner-fit>"
        );
        browser.hosts.set_body("/pasted.html", page);
        browser.open_host("/pasted.html");
        browser.js("widget().load = 'eager'");
        walks(browser, "partner", language);
        browser.no_faults();
    }
}
