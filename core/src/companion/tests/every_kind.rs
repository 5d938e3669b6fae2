//! Rules 1, 5 and 7 and removal, for every kind of entry in the table and every
//! field of words in it: a kind that is added tomorrow is held to them today.

use super::*;
use crate::record::OpId;

/// Kinds that a person writes and an export holds: all but this phone's own list
/// of phones, photos, whose bytes come with them, and what leaves the phone only
/// by a choice of its own.
fn kinds() -> impl Iterator<Item = Kind> {
    let exported = |field: &Field| !matches!(field.sensitivity, Sensitivity::Own | Sensitivity::Delicate);
    let with = move |kind: &Kind| fields_written(*kind).iter().any(|(field, _)| exported(field));
    let kinds = Kind::ALL.iter().copied();
    kinds.filter(|kind| !matches!(kind, Kind::Device | Kind::Attachment)).filter(with)
}

fn fields_of_words(kind: Kind) -> Vec<Field> {
    kind.own_fields().iter().filter(|field| field.holds == Type::Words).copied().collect()
}

/// Words that are found again wherever they go.
fn secret(kind: Kind, field: &Field) -> String {
    format!("secret of {} {}", kind.name(), field.name)
}

/// Every field of the kind that can be filled in without pointing anywhere.
fn fields_written(kind: Kind) -> Vec<(Field, Value)> {
    let value = |field: &Field| {
        Some(match field.holds {
            Type::Words => text(&secret(kind, field)),
            Type::Scale10 | Type::Count => Value::Int(3),
            Type::Flag => Value::Bool(true),
            Type::Number => Value::Decimal("7.0".to_owned()),
            Type::Date => Value::Date("2026-10-01".to_owned()),
            Type::Instant => Value::Instant(FIRST_DAY, 60),
            Type::Choice => code(field.choices.first()?),
            _ => return None,
        })
    };
    kind.own_fields().iter().filter_map(|field| Some((*field, value(field)?))).collect()
}

/// An entry of the kind with all that can be filled in.
fn full(hearth: &Companion, kind: Kind) -> EntityId {
    hearth.add(kind, &fields_written(kind), PERSON).unwrap()
}

/// Whether an export has the entry, or any words of it.
fn says(export: &Export, kind: Kind, id: EntityId) -> bool {
    let entries = export.json["plan"][kind.name()].as_array();
    let there = entries.into_iter().flatten().any(|entry| entry["id"] == id.hex());
    there || export.json.to_string().contains(&format!("secret of {} ", kind.name()))
}

#[test]
fn an_entry_that_is_only_mine_is_in_no_export_whatever_its_kind() {
    for kind in kinds() {
        let (_phone, hearth) = begun();
        let id = full(&hearth, kind);
        assert!(says(&hearth.export(), kind, id), "{kind:?} was not there to begin with");
        let before = hearth.export().left_out.only_me;
        hearth.only_me(kind, id, true).unwrap();
        let export = hearth.export();
        assert!(!says(&export, kind, id), "{kind:?}: {}", export.json);
        assert_eq!(export.left_out.only_me, before + 1, "{kind:?}");
        hearth.only_me(kind, id, false).unwrap();
        assert!(says(&hearth.export(), kind, id), "{kind:?}");
    }
}

#[test]
fn an_entry_that_is_only_mine_is_not_on_the_card_whatever_its_kind() {
    for kind in kinds() {
        let (phone, hearth) = begun();
        let id = full(&hearth, kind);
        hearth.write(kind, id, &Common::ON_CARD, Value::Bool(true), PERSON).unwrap();
        hearth.only_me(kind, id, true).unwrap();
        let card = all_of(&phone.card());
        // What to call the person is the one thing that a card is never without.
        let fields = fields_of_words(kind).into_iter().filter(|field| field.name != Me::CALL_ME.name);
        for field in fields {
            assert!(!card.contains(&secret(kind, &field)), "{}", field.name);
        }
    }
}

#[test]
fn what_is_part_of_what_is_only_mine_or_removed_goes_with_it() {
    for kind in kinds() {
        let Some(parent_field) = parent_field(kind) else { continue };
        let (_phone, hearth) = begun();
        let part = full(&hearth, kind);
        // The kind it is part of is the one that takes it as such.
        let (parent_kind, parent) = kinds()
            .find_map(|candidate| {
                let parent = full(&hearth, candidate);
                hearth.write(kind, part, &parent_field, Value::Entity(parent), PERSON).unwrap();
                let ledger = hearth.ledger();
                let of = parent_of(ledger.record(), kind, part);
                (of == Some((candidate, parent))).then_some((candidate, parent))
            })
            .unwrap();
        hearth.only_me(parent_kind, parent, true).unwrap();
        assert!(!says(&hearth.export(), kind, part), "{kind:?} of {parent_kind:?}");
        hearth.only_me(parent_kind, parent, false).unwrap();
        assert!(says(&hearth.export(), kind, part));
        hearth.remove(parent_kind, parent, PERSON).unwrap();
        assert!(!says(&hearth.export(), kind, part), "{kind:?} of {parent_kind:?}");
    }
}

