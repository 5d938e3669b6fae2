//! The cipher of backups: a stream of any length, sealed in chunks under the
//! recovery words, so that the words alone bring the plan back.
//!
//! ```text
//! header: "HEARTHBK" 8 | version 1 (0x01) | salt 16 | check 16 | sum 4
//! chunk:  u32 big-endian: the top bit set on the last chunk, else clear;
//!         the other 31 bits the length of what follows
//!         the envelope (hearth-sealed) of at most 64 KiB of plaintext
//! ```
//!
//! The stream's keys are derived from the words and its own random salt. Every
//! chunk is bound to its number and to whether it is the last; all chunks but the
//! last are full, the last may be empty, and nothing follows it. So no chunk can
//! be dropped, added, moved or doubled, and an end that is missing is noticed.
//! Check (from the words) and sum (from the header alone) tell other words from a
//! damaged header.

use hearth_sealed::{KeyId, NoRandomness, OVERHEAD, SealKey};

use super::derive::{Root, sum};
use super::recovery::RecoveryWords;

mod reader;
mod writer;

pub use reader::StreamReader;
pub use writer::StreamWriter;

/// How much plaintext a chunk holds, in bytes.
pub const CHUNK_BYTES: usize = 64 * 1024;

const MAGIC: &[u8; 8] = b"HEARTHBK";
const VERSION: u8 = 1;
const SALT: usize = 16;
const CHECK: usize = 16;
const SUM: usize = 4;
const HEADER: usize = MAGIC.len() + 1 + SALT + CHECK + SUM;
const SEALED_CHUNK: usize = CHUNK_BYTES + OVERHEAD;
const LAST: u32 = 1 << 31;
/// The key's name in the envelopes; each stream has its own key, told apart by
/// the header's check.
const KEY_NAME: KeyId = KeyId(*b"HHBK");

/// Why a stream could not be written or read.
#[derive(Debug, thiserror::Error)]
pub enum StreamError {
    /// It does not begin as a backup does.
    #[error("this is not a Hearth backup")]
    NotABackup,
    /// A newer Hearth wrote it.
    #[error("this backup was written by a newer Hearth (format {0})")]
    NewerVersion(u8),
    /// Other words than those it was sealed under; older ones, perhaps.
    #[error("these recovery words do not open this backup")]
    WrongWords,
    /// It ends before its end.
    #[error("this backup is cut short")]
    Truncated,
    /// It was altered: a changed byte, a chunk moved, doubled or of another backup.
    #[error("this backup was altered or is damaged")]
    Altered,
    /// Something follows its end.
    #[error("something was added after the end of this backup")]
    Trailing,
    /// It holds more than the reader said to accept.
    #[error("this backup is larger than {limit} bytes")]
    TooLarge {
        /// What the reader said.
        limit: u64,
    },
    /// Nothing can be written after a write that failed.
    #[error("this backup could not be written to its end")]
    Broken,
    /// The file below failed.
    #[error("the backup file could not be read or written")]
    Io(#[from] std::io::Error),
    /// The system gave no random numbers.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

/// The keys of one stream.
struct StreamKeys {
    chunks: SealKey,
    check: [u8; CHECK],
}

impl StreamKeys {
    fn new(words: &RecoveryWords, salt: &[u8; SALT]) -> Self {
        let root = Root::new(salt, words.entropy().expose());
        let mut check = [0; CHECK];
        check.copy_from_slice(&root.key("backup 1 check").expose()[..CHECK]);
        Self { chunks: SealKey::new(KEY_NAME, &root.key("backup 1 chunks")), check }
    }
}

/// What a chunk is bound to.
fn chunk_aad(number: u64, last: bool) -> [u8; 24] {
    let mut aad = *b"hearth backup 1\0........";
    aad[15] = u8::from(last);
    aad[16..].copy_from_slice(&number.to_be_bytes());
    aad
}

fn header(salt: &[u8; SALT], check: &[u8; CHECK]) -> Vec<u8> {
    let mut header = [MAGIC.as_slice(), &[VERSION], salt, check].concat();
    let sum: [u8; SUM] = sum(&[&header]);
    header.extend_from_slice(&sum);
    header
}

#[cfg(test)]
mod tests;
