//! Readers that others wrote, for the links and the papers that we make: npm's, fetched into target/, and zbar,
//! poppler and a browser, which are had from the machine's packages. And fonts to draw papers with.

use crate::peers::{NODE, NPM, Why, built, step};
use crate::run::first_line;
use std::path::PathBuf;
use std::process::{Command, Stdio};

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

/// The folder of fonts for papers, under the SIL Open Font License. npm as the machine has it set up.
pub fn fonts() -> Result<PathBuf, Why> {
    let npm = NPM.version()?;
    built("fonts", &npm, |folder| {
        let mut npm = Command::new(NPM.program);
        npm.current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        step("fetching fonts", &mut npm)
    })
}

/// How poppler is had.
pub const POPPLER_CURE: &str = "pdftotext is not here; install poppler (apt-get install poppler-utils)";

/// Whether poppler's tools are here.
pub fn poppler() -> bool {
    // It says its version where others say their errors.
    let mut ask = Command::new("pdftotext");
    ask.arg("-v").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    ask.status().is_ok_and(|status| status.success())
}
