#!/usr/bin/env python3
"""An oracle of rankings: draws lists of candidates from a kept seed and works out by itself what is to be said of them.

Written from the specification of many candidates and of scores, in plain Python and without a look at the engine's code.
Scores, ranges, bands and places are exact fractions; shares of weightings follow the recursion of Varsi and Ali, in
fractions for all weightings and for the same order of importance, in floating point near the given weights.

    python3 tests/oracles/rank.py [LISTS] [SEED]     a list with its ranking as JSON, one a line
"""
import json
import random
import sys
from fractions import Fraction as F
from math import sqrt

TINY = F(1, 10**9)
VALUE_TINY = F(1, 10**12)
UNKNOWN = (None, "unsure")


# Drawing.

def draw_question(rng, name):
    kind = rng.choice(["choice"] * 6 + ["number", "unscored"])
    question = {"id": name, "text": {"en": "?"}, "notApplicable": True, "weight": rng.choice([0, 1, 1, 1, 2, 3])}
    if kind == "number":
        question.update(kind="number", min=0, max=100, points=[{"at": 0, "value": rng.choice([0, 0.25])}, {"at": rng.choice([20, 50]), "value": rng.choice([0.5, 1])}, {"at": 100, "value": rng.choice([0, 0.75, 1])}])
    else:
        count = rng.randint(2, 4)
        values = [rng.choice([0, 0.25, 0.5, 0.75, 1, 0.1, 0.3, 0.9]) for _ in range(count)]
        options = [{"id": f"o{place}", "label": {"en": "x"}, "value": value} for place, value in enumerate(values)]
        if kind == "unscored":
            question["weight"] = 0
            for option in options:
                del option["value"]
        question.update(kind="choice", options=options)
    return question


def draw(rng, number):
    criteria, questions = [], []
    for place in range(rng.randint(1, 5)):
        own = [draw_question(rng, f"q{place}-{inner}") for inner in range(rng.randint(1, 3))]
        if all(question["weight"] == 0 for question in own):
            own[0] = {"id": own[0]["id"], "text": {"en": "?"}, "notApplicable": True, "weight": 1, "kind": "choice", "options": [{"id": "o0", "label": {"en": "x"}, "value": 0}, {"id": "o1", "label": {"en": "x"}, "value": 1}]}
        criterion = {"id": f"c{place}", "title": {"en": "c"}, "weight": rng.choice([0, 5, 8, 10, 10, 20, 24]), "questions": own}
        criteria.append(criterion)
        questions += own
    if all(criterion["weight"] == 0 for criterion in criteria):
        criteria[0]["weight"] = 10
    edges = [0] + sorted(rng.sample(range(10, 95), rng.randint(1, 3)))
    bands = [{"id": f"b{place}", "label": {"en": "b"}, "from": edge} for place, edge in enumerate(edges)]
    for criterion in criteria:
        if rng.random() < 0.2:
            criterion["floor"] = {"below": rng.choice([0.25, 0.5, 0.6]), "cap": f"b{rng.randrange(len(bands))}", "reason": {"en": "r"}}
    gates = []
    for place in range(rng.randint(0, 2)):
        when = []
        for question in rng.sample(questions, rng.randint(1, min(2, len(questions)))):
            if question["kind"] == "number":
                when.append({"question": question["id"], rng.choice(["below", "atLeast"]): rng.choice([20, 50])})
            else:
                names = [option["id"] for option in question["options"]] + ["unsure", "n/a"]
                when.append({"question": question["id"], "is": rng.sample(names, rng.randint(1, 2))})
        gate = {"id": f"g{place}", "when": when, "cap": f"b{rng.randrange(len(bands))}", "reason": {"en": "r"}}
        if rng.random() < 0.2:
            gate["coverageBelow"] = rng.choice([0.5, 0.75])
        gates.append(gate)
    file = {"id": "drawn", "version": str(number), "languages": ["en"], "title": {"en": "t"}, "bands": bands, "criteria": criteria}
    if gates:
        file["gates"] = gates
    candidates = []
    for place in range(rng.choice([0, 1, 2, 3, 3, 4, 4, 5, 6])):
        answers = {}
        open_share = rng.choice([0, 0.1, 0.4])
        for question in questions:
            if rng.random() < open_share:
                if rng.random() < 0.5:
                    answers[question["id"]] = "unsure"
            elif rng.random() < 0.08:
                answers[question["id"]] = "n/a"
            elif question["kind"] == "number":
                answers[question["id"]] = rng.randint(0, 100)
            else:
                answers[question["id"]] = rng.choice(question["options"])["id"]
        # Twins now and then.
        if candidates and rng.random() < 0.1:
            answers = dict(candidates[-1]["answers"])
        candidates.append({"id": f"id-{place}", "name": f"n{rng.randint(0, 99)}-{place}", "answers": answers})
    return file, candidates


