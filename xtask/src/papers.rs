//! The tests of papers, which need fonts and poppler: fetched, or had from the machine's packages.

use crate::peers::Why;
use crate::run::cargo;
use crate::test::{Counted, told};

/// How many tests an ordinary run leaves out for want of them.
pub const IGNORED: u64 = 17;

/// Draws papers with real fonts, and has poppler read them. They are ignored in the ordinary run, and were counted
/// there as skipped.
pub fn test(counted: &mut Counted) {
    let what = "papers, read by poppler";
    if !crate::readers::poppler() {
        println!("SKIPPED {what}: {}", crate::readers::POPPLER_CURE);
        return;
    }
    let fonts = match crate::readers::fonts() {
        Ok(fonts) => fonts,
        Err(Why::Lacking(why)) => return println!("SKIPPED {what}: {why}"),
        Err(Why::Wrong(why)) => return counted.check(&format!("the fonts could be fetched: {why}"), false),
    };
    let mut ran = 0;
    for package in
        [&["hearth-paper", "--features", "pdf", "--test", "drawn"][..], &["hearth-tests", "--test", "paper"]]
    {
        let mut test = cargo();
        test.args(["test", "--no-fail-fast", "--package"]).args(package).args(["--", "--ignored"]);
        let said = told(what, test.env("HEARTH_FONTS", &fonts), counted);
        ran += said.passed + said.failed;
    }
    counted.skipped = counted.skipped.saturating_sub(ran);
    counted.check(&format!("{what}: {ran} of {IGNORED} ran"), ran == IGNORED);
}
