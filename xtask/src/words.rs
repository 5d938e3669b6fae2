//! `cargo xtask words`: every sentence Hearth says, in every language.
//!
//! It fails on a sentence that one language lacks, that code says and nothing has, that nothing
//! says, or whose languages ask for different things; and on safety text that is said without
//! English beside it. It reports English that reads harder than for a reader of 11, by the
//! Flesch–Kincaid grade of each sentence: 0.39 × words + 11.8 × syllables ÷ words − 15.59, at most
//! 6. Names such as ReSPECT or "lasting power of attorney" count as one short word, and in a label
//! of fewer than five words no word may have more than three syllables. `words::audit` in the core
//! has the rules and the few names.

use crate::run::{Done, root};
use hearth_core::words::audit::{self, Report};

/// Looks, prints what was found, and says whether anything has to be put right.
pub fn run(_: &[String]) -> Done {
    let sources = audit::sources(&root()).map_err(|error| format!("a source could not be read: {error}"))?;
    let report = audit::report(&sources);
    print(&report);
    if report.faults.is_empty() { Ok(()) } else { Err("the sentences above have to be put right".to_owned()) }
}

fn print(report: &Report) {
    for fault in &report.faults {
        println!("WRONG    {fault}");
    }
    for key in &report.off_the_list {
        println!("listed   `{key}` is said by the core: it can come off the list for the screens");
    }
    for hard in &report.hard {
        let how = match hard.grade {
            Some(grade) => format!("reading age {:.1}", grade + 5.0),
            None => "a long word".to_owned(),
        };
        println!("hard     `{}`, {how}: {}", hard.key, hard.sentence);
    }
    println!(
        "{} sentences, {} wrong, {} above reading age 11, {} only for screens",
        report.sentences,
        report.faults.len(),
        report.hard.len(),
        report.for_screens
    );
}
