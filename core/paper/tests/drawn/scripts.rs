//! Any script: what is typed is what is read.

use crate::poppler::{seen, squeezed, text};
use crate::sample::{heading, item, paper};
use crate::{FILES, drawn, font_files, kept};
use hearth_paper::{Fonts, Numbers, PaperError, Part, Said, Size, draw};

const WELSH: &str = "Mae’n well gen i siarad Cymraeg. Ŵyr, tŷ bach, sŵn y môr.";
const POLISH: &str = "Chcę chodzić do sklepu. Żółć, łódź, źdźbło.";
const URDU: &str = "میں اپنے پوتے کے ساتھ اتوار کو چلنا چاہتا ہوں";
const MIXED: &str = "مجھے 999 پر کال کریں، پھر Sam کو";
const PUNJABI: &str = "ਮੈਂ ਆਪਣੇ ਪੋਤੇ ਨਾਲ ਤੁਰਨਾ ਚਾਹੁੰਦਾ ਹਾਂ। ਕਿਰਪਾ ਕਰਕੇ";

#[test]
#[ignore = "needs fonts and poppler: cargo xtask test"]
fn each_script_is_read_as_it_was_typed() {
    for (name, words) in
        [("welsh", WELSH), ("polish", POLISH), ("urdu", URDU), ("urdu-mixed", MIXED), ("punjabi", PUNJABI)]
    {
        let list =
            Part::List { numbers: Numbers::Counted, items: vec![item(words, &[words]), item(words, &[])] };
        let drawn =
            drawn(&paper(vec![heading(2, words), Part::Words(Said::theirs(words)), list]), Size::Usual);
        let file = kept(&format!("{name}.pdf"), &drawn);
        assert_eq!((drawn.not_drawn, drawn.left_out), (0, 0), "{name}");
        let said = squeezed(&seen(&file));
        // Poppler orders a line of both directions by what most of the page has: there word by word.
        let pieces: Vec<&str> = if name == "urdu-mixed" { words.split(' ').collect() } else { vec![words] };
        for piece in pieces.iter().map(|piece| piece.trim_matches(['،', '.'])) {
            assert!(said.matches(&squeezed(piece)).count() >= 5, "{name}: {piece} in {said}");
        }
    }
}

#[test]
#[ignore = "needs fonts and poppler: cargo xtask test"]
fn words_of_another_script_say_their_language() {
    let file = kept(
        "languages.pdf",
        &drawn(
            &paper(vec![Part::Words(Said::theirs(URDU)), Part::Words(Said::theirs(PUNJABI))]),
            Size::Usual,
        ),
    );
    let pdf = std::fs::read(&file).unwrap();
    // Content is compressed: the tags of languages are looked for after it is unpacked.
    let unpacked = crate::poppler::unpacked(&file);
    assert!(!pdf.is_empty());
    for language in ["/Lang (ur)", "/Lang (pa)", "/Lang (en-GB)"] {
        assert!(unpacked.contains(language) || unpacked.contains(&language.replace(" (", "(")), "{language}");
    }
}

#[test]
#[ignore = "needs fonts and poppler: cargo xtask test"]
fn emoji_are_drawn_where_a_font_has_them_and_a_mark_stands_for_them_where_none_has() {
    let words = "I love my garden 🌱 and tea ☕ with 👩‍👧";
    let with = drawn(&paper(vec![Part::Words(Said::theirs(words))]), Size::Usual);
    let file = kept("emoji.pdf", &with);
    assert_eq!(with.not_drawn, 0);
    assert!(text(&file).contains('🌱'));
    let without = Fonts::new(font_files(&FILES[..2])).unwrap();
    let without = draw(&paper(vec![Part::Words(Said::theirs(words))]), Size::Usual, &without).unwrap();
    let file = kept("no-emoji.pdf", &without);
    assert!(without.not_drawn >= 3, "{}", without.not_drawn);
    let said = text(&file);
    assert!(said.contains(&format!("could not print: {}.", without.not_drawn)), "{said}");
    assert!(
        !said.contains('🌱') && said.contains("garden □ and tea") || said.contains("garden \u{fffd} and tea"),
        "{said}"
    );
}

#[test]
#[ignore = "needs fonts and poppler: cargo xtask test"]
fn without_a_font_that_has_letters_there_is_no_paper() {
    let only_emoji = Fonts::new(font_files(&FILES[7..])).unwrap();
    let refused = draw(&paper(vec![Part::Words(Said::theirs("words"))]), Size::Usual, &only_emoji);
    assert_eq!(refused.unwrap_err(), PaperError::NoFont);
}

#[test]
#[ignore = "needs fonts and poppler: cargo xtask test"]
fn nastaliq_is_drawn_and_read_as_well() {
    let nastaliq = Fonts::new(font_files(&[FILES[0], FILES[1], FILES[4]])).unwrap();
    let drawn = draw(&paper(vec![Part::Words(Said::theirs(URDU))]), Size::Usual, &nastaliq).unwrap();
    let file = kept("nastaliq.pdf", &drawn);
    assert_eq!(drawn.not_drawn, 0);
    // Letters hang from one another: where they stand tells no reader their order, so the line is told as a whole.
    let told: String = URDU.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    assert!(crate::poppler::unpacked(&file).contains(&format!("/ActualText<FEFF{told}")));
}
