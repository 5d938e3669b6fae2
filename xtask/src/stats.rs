//! What the benchmarks say of their rounds: medians, ratios of paired rounds,
//! and how far another run might have differed (a percentile bootstrap, Efron
//! and Tibshirani, *An Introduction to the Bootstrap*, chapter 13).
//!
//! A machine's noise comes in stretches. A and B take turns, so a slow stretch
//! falls on both, and the ratio of two neighbours carries less of it than the
//! ratio of two medians.

use std::fmt;

/// The resamples behind an interval: its ends then move by less than the
/// rounding of the tables, whatever the seed.
const RESAMPLES: usize = 4_000;

/// A median and its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The 2.5th percentile of the resampled medians.
    pub low: f64,
    /// The median of the samples themselves.
    pub median: f64,
    /// The 97.5th percentile of the resampled medians.
    pub high: f64,
}

/// A beside B: the same rounds, one of each a round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// How many rounds.
    pub rounds: usize,
    /// A's samples, in their own unit.
    pub a: Estimate,
    /// B's samples, in the same unit.
    pub b: Estimate,
    /// The median of A / B a round: below 1 where A is less.
    pub ratio: Estimate,
}

/// Why there is nothing to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoStatistics {
    /// No sample was taken.
    #[error("There is no sample to take a median of.")]
    Empty,
    /// A and B did not take turns.
    #[error("A has {a} rounds and B {b}: they were not measured in pairs.")]
    Unpaired {
        /// A's rounds.
        a: usize,
        /// B's rounds.
        b: usize,
    },
    /// A sample is no number, is infinite, or is not above nothing where a ratio wants it.
    #[error("Round {round} is not a number that can be compared.")]
    NotComparable {
        /// Which round, from 0.
        round: usize,
    },
}

/// The middle sample, or the mean of the middle two.
pub fn median(samples: &[f64]) -> Result<f64, NoStatistics> {
    finite(samples)?;
    middle(&mut samples.to_vec()).ok_or(NoStatistics::Empty)
}

/// The median with its 95 % interval. The same samples and seed give the same answer.
pub fn estimate(samples: &[f64], seed: u64) -> Result<Estimate, NoStatistics> {
    resampled(samples, seed, RESAMPLES)
}

fn resampled(samples: &[f64], seed: u64, resamples: usize) -> Result<Estimate, NoStatistics> {
    let median = median(samples)?;
    let mut draws = Draws(seed);
    let mut again = vec![0.0; samples.len()];
    let mut medians: Vec<f64> = (0..resamples)
        .filter_map(|_| {
            for one in &mut again {
                *one = samples[draws.below(samples.len())];
            }
            middle(&mut again)
        })
        .collect();
    medians.sort_by(f64::total_cmp);
    let tail = resamples / 40;
    Ok(Estimate { low: medians[tail], median, high: medians[resamples - 1 - tail] })
}

/// A / B, round by round.
pub fn paired_ratios(a: &[f64], b: &[f64]) -> Result<Vec<f64>, NoStatistics> {
    if a.len() != b.len() {
        let (a, b) = (a.len(), b.len());
        return Err(NoStatistics::Unpaired { a, b });
    }
    let ratios: Vec<f64> = (a.iter().zip(b))
        .map(|(a, b)| match *a > 0.0 && *b > 0.0 {
            true => a / b,
            false => f64::NAN,
        })
        .collect();
    finite(&ratios)?;
    Ok(ratios)
}

/// A beside B, each round's two samples taken one after the other.
pub fn compare(a: &[f64], b: &[f64], seed: u64) -> Result<Comparison, NoStatistics> {
    let ratios = paired_ratios(a, b)?;
    Ok(Comparison {
        rounds: ratios.len(),
        a: estimate(a, seed)?,
        b: estimate(b, seed)?,
        ratio: estimate(&ratios, seed)?,
    })
}

impl fmt::Display for Estimate {
    /// `1.02 (0.99 to 1.04)`, with as many decimals as the formatter is given, or 2.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = out.precision().unwrap_or(2);
        let Self { low, median, high } = self;
        write!(out, "{median:.places$} ({low:.places$} to {high:.places$})")
    }
}

fn finite(samples: &[f64]) -> Result<(), NoStatistics> {
    match samples.iter().position(|one| !one.is_finite()) {
        Some(round) => Err(NoStatistics::NotComparable { round }),
        None => Ok(()),
    }
}

fn middle(samples: &mut [f64]) -> Option<f64> {
    samples.sort_by(f64::total_cmp);
    let half = samples.len() / 2;
    let upper = *samples.get(half)?;
    match samples.len() % 2 {
        0 => Some((samples[half - 1] + upper) / 2.0),
        _ => Some(upper),
    }
}

