"""What must be, or must not be, among the utterances.

`known` names a finding that says why it is not so yet: for both browsers, or `{"chromium": "A1"}` for one.
"""
import re

# What Orca itself makes of a focus that is moved rightly, now and then. `--strict` allows these findings and no others.
OF_ORCA = ("A1", "A14")


class Checks:
    def __init__(self, browser):
        self.browser, self.rows = browser, []

    def row(self, good, what, known, said):
        known = known if known is None or isinstance(known, str) else known.get(self.browser)
        # A finding that is heard only now and then is "mended" in some runs; only many runs say that it is gone.
        state = "ok" if good and not known else "mended?" if good else f"known {known}" if known else "FAIL"
        self.rows.append({"state": state, "what": what, "known": known, "said": said})

    def hears(self, said, pattern, what, known=None, times=None):
        text = " | ".join(said)
        count = len(re.findall(pattern, text))
        self.row(count == times if times is not None else count > 0, what, known, text)

    def not_hears(self, said, pattern, what, known=None):
        """Silence is no proof: where nothing was said at all this is not so either."""
        text = " | ".join(said)
        self.row(text and not re.search(pattern, text), what, known, text)

    def order(self, said, patterns, what, known=None):
        text, place, missing = " | ".join(said), 0, None
        for pattern in patterns:
            found = re.search(pattern, text[place:])
            if not found:
                missing = pattern
                break
            place += found.end()
        self.row(missing is None, what, known, f"without {missing!r}: {text}" if missing else text)

    def that(self, good, what, known=None, detail=""):
        self.row(bool(good), what, known, str(detail))

    def reaches(self, good, what):
        """A place that a key should lead to. What comes after it means little where it does not."""
        self.row(bool(good), f"Tab reaches {what}", None, "")

    def report(self):
        for row in self.rows:
            heard = f"\n           heard: {row['said'][:600]}" if row["state"].split()[0] in ("FAIL", "known") else ""
            print(f"{row['state']:10} {row['what']}{heard}")

    def count(self):
        count = {}
        for row in self.rows:
            state = row["state"].split()[0]
            count[state] = count.get(state, 0) + 1
        return count

    def failed(self, strict):
        return [row for row in self.rows if row["state"] == "FAIL" or strict and row["state"].startswith("known") and row["known"] not in OF_ORCA]
