//! Answers to the questions of sheets: typed, honest, and each its person's.

use super::*;

#[test]
fn rule_2_a_question_nobody_touched_is_not_answered() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &["copd", "msk-pain"]);
    let view = hearth.visit(visit).unwrap();
    assert!(view.questions.len() > 10);
    for question in &view.questions {
        assert_eq!(question.line, "not answered", "{}", question.key);
        assert!(question.said.versions.is_empty());
    }
    assert!(under(&view, "My answers").is_empty());
}

#[test]
fn every_sort_of_answer_comes_back_as_it_was_given_and_can_be_taken_back() {
    let (phone, hearth) = begun();
    let visit = add_visit(&hearth, &["copd", "msk-pain", "msk-inflammatory"]);
    let number = Answered::Number { number: "72.50".into(), unit: "kg".into() };
    let answers = [
        ("smoking", Answered::No, "no"),
        ("chest-infections-12m", Answered::Count(0), "0"),
        ("pain", Answered::Scale(1), "1 of 10"),
        ("mrc", Answered::Mrc(5), "MRC breathlessness: 5 of 5"),
        ("cat", Answered::Cat(0), "CAT total: 0 of 40"),
        ("home-weight", number, "72.50 kg"),
        ("changes", Answered::Words("Worse in the rain".into()), "Worse in the rain"),
    ];
    for (key, answer, _) in &answers {
        hearth.answer(visit, key, answer, PERSON).unwrap();
    }
    drop(hearth);
    let hearth = phone.open().unwrap();
    let view = hearth.visit(visit).unwrap();
    for (key, _, line) in &answers {
        let question = question(&view, key);
        assert_eq!(question.line, *line);
        assert_eq!(question.kept, [answers.iter().find(|(of, ..)| of == key).unwrap().1.clone()]);
        assert_eq!(bare(&question.said.versions[0].who[0]), "Your words, today, this phone");
        hearth.answer(visit, key, &Answered::Nothing, PERSON).unwrap();
    }
    let view = hearth.visit(visit).unwrap();
    for (key, _, _) in &answers {
        assert_eq!(question(&view, key).line, "not answered");
    }
}

#[test]
fn rather_not_say_is_an_answer_of_its_own_to_any_question() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &["copd"]);
    for key in ["smoking", "cat", "mrc", "inhalers", "home-weight", "chest-infections-12m"] {
        hearth.answer(visit, key, &Answered::RatherNotSay, PERSON).unwrap();
        assert_eq!(question(&hearth.visit(visit).unwrap(), key).line, "rather not say", "{key}");
    }
    hearth.answer(visit, "cat", &Answered::Cat(12), PERSON).unwrap();
    assert_eq!(question(&hearth.visit(visit).unwrap(), "cat").line, "CAT total: 12 of 40");
    hearth.answer(visit, "cat", &Answered::RatherNotSay, PERSON).unwrap();
    assert_eq!(question(&hearth.visit(visit).unwrap(), "cat").line, "rather not say");
}

#[test]
fn an_answer_of_another_sort_or_off_the_scale_is_refused_and_changes_nothing() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &["copd", "msk-pain"]);
    let number = |number: &str, unit: &str| Answered::Number { number: number.into(), unit: unit.into() };
    for (key, answer, start) in [
        ("cat", Answered::Cat(41), "A CAT total goes from 0 to 40."),
        ("cat", Answered::Cat(-1), "A CAT total goes from 0 to 40."),
        ("cat", Answered::Scale(5), "That can’t be kept here."),
        ("mrc", Answered::Mrc(0), "That can’t be kept here."),
        ("mrc", Answered::Mrc(6), "That can’t be kept here."),
        ("pain", Answered::Scale(0), "That number is not from 1 to 10."),
        ("pain", Answered::Scale(11), "That number is not from 1 to 10."),
        ("smoking", Answered::Count(20), "That can’t be kept here."),
        ("home-weight", number("72.5", "stone"), "That can’t be kept here."),
        ("home-weight", number("about 70", "kg"), "That is not a number."),
        ("no-such-question", Answered::Yes, "That is not in your plan any more."),
    ] {
        let refused = hearth.answer(visit, key, &answer, PERSON).unwrap_err();
        let said = refused.sentence(hearth.words());
        assert!(said.starts_with(start), "{key} {answer:?}: {said}");
    }
    let view = hearth.visit(visit).unwrap();
    assert!(view.questions.iter().all(|question| !question.said.is_answered()));
}

