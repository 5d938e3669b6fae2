//! Folders for a test, in memory where the machine has a folder for that.
//!
//! The harnesses decide themselves what a power cut leaves, so nothing they
//! write needs a real disk, and a hundred thousand small folders would wear
//! one out.

// A harness whose own world breaks has nothing to report: it panics.
#![allow(clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder of a test's own, removed when dropped.
#[derive(Debug)]
pub struct Scratch {
    path: PathBuf,
    _folder: TempDir,
}

impl Scratch {
    /// Makes an empty folder.
    ///
    /// # Panics
    /// When the machine has nowhere to write.
    #[must_use]
    pub fn new() -> Self {
        let in_memory = Path::new("/dev/shm");
        let mut builder = tempfile::Builder::new();
        builder.prefix("hearth-");
        let folder = builder.tempdir_in(in_memory).or_else(|_| builder.tempdir()).expect("a scratch folder");
        // SQLite asks the shim for files by their resolved names.
        let path = folder.path().canonicalize().expect("its resolved name");
        Self { path, _folder: folder }
    }

    /// Where it is, with no link in the name.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Makes an empty folder of this name in it, in place of any that was there.
    ///
    /// # Panics
    /// When the machine refuses.
    #[must_use]
    pub fn emptied(&self, name: &str) -> PathBuf {
        let path = self.path.join(name);
        if path.exists() {
            fs::remove_dir_all(&path).expect("the old folder to go");
        }
        fs::create_dir(&path).expect("a new folder");
        path
    }
}

impl Default for Scratch {
    fn default() -> Self {
        Self::new()
    }
}

/// Every file under a folder with its bytes, by relative name in order, and
/// every folder under it.
///
/// # Panics
/// When the machine refuses to read one.
#[must_use]
pub fn contents(root: &Path) -> (Vec<(PathBuf, Vec<u8>)>, Vec<PathBuf>) {
    let (mut files, mut folders) = (Vec::new(), Vec::new());
    let mut waiting = vec![root.to_path_buf()];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).expect("a folder to list") {
            let path = entry.expect("an entry").path();
            let name = path.strip_prefix(root).expect("a name inside").to_path_buf();
            if path.is_dir() {
                folders.push(name);
                waiting.push(path);
            } else {
                files.push((name, fs::read(&path).expect("a file to read")));
            }
        }
    }
    files.sort();
    folders.sort();
    (files, folders)
}

/// Writes files and folders as [`contents`] gave them under an existing folder.
///
/// # Panics
/// When the machine refuses to write one.
pub fn lay_out(root: &Path, files: &[(PathBuf, Vec<u8>)], folders: &[PathBuf]) {
    for folder in folders {
        fs::create_dir_all(root.join(folder)).expect("a folder");
    }
    for (name, bytes) in files {
        fs::write(root.join(name), bytes).expect("a file");
    }
}
