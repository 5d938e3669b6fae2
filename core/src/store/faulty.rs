//! For tests: a disk that fails on demand, and one that keeps an image of a
//! folder before every call, as a kill at that moment would leave it.

use super::disk::{Disk, DiskFile, RealDisk};
use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

/// How it fails. Calls are counted from the moment the fault is set, from 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    None,
    /// One call.
    At(u64, ErrorKind),
    /// That call and every one after it: as if the process had been killed.
    From(u64, ErrorKind),
    /// That call, if it writes, says that all is well and puts down another byte.
    Alter(u64),
}

#[derive(Clone)]
pub struct FaultyDisk(Arc<Mutex<State>>);

struct State {
    fault: Fault,
    calls: u64,
    /// The folder that is kept, and where its images are.
    images: Option<(PathBuf, PathBuf)>,
}

impl FaultyDisk {
    pub fn new() -> Self {
        Self(Arc::new(Mutex::new(State { fault: Fault::None, calls: 0, images: None })))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    pub fn set(&self, fault: Fault) {
        let mut state = self.state();
        (state.fault, state.calls) = (fault, 0);
    }

    pub fn calls(&self) -> u64 {
        self.state().calls
    }

    /// From now on keeps `folder` as it is before every call, in `to/1`, `to/2`, ...
    pub fn keep_images(&self, folder: &Path, to: &Path) {
        let mut state = self.state();
        (state.images, state.calls) = (Some((folder.to_owned(), to.to_owned())), 0);
    }

    fn alters(&self) -> bool {
        let state = self.state();
        state.fault == Fault::Alter(state.calls)
    }

    fn call(&self) -> io::Result<()> {
        let mut state = self.state();
        state.calls += 1;
        if let Some((folder, to)) = &state.images {
            copy(folder, &to.join(state.calls.to_string()));
        }
        match state.fault {
            Fault::At(call, kind) if call == state.calls => Err(kind.into()),
            Fault::From(call, kind) if call <= state.calls => Err(kind.into()),
            _ => Ok(()),
        }
    }
}

pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &to),
            false => drop(fs::copy(entry.path(), to).unwrap()),
        }
    }
}

impl Disk for FaultyDisk {
    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.call()?;
        Ok(Box::new(FaultyFile { disk: self.clone(), below: RealDisk.create(path)? }))
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + Send>> {
        self.call()?;
        Ok(Box::new(FaultyRead { disk: self.clone(), below: RealDisk.open(path)? }))
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        self.call()?;
        RealDisk.exists(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call()?;
        RealDisk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.call()?;
        RealDisk.remove(path)
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.call()?;
        RealDisk.create_folder(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.call()?;
        RealDisk.sync_folder(path)
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.call()?;
        RealDisk.names(folder)
    }
}

struct FaultyFile {
    disk: FaultyDisk,
    below: Box<dyn DiskFile>,
}

impl Write for FaultyFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Err(error) = self.disk.call() {
            // Half of it got there.
            self.below.write_all(&bytes[..bytes.len() / 2])?;
            return Err(error);
        }
        if self.disk.alters() {
            let mut altered = bytes.to_vec();
            altered.iter_mut().take(1).for_each(|byte| *byte ^= 0x40);
            self.below.write_all(&altered)?;
            return Ok(bytes.len());
        }
        self.below.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.below.flush()
    }
}

impl DiskFile for FaultyFile {
    fn sync(&mut self) -> io::Result<()> {
        self.disk.call()?;
        self.below.sync()
    }
}

struct FaultyRead {
    disk: FaultyDisk,
    below: Box<dyn Read + Send>,
}

impl Read for FaultyRead {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.disk.call()?;
        self.below.read(out)
    }
}