# One candidate.

def exact(number):
    return F(str(number))


def at(points, x):
    points = [(exact(point["at"]), exact(point["value"])) for point in points]
    if x <= points[0][0]:
        return points[0][1]
    for (left, low), (right, high) in zip(points, points[1:]):
        if x <= right:
            return low + (high - low) * (x - left) / (right - left)
    return points[-1][1]


def worth(question, answer):
    """(known value or None, worst, best); None where the question leaves the sum."""
    if question["kind"] == "number":
        ends = [exact(point["value"]) for point in question["points"]]
    else:
        if any("value" not in option for option in question["options"]):
            return None
        ends = [exact(option["value"]) for option in question["options"]]
    if answer == "n/a":
        return None
    if answer in UNKNOWN:
        return (None, min(ends), max(ends))
    if question["kind"] == "number":
        value = at(question["points"], exact(answer))
    else:
        value = next(exact(option["value"]) for option in question["options"] if option["id"] == answer)
    return (value, value, value)


def ratio(terms):
    """The weighted mean of (weight, value); None without weight."""
    total = sum(weight for weight, _ in terms)
    return sum(weight * value for weight, value in terms) / total if total else None


def within(mean, low, high):
    """A mean, or the nearer end of what can still be reached."""
    return None if mean is None else min(max(mean, low), high)


def holds(condition, answers):
    answer = answers.get(condition["question"])
    if "is" in condition:
        return ("unsure" if answer is None else answer) in condition["is"]
    if answer in UNKNOWN or answer == "n/a":
        return False
    return answer < condition["below"] if "below" in condition else answer >= condition["atLeast"]


def sheet(file, answers):
    criteria, everything = [], []
    for criterion in file["criteria"]:
        own = [(exact(question["weight"]), worth(question, answers.get(question["id"]))) for question in criterion["questions"]]
        own = [(weight, found) for weight, found in own if found is not None]
        total = sum(weight for weight, _ in own)
        leaves = [(exact(criterion["weight"]) * weight / total if total else F(0), *found) for weight, found in own]
        everything += leaves
        known = [(weight, found[0]) for weight, found in own if found[0] is not None]
        criteria.append({
            "id": criterion["id"],
            "mean": ratio(known),
            "low": ratio([(weight, found[1]) for weight, found in own]),
            "high": ratio([(weight, found[2]) for weight, found in own]),
            "out": not total,
            "open": any(weight and found[0] is None for weight, found in own),
            "leaves": leaves,
        })
        criteria[-1]["value"] = within(criteria[-1]["mean"], criteria[-1]["low"], criteria[-1]["high"])
    known = [(weight, value) for weight, value, _, _ in everything if value is not None]
    mean = ratio(known)
    whole, known_weight = sum(leaf[0] for leaf in everything), sum(weight for weight, _ in known)
    low = 100 * ratio([(leaf[0], leaf[2]) for leaf in everything]) if mean is not None else F(0)
    high = 100 * ratio([(leaf[0], leaf[3]) for leaf in everything]) if mean is not None else F(100)
    score = within(mean, low / 100, high / 100)
    # Towards 0 or towards 1, all by the same share, so that points still sum to the score.
    if mean is None or score == mean:
        drawn = lambda value: value
    elif score < mean:
        drawn = lambda value: value * score / mean
    else:
        drawn = lambda value: 1 - (1 - value) * (1 - score) / (1 - mean)
    coverage = F(known_weight) / whole if whole else F(0)
    for one in criteria:
        leaves = [(weight, value) for weight, value, _, _ in one["leaves"] if value is not None]
        one["points"] = 100 * sum(weight * drawn(value) for weight, value in leaves) / known_weight if known_weight else F(0)
        one["lost"] = 100 * sum(weight * (1 - drawn(value)) for weight, value in leaves) / known_weight if known_weight else F(0)
    found = {"score": None if score is None else 100 * score, "low": low, "high": high, "coverage": coverage, "criteria": criteria}
    return {**found, **bands(file, answers, found)}


