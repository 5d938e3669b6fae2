//! Rules 6, 9 and 10 in Welsh: the person reads Welsh, and English stands beside all that a stranger
//! or a frightened person may act on, since no clinician has read the Welsh.

use super::*;
use crate::words::Language;

fn begun_in_welsh() -> (Phone, Companion) {
    let phone = Phone::new("fy ffôn");
    let mut platform = phone.platform();
    platform.language = Language::Cy;
    let hearth = Companion::begin(&phone.folders(), platform, "Jo").unwrap().0;
    (phone, hearth)
}

const LIFE_AT_RISK: &str = "Bywyd mewn perygl? 999 (cyfnewid testun a BSL hefyd). Brys? 111.\n\
                            Life at risk? 999 (text relay and BSL too). Urgent? 111.";

#[test]
fn rule_6_the_safety_line_is_in_both_languages_on_every_plan_and_card() {
    let (phone, hearth) = begun_in_welsh();
    let plan = hearth.add(Kind::Unwell, &[(Unwell::NAME, Value::Empty)], PERSON).unwrap();
    assert_eq!(hearth.unwell(plan).unwrap().safety, LIFE_AT_RISK);
    let card = phone.card();
    assert_eq!(card.safety[0], LIFE_AT_RISK);
    assert!(card.safety[1].starts_with("Cyfieithiad yw’r geiriau hyn"), "{:?}", card.safety);
    assert!(card.safety[1].ends_with("go by the English."), "{:?}", card.safety);
    assert_eq!(
        card.not_an_instruction,
        "Nid cyfarwyddyd yw hwn: chwiliwch am y gwreiddiol.\nNot an instruction: find the original."
    );
}

#[test]
fn rule_9_noting_a_use_says_in_both_languages_that_nobody_was_alerted() {
    let (_phone, hearth) = begun_in_welsh();
    let (plan, step) = add_plan(&hearth);
    let said = hearth.note_use(plan, vec![], vec![step], None, PERSON).unwrap();
    assert_eq!(said, "Wedi’i gadw yma. Does neb wedi cael rhybudd.\nSaved here. Nobody has been alerted.");
    assert_eq!(hearth.unwell(plan).unwrap().zones[0].heading, "Oren: yn gwaethygu\nAmber: getting worse");
}

#[test]
fn a_welsh_card_says_each_line_of_hearths_in_both_languages_and_the_persons_once() {
    let (phone, hearth) = begun_in_welsh();
    let (plan, _) = add_plan(&hearth);
    let allergy = add_on_card(&hearth, Kind::Allergy, Allergy::WHAT, "Penicillin");
    add_on_card(&hearth, Kind::Medicine, Medicine::WORDS, "Tiotropium");
    let checked = Value::Date("2026-09-03".into());
    hearth.write(Kind::Card, on(Kind::Card), &Card::MEDICINES_CHECKED, checked, PERSON).unwrap();
    hearth.write(Kind::Allergy, allergy, &Allergy::WHAT, text("Latex"), &guest()).unwrap();
    hearth.write(Kind::Me, on(Kind::Me), &Me::BORN, Value::Date("1951-03-04".into()), PERSON).unwrap();
    hearth.write(Kind::Card, on(Kind::Card), &Card::SHOW_BORN, Value::Bool(true), PERSON).unwrap();
    let card = phone.card();
    assert_eq!((card.lang.as_str(), card.name.as_str()), ("cy", "Jo"));
    assert_eq!(card.born.as_deref(), Some("ganwyd: 4 Mawrth 1951\nborn 4 March 1951"));
    assert_eq!(card.made.line, "gwnaed: Dydd Iau 1 Hydref 2026\nmade Thursday 1 October 2026");
    let headings: Vec<&str> = card.sections.iter().map(|section| section.heading.as_str()).collect();
    assert_eq!(headings, ["Alergeddau\nAllergies", "Prif feddyginiaethau\nKey medicines"]);
    assert_eq!(card.sections[0].lines[0].text, "Penicillin");
    let pending = card.sections[0].lines[0].pending.as_deref().map(bare);
    assert_eq!(
        pending.as_deref(),
        Some(
            "awgrymwyd newid gan: Ann Example, 1 Hydref 2026\nAnn Example suggested a change, 1 October 2026"
        )
    );
    let note = card.sections[1].lines[0].note.as_deref();
    assert_eq!(note, Some("gwiriwyd 3 Medi 2026\nchecked 3 September 2026"));
    assert_eq!(card.plans[0].id, plan.hex());
    assert_eq!(card.plans[0].name, "When my breathing gets worse");
    assert_eq!(card.plans[0].zones[0].heading, "Oren: yn gwaethygu\nAmber: getting worse");
    assert_eq!(card.plans[0].zones[0].steps[0].text, "Sit forward, slow breaths");
}

#[test]
fn a_welsh_card_says_its_age_in_both_languages_with_the_plural_of_each() {
    let (phone, _hearth) = begun_in_welsh();
    let card = phone.card();
    let age = |days: i64| card.age_line(FIRST_DAY + days * DAY, 60);
    assert_eq!(age(0), "gwnaed heddiw\nmade today");
    assert_eq!(age(2), "2 ddiwrnod oed\n2 days old");
    assert_eq!(age(12), "12 diwrnod oed\n12 days old");
    assert_eq!(age(-3), "efallai fod cloc y ffôn hwn yn anghywir\nthis phone’s clock may be wrong");
}

#[test]
fn the_text_of_a_welsh_card_has_both_languages_on_one_line_and_fits_a_code() {
    let (phone, hearth) = begun_in_welsh();
    add_plan(&hearth);
    let shown = hearth_card::text(&phone.card(), hearth_card::MOST_QR_BYTES, &[]).unwrap();
    assert_eq!(shown.cut, 0);
    assert!(shown.text.contains(&LIFE_AT_RISK.replace('\n', " · ")), "{}", shown.text);
    assert!(shown.text.contains("▲ Oren: yn gwaethygu · Amber: getting worse"), "{}", shown.text);
}

#[test]
fn an_english_card_has_no_welsh_and_no_note_of_review() {
    let (phone, hearth) = begun();
    add_plan(&hearth);
    let card = phone.card();
    assert_eq!(card.safety.len(), 1);
    assert!(!all_of(&card).contains("\\n"));
}
