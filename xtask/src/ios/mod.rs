//! `cargo xtask ios`: the iOS app's packages on Linux, without a Mac and without a phone.
//!
//! Swift is unpacked into target/swift from the packages that this machine's own apt offers. The
//! generated side of the boundary becomes a package in target/ios. The same sources that Xcode
//! compiles are compiled over a stand-in for SwiftUI (ios/StandIn) and tested over the core itself.

mod app;
mod core;
mod framework;
mod names;
mod pictures;
mod setup;
mod tests;
#[cfg(test)]
mod tokens;

use crate::run::{Done, root};
use std::path::PathBuf;

const USAGE: &str = "\
cargo xtask ios setup                  Swift for this machine, into target/swift, without root
cargo xtask ios build                  the bindings and every package, compiled
cargo xtask ios test [--only NAME]     the app's tests, over the core itself
cargo xtask ios pictures [--only NAME] schematic pictures of what the tests show, into target/ios/pictures
cargo xtask ios check                  the app target's files: read, whole, the same as the code says; every Swift file parsed
cargo xtask ios framework              on a Mac: the core as an XCFramework (never run)
cargo xtask ios package                on a Mac: that, and the Xcode project (never run)";

/// Runs one of the verbs.
pub fn run(args: &[String]) -> Done {
    match args.first().map(String::as_str) {
        Some("framework") => return framework::build(),
        Some("package") => return framework::package(),
        _ => {}
    }
    if let Err(why) = ready() {
        println!("SKIPPED cargo xtask ios: {why}");
        println!("0 passed, 0 failed, 1 skipped");
        return Ok(());
    }
    match args.first().map(String::as_str) {
        Some("setup") => setup::swift().map(|swift| println!("{}", swift.display())),
        Some("build") => tests::build().map(|_| ()),
        Some("test") => tests::run(args),
        Some("check") => app::check(),
        Some("pictures") => pictures::run(args),
        _ => Err(USAGE.to_owned()),
    }
}

/// Swift is here, or has been fetched now; if not, why.
pub fn ready() -> Done {
    match lacking() {
        Some(why) => Err(why),
        None => setup::swift().map(|_| ()),
    }
}

/// What this machine lacks for Swift, if anything; nothing is fetched to find out.
pub fn lacking() -> Option<String> {
    setup::lacking()
}

/// The app's sources.
fn sources() -> PathBuf {
    root().join("ios")
}

/// Everything that is made here.
fn out() -> PathBuf {
    root().join("target").join("ios")
}
