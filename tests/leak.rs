//! What stays in memory of elements that came and went: of JavaScript after its garbage is collected, and of the
//! module's own memory, which a browser never gives back. Elements are put in and taken out, one changes its assessment,
//! and one is walked through again and again; what comes first is not counted, because it is loaded and compiled once.
//!
//! `cargo xtask test --soak leak` runs this on a release.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::time::Duration;

use serde_json::{Value, json};
use test_support::browsers::fantoccini::Client;
use test_support::browsers::fantoccini::wd::TimeoutConfiguration;
use test_support::browsers::{Driver, Engine, devtools};
use test_support::serve::{Options, Override, Server};
use xtask::project::Project;
use xtask::test::SITE_VARIABLE;

/// How many rounds of each kind come first and are not counted.
const WARM_UPS: u32 = 40;

/// How many rounds come between two collections of garbage.
const BATCH: u32 = 20;

/// The most by which memory may have grown afterwards, as a share.
const MOST: f64 = 0.05;

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

/// What every round uses: how an element is made ready, and how it is walked through.
const HELPERS: &str = "
    const event = async (element, name) => {
      const heard = new AbortController();
      await new Promise((done, failed) => {
        element.addEventListener(name, done, heard);
        element.addEventListener('pf-error', ({ detail }) => failed(new Error(detail.message)), heard);
      });
      heard.abort();
    };
    const made = async () => {
      await customElements.whenDefined('partner-fit');
      const element = document.createElement('partner-fit');
      element.setAttribute('load', 'eager');
      const ready = event(element, 'pf-ready');
      document.body.append(element);
      await ready;
      return element;
    };
    const task = () => new Promise((done) => setTimeout(done));
    const walked = async (element) => {
      element.start();
      for (;;) {
        await task();
        const root = element.shadowRoot;
        for (const field of root.querySelectorAll('fieldset')) field.querySelector('input[type=radio]')?.click();
        if (root.querySelector('[part~=score]')) break;
        await task();
        element.next();
      }
      for (const folded of element.shadowRoot.querySelectorAll('details')) folded.open = true;
      await Promise.all(['csv', 'text', 'json', 'link'].map((kind) => element.exportResult(kind)));
    };";

/// A kind of rounds: its name, how many count, and a round.
const KINDS: [(&str, u32, &str); 3] = [
    ("mounts", 460, "const element = await made(); element.next(); await task(); element.remove(); await task();"),
    (
        "changes",
        460,
        "const element = (window.one ??= await made()); const ready = event(element, 'pf-ready');
         element.assessment = element.assessment === 'partner' ? 'company' : 'partner'; await ready;",
    ),
    (
        "walks",
        160,
        "const element = (window.one ??= await made()); await walked(element); element.reset(); await task();",
    ),
];

/// Runs rounds, and gives the size of all memories then.
fn rounds(round: &str) -> String {
    format!(
        "const [count, done] = arguments; {HELPERS}
         const round = async () => {{ {round} }};
         (async () => {{
           for (let n = 0; n < count; n++) await round();
           return window.memories.reduce((sum, {{ buffer }}) => sum + buffer.byteLength, 0);
         }})().then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
    )
}

/// Makes elements that are taken out again, and collects garbage until each of them is gone; gives how many are left.
/// Firefox has a function for that; in Chromium litter makes it collect.
const COLLECTED: &str = "
    const [count, done] = arguments;
    const come = async () => {
      const element = await made();
      await walked(element);
      element.remove();
      return new WeakRef(element);
    };
    (async () => {
      const gone = [];
      for (let n = 0; n < count; n++) gone.push(await come());
      const left = () => gone.filter((one) => one.deref()).length;
      for (let n = 0; n < 200 && left() > 0; n++) {
        if (window.TestUtils) await TestUtils.gc();
        else window.litter = Array.from({ length: 200 }, () => new Array(10_000).fill({ n }));
        await task();
      }
      return left();
    })().then((value) => done({ value }), (error) => done({ error: String(error) }));";

