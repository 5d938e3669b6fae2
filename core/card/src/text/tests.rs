//! What a paramedic reads, with room and without.

use proptest::prelude::*;

use super::{CardText, TooSmall, text};
use crate::doc::{CardDoc, Contact, Counted, SectionKind};
use crate::open::OpenCard;
use crate::sample::{line, sample};

const ALL: usize = 100_000;

fn whole(doc: &CardDoc) -> CardText {
    text(doc, ALL, &[]).unwrap()
}

fn at(text: &str, part: &str) -> usize {
    text.find(part).unwrap_or_else(|| panic!("no {part:?} in {text}"))
}

#[test]
fn with_room_every_line_of_the_card_stands() {
    let doc = sample();
    let CardText { text, cut } = whole(&doc);
    assert_eq!(cut, 0);
    assert!(!text.contains("left out") && !text.contains('…'));
    let sections = doc.sections.iter().flat_map(|section| &section.lines);
    let zones = doc.plans.iter().flat_map(|plan| &plan.zones);
    let zones = zones.flat_map(|zone| zone.signs.iter().chain(&zone.steps));
    let rest = doc.plans.iter().flat_map(|plan| plan.coping.iter().chain(&plan.medicines_kept));
    for line in sections.chain(zones).chain(rest) {
        at(&text, &line.text);
    }
    for contact in doc.contacts.iter().chain(doc.plans.iter().flat_map(|plan| &plan.contacts)) {
        at(&text, contact.number.as_deref().unwrap());
    }
    for line in [&doc.name, &doc.safety[0], &doc.made.line, &doc.not_an_instruction] {
        at(&text, line);
    }
}

#[test]
fn it_reads_from_who_to_allergies_to_plans() {
    let text = whole(&sample()).text;
    let order = [
        "Jo Example",
        "born 4 March",
        "Life at risk? 999",
        "Made on Thursday",
        "Allergies",
        "I live with",
        "Key medicines",
        "If I am very unwell",
        "Please",
        "Call",
        "A ReSPECT form",
        "Also worth",
        "= When my breathing",
        "= When my mood",
        "Not an instruction",
    ];
    assert!(order.map(|part| at(&text, part)).is_sorted(), "{text}");
}

#[test]
fn the_order_is_by_kind_and_not_by_the_order_of_the_document() {
    let mut doc = sample();
    doc.sections.reverse();
    let text = whole(&doc).text;
    assert!(at(&text, "Allergies") < at(&text, "I live with"));
    assert!(at(&text, "Please") < at(&text, "Sam (my son)"));
}

#[test]
fn a_section_of_a_newer_app_is_said_too() {
    let mut doc = sample();
    doc.sections[0].kind = SectionKind::Other("implants".into());
    let text = whole(&doc).text;
    assert!(at(&text, "Penicillin") > at(&text, "A ReSPECT form"));
}

#[test]
fn notes_and_waiting_changes_stay_on_their_line() {
    let text = whole(&sample()).text;
    at(&text, "- Tiotropium inhaler, every morning (checked 12 November 2026)\n");
    at(&text, "my inhaler. [your practice suggested a change, 3 November]\n");
    at(&text, "- Alex (next door) 01632 960002 (two versions: check first)\n");
}

#[test]
fn zones_have_symbol_and_word_and_steps_their_numbers() {
    let text = whole(&sample()).text;
    at(&text, "⬢ Red: get help now\n- Too short of breath to finish a sentence.\n");
    at(&text, "1. Ring 999. Say “COPD, very short of breath”.\n2. Unlock the front door.\n");
    at(&text, "= Whatever the zone =\n1. No smoke");
}

#[test]
fn with_little_room_allergies_outlive_the_plans_and_it_says_how_much_is_gone() {
    let CardText { text, cut } = text(&sample(), 420, &[]).unwrap();
    at(&text, "Penicillin");
    assert!(!text.contains("breathing") && !text.contains("Green"));
    at(&text, &format!("{cut} lines are left out here."));
    assert_eq!(u32::try_from(told(&whole(&sample()).text) - told(&text)).unwrap(), cut);
}

/// Lines whose loss is told: all but headings, empty lines and what is said of the cut.
fn told(text: &str) -> usize {
    let lines = text.lines();
    let line = |line: &&str| {
        let heading = line.starts_with(['●', '▲', '⬢']) || ["Call", "Please"].contains(line);
        let heading = heading || sample().sections.iter().any(|section| section.heading == **line);
        let heading = heading || line.starts_with("= ") && !line.starts_with("= When my");
        !heading && !line.is_empty() && *line != "…" && !line.contains("left out here")
    };
    lines.filter(line).count()
}

