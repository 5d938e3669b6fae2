//! What others write in the person's fields, and what the person makes of it.

use super::*;

fn shared() -> (Phone, Phone, Op) {
    let (mut mine, mut carers) = (Phone::new(1), Phone::new(2));
    let tea = mine.writes("tea");
    carers.gets(&tea);
    (mine, carers, tea)
}

fn decisions(phone: &Phone) -> Vec<Decision> {
    phone.register().suggestions().iter().map(|offer| offer.decision).collect()
}

#[test]
fn a_suggestion_waits_beside_the_words_and_keeps_what_its_author_saw() {
    let (mut mine, mut carers, tea) = shared();
    let offer = carers.makes(WORDS, Act::Suggest(words("coffee")), CARER, None);
    mine.writes("more tea");
    mine.gets(&offer);
    assert_eq!(mine.shows(), ["more tea"]);
    let offers = mine.register().suggestions();
    assert_eq!(offers.len(), 1);
    assert_eq!(offers[0].op.value(), Some(&words("coffee")));
    assert_eq!(offers[0].op.parents, [tea.id], "its base");
    assert_eq!(offers[0].decision, Decision::Pending);
}

#[test]
fn what_anyone_else_writes_into_the_persons_field_becomes_a_suggestion() {
    let (mut mine, mut others, tea) = shared();
    let guest = Author::Guest { name: "Sam".to_owned(), role: "Nurse".to_owned() };
    let practice = Author::Practice(EntityId([0x8a; 16]));
    for author in [CARER, guest, practice, Author::Unknown(newer())] {
        let written = others.makes(WORDS, Act::Write(words("coffee")), author, None);
        assert_eq!(written.parents, [tea.id]);
        assert_eq!(mine.gets(&written), Applied { aside: true, ..Applied::default() });
    }
    assert_eq!(mine.shows(), ["tea"]);
    assert_eq!(mine.register().suggestions().len(), 4);
}

#[test]
fn nobody_else_replaces_the_persons_words_by_an_act_not_known_yet() {
    let (mut mine, mut carers, tea) = shared();
    let unread = carers.makes(WORDS, Act::Unknown(newer()), CARER, None);
    assert_eq!(unread.parents, [tea.id]);
    mine.gets(&unread);
    assert_eq!(mine.shows(), ["tea"]);
}

#[test]
fn somebody_with_authority_writes_for_the_person() {
    let (mut mine, mut deputys, _) = shared();
    mine.gets(&deputys.makes(WORDS, Act::Write(words("coffee")), Author::Behalf(EntityId([3; 16])), None));
    assert_eq!(mine.shows(), ["coffee"]);
}

#[test]
fn a_field_of_the_practice_is_the_practices_and_the_person_suggests() {
    let slot = Slot { entity: EntityId::new(Owner::Practice, [1; 16]), field: 10, ..WORDS };
    let practice = Author::Practice(EntityId([0x8a; 16]));
    let mut mine = Phone::new(1);
    let sent = mine.makes(slot, Act::Write(words("48")), practice, None);
    mine.makes(slot, Act::Write(words("49")), Author::Person, None);
    let register = mine.record.register(slot).unwrap();
    assert_eq!(register.head_ids().collect::<Vec<_>>(), [sent.id]);
    assert_eq!(register.suggestions().len(), 1);
}

#[test]
fn a_mark_on_what_the_practice_sent_is_the_persons_own() {
    let entity = EntityId::new(Owner::Practice, [1; 16]);
    let practice = Author::Practice(EntityId([0x8a; 16]));
    for field in 1..=9 {
        let slot = Slot { entity, field, ..WORDS };
        let mut mine = Phone::new(1);
        let mark = mine.makes(slot, Act::Write(Value::Bool(true)), Author::Person, None);
        mine.makes(slot, Act::Write(Value::Bool(false)), practice.clone(), None);
        let register = mine.record.register(slot).unwrap();
        assert_eq!(register.head_ids().collect::<Vec<_>>(), [mark.id]);
    }
    for field in [LIFE, 10] {
        assert_eq!(Slot { entity, field, ..WORDS }.owner(), Owner::Practice);
    }
}

