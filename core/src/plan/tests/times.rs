//! Dates with a time: kept as they were written, never shifted.

use super::*;

#[test]
fn a_time_keeps_its_fraction_and_its_offset_as_they_were_written() {
    for written in [
        "2026-03-04T10:20:30Z",
        "2026-03-04T10:20:30+00:00",
        "2026-03-04T10:20:30-00:00",
        "2026-03-04T23:59:60+14:00",
        "2026-03-04T00:00:00.5-05:30",
        "2026-03-04T10:20:30.100000000+01:00",
        "2026-03-04T10:20:30.000000001Z",
    ] {
        let date = PartialDate::parse(written).unwrap();
        assert_eq!(date.to_string(), written);
        assert_eq!(check(&Action::WHEN, &Value::Date(written.into())), Ok(()));
    }
}

#[test]
fn the_day_of_a_time_is_the_day_where_it_was_written() {
    let late = PartialDate::parse("2026-11-26T23:30:00-11:00").unwrap();
    assert_eq!(late.whole().map(|day| day.to_string()), Some("2026-11-26".to_owned()));
    assert_eq!((late.first(), late.last()), (late.whole(), late.whole()));
}

#[test]
fn a_time_that_is_not_fhirs_is_refused_and_not_guessed() {
    for written in [
        "2026-03-04T",
        "2026-03-04T10:20",
        "2026-03-04T10:20:30",
        "2026-03-04T10:20:30z",
        "2026-03-04 10:20:30Z",
        "2026-03-04T24:00:00Z",
        "2026-03-04T10:60:00Z",
        "2026-03-04T10:20:61Z",
        "2026-03-04T10:20:30.Z",
        "2026-03-04T10:20:30.1234567891Z",
        "2026-03-04T10:20:30+14:01",
        "2026-03-04T10:20:30+1:00",
        "2026-03-04T10:20:30+01:60",
        "2026-03-04T10:20:30+01:00 ",
        "2026-03-04T10.20.30Z",
        "2026-03-04Té0:20:30Z",
        "2026-03T10:20:30Z",
        "2026T10:20:30Z",
        "2026-02-30T10:20:30Z",
    ] {
        assert_eq!(PartialDate::parse(written), Err(Refused::NoSuchDate), "{written}");
    }
}

#[test]
fn dates_come_in_order_and_a_day_before_its_times() {
    let dates: Vec<PartialDate> = [
        "2026",
        "2026-03",
        "2026-03-04",
        "2026-03-04T09:59:59.9Z",
        "2026-03-04T10:00:00Z",
        "2026-03-04T10:00:00.05Z",
        "2026-03-04T10:00:00.5Z",
        "2026-03-05",
    ]
    .iter()
    .map(|written| PartialDate::parse(written).unwrap())
    .collect();
    assert!(dates.is_sorted());
}

proptest::proptest! {
    #[test]
    fn whatever_looks_like_a_time_is_read_as_it_stands_or_refused(
        written in "2026-03-04T[0-2][0-9]:[0-6][0-9]:[0-6][0-9](\\.[0-9]{0,10})?(Z|[+-][01][0-9]:[0-6][0-9])?"
    ) {
        if let Ok(date) = PartialDate::parse(&written) {
            proptest::prop_assert_eq!(date.to_string(), written);
        }
    }
}
