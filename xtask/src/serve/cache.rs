//! How long what is served may be kept, by its path: for ever in the folder of a version, which never changes, and
//! nowhere else without asking. A release's `_headers` says the same to those who host it.

/// For `/x.y.z/`: a year is the most that caches are held to.
pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// For `/x/` and the root. Kept, but asked for each time: the element's script knows the hashes of its other files, so a
/// script from before a release and files from after it must not meet.
pub const REVALIDATED: &str = "no-cache";

/// What the `Cache-Control` header of this path says.
pub(super) fn control(path: &str) -> &'static str {
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    if is_version(first) { IMMUTABLE } else { REVALIDATED }
}

/// Whether a folder's name is that of a whole version, such as `1.4.2`.
fn is_version(name: &str) -> bool {
    let parts: Vec<&str> = name.split('.').collect();
    parts.len() == 3 && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_version_is_kept_for_ever() {
        for path in ["/1.4.2/", "/0.1.0/partner-fit.js", "/10.20.30/assessments/partner.json"] {
            assert_eq!(control(path), IMMUTABLE, "{path}");
        }
        for path in ["/", "/1/partner-fit.js", "/1.4/", "/1..2/", "/a.b.c/", "/partner-fit.js", "/a/1.4.2/x.js", ""] {
            assert_eq!(control(path), REVALIDATED, "{path}");
        }
    }
}