def bands(file, answers, found):
    edges = [exact(band["from"]) for band in file["bands"]]
    place = {band["id"]: number for number, band in enumerate(file["bands"])}
    top = len(edges) - 1

    def of(score):
        return sum(1 for edge in edges if score >= edge - TINY) - 1

    gates, cap, cap_low, cap_high = [], top, top, top
    for gate in file.get("gates", []):
        unknown = [answers.get(condition["question"]) in UNKNOWN for condition in gate["when"]]
        met = [holds(condition, answers) for condition in gate["when"]]
        limit = gate.get("coverageBelow")
        own = place[gate["cap"]]
        if all(met) and (limit is None or found["coverage"] < exact(limit) - TINY):
            gates.append(gate["id"])
            cap, cap_low = min(cap, own), min(cap_low, own)
            # It holds at the best too where nothing that is unknown can open it.
            if limit is None and not any(unknown):
                cap_high = min(cap_high, own)
        elif limit is None and not all(met) and all(one or other for one, other in zip(unknown, met)):
            cap_low = min(cap_low, own)
    for criterion, one in zip(file["criteria"], found["criteria"]):
        floor = criterion.get("floor")
        if floor is None or one["out"]:
            continue
        below, own = exact(floor["below"]) - TINY, place[floor["cap"]]
        if one["value"] is not None and one["value"] < below:
            gates.append(criterion["id"])
            cap = min(cap, own)
        cap_low = min(cap_low, own) if one["low"] < below else cap_low
        cap_high = min(cap_high, own) if one["high"] < below else cap_high
    by_score = of(found["low"] if found["score"] is None else found["score"])
    return {
        "gates": gates, "cap": cap, "byScore": by_score, "band": min(by_score, cap),
        "lowRung": (min(of(found["low"]), cap_low), found["low"]), "highRung": (min(of(found["high"]), cap_high), found["high"]),
        "provisional": found["score"] is None or of(found["low"]) != of(found["high"]),
    }


# Many.

def ahead(one, other):
    return one[0] > other[0] or (one[0] == other[0] and one[1] > other[1] + TINY)


def tail(differences):
    """The chance that a mean with uniform weights is above 0."""
    up = [x for x in differences if x > 0]
    down = [-x for x in differences if x < 0]
    if not up and not down:
        return F(1, 2)
    race = {}
    for j in range(len(up) + 1):
        for k in range(len(down) + 1):
            if j == 0 or k == 0:
                race[j, k] = 1 if j == 0 and k > 0 else 0
            else:
                u, x = up[j - 1], down[k - 1]
                race[j, k] = (u * race[j, k - 1] + x * race[j - 1, k]) / (u + x)
    return 1 - race[len(up), len(down)] if down else 1


def pair(weights, one, other):
    """The shares of weightings under which one is ahead; and whether a score stood in."""
    columns, stood_in = [], False
    for weight, a, b in zip(weights, one["criteria"], other["criteria"]):
        if not weight or (a["out"] and b["out"]):
            continue
        values = []
        for criterion, whole in ((a, one["score"]), (b, other["score"])):
            value = criterion["mean"]
            if criterion["out"] or value is None:
                stood_in, value = True, whole / 100
            values.append(value)
        columns.append((weight, values[0] - values[1]))
    differences = [difference for _, difference in columns]
    by_weight = sorted(columns, key=lambda column: -column[0])
    running = [sum(difference for _, difference in by_weight[:count]) / count for count in range(1, len(by_weight) + 1)]
    total = sum(weight for weight, _ in columns)
    times = [max(1, int(100 * weight / total + F(1, 2))) for weight, _ in columns]
    nodes = [float(difference) for (_, difference), count in zip(columns, times) for _ in range(count)]
    nodes = [0.0 if abs(node) < 1e-12 else node for node in nodes]
    return [float(tail(differences)), float(tail(running)), float(tail(nodes))], stood_in


