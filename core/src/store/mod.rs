//! The store: the record on the disk. SQLite holds sealed rows; a word is
//! acknowledged only when the disk has it, and nothing here ever deletes or
//! recreates a store that cannot be read.
//!
//! What is where in the folder:
//!
//! | file | holds |
//! |---|---|
//! | `plan.db`, `-wal`, `-shm` | sealed ops (`op`), packed history (`frame`), peers and bundles (`chain`), how far it is in step with a practice (`sync`), the key ring and the sealed state (`meta`) |
//! | `plan.db.next` | a backup being restored; never opened as a store |
//! | `keys` | a second copy of the key ring, for when `plan.db` is damaged |
//! | `keys.next` | beside it while the key ring changes |
//! | `lock` | held by the one process that has the store open |
//! | `sync.lock` | held by the one sync that runs |
//! | `attachments/` | sealed photos and voice notes |
//!
//! The card file lives in a folder of its own (see [`crate::card`]).

mod aside;
mod attach;
mod backup;
mod bundle;
mod cardfile;
mod cores;
mod db;
pub mod disk;
mod error;
mod exif;
mod files;
mod folder;
mod frame;
mod ledger;
mod merge;
mod pack;
mod progress;
mod rekey;
mod rows;
mod schema;
mod state;
mod synced;
mod tables;

pub use aside::set_aside;
pub use attach::{AttachError, MAX_ATTACHED, MAX_ATTACHMENTS, MAX_PHOTO, MAX_VOICE_NOTE, Media, clean};
pub use backup::{BackedUp, BackupError, Looked, MAX_BACKUP, glance_at, look_at};
pub use bundle::{BundleError, MAX_BUNDLE_BYTES, MAX_BUNDLE_OPS, Taken};
pub use cardfile::CardBytes;
pub use db::{Health, Loaded, Options, Store};
pub use disk::{Disk, RealDisk};
pub use error::{OpenError, StoreError};
pub use folder::{ATTACHMENTS, DB, KEYS, LOCK, SyncLock};
pub use ledger::{Draft, Ledger, Stamp};
pub use merge::Merged;
pub use progress::Progress;
pub use rows::Row;
pub use schema::FORMAT;
pub use synced::{FOLLOWED, SyncRow, Synced};

#[cfg(test)]
mod faulty;
#[cfg(test)]
mod lively;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod upgraded;
