//! What can go wrong, and what it means for the person's words.

use crate::record::DecodeError;
use crate::vault::VaultError;
use hearth_sealed::{NoRandomness, OpenError as SealError};
use rusqlite::ErrorCode;

/// Why a store did not open. Nothing was moved, changed or deleted. Only
/// [`OpenError::may_offer_setting_aside`] lets a shell *offer* to set the files
/// aside, all together, on the person's tap.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no store in this folder.
    #[error("there is no store here")]
    Missing,
    /// There is one already where a new one was to be made.
    #[error("there is a store here already")]
    AlreadyHere,
    /// The file is not a Hearth store.
    #[error("the file is not a store")]
    NotAStore,
    /// The file is damaged so that it cannot be read.
    #[error("the store is damaged")]
    Damaged,
    /// Another part of the app, or another process, has it open.
    #[error("the store is open elsewhere")]
    InUse,
    /// The disk said no (input or output).
    #[error("the disk failed")]
    Disk,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The file may not be opened (permissions, or not unlocked yet).
    #[error("the store may not be opened")]
    CannotOpen,
    /// A newer Hearth wrote it.
    #[error("a newer app wrote the store")]
    NewerVersion,
    /// The keys: locked, lost, or another phone's.
    #[error(transparent)]
    Keys(#[from] VaultError),
    /// The system gave no randomness.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

impl OpenError {
    /// Whether a shell may offer to set the store aside: only where the bytes
    /// themselves can't be read. Never for a lock, a full disk, a locked key
    /// store or a newer version, which pass or have another cure.
    pub fn may_offer_setting_aside(&self) -> bool {
        matches!(self, OpenError::NotAStore | OpenError::Damaged)
    }
}

/// Why a reading or a writing did not happen. What was acknowledged before is kept.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The disk is full; the words just written are not kept yet.
    #[error("the disk is full")]
    Full,
    /// The disk failed; the words just written may not be kept.
    #[error("the disk failed")]
    Disk,
    /// What was read is damaged.
    #[error("a part of the store is damaged")]
    Damaged,
    /// The store is busy in another process.
    #[error("the store is busy")]
    Busy,
    /// An op would name more than one op may, or be larger: nothing was written.
    #[error("too much for one entry")]
    TooLarge,
    /// The emergency card would be larger than a card can be: nothing was written.
    #[error("the card has no room for this")]
    CardFull,
    /// The card's lines could not be put in a card: nothing was written.
    #[error("the card could not be made")]
    CardNotMade,
    /// Opening it again after a failure did not work.
    #[error("the store could not be opened again")]
    Reopen(#[source] Box<OpenError>),
    /// The system gave no randomness.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// The keys.
    #[error(transparent)]
    Keys(#[from] VaultError),
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        match code(&error) {
            Some(ErrorCode::NotADatabase) => OpenError::NotAStore,
            Some(ErrorCode::DatabaseCorrupt) => OpenError::Damaged,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => OpenError::InUse,
            Some(ErrorCode::DiskFull) => OpenError::Full,
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::ReadOnly) => {
                OpenError::CannotOpen
            }
            Some(_) => OpenError::Disk,
            // A column of another type, a row that is not there: not our schema.
            None => OpenError::Damaged,
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match code(&error) {
            Some(ErrorCode::DiskFull) => StoreError::Full,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) | None => StoreError::Damaged,
            Some(_) => StoreError::Disk,
        }
    }
}

impl From<std::io::Error> for OpenError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => OpenError::Missing,
            std::io::ErrorKind::PermissionDenied => OpenError::CannotOpen,
            std::io::ErrorKind::StorageFull => OpenError::Full,
            std::io::ErrorKind::WouldBlock => OpenError::InUse,
            _ => OpenError::Disk,
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull => StoreError::Full,
            _ => StoreError::Disk,
        }
    }
}

impl From<StoreError> for OpenError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => OpenError::Full,
            StoreError::Disk => OpenError::Disk,
            StoreError::Damaged | StoreError::TooLarge | StoreError::CardFull | StoreError::CardNotMade => {
                OpenError::Damaged
            }
            StoreError::Busy => OpenError::InUse,
            StoreError::Reopen(error) => *error,
            StoreError::NoRandomness(error) => error.into(),
            StoreError::Keys(error) => error.into(),
        }
    }
}

impl From<SealError> for StoreError {
    fn from(_: SealError) -> Self {
        StoreError::Damaged
    }
}

impl From<DecodeError> for StoreError {
    fn from(_: DecodeError) -> Self {
        StoreError::Damaged
    }
}

fn code(error: &rusqlite::Error) -> Option<ErrorCode> {
    match error {
        rusqlite::Error::SqliteFailure(inner, _) => Some(inner.code),
        _ => None,
    }
}
