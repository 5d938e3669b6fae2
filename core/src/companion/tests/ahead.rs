//! Looking ahead: wishes are no orders, papers are no instructions, and a copy is
//! not the original.

use super::*;

fn wish(hearth: &Companion, sort: &str, words: &str) -> EntityId {
    let fields = [
        (Preference::SORT, code(sort)),
        (Preference::WORDS, text(words)),
        (Preference::DATED, Value::Date("2026-10-01".into())),
    ];
    hearth.add(Kind::Preference, &fields, PERSON).unwrap()
}

fn document(words: &str, dated: &str, replaces: Option<EntityId>) -> NewCopy {
    NewCopy {
        what: "Treatment plan".into(),
        words: words.into(),
        dated: Some(dated.into()),
        source: Some("The hospice doctor".into()),
        original: Some("Blue folder by the door".into()),
        replaces,
    }
}

fn copy(hearth: &Companion) -> EntityId {
    hearth.keep_copy(&document("For comfort at home", "2026-09-20", None), PERSON).unwrap()
}

#[test]
fn wishes_stand_by_what_they_are_about_with_their_date_and_who() {
    let (_phone, hearth) = begun();
    wish(&hearth, "not_want", "To be moved at night");
    wish(&hearth, "place", "The hospice close to my sister");
    let ahead = hearth.ahead();
    let said: Vec<(&str, &str)> =
        ahead.preferences.iter().map(|wish| (wish.sort.text(), wish.words.text())).collect();
    assert_eq!(
        said,
        [
            ("where I would like to be cared for", "The hospice close to my sister"),
            ("what I would not want", "To be moved at night"),
        ]
    );
    assert_eq!(ahead.preferences[0].dated, "Said 1 October 2026");
    assert_eq!(bare(&ahead.preferences[0].words.versions[0].who[0]), "Your words, today, this phone");
}

#[test]
fn a_wish_is_kept_apart_from_papers_and_copies_and_says_that_it_is_no_order() {
    let (_phone, hearth) = begun();
    wish(&hearth, "want", "My own bed");
    copy(&hearth);
    hearth.add(Kind::Form, &[(Form::FORM, code("adrt"))], PERSON).unwrap();
    let ahead = hearth.ahead();
    assert_eq!((ahead.preferences.len(), ahead.forms.len(), ahead.copies.len()), (1, 1, 1));
    assert_eq!(ahead.my_wish, "What I would like, in my words. It is not a medical order.");
    assert_eq!(ahead.not_an_instruction, "Not an instruction: find the original.");
    assert_eq!(ahead.forms[0].form.text(), "advance decision (ADRT)");
}

#[test]
fn a_copy_says_that_it_is_one_its_date_its_source_and_where_the_original_is() {
    let (phone, hearth) = begun();
    copy(&hearth);
    phone.later(1);
    let view = &hearth.ahead().copies[0];
    assert_eq!(view.mark, "copy: check the original");
    assert_eq!((view.what.text(), view.words.text()), ("Treatment plan", "For comfort at home"));
    assert_eq!(view.dated, "Dated 20 September 2026");
    assert_eq!(view.source, "Written by The hospice doctor");
    assert_eq!(view.original, "The original is here: Blue folder by the door");
}

#[test]
fn a_copy_without_date_or_source_says_so() {
    let (_phone, hearth) = begun();
    let bare_copy = NewCopy { words: "For comfort".into(), ..NewCopy::default() };
    hearth.keep_copy(&bare_copy, PERSON).unwrap();
    let view = &hearth.ahead().copies[0];
    assert_eq!(view.dated, "No date is written on this copy");
    assert_eq!(view.source, "It is not written here who it is from");
    assert_eq!(view.original, "It is not written here where the original is");
}

