//! The card, to cut out and fold.

use crate::poppler::{squeezed, text};
use crate::sample::{heading, item, paper};
use crate::{drawn, kept};
use hearth_paper::{Form, Numbers, Paper, Part, Said, Size};

fn card(allergies: usize) -> Paper {
    let items =
        (0..allergies).map(|n| item(&format!("Allergy number {n}"), &["checked 14 October 2026"])).collect();
    let parts = vec![
        Part::Name(Said::theirs("Jo Example")),
        Part::Framed(vec![Said::own("Life at risk? 999. Urgent? 111.")]),
        heading(2, "Allergies"),
        Part::List { numbers: Numbers::Dots, items },
    ];
    Paper { form: Form::Fold, ..paper(parts) }
}

#[test]
#[ignore = "needs fonts and poppler: cargo xtask test"]
fn a_card_that_fits_is_one_page_of_four_panels_with_marks_to_cut_and_fold() {
    let small = drawn(&card(6), Size::Usual);
    let file = kept("card.pdf", &small);
    assert_eq!((small.pages, small.left_out), (1, 0));
    let said = squeezed(&text(&file));
    for line in
        ["Jo Example", "Cut along the thin line", "Allergy number 5", "Not an instruction", "Page 1 of 1"]
    {
        assert!(said.contains(&squeezed(line)), "{line} is not in {said}");
    }
    assert!(!said.contains(&squeezed("Not all of it is here")));
    // Dashes are drawn for the folds.
    assert!(crate::poppler::unpacked(&file).contains("[4 3]"));
}

#[test]
#[ignore = "needs fonts and poppler: cargo xtask test"]
fn a_card_that_does_not_fit_on_its_panels_says_so_and_follows_whole() {
    let large = drawn(&card(60), Size::Usual);
    let file = kept("card-over.pdf", &large);
    assert!(large.pages > 1 && large.left_out == 0);
    let pages = text(&file);
    let (panels, whole) = pages.split_once('\u{c}').unwrap();
    let (panels, whole) = (squeezed(panels), squeezed(whole));
    assert!(panels.contains(&squeezed("Not all of it is here")), "{panels}");
    assert!(panels.contains("JoExample") && panels.contains(&squeezed("Not an instruction")));
    assert!((0..60).all(|n| whole.contains(&squeezed(&format!("Allergy number {n}")))), "{whole}");
}

#[test]
#[ignore = "needs fonts and poppler: cargo xtask test"]
fn in_large_print_the_card_is_on_pages() {
    let large = drawn(&card(6), Size::Large);
    let said = squeezed(&text(&kept("card-large.pdf", &large)));
    assert!(said.contains("Allergynumber5") && !said.contains(&squeezed("Cut along")), "{said}");
}
