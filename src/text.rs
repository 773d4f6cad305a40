//! The product's own words in the reader's language: looked up by [`Key`], with numbers and plurals as that
//! language writes them. The words of an assessment are the author's and live there.
//!
//! A locale file is flat JSON: a key for each text, a plural as `{ "one": "…", "other": "…" }`, values as `{name}`.
//! How numbers are written comes through [`Format`]: `Intl` in the browser, a plain twin natively.

mod spoken;

use std::rc::Rc;

use crate::map::Map;
use crate::number::from_digits;
use crate::problem::Problem;
use crate::tree::Tree;

/// How a language writes numbers and counts.
pub trait Format {
    /// `number` with at most `decimals` digits after the decimal sign.
    fn number(&self, number: f64, decimals: u8) -> String;
    /// Which plural form goes with `count`: `one`, `other` …, as CLDR names them.
    fn plural(&self, count: f64) -> String;
    /// The sign between whole and decimal digits.
    fn decimal_sign(&self) -> char;
    /// Today's date in words.
    fn today(&self) -> String;
}

/// The texts of one language.
#[derive(Clone)]
pub struct Texts {
    language: String,
    /// One for each of [`Key::ALL`], in its order.
    messages: Vec<Message>,
    format: Rc<dyn Format>,
}

#[derive(Clone, Debug)]
enum Message {
    Plain(String),
    Plural(Map<String>),
}

macro_rules! keys {
    ($($variant:ident = $name:literal,)+) => {
        /// A text of ours. A key that no locale file has fails a test, not a visitor.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)] // the name in the locale file says what it is
        pub enum Key { $($variant,)+ }

        impl Key {
            /// Every key.
            pub const ALL: &'static [Key] = &[$(Key::$variant,)+];

            /// The key's name in a locale file.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Key::$variant => $name,)+ }
            }
        }
    };
}

