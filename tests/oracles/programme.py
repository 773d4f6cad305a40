"""A second computation of everything that is measured, written from the formulas of the specification and not from our code.

Standard library only. `python3 programme.py` first proves itself on the worked numbers, then prints a JSON object: how many of
its sheets have unknowns, few cases and zeros, and each sheet with what it must come to. The sheets come from a kept seed.
"""

import json
import random
import sys
from itertools import product
from math import sqrt

SEED = 20261127
SHEETS = 1000
Z = 1.6448536269514722
TINY = 1e-9


# ---- intervals and value functions ----

def wilson(k, n):
    p, z2 = k / n, Z * Z
    centre = (p + z2 / (2 * n)) / (1 + z2 / n)
    spread = Z / (1 + z2 / n) * sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return (0.0 if k == 0 else centre - spread, 1.0 if k == n else centre + spread)


def byar(k):
    low = 0.0 if k == 0 else k * (1 - 1 / (9 * k) - Z / (3 * sqrt(k))) ** 3
    m = k + 1
    return (low, m * (1 - 1 / (9 * m) + Z / (3 * sqrt(m))) ** 3)


def line(points, x):
    if x <= points[0][0]:
        return points[0][1]
    for (a, va), (b, vb) in zip(points, points[1:]):
        if x <= b:
            return va + (vb - va) * (x - a) / (b - a)
    return points[-1][1]


def bounds(points, low, high):
    values = [line(points, x) for x in [low, high] + [a for a, _ in points if low <= a <= high]]
    return min(values), max(values)


# ---- the two checks, as the specification's tables say ----

CAC = [(0.5, 1), (0.8, 0.75), (1.0, 0.5), (1.5, 0.2), (2.0, 0)]
GAP = [(-0.2, 0), (0.0, 0.6), (0.1, 1)]
KEEP = [(0.6, 0), (0.8, 0.5), (0.95, 1)]
USE = [(0, 0), (0.2, 0.4), (0.5, 0.8), (0.75, 1)]
PLAN = [(0, 0), (1, 1)]

COUNTS = {
    "direct-new", "partner-new", "direct-start", "direct-kept", "direct-grown", "partner-start", "partner-kept",
    "partner-grown", "material", "events", "tried", "certified", "registered", "decided", "accepted", "lead", "partners",
    "start", "kept", "trained", "trained-plan", "visits", "visits-plan", "certified-plan",
}


def ind(id, weight, points, of, by, against=None, against_by=None, how=None, subset=False, least=20, none="unknown"):
    return dict(id=id, weight=weight, points=points, of=of, by=by, against=against, against_by=against_by, how=how,
                subset=subset, least=least, none=none)


