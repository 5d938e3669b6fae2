//! Own readings: as typed, with the unit as typed, and no judgement.

use super::*;

fn reading(what: &str, value: &str, unit: Option<&str>) -> NewReading {
    NewReading {
        what: what.to_owned(),
        value: Some(value.to_owned()),
        unit: unit.map(str::to_owned),
        ..NewReading::default()
    }
}

fn line(hearth: &Companion) -> String {
    bare(&hearth.readings()[0].line)
}

#[test]
fn a_reading_stays_exactly_as_it_was_typed() {
    let (_phone, hearth) = begun();
    hearth.add_reading(&reading("weight", "72.50", Some("kg")), PERSON).unwrap();
    let view = &hearth.readings()[0];
    assert_eq!((view.name.as_str(), view.line.as_str()), ("Weight", "72.50 kg"));
    assert_eq!(view.at.text(), "1 October 2026");
    assert_eq!(bare(&view.value.versions[0].who[0]), "Your words, today, this phone");
}

#[test]
fn a_blood_pressure_has_two_numbers() {
    let (_phone, hearth) = begun();
    let pressure =
        NewReading { second: Some("76".to_owned()), ..reading("blood_pressure", "128", Some("mmHg")) };
    hearth.add_reading(&pressure, PERSON).unwrap();
    assert_eq!(line(&hearth), "128 / 76 mmHg");
}

#[test]
fn a_unit_nobody_wrote_is_never_filled_in() {
    let (_phone, hearth) = begun();
    for what in Reading::WHAT.choices.iter().filter(|what| **what != "pain") {
        hearth.add_reading(&reading(what, "5", None), PERSON).unwrap();
        let view = &hearth.readings()[0];
        assert!(!view.unit.is_answered(), "{what}");
        assert_eq!(view.line, "5 (no unit written)");
    }
    hearth.add_reading(&reading("pain", "5", None), PERSON).unwrap();
    assert_eq!(line(&hearth), "5");
}

#[test]
fn units_are_offered_for_what_has_one_and_for_nothing_else() {
    let offered = |what: &&str| !units_offered(what).is_empty();
    let with: Vec<&str> = Reading::WHAT.choices.iter().filter(|what| offered(what)).copied().collect();
    assert_eq!(with, ["peak_flow", "blood_pressure", "weight", "glucose", "oxygen"]);
}

#[test]
fn a_reading_of_ones_own_has_its_own_name() {
    let (_phone, hearth) = begun();
    let other = NewReading { other: Some("Steps to the shop".into()), ..reading("other", "420", None) };
    hearth.add_reading(&other, PERSON).unwrap();
    assert_eq!(hearth.readings()[0].name, "Steps to the shop");
    hearth.add_reading(&reading("other", "1", None), PERSON).unwrap();
    assert_eq!(hearth.readings()[0].name, "Another reading");
}

#[test]
fn what_is_no_number_is_refused_and_nothing_is_kept_of_it() {
    let (_phone, hearth) = begun();
    for typed in ["twelve", "1,5", "12/80", "", "072", "NaN", "inf", "-inf", "1e", "Infinity"] {
        let refused = hearth.add_reading(&reading("weight", typed, None), PERSON).unwrap_err();
        assert!(matches!(refused, Trouble::Refused(Refused::NotANumber)), "{typed}");
    }
    assert!(matches!(
        hearth.add_reading(&reading("height", "1", None), PERSON),
        Err(Trouble::Refused(Refused::NotAChoice))
    ));
    assert!(hearth.readings().is_empty());
}

#[test]
fn a_number_that_nobody_reads_off_anything_is_refused_by_a_kind_sentence_wherever_it_is_typed() {
    let (_phone, hearth) = begun();
    let id = hearth.add_reading(&reading("weight", "72.5", Some("kg")), PERSON).unwrap();
    let visit = add_visit(&hearth, &["copd"]);
    let long = "9".repeat(2_000_000);
    for typed in ["1e999", "-1e999", "1e-999", "1e18", "12345678901234567890", long.as_str()] {
        let number = Value::Decimal(typed.to_owned());
        let result = hearth.add_sheet_result(visit, "oxygen", typed, "%", "2026-10-01", PERSON);
        let refused = [
            hearth.add_reading(&reading("weight", typed, None), PERSON).err(),
            hearth.write(Kind::Reading, id, &Reading::VALUE, number.clone(), PERSON).err(),
            hearth.write(Kind::Reading, id, &Reading::SECOND, number, &guest()).err(),
            hearth.add_result("Peak flow", typed, "L/min", "2026-10-01", PERSON).err(),
        ];
        assert!(result.is_err());
        for trouble in refused {
            let trouble = trouble.unwrap();
            assert!(matches!(trouble, Trouble::Refused(Refused::UnlikelyNumber)), "{trouble:?}");
            assert_eq!(
                trouble.sentence(hearth.words()),
                "That number has too many digits. Nothing was lost. Type it as it stands on the meter, like 72.5."
            );
        }
    }
    assert_eq!((hearth.readings().len(), line(&hearth).as_str()), (1, "72.5 kg"));
    assert!(hearth.suggestions().is_empty() && hearth.results().is_empty());
}

#[test]
fn a_reading_of_another_day_is_kept_under_its_day_and_the_newest_is_first() {
    let (phone, hearth) = begun();
    hearth.add_reading(&reading("weight", "72", Some("kg")), PERSON).unwrap();
    phone.later(5);
    let before = Instant { ms: FIRST_DAY - 30 * DAY, offset: 60 };
    let earlier = NewReading { at: Some(before), ..reading("weight", "70", Some("kg")) };
    hearth.add_reading(&earlier, PERSON).unwrap();
    let days: Vec<String> = hearth.readings().iter().map(|view| view.at.text().to_owned()).collect();
    assert_eq!(days, ["1 October 2026", "1 September 2026"]);
}

#[test]
fn two_versions_of_a_number_are_never_said_as_one() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let id = here.add_reading(&reading("glucose", "5.1", Some("mmol/L")), PERSON).unwrap();
    swap(&here, &there);
    let write = |hearth: &Companion, number: &str| {
        hearth.write(Kind::Reading, id, &Reading::VALUE, Value::Decimal(number.into()), PERSON).unwrap()
    };
    write(&here, "5.7");
    write(&there, "7.5");
    swap(&here, &there);
    assert_eq!(line(&here), "two versions: check first");
    let mut both = texts(&here.readings()[0].value).join(" ");
    if both.starts_with('7') {
        both = "5.7 7.5".to_owned();
    }
    assert_eq!(both, "5.7 7.5");
}

#[test]
fn nothing_in_a_reading_is_mandatory() {
    let (_phone, hearth) = begun();
    hearth.add_reading(&NewReading::default(), PERSON).unwrap();
    let view = &hearth.readings()[0];
    assert_eq!((view.name.as_str(), view.line.as_str()), ("Another reading", "no number written"));
}

/// Hearth never computes, suggests or defaults a threshold, a range or a target:
/// whatever the number, the same is said.
#[test]
fn no_number_is_judged() {
    let (_phone, hearth) = begun();
    let said = |number: &str| {
        hearth.add_reading(&reading("oxygen", number, Some("%")), PERSON).unwrap();
        let view = hearth.readings().remove(0);
        let all = format!("{:?}", (&view.name, &view.line, &view.value.notes, &view.note));
        all.replace(number, "N")
    };
    let one = said("98");
    assert_eq!(one, said("40"));
    assert_eq!(one, said("0"));
}
