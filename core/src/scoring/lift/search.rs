//! Which changes lift the result: the search for the cheapest that gates and floors let pass.
//!
//! What may change is in [`super::candidates`]. Floors are part of the knapsack, which makes one table of all questions of a criterion that lacks
//! something; gates are not, and are added one by one where the cheapest change breaks them (branch and bound).

use super::candidates::{Candidate, Limits, bit, options};
use super::knapsack::{Combination, SAME, Table, cheapest, combine, fewest_steps};
use crate::answers::{Answer, Answers};
use crate::assessment::{Assessment, Gate};
use crate::scoring::gates::{Cap, caps, holds};
use crate::scoring::range::lacking;
use crate::scoring::{EDGE_TOLERANCE, Score, score};

/// How much work a search may take, in cells of its tables: a bound for assessments of a hundred questions with twenty
/// options, far above what others need. Beyond it the best change so far counts; where there is none yet, the first
/// that has the fewest questions on its branch, whatever its steps.
const WORK: usize = 1 << 24;

/// How many times such a first change is looked for.
const TRIES: usize = 500;

/// How far under an edge or a floor still reaches it: less than in scoring, so that what is found reaches it there too.
const MARGIN: f64 = EDGE_TOLERANCE / 2.0;

/// How many ways to move unscored answers are compared at most.
const MOVES: usize = 4096;

/// What is to be solved.
pub struct LiftSearch<'a> {
    assessment: &'a Assessment,
    /// The band to be reached.
    target: usize,
    pub candidates: Vec<Candidate<'a>>,
    /// For each criterion its share of the known weight, and what its value lacks to a floor that caps below the target.
    criteria: Vec<(f64, Option<f64>)>,
    /// For each gate that caps below the target and may fire: its conditions on candidates, and the options that meet them.
    gates: Vec<Vec<(usize, u32)>>,
    /// What the score lacks, 0 to 1.
    need: f64,
    /// How many answers may change.
    changes: usize,
    /// Whether the fewest steps count before the fewest questions.
    steps_first: bool,
}

/// The best change so far and how much work is left.
struct Search {
    best: Option<Solution>,
    work: usize,
    tries: usize,
}

/// A change, and for each place the option that it takes.
pub struct Solution {
    way: Combination,
    options: Vec<usize>,
}

impl<'a> LiftSearch<'a> {
    /// How to reach the band `target` from these answers.
    pub fn new(assessment: &'a Assessment, answers: &Answers, scored: &Score, target: usize, limits: &Limits) -> Self {
        let mut candidates = Vec::new();
        let mut criteria = Vec::new();
        for (criterion, score) in assessment.criteria.iter().zip(&scored.criteria) {
            let known = criterion.questions.iter().zip(&score.questions).filter(|(_, score)| score.value.is_some());
            let total: f64 = known.map(|(question, _)| question.weight).sum();
            for (question, score) in criterion.questions.iter().zip(&score.questions) {
                let options = options(question, answers, limits);
                if options.len() > 1 {
                    let share = score.value.map(|_| if total > 0.0 { question.weight / total } else { 0.0 });
                    candidates.push(Candidate { question, criterion: criteria.len(), options, share });
                }
            }
            let floor = criterion.floor.as_ref().filter(|floor| floor.cap < target);
            let lacks = floor
                .zip(score.mean)
                .map(|(floor, mean)| lacking(floor.below - MARGIN, mean, [score.low, score.high], score.coverage));
            criteria.push(((score.points + score.lost) / 100.0, lacks.filter(|lacks| *lacks > 0.0)));
        }
        let mut gates = Vec::new();
        let closes = |gate: &&Gate| gate.coverage_below.is_none_or(|limit| scored.coverage < limit - EDGE_TOLERANCE);
        for gate in assessment.gates.iter().filter(|gate| gate.cap < target).filter(closes) {
            let mut conditions = Vec::new();
            let mut may_fire = true;
            for condition in &gate.when {
                match candidates.iter().position(|place: &Candidate| place.question.id == condition.question) {
                    Some(place) => {
                        let meeting = candidates.get(place).map_or(0, |place| place.meeting(condition));
                        may_fire &= meeting != 0;
                        conditions.push((place, meeting));
                    }
                    None => may_fire &= holds(condition, answers),
                }
            }
            if may_fire {
                gates.push(conditions);
            }
        }
        let present = scored.mean.unwrap_or_default();
        let edge = assessment.bands.get(target).map_or(f64::INFINITY, |band| band.from);
        let changes = limits.changes.unwrap_or(usize::MAX).min(candidates.len());
        let steps_first = !limits.any_steps && assessment.questions().any(|(_, question)| question.steps.is_some());
        let need = lacking(edge - MARGIN, present, [scored.low, scored.high], scored.coverage) / 100.0;
        Self { assessment, target, candidates, criteria, gates, need, changes, steps_first }
    }

    /// The smallest change; `None` where nothing reaches the target.
    pub fn solve(&self) -> Option<Solution> {
        let mut allowed = vec![u32::MAX; self.candidates.len()];
        for gate in &self.gates {
            if let [(place, meeting)] = gate.as_slice()
                && let Some(allowed) = allowed.get_mut(*place)
            {
                *allowed &= !meeting;
            }
        }
        let mut search = Search { best: None, work: WORK, tries: TRIES };
        self.search(&mut allowed, &mut search);
        search.best
    }

