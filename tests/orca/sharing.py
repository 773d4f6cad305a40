"""Taking a result along, opening an earlier one beside it, and starting again."""
from result import ROOT


def taking_along(b, c):
    """14 saving and sharing"""
    b.to("button.primary", "Save or share")
    said = b.press("Return", until="Save, print or compare")
    c.that(b.focus().startswith("summary"), "the one primary button leads to saving and sharing", detail=b.focus())
    c.hears(said, r"Save, print or compare", "that is heard")
    c.that(b.ask(f"{ROOT}.querySelector('#save').open"), "and it is unfolded")
    b.to("#save button", "Copy a link")
    for time in ("first", "second", "third"):
        said = b.press("Return", until="The link is copied")
        c.hears(said, r"The link is copied", f"that the link is copied is said the {time} time, once", times=1)
    b.to("#save button", "Save on this device")
    said = b.press("Return", until="saved on this device for 30 days")
    c.hears(said, r"Your answers are saved on this device", "that the answers are saved is said, once", times=1)
    b.to("#save .kept button", "Forget what is saved")
    said = b.press("Return", until="Nothing is saved")
    c.that(b.focus().startswith("button.button Save on this device"), "the focus goes to Save where Forget goes away", detail=b.focus())
    c.hears(said, r"Save on this device", "that is heard")
    c.hears(said, r"Nothing is saved on this device any more", "that nothing is saved is said, once", times=1)
    b.tree(f"{b.name}-sharing")


def earlier(b, c):
    """15 an earlier result"""
    b.to("#save button", "Copy a link")
    b.press("Return", until="The link is copied")
    b.to("#open details summary")
    b.press("Return", until="expanded")
    b.to("#open input[type=url]")
    b.key("ctrl+v")
    said = b.press("Return", until="Earlier and now")
    c.hears(said, r"Earlier and now", "the earlier result is announced")
    c.not_hears(said, r"Or a link to a result", "the field that is emptied is not read after it")
    c.that(b.focus().startswith("h3#earlier"), "the focus is on the comparison", detail=b.focus())
    b.to("#earlier")
    b.browse()
    said = b.key("Down", "Down", "Down", "Down")
    c.hears(said, r"of 100 points", "both scores are read as a sentence")
    c.not_hears(said, r"\d+–\d+", "no range is written with a dash alone in the comparison")
    b.to(".compare summary")
    b.press("Return", until="expanded")
    b.browse()
    said = b.key("t", until="table with")
    c.hears(said, r"table with \d+ rows 3 columns", "the comparison has a table")
    said += b.key("Down") + b.key("Down") + b.key("Down")
    c.order(said, [r"Earlier column header", r"Now column header"], "earlier and now are headings of columns")
    c.not_hears(said, r"\d+–\d+", "no range is written with a dash alone in its table")
    b.tree(f"{b.name}-earlier")
    b.to(".compare button", "Close the comparison")
    said = b.press("Return", until="Open an earlier result")
    c.that(b.focus().startswith("summary"), "the focus goes to where it was opened when the comparison is closed", detail=b.focus())
    c.hears(said, r"Open an earlier result", "that is heard")


def again(b, c):
    """16 start again"""
    b.to("#reset button")
    said = b.press("Return", until="Your answers will be gone")
    c.hears(said, r"Start again\? Your answers will be gone", "what is asked is read", known="A14")
    c.that("confirm" in b.focus(), "the focus is on the question", detail=b.focus())
    b.key("Tab")
    said = b.press("Return", until="have been cleared")
    c.hears(said, r"Your answers have been cleared", "that the answers are cleared is said, once", times=1)
    c.that("h2#heading" in b.focus(), "the focus is on the title", detail=b.focus())


PARTS = (taking_along, earlier, again)
