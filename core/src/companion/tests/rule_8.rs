//! Rule 8: the only copy is never destroyed. Whatever keeps a plan shut is said in
//! a sentence, and not a byte is moved or deleted by itself.

use super::*;
use crate::vault::{KeyItem, KeyStoreError};

/// Tries to open the plan as it lies there, and sees that nothing was touched.
fn refused(phone: &Phone) -> (Trouble, String) {
    let before = phone.files();
    let trouble = phone.open().err().expect("it must not open");
    let after = phone.files();
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    for (path, bytes) in &before {
        assert!(after[path] == *bytes, "{} was changed", path.display());
    }
    let sentence = trouble.sentence(&crate::words::Words::new(crate::words::Language::EnGb));
    assert!(!sentence.contains('[') && sentence.ends_with('.'), "{sentence}");
    (trouble, sentence)
}

fn closed() -> (Phone, EntityId) {
    let (phone, hearth) = begun();
    let goal = add_goal(&hearth, "Stay at home");
    (phone, goal)
}

fn still_there(phone: &Phone, goal: EntityId) {
    assert_eq!(phone.open().unwrap().goal(goal).unwrap().words.text(), "Stay at home");
}

fn db(phone: &Phone) -> PathBuf {
    phone.folders().store.join(crate::store::DB)
}

#[test]
fn a_locked_key_store_is_waited_for_and_nothing_is_touched() {
    let (phone, goal) = closed();
    phone.key_store.set(Fault::Locked { calls: u64::MAX });
    let (trouble, sentence) = refused(&phone);
    assert!(sentence.starts_with("Your plan is locked until this phone is unlocked. Nothing was lost."));
    assert!(!may_set_aside(&trouble));
    phone.key_store.set(Fault::None);
    still_there(&phone, goal);
}

#[test]
fn a_lost_key_store_asks_for_the_recovery_words_and_nothing_is_touched() {
    let (phone, goal) = closed();
    for (fault, begins) in [
        (Fault::Lost, "This phone no longer has the key to your plan. The plan is still here, sealed."),
        (Fault::Changed, "This phone’s key does not fit your plan. The plan is still here, sealed."),
        (Fault::OtherSecret, "This phone’s key does not fit your plan. The plan is still here, sealed."),
    ] {
        phone.key_store.set(fault);
        let (trouble, sentence) = refused(&phone);
        assert!(sentence.starts_with(begins), "{fault:?}: {sentence}");
        assert!(!may_set_aside(&trouble));
    }
    phone.key_store.set(Fault::None);
    still_there(&phone, goal);
}

/// A key store that is out of order.
struct OutOfOrder;

impl crate::vault::KeyStore for OutOfOrder {
    fn wrap(&self, _: KeyItem, _: &[u8]) -> Result<Vec<u8>, KeyStoreError> {
        Err(KeyStoreError::Failed { code: -7 })
    }
    fn unwrap(&self, _: KeyItem, _: &[u8]) -> Result<zeroize::Zeroizing<Vec<u8>>, KeyStoreError> {
        Err(KeyStoreError::Failed { code: -7 })
    }
    fn counter(&self) -> Result<Option<u64>, KeyStoreError> {
        Err(KeyStoreError::Failed { code: -7 })
    }
    fn advance(&self, _: u64) -> Result<(), KeyStoreError> {
        Err(KeyStoreError::Failed { code: -7 })
    }
}

#[test]
fn a_key_store_out_of_order_says_its_code_and_nothing_is_touched() {
    let (phone, goal) = closed();
    let before = phone.files();
    let platform = Platform { key_store: Arc::new(OutOfOrder), ..phone.platform() };
    let trouble = Companion::open(&phone.folders(), platform).err().unwrap();
    let words = crate::words::Words::new(crate::words::Language::EnGb);
    assert!(trouble.sentence(&words).starts_with("This phone’s key store did not work (code -7)."));
    assert!(!may_set_aside(&trouble));
    assert_eq!(phone.files(), before);
    still_there(&phone, goal);
}

#[test]
fn a_store_of_a_newer_version_is_left_alone() {
    let (phone, goal) = closed();
    let version = |version: i32| {
        let conn = rusqlite::Connection::open(db(&phone)).unwrap();
        conn.pragma_update(None, "user_version", version).unwrap();
    };
    version(crate::store::FORMAT + 1);
    let (trouble, sentence) = refused(&phone);
    assert_eq!(
        sentence,
        "A newer Hearth wrote this plan. Nothing was changed. Update Hearth on this phone, then open it again."
    );
    assert!(!may_set_aside(&trouble));
    version(crate::store::FORMAT);
    still_there(&phone, goal);
}

