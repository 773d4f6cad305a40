//! How candidates are to be ranked.

use crate::assessment::Assessment;
use crate::input::hints::nearest;
use crate::input::map::Map;
use crate::input::number::JsNumber;
use crate::input::problem::{Path, Problem};
use crate::input::quoted::{listed, quoted};
use crate::rank::ideal::wish::Ideal;
use crate::rank::sheet::Sheet;

/// Of how many candidates every pair is compared, unless told otherwise.
pub const PAIRS: usize = 200;

/// Of how many it can be told to.
pub const MAX_PAIRS: usize = 1_000;

/// How candidates are to be ranked.
#[derive(Clone, Debug)]
pub struct RankOptions<'a> {
    /// The language of the names of bands; `None` for the assessment's first.
    pub language: Option<String>,
    /// Weights in place of the author's, by criterion; those that are not named keep theirs.
    pub weights: Map<f64>,
    /// What the one who ranks wishes of the candidates.
    pub ideal: Option<Ideal>,
    /// The other side's assessment with the answers to it of the one who ranks: what candidates' wishes are about.
    pub own: Option<(&'a Assessment, Sheet)>,
    /// Of how many candidates, the first by score, every pair is compared: up to [`MAX_PAIRS`].
    pub pairs: usize,
    /// Whether other ways of ranking are computed as a check.
    pub methods: bool,
    /// How many candidates are listed; all of them count in every number.
    pub limit: Option<usize>,
}

impl Default for RankOptions<'_> {
    fn default() -> Self {
        Self {
            language: None,
            weights: Map::default(),
            ideal: None,
            own: None,
            pairs: PAIRS,
            methods: true,
            limit: None,
        }
    }
}

impl RankOptions<'_> {
    /// The language that is asked for, of those of the assessment; and the assessment with the weights.
    ///
    /// # Errors
    /// Every problem: a language without texts, an unknown criterion, a weight that is none, too many pairs.
    pub fn apply(&self, assessment: &Assessment) -> Result<(String, Option<Assessment>), Vec<Problem>> {
        let mut problems = Vec::new();
        let mut note = |at: &Path, message: String, hint| {
            problems.push(Problem { path: at.to_string(), message, hint });
        };
        let root = Path::Root;
        let first = assessment.languages.first().map(String::as_str);
        let wanted = self.language.as_deref().map_or(first, |wanted| assessment.language_for(wanted));
        if let (None, Some(language)) = (wanted, &self.language) {
            let known = listed(assessment.languages.iter().map(String::as_str));
            note(&root.key("language"), format!("expected one of {known}, got {}", quoted(language)), None);
        }
        if self.pairs > MAX_PAIRS {
            note(&root.key("pairs"), format!("expected at most {MAX_PAIRS}, got {}", self.pairs), None);
        }
        let at = root.key("weights");
        let known = || assessment.criteria.iter().map(|criterion| criterion.id.as_str());
        for (id, weight) in self.weights.iter() {
            if known().all(|known| known != id) {
                let message = "expected the id of a criterion, got an unknown one".to_owned();
                note(&at.key(id), message, nearest(id, known()));
            } else if *weight != 0.0 && !(1e-6..=1e6).contains(weight) {
                let message = format!("expected 0 or a weight from 0.000001 to 1000000, got {}", JsNumber(*weight));
                note(&at.key(id), message, None);
            }
        }
        let own = |criterion: &crate::assessment::Criterion| self.weights.get(&criterion.id).copied();
        let weights: Vec<f64> =
            assessment.criteria.iter().map(|criterion| own(criterion).unwrap_or(criterion.weight)).collect();
        let weighted = (!self.weights.is_empty()).then(|| assessment.weighted(&weights)).flatten();
        if problems.is_empty() && weighted.is_none() && !self.weights.is_empty() {
            let message = "expected a weight above 0, got none".to_owned();
            problems.push(Problem { path: at.to_string(), message, hint: None });
        }
        if problems.is_empty() { Ok((wanted.unwrap_or_default().to_owned(), weighted)) } else { Err(problems) }
    }
}
