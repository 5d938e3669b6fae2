//! What only a Mac can make: the core as an XCFramework, and the Xcode project. Written, never run.

use super::{app, core, out, sources};
use crate::run::{Done, cargo, root, shown};
use std::fs;
use std::process::Command;

/// Builds what a Mac's Xcode needs of the core: the library for a phone and for its simulator, as one XCFramework.
pub fn build() -> Done {
    let package = out().join("HearthCore");
    if std::env::consts::OS != "macos" {
        return Err(format!(
            "this is no Mac: an XCFramework needs Apple's linker and xcodebuild. On a Mac with Xcode and the Rust targets \
             aarch64-apple-ios and aarch64-apple-ios-sim this writes {}. It was written and never run; `cargo xtask phones` checks \
             that the core compiles for a phone, here too.",
            package.join("HearthCoreFFI.xcframework").display()
        ));
    }
    core::package()?;
    let headers = out().join("headers");
    let to = package.join("HearthCoreFFI.xcframework");
    let _ = fs::remove_dir_all(&to);
    fs::create_dir_all(&headers).map_err(|error| error.to_string())?;
    let ffi = package.join("Sources").join("HearthCoreFFI");
    for name in ["HearthCoreFFI.h", "module.modulemap"] {
        fs::copy(ffi.join(name), headers.join(name)).map_err(|error| format!("{name}: {error}"))?;
    }
    let mut create = Command::new("xcodebuild");
    create.arg("-create-xcframework");
    for target in ["aarch64-apple-ios", "aarch64-apple-ios-sim"] {
        let mut build = cargo();
        build.args(["build", "--release", "-p", "hearth-bindings", "--target", target]);
        if !shown(build.env("IPHONEOS_DEPLOYMENT_TARGET", "17.4")) {
            return Err(format!("the core does not build for {target}: rustup target add {target}"));
        }
        let library = root().join("target").join(target).join("release").join("libhearth_bindings.a");
        create.arg("-library").arg(library).arg("-headers").arg(&headers);
    }
    match shown(create.arg("-output").arg(&to)) {
        true => Ok(()),
        false => Err("xcodebuild made no XCFramework".to_owned()),
    }
}

/// The packages as Xcode takes them, and the project where XcodeGen is there.
pub fn package() -> Done {
    app::check()?;
    build()?;
    let spec = sources().join("App").join("project.yml");
    match shown(Command::new("xcodegen").arg("--spec").arg(&spec)) {
        true => Ok(()),
        false => Err(format!(
            "the packages are ready; for the project install XcodeGen, then xcodegen --spec {}",
            spec.display()
        )),
    }
}
