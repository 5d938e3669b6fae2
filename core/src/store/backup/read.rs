//! Reading a backup, one record at a time: the one reader, whether it is to be
//! checked or restored.

use super::form::{End, Head, HeadError, Kind, MAX_FILES, MAX_FOLLOWED, MAX_LOG, MAX_OPS};
use super::{BackupError, MAX_BACKUP};
use crate::record::Op;
use crate::store::disk::Disk;
use crate::store::files::{CHUNK, Hash, MAX_FILE};
use crate::store::progress::Steps;
use crate::store::rows::Row;
use crate::store::synced::FOLLOWED;
use crate::vault::RecoveryWords;
use crate::vault::stream::StreamReader;
use ring::digest::{Context, SHA256};
use std::io::Read;
use std::path::Path;
use zeroize::Zeroizing;

/// What is done with a backup's contents, in their order.
pub trait Sink {
    /// Once, first.
    fn head(&mut self, _head: &Head) -> Result<(), BackupError> {
        Ok(())
    }
    /// A row of `op`; log numbers ascend.
    fn row(&mut self, _row: Row) -> Result<(), BackupError> {
        Ok(())
    }
    /// An op of packed history.
    fn past(&mut self, _row: Row) -> Result<(), BackupError> {
        Ok(())
    }
    /// A copy of somebody else's plan: the name of its row, and what it holds.
    fn followed(&mut self, _name: &str, _holds: &[u8]) -> Result<(), BackupError> {
        Ok(())
    }
    /// A file, before its pieces.
    fn file(&mut self, _hash: &Hash) -> Result<(), BackupError> {
        Ok(())
    }
    /// A piece of it. With the last the whole file is known to be as it was.
    fn piece(&mut self, _bytes: &[u8], _last: bool) -> Result<(), BackupError> {
        Ok(())
    }
}

/// They are only checked; the head is kept.
#[derive(Default)]
pub struct Check {
    pub head: Option<Head>,
}

impl Sink for Check {
    fn head(&mut self, head: &Head) -> Result<(), BackupError> {
        self.head = Some(head.clone());
        Ok(())
    }
}

/// A sink that tells how far it has come, and stops when it is asked to.
pub struct Stepped<'a> {
    pub sink: &'a mut dyn Sink,
    pub steps: &'a Steps<'a>,
    /// It is the second of the two goes.
    pub second: bool,
}

impl Sink for Stepped<'_> {
    fn head(&mut self, head: &Head) -> Result<(), BackupError> {
        self.steps.each_has(head.steps());
        self.steps.go_on()?;
        self.sink.head(head)
    }
    fn row(&mut self, row: Row) -> Result<(), BackupError> {
        self.steps.step(self.second)?;
        self.sink.row(row)
    }
    fn past(&mut self, row: Row) -> Result<(), BackupError> {
        self.steps.step(self.second)?;
        self.sink.past(row)
    }
    fn followed(&mut self, name: &str, holds: &[u8]) -> Result<(), BackupError> {
        self.steps.go_on()?;
        self.sink.followed(name, holds)
    }
    fn file(&mut self, hash: &Hash) -> Result<(), BackupError> {
        self.steps.step(self.second)?;
        self.sink.file(hash)
    }
    fn piece(&mut self, bytes: &[u8], last: bool) -> Result<(), BackupError> {
        self.steps.go_on()?;
        self.sink.piece(bytes, last)
    }
}

/// Reads the backup at `path` to its end.
pub fn read(
    disk: &dyn Disk,
    path: &Path,
    words: &RecoveryWords,
    sink: &mut dyn Sink,
) -> Result<End, BackupError> {
    let below = std::io::BufReader::with_capacity(CHUNK, disk.open(path)?);
    let stream = StreamReader::new(below, words, MAX_BACKUP)?;
    Records { stream, body: Zeroizing::new(Vec::new()), seen: Context::new(&SHA256) }.read(sink)
}

struct Records<R: Read> {
    stream: StreamReader<R>,
    body: Zeroizing<Vec<u8>>,
    /// Of every record so far.
    seen: Context,
}