PROGRAMME = [
    ("profitability", 30, [
        ind("cac-ratio", 2, CAC, ["channel-fixed", "channel-variable", "share-paid"], ["partner-new"],
            ["direct-cost"], ["direct-new"], "ratio", least=5, none="worst"),
        ind("retention-gap", 1, GAP, ["partner-kept"], ["partner-start"], ["direct-kept"], ["direct-start"], "difference", True),
        ind("growth-gap", 1, GAP, ["partner-grown"], ["partner-kept"], ["direct-grown"], ["direct-kept"], "difference", True),
        ind("partner-retention", 1, KEEP, ["partner-kept"], ["partner-start"], subset=True),
    ], []),
    ("training", 20, [
        ind("material-share", 1, USE, ["material"], ["partners"], subset=True),
        ind("event-share", 1, USE, ["events"], ["partners"], subset=True),
        ind("certificate-share", 1, [(0, 0), (0.1, 0.4), (0.3, 0.8), (0.5, 1)], ["tried"], ["partners"], subset=True),
    ], []),
    ("success", 30, [
        ind("deals-per-partner", 1, [(0, 0), (1, 0.4), (4, 0.8), (8, 1)], ["registered"], ["partners"]),
        ind("accepted-share", 1, [(0.3, 0), (0.6, 0.6), (0.8, 1)], ["accepted"], ["decided"], subset=True),
        ind("active-share", 1, [(0, 0), (0.1, 0.3), (0.25, 0.7), (0.5, 1)], ["lead"], ["partners"], subset=True),
    ], []),
    ("performance", 20, [], ["revenue-potential", "strategic-advantage", "operational", "relationship"]),
]
CHOICES = {
    "revenue-potential": ["not-tracked", "under-25", "from-25", "from-50", "from-75"],
    "strategic-advantage": ["none", "one", "two", "three-four", "five"],
    "operational": ["not-tracked", "under-25", "from-25", "from-50", "from-75"],
    "relationship": ["not-tracked", "under-25", "from-25", "from-50", "from-75"],
    "new-markets": ["nothing", "more-customers", "new-kind", "new-market", "several-markets"],
    "last-talk": ["never", "within-year", "within-half", "within-quarter", "within-month"],
    "plan-dated": ["none", "talked", "old", "written", "looked-at"],
    "disputes": ["serious", "several", "one", "minor", "none"],
}
SCORECARD = [
    ("revenue-potential", 35, [
        ind("attainment", 2, [(0, 0), (0.5, 0.4), (1, 0.8), (1.5, 1)], ["revenue"], ["revenue-plan"], none="out"),
        ind("pipeline-cover", 1, [(0, 0), (1, 0.6), (3, 1)], ["pipeline"], ["revenue-plan"], none="out"),
    ], []),
    ("strategic-advantage", 20, [ind("retention", 1, KEEP, ["kept"], ["start"], subset=True)], ["new-markets"]),
    ("operational", 25, [
        ind("trained-share", 1, PLAN, ["trained"], ["trained-plan"], least=0, none="out"),
        ind("visits-share", 1, PLAN, ["visits"], ["visits-plan"], least=0, none="out"),
        ind("certified-share", 1, PLAN, ["certified"], ["certified-plan"], least=0, none="out"),
    ], []),
    ("relationship", 20, [], ["last-talk", "plan-dated", "disputes"]),
]
TIERS = [("registered", 0, 0.0), ("silver", 50, 0.0), ("gold", 70, 0.25), ("platinum", 85, 0.5)]


# ---- one indicator ----

def state(sheet, name):
    value = sheet.get(name)
    if value == "n/a":
        return "out"
    return "unknown" if value is None or value == "unsure" else "known"


def side(sheet, above, below, subset):
    k, n = sum(sheet[f] for f in above), sum(sheet[f] for f in below)
    q = k / n
    if subset:
        return q, wilson(k, n), n
    if all(f in COUNTS for f in above):
        low, high = byar(k)
        return q, (low / n, high / n), k
    if all(f in COUNTS for f in below):
        low, high = byar(n)
        return q, (k / high, k / low), n
    return q, (q, q), None


