//! Value functions: what a number is worth, from 0 to 1.
//!
//! Fixed anchors, never the smallest and largest of some data: the value of one company must not depend on who else
//! is in the list. Logarithms come from `libm`, so that the last bit is the same natively and in wasm.

/// What a number is worth.
#[derive(Clone, Debug, PartialEq)]
pub enum ValueFunction {
    /// Straight lines between points of rising numbers; level outside them.
    Piecewise {
        /// Numbers, rising, each with its value from 0 to 1. At least two.
        points: Vec<(f64, f64)>,
        /// How distance between numbers is measured.
        scale: Scale,
    },
    /// 1 on `b..=c`, 0 outside `a..=d`, straight lines between: for what is best in a range.
    Trapezoid {
        /// `[a, b, c, d]`, none below the one before it. `a = b` or `c = d` make a steep side.
        corners: [f64; 4],
        /// How distance between numbers is measured.
        scale: Scale,
    },
}

/// How distance between numbers is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// By difference.
    Linear,
    /// By factor: from 1 to 10 is as far as from 10 to 100. Only for numbers above 0.
    Log,
}

impl ValueFunction {
    /// The value of `x`, from 0 to 1.
    ///
    /// # Example
    /// ```
    /// use partner_fit_core::assessment::value_function::{Scale, ValueFunction};
    ///
    /// let mid_size = ValueFunction::Trapezoid { corners: [5.0, 50.0, 250.0, 2000.0], scale: Scale::Linear };
    /// assert_eq!(mid_size.value(27.5), 0.5);
    /// ```
    #[must_use]
    pub fn value(&self, x: f64) -> f64 {
        match self {
            ValueFunction::Piecewise { points, scale } => piecewise(points, *scale, x),
            ValueFunction::Trapezoid { corners, scale } => trapezoid(*corners, *scale, x),
        }
    }

    /// The lowest and the highest value of the numbers from `min` to `max`.
    ///
    /// Between two neighbouring corners a value only rises or only falls, so that the corners and the two ends
    /// decide.
    #[must_use]
    pub fn bounds(&self, min: f64, max: f64) -> (f64, f64) {
        let corners: Vec<f64> = match self {
            ValueFunction::Piecewise { points, .. } => points.iter().map(|(at, _)| *at).collect(),
            ValueFunction::Trapezoid { corners, .. } => corners.to_vec(),
        };
        let within = corners.into_iter().filter(|corner| (min..=max).contains(corner));
        bounds([min, max].into_iter().chain(within).map(|x| self.value(x)))
    }
}

/// The lowest and the highest of `values`; of none, 0 and 1.
pub(crate) fn bounds(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.map(|value| (value, value)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or((0.0, 1.0))
}

fn piecewise(points: &[(f64, f64)], scale: Scale, x: f64) -> f64 {
    let mut before: Option<(f64, f64)> = None;
    for &(at, value) in points {
        if x <= at {
            return match before {
                // Rounding must not lead outside the two values, or more would be worth less. (Not `clamp`: the text of
                // its panic brings in float formatting, 5 KB of download.)
                Some((from, low)) if x < at => {
                    (low + (value - low) * scale.share(from, at, x)).max(low.min(value)).min(low.max(value))
                }
                _ => value,
            };
        }
        before = Some((at, value));
    }
    before.map_or(0.0, |(_, value)| value)
}

fn trapezoid([a, b, c, d]: [f64; 4], scale: Scale, x: f64) -> f64 {
    if (b..=c).contains(&x) {
        1.0
    } else if a < x && x < b {
        scale.share(a, b, x)
    } else if c < x && x < d {
        scale.share(d, c, x)
    } else {
        0.0
    }
}

impl Scale {
    /// How far `x` is on the way from `from` to `to`: 0 at `from`, 1 at `to`.
    fn share(self, from: f64, to: f64, x: f64) -> f64 {
        match self {
            Scale::Linear => (x - from) / (to - from),
            // Neighbours among large numbers have the same logarithm: no part of the way, in place of no number.
            Scale::Log => ((libm::log(x) - libm::log(from)) / (libm::log(to) - libm::log(from))).max(0.0),
        }
    }
}

/// Kirkwood's exponential value function (*Strategic Decision Making*, 1997), clamped to `lo..=hi`:
/// `(1 − e^(−(x−lo)/rho)) / (1 − e^(−(hi−lo)/rho))`. `rho > 0` is concave, `rho < 0` convex, ±∞ linear.
///
/// For tools that elicit a curve; an assessment file says the same with a few points.
#[must_use]
pub fn exponential(lo: f64, hi: f64, rho: f64, x: f64) -> f64 {
    let x = x.max(lo.min(hi)).min(lo.max(hi));
    let (way, whole) = ((x - lo) / rho, (hi - lo) / rho);
    if whole.abs() < 1e-9 {
        return (x - lo) / (hi - lo);
    }
    let share = libm::expm1(-way.abs()) / libm::expm1(-whole.abs());
    // A convex curve is the same quotient with both signs turned, which would overflow: e^(way − whole) is taken out.
    if whole < 0.0 { libm::exp(way.abs() - whole.abs()) * share } else { share }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_on_a_point_has_that_point_s_value_exactly() {
        let points = vec![(1.0, 0.1), (3.0, 0.7), (9.0, 0.3)];
        for scale in [Scale::Linear, Scale::Log] {
            let function = ValueFunction::Piecewise { points: points.clone(), scale };
            for (at, value) in &points {
                assert_eq!(function.value(*at).to_bits(), value.to_bits());
            }
            assert_eq!(function.bounds(f64::MIN, f64::MAX), (0.1, 0.7));
            assert_eq!(function.bounds(9.0, 20.0), (0.3, 0.3));
        }
    }

    #[test]
    fn only_numbers_that_can_be_filled_in_bound_a_value() {
        let function = ValueFunction::Trapezoid { corners: [0.0, 10.0, 20.0, 40.0], scale: Scale::Linear };
        let ranges = [(f64::MIN, f64::MAX), (0.0, 5.0), (5.0, 25.0), (12.0, 18.0), (30.0, 100.0)];
        let bounds = ranges.map(|(min, max)| function.bounds(min, max));
        assert_eq!(bounds, [(0.0, 1.0), (0.0, 0.5), (0.5, 1.0), (1.0, 1.0), (0.0, 0.5)]);
    }

    #[test]
    fn a_steep_convex_curve_does_not_overflow() {
        let values = [0.0, 50.0, 99.9, 100.0].map(|x| exponential(0.0, 100.0, -0.1, x));
        assert!(values.iter().zip(values.iter().skip(1)).all(|(a, b)| a < b), "{values:?}");
        assert_eq!((values[0], values[3]), (0.0, 1.0));
        assert!((values[2] - libm::exp(-1.0)).abs() < 1e-12);
    }

    #[test]
    fn by_factors_the_middle_is_the_geometric_mean() {
        let function = ValueFunction::Piecewise { points: vec![(1.0, 0.0), (100.0, 1.0)], scale: Scale::Log };
        assert!((function.value(10.0) - 0.5).abs() < 1e-15);
        assert_eq!(function.value(0.0), 0.0);
        assert_eq!(function.value(-5.0), 0.0);
    }

    #[test]
    fn steep_sides_belong_to_the_best_range() {
        let function = ValueFunction::Trapezoid { corners: [5.0, 5.0, 9.0, 9.0], scale: Scale::Linear };
        let values = [4.9, 5.0, 9.0, 9.1].map(|x| function.value(x));
        assert_eq!(values, [0.0, 1.0, 1.0, 0.0]);
    }
}
