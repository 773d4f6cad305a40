//! The names of the product's own texts, here and in a locale file.

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

            /// Whether no page may replace it: it says what a result is and is not, and who has checked that.
            #[must_use]
            pub const fn is_fixed(self) -> bool {
                matches!(
                    self,
                    Key::AboutSelf
                        | Key::AboutAdapted
                        | Key::AboutDefaults
                        | Key::AboutVersion
                        | Key::ExportOwnWeights
                        | Key::OpenCompany
                        | Key::PrintFingerprint
                        | Key::WeightsOwn
                )
            }

            /// Whether it is on a button or about sharing: neither of the assessment nor of the result, so that a page which
            /// replaces it has not adapted them.
            #[must_use]
            pub fn is_of_controls(self) -> bool {
                let is_button = matches!(
                    self,
                    Key::StartButton
                        | Key::Back
                        | Key::Continue
                        | Key::ReviewButton
                        | Key::Change
                        | Key::ChangeAnswers
                        | Key::CompareTake
                        | Key::CompareClose
                        | Key::TryEnd
                        | Key::WeightsLess
                        | Key::WeightsMore
                        | Key::WeightsReset
                );
                is_button || ["share.", "open.", "reset."].iter().any(|family| self.name().starts_with(family))
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
    QuestionOf = "step.question-of",
    Back = "step.back",
    Continue = "step.continue",
    Unsure = "answer.unsure",
    NotApplicable = "answer.not-applicable",
    Unanswered = "answer.none",
    ErrorTitle = "error.title",
    ErrorTitleWrong = "error.title-wrong",
    ErrorIn = "error.in",
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
    ResultHeadlineFew = "result.headline-few",
    ResultHeadlineNone = "result.headline-none",
    ResultOutOf = "result.out-of",
    ResultCapped = "result.capped",
    ResultProvisional = "result.provisional",
    ResultCoverage = "result.coverage",
    ResultBorderline = "result.borderline",
    ResultOpenGates = "result.open-gates",
    ClashesTitle = "clashes.title",
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
    AboutAdapted = "about.adapted",
    AboutCandidate = "about.candidate",
    CandidateNote = "candidate.note",
    CandidateUnsure = "candidate.unsure",
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
    OpenShared = "open.shared",
    OpenForgotten = "open.forgotten",
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
    PlanClears = "plan.clears",
    PlanReaches = "plan.reaches",
    ModelTitle = "model.title",
    ModelLater = "model.later",
    ModelSecond = "model.second",
    TypesTitle = "types.title",
    TypesLater = "types.later",
    TypesOnce = "types.once",
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
    LiftYear = "lift.year",
    LiftSettle = "lift.settle",
    LiftAfter = "lift.after",
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
    SureCapped = "sure.capped",
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
