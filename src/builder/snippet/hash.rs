//! Hashes: those by which a content security policy allows one inline script or style and no other, and those that hold a
//! file to what it was when the release was made.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::builder::site::Site;

/// The attributes that hold a file to its hash, where that is known.
pub fn integrity(site: &Site, path: &str) -> String {
    let hash = site.hash(path).map(|hash| format!(" integrity=\"{hash}\" crossorigin=\"anonymous\""));
    hash.unwrap_or_default()
}

/// The source of a policy that allows exactly this text.
pub fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_hash_is_what_browsers_compute() {
        // From the specification of content security policies.
        let expected = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
        assert_eq!(super::source("alert('Hello, world.');"), expected);
    }
}
