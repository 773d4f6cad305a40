//! What stays in memory of elements that were put into a page and taken out again, in Chromium: of JavaScript after its
//! garbage is collected, and of the module's own memory, which a browser never gives back.
//!
//! `cargo xtask test --soak leak` runs this on a release.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use serde_json::{Value, json};
use test_support::browsers::fantoccini::Client;
use test_support::browsers::fantoccini::wd::TimeoutConfiguration;
use test_support::browsers::{Driver, Engine, devtools};
use test_support::serve::{Options, Override, Server};
use xtask::project::Project;
use xtask::test::SITE_VARIABLE;

/// How many elements come first and are not counted (what is loaded and compiled once), and how many count.
const WARM_UPS: u32 = 30;
const MOUNTS: u32 = 100;

/// The most that may stay of one, in bytes.
const MOST: f64 = 16.0 * 1024.0;

const PAGE: &str = "<!doctype html><title>Comes and goes</title><script type=module src=/partner-fit.js></script>";

/// Keeps hold of every module's memory, before any script of the page runs.
const HOLD_MEMORIES: &str = "
    window.memories = [];
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const plain = WebAssembly[name].bind(WebAssembly);
      WebAssembly[name] = async (...input) => {
        const made = await plain(...input);
        const all = Object.values((made.instance ?? made).exports);
        window.memories.push(...all.filter((one) => one instanceof WebAssembly.Memory));
        return made;
      };
    }";

/// Puts elements in and takes each out again once it has drawn its first question; the size of all memories then.
const MOUNT: &str = "
    const [mounts, done] = arguments;
    (async () => {
      await customElements.whenDefined('partner-fit');
      for (let mount = 0; mount < mounts; mount++) {
        const element = document.createElement('partner-fit');
        element.setAttribute('assessment', 'partner');
        element.setAttribute('load', 'eager');
        const ready = new Promise((ready, failed) => {
          element.addEventListener('pf-ready', ready, { once: true });
          element.addEventListener('pf-error', ({ detail }) => failed(new Error(detail.message)), { once: true });
        });
        document.body.append(element);
        await ready;
        element.next();
        element.remove();
      }
      return window.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
    })().then((value) => done({ value }), (error) => done({ error: String(error) }));";

#[test]
#[ignore = "a long run: cargo xtask test --soak leak"]
fn nothing_stays_of_elements_that_are_gone() {
    let site = std::env::var_os(SITE_VARIABLE).expect("the folder of a site");
    let server = Server::start(Options::new(site)).unwrap();
    server.set("/comes-and-goes.html", Override::status(200).unwrap().body(PAGE));
    let driver = Driver::start(&Project::find().unwrap(), Engine::Chromium).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let [script, wasm] = runtime.block_on(async {
        let client = driver.connect().await.unwrap();
        let patience = TimeoutConfiguration::new(Some(std::time::Duration::from_secs(600)), None, None);
        client.update_timeouts(patience).await.unwrap();
        devtools::ask(&client, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": HOLD_MEMORIES }))
            .await
            .unwrap();
        client.goto(&server.url("/comes-and-goes.html")).await.unwrap();
        let before = mount(&client, WARM_UPS).await;
        assert!(before.wasm > 0.0, "expected the module's memory to be seen, got none");
        let after = mount(&client, MOUNTS).await;
        client.close().await.unwrap();
        [after.script - before.script, after.wasm - before.wasm].map(|grown| grown / f64::from(MOUNTS))
    });
    println!("stays of an element: {:.1} KB of JavaScript, {:.1} KB of wasm", script / 1024.0, wasm / 1024.0);
    assert!(
        script <= MOST && wasm <= MOST,
        "expected at most {} KB of each, which elements that are taken out do not yet keep to",
        MOST / 1024.0
    );
}

/// Bytes in use.
struct Memory {
    script: f64,
    wasm: f64,
}

/// Mounts so many elements, and tells what is in use afterwards.
async fn mount(client: &Client, mounts: u32) -> Memory {
    let answer = client.execute_async(MOUNT, vec![json!(mounts)]).await.unwrap();
    assert_eq!(answer.get("error"), None, "{answer}");
    let wasm = answer.get("value").and_then(Value::as_f64).unwrap();
    // What only a finalizer lets go of takes another round.
    for _ in 0..4 {
        devtools::ask(client, "HeapProfiler.collectGarbage", json!({})).await.unwrap();
    }
    let heap = devtools::ask(client, "Runtime.getHeapUsage", json!({})).await.unwrap();
    Memory { script: heap.get("usedSize").and_then(Value::as_f64).unwrap(), wasm }
}
