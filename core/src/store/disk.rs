//! The one door to files outside SQLite: the card, backups, attachments, the key ring.
//!
//! Everything the core writes beside its database goes through [`Disk`], so
//! that the fault harness sees those writes in the same log as SQLite's own
//! and can cut the power between any two of them. Errors are the system's,
//! passed through as they came: the layer above gives them their meaning.
//!
//! Three things have to be asked for, because no system does them unasked:
//! the bytes of a file are on the disk after [`DiskFile::sync`]; a name given,
//! changed or taken away is on the disk after [`Disk::sync_folder`] of the
//! folder it is in (only [`Disk::create_folder`] does that by itself); and a rename moves a name inside one folder only.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

/// Where the core writes files.
pub trait Disk: Send + Sync {
    /// Makes a file, or empties the one of that name, and returns it to be
    /// written from the start. The file is readable by its owner only.
    ///
    /// # Errors
    /// What the system answered.
    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;

    /// Opens a file to be read from the start, a piece at a time.
    ///
    /// # Errors
    /// `NotFound` when there is none; else what the system answered.
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + Send>>;

    /// True when something of that name is there.
    ///
    /// # Errors
    /// What the system answered when it could not tell.
    fn exists(&self, path: &Path) -> io::Result<bool>;

    /// Gives a file another name in the same folder, in place of any file that
    /// had it, in one step: a reader finds the old file or the new one.
    ///
    /// # Errors
    /// `InvalidInput` when the two names are in different folders: across
    /// folders no two systems agree on what survives a power cut.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Takes a file away.
    ///
    /// # Errors
    /// `NotFound` when there is none; else what the system answered.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Makes a folder, and those above it that are missing, and puts the names
    /// of those it made on the disk. One that is there already is no error.
    /// Entered by its owner only.
    ///
    /// # Errors
    /// What the system answered.
    fn create_folder(&self, path: &Path) -> io::Result<()>;

    /// Puts the names in a folder on the disk: files made, renamed, removed.
    ///
    /// # Errors
    /// What the system answered: until it succeeds, no name is promised.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;

    /// The names in a folder, in no order; none where there is no such folder.
    ///
    /// # Errors
    /// What the system answered.
    fn names(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        match fs::read_dir(folder) {
            Ok(entries) => entries.map(|entry| entry.map(|entry| entry.file_name())).collect(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(error),
        }
    }

    /// Reads a whole file of at most `limit` bytes.
    ///
    /// # Errors
    /// `FileTooLarge` for a longer one, after reading no more than `limit`
    /// bytes and one; `NotFound` when there is none.
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(bytes)
    }

    /// Writes a whole file in place and puts its bytes on the disk. Its name
    /// is not promised until [`Disk::sync_folder`], and a file that was there
    /// is gone from the first moment: see [`Disk::replace`].
    ///
    /// # Errors
    /// What the system answered; the file may then hold a part.
    fn write_whole(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = self.create(path)?;
        file.write_all(bytes)?;
        file.sync()
    }

    /// Puts new bytes in the place of a file so that, whatever happens, the
    /// old ones or the new ones are there: writes beside it, under its name
    /// with `.next` added, then renames. On `Ok` the new ones are on the disk.
    ///
    /// # Errors
    /// What the system answered; the old file is then still whole, or the new
    /// one is in its place but might not outlast a power cut. A `.next` may be
    /// left beside it, and the next call writes over that.
    fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
        let mut beside = name.to_os_string();
        beside.push(".next");
        let next = path.with_file_name(beside);
        self.write_whole(&next, bytes)?;
        self.rename(&next, path)?;
        self.sync_folder(path.parent().ok_or(io::ErrorKind::InvalidInput)?)
    }
}

/// A file being written through a [`Disk`].
pub trait DiskFile: Write + Send {
    /// Puts every byte written so far on the disk, not only in the system's
    /// memory.
    ///
    /// # Errors
    /// What the system answered. After an error nothing is known of the bytes
    /// written since the last success: write the file again, do not only ask
    /// again (a system may forget that it failed to write a page).
    fn sync(&mut self) -> io::Result<()>;
}

/// The device's own file system.
///
/// Syncing is `File::sync_all`: `fsync` on Linux and Android; on Apple systems
/// the standard library makes that `fcntl(F_FULLFSYNC)`, which also empties
/// the drive's own cache, as SQLite does under `fullfsync`. On systems other
/// than Unix a folder cannot be synced, and `sync_folder` does nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Ok(Box::new(RealFile(options.open(path)?)))
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(File::open(path)?))
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        path.try_exists()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        if from.parent() != to.parent() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        let made: Vec<&Path> = missing(path)?;
        builder.create(path)?;
        made.into_iter().filter_map(Path::parent).try_for_each(|above| self.sync_folder(above))
    }

    #[cfg(unix)]
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        File::open(path)?.sync_all()
    }

    #[cfg(not(unix))]
    fn sync_folder(&self, _path: &Path) -> io::Result<()> {
        Ok(())
    }
}

/// The folders that are not there yet, this one and those above it.
fn missing(path: &Path) -> io::Result<Vec<&Path>> {
    let mut missing = Vec::new();
    for folder in path.ancestors() {
        if folder.as_os_str().is_empty() || folder.try_exists()? {
            break;
        }
        missing.push(folder);
    }
    Ok(missing)
}

struct RealFile(File);

impl Write for RealFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl DiskFile for RealFile {
    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_all()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().unwrap()
    }

    #[test]
    fn a_file_longer_than_the_limit_is_refused_and_one_at_the_limit_is_read() {
        let folder = folder();
        let path = folder.path().join("card");
        RealDisk.write_whole(&path, b"12345").unwrap();
        assert_eq!(RealDisk.read(&path, 5).unwrap(), b"12345");
        let refused = RealDisk.read(&path, 4).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::FileTooLarge);
    }

    #[test]
    fn replacing_leaves_the_new_bytes_and_nothing_beside_them() {
        let folder = folder();
        let path = folder.path().join("keys");
        RealDisk.replace(&path, b"first, and longer").unwrap();
        RealDisk.replace(&path, b"second").unwrap();
        assert_eq!(RealDisk.read(&path, 99).unwrap(), b"second");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_rename_out_of_the_folder_is_refused() {
        let folder = folder();
        let (from, inner) = (folder.path().join("card.next"), folder.path().join("inner"));
        RealDisk.create_folder(&inner).unwrap();
        RealDisk.write_whole(&from, b"x").unwrap();
        let refused = RealDisk.rename(&from, &inner.join("card")).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::InvalidInput);
        assert!(RealDisk.exists(&from).unwrap());
    }

    #[test]
    fn a_folder_that_is_there_is_made_again_without_complaint() {
        let folder = folder();
        let inner = folder.path().join("a/b");
        RealDisk.create_folder(&inner).unwrap();
        RealDisk.create_folder(&inner).unwrap();
        RealDisk.sync_folder(&inner).unwrap();
        assert!(inner.is_dir());
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_reads_what_is_written() {
        use std::os::unix::fs::PermissionsExt;
        let folder = folder();
        let path = folder.path().join("inner/keys");
        RealDisk.create_folder(path.parent().unwrap()).unwrap();
        RealDisk.write_whole(&path, b"x").unwrap();
        let mode = |p: &Path| fs::metadata(p).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
    }
}
