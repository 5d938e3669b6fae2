//! How old the card is, said without the core: a stale line never stands without it.

use crate::doc::CardDoc;

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;
/// 2020-01-01 00:00 UTC: before there was any Hearth.
const NO_HEARTH_YET: i64 = 1_577_836_800_000;
/// Past any age that a card can have: 150 years of 365.25 days.
const IMPOSSIBLE: i64 = 54_787 * DAY + DAY / 2;
/// The widest offset any wall clock has had is under a day; ISO 8601 tools stop here.
const WIDEST_OFFSET: i32 = 18 * 60;

/// How old a card is, counted in days of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// Made on the day it is today.
    Today,
    /// Made the day before.
    Yesterday,
    /// Made this many days ago, two or more.
    Days(u32),
    /// This age cannot be: the clock that made the card or the one asked now is wrong.
    ClockMayBeWrong,
}

impl CardDoc {
    /// How old the card is at `now_ms` (milliseconds since 1970, UTC) where the wall
    /// clock is `now_offset` minutes ahead of UTC.
    ///
    /// The days are those of the calendars on the two walls: a card made at 23:50 is
    /// "yesterday" ten minutes later, and the day it was made on is the one that
    /// [`Made::line`](crate::Made) says, wherever the reader has travelled since.
    ///
    /// A clock may be wrong when the card is of more than a day ahead, older than 150
    /// years, or when either time is before 2020.
    #[must_use]
    pub fn age(&self, now_ms: i64, now_offset: i32) -> Age {
        let made = &self.made;
        let elapsed = now_ms.saturating_sub(made.at);
        let possible = (-DAY..=IMPOSSIBLE).contains(&elapsed)
            && made.at >= NO_HEARTH_YET
            && now_ms >= NO_HEARTH_YET
            && (-WIDEST_OFFSET..=WIDEST_OFFSET).contains(&made.offset)
            && (-WIDEST_OFFSET..=WIDEST_OFFSET).contains(&now_offset);
        if !possible {
            return Age::ClockMayBeWrong;
        }
        match day(now_ms, now_offset) - day(made.at, made.offset) {
            // Before the day it was made: the reader flew west, or the clocks differ a little.
            ..=0 => Age::Today,
            1 => Age::Yesterday,
            days => u32::try_from(days).map_or(Age::ClockMayBeWrong, Age::Days),
        }
    }

    /// [`age`](Self::age) in the words of the card.
    #[must_use]
    pub fn age_line(&self, now_ms: i64, now_offset: i32) -> String {
        let phrases = &self.phrases;
        match self.age(now_ms, now_offset) {
            Age::Today => phrases.made_today.clone(),
            Age::Yesterday => phrases.made_yesterday.clone(),
            Age::Days(days) => phrases.made_days.say(days),
            Age::ClockMayBeWrong => phrases.clock_wrong.clone(),
        }
    }
}

/// The day on a wall calendar, counted from 1970-01-01.
fn day(at: i64, offset: i32) -> i64 {
    at.saturating_add(i64::from(offset) * MINUTE).div_euclid(DAY)
}

#[cfg(test)]
mod tests {
    use super::{Age, DAY, MINUTE};
    use crate::doc::CardDoc;
    use crate::sample::sample;
    use proptest::prelude::*;

    const HOUR: i64 = 60 * MINUTE;
    /// Thursday 12 November 2026, 00:00 UTC.
    const THURSDAY: i64 = 1_794_441_600_000;

    fn made(at: i64, offset: i32) -> CardDoc {
        let mut doc = sample();
        (doc.made.at, doc.made.offset) = (at, offset);
        doc
    }

    #[test]
    fn a_card_of_this_morning_is_of_today() {
        assert_eq!(made(THURSDAY + HOUR, 0).age(THURSDAY + 23 * HOUR, 0), Age::Today);
    }

