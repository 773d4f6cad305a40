//! The inputs of the economics: what was filled in, else what the figures say, else what the file takes for granted.

use super::Programme;
use super::economics::range::{PLACES, Unknown};
use super::economics::{Economics, Inputs, economics};
use super::field::InputField;
use super::figures::quotient;
use crate::answers::{Answer, Answers};

/// Where an input comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// It was filled in.
    Entered,
    /// Figures say it.
    Figures,
    /// The file takes it for granted.
    Default,
    /// It is unknown, and can be anything within its bounds.
    Unknown,
    /// Nobody has said anything of it.
    Missing,
}

impl Source {
    /// The source as data names it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Source::Entered => "entered",
            Source::Figures => "figures",
            Source::Default => "default",
            Source::Unknown => "unknown",
            Source::Missing => "missing",
        }
    }
}

/// The inputs as far as they are there.
#[derive(Clone, Debug, PartialEq)]
pub struct Gathered {
    /// One for each of [`PLACES`]: the number, and where it comes from.
    pub given: Vec<(Option<f64>, Source)>,
    /// What is known only to lie between two numbers.
    pub unknown: Vec<Unknown>,
    /// The inputs with 0 for each that is missing and at its lowest for each that is unknown.
    inputs: Inputs,
}

/// What needs nobody to say it: no growth, five years, no discount, no overlap.
const NEUTRAL: [(&str, f64); 5] =
    [("growth-direct", 0.0), ("growth-partner", 0.0), ("years", 5.0), ("discount", 0.0), ("overlap", 0.0)];

/// The inputs that only the direct side needs.
const DIRECT: [&str; 4] = ["margin-direct", "retention-direct", "growth-direct", "cac-direct"];

/// The inputs that only the line of cash needs.
const OF_CASH: [&str; 2] = ["ramp", "full"];

impl Gathered {
    /// Whether every input that is `wanted` is known.
    fn known(&self, wanted: &dyn Fn(&str) -> bool) -> bool {
        let mut places = PLACES.iter().zip(&self.given).filter(|(place, _)| wanted(place.id));
        places.all(|(_, (number, _))| number.is_some())
    }

    /// Whether something is said of every input that is `wanted`, be it that it is unknown.
    fn said(&self, wanted: &dyn Fn(&str) -> bool) -> bool {
        let mut places = PLACES.iter().zip(&self.given).filter(|(place, _)| wanted(place.id));
        places.all(|(_, (_, source))| *source != Source::Missing)
    }

    /// Whether something is said of everything that a partner customer's worth needs.
    #[must_use]
    pub fn has_partner(&self) -> bool {
        self.said(&|id| !DIRECT.contains(&id) && !OF_CASH.contains(&id))
    }

    /// Whether something is said of everything that a direct customer's worth needs beside that.
    #[must_use]
    pub fn has_direct(&self) -> bool {
        self.said(&|id| DIRECT.contains(&id))
    }

    /// Whether everything is known that the line of cash needs.
    #[must_use]
    pub fn knows_cash(&self) -> bool {
        self.known(&|id| !DIRECT.contains(&id) && !matches!(id, "years" | "discount" | "overlap"))
    }

    /// Whether everything is known that a partner customer's worth needs.
    #[must_use]
    pub fn knows_partner(&self) -> bool {
        self.known(&|id| !DIRECT.contains(&id) && !OF_CASH.contains(&id))
    }

    /// Whether everything is known that a direct customer's worth needs.
    #[must_use]
    pub fn knows_direct(&self) -> bool {
        self.known(&|id| DIRECT.contains(&id) || matches!(id, "contract-value" | "years" | "discount"))
    }

    /// The inputs. Those that are missing are 0: who uses them has asked what is known.
    #[must_use]
    pub fn inputs(&self) -> &Inputs {
        &self.inputs
    }

    /// What a partner customer brings before the fixed cost; `None` where something that it needs is not known.
    #[must_use]
    pub fn contribution(&self) -> Option<f64> {
        let Economics { contribution, .. } = economics(&self.inputs);
        (self.knows_partner() && (self.inputs.overlap == 0.0 || self.knows_direct())).then_some(contribution)
    }
}

impl Programme {
    /// The inputs of the economics as far as they are there; `None` where the file has no economics.
    #[must_use]
    pub fn gather(&self, answers: &Answers) -> Option<Gathered> {
        let fields = self.economics.as_ref()?;
        let mut given: Vec<(Option<f64>, Source)> = Vec::new();
        let mut unknown = Vec::new();
        for (place, input) in PLACES.iter().enumerate() {
            let field = fields.iter().find(|field| field.id == input.id);
            let found = field.map_or((None, Source::Missing), |field| of_field(field, answers));
            let neutral = NEUTRAL.iter().find(|(id, _)| *id == input.id).map(|(_, number)| *number);
            let found = match (found, neutral) {
                ((None, Source::Missing), Some(number)) => (Some(number), Source::Default),
                _ => found,
            };
            if let (Source::Unknown, Some(field)) = (found.1, field) {
                unknown.push(Unknown { places: vec![place], low: field.min, high: field.max });
            }
            given.push(found);
        }
        one_margin(&mut given, &mut unknown);
        let mut inputs = NOTHING;
        for (place, (number, _)) in PLACES.iter().zip(&given) {
            (place.set)(&mut inputs, number.unwrap_or_default());
        }
        Some(Gathered { given, unknown, inputs })
    }
}

/// What an input is: what was filled in, else what the figures say, else its default.
fn of_field(field: &InputField, answers: &Answers) -> (Option<f64>, Source) {
    let of_figures = || field.of.as_ref().and_then(|of| quotient(answers, of));
    match answers.get(&field.id) {
        Some(Answer::Number(number)) => (Some(*number), Source::Entered),
        Some(Answer::Unsure) => (None, Source::Unknown),
        _ => match (of_figures(), field.default) {
            (Some(number), _) => (Some(number), Source::Figures),
            (None, Some(number)) => (Some(number), Source::Default),
            (None, None) => (None, Source::Missing),
        },
    }
}

/// Of the two margins, one that nobody speaks of is the other.
fn one_margin(given: &mut [(Option<f64>, Source)], unknown: &mut [Unknown]) {
    let place = |id: &str| PLACES.iter().position(|place| place.id == id).unwrap_or_default();
    let [direct, partner] = ["margin-direct", "margin-partner"].map(place);
    for (missing, other) in [(direct, partner), (partner, direct)] {
        let [own, theirs] = [missing, other].map(|place| given.get(place).copied());
        let (Some((None, Source::Missing)), Some(theirs)) = (own, theirs) else { continue };
        if let Some(own) = given.get_mut(missing) {
            *own = theirs;
        }
        unknown.iter_mut().filter(|input| input.places == [other]).for_each(|input| input.places.push(missing));
    }
}

/// Inputs of nothing.
const NOTHING: Inputs = Inputs {
    contract_value: 0.0,
    margin_direct: 0.0,
    margin_partner: 0.0,
    share_first: 0.0,
    share_renewal: 0.0,
    retention_direct: 0.0,
    retention_partner: 0.0,
    growth_direct: 0.0,
    growth_partner: 0.0,
    cac_direct: 0.0,
    variable_cost: 0.0,
    fixed_cost: 0.0,
    customers: 0.0,
    years: 0.0,
    discount: 0.0,
    overlap: 0.0,
    ramp: 0.0,
    full: 0.0,
};