#[test]
fn a_file_that_is_no_plan_is_kept_and_may_be_set_aside_only_on_a_tap() {
    let (phone, _) = closed();
    std::fs::write(db(&phone), b"not a plan at all, but some words somebody kept").unwrap();
    let (trouble, sentence) = refused(&phone);
    assert!(sentence.contains("It is kept as it is, and nothing was deleted."), "{sentence}");
    assert!(may_set_aside(&trouble));
    assert!(all_of(&phone.card()).contains("Jo"), "the card still opens");
}

#[test]
fn a_damaged_store_is_kept_and_the_card_still_opens() {
    let (phone, _) = closed();
    let mut bytes = std::fs::read(db(&phone)).unwrap();
    bytes.truncate(bytes.len() / 2);
    bytes[100..].fill(0x5a);
    std::fs::write(db(&phone), &bytes).unwrap();
    let (_, sentence) = refused(&phone);
    assert!(sentence.contains("is damaged") && sentence.contains("nothing was deleted"), "{sentence}");
    assert_eq!(phone.card().name, "Jo");
}

#[test]
fn a_plan_that_is_open_already_is_not_opened_twice() {
    let (phone, hearth) = begun();
    let again = phone.open().err().unwrap();
    let sentence = again.sentence(hearth.words());
    assert!(sentence.starts_with("Hearth is already open somewhere else"), "{sentence}");
}

#[test]
fn a_new_plan_is_never_begun_over_one_that_is_there() {
    let (phone, goal) = closed();
    let before = phone.files();
    let refused = Companion::begin(&phone.folders(), phone.platform(), "Somebody else").err().unwrap();
    assert!(matches!(refused, Trouble::Open(crate::store::OpenError::AlreadyHere)));
    assert_eq!(before, phone.files());
    still_there(&phone, goal);
}

#[test]
fn where_there_is_no_plan_none_is_made() {
    let phone = Phone::new("my phone");
    let trouble = phone.open().err().unwrap();
    assert!(matches!(trouble, Trouble::Open(crate::store::OpenError::Missing)));
    assert!(phone.files().is_empty());
}

#[test]
fn a_row_that_does_not_open_is_told_and_the_rest_is_read() {
    let (phone, goal) = closed();
    let conn = rusqlite::Connection::open(db(&phone)).unwrap();
    conn.execute("UPDATE op SET sealed = x'0102030405' WHERE log = (SELECT min(log) FROM op)", []).unwrap();
    drop(conn);
    let hearth = phone.open().unwrap();
    assert_eq!(hearth.health().damaged.len(), 1);
    assert!(hearth.home().notices[0].starts_with("1 entry can’t be read. It is kept as it is"));
    assert_eq!(hearth.goal(goal).unwrap().words.text(), "Stay at home");
    assert!(!all_of(&phone.card()).contains("may lack lines"), "the card from before is whole");
    let allergy = [(Allergy::WHAT, text("Latex")), (Common::ON_CARD, Value::Bool(true))];
    hearth.add(Kind::Allergy, &allergy, PERSON).unwrap();
    let card = phone.card();
    assert!(card.safety.iter().any(|line| line.contains("This card may lack lines.")), "{:?}", card.safety);
}

#[test]
fn yesterdays_folder_put_back_is_noticed_where_the_phone_has_a_counter() {
    let (phone, hearth) = begun();
    drop(hearth);
    let yesterday = phone.files();
    let hearth = phone.open().unwrap();
    add_goal(&hearth, "written today");
    let device = hearth.ledger().device();
    drop(hearth);
    for (path, bytes) in &yesterday {
        std::fs::write(path, bytes).unwrap();
    }
    let hearth = phone.open().unwrap();
    assert!(hearth.health().rolled_back);
    assert!(hearth.home().notices[0].starts_with("This phone has an older copy of your plan than before."));
    assert_ne!(hearth.ledger().device(), device, "numbers already given are not given again");
}

fn may_set_aside(trouble: &Trouble) -> bool {
    matches!(trouble, Trouble::Open(error) if error.may_offer_setting_aside())
}
