//! What would lift a result of figures: the fewest leaves with most to gain, the last only as far as needed, said as figures.
//!
//! An indicator is moved by one figure: the one above its line, or else the one below. It moves in whole numbers, rounded against
//! the firm, and never past what it is a part of. Since indicators share figures, every step is scored anew. How one leaf moves
//! is in [`moves`].

pub mod moves;

use self::moves::{Leaf, leaves};
use super::Measured;
use crate::answers::{Answer, Answers};
use crate::assessment::{Condition, QuestionKind, Test};
use crate::input::ordered::insert_ordered;
use crate::measure::Programme;
use crate::scoring::gates::{Cap, holds};
use crate::scoring::lift::{Change, Lift, Limits, ladder};
use crate::scoring::{EDGE_TOLERANCE, band_of};

/// How far under a goal still reaches it: less than in scoring, so that what is found reaches it there too.
const MARGIN: f64 = EDGE_TOLERANCE / 2.0;

/// A gain that is none.
const NOTHING: f64 = 1e-12;

/// How often floors and gates are looked at again: each round clears at least one, or is the last.
const ROUNDS: usize = 8;

/// Something to be raised, measured of a sheet: the score, or the value of a criterion.
type Measure<'m> = &'m dyn Fn(&Measured) -> Option<f64>;

/// A sheet on its way up.
pub struct Climb<'a> {
    programme: &'a Programme,
    start: &'a Answers,
    now: Answers,
}

impl<'a> Climb<'a> {
    /// A sheet as it is.
    #[must_use]
    pub fn new(programme: &'a Programme, start: &'a Answers) -> Self {
        Self { programme, start, now: start.clone() }
    }

    /// What has changed, in the order of the questions.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        for (_, question) in self.programme.asked.questions() {
            let id = question.id.as_str();
            if let Some((from, to)) = self.start.get(id).zip(self.now.get(id))
                && from != to
            {
                changes.push(Change { question: id.to_owned(), from: from.clone(), to: to.clone() });
            }
        }
        changes
    }

    /// The sheet as far as it has come.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.now
    }

    /// Raises the score to `goal`, from 0 to 100; whether that is reached.
    pub fn raise_score(&mut self, goal: f64) -> bool {
        let all = leaves(self.programme);
        self.raise(&all, goal, &|measured| measured.score.score)
    }

    /// Raises the value of a criterion, by its place, to `goal`; whether that is reached. One that is out is raised by nothing.
    pub fn raise_criterion(&mut self, place: usize, goal: f64) -> bool {
        let mut own = leaves(self.programme);
        own.retain(|leaf| leaf.criterion() == place);
        // Points count in hundredths of a value, so that the margin is the same as that of the score.
        self.raise(&own, 100.0 * goal, &|measured| {
            measured.score.criteria.get(place).and_then(|criterion| criterion.value).map(|value| 100.0 * value)
        })
    }

    fn raise(&mut self, leaves: &[Leaf], goal: f64, measure: Measure) -> bool {
        let at = |answers: &Answers| measure(&self.programme.measure(answers));
        let Some(present) = at(&self.now) else { return false };
        let mut gap = goal - MARGIN - present;
        if gap <= 0.0 {
            return true;
        }
        let mut ranked: Vec<(f64, &Leaf)> = Vec::new();
        for leaf in leaves {
            let best = leaf.best(self.programme, &self.now).map(|change| self.with(&change));
            let gain = best.and_then(|best| at(&best)).map_or(0.0, |after| after - present);
            if gain > NOTHING {
                insert_ordered(&mut ranked, (gain, leaf), |(other, _)| *other < gain - NOTHING);
            }
        }
        for (gain, leaf) in ranked {
            let Some(best) = leaf.best(self.programme, &self.now) else { continue };
            let reaches = |answers: &Answers| at(answers).is_some_and(|after| after >= goal - MARGIN);
            if gain >= gap || reaches(&self.with(&best)) {
                let enough = leaf.enough(self.programme, &self.now, &best, &|change| reaches(&self.with(change)));
                let done = self.with(&enough);
                if reaches(&done) {
                    self.now = done;
                    return true;
                }
            }
            self.now = self.with(&best);
            gap -= gain;
        }
        at(&self.now).is_some_and(|after| after >= goal - MARGIN)
    }

    fn with(&self, (id, answer): &(String, Answer)) -> Answers {
        let mut answers = self.now.clone();
        answers.set(id, answer.clone());
        answers
    }

    /// Makes a condition hold that asks for a figure or an answer; whether it then does.
    pub fn meet(&mut self, condition: &Condition) -> bool {
        let holds_now = |answers: &Answers| holds(condition, &self.programme.measure(answers).derived);
        if holds_now(&self.now) {
            return true;
        }
        let change = match &condition.test {
            Test::AtLeast(least) => moves::figure_to(self.programme, &self.now, &condition.question, least.ceil()),
            Test::Below(limit) => {
                moves::figure_to(self.programme, &self.now, &condition.question, (limit - 1.0).ceil())
            }
            Test::Is(wanted) => self.answer_to(&condition.question, &|id| wanted.iter().any(|wanted| wanted == id)),
        };
        let Some(change) = change else { return false };
        let with = self.with(&change);
        let met = holds_now(&with);
        if met {
            self.now = with;
        }
        met
    }

    /// Makes a gate close no more, by the first of its conditions that can be changed for the better.
    fn open(&mut self, conditions: &[Condition]) -> bool {
        for condition in conditions {
            let change = match &condition.test {
                Test::Below(limit) => moves::figure_to(self.programme, &self.now, &condition.question, limit.ceil()),
                Test::AtLeast(_) => None,
                Test::Is(closing) => self.answer_to(&condition.question, &|id| closing.iter().all(|other| other != id)),
            };
            if let Some(change) = change {
                let with = self.with(&change);
                if !holds(condition, &self.programme.measure(&with).derived) {
                    self.now = with;
                    return true;
                }
            }
        }
        false
    }

    /// The nearest better answer to a question that is `wanted`.
    fn answer_to(&self, id: &str, wanted: &dyn Fn(&str) -> bool) -> Option<(String, Answer)> {
        let question = self.programme.asked.question(id)?;
        let QuestionKind::Choice(_) = question.kind else { return None };
        let limits = Limits { questions: Some(vec![id.to_owned()]), ..Limits::default() };
        let mut rungs = ladder(&self.programme.asked, &self.now, &limits).into_iter();
        let found = rungs.find(|change| matches!(&change.to, Answer::Option(option) if wanted(option)))?;
        Some((id.to_owned(), found.to))
    }
}

