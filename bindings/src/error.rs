//! What can go wrong, flat, and grouped by what a shell does about it.

use hearth_core::companion::Trouble;
use hearth_core::plan::Refused;
use hearth_core::share::LinkError;
use hearth_core::share::follow::FollowError;
use hearth_core::share::host::HostError;
use hearth_core::share::pair::PairError;
use hearth_core::store::{AttachError, BackupError, BundleError, OpenError, StoreError};
use hearth_core::sync::engine::SyncError;
use hearth_core::sync::http::HttpError;
use hearth_core::sync::practice::PracticeError;
use hearth_core::sync::smart::SmartError;
use hearth_core::vault::{KeyStoreError, VaultError};
use hearth_core::words::Words;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Declares the groups: each has the same two fields.
macro_rules! groups {
    ($( $(#[$doc:meta])* $group:ident, )*) => {
        /// Why something was not done. The groups say what a shell does about it;
        /// the sentence is for the person: what happened, that nothing was lost,
        /// what to do.
        #[derive(Debug, thiserror::Error, uniffi::Error)]
        pub enum HearthError {
            $(
                $(#[$doc])*
                #[error("{reason}")]
                $group {
                    /// For the person, in their language.
                    sentence: String,
                    /// The sentence's key: tells like things apart, and may stand in
                    /// a log, since nobody's words are in it.
                    reason: String,
                },
            )*
        }

        /// A group without its fields.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Group { $( $group, )* }

        impl HearthError {
            /// What went wrong, in `words`.
            pub(crate) fn of(trouble: &Trouble, words: &Words) -> Self {
                let sentence = trouble.sentence(words);
                let reason = trouble.key().to_owned();
                match group_of(trouble) {
                    $( Group::$group => HearthError::$group { sentence, reason }, )*
                }
            }

            #[cfg(test)]
            pub(crate) fn parts(&self) -> (Group, &str, &str) {
                match self {
                    $( HearthError::$group { sentence, reason } => (Group::$group, sentence, reason), )*
                }
            }
        }
    };
}

groups! {
    /// Ask the person a second time, then do it with `sure`.
    AskAgain,
    /// The phone has not been unlocked since it was switched on: wait, and try
    /// again. The card opens meanwhile.
    Locked,
    /// The key is gone or another one: ask for the recovery words.
    NeedsWords,
    /// These words do not open it, or are not written as given out: stay where
    /// they are typed.
    WrongWords,
    /// The bytes of the store can't be read: offer to set it aside. Nothing is
    /// moved before the person taps.
    MaySetAside,
    /// There is no plan here: the first run.
    NoPlan,
    /// There is a plan here already: open it.
    PlanIsHere,
    /// There is no room on the phone: say so; what was typed is still in its box.
    NoRoom,
    /// It may pass: offer to try again.
    TryAgain,
    /// A newer Hearth wrote it: offer to update.
    NewerHearth,
    /// What was typed can't be kept as it is: say so beside its box.
    Refused,
    /// It is not the person's to change, or not here: say so.
    NotAllowed,
    /// There is no link with the practice, or it has ended: offer to link.
    LinkFirst,
    /// It is not in the plan any more: draw the screen anew.
    NotThere,
    /// A file, a result or a bundle from outside is not taken in.
    BadFile,
    /// The person stopped it.
    Stopped,
    /// Anything else: say the sentence.
    Other,
}

fn group_of(trouble: &Trouble) -> Group {
    match trouble {
        Trouble::AskAgain => Group::AskAgain,
        Trouble::Refused(refused) => refused_group(*refused),
        Trouble::NoName => Group::Refused,
        Trouble::WrongField | Trouble::Copy | Trouble::ThisPhone => Group::NotAllowed,
        Trouble::NoAuthority | Trouble::NotYours => Group::NotAllowed,
        Trouble::NotFound => Group::NotThere,
        Trouble::Open(error) => open_group(error),
        Trouble::Store(error) => store_group(error),
        Trouble::Backup(error) => backup_group(error),
        Trouble::Attachment(error) => attach_group(error),
        Trouble::Bundle(error) => bundle_group(error),
        Trouble::Fhir(_) | Trouble::Sheet(_) | Trouble::Prsb(_) | Trouble::Paper(_) => Group::BadFile,
        Trouble::Drawing(_) => Group::Other,
        Trouble::Smart(error) => smart_group(error),
        Trouble::Sync(error) => sync_group(error),
        Trouble::Share(HostError::Http(error)) | Trouble::Follow(FollowError::Http(error)) => {
            http_group(error)
        }
        Trouble::Share(HostError::Busy { .. }) | Trouble::Follow(FollowError::Busy { .. }) => Group::TryAgain,
        Trouble::Share(HostError::Ended | HostError::NoToken) => Group::NotAllowed,
        Trouble::Share(HostError::Address) => Group::Refused,
        Trouble::Link(LinkError::LabelTooLong | LinkError::LabelHides) => Group::Refused,
        Trouble::Share(_) | Trouble::NoShareHost => Group::Other,
        Trouble::ShareNothing | Trouble::ShareUntil | Trouble::ShareChanged => Group::Refused,
        Trouble::Link(_) | Trouble::Follow(_) => Group::BadFile,
        Trouble::Pair(PairError::Over) => Group::TryAgain,
        Trouble::Pair(PairError::Newer) => Group::NewerHearth,
        Trouble::Pair(_) => Group::BadFile,
        Trouble::PairTooMany | Trouble::FollowFull => Group::Refused,
        Trouble::NotPaired => Group::NotAllowed,
        Trouble::NotLinked | Trouble::LinkAgain => Group::LinkFirst,
        Trouble::LinkedElsewhere | Trouble::OtherPerson => Group::NotAllowed,
        Trouble::SyncRuns => Group::TryAgain,
        Trouble::Words(_) => Group::WrongWords,
        Trouble::Card | Trouble::CardDoor(_) | Trouble::Fault => Group::Other,
    }
}

fn smart_group(error: &SmartError) -> Group {
    match error {
        SmartError::Http(error) => http_group(error),
        SmartError::Status(_) | SmartError::Malformed => Group::TryAgain,
        SmartError::Ended => Group::LinkFirst,
        SmartError::NotOurs | SmartError::OtherIssuer | SmartError::Refused => Group::NotAllowed,
        SmartError::Redirected
        | SmartError::NotSmart
        | SmartError::Lacks(_)
        | SmartError::NotSafe
        | SmartError::NoPatient
        | SmartError::NoRandomness(_) => Group::Other,
    }
}

fn http_group(error: &HttpError) -> Group {
    match error {
        HttpError::NoConnection | HttpError::TimedOut | HttpError::Cut => Group::TryAgain,
        HttpError::NotSafe => Group::Refused,
        HttpError::TooLarge | HttpError::NotProven => Group::Other,
    }
}

fn sync_group(error: &SyncError) -> Group {
    match error {
        SyncError::Practice(error) => practice_group(error),
        SyncError::OtherPatient => Group::NotAllowed,
        SyncError::Store(error) => store_group(error),
    }
}

fn practice_group(error: &PracticeError) -> Group {
    match error {
        PracticeError::Http(error) => http_group(error),
        PracticeError::Busy { .. } | PracticeError::Status(_) | PracticeError::Unreadable => Group::TryAgain,
        PracticeError::Ended => Group::LinkFirst,
        PracticeError::NotAllowed => Group::NotAllowed,
        PracticeError::Redirected | PracticeError::Endless => Group::Other,
        PracticeError::Stopped => Group::Stopped,
        PracticeError::Store(error) => store_group(error),
    }
}

fn refused_group(refused: Refused) -> Group {
    match refused {
        Refused::WrongType | Refused::NotAChoice => Group::NotAllowed,
        Refused::OffTheScale
        | Refused::OffTheTotal
        | Refused::TextTooLong
        | Refused::ControlCharacter
        | Refused::NoSuchDate
        | Refused::UnlikelyYear
        | Refused::NotANumber
        | Refused::UnlikelyNumber
        | Refused::ListTooLong => Group::Refused,
    }
}

fn open_group(error: &OpenError) -> Group {
    if error.may_offer_setting_aside() {
        return Group::MaySetAside;
    }
    match error {
        OpenError::Missing => Group::NoPlan,
        OpenError::AlreadyHere => Group::PlanIsHere,
        OpenError::Full => Group::NoRoom,
        OpenError::NewerVersion => Group::NewerHearth,
        OpenError::Keys(error) => vault_group(error),
        OpenError::InUse | OpenError::Disk | OpenError::CannotOpen | OpenError::NoRandomness(_) => {
            Group::TryAgain
        }
        OpenError::NotAStore | OpenError::Damaged => Group::Other,
    }
}

fn vault_group(error: &VaultError) -> Group {
    match error {
        VaultError::KeyStore(KeyStoreError::Locked) => Group::Locked,
        VaultError::KeyStore(KeyStoreError::Lost | KeyStoreError::Changed) | VaultError::WrongKeyStore => {
            Group::NeedsWords
        }
        VaultError::KeyStore(KeyStoreError::Failed { .. }) | VaultError::NoRandomness(_) => Group::TryAgain,
        VaultError::WrongWords | VaultError::OtherKeys => Group::WrongWords,
        VaultError::NewerFormat(_) => Group::NewerHearth,
        VaultError::Damaged | VaultError::TooLarge { .. } => Group::Other,
    }
}

fn store_group(error: &StoreError) -> Group {
    match error {
        StoreError::Full => Group::NoRoom,
        StoreError::Disk | StoreError::Busy | StoreError::NoRandomness(_) => Group::TryAgain,
        StoreError::TooLarge | StoreError::CardFull => Group::Refused,
        StoreError::Reopen(error) => open_group(error),
        StoreError::Keys(error) => vault_group(error),
        StoreError::Damaged | StoreError::CardNotMade => Group::Other,
    }
}

fn backup_group(error: &BackupError) -> Group {
    match error {
        BackupError::Cancelled => Group::Stopped,
        BackupError::WrongWords => Group::WrongWords,
        BackupError::NewerVersion => Group::NewerHearth,
        BackupError::Full => Group::NoRoom,
        BackupError::Io(_) => Group::TryAgain,
        BackupError::Truncated | BackupError::Altered | BackupError::TooLarge | BackupError::NotABackup => {
            Group::BadFile
        }
        BackupError::Open(error) => open_group(error),
        BackupError::Store(error) => store_group(error),
    }
}

fn attach_group(error: &AttachError) -> Group {
    match error {
        AttachError::Kind | AttachError::TooLarge { .. } | AttachError::TooMany => Group::Refused,
        AttachError::NotHere => Group::NotThere,
        AttachError::Damaged => Group::Other,
        AttachError::Store(error) => store_group(error),
    }
}

fn bundle_group(error: &BundleError) -> Group {
    match error {
        BundleError::NewerVersion => Group::NewerHearth,
        BundleError::Store(error) => store_group(error),
        BundleError::TooLarge
        | BundleError::NotABundle
        | BundleError::Signature
        | BundleError::OtherPlan
        | BundleError::OldKeys
        | BundleError::RemovedPhone
        | BundleError::Gap
        | BundleError::Fork
        | BundleError::WentBack
        | BundleError::Damaged => Group::BadFile,
    }
}

/// The door that everything goes through: what goes wrong is said in `words`, and
/// a panic is a fault like any other. The plan behind it stays whole: a change of
/// it is on the disk or taken back.
pub(crate) fn guarded<T>(words: &Words, work: impl FnOnce() -> Result<T, Trouble>) -> Result<T, HearthError> {
    caught(work).map_err(|trouble| HearthError::of(&trouble, words))
}

/// A panic in `work` is a fault like any other.
pub(crate) fn caught<T>(work: impl FnOnce() -> Result<T, Trouble>) -> Result<T, Trouble> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Trouble::Fault))
}
