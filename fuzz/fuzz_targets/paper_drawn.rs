//! What a paper is drawn of: arbitrary bytes as a font's file, and as the words of every part of a paper, with the font
//! that `HEARTH_FUZZ_FONT` names (DejaVu Sans where it names none). The first byte says which.
#![no_main]

use hearth_paper::{Fonts, Form, Item, Numbers, Paper, PaperError, Part, Phrases, Said, Size, Tone, draw};
use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;

const DEJAVU: &str = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
static FONTS: OnceLock<Fonts> = OnceLock::new();

fn known() -> &'static Fonts {
    FONTS.get_or_init(|| {
        let file = std::env::var("HEARTH_FUZZ_FONT").unwrap_or_else(|_| DEJAVU.to_owned());
        Fonts::new(vec![std::fs::read(file).expect("a font")]).expect("a font with drawn letters")
    })
}

fn part(kind: u8, said: Said) -> Part {
    match kind % 8 {
        0 => Part::Heading { level: 2 + (kind >> 7), said, tone: (kind & 64 != 0).then_some(Tone::Amber) },
        1 => Part::Name(said),
        2 => Part::Words(said),
        3 => Part::Line(said),
        4 => Part::Small(said),
        5 => Part::Framed(vec![said]),
        _ => {
            let items = vec![Item { words: vec![said.clone()], notes: vec![said] }];
            Part::List { numbers: if kind & 64 == 0 { Numbers::Dots } else { Numbers::Counted }, items }
        }
    }
}

fn paper(form: Form, words: &[u8]) -> Paper {
    // A part begins at each 0xff, which is in no text: the byte after it is its kind.
    let parts = words.split(|byte| *byte == 0xff).filter_map(|piece| {
        let (kind, text) = piece.split_first()?;
        Some(part(*kind, Said::theirs(String::from_utf8_lossy(text))))
    });
    let phrase = |text: &str| text.to_owned();
    Paper {
        form,
        title: Said::own("A plan"),
        language: "en-GB",
        day: Some((2026, 11, 23)),
        source: Said::own("Copy"),
        parts: parts.take(40).collect(),
        last: vec![Part::Line(Said::own("999"))],
        phrases: Phrases {
            copy: phrase("Copy"),
            page: phrase("Page {page} of {pages}"),
            rest: phrase("the rest is on the phone"),
            not_all: phrase("Not everything is here"),
            left_out: phrase("Left out: {n}"),
            not_drawn: phrase("Signs not drawn: {n} {mark}"),
            fold: phrase("Fold"),
            over: phrase("More overleaf"),
        },
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Some((which, rest)) = bytes.split_first() else { return };
    let form = if which & 2 == 0 { Form::Pages } else { Form::Fold };
    let size = if which & 4 == 0 { Size::Usual } else { Size::Large };
    if which & 1 == 0 {
        let Ok(fonts) = Fonts::new(vec![rest.to_vec()]) else { return };
        let _ = draw(&paper(form, b"\x02words"), size, &fonts);
        return;
    }
    match draw(&paper(form, rest), size, known()) {
        Ok(drawn) => assert!(drawn.pages > 0 && drawn.pages <= 41 && drawn.pdf.starts_with(b"%PDF")),
        // Whatever was written, it can be drawn.
        Err(error @ (PaperError::NoFont | PaperError::FontMayNotBeEmbedded)) => panic!("{error}"),
        Err(PaperError::NotSound(why)) => panic!("{why}"),
    }
});