def places_of(measure):
    return [1 + sum(1 for other in measure if other > own + 1e-9) for own in measure]


def tau(one, other):
    agree, in_one, in_other = 0, 0, 0
    for place in range(len(one)):
        for before in range(place):
            a = (one[place] > one[before] + 1e-9) - (one[place] < one[before] - 1e-9)
            b = (other[place] > other[before] + 1e-9) - (other[place] < other[before] - 1e-9)
            agree, in_one, in_other = agree + a * b, in_one + abs(a), in_other + abs(b)
    return agree / sqrt(in_one * in_other) if in_one and in_other else None


def methods(matrix, weights):
    count, columns = len(matrix), range(len(weights))
    share = [weight / sum(weights) for weight in weights]
    norm = [sqrt(sum(row[c] ** 2 for row in matrix)) for c in columns]
    scaled = [[share[c] * row[c] / norm[c] if norm[c] else 0.0 for c in columns] for row in matrix]
    best = [max(row[c] for row in scaled) for c in columns]
    worst = [min(row[c] for row in scaled) for c in columns]
    topsis = []
    for row in scaled:
        up = sqrt(sum((row[c] - best[c]) ** 2 for c in columns))
        down = sqrt(sum((row[c] - worst[c]) ** 2 for c in columns))
        topsis.append(down / (up + down) if up + down > 1e-12 else 0.5)
    best = [max(row[c] for row in matrix) for c in columns]
    worst = [min(row[c] for row in matrix) for c in columns]
    parts = [[share[c] * (best[c] - row[c]) / (best[c] - worst[c]) if best[c] - worst[c] > 1e-12 else 0.0 for c in columns] for row in matrix]
    group, regret = [sum(part) for part in parts], [max(part) for part in parts]

    def along(x, all_of):
        return (x - min(all_of)) / (max(all_of) - min(all_of)) if max(all_of) - min(all_of) > 1e-12 else 0.0

    vikor = [-0.5 * along(s, group) - 0.5 * along(r, regret) for s, r in zip(group, regret)]

    def prefer(difference):
        return min(1.0, difference / 0.5) if difference > 1e-12 else 0.0

    promethee = [
        sum(share[c] * (prefer(a[c] - b[c]) - prefer(b[c] - a[c])) for b in matrix for c in columns) / (count - 1)
        for a in matrix
    ]
    return [("topsis", topsis), ("vikor", vikor), ("promethee2", promethee)]


def agreement(weights, ranked):
    gapless = [one for one in ranked if one["score"] is not None and not any(weight and criterion["open"] for weight, criterion in zip(weights, one["criteria"]))]
    columns = [c for c, weight in enumerate(weights) if weight and any(not one["criteria"][c]["out"] for one in gapless)]
    gapless = [one for one in gapless if all(one["criteria"][c]["mean"] is not None for c in columns)]
    if len(gapless) < 2 or not columns:
        return None
    matrix = [[float(one["criteria"][c]["mean"]) for c in columns] for one in gapless]
    scores = [float(one["score"]) for one in gapless]
    found = methods(matrix, [float(weights[c]) for c in columns])
    every = [places_of(measure) for _, measure in found] + [places_of(scores)]
    first = 0
    for count in range(1, len(gapless)):
        sets = [{index for index, place in enumerate(places) if place <= count} for places in every]
        if any(len(one) != count for one in sets) or any(one != sets[0] for one in sets):
            break
        first = count
    told = [{"id": name, "tau": tau(scores, measure), "places": places_of(measure)} for name, measure in found]
    return {"ids": [one["id"] for one in gapless], "first": first, "methods": told}