/// What keeps a result below a band.
enum Hold {
    /// A criterion, by its place, is worth less than this.
    Floor(usize, f64),
    /// All of these hold.
    Gate(Vec<Condition>),
}

/// What keeps a result below the band `target`.
fn holding(measured: &Measured, target: usize) -> Vec<Hold> {
    let mut holding = Vec::new();
    for cap in measured.caps().iter().filter(|cap| cap.band() < target) {
        match cap {
            Cap::Gate(gate) => holding.push(Hold::Gate(gate.when.clone())),
            Cap::Floor(criterion, floor) => {
                let place = measured.programme.scored.criteria.iter().position(|one| one.id == criterion.id);
                holding.extend(place.map(|place| Hold::Floor(place, floor.below)));
            }
        }
    }
    holding
}

impl Measured<'_> {
    /// The smallest change that lifts the result into the band above the present one, floors and gates included. `None` in the
    /// top band, and where no score is known.
    #[must_use]
    pub fn lift(&self) -> Option<Lift> {
        let present = self.score.score?;
        let bands = &self.programme.scored.bands;
        let by_score = band_of(present, bands);
        let band = self.caps().iter().map(Cap::band).fold(by_score, usize::min);
        let target = band + 1;
        let edge = bands.get(target)?.from;
        let mut climb = Climb::new(self.programme, self.answers);
        let mut reached = false;
        for _ in 0..ROUNDS {
            let measured = self.programme.measure(&climb.now);
            let holding = holding(&measured, target);
            reached = holding.is_empty() && measured.score.score.is_some_and(|score| score >= edge - MARGIN);
            if reached {
                break;
            }
            let mut moved = false;
            for hold in holding {
                moved |= match hold {
                    Hold::Floor(place, below) => climb.raise_criterion(place, below),
                    Hold::Gate(conditions) => climb.open(&conditions),
                };
            }
            moved |= climb.raise_score(edge);
            if !moved {
                break;
            }
        }
        let after = self.programme.measure(&climb.now);
        if reached {
            let (changes, score) = (climb.changes(), after.score.score);
            return Some(Lift {
                target,
                reachable: true,
                changes,
                score,
                within: true,
                blocked_by: Vec::new(),
                after: None,
            });
        }
        let (mut blocked_by, mut free) = (Vec::new(), by_score);
        for cap in after.caps().iter().filter(|cap| cap.band() < target) {
            if matches!(cap, Cap::Gate(_)) {
                blocked_by.push(cap.id().to_owned());
            }
        }
        for cap in self.caps().iter().filter(|cap| blocked_by.iter().all(|id| id != cap.id())) {
            free = free.min(cap.band());
        }
        let after = (free > band).then_some(free);
        Some(Lift {
            target,
            reachable: false,
            changes: Vec::new(),
            score: Some(present),
            within: false,
            blocked_by,
            after,
        })
    }

    /// The smallest change that earns the tier above the one that is earned; `None` where that is the highest, or no tier is
    /// known. The target is the place of the tier.
    #[must_use]
    pub fn to_next_tier(&self) -> Option<Lift> {
        let ladder = self.programme.ladder.as_ref()?;
        let decision = self.tier()?;
        let target = decision.earned + 1;
        let tier = ladder.tiers.get(target)?;
        let mut climb = Climb::new(self.programme, self.answers);
        for need in &tier.needs {
            climb.meet(need);
        }
        for (place, criterion) in self.programme.scored.criteria.iter().enumerate() {
            if let Some(floor) = &criterion.floor {
                climb.raise_criterion(place, floor.below);
            }
        }
        for (place, least) in &tier.least {
            climb.raise_criterion(*place, *least);
        }
        climb.raise_score(tier.from);
        let after = self.programme.measure(&climb.now);
        let reached = after.tier().is_some_and(|decision| decision.earned >= target);
        Some(Lift {
            target,
            reachable: reached,
            changes: if reached { climb.changes() } else { Vec::new() },
            score: if reached { after.score.score } else { self.score.score },
            within: reached,
            blocked_by: Vec::new(),
            after: None,
        })
    }
}