def read(i, sheet):
    """What an indicator comes to: state, x, interval, count, note, value, value's range."""
    found = dict(id=i["id"], x=None, low=None, high=None, count=None, note=None, value=None, valueLow=None, valueHigh=None)
    parts = i["of"] + i["by"] + (i["against"] or []) + (i["against_by"] or [])
    states = [state(sheet, f) for f in parts]
    if i["subset"]:
        possible = (-1, 1) if i["how"] == "difference" else (0, 1)
    else:
        possible = (0, 1e300)

    def unknown(note=None):
        low, high = bounds(i["points"], *possible)
        return dict(found, state="unknown", note=note, valueLow=low, valueHigh=high)

    if "out" in states:
        return dict(found, state="out")
    if "unknown" in states:
        return unknown()
    k, n = sum(sheet[f] for f in i["of"]), sum(sheet[f] for f in i["by"])
    if n == 0:
        if i["none"] == "out":
            return dict(found, state="out")
        if k > 0 and i["none"] == "worst":
            worst = min(v for _, v in i["points"])
            return dict(found, state="known", note="none-won", value=worst, valueLow=worst, valueHigh=worst)
        return unknown("nothing-yet")
    q, (low, high), count = side(sheet, i["of"], i["by"], i["subset"])
    counts = [count]
    x = q
    if i["against"]:
        if sum(sheet[f] for f in i["against_by"]) == 0:
            return unknown("no-base")
        q2, (low2, high2), count2 = side(sheet, i["against"], i["against_by"], i["subset"])
        if i["how"] == "ratio" and q2 == 0:
            return unknown("no-base")
        counts.append(count2)
        if i["how"] == "ratio":
            x, low, high = q / q2, low / high2, (high / low2 if low2 else float("inf"))
        else:
            x, low, high = q - q2, low - high2, high - low2
    counts = [c for c in counts if c is not None]
    count = min(counts) if counts else None
    value = line(i["points"], x)
    small = count is not None and count < i["least"]
    vlow, vhigh = bounds(i["points"], low, high) if small else (value, value)
    shown = (low, high) if counts else (None, None)
    return dict(found, state="estimated" if small else "known", x=x, low=shown[0], high=shown[1], count=count,
                note="small-sample" if small else None, value=value, valueLow=vlow, valueHigh=vhigh)


# ---- a score ----

def score(check, sheet):
    readings, leaves = [], []
    for place, (_, weight, indicators, choices) in enumerate(check):
        own = []
        for i in indicators:
            r = read(i, sheet)
            readings.append(r)
            if r["state"] != "out":
                own.append((i["weight"], r["value"], r["valueLow"], r["valueHigh"]))
        for c in choices:
            s = state(sheet, c)
            if s == "known":
                v = CHOICES[c].index(sheet[c]) / 4
                own.append((1, v, v, v))
            elif s == "unknown":
                own.append((1, None, 0.0, 1.0))
        total = sum(w for w, *_ in own)
        leaves.append([(weight * w / total, *rest) for w, *rest in own])
    flat = [leaf for own in leaves for leaf in own]
    known = [(w, v) for w, v, _, _ in flat if v is not None]
    weight = sum(w for w, *_ in flat)
    known_weight = sum(w for w, _ in known)
    criteria = []
    for own in leaves:
        total = sum(w for w, *_ in own)
        k = [(w, v) for w, v, _, _ in own if v is not None]
        kw = sum(w for w, _ in k)
        criteria.append(dict(
            out=not own, value=sum(w * v for w, v in k) / kw if kw else None,
            low=sum(w * l for w, _, l, _ in own) / total if own else None,
            high=sum(w * h for w, _, _, h in own) / total if own else None))
    if not known_weight:
        return dict(score=None, low=0.0, high=100.0, coverage=0.0, criteria=criteria, indicators=readings)
    return dict(
        score=100 * sum(w * v for w, v in known) / known_weight,
        low=100 * sum(w * l for w, _, l, _ in flat) / weight, high=100 * sum(w * h for w, _, _, h in flat) / weight,
        coverage=known_weight / weight, criteria=criteria, indicators=readings)


# ---- economics ----

def life(q, n):
    return n if q == 1 else (1 - q ** n) / (1 - q)


def economics(i):
    qd, qp = i["rD"] * (1 + i["xD"]) / (1 + i["d"]), i["rP"] * (1 + i["xP"]) / (1 + i["d"])
    ld = i["A"] * i["mD"] * life(qd, i["N"])
    lp = i["A"] * i["mP"] + i["A"] * (i["mP"] - i["s2"]) * (life(qp, i["N"]) - 1)
    cd = ld - i["cacD"]
    before = lp - i["A"] * i["s1"] - i["v"]
    contribution = before - i["c"] * cd
    out = dict(lifetimeDirect=ld, lifetimePartner=lp, direct=cd, contribution=contribution,
               cover=i["F"] / contribution if contribution > 0 else None,
               equal=i["F"] / (contribution - cd) if contribution - cd > 0 else None)
    if i["n"] == 0:
        return dict(out, cac=None, partner=None, difference=None, shareEqual=None, shareEqualAll=None)
    cp = contribution - i["F"] / i["n"]
    left = -i["v"] - i["F"] / i["n"] - (1 + i["c"]) * cd
    lived = life(qp, i["N"])
    return dict(out, cac=i["A"] * i["s1"] + i["v"] + i["F"] / i["n"], partner=cp, difference=cp - cd,
                shareEqual=(lp + left) / i["A"], shareEqualAll=(i["A"] * i["mP"] * lived + left) / (i["A"] * lived))