#[test]
fn a_grade_and_a_total_are_never_said_without_their_scale_and_never_judged() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &["copd"]);
    let view = hearth.visit(visit).unwrap();
    let (mrc, cat) = (question(&view, "mrc"), question(&view, "cat"));
    assert!(mrc.about.contains("Fletcher and others") && mrc.about.contains("MRC"), "{}", mrc.about);
    assert_eq!(mrc.steps.iter().map(|step| step.step).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    assert!(cat.about.contains("Only the total") && cat.steps.is_empty());
    for total in [0, 9, 10, 21, 31, 40] {
        hearth.answer(visit, "cat", &Answered::Cat(total), PERSON).unwrap();
        assert_eq!(question(&hearth.visit(visit).unwrap(), "cat").line, format!("CAT total: {total} of 40"));
    }
    let waiting = Answered::Cat(17);
    hearth.answer(visit, "cat", &waiting, &guest()).unwrap();
    assert_eq!(hearth.suggestions()[0].offered, "CAT total: 17 of 40");
}

#[test]
fn two_phones_that_answer_one_question_are_both_shown_until_it_is_settled() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let visit = add_visit(&here, &["copd"]);
    swap(&here, &there);
    here.answer(visit, "smoking", &Answered::Yes, PERSON).unwrap();
    there.answer(visit, "smoking", &Answered::RatherNotSay, PERSON).unwrap();
    here.answer(visit, "cat", &Answered::Cat(9), PERSON).unwrap();
    there.answer(visit, "cat", &Answered::RatherNotSay, PERSON).unwrap();
    swap(&here, &there);
    for hearth in [&here, &there] {
        let view = hearth.visit(visit).unwrap();
        for key in ["smoking", "cat"] {
            let question = question(&view, key);
            assert_eq!(question.said.versions.len(), 2, "{key}");
            assert_eq!(question.said.notes, ["two versions: check first"]);
            assert!(question.line.contains("rather not say"));
        }
    }
    here.answer(visit, "cat", &Answered::Cat(9), PERSON).unwrap();
    assert_eq!(question(&here.visit(visit).unwrap(), "cat").line, "CAT total: 9 of 40");
}

#[test]
fn a_number_never_stands_beside_another_phones_unit() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let visit = add_visit(&here, &["diabetes"]);
    swap(&here, &there);
    let number = |number: &str, unit: &str| Answered::Number { number: number.into(), unit: unit.into() };
    here.answer(visit, "home-weight", &number("72.5", "kg"), PERSON).unwrap();
    there.answer(visit, "home-weight", &number("160", "lb"), PERSON).unwrap();
    swap(&here, &there);
    let mut said: Vec<String> = question(&here.visit(visit).unwrap(), "home-weight")
        .said
        .versions
        .iter()
        .map(|version| version.text.clone())
        .collect();
    said.sort();
    assert_eq!(said, ["160 lb", "72.5 kg"]);
    // A guest's number, accepted, brings its own unit.
    here.answer(visit, "home-weight", &number("73", "kg"), PERSON).unwrap();
    here.answer(visit, "home-weight", &number("161", "lb"), &guest()).unwrap();
    accept_each(&here);
    let line = question(&here.visit(visit).unwrap(), "home-weight").line;
    assert!(line.contains("161 lb") && line.contains("73 kg"), "{line}");
}

#[test]
fn circles_thoughts_and_what_was_talked_about_are_kept() {
    let (phone, hearth) = begun();
    let visit = add_visit(&hearth, &["copd"]);
    hearth.circle(visit, "breathless", true, PERSON).unwrap();
    assert!(matches!(hearth.circle(visit, "no-such", true, PERSON), Err(Trouble::NotFound)));
    hearth.add_thought(visit, "question", "Could I come off the tablets?", "", PERSON).unwrap();
    hearth.add_thought(visit, "idea", "A walking group", "rehab", PERSON).unwrap();
    assert!(hearth.add_thought(visit, "order", "x", "", PERSON).is_err());
    let agenda = hearth.visit(visit).unwrap().agenda;
    assert_eq!(agenda.iter().filter(|item| item.discussed).count(), 0);
    hearth.discussed(visit, &agenda[0].what, true).unwrap();
    drop(hearth);
    let hearth = phone.open().unwrap();
    let view = hearth.visit(visit).unwrap();
    assert_eq!(view.thoughts[0].sort.text(), "question");
    assert!(view.agenda[0].discussed && !view.agenda[1].discussed);
    hearth.discussed(visit, &view.agenda[0].what, false).unwrap();
    assert!(!hearth.visit(visit).unwrap().agenda[0].discussed);
}

#[test]
fn talked_about_on_one_phone_and_not_on_another_is_still_to_be_talked_about() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let visit = add_visit(&here, &["copd"]);
    here.add_thought(visit, "thought", "The stairs", "", PERSON).unwrap();
    swap(&here, &there);
    let what = here.visit(visit).unwrap().agenda[0].what.clone();
    here.discussed(visit, &what, true).unwrap();
    there.discussed(visit, &what, false).unwrap();
    swap(&here, &there);
    assert!(!here.visit(visit).unwrap().agenda[0].discussed);
}

#[test]
fn rule_9_hearth_says_that_it_does_not_read_what_is_written() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &[]);
    let said = hearth.visit(visit).unwrap().not_read;
    assert_eq!(said, "Hearth does not read what you write. It tells nobody.");
}
