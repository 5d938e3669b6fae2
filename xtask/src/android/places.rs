//! Where everything lies.

use crate::run::root;
use std::path::{Path, PathBuf};

/// The app's sources.
pub fn android() -> PathBuf {
    root().join("android")
}

/// Everything that is made here.
pub fn out() -> PathBuf {
    root().join("target").join("android")
}

/// Kotlin that is generated from the built library.
pub fn generated() -> PathBuf {
    root().join("target").join("bindings").join("kotlin")
}

/// Every file below a folder with one of these endings, in order.
pub fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| endings.iter().any(|ending| end == *ending)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Paths as Java wants a class path.
pub fn class_path(parts: &[PathBuf]) -> String {
    parts.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join(":")
}
