//! The browser engines that can be driven here, and why the others cannot.

use anyhow::bail;

use crate::project::Project;
use crate::tools::browsers;
use crate::tools::engine::Engine;

/// The engines of a run.
#[derive(Debug, Default)]
pub(super) struct Engines {
    pub(super) ready: Vec<Engine>,
    skipped: Vec<(Engine, anyhow::Error)>,
}

impl Engines {
    /// Installs the missing engines.
    pub(super) fn get(project: &Project, wanted: &[Engine]) -> Self {
        let mut engines = Self::default();
        for &engine in wanted {
            match browsers::ensure(project, engine) {
                Ok(_) => engines.ready.push(engine),
                Err(reason) => engines.skipped.push((engine, reason)),
            }
        }
        engines
    }

    /// Their names, in the format of the environment variable.
    pub(super) fn names(&self) -> String {
        self.ready.iter().map(|engine| engine.name()).collect::<Vec<_>>().join(",")
    }

    /// Prints the engines that are left out; with `CI=true` that is a failure.
    pub(super) fn tell_skipped(&self) -> anyhow::Result<()> {
        for (engine, reason) in &self.skipped {
            println!("skipped: {engine} ({reason:#})");
        }
        if !self.skipped.is_empty() && is_ci() {
            bail!("expected every engine, as CI=true asks for, got {} skipped", self.skipped.len());
        }
        Ok(())
    }
}

fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_skipped_is_a_pass_everywhere() {
        assert!(Engines::default().tell_skipped().is_ok());
    }

    #[test]
    fn a_skip_fails_only_under_ci() {
        let skipped = vec![(Engine::WebKit, anyhow::anyhow!("missing"))];
        let engines = Engines { ready: vec![Engine::Chromium, Engine::Firefox], skipped };
        assert_eq!(engines.tell_skipped().is_err(), is_ci());
        assert_eq!(engines.names(), "chromium,firefox");
    }
}
