//! A row in, a row out: the numbers of a Report, whatever the rows are written in, within bounds of memory.

use std::fs;
use std::io::Write;
use std::process::Stdio;

use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::{Assessment, Question, QuestionKind};
use partner_fit_core::rank::candidate::Candidate;
use partner_fit_core::rank::sheet::Sheet;
use partner_fit_core::rank::template::table;
use partner_fit_core::report::report;
use serde_json::{Value, json};

use crate::common::{read_json, root, shipped};
use crate::{command, partner, run, zoo};

/// Any candidates, each question in any of its states.
fn candidates(assessment: &Assessment, count: usize) -> Vec<Candidate> {
    let mut seed = 42_u64;
    let mut below = |count: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % count
    };
    let mut answer = |question: &Question| match (below(10), &question.kind) {
        (0, _) => None,
        (1, _) if question.unsure => Some(Answer::Unsure),
        (2, _) if question.not_applicable => Some(Answer::NotApplicable),
        (_, QuestionKind::Choice(options)) => Some(Answer::Option(options[below(options.len())].id.clone())),
        (_, QuestionKind::Number(_)) => Some(Answer::Number(below(80_000) as f64 / 16.0)),
    };
    let mut one = |place: usize| {
        let answers: Answers = assessment.questions().filter_map(|(_, q)| Some((q.id.clone(), answer(q)?))).collect();
        let name = format!("Firm, \"{place}\"");
        Candidate { id: Some(place.to_string()), name, sheet: Sheet::of(assessment, &answers), ideal: None }
    };
    (0..count).map(&mut one).collect()
}

#[test]
fn a_row_in_is_a_row_out_with_the_numbers_of_a_report() {
    let assessment = shipped("partner");
    let list = candidates(&assessment, 8_000);
    let csv = table(&assessment, &list);
    assert!(csv.len() > 1_000_000, "not more than one block");
    let alone = run(&["score", &partner(), "--threads", "1"], csv.as_bytes());
    assert_eq!((alone.code, alone.err.as_str()), (0, ""));
    assert_eq!(alone.out.matches("\r\n").count(), list.len() + 1);
    for threads in ["2", "8"] {
        assert_eq!(run(&["score", &partner(), "--threads", threads], csv.as_bytes()).out, alone.out);
    }
    let columns = "line,name,id,score,low,high,coverage,band,bandByScore,provisional,borderline,gates,next,\
                   points:location,value:location";
    let scored = run(&["score", &partner(), "--out", "ndjson", "--columns", columns], csv.as_bytes());
    assert_eq!(scored.out.lines().count(), list.len());
    for (place, (line, candidate)) in scored.out.lines().zip(&list).enumerate() {
        let row: Value = serde_json::from_str(line).unwrap();
        let report = report(&assessment, &candidate.sheet.answers(&assessment), "en");
        let number = |key: &str| row[key].as_f64().map(f64::to_bits);
        assert_eq!((row["line"].as_f64(), &row["name"]), (Some(place as f64 + 2.0), &json!(candidate.name)));
        assert_eq!(number("score"), report.score.map(f64::to_bits));
        for (key, expected) in [("low", report.low), ("high", report.high), ("coverage", report.coverage)] {
            assert_eq!(number(key), Some(expected.to_bits()));
        }
        assert_eq!((&row["band"], &row["bandByScore"]), (&json!(report.band.id), &json!(report.band_by_score.id)));
        assert_eq!((&row["provisional"], &row["borderline"]), (&json!(report.provisional), &json!(report.borderline)));
        let gates: Vec<&String> = report.gates.iter().map(|gate| &gate.id).collect();
        assert_eq!((&row["gates"], &row["next"]), (&json!(gates), &json!(report.next)));
        let location = report.criteria.iter().find(|criterion| criterion.id == "location").unwrap();
        assert_eq!(number("points:location"), Some(location.points.to_bits()));
        assert_eq!(number("value:location"), location.value.map(f64::to_bits));
    }
}

