//! `cargo xtask android`: the Android app without Gradle and without a phone.
//!
//! Exact artifacts (android/artifacts.lock, checked against android/gradle/libs.versions.toml)
//! are fetched by the machine's own Maven into target/android. Kotlin is compiled module by
//! module, resources are linked by aapt2, and the tests run under Robolectric with the core
//! itself, through JNA.

mod compile;
mod fetch;
mod lint;
mod lock;
mod names;
mod pack;
mod pictures;
mod places;
mod resources;
mod shrunk;
mod step;
mod tests;

use crate::peers::{JAVA, MAVEN, PYTHON, Why};
use crate::run::Done;
use compile::Side;

const USAGE: &str = "\
cargo xtask android build                  Kotlin and resources, compiled
cargo xtask android test [--only NAME]     the app's tests under Robolectric, over the core itself
cargo xtask android pictures [--only NAME] every screen: light, dark, large, Welsh, right to left
cargo xtask android apk [--release]        an APK, signed with a key for trying
cargo xtask android lint                   Android's lint";

/// Runs one of the verbs.
pub fn run(args: &[String]) -> Done {
    if let Some(why) = lacking() {
        println!("SKIPPED cargo xtask android: {why}");
        println!("0 passed, 0 failed, 1 skipped");
        return Ok(());
    }
    match args.first().map(String::as_str) {
        Some("build") => build().map(|_| ()),
        Some("test") => tests::run(args),
        Some("pictures") => pictures::run(args),
        Some("apk") => pack::run(args),
        Some("lint") => lint::run(),
        _ => Err(USAGE.to_owned()),
    }
}

/// Makes the program of bench row 9: a script that starts Java over a release build of the core.
pub fn bench_program(to: &std::path::Path) -> Done {
    match lacking() {
        Some(why) => Err(why),
        None => tests::bench_program(to),
    }
}

/// What this machine lacks for it, if anything.
pub fn lacking() -> Option<String> {
    [&JAVA, &MAVEN, &PYTHON].into_iter().find_map(|tool| match tool.version() {
        Ok(_) => None,
        Err(Why::Lacking(why) | Why::Wrong(why)) => Some(why),
    })
}

/// Everything up to compiled tests.
fn build() -> Result<Side, String> {
    names::check()?;
    let kit = fetch::kit()?;
    resources::link(&kit, resources::For::Tests)?;
    compile::all(&kit)
}
