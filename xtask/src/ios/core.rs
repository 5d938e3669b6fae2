//! The generated side of the boundary as a Swift package, in target/ios/HearthCore.

use super::{out, sources};
use crate::bindings;
use crate::run::{Done, root};
use std::fs;
use std::path::{Path, PathBuf};

/// Builds the library, writes its Swift side, and lays out the package. What has not changed is not
/// touched, so that nothing is compiled anew for it.
pub fn package() -> Done {
    bindings::run(&["swift".to_owned()])?;
    let generated = root().join("target").join("bindings").join("swift");
    let package = out().join("HearthCore");
    let ffi = package.join("Sources").join("HearthCoreFFI");
    let parts: [(PathBuf, PathBuf); 4] = [
        (sources().join("tools").join("HearthCore.Package.swift"), package.join("Package.swift")),
        (
            generated.join("HearthCore.swift"),
            package.join("Sources").join("HearthCore").join("HearthCore.swift"),
        ),
        (generated.join("HearthCoreFFI.h"), ffi.join("HearthCoreFFI.h")),
        (generated.join("HearthCoreFFI.modulemap"), ffi.join("module.modulemap")),
    ];
    for (from, to) in &parts {
        copied(from, to).map_err(|error| format!("{}: {error}", to.display()))?;
    }
    Ok(())
}

fn copied(from: &Path, to: &Path) -> std::io::Result<()> {
    let new = fs::read(from)?;
    if fs::read(to).is_ok_and(|old| old == new) {
        return Ok(());
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(to, new)
}

/// The folder of the library for this machine.
pub fn library_folder() -> Result<PathBuf, String> {
    let library = bindings::library()?;
    library.parent().map(Path::to_owned).ok_or_else(|| "the library lies in no folder".to_owned())
}
