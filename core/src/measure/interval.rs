//! How far a small sample can be from the truth: the two-sided 90 % intervals of a share and of a count.
//!
//! Both are closed formulas that every table of statistics has, without a random number, so that a figure has the same
//! range for everybody who computes it.

/// The 95 % quantile of the standard normal distribution: a two-sided interval of 90 %.
pub const Z: f64 = 1.644_853_626_951_472_2;

/// The interval of the share `k / n`, from 0 to 1 (E. B. Wilson, *Journal of the American Statistical Association* 22, 1927).
/// Exactly 0 below where `k` is 0, exactly 1 above where `k` is `n`. `n` is above 0, `k` at most `n`.
///
/// # Example
/// ```
/// use partner_fit_core::measure::interval::wilson;
///
/// let [low, high] = wilson(3.0, 4.0);
/// assert!((low - 0.356168).abs() < 1e-6 && (high - 0.942093).abs() < 1e-6);
/// ```
#[must_use]
#[allow(clippy::float_cmp)] // only exactly all, or none
pub fn wilson(k: f64, n: f64) -> [f64; 2] {
    let share = (k / n).min(1.0);
    let square = Z * Z;
    let middle = (share + square / (2.0 * n)) / (1.0 + square / n);
    let half = Z / (1.0 + square / n) * (share * (1.0 - share) / n + square / (4.0 * n * n)).sqrt();
    [if k == 0.0 { 0.0 } else { middle - half }, if share == 1.0 { 1.0 } else { middle + half }]
}

/// The interval of the count `k`, by Byar's approximation of the exact one for a Poisson count (Breslow & Day, *Statistical
/// Methods in Cancer Research* II, 1987). Exactly 0 below where `k` is 0.
///
/// # Example
/// ```
/// use partner_fit_core::measure::interval::byar;
///
/// let [low, high] = byar(3.0);
/// assert!((low - 0.810302).abs() < 1e-6 && (high - 7.744532).abs() < 1e-6);
/// ```
#[must_use]
pub fn byar(k: f64) -> [f64; 2] {
    let cube = |x: f64| x * x * x;
    let next = k + 1.0;
    let low = if k == 0.0 { 0.0 } else { k * cube(1.0 - 1.0 / (9.0 * k) - Z / (3.0 * k.sqrt())) };
    [low, next * cube(1.0 - 1.0 / (9.0 * next) + Z / (3.0 * next.sqrt()))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_have_the_intervals_of_the_table() {
        for (k, n, low, high) in [
            (3.0, 4.0, 0.356_168, 0.942_093),
            (0.0, 5.0, 0.0, 0.351_117),
            (12.0, 15.0, 0.591_214, 0.917_102),
            (60.0, 100.0, 0.517_810, 0.676_922),
        ] {
            let [l, h] = wilson(k, n);
            assert!((l - low).abs() < 5e-7 && (h - high).abs() < 5e-7, "{k} of {n}: {l} to {h}");
        }
        assert_eq!(wilson(0.0, 5.0)[0].to_bits(), 0.0_f64.to_bits());
        assert_eq!(wilson(12.0, 12.0)[1].to_bits(), 1.0_f64.to_bits());
    }

    #[test]
    fn counts_have_the_intervals_of_the_table() {
        for (k, low, high) in [(0.0, 0.0, 2.968_435), (3.0, 0.810_302, 7.744_532), (5.0, 1.965_761, 10.506_447)] {
            let [l, h] = byar(k);
            assert!((l - low).abs() < 5e-7 && (h - high).abs() < 5e-7, "{k}: {l} to {h}");
        }
        // 30,000 spent on 3 customers.
        let [low, high] = byar(3.0);
        assert!((30_000.0 / high - 3_873.70).abs() < 0.005 && (30_000.0 / low - 37_023.23).abs() < 0.005);
    }
}
