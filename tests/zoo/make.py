#!/usr/bin/env python3
"""Makes the zoo: files of candidates as spreadsheets and people write them, each with what is to be read from it.

Run `python3 tests/zoo/make.py` to write `files/` and `expected.json` anew. Everything that is expected is written here by
hand, from the specification and the documentation of Excel; nothing of it comes from the reader. Files by LibreOffice are
not in here: they would need it installed. A problem is given as its path and a part of its message or hint.
"""
import json
import pathlib
import shutil

HERE = pathlib.Path(__file__).parent
FILES = HERE / "files"
ZOO = []

HEAD = "name,customer-fit,yearly-revenue\n"


def add(trap, name, data, rows, problems=(), notes=(), **more):
    """One animal: the trap it is for, its file's name, its bytes, and what is read from it."""
    data = data if isinstance(data, bytes) else data.encode("utf-8")
    expected = {"trap": trap, "rows": rows, "problems": list(problems), "notes": list(notes), **more}
    ZOO.append((name, data, expected))


def row(name, fit=None, revenue=None, **more):
    answers = {"customer-fit": fit, "yearly-revenue": revenue}
    identity = more.pop("id", None)
    answers.update({key.replace("_", "-"): value for key, value in more.items()})
    read = {"name": name, "answers": {key: value for key, value in answers.items() if value is not None}}
    return {**read, "id": identity} if identity else read


MISSING = "no column"
TWO = [row("Bakker", "strong", 12), row("De Vries", "weak", 3)]

# Separator.
trap = "separator"
add(trap, "comma.csv", HEAD + "Bakker,strong,12\nDe Vries,weak,3\n", TWO, notes=[MISSING])
add(trap, "semicolon.csv", "name;customer-fit;yearly-revenue\nBakker;strong;12,5\n", [row("Bakker", "strong", 12.5)], notes=[MISSING])
add(trap, "tab.tsv", "name\tcustomer-fit\tyearly-revenue\nBakker\tstrong\t12\n", [row("Bakker", "strong", 12)], notes=[MISSING])
add(trap, "bar.csv", "name|customer-fit\nBakker|strong\n", [row("Bakker", "strong")], notes=[MISSING])
add(trap, "sep-semicolon.csv", "sep=;\r\nname;customer-fit\r\nBakker;strong\r\n", [row("Bakker", "strong")], notes=[MISSING])
add(trap, "sep-wins.csv", "sep=|\nname|customer-fit\n\"a,b\"|strong\n", [row("a,b", "strong")], notes=[MISSING])
add(trap, "sep-odd.csv", "SEP=^\nname^customer-fit\nBakker^weak\n", [row("Bakker", "weak")], notes=[MISSING])
add(trap, "semicolons-in-cells.csv", HEAD + "\"Bakker; zonen\",strong,12\n\"x;y;z\",weak,3\n", [row("Bakker; zonen", "strong", 12), row("x;y;z", "weak", 3)], notes=[MISSING])
add(trap, "tie.csv", "name,extra;customer-fit\nBakker,x;weak\n", [], [["rows[1]", "sep="]])
add(trap, "one-column.csv", "name\nBakker\nDe Vries\n", [row("Bakker"), row("De Vries")], notes=[MISSING])
add(trap, "no-header.csv", "Bakker,strong,12\nDe Vries,weak,3\n", [], [["rows[1]", "expected columns called name"]])

# Encoding.
trap = "encoding"
text = HEAD + "Café Zoë,some,12\n"
cafe = [row("Café Zoë", "some", 12)]
add(trap, "utf-8.csv", text, cafe, notes=[MISSING])
add(trap, "utf-8-bom.csv", text.encode("utf-8-sig"), cafe, notes=[MISSING])
add(trap, "utf-16-le.csv", b"\xff\xfe" + text.replace(",", "\t").encode("utf-16-le"), cafe, notes=[MISSING])
add(trap, "utf-16-be.csv", b"\xfe\xff" + text.encode("utf-16-be"), cafe, notes=[MISSING])
add(trap, "windows-1252.csv", text.encode("cp1252"), cafe, notes=["windows-1252", MISSING])
add(trap, "windows-1252-euro.csv", (HEAD + "Fürst,some,€ 12\n").encode("cp1252"), [row("Fürst", "some", 12)], notes=["windows-1252", MISSING, "currencies"])
add(trap, "two-marks.csv", b"\xef\xbb\xbf\xef\xbb\xbf" + text.encode(), cafe, notes=[MISSING])
add(trap, "label-in-1252.csv", "name,customer-fit\nA,\"Een deel, met een café of twee\"\n".encode("cp1252"), [row("A", "some")], notes=["windows-1252", MISSING])

