//! Reading a sealed stream.

use std::io::{self, ErrorKind, Read};

use hearth_sealed::OVERHEAD;
use zeroize::Zeroizing;

use super::{CHECK, HEADER, LAST, MAGIC, SALT, SEALED_CHUNK, StreamError, StreamKeys, VERSION, chunk_aad};
use crate::vault::derive::sum;
use crate::vault::recovery::RecoveryWords;

/// Opens a sealed stream chunk by chunk; holds one chunk and its sealed form in
/// memory, whatever the stream claims.
///
/// Each chunk it gives is authentic and in its place, but only the end tells that
/// nothing is missing: until [`next_chunk`](Self::next_chunk) gave `None` (or
/// [`read`](Read::read) gave 0), put nothing in place of anything.
pub struct StreamReader<R: Read> {
    below: R,
    keys: StreamKeys,
    /// The number of the next chunk.
    number: u64,
    /// How much plaintext the caller accepts, and how much there still may be.
    limit: u64,
    left: u64,
    sealed: Vec<u8>,
    chunk: Zeroizing<Vec<u8>>,
    /// How much of the chunk `read` has given out.
    given: usize,
    state: State,
}

enum State {
    Reading,
    Ended,
    /// Refused once, refused for ever.
    Refused,
}

impl<R: Read> StreamReader<R> {
    /// Reads the header. `limit`: how many bytes of plaintext to accept at most.
    ///
    /// # Errors
    /// [`StreamError::NotABackup`], [`StreamError::NewerVersion`],
    /// [`StreamError::WrongWords`], [`StreamError::Truncated`],
    /// [`StreamError::Altered`] (a damaged header), [`StreamError::Io`].
    pub fn new(mut below: R, words: &RecoveryWords, limit: u64) -> Result<Self, StreamError> {
        let mut magic = [0; MAGIC.len()];
        let begins = fill(&mut below, &mut magic)?;
        if magic[..begins] != MAGIC[..begins] || begins == 0 {
            return Err(StreamError::NotABackup);
        }
        let mut rest = [0; HEADER - MAGIC.len()];
        let found = fill(&mut below, &mut rest)?;
        // The version first: a newer header may well be shorter.
        match rest[0] {
            _ if found == 0 => return Err(StreamError::Truncated),
            0 => return Err(StreamError::Altered),
            VERSION => {}
            newer => return Err(StreamError::NewerVersion(newer)),
        }
        if found < rest.len() {
            return Err(StreamError::Truncated);
        }
        let (fields, found) = rest.split_at(1 + SALT + CHECK);
        if found != sum::<4>(&[&magic, fields]) {
            return Err(StreamError::Altered);
        }
        let mut salt = [0; SALT];
        salt.copy_from_slice(&fields[1..1 + SALT]);
        let keys = StreamKeys::new(words, &salt);
        if fields[1 + SALT..] != keys.check {
            return Err(StreamError::WrongWords);
        }
        Ok(Self {
            below,
            keys,
            number: 0,
            limit,
            left: limit,
            sealed: Vec::with_capacity(SEALED_CHUNK),
            chunk: Zeroizing::new(Vec::with_capacity(SEALED_CHUNK)),
            given: 0,
            state: State::Reading,
        })
    }

    /// The next chunk, never empty; `None` at the true end.
    ///
    /// # Errors
    /// [`StreamError::Truncated`], [`StreamError::Altered`],
    /// [`StreamError::Trailing`], [`StreamError::TooLarge`], [`StreamError::Io`];
    /// after any of them [`StreamError::Altered`] for ever.
    pub fn next_chunk(&mut self) -> Result<Option<&[u8]>, StreamError> {
        match self.state {
            State::Ended => return Ok(None),
            State::Refused => return Err(StreamError::Altered),
            State::Reading => {}
        }
        self.state = State::Refused;
        self.given = 0;
        let last = self.open_chunk()?;
        self.state = if last { State::Ended } else { State::Reading };
        self.given = self.chunk.len();
        Ok(if self.chunk.is_empty() { None } else { Some(&self.chunk) })
    }

    /// Opens the next chunk; whether it is the last.
    fn open_chunk(&mut self) -> Result<bool, StreamError> {
        self.chunk.clear();
        let mut prefix = [0; 4];
        if fill(&mut self.below, &mut prefix)? < prefix.len() {
            return Err(StreamError::Truncated);
        }
        let prefix = u32::from_be_bytes(prefix);
        let (length, last) = ((prefix & !LAST) as usize, prefix & LAST != 0);
        let allowed = if last { OVERHEAD..=SEALED_CHUNK } else { SEALED_CHUNK..=SEALED_CHUNK };
        if !allowed.contains(&length) {
            return Err(StreamError::Altered);
        }
        let plain = (length - OVERHEAD) as u64;
        self.left = self.left.checked_sub(plain).ok_or(StreamError::TooLarge { limit: self.limit })?;
        self.sealed.resize(length, 0);
        if fill(&mut self.below, &mut self.sealed)? < length {
            return Err(StreamError::Truncated);
        }
        let aad = chunk_aad(self.number, last);
        let opened = self.keys.chunks.open_into(&aad, &self.sealed, &mut self.chunk);
        // A version or a key of another name is damage too: the header gave ours.
        opened.map_err(|_| StreamError::Altered)?;
        self.number += 1;
        if last && fill(&mut self.below, &mut [0])? != 0 {
            self.chunk.clear();
            return Err(StreamError::Trailing);
        }
        Ok(last)
    }
}

/// The same for what reads from a [`Read`]. A refusal comes as
/// [`ErrorKind::InvalidData`] around its [`StreamError`]; a failure of the file
/// below as it is.
impl<R: Read> Read for StreamReader<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() {
            return Ok(0);
        }
        if self.given == self.chunk.len() {
            let next = self.next_chunk().map_err(|error| match error {
                StreamError::Io(error) => error,
                error => io::Error::new(ErrorKind::InvalidData, error),
            })?;
            if next.is_none() {
                return Ok(0);
            }
            self.given = 0;
        }
        let ready = &self.chunk[self.given..];
        let taken = ready.len().min(out.len());
        out[..taken].copy_from_slice(&ready[..taken]);
        self.given += taken;
        Ok(taken)
    }
}

/// Reads until `out` is full or the end; how much there was.
fn fill(below: &mut impl Read, out: &mut [u8]) -> Result<usize, StreamError> {
    let mut filled = 0;
    while filled < out.len() {
        match below.read(&mut out[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(filled)
}
