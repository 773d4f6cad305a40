//! Two columns out of a spreadsheet, in the forms in which spreadsheets write them.

use partner_fit_core::input::problem::Problem;
use serde_json::json;

use crate::sheets::{content, sheet};

/// Two columns, read and scored as if they had been filled in.
#[test]
fn two_columns_fill_all_at_once() {
    let programme = content("programme");
    let expected = sheet(
        &programme,
        &json!({ "partners": 40, "sales-cycle": 4.5, "channel-fixed": 1_234_567.5, "tool": "crm", "direct-new": "n/a", "lead": "unsure" }),
    );
    for text in [
        "partners;40\nsales-cycle;4,5\nchannel-fixed;1.234.567,5\ntool;crm\ndirect-new;n/a\nlead;?\n",
        "id;value\r\npartners;40\r\nsales-cycle;4,5\r\nchannel-fixed;€ 1.234.567,5\r\ntool;In our CRM.\r\ndirect-new;We do not sell directly\r\nlead;unsure\r\n",
        "partners\t40\nsales-cycle\t4.5\nchannel-fixed\t1,234,567.5\ntool\tCRM\ndirect-new\tN/A\nlead\t?\n",
        "sep=|\npartners|40\nsales-cycle|4.5\nchannel-fixed|1 234 567.5\ntool|In ons CRM-systeem\ndirect-new|We verkopen niet direct\nlead|?\nevents|\n",
        "\u{feff}\"partners\";\"40\"\n\"sales-cycle\";\"4,5\"\n\"channel-fixed\";\"1.234.567,5\"\n\"tool\";\"crm\"\n\"direct-new\";\"n/a\"\n\"lead\";\"?\"",
        "How many partners have a signed agreement with you today?,40\nsales-cycle,4.5\nchannel-fixed,1234567.5\ntool,crm\ndirect-new,n/a\nlead,?\n",
    ] {
        let read = programme.read_pasted(text).unwrap_or_else(|problems| panic!("{text}: {problems:?}"));
        assert_eq!(read, expected, "{text}");
    }
}

#[test]
fn what_was_pasted_wrongly_is_refused_in_words() {
    let programme = content("programme");
    for (text, expected) in [
        (
            "partners;40\nchannel-fixed;1.234\n",
            "lines[1]: expected a number that can be read in one way, got \"1.234\" (did you mean 1.234 or 1234? Write it without the mark)",
        ),
        (
            "sales-cycle;4,5\nchannel-fixed;12.5\nshare-paid;7,25\n",
            "lines[1]: expected a comma before decimals, as in the other lines, got \"12.5\"",
        ),
        (
            "partners;40\npartner;4\n",
            "lines[1]: expected the name of a figure, got \"partner\" (did you mean \"partners\"?)",
        ),
        ("partners;40\npartners;41\n", "lines[1]: expected every name once, got \"partners\" again"),
        (
            "partners;#DIV/0!\n",
            "lines[0]: expected a value, got \"#DIV/0!\", which a spreadsheet writes where a formula fails",
        ),
        ("partners;45 %\n", "lines[0]: expected a number without a percent sign, got \"45 %\""),
        ("margin-direct;75\n", "margin-direct: expected a number from 0 to 1, got 75"),
        ("partners;forty\n", "lines[0]: expected a number, got \"forty\""),
        ("partners;12 34\n", "lines[0]: expected a number, got \"12 34\""),
        ("partners;40\nlead;41\n", "lead: expected at most 40 (partners), got 41"),
        ("partners;40,5\n", "partners: expected a whole number, got 40.5"),
        ("tool;a book\n", "tool: expected one of nothing, spreadsheets, crm, platform, unsure, got \"a book\""),
        ("", "expected two columns, the name of a figure and its value, got nothing"),
        ("partners\n", "lines[0]: expected a value behind the name, got nothing"),
    ] {
        let problems = programme.read_pasted(text).unwrap_err();
        let got: Vec<String> = problems.iter().map(Problem::to_string).collect();
        assert!(got.iter().any(|problem| problem == expected), "{text}: expected {expected}, got {got:#?}");
    }
    let long: String = (0..600).map(|line| format!("x{line};1\n")).collect();
    let problems = programme.read_pasted(&long).unwrap_err();
    assert!(problems.iter().any(|problem| problem.message == "expected at most 500 lines, got 600"));
    assert!(problems.len() <= 501);
}

#[test]
fn a_percent_sign_stands_for_hundredths_of_a_share() {
    let programme = content("programme");
    let expected = sheet(&programme, &json!({ "margin-direct": 0.75, "share-first": 0.125, "partners": 40 }));
    let read = programme.read_pasted("margin-direct;75 %\nshare-first;12,5%\npartners;40\n").unwrap();
    assert_eq!(read, expected);
}
