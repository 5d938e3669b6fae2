//! Readers that others wrote, for the links that we make: npm's, fetched into target/, and zbar and
//! a browser, which are had from the machine's packages.

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

/// How a browser is had.
pub const CHROMIUM_CURE: &str = "Chromium is not here; install it (apt-get install chromium), or name it in \
                                 HEARTH_CHROMIUM";

/// The browser: named, or the machine's own.
pub fn chromium() -> Option<String> {
    let named = std::env::var("HEARTH_CHROMIUM").ok();
    let known = ["chromium", "chromium-browser", "google-chrome"].into_iter().map(str::to_owned);
    named.into_iter().chain(known).find_map(|program| {
        first_line(&program, &["--version"])?;
        first_line("sh", &["-c", &format!("command -v '{program}'")])
    })
}