def cash(i, horizon=60):
    g = (i["rP"] * (1 + i["xP"])) ** (1 / 12)
    won, total, track, deepest, pay = [], 0.0, [], (0, 0.0), None
    for month in range(1, horizon + 1):
        if month <= i["ramp"]:
            new = 0.0
        else:
            pace = min(1, (month - i["ramp"]) / (i["full"] - i["ramp"])) if i["full"] > i["ramp"] else 1
            new = i["n"] / 12 * pace
        won.append(new)
        income = 0.0
        for start, count in enumerate(won, 1):
            age = month - start
            income += count * g ** age * i["A"] / 12 * (i["mP"] - (i["s1"] if age < 12 else i["s2"]))
        total += income - i["F"] / 12 - i["v"] * new
        track.append(total)
        if total < deepest[1]:
            deepest = (month, total)
        if total < 0:
            pay = None
        elif pay is None and month > i["ramp"]:
            pay = month
    return track, pay, deepest


NAMES = {
    "contract-value": "A", "margin-direct": "mD", "margin-partner": "mP", "share-first": "s1", "share-renewal": "s2",
    "retention-direct": "rD", "retention-partner": "rP", "growth-direct": "xD", "growth-partner": "xP", "cac-direct": "cacD",
    "variable-cost": "v", "fixed-cost": "F", "customers": "n", "years": "N", "discount": "d", "overlap": "c", "ramp": "ramp",
    "full": "full",
}
OF = {
    "retention-direct": (["direct-kept"], ["direct-start"]), "retention-partner": (["partner-kept"], ["partner-start"]),
    "cac-direct": (["direct-cost"], ["direct-new"]), "variable-cost": (["channel-variable"], ["partner-new"]),
    "fixed-cost": (["channel-fixed"], []), "customers": (["partner-new"], []),
}
DEFAULTS = {"growth-direct": 0, "growth-partner": 0, "variable-cost": 0, "years": 5, "discount": 0, "overlap": 0, "ramp": 6, "full": 18}
LIMITS = {"share-renewal": (0, 1), "margin-partner": (0, 1), "retention-direct": (0, 1), "overlap": (0, 0.99), "share-first": (0, 1)}
DIRECT = {"margin-direct", "retention-direct", "growth-direct", "cac-direct"}


def inputs(sheet):
    """Each input as a number, a pair of bounds, or None."""
    given = {}
    for name in NAMES:
        value = sheet.get(name)
        if value == "unsure":
            given[name] = LIMITS[name]
            continue
        if value is None and name in OF:
            above, below = OF[name]
            if all(state(sheet, f) == "known" for f in above + below):
                k, n = sum(sheet[f] for f in above), sum(sheet[f] for f in below) if below else 1
                value = k / n if n else None
        given[name] = DEFAULTS.get(name) if value is None else value
    # Both margins are equal unless somebody says otherwise.
    for missing, other in [("margin-partner", "margin-direct"), ("margin-direct", "margin-partner")]:
        if given[missing] is None:
            given[missing] = given[other]
    return given


