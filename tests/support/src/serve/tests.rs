//! Tests of the server over a connection.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::*;

/// The status line and headers in lower case, and the body.
fn get(server: &Server, path: &str, headers: &str) -> (String, Vec<u8>) {
    let mut stream = TcpStream::connect(server.address()).unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let end = answer.windows(4).position(|w| w == b"\r\n\r\n").unwrap();
    let body = answer.split_off(end + 4);
    (String::from_utf8(answer).unwrap().to_lowercase(), body)
}

fn site() -> (tempfile::TempDir, Server) {
    let folder = tempfile::tempdir().unwrap();
    let hosts = folder.path().join("hosts");
    let site = folder.path().join("site");
    fs::create_dir_all(&hosts).unwrap();
    fs::create_dir_all(&site).unwrap();
    fs::write(site.join("index.html"), "<title>site</title>").unwrap();
    fs::write(site.join("engine_bg.wasm"), b"\0asm").unwrap();
    fs::write(site.join("a.js"), "x".repeat(1000)).unwrap();
    fs::write(site.join("b.js"), "y".repeat(1000)).unwrap();
    fs::write(site.join("b.js.br"), "twin").unwrap();
    fs::write(hosts.join("plain.html"), "<title>host</title>").unwrap();
    let server = Server::start(Options::new(site).root("/hosts", hosts, None)).unwrap();
    (folder, server)
}

#[test]
fn page_has_the_policy_and_a_host_page_its_own() {
    let (_folder, server) = site();
    let (head, body) = get(&server, "/", "");
    assert!(head.starts_with("http/1.1 200 ok"), "{head}");
    let policy = naming_origin(STRICT_POLICY, "http://x");
    assert!(head.contains(&format!("content-security-policy: {policy}\r\n")), "{head}");
    assert_eq!(body, b"<title>site</title>");
    let (head, body) = get(&server, "/hosts/plain.html", "");
    assert!(!head.contains("content-security-policy"), "{head}");
    assert_eq!(body, b"<title>host</title>");
}

#[test]
fn wasm_has_its_type_and_any_origin_may_read_it() {
    let (_folder, server) = site();
    let (head, _) = get(&server, "/engine_bg.wasm", "");
    for header in [
        "content-type: application/wasm\r\n",
        "access-control-allow-origin: *\r\n",
        "cross-origin-resource-policy: cross-origin\r\n",
        "x-content-type-options: nosniff\r\n",
        "referrer-policy: no-referrer\r\n",
        "cache-control: no-cache\r\n",
    ] {
        assert!(head.contains(header), "{header} not in {head}");
    }
}

#[test]
fn twins_are_used_and_the_rest_is_compressed() {
    let (_folder, server) = site();
    let (head, body) = get(&server, "/b.js", "Accept-Encoding: br\r\n");
    assert!(head.contains("content-encoding: br"), "{head}");
    assert_eq!(body, b"twin");
    let (head, body) = get(&server, "/a.js", "Accept-Encoding: gzip\r\n");
    assert!(head.contains("content-encoding: gzip"), "{head}");
    assert!(body.len() < 500, "{}", body.len());
}

#[test]
fn overrides_win_until_they_are_unset() {
    let (_folder, server) = site();
    server.set("/a.js", Override::status(404).unwrap());
    assert!(get(&server, "/a.js?x", "").0.starts_with("http/1.1 404"));
    let plain = Override::new().header("content-type", "text/plain");
    server.set("/a.js", plain.unwrap());
    let (head, body) = get(&server, "/a.js", "");
    assert!(head.contains("content-type: text/plain\r\n"), "{head}");
    assert_eq!(body.len(), 1000);
    let late = Override::new().body("no").delay(Duration::from_millis(50)).without("access-control-allow-origin");
    server.set("/a.js", late.unwrap());
    let asked = Instant::now();
    let (head, body) = get(&server, "/a.js", "");
    assert!(asked.elapsed() >= Duration::from_millis(50));
    assert!(!head.contains("access-control-allow-origin"), "{head}");
    assert_eq!(body, b"no");
    server.unset("/a.js");
    assert_eq!(get(&server, "/a.js", "").1.len(), 1000);
}

#[test]
fn requests_are_written_down() {
    let (_folder, server) = site();
    get(&server, "/none?q", "Origin: http://a\r\nReferer: http://a/b\r\n");
    let expected = Request {
        method: "GET".to_owned(),
        path: "/none?q".to_owned(),
        origin: Some("http://a".to_owned()),
        referer: Some("http://a/b".to_owned()),
    };
    assert_eq!(server.take_requests(), [expected]);
    assert_eq!(server.requests(), []);
}
