//! Calendar dates, whole and partial.

use super::*;

#[test]
fn a_year_a_month_and_a_day_are_kept_as_written() {
    for written in ["1951", "1951-03", "1951-03-04", "2024-02-29", "1850", "2200-12-31"] {
        assert_eq!(PartialDate::parse(written).unwrap().to_string(), written);
    }
}

#[test]
fn a_day_that_does_not_exist_is_refused() {
    for written in
        ["2026-02-30", "2026-02-29", "2026-13", "2026-00", "2026-04-31", "2026-01-00", "2026-01-32"]
    {
        assert_eq!(PartialDate::parse(written), Err(Refused::NoSuchDate), "{written}");
    }
}

#[test]
fn a_year_that_no_plan_can_hold_is_refused_as_unlikely() {
    for written in ["40000", "40000-01-01", "1849-12-31", "2201", "2201-01-01", "9999", "0001"] {
        assert_eq!(PartialDate::parse(written), Err(Refused::UnlikelyYear), "{written}");
    }
}

#[test]
fn another_shape_than_fhirs_is_refused_and_not_guessed() {
    let odd = [
        "",
        "-",
        "51",
        "4 March 1951",
        "04/03/1951",
        "1951/03/04",
        "1951-3",
        "1951-03-4",
        "1951-03-04T10:00",
        "1951-03-04-05",
        "1951--04",
        "1951-",
        " 1951",
        "1951 ",
        "+951",
        "１９５１",
        "19é1",
    ];
    for written in odd {
        assert_eq!(PartialDate::parse(written), Err(Refused::NoSuchDate), "{written}");
    }
}

#[test]
fn only_a_whole_date_is_a_day_and_a_partial_one_says_its_first_and_last() {
    let date = |written| PartialDate::parse(written).unwrap();
    let shown = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    assert_eq!(shown(date("1951-03-04").whole()), Some("1951-03-04".to_owned()));
    assert_eq!(date("1951-03").whole(), None);
    assert_eq!(date("1951").whole(), None);
    for (written, first, last) in [
        ("1951", "1951-01-01", "1951-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-12", "2026-12-01", "2026-12-31"),
        ("1951-03-04", "1951-03-04", "1951-03-04"),
    ] {
        assert_eq!(shown(date(written).first()), Some(first.to_owned()));
        assert_eq!(shown(date(written).last()), Some(last.to_owned()));
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_as_it_stands_or_refused(written in ".{0,14}") {
        if let Ok(date) = PartialDate::parse(&written) {
            proptest::prop_assert_eq!(date.to_string(), written);
        }
    }

    #[test]
    fn digits_and_dashes_are_read_as_they_stand_or_refused(written in "[0-9]{1,5}(-[0-9]{1,3}){0,3}") {
        if let Ok(date) = PartialDate::parse(&written) {
            proptest::prop_assert_eq!(date.to_string(), written);
        }
    }
}
