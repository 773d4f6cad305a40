"""The result: the advice, the plan, the topics, tables, own weights, and another answer that is tried."""
import re

# What stands on the result, in the order in which it is seen, with every fold closed.
ORDER = [r"of 100 points", r"Strong:", r"To gain:", r"Save or share your result", r"Set your own weights", r"Your plan", r"Where you stand",
         r"All figures as a table", r"Why this advice\?", r"How you could work together", r"How firm is this\?", r"Save, print or compare",
         r"About this result", r"Check or change answers", r"Start again"]
FOLDS = {"why": r"Why this advice\?", "together": r"How you could work together", "firm": r"How firm is this\?", "save": "Save, print or compare",
         "about": "About this result"}
ROOT = "document.querySelector('partner-fit').shadowRoot"
SHARE = "What share of your active customers are ideal customers for the vendor\\?"
# The controls whose name does not begin with the words that are seen, or that show no word at all.
MISNAMED = """(() => { const root = %s; const bad = [];
  for (const control of root.querySelectorAll('button, summary, a[href], label')) {
    const copy = control.cloneNode(true);
    copy.querySelectorAll('.unseen, [aria-hidden=true]').forEach((node) => node.replaceWith(' '));
    const plain = (text) => text.replace(/\\s+/g, ' ').trim();
    const seen = plain(copy.textContent), name = plain(control.getAttribute('aria-label') ?? control.textContent);
    if (!/\\p{L}/u.test(seen) || !name.startsWith(seen.split(' ')[0])) bad.push(control.localName + ': ' + name);
  }
  return bad.join(', '); })()""" % ROOT


def announced(b, c):
    """8 the result"""
    c.reaches(b.tab_to("button.button primary See the result", 20), "See the result")
    said = b.press("Return", until="heading level 2")
    advice = b.ask(f"{ROOT}.querySelector('#heading').textContent")
    c.hears(said, re.escape(advice) + " heading level 2", "the advice is announced as the heading", known="A1")
    c.that(b.focus().startswith("h2#heading"), "the focus is on the advice", detail=b.focus())
    b.to("#heading")
    b.browse()
    said = b.key("KP_Add", quiet=2.5, most=45, until="Host link after")
    c.order(said, [re.escape(advice), *ORDER], "the whole result is read in the order in which it is seen")
    c.hears(said, r"Between \d+ and \d+ of 100 points", "the score is a sentence, said once", times=1)
    c.hears(said, r"\d[\d.]*( to \d[\d.]*)? of \d+", "each topic says its points of how many")
    c.not_hears(said, r"\d+–\d+", "no range is written with a dash alone")
    c.not_hears(said, r"statusbar", "no empty live region is read")
    c.hears(said, r"leaving form", "no button is in a form of its own", times=0)
    c.not_hears(said, r"clickable", "nothing is called clickable that is no control")
    c.not_hears(said, r"(?i)radar|image|graphic", "no picture is read beside the words that say the same")
    tree = b.tree(f"{b.name}-result")
    c.not_hears(said, r"[a-z]:[A-Z]|[a-z]\d|\d[A-Z][a-z]", "no words are spoken as one")
    names = [re.sub(r" (desc|text|actions|lang)=.*| \{.*", "", line.strip()) for line in tree.split("\n")]
    together = [name for name in names if re.search(r"[a-z]\d|\d[A-Z][a-z]|[.?:!][A-Z]", name)]
    c.that(not together, "no words run together in a name", detail=together[:5])
    rows = re.findall(r"(?:push button|button|toggle button|disclosure triangle) '([^']*?: ?[\d.]+(?: to [\d.]+)? of \d+)'", tree)
    c.that(len(rows) == 6, "each of six topics is named with its points: “Revenue: 3 to 7 of 8”", detail=rows)


def plan(b, c):
    """9 the plan"""
    names = b.ask(f"[...{ROOT}.querySelectorAll('summary')].map((e) => e.textContent.replace(/\\s+/g, ' ').trim()).join('\\n')").split("\n")
    c.that(len(names) == len(set(names)), "no two things to unfold have one name",
           detail=[n for n in names if names.count(n) > 1])
    b.to(".plan .item summary")
    b.to(".plan .item .why-item summary")
    said = b.press("Return", until="expanded")
    c.hears(said, r"expanded", "the reason of an action says that it is unfolded")
    b.to(".plan .item .why-item summary")
    title = b.ask(f"{ROOT}.querySelector('.plan .item .item-title').textContent")
    tree = b.tree(f"{b.name}-plan")
    c.that(re.search(r"'Why\? ?:? " + re.escape(title), tree), "“Why?” names its action", detail=re.findall(r".*'Why\?.*", tree)[:3])
    wrong = b.ask(MISNAMED)
    c.that(wrong == "", "the words that are seen begin the name of their control", detail=wrong)


