//! What holds of every sheet: more of what is good is never worth less, ranges hold the score, a lift reaches what it says and
//! can be undone, and no input ends in anything but a value or problems.

use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::input::value::Tree;
use partner_fit_core::measure::Programme;
use partner_fit_core::measure::indicator::State;
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::common::{cases, tree};
use crate::sheets::{content, content_file};

/// A number of a part, 0 to 1, of a whole.
fn part(whole: f64, share: f64) -> f64 {
    (whole * share).floor()
}

prop_compose! {
    /// Figures of a programme that contradict nothing, each unknown with a chance of one in eight.
    fn sheets()(
        (partners, age) in (1..200_u32, 0..60_u32),
        money in [0.0..1e6_f64, 0.0..3e5_f64, 0.0..1e5_f64, 0.0..2e5_f64],
        won in [0..90_u32, 0..90_u32],
        started in [0..300_u32, 0..300_u32],
        shares in [0.0..=1.0_f64, 0.0..=1.0_f64, 0.0..=1.0_f64, 0.0..=1.0_f64, 0.0..=1.0_f64, 0.0..=1.0_f64, 0.0..=1.0_f64,
            0.0..=1.0_f64, 0.0..=1.0_f64, 0.0..=1.0_f64, 0.0..=1.0_f64],
        registered in 0..900_u32,
        options in [0..5_usize, 0..5_usize, 0..5_usize, 0..5_usize],
        direct in any::<bool>(),
        holes in proptest::collection::vec(0..8_u8, 27),
    ) -> Answers {
        let partners = f64::from(partners);
        let [direct_start, partner_start] = started.map(f64::from);
        let [a, b, c, d, e, f, g, h, i, j, k] = shares;
        let (direct_kept, partner_kept) = (part(direct_start, a), part(partner_start, b));
        let registered = f64::from(registered);
        let (tried, decided) = (part(partners, g), part(registered, i));
        let numbers = [
            ("partners", partners), ("programme-age", f64::from(age)),
            ("direct-cost", money[0].round()), ("channel-fixed", money[1].round()), ("channel-variable", money[2].round()),
            ("share-paid", money[3].round()), ("direct-new", f64::from(won[0])), ("partner-new", f64::from(won[1])),
            ("direct-start", direct_start), ("direct-kept", direct_kept), ("direct-grown", part(direct_kept, c)),
            ("partner-start", partner_start), ("partner-kept", partner_kept), ("partner-grown", part(partner_kept, d)),
            ("material", part(partners, e)), ("events", part(partners, f)), ("tried", tried), ("certified", part(tried, h)),
            ("registered", registered), ("decided", decided), ("accepted", part(decided, j)), ("lead", part(partners, k)),
        ];
        let choices = ["revenue-potential", "strategic-advantage", "operational", "relationship"];
        let programme = content("programme");
        let option = |id: &str, place: usize| match &programme.asked.question(id).unwrap().kind {
            partner_fit_core::assessment::QuestionKind::Choice(options) => Answer::Option(options[place].id.clone()),
            partner_fit_core::assessment::QuestionKind::Number(_) => unreachable!(),
        };
        let known = numbers.into_iter().map(|(id, number)| (id.to_owned(), Answer::Number(number)));
        let chosen = choices.iter().zip(options).map(|(id, place)| ((*id).to_owned(), option(id, place)));
        let answers = known.chain(chosen).zip(holes);
        answers
            .map(|((id, answer), hole)| match hole {
                0 => (id, Answer::Unsure),
                _ if !direct && id.starts_with("direct") => (id, Answer::NotApplicable),
                _ => (id, answer),
            })
            .collect()
    }
}

/// What an indicator is worth, where that is known.
fn value(programme: &Programme, answers: &Answers, id: &str) -> Option<f64> {
    let place = programme.indicators.iter().position(|indicator| indicator.id == id).unwrap();
    programme.measure(answers).readings[place].value
}

fn number(answers: &Answers, id: &str) -> Option<f64> {
    match answers.get(id) {
        Some(Answer::Number(number)) => Some(*number),
        _ => None,
    }
}