# Quotes and line ends.
trap = "quotes and ends"
add(trap, "crlf.csv", (HEAD + "Bakker,strong,12\nDe Vries,weak,3\n").replace("\n", "\r\n"), TWO, notes=[MISSING])
add(trap, "cr.csv", (HEAD + "Bakker,strong,12\nDe Vries,weak,3\n").replace("\n", "\r"), TWO, notes=[MISSING])
add(trap, "no-last-end.csv", HEAD + "Bakker,strong,12\nDe Vries,weak,3", TWO, notes=[MISSING])
add(trap, "quoted.csv", HEAD + "\"Bakker \"\"de\"\" Boer\",\"strong\",\"12\"\n", [row("Bakker \"de\" Boer", "strong", 12)], notes=[MISSING])
add(trap, "end-in-quotes.csv", "name,note,customer-fit\nBakker,\"two\nlines, one cell\",strong\nDe Vries,,wek\n", [row("Bakker", "strong")], [["rows[4].customer-fit", "did you mean \"weak\"?"]], [MISSING])
add(trap, "unclosed.csv", HEAD + "Bakker,strong,12\nDe Vries,\"weak,3\nmore,of,it\n", [row("Bakker", "strong", 12)], [["rows[3]", "quotation mark"]], [MISSING])
add(trap, "unclosed-late.csv", HEAD + "\"two\nlines\",\"strong,12\n", [], [["rows[3]", "quotation mark"]], [MISSING])
add(trap, "empty-tail.csv", "name,customer-fit,,\nBakker,strong,,\n,,,\n\n\n", [row("Bakker", "strong")], notes=[MISSING])
add(trap, "empty-between.csv", HEAD + "Bakker,strong,12\n\n,,\nDe Vries,weak,3\n", TWO, notes=[MISSING])
add(trap, "too-many-cells.csv", HEAD + "Bakker,strong,12,and more\nDe Vries,weak,3\n", [row("De Vries", "weak", 3)], [["rows[2]", "expected at most 3 cells, got 4"]], [MISSING])
add(trap, "too-few-cells.csv", HEAD + "Bakker,strong\nDe Vries\n", [row("Bakker", "strong"), row("De Vries")], notes=[MISSING])