def money(sheet):
    given = inputs(sheet)
    if any(v is None for name, v in given.items() if name not in DIRECT):
        return None
    direct = all(given[name] is not None for name in DIRECT)
    unknown = [name for name, v in given.items() if isinstance(v, tuple)]
    numbers = {NAMES[name]: (v[0] if isinstance(v, tuple) else v or 0) for name, v in given.items()}
    found = economics(numbers)
    result = dict.fromkeys(["direct", "partner", "contribution", "difference", "low", "high", "cover", "equal", "shareEqual",
                            "shareEqualAll", "cac"])
    partner_known = not any(name not in DIRECT for name in unknown)
    direct_known = direct and not any(name in DIRECT for name in unknown)
    if direct_known and all(name not in unknown for name in ["contract-value", "years", "discount"]):
        result["direct"] = found["direct"]
    stands = partner_known and (numbers["c"] == 0 or direct_known)
    if stands:
        result.update(partner=found["partner"], contribution=found["contribution"], cover=found["cover"], cac=found["cac"])
    if partner_known and direct_known:
        for key in ["difference", "equal"]:
            result[key] = found[key]
        for key in ["shareEqual", "shareEqualAll"]:
            result[key] = None if found[key] is None else min(1, max(0, found[key]))
    if direct and found["difference"] is not None:
        ends = []
        for corner in product(*[given[name] for name in unknown]):
            ends.append(economics(dict(numbers, **{NAMES[n]: v for n, v in zip(unknown, corner)}))["difference"])
        result["low"], result["high"] = min(ends), max(ends)
    # Overlap moves what a customer is worth, and no month of the line of cash.
    if not any(name not in DIRECT | {"overlap"} for name in unknown):
        track, pay, deepest = cash(numbers)
        result.update(cash=track, payMonth=pay, deepest=deepest)
    return result


# ---- what follows ----

def programme(sheet):
    found = score(PROGRAMME, sheet)
    economy = money(sheet)
    at = {name: c["value"] for (name, *_), c in zip(PROGRAMME, found["criteria"])}
    x = {r["id"]: float("inf") if r["note"] == "none-won" else r["x"] for r in found["indicators"]}
    states = {r["id"]: r["state"] for r in found["indicators"]}
    figure = lambda name: sheet[name] if state(sheet, name) == "known" else None
    below = lambda v, limit: v is not None and v < limit
    least = lambda v, limit: v is not None and v >= limit
    contribution = economy["contribution"] if economy else None
    bands = [("stalled", 0), ("fragile", 35), ("working", 55), ("thriving", 75)]
    place = lambda s: max(p for p, (_, edge) in enumerate(bands) if s >= edge - TINY)
    caps = []
    if below(figure("registered"), 1) and least(figure("programme-age"), 12):
        caps.append(0)
    if below(contribution, 0):
        caps.append(1)
    if sheet.get("silent-share") == "from-75":
        caps.append(1)
    if sheet.get("largest-share") == "from-75":
        caps.append(2)
    if below(at["success"], 0.25 - TINY):
        caps.append(1)
    by_score = place(found["score"] if found["score"] is not None else found["low"])
    band = min([by_score] + caps)
    if below(figure("programme-age"), 12):
        verdict = "too-early"
    elif found["coverage"] < 0.5 - TINY or states["cac-ratio"] == states["retention-gap"] == "unknown":
        verdict = "measure-first"
    elif least(x["cac-ratio"], 1.5) or below(contribution, 0):
        verdict = "make-it-pay"
    elif below(x["active-share"], 0.1) and least(figure("partners"), 10):
        verdict = "activate"
    elif sheet.get("silent-share") in ("from-50", "from-75") and least(figure("partners"), 8):
        verdict = "prune"
    elif below(at["training"], 0.4 - TINY):
        verdict = "train"
    elif sheet.get("largest-share") == "from-75":
        verdict = "spread"
    elif found["score"] is not None and band == 3:
        verdict = "expand"
    else:
        verdict = "improve"
    return dict(found, band=bands[band][0], verdict=verdict, economics=economy,
                provisional=found["score"] is None or place(found["low"]) != place(found["high"]))


