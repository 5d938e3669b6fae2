//! Writing a sealed stream.

use std::io::{self, Write};

use hearth_sealed::random;
use zeroize::Zeroizing;

use super::{CHUNK_BYTES, LAST, SALT, SEALED_CHUNK, StreamError, StreamKeys, chunk_aad, header};
use crate::vault::recovery::RecoveryWords;

/// Seals what is written to it, chunk by chunk, into what is below.
///
/// Only [`finish`](Self::finish) writes the end: a writer that is dropped leaves
/// a file that reads as cut short, never as a whole one.
pub struct StreamWriter<W: Write> {
    below: W,
    keys: StreamKeys,
    /// The number of the next chunk.
    number: u64,
    /// The next chunk's plaintext. Full is not yet written: it may be the last.
    chunk: Zeroizing<Vec<u8>>,
    sealed: Vec<u8>,
    /// A write below failed, perhaps half-way: nothing after it can be read.
    broken: bool,
}

impl<W: Write> StreamWriter<W> {
    /// Begins a stream under these words, with a salt of its own.
    ///
    /// # Errors
    /// [`StreamError::NoRandomness`], [`StreamError::Io`].
    pub fn new(mut below: W, words: &RecoveryWords) -> Result<Self, StreamError> {
        let mut salt = [0; SALT];
        random(&mut salt)?;
        let keys = StreamKeys::new(words, &salt);
        below.write_all(&header(&salt, &keys.check))?;
        Ok(Self {
            below,
            keys,
            number: 0,
            chunk: Zeroizing::new(Vec::with_capacity(CHUNK_BYTES)),
            sealed: Vec::with_capacity(SEALED_CHUNK),
            broken: false,
        })
    }

    /// Writes the end and gives back what is below, flushed but not synced.
    ///
    /// # Errors
    /// [`StreamError::Broken`] after a write that failed; [`StreamError::Io`],
    /// [`StreamError::NoRandomness`]. The file is then cut short.
    pub fn finish(mut self) -> Result<W, StreamError> {
        self.write_chunk(true)?;
        self.below.flush()?;
        Ok(self.below)
    }

    fn write_chunk(&mut self, last: bool) -> Result<(), StreamError> {
        if self.broken {
            return Err(StreamError::Broken);
        }
        self.broken = true;
        self.sealed.clear();
        self.keys.chunks.seal_into(&chunk_aad(self.number, last), &self.chunk, &mut self.sealed)?;
        // At most 64 KiB and an envelope: far below 31 bits.
        let length = self.sealed.len() as u32 + if last { LAST } else { 0 };
        self.below.write_all(&length.to_be_bytes())?;
        self.below.write_all(&self.sealed)?;
        self.number += 1;
        self.chunk.clear();
        self.broken = false;
        Ok(())
    }
}

impl<W: Write> Write for StreamWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.broken {
            return Err(io::Error::other(StreamError::Broken));
        }
        if !bytes.is_empty() && self.chunk.len() == CHUNK_BYTES {
            self.write_chunk(false).map_err(|error| match error {
                StreamError::Io(error) => error,
                error => io::Error::other(error),
            })?;
        }
        let taken = bytes.len().min(CHUNK_BYTES - self.chunk.len());
        self.chunk.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    /// Flushes what is below. A chunk that is not full stays here, until the end.
    fn flush(&mut self) -> io::Result<()> {
        self.below.flush()
    }
}
