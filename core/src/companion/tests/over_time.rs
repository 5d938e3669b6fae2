//! Pictures over time: honest about what was not answered, what stands twice and
//! what was left out; the same in words; and no judgement.

use super::*;
use crate::record::{Act, OpId};

fn action(hearth: &Companion) -> EntityId {
    let goal = add_goal(hearth, "Walk to the shop");
    let fields = [(Action::GOAL, Value::Entity(goal)), (Action::WHAT, text("Walk on Tuesdays"))];
    hearth.add(Kind::Action, &fields, PERSON).unwrap()
}

fn picture(hearth: &Companion, what: &OverTime) -> OverTimeView {
    hearth.over_time(what).unwrap()
}

fn points(line: &LineView) -> Vec<(String, bool)> {
    line.points.iter().map(|point| (bare(&point.text), point.joined_to_previous)).collect()
}

fn weigh(hearth: &Companion, number: &str, unit: &str) -> EntityId {
    let reading = NewReading {
        what: "weight".into(),
        value: Some(number.into()),
        unit: Some(unit.into()),
        ..NewReading::default()
    };
    hearth.add_reading(&reading, PERSON).unwrap()
}

fn result(hearth: &Companion, number: &str, unit: &str, on: &str) -> EntityId {
    hearth.add_result("HbA1c", number, unit, on, PERSON).unwrap()
}

#[test]
fn confidence_over_time_is_said_in_one_sentence_with_what_was_not_answered() {
    let (phone, hearth) = begun();
    let action = action(&hearth);
    phone.later(2);
    hearth.check_in(action, None, Some(6), PERSON).unwrap();
    phone.later(10);
    hearth.check_in(action, Some("Too tired to say"), None, PERSON).unwrap();
    phone.later(11);
    hearth.check_in(action, None, Some(8), PERSON).unwrap();
    let view = picture(&hearth, &OverTime::Confidence(action));
    assert_eq!(view.title, "Confidence");
    assert_eq!(bare(&view.sentence), "Confidence: 6 on 3 October, 8 on 24 October; not answered once.");
    assert_eq!(view.unanswered.len(), 1);
    assert_eq!(
        (view.unanswered[0].day.as_str(), view.unanswered[0].text.as_str()),
        ("13 October", "not answered")
    );
    assert_eq!((view.lines[0].lowest, view.lines[0].highest), (6.0, 8.0));
}

#[test]
fn no_line_is_drawn_through_an_unanswered_check_in() {
    let (phone, hearth) = begun();
    let action = action(&hearth);
    for answer in [Some(4), Some(5), None, Some(6), Some(7)] {
        phone.later(1);
        hearth.check_in(action, None, answer, PERSON).unwrap();
    }
    let view = picture(&hearth, &OverTime::Confidence(action));
    let drawn = points(&view.lines[0]);
    let expected = [("4", false), ("5", true), ("6", false), ("7", true)];
    assert_eq!(drawn, expected.map(|(text, joined)| (text.to_owned(), joined)));
    assert!(view.lines[0].gaps.is_empty());
}

#[test]
fn no_line_is_drawn_through_a_week_with_nothing() {
    let (phone, hearth) = begun();
    let action = action(&hearth);
    // Thursday 1 October; Sunday 11, in the next week; Monday 19, with none between.
    for days in [0, 10, 8] {
        phone.later(days);
        hearth.check_in(action, None, Some(5), PERSON).unwrap();
    }
    phone.later(14);
    hearth.check_in(action, None, Some(6), PERSON).unwrap();
    let line = &picture(&hearth, &OverTime::Confidence(action)).lines[0];
    let joined: Vec<bool> = line.points.iter().map(|point| point.joined_to_previous).collect();
    assert_eq!(joined, [false, true, false, false]);
    let gap = &line.gaps[0];
    assert_eq!((line.gaps.len(), gap.weeks, gap.text.as_str()), (2, 1, "nothing written for 1 week"));
    assert_eq!((gap.from, gap.to), (line.points[1].at, line.points[2].at));
}

