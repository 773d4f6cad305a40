"""The walk from the start to the review: a region, questions, errors, steps, a number."""
import re

GIVE = """(async () => { const w = document.querySelector('partner-fit');
  const m = await (await fetch('/dist/assessments/partner.json')).json(); const a = {};
  for (const c of m.criteria) for (const q of c.questions) if (q.kind !== 'number') a[q.id] = q.options[q.options.length > 3 ? 3 : 0].id;
  a['largest-vendor-share'] = 'unsure'; w.answers = a; return 'given'; })()"""
CONTINUE = "button.button primary Continue"
SHARE = "What share of your active customers are ideal customers for the vendor\\?"
CONTACT = "Who is usually your contact at ideal customers for the vendor\\?"
REVENUE = "What was your revenue in the last full financial year\\?"
# Orca cannot hear a heading that takes the focus while what had it goes away.
SILENT = {"chromium": "A1"}


def start(b, c):
    """1 start"""
    b.note(b.ask("navigator.userAgent"))
    b.ask("widgets([{ assessment: 'partner', load: 'eager', storage: 'local' }])")
    b.record("the evaluator is put into the page", b.drain(patience=1.5))
    b.ask("document.querySelector('header a').focus()")
    b.record("focus put before it", b.drain())
    said = b.key("Tab", until="Start push button")
    c.hears(said, r"region Are you the right partner", "the evaluator is entered as a region with its title")
    c.hears(said, r"Start push button", "the button Start is announced")
    c.not_hears(said, r"\bform\b", "the button is in no form that is spoken of")
    b.browse()
    said = b.key("h")
    c.hears(said, r"Are you the right partner for the vendor\? heading level 2", "the title is a heading of level 2")
    c.not_hears(said, "clickable", "no heading is called clickable")
    tree = b.tree(f"{b.name}-start")
    live, title = tree.find("'live': 'polite'"), tree.find("heading 'Are you the right partner")
    c.that(0 <= title < live, "no live region comes before the title", detail=f"heading at {title}, status at {live}")


def first_step(b, c):
    """2 first step"""
    c.reaches(b.tab_to("button.button primary Start"), "Start")
    said = b.press("Return", until="Market alignment")
    c.hears(said, r"Step 1 of 7", "the first step is announced, once", times=1, known=SILENT)
    c.hears(said, r"Market alignment heading level 2", "the first step is announced as a heading", known=SILENT)
    c.that(b.focus().startswith("h2#heading"), "the focus is on the heading", detail=b.focus())
    tree = b.tree(f"{b.name}-step")
    heading = re.search(r"heading '(Step 1 of 7[^']*)'", tree)
    c.that(heading and re.search(r"of 7 ?: ?Market", heading[1]), "place and title do not run together", detail=heading and heading[1])


def choices(b, c):
    """3 a question with choices"""
    said = b.key("Tab", until="1 of 6")
    c.hears(said, SHARE + " panel", "the question is the name of the group")
    c.hears(said, r"Less than 10%", "the first option is announced")
    c.hears(said, r"not selected radio button", "the option says that it is a radio button, not selected")
    c.hears(said, r"1 of 6", "the option says its place among six")
    tree = b.tree(f"{b.name}-step")
    c.that(re.search("panel '" + SHARE + "' desc='These are the buyers", tree) or re.search("grouping '" + SHARE + "' desc='These are the buyers", tree),
           "the hint is the description of the group", detail=re.findall(r".*What share of your active.*", tree)[:2])
    b.browse()
    b.key("Down")
    said = b.key("space")
    c.hears(said, r"^selected|selected radio button", "choosing is announced")
    b.key("Insert+a")
    said = b.key("Down")
    c.hears(said, r"selected radio button", "arrows choose in focus mode, and say so")
    b.key("Insert+a")
    b.ask("document.querySelector('partner-fit').answers = {}")