/// Opens the page in a browser and does something there.
fn on_page<T>(engine: Engine, work: impl AsyncFnOnce(&Client) -> T) -> T {
    let site = std::env::var_os(SITE_VARIABLE).expect("the folder of a site");
    let server = Server::start(Options::new(site)).unwrap();
    server.set("/comes-and-goes.html", Override::status(200).unwrap().body(PAGE));
    let driver = Driver::start(&Project::find().unwrap(), engine).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let client = driver.connect().await.unwrap();
        let patience = TimeoutConfiguration::new(Some(Duration::from_secs(900)), None, None);
        client.update_timeouts(patience).await.unwrap();
        if engine == Engine::Chromium {
            let source = json!({ "source": HOLD_MEMORIES });
            devtools::ask(&client, "Page.addScriptToEvaluateOnNewDocument", source).await.unwrap();
        }
        client.goto(&server.url("/comes-and-goes.html")).await.unwrap();
        let done = work(&client).await;
        client.close().await.unwrap();
        done
    })
}

/// Runs a script that answers with a number.
async fn number(client: &Client, script: &str, count: u32) -> f64 {
    let answer = client.execute_async(script, vec![json!(count)]).await.unwrap();
    assert_eq!(answer.get("error"), None, "{answer}");
    answer.get("value").and_then(Value::as_f64).unwrap()
}

/// The bytes in use after so many rounds: of JavaScript and of wasm. Garbage is collected in between, because when a
/// browser does so by itself differs from run to run, and the module's memory only ever grows.
async fn in_use(client: &Client, round: &str, count: u32) -> [f64; 2] {
    let mut wasm = 0.0;
    for _ in 0..count / BATCH {
        wasm = number(client, &rounds(round), BATCH).await;
        // What only a finalizer lets go of takes another round.
        for _ in 0..3 {
            devtools::ask(client, "HeapProfiler.collectGarbage", json!({})).await.unwrap();
            client.execute_async("const [done] = arguments; setTimeout(done, 20)", vec![]).await.unwrap();
        }
    }
    assert!(wasm > 0.0, "expected the module's memory to be seen, got none");
    let heap = devtools::ask(client, "Runtime.getHeapUsage", json!({})).await.unwrap();
    [heap.get("usedSize").and_then(Value::as_f64).unwrap(), wasm]
}

#[test]
#[ignore = "a long run: cargo xtask test --soak leak"]
fn memory_stays_level() {
    let mut grown = Vec::new();
    for (name, count, round) in KINDS {
        let [before, after] = on_page(Engine::Chromium, async |client: &Client| {
            [in_use(client, round, WARM_UPS).await, in_use(client, round, count).await]
        });
        for (what, [before, after]) in [("JavaScript", [before[0], after[0]]), ("wasm", [before[1], after[1]])] {
            let share = (after - before) / before;
            println!("{name}: {what} {:.2} MB, after {count} more {:+.2} %", before / 1e6, 100.0 * share);
            if share > MOST {
                grown.push(format!("{what} by {:.1} % in {count} {name}", 100.0 * share));
            }
        }
    }
    assert!(grown.is_empty(), "expected memory to grow by at most {} %, got {grown:?}", 100.0 * MOST);
}

#[test]
#[ignore = "a long run: cargo xtask test --soak leak"]
fn elements_that_are_gone_are_collected() {
    let engines = Engine::from_environment().expect("engines");
    for engine in engines.into_iter().filter(|engine| *engine != Engine::WebKit) {
        let script = format!("{HELPERS} {COLLECTED}");
        let left = on_page(engine, async |client: &Client| number(client, &script, 10).await);
        println!("{engine}: {left} of 10 elements that are gone are still there");
        assert!(left < 1.0, "expected every element that is gone to be collected in {engine}, got {left} of 10 left");
    }
}
