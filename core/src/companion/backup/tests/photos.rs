//! Photos and voice notes: on the card, beside words, and refused.

use super::*;

#[test]
fn the_cards_photo_is_shown_only_while_the_person_shows_it_and_says_nothing_but_the_picture() {
    let phone = Phone::new();
    let (companion, _) = phone.begin();
    let (with_exif, clean) = photo();
    companion.set_card_photo(&with_exif).unwrap();
    assert_eq!(phone.photo(), None);
    show_photo(&companion, true);
    assert_eq!(phone.photo().unwrap(), clean);
    show_photo(&companion, false);
    assert!(!phone.folders.card.join("card.photo").exists());
    show_photo(&companion, true);
    assert_eq!(phone.photo().unwrap(), clean);
    let photo_id = only(Kind::Attachment);
    companion.only_me(Kind::Attachment, photo_id, true).unwrap();
    assert_eq!(phone.photo(), None);
    companion.only_me(Kind::Attachment, photo_id, false).unwrap();
    // Whatever happened to the file, it is made again.
    fs::write(phone.folders.card.join("card.photo"), b"damaged").unwrap();
    drop(companion);
    let companion = phone.open();
    assert_eq!(phone.photo().unwrap(), clean);
    companion.remove(Kind::Attachment, photo_id, &Writer::Person).unwrap();
    assert_eq!(phone.photo(), None);
    companion.restore(Kind::Attachment, photo_id, &Writer::Person).unwrap();
    assert_eq!(phone.photo().unwrap(), clean);
    companion.erase(Kind::Attachment, photo_id, &Attachment::HASH).unwrap();
    assert_eq!(phone.photo(), None);
    assert!(files_under(&phone.folders.store.join("attachments")).is_empty());
}

#[test]
fn a_photo_for_the_card_is_a_small_jpeg_or_refused() {
    let phone = Phone::new();
    let (companion, _) = phone.begin();
    let mut large = photo().0;
    large.resize(hearth_card::MOST_PHOTO_BYTES + 1, 0);
    let refused = companion.set_card_photo(&large).unwrap_err();
    assert!(matches!(refused, Trouble::Attachment(AttachError::TooLarge { .. })));
    for bytes in [&b"\x89PNG\r\n\x1a\n and more"[..], b"OggS\0", b"", &photo().0[..40]] {
        let refused = companion.set_card_photo(bytes).unwrap_err();
        assert!(matches!(refused, Trouble::Attachment(AttachError::Kind)), "{refused:?}");
    }
    assert!(!phone.folders.store.join("attachments").exists());
}

#[test]
fn a_photo_that_somebody_suggests_is_not_on_the_card_and_a_restored_phone_shows_the_persons_own() {
    let (phone, other) = (Phone::new(), Phone::new());
    let (companion, words) = phone.begin();
    show_photo(&companion, true);
    let (own, clean) = photo();
    let carer = companion.add(Kind::Person, &[(Person::NAME, text("Sam"))], &Writer::Person).unwrap();
    let mut suggested = clean.clone();
    suggested[10] = 9;
    let place = (Kind::Card, only(Kind::Card), &Card::SHOW_PHOTO);
    companion.attach_as(only(Kind::Attachment), place, &suggested, &Writer::Carer(carer)).unwrap();
    assert_eq!(phone.photo(), None);
    companion.set_card_photo(&own).unwrap();
    companion.attach_as(only(Kind::Attachment), place, &suggested, &Writer::Carer(carer)).unwrap();
    assert_eq!(phone.photo().unwrap(), clean);
    companion.back_up(&phone.path("backup")).unwrap();
    let _again = other.restore(&phone.path("backup"), &words).unwrap();
    assert_eq!(other.photo().unwrap(), clean);
}

struct Noting(Mutex<Vec<Slot>>);

impl Observer for Noting {
    fn changed(&self, fields: &[Slot]) {
        self.0.lock().unwrap().extend(fields);
    }
}

#[test]
fn a_photo_beside_a_goal_is_kept_without_its_place_and_observers_are_told() {
    let phone = Phone::new();
    let (companion, _) = phone.begin();
    let noting = Arc::new(Noting(Mutex::default()));
    companion.watch(Arc::clone(&noting) as _);
    let id = goal(&companion, "Walk");
    let (with_exif, clean) = photo();
    let kept = companion.attach(Kind::Goal, id, &Goal::WORDS, &with_exif, &Writer::Person).unwrap();
    assert_eq!(companion.attachment(kept).unwrap(), clean);
    {
        let ledger = companion.ledger();
        let attachment = Attachment::read(kept, ledger.record().entity(26, kept).unwrap());
        assert_eq!(attachment.of.first(), Some(&id));
        assert_eq!(attachment.field.first(), Some(&i64::from(Goal::WORDS.number)));
        assert_eq!(attachment.mime.first().map(String::as_str), Some("image/jpeg"));
        assert_eq!(attachment.size.first(), Some(&(clean.len() as i64)));
    }
    assert!(noting.0.lock().unwrap().iter().any(|slot| slot.entity == kept));
    companion.tidy().unwrap();
    assert_eq!(companion.attachment(kept).unwrap(), clean);
}

#[test]
fn what_belongs_nowhere_or_is_no_photo_is_refused_and_leaves_nothing() {
    let phone = Phone::new();
    let (companion, _) = phone.begin();
    let id = goal(&companion, "Walk");
    let note = b"OggS\0a voice note";
    let nobody = EntityId::from_hex(&"07".repeat(16)).unwrap();
    let attach = |kind, id, field, bytes: &[u8]| companion.attach(kind, id, field, bytes, &Writer::Person);
    assert!(matches!(attach(Kind::Goal, nobody, &Goal::WORDS, note), Err(Trouble::NotFound)));
    assert!(matches!(attach(Kind::Goal, id, &Person::NAME, note), Err(Trouble::WrongField)));
    let refused = attach(Kind::Goal, id, &Goal::WORDS, b"MZ a program.jpg").unwrap_err();
    assert!(refused.sentence(companion.words()).contains("Hearth can’t keep that kind of file"));
    let nobody = Writer::Behalf(id);
    let refused = companion.attach(Kind::Goal, id, &Goal::WORDS, note, &nobody);
    assert!(matches!(refused, Err(Trouble::NoAuthority)));
    assert!(!phone.folders.store.join("attachments").exists());
    assert!(matches!(companion.attachment(id), Err(Trouble::Attachment(AttachError::NotHere))));
}

#[test]
fn a_carers_voice_note_is_a_suggestion_that_can_be_heard() {
    let phone = Phone::new();
    let (companion, _) = phone.begin();
    let id = goal(&companion, "Walk");
    let carer = companion.add(Kind::Person, &[(Person::NAME, text("Sam"))], &Writer::Person).unwrap();
    let by = Writer::Carer(carer);
    let kept = companion.attach(Kind::Goal, id, &Goal::WORDS, b"OggS\0from Sam", &by).unwrap();
    assert_eq!(companion.attachment(kept).unwrap(), b"OggS\0from Sam");
    assert!(companion.home().suggestions > 0);
    let ledger = companion.ledger();
    assert!(Attachment::all(ledger.record()).is_empty());
    let register = ledger.record().register(Kind::Attachment.slot(kept, &Attachment::HASH)).unwrap();
    assert!(matches!(register.aside()[0].act, crate::record::Act::Suggest(_)));
}
