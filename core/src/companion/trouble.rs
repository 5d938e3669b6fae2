//! What can go wrong, flat, each with a sentence: what happened, that nothing
//! was lost, what to do.

use super::practice::sync_key;
use crate::fhir::FhirError;
use crate::plan::Refused;
use crate::prsb::PrsbError;
use crate::share::LinkError;
use crate::share::follow::FollowError;
use crate::share::host::HostError;
use crate::share::pair::PairError;
use crate::sheets::SheetError;
use crate::store::{AttachError, BackupError, BundleError, OpenError, StoreError};
use crate::sync::engine::SyncError;
use crate::sync::http::HttpError;
use crate::sync::paper::PaperError;
use crate::sync::smart::SmartError;
use crate::vault::{KeyStoreError, NoRandomness, VaultError, WordsError};
use crate::words::{Arg, Words};
use hearth_card::CardError;

/// Anything a shell may have to tell.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// What was typed can't be kept as it is.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The store did not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The store did not read or write.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A result from outside can't be read.
    #[error(transparent)]
    Fhir(#[from] FhirError),
    /// A file in PRSB's form can't be taken in.
    #[error(transparent)]
    Prsb(#[from] PrsbError),
    /// A bundle from another phone was not made or not taken in.
    #[error(transparent)]
    Bundle(#[from] BundleError),
    /// This is the phone itself: it is removed on another one.
    #[error("a phone is removed on another one")]
    ThisPhone,
    /// There is no such entry, or no longer.
    #[error("there is no such entry")]
    NotFound,
    /// The field belongs to another kind of entry.
    #[error("the field belongs to another kind of entry")]
    WrongField,
    /// Accepting this changes what people do when the person is unwell: ask again.
    #[error("accepting this asks a second time")]
    AskAgain,
    /// They have no authority to write for the person, or it has ended.
    #[error("no authority to write for the person")]
    NoAuthority,
    /// The practice wrote it: it is the practice's to erase.
    #[error("the practice wrote it")]
    NotYours,
    /// What a copy of a document says is written once.
    #[error("a copy of a document is not edited")]
    Copy,
    /// A link with a practice was not made.
    #[error(transparent)]
    Smart(#[from] SmartError),
    /// A sync did not end as it should.
    #[error(transparent)]
    Sync(#[from] SyncError),
    /// A file from a practice was not taken in.
    #[error(transparent)]
    Paper(#[from] PaperError),
    /// A paper was not drawn.
    #[error(transparent)]
    Drawing(#[from] hearth_paper::PaperError),
    /// There is no link with a practice.
    #[error("there is no link with a practice")]
    NotLinked,
    /// The link has ended, or this phone was restored: it is made again.
    #[error("the link must be made again")]
    LinkAgain,
    /// There is a link with another practice, or to another record.
    #[error("there is a link with another practice")]
    LinkedElsewhere,
    /// The practice's record is another person's, or is closed.
    #[error("the record is another person's")]
    OtherPerson,
    /// Another sync runs.
    #[error("another sync runs")]
    SyncRuns,
    /// A share host did not do what it was asked.
    #[error(transparent)]
    Share(#[from] HostError),
    /// Something is no link that is followed, or would be none.
    #[error(transparent)]
    Link(#[from] LinkError),
    /// A link gave nothing.
    #[error(transparent)]
    Follow(#[from] FollowError),
    /// A pairing does not go on.
    #[error(transparent)]
    Pair(#[from] PairError),
    /// As many pairings are on the way as there may be.
    #[error("too many pairings on the way")]
    PairTooMany,
    /// No more can be followed here.
    #[error("no more can be followed")]
    FollowFull,
    /// Only who is paired can suggest.
    #[error("not paired")]
    NotPaired,
    /// No share host is in use.
    #[error("no share host is in use")]
    NoShareHost,
    /// Nothing was chosen to be shared.
    #[error("nothing was chosen")]
    ShareNothing,
    /// The plan says something else than what was previewed.
    #[error("the plan changed since the preview")]
    ShareChanged,
    /// A share can't end in the past.
    #[error("the end is past")]
    ShareUntil,
    /// Nothing to call the person by was given.
    #[error("a name to call the person is needed")]
    NoName,
    /// A backup was not made or not restored.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// A photo or a voice note was not kept or is not shown.
    #[error(transparent)]
    Attachment(#[from] AttachError),
    /// A file is no sheet, or nothing in it can be used.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// The words for the card could not be put in a file.
    #[error("the card could not be made")]
    Card,
    /// The card's own door has no card to draw.
    #[error(transparent)]
    CardDoor(#[from] CardError),
    /// What was typed is no set of recovery words.
    #[error(transparent)]
    Words(#[from] WordsError),
    /// A fault of Hearth's own: what it was asked to do was not done.
    #[error("a fault in Hearth")]
    Fault,
}

impl From<VaultError> for Trouble {
    fn from(error: VaultError) -> Self {
        Trouble::Open(error.into())
    }
}

impl Trouble {
    /// The key of its sentence in the words.
    pub fn key(&self) -> &'static str {
        match self {
            Trouble::Refused(refused) => refused_key(*refused),
            Trouble::Open(error) => open_key(error),
            Trouble::Store(error) => store_key(error),
            Trouble::Backup(error) => backup_key(error),
            Trouble::Attachment(error) => attach_key(error),
            Trouble::Prsb(error) => error.key(),
            Trouble::Bundle(error) => bundle_key(error),
            Trouble::ThisPhone => "error-phone-this-one",
            Trouble::Fhir(error) => error.key(),
            Trouble::NotFound => "error-not-found",
            Trouble::WrongField => "error-wrong-field",
            Trouble::AskAgain => "suggestion-ask-again",
            Trouble::NoAuthority => "error-no-authority",
            Trouble::NotYours => "error-not-yours",
            Trouble::Copy => "error-copy-not-changed",
            Trouble::Smart(error) => smart_key(error),
            Trouble::Sync(error) => sync_key(error),
            Trouble::Paper(error) => paper_key(error),
            Trouble::Drawing(error) => drawing_key(error),
            Trouble::NotLinked => "error-practice-not-linked",
            Trouble::LinkAgain => "error-practice-link-again",
            Trouble::LinkedElsewhere => "error-practice-linked-elsewhere",
            Trouble::OtherPerson => "error-practice-other-person",
            Trouble::SyncRuns => "error-practice-runs",
            Trouble::Share(error) => error.key(),
            Trouble::Link(error) => error.key(),
            Trouble::Follow(error) => error.key(),
            Trouble::Pair(error) => error.key(),
            Trouble::PairTooMany => "error-pair-too-many",
            Trouble::FollowFull => "error-follow-full",
            Trouble::NotPaired => "error-not-paired",
            Trouble::NoShareHost => "error-share-no-host",
            Trouble::ShareNothing => "error-share-nothing",
            Trouble::ShareChanged => "error-share-changed",
            Trouble::ShareUntil => "error-share-until",
            Trouble::NoName => "error-no-name",
            Trouble::Sheet(error) => error.key(),
            Trouble::Card => "error-card-not-made",
            Trouble::CardDoor(error) => card_door_key(*error),
            Trouble::Words(error) => words_key(*error),
            Trouble::Fault => "error-fault",
        }
    }

    /// Its sentence.
    pub fn sentence(&self, words: &Words) -> String {
        let code = match self {
            Trouble::Open(OpenError::Keys(VaultError::KeyStore(KeyStoreError::Failed { code }))) => *code,
            _ => 0,
        };
        let line = match self {
            Trouble::Sheet(SheetError::NotJson { line }) => *line,
            _ => 0,
        };
        let (found, position) = match self {
            Trouble::Words(WordsError::Count { found }) => (*found, 0),
            Trouble::Words(WordsError::Unknown { position }) => (0, *position),
            _ => (0, 0),
        };
        let found = i64::try_from(found).unwrap_or(i64::MAX);
        let (code, line, position) = (code.to_string(), line.to_string(), position.to_string());
        let args = [
            ("code", Arg::Text(&code)),
            ("line", Arg::Text(&line)),
            ("found", Arg::Number(found)),
            ("position", Arg::Text(&position)),
        ];
        words.say(self.key(), &args)
    }
}

fn smart_key(error: &SmartError) -> &'static str {
    match error {
        SmartError::Http(HttpError::NoConnection) => "error-practice-no-connection",
        SmartError::Http(HttpError::TimedOut | HttpError::Cut) => "error-practice-slow",
        SmartError::Http(HttpError::NotProven) => "error-practice-not-proven",
        SmartError::Http(HttpError::TooLarge) => "error-practice-too-much",
        SmartError::Http(HttpError::NotSafe) | SmartError::NotSafe => "error-practice-address",
        SmartError::Redirected => "error-practice-elsewhere",
        SmartError::NotSmart | SmartError::Lacks(_) => "error-practice-cannot-link",
        SmartError::NotOurs | SmartError::OtherIssuer => "error-practice-not-asked",
        SmartError::Refused => "error-practice-refused-link",
        SmartError::NoPatient => "error-practice-no-patient",
        SmartError::Ended => "error-practice-link-again",
        SmartError::Status(_) | SmartError::Malformed => "error-practice-unreadable",
        SmartError::NoRandomness(_) => "error-key-no-randomness",
    }
}

fn paper_key(error: &PaperError) -> &'static str {
    match error {
        PaperError::OtherPerson => "error-paper-other-person",
        PaperError::NotProven => "error-paper-not-proven",
        PaperError::Fhir(error) => match error {
            FhirError::TooLarge { .. } | FhirError::TooMany { .. } => "error-paper-too-large",
            FhirError::NotABundle => "error-paper-not-a-bundle",
            _ => "error-paper-unreadable",
        },
    }
}

fn drawing_key(error: &hearth_paper::PaperError) -> &'static str {
    use hearth_paper::PaperError;
    match error {
        PaperError::NoFont => "error-print-no-font",
        PaperError::FontMayNotBeEmbedded => "error-print-font-kept",
        PaperError::NotSound(_) => "error-print-not-sound",
    }
}

fn refused_key(refused: Refused) -> &'static str {
    match refused {
        Refused::OffTheScale => "error-scale-out-of-range",
        Refused::OffTheTotal => "error-cat-out-of-range",
        Refused::TextTooLong | Refused::ListTooLong => "error-text-too-long",
        Refused::ControlCharacter => "error-text-control",
        Refused::NoSuchDate => "error-date-impossible",
        Refused::UnlikelyYear => "error-date-unlikely",
        Refused::NotANumber => "error-not-a-number",
        Refused::UnlikelyNumber => "error-number-unlikely",
        Refused::NotAChoice | Refused::WrongType => "error-wrong-field",
    }
}

fn card_door_key(error: CardError) -> &'static str {
    match error {
        CardError::Missing => "error-card-missing",
        CardError::Unreadable { .. } => "error-card-unreadable",
        CardError::TooLarge => "error-card-too-large",
        CardError::NewerVersion => "error-card-newer",
        CardError::AnotherPersonsOrAltered => "error-card-not-this",
        CardError::Malformed => "error-card-malformed",
    }
}

fn words_key(error: WordsError) -> &'static str {
    match error {
        WordsError::Count { .. } => "error-words-count",
        WordsError::Unknown { .. } => "error-words-unknown",
        WordsError::Checksum => "error-words-checksum",
    }
}

fn store_key(error: &StoreError) -> &'static str {
    match error {
        StoreError::Full => "error-store-full",
        StoreError::Disk => "error-store-io",
        StoreError::Damaged => "error-store-damaged",
        StoreError::TooLarge => "error-text-too-long",
        StoreError::CardFull => "error-card-full",
        StoreError::CardNotMade => "error-card-not-made",
        StoreError::Busy => "error-store-busy",
        StoreError::Reopen(error) => open_key(error),
        StoreError::NoRandomness(_) => "error-key-no-randomness",
        StoreError::Keys(error) => vault_key(error),
    }
}

fn backup_key(error: &BackupError) -> &'static str {
    match error {
        BackupError::Truncated => "error-backup-truncated",
        BackupError::Altered => "error-backup-altered",
        BackupError::NewerVersion => "error-backup-newer",
        BackupError::WrongWords => "error-backup-wrong-words",
        BackupError::TooLarge => "error-backup-too-large",
        BackupError::NotABackup => "error-backup-not-a-backup",
        BackupError::Full => "error-backup-full",
        BackupError::Cancelled => "error-backup-cancelled",
        BackupError::Io(_) => "error-backup-io",
        BackupError::Open(error) => open_key(error),
        BackupError::Store(error) => store_key(error),
    }
}

fn attach_key(error: &AttachError) -> &'static str {
    match error {
        AttachError::Kind => "error-attachment-kind",
        AttachError::TooLarge { .. } => "error-attachment-too-large",
        AttachError::TooMany => "error-attachment-too-many",
        AttachError::NotHere => "error-attachment-not-here",
        AttachError::Damaged => "error-attachment-damaged",
        AttachError::Store(error) => store_key(error),
    }
}

fn bundle_key(error: &BundleError) -> &'static str {
    match error {
        BundleError::TooLarge => "error-bundle-too-large",
        BundleError::NotABundle => "error-bundle-not-a-bundle",
        BundleError::NewerVersion => "error-bundle-newer",
        BundleError::Signature => "error-bundle-signature",
        BundleError::OtherPlan => "error-bundle-other-plan",
        BundleError::OldKeys => "error-bundle-other-keys",
        BundleError::RemovedPhone => "error-bundle-removed-phone",
        BundleError::Gap => "error-bundle-gap",
        BundleError::Fork => "error-bundle-fork",
        BundleError::WentBack => "error-bundle-went-back",
        BundleError::Damaged => "error-bundle-malformed",
        BundleError::Store(error) => store_key(error),
    }
}

fn open_key(error: &OpenError) -> &'static str {
    match error {
        OpenError::Missing => "error-store-missing",
        OpenError::AlreadyHere => "error-store-already-here",
        OpenError::NotAStore => "error-store-not-a-store",
        OpenError::Damaged => "error-store-damaged",
        OpenError::InUse => "error-store-in-use",
        OpenError::Disk => "error-store-io",
        OpenError::Full => "error-store-full",
        OpenError::CannotOpen => "error-store-cannot-open",
        OpenError::NewerVersion => "error-store-newer",
        OpenError::Keys(error) => vault_key(error),
        OpenError::NoRandomness(NoRandomness) => "error-key-no-randomness",
    }
}

fn vault_key(error: &VaultError) -> &'static str {
    match error {
        VaultError::KeyStore(KeyStoreError::Locked) => "error-key-locked",
        VaultError::KeyStore(KeyStoreError::Lost) => "error-key-lost",
        VaultError::KeyStore(KeyStoreError::Changed) | VaultError::WrongKeyStore => "error-key-changed",
        VaultError::KeyStore(KeyStoreError::Failed { .. }) => "error-key-failed",
        VaultError::WrongWords | VaultError::OtherKeys => "error-words-not-this-plan",
        VaultError::NewerFormat(_) => "error-key-ring-newer",
        VaultError::Damaged | VaultError::TooLarge { .. } => "error-key-ring-damaged",
        VaultError::NoRandomness(_) => "error-key-no-randomness",
    }
}
