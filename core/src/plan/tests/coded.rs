//! Codes from a record.

use super::*;

#[test]
fn a_code_is_kept_as_it_was_given() {
    for (system, code, display) in [
        ("http://snomed.info/sct", "413350009", "Finding with explicit context"),
        ("", "A81001", ""),
        ("", "", "Respiratory nurse"),
        ("http://snomed.info/sct", "71388002 :\u{a0}405815000", "Procedure | by | device"),
        ("", "1", "يوم"),
    ] {
        let coded = Coded::new(system, code, display).unwrap();
        assert_eq!((coded.system(), coded.code(), coded.display()), (system, code, display));
        assert_eq!(Coded::parse(&coded.to_string()), Ok(coded));
    }
}

#[test]
fn what_a_code_says_is_drawn_and_where_nobody_said_that_the_code_is() {
    let said = |code, display| Coded::new("", code, display).unwrap().said().to_owned();
    assert_eq!((said("1", "nurse"), said("1", "")), ("nurse".to_owned(), "1".to_owned()));
}

#[test]
fn a_code_that_says_nothing_or_can_not_be_read_back_is_refused() {
    for (system, code, display) in
        [("", "", ""), ("http://snomed.info/sct", " ", ""), ("a|b", "1", ""), ("", "1|2", "x")]
    {
        assert_eq!(Coded::new(system, code, display), Err(Refused::WrongType), "{system} {code} {display}");
    }
    for text in ["", "nurse", "a|b", "||"] {
        assert_eq!(check(&Person::ROLE_CODE, &self::text(text)), Err(Refused::WrongType), "{text}");
    }
}

#[test]
fn a_code_is_capped_and_has_no_control_characters() {
    let long = |most: usize| "a".repeat(most);
    assert!(Coded::new(&long(MAX_CODE), &long(MAX_CODE), &long(MAX_NAME)).is_ok());
    for (system, code, display) in [(MAX_CODE + 1, 1, 1), (1, MAX_CODE + 1, 1), (1, 1, MAX_NAME + 1)] {
        let refused = Coded::new(&long(system), &long(code), &long(display));
        assert_eq!(refused, Err(Refused::TextTooLong));
    }
    for hidden in ["\u{0}", "a\nb", "\u{9b}"] {
        assert_eq!(Coded::new("", "1", hidden), Err(Refused::ControlCharacter));
        assert_eq!(Coded::new("", hidden, "x"), Err(Refused::ControlCharacter));
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_a_code_that_reads_back_or_refused(written in "[a-z|:/ ]{0,12}") {
        if let Ok(coded) = Coded::parse(&written) {
            proptest::prop_assert_eq!(coded.to_string(), written);
        }
    }
}
