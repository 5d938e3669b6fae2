//! The recorder as the core's `Disk`: the real one, logged, and failed on demand.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hearth_core::store::disk::{Disk, DiskFile, RealDisk};

use super::log::{Call, Event, FaultKind, FileNo, Inner, Recorder, State, parent};
use super::vfs;

const EIO: i32 = 5;
const ENOSPC: i32 = 28;

/// The error of a struck call.
fn error(kind: FaultKind) -> io::Error {
    match kind {
        FaultKind::IoError => io::Error::from_raw_os_error(EIO),
        FaultKind::Full => io::Error::from_raw_os_error(ENOSPC),
        FaultKind::Die => vfs::die(),
    }
}

fn pass(state: &mut State, call: Call) -> io::Result<()> {
    state.strike(call).map_or(Ok(()), |kind| Err(error(kind)))
}

impl Recorder {
    /// The name under the recorder's folder.
    fn name(&self, path: &Path) -> io::Result<PathBuf> {
        let outside = |_| io::Error::other("a write outside the recorder's folder");
        path.strip_prefix(self.root()).map(Path::to_path_buf).map_err(outside)
    }
}

impl Disk for Recorder {
    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let name = self.name(path)?;
        let mut state = self.0.lock();
        pass(&mut state, Call::Create)?;
        let real = RealDisk.create(path)?;
        let file = match state.file_at(&name) {
            Some(file) => {
                state.push(Event::Truncate(file, 0));
                file
            }
            None => state.link(&name),
        };
        Ok(Box::new(RecordedFile { inner: self.0.clone(), real, file, offset: 0 }))
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + Send>> {
        pass(&mut self.0.lock(), Call::Open)?;
        Ok(Box::new(RecordedRead { inner: self.0.clone(), real: RealDisk.open(path)? }))
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        pass(&mut self.0.lock(), Call::Exists)?;
        RealDisk.exists(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let (old, new) = (self.name(from)?, self.name(to)?);
        let mut state = self.0.lock();
        pass(&mut state, Call::Rename)?;
        RealDisk.rename(from, to)?;
        state.rename(&old, &new);
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let name = self.name(path)?;
        let mut state = self.0.lock();
        pass(&mut state, Call::Remove)?;
        RealDisk.remove(path)?;
        state.unlink(&name);
        Ok(())
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        let name = self.name(path)?;
        let mut state = self.0.lock();
        pass(&mut state, Call::CreateFolder)?;
        RealDisk.create_folder(path)?;
        for made in state.folder(&name) {
            state.push(Event::SyncFolder(parent(&made)));
        }
        Ok(())
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        let name = self.name(path)?;
        let mut state = self.0.lock();
        pass(&mut state, Call::SyncFolder)?;
        RealDisk.sync_folder(path)?;
        state.push(Event::SyncFolder(name));
        Ok(())
    }
}

struct RecordedFile {
    inner: Arc<Inner>,
    real: Box<dyn DiskFile>,
    file: FileNo,
    offset: u64,
}

impl RecordedFile {
    fn put(&mut self, state: &mut State, bytes: &[u8]) -> io::Result<()> {
        self.real.write_all(bytes)?;
        state.push(Event::Write(self.file, self.offset, bytes.into()));
        self.offset += bytes.len() as u64;
        Ok(())
    }
}

impl Write for RecordedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let inner = self.inner.clone();
        let mut state = inner.lock();
        if let Some(kind) = state.strike(Call::Write) {
            self.put(&mut state, &bytes[..bytes.len() / 2])?;
            return Err(error(kind));
        }
        self.put(&mut state, bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.real.flush()
    }
}

impl DiskFile for RecordedFile {
    fn sync(&mut self) -> io::Result<()> {
        let mut state = self.inner.lock();
        pass(&mut state, Call::Sync)?;
        self.real.sync()?;
        state.push(Event::SyncFile(self.file));
        Ok(())
    }
}

struct RecordedRead {
    inner: Arc<Inner>,
    real: Box<dyn Read + Send>,
}

impl Read for RecordedRead {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        pass(&mut self.inner.lock(), Call::Read)?;
        self.real.read(bytes)
    }
}