/// splitmix64: which samples a resample draws.
struct Draws(u64);

impl Draws {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        ((u128::from(z) * bound as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Thirty rounds of about `level`, with a slow stretch in the middle.
    fn rounds(level: f64, seed: u64) -> Vec<f64> {
        let mut draws = Draws(seed);
        (0..30)
            .map(|round| {
                let slow = if (10..18).contains(&round) { 3.0 } else { 1.0 };
                level * slow * (1.0 + draws.below(1000) as f64 / 50_000.0)
            })
            .collect()
    }

    #[test]
    fn the_median_is_the_middle_one_or_the_mean_of_the_middle_two() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), Ok(2.0));
        assert_eq!(median(&[4.0, 1.0, 3.0, 2.0]), Ok(2.5));
        assert_eq!(median(&[7.0]), Ok(7.0));
    }

    #[test]
    fn no_samples_have_no_median() {
        assert_eq!(median(&[]), Err(NoStatistics::Empty));
        assert_eq!(compare(&[], &[], 1), Err(NoStatistics::Empty));
    }

    #[test]
    fn one_outlier_does_not_move_the_median() {
        assert_eq!(median(&[1.0, 1.0, 1.0, 1.0, 900.0]), Ok(1.0));
    }

    #[test]
    fn the_same_seed_gives_the_same_interval() {
        let samples = rounds(10.0, 1);
        assert_eq!(estimate(&samples, 5), estimate(&samples, 5));
    }

    #[test]
    fn the_interval_holds_its_median_and_stays_within_the_samples() {
        let samples = rounds(10.0, 1);
        let Estimate { low, median, high } = estimate(&samples, 5).unwrap();
        assert!(low < median && median < high);
        assert!(low >= 10.0 && high <= 31.0, "{low} to {high}");
    }

    #[test]
    fn samples_that_agree_have_no_width() {
        let Estimate { low, median, high } = estimate(&[4.0; 30], 5).unwrap();
        assert_eq!([low, median, high], [4.0; 3]);
    }

    /// 95 in 100 intervals should hold the level that the samples were drawn
    /// round: of 400 runs with 31 samples, 380 more or less ten.
    #[test]
    fn about_95_intervals_in_100_hold_the_truth() {
        let mut draws = Draws(9);
        let held = (0..400)
            .filter(|run| {
                let samples: Vec<f64> = (0..31).map(|_| draws.below(1_000_001) as f64).collect();
                let Estimate { low, high, .. } = resampled(&samples, *run, 400).unwrap();
                (low..=high).contains(&500_000.0)
            })
            .count();
        assert!((370..=390).contains(&held), "{held} of 400");
    }

    #[test]
    fn a_slow_stretch_on_both_sides_cancels_in_the_paired_ratio() {
        let (a, b) = (rounds(11.0, 1), rounds(10.0, 2));
        let comparison = compare(&a, &b, 5).unwrap();
        assert_eq!(comparison.rounds, 30);
        let Estimate { low, median, high } = comparison.ratio;
        assert!(low > 1.08 && high < 1.12, "{low} to {high}");
        assert!((median - 1.1).abs() < 0.01, "{median}");
        let alone = comparison.a.high / comparison.a.low;
        assert!(alone > high / low, "{alone}");
    }

    #[test]
    fn the_ratio_is_a_over_b_and_not_the_other_way() {
        assert_eq!(paired_ratios(&[6.0, 1.0], &[2.0, 4.0]), Ok(vec![3.0, 0.25]));
    }

    #[test]
    fn rounds_that_were_not_measured_in_pairs_are_refused() {
        let refused = compare(&[1.0, 2.0], &[1.0], 1);
        assert_eq!(refused, Err(NoStatistics::Unpaired { a: 2, b: 1 }));
    }

    #[test]
    fn a_round_that_is_no_number_or_nothing_is_refused_by_its_place() {
        let at_1 = Err(NoStatistics::NotComparable { round: 1 });
        assert_eq!(median(&[1.0, f64::NAN]), at_1);
        assert_eq!(paired_ratios(&[1.0, 1.0], &[1.0, 0.0]).map(drop), at_1.map(drop));
        assert!(paired_ratios(&[0.0], &[1.0]).is_err());
        assert!(estimate(&[f64::INFINITY], 1).is_err());
    }

    #[test]
    fn an_estimate_is_printed_with_its_interval() {
        let estimate = Estimate { low: 0.994, median: 1.021, high: 1.0449 };
        assert_eq!(estimate.to_string(), "1.02 (0.99 to 1.04)");
        assert_eq!(format!("{estimate:.1}"), "1.0 (1.0 to 1.0)");
    }
}