keys! {
    StartButton = "start.button",
    StartQuestions = "start.questions",
    StartMinutes = "start.minutes",
    StartPrivacy = "start.privacy",
    StartUnsure = "start.unsure",
    StepOf = "step.of",
    Back = "step.back",
    Continue = "step.continue",
    Unsure = "answer.unsure",
    NotApplicable = "answer.not-applicable",
    Unanswered = "answer.none",
    ErrorTitle = "error.title",
    ErrorChoice = "error.choice",
    ErrorNumber = "error.number",
    ErrorNumberFormat = "error.number-format",
    ErrorNumberRange = "error.number-range",
    ErrorNumberMin = "error.number-min",
    ErrorNumberMax = "error.number-max",
    ErrorPrefix = "error.prefix",
    ReviewTitle = "review.title",
    ReviewIntro = "review.intro",
    ReviewButton = "review.button",
    Change = "review.change",
    ResultHeadline = "result.headline",
    ResultHeadlineRange = "result.headline-range",
    ResultHeadlineCapped = "result.headline-capped",
    ResultHeadlineNone = "result.headline-none",
    ResultOutOf = "result.out-of",
    ResultCapped = "result.capped",
    ResultProvisional = "result.provisional",
    ResultCoverage = "result.coverage",
    ResultBorderline = "result.borderline",
    ResultOpenGates = "result.open-gates",
    GatesTitle = "gates.title",
    GatesIntro = "gates.intro",
    BandsTitle = "bands.title",
    BandsFrom = "bands.from",
    BandsBelow = "bands.below",
    BandsYours = "bands.yours",
    BandsScore = "bands.score",
    CriteriaTitle = "criteria.title",
    CriteriaIntro = "criteria.intro",
    CriteriaCriterion = "criteria.criterion",
    CriteriaValue = "criteria.value",
    CriteriaWeight = "criteria.weight",
    CriteriaPoints = "criteria.points",
    CriteriaLost = "criteria.lost",
    CriteriaUnknown = "criteria.unknown",
    CriteriaOut = "criteria.out",
    CriteriaRange = "criteria.range",
    CriteriaTable = "criteria.table",
    CriteriaTotal = "criteria.total",
    StrengthsTitle = "strengths.title",
    StrengthsNone = "strengths.none",
    StrengthsBrings = "strengths.brings",
    GapsTitle = "gaps.title",
    GapsNone = "gaps.none",
    GapsCosts = "gaps.costs",
    NextTitle = "next.title",
    NextText = "next.text",
    AboutTitle = "about.title",
    AboutSelf = "about.self",
    AboutDefaults = "about.defaults",
    AboutVersion = "about.version",
    ChangeAnswers = "result.change-answers",
    ResetButton = "reset.button",
    ResetQuestion = "reset.question",
    ResetYes = "reset.yes",
    ResetNo = "reset.no",
    ResetDone = "reset.done",
    StartPrivacySession = "start.privacy-session",
    StartPrivacyLocal = "start.privacy-local",
    ShareTitle = "share.title",
    ShareIntro = "share.intro",
    ShareName = "share.name",
    ShareNote = "share.note",
    ShareLink = "share.link",
    ShareText = "share.text",
    ShareJson = "share.json",
    ShareCsv = "share.csv",
    SharePrint = "share.print",
    ShareSave = "share.save",
    ShareForget = "share.forget",
    ShareSaveNote = "share.save-note",
    ShareUncopied = "share.uncopied",
    ShareCopiedLink = "share.copied-link",
    ShareCopiedText = "share.copied-text",
    ShareDownloaded = "share.downloaded",
    SharePrinted = "share.printed",
    ShareSaved = "share.saved",
    ShareForgotten = "share.forgotten",
    ShareRefusedCopy = "share.refused-copy",
    ShareRefusedFile = "share.refused-file",
    ShareRefusedPrint = "share.refused-print",
    ShareRefusedSave = "share.refused-save",
    OpenTitle = "open.title",
    OpenFile = "open.file",
    OpenLink = "open.link",
    OpenButton = "open.button",
    OpenSaved = "open.saved",
    OpenSavedButton = "open.saved-button",
    OpenCompany = "open.company",
    CompareTitle = "compare.title",
    CompareIntro = "compare.intro",
    CompareWhat = "compare.what",
    CompareEarlier = "compare.earlier",
    CompareNow = "compare.now",
    CompareScore = "compare.score",
    CompareBand = "compare.band",
    CompareAnswers = "compare.answers",
    CompareSame = "compare.same",
    CompareTake = "compare.take",
    CompareClose = "compare.close",
    PrintAnswers = "print.answers",
    PrintFingerprint = "print.fingerprint",
    OpenNotOurs = "open.not-ours",
    OpenDamaged = "open.damaged",
    OpenNewer = "open.newer",
    OpenOtherVersion = "open.other-version",
    OpenOtherAssessment = "open.other-assessment",
    ExportOwnWeights = "export.own-weights",
    Percent = "percent.whole",
    PercentMore = "percent.more",
    PercentLess = "percent.less",
    VerdictTitle = "verdict.title",
    VerdictChange = "verdict.change",
    VerdictUnsure = "verdict.unsure",
    PlanTitle = "plan.title",
    PlanWhy = "plan.why",
    ModelTitle = "model.title",
    TypesTitle = "types.title",
    RuledOutTitle = "ruled-out.title",
    LedgerBenefits = "ledger.benefits",
    LedgerDrawbacks = "ledger.drawbacks",
    LedgerStrong = "ledger.strong",
    LedgerSome = "ledger.some",
    LedgerLittle = "ledger.little",
    LiftTitle = "lift.title",
    LiftChanges = "lift.changes",
    LiftChange = "lift.change",
    LiftTop = "lift.top",
    LiftUnknown = "lift.unknown",
    LiftUnreachable = "lift.unreachable",
    PointsTitle = "points.title",
    PointsQuestion = "points.question",
    PointsAnswer = "points.answer",
    TryTitle = "try.title",
    TryIntro = "try.intro",
    TryLabel = "try.label",
    TryChoose = "try.choose",
    TrySame = "try.same",
    TryOther = "try.other",
    TryEnd = "try.end",
    SureTitle = "sure.title",
    SureOrder = "sure.order",
    SureAny = "sure.any",
    SureNear = "sure.near",
    SureBoxHolds = "sure.box-holds",
    SureBoxChanges = "sure.box-changes",
    SureWeights = "sure.weights",
    SureChart = "sure.chart",
    SureInterval = "sure.interval",
    SureNow = "sure.now",
    SureFrom = "sure.from",
    SureTo = "sure.to",
    WeightsTitle = "weights.title",
    WeightsIntro = "weights.intro",
    WeightsLess = "weights.less",
    WeightsMore = "weights.more",
    WeightsNow = "weights.now",
    WeightsOwn = "weights.own",
    WeightsReset = "weights.reset",
    CriteriaTick = "criteria.tick",
    WaterfallTitle = "waterfall.title",
    WaterfallIntro = "waterfall.intro",
    WaterfallValue = "waterfall.value",
    RadarTitle = "radar.title",
    RadarIntro = "radar.intro",
    GlossaryTitle = "glossary.title",
}

