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
    assert_eq!(Number::parse(&"1".repeat(33)), Err(Refused::NotANumber));
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
