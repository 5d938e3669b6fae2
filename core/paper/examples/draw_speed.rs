//! How long a paper takes to draw, with fonts from files: the paper of a full plan, thirty times, the first apart.
//!
//! `cargo run --release -p hearth-paper --features pdf --example draw_speed -- FONT...`

use hearth_paper::{Fonts, Form, Item, Numbers, Paper, Part, Phrases, Said, Size, draw};
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let files = std::env::args().skip(1).map(std::fs::read).collect::<Result<Vec<_>, _>>()?;
    let fonts = Fonts::new(files)?;
    let paper = full();
    let mut took = Vec::new();
    let mut drawn = draw(&paper, Size::Usual, &fonts)?;
    for _ in 0..30 {
        let begun = Instant::now();
        drawn = draw(&paper, Size::Usual, &fonts)?;
        took.push(begun.elapsed());
    }
    took.sort();
    println!("{} pages, {} bytes, median {:?}", drawn.pages, drawn.pdf.len(), took.get(took.len() / 2));
    Ok(())
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
