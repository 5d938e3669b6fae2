//! The records of a backup and their two CBOR bodies.

use super::super::files::Hash;
use crate::record::{MAX_LAMPORT, MAX_OP_BYTES, When};
use crate::vault::MAX_RING_BYTES;
use minicbor::{Decoder, Encoder};

/// The format of a backup of the plan alone.
pub const FORMAT: u32 = 1;
/// The format of one that holds copies of other people's plans too. An app that does not know them says
/// that it is newer.
pub const WITH_FOLLOWED: u32 = 2;
/// The most copies: several times what one phone follows.
pub const MAX_FOLLOWED: usize = 64;
/// The most ops: far more than a life of writing, far less than 2 GiB could claim.
pub const MAX_OPS: u64 = 8 * 1024 * 1024;
/// The most files: twice what one phone takes in, for several phones do.
pub const MAX_FILES: u64 = 2 * crate::store::MAX_ATTACHMENTS as u64;
/// Log numbers above this were never reached by writing.
pub const MAX_LOG: u64 = 1 << 48;

/// A record's kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Head = 1,
    Row = 2,
    Past = 3,
    File = 4,
    Piece = 5,
    End = 6,
    Followed = 7,
}

impl Kind {
    pub fn of(number: u8) -> Option<Self> {
        Some(match number {
            1 => Kind::Head,
            2 => Kind::Row,
            3 => Kind::Past,
            4 => Kind::File,
            5 => Kind::Piece,
            6 => Kind::End,
            7 => Kind::Followed,
            _ => return None,
        })
    }

    /// The most bytes its body may have.
    pub fn most(self) -> usize {
        match self {
            Kind::Head => MAX_RING_BYTES + 1024,
            Kind::Row | Kind::Past => 8 + MAX_OP_BYTES,
            Kind::File => 40,
            Kind::Piece => super::super::files::CHUNK,
            Kind::End => 256,
            Kind::Followed => 8 << 20,
        }
    }
}

/// What a backup says of itself at its beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// When it was made, by that phone's clock.
    pub at: When,
    /// The key ring's stored form.
    pub ring: Vec<u8>,
    /// The highest Lamport number that its phone had seen.
    pub lamport: u64,
    /// The next log number of its phone.
    pub next_log: u64,
    /// How many rows its store had. What did not read is not in the backup: the
    /// end mark has the true count.
    pub rows: u64,
    /// How many files its ops named.
    pub files: u64,
    /// Copies of other people's plans are in it.
    pub followed: bool,
}

/// Why a head was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadError {
    Newer,
    Malformed,
}

/// What a backup says of itself at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct End {
    pub rows: u64,
    pub past: u64,
    pub files: u64,
    /// SHA-256 of every record before.
    pub hash: Hash,
}

type Put = Result<(), minicbor::encode::Error<std::convert::Infallible>>;

impl Head {
    /// About how many ops and files are in it: every op had a log number once.
    pub fn steps(&self) -> u64 {
        self.next_log.saturating_sub(1).max(self.rows).saturating_add(self.files)
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        let mut e = Encoder::new(Vec::with_capacity(64 + self.ring.len()));
        // Writing to memory can't fail.
        let _: Put = (|| {
            e.array(8)?
                .u32(if self.followed { WITH_FOLLOWED } else { FORMAT })?
                .i64(self.at.ms)?
                .i16(self.at.offset)?
                .bytes(&self.ring)?;
            e.u64(self.lamport)?.u64(self.next_log)?.u64(self.rows)?.u64(self.files)?.ok()
        })();
        e.into_writer()
    }

    pub fn from_bytes(bytes: &[u8]) -> Result<Self, HeadError> {
        let mut d = Decoder::new(bytes);
        let parts = d.array().ok().flatten().ok_or(HeadError::Malformed)?;
        let followed = match d.u32().map_err(|_| HeadError::Malformed)? {
            FORMAT => false,
            WITH_FOLLOWED => true,
            0 => return Err(HeadError::Malformed),
            _ => return Err(HeadError::Newer),
        };
        Self::rest(&mut d, followed).filter(|_| parts >= 8).ok_or(HeadError::Malformed)
    }

    fn rest(d: &mut Decoder<'_>, followed: bool) -> Option<Self> {
        let head = Self {
            at: When { ms: d.i64().ok()?, offset: d.i16().ok()? },
            ring: d.bytes().ok()?.to_vec(),
            lamport: d.u64().ok()?,
            next_log: d.u64().ok()?,
            rows: d.u64().ok()?,
            files: d.u64().ok()?,
            followed,
        };
        (head.lamport <= MAX_LAMPORT && head.next_log <= MAX_LOG).then_some(head)
    }
}

impl End {
    pub fn to_bytes(self) -> Vec<u8> {
        let mut e = Encoder::new(Vec::with_capacity(64));
        let _: Put =
            (|| e.array(4)?.u64(self.rows)?.u64(self.past)?.u64(self.files)?.bytes(&self.hash)?.ok())();
        e.into_writer()
    }

    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut d = Decoder::new(bytes);
        let parts = d.array().ok()??;
        let (rows, past, files) = (d.u64().ok()?, d.u64().ok()?, d.u64().ok()?);
        let end = Self { rows, past, files, hash: d.bytes().ok()?.try_into().ok()? };
        (parts >= 4).then_some(end)
    }
}
