//! Photos and voice notes beside the words: what stands where, and what does not.

use super::*;

/// The smallest thing that is taken for a voice note.
fn sound() -> Vec<u8> {
    [b"RIFF\x24\0\0\0WAVEfmt ".as_slice(), &[0; 28]].concat()
}

#[test]
fn a_voice_note_stands_beside_its_field_with_who_and_when_until_it_is_removed() {
    let (_phone, hearth) = begun();
    let about = EntityId::only(Kind::AboutMe.number());
    let goal = add_goal(&hearth, "Walk to the shop");
    let one = hearth.attach(Kind::AboutMe, about, &AboutMe::IMPORTANT, &sound(), PERSON).unwrap();
    let two = hearth.attach(Kind::AboutMe, about, &AboutMe::IMPORTANT, &sound(), PERSON).unwrap();
    let other = hearth.attach(Kind::Goal, goal, &Goal::WORDS, &sound(), PERSON).unwrap();
    let beside = hearth.beside(Kind::AboutMe, about);
    assert_eq!(beside.iter().map(|one| one.id).collect::<Vec<_>>(), [one, two]);
    assert!(beside.iter().all(|one| one.sound && one.field == "about.important"));
    assert_eq!(bare(&beside[0].who[0]), "Your words, today, this phone");
    assert_eq!(hearth.beside(Kind::Goal, goal)[0].id, other);
    assert_eq!(*hearth.attachment(one).unwrap(), *sound());

    hearth.remove(Kind::Attachment, one, PERSON).unwrap();
    assert_eq!(hearth.beside(Kind::AboutMe, about).len(), 1);
    hearth.restore(Kind::Attachment, one, PERSON).unwrap();
    assert_eq!(hearth.beside(Kind::AboutMe, about).len(), 2);
    hearth.erase(Kind::Attachment, one, &Attachment::HASH).unwrap();
    assert_eq!(hearth.beside(Kind::AboutMe, about).len(), 1);
}

#[test]
fn what_somebody_only_suggests_stands_beside_nothing() {
    let (_phone, hearth) = begun();
    let goal = add_goal(&hearth, "Walk to the shop");
    hearth.attach(Kind::Goal, goal, &Goal::WORDS, &sound(), &guest()).unwrap();
    assert!(hearth.beside(Kind::Goal, goal).is_empty());
}

#[test]
fn what_stands_beside_something_that_is_gone_is_gone_with_it() {
    let (_phone, hearth) = begun();
    let goal = add_goal(&hearth, "Walk to the shop");
    hearth.attach(Kind::Goal, goal, &Goal::WORDS, &sound(), PERSON).unwrap();
    hearth.remove(Kind::Goal, goal, PERSON).unwrap();
    assert!(hearth.beside(Kind::Goal, goal).is_empty());
}
