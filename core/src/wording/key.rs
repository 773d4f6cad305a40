//! The names of the product's own texts, here and in a locale file.

macro_rules! keys {
    ($(#[doc = $about:literal])+ $keys:ident: $($variant:ident = $name:literal,)+) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)] // the name in the file of texts says what it is
        pub enum $keys { $($variant,)+ }

        impl $keys {
            /// Every key.
            pub const ALL: &'static [$keys] = &[$($keys::$variant,)+];

            /// The key's name in a locale file.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $($keys::$variant => $name,)+ }
            }
        }
    };
}
pub(crate) use keys;

keys! {
    /// A text of ours. A key that no locale file has fails a test, not a visitor.
    Key:
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
    ResultHeadlineCapped = "result.headline-capped",
    ResultHeadlineRange = "result.headline-range",
    ScoreRange = "score.range",
    ResultHeadlineFew = "result.headline-few",
    ResultHeadlineNone = "result.headline-none",
    ResultEarly = "result.early",
    ResultStands = "result.stands",
    ResultOpen = "result.open",
    ResultStrong = "result.strong",
    ResultMissing = "result.missing",
    ReasonEarly = "reason.early",
    ReasonCapped = "reason.capped",
    ReasonBelow = "reason.below",
    ReasonAbove = "reason.above",
    ReasonNearest = "reason.nearest",
    ReasonOpen = "reason.open",
    ReasonStart = "reason.start",
    ReasonLift = "reason.lift",
    ReasonGaps = "reason.gaps",
    ReasonStrengths = "reason.strengths",
    ListAnd = "list.and",
    WhyTitle = "why.title",
    LimitsTitle = "limits.title",
    PlanPoints = "plan.points",
    PlanMore = "plan.more",
    GoalLift = "goal.lift",
    GoalAfter = "goal.after",
    GoalOpen = "goal.open",
    PointsOf = "points.of",
    PointsRange = "points.range",
    PointsQuestionOf = "points.question-of",
    TogetherTitle = "together.title",
    TogetherLater = "together.later",
    FirmTitle = "firm.title",
    FirmVery = "firm.very",
    FirmFirm = "firm.firm",
    FirmFairly = "firm.fairly",
    FirmOpen = "firm.open",
    FirmUnknown = "firm.unknown",
    FirmCapped = "firm.capped",
    SaveTitle = "save.title",
    SaveAbout = "save.about",
    ShareShort = "share.short",
    WeightsStatus = "weights.status",
    TryEffect = "try.effect",
    ResultCoverage = "result.coverage",
    ResultOpenGates = "result.open-gates",
    ClashesTitle = "clashes.title",
    BandsTitle = "bands.title",
    BandsFrom = "bands.from",
    BandsBelow = "bands.below",
    BandsYours = "bands.yours",
    BandsScore = "bands.score",
    CriteriaTitle = "criteria.title",
    CriteriaIntro = "criteria.intro",
    CriteriaHatched = "criteria.hatched",
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
    StrengthsBrings = "strengths.brings",
    GapsTitle = "gaps.title",
    GapsCosts = "gaps.costs",
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
    OpenNotOurs = "open.not-ours",
    OpenDamaged = "open.damaged",
    OpenNewer = "open.newer",
    OpenOtherVersion = "open.other-version",
    OpenOtherAssessment = "open.other-assessment",
    ExportOwnWeights = "export.own-weights",
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
    CompareBoth = "compare.both",
    CompareChange = "compare.change",
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
    Percent = "percent.whole",
    PercentMore = "percent.more",
    PercentLess = "percent.less",
    VerdictTitle = "verdict.title",
    VerdictChange = "verdict.change",
    PlanTitle = "plan.title",
    PlanWhy = "plan.why",
    PlanClears = "plan.clears",
    PlanReaches = "plan.reaches",
    ModelSecond = "model.second",
    TypesTitle = "types.title",
    TypesOnce = "types.once",
    RuledOutTitle = "ruled-out.title",
    LedgerBenefits = "ledger.benefits",
    LedgerDrawbacks = "ledger.drawbacks",
    LedgerStrong = "ledger.strong",
    LedgerSome = "ledger.some",
    LedgerLittle = "ledger.little",
    LiftChanges = "lift.changes",
    LiftChange = "lift.change",
    LiftTop = "lift.top",
    LiftUnknown = "lift.unknown",
    LiftUnreachable = "lift.unreachable",
    LiftYear = "lift.year",
    PointsTitle = "points.title",
    PointsQuestion = "points.question",
    PointsAnswer = "points.answer",
    TryTitle = "try.title",
    TrySame = "try.same",
    TryOther = "try.other",
    TryEnd = "try.end",
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
    WeightsOwn = "weights.own",
    WeightsReset = "weights.reset",
    GlossaryTitle = "glossary.title",
}

impl Key {
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
                | Key::OpenShared
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
                | Key::WeightsReset
        );
        is_button || ["share.", "open.", "reset.", "save."].iter().any(|family| self.name().starts_with(family))
    }
}