#[test]
fn what_was_answered_when_it_was_planned_comes_before_the_check_ins() {
    let (phone, hearth) = begun();
    let action = action(&hearth);
    hearth.write(Kind::Action, action, &Action::CONFIDENCE, Value::Int(3), PERSON).unwrap();
    phone.later(7);
    hearth.check_in(action, None, Some(5), PERSON).unwrap();
    let view = picture(&hearth, &OverTime::Confidence(action));
    assert_eq!(bare(&view.sentence), "Confidence: 3 on 1 October, 5 on 8 October.");
    assert_eq!(bare(&view.lines[0].points[0].who[0]), "Your words, 1 October, this phone");
}

#[test]
fn importance_shows_each_answer_and_a_slip_of_the_thumb_is_no_change() {
    let (phone, hearth) = begun();
    let goal = add_goal(&hearth, "Stay at home");
    let set = |value| hearth.write(Kind::Goal, goal, &Goal::IMPORTANCE, value, PERSON).unwrap();
    set(Value::Int(1));
    set(Value::Int(9));
    phone.later(4);
    set(Value::Empty);
    phone.later(4);
    set(Value::Int(7));
    hearth.pack().unwrap();
    let view = picture(&hearth, &OverTime::Importance(goal));
    assert_eq!(bare(&view.sentence), "Importance: 9 on 1 October, 7 on 9 October; not answered once.");
    assert!(!view.lines[0].points[1].joined_to_previous);
}

#[test]
fn unanswered_is_never_a_point() {
    let (_phone, hearth) = begun();
    let action = action(&hearth);
    let view = picture(&hearth, &OverTime::Confidence(action));
    assert!(view.lines.is_empty());
    assert_eq!(bare(&view.sentence), "Confidence: nothing written yet.");
    hearth.check_in(action, None, None, PERSON).unwrap();
    hearth.check_in(action, None, None, PERSON).unwrap();
    let view = picture(&hearth, &OverTime::Confidence(action));
    assert!(view.lines.is_empty());
    assert_eq!(bare(&view.sentence), "Confidence: not answered 2 times.");
}

#[test]
fn a_suggestion_is_no_point() {
    let (_phone, hearth) = begun();
    let goal = add_goal(&hearth, "Stay at home");
    hearth.write(Kind::Goal, goal, &Goal::IMPORTANCE, Value::Int(4), &guest()).unwrap();
    assert!(picture(&hearth, &OverTime::Importance(goal)).lines.is_empty());
}

#[test]
fn two_answers_at_once_are_both_marked_and_neither_is_joined() {
    let (one, here) = begun();
    let (two, there) = begun();
    let goal = add_goal(&here, "Stay at home");
    let set = |hearth: &Companion, n| {
        hearth.write(Kind::Goal, goal, &Goal::IMPORTANCE, Value::Int(n), PERSON).unwrap();
    };
    set(&here, 5);
    swap(&here, &there);
    one.later(1);
    two.later(1);
    set(&here, 8);
    set(&there, 3);
    swap(&here, &there);
    for hearth in [&here, &there] {
        let view = picture(hearth, &OverTime::Importance(goal));
        assert_eq!(bare(&view.sentence), "Importance: 5 on 1 October, 3 or 8 on 2 October.");
        let marked: Vec<_> =
            view.lines[0].points.iter().map(|p| (p.one_of_several, p.joined_to_previous)).collect();
        assert_eq!(marked, [(false, false), (true, false), (true, false)]);
        assert_eq!(view.notes, ["two versions: check first"]);
    }
}