def scorecard(sheet):
    found = score(SCORECARD, sheet)
    if found["score"] is None:
        return dict(found, tier=None)
    by_score = max(p for p, (_, edge, _) in enumerate(TIERS) if found["score"] >= edge - TINY)
    certified = state(sheet, "certified")

    def earned(total, values, need):
        if any(v is not None and v <= TINY for v in values):
            return 0
        tiers = [0]
        for p, (name, edge, least) in enumerate(TIERS):
            if total >= edge - TINY and all(v is None or v >= least - TINY for v in values) and (name != "platinum" or need):
                tiers.append(p)
        return max(tiers)

    has = certified == "known" and sheet["certified"] >= 2
    # At the score itself what is unknown of a criterion meets no tier's least; it is no 0 that a floor would catch.
    point = [None if c["out"] else -1.0 if c["value"] is None else c["value"] for c in found["criteria"]]
    floor = any(c["value"] is not None and c["value"] <= TINY for c in found["criteria"])
    now = 0 if floor else earned(found["score"], [None if v is None else v if v >= 0 else 2e-9 for v in point], has)
    low = earned(found["low"], [c["low"] for c in found["criteria"]], has)
    high = earned(found["high"], [c["high"] for c in found["criteria"]], has or certified == "unknown")
    ids = [name for name, *_ in TIERS]
    before = ids.index(sheet["tier-before"]) if sheet.get("tier-before") in ids else None
    warned = sheet.get("warned") == "yes"
    months = sheet.get("months-in")
    if isinstance(months, (int, float)) and months < 6:
        tier, change = 0, "new"
    elif before is None or now == before:
        tier, change = now, "same"
    elif now > before:
        tier, change = now, "up"
    elif low != high:
        tier, change = before, "unclear"
    elif not warned:
        tier, change = before, "warned"
    else:
        tier, change = max(now, before - 1), "down"
    return dict(found, tier=ids[tier], byScore=ids[by_score], earned=ids[now], change=change, provisional=low != high)


# ---- proof on the worked numbers ----

CASE_A = {
    "partners": 40, "programme-age": 26, "direct-cost": 600000, "direct-new": 60, "channel-fixed": 150000,
    "channel-variable": 40000, "share-paid": 90000, "partner-new": 35, "direct-start": 300, "direct-kept": 264,
    "direct-grown": 66, "partner-start": 50, "partner-kept": 46, "partner-grown": 14, "material": 22, "events": 14,
    "tried": 12, "certified": 8, "registered": 120, "decided": 100, "accepted": 78, "lead": 11,
    "revenue-potential": "from-25", "strategic-advantage": "three-four", "operational": "from-25", "relationship": "under-25",
}
PARTNER = {
    "revenue": 90000, "revenue-plan": 100000, "pipeline": 240000, "new-markets": "new-kind", "start": 20, "kept": 18,
    "trained": 4, "trained-plan": 5, "visits": 9, "visits-plan": 12, "certified": 2, "certified-plan": 4,
    "last-talk": "within-quarter", "plan-dated": "old", "disputes": "none",
}
FIRST = dict(A=12000, mD=.75, mP=.75, s1=.25, s2=.10, rD=.88, rP=.92, xD=0, xP=0, cacD=10000, v=40000 / 35, F=150000, n=35,
             N=5, d=0, c=0, ramp=6, full=18)
SECOND = dict(FIRST, mD=.65, s2=.25, rP=.85, xD=.04, xP=.02, d=.08, cacD=8000, v=0, F=90000, n=18)


