//! Dates, times and ages, said as a person would.

use chrono::{NaiveDate, NaiveTime};

use super::words;

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn near(year: i32, month: u32, day: u32) -> String {
    words().near(date(year, month, day), date(2026, 11, 26))
}

#[test]
fn a_day_has_its_weekday_month_and_year() {
    assert_eq!(words().day(date(2026, 11, 26)), "Thursday 26 November 2026");
    assert_eq!(words().date(date(1951, 3, 4)), "4 March 1951");
    assert_eq!(words().day(date(2024, 2, 29)), "Thursday 29 February 2024");
}

#[test]
fn every_weekday_and_month_has_its_name() {
    let names = |from: NaiveDate, step: usize, count: usize| -> Vec<String> {
        from.iter_days().step_by(step).take(count).map(|day| words().day(day)).collect()
    };
    let week = names(date(2026, 6, 1), 1, 7);
    for (said, name) in
        week.iter().zip(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
    {
        assert!(said.starts_with(name), "{said}");
    }
    let year = names(date(2026, 1, 15), 30, 12);
    for (said, name) in year.iter().zip([
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]) {
        assert!(said.contains(name), "{said}");
    }
}

#[test]
fn days_close_by_are_said_from_today() {
    assert_eq!(near(2026, 11, 26), "today");
    assert_eq!(near(2026, 11, 25), "yesterday");
    assert_eq!(near(2026, 11, 27), "tomorrow");
    assert_eq!(near(2026, 11, 24), "Tuesday, 2 days ago");
    assert_eq!(near(2026, 11, 20), "Friday, 6 days ago");
    assert_eq!(near(2026, 11, 28), "Saturday, in 2 days");
    assert_eq!(near(2026, 12, 2), "Wednesday, in 6 days");
}

#[test]
fn days_further_off_are_said_by_date_and_other_years_by_year() {
    assert_eq!(near(2026, 11, 19), "19 November");
    assert_eq!(near(2026, 12, 3), "3 December");
    assert_eq!(near(2026, 10, 14), "14 October");
    assert_eq!(near(2025, 10, 14), "14 October 2025");
    assert_eq!(near(2027, 1, 2), "2 January 2027");
}

#[test]
fn closeness_crosses_the_year_end() {
    assert_eq!(words().near(date(2026, 12, 31), date(2027, 1, 1)), "yesterday");
}

#[test]
fn an_impossible_date_doubts_the_clock() {
    let doubt = "(this phone’s clock may be wrong)";
    assert_eq!(words().day(date(40000, 11, 26)), format!("26 November 40000 {doubt}"));
    assert_eq!(near(1849, 12, 31), format!("31 December 1849 {doubt}"));
    assert_eq!(near(2201, 1, 1), format!("1 January 2201 {doubt}"));
    assert_eq!(near(1850, 1, 1), "1 January 1850");
    assert_eq!(words().partial("9999"), format!("9999 {doubt}"));
    assert_eq!(words().partial("1066-10"), format!("October 1066 {doubt}"));
    for far in [NaiveDate::MIN, NaiveDate::MAX] {
        assert!(words().day(far).ends_with(doubt));
        assert!(words().near(far, NaiveDate::MAX).ends_with(doubt));
        assert!(words().near(far, NaiveDate::MIN).ends_with(doubt));
    }
}

#[test]
fn a_clock_that_is_far_off_never_says_yesterday() {
    assert_eq!(words().near(date(2026, 11, 26), date(40000, 1, 1)), "26 November 2026");
    assert_eq!(words().near(date(2200, 12, 31), date(2201, 1, 1)), "31 December 2200");
}

#[test]
fn what_has_happened_cannot_lie_ahead() {
    let today = date(2026, 11, 26);
    let happened = |year, month, day| words().happened(date(year, month, day), today);
    assert_eq!(happened(2026, 11, 25), "yesterday");
    assert_eq!(happened(2026, 11, 27), "tomorrow");
    assert_eq!(happened(2026, 11, 28), "28 November 2026 (this phone’s clock may be wrong)");
    assert_eq!(happened(40000, 1, 1), "1 January 40000 (this phone’s clock may be wrong)");
    assert_eq!(
        words().happened(today, date(1970, 1, 1)),
        "26 November 2026 (this phone’s clock may be wrong)"
    );
}

#[test]
fn part_of_a_date_says_only_what_is_known() {
    assert_eq!(words().partial("1951"), "1951");
    assert_eq!(words().partial("1951-03"), "March 1951");
    assert_eq!(words().partial("1951-03-04"), "4 March 1951");
}

#[test]
fn a_date_that_does_not_exist_comes_back_as_written() {
    for odd in [
        "",
        "51",
        "1951-3",
        "1951-13",
        "1951-02-30",
        "1951-03-04-05",
        "+951",
        "1951-03-4x",
        "about 1951",
        "١٩٥١",
        "-",
    ] {
        assert_eq!(words().partial(odd), odd);
    }
}

#[test]
fn a_time_is_hours_and_minutes() {
    let time = NaiveTime::from_hms_opt(20, 15, 59).unwrap();
    let early = NaiveTime::from_hms_opt(0, 5, 0).unwrap();
    let thursday = date(2026, 11, 26);
    assert_eq!(words().time(time), "20:15");
    assert_eq!(words().time(early), "00:05");
    assert_eq!(words().day_at(thursday, time), "Thursday 26 November 2026, 20:15");
    assert_eq!(words().near_at(thursday, time, thursday), "today, 20:15");
}

#[test]
fn long_ago_is_said_roughly_and_says_about() {
    for (days, said) in [
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days ago"),
        (13, "13 days ago"),
        (14, "about 2 weeks ago"),
        (59, "about 8 weeks ago"),
        (60, "about 2 months ago"),
        (365, "about 12 months ago"),
        (729, "about 24 months ago"),
        (730, "about 2 years ago"),
        (4383, "about 12 years ago"),
        (36525, "about 100 years ago"),
    ] {
        assert_eq!(words().long_ago(days), said, "{days}");
    }
}

#[test]
fn an_age_that_cannot_be_doubts_the_clock() {
    assert_eq!(words().long_ago(-1), "today");
    for days in [-2, 47_501, i64::MIN, i64::MAX] {
        assert_eq!(words().long_ago(days), "this phone’s clock may be wrong", "{days}");
    }
}

proptest::proptest! {
    #[test]
    fn any_text_can_be_asked_for_as_a_partial_date(text in ".{0,20}") {
        words().partial(&text);
    }

    #[test]
    fn near_never_says_a_wrong_day(offset in -400_i64..400) {
        let today = date(2026, 11, 26);
        let other = today + chrono::TimeDelta::days(offset);
        let said = words().near(other, today);
        let by_hand = match offset {
            0 => said == "today",
            -1 => said == "yesterday",
            1 => said == "tomorrow",
            -6..=-2 => said.ends_with(&format!("{} days ago", -offset)),
            2..=6 => said.ends_with(&format!("in {offset} days")),
            _ => words().date(other).starts_with(&said),
        };
        proptest::prop_assert!(by_hand, "{offset}: {said}");
    }
}