#[test]
fn two_versions_of_a_check_in_are_both_marked() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let action = action(&here);
    let check_in = here.check_in(action, None, Some(5), PERSON).unwrap();
    swap(&here, &there);
    let set = |hearth: &Companion, n| {
        hearth.write(Kind::CheckIn, check_in, &CheckIn::CONFIDENCE, Value::Int(n), PERSON).unwrap();
    };
    set(&here, 2);
    set(&there, 9);
    swap(&here, &there);
    let view = picture(&here, &OverTime::Confidence(action));
    assert_eq!(bare(&view.sentence), "Confidence: 2 or 9 on 1 October.");
    assert!(view.lines[0].points.iter().all(|point| point.one_of_several));
}

#[test]
fn different_units_are_never_on_one_line() {
    let (phone, hearth) = begun();
    weigh(&hearth, "72.50", "kg");
    phone.later(1);
    weigh(&hearth, "11", "st");
    phone.later(1);
    weigh(&hearth, "72.1", "kg");
    let view = picture(&hearth, &OverTime::Readings("weight".into()));
    let lines: Vec<(&str, Vec<String>)> = view
        .lines
        .iter()
        .map(|line| (line.unit.as_str(), line.points.iter().map(|p| p.text.clone()).collect()))
        .collect();
    assert_eq!(lines[0], ("kg", vec!["72.50 kg".to_owned(), "72.1 kg".to_owned()]));
    assert_eq!(lines[1], ("st", vec!["11 st".to_owned()]));
    assert_eq!(view.notes, ["Measured in another way: don’t compare the numbers."]);
    let said = "Weight: 72.50 kg on 1 October, 72.1 kg on 3 October. Weight: 11 st on 2 October.";
    assert_eq!(bare(&view.sentence), said);
}

#[test]
fn the_two_numbers_of_a_blood_pressure_are_two_lines() {
    let (_phone, hearth) = begun();
    let pressure = NewReading {
        what: "blood_pressure".into(),
        value: Some("128".into()),
        second: Some("76".into()),
        unit: Some("mmHg".into()),
        ..NewReading::default()
    };
    hearth.add_reading(&pressure, PERSON).unwrap();
    let view = picture(&hearth, &OverTime::Readings("blood_pressure".into()));
    let lines: Vec<&str> = view.lines.iter().map(|line| line.what.as_str()).collect();
    assert_eq!(lines, ["Blood pressure, top number", "Blood pressure, bottom number"]);
    assert!(view.notes.is_empty());
}

#[test]
fn no_line_of_a_sentence_ends_within_a_unit() {
    let (_phone, hearth) = begun();
    let flow = NewReading {
        what: "peak_flow".into(),
        value: Some("310".into()),
        unit: Some("L/min".into()),
        ..NewReading::default()
    };
    hearth.add_reading(&flow, PERSON).unwrap();
    let view = picture(&hearth, &OverTime::Readings("peak_flow".into()));
    assert!(view.sentence.contains("L/\u{2060}min"), "{}", view.sentence);
    assert_eq!(bare(&view.lines[0].points[0].text), "310 L/min");
}

#[test]
fn a_reading_without_a_number_is_a_gap_and_one_that_was_removed_is_not_there() {
    let (phone, hearth) = begun();
    weigh(&hearth, "72", "kg");
    phone.later(1);
    let empty = NewReading { what: "weight".into(), ..NewReading::default() };
    hearth.add_reading(&empty, PERSON).unwrap();
    phone.later(1);
    weigh(&hearth, "73", "kg");
    phone.later(1);
    let gone = weigh(&hearth, "730", "kg");
    hearth.remove(Kind::Reading, gone, PERSON).unwrap();
    let view = picture(&hearth, &OverTime::Readings("weight".into()));
    assert_eq!(bare(&view.sentence), "Weight: 72 kg on 1 October, 73 kg on 3 October; not answered once.");
    assert!(!view.lines[0].points[1].joined_to_previous);
}

