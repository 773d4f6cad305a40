//! How it is used: help, wrong use, and the commands that read a file as a whole.

use std::fs;

use serde_json::{Value, json};

use crate::common::{languages, root};
use crate::{partner, run, written, zoo};

#[test]
fn it_says_how_it_is_used_and_what_is_wrong_use() {
    let help = run(&["--help"], b"");
    assert_eq!((help.code, help.err.as_str()), (0, ""));
    for word in ["check", "score", "rank", "explain", "template", "link encode", "--bad-rows", "Exit: 0 done"] {
        assert!(help.out.contains(word), "{word}");
    }
    assert_eq!(run(&["--version"], b"").out, format!("partner-fit {}\n", env!("CARGO_PKG_VERSION")));
    let partner = partner();
    let wrong: [(&[&str], &str); 13] = [
        (&[], "expected a command"),
        (&["sing"], "unknown command sing"),
        (&["score"], "expected the file of an assessment"),
        (&["score", "a", "b", "c"], "expected no more files, got c"),
        (&["template", "a", "b"], "expected no more files, got b"),
        (&["score", "a", "--loud"], "unknown option --loud"),
        (&["score", "a", "--limit", "3"], "score has no option --limit"),
        (&["check", "a", "--map", "a=b"], "check has no option --map"),
        (&["score", "a", "--out", "xml"], "expected --out to be one of csv, ndjson, got xml"),
        (&["link", "make", "a"], "expected link encode or link decode"),
        (&["score", &partner, "--columns", "score,points:nothing"], "got points:nothing"),
        (&["rank", &partner, "--weight", "location=-1"], "weights.location: expected 0 or a weight"),
        (&["template", &partner, "--lang", "fr"], "expected --lang to be one of en, nl"),
    ];
    for (arguments, message) in wrong {
        let run = run(arguments, b"");
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.err);
        assert!(run.err.contains(message) && run.err.contains("--help"), "{arguments:?}: {}", run.err);
    }
    for arguments in [&["score", "nowhere.json"][..], &["check", "nowhere.json"], &["rank", &partner, "nowhere.csv"]] {
        let run = run(arguments, b"");
        assert_eq!(run.code, 3, "{}", run.err);
        assert!(run.err.contains("cannot read nowhere"), "{}", run.err);
    }
}

#[test]
fn files_are_checked() {
    let folder = tempfile::tempdir().unwrap();
    let ideal = |want: &str| {
        let wish = json!({ "customer-fit": { "want": [want], "importance": 3 } });
        json!({ "assessment": "zoo", "ideals": { "vendor": wish } }).to_string()
    };
    let good = written(folder.path(), "good.ideal.json", ideal("strong"));
    let bad = written(folder.path(), "bad.ideal.json", ideal("stong"));
    let broken = written(folder.path(), "broken.json", "{ \"id\": ");
    let wrong = written(folder.path(), "wrong.json", "{ \"id\": \"Partner\" }");
    let zoo = zoo("assessment.json");
    let fine = run(&["check", &zoo, &good], b"");
    assert_eq!((fine.code, fine.out.as_str(), fine.err.as_str()), (0, "", ""));
    let told = run(&["check", &zoo, &bad, &broken, &wrong], b"");
    assert_eq!(told.code, 1);
    let expected = "ideals.vendor.customer-fit.want[0]: expected one of weak, some, strong, got \"stong\"";
    assert!(told.out.contains(&format!("{bad}: {expected} (did you mean \"strong\"?)\n")), "{}", told.out);
    assert!(told.out.contains(&format!("{broken}: expected JSON")), "{}", told.out);
    let as_json = run(&["check", &wrong, "--format", "json"], b"");
    let told: Value = serde_json::from_str(&as_json.out).unwrap();
    assert_eq!((as_json.code, &told[0]["problems"][0]["path"]), (1, &json!("id")));
    // An ideal profile alone has nothing to be held against.
    assert!(run(&["check", &good], b"").out.contains("expected the assessment that it is about among the files"));
}

/// Three candidates, one of whom nobody knows whether somebody owns it.
const THREE: &[u8] = b"name;customer-fit;owner;bar;yearly-revenue;growth\n\
    Weak;weak;no;none;1;1\nStrong;strong;yes;none;99;50\nOpen;strong;?;none;80;2,5\n";