#[test]
fn a_removed_entry_of_any_kind_is_in_no_export_and_is_in_history_and_can_be_kept_again() {
    for kind in kinds().filter(|kind| !kind.is_only()) {
        let (_phone, hearth) = begun();
        let id = full(&hearth, kind);
        hearth.remove(kind, id, PERSON).unwrap();
        assert!(!says(&hearth.export(), kind, id), "{kind:?}");
        for field in fields_of_words(kind) {
            let history = hearth.history(kind, id, &field).unwrap();
            assert_eq!(history[0].text, secret(kind, &field));
        }
        hearth.restore(kind, id, PERSON).unwrap();
        assert!(says(&hearth.export(), kind, id), "{kind:?}");
    }
}

#[test]
fn somebody_elses_words_wait_beside_mine_in_every_field_of_words() {
    for kind in kinds() {
        let (_phone, hearth) = begun();
        let id = full(&hearth, kind);
        for field in fields_of_words(kind) {
            let offered = hearth.write(kind, id, &field, text("other words"), &guest());
            if kind == Kind::ClinicalCopy && field.number != ClinicalCopy::ORIGINAL.number {
                assert!(matches!(offered, Err(Trouble::Copy)), "{}", field.name);
                continue;
            }
            let offer = offered.unwrap();
            let heads: Vec<OpId> = {
                let ledger = hearth.ledger();
                let register = ledger.record().register(kind.slot(id, &field)).unwrap();
                register.head_ids().collect()
            };
            assert!(!heads.contains(&offer), "{}", field.name);
            let waiting = hearth.suggestions();
            let waiting = waiting.iter().find(|waiting| waiting.id == offer).unwrap();
            assert_eq!(waiting.stands, secret(kind, &field));
            assert_eq!(bare(&waiting.line), "Ann Example suggested a change, today");
            hearth.decline(offer).unwrap();
        }
    }
}

#[test]
fn every_field_of_words_says_who_wrote_it_when_and_on_which_phone() {
    for kind in kinds() {
        let (phone, hearth) = begun();
        let id = full(&hearth, kind);
        phone.later(1);
        for field in fields_of_words(kind) {
            let history = hearth.history(kind, id, &field).unwrap();
            assert_eq!(
                bare(&history.last().unwrap().who),
                "Your words, yesterday, this phone",
                "{}",
                field.name
            );
        }
    }
}

/// What a visit keeps of its sheets: the sheet's own names and words.
const SHEETS_NAMES: &[&str] = &[
    "visit_sheet.sheet",
    "reply.question",
    "reply.asked",
    "circled.prompt",
    "circled.words",
    "thought.about",
    "discussed.what",
];

#[test]
fn every_field_of_words_keeps_both_where_two_phones_write() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let mut written = Vec::new();
    for kind in kinds().filter(|kind| *kind != Kind::ClinicalCopy) {
        written.push((kind, full(&here, kind)));
    }
    swap(&here, &there);
    for (kind, id) in &written {
        for field in fields_of_words(*kind) {
            here.write(*kind, *id, &field, text("here"), PERSON).unwrap();
            there.write(*kind, *id, &field, text("there"), PERSON).unwrap();
        }
    }
    swap(&here, &there);
    for hearth in [&here, &there] {
        let ledger = hearth.ledger();
        for (kind, id) in &written {
            for field in fields_of_words(*kind) {
                let register = ledger.record().register(kind.slot(*id, &field)).unwrap();
                // Which sheet, which question: names that Hearth gives, and nobody's words.
                let both = if SHEETS_NAMES.contains(&field.name) { 1 } else { 2 };
                assert_eq!(register.shown(field.policy).len(), both, "{}", field.name);
            }
        }
    }
}

#[test]
fn erasing_takes_the_words_of_any_field_out_of_the_export() {
    for kind in kinds() {
        let (_phone, hearth) = begun();
        let id = full(&hearth, kind);
        for field in fields_of_words(kind) {
            hearth.erase(kind, id, &field).unwrap();
        }
        let exported = hearth.export().json.to_string();
        assert!(!exported.contains("secret of"), "{kind:?}: {exported}");
    }
}
