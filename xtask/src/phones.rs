//! `cargo xtask phones`: the core and its bindings, checked for both phones without an NDK, a Mac or a phone. It takes long, so the
//! ordinary test run leaves it out. Types only: nothing is linked, nothing can be run.

use crate::run::{Done, first_line, root, shown};
use std::process::Command;

/// Checks both, or those that are named.
pub fn run(args: &[String]) -> Done {
    let tools = ["apt-get", "dpkg-deb", "flock", "bash", "python3"];
    let missing = tools.into_iter().find(|tool| first_line(tool, &["--version"]).is_none());
    let is_ours = std::env::consts::OS == "linux" && std::env::consts::ARCH == "x86_64";
    if let Some(why) = missing
        .map(|tool| format!("{tool} is not here"))
        .or((!is_ours).then(|| "no Linux on x86-64".to_owned()))
    {
        println!(
            "SKIPPED cargo xtask phones: {why}. With rustup’s targets, an NDK and Xcode, cargo check --target does the same."
        );
        return Ok(());
    }
    let script = root().join("xtask").join("tools").join("check-phones.sh");
    let mut check = Command::new("bash");
    check.arg(script).arg(root()).args(args);
    // What cargo tells this program of itself would have every build script run again.
    for (name, _) in std::env::vars_os() {
        let is_ours = name
            .to_str()
            .is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_"));
        if is_ours {
            check.env_remove(&name);
        }
    }
    match shown(&mut check) {
        true => Ok(()),
        false => Err("the core does not check for a phone".to_owned()),
    }
}