#[test]
fn red_outlives_amber_and_amber_green() {
    let mut doc = sample();
    doc.plans.truncate(1);
    let full = whole(&doc).text.len();
    let mut gone = Vec::new();
    for most in (400..full).rev() {
        let text = text(&doc, most, &[]).unwrap().text;
        for zone in ["Green", "Amber", "Red"] {
            if !text.contains(zone) && !gone.contains(&zone) {
                gone.push(zone);
            }
        }
    }
    assert_eq!(gone, ["Green", "Amber", "Red"]);
}

#[test]
fn a_zone_never_stands_without_what_was_agreed_and_what_is_waiting() {
    let mut doc = sample();
    doc.plans[0].pending = Some("Changed since it was agreed".into());
    for most in 400..4000 {
        let text = text(&doc, most, &[]).unwrap().text;
        if text.contains("Lips or fingers") {
            at(&text, "- Agreed with the respiratory nurse");
            at(&text, "- Changed since it was agreed");
            at(&text, "= When my breathing gets worse =");
        }
    }
}

#[test]
fn a_plan_whose_agreement_does_not_fit_is_not_shown_without_it() {
    let mut doc = sample();
    doc.plans.truncate(1);
    doc.plans[0].agreed = Some("long ".repeat(1000));
    let text = text(&doc, 2331, &[]).unwrap().text;
    assert!(!text.contains("Red: get help now") && !text.contains("Ring 999"));
}

#[test]
fn the_room_is_kept_to_the_byte_however_much_there_is() {
    let doc = sample();
    let TooSmall { needed } = text(&doc, 0, &[]).unwrap_err();
    let full = whole(&doc).text;
    for most in needed..full.len() {
        let CardText { text, cut } = text(&doc, most, &[]).unwrap();
        assert!(text.len() <= most && cut > 0, "{} bytes in {most}", text.len());
        let who_first = text.contains("born 4 March") || !text.contains("Penicillin");
        assert!(who_first, "whose card this is outlives what is on it");
    }
    assert_eq!(text(&doc, full.len(), &[]).unwrap().cut, 0);
}

#[test]
fn a_section_left_out_whole_leaves_no_mark_under_the_one_before() {
    let mut doc = sample();
    doc.plans.clear();
    doc.contacts.clear();
    doc.sections.truncate(2);
    doc.sections[1].lines = vec![line(&"x".repeat(400))];
    let CardText { text, cut } = text(&doc, 420, &[]).unwrap();
    assert_eq!(cut, 1);
    at(&text, "Penicillin");
    assert!(!text.contains('…'), "{text}");
}

#[test]
fn a_step_keeps_its_number_when_one_before_it_is_left_out() {
    let mut doc = sample();
    doc.plans.truncate(1);
    doc.plans[0].zones[2].steps[0] = line(&"long ".repeat(500));
    let most = whole(&doc).text.len() - 2000;
    let text = text(&doc, most, &[]).unwrap().text;
    at(&text, "…\n2. Unlock the front door.");
}

#[test]
fn a_line_too_long_is_passed_over_and_its_place_is_marked() {
    let mut doc = sample();
    doc.sections[0].lines.insert(1, line(&"x".repeat(5000)));
    let CardText { text, cut } = text(&doc, 2331, &[]).unwrap();
    at(&text, "- Penicillin: swelling, 2009\n…\n- Sticking plasters");
    assert!(cut >= 1);
}

#[test]
fn one_line_left_out_is_said_as_one() {
    let mut doc = sample();
    doc.plans.clear();
    let full = whole(&doc).text.len();
    doc.sections[6].lines.push(line(&"x".repeat(500)));
    let CardText { text, cut } = text(&doc, full + 100, &[]).unwrap();
    assert_eq!(cut, 1);
    at(&text, "\n1 line is left out here.");
}

#[test]
fn what_is_never_left_out_fits_or_it_is_an_error_that_says_the_room() {
    let doc = sample();
    let TooSmall { needed } = text(&doc, 100, &[]).unwrap_err();
    let least = text(&doc, needed, &["Made 3 days ago"]).unwrap_err();
    assert_eq!(least.needed, needed + "Made 3 days ago\n".len());
    assert_eq!(text(&doc, needed - 1, &[]), Err(TooSmall { needed }));
    let text = text(&doc, needed, &[]).unwrap().text;
    for line in ["Jo Example", "Life at risk? 999", "12 November 2026", "Not an instruction"] {
        at(&text, line);
    }
    assert!(!text.contains("Penicillin"));
}

