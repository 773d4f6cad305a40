//! Any text as candidates: reading ends in candidates and problems, within bounds, and never panics; and what is read
//! reads again from our own table.

use std::sync::LazyLock;

use partner_fit_core::assessment::Assessment;
use partner_fit_core::rank::options::RankOptions;
use partner_fit_core::rank::rank;
use partner_fit_core::rank::read::{MAX_PROBLEMS, ReadOptions, read_candidates};
use partner_fit_core::rank::template::table;
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::common::{cases, shipped};

static PARTNER: LazyLock<Assessment> = LazyLock::new(|| shipped("partner"));

/// Pieces that mean something to a reader of tables, and some that do not.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let known = [
        "name",
        "id",
        "note",
        "product-fit",
        "yearly-revenue",
        "customer-overlap",
        "sep=;",
        "sep=",
        "\n",
        "\r\n",
        "\r",
        ",",
        ";",
        "\t",
        "|",
        "\"",
        "\"\"",
        "'",
        "=\"1\"",
        "12,5",
        "1.234",
        "1.234,5",
        "€ 1 000",
        "45 %",
        "#REF!",
        "02-Jan",
        "?",
        "unsure",
        "n/a",
        "{",
        "}",
        "[",
        "]",
        "{\"answers\":",
        "{\"name\":\"a\",\"answers\":{}}",
        "\\",
        ":",
        "#1aB0000000000",
        "\u{feff}",
        "\u{202e}",
        "1e400",
        "NaN",
        "-",
        "",
        " ",
    ];
    let text = prop::sample::select(known.to_vec()).prop_map(|piece| piece.as_bytes().to_vec());
    let marks =
        prop::sample::select(vec![&b"\xff\xfe"[..], b"\xfe\xff", b"\xef\xbb\xbf", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"]);
    prop_oneof![
        20 => text,
        3 => prop::collection::vec(any::<u8>(), 0..6),
        1 => marks.prop_map(<[u8]>::to_vec),
        2 => ".{0,6}".prop_map(String::into_bytes),
    ]
}

proptest! {
    #![proptest_config(Config { cases: cases(256), failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_text_can_be_read_as_candidates(pieces in prop::collection::vec(pieces(), 0..60), head: bool) {
        let start: &[u8] = if head { b"name,id,product-fit,yearly-revenue\n" } else { b"" };
        let bytes = [start, &pieces.concat()].concat();
        let read = read_candidates(&PARTNER, &bytes, &ReadOptions::default());
        prop_assert!(read.problems.len() <= MAX_PROBLEMS && read.problem_count >= read.problems.len());
        prop_assert!(read.candidates.len() + read.unread == read.rows);
        prop_assert!(read.candidates.iter().all(|one| !one.name.is_empty() && one.name.chars().count() <= 90));
        let ranking = rank(&PARTNER, &read.candidates, &RankOptions::default()).unwrap();
        prop_assert_eq!((ranking.candidates.len(), ranking.skipped.len()), (read.candidates.len(), 0));
        let again = read_candidates(&PARTNER, table(&PARTNER, &read.candidates).as_bytes(), &ReadOptions::default());
        prop_assert!(again.problems.is_empty(), "{:?}", again.problems);
        let sheets = |read: &partner_fit_core::rank::read::ReadCandidates| {
            read.candidates.iter().map(|one| one.sheet.clone()).collect::<Vec<_>>()
        };
        prop_assert_eq!(sheets(&again), sheets(&read));
    }
}