# Decimals, decided a column.
trap = "decimals"
semi = "name;yearly-revenue;growth\n"
add(trap, "comma-proved.csv", semi + "A;12,5;1\nB;1.234;2\nC;7;3\n", [row("A", revenue=12.5, growth=1), row("B", revenue=1234, growth=2), row("C", revenue=7, growth=3)], notes=[MISSING])
add(trap, "point-proved.csv", "name,yearly-revenue\nA,12.5\nB,1.234\n", [row("A", revenue=12.5), row("B", revenue=1.234)], notes=[MISSING])
add(trap, "groups-prove-comma.csv", semi + "A;1.234,5;\nB;2.000;\n", [row("A", revenue=1234.5), row("B", revenue=2000)], notes=[MISSING])
add(trap, "groups-prove-point.csv", "name,yearly-revenue\nA,\"1,234.5\"\nB,\"2,000\"\n", [row("A", revenue=1234.5), row("B", revenue=2000)], notes=[MISSING])
add(trap, "ambiguous.csv", semi + "A;1.234;1\nB;12.345;2\nC;7;3\n", [row("C", revenue=7, growth=3)], [["rows[2].yearly-revenue", "1.234 or 1234"], ["rows[3].yearly-revenue", "12.345 or 12345"]], [MISSING])
add(trap, "a-column-by-itself.csv", semi + "A;1.234;0,5\nB;7;1.250\n", [row("B", revenue=7, growth=1250)], [["rows[2].yearly-revenue", "can be read in one way"]], [MISSING])
add(trap, "mixed.csv", semi + "A;12,5;\nB;13,5;\nC;14.5;\nD;15;\n", [row("A", revenue=12.5), row("B", revenue=13.5), row("D", revenue=15)], [["rows[4].yearly-revenue", "a comma for decimals"]], [MISSING])
add(trap, "torn.csv", semi + "A;12,5;\nB;13.5;\nC;3;\n", [row("C", revenue=3)], [["rows[2].yearly-revenue", "for decimals"], ["rows[3].yearly-revenue", "for decimals"]], [MISSING])
add(trap, "millions-prove-comma.csv", semi + "A;;1.100\nB;12.345,0;1,5\n", [row("A", growth=1100), row("B", revenue=12345, growth=1.5)], notes=[MISSING])
add(trap, "zero-is-no-thousand.csv", "name,yearly-revenue\nA,0.125\nB,1.250\n", [row("A", revenue=0.125), row("B", revenue=1.25)], notes=[MISSING])

# Grouping.
trap = "grouping"
add(trap, "space.csv", "name,yearly-revenue\nA,1 234\nB,12 345\n", [row("A", revenue=1234), row("B", revenue=12345)], notes=[MISSING])
add(trap, "no-break-space.csv", "name;yearly-revenue\nA;1\u00a0234,5\nB;12\u202f345\n", [row("A", revenue=1234.5), row("B", revenue=12345)], notes=[MISSING])
add(trap, "apostrophe.csv", "name,yearly-revenue\nA,1'234.5\nB,12’345\n", [row("A", revenue=1234.5), row("B", revenue=12345)], notes=[MISSING])
add(trap, "other-mark.csv", "name;yearly-revenue\nA;99.999,5\nB;1.000,25\n", [row("A", revenue=99999.5), row("B", revenue=1000.25)], notes=[MISSING])
add(trap, "no-threes.csv", "name;yearly-revenue\nA;12 34\nB;1.23,4\nC;1,2,3\nD;7\n", [row("D", revenue=7)], [["rows[2].yearly-revenue", "12 34"], ["rows[3].yearly-revenue", "1.23,4"], ["rows[4].yearly-revenue", "1,2,3"]], [MISSING])

# Percent, currency, powers of ten.
trap = "signs around numbers"
add(trap, "percent.csv", "name,growth\nA,45 %\nB,-5%\nC,45\n", [row("A", growth=45), row("B", growth=-5), row("C", growth=45)], notes=[MISSING])
add(trap, "percent-elsewhere.csv", "name,yearly-revenue\nA,45 %\nB,45\n", [row("B", revenue=45)], [["rows[2].yearly-revenue", "percent"]], [MISSING])
add(trap, "currency.csv", "name;yearly-revenue\nA;€ 1 000\nB;$5\nC;5,5 €\nD;£7\n", [row("A", revenue=1000), row("B", revenue=5), row("C", revenue=5.5), row("D", revenue=7)], notes=[MISSING, "currencies"])
add(trap, "powers.csv", "name;yearly-revenue\nA;1,2E+03\nB;5e1\nC;1,2E-1\n", [row("A", revenue=1200), row("B", revenue=50), row("C", revenue=0.12)], notes=[MISSING])
add(trap, "out-of-bounds.csv", "name,yearly-revenue\nA,-5\nB,100001\nC,1e400\nD,NaN\nE,0\n", [row("E", revenue=0)], [["rows[2].yearly-revenue", "from 0 to 100000, got -5"], ["rows[3].yearly-revenue", "got 100001"], ["rows[4].yearly-revenue", "1e400"], ["rows[5].yearly-revenue", "NaN"]], [MISSING])
add(trap, "minus-signs.csv", "name,growth\nA,\u22125\nB,'-7\nC,+3\n", [row("A", growth=-5), row("B", growth=-7), row("C", growth=3)], notes=[MISSING])