impl Texts {
    /// Reads the texts of `language` from a locale file.
    ///
    /// # Errors
    /// Every key that is missing or not a text.
    pub fn read(file: &Tree, language: &str, format: Rc<dyn Format>) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut messages = Vec::new();
        for key in Key::ALL {
            match file.get(key.name()).and_then(message) {
                Some(message) => messages.push(message),
                None => {
                    let message = "expected a text or an object of plural forms, got something else or nothing";
                    problems.push(Problem { path: key.name().to_owned(), message: message.to_owned(), hint: None });
                }
            }
        }
        if problems.is_empty() { Ok(Self { language: language.to_owned(), messages, format }) } else { Err(problems) }
    }

    /// The language of these texts, which is also the one in which the assessment is shown.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The text of `key`.
    #[must_use]
    pub fn get(&self, key: Key) -> String {
        self.fill(key, &[])
    }

    /// The text of `key` with every `{name}` replaced.
    #[must_use]
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        match self.messages.get(key as usize) {
            Some(Message::Plain(text)) => fill(text, values),
            Some(Message::Plural(forms)) => fill(forms.get("other").map_or("", String::as_str), values),
            None => String::new(),
        }
    }

    /// The text of `key` in the form that goes with `count`, with `{count}` and the other values replaced.
    #[must_use]
    pub fn count(&self, key: Key, count: f64, values: &[(&str, &str)]) -> String {
        let written = self.number(count, 0);
        let values: Vec<_> = values.iter().copied().chain([("count", written.as_str())]).collect();
        match self.messages.get(key as usize) {
            Some(Message::Plural(forms)) => {
                let form = forms.get(&self.format.plural(count)).or_else(|| forms.get("other"));
                fill(form.map_or("", String::as_str), &values)
            }
            _ => self.fill(key, &values),
        }
    }

    /// A number as this language writes it, with at most `decimals` digits after the decimal sign.
    #[must_use]
    pub fn number(&self, number: f64, decimals: u8) -> String {
        self.format.number(number, decimals)
    }

    /// Today's date in words.
    #[must_use]
    pub fn today(&self) -> String {
        self.format.today()
    }

    /// The number that a reader of this language means by `text`: with or without thousands separators, with
    /// either decimal sign where only one reading is possible. `None` if it is no number.
    #[must_use]
    pub fn parse_number(&self, text: &str) -> Option<f64> {
        parse_number(text, self.format.decimal_sign())
    }
}

