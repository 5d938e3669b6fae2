//! Papers to draw.

use hearth_paper::{Code, Form, Item, Numbers, Paper, Part, Phrases, Said, Tone};

pub fn phrases() -> Phrases {
    Phrases {
        copy: "Copy".into(),
        page: "Page {page} of {pages}".into(),
        rest: "(the rest is on the phone)".into(),
        not_all: "Not everything is on this paper: the last page says how much is missing.".into(),
        left_out: "Things that are not on this paper: {n}. They are on the phone.".into(),
        not_drawn: "Signs that this phone could not print: {n}. In their place stands {mark}.".into(),
        fold: "Cut along the thin line and fold along the dashes.".into(),
        over: "Not all of it is here: see the whole card.".into(),
    }
}

pub fn paper(parts: Vec<Part>) -> Paper {
    Paper {
        form: Form::Pages,
        title: Said::own("My care plan"),
        language: "en-GB",
        day: Some((2026, 10, 14)),
        source: Said::own(
            "Copy of the plan that Jo keeps, made on Wednesday 14 October 2026 from this phone.",
        ),
        parts,
        last: vec![Part::Line(Said::own("Not an instruction: find the original."))],
        phrases: phrases(),
    }
}

pub fn item(words: &str, notes: &[&str]) -> Item {
    Item { words: vec![Said::theirs(words)], notes: notes.iter().map(|note| Said::own(*note)).collect() }
}

pub fn heading(level: u8, said: &str) -> Part {
    Part::Heading { level, said: Said::own(said), tone: None }
}

pub fn plan() -> Paper {
    let dots = |items| Part::List { numbers: Numbers::Dots, items };
    let zone = |said: &str, tone| Part::Heading { level: 3, said: Said::own(said), tone: Some(tone) };
    paper(vec![
        Part::Name(Said::theirs("Jo Example")),
        Part::Framed(vec![Said::own("Life at risk? 999. Urgent? 111.")]),
        heading(2, "What is most important to me"),
        Part::Words(Said::theirs("Seeing my grandson on Sundays.\nBeing asked before things are decided.")),
        Part::Small(Said::own("Your words, 14 October, this phone")),
        heading(2, "What I want"),
        dots(vec![
            item("Walk to the shop and back without stopping", &["Important 9 of 10", "Confident 6 of 10"]),
            item("Sleep through", &["not answered"]),
        ]),
        heading(2, "When my breathing gets worse"),
        zone("Green: as usual", Tone::Green),
        dots(vec![item("I can talk in whole sentences", &[])]),
        zone("Amber: getting worse", Tone::Amber),
        Part::List {
            numbers: Numbers::Counted,
            items: vec![
                item("Sit forward, slow breaths", &[]),
                item("Blue inhaler, as it says on the box", &[]),
            ],
        },
        zone("Red: very unwell", Tone::Red),
        dots(vec![item("Too breathless to speak", &[])]),
        Part::Code(Code { size: 21, modules: (0..441).map(|n| n % 3 == 0).collect(), alt: "A code".into() }),
    ])
}
