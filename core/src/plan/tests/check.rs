//! The door: what may be written in a field is taken whole or refused, never cut.

use super::*;
use crate::record::{MAX_OP_BYTES, MAX_PARENTS, Original};

fn interpreted(text: &str, original: &str, language: &str, interpreter: &str, on: &str) -> Value {
    let original = Original {
        text: original.into(),
        language: language.into(),
        interpreter: interpreter.into(),
        on: on.into(),
    };
    Value::Interpreted { text: text.into(), original }
}

#[test]
fn text_of_64_kib_is_taken_and_one_byte_more_is_refused() {
    assert_eq!(MAX_TEXT, 65_536);
    assert_eq!(check(&Goal::WORDS, &text(&"a".repeat(MAX_TEXT))), Ok(()));
    assert_eq!(check(&Goal::WORDS, &text(&"a".repeat(MAX_TEXT + 1))), Err(Refused::TextTooLong));
    // Counted in bytes: 32,768 letters of two bytes fit.
    assert_eq!(check(&Goal::WORDS, &text(&"é".repeat(MAX_TEXT / 2))), Ok(()));
    assert_eq!(check(&Goal::WORDS, &text(&"é".repeat(MAX_TEXT / 2 + 1))), Err(Refused::TextTooLong));
}

#[test]
fn two_megabytes_pasted_are_refused() {
    assert_eq!(check(&Goal::WORDS, &text(&"a".repeat(2_000_000))), Err(Refused::TextTooLong));
}

#[test]
fn control_characters_are_refused_but_for_new_line_and_tab() {
    assert_eq!(check(&Goal::WORDS, &text("one\ttwo\nthree")), Ok(()));
    let controls = (0..=0x9f_u8).map(char::from).filter(|c| c.is_control() && !matches!(c, '\n' | '\t'));
    for control in controls {
        let written = format!("before{control}after");
        assert_eq!(check(&Goal::WORDS, &text(&written)), Err(Refused::ControlCharacter), "{control:?}");
    }
}

#[test]
fn words_in_any_script_are_taken() {
    for words in [
        "Mae’n well gen i gael fy ngalw’n Siân",
        "أريد أن أبقى في بيتي",
        "میں گھر پر رہنا چاہتا ہوں",
        "ਮੈਂ ਘਰ ਰਹਿਣਾ ਚਾਹੁੰਦਾ ਹਾਂ",
        "我想住在家里",
        "👩🏽‍🦽❤️",
        "a\u{202e}b\u{2066}c\u{200d}d",
        "",
    ] {
        assert_eq!(check(&Goal::WORDS, &text(words)), Ok(()), "{words}");
    }
}

#[test]
fn words_through_an_interpreter_keep_the_original_and_each_part_is_checked() {
    let good = interpreted(
        "I want to stay at home",
        "أريد أن أبقى في بيتي",
        "ar",
        "Example Interpreter",
        "2026-10-14",
    );
    assert_eq!(check(&Goal::WORDS, &good), Ok(()));
    let long = "a".repeat(MAX_TEXT + 1);
    for (bad, why) in [
        (interpreted(&long, "a", "ar", "x", "2026"), Refused::TextTooLong),
        (interpreted("a", &long, "ar", "x", "2026"), Refused::TextTooLong),
        (interpreted("a", "a\u{7}", "ar", "x", "2026"), Refused::ControlCharacter),
        (interpreted("a", "a", "a\u{0}r", "x", "2026"), Refused::ControlCharacter),
        (interpreted("a", "a", "ar", "\u{1b}x", "2026"), Refused::ControlCharacter),
        (interpreted("a", "a", "ar", "x", "yesterday"), Refused::NoSuchDate),
    ] {
        assert_eq!(check(&Goal::WORDS, &bad), Err(why));
    }
}

#[test]
fn the_longest_words_that_are_taken_can_be_read_back() {
    let most = "a".repeat(MAX_TEXT);
    let name = "n".repeat(MAX_NAME);
    let value = interpreted(&most, &most, &name, &name, "2026-10-14");
    assert_eq!(check(&Goal::WORDS, &value), Ok(()));
    let too_long = interpreted("a", "a", &"n".repeat(MAX_NAME + 1), "x", "2026");
    assert_eq!(check(&Goal::WORDS, &too_long), Err(Refused::TextTooLong));
    let mut pen = Pen::default();
    pen.write(Kind::Goal, id(1), &Goal::WORDS, value);
    let register = pen.record.register(Kind::Goal.slot(id(1), &Goal::WORDS)).unwrap();
    let mut op = register.heads()[0].clone();
    op.author = Author::Guest { name: name.clone(), role: name };
    let bytes = op.to_bytes();
    assert!(bytes.len() <= MAX_OP_BYTES);
    assert_eq!(Op::from_bytes(&bytes), Ok(op));
}