# What spreadsheets leave.
trap = "spreadsheet leftovers"
add(trap, "guards.csv", HEAD + "'=cmd(),strong,12\n'@SUM(A1),weak,3\n'quoted',some,1\n", [row("=cmd()", "strong", 12), row("@SUM(A1)", "weak", 3), row("'quoted'", "some", 1)], notes=[MISSING])
add(trap, "wrapped.csv", "id,name,customer-fit,yearly-revenue\n\"=\"\"007\"\"\",Bond,=\"strong\",\"=\"\"12\"\"\"\n", [row("Bond", "strong", 12, id="007")], notes=[MISSING])
add(trap, "failed-formulas.csv", "name,customer-fit,yearly-revenue\nA,#REF!,1\nB,#N/A,#DIV/0!\nC,weak,#VALUE!\nD,#NAME?,#NULL!\nE,weak,2\n", [row("E", "weak", 2)], [["rows[2].customer-fit", "formula"], ["rows[3].customer-fit", "formula"], ["rows[3].yearly-revenue", "formula"], ["rows[4].yearly-revenue", "formula"], ["rows[5].customer-fit", "formula"], ["rows[5].yearly-revenue", "formula"]], [MISSING])
add(trap, "hostile-names.csv", HEAD + "\u202eevil,strong,1\n<img src=x>,weak,2\n\"=HYPERLINK(\"\"x\"\")\",some,3\n", [row("evil", "strong", 1), row("<img src=x>", "weak", 2), row("=HYPERLINK(\"x\")", "some", 3)], notes=[MISSING])

# Dates that Excel made.
trap = "dates in option cells"
add(trap, "day-month.csv", "name,customer-fit\nA,02-Jan\nB,strong\n", [row("B", "strong")], [["rows[2].customer-fit", "Excel has made a date"]], [MISSING])
add(trap, "month-day.csv", "name;customer-fit\nA;2. mrt\nB;1-mei\nC;3-Okt\n", [], [["rows[2].customer-fit", "Excel has made a date"], ["rows[3].customer-fit", "Excel has made a date"], ["rows[4].customer-fit", "Excel has made a date"]], [MISSING])
add(trap, "whole-dates.csv", "name,owner\nA,2026-01-02\nB,1/2/2026\nC,yes\n", [row("C", owner="yes")], [["rows[2].owner", "Excel has made a date"], ["rows[3].owner", "Excel has made a date"]], [MISSING])

# The same name or id twice.
trap = "twice"
add(trap, "name-twice.csv", HEAD + "Bakker,strong,12\nBakker,weak,3\nBakker,weak,3\n", [row("Bakker", "strong", 12), row("Bakker (2)", "weak", 3), row("Bakker (3)", "weak", 3)], notes=[MISSING])
add(trap, "id-twice.csv", "id,name,customer-fit\n7,Bakker,strong\n7,Bakker,strong\n", [row("Bakker", "strong", id="7"), row("Bakker (2)", "strong", id="7 (2)")], notes=[MISSING])
add(trap, "id-twice-other-answers.csv", "id,name,customer-fit\n7,Bakker,strong\n7,Bakker,weak\n8,De Vries,weak\n", [row("Bakker", "strong", id="7"), row("De Vries", "weak", id="8")], [["rows[3].id", "with other answers than at rows[2].id"]], [MISSING])
add(trap, "without-names.csv", "customer-fit\nstrong\nweak\n", [row("Candidate 1", "strong"), row("Candidate 2", "weak")], notes=[MISSING])

