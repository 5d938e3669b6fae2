//! The tests of papers, which need fonts, poppler and veraPDF: fetched, or had from the machine's packages.

use crate::peers::Why;
use crate::run::{cargo, root, shown};
use crate::test::{Counted, told};
use std::path::PathBuf;
use std::process::Command;

/// How many tests an ordinary run leaves out for want of them.
pub const IGNORED: u64 = 21;

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
    accessible(counted);
}

/// veraPDF over every paper that the tests drew; and over one that is not accessible, which it must find.
fn accessible(counted: &mut Counted) {
    let what = "veraPDF: every paper is PDF/UA-1";
    let (source, jar) = match crate::fhir::by_maven("verapdf", "accessible.jar") {
        Ok(built) => built,
        Err(cure) => return counted.skip(what, &cure),
    };
    let drawn = root().join("target").join("tmp").join("paper");
    let files = std::fs::read_dir(drawn).into_iter().flatten().flatten().map(|entry| entry.path());
    let files: Vec<PathBuf> =
        files.filter(|file| file.extension().is_some_and(|kind| kind == "pdf")).collect();
    let check = |files: &[PathBuf]| {
        let mut check = Command::new("java");
        check.args(["-XX:+UseSerialGC", "-jar"]).arg(&jar).args(files);
        shown(&mut check)
    };
    counted.check(&format!("{what} ({} files)", files.len()), files.len() > 10 && check(&files));
    counted.check("veraPDF finds a PDF without tags", !check(&[source.join("planted.pdf")]));
}
