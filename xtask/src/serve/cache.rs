//! How long a response may be cached, by its path: for ever in the folder of a version, which never changes, and
//! elsewhere only after asking the server. The `_headers` of a release have the same rules.

/// For `/x.y.z/`: one year, the most that caches have to honour (RFC 2616, §14.21).
pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// For `/x/` and the root. Browsers keep the files but ask each time: the element's script knows the hashes of its
/// other files, so a script of one release and files of another must not meet.
pub const REVALIDATED: &str = "no-cache";

/// The value of the `Cache-Control` header for this path.
pub(super) fn control(path: &str) -> &'static str {
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    if is_version(first) { IMMUTABLE } else { REVALIDATED }
}

/// Whether the folder's name is a complete version, such as `1.4.2`.
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