#[test]
fn the_owner_is_in_the_entitys_name_and_nothing_else_changes_it() {
    for bytes in [[0; 16], [0xff; 16]] {
        assert_eq!(EntityId::new(Owner::Person, bytes).owner(), Owner::Person);
        assert_eq!(EntityId::new(Owner::Practice, bytes).owner(), Owner::Practice);
    }
    assert_eq!(EntityId::only(7).owner(), Owner::Person);
    assert_eq!(EntityId::only(7), EntityId::only(7));
    assert_ne!(EntityId::only(7), EntityId::only(8));
}

#[test]
fn a_suggestion_is_accepted_declined_and_put_back() {
    let (mut mine, mut carers, _) = shared();
    let offer = carers.makes(WORDS, Act::Suggest(words("coffee")), CARER, None);
    mine.gets(&offer);
    for (act, decision) in [
        (Act::Decline, Decision::Declined),
        (Act::Reopen, Decision::Pending),
        (Act::Accept, Decision::Accepted),
        (Act::Reopen, Decision::Pending),
    ] {
        let decided = mine.makes(WORDS, act, Author::Person, Some(offer.id));
        carers.gets(&decided);
        assert_eq!(decisions(&mine), [decision]);
        assert_eq!(decisions(&carers), [decision]);
        assert_eq!(mine.register().suggestions()[0].decided_by, Some(&decided));
        assert_eq!(mine.shows(), ["tea"], "a decision writes no words");
    }
}

#[test]
fn a_decision_that_comes_before_its_suggestion_counts_when_it_comes() {
    let (mut mine, mut carers, _) = shared();
    let offer = carers.makes(WORDS, Act::Suggest(words("coffee")), CARER, None);
    mine.gets(&offer);
    let declined = mine.makes(WORDS, Act::Decline, Author::Person, Some(offer.id));
    let accepted = mine.makes(WORDS, Act::Accept, Author::Person, Some(offer.id));
    for order in orders(&[offer, declined, accepted]) {
        let mut late = Phone::new(9);
        late.gets_all(&order);
        assert_eq!(decisions(&late), [Decision::Accepted]);
    }
}

#[test]
fn a_decision_by_the_carer_counts_for_nothing() {
    let (mut mine, mut carers, _) = shared();
    let offer = carers.makes(WORDS, Act::Suggest(words("coffee")), CARER, None);
    let accepted = carers.makes(WORDS, Act::Accept, CARER, Some(offer.id));
    mine.gets_all([&offer, &accepted]);
    assert_eq!(decisions(&mine), [Decision::Pending]);
    assert!(mine.register().suggestions()[0].decided_by.is_none());
}

#[test]
fn a_decision_is_of_the_suggestion_it_cites_and_no_other() {
    let (mut mine, mut carers, _) = shared();
    let one = carers.makes(WORDS, Act::Suggest(words("coffee")), CARER, None);
    let two = carers.makes(WORDS, Act::Suggest(words("water")), CARER, None);
    mine.gets_all([&one, &two]);
    mine.makes(WORDS, Act::Decline, Author::Person, Some(two.id));
    assert_eq!(decisions(&mine), [Decision::Pending, Decision::Declined]);
}

#[test]
fn a_later_decision_stands_whatever_lamport_number_anybody_claims() {
    let (mut first, mut second) = (Phone::new(2), Phone::new(1));
    let mut offer = Phone::new(3).makes(WORDS, Act::Suggest(words("coffee")), CARER, None);
    offer.lamport = MAX_LAMPORT;
    first.gets(&offer);
    let declined = first.makes(WORDS, Act::Decline, Author::Person, Some(offer.id));
    second.gets_all([&offer, &declined]);
    let accepted = second.makes(WORDS, Act::Accept, Author::Person, Some(offer.id));
    first.gets(&accepted);
    assert_eq!(accepted.lamport, declined.lamport, "no number is left to tell them apart");
    assert_eq!(decisions(&first), [Decision::Accepted]);
    assert_eq!(decisions(&second), [Decision::Accepted]);
}

#[test]
fn an_entity_that_was_only_suggested_is_not_written() {
    let mut mine = Phone::new(1);
    mine.gets(&Phone::new(2).makes(WORDS, Act::Suggest(words("a walk")), CARER, None));
    let is_written = |phone: &Phone| phone.record.entity(WORDS.kind, WORDS.entity).unwrap().is_written();
    assert!(!is_written(&mine));
    mine.writes("a walk");
    assert!(is_written(&mine));
}
