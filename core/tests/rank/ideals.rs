//! Fit by wishes: the worked numbers, a file's problems, and what holds of both sides.

use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::Assessment;
use partner_fit_core::rank::candidate::Candidate;
use partner_fit_core::rank::ideal::wish::{Ideal, Side};
use partner_fit_core::rank::ideal::{Fit, fit, mutual};
use partner_fit_core::rank::options::RankOptions;
use partner_fit_core::rank::rank;
use partner_fit_core::rank::sheet::Sheet;
use serde_json::{Value, json};

use crate::common::{choice, criterion, file, read, text, tree};

/// Three choices of five options each, and a number from 0 to 100.
fn assessment() -> Assessment {
    let quarters: Vec<_> = (0..=4).map(|quarters| json!(f64::from(quarters) / 4.0)).collect();
    let mut questions: Vec<Value> = (0..3).map(|place| choice(&format!("q{place}"), &quarters)).collect();
    questions[2]["notApplicable"] = json!(true);
    questions.push(json!({
        "id": "number", "text": text("Number"), "kind": "number", "min": 0, "max": 100,
        "points": [{ "at": 0, "value": 0 }, { "at": 100, "value": 1 }],
    }));
    read(&file(vec![criterion("c", &json!(1), questions)], &[0.0], vec![])).unwrap()
}

fn ideal(side: &str, wishes: &Value) -> Result<Ideal, Vec<String>> {
    read_ideal(&json!({ "assessment": "small", "ideals": { side: wishes } }))
}

fn read_ideal(file: &Value) -> Result<Ideal, Vec<String>> {
    let told = |problems: Vec<_>| problems.iter().map(ToString::to_string).collect();
    Ideal::read(&tree(file), &assessment()).map_err(told)
}

fn sheet(answers: &[(&str, Answer)]) -> Sheet {
    let answers: Answers = answers.iter().map(|(id, answer)| ((*id).to_owned(), answer.clone())).collect();
    Sheet::of(&assessment(), &answers)
}

fn option(place: usize) -> Answer {
    Answer::Option(format!("o{place}"))
}

fn wish(option: usize, importance: u8) -> Value {
    json!({ "want": [format!("o{option}")], "importance": importance })
}

fn told(fit: &Fit) -> (Option<f64>, f64, f64) {
    (fit.value, fit.low, fit.high)
}

#[test]
fn two_sides_are_as_worked_out() {
    let vendor = ideal("vendor", &json!({ "q0": wish(4, 3), "q1": wish(4, 2), "q2": wish(4, 1) })).unwrap();
    let partner = ideal("partner", &json!({ "q0": wish(4, 2), "q1": wish(4, 2), "q2": wish(4, 1) })).unwrap();
    let of_partner = fit(&assessment(), &vendor, &sheet(&[("q0", option(4)), ("q1", option(2)), ("q2", option(3))]));
    let of_vendor = fit(&assessment(), &partner, &sheet(&[("q0", option(4)), ("q1", option(2)), ("q2", option(0))]));
    assert!((of_partner.value.unwrap() - 79.166_666_666_667).abs() < 1e-9);
    assert!((of_vendor.value.unwrap() - 60.0).abs() < 1e-9);
    assert_eq!(mutual(of_partner.value, of_vendor.value), (of_vendor.value, Some(Side::Partner)));
    // The other way round, the numbers change places and no more.
    assert_eq!(mutual(of_vendor.value, of_partner.value), (of_vendor.value, Some(Side::Vendor)));
    assert_eq!(mutual(of_vendor.value, of_vendor.value), (of_vendor.value, None));
    assert_eq!(mutual(None, of_vendor.value), (None, None));

    let nothing = fit(&assessment(), &vendor, &Sheet::default());
    assert_eq!(told(&nothing), (None, 0.0, 100.0));
}

#[test]
fn who_is_as_wished_fits_wholly_and_what_is_unknown_is_a_range() {
    let wishes = json!({
        "q0": wish(1, 3), "q1": { "want": ["o0", "o3"], "importance": 2, "must": true }, "q2": wish(2, 1),
        "number": { "from": 20, "to": 40, "importance": 2 },
    });
    let ideal = ideal("vendor", &wishes).unwrap();
    let fit = |answers: &[(&str, Answer)]| fit(&assessment(), &ideal, &sheet(answers));
    let as_wished = [("q0", option(1)), ("q1", option(3)), ("q2", option(2)), ("number", Answer::Number(40.0))];
    let whole = fit(&as_wished);
    assert_eq!((told(&whole), whole.missed.len()), ((Some(100.0), 100.0, 100.0), 0));

    // Of importance 8, 3 is known and fits by ¾: the nearest wished option is a step away.
    let part = fit(&[("q0", option(2))]);
    assert_eq!(told(&part), (Some(75.0), 100.0 * 2.25 / 8.0, 100.0 * 7.25 / 8.0));
    // A question that must be as wished is missed by any other answer, not by an unknown one.
    assert_eq!(fit(&[("q1", option(2))]).missed, ["q1"]);
    assert!(fit(&[("q1", Answer::Unsure)]).missed.is_empty());
    // What does not apply leaves the sum.
    let out =
        fit(&[("q0", option(1)), ("q1", option(0)), ("q2", Answer::NotApplicable), ("number", Answer::Number(30.0))]);
    assert_eq!(told(&out), (Some(100.0), 100.0, 100.0));
    // A number falls to 0 at the question's own ends.
    let near = |number| fit(&[("number", Answer::Number(number))]).value.unwrap();
    assert_eq!([0.0, 5.0, 20.0, 70.0, 100.0].map(near), [0.0, 25.0, 100.0, 50.0, 0.0]);
}

