//! Readers that others wrote, for the links that we make: npm's, fetched into target/, and zbar,
//! which is had from the machine's packages.

use crate::peers::{NODE, NPM, Why, built, step};
use crate::run::first_line;
use std::path::PathBuf;
use std::process::Command;

/// How zbar is had.
pub const ZBAR_CURE: &str = "zbarimg is not here; install zbar (apt-get install zbar-tools)";

/// The folder of npm's readers. npm as the machine has it set up.
pub fn fetched() -> Result<PathBuf, Why> {
    let (node, _) = (NODE.version()?, NPM.version()?);
    built("readers", &node, |folder| {
        let mut npm = Command::new(NPM.program);
        npm.current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        step("fetching the readers of links", &mut npm)
    })
}

/// Whether zbar is here.
pub fn zbar() -> bool {
    first_line("zbarimg", &["--version"]).is_some()
}
