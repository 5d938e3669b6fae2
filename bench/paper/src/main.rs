//! Row 11: the PDF of a full plan, with fonts from files.

use bench_round::{Call, Failure, no_such_verb, run};
use hearth_paper::{Fonts, Form, Item, Numbers, Paper, Part, Phrases, Said, Size, draw};
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    run("paper", act)
}

fn act(call: &Call) -> Result<(), Failure> {
    match call.verb.as_str() {
        "prepare" => Ok(()),
        "row11" => paper(call),
        "versions" => {
            println!(r#"{{"program":"paper","hearth-paper":"{}"}}"#, env!("CARGO_PKG_VERSION"));
            Ok(())
        }
        _ => Err(no_such_verb(call, "prepare, row11, versions")),
    }
}

/// From what is said to the bytes of the file; the fonts are read and known, as they are at a second paper.
fn paper(call: &Call) -> Result<(), Failure> {
    let named = std::fs::read_to_string(call.folder.join("fonts"))?;
    let files = named.lines().map(std::fs::read).collect::<Result<Vec<_>, _>>()?;
    let fonts = Fonts::new(files)?;
    let paper = full();
    call.measure(9, || {
        let start = Instant::now();
        black_box(draw(&paper, Size::Usual, &fonts)?);
        Ok(start.elapsed())
    })
}

/// Forty entries of a hundred and eighty characters, with who wrote each.
fn full() -> Paper {
    let words = "I walk to the shop and back with Sam on Tuesdays, and rest on the bench by the gate. ";
    let item = |n: usize| Item {
        words: vec![Said::theirs(format!("{n} {}", words.repeat(2)))],
        notes: vec![Said::own("Confident 6 of 10"), Said::own("Your words, 14 October 2026, this phone")],
    };
    let mut parts = vec![Part::Name(Said::theirs("Jo Example"))];
    for section in 0..8 {
        parts.push(Part::Heading { level: 2, said: Said::own(format!("Heading {section}")), tone: None });
        parts.push(Part::List { numbers: Numbers::Dots, items: (0..5).map(item).collect() });
    }
    let phrase = |text: &str| text.to_owned();
    Paper {
        form: Form::Pages,
        title: Said::own("Care and support plan"),
        language: "en-GB",
        day: Some((2026, 10, 14)),
        source: Said::own("Copy of the plan that Jo keeps. Made Wednesday 14 October 2026 from this phone."),
        parts,
        last: Vec::new(),
        phrases: Phrases {
            copy: phrase("Copy"),
            page: phrase("Page {page} of {pages}"),
            rest: phrase("(the rest is on the phone)"),
            not_all: phrase("Not everything is on this paper."),
            left_out: phrase("Left out: {n}"),
            not_drawn: phrase("Not drawn: {n}, {mark}"),
            fold: phrase("Fold"),
            over: phrase("See the whole"),
        },
    }
}
