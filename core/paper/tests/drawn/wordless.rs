//! What has no words is not drawn: no mark, no frame, no tag, and what is counted goes on past it.

use crate::poppler::{about, squeezed, structure, text};
use crate::sample::{item, paper};
use crate::{app_fonts, drawn, kept};
use hearth_paper::{Code, Drawn, Form, Item, Numbers, Paper, PaperError, Part, Said, Size, Tone, draw};

/// Nothing, blanks, line ends, and signs that draw nothing: joiners, marks of direction, isolates, fillers.
pub const WORDLESS: [&str; 8] = [
    "",
    " \t\u{a0}\u{3000}",
    "\n\r\n\u{b}\u{1c}\u{85}\u{2028}\n",
    "\u{200b}\u{2060}\u{ad}\u{34f}",
    "\u{200e}\u{200f}\u{61c}\u{202a}\u{202e}\u{202c}",
    "\u{2066}\u{2067}\u{2068}\u{2069}",
    "\u{2060}\n \u{2060} \n\u{200d}\u{fe0f}",
    "\u{115f}\u{1160}\u{3164}\u{ffa0}\u{180e}\u{17b4}",
];
pub const WAYS: [(Form, Size); 4] = [
    (Form::Pages, Size::Usual),
    (Form::Pages, Size::Large),
    (Form::Fold, Size::Usual),
    (Form::Fold, Size::Large),
];

fn list(numbers: Numbers, items: Vec<Item>) -> Part {
    Part::List { numbers, items }
}

fn empty(words: &str) -> Item {
    Item { words: vec![Said::theirs(words); 2], notes: vec![Said::own(words)] }
}

/// A part of every kind that says this.
fn each_kind(words: &str) -> Vec<Part> {
    let said = || Said::theirs(words);
    let heading = |level, tone| Part::Heading { level, said: said(), tone };
    vec![
        heading(2, None),
        heading(3, Some(Tone::Red)),
        Part::Name(said()),
        Part::Words(said()),
        Part::Line(Said::beside(words)),
        Part::Small(said()),
        Part::Framed(vec![said(); 2]),
        list(Numbers::Dots, vec![empty(words)]),
        list(Numbers::Counted, vec![empty(words); 11]),
    ]
}

fn all(parts: Vec<Part>) -> Vec<Drawn> {
    let fonts = app_fonts();
    WAYS.iter()
        .map(|(form, size)| draw(&Paper { form: *form, ..paper(parts.clone()) }, *size, &fonts).unwrap())
        .collect()
}

fn around(parts: Vec<Part>) -> Vec<Part> {
    let words = |said: &str| Part::Words(Said::theirs(said));
    [vec![words("before")], parts, vec![words("after")]].concat()
}

#[test]
fn a_part_without_words_leaves_no_trace_on_paper() {
    let without = all(around(Vec::new()));
    for words in WORDLESS {
        for part in each_kind(words) {
            let said = format!("{part:?}");
            assert!(all(around(vec![part])) == without, "{said}");
        }
    }
}

#[test]
fn a_paper_of_nothing_but_parts_without_words_is_drawn() {
    let without = all(Vec::new());
    for words in WORDLESS {
        assert!(all(each_kind(words)) == without, "{words:?}");
    }
}

#[test]
fn a_paper_without_a_title_is_refused_and_not_drawn() {
    for words in WORDLESS {
        for (form, size) in WAYS {
            let made = Paper { form, title: Said::own(words), ..paper(each_kind("words")) };
            let why = draw(&made, size, &app_fonts()).unwrap_err();
            assert_eq!(why, PaperError::NotSound("a paper without a title".to_owned()), "{words:?}");
        }
    }
}

#[test]
fn the_numbers_of_a_list_go_on_past_an_item_without_words() {
    for numbers in [Numbers::Dots, Numbers::Counted] {
        let nine: Vec<Item> = (0..9).map(|n| item(&format!("Thing {n}"), &["note"])).collect();
        let without = all(vec![list(numbers, nine.clone())]);
        for words in WORDLESS {
            for at in [0, 4, 9] {
                let mut ten = nine.clone();
                ten.insert(at, empty(words));
                assert!(all(vec![list(numbers, ten)]) == without, "{words:?} {numbers:?} {at}");
            }
        }
    }
}

#[test]
fn a_wish_without_words_keeps_the_notes_that_belong_to_it_and_its_other_version() {
    let counted = |items| list(Numbers::Counted, items);
    let with = |words: Vec<Said>, notes: Vec<Said>| counted(vec![Item { words, notes }, item("last", &[])]);
    for words in WORDLESS {
        let (none, kept) = (Said::theirs(words), Said::theirs("kept"));
        assert!(
            all(vec![with(vec![none.clone(), kept.clone()], vec![none.clone(), kept.clone()])])
                == all(vec![with(vec![kept.clone()], vec![kept.clone()])]),
            "{words:?}"
        );
        let noted = all(vec![with(vec![none], vec![kept.clone()])]);
        assert!(noted == all(vec![with(Vec::new(), vec![kept])]), "{words:?}");
        assert!(noted != all(vec![counted(vec![item("last", &[])])]), "{words:?}");
    }
}

#[test]
#[ignore = "needs fonts and poppler: cargo xtask test"]
fn among_parts_without_words_a_reader_finds_only_what_is_said() {
    let mut parts = Vec::new();
    for words in WORDLESS {
        parts.extend(each_kind(words));
    }
    let items =
        vec![item("First", &[]), empty("\u{2060}"), item("", &["Second, only noted"]), item("Third", &[])];
    parts.extend([
        Part::Heading { level: 2, said: Said::own("Steps"), tone: None },
        list(Numbers::Counted, items),
    ]);
    parts.push(Part::Code(Code { size: 1, modules: vec![true], alt: "A code".into() }));
    let file = kept("wordless.pdf", &drawn(&paper(parts), Size::Usual));
    let said = squeezed(&text(&file));
    assert!(said.contains("Steps1.First2.Second,onlynoted3.Third"), "{said}");
    assert!(about(&file).contains("Tagged:          yes"));
    let structure = structure(&file);
    for (tag, times) in [("H1", 1), ("H2", 1), ("H3", 0), ("LI ", 3), ("Lbl", 3), ("LBody", 3), ("Figure", 1)]
    {
        assert_eq!(structure.matches(tag).count(), times, "{tag} in {structure}");
    }
}
