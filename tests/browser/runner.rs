//! Runs the checks: each engine has a thread with one browser for all its checks. Prints a line for each as it ends,
//! then the failures in full, and a last line like libtest's.

use std::any::Any;
use std::cell::RefCell;
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

use test_support::browsers::Engine;
use xtask::project::Project;

use crate::browser::Browser;
use crate::device::Device;
use crate::options::Options;
use crate::site::built_site;

/// A check, which runs in each engine.
pub struct Check {
    name: String,
    /// The device that it needs.
    device: Device,
    /// The engines that cannot run it, and why.
    impossible: Vec<(Engine, &'static str)>,
    run: Box<dyn Fn(&Browser) + Send + Sync>,
}

impl Check {
    /// A check, which panics if something is not as expected.
    pub fn new(name: impl Into<String>, run: impl Fn(&Browser) + Send + Sync + 'static) -> Self {
        Self { name: name.into(), device: Device::default(), impossible: Vec::new(), run: Box::new(run) }
    }

    /// Sets the device. In Firefox another device needs another session, so keep those of one device together.
    pub fn on(mut self, device: Device) -> Self {
        self.device = device;
        self
    }

    /// Excludes an engine that cannot run this check, or whose driver cannot.
    pub fn not_in(mut self, engine: Engine, reason: &'static str) -> Self {
        self.impossible.push((engine, reason));
        self
    }
}

#[derive(Default)]
struct Tally {
    passed: usize,
    impossible: usize,
    failures: Vec<(String, String)>,
}

thread_local! {
    /// The location of this thread's last panic, which its message does not contain.
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Runs the selected checks in every engine that the environment names.
pub fn run(checks: Vec<Check>, options: &Options) -> ExitCode {
    let started = Instant::now();
    let engines = Engine::from_environment().expect("engines");
    let all = || engines.iter().flat_map(|engine| checks.iter().map(|check| (engine.name(), &check.name)));
    if options.list {
        all().filter(|(engine, name)| options.wants(engine, name)).for_each(|(e, name)| println!("{e}: {name}: test"));
        return ExitCode::SUCCESS;
    }
    let wanted = all().filter(|(engine, name)| options.wants(engine, name)).count();
    println!("\nrunning {wanted} tests");
    if wanted > 0 {
        panic::set_hook(Box::new(|panic| {
            PLACE.set(panic.location().map(ToString::to_string).unwrap_or_default());
        }));
    }
    let project = Project::find().expect("the project");
    let tally = Mutex::new(Tally::default());
    if wanted > 0 {
        let site = built_site(&project);
        thread::scope(|scope| {
            for &engine in &engines {
                let (checks, project, site, tally) = (&checks, &project, &site, &tally);
                scope.spawn(move || in_engine(engine, checks, options, project, site, tally));
            }
        });
    }
    let tally = tally.into_inner().expect("no check holds it any more");
    let filtered = engines.len() * checks.len() - wanted;
    tell(&tally, filtered, started)
}

fn in_engine(
    engine: Engine,
    checks: &[Check],
    options: &Options,
    project: &Project,
    site: &Path,
    tally: &Mutex<Tally>,
) {
    let started = Instant::now();
    let mut browser = None;
    for check in checks.iter().filter(|check| options.wants(engine.name(), &check.name)) {
        let line = format!("{engine}: {}", check.name);
        if let Some((_, reason)) = check.impossible.iter().find(|(other, _)| *other == engine) {
            println!("test {line} ... not possible there: {reason}");
            tally.lock().unwrap().impossible += 1;
            continue;
        }
        let began = Instant::now();
        let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
            let browser = browser.get_or_insert_with(|| Browser::start(project, engine, site));
            browser.set_device(check.device);
            (check.run)(browser);
        }));
        let took = began.elapsed().as_secs_f64();
        match outcome {
            Ok(()) => {
                println!("test {line} ... ok <{took:.1}s>");
                tally.lock().unwrap().passed += 1;
            }
            Err(panic) => {
                println!("test {line} ... FAILED <{took:.1}s>");
                let mut report = format!("{}\n  at {}", message(&*panic), PLACE.take());
                if let Some(browser) = &browser {
                    report += &picture(browser, project, &check.name);
                }
                tally.lock().unwrap().failures.push((line, report));
            }
        }
        // The next check must not meet the settings of this one; a browser that does not respond is replaced.
        let tidy = panic::catch_unwind(AssertUnwindSafe(|| browser.iter().for_each(Browser::tidy)));
        if tidy.is_err() {
            browser = None;
        }
    }
    let took = started.elapsed().as_secs_f64();
    println!("{engine}: done in {took:.0}s");
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic without a message").to_owned()
}

/// Saves a picture of the browser's window, and prints its path.
fn picture(browser: &Browser, project: &Project, check: &str) -> String {
    let Ok(bytes) = panic::catch_unwind(AssertUnwindSafe(|| browser.screenshot())) else {
        return "\n  no picture could be taken".to_owned();
    };
    let folder = project.target.join("browser-failures");
    let plain: String = check.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let file = folder.join(format!("{}-{plain}.png", browser.engine));
    match fs::create_dir_all(&folder).and_then(|()| fs::write(&file, bytes)) {
        Ok(()) => format!("\n  picture: {}", file.display()),
        Err(error) => format!("\n  the picture could not be saved: {error}"),
    }
}

fn tell(tally: &Tally, filtered: usize, started: Instant) -> ExitCode {
    if !tally.failures.is_empty() {
        println!("\nfailures:");
        for (line, report) in &tally.failures {
            println!("\n---- {line} ----\n{report}");
        }
        println!("\nfailures:");
        tally.failures.iter().for_each(|(line, _)| println!("    {line}"));
    }
    let (failed, took) = (tally.failures.len(), started.elapsed().as_secs_f64());
    let outcome = if failed == 0 { "ok" } else { "FAILED" };
    println!(
        "\ntest result: {outcome}. {} passed; {failed} failed; {} ignored; 0 measured; {filtered} filtered out; finished in {took:.2}s\n",
        tally.passed, tally.impossible,
    );
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::from(101) }
}
