//! Schematic pictures: the stand-in writes HTML, Chromium makes it a picture. Not Apple's rendering.

use super::{out, tests};
use crate::run::{Done, option};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Runs the tests with pictures asked for, then draws what they wrote.
pub fn run(args: &[String]) -> Done {
    let only = option(args, "--only").unwrap_or_default();
    let folder = out().join("pictures");
    if only.is_empty() {
        let _ = fs::remove_dir_all(&folder);
    }
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    tests::launch(only, &[("HEARTH_IOS_PICTURES", folder.clone())])?;
    let Some(browser) = crate::readers::chromium() else {
        println!("SKIPPED the pictures themselves: {}", crate::readers::CHROMIUM_CURE);
        return Ok(());
    };
    let pages = pages(&folder);
    for page in &pages {
        draw(Path::new(&browser), page)?;
    }
    println!("{}: {} pictures, schematic", folder.display(), pages.len());
    Ok(())
}

fn pages(folder: &Path) -> Vec<PathBuf> {
    let all = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut pages: Vec<PathBuf> =
        all.filter(|path| path.extension().is_some_and(|end| end == "html")).collect();
    pages.sort();
    pages
}

fn draw(browser: &Path, page: &Path) -> Done {
    let mut chromium = Command::new(browser);
    chromium.args(["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"]);
    chromium.args(["--disable-background-networking", "--disable-component-update", "--disable-sync"]);
    chromium.arg(format!("--user-data-dir={}", out().join("browser").display()));
    chromium.arg(format!("--screenshot={}", page.with_extension("png").display()));
    chromium.arg("--window-size=390,1400").arg(format!("file://{}", page.display()));
    let drawn = chromium.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    match drawn.is_ok_and(|status| status.success()) {
        true => Ok(()),
        false => Err(format!("{} could not be drawn", page.display())),
    }
}
