#!/usr/bin/python3
"""Walks the evaluator with Orca and checks what is spoken. See README.md.

python3 walk.py SITE [--browser firefox|chromium] [--out FOLDER] [--strict]
"""
import argparse
import json
import signal
import sys
import time
from pathlib import Path

import pages
import questions
import result
import sharing
from bench import Bench
from checks import Checks


def walk(b, c):
    for part in (*questions.PARTS, *result.PARTS, *sharing.PARTS, *pages.PARTS):
        b.part(part.__doc__)
        part(b, c)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("site", help="the folder of a release")
    arguments.add_argument("--browser", default="firefox", choices=["firefox", "chromium"])
    arguments.add_argument("--out", default="out")
    arguments.add_argument("--strict", action="store_true", help="known findings that are no doing of Orca's fail too")
    given = arguments.parse_args()
    # Ended from outside, it still ends what it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    checks, began = Checks(given.browser), time.time()
    name = f"orca-{given.browser}"
    with Bench(given.site, given.out, given.browser, name) as bench:
        try:
            walk(bench, checks)
        finally:
            heard = {"heard": bench.lines, "checks": checks.rows}
            (Path(given.out) / f"{name}.json").write_text(json.dumps(heard, ensure_ascii=False, indent=1))
    print("\n=== checks")
    checks.report()
    print(f"\n{given.browser}: {len(checks.rows)} checks, {checks.count()}, {time.time() - began:.0f} s")
    sys.exit(1 if checks.failed(given.strict) else 0)


if __name__ == "__main__":
    main()
