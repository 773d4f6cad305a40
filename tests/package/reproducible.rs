//! Two builds of one source are alike to the byte: the release that is tested, and one made from another folder with a
//! longer name and an empty target folder. That is what lets anybody hold a release against its source.

use std::fs;
use std::path::Path;
use std::process::Command;

use xtask::dist;
use xtask::project::Project;
use xtask::site::files;

use crate::release::folder;
use crate::root;

#[test]
fn two_builds_from_two_folders_are_the_same_to_the_byte() {
    let space = tempfile::tempdir().unwrap();
    let place = space.path().join("another folder/with a longer name");
    release(&place);
    let (one, other) = (folder(), place.join("dist"));
    let paths = files::list(one).unwrap();
    assert_eq!(paths, files::list(&other).unwrap());
    for ending in [".wasm", ".zip", ".tgz", ".br", ".gz", "integrity.json", "build.json"] {
        assert!(paths.iter().any(|path| path.ends_with(ending)), "no {ending} among {paths:?}");
    }
    let differ: Vec<&String> =
        paths.iter().filter(|path| fs::read(one.join(path)).unwrap() != fs::read(other.join(path)).unwrap()).collect();
    assert!(differ.is_empty(), "expected the same bytes, got others in {differ:?}");
}

/// Copies what belongs to the source into `place`, and makes the release there.
fn release(place: &Path) {
    let git = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(git.status.success(), "{}", String::from_utf8_lossy(&git.stderr));
    for path in String::from_utf8(git.stdout).unwrap().split_terminator('\0') {
        let (from, to) = (root().join(path), place.join(path));
        if from.is_file() {
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(from, to).unwrap();
        }
    }
    // The tools are the same: they are what the lock file names.
    #[cfg(unix)]
    std::os::unix::fs::symlink(root().join("node_modules"), place.join("node_modules")).unwrap();
    let project = Project { root: place.to_owned(), target: place.join("target") };
    assert!(!project.target.exists());
    dist::build_release(&project, &project.dist()).unwrap();
}
