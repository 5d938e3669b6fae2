//! Rule 6: emergency first. The card and the plans at hand open by a door of their
//! own, and whom to ring is on every plan and card, whatever is written.

use super::*;

/// Word for word, as the region file has it.
const SAFETY: &str = "Life at risk? 999 (text relay and BSL too). Urgent? 111.";

#[test]
fn the_card_and_its_plans_open_while_the_store_is_held_and_when_it_is_gone() {
    let (phone, hearth) = begun();
    add_plan(&hearth);
    // Held open elsewhere, as by the app: the door does not wait for it.
    let card = phone.card();
    assert_eq!(card.plans.len(), 1);
    drop(hearth);
    std::fs::remove_dir_all(phone.folders().store).unwrap();
    assert_eq!(phone.card(), card);
    assert_eq!(card.safety, [SAFETY]);
}

#[test]
fn whom_to_ring_comes_from_the_region_file_and_from_nowhere_else() {
    let region = include_str!("../../words/regions/uk.ftl");
    assert!(region.contains(&format!("region-life-at-risk = {SAFETY}\n")));
    let rooms = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words/en-GB");
    for entry in std::fs::read_dir(rooms).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(!text.lines().any(|line| line.starts_with("region-")), "{}", path.display());
    }
}

#[test]
fn nothing_that_is_written_removed_or_erased_takes_whom_to_ring_away() {
    let (phone, hearth) = begun();
    let (plan, step) = add_plan(&hearth);
    let safe = |after: &str| {
        assert_eq!(phone.card().safety, [SAFETY], "the card after {after}");
        assert_eq!(hearth.unwell(plan).unwrap().safety, SAFETY, "the plan after {after}");
        assert!(hearth.unwell_plans().iter().all(|plan| plan.safety == SAFETY), "a plan after {after}");
    };
    safe("nothing");
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Device) {
        for field in kind.own_fields() {
            let value = match field.holds {
                Type::Words => text("no 999 here"),
                Type::Flag => Value::Bool(true),
                _ => continue,
            };
            let id = hearth.add(*kind, &[(*field, value)], PERSON).unwrap();
            hearth.write(*kind, id, &Common::ON_CARD, Value::Bool(true), PERSON).unwrap();
        }
        safe(kind.name());
    }
    hearth.remove(Kind::Step, step, PERSON).unwrap();
    hearth.erase(Kind::Unwell, plan, &Unwell::NAME).unwrap();
    safe("an erased name and no steps");
    hearth.only_me(Kind::Unwell, plan, true).unwrap();
    safe("only me");
    hearth.remove(Kind::Unwell, plan, PERSON).unwrap();
    safe("removing it");
}

#[test]
fn whom_to_ring_is_on_the_card_in_plain_text_too() {
    let (phone, hearth) = begun();
    add_plan(&hearth);
    let text = phone.open_card().text(hearth_card::MOST_QR_BYTES).unwrap().text;
    assert!(text.contains("999") && text.contains("111"), "{text}");
}

/// What comes between a hand and the card is nothing: not the rooms of the plan,
/// however much is in them.
#[test]
fn the_rooms_of_the_plan_change_no_byte_of_the_card() {
    let (phone, hearth) = begun();
    add_plan(&hearth);
    let before = std::fs::read(phone.card_path()).unwrap();
    let rooms = [
        (Kind::Decision, Decision::WHAT),
        (Kind::ChoiceOption, ChoiceOption::WORDS),
        (Kind::Consideration, Consideration::WORDS),
        (Kind::Reading, Reading::NOTE),
        (Kind::Preference, Preference::WORDS),
        (Kind::ClinicalCopy, ClinicalCopy::WORDS),
        (Kind::SupportEntry, SupportEntry::NAME),
        (Kind::Request, Request::WORDS),
        (Kind::Budget, Budget::AMOUNT),
        (Kind::Review, Review::NOTE),
        (Kind::CarerNeed, CarerNeed::WORDS),
    ];
    for (kind, field) in rooms {
        let fields = [(field, text("words")), (Common::ON_CARD, Value::Bool(true))];
        hearth.add(kind, &fields, PERSON).unwrap();
    }
    assert_eq!(std::fs::read(phone.card_path()).unwrap(), before);
}
