//! Files: missing, torn, altered, another's, too large, not a file at all.

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Seek, SeekFrom, Write};
use std::path::Path;

use hearth_card::{CARD_FILE, CardError, MOST_DOC_BYTES, NEXT_FILE, PHOTO_FILE, open, open_photo, seal};
use proptest::prelude::*;

use crate::{folder, key, named, sample, smallest};

/// The beginning of a card file, as a power cut may leave it.
const TORN: &[u8] = b"\x01card torn";

fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let file = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().unwrap();
        (name, fs::read(entry.path()).unwrap())
    };
    files.map(file).collect()
}

#[test]
fn what_was_sealed_opens_as_it_was() {
    let folder = folder(&[(CARD_FILE, &seal(&sample(), &key(1)).unwrap())]);
    let card = open(folder.path(), &key(1)).unwrap();
    assert!(card.doc == sample());
    assert!(!card.may_be_behind);
}

#[test]
fn no_card_and_no_folder_are_missing() {
    let empty = folder(&[]);
    assert_eq!(open(empty.path(), &key(1)), Err(CardError::Missing));
    let nowhere = empty.path().join("no such folder");
    assert_eq!(open(&nowhere, &key(1)), Err(CardError::Missing));
}

#[test]
fn the_card_of_another_person_is_refused() {
    let folder = folder(&[(CARD_FILE, &seal(&sample(), &key(2)).unwrap())]);
    let refused = open(folder.path(), &key(1));
    assert_eq!(refused, Err(CardError::AnotherPersonsOrAltered));
}

#[test]
fn every_truncation_is_refused() {
    let sealed = seal(&smallest(), &key(1)).unwrap();
    let folder = folder(&[(CARD_FILE, &[&sealed[..], &[0]].concat())]);
    let card = folder.path().join(CARD_FILE);
    let file = fs::File::options().write(true).open(card).unwrap();
    let altered = Err(CardError::AnotherPersonsOrAltered);
    assert_eq!(open(folder.path(), &key(1)), altered, "a byte too long");
    file.set_len(sealed.len() as u64).unwrap();
    assert!(open(folder.path(), &key(1)).is_ok(), "whole, it opens");
    for length in (0..sealed.len() as u64).rev() {
        file.set_len(length).unwrap();
        assert_eq!(open(folder.path(), &key(1)), altered, "{length} bytes");
    }
}

#[test]
fn every_flipped_bit_is_refused() {
    let sealed = seal(&smallest(), &key(1)).unwrap();
    let folder = folder(&[(CARD_FILE, &sealed)]);
    let card = folder.path().join(CARD_FILE);
    let mut file = fs::File::options().write(true).open(card).unwrap();
    let mut put = |at: usize, byte: u8| {
        file.seek(SeekFrom::Start(at as u64)).unwrap();
        file.write_all(&[byte]).unwrap();
    };
    for (at, byte) in sealed.iter().enumerate() {
        for flipped in (0..8).map(|bit| byte ^ (1 << bit)) {
            put(at, flipped);
            // The first byte is the envelope's version, and there never was a version 0.
            let expected = if at == 0 && flipped != 0 {
                CardError::NewerVersion
            } else {
                CardError::AnotherPersonsOrAltered
            };
            assert_eq!(open(folder.path(), &key(1)), Err(expected), "byte {at}");
        }
        put(at, *byte);
    }
    assert!(open(folder.path(), &key(1)).is_ok(), "put back, it opens");
}

#[test]
fn a_left_over_edit_warns_and_the_card_is_the_one_shown() {
    let (card, next) = (named("Jo"), named("Jo Example-Sam"));
    let folder =
        folder(&[(CARD_FILE, &seal(&card, &key(1)).unwrap()), (NEXT_FILE, &seal(&next, &key(1)).unwrap())]);
    let opened = open(folder.path(), &key(1)).unwrap();
    assert_eq!(opened.doc.name, "Jo");
    assert!(opened.may_be_behind);
}

#[test]
fn a_torn_left_over_edit_warns_and_does_no_harm() {
    let folder = folder(&[(CARD_FILE, &seal(&sample(), &key(1)).unwrap()), (NEXT_FILE, b"")]);
    assert!(open(folder.path(), &key(1)).unwrap().may_be_behind);
}

#[test]
fn where_the_card_is_gone_or_damaged_the_edit_is_shown_with_the_warning() {
    let next = seal(&named("Jo, next"), &key(1)).unwrap();
    let another = seal(&sample(), &key(2)).unwrap();
    let only_next = folder(&[(NEXT_FILE, &next)]);
    let damaged = folder(&[(CARD_FILE, TORN), (NEXT_FILE, &next)]);
    let anothers = folder(&[(CARD_FILE, &another), (NEXT_FILE, &next)]);
    for folder in [only_next, damaged, anothers] {
        let opened = open(folder.path(), &key(1)).unwrap();
        assert_eq!(opened.doc.name, "Jo, next");
        assert!(opened.may_be_behind);
    }
}

