"""The evaluator in other pages: Dutch in an English one, two of them in one, and text of twice the size on a telephone."""
import re

# What reaches beyond the sides of the window, in a frame of 320 px; a table scrolls in a frame of its own.
CUT_OFF = """(() => { const view = phone().window, root = phone().root;
  const over = [...root.querySelectorAll('*')].filter((e) => e.getClientRects().length && !e.closest('.table-frame table, .unseen') && !e.closest('svg > *')
    && (e.getBoundingClientRect().right > view.innerWidth + 1 || e.getBoundingClientRect().left < -1));
  const page = view.document.scrollingElement;
  return { heading: root.querySelector('#heading')?.textContent, cut: [...new Set(over.map((e) => e.localName + '.' + e.className))].slice(0, 8),
    wider: page.scrollWidth - page.clientWidth, size: view.getComputedStyle(root.querySelector('.base')).fontSize }; })()"""
# The frames of tables: how many scroll, and how many of those, and of the others, can be reached with Tab and are named.
FRAMES = """(() => { const frames = [...phone().root.querySelectorAll('.table-frame')].filter((f) => f.offsetWidth);
  const scrolls = (f) => f.scrollWidth > f.clientWidth, named = (f) => f.getAttribute('tabindex') === '0' && f.getAttribute('role') === 'group' && f.getAttribute('aria-label');
  return { scroll: frames.filter(scrolls).length, reached: frames.filter((f) => scrolls(f) && named(f)).length,
    others: frames.filter((f) => !scrolls(f) && f.hasAttribute('tabindex')).length }; })()"""


def dutch(b, c):
    """17 Dutch in an English page"""
    b.ask("widgets([{ assessment: 'company', load: 'eager', lang: 'nl' }])")
    b.record("a Dutch one is put into the page", b.drain(patience=1.5))
    b.ask("document.querySelector('header a').focus()")
    b.record("focus put before it", b.drain())
    said = b.key("Tab", until="Beginnen")
    c.hears(said, r"Past kanaalverkoop bij uw bedrijf\?", "the Dutch title is read")
    c.hears(said, r"Beginnen push button", "the Dutch button is read")
    tree = b.tree(f"{b.name}-nl")
    if b.browser == "firefox":  # Chromium gives the locale of the process for all
        c.that(re.search(r"landmark 'Past kanaalverkoop[^\n]*lang=nl", tree), "the language of the evaluator is told to the screen reader")


def two(b, c):
    """18 two in one page"""
    b.ask("widgets([{ assessment: 'company', load: 'eager' }, { assessment: 'partner', load: 'eager' }])")
    b.record("two are put into the page", b.drain(patience=1.5))
    b.ask("document.querySelector('header a').focus()")
    b.record("focus put before them", b.drain())
    b.browse()
    said = b.key("m", "m", "m")
    c.hears(said, r"Do channel sales suit your company", "the first landmark is told by its name")
    c.hears(said, r"Are you the right partner", "the second landmark is told by its name")
    c.not_hears(said, r"statusbar", "a landmark does not begin with an empty live region")


def large(b, c):
    """19 text of twice the size on a telephone of 320 px"""
    b.ask("telephone(320, 'partner', '32px')")
    b.record("a telephone is put into the page", b.drain(patience=1.5))
    for screen in ("start", "first step", "number", "review", "result", "result, unfolded"):
        b.ask(f"phone().show({screen!r})")
        found = b.ask(CUT_OFF)
        b.note(found)
        c.that(not found["cut"] and found["wider"] <= 1 and found["size"] == "32px", f"no text is cut off: {screen}", detail=found)
    frames = b.ask(FRAMES)
    b.note(frames)
    c.that(frames["scroll"] > 0 and frames["reached"] == frames["scroll"] and frames["others"] == 0,
           "a table that scrolls is reached with Tab and has a name, one that does not is not", detail=frames)


PARTS = (dutch, two, large)
