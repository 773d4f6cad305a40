"""A screen reader on a screen of its own: Xvfb, a private D-Bus session, AT-SPI, openbox, Orca and a browser.

Everything is started on free displays and ports, in a folder of its own, and ended by pid.
"""
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from site_server import Site

HERE = Path(__file__).resolve().parent
# The kinds of utterances, and how soon a stop has to come, in seconds, for an utterance not to have been heard.
SPOKEN = ("speak", "char", "say-all")
CUT = 0.15


class Bench:
    def __init__(self, dist, out, browser="firefox", name="walk"):
        self.browser, self.out, self.name = browser, Path(out), name
        self.out.mkdir(parents=True, exist_ok=True)
        self.work = Path(tempfile.mkdtemp(prefix="pf-orca-"))
        self.processes, self.seen, self.lines, self.section, self.focus_mode = [], 0, [], "", False
        self.site = Site(dist)
        self.speech = self.work / "speech.jsonl"
        self.speech.touch()
        self.log = open(self.out / f"{name}.log", "w", encoding="utf-8", buffering=1)
        self.env = {k: v for k, v in os.environ.items() if k not in ("DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "NO_AT_BRIDGE", "DISPLAY", "WAYLAND_DISPLAY")}
        home = self.work / "home"
        self.env.update(HOME=str(home), XDG_DATA_HOME=str(home / "data"), XDG_CONFIG_HOME=str(home / "config"), XDG_CACHE_HOME=str(home / "cache"),
                        XDG_RUNTIME_DIR=str(self.work / "run"), GSETTINGS_BACKEND="memory", GNOME_ACCESSIBILITY="1",
                        LC_ALL="C.UTF-8", PF_SPEECH_LOG=str(self.speech), NO_PROXY="127.0.0.1", no_proxy="127.0.0.1")
        for folder in (home / "data" / "orca", home / "config", home / "cache", self.work / "run"):
            folder.mkdir(parents=True, mode=0o700)

    # --- processes

    def start(self, *command, **options):
        err = open(self.work / f"{Path(command[-1] if len(command) == 2 else command[0]).name}.err", "ab")
        process = subprocess.Popen(command, env=self.env, stderr=err, stdout=options.pop("stdout", err), stdin=subprocess.DEVNULL, start_new_session=True, **options)
        self.processes.append(process)
        return process

    def up(self):
        read, write = os.pipe()
        self.start("Xvfb", "-displayfd", str(write), "-screen", "0", "1100x900x24", "-nolisten", "tcp", pass_fds=(write,))
        os.close(write)
        display = b""
        while not display.endswith(b"\n"):
            part = os.read(read, 16)
            if not part:
                raise RuntimeError("Xvfb did not start")
            display += part
        os.close(read)
        self.env["DISPLAY"] = ":" + display.decode().strip()
        bus = self.start("dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=subprocess.PIPE)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        self.start("/usr/libexec/at-spi-bus-launcher", "--launch-immediately")
        time.sleep(1)
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            subprocess.run(["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties.Set",
                            "string:org.a11y.Status", f"string:{name}", "variant:boolean:true"], env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=20)
        self.start("openbox", "--sm-disable")
        time.sleep(0.5)
        prefs = self.work / "home" / "data" / "orca"
        shutil.copy(HERE / "orca-customizations.py", prefs / "orca-customizations.py")
        self.start("/usr/bin/python3", str(HERE / "orca-alone.py"), "--debug-file", str(self.work / "orca-debug.out"), "--user-prefs", str(prefs), "--enable", "speech", "--disable", "braille")
        self.until(lambda: '"start"' in self.speech.read_text(), 30, "Orca did not start")
        time.sleep(1.5)
        self.open_browser()
        self.ask("1")
        self.drain(quiet=2.0, patience=8.0)
        return self

    def open_browser(self):
        address = f"http://127.0.0.1:{self.site.port}/"
        profile = self.work / "profile"
        profile.mkdir()
        if self.browser == "firefox":
            prefs = {"accessibility.force_disabled": -1, "browser.shell.checkDefaultBrowser": False, "browser.aboutwelcome.enabled": False,
                     "datareporting.policy.dataSubmissionEnabled": False, "browser.startup.homepage_override.mstone": "ignore", "app.update.enabled": False,
                     "toolkit.telemetry.reportingpolicy.firstRun": False, "browser.tabs.firefox-view": False, "termsofuse.bypassNotification": True,
                     "browser.preonboarding.enabled": False, "network.captive-portal-service.enabled": False, "network.connectivity-service.enabled": False,
                     "trailhead.firstrun.didSeeAboutWelcome": True, "sidebar.revamp": False, "browser.translations.automaticallyPopup": False, "dom.disable_open_during_load": False,
                     "general.smoothScroll": False, "browser.sessionstore.resume_from_crash": False, "signon.rememberSignons": False, "browser.newtabpage.enabled": False}
            (profile / "user.js").write_text("".join(f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in prefs.items()))
            self.start("firefox-esr", "--no-remote", "--profile", str(profile), "--width", "1100", "--height", "880", address)
        else:
            self.start("chromium", "--no-sandbox", "--force-renderer-accessibility", f"--user-data-dir={profile}", "--no-first-run", "--no-default-browser-check",
                       "--disable-gpu", "--window-size=1090,880", "--window-position=0,0", "--ozone-platform=x11", "--password-store=basic", "--disable-features=Translate", address)

    def until(self, ready, seconds, otherwise):
        end = time.time() + seconds
        while time.time() < end:
            if ready():
                return
            time.sleep(0.1)
        raise RuntimeError(otherwise)

    def down(self):
        for process in reversed(self.processes):
            try:
                os.killpg(process.pid, signal.SIGTERM)
            except ProcessLookupError:
                continue
        time.sleep(1)
        for process in self.processes:
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait()
        for pid in self.orphans():
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.site.server.shutdown()
        self.log.close()
        debug = self.work / "orca-debug.out"
        if os.environ.get("PF_KEEP") and debug.exists():
            shutil.copy(debug, self.out / f"{self.name}.orca-debug.txt")
        shutil.rmtree(self.work, ignore_errors=True)

    def orphans(self):
        """What was started by what was started: the daemons of AT-SPI leave their group."""
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if str(self.work).encode() in (process / "environ").read_bytes() and int(process.name) != os.getpid():
                    found.append(int(process.name))
            except OSError:
                continue
        return found

    def __enter__(self):
        try:
            return self.up()
        except BaseException:
            for file in self.work.glob("*.err"):
                print(f"--- {file.name}\n{file.read_text(errors='replace')[-1500:]}")
            self.down()
            raise

    def __exit__(self, *_):
        self.down()

    # --- what is heard

    def ask(self, js):
        return self.site.ask(js)

    def fresh(self):
        text = self.speech.read_text(encoding="utf-8")
        lines = [json.loads(line) for line in text.split("\n")[self.seen:] if line.strip()]
        self.seen += len(lines)
        return lines

    def drain(self, quiet=0.6, patience=3.0, most=10.0, until=None):
        """What was spoken since: until it has been quiet for a while after something was said, with `until` after that
        was said. A machine that is busy is waited for, one that is quick is not; silence is what lasts `patience`."""
        begin = last = time.time()
        heard = []
        while True:
            more = self.fresh()
            if more:
                heard += more
                last = time.time()
            spoken = " | ".join(line["text"] for line in heard if line["kind"] in SPOKEN)
            now = time.time()
            if now - begin >= most:
                return heard
            done = re.search(until, spoken) if until else spoken
            if now - last >= quiet and (done or not spoken and now - begin >= patience):
                return heard
            time.sleep(0.05)

    def part(self, title):
        self.section = title
        self.write(f"\n## {title}")

    def write(self, line):
        self.log.write(line + "\n")
        print(line, flush=True)

    def note(self, text):
        self.write(f"   ({text})")

    def record(self, does, heard):
        """Writes down what was heard, and returns it without what was cut off before it could be heard."""
        out = []
        for index, line in enumerate(heard):
            if line["kind"] not in SPOKEN:
                continue
            after = heard[index + 1:]
            stops = [place for place, other in enumerate(after) if other["kind"] == "stop" and other["t"] - line["t"] < CUT]
            out.append((line, any(later["kind"] != "stop" for place in stops[:1] for later in after[place + 1:])))
        self.write(f"[{does}]")
        for line, cut in out:
            language = f" <{line['lang']}>" if line.get("lang") else ""
            self.write(f"    {'~' if cut else ' '} {line['text']}{language}")
        if not out:
            self.write("      -- silence --")
        for line, _ in out:
            if line["text"] in ("Focus mode", "Browse mode"):
                self.focus_mode = line["text"] == "Focus mode"
        texts = [line["text"] for line, _ in out]
        self.lines.append({"section": self.section, "does": does, "said": texts, "cut": [cut for _, cut in out]})
        return [line["text"] for line, cut in out if not cut]

    def key(self, *keys, **waits):
        said = []
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], env=self.env, check=True, timeout=20)
            said += self.record(key, self.drain(**waits))
        return said

    def press(self, key, until=None):
        """A key that changes what is on the screen, which takes longer, and may be told in several parts."""
        return self.key(key, quiet=1.2, patience=4.0, until=until)

    def browse(self):
        """Into browse mode, in which letters move through the page."""
        if self.focus_mode:
            self.key("Insert+a")

    def to(self, selector, containing=""):
        """Puts the focus on a control of the first widget without walking to it; said in the log."""
        found = self.ask("((e) => { e?.focus(); return !!e })([...document.querySelector('partner-fit').shadowRoot.querySelectorAll("
                         + json.dumps(selector) + ")].find((e) => e.textContent.includes(" + json.dumps(containing) + ")))")
        said = self.record(f"focus put on {selector} {containing}" + ("" if found else ": NOT THERE"), self.drain())
        return said if found else []

    def tab_to(self, beginning, most=12):
        """Tab until the focus is on what begins like this, and no further than the end of the widget."""
        for _ in range(most):
            focus = self.focus()
            if focus.startswith(beginning):
                return True
            if focus.startswith("a Host link after"):
                return False
            self.key("Tab")
        return self.focus().startswith(beginning)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "60", "--", text], env=self.env, check=True, timeout=20)
        return self.record(f"type {text}", self.drain())

    def does(self, what, js, **options):
        self.ask(js)
        return self.record(what, self.drain(**options))

    def focus(self):
        return self.ask("described()")

    def tree(self, name):
        """The accessible tree of the page, as a file beside the log."""
        tree = subprocess.run(["/usr/bin/python3", str(HERE / "tree.py")], env=self.env, capture_output=True, text=True, timeout=60)
        (self.out / f"{name}.tree.txt").write_text(tree.stdout + tree.stderr, encoding="utf-8")
        return tree.stdout