#[test]
fn nobody_edits_what_a_copy_says() {
    let (_phone, hearth) = begun();
    let id = copy(&hearth);
    let sam = Writer::Carer(add_person(&hearth, "Sam", "07700 900 123"));
    for field in ClinicalCopy::WRITTEN_ONCE {
        if field.number == ClinicalCopy::REPLACES.number {
            continue;
        }
        let other = match field.holds {
            Type::Date => Value::Date("2026-10-02".into()),
            _ => text("Everything to be done"),
        };
        for by in [PERSON, &sam, &guest()] {
            let refused = hearth.write(Kind::ClinicalCopy, id, &field, other.clone(), by).unwrap_err();
            assert!(matches!(refused, Trouble::Copy), "{} by {by:?}", field.name);
        }
        let emptied = hearth.write(Kind::ClinicalCopy, id, &field, Value::Empty, PERSON);
        assert!(matches!(emptied, Err(Trouble::Copy)));
        assert_eq!(hearth.history(Kind::ClinicalCopy, id, &field).unwrap().len(), 1, "{}", field.name);
    }
    assert_eq!(hearth.ahead().copies[0].words.text(), "For comfort at home");
    assert!(Trouble::Copy.sentence(hearth.words()).contains("Nothing was changed"));
}

#[test]
fn where_the_original_is_may_change() {
    let (_phone, hearth) = begun();
    let id = copy(&hearth);
    hearth
        .write(Kind::ClinicalCopy, id, &ClinicalCopy::ORIGINAL, text("The kitchen drawer"), PERSON)
        .unwrap();
    assert_eq!(hearth.ahead().copies[0].original, "The original is here: The kitchen drawer");
}

#[test]
fn a_newer_copy_takes_the_place_of_the_older_which_is_kept() {
    let (_phone, hearth) = begun();
    let older = copy(&hearth);
    let newer = hearth.keep_copy(&document("For hospital", "2026-10-01", Some(older)), PERSON).unwrap();
    let copies = hearth.ahead().copies;
    assert_eq!((copies.len(), copies[0].id), (1, newer));
    assert_eq!(copies[0].older[0].words.text(), "For comfort at home");
    assert_eq!(copies[0].older_line.as_deref(), Some("1 older copy is kept"));
    assert_eq!(copies[0].older[0].mark, "copy: check the original");
    hearth.remove(Kind::ClinicalCopy, newer, PERSON).unwrap();
    assert_eq!(hearth.ahead().copies[0].id, older, "the older one is drawn again");
}

#[test]
fn two_newer_copies_of_one_document_are_both_drawn() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let older = copy(&here);
    swap(&here, &there);
    here.keep_copy(&document("For hospital", "2026-10-01", Some(older)), PERSON).unwrap();
    there.keep_copy(&document("For home", "2026-10-01", Some(older)), PERSON).unwrap();
    swap(&here, &there);
    let mut said: Vec<String> = here.ahead().copies.iter().map(|copy| copy.words.text().to_owned()).collect();
    said.sort();
    assert_eq!(said, ["For home", "For hospital"]);
}

#[test]
fn copies_that_replace_each_other_in_a_ring_are_drawn_all_the_same() {
    let (_phone, hearth) = begun();
    let one = copy(&hearth);
    let two = hearth.keep_copy(&document("For hospital", "2026-10-01", Some(one)), PERSON).unwrap();
    hearth.write(Kind::ClinicalCopy, one, &ClinicalCopy::REPLACES, Value::Entity(two), PERSON).unwrap();
    let copies = hearth.ahead().copies;
    assert_eq!((copies.len(), copies[0].older.len()), (1, 1));
}

#[test]
fn a_newer_copy_of_what_is_not_there_is_refused() {
    let (_phone, hearth) = begun();
    let refused = hearth.keep_copy(&document("x", "2026-10-01", Some(on(Kind::Me))), PERSON);
    assert!(matches!(refused, Err(Trouble::NotFound)));
    assert!(hearth.ahead().copies.is_empty());
}

#[test]
fn accepting_asks_twice_in_looking_ahead_and_can_be_undone() {
    let (_phone, hearth) = begun();
    let id = wish(&hearth, "place", "At home");
    let offer =
        hearth.write(Kind::Preference, id, &Preference::WORDS, text("A care home"), &guest()).unwrap();
    assert_eq!(bare(&hearth.ahead().preferences[0].notes[0]), "Ann Example suggested a change, today");
    assert!(matches!(hearth.accept(offer, false), Err(Trouble::AskAgain)));
    assert_eq!(hearth.ahead().preferences[0].words.text(), "At home");
    hearth.accept(offer, true).unwrap();
    hearth.undo_accept(offer).unwrap();
    assert_eq!(hearth.ahead().preferences[0].words.text(), "At home");
}

