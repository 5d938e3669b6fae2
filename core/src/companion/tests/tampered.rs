//! Somebody with the folder and without the key changes it: moved, taken away,
//! put back. Each is noticed and told, and the rest is read.

use super::*;
use rusqlite::Connection;

fn closed() -> (Phone, EntityId, EntityId) {
    let (phone, hearth) = begun();
    let (one, two) = (add_goal(&hearth, "the first goal"), add_goal(&hearth, "the second goal"));
    (phone, one, two)
}

fn tamper(phone: &Phone, statements: &str) {
    let conn = Connection::open(phone.folders().store.join(crate::store::DB)).unwrap();
    conn.execute_batch(statements).unwrap();
}

fn notices(hearth: &Companion) -> String {
    hearth.home().notices.join(" ")
}

const CHANGED: &str = "Something other than Hearth changed the file of your plan.";

#[test]
fn words_moved_into_another_row_or_field_do_not_open() {
    let (phone, one, two) = closed();
    tamper(
        &phone,
        "CREATE TEMP TABLE kept AS SELECT log, slot, sealed FROM op ORDER BY log DESC LIMIT 2;
         UPDATE op SET sealed = (SELECT sealed FROM kept WHERE kept.log != op.log)
             WHERE log IN (SELECT log FROM kept);",
    );
    let hearth = phone.open().unwrap();
    assert_eq!(hearth.health().damaged.len(), 2);
    assert!(notices(&hearth).contains("2 entries can’t be read. They are kept as they are"));
    assert!(hearth.goal(one).is_err() && hearth.goal(two).is_err());
    let (phone, one, two) = closed();
    tamper(
        &phone,
        "CREATE TEMP TABLE kept AS SELECT log, slot, sealed FROM op ORDER BY log DESC LIMIT 2;
         UPDATE op SET slot = (SELECT slot FROM kept WHERE kept.log != op.log)
             WHERE log IN (SELECT log FROM kept);",
    );
    let hearth = phone.open().unwrap();
    assert_eq!(hearth.health().damaged.len(), 2);
    assert!(hearth.goal(one).is_err() && hearth.goal(two).is_err());
}

#[test]
fn a_row_taken_away_is_noticed() {
    let (phone, one, _) = closed();
    tamper(&phone, "DELETE FROM op WHERE log = (SELECT max(log) FROM op);");
    let hearth = phone.open().unwrap();
    assert!(hearth.health().rows_changed);
    assert!(notices(&hearth).starts_with(CHANGED));
    assert_eq!(hearth.goal(one).unwrap().words.text(), "the first goal");
}

#[test]
fn a_row_put_back_after_it_was_packed_away_is_noticed() {
    let (phone, hearth) = begun();
    let goal = add_goal(&hearth, "older words");
    hearth.write(Kind::Goal, goal, &Goal::WORDS, text("newer words"), PERSON).unwrap();
    drop(hearth);
    let copy = phone.folder.path().join("copy.db");
    let attach = format!("ATTACH '{}' AS copy;", copy.display());
    tamper(&phone, &format!("{attach} CREATE TABLE copy.op AS SELECT * FROM op;"));
    phone.open().unwrap().pack().unwrap();
    tamper(&phone, &format!("{attach} INSERT OR IGNORE INTO op SELECT * FROM copy.op;"));
    let hearth = phone.open().unwrap();
    assert!(hearth.health().rows_changed);
    assert!(notices(&hearth).starts_with(CHANGED));
    assert_eq!(texts(&hearth.goal(goal).unwrap().words), ["newer words"]);
}

#[test]
fn packed_history_taken_away_is_noticed_when_it_is_looked_at() {
    let (phone, hearth) = begun();
    let goal = add_goal(&hearth, "older words");
    hearth.write(Kind::Goal, goal, &Goal::WORDS, text("newer words"), PERSON).unwrap();
    hearth.pack().unwrap();
    drop(hearth);
    tamper(&phone, "DELETE FROM frame;");
    let hearth = phone.open().unwrap();
    assert_eq!(hearth.history(Kind::Goal, goal, &Goal::WORDS).unwrap().len(), 1);
    assert!(hearth.health().history_changed);
    assert!(notices(&hearth).starts_with(CHANGED));
}