    /// The best change to `allowed` options. A gate that holds after the cheapest one asks for one of its conditions to
    /// be broken: each of them is tried, unless the cheapest is already worse than what was found.
    fn search(&self, allowed: &mut [u32], search: &mut Search) {
        if search.work == 0 {
            if search.best.is_some() || search.tries == 0 {
                return;
            }
            search.tries -= 1;
        }
        let Some(found) = self.cheapest(allowed, &mut search.work) else { return };
        if search.best.as_ref().is_some_and(|best| !self.before(&found.way, &best.way)) {
            return;
        }
        let option = |place: usize| found.options.get(place).map_or(0, |option| bit(*option));
        let fires = |gate: &&Vec<(usize, u32)>| gate.iter().all(|(place, meeting)| meeting & option(*place) != 0);
        let Some(gate) = self.gates.iter().find(fires) else {
            search.best = Some(found);
            return;
        };
        let set = |allowed: &mut [u32], place: usize, options: u32| {
            if let Some(allowed) = allowed.get_mut(place) {
                *allowed = options;
            }
        };
        for (place, meeting) in gate {
            let Some(before) = allowed.get(*place).copied() else { continue };
            set(allowed, *place, before & !meeting);
            self.search(allowed, search);
            set(allowed, *place, before);
        }
    }

    /// The cheapest change to `allowed` options that gains enough and meets the floors, whatever the gates say.
    fn cheapest(&self, allowed: &[u32], work: &mut usize) -> Option<Solution> {
        let most_steps = self.candidates.iter().map(|place| place.options.len()).sum();
        let tables = |changed: usize, steps: Option<usize>, work: &mut usize| {
            let mut tables: Vec<Table> = Vec::new();
            for (criterion, (share, lacks)) in self.criteria.iter().enumerate() {
                let own_share = if lacks.is_some() { 1.0 } else { *share };
                let own = self.candidates.iter().zip(allowed).filter(|(place, _)| place.criterion == criterion);
                let own = own.map(|(place, allowed)| place.ways(*allowed, own_share, steps.is_some()));
                match lacks {
                    Some(lacks) => {
                        let own: Vec<Table> = own.collect();
                        let limits = (changed.min(own.len()), steps.unwrap_or(0));
                        tables.push(combine(&own, *lacks, *share, limits, work));
                    }
                    None => tables.extend(own),
                }
            }
            tables
        };
        let search = if self.steps_first { fewest_steps } else { cheapest };
        let way = search(self.changes, most_steps, self.need, work, &tables)?;
        let option = |((place, allowed), pick): ((&Candidate, &u32), &u8)| match (place.share, pick) {
            (None, 1) => (1..place.options.len()).find(|pick| allowed & bit(*pick) != 0).unwrap_or(0),
            (_, pick) => usize::from(*pick),
        };
        let options = self.candidates.iter().zip(allowed).zip(&way.picks).map(option).collect();
        Some(Solution { way, options })
    }

    /// Whether `a` is a smaller change than `b`.
    fn before(&self, a: &Combination, b: &Combination) -> bool {
        let cost =
            |way: &Combination| if self.steps_first { (way.steps, way.changed) } else { (way.changed, way.steps) };
        let gains = if (a.gain - b.gain).abs() <= SAME { None } else { b.gain.partial_cmp(&a.gain) };
        cost(a).cmp(&cost(b)).then(gains.unwrap_or(a.picks.cmp(&b.picks))).is_lt()
    }

    /// The answers after a change. Unscored ones that move take the options that leave the fewest caps.
    pub fn after(&self, answers: &Answers, found: &Solution) -> Answers {
        let mut after = answers.clone();
        let set = |after: &mut Answers, place: &Candidate, pick: usize| {
            if let Some(option) = place.options.get(pick) {
                after.set(&place.question.id, Answer::Option(option.id.clone()));
            }
        };
        let picked = || self.candidates.iter().zip(&found.options).filter(|(_, pick)| **pick > 0);
        picked().for_each(|(place, pick)| set(&mut after, place, *pick));
        let moved: Vec<&Candidate> =
            picked().filter(|(place, _)| place.share.is_none()).map(|(place, _)| place).collect();
        if moved.is_empty() {
            return after;
        }
        // Which option an unscored answer takes changes no score, so that only the gates are left to look at.
        let scored = score(self.assessment, &after);
        let firing = |answers: &Answers| {
            let caps = caps(self.assessment, answers, &scored);
            (caps.iter().map(Cap::band).fold(usize::MAX, usize::min), caps.len())
        };
        let ways = moved.iter().fold(1_usize, |ways, place| ways.saturating_mul(place.options.len() - 1));
        let mut best: Option<(usize, Answers)> = None;
        for way in 0..ways.min(MOVES) {
            let mut trial = after.clone();
            let mut left = way;
            // The last question moves fastest: then earlier ways prefer the nearer options of earlier questions.
            for place in moved.iter().rev() {
                let count = place.options.len() - 1;
                set(&mut trial, place, 1 + left % count);
                left /= count;
            }
            let (cap, count) = firing(&trial);
            if cap >= self.target && best.as_ref().is_none_or(|(fewest, _)| count < *fewest) {
                best = Some((count, trial));
            }
        }
        best.map_or(after, |(_, best)| best)
    }
}