#[test]
fn a_copy_that_somebody_hands_over_is_taken_in_whole_and_asks_twice() {
    let (_phone, hearth) = begun();
    let id = hearth.keep_copy(&document("For comfort at home", "2026-09-20", None), &guest()).unwrap();
    assert!(hearth.ahead().copies.is_empty());
    let waiting = hearth.suggestions();
    assert_eq!((waiting.len(), waiting[0].slots.len()), (1, 5));
    assert!(waiting[0].offered.contains("For comfort at home"), "{}", waiting[0].offered);
    assert!(waiting[0].asks_again);
    assert!(matches!(hearth.accept(waiting[0].id, false), Err(Trouble::AskAgain)));
    hearth.accept(waiting[0].id, true).unwrap();
    assert_eq!(hearth.ahead().copies[0].words.text(), "For comfort at home");
    hearth.undo_accept(waiting[0].id).unwrap();
    assert!(hearth.ahead().copies.iter().all(|copy| !copy.words.is_answered()));
    hearth.accept(waiting[0].id, true).unwrap();
    let refused = hearth.write(Kind::ClinicalCopy, id, &ClinicalCopy::WORDS, text("x"), PERSON);
    assert!(matches!(refused, Err(Trouble::Copy)));
}

/// A second suggestion for words that stand meanwhile is not a way around.
#[test]
fn accepting_a_suggestion_does_not_edit_a_copy() {
    let (_phone, hearth) = begun();
    let fields = [(ClinicalCopy::WHAT, text("Treatment plan"))];
    let id = hearth.add(Kind::ClinicalCopy, &fields, PERSON).unwrap();
    let write =
        |words: &str| hearth.write(Kind::ClinicalCopy, id, &ClinicalCopy::WORDS, text(words), &guest());
    let (first, second) = (write("one").unwrap(), write("two").unwrap());
    hearth.accept(first, true).unwrap();
    assert!(matches!(hearth.accept(second, true), Err(Trouble::Copy)));
    assert_eq!(hearth.ahead().copies[0].words.text(), "one");
}

#[test]
fn an_export_marks_a_copy_as_one() {
    let (_phone, hearth) = begun();
    copy(&hearth);
    assert_eq!(hearth.export().json["plan"]["copy"][0]["notice"], "copy: check the original");
}

#[test]
fn a_newer_copy_of_what_is_only_mine_is_only_mine_and_so_are_the_older_ones() {
    let (_phone, hearth) = begun();
    let older = copy(&hearth);
    let newer = hearth.keep_copy(&document("For hospital", "2026-10-01", Some(older)), PERSON).unwrap();
    let exported = || hearth.export().json.to_string();
    for marked in [older, newer] {
        hearth.only_me(Kind::ClinicalCopy, marked, true).unwrap();
        assert!(!exported().contains("For hospital") && !exported().contains("For comfort at home"));
        assert!(hearth.ahead().copies[0].only_me && hearth.ahead().copies[0].older[0].only_me);
        hearth.only_me(Kind::ClinicalCopy, marked, false).unwrap();
        assert!(exported().contains("For hospital") && exported().contains("For comfort at home"));
    }
}

#[test]
fn no_wish_and_no_copy_is_ever_on_the_card() {
    let (phone, hearth) = begun();
    let wish = wish(&hearth, "place", "The hospice");
    let copy = copy(&hearth);
    for (kind, id) in [(Kind::Preference, wish), (Kind::ClinicalCopy, copy)] {
        hearth.write(kind, id, &Common::ON_CARD, Value::Bool(true), PERSON).unwrap();
    }
    let card = all_of(&phone.card());
    assert!(!card.contains("hospice") && !card.contains("comfort"));
}