impl<R: Read> Records<R> {
    fn read(mut self, sink: &mut dyn Sink) -> Result<End, BackupError> {
        if self.next()? != Kind::Head {
            return Err(BackupError::Altered);
        }
        let head = Head::from_bytes(&self.body).map_err(|error| match error {
            HeadError::Newer => BackupError::NewerVersion,
            HeadError::Malformed => BackupError::Altered,
        })?;
        sink.head(&head)?;
        let mut counted = End::default();
        let (mut last_log, mut followed) = (None, 0);
        loop {
            counted.hash = so_far(&self.seen);
            match self.next()? {
                Kind::Row => {
                    let row = self.op()?;
                    // All rows stand before anything else, in the order of their names.
                    let in_order = last_log < Some(row.log) && counted.past == 0 && counted.files == 0;
                    let in_order = in_order && followed == 0;
                    if !in_order || row.log >= head.next_log {
                        return Err(BackupError::Altered);
                    }
                    last_log = Some(row.log);
                    counted.rows += 1;
                    sink.row(row)?;
                }
                Kind::Past => {
                    let row = self.op()?;
                    if counted.files > 0 || followed > 0 || row.log >= head.next_log {
                        return Err(BackupError::Altered);
                    }
                    counted.past += 1;
                    sink.past(row)?;
                }
                Kind::Followed => {
                    followed += 1;
                    let (length, rest) = self.body.split_first().ok_or(BackupError::Altered)?;
                    let row = rest.split_at_checked(usize::from(*length)).ok_or(BackupError::Altered)?;
                    let name = std::str::from_utf8(row.0).map_err(|_| BackupError::Altered)?;
                    // Nothing else of what sync keeps may come in by a backup.
                    let is_one = head.followed && counted.files == 0 && name.starts_with(FOLLOWED);
                    if !is_one || followed > MAX_FOLLOWED {
                        return Err(BackupError::Altered);
                    }
                    sink.followed(name, row.1)?;
                }
                Kind::File => {
                    counted.files += 1;
                    self.file(sink)?;
                }
                Kind::End => {
                    let end = End::from_bytes(&self.body).ok_or(BackupError::Altered)?;
                    if end != counted || self.stream.read(&mut [0])? != 0 {
                        return Err(BackupError::Altered);
                    }
                    return Ok(end);
                }
                Kind::Head | Kind::Piece => return Err(BackupError::Altered),
            }
            if counted.rows + counted.past > MAX_OPS || counted.files > MAX_FILES {
                return Err(BackupError::TooLarge);
            }
        }
    }

    /// A file's pieces.
    fn file(&mut self, sink: &mut dyn Sink) -> Result<(), BackupError> {
        let (hash, length) = self.body.split_first_chunk::<32>().ok_or(BackupError::Altered)?;
        let length: [u8; 8] = length.try_into().map_err(|_| BackupError::Altered)?;
        let (hash, mut left) = (*hash, u64::from_be_bytes(length));
        if left > MAX_FILE {
            return Err(BackupError::TooLarge);
        }
        sink.file(&hash)?;
        let mut seen = Context::new(&SHA256);
        loop {
            let expected = left.min(CHUNK as u64);
            if self.next()? != Kind::Piece || self.body.len() as u64 != expected {
                return Err(BackupError::Altered);
            }
            left -= expected;
            seen.update(&self.body);
            if left == 0 && so_far(&seen) != hash {
                return Err(BackupError::Altered);
            }
            sink.piece(&self.body, left == 0)?;
            if left == 0 {
                return Ok(());
            }
        }
    }

    /// The op in a row.
    fn op(&self) -> Result<Row, BackupError> {
        let (log, op) = self.body.split_first_chunk::<8>().ok_or(BackupError::Altered)?;
        let log = u64::from_be_bytes(*log);
        if log > MAX_LOG {
            return Err(BackupError::Altered);
        }
        Ok(Row { log, op: Op::from_bytes(op).map_err(|_| BackupError::Altered)? })
    }

    /// Reads the next record into `body`.
    fn next(&mut self) -> Result<Kind, BackupError> {
        let mut prefix = [0; 5];
        fill(&mut self.stream, &mut prefix)?;
        let [number, length @ ..] = prefix;
        let kind = Kind::of(number).ok_or(BackupError::Altered)?;
        let length = u32::from_be_bytes(length) as usize;
        if length > kind.most() {
            return Err(BackupError::TooLarge);
        }
        // Growing by itself would leave plaintext in freed memory.
        if self.body.capacity() < length {
            self.body = Zeroizing::new(Vec::with_capacity(length));
        }
        self.body.resize(length, 0);
        fill(&mut self.stream, &mut self.body)?;
        self.seen.update(&prefix);
        self.seen.update(&self.body);
        Ok(kind)
    }
}

/// Fills `out`. A stream that is whole and yet ends inside a record was not
/// written by us.
fn fill(stream: &mut impl Read, out: &mut [u8]) -> Result<(), BackupError> {
    stream.read_exact(out).map_err(|error| match error.kind() {
        std::io::ErrorKind::UnexpectedEof => BackupError::Altered,
        _ => error.into(),
    })
}

pub(super) fn so_far(seen: &Context) -> Hash {
    let mut hash = [0; 32];
    hash.copy_from_slice(seen.clone().finish().as_ref());
    hash
}