def prove():
    def same(found, expected, digits=9):
        assert abs(found - expected) <= 0.5000001 * 10 ** -digits, (found, expected)

    for found, expected in [(wilson(3, 4), (0.356168, 0.942093)), (wilson(0, 5), (0, 0.351117)),
                            (wilson(12, 15), (0.591214, 0.917102)), (wilson(60, 100), (0.517810, 0.676922)),
                            (byar(0), (0, 2.968435)), (byar(3), (0.810302, 7.744532)), (byar(5), (1.965761, 10.506447))]:
        same(found[0], expected[0], 6)
        same(found[1], expected[1], 6)
    a = programme(CASE_A)
    same(a["score"], 72.364347826087, 12)
    assert (a["band"], a["low"], a["high"]) == ("working", a["score"], a["score"])
    without = {f: "n/a" for f in ["direct-cost", "direct-new", "direct-start", "direct-kept", "direct-grown"]}
    b = programme(dict(CASE_A, **without))
    same(b["score"], 75.5, 12)
    assert b["coverage"] == 1 and b["band"] == "thriving"
    c = programme(dict(CASE_A, partners=6, material=3, events=2, tried=2, certified=1, registered=24, decided=4, accepted=3, lead=2))
    same(c["score"], 73.605088566828, 12)
    same(c["low"], 53.764744004760, 12)
    same(c["high"], 81.346935735419, 12)
    assert c["provisional"]
    reading = lambda sheet, id: next(r for r in programme(sheet)["indicators"] if r["id"] == id)
    assert reading(dict(CASE_A, **{"partner-new": 0}), "cac-ratio")["value"] == 0
    assert reading(dict(CASE_A, registered=3, decided=0, accepted=0), "accepted-share")["note"] == "nothing-yet"
    assert reading(dict(CASE_A, **{"direct-cost": 0}), "cac-ratio")["note"] == "no-base"
    same(scorecard(PARTNER)["score"], 72.483333333333, 12)
    e = economics(FIRST)
    for key, expected in [("lifetimeDirect", 35420.10624), ("lifetimePartner", 34439.551488), ("cac", 8428.571429),
                          ("partner", 26010.980059), ("difference", 590.873819), ("cover", 4.951035), ("equal", 30.759210)]:
        same(e[key], expected, 6)
    same(e["shareEqual"], 0.299239, 6)
    same(economics(dict(FIRST, d=.1))["difference"], 676.694802, 6)
    assert economics(dict(FIRST, c=.2))["equal"] is None
    same(economics(SECOND)["partner"], 15279.402392, 6)
    same(economics(dict(SECOND, c=.3))["partner"], 9045.513695, 6)
    same(economics(SECOND)["shareEqualAll"], 0.11439, 5)
    track, pay, deepest = cash(FIRST)
    assert (pay, deepest[0]) == (39, 22)
    same(deepest[1], -215109.76, 2)


# ---- sheets ----