#[test]
fn the_same_answers_in_every_form_give_the_same_rows() {
    let assessment = shipped("partner");
    let list = candidates(&assessment, 400);
    let csv = table(&assessment, &list);
    let scored = |input: &[u8], more: &[&str]| {
        let columns = ["score", &partner(), "-", "--columns", "id,score,low,high,band,gates"];
        let run = run(&[&columns[..], more].concat(), input);
        assert_eq!(run.code, 0, "{}", run.err);
        run.out
    };
    let expected = scored(csv.as_bytes(), &[]);
    assert_eq!(expected.lines().count(), list.len() + 1);
    let (mut long, mut lines) = ("question;answer;id\n".to_owned(), String::new());
    for candidate in &list {
        let answers = candidate.sheet.answers(&assessment);
        let id = candidate.id.as_ref().unwrap();
        lines.push_str(&format!("{}\n", json!({ "id": id, "name": candidate.name, "answers": answers })));
        long.push_str(&format!("product-fit;;{id}\n"));
        for (question, answer) in answers.iter() {
            let answer = match answer {
                Answer::Number(number) => format!("{number:.4}"),
                named => named.name().unwrap().to_owned(),
            };
            long.push_str(&format!("{question};{answer};{id}\n"));
        }
    }
    assert_eq!(scored(lines.as_bytes(), &[]), expected);
    assert_eq!(scored(format!("[{}]", lines.trim_end().replace('\n', ",")).as_bytes(), &[]), expected);
    assert_eq!(scored(long.as_bytes(), &["--in", "long-csv"]), expected);
    // Encodings, separators, line ends, names of columns.
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(csv.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(scored(&utf16, &[]), expected);
    assert_eq!(scored(format!("\u{feff}sep=,\r\n{csv}").as_bytes(), &[]), expected);
    assert_eq!(scored(csv.replace("\r\n", "\r").as_bytes(), &[]), expected);
    assert_eq!(scored(csv.replacen("product-fit", "Fit?", 1).as_bytes(), &["--map", "product-fit=Fit?"]), expected);
    let links = run(&["link", "encode", &partner(), "-", "--names"], csv.as_bytes());
    let without_ids = |rows: String| -> Vec<String> {
        rows.lines().skip(1).map(|row| row.split_once(',').unwrap().1.to_owned()).collect()
    };
    assert_eq!(without_ids(scored(links.out.as_bytes(), &[])), without_ids(expected));
}

#[test]
fn bad_rows_are_told_stopped_at_or_skipped() {
    let zoo = zoo("assessment.json");
    let rows = b"name,customer-fit,yearly-revenue\nA,weak,1\nB,wek,1\nC,some,2\nD,strong,x\n";
    let told = run(&["score", &zoo, "--columns", "name"], rows);
    assert_eq!((told.code, told.out.as_str()), (1, "name\r\nA\r\nC\r\n"));
    let problems: Vec<Value> = told.err.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    assert_eq!(problems.iter().map(|bad| bad["line"].as_u64().unwrap()).collect::<Vec<_>>(), [3, 5]);
    assert_eq!(problems[0]["problems"][0]["path"], json!("rows[3].customer-fit"));
    assert!(told.err.ends_with("2 of 4 rows were not read\n"), "{}", told.err);
    let stopped = run(&["score", &zoo, "--columns", "name", "--bad-rows", "stop"], rows);
    assert_eq!((stopped.code, stopped.out.as_str()), (1, "name\r\nA\r\n"));
    let skipped = run(&["score", &zoo, "--columns", "name", "--bad-rows", "skip"], rows);
    assert_eq!((skipped.code, skipped.out.as_str()), (0, "name\r\nA\r\nC\r\n"));
    assert!(!skipped.err.contains("wek") && skipped.err.contains("2 of 4"), "{}", skipped.err);
}

#[test]
fn what_cannot_be_read_at_all_is_told_and_what_was_chosen_decides() {
    let zoo = zoo("assessment.json");
    for (bytes, message) in [
        (&b"PK\x03\x04"[..], "save it as CSV UTF-8"),
        (b"Bakker,strong\n", "expected columns called name"),
        (b"", "expected a header"),
        (b"name,x;customer-fit\na,b;weak\n", "say --separator"),
    ] {
        let run = run(&["score", &zoo], bytes);
        assert_eq!(run.code, 1, "{}", run.err);
        assert!(run.err.contains(message), "{}", run.err);
    }
    let chosen =
        run(&["score", &zoo, "--separator", ";", "--columns", "value:fit"], b"name,x;customer-fit\na;strong\n");
    assert!(chosen.out.starts_with("value:fit\r\n1\r\n"), "{} {}", chosen.out, chosen.err);
    let ambiguous = b"name;yearly-revenue\nA;1.234\n";
    assert_eq!(run(&["score", &zoo], ambiguous).code, 1);
    let read = |sign: &str| run(&["score", &zoo, "--decimal", sign, "--columns", "value:size"], ambiguous).out;
    assert_eq!((read("comma").as_str(), read("point").as_str()), ("value:size\r\n1\r\n", "value:size\r\n0.01234\r\n"));
    // An open quotation mark does not fill the memory.
    let open = format!("name,customer-fit\n\"a{}", "b".repeat(6 << 20));
    let run_open = run(&["score", &zoo], open.as_bytes());
    assert!(
        run_open.code == 1 && run_open.err.contains("rows[2]: expected a record of at most 4 MB"),
        "{}",
        run_open.err
    );
}

#[test]
fn names_that_are_formulas_are_defused_and_reports_are_whole() {
    let zoo = zoo("assessment.json");
    let rows = "name,customer-fit\n'=cmd(),weak\n\"a\u{202e}b\",strong\n".as_bytes();
    assert_eq!(run(&["score", &zoo, "--columns", "name"], rows).out, "name\r\n'=cmd()\r\nab\r\n");
    let full = run(&["score", &zoo, "--full", "--lang", "nl"], rows);
    let reports: Vec<Value> = full.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((reports.len(), &reports[0]["name"]), (2, &json!("=cmd()")));
    assert_eq!(reports[0]["band"]["label"], json!("Laag"));
    assert!(reports[0]["criteria"][0]["questions"].is_array() && reports[0]["robustness"].is_object());
    // A Report of ours reads back.
    let again = run(&["score", &zoo, "--in", "ndjson", "--columns", "name,score"], full.out.as_bytes());
    assert_eq!((again.code, again.out.lines().count()), (0, 3), "{}", again.err);
}

#[test]
fn every_animal_of_the_zoo_ends_in_rows_or_problems() {
    let zoo = zoo("assessment.json");
    let expected = read_json(&root().join("tests/zoo/expected.json"));
    for (name, expected) in expected.as_object().unwrap() {
        let path = root().join("tests/zoo/files").join(name).display().to_string();
        let run = run(&["score", &zoo, &path, "--columns", "name"], b"");
        // A stream remembers no earlier id.
        let more = usize::from(name == "id-twice-other-answers.csv");
        let rows = expected["rows"].as_array().unwrap().len() + more;
        assert_eq!(run.out.lines().count().saturating_sub(1), rows, "{name}: {}{}", run.out, run.err);
        let problems = expected["problems"].as_array().unwrap().len() > more;
        assert_eq!(run.code, i32::from(problems), "{name}: {}", run.err);
    }
}

/// The most memory that the command took, in KB, while `header` and then `rows` came in again and again: 6 MB or more.
#[cfg(target_os = "linux")]
fn peak_kb(arguments: &[&str], header: &str, rows: &str) -> usize {
    let mut command = command(arguments);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(header.as_bytes()).unwrap();
    for _ in 0..6_000_000 / rows.len() + 1 {
        stdin.write_all(rows.as_bytes()).unwrap();
    }
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    let peak = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    drop(stdin);
    child.wait().unwrap();
    peak
}

/// Memory stays what it is however much comes in, whatever it is.
#[cfg(target_os = "linux")]
#[test]
fn memory_is_bounded_whatever_comes_in() {
    let assessment = shipped("partner");
    let csv = table(&assessment, &candidates(&assessment, 20_000));
    let (header, rows) = csv.split_once("\r\n").unwrap();
    let (partner, zoo) = (partner(), zoo("assessment.json"));
    let peak = peak_kb(&["score", &partner, "--threads", "8"], &format!("{header}\r\n"), rows);
    assert!(peak <= 64 * 1024, "{peak} KB");
    // Rows of a character, of nothing but separators, and all of them wrong.
    let header = "name,customer-fit,owner,bar,yearly-revenue\n";
    for row in ["x\n", ",,,,,,,,,,,,\n", "x,x,x,x,x\n"] {
        let peak = peak_kb(&["score", &zoo, "--threads", "8"], header, &row.repeat(20_000));
        assert!(peak <= 64 * 1024, "{peak} KB of {row:?}");
    }
}