#[test]
fn readings_under_ones_own_name_are_found_whatever_its_capitals() {
    let (_phone, hearth) = begun();
    for (name, number) in [("Steps", "400"), ("steps ", "420"), ("Stairs", "12")] {
        let other = NewReading {
            what: "other".into(),
            other: Some(name.into()),
            value: Some(number.into()),
            ..NewReading::default()
        };
        hearth.add_reading(&other, PERSON).unwrap();
    }
    let view = picture(&hearth, &OverTime::OtherReadings("Steps".into()));
    assert_eq!(view.lines.len(), 1);
    assert_eq!(view.lines[0].points.len(), 2);
}

#[test]
fn results_stand_beside_each_other_and_their_year_is_said() {
    let (_phone, hearth) = begun();
    result(&hearth, "58", "mmol/mol", "2025-10-02");
    let now = result(&hearth, "53", "mmol/mol", "2026-09-28");
    hearth.add_result("Weight", "80", "kg", "2026-09-28", PERSON).unwrap();
    let view = picture(&hearth, &OverTime::Results(now));
    // No line ends within "mmol/mol".
    let said = "HbA1c: 58 mmol/\u{2060}mol on 2 October 2025, 53 mmol/\u{2060}mol on 28 September.";
    assert_eq!(bare(&view.sentence), said);
    assert!(!view.lines[0].points[1].joined_to_previous);
    assert_eq!(view.lines[0].gaps[0].weeks, 51);
}

#[test]
fn a_withdrawn_result_is_left_out_and_said() {
    let (_phone, hearth) = begun();
    let kept = result(&hearth, "53", "mmol/mol", "2026-09-28");
    let withdrawn = result(&hearth, "530", "mmol/mol", "2026-09-29");
    hearth.write(Kind::Outcome, withdrawn, &Outcome::WITHDRAWN, Value::Bool(true), PERSON).unwrap();
    let view = picture(&hearth, &OverTime::Results(kept));
    assert_eq!(view.lines[0].points.len(), 1);
    assert_eq!(view.notes, ["1 is left out: its source says not to use it."]);
    assert_eq!(view.lines[0].highest, 53.0);
}

#[test]
fn a_result_in_words_or_without_a_whole_date_is_left_out_and_said() {
    let (_phone, hearth) = begun();
    let kept = result(&hearth, "53", "mmol/mol", "2026-09-28");
    result(&hearth, "54", "mmol/mol", "2026-08");
    let words = [(Outcome::NAME, text("HbA1c")), (Outcome::WORDS, text("not enough blood"))];
    hearth.add(Kind::Outcome, &words, PERSON).unwrap();
    let view = picture(&hearth, &OverTime::Results(kept));
    assert_eq!(view.lines[0].points.len(), 1);
    assert_eq!(
        view.notes,
        ["1 is not in the picture: it is not a number.", "1 is not in the picture: it has no whole date."]
    );
}

#[test]
fn the_sign_of_a_result_stays_with_its_number() {
    let (_phone, hearth) = begun();
    let id = result(&hearth, "3", "mg/mmol", "2026-09-28");
    hearth.write(Kind::Outcome, id, &Outcome::SIGN, code("<"), PERSON).unwrap();
    assert_eq!(bare(&picture(&hearth, &OverTime::Results(id)).lines[0].points[0].text), "<3 mg/mmol");
}

#[test]
fn a_result_from_a_file_is_drawn_by_its_parts() {
    let (_phone, hearth) = begun();
    let file = include_bytes!("../../../../tests/vectors/fhir-r4-examples/Observation-blood-pressure.json");
    let id = hearth.import_observation(file, "a practice").unwrap();
    let view = picture(&hearth, &OverTime::Results(id));
    assert_eq!(view.lines.len(), 2, "{view:?}");
    assert!(view.unanswered.is_empty());
    assert_eq!((view.lines[0].points.len(), view.lines[1].points.len()), (1, 1));
}