fn message(tree: &Tree) -> Option<Message> {
    match tree {
        Tree::Text(text) => Some(Message::Plain(text.clone())),
        Tree::Object(entries) => {
            let forms = entries.iter().map(|(form, text)| match text {
                Tree::Text(text) => Some((form.clone(), text.clone())),
                _ => None,
            });
            let forms: Option<Map<String>> = forms.collect();
            forms.filter(|forms| forms.get("other").is_some()).map(Message::Plural)
        }
        _ => None,
    }
}

/// `text` with every `{name}` replaced, in one pass, so that a value that looks like a placeholder stays as it is.
fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut done = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        done.push_str(before);
        let known = after
            .split_once('}')
            .and_then(|(name, tail)| values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value, tail)));
        if let Some((value, tail)) = known {
            done.push_str(value);
            rest = tail;
        } else {
            done.push('{');
            rest = after;
        }
    }
    done + rest
}

fn parse_number(text: &str, decimal_sign: char) -> Option<f64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\'').collect();
    let digits = text.strip_prefix(['-', '\u{2212}']).unwrap_or(&text);
    let negative = digits.len() < text.len();
    let group_sign = if decimal_sign == ',' { '.' } else { ',' };
    let grouped = |whole: &str| {
        let mut groups = whole.split(group_sign);
        let first = groups.next().unwrap_or_default();
        (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3)
    };
    let (whole, decimals) = match digits.split_once(decimal_sign) {
        Some(parts) => parts,
        // The other language's decimal sign, where it cannot be a thousands separator: 2.5 in Dutch.
        None if digits.contains(group_sign) && !grouped(digits) => digits.split_once(group_sign)?,
        None => (digits, ""),
    };
    if whole.contains(group_sign) && !grouped(whole) {
        return None;
    }
    let plain = whole.replace(group_sign, "");
    if plain.is_empty() && decimals.is_empty() {
        return None;
    }
    from_digits(&plain, decimals).map(|number| if negative { -number } else { number })
}

/// Numbers and plurals as English writes them, for tests and tools that have no browser.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainFormat;

impl Format for PlainFormat {
    fn number(&self, number: f64, decimals: u8) -> String {
        let text = format!("{number:.*}", usize::from(decimals));
        let trimmed = if decimals > 0 { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
        trimmed.to_owned()
    }

    fn plural(&self, count: f64) -> String {
        if (count - 1.0).abs() < f64::EPSILON { "one" } else { "other" }.to_owned()
    }

    fn decimal_sign(&self) -> char {
        '.'
    }

    fn today(&self) -> String {
        "today".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_their_writer_means_them() {
        for (text, decimal_sign, expected) in [
            ("12", '.', Some(12.0)),
            ("1000", '.', Some(1000.0)),
            ("1000", ',', Some(1000.0)),
            ("2.5", '.', Some(2.5)),
            ("2,5", '.', Some(2.5)),
            ("2,5", ',', Some(2.5)),
            ("2.5", ',', Some(2.5)),
            ("1.000", ',', Some(1000.0)),
            ("1,000", '.', Some(1000.0)),
            ("1.000", '.', Some(1.0)),
            ("1 250 000", ',', Some(1_250_000.0)),
            ("1.250.000,75", ',', Some(1_250_000.75)),
            ("-3", '.', Some(-3.0)),
            (".5", '.', Some(0.5)),
            ("", '.', None),
            ("-", '.', None),
            ("12 million", '.', None),
            ("1e5", '.', None),
            ("1.2.3", '.', None),
            ("NaN", '.', None),
        ] {
            assert_eq!(parse_number(text, decimal_sign), expected, "{text:?} with {decimal_sign:?}");
        }
    }

    #[test]
    fn a_value_that_looks_like_a_placeholder_is_left_alone() {
        assert_eq!(fill("{a} and {b} and {c}", &[("a", "{b}"), ("b", "2")]), "{b} and 2 and {c}");
    }
}
