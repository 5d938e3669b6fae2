//! Making a backup: beside its name, read back, compared, then put in place.

use super::form::{End, Head, Kind, MAX_FOLLOWED};
use super::read::{self, so_far};
use super::{BackupError, MAX_BACKUP};
use crate::record::{Op, When};
use crate::store::disk::{Disk, DiskFile};
use crate::store::files::{FileError, FileReader, Hash, gone};
use crate::store::frame::FrameName;
use crate::store::progress::{Progress, Steps};
use crate::store::rows::open_row;
use crate::store::synced::{FOLLOWED, SyncedRow};
use crate::store::{Ledger, Row, StoreError, frame, tables};
use crate::vault::RecoveryWords;
use crate::vault::stream::StreamWriter;
use ring::digest::{Context, SHA256};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use zeroize::Zeroizing;

/// What a backup holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct BackedUp {
    /// Ops: everything ever written.
    pub ops: u64,
    /// Photos and voice notes.
    pub files: u64,
    /// Rows, packs of history and files that are damaged here, so that they are
    /// not in it, and files that are not on this phone yet. An older backup or
    /// another phone may have them.
    pub left_out: u64,
}

impl Ledger {
    /// Writes the whole plan into one file at `to`, in place of any that was
    /// there, sealed under the recovery words. `at` is what the clock says.
    /// On `Ok` it is on the disk and was read back to its end.
    ///
    /// # Errors
    /// [`BackupError`]; a file that was at `to` before is still there, whole.
    pub fn back_up(&mut self, to: &Path, at: When) -> Result<BackedUp, BackupError> {
        self.back_up_with(to, at, &())
    }

    /// The same, told how far it has come and stopped when it is asked to be.
    ///
    /// # Errors
    /// As [`Ledger::back_up`], and [`BackupError::Cancelled`].
    pub fn back_up_with(
        &mut self,
        to: &Path,
        at: When,
        progress: &dyn Progress,
    ) -> Result<BackedUp, BackupError> {
        let steps = Steps::new(progress);
        let words = self.recovery_words()?;
        let disk = Arc::clone(&self.store().options().disk);
        let name = to.file_name().ok_or(ErrorKind::InvalidInput).map_err(io::Error::from)?;
        let folder = to.parent().ok_or(ErrorKind::InvalidInput).map_err(io::Error::from)?;
        let mut beside = name.to_os_string();
        beside.push(".next");
        let next: PathBuf = folder.join(beside);
        let made = self.write_backup(&*disk, &next, &words, at, &steps).and_then(|(made, end)| {
            steps.half()?;
            // What comes back from the disk is what was given to it.
            let mut check = read::Check::default();
            let mut check = read::Stepped { sink: &mut check, steps: &steps, second: true };
            if read::read(&*disk, &next, &words, &mut check)? != end {
                return Err(BackupError::Altered);
            }
            disk.rename(&next, to)?;
            disk.sync_folder(folder)?;
            steps.end();
            Ok(made)
        });
        if made.is_err() {
            let _ = gone(disk.remove(&next));
        }
        made
    }

    fn write_backup(
        &mut self,
        disk: &dyn Disk,
        next: &Path,
        words: &RecoveryWords,
        at: When,
        steps: &Steps<'_>,
    ) -> Result<(BackedUp, End), BackupError> {
        let (named, _) = self.named_files()?;
        let mut named: Vec<Hash> = named.into_iter().collect();
        named.sort_unstable();
        let followed = self.followed_rows()?;
        let store = self.store();
        // A device key that nobody has: neither this phone's, nor that of a
        // phone restored from here.
        let (ring, _) = store.ring().new_device(store.keys())?;
        let head = Head {
            at,
            ring: ring.to_bytes()?,
            lamport: self.record().lamport(),
            next_log: store.state.next_log,
            rows: store.rows.len() as u64,
            files: named.len() as u64,
            followed: !followed.is_empty(),
        };
        steps.each_has(head.steps());
        steps.go_on()?;
        let mut file = Sending { below: disk.create(next)?, sent: 0 };
        let stream = StreamWriter::new(&mut file, words)?;
        let mut out = Out { stream, seen: Context::new(&SHA256), end: End::default(), left_out: 0, steps };
        out.record(Kind::Head, &[&head.to_bytes()])?;
        self.write_rows(&mut out)?;
        self.write_past(&mut out)?;
        for (name, holds) in &followed {
            let length = [u8::try_from(name.len()).unwrap_or(u8::MAX)];
            out.record(Kind::Followed, &[&length, name.as_bytes(), holds])?;
        }
        for hash in &named {
            self.write_file(&mut out, hash)?;
        }
        out.end.hash = so_far(&out.seen);
        let end = out.end;
        out.record(Kind::End, &[&end.to_bytes()])?;
        let left_out = out.left_out;
        out.stream.finish()?;
        file.below.sync()?;
        Ok((BackedUp { ops: end.rows + end.past, files: end.files, left_out }, end))
    }