def missing(b, c):
    """4 what is missing"""
    c.reaches(b.tab_to(CONTINUE), "Continue")
    said = b.press("Return", until=CONTACT)
    c.hears(said, r"Something is still missing", "the error summary is announced, once", times=1)
    c.order(said, [SHARE, CONTACT], "what is missing is read in the order of the questions")
    c.hears(said, CONTACT, "each missing question is read once", times=1)
    c.not_hears(said, r"\?Choose", "question and error do not run together")
    c.not_hears(said, "clickable", "the error summary is not called clickable")
    c.that("error-summary" in b.focus(), "the focus is on the error summary", detail=b.focus())
    tree = b.tree(f"{b.name}-errors")
    c.that(re.search(SHARE + "' desc='[^']*Error: Choose an answer", tree), "the error is part of the description of its question",
           detail=re.findall(r".*What share of your active.*", tree)[:3])
    c.reaches(b.tab_to("a What share of your active"), "the link of the first error")
    said = b.press("Return", until="1 of 6")
    c.hears(said, SHARE + " panel", "a link of the summary leads to its question")
    c.hears(said, r"Less than 10%", "and to its first option")


def steps(b, c):
    """5 from step to step"""
    b.ask(GIVE)
    b.record("every question with options is answered", b.drain(patience=1.5))
    silent = []
    for step in range(2, 7):
        c.reaches(b.tab_to(CONTINUE), f"Continue of step {step - 1}")
        said = b.press("Return", until=rf"Step {step} of 7")
        if not any(f"Step {step} of 7" in text for text in said):
            silent.append(step)
        c.hears(said, rf"Step {step} of 7", f"step {step} is announced, once", times=1, known=SILENT)
        c.that(b.focus().startswith(f"h2#heading.heading Step {step} of 7"), f"the focus is on the heading of step {step}", detail=b.focus())
    b.note(f"silent: {silent} of 5")


def number(b, c):
    """6 a number"""
    said = b.key("Tab", until=r"0\.8")
    c.hears(said, REVENUE + " million euros a year", "the field is named by its question and unit")
    c.hears(said, REVENUE + " panel", "the question is a group")
    c.hears(said, r"fill in 0\.8", "the hint is read with the field")
    b.type("-5")
    said = b.press("Return", until=r"from 0 to 100,000")
    c.hears(said, r"Fill in a number from 0 to 100,000", "what is wrong with the number is said, once", times=1)
    c.reaches(b.tab_to("a What was your revenue"), "the link of the error")
    said = b.press("Return", until=r"Error: Fill in a number")
    c.hears(said, r"invalid", "the field says that it is invalid")
    c.hears(said, r"Error: Fill in a number from 0 to 100,000", "the error is read with the field")
    b.tree(f"{b.name}-number")
    b.key("ctrl+a")
    b.type("12.5")
    said = b.press("Return", until="Step 7 of 7")
    c.hears(said, r"Step 7 of 7", "step 7 is announced, once", times=1, known=SILENT)


def review(b, c):
    """7 review"""
    c.reaches(b.tab_to(CONTINUE), "Continue of step 7")
    said = b.press("Return", until="Check your answers")
    c.hears(said, r"Check your answers heading level 2", "the review is announced", known=SILENT)
    c.that(b.focus().startswith("h2#heading"), "the focus is on the heading of the review", detail=b.focus())
    b.browse()
    said = b.key("h") + b.key("h")
    c.hears(said, r"Market alignment heading level 3", "each criterion is a heading of level 3")
    said = b.key("b")
    c.hears(said, r"Change ?: (Complementary product|Market alignment)", "the buttons to change say what they change")
    said = b.key("Down") + b.key("Down") + b.key("Down")
    c.hears(said, r"50 to under 75%|product|customers", "the answers are read beside their questions")
    b.tree(f"{b.name}-review")


PARTS = (start, first_step, choices, missing, steps, number, review)