proptest! {
    #![proptest_config(Config { cases: cases(96), failure_persistence: None, ..Config::default() })]

    #[test]
    fn more_of_what_is_good_is_never_worth_less(answers in sheets(), share in 0.0..=1.0_f64) {
        let programme = content("programme");
        for (figure, indicators) in [
            ("partner-kept", &["retention-gap", "partner-retention"][..]),
            ("partner-grown", &["growth-gap"]),
            ("material", &["material-share"]),
            ("events", &["event-share"]),
            ("tried", &["certificate-share"]),
            ("registered", &["deals-per-partner"]),
            ("accepted", &["accepted-share"]),
            ("lead", &["active-share"]),
        ] {
            let Some(now) = number(&answers, figure) else { continue };
            let [_, most] = programme.room(&answers, figure);
            let mut more = answers.clone();
            more.set(figure, Answer::Number(now + part(most.min(now + 500.0) - now, share)));
            for id in indicators {
                let (before, after) = (value(&programme, &answers, id), value(&programme, &more, id));
                if let Some((before, after)) = before.zip(after) {
                    prop_assert!(after >= before - 1e-12, "{} of {figure}: {before} to {after}", id);
                }
            }
        }
    }

    #[test]
    fn more_cost_never_raises_the_result(answers in sheets(), more in 0.0..1e6_f64) {
        let programme = content("programme");
        let before = programme.measure(&answers);
        for cost in ["channel-fixed", "channel-variable", "share-paid"] {
            let Some(now) = number(&answers, cost) else { continue };
            let mut dearer = answers.clone();
            dearer.set(cost, Answer::Number(now + more.round()));
            let after = programme.measure(&dearer);
            // 0 spent on nobody says nothing, and anything spent on nobody the worst: then more is known than before.
            let same_known = before.readings.iter().zip(&after.readings).all(|(a, b)| a.value.is_some() == b.value.is_some());
            if let (Some(before), Some(after), true) = (before.score.score, after.score.score, same_known) {
                prop_assert!(after <= before + 1e-9, "{cost}: {before} to {after}");
            }
        }
    }

    #[test]
    fn ranges_hold_the_score_and_points_add_up(answers in sheets()) {
        let programme = content("programme");
        let measured = programme.measure(&answers);
        let found = programme.report(&answers, "nl");
        let report = &found.report;
        prop_assert!((0.0..=100.0).contains(&report.low) && report.low <= report.high && report.high <= 100.0);
        if let Some(score) = report.score {
            prop_assert!(report.low <= score && score <= report.high, "{} {score} {}", report.low, report.high);
            let own = found.indicators.iter().map(|one| one.points);
            let points: f64 = report.criteria.iter().flat_map(|c| &c.questions).map(|q| q.points).chain(own).sum();
            prop_assert!((points - score).abs() < 1e-9);
        }
        for (reading, indicator) in measured.readings.iter().zip(&programme.indicators) {
            let [low, high] = reading.range;
            prop_assert!((0.0..=1.0).contains(&low) && low <= high && high <= 1.0, "{}: {reading:?}", indicator.id);
            if let Some(value) = reading.value {
                prop_assert!(low - 1e-12 <= value && value <= high + 1e-12, "{}: {reading:?}", indicator.id);
            }
            if let (Some([low, high]), Some(x)) = (reading.interval, reading.x) {
                prop_assert!(low <= x + 1e-12 && x <= high + 1e-12, "{}: {reading:?}", indicator.id);
            }
            prop_assert_eq!(reading.state == State::Estimated, reading.note == Some(partner_fit_core::measure::indicator::Note::SmallSample));
        }
    }

    /// What narrows an estimate never leaves the range that it had.
    #[test]
    fn whatever_an_unknown_figure_is_lies_in_the_range(answers in sheets(), share in 0.0..=1.0_f64, which in 0..8_usize) {
        let programme = content("programme");
        let figure = ["lead", "accepted", "material", "events", "tried", "partner-kept", "share-paid", "direct-kept"][which];
        let mut unknown = answers.clone();
        unknown.set(figure, Answer::Unsure);
        let before = programme.measure(&unknown);
        let [low, high] = programme.room(&unknown, figure);
        let mut known = answers;
        known.set(figure, Answer::Number(low + part(high.min(low + 1e6) - low, share)));
        let after = programme.measure(&known);
        // More may become known than one value: what was out or uncomputable stays what it was.
        if before.score.score.is_some() && after.score.score.is_some() {
            prop_assert!(after.range[0] >= before.range[0] - 1e-9 && after.range[1] <= before.range[1] + 1e-9);
        }
    }

    #[test]
    fn a_lift_reaches_what_it_says_and_can_be_undone(answers in sheets()) {
        let programme = content("programme");
        let before = programme.report(&answers, "en");
        let Some(lift) = before.report.lift.clone().filter(|lift| lift.reachable) else { return Ok(()) };
        let mut after = answers.clone();
        for change in &lift.changes {
            prop_assert_eq!(after.get(&change.question), Some(&change.from));
            after.set(&change.question, change.to.clone());
        }
        let sheet = tree(&serde_json::to_value(&after).unwrap());
        prop_assert!(programme.read_sheet(&sheet).is_ok(), "{:?}", programme.read_sheet(&sheet));
        let there = programme.report(&after, "en").report;
        // What clears a floor may free the way to more than the next band.
        let place = |id: &str| programme.scored.bands.iter().position(|band| band.id == id);
        prop_assert!(place(&there.band.id) >= place(&lift.target), "{:?}", lift);
        prop_assert_eq!(there.score.map(f64::to_bits), lift.score.map(f64::to_bits));
        for change in &lift.changes {
            after.set(&change.question, change.from.clone());
        }
        prop_assert_eq!(programme.report(&after, "en"), before);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[a-z0-9;,.|\t\n€%?'\"=#/ -]{0,300}", names in proptest::collection::vec((0..30_usize, "[0-9.,' -]{0,12}"), 0..12), sign in "[;,|\t]") {
        let programme = content("programme");
        let _ = programme.read_pasted(&text);
        let ids: Vec<&str> = programme.asked.questions().map(|(_, question)| question.id.as_str()).collect();
        let rows: String = names.iter().map(|(place, cell)| format!("{}{sign}{cell}\n", ids[place % ids.len()])).collect();
        if let Ok(answers) = programme.read_pasted(&rows) {
            prop_assert!(answers.iter().all(|(_, answer)| !matches!(answer, Answer::Number(number) if !number.is_finite())));
        }
    }

    /// One thing of a file taken away or turned into something else: a programme, or problems with paths.
    #[test]
    fn any_broken_file_is_read_or_refused(place in any::<prop::sample::Index>(), how in 0..6_u8, card in any::<bool>()) {
        let mut file = tree(&content_file(if card { "scorecard" } else { "programme" }));
        let mut count = 0;
        count_places(&file, &mut count);
        let mut left = place.index(count);
        break_place(&mut file, &mut left, how);
        match Programme::read(&file, &Default::default()) {
            Ok(programme) => {
                let nothing = Answers::default();
                prop_assert!(programme.report(&nothing, "en").report.score.is_none());
            }
            Err(problems) => prop_assert!(!problems.is_empty() && problems.iter().all(|problem| !problem.message.contains("a fault of"))),
        }
    }
}

fn count_places(tree: &Tree, count: &mut usize) {
    *count += 1;
    match tree {
        Tree::List(items) => items.iter().for_each(|item| count_places(item, count)),
        Tree::Object(entries) => entries.iter().for_each(|(_, value)| count_places(value, count)),
        _ => {}
    }
}

/// Breaks the place with this number, counted from the root inwards.
fn break_place(tree: &mut Tree, left: &mut usize, how: u8) -> bool {
    if *left == 0 {
        *tree = match how {
            0 => Tree::Null,
            1 => Tree::Number(-1.0),
            2 => Tree::Text("nothing".to_owned()),
            3 => Tree::List(Vec::new()),
            4 => Tree::Object(Vec::new()),
            _ => Tree::Bool(true),
        };
        return true;
    }
    *left -= 1;
    match tree {
        Tree::List(items) => items.iter_mut().any(|item| break_place(item, left, how)),
        Tree::Object(entries) => entries.iter_mut().any(|(_, value)| break_place(value, left, how)),
        _ => false,
    }
}
