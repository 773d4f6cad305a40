//! Tiers: every row of the table of decisions, the way to the next tier, and whether a tier pays for itself.

use partner_fit_core::answers::Answer;
use partner_fit_core::measure::tier::decision::Past;
use partner_fit_core::measure::tier::rewards::{Member, Spread, concentration, moved, spread, tier_sums};
use partner_fit_core::measure::tier::{Change, Ladder};
use serde_json::{Value, json};

use crate::near;
use crate::sheets::{content, sheet, worked_partner};

fn ladder() -> Ladder {
    content("scorecard").ladder.unwrap()
}

/// The tier and the change of a partner that has earned `earned`, surely.
fn decided(earned: usize, past: Past) -> (usize, Change) {
    let decision = ladder().decide(earned, earned, [earned; 2], &past);
    (decision.tier, decision.change)
}

fn had(before: usize) -> Past {
    Past { months: Some(30.0), before: Some(before), warned: false }
}

/// The worked partner with some entries in place of its own.
fn with(set: &Value) -> Value {
    let mut sheet = worked_partner();
    sheet.as_object_mut().unwrap().extend(set.as_object().unwrap().clone());
    sheet
}

fn star() -> Value {
    json!({
        "revenue": 160_000, "pipeline": 320_000, "new-markets": "several-markets", "start": 30, "kept": 30, "trained": 6,
        "visits": 14, "certified": 4, "last-talk": "within-month", "plan-dated": "looked-at", "months-in": 30,
    })
}

/// The tier, what is earned, the change and whether it is provisional, of the worked partner with other entries.
fn told(set: &Value) -> (String, String, &'static str, bool) {
    let programme = content("scorecard");
    let answers = sheet(&programme, &with(set));
    let tier = programme.report(&answers, "en").tier.unwrap();
    (tier.id, tier.earned, tier.change, tier.provisional)
}

#[test]
fn up_at_once_and_down_with_notice() {
    assert_eq!(decided(2, had(2)), (2, Change::Same));
    assert_eq!(decided(2, had(1)), (2, Change::Up));
    assert_eq!(decided(3, had(0)), (3, Change::Up), "several steps at once");
    assert_eq!(decided(1, had(2)), (2, Change::Warned));
    assert_eq!(decided(1, Past { warned: true, ..had(2) }), (1, Change::Down));
    assert_eq!(decided(0, Past { warned: true, ..had(3) }), (2, Change::Down), "one step at a time");
    assert_eq!(decided(2, Past { warned: true, ..had(2) }), (2, Change::Same), "warned and recovered");
    assert_eq!(decided(3, Past { warned: true, ..had(2) }), (3, Change::Up), "warned and risen");
    assert_eq!(decided(2, Past { before: None, ..had(0) }), (2, Change::Same), "no tier before");
    assert_eq!(decided(3, Past { months: Some(5.9), ..had(1) }), (0, Change::New), "newcomer over the top score");
    assert_eq!(decided(3, Past { months: Some(6.0), ..had(1) }), (3, Change::Up));
    assert_eq!(decided(3, Past { months: None, ..had(1) }), (3, Change::Up), "months unknown");
    let strict = Ladder { grace: false, step: 3, ..ladder() };
    let decision = strict.decide(0, 0, [0; 2], &had(3));
    assert_eq!((decision.tier, decision.change), (0, Change::Down), "no grace, and as many steps as there are");
}

#[test]
fn edges_belong_to_the_tier_above() {
    let ladder = ladder();
    let by_score = |score: f64| ladder.by_score(score);
    assert_eq!([0.0, 49.9, 50.0, 69.999, 70.0, 85.0, 100.0].map(by_score), [0, 0, 1, 1, 2, 3, 3]);
    assert_eq!([70.0 - 1e-10, 70.0 - 1e-8].map(by_score), [2, 1]);
}

#[test]
fn nobody_goes_down_on_what_is_not_known() {
    let ladder = ladder();
    let decision = ladder.decide(1, 1, [0, 2], &had(2));
    assert_eq!((decision.tier, decision.change, decision.provisional), (2, Change::Unclear, true));
    let decision = ladder.decide(1, 1, [0, 2], &Past { warned: true, ..had(2) });
    assert_eq!((decision.tier, decision.change), (2, Change::Unclear));
    let decision = ladder.decide(2, 2, [1, 2], &had(1));
    assert_eq!((decision.tier, decision.change, decision.provisional), (2, Change::Up, true));
    let (tier, _, change, provisional) = told(&json!({ "tier-before": "platinum", "revenue": "unsure" }));
    assert_eq!((tier.as_str(), change, provisional), ("platinum", "unclear", true));
}