def beats(weights, one, other):
    if one["cap"] < other["cap"]:
        return False
    more = False
    for weight, a, b in zip(weights, one["criteria"], other["criteria"]):
        if not weight or (a["out"] and b["out"]):
            continue
        if a["out"] or b["out"] or a["open"] or b["open"] or a["value"] is None or b["value"] is None:
            return False
        if a["value"] < b["value"] - VALUE_TINY:
            return False
        more |= a["value"] > b["value"] + VALUE_TINY
    return more


def rank(file, candidates):
    weights = [exact(criterion["weight"]) for criterion in file["criteria"]]
    listed = [{**candidate, **sheet(file, candidate["answers"])} for candidate in candidates]
    for one in listed:
        rung = (one["band"], one["score"])
        one["place"] = None if one["score"] is None else 1 + sum(1 for other in listed if other["score"] is not None and ahead((other["band"], other["score"]), rung))
        others = [other for other in listed if other is not one]
        one["placeLow"] = 1 + sum(1 for other in others if ahead(other["lowRung"], one["highRung"]))
        one["placeHigh"] = 1 + sum(1 for other in others if ahead(other["highRung"], one["lowRung"]))
    listed.sort(key=lambda one: (one["place"] is None, one["place"] or 0, -one["high"], one["name"]))
    for number, one in enumerate(listed):
        one["tied"] = one["place"] is not None and any(other is not one and other["place"] == one["place"] for other in listed)
        neighbours = [listed[near] for near in (number - 1, number + 1) if 0 <= near < len(listed)]
        one["close"] = [
            other["id"] for other in neighbours
            if one["score"] is not None and other["score"] is not None and other["band"] == one["band"] and abs(one["score"] - other["score"]) <= F(5, 2) + TINY
        ]
    undominated = []
    for one in listed:
        by = next((other for other in undominated if beats(weights, other, one)), None)
        one["dominatedBy"] = by and by["id"]
        if by is None:
            undominated.append(one)
    scored = [one for one in listed if one["score"] is not None]
    pairs = None
    if len(scored) > 1:
        shares = {(a["id"], b["id"]): pair(weights, a, b) for a in scored for b in scored if a is not b}
        for one in scored:
            one["expectedPlace"] = [1 + sum(shares[other["id"], one["id"]][0][kind] for other in scored if other is not one) for kind in range(3)]
        matrix = [[[shares[a["id"], b["id"]][0][kind] if a is not b else 0.5 for b in scored] for a in scored] for kind in range(2)]
        approximate = [[i, j] for i, a in enumerate(scored) for j, b in enumerate(scored) if i < j and shares[a["id"], b["id"]][1]]
        pairs = {"ids": [one["id"] for one in scored], "anyWeights": matrix[0], "sameOrder": matrix[1], "approximate": approximate}

    def told(one):
        number = lambda x: None if x is None else float(x)
        most = max((criterion["lost"] for criterion in one["criteria"]), default=0)
        shortfall = next((criterion["id"] for criterion in one["criteria"] if criterion["lost"] == most and most > 0), None)
        return {
            **{key: one[key] for key in ("id", "name", "place", "placeLow", "placeHigh", "tied", "close", "gates", "dominatedBy", "provisional")},
            **{key: number(one[key]) for key in ("score", "low", "high", "coverage")},
            "band": file["bands"][one["band"]]["id"], "bandByScore": file["bands"][one["byScore"]]["id"],
            "criteria": [{"id": c["id"], "value": number(c["value"]), "points": number(c["points"]), "lost": number(c["lost"])} for c in one["criteria"]],
            "shortfall": shortfall, "expectedPlace": one.get("expectedPlace"),
        }

    lost = [(criterion["id"], float(sum(one["criteria"][place]["lost"] for one in listed))) for place, criterion in enumerate(file["criteria"])]
    return {
        "candidates": [told(one) for one in listed], "pairs": pairs, "agreement": agreement(weights, listed),
        "shortfalls": {name: points for name, points in lost if points > 0},
    }


def main():
    lists = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 20261127)
    for number in range(lists):
        file, candidates = draw(rng, number)
        print(json.dumps({"assessment": file, "candidates": candidates, "ranking": rank(file, candidates)}))


if __name__ == "__main__":
    main()
