//! A paper in English is whole, tagged, and the same each time.

use crate::poppler::{about, fonts, metadata, squeezed, structure, text};
use crate::sample::{heading, paper, plan};
use crate::{drawn, kept};
use hearth_paper::{Part, Said, Size};

#[test]
#[ignore = "needs fonts and poppler: cargo xtask test"]
fn a_plan_says_on_paper_what_it_was_made_of_in_both_sizes() {
    for (size, name, most) in [(Size::Usual, "plan.pdf", 1), (Size::Large, "plan-large.pdf", 3)] {
        let drawn = drawn(&plan(), size);
        let file = kept(name, &drawn);
        assert!(drawn.pages <= most, "{} pages", drawn.pages);
        assert_eq!((drawn.left_out, drawn.not_drawn), (0, 0));
        let said = squeezed(&text(&file));
        for line in [
            "My care plan",
            "Jo Example",
            "Life at risk? 999. Urgent? 111.",
            "Being asked before things are decided.",
            "Confident 6 of 10",
            "Amber: getting worse",
            "2. Blue inhaler, as it says on the box",
            "Not an instruction: find the original.",
        ] {
            assert!(said.contains(&squeezed(line)), "{line} is not in {said}");
        }
        for page in 1..=drawn.pages {
            assert!(said.contains(&squeezed(&format!("Page {page} of {}", drawn.pages))), "{said}");
        }
        let sources = said.matches(&squeezed("made on Wednesday 14 October 2026 from this phone")).count();
        assert_eq!(sources, drawn.pages + 1);
        let copies = text(&file).lines().filter(|line| line.starts_with("Copy ") || *line == "Copy").count();
        assert!(copies >= drawn.pages);
    }
}

#[test]
#[ignore = "needs fonts and poppler: cargo xtask test"]
fn it_is_tagged_with_what_each_thing_is() {
    let file = kept("tags.pdf", &drawn(&plan(), Size::Usual));
    assert!(about(&file).contains("Tagged:          yes"), "{}", about(&file));
    assert!(about(&file).contains("Title:           My care plan"));
    assert!(metadata(&file).contains("pdfuaid:part"), "{}", metadata(&file));
    let structure = structure(&file);
    for tag in ["Document", "H1", "H2", "H3", "P (block)", "L ", "LI", "Lbl", "LBody", "Figure"] {
        assert!(structure.contains(tag), "no {tag} in {structure}");
    }
    // What stands on every page is read once, with the title, and not again on each.
    assert!(!structure.contains("Page 1 of"), "{structure}");
    assert_eq!(structure.matches("Copy of the plan").count(), 1);
}

#[test]
#[ignore = "needs fonts and poppler: cargo xtask test"]
fn every_font_is_in_the_file_and_only_as_much_of_it_as_is_used() {
    let drawn = drawn(&plan(), Size::Usual);
    let file = kept("fonts.pdf", &drawn);
    assert!(drawn.pdf.len() < 60_000, "{} bytes", drawn.pdf.len());
    let fonts = fonts(&file);
    assert!(fonts.len() >= 2);
    for font in fonts {
        // emb, sub, uni: in the file, a part of it, with the letters that its glyphs stand for.
        let columns: Vec<&str> = font.split_whitespace().rev().take(5).collect();
        assert_eq!(columns.get(2..5), Some(["yes", "yes", "yes"].as_slice()), "{font}");
    }
}

#[test]
#[ignore = "needs fonts and poppler: cargo xtask test"]
fn the_same_paper_is_the_same_bytes() {
    assert_eq!(drawn(&plan(), Size::Usual).pdf, drawn(&plan(), Size::Usual).pdf);
    let mut tomorrow = plan();
    tomorrow.day = Some((2026, 10, 15));
    assert_ne!(drawn(&plan(), Size::Usual).pdf, drawn(&tomorrow, Size::Usual).pdf);
}

#[test]
#[ignore = "needs fonts and poppler: cargo xtask test"]
fn a_long_plan_runs_over_pages_in_order_and_a_heading_never_ends_one() {
    let mut parts = Vec::new();
    for n in 0..60 {
        parts.push(heading(2, &format!("Heading {n}")));
        parts.push(Part::Words(Said::theirs(
            format!("Words of number {n}, which are long enough to wrap. ").repeat(n % 7 + 1),
        )));
    }
    let drawn = drawn(&paper(parts), Size::Usual);
    let file = kept("long.pdf", &drawn);
    assert!(drawn.pages > 2 && drawn.left_out == 0);
    let said = text(&file);
    let at: Vec<usize> = (0..60).map(|n| said.find(&format!("Heading {n}\n")).unwrap()).collect();
    assert!(at.is_sorted(), "{at:?}");
    for page in said.split('\u{c}') {
        let lines: Vec<&str> = page.lines().collect();
        let last = lines.iter().rposition(|line| line.starts_with("Copy of")).unwrap_or(lines.len());
        assert!(!lines[..last].last().is_some_and(|line| line.starts_with("Heading")), "{page}");
    }
}