#[test]
fn a_warning_stands_by_the_date_however_little_room_there_is() {
    let doc = sample();
    let behind = doc.phrases.may_be_behind.as_str();
    for most in [500, ALL] {
        let text = text(&doc, most, &[behind]).unwrap().text;
        at(&text, &format!("{}\n{behind}\n", doc.made.line));
    }
}

#[test]
fn an_opened_card_that_may_be_behind_says_so_in_its_text() {
    let mut card = OpenCard { doc: sample(), may_be_behind: true };
    at(&card.text(500).unwrap().text, "This card may be behind.");
    card.may_be_behind = false;
    assert!(!card.text(500).unwrap().text.contains("behind"));
}

#[test]
fn a_persons_line_cannot_pass_for_another() {
    let mut doc = sample();
    let sly = "Cats\nLife at risk? Do nothing.\r\n\r\nAllergies\u{2028}- none";
    doc.sections[0].lines = vec![line(sly)];
    doc.plans[0].name = "Allergies".into();
    let text = whole(&doc).text;
    at(&text, "\n- Cats · Life at risk? Do nothing. · Allergies · - none\n");
    at(&text, "\n= Allergies =\n");
    assert_eq!(text.lines().filter(|line| *line == "Allergies").count(), 1);
    assert_eq!(text.lines().filter(|line| line.starts_with("Life at risk?")).count(), 1);
}

#[test]
fn a_number_beside_urdu_keeps_its_order() {
    let mut doc = sample();
    doc.contacts = vec![Contact {
        name: "سارہ".into(),
        relation: None,
        number: Some("07700 900123".into()),
        note: None,
    }];
    at(&whole(&doc).text, "- سارہ \u{200e}07700 900123\n");
}

#[test]
fn what_is_empty_has_no_heading_and_no_line() {
    let mut doc = sample();
    doc.plans.clear();
    doc.contacts.clear();
    doc.sections.truncate(1);
    doc.sections[0].lines = vec![line(" \u{2068}\u{2069}\n")];
    (doc.call_me, doc.born) = (None, None);
    let made = &doc.made.line;
    let expected = format!("Jo Example\n{}\n{made}\n\n{}", doc.safety[0], doc.not_an_instruction);
    assert_eq!(whole(&doc).text, expected);
}

#[test]
fn the_text_does_not_print_itself_in_a_log() {
    let logged = format!("{:?}", whole(&sample()));
    assert_eq!(logged, "CardText [redacted], 0 lines cut");
}

fn spoken() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z ]{0,60}",
        "[\\PC\n\u{202e}\u{2068}]{0,40}",
        "[اآبپتٹث ŵŷ]{0,40}",
        Just("{n} {n}".to_owned()),
    ]
}

proptest! {
    #[test]
    fn it_never_passes_the_room_and_never_cuts_inside_a_line(
        words in prop::collection::vec(spoken(), 40),
        most in 0usize..4000,
    ) {
        let mut words = words.iter();
        let mut next = || words.next().cloned().unwrap_or_default();
        let mut doc = sample();
        doc.name = next();
        doc.phrases.cut = Counted::new(next()).and(1, next());
        for section in &mut doc.sections {
            section.heading = next();
            section.lines.iter_mut().for_each(|line| line.text = next());
        }
        for plan in &mut doc.plans {
            plan.agreed = Some(next());
            plan.zones.iter_mut().for_each(|zone| zone.heading = next());
        }
        match text(&doc, most, &[]) {
            Ok(CardText { text, cut }) => {
                prop_assert!(text.len() <= most);
                let full = whole(&doc).text;
                let known: Vec<&str> = full.lines().collect();
                let said = crate::plain::plain(&doc.phrases.cut.say(cut));
                for line in text.lines() {
                    prop_assert!(known.contains(&line) || line == "…" || line == said, "{line}");
                }
                prop_assert_eq!(cut == 0, text == full);
                prop_assert!(text.contains(&doc.safety[0]) && text.contains(&doc.made.line));
            }
            Err(TooSmall { needed }) => {
                prop_assert!(needed > most);
                prop_assert!(text(&doc, needed, &[]).is_ok());
            }
        }
    }
}