#[test]
fn every_problem_of_a_file_is_told() {
    let wishes = json!({
        "q0": { "want": ["o9", "o1", "o11"], "importance": 4 },
        "q1": { "wants": ["o1"], "importance": 1 },
        "q5": wish(0, 1),
        "number": { "from": 5, "to": 2, "importance": 1.5, "must": "yes" },
        "q2": [],
    });
    assert_eq!(
        ideal("vendor", &wishes).unwrap_err(),
        [
            "ideals.vendor.number: expected from to be at most to, got more",
            "ideals.vendor.number.importance: expected 0, 1, 2 or 3, got 1.5",
            "ideals.vendor.number.must: expected true or false, got \"yes\"",
            "ideals.vendor.q0.want[0]: expected one of o0, o1, o2, o3, o4, got \"o9\" (did you mean \"o0\"?)",
            "ideals.vendor.q0.want[2]: expected one of o0, o1, o2, o3, o4, got \"o11\" (did you mean \"o1\"?)",
            "ideals.vendor.q0.importance: expected 0, 1, 2 or 3, got 4",
            "ideals.vendor.q1.wants: expected one of want, importance, must, got an unknown key (did you mean \"want\"?)",
            "ideals.vendor.q1.want: expected a list of options, got null",
            "ideals.vendor.q2: expected an object with a wish, got a list",
            "ideals.vendor.q5: expected the id of a question, got an unknown one (did you mean \"q0\"?)",
        ]
    );
    for (file, problem) in [
        (json!([]), "expected an object with ideals, got a list"),
        (json!({}), "ideals: expected an object with the wishes of one side, got null"),
        (json!({ "ideals": {} }), "ideals: expected the wishes of one side (vendor or partner), got 0"),
        (
            json!({ "ideals": { "vendor": { "q0": wish(0, 1) }, "partner": {} } }),
            "ideals: expected the wishes of one side (vendor or partner), got 2",
        ),
        (
            json!({ "ideals": { "vendor": { "q0": wish(0, 0) } } }),
            "ideals.vendor: expected a wish with an importance above 0, got none",
        ),
        (
            json!({ "assessment": "partner", "ideals": { "vendor": { "q0": wish(0, 1) } } }),
            "assessment: expected \"small\", got \"partner\"",
        ),
        (
            json!({ "ideals": { "vender": { "q0": wish(0, 1) } } }),
            "ideals.vender: expected one of vendor, partner, got an unknown key (did you mean \"vendor\"?)",
        ),
    ] {
        assert_eq!(read_ideal(&file).unwrap_err()[0], problem);
    }
}

#[test]
fn a_ranking_tells_both_sides_and_names_the_smaller() {
    let assessment = assessment();
    let wishes = |side| ideal(side, &json!({ "q0": wish(4, 1) })).unwrap();
    let candidate = |name: &str, place, ideal| Candidate {
        name: name.to_owned(),
        sheet: sheet(&[("q0", option(place))]),
        ideal,
        ..Default::default()
    };
    let list = [candidate("one", 3, Some(wishes("partner"))), candidate("two", 1, None)];
    let own = Some((&assessment, sheet(&[("q0", option(2))])));
    let options = RankOptions { ideal: Some(wishes("vendor")), own, ..Default::default() };
    let ranking = rank(&assessment, &list, &options).unwrap();
    let fits: Vec<_> = ranking.candidates.iter().map(|candidate| candidate.fit.clone().unwrap()).collect();
    assert_eq!((fits[0].vendor, fits[0].partner), (Some(75.0), Some(50.0)));
    assert_eq!((fits[0].mutual, fits[0].side), (Some(50.0), Some("partner")));
    assert_eq!((fits[1].vendor, fits[1].partner, fits[1].mutual, fits[1].side), (Some(25.0), None, None, None));
    // Readiness stays what it is.
    let plain = rank(&assessment, &list, &RankOptions::default()).unwrap();
    assert!(plain.candidates.iter().zip(&ranking.candidates).all(|(a, b)| a.score == b.score && a.fit.is_none()));
}