# The header.
trap = "header"
add(trap, "any-order.csv", "yearly-revenue,note,customer-fit,name\n12,hello,strong,Bakker\n", [row("Bakker", "strong", 12)], notes=[MISSING])
add(trap, "capitals.csv", "Name, Customer-Fit ,YEARLY-REVENUE\nBakker,strong,12\n", [row("Bakker", "strong", 12)], notes=[MISSING])
add(trap, "unknown-column.csv", "name,custmer-fit,yearly-revenue\nBakker,strong,12\n", [row("Bakker", revenue=12)], [["rows[1]", "did you mean \"customer-fit\"?"]], [MISSING])
add(trap, "column-twice.csv", "name,customer-fit,customer-fit\nBakker,strong,weak\n", [row("Bakker", "strong")], [["rows[1]", "expected each column once"]], [MISSING])

# Answers by id and by label.
trap = "answers"
add(trap, "labels.csv", "name;customer-fit;owner\nA;very well;YES.\nB; Heel goed. ;Niemand nodig\nC;\"Een deel, met een café of twee\";gepland\n", [row("A", "strong", owner="yes"), row("B", "strong", owner="n/a"), row("C", "some", owner="planned")], notes=[MISSING])
add(trap, "absent.csv", "name,customer-fit,owner,yearly-revenue\nA,?,n/a,unsure\nB,,UNSURE,?\nC,Weet ik niet,Not sure,\n", [row("A", "unsure", "unsure", owner="n/a"), row("B", None, "unsure", owner="unsure"), row("C", "unsure", owner="unsure")], notes=[MISSING])
add(trap, "two-options-one-label.csv", "name,owner\nA,maybe\nB,later\n", [row("B", owner="later")], [["rows[2].owner", "label of one answer"]], [MISSING])
add(trap, "not-offered.csv", "name,bar,customer-fit\nA,?,n/a\nB,none,weak\n", [row("B", "weak", bar="none")], [["rows[2].bar", "expected one of none, barred"], ["rows[2].customer-fit", "got \"n/a\""]], [MISSING])

# Other kinds.
trap = "kinds"
add(trap, "list.json", json.dumps([{"name": "Bakker", "id": "b", "answers": {"customer-fit": "strong", "yearly-revenue": 12}}, {"customer-fit": "weak"}]), [row("Bakker", "strong", 12, id="b"), row("Candidate 2", "weak")])
add(trap, "answers.json", json.dumps({"customer-fit": "some", "growth": -2.5}, indent=2), [row("Candidate 1", "some", growth=-2.5)])
add(trap, "lines.ndjson", "{\"name\":\"Bakker\",\"answers\":{\"customer-fit\":\"strong\"}}\n{\"name\":\"De Vries\",\"answers\":{\"customer-fit\":\"wek\"}}\n\n{\"name\": \"broken\n{\"name\":\"Last\",\"answers\":{}}\n", [row("Bakker", "strong"), row("Last")], [["rows[2].answers.customer-fit", "did you mean \"weak\"?"], ["rows[4]", "expected JSON"]])
add(trap, "broken-list.json", "[{\"name\":\"Bakker\",\"answers\":{}}, {\"nam\":1,\"answers\":[]}, 5, {\"name\":\"x\"", [row("Bakker")], [["candidates[1].nam", "did you mean \"name\"?"], ["candidates[1].answers", "expected an object"], ["candidates[2]", "expected a candidate, got 5"], ["candidates[3]", "expected JSON"], ["candidates[4]", "expected JSON"]])
add(trap, "book.xlsx", b"PK\x03\x04\x14\x00\x06\x00rest", [], [["", "save it as CSV UTF-8"]])
add(trap, "book.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", [], [["", "save it as CSV UTF-8"]])
add(trap, "empty.csv", b"\xef\xbb\xbf \n", [], [["", "got nothing"]])
add(trap, "links-of-others.txt", "https://example.com/#1aB0000000000\n\nnot a link at all\n", [], [["rows[1]", "expected answers"], ["rows[3]", "expected answers that Partner-fit wrote"]])

if __name__ == "__main__":
    shutil.rmtree(FILES, ignore_errors=True)
    FILES.mkdir()
    assert len({name for name, _, _ in ZOO}) == len(ZOO)
    for name, data, _ in ZOO:
        (FILES / name).write_bytes(data)
    (HERE / "expected.json").write_text(json.dumps({name: expected for name, _, expected in ZOO}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(len(ZOO), "files")