#[test]
fn a_number_takes_only_the_unit_that_was_written_with_it() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let id = weigh(&here, "72", "kg");
    swap(&here, &there);
    let set = |hearth: &Companion, number: &str, unit: &str| {
        hearth.write(Kind::Reading, id, &Reading::VALUE, Value::Decimal(number.into()), PERSON).unwrap();
        hearth.write(Kind::Reading, id, &Reading::UNIT, text(unit), PERSON).unwrap();
    };
    set(&here, "73", "kg");
    set(&there, "11", "st");
    swap(&here, &there);
    let view = picture(&here, &OverTime::Readings("weight".into()));
    let mut said: Vec<String> = view.lines.iter().map(|line| line.points[0].text.clone()).collect();
    said.sort();
    assert_eq!(said, ["11 st", "73 kg"]);
}

#[test]
fn a_day_that_has_not_been_is_not_drawn_and_is_said() {
    let (phone, hearth) = begun();
    weigh(&hearth, "72", "kg");
    phone.later(20 * 365);
    weigh(&hearth, "73", "kg");
    phone.later(-20 * 365);
    let view = picture(&hearth, &OverTime::Readings("weight".into()));
    assert_eq!(view.lines[0].points.len(), 1);
    assert_eq!(view.notes, ["1 is not in the picture: this phone’s clock may be wrong."]);
}

#[test]
fn a_number_too_large_to_draw_is_left_out_and_said() {
    let (_phone, hearth) = begun();
    weigh(&hearth, "72", "kg");
    // Nobody types such a number: it came from another app.
    let slot = Kind::Reading.slot(weigh(&hearth, "73", "kg"), &Reading::VALUE);
    let mut op = hearth.ledger().record().register(slot).unwrap().heads()[0].clone();
    (op.parents, op.id, op.lamport) = (vec![op.id], OpId([0x99; 16]), op.lamport + 1);
    op.act = Act::Write(Value::Decimal("1e999".to_owned()));
    put(&hearth, vec![op]);
    let view = picture(&hearth, &OverTime::Readings("weight".into()));
    assert_eq!((view.lines[0].points.len(), view.notes.len()), (1, 1));
    assert!(view.lines[0].highest.is_finite());
}

#[test]
fn many_points_are_said_by_how_many_the_ends_the_first_and_the_last() {
    let (phone, hearth) = begun();
    for number in ["70", "74", "69", "71", "72", "70", "71", "73", "72.5"] {
        weigh(&hearth, number, "kg");
        phone.later(1);
    }
    let view = picture(&hearth, &OverTime::Readings("weight".into()));
    let said = "Weight: 9 answers, from 69 kg to 74 kg. First 70 kg on 1 October. Last 72.5 kg on 9 October.";
    assert_eq!(bare(&view.sentence), said);
    assert_eq!(view.lines[0].points.len(), 9);
}

/// No trend, no judgement: whichever way the numbers go, the same is said.
#[test]
fn no_picture_says_that_something_went_up_or_got_better() {
    let said = |numbers: [i64; 3]| {
        let (phone, hearth) = begun();
        let action = action(&hearth);
        for number in numbers {
            hearth.check_in(action, None, Some(number), PERSON).unwrap();
            phone.later(1);
        }
        let view = picture(&hearth, &OverTime::Confidence(action));
        let words: String = format!("{} {:?}", view.sentence, view.notes);
        words.chars().filter(|c| !c.is_ascii_digit()).collect::<String>()
    };
    assert_eq!(said([2, 5, 9]), said([9, 5, 2]));
}

#[test]
fn a_picture_of_what_is_not_there_is_refused() {
    let (_phone, hearth) = begun();
    let goal = add_goal(&hearth, "Stay at home");
    for what in [OverTime::Confidence(goal), OverTime::Importance(on(Kind::Me)), OverTime::Results(goal)] {
        assert!(matches!(hearth.over_time(&what), Err(Trouble::NotFound)), "{what:?}");
    }
    assert!(picture(&hearth, &OverTime::Readings("no such thing".into())).lines.is_empty());
}