#[test]
fn the_worked_partner() {
    assert_eq!(told(&json!({})), ("gold".to_owned(), "gold".to_owned(), "same", false));
    // A criterion of nothing is the lowest tier, whatever the others bring.
    let (_, earned, ..) = told(&json!({ "revenue": 0, "pipeline": 0 }));
    assert_eq!(earned, "registered");
    // Gold asks for a quarter of every criterion.
    let (_, earned, ..) = told(&json!({
        "revenue": 160_000, "pipeline": 320_000, "trained": 1, "visits": 2, "certified": 1, "new-markets": "several-markets",
    }));
    assert_eq!(earned, "silver");
}

#[test]
fn platinum_needs_two_certified_people() {
    let (_, earned, ..) = told(&star());
    assert_eq!(earned, "platinum");
    let one = |certified: Value| {
        let mut set = star();
        set["certified"] = certified;
        set["certified-plan"] = json!(1);
        told(&set)
    };
    assert_eq!(one(json!(1)).1, "gold", "one certificate too few");
    let (tier, earned, change, provisional) = one(json!("unsure"));
    assert_eq!((tier.as_str(), earned.as_str(), change, provisional), ("gold", "gold", "same", true), "need unknown");
}

#[test]
fn an_unknown_tier_before_is_a_problem() {
    let programme = content("scorecard");
    let value = with(&json!({ "tier-before": "bronze" }));
    let problems = programme.read_sheet(&crate::common::tree(&value)).unwrap_err();
    assert_eq!(problems[0].path, "tier-before");
    assert!(problems[0].message.starts_with("expected one of registered, silver, gold, platinum"), "{problems:?}");
}

#[test]
fn the_way_to_the_next_tier_is_exact() {
    let programme = content("scorecard");
    let mut set = star();
    (set["certified"], set["certified-plan"]) = (json!(1), json!(1));
    let answers = sheet(&programme, &with(&set));
    let tier = programme.report(&answers, "en").tier.unwrap();
    let lift = tier.to_next.unwrap();
    assert_eq!((lift.target.as_str(), lift.reachable), ("platinum", true));
    let changes: Vec<_> = lift.changes.iter().map(|change| (change.question.as_str(), change.to.clone())).collect();
    assert_eq!(changes, [("certified", Answer::Number(2.0))]);
    // From the worked partner: with the changes it is there.
    let answers = sheet(&programme, &worked_partner_with_certificates());
    let lift = programme.report(&answers, "en").tier.unwrap().to_next.unwrap();
    assert!(lift.reachable && !lift.changes.is_empty());
    let mut after = answers.clone();
    lift.changes.iter().for_each(|change| after.set(&change.question, change.to.clone()));
    let found = programme.report(&after, "en");
    assert_eq!(found.tier.unwrap().earned, "platinum");
    assert_eq!(found.report.score.map(f64::to_bits), lift.score.map(f64::to_bits));
    // Without any one of the changes it is not.
    for change in &lift.changes {
        let mut without = after.clone();
        without.set(&change.question, change.from.clone());
        assert_ne!(programme.report(&without, "en").tier.unwrap().earned, "platinum", "{change:?}");
    }
    // Nothing is above the highest tier.
    let answers = sheet(&programme, &with(&star()));
    assert_eq!(programme.report(&answers, "en").tier.unwrap().to_next, None);
}

fn worked_partner_with_certificates() -> Value {
    with(&json!({ "certified": 3, "months-in": 30 }))
}

#[test]
fn a_word_is_due_when_something_was_reached() {
    let programme = content("scorecard");
    let messages = |set: &Value| -> Vec<(String, bool)> {
        let answers = sheet(&programme, &with(set));
        let tier = programme.report(&answers, "nl").tier.unwrap();
        assert!(tier.messages.iter().all(|message| message.text.contains("[partner]")), "{:?}", tier.messages);
        tier.messages.into_iter().map(|message| (message.id, message.private)).collect()
    };
    let open = |id: &str| (id.to_owned(), false);
    assert_eq!(messages(&json!({ "tier-before": "silver" })), [open("tier-up")]);
    assert_eq!(messages(&json!({ "revenue": 120_000, "tier-before": "gold" })), [open("plan-reached")]);
    assert_eq!(messages(&json!({ "tier-before": "platinum" })), [("going-down".to_owned(), true)]);
    assert_eq!(messages(&json!({ "tier-before": "gold", "warned": "yes" })), [open("back-from-warned")]);
    let first = messages(&json!({ "start": 0, "kept": 0, "certified": 1, "tier-before": "silver" }));
    assert!(first.contains(&open("first-deal")) && first.contains(&open("first-certificate")), "{first:?}");
}