def draw_programme(r, few, zeros, holes):
    most = r.choice([3, 8, 15]) if few else r.choice([25, 60, 400])
    part = lambda whole: r.randint(0, whole)
    s = {"partners": max(1, r.randint(most // 2, most)), "programme-age": r.randint(0, 60), "sales-cycle": r.choice([0.5, 3, 12])}
    for name, most_money in [("direct-cost", 900000), ("channel-fixed", 300000), ("channel-variable", 90000), ("share-paid", 200000)]:
        s[name] = round(r.uniform(1000, most_money), 2)
    s["direct-new"], s["partner-new"] = r.randint(1, most * 2), r.randint(1, most * 2)
    for who in ["direct", "partner"]:
        s[who + "-start"] = r.randint(1, most * 6)
        s[who + "-kept"] = r.randint(s[who + "-start"] // 2, s[who + "-start"])
        s[who + "-grown"] = part(s[who + "-kept"])
    for name in ["material", "events", "tried", "lead"]:
        s[name] = part(s["partners"])
    s["certified"] = part(s["tried"])
    s["registered"] = r.randint(0, s["partners"] * 9)
    s["decided"] = part(s["registered"])
    s["accepted"] = r.randint(s["decided"] // 3, s["decided"])
    for name in PROGRAMME[3][3]:
        s[name] = r.choice(CHOICES[name])
    for name in ["largest-share", "silent-share"]:
        s[name] = r.choice(["from-75", "from-50", "from-25", "under-25", "under-25", "under-25"])
    if r.random() < 0.5:
        s["contract-value"] = round(r.uniform(500, 30000), 2)
        s["margin-direct"], s["share-first"], s["share-renewal"] = r.uniform(.2, .95), r.uniform(0, .6), r.uniform(0, .5)
        if r.random() < 0.4:
            s.update({"margin-partner": r.uniform(.2, .95), "growth-direct": r.uniform(-.1, .2), "growth-partner": r.uniform(-.1, .2)})
        if r.random() < 0.4:
            s.update({"years": r.randint(1, 10), "discount": r.uniform(0, .2), "overlap": r.choice([0, r.uniform(0, .6)])})
        if r.random() < 0.3:
            s[r.choice(list(LIMITS))] = "unsure"
    if r.random() < 0.12:
        s.update({f: "n/a" for f in ["direct-cost", "direct-new", "direct-start", "direct-kept", "direct-grown"]})
    if zeros:
        for name in r.sample(["partner-new", "decided", "direct-cost", "registered", "lead", "direct-new", "partner-start"], 2):
            if s[name] != "n/a":
                s[name] = 0
        for small, large in [("direct-kept", "direct-start"), ("direct-grown", "direct-kept"), ("partner-kept", "partner-start"),
                             ("partner-grown", "partner-kept"), ("decided", "registered"), ("accepted", "decided")]:
            if s[small] != "n/a" and s[small] > s[large]:
                s[small] = s[large]
    if holes:
        for name in r.sample(sorted(s), r.randint(1, 9)):
            if name in LIMITS or name in NAMES or r.random() < 0.4:
                s.pop(name)
            else:
                s[name] = "unsure"
    return s


def draw_scorecard(r, few, zeros, holes):
    plan = r.choice([20000, 100000, 750000])
    s = {"revenue": round(plan * r.uniform(0, 1.8), 2), "revenue-plan": plan, "pipeline": round(plan * r.uniform(0, 4), 2),
         "months-in": r.randint(0, 60)}
    s["start"] = r.randint(1, 12) if few else r.randint(20, 90)
    s["kept"] = r.randint(s["start"] // 2, s["start"])
    for name in ["trained", "visits", "certified"]:
        s[name + "-plan"] = r.randint(1, 9)
        s[name] = r.randint(0, 10)
    for name in ["new-markets", "last-talk", "plan-dated", "disputes"]:
        s[name] = r.choice(CHOICES[name][r.choice([0, 2]):])
    if r.random() < 0.8:
        s["tier-before"] = r.choice([t for t, *_ in TIERS])
    s["warned"] = r.choice(["yes", "no"])
    if r.random() < 0.15:
        s["visits-plan"] = r.choice(["n/a", 0])
    if zeros:
        for name in r.sample(["revenue", "pipeline", "trained", "visits", "certified", "trained-plan", "revenue-plan"], 3):
            s[name] = 0
        if r.random() < 0.3:
            s["start"] = s["kept"] = 0
    if holes:
        for name in r.sample(sorted(s), r.randint(1, 7)):
            if r.random() < 0.5:
                s.pop(name)
            else:
                s[name] = "unsure"
    return s


def main():
    prove()
    # Another seed, for a long run, is the first argument.
    r = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else SEED)
    cases, counts = [], dict(unknown=0, small=0, zeros=0)
    for number in range(SHEETS):
        holes, few, zeros = number % 5 in (0, 1), number % 4 == 0, number % 12 == 0
        card = number % 5 in (2, 1)
        sheet = (draw_scorecard if card else draw_programme)(r, few, zeros, holes)
        found = (scorecard if card else programme)(sheet)
        counts["unknown"] += any(i["state"] == "unknown" and i["note"] is None for i in found["indicators"])
        counts["small"] += any(i["note"] == "small-sample" for i in found["indicators"])
        counts["zeros"] += zeros
        cases.append(dict(check="scorecard" if card else "programme", sheet=sheet, expected=found))
    # JSON has no infinity: an interval without an upper end has none there.
    text = json.dumps(dict(counts=counts, cases=cases)).replace("Infinity", "null")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