def folds(b, c):
    """10 what is folded away"""
    for fold, title in FOLDS.items():
        b.to("#heading")
        said = b.to(f"#{fold} > summary")
        c.hears(said, title, f"{title} is announced")
        c.hears(said, r"collapsed", f"{title} says that it is folded")
        if fold not in ("save",):
            said = b.press("Return", until="expanded")
            c.hears(said, r"expanded", f"{title} says that it is unfolded")
    b.tree(f"{b.name}-folds")


def table(b, c):
    """11 the figures as a table"""
    b.to(".part summary", "All figures as a table")
    said = b.press("Return", until="expanded")
    c.hears(said, r"expanded", "what unfolds says so")
    stops = b.ask(f"[...{ROOT}.querySelectorAll('.table-frame')].filter((f) => f.offsetWidth && f.scrollWidth <= f.clientWidth && f.hasAttribute('tabindex')).length")
    c.that(stops == 0, "a table that does not scroll is no stop for Tab", detail=f"{stops} stops")
    said = b.key("Tab")
    c.not_hears(said, r"Where you stand panel", "Tab goes past a table that does not scroll")
    b.to(".part summary", "All figures as a table")
    b.browse()
    shape = b.ask(f"((t) => [t.rows.length, t.rows[0].cells.length, t.caption.textContent])({ROOT}.querySelector('.table-frame table'))")
    rows, columns, title = shape
    said = b.key("t", until="table with")
    c.hears(said, rf"table with {rows} rows {columns} columns", "the table says its size")
    c.hears(said, re.escape(title), "the title of the table is said, once", times=1)
    said = b.key("Down") + b.key("Down")
    said += b.key("Down") if not any("column header" in text for text in said) else []
    c.order(said, [r"Result column header", r"Weight column header", r"Points gained column header"], "each figure is read with the heading of its column")
    b.tree(f"{b.name}-table")
    b.to(".part summary", "All figures as a table")
    b.press("Return")


def weights(b, c):
    """12 own weights"""
    b.to("#weights > summary")
    said = b.press("Return", until="expanded")
    c.not_hears(said, r"Now \d+", "unfolding the weights says no score unasked")
    said = b.key("Tab", until="slider")
    c.hears(said, r"Market alignment.* slider", "a slider is named by its topic")
    c.hears(said, r"24 ?%", "a slider says its weight")
    if not b.focus_mode:
        b.key("Insert+a")
    shares = [24]
    for press in ("first", "second", "third", "fourth"):
        share = f"(e => e.getAttribute('aria-valuetext'))({ROOT}.querySelector('.slider'))"
        said = b.press("Left")
        shares.append(int(b.ask(share).rstrip("%")))
        c.hears(said, rf"(?<![\d:] ){shares[-1]}%", f"the {press} press says the weight that it made")
        c.not_hears(said, r"\d+–\d+", f"no range is written with a dash alone after the {press} press")
        if shares[-1] != shares[-2]:  # a press may be too small for a whole percent
            c.hears(said, rf"Market alignment: {shares[-1]}%\. Now (\d+|\d+ to \d+) points: \w+", f"and with the {press} press the score that follows, once", times=1)
    c.that(len(set(shares)) >= 4, "the presses made three other weights", detail=shares)
    b.to("button", "Back to the given weights")
    said = b.press("Return", until="slider")
    c.that(b.focus().startswith("input"), "the focus goes to the first slider where the button goes away", detail=b.focus())
    c.hears(said, r"Market alignment.* slider", "that is heard")


def trial(b, c):
    """13 another answer is tried"""
    b.to(".topic summary", "Market alignment")
    said = b.press("Return", until="expanded")
    c.hears(said, r"expanded", "a topic says that it is unfolded")
    b.to("#trial-customer-overlap button")
    said = b.press("Return", until="radio button")
    c.hears(said, SHARE + " panel", "the answers to try are a group with the question as its name")
    c.hears(said, r"radio button", "the focus is on an answer, and it is heard")
    c.not_hears(said, r"instead of", "nothing is tried before the reader chooses")
    chosen = b.ask(f"(() => {{ const r = [...{ROOT}.querySelectorAll('#trial-customer-overlap input')]; return r.findIndex((e) => e.checked) }})()")
    c.that(chosen == 3, "the answer that was given is the one that is chosen", detail=chosen)
    c.hears(said, r"Less than 10%.* \d+( to \d+)?: \w+", "each answer says where it would lead")
    b.browse()
    said = b.key("space", quiet=1.2, until="instead of")
    c.hears(said, r"\d+( to \d+)? points instead of \d+( to \d+)?[,:] ", "what another answer would do is said, once", times=1)
    c.not_hears(said, r"\d+–\d+", "no range is written with a dash alone where an answer is tried")
    b.tree(f"{b.name}-trial")
    b.to("#trial-customer-overlap button")
    said = b.press("Return", until="collapsed|Try another answer")
    c.that(b.focus().startswith("button.button quiet Try another answer"), "the focus stays where the trial goes away", detail=b.focus())
    c.hears(said, r"collapsed|Try another answer", "that the trial has ended is heard")


PARTS = (announced, plan, folds, table, weights, trial)
