//! The events that wake the loop of `start`: a saved source, or a request to stop.

use std::path::{Component, Path};
use std::sync::mpsc::Sender;
use std::thread;

use anyhow::Context as _;
use notify::event::{EventKind, ModifyKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};

/// An event that wakes the loop.
pub enum Event {
    /// A source has changed.
    Changed,
    /// The command has to stop.
    Stop,
}

/// The sources of a site, relative to the root.
const SOURCES: [&str; 6] = ["Cargo.toml", "core", "docs", "index.html", "src", "static"];

/// Sends a [`Event::Changed`] for every change of a source, until the watcher is dropped.
pub fn sources(root: &Path, sender: Sender<Event>) -> anyhow::Result<RecommendedWatcher> {
    let base = root.to_owned();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        if alters(event.kind) && event.paths.iter().any(|path| is_source(&base, path)) {
            // The loop has ended, and the watcher is about to be dropped.
            sender.send(Event::Changed).ok();
        }
    })
    .context("cannot watch for changes")?;
    // The root is watched as a folder: editors replace a file instead of writing to it, and a watch on the file would
    // be lost.
    watcher.watch(root, RecursiveMode::NonRecursive).context("cannot watch the root")?;
    for name in SOURCES {
        let path = root.join(name);
        if path.is_dir() {
            watcher.watch(&path, RecursiveMode::Recursive).with_context(|| format!("cannot watch {name}"))?;
        }
    }
    Ok(watcher)
}

/// Sends a [`Event::Stop`] at Ctrl-C and at a request to terminate.
pub fn stop_signals(sender: Sender<Event>) -> anyhow::Result<()> {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().context("cannot make a runtime")?;
    thread::spawn(move || {
        runtime.block_on(stop_signal());
        sender.send(Event::Stop).ok();
    });
    Ok(())
}

#[cfg(unix)]
async fn stop_signal() {
    use std::pin::pin;
    use tokio::signal::unix::{SignalKind, signal};

    let interrupt = pin!(tokio::signal::ctrl_c());
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        interrupt.await.ok();
        return;
    };
    let terminate = pin!(terminate.recv());
    futures_util::future::select(interrupt, terminate).await;
}

#[cfg(not(unix))]
async fn stop_signal() {
    tokio::signal::ctrl_c().await.ok();
}

/// Reading a file is an event too. The compiler reads all of them, so a build would trigger the next one for ever.
fn alters(kind: EventKind) -> bool {
    match kind {
        EventKind::Create(_) | EventKind::Remove(_) => true,
        EventKind::Modify(what) => !matches!(what, ModifyKind::Metadata(_)),
        EventKind::Any | EventKind::Access(_) | EventKind::Other => false,
    }
}

/// Whether a path is one of the sources, not a file next to them or an editor's temporary file.
fn is_source(root: &Path, path: &Path) -> bool {
    let Ok(path) = path.strip_prefix(root) else {
        return false;
    };
    let names: Vec<_> = path
        .components()
        .filter_map(|part| match part {
            Component::Normal(name) => name.to_str(),
            _ => None,
        })
        .collect();
    names.first().is_some_and(|first| SOURCES.contains(first))
        && !names.iter().any(|name| name.starts_with('.') || name.ends_with('~'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{AccessKind, CreateKind, DataChange, MetadataKind};

    #[test]
    fn only_sources_count() {
        let root = Path::new("/p");
        for (path, expected) in [
            ("/p/src/view/question.rs", true),
            ("/p/static/locales/nl.json", true),
            ("/p/index.html", true),
            ("/p/Cargo.toml", true),
            ("/p/Cargo.lock", false),
            ("/p/target/site/index.html", false),
            ("/p/src/.lib.rs.swp", false),
            ("/p/src/lib.rs~", false),
            ("/q/src/lib.rs", false),
        ] {
            assert_eq!(is_source(root, Path::new(path)), expected, "{path}");
        }
    }

    #[test]
    fn reading_is_no_change() {
        for (kind, expected) in [
            (EventKind::Create(CreateKind::File), true),
            (EventKind::Modify(ModifyKind::Data(DataChange::Any)), true),
            (EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any)), false),
            (EventKind::Access(AccessKind::Read), false),
        ] {
            assert_eq!(alters(kind), expected, "{kind:?}");
        }
    }
}
