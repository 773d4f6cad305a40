"""Serves a release and the host page, and asks the page things: what has the focus, what is where."""
import http.server
import json
import queue
import threading
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
MIME = {".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css",
        ".json": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml"}


class Site:
    """Serves the release folder under /dist/ and the host page, and passes questions to the page."""

    def __init__(self, dist):
        site = self
        self.commands, self.replies, self.number = queue.Queue(), queue.Queue(), 0

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def send(self, status, body, kind):
                self.send_response(status)
                for name, value in {"Content-Type": kind, "Content-Length": str(len(body)),
                                    "Access-Control-Allow-Origin": "*", "Cache-Control": "no-store",
                                    "Cross-Origin-Resource-Policy": "cross-origin"}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self):
                path = self.path.split("?")[0]
                if path == "/poll":
                    try:
                        command = site.commands.get(timeout=20)
                    except queue.Empty:
                        command = {}
                    try:
                        return self.send(200, json.dumps(command).encode(), "application/json")
                    except OSError:
                        return site.commands.put(command)
                file = Path(dist) / path[len("/dist/"):] if path.startswith("/dist/") else HERE / path.lstrip("/")
                if path in ("/", ""):
                    file = HERE / "host.html"
                if path.startswith("/dist/") and file.is_dir():
                    file = file / "index.html"
                if not file.is_file():
                    return self.send(404, b"not found", "text/plain")
                self.send(200, file.read_bytes(), MIME.get(file.suffix, "application/octet-stream"))

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                site.replies.put(json.loads(body))
                self.send(200, b"{}", "application/json")

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):
                pass  # a browser that is ended leaves connections behind

        self.server = Server(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def ask(self, js, timeout=25):
        self.number += 1
        self.commands.put({"id": self.number, "js": js})
        end = time.time() + timeout
        while time.time() < end:
            try:
                reply = self.replies.get(timeout=0.5)
            except queue.Empty:
                continue
            if reply["id"] == self.number:
                return reply["value"]
        raise TimeoutError(js)