#[test]
fn where_neither_opens_the_error_is_the_cards_own() {
    let another = seal(&sample(), &key(2)).unwrap();
    let neither = folder(&[(CARD_FILE, &[9; 100]), (NEXT_FILE, &another)]);
    assert_eq!(open(neither.path(), &key(1)), Err(CardError::NewerVersion));
    let torn_first = folder(&[(NEXT_FILE, TORN)]);
    let refused = open(torn_first.path(), &key(1));
    let altered = Err(CardError::AnotherPersonsOrAltered);
    assert_eq!(refused, altered, "the only file there is says why");
}

#[test]
fn a_file_larger_than_any_card_is_refused_unread() {
    let folder = folder(&[]);
    let file = fs::File::create(folder.path().join(CARD_FILE)).unwrap();
    // Four terabytes of nothing: to read them, or make room for them, would show.
    file.set_len(4 << 40).unwrap();
    assert_eq!(open(folder.path(), &key(1)), Err(CardError::TooLarge));
    file.set_len(MOST_DOC_BYTES as u64 + 33).unwrap();
    let refused = open(folder.path(), &key(1));
    assert_eq!(refused, Err(CardError::AnotherPersonsOrAltered), "the largest that is read");
    file.set_len(MOST_DOC_BYTES as u64 + 34).unwrap();
    assert_eq!(open(folder.path(), &key(1)), Err(CardError::TooLarge));
}

#[test]
fn a_folder_in_the_cards_place_is_unreadable() {
    let folder = folder(&[]);
    fs::create_dir(folder.path().join(CARD_FILE)).unwrap();
    let kind = ErrorKind::IsADirectory;
    assert_eq!(open(folder.path(), &key(1)), Err(CardError::Unreadable { kind }));
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed_for_the_card_but_may_lead_to_its_folder() {
    let real = folder(&[(CARD_FILE, &seal(&sample(), &key(1)).unwrap())]);
    let linked = folder(&[]);
    let link = |to: &Path, at: &Path| std::os::unix::fs::symlink(to, at);
    link(&real.path().join(CARD_FILE), &linked.path().join(CARD_FILE)).unwrap();
    let kind = ErrorKind::InvalidInput;
    assert_eq!(open(linked.path(), &key(1)), Err(CardError::Unreadable { kind }));

    let way = linked.path().join("way");
    link(real.path(), &way).unwrap();
    assert!(open(&way, &key(1)).is_ok());
}

#[cfg(unix)]
#[test]
fn a_dangling_link_in_the_edits_place_counts_as_an_edit() {
    let folder = folder(&[(CARD_FILE, &seal(&sample(), &key(1)).unwrap())]);
    std::os::unix::fs::symlink("nowhere", folder.path().join(NEXT_FILE)).unwrap();
    assert!(open(folder.path(), &key(1)).unwrap().may_be_behind);
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_cards_place_does_not_hold_the_reader() {
    let folder = folder(&[]);
    let made = std::process::Command::new("mkfifo").arg(folder.path().join(CARD_FILE)).status();
    assert!(made.unwrap().success());
    let kind = ErrorKind::InvalidInput;
    assert_eq!(open(folder.path(), &key(1)), Err(CardError::Unreadable { kind }));
}

#[test]
fn opening_leaves_every_file_as_it_was() {
    let sealed = seal(&sample(), &key(1)).unwrap();
    for files in [
        &[(CARD_FILE, &sealed[..]), (NEXT_FILE, TORN)][..],
        &[(CARD_FILE, TORN), (NEXT_FILE, &sealed), (PHOTO_FILE, TORN)],
    ] {
        let folder = folder(files);
        let before = contents(folder.path());
        let _ = (open(folder.path(), &key(1)), open_photo(folder.path(), &key(1)));
        assert_eq!(contents(folder.path()), before);
    }
}

proptest! {
    #[test]
    fn no_bytes_in_the_folder_make_the_reader_panic(
        card in prop::collection::vec(any::<u8>(), 0..300),
        next in prop::option::of(prop::collection::vec(any::<u8>(), 0..300)),
    ) {
        let folder = folder(&[(CARD_FILE, &card)]);
        if let Some(next) = next {
            fs::write(folder.path().join(NEXT_FILE), next).unwrap();
        }
        prop_assert!(open(folder.path(), &key(1)).is_err());
    }
}