#[test]
fn a_scale_a_count_and_a_number_are_checked() {
    for step in [0, 11, -3] {
        assert_eq!(check(&Goal::IMPORTANCE, &Value::Int(step)), Err(Refused::OffTheScale));
    }
    assert_eq!(check(&Goal::IMPORTANCE, &Value::Int(10)), Ok(()));
    assert_eq!(check(&Agreement::KIND_OF, &Value::Int(0)), Ok(()));
    assert_eq!(check(&Agreement::KIND_OF, &Value::Int(-1)), Err(Refused::WrongType));
    assert_eq!(check(&Outcome::VALUE, &Value::Decimal("72.50".into())), Ok(()));
    assert_eq!(check(&Outcome::VALUE, &Value::Decimal("about 70".into())), Err(Refused::NotANumber));
}

#[test]
fn dates_and_instants_are_checked() {
    assert_eq!(check(&Me::BORN, &Value::Date("1951-03".into())), Ok(()));
    assert_eq!(check(&Me::BORN, &Value::Date("1951-02-30".into())), Err(Refused::NoSuchDate));
    assert_eq!(check(&Me::BORN, &Value::Date("40000-01-01".into())), Err(Refused::UnlikelyYear));
    let year_40000 = 1_200_000_000_000_000;
    for (ms, offset, good) in [
        (1_790_848_800_000, 60, true),
        (-3_786_825_600_000, 0, true),
        (-3_786_825_600_001, 0, false),
        (7_258_118_399_999, 0, true),
        (7_258_118_400_000, 0, false),
        (year_40000, 0, false),
        (i64::MIN, 0, false),
        (i64::MAX, 0, false),
        (0, 960, true),
        (0, 961, false),
        (0, i16::MIN, false),
    ] {
        let expected = if good { Ok(()) } else { Err(Refused::UnlikelyYear) };
        assert_eq!(check(&CheckIn::AT, &Value::Instant(ms, offset)), expected, "{ms} {offset}");
    }
}

#[test]
fn a_choice_is_one_of_the_fields_own_words() {
    for zone in ["green", "amber", "red"] {
        assert_eq!(check(&Sign::ZONE, &Value::Code(zone.into())), Ok(()));
    }
    for zone in ["any", "Green", "purple", "", " red"] {
        assert_eq!(check(&Sign::ZONE, &Value::Code(zone.into())), Err(Refused::NotAChoice), "{zone}");
    }
}

#[test]
fn lists_longer_than_can_be_kept_are_refused() {
    let ids = |count: usize| Value::Order(vec![id(1); count]);
    assert_eq!(check(&Unwell::STEPS, &ids(1000)), Ok(()));
    assert_eq!(check(&Unwell::STEPS, &ids(1001)), Err(Refused::ListTooLong));
    let ops = |count: usize| Value::Ops(vec![OpId([1; 16]); count]);
    assert_eq!(check(&Agreement::SAW, &ops(MAX_PARENTS)), Ok(()));
    assert_eq!(check(&Agreement::SAW, &ops(MAX_PARENTS + 1)), Err(Refused::ListTooLong));
    assert_eq!(check(&Device::KEY, &Value::Bytes(vec![0; 1024])), Ok(()));
    assert!(check(&Device::KEY, &Value::Bytes(vec![0; 1025])).is_err());
}

#[test]
fn every_field_takes_an_answer_back_and_refuses_a_value_of_another_type() {
    let samples = [
        (Type::Words, text("x")),
        (Type::Scale10, Value::Int(5)),
        (Type::CatTotal, Value::Int(5)),
        (Type::Count, Value::Int(5)),
        (Type::Flag, Value::Bool(true)),
        (Type::Number, Value::Decimal("5".into())),
        (Type::Date, Value::Date("2026".into())),
        (Type::Instant, Value::Instant(0, 0)),
        (Type::Choice, Value::Code("red".into())),
        (Type::Coded, text("http://snomed.info/sct|413350009|Finding with explicit context")),
        (Type::Entity, Value::Entity(id(1))),
        (Type::Order, Value::Order(vec![id(1)])),
        (Type::Ops, Value::Ops(vec![])),
        (Type::Bytes, Value::Bytes(vec![1])),
    ];
    for field in Kind::ALL.iter().flat_map(|kind| fields(*kind)) {
        assert_eq!(check(&field, &Value::Empty), Ok(()), "{}", field.name);
        for value in [Value::Erased, Value::Unknown(vec![0xf6])] {
            assert_eq!(check(&field, &value), Err(Refused::WrongType), "{}", field.name);
        }
        for (holds, value) in &samples {
            let counts = |t: Type| matches!(t, Type::Scale10 | Type::CatTotal | Type::Count);
            // A code is kept as text, so words can be just that.
            let is_text = *holds == Type::Coded && field.holds == Type::Words;
            if *holds != field.holds && !(counts(*holds) && counts(field.holds)) && !is_text {
                assert_eq!(check(&field, value), Err(Refused::WrongType), "{} {value:?}", field.name);
            }
        }
    }
}
