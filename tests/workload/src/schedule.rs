//! When, where and how much: the twenty years laid out before a word is written.

use crate::dice::Dice;
use crate::hand::Tongue;
use crate::{EDITS, FIELDS, LONGEST, START_MS};

const DAY_MS: i64 = 86_400_000;
const DAYS: usize = 7_305;

/// What a plan's fields are about: the rule that says it, how many of the 400
/// fields, and the usual length in bytes. The first row is the emergency card.
const SUBJECTS: [(&str, usize, usize); 14] = [
    ("card", crate::CARD_FIELDS as usize, 55),
    ("goal", 40, 115),
    ("action", 60, 125),
    ("obstacle", 40, 120),
    ("went", 50, 230),
    ("sign", 24, 85),
    ("step", 30, 115),
    ("contact", 24, 60),
    ("about", 24, 330),
    ("thought", 24, 280),
    ("question", 20, 115),
    ("promise", 20, 95),
    ("ahead", 10, 360),
    ("reading", 10, 140),
];

/// How lengths spread round the usual one, in thousandths: the 64 mid-point
/// quantiles of a lognormal with sigma 0.45. A table, so that no machine's
/// floating point can change a byte.
#[rustfmt::skip]
const SPREAD: [usize; 64] = [
    337, 409, 453, 487, 515, 541, 564, 586, 606, 625, 644, 662, 680, 697, 713, 730,
    746, 763, 779, 795, 811, 826, 842, 858, 874, 891, 907, 923, 940, 957, 974, 991,
    1009, 1027, 1045, 1064, 1083, 1103, 1123, 1144, 1165, 1187, 1210, 1234, 1259, 1284, 1311, 1340,
    1370, 1402, 1435, 1472, 1511, 1553, 1599, 1650, 1708, 1773, 1849, 1941, 2055, 2209, 2446, 2968,
];

/// What is true of one field for all its life.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Habit {
    pub(crate) subject: &'static str,
    pub(crate) tongue: Tongue,
    usual: usize,
    weight: usize,
}

/// One edit to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Slot {
    pub(crate) at_ms: i64,
    pub(crate) field: usize,
    /// The length drawn for it, in bytes, before the budget has its say.
    pub(crate) drawn: usize,
}

fn spread(usual: usize, dice: &mut Dice) -> usize {
    (usual * SPREAD[dice.below(SPREAD.len())] / 1000).min(LONGEST)
}

/// The habits of the 400 fields. Seven in a hundred are written in Welsh, four
/// in Urdu. Weights fall with the square of a field's rank, so that the busiest
/// field has some twenty times the edits of the middle one.
pub(crate) fn habits(dice: &mut Dice) -> Vec<Habit> {
    let mut ranks: Vec<usize> = (0..FIELDS as usize).collect();
    dice.shuffle(&mut ranks);
    let subjects = (SUBJECTS.iter())
        .flat_map(|(subject, fields, usual)| std::iter::repeat_n((*subject, *usual), *fields));
    (subjects.zip(ranks))
        .map(|((subject, usual), rank)| Habit {
            subject,
            tongue: match dice.below(100) {
                0..7 => Tongue::Welsh,
                7..11 => Tongue::Urdu,
                _ => Tongue::English,
            },
            usual: spread(usual, dice),
            weight: 1_000_000_000 / ((rank + 60) * (rank + 60)),
        })
        .collect()
}

/// How often each field is edited: by weight, 20,000 in all. The lightest weight
/// still comes to six edits.
fn counts(habits: &[Habit]) -> Vec<usize> {
    let whole: usize = habits.iter().map(|habit| habit.weight).sum();
    let mut counts: Vec<usize> = (habits.iter()).map(|habit| habit.weight * EDITS / whole).collect();
    let mut busiest: Vec<usize> = (0..habits.len()).collect();
    busiest.sort_by_key(|&field| std::cmp::Reverse(habits[field].weight));
    // Rounding down leaves fewer than one edit a field over.
    let over = EDITS.saturating_sub(counts.iter().sum());
    for &field in busiest.iter().cycle().take(over) {
        counts[field] += 1;
    }
    counts
}

/// The 20,000 edits in order of time. Half the fields are there from the first
/// winter, the others begin on some day of the first twelve years. One edit in
/// three is made on a Sunday, when the plan is gone over.
pub(crate) fn twenty_years(habits: &[Habit], dice: &mut Dice) -> Vec<Slot> {
    let mut slots = Vec::with_capacity(EDITS);
    for (field, count) in counts(habits).into_iter().enumerate() {
        let from = match dice.in_thousand(500) {
            true => dice.below(60),
            false => dice.below(12 * 365),
        };
        for _ in 0..count {
            let mut day = dice.between(from, DAYS - 1);
            if dice.in_thousand(333) {
                // The first day is a Monday.
                day -= day % 7;
                day = (day + 6).min(DAYS - 1);
            }
            slots.push(Slot {
                at_ms: START_MS + day as i64 * DAY_MS + waking(dice),
                field,
                drawn: spread(habits[field].usual, dice),
            });
        }
    }
    slots.sort();
    slots
}

/// `count` more edits of the same fields in the month after, in order of time.
pub(crate) fn month_after(habits: &[Habit], count: usize, dice: &mut Dice) -> Vec<Slot> {
    let whole: usize = habits.iter().map(|habit| habit.weight).sum();
    let mut slots: Vec<Slot> = (0..count)
        .map(|_| {
            let mut left = dice.below(whole);
            let field = (habits.iter()).position(|habit| match left.checked_sub(habit.weight) {
                Some(still) => {
                    left = still;
                    false
                }
                None => true,
            });
            let field = field.unwrap_or(0);
            Slot {
                at_ms: START_MS + dice.between(DAYS, DAYS + 29) as i64 * DAY_MS + waking(dice),
                field,
                drawn: spread(habits[field].usual, dice),
            }
        })
        .collect();
    slots.sort();
    slots
}

/// A moment between seven in the morning and half past ten at night.
fn waking(dice: &mut Dice) -> i64 {
    dice.between(7 * 3_600_000, 22 * 3_600_000 + 1_800_000) as i64
}

/// The device an edit is made on: 0..=4 are the person's phones, a new one
/// every four years; 5 a tablet, 6 a carer's phone.
pub(crate) fn device(at_ms: i64, dice: &mut Dice) -> u8 {
    let year = (at_ms - START_MS) / (DAY_MS * 365);
    match dice.below(100) {
        0..12 => 5,
        12..17 => 6,
        _ => (year / 4).clamp(0, 4) as u8,
    }
}