    #[test]
    fn ten_minutes_over_midnight_are_yesterday() {
        let doc = made(THURSDAY - 5 * MINUTE, 0);
        assert_eq!(doc.age(THURSDAY - MINUTE, 0), Age::Today);
        assert_eq!(doc.age(THURSDAY + 5 * MINUTE, 0), Age::Yesterday);
    }

    #[test]
    fn midnight_is_that_of_the_wall_and_not_of_greenwich() {
        // 23:30 in London in summer is 22:30 UTC.
        let doc = made(THURSDAY - 90 * MINUTE, 60);
        assert_eq!(doc.age(THURSDAY - 70 * MINUTE, 60), Age::Today);
        assert_eq!(doc.age(THURSDAY - 59 * MINUTE, 60), Age::Yesterday);
    }

    #[test]
    fn the_day_it_was_made_stays_when_the_clocks_change() {
        // 00:30 in summer time, read when winter time has come.
        let doc = made(THURSDAY - 30 * MINUTE, 60);
        assert_eq!(doc.age(THURSDAY + 2 * DAY, 0), Age::Days(2));
    }

    #[test]
    fn days_are_counted_over_years() {
        let doc = made(THURSDAY, 0);
        assert_eq!(doc.age(THURSDAY + 2 * DAY, 0), Age::Days(2));
        assert_eq!(doc.age(THURSDAY + 1000 * DAY + 23 * HOUR, 0), Age::Days(1000));
    }

    #[test]
    fn somebody_who_flew_west_has_a_card_of_today() {
        let doc = made(THURSDAY, 13 * 60);
        assert_eq!(doc.age(THURSDAY + HOUR, -8 * 60), Age::Today);
    }

    #[test]
    fn up_to_a_day_ahead_is_today_and_more_is_a_wrong_clock() {
        let doc = made(THURSDAY + DAY, 0);
        assert_eq!(doc.age(THURSDAY, 0), Age::Today);
        assert_eq!(doc.age(THURSDAY - 1, 0), Age::ClockMayBeWrong);
    }

    #[test]
    fn an_age_past_a_hundred_and_fifty_years_is_a_wrong_clock() {
        let doc = made(THURSDAY, 0);
        assert_eq!(doc.age(THURSDAY + 54_787 * DAY, 0), Age::Days(54_787));
        assert_eq!(doc.age(THURSDAY + 54_788 * DAY, 0), Age::ClockMayBeWrong);
    }

    #[test]
    fn a_clock_before_hearth_is_wrong_whichever_it_is() {
        let new_year_2020 = 1_577_836_800_000;
        assert_eq!(made(0, 0).age(DAY, 0), Age::ClockMayBeWrong);
        assert_eq!(made(new_year_2020 - 1, 0).age(THURSDAY, 0), Age::ClockMayBeWrong);
        assert_eq!(made(new_year_2020, 0).age(new_year_2020 - 1, 0), Age::ClockMayBeWrong);
        assert_eq!(made(new_year_2020, 0).age(new_year_2020, 0), Age::Today);
    }

    #[test]
    fn an_offset_no_wall_has_is_a_wrong_clock() {
        assert_eq!(made(THURSDAY, 1081).age(THURSDAY, 0), Age::ClockMayBeWrong);
        assert_eq!(made(THURSDAY, 0).age(THURSDAY, i32::MIN), Age::ClockMayBeWrong);
    }

    #[test]
    fn the_age_is_said_in_the_words_of_the_card() {
        let doc = made(THURSDAY, 0);
        let said = |days| doc.age_line(THURSDAY + days * DAY, 0);
        assert_eq!(said(0), "Made today");
        assert_eq!(said(1), "Made yesterday");
        assert_eq!(said(12), "Made 12 days ago");
        assert_eq!(said(-400), doc.phrases.clock_wrong);
    }

    proptest! {
        #[test]
        fn no_clock_makes_it_panic(at: i64, offset: i32, now: i64, now_offset: i32) {
            prop_assert!(!made(at, offset).age_line(now, now_offset).is_empty());
            prop_assert_ne!(made(at, offset).age(at, now_offset), Age::Days(0));
        }
    }
}