#[test]
fn candidates_are_ranked() {
    let zoo = zoo("assessment.json");
    let table = run(&["rank", &zoo, "-"], THREE);
    assert_eq!((table.code, table.err.as_str()), (0, ""));
    let lines: Vec<&str> = table.out.lines().collect();
    assert!(lines[1].starts_with("1 ") && lines[1].contains("Strong"), "{}", table.out);
    assert!(lines[2].contains("Open") && lines[3].contains("Weak"), "{}", table.out);
    assert!(table.out.contains("Beaten on everything: Weak by Strong"), "{}", table.out);
    let ranking = |more: &[&str]| -> Value {
        let run = run(&[&["rank", &zoo, "-", "--format", "json"], more].concat(), THREE);
        serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err))
    };
    let dutch = ranking(&["--lang", "nl"]);
    assert_eq!(dutch["candidates"][0]["band"]["label"], json!("Hoog"));
    assert_eq!(dutch["candidates"].as_array().unwrap().len(), 3);
    let csv = run(&["rank", &zoo, "-", "--format", "csv", "--limit", "1"], THREE).out;
    assert!(csv.starts_with("place,placeLow,placeHigh,name,id,band,") && csv.lines().count() == 2, "{csv}");
    let folder = tempfile::tempdir().unwrap();
    let ideal = json!({ "ideals": { "vendor": { "owner": { "want": ["no"], "importance": 1, "must": true } } } });
    let ideal = written(folder.path(), "my.ideal.json", ideal.to_string());
    let weighted = ranking(&["--ideal", &ideal, "--weight", "size=0"]);
    let strong = weighted["candidates"].as_array().unwrap().iter().find(|one| one["name"] == "Strong").unwrap();
    assert_eq!((&strong["fit"]["missed"], &strong["fit"]["vendor"]), (&json!(["owner"]), &json!(0.0)));
    assert_eq!(weighted["ownWeights"], json!(true));
    let bad = run(&["rank", &zoo, "-"], b"name,customer-fit\nA,weak\nB,wek\n");
    assert!(bad.code == 1 && bad.out.contains('A') && bad.err.contains("rows[3].customer-fit"), "{}", bad.err);
}

#[test]
fn a_result_is_explained_and_a_template_is_filled_in() {
    let (zoo, partner) = (zoo("assessment.json"), partner());
    let template = run(&["template", &partner, "--lang", "nl"], b"");
    assert_eq!(template.code, 0);
    assert!(template.out.starts_with("\u{feff}name;id;"), "{}", template.out);
    assert!(run(&["template", &partner], b"").out.starts_with("\u{feff}name,id,"));
    let explained = run(&["explain", &partner, "-", "--lang", "nl"], template.out.as_bytes());
    assert_eq!(explained.code, 0, "{}", explained.err);
    assert!(explained.out.contains("100 van de 100 punten"), "{}", explained.out);
    let about = run(&["explain", &partner, "-", "--about", "candidate"], template.out.as_bytes());
    assert!(about.out.starts_with("Is this firm the right partner"), "{}", about.out);
    assert_eq!(run(&["explain", &zoo, "-", "--id", "Weak"], THREE).code, 0);
    let several = run(&["explain", &zoo, "-"], THREE);
    assert!(several.code == 1 && several.err.contains("got 3: choose one with --id"), "{}", several.err);
}

#[test]
fn links_are_made_and_read() {
    let zoo = zoo("assessment.json");
    let links = run(&["link", "encode", &zoo, "-", "--names", "--base", "https://example.com/"], THREE);
    assert_eq!((links.code, links.out.lines().count()), (0, 3));
    assert!(links.out.lines().all(|line| line.starts_with("https://example.com/#P")), "{}", links.out);
    let back = run(&["link", "decode", &zoo, "-"], links.out.as_bytes());
    let open: Value = serde_json::from_str(back.out.lines().nth(2).unwrap()).unwrap();
    assert_eq!(open["name"], json!("Open"));
    assert_eq!((&open["answers"]["owner"], &open["answers"]["growth"]), (&json!("unsure"), &json!(2.5)));
    // Names travel only where that is asked for; another assessment's links are refused.
    let bare = run(&["link", "encode", &zoo, "-"], THREE);
    assert!(bare.out.lines().all(|line| !line.contains('.') && !line.contains('#')), "{}", bare.out);
    let other = run(&["link", "decode", &partner(), "-"], links.out.as_bytes());
    assert!(other.code == 1 && other.err.contains("rows[1]: expected answers to this assessment"), "{}", other.err);
}

#[test]
fn the_languages_that_are_built_in_are_those_of_the_page() {
    let source = fs::read_to_string(root().join("cli/src/language.rs")).unwrap();
    for tag in languages() {
        assert!(source.contains(&format!("static/locales/{tag}.json")), "{tag}");
    }
    assert_eq!(source.matches("include_str!").count(), languages().len());
}
