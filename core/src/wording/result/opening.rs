//! The opening of a result: the advice as one line, the reason in one or two sentences, and what is strong and what is
//! missing. Who reads no further knows what to do, and why.

use super::criteria::shares;
use crate::answers::Answer;
use crate::input::ordered::insert_ordered;
use crate::report::{CriterionReport, GateReport, Report};
use crate::scoring::EDGE_TOLERANCE;
use crate::wording::Wording;
use crate::wording::key::Key;

/// Under which known share of the weight nothing is said of the band.
const HALF: f64 = 0.5;

/// How many words a reason has, unless it has to name more.
const MAX_WORDS: usize = 20;

/// How many topics a sentence names.
const MAX_TOPICS: usize = 2;

/// How many words a text has.
fn words(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b' ').count() + usize::from(!text.is_empty())
}

/// Adds a sentence to others.
fn append(text: &mut String, sentence: &str) {
    if !text.is_empty() && !sentence.is_empty() {
        text.push(' ');
    }
    text.push_str(sentence);
}

impl Wording<'_> {
    /// Whether enough is known to name a band.
    #[must_use]
    pub fn names_band(&self, report: &Report) -> bool {
        report.score.is_some() && report.coverage >= HALF
    }

    /// What the result comes to, as the heading over it: the verdict, or the band where an assessment has no verdicts,
    /// with the number of things that stand in the way.
    #[must_use]
    pub fn advice(&self, report: &Report) -> String {
        if !self.names_band(report) {
            return self.text(Key::ResultEarly);
        }
        let advice = report.verdict.as_ref().map_or(&report.band.label, |verdict| &verdict.label);
        let limits = self.limits(report).len();
        if limits == 0 {
            return advice.clone();
        }
        #[allow(clippy::cast_precision_loss)] // at most some hundred
        self.texts.count(Key::ResultStands, limits as f64, &[("advice", advice)])
    }

    /// What holds the result below the band of its points.
    fn limits<'r>(&self, report: &'r Report) -> Vec<&'r str> {
        self.reasons_of(report, |gate| self.is_limit(report, gate))
    }

    /// Why, in one or two sentences that name the topics it is about.
    #[must_use]
    pub fn reason(&self, report: &Report) -> String {
        if !self.names_band(report) {
            return self.too_early(report);
        }
        if !self.limits(report).is_empty() {
            let topics = self.limiting_topics(report);
            let values = [("byScore", report.band_by_score.label.as_str()), ("topics", &topics)];
            return self.texts.fill(Key::ReasonCapped, &values);
        }
        let is_later = self.is_later(report);
        let is_lowest = self.assessment.bands.first().is_some_and(|band| band.id == report.band_by_score.id);
        let topics = self.topic_sentence(report, is_later, is_lowest);
        let [below, above] = self.edges(report);
        let mut room = MAX_WORDS.saturating_sub(words(&topics) + below.as_deref().map_or(0, words));
        let mut reason = String::new();
        if is_lowest && !is_later {
            // Who is told "not yet" first reads what is there.
            append(&mut reason, &self.encouragement(report).unwrap_or_default());
        } else if is_later || self.is_open(report) || self.way_up(report).is_none() {
            // A reason that is too long gives way: it is one press away. Where a way up can be named, that says more.
            let first = report.verdict.as_ref().and_then(|verdict| verdict.reasons.first());
            let first = first.map_or("", |first| first.text.as_str());
            if is_later || words(first) <= room {
                append(&mut reason, first);
            }
        }
        room = room.saturating_sub(words(&reason));
        if let Some(edge) = below.or_else(|| above.filter(|above| words(above) <= room)) {
            append(&mut reason, &edge);
        }
        append(&mut reason, &topics);
        reason
    }

    /// The sentence of a reason that names topics.
    fn topic_sentence(&self, report: &Report, is_later: bool, is_lowest: bool) -> String {
        let named = |key, ids| self.topics_sentence(key, report, ids);
        let topics = match () {
            () if is_later => None,
            () if self.is_open(report) => {
                let topics = self.list(&self.open_topics(report));
                Some(self.texts.fill(Key::ReasonOpen, &[("topics", &topics)])).filter(|_| !topics.is_empty())
            }
            () if is_lowest && self.encouragement(report).is_none() => named(Key::ReasonNearest, &report.gaps),
            () if is_lowest => named(Key::ReasonGaps, &report.gaps),
            () => self.way_up(report).or_else(|| named(Key::ReasonGaps, &report.gaps)),
        };
        let topics = topics.or_else(|| named(Key::ReasonStrengths, &report.strengths));
        topics.or_else(|| named(Key::ReasonGaps, &report.gaps)).unwrap_or_default()
    }

    /// That too little is known, and which answer would say most.
    fn too_early(&self, report: &Report) -> String {
        // Rounded down: what is unknown must not look known.
        let coverage = self.texts.number((100.0 * report.coverage).floor(), 0);
        let next = report.next.as_ref().and_then(|id| self.assessment.question(id));
        let question = next.map(|question| self.author_text(&question.text)).unwrap_or_default();
        self.texts.fill(Key::ReasonEarly, &[("coverage", &coverage), ("question", question)])
    }

    /// The topics of the questions behind the gates and floors that limit the result.
    fn limiting_topics(&self, report: &Report) -> String {
        let mut topics: Vec<&str> = Vec::new();
        for criterion in &report.criteria {
            let is_behind = |gate: &&GateReport| self.is_limit(report, gate) && self.is_in(criterion, &gate.id);
            if report.gates.iter().any(|gate| is_behind(&gate)) {
                topics.push(&criterion.label);
            }
        }
        self.list(&topics)
    }

    /// The topics in which most points are still open.
    fn open_topics<'r>(&self, report: &'r Report) -> Vec<&'r str> {
        let mut ordered: Vec<(f64, &str)> = Vec::new();
        for criterion in &report.criteria {
            let [_, open, _] = shares(criterion);
            if open > 0.0 {
                insert_ordered(&mut ordered, (open, criterion.label.as_str()), |(other, _)| *other < open);
            }
        }
        ordered.into_iter().map(|(_, label)| label).take(MAX_TOPICS).collect()
    }

    /// Whether a floor is that of a criterion, a gate asks one of its questions, or a gate asks for more than is known
    /// and it is not known whole.
    fn is_in(&self, criterion: &CriterionReport, id: &str) -> bool {
        let asks = |question: &str| criterion.questions.iter().any(|asked| asked.id == question);
        let gate = self.assessment.gates.iter().find(|gate| gate.id == id);
        let behind = gate.is_some_and(|gate| match gate.when.as_slice() {
            [] => criterion.high > criterion.low,
            when => when.iter().any(|condition| asks(&condition.question)),
        });
        criterion.id == id || behind
    }

    /// How little lies between the score and the next edge of a band, where that is so: above the score, and below it.
    fn edges(&self, report: &Report) -> [Option<String>; 2] {
        let Some(score) = report.score.filter(|_| report.borderline && !report.is_uncertain()) else {
            return [None, None];
        };
        let bands = &self.assessment.bands;
        let place = bands.iter().position(|band| band.id == report.band_by_score.id).unwrap_or(bands.len());
        let below = bands.get(place + 1).map(|band| (Key::ReasonBelow, band.from - score, band));
        let above = bands.get(place).filter(|_| place > 0).map(|band| (Key::ReasonAbove, score - band.from, band));
        [below, above].map(|edge| {
            let (key, points, band) =
                edge.filter(|(_, points, _)| *points <= self.assessment.borderline + EDGE_TOLERANCE)?;
            // Never "0 points below": what is a little less than an edge is less.
            let points = (points * 10.0 - 10.0 * EDGE_TOLERANCE).ceil().max(0.0) / 10.0;
            let written = self.texts.number(points, 1);
            Some(self.texts.count(key, points, &[("count", &written), ("band", self.author_text(&band.label))]))
        })
    }

    /// What is already there, for a reader in the lowest band.
    fn encouragement(&self, report: &Report) -> Option<String> {
        let lowest = self.assessment.bands.first()?;
        let best = report.strengths.first().filter(|_| lowest.id == report.band_by_score.id)?;
        let topic = report.criteria.iter().find(|criterion| criterion.id == *best && criterion.weight > 0.0)?;
        Some(self.texts.fill(Key::ReasonStart, &[("topic", &topic.label)]))
    }

    /// The smallest change that reaches the next band, by the topics that it is in.
    fn way_up(&self, report: &Report) -> Option<String> {
        let lift = report.lift.as_ref().filter(|lift| lift.within && lift.blocked_by.is_empty())?;
        let mut topics: Vec<&str> = Vec::new();
        for criterion in &report.criteria {
            if lift.changes.iter().any(|change| criterion.questions.iter().any(|q| q.id == change.question)) {
                topics.push(&criterion.label);
            }
        }
        if topics.is_empty() {
            return None;
        }
        let values = [("topics", &*self.list(&topics)), ("band", self.band_label(&lift.target))];
        #[allow(clippy::cast_precision_loss)] // at most a hundred
        Some(self.texts.count(Key::ReasonLift, lift.changes.len() as f64, &values))
    }

    fn topics_sentence(&self, key: Key, report: &Report, ids: &[String]) -> Option<String> {
        let topics = self.topics(report, ids);
        #[allow(clippy::cast_precision_loss)] // two at most
        (!topics.is_empty()).then(|| self.texts.count(key, topics.len() as f64, &[("topics", &self.list(&topics))]))
    }

    /// The first of these criteria by name; what weighs nothing neither carries nor costs.
    fn topics<'r>(&self, report: &'r Report, ids: &[String]) -> Vec<&'r str> {
        let named = |id: &String| report.criteria.iter().find(|c| c.id == *id && c.weight > 0.0);
        let label = |criterion: &'r CriterionReport| criterion.label.as_str();
        ids.iter().filter_map(named).map(label).take(MAX_TOPICS).collect()
    }

    /// What is strong, in a line; `None` where nothing is.
    #[must_use]
    pub fn strong_line(&self, report: &Report) -> Option<String> {
        Some(self.list(&self.topics(report, &report.strengths))).filter(|line| !line.is_empty())
    }

    /// What is missing, in a line: answers that are still open where they can change the band, else the topic that
    /// costs most.
    #[must_use]
    pub fn missing_line(&self, report: &Report) -> Option<String> {
        if !self.names_band(report) || self.is_open(report) {
            let open = self
                .assessment
                .questions()
                .filter(|(_, question)| matches!(self.answers.get(&question.id), None | Some(Answer::Unsure)))
                .count();
            #[allow(clippy::cast_precision_loss)] // at most a hundred
            return Some(self.texts.count(Key::ResultOpen, open as f64, &[]));
        }
        // What is strong and can still gain is not called missing in the same breath.
        let strong = self.topics(report, &report.strengths);
        let mut gaps = report.gaps.iter().flat_map(|id| self.topics(report, std::slice::from_ref(id)));
        gaps.find(|topic| !strong.contains(topic)).map(str::to_owned)
    }

    /// Names in a sentence: "A", "A and B", "A, B and C".
    #[must_use]
    pub fn list(&self, names: &[&str]) -> String {
        match names {
            [] => String::new(),
            [name] => (*name).to_owned(),
            [first @ .., last] => self.texts.fill(Key::ListAnd, &[("first", &first.join(", ")), ("last", last)]),
        }
    }
}
