//! What was measured in words and shapes, in both languages: sentences with the worked numbers, tables that say what pictures
//! show, and texts of which none is missing or unused.

use partner_fit_core::figures::measured::cash::cash_line;
use partner_fit_core::figures::measured::drivers::tornado;
use partner_fit_core::figures::measured::indicators::value_lines;
use partner_fit_core::figures::measured::quadrant::spot;
use partner_fit_core::input::value::Tree;
use partner_fit_core::measure::Programme;
use partner_fit_core::measure::report::MeasuredReport;
use partner_fit_core::measure::tier::rewards::{Member, spread, tier_sums};
use partner_fit_core::wording::Texts;
use partner_fit_core::wording::measured::{MeasureKey, MeasureTexts};
use serde_json::{Value, json};

use crate::common::{languages, root, texts};
use crate::sheets::{case_a_with, content, sheet, worked_partner};

fn file(language: &str) -> Tree {
    let path = root().join("core/content/texts").join(language).with_extension("json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn own<'a>(texts: &'a Texts) -> MeasureTexts<'a> {
    MeasureTexts::read(&file(texts.language()), texts).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn report(programme: &Programme, set: &Value, language: &str) -> MeasuredReport {
    let mut value = case_a_with(
        &json!({ "contract-value": 12_000, "margin-direct": 0.75, "share-first": 0.25, "share-renewal": 0.10 }),
    );
    value.as_object_mut().unwrap().extend(set.as_object().unwrap().clone());
    programme.report(&sheet(programme, &value), language)
}

#[test]
fn every_key_has_a_text_in_every_language_and_no_text_is_without_a_key() {
    for language in languages() {
        let texts = texts(language);
        let _ = own(&texts);
        let Tree::Object(entries) = file(language) else { panic!("{language}: expected an object") };
        let known: Vec<&str> = MeasureKey::ALL.iter().map(|key| key.name()).collect();
        let unused: Vec<&String> =
            entries.iter().map(|(key, _)| key).filter(|key| !known.contains(&key.as_str())).collect();
        assert_eq!(unused, Vec::<&String>::new(), "{language}");
    }
}

#[test]
fn every_placeholder_of_one_language_is_in_the_other() {
    let places = |value: &Tree| -> Vec<String> {
        let text = format!("{value:?}");
        let mut names: Vec<String> =
            text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect();
        names.sort();
        names.dedup();
        names
    };
    let files: Vec<Tree> = languages().iter().map(|language| file(language)).collect();
    for key in MeasureKey::ALL {
        let [first, rest @ ..] = files.as_slice() else { unreachable!() };
        for other in rest {
            assert_eq!(
                places(first.get(key.name()).unwrap()),
                places(other.get(key.name()).unwrap()),
                "{}",
                key.name()
            );
        }
    }
}

#[test]
fn one_sentence_says_what_a_partner_customer_is_worth() {
    let programme = content("programme");
    let texts = texts("en");
    let own = own(&texts);
    let said = |set: Value| own.economics(report(&programme, &set, "en").economics.as_ref());
    assert_eq!(
        said(json!({})),
        "At 35 customers a year a partner customer brings 591 more than a direct one, over 5 years. Below 31 customers a year it would bring less. The channel pays for itself from 5 customers a year."
    );
    assert!(said(json!({ "overlap": 0.2 })).starts_with("At 35 customers a year a partner customer brings 4493 less than a direct one, over 5 years. However many there are, it never brings as much."));
    assert!(
        said(json!({ "share-renewal": "unsure" }))
            .starts_with("Beside a direct customer a partner customer brings between")
    );
    assert!(
        said(json!({ "contract-value": 2_000, "margin-direct": 0.5, "share-first": 0.4, "share-renewal": 0.4 }))
            .ends_with("so that no number of customers pays for the channel.")
    );
    let alone = said(
        json!({ "direct-cost": "n/a", "direct-new": "n/a", "direct-start": "n/a", "direct-kept": "n/a", "direct-grown": "n/a" }),
    );
    assert_eq!(
        alone,
        "A partner customer brings 26011, over 5 years. The channel pays for itself from 5 customers a year."
    );
    assert_eq!(own.economics(None), own.get(MeasureKey::EconomicsOpen));
    let one = said(json!({ "years": 1 }));
    assert!(one.contains("over one year"), "{one}");
}

#[test]
fn money_shares_and_months_are_said() {
    let programme = content("programme");
    let texts = texts("nl");
    let own = own(&texts);
    let money = report(&programme, &json!({}), "nl").economics.unwrap();
    assert_eq!(
        own.highest_shares(&money)[0],
        "In het eerste jaar kan een partner tot 29.9 % krijgen voordat een directe klant meer opbrengt."
    );
    assert_eq!(
        own.cash(&money),
        "Vanaf maand 39 heeft het kanaal teruggebracht wat het kostte. Op het laagste punt, in maand 22, staat er 215110 uit."
    );
    assert_eq!(own.counted(&money), "Geteld over 5 jaar, met 0 % minder voor elk later jaar.");
    let never =
        report(&programme, &json!({ "partner-new": 10, "channel-variable": 11_428.57 }), "nl").economics.unwrap();
    assert!(own.cash(&never).starts_with("Binnen 60 maanden brengt het kanaal niet terug"));
    let nothing = report(&programme, &json!({ "share-renewal": 0.6 }), "nl").economics.unwrap();
    assert_eq!(own.highest_shares(&nothing), [own.get(MeasureKey::EconomicsShareNothing)]);
    for table in [own.sides_table(&money), own.inputs_table(&money), own.drivers_table(&money), own.cash_table(&money)]
    {
        assert!(!table.rows.is_empty() && table.rows.iter().all(|row| row.len() == table.columns.len()), "{table:?}");
    }
    let months: Vec<String> = own.cash_table(&money).rows.into_iter().map(|row| row[0].clone()).collect();
    assert!(
        months.contains(&"22".to_owned()) && months.contains(&"39".to_owned()) && months.contains(&"60".to_owned())
    );
}

#[test]
fn indicators_are_said_with_their_range_and_their_parts() {
    let programme = content("programme");
    let texts = texts("en");
    let own = own(&texts);
    let found = report(
        &programme,
        &json!({ "partner-new": 0, "lead": 2, "partners": 40, "decided": 4, "accepted": 3, "direct-kept": "unsure" }),
        "en",
    );
    let table = own.indicators_table(&programme, &found);
    let row = |id: &str| {
        let place = found.indicators.iter().position(|indicator| indicator.id == id).unwrap();
        table.rows[place].clone()
    };
    assert_eq!(row("accepted-share")[1..4], ["75 %", "between 35.6 % and 94.2 %", "90"]);
    assert!(
        row("active-share")[5]
            .ends_with("lead last month?: 2; How many partners have a signed agreement with you today?: 40")
    );
    assert_eq!(row("cac-ratio")[1], "Money was spent, and nobody was won.");
    assert_eq!(row("retention-gap")[1..4], ["Not known", "", ""]);
    assert_eq!(row("certified-share")[4], "shown, not scored");
    let case = report(&programme, &json!({}), "en");
    let lone = |id: &str| {
        let one = case.indicators.iter().find(|indicator| indicator.id == id).unwrap();
        own.indicator_value(programme.indicator(id).unwrap(), one)
    };
    assert_eq!(
        ["retention-gap", "cac-ratio", "cac-gap", "deals-per-partner"].map(lone),
        ["4 points more", "0.8 times", "-2000 euros", "3 a year"]
    );
    let small = found.indicators.iter().find(|indicator| indicator.id == "accepted-share").unwrap();
    assert_eq!(own.indicator_note(small), "It rests on 4 cases, so it is an estimate.");
}

#[test]
fn tiers_are_said() {
    let programme = content("scorecard");
    let texts = texts("en");
    let own = own(&texts);
    let tier = |set: Value| {
        let mut value = worked_partner();
        value.as_object_mut().unwrap().extend(set.as_object().unwrap().clone());
        programme.report(&sheet(&programme, &value), "en").tier.unwrap()
    };
    let warned = tier(json!({ "tier-before": "platinum" }));
    assert_eq!(
        own.tier(&programme, &warned),
        "It keeps Platinum this once: its figures are those of Gold. Tell it, with the date of the next decision."
    );
    let unclear = tier(json!({ "tier-before": "platinum", "revenue": "unsure" }));
    assert!(
        own.tier(&programme, &unclear)
            .starts_with("It keeps Platinum: too little is known to take it away. What is not known")
    );
    let near = tier(
        json!({ "revenue": 160_000, "pipeline": 320_000, "new-markets": "several-markets", "start": 30, "kept": 30, "trained": 6, "visits": 14, "certified": 1, "certified-plan": 1, "last-talk": "within-month", "plan-dated": "looked-at" }),
    );
    assert_eq!(
        own.next_tier(&programme, &near),
        "For Platinum: How many of its people hold your certificate? 2 people in place of 1 people."
    );
    let sums = tier_sums(
        programme.ladder.as_ref().unwrap(),
        &programme.rewards,
        &[Member { tier: 3, revenue: Some(1_000.0) }, Member { tier: 0, revenue: None }],
        0.6,
        0.2,
    );
    assert_eq!(
        own.tier_sums(&programme, &sums),
        [
            "Of Registered it is not known whether it pays for itself.",
            "Platinum brings 400 and costs 5300: it does not pay for itself."
        ]
    );
    assert_eq!(own.spread(&spread(&sums)).len(), 1);
}

#[test]
fn pictures_lie_within_their_frames_and_agree_with_their_tables() {
    let programme = content("programme");
    let texts = texts("en");
    let own = own(&texts);
    let found = report(&programme, &json!({ "decided": 4, "accepted": 3 }), "en");
    let frame = 0.0..=100.0;
    let lines = value_lines(&programme, &own, &found);
    assert_eq!(lines.len(), 10);
    for line in &lines {
        assert!(line.at.is_none_or(|at| frame.contains(&at)), "{line:?}");
        assert!(
            line.range.is_none_or(|[low, high]| frame.contains(&low) && low <= high && frame.contains(&high)),
            "{line:?}"
        );
        assert!(line.ticks.iter().all(|tick| frame.contains(&tick.at)));
    }
    // Less is better: 0.5 times stands at the right end, 2 times at the left; 0.8 is a fifth of the way from the right.
    assert!((lines[0].at.unwrap() - 80.0).abs() < 1e-9 && lines[0].ticks[0].at == 100.0, "{:?}", lines[0]);
    assert_eq!(lines[0].value, "0.8 times");
    let money = found.economics.unwrap();
    let line = cash_line(&money).unwrap();
    assert_eq!(line.points.split_whitespace().count(), 61);
    assert!(line.points.starts_with("0,") && line.deepest[1] == 100.0, "{line:?}");
    assert!((line.deepest[0] - 100.0 * 22.0 / 60.0).abs() < 1e-9 && line.pays == Some(65.0));
    let bars = tornado(&own, &money).unwrap();
    assert_eq!(bars.bars.len(), own.drivers_table(&money).rows.len());
    assert!(frame.contains(&bars.zero) && bars.now > bars.zero && bars.bars[0].turns);
    assert!(bars.bars.iter().all(|bar| bar.bar[0] >= 0.0 && bar.bar[0] + bar.bar[1] <= 100.0 + 1e-9));
    let card = content("scorecard");
    let partner = card.report(&sheet(&card, &worked_partner()), "en").report;
    let spot = spot(&partner).unwrap();
    assert_eq!(spot.field, "protect");
    assert!((spot.at[0] - 100.0 * (35.0 * 0.773_333_333_333 + 20.0 * 2.0 / 3.0) / 55.0).abs() < 1e-6);
}