/// The short assessment of what a vendor gives, which no page loads yet.
fn offer() -> Assessment {
    let file = crate::common::read_json(&crate::common::root().join("core/content/offer.json"));
    read(&file).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn of(assessment: &Assessment, name: &str, given: &Value) -> Candidate {
    let answers = crate::common::answers(given, assessment);
    Candidate { name: name.to_owned(), sheet: Sheet::of(assessment, &answers), ..Default::default() }
}

#[test]
fn a_partner_ranks_three_offers_by_its_own_wishes() {
    let offer = offer();
    let ids: Vec<&str> = offer.questions().map(|(_, question)| question.id.as_str()).collect();
    let eight = [
        "share",
        "marketing-money",
        "deal-protection",
        "exclusivity",
        "leads",
        "training",
        "support",
        "onboarding-time",
    ];
    assert_eq!(ids, eight);
    let wishes = json!({ "ideals": { "partner": {
        "share": { "from": 25, "importance": 3 },
        "deal-protection": { "want": ["registered", "registered-for-all"], "importance": 3, "must": true },
        "leads": { "want": ["by-rules"], "importance": 2 },
        "onboarding-time": { "to": 8, "importance": 1 },
    } } });
    let ideal = Ideal::read(&tree(&wishes), &offer).unwrap();
    let vendor = |name, share: u8, protection, leads, weeks: u8| {
        let given = json!({ "share": share, "deal-protection": protection, "leads": leads, "onboarding-time": weeks });
        of(&offer, name, &given)
    };
    let list = [
        vendor("Careful", 20, "registered-for-all", "by-rules", 6),
        vendor("Loud", 40, "nobody-says", "every-month", 2),
        vendor("Slow", 15, "registered", "none", 40),
    ];
    let options = RankOptions { ideal: Some(ideal), ..Default::default() };
    let ranking = rank(&offer, &list, &options).unwrap();
    let fit = |name: &str| {
        let found = ranking.candidates.iter().find(|candidate| candidate.name == name).unwrap();
        found.fit.clone().unwrap()
    };
    // 20 of the 25 that were wished for, from 0; the rest as wished: (3 · 0.8 + 3 + 2 + 1) / 9.
    assert!((fit("Careful").partner.unwrap() - 100.0 * 8.4 / 9.0).abs() < 1e-9);
    // Protection is two steps of three from the nearest that was wished for, leads one: (3 + 1 + 2 · 2/3 + 1) / 9.
    assert!((fit("Loud").partner.unwrap() - 100.0 * (5.0 + 4.0 / 3.0) / 9.0).abs() < 1e-9);
    assert_eq!((fit("Loud").missed, fit("Slow").missed.len()), (vec!["deal-protection".to_owned()], 0));
    // 40 weeks are 64 of the 96 from 8 to 104 under the top: (3 · 0.6 + 3 + 0 + 2/3) / 9.
    assert!((fit("Slow").partner.unwrap() - 100.0 * (4.8 + 2.0 / 3.0) / 9.0).abs() < 1e-9);
    assert!(ranking.candidates.iter().all(|candidate| candidate.fit.as_ref().unwrap().vendor.is_none()));
}

#[test]
fn a_vendor_ranks_three_partners_and_hears_what_they_think_of_its_offer() {
    let (partner, offer) = (crate::common::shipped("partner"), offer());
    let own = json!({ "deal-protection": "registered", "share": 20, "training": "material" });
    let own = (&offer, of(&offer, "us", &own).sheet);
    let asks = json!({ "ideals": { "vendor": {
        "product-fit": { "want": ["asked-for"], "importance": 3 },
        "partnership-owner": { "want": ["nobody"], "importance": 1 },
    } } });
    let wants = |question: &str, option: &str| {
        let wishes = json!({ "ideals": { "partner": { question: { "want": [option], "importance": 2 } } } });
        Some(Ideal::read(&tree(&wishes), &offer).unwrap())
    };
    let list = [
        Candidate {
            ideal: wants("training", "free-courses"),
            ..of(&partner, "Keen", &json!({ "product-fit": "asked-for" }))
        },
        Candidate {
            ideal: wants("deal-protection", "registered"),
            ..of(&partner, "Near", &json!({ "product-fit": "used-together" }))
        },
        Candidate { ideal: wants("leads", "by-rules"), ..of(&partner, "Far", &json!({ "product-fit": "unsure" })) },
    ];
    let options =
        RankOptions { ideal: Some(Ideal::read(&tree(&asks), &partner).unwrap()), own: Some(own), ..Default::default() };
    let ranking = rank(&partner, &list, &options).unwrap();
    let told = |name: &str| {
        let found = ranking.candidates.iter().find(|candidate| candidate.name == name).unwrap();
        let fit = found.fit.clone().unwrap();
        (fit.vendor, fit.partner, fit.mutual, fit.side)
    };
    let third = 100.0 * (1.0 - 2.0 / 3.0);
    assert_eq!(told("Keen"), (Some(100.0), Some(third), Some(third), Some("partner")));
    assert_eq!(told("Near"), (Some(75.0), Some(100.0), Some(75.0), Some("vendor")));
    assert_eq!(told("Far"), (None, None, None, None));
}
