//! A measured number stays as it was written.

use super::*;

#[test]
fn a_number_stays_as_it_was_written() {
    for written in
        ["72.50", "0", "-0", "0.0", "7", "-1.5", "1e3", "1.5E-10", "6.02e+23", "100000000000000000000"]
    {
        assert_eq!(Number::parse(written).unwrap().as_written(), written);
    }
}

#[test]
fn what_is_no_number_is_refused() {
    let odd = [
        "", " ", "-", ".", "1.", ".5", "+1", "01", "007.5", "1,5", "1 000", "7 2", "1e", "1e+", "e5",
        "1.5.2", "--1", "0x10", "NaN", "inf", "Infinity", "½", "７２", "72.5 kg", "<5", "5%", "1e5.0",
    ];
    for written in odd {
        assert_eq!(Number::parse(written), Err(Refused::NotANumber), "{written}");
    }
}

#[test]
fn a_number_of_more_than_32_characters_is_refused_and_not_cut() {
    let most = "1".repeat(32);
    assert_eq!(Number::parse(&most).unwrap().as_written(), most);
    assert_eq!(Number::parse(&"1".repeat(33)), Err(Refused::UnlikelyNumber));
}

/// Written out: no ranges, and no judgement of what is measured.
#[test]
fn a_number_may_be_typed_where_it_has_no_more_than_18_digits_on_either_side_of_its_point() {
    for written in ["72.50", "-0.123456789012345678", "123456789012345678.25", "250e9", "1E17", "0e-18"] {
        assert!(Number::parse(written).unwrap().may_be_typed(), "{written}");
    }
    let absurd = [
        "1234567890123456789",
        "0.1234567890123456789",
        "1e18",
        "1e999",
        "-1e999",
        "1e-999",
        "1e99999999999999999999999999",
        "1e-99999999999999999999999999",
    ];
    for written in absurd {
        let number = Value::Decimal(written.to_owned());
        assert!(!Number::parse(written).unwrap().may_be_typed(), "{written}");
        assert_eq!(check_typed(&Outcome::VALUE, &number), Err(Refused::UnlikelyNumber), "{written}");
        assert_eq!(check(&Outcome::VALUE, &number), Ok(()), "{written} may come in a file");
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_kept_as_written_or_refused(written in "[-+0-9.eE<, ]{0,12}") {
        if let Ok(number) = Number::parse(&written) {
            proptest::prop_assert_eq!(number.as_written(), &written);
            proptest::prop_assert!(number.approximately().is_finite() || written.contains(['e', 'E']));
        }
    }
}
