//! Papers, as a shell asks for them.

use super::*;
use crate::rooms::paper::PaperKind;

#[test]
fn without_a_font_there_is_no_paper_and_a_sentence_says_what_to_do() {
    let (_phone, plan) = begun();
    for fonts in [Vec::new(), vec![b"no font".to_vec()]] {
        for large in [false, true] {
            let refused = plan.paper(PaperKind::Plan, large, fonts.clone()).unwrap_err();
            let (group, sentence, reason) = refused.parts();
            assert_eq!((group, reason), (Group::Other, "error-print-no-font"));
            assert!(sentence.contains("Nothing was lost"), "{sentence}");
        }
    }
}

#[test]
fn a_visit_that_is_not_there_has_no_paper() {
    let (_phone, plan) = begun();
    let nobody = "0".repeat(32);
    for id in [nobody.as_str(), "not an id"] {
        let refused = plan.paper(PaperKind::Visit { id: id.to_owned() }, false, Vec::new()).unwrap_err();
        assert_eq!(refused.parts().0, Group::NotThere);
    }
}

#[test]
fn the_recovery_words_and_the_card_have_papers_of_their_own_and_want_a_font_too() {
    let (_phone, plan) = begun();
    for kind in [PaperKind::Card, PaperKind::RecoveryWords] {
        assert_eq!(reason(plan.paper(kind.clone(), false, Vec::new())), "error-print-no-font", "{kind:?}");
        assert!(!sentence(plan.paper(kind, true, Vec::new())).contains("error-"));
    }
}