#[test]
fn a_tier_pays_for_itself_or_does_not() {
    let programme = content("scorecard");
    let ladder = programme.ladder.as_ref().unwrap();
    let member = |tier: usize, revenue: f64| Member { tier, revenue: Some(revenue) };
    let members = [member(0, 1_000.0), member(0, 0.0), member(3, 100_000.0), member(3, 2_000.0), member(2, 500.0)];
    let sums = tier_sums(ladder, &programme.rewards, &members, 0.6, 0.25);
    // Tickets 400, support 2,500, advice 1,500, listing 200, newsletter 100, faster support 600.
    assert!(near(sums[3].cost, 2.0 * 5_300.0) && near(sums[3].contribution.unwrap(), 0.35 * 102_000.0));
    assert_eq!(sums.iter().map(|sum| sum.pays()).collect::<Vec<_>>(), [Some(true), None, Some(false), Some(true)]);
    assert!(near(sums[0].share, 0.4));
    let unknown = tier_sums(ladder, &programme.rewards, &[Member { tier: 1, revenue: None }], 0.6, 0.25);
    assert_eq!((unknown[1].contribution, unknown[1].pays()), (None, None));
    assert_eq!(spread(&sums), [Spread::ManyTiers]);
    let lone = tier_sums(ladder, &programme.rewards, &vec![member(0, 1.0); 60], 0.6, 0.25);
    assert_eq!(spread(&lone).iter().map(|rule| rule.name()).collect::<Vec<_>>(), ["top-empty", "bottom-full"]);
    assert_eq!(spread(&tier_sums(ladder, &programme.rewards, &[], 0.6, 0.25)), []);
}

#[test]
fn other_edges_move_some_and_revenue_may_hang_on_few() {
    assert_eq!(moved(&[0, 1, 2, 3], &[0, 2, 2, 1]), [(1, Change::Up), (3, Change::Down)]);
    let (top, effective) = concentration(&[500.0, 200.0, 100.0, 50.0, 50.0, 40.0, 30.0, 20.0, 5.0, 5.0]).unwrap();
    assert!(near(top, 0.7) && (effective - 3.247).abs() < 5e-4, "{effective}");
    assert_eq!((concentration(&[]), concentration(&[0.0, 0.0])), (None, None));
}

#[test]
fn many_partners_at_one_look() {
    let programme = content("scorecard");
    let sheets: Vec<_> = [
        json!({ "tier-before": "silver" }),
        json!({ "tier-before": "platinum", "pipeline": 0, "last-talk": "within-year" }),
        star(),
        json!({ "revenue": 0, "pipeline": 0, "last-talk": "never", "tier-before": "silver", "warned": "yes" }),
    ]
    .iter()
    .map(|set| sheet(&programme, &with(set)))
    .chain([Default::default()])
    .collect();
    let found = programme.overview(&sheets);
    assert_eq!(found.decisions.len(), 5);
    assert_eq!(found.decisions[4], None);
    assert_eq!(found.tiers.iter().sum::<usize>(), 4);
    assert_eq!(
        (found.that(Change::Up), found.that(Change::Warned), found.that(Change::Down)),
        (vec![0], vec![1], vec![3])
    );
    assert_eq!(found.sleepers, [1, 3]);
    assert_eq!(found.lost[0].criterion, "revenue-potential");
    assert_eq!(found.lost[0].partners[0], 3);
    assert!(found.lost.is_sorted_by(|a, b| a.points >= b.points));
    let (top, _) = found.concentration.unwrap();
    assert!(near(top, 160.0 / 340.0));
    let members = found.members(&sheets);
    assert_eq!((members.len(), members[3].revenue), (4, Some(0.0)));
    // Nobody's tier depends on who else is there.
    let alone = programme.overview(&sheets[..1]);
    assert_eq!(alone.decisions[0], found.decisions[0]);
}