#[test]
fn a_state_that_does_not_open_is_worked_out_afresh_and_the_phone_takes_a_new_name() {
    let (phone, one, _) = closed();
    let device = {
        let hearth = phone.open().unwrap();
        let device = hearth.ledger().device();
        drop(hearth);
        device
    };
    tamper(&phone, "UPDATE meta SET value = x'00' WHERE name = 'state';");
    let hearth = phone.open().unwrap();
    assert!(hearth.health().state_lost);
    assert!(notices(&hearth).contains(CHANGED));
    assert_ne!(hearth.ledger().device(), device);
    assert_eq!(hearth.goal(one).unwrap().words.text(), "the first goal");
}

/// A row that is gone is no damage that can be seen in a row: the card that was
/// made from it stays as it was.
#[test]
fn a_card_is_not_made_anew_from_a_plan_in_which_rows_are_missing() {
    let (phone, hearth) = begun();
    add_on_card(&hearth, Kind::Allergy, Allergy::WHAT, "Penicillin");
    drop(hearth);
    let newest = "SELECT max(log) - 1 FROM op";
    tamper(&phone, &format!("DELETE FROM op WHERE log >= ({newest});"));
    let hearth = phone.open().unwrap();
    assert!(hearth.health().rows_changed);
    assert_eq!(phone.card().sections[0].lines[0].text, "Penicillin");
}

#[test]
fn a_card_with_a_changed_version_is_made_anew_by_opening_the_plan() {
    let (phone, hearth) = begun();
    add_on_card(&hearth, Kind::Allergy, Allergy::WHAT, "Penicillin");
    drop(hearth);
    let mut bytes = std::fs::read(phone.card_path()).unwrap();
    bytes[0] ^= 4;
    std::fs::write(phone.card_path(), bytes).unwrap();
    let hearth = phone.open().unwrap();
    assert_eq!(phone.card().sections[0].lines[0].text, "Penicillin");
    assert!(hearth.health().is_good());
}

/// It was there when the plan was opened; now its number leads nowhere.
#[test]
fn an_earlier_version_that_can_not_be_found_any_more_is_noticed() {
    let (phone, hearth) = begun();
    let goal = add_goal(&hearth, "the first words");
    hearth.write(Kind::Goal, goal, &Goal::WORDS, text("the second words"), PERSON).unwrap();
    assert!(hearth.health().is_good());
    tamper(&phone, "DELETE FROM op WHERE log = (SELECT max(log) - 1 FROM op);");
    let lines = hearth.history(Kind::Goal, goal, &Goal::WORDS).unwrap();
    assert_eq!(lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), ["the second words"]);
    assert!(hearth.health().history_changed);
    assert!(notices(&hearth).starts_with(CHANGED));
}

/// Damaged where it is written and not where it is read, and the card gone too.
#[test]
fn a_plan_that_can_be_read_and_not_written_still_makes_a_card() {
    let (phone, hearth) = begun();
    add_on_card(&hearth, Kind::Allergy, Allergy::WHAT, "Penicillin");
    drop(hearth);
    tamper(
        &phone,
        "CREATE TRIGGER no_more BEFORE INSERT ON meta BEGIN SELECT RAISE(ABORT, 'no'); END;
         CREATE TRIGGER no_change BEFORE UPDATE ON meta BEGIN SELECT RAISE(ABORT, 'no'); END;",
    );
    std::fs::write(phone.card_path(), "not a card").unwrap();
    for _ in 0..2 {
        let hearth = phone.open().unwrap();
        let refused = hearth.add(Kind::Goal, &[(Goal::WORDS, text("Stay at home"))], PERSON);
        assert!(refused.is_err(), "the plan can't be written");
        assert_eq!(phone.card().sections[0].lines[0].text, "Penicillin");
    }
}