    /// Copies of other people's plans, by the names of their rows. Of what sync keeps they alone are in a
    /// backup: the rest is made anew.
    fn followed_rows(&mut self) -> Result<Vec<SyncedRow>, StoreError> {
        let mut rows = self.synced()?.rows;
        rows.retain(|(name, holds)| {
            // What would not be taken in again is not given out: one that is too long is fetched anew.
            name.starts_with(FOLLOWED) && name.len() + holds.len() < Kind::Followed.most() && name.len() < 256
        });
        rows.truncate(MAX_FOLLOWED);
        Ok(rows)
    }

    /// Every row of `op`, in log order.
    fn write_rows(&self, out: &mut Out<'_, impl Write>) -> Result<(), BackupError> {
        let store = self.store();
        let mut query = store.conn.prepare("SELECT slot, sealed FROM op WHERE log = ?1")?;
        let mut buffer = Vec::new();
        for log in &store.rows {
            let mut found = query.query([*log as i64])?;
            let opened = match found.next() {
                Ok(Some(row)) => {
                    let (tag, sealed) = (tables::bytes(row, 0)?, tables::bytes(row, 1)?);
                    open_row(store.keys(), tag, *log, sealed, &mut buffer)
                }
                Ok(None) => Err(StoreError::Damaged),
                Err(error) => Err(error.into()),
            };
            match opened {
                Ok(op) => {
                    out.end.rows += 1;
                    out.op(Kind::Row, *log, &op)?;
                }
                Err(StoreError::Damaged) => out.left_out += 1,
                Err(other) => return Err(other.into()),
            }
        }
        Ok(())
    }

    /// Packed history, field by field, so that it is packed as well again.
    fn write_past(&self, out: &mut Out<'_, impl Write>) -> Result<(), BackupError> {
        let store = self.store();
        let mut frames = tables::frame_names(&store.conn)?;
        frames.sort_by_key(|frame| (frame.tag, frame.id));
        let mut query = store.conn.prepare("SELECT sealed FROM frame WHERE id = ?1")?;
        let mut buffer = Vec::new();
        for FrameName { id, tag } in frames {
            let opened = query.query_row([id as i64], |row| {
                Ok(frame::open(store.keys(), &tag, id, tables::bytes(row, 0)?, &mut buffer))
            });
            match opened? {
                Ok(rows) => {
                    for Row { log, op } in rows {
                        out.end.past += 1;
                        out.op(Kind::Past, log, &op)?;
                    }
                }
                Err(StoreError::Damaged) => out.left_out += 1,
                Err(other) => return Err(other.into()),
            }
        }
        Ok(())
    }

    /// A photo or a voice note. Read once to see that it is whole, for what is
    /// in the stream can't be taken back, and once to be written.
    fn write_file(&self, out: &mut Out<'_, impl Write>, hash: &Hash) -> Result<(), BackupError> {
        let files = self.store().files();
        let length = match files.read(hash).and_then(FileReader::length_if_whole) {
            Ok(length) => length,
            Err(FileError::NotHere | FileError::Damaged) => {
                out.left_out += 1;
                return Ok(());
            }
            Err(error) => return Err(file_error(error)),
        };
        out.end.files += 1;
        out.record(Kind::File, &[hash, &length.to_be_bytes()])?;
        let mut reader = files.read(hash).map_err(file_error)?;
        while let Some((piece, _)) = reader.next_chunk().map_err(file_error)? {
            out.record(Kind::Piece, &[piece])?;
        }
        Ok(())
    }
}

pub(super) fn file_error(error: FileError) -> BackupError {
    match error {
        // It read a moment ago.
        FileError::NotHere | FileError::Damaged => BackupError::Store(StoreError::Disk),
        FileError::Io(error) => error.into(),
        FileError::NoRandomness(error) => error.into(),
    }
}

/// Records on their way.
struct Out<'a, W: Write> {
    stream: StreamWriter<W>,
    seen: Context,
    end: End,
    left_out: u64,
    steps: &'a Steps<'a>,
}

impl<W: Write> Out<'_, W> {
    fn op(&mut self, kind: Kind, log: u64, op: &Op) -> Result<(), BackupError> {
        let bytes = Zeroizing::new(op.to_bytes());
        self.record(kind, &[&log.to_be_bytes(), &bytes])
    }

    fn record(&mut self, kind: Kind, body: &[&[u8]]) -> Result<(), BackupError> {
        let length: usize = body.iter().map(|part| part.len()).sum();
        // What would not be taken in again is not given out.
        let length = u32::try_from(length).ok().filter(|_| length <= kind.most());
        let length = length.ok_or(BackupError::TooLarge)?;
        let [a, b, c, d] = length.to_be_bytes();
        for part in [[kind as u8, a, b, c, d].as_slice()].iter().chain(body) {
            self.seen.update(part);
            self.stream.write_all(part)?;
        }
        match kind {
            Kind::Row | Kind::Past | Kind::File => self.steps.step(false)?,
            Kind::Piece | Kind::Followed => self.steps.go_on()?,
            Kind::Head | Kind::End => {}
        }
        Ok(())
    }
}

/// The file below, which never grows beyond what is read again.
struct Sending {
    below: Box<dyn DiskFile>,
    sent: u64,
}

impl Write for Sending {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.below.write(bytes)?;
        self.sent += written as u64;
        if self.sent > MAX_BACKUP {
            return Err(ErrorKind::FileTooLarge.into());
        }
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.below.flush()
    }
}
