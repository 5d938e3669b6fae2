//! Whatever was pasted: bounded, and nothing missing without a word.

use crate::poppler::{squeezed, text};
use crate::sample::{heading, item, paper};
use crate::{app_fonts, drawn, kept};
use hearth_paper::{Numbers, Part, Said, Size, draw};

#[test]
#[ignore = "needs fonts and poppler: cargo xtask test"]
fn ten_thousand_words_take_two_pages_and_say_that_there_are_more() {
    let drawn = drawn(&paper(vec![Part::Words(Said::theirs("breathless ".repeat(10_000)))]), Size::Usual);
    let file = kept("pasted.pdf", &drawn);
    assert!(drawn.pages <= 3, "{}", drawn.pages);
    assert_eq!(drawn.left_out, 1);
    let said = squeezed(&text(&file));
    assert!(said.contains("…(therestis") && said.contains("onthephone)"), "{said}");
    assert!(said.contains(&squeezed("Not everything is on this paper")));
    assert!(said.contains(&squeezed("Things that are not on this paper: 1.")));
}

#[test]
#[ignore = "needs fonts and poppler: cargo xtask test"]
fn a_plan_without_end_fills_forty_pages_and_counts_what_is_left_out() {
    let items = (0..5_000).map(|n| item(&format!("Thing {n} {}", "and so on ".repeat(30)), &[])).collect();
    let list = Part::List { numbers: Numbers::Counted, items };
    let drawn = drawn(&paper(vec![heading(2, "Everything"), list]), Size::Large);
    let file = kept("endless.pdf", &drawn);
    assert_eq!(drawn.pages, 40);
    let said = squeezed(&text(&file));
    let there = (0..5_000).filter(|n| said.contains(&squeezed(&format!("{}. Thing {n} ", n + 1)))).count();
    assert_eq!(there + drawn.left_out, 5_000);
    assert!(said.contains(&squeezed(&format!("Things that are not on this paper: {}.", drawn.left_out))));
    assert!(said.contains(&squeezed("Not an instruction: find the original.")));
}

#[test]
#[ignore = "needs fonts and poppler: cargo xtask test"]
fn controls_and_forced_direction_move_nothing_around_them() {
    let words = "call \u{202e}999\u{202c} \u{0}\u{1b}[2J \u{2066}Sam\u{2067}";
    let parts = vec![Part::Words(Said::theirs(words)), Part::Line(Said::own("made on 14 October"))];
    let drawn = drawn(&paper(parts), Size::Usual);
    let said = text(&kept("controls.pdf", &drawn));
    assert!(said.contains("call 999 "), "{said}");
    assert!(said.contains("Sam") && said.contains("made on 14 October"), "{said}");
    assert!(!said.chars().any(|c| c.is_control() && c != '\n' && c != '\u{c}'));
}

#[test]
fn a_line_that_begins_with_a_mark_is_drawn_as_a_line_of_its_own() {
    // An accent, a joiner, what chooses a picture, a vowel sign, the colour of a skin, a voice mark, a letter of a flag.
    let marks =
        ["\u{301}", "\u{200d}", "\u{fe0f}", "\u{93e}", "\u{1f3fb}", "\u{ff9e}", "\u{e0067}", "\u{1038}"];
    for mark in marks {
        let words = format!("one\n{mark}two\n\n{mark}\nthree");
        let parts = vec![Part::Words(Said::theirs(&words)), Part::Name(Said::theirs(&words))];
        assert!(draw(&paper(parts), Size::Usual, &app_fonts()).is_ok(), "{words:?}");
    }
}

#[test]
#[ignore = "needs fonts and poppler: cargo xtask test"]
fn a_word_without_end_and_every_odd_sign_is_drawn_or_marked() {
    let odd: String = (0..0x3000_u32).filter_map(char::from_u32).collect();
    let end = "x".repeat(5_000);
    let drawn =
        drawn(&paper(vec![Part::Words(Said::theirs(odd)), Part::Words(Said::theirs(end))]), Size::Usual);
    kept("odd.pdf", &drawn);
    assert!(drawn.not_drawn > 100 && drawn.pages < 10, "{drawn:?}", drawn = (drawn.not_drawn, drawn.pages));
}
