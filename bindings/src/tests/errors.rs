//! Errors are flat: a group, and a sentence in the person's language.

use super::*;
use hearth_core::card::CardError;
use hearth_core::companion::Trouble;
use hearth_core::plan::Refused;
use hearth_core::store::{AttachError, BackupError, BundleError, OpenError, StoreError};
use hearth_core::vault::{KeyStoreError, NoRandomness, VaultError, WordsError};
use hearth_core::words::{Language, Words};
use std::io::{self, ErrorKind};

/// One of every sort of trouble, with the group it belongs to.
fn troubles() -> Vec<(Trouble, Group)> {
    let disk = || io::Error::from(ErrorKind::Other);
    let key_store = |error| Trouble::from(VaultError::KeyStore(error));
    let mut all = vec![
        (Trouble::AskAgain, Group::AskAgain),
        (Trouble::NoName, Group::Refused),
        (Trouble::NotFound, Group::NotThere),
        (Trouble::WrongField, Group::NotAllowed),
        (Trouble::NoAuthority, Group::NotAllowed),
        (Trouble::NotYours, Group::NotAllowed),
        (Trouble::Copy, Group::NotAllowed),
        (Trouble::ThisPhone, Group::NotAllowed),
        (Trouble::Card, Group::Other),
        (Trouble::Fault, Group::Other),
        (Trouble::CardDoor(CardError::Missing), Group::Other),
        (Trouble::Words(WordsError::Checksum), Group::WrongWords),
        (Trouble::Attachment(AttachError::NotHere), Group::NotThere),
        (Trouble::Attachment(AttachError::TooMany), Group::Refused),
        (Trouble::Bundle(BundleError::Signature), Group::BadFile),
        (Trouble::Bundle(BundleError::NewerVersion), Group::NewerHearth),
        (key_store(KeyStoreError::Locked), Group::Locked),
        (key_store(KeyStoreError::Lost), Group::NeedsWords),
        (key_store(KeyStoreError::Changed), Group::NeedsWords),
        (key_store(KeyStoreError::Failed { code: 3 }), Group::TryAgain),
        (VaultError::WrongWords.into(), Group::WrongWords),
        (VaultError::NewerFormat(9).into(), Group::NewerHearth),
        (VaultError::Damaged.into(), Group::Other),
    ];
    let refused = [
        (Refused::OffTheScale, Group::Refused),
        (Refused::TextTooLong, Group::Refused),
        (Refused::NoSuchDate, Group::Refused),
        (Refused::WrongType, Group::NotAllowed),
    ];
    all.extend(refused.map(|(refused, group)| (refused.into(), group)));
    let opening = [
        (OpenError::Missing, Group::NoPlan),
        (OpenError::AlreadyHere, Group::PlanIsHere),
        (OpenError::NotAStore, Group::MaySetAside),
        (OpenError::Damaged, Group::MaySetAside),
        (OpenError::InUse, Group::TryAgain),
        (OpenError::Disk, Group::TryAgain),
        (OpenError::Full, Group::NoRoom),
        (OpenError::CannotOpen, Group::TryAgain),
        (OpenError::NewerVersion, Group::NewerHearth),
        (OpenError::NoRandomness(NoRandomness), Group::TryAgain),
    ];
    all.extend(opening.map(|(error, group)| (error.into(), group)));
    let storing = [
        (StoreError::Full, Group::NoRoom),
        (StoreError::Disk, Group::TryAgain),
        (StoreError::Busy, Group::TryAgain),
        (StoreError::Damaged, Group::Other),
        (StoreError::TooLarge, Group::Refused),
        (StoreError::CardFull, Group::Refused),
        (StoreError::Reopen(Box::new(OpenError::Full)), Group::NoRoom),
    ];
    all.extend(storing.map(|(error, group)| (error.into(), group)));
    let backups = [
        (BackupError::Cancelled, Group::Stopped),
        (BackupError::WrongWords, Group::WrongWords),
        (BackupError::Truncated, Group::BadFile),
        (BackupError::NewerVersion, Group::NewerHearth),
        (BackupError::Full, Group::NoRoom),
        (BackupError::Io(disk()), Group::TryAgain),
        (BackupError::Open(OpenError::AlreadyHere), Group::PlanIsHere),
    ];
    all.extend(backups.map(|(error, group)| (error.into(), group)));
    all
}

#[test]
fn every_trouble_is_in_its_group_and_has_a_sentence_in_both_languages() {
    let languages = [Language::EnGb, Language::Cy].map(Words::new);
    for (trouble, wanted) in troubles() {
        let said = languages.each_ref().map(|words| {
            let error = HearthError::of(&trouble, words);
            let (group, sentence, reason) = error.parts();
            assert_eq!((group, reason), (wanted, trouble.key()), "{trouble:?}");
            assert!(sentence.ends_with(['.', '?']) && !sentence.contains(['[', '{']), "{sentence}");
            sentence.to_owned()
        });
        assert_ne!(said[0], said[1], "{trouble:?}");
    }
}

#[test]
fn a_shell_may_offer_to_set_aside_just_where_the_core_says_so() {
    let words = Words::new(Language::EnGb);
    for (trouble, group) in troubles() {
        let may = match &trouble {
            Trouble::Open(error) => error.may_offer_setting_aside(),
            _ => false,
        };
        assert_eq!(group == Group::MaySetAside, may, "{trouble:?}");
        assert_eq!(HearthError::of(&trouble, &words).parts().0 == Group::MaySetAside, may);
    }
}

#[test]
fn what_stands_in_a_log_is_the_sentences_key_and_nobodys_words() {
    let (_phone, plan) = begun();
    let long = "Penicillin ".repeat(8000);
    let error = plan.add("allergy", vec![with("what", words(&long))], ME).unwrap_err();
    assert_eq!(error.to_string(), "error-text-too-long");
    assert!(!format!("{error:?}").contains("Penicillin"));
}

#[test]
fn an_error_speaks_the_plans_language_and_follows_it() {
    let (_phone, plan) = begun();
    let missing = || sentence(plan.goal("00"));
    let english = missing();
    plan.speak("cy").unwrap();
    assert_ne!(missing(), english);
    plan.speak("en-GB").unwrap();
    assert_eq!(missing(), english);
}
