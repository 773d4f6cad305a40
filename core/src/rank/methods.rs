//! Three other ways of ranking, as a check on the weighted sum: TOPSIS, VIKOR and PROMETHEE II.
//!
//! A matrix holds a row for each alternative and a column for each criterion, the more the better; weights need not sum
//! to 1. Unlike a score, what these say of one alternative changes with who else is in the list.

/// What is no difference between two numbers of one column or of one measure.
const TOLERANCE: f64 = 1e-12;

/// The weights as shares of their sum.
fn shares(weights: &[f64]) -> Vec<f64> {
    let total: f64 = weights.iter().sum();
    weights.iter().map(|weight| weight / total).collect()
}

/// The smallest and the largest of some numbers.
fn ends(numbers: impl Iterator<Item = f64>) -> (f64, f64) {
    numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)))
}

/// The column of a matrix at `place`.
fn column<'a>(matrix: &'a [Vec<f64>], place: usize) -> impl Iterator<Item = f64> + 'a {
    matrix.iter().filter_map(move |row| row.get(place).copied())
}

/// The way of `x` from `low` to `high`, 0 to 1; 0 where these are the same.
fn share_of(x: f64, low: f64, high: f64) -> f64 {
    if high - low > TOLERANCE { (x - low) / (high - low) } else { 0.0 }
}

/// How near each alternative is to the best of every column, 0 to 1, beside the worst (C. L. Hwang & K. Yoon, *Multiple
/// Attribute Decision Making*, 1981): columns divided by their lengths as vectors, Euclidean distances. ½ where best
/// and worst are the same.
///
/// # Example
/// ```
/// use partner_fit_core::rank::methods::topsis;
///
/// assert_eq!(topsis(&[vec![1.0, 0.0], vec![0.0, 1.0]], &[2.0, 2.0]), [0.5, 0.5]);
/// ```
#[must_use]
pub fn topsis(matrix: &[Vec<f64>], weights: &[f64]) -> Vec<f64> {
    // Row by row, as the matrix lies in memory: first what each column is like, then the distances.
    let mut columns = vec![(0.0, f64::INFINITY, f64::NEG_INFINITY); weights.len()];
    for row in matrix {
        for ((squares, low, high), x) in columns.iter_mut().zip(row) {
            *squares += x * x;
            *low = x.min(*low);
            *high = x.max(*high);
        }
    }
    let scaled = |((squares, low, high), weight): ((f64, f64, f64), f64)| {
        let length = libm::sqrt(squares);
        let factor = if length > 0.0 { weight / length } else { 0.0 };
        (factor, factor * low, factor * high)
    };
    let columns: Vec<(f64, f64, f64)> = columns.into_iter().zip(shares(weights)).map(scaled).collect();
    let nearness = |row: &Vec<f64>| {
        let (mut to_best, mut to_worst) = (0.0, 0.0);
        for ((factor, low, high), x) in columns.iter().zip(row) {
            let (down, up) = (high - factor * x, factor * x - low);
            to_best += down * down;
            to_worst += up * up;
        }
        let (best, worst) = (libm::sqrt(to_best), libm::sqrt(to_worst));
        if best + worst > TOLERANCE { worst / (best + worst) } else { 0.5 }
    };
    matrix.iter().map(nearness).collect()
}

/// What VIKOR says of each alternative; the less the better.
#[derive(Clone, Debug, PartialEq)]
pub struct Vikor {
    /// The weighted sum of the ways from the best of each column, 0 to 1.
    pub group: Vec<f64>,
    /// The largest of these.
    pub regret: Vec<f64>,
    /// Both together, each between its smallest and its largest in the list.
    pub compromise: Vec<f64>,
}

/// The compromise between the good of most criteria, weighed by `group_share` (0 to 1), and the least regret on one (S.
/// Opricovic & G.-H. Tzeng, *Compromise solution by MCDM methods*, European Journal of Operational Research 156, 2004).
/// A column in which all are the same adds nothing.
#[must_use]
pub fn vikor(matrix: &[Vec<f64>], weights: &[f64], group_share: f64) -> Vikor {
    let (mut group, mut regret) = (vec![0.0; matrix.len()], vec![0.0_f64; matrix.len()]);
    for (place, weight) in shares(weights).into_iter().enumerate() {
        let (low, high) = ends(column(matrix, place));
        for ((sum, most), x) in group.iter_mut().zip(&mut regret).zip(column(matrix, place)) {
            let part = if high - low > TOLERANCE { weight * (high - x) / (high - low) } else { 0.0 };
            *sum += part;
            *most = most.max(part);
        }
    }
    let (of_group, of_regret) = (ends(group.iter().copied()), ends(regret.iter().copied()));
    let both = |(sum, most): (&f64, &f64)| {
        let group = group_share * share_of(*sum, of_group.0, of_group.1);
        group + (1.0 - group_share) * share_of(*most, of_regret.0, of_regret.1)
    };
    let compromise = group.iter().zip(&regret).map(both).collect();
    Vikor { group, regret, compromise }
}

/// The flows of PROMETHEE for each alternative, each from 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Flows {
    /// How far it is preferred to the others.
    pub leaving: Vec<f64>,
    /// How far the others are preferred to it.
    pub entering: Vec<f64>,
}

impl Flows {
    /// What PROMETHEE II ranks by: the leaving flow less the entering one, −1 to 1.
    #[must_use]
    pub fn net(&self) -> Vec<f64> {
        self.leaving.iter().zip(&self.entering).map(|(leaving, entering)| leaving - entering).collect()
    }
}

/// The flows under a preference, 0 to 1, for a difference above 0 in the column at a place (J.-P. Brans & P. Vincke, *A
/// preference ranking organisation method*, Management Science 31, 1985).
#[must_use]
#[allow(clippy::cast_precision_loss)] // counts of candidates, far below 2^53
pub fn promethee(matrix: &[Vec<f64>], weights: &[f64], preference: &dyn Fn(usize, f64) -> f64) -> Flows {
    let shares = shares(weights);
    let others = matrix.len().saturating_sub(1) as f64;
    let over = |a: &[f64], b: &[f64]| -> f64 {
        let pairs = a.iter().zip(b).zip(&shares).enumerate();
        pairs.filter(|(_, ((a, b), _))| *a - *b > TOLERANCE).map(|(at, ((a, b), w))| w * preference(at, a - b)).sum()
    };
    let flow = |one: usize, row: &Vec<f64>, leaving: bool| -> f64 {
        let rest = matrix.iter().enumerate().filter(|(other, _)| *other != one);
        let sum: f64 = rest.map(|(_, other)| if leaving { over(row, other) } else { over(other, row) }).sum();
        if others > 0.0 { sum / others } else { 0.0 }
    };
    let flows = |leaving| matrix.iter().enumerate().map(|(one, row)| flow(one, row, leaving)).collect();
    Flows { leaving: flows(true), entering: flows(false) }
}

/// The preference that grows with the difference, from 0 at `indifferent` to 1 at `certain`.
#[must_use]
pub fn linear(difference: f64, indifferent: f64, certain: f64) -> f64 {
    ((difference - indifferent) / (certain - indifferent)).clamp(0.0, 1.0)
}
