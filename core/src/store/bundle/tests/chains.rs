//! Gaps, forks and phones that go back to an older copy of themselves.

use super::*;
use crate::plan::{Device, Kind};

#[test]
fn a_gap_is_refused_and_everything_sent_again_heals_it() {
    let (mut plan, mut one, mut two) = two_phones();
    write(&mut one, 1, "first");
    give(&mut one, &mut two);
    give(&mut two, &mut one);
    write(&mut one, 2, "second");
    give(&mut one, &mut two);
    give(&mut two, &mut one);
    write(&mut one, 3, "third");
    let after = one.make_bundle(Some(two.device()), NOW).unwrap();
    // A phone that has none of what the other one has.
    let mut anew = plan.phone();
    write(&mut anew, 4, "its own words");
    let before = disk(&anew);
    assert!(matches!(take(&mut anew, &after), Err(BundleError::Gap)));
    assert_eq!(disk(&anew), before);
    let whole = one.make_bundle(None, NOW).unwrap();
    take(&mut anew, &whole).unwrap();
    give(&mut anew, &mut one);
    assert_eq!(all(&mut one), all(&mut anew));
    assert_eq!(shown(&anew, 4), ["its own words"]);
}

/// A phone that wrote something, gave it away, and was put back to before it.
/// The other phone has taken in both of its bundles.
struct WentBack {
    _plan: Plan,
    one: Ledger,
    two: Ledger,
}

fn went_back() -> WentBack {
    let mut plan = Plan::new();
    let (mut one, place) = plan.phone_at();
    let mut two = plan.phone();
    write(&mut one, 1, "first");
    give(&mut one, &mut two);
    drop(one);
    let older = Options { store: plan.folder.path().join("older"), ..place.clone() };
    copy(&place.store, &older.store);
    let mut one = Ledger::open(place).unwrap();
    write(&mut one, 1, "second");
    give(&mut one, &mut two);
    drop(one);
    let one = Ledger::open(older).unwrap();
    WentBack { _plan: plan, one, two }
}

#[test]
fn a_phone_that_went_back_learns_it_from_the_other_and_becomes_a_new_one() {
    let WentBack { _plan, mut one, mut two } = went_back();
    let was = one.device();
    let bytes = two.make_bundle(Some(was), NOW).unwrap();
    assert_eq!(new_of(&take(&mut one, &bytes).unwrap()), (1, true));
    assert_ne!(one.device(), was);
    assert_eq!(shown(&one, 1), ["second"]);
    // Under its new name it goes on from there, and the other takes it in.
    let id = write(&mut one, 1, "third");
    assert_eq!(id.number_by(one.device()), Some(1));
    give(&mut one, &mut two);
    give(&mut two, &mut one);
    assert_eq!(all(&mut one), all(&mut two));
    assert_eq!(shown(&two, 1), ["third"]);
}

#[test]
fn a_phone_that_went_back_learns_it_even_from_a_bundle_that_it_cannot_take_in() {
    let WentBack { _plan, mut one, mut two } = went_back();
    let was = one.device();
    // The other believes that this one has got further with it than it has.
    let header = Header {
        base: 5,
        frontier: vec![Seen { device: was, sequence: 9, hash: [1; 32], upto: 1 }],
        ..first_header(0)
    };
    let bytes = crafted(two.store().keys(), &header, &[]);
    assert!(matches!(take(&mut one, &bytes), Err(BundleError::Gap)));
    assert_ne!(one.device(), was);
    give(&mut two, &mut one);
    assert_eq!(shown(&one, 1), ["second"]);
}

#[test]
fn a_phone_that_went_back_learns_it_from_its_own_later_bundle() {
    let mut plan = Plan::new();
    let (mut one, place) = plan.phone_at();
    write(&mut one, 1, "first");
    drop(one);
    let older = Options { store: plan.folder.path().join("older"), ..place.clone() };
    copy(&place.store, &older.store);
    let mut one = Ledger::open(place).unwrap();
    write(&mut one, 1, "second");
    let bytes = one.make_bundle(None, NOW).unwrap();
    let mut older = Ledger::open(older).unwrap();
    assert_eq!(new_of(&take(&mut older, &bytes).unwrap()), (1, true));
    assert_ne!(older.device(), one.device());
    assert_eq!(shown(&older, 1), ["second"]);
}

#[test]
fn a_phone_that_went_back_learns_it_from_its_own_ops_through_a_third_phone() {
    let WentBack { mut _plan, mut one, mut two } = went_back();
    let was = one.device();
    let mut third = _plan.phone();
    give(&mut two, &mut third);
    let ops: Vec<Op> = all(&mut third).into_values().flat_map(|(_, ops)| ops).collect();
    // A frontier that says nothing of it: the ops themselves do.
    let bytes = crafted(third.store().keys(), &first_header(ops.len()), &ops);
    assert_eq!(new_of(&take(&mut one, &bytes).unwrap()), (1, true));
    assert_ne!(one.device(), was);
}

#[test]
fn words_written_after_going_back_are_refused_there_and_kept_here() {
    let WentBack { _plan, mut one, mut two } = went_back();
    // Another field: only the op's name tells.
    write(&mut one, 2, "written over a number that was given");
    let before = disk(&two);
    let theirs = one.make_bundle(None, NOW).unwrap();
    assert!(matches!(take(&mut two, &theirs), Err(BundleError::Fork)));
    assert_eq!(disk(&two), before);
    let was = one.device();
    let bytes = two.make_bundle(None, NOW).unwrap();
    assert!(matches!(take(&mut one, &bytes), Err(BundleError::WentBack)));
    assert_ne!(one.device(), was);
    assert_eq!(shown(&one, 2), ["written over a number that was given"]);
    assert_eq!(shown(&one, 1), ["first"]);
}

#[test]
fn one_name_for_two_things_is_refused_wherever_the_first_of_them_is_kept() {
    let (_plan, mut one, mut two) = two_phones();
    let first = write(&mut one, 1, "version 1");
    write(&mut one, 1, "version 2");
    let standing = write(&mut one, 2, "standing");
    give(&mut one, &mut two);
    let device = one.device();
    let forged = |id: OpId, slot: Slot, keys: &Keys| {
        let op = Op {
            id,
            slot,
            act: Act::Write(Value::Text("another thing".into())),
            parents: Vec::new(),
            lamport: 1,
            at: NOW,
            device,
            author: Author::Person,
            origin: Origin::Typed,
            cites: None,
            extra: Vec::new(),
        };
        let header = Header { sequence: 7, previous: Some([7; 32]), ..first_header(1) };
        crafted(keys, &header, &[op])
    };
    for pack in [false, true] {
        if pack {
            two.pack().unwrap();
        }
        let before = disk(&two);
        for id in [first, standing] {
            for field in 1..4 {
                let bytes = forged(id, slot(field), one.store().keys());
                assert!(matches!(take(&mut two, &bytes), Err(BundleError::Fork)), "{id:?} in {field}");
                assert_eq!(disk(&two), before);
            }
        }
        assert_eq!(shown(&two, 2), ["standing"]);
    }
}

#[test]
fn two_bundles_of_one_number_are_a_fork() {
    let (_plan, mut one, mut two) = two_phones();
    write(&mut one, 1, "first");
    give(&mut one, &mut two);
    let keys = one.store().keys();
    let second = crafted(keys, &first_header(0), &[]);
    let before = disk(&two);
    assert!(matches!(take(&mut two, &second), Err(BundleError::Fork)));
    let not_after_it = Header { sequence: 2, previous: Some([3; 32]), ..first_header(0) };
    let third = crafted(keys, &not_after_it, &[]);
    assert!(matches!(take(&mut two, &third), Err(BundleError::Fork)));
    assert_eq!(disk(&two), before);
    write(&mut one, 1, "second");
    give(&mut one, &mut two);
    assert_eq!(shown(&two, 1), ["second"]);
}

/// Lists a phone among the person's own, and ends it if so asked.
fn introduce(ledger: &mut Ledger, key: [u8; 32], ended: bool) {
    let id = EntityId::new(Owner::Person, key[..16].try_into().unwrap());
    act(ledger, Kind::Device.slot(id, &Device::KEY), Act::Write(Value::Bytes(key.to_vec())));
    if ended {
        act(ledger, Kind::Device.slot(id, &Device::ENDED), Act::Write(Value::Instant(NOW.ms, 60)));
    }
}

#[test]
fn a_removed_phones_later_bundles_are_refused_by_all_who_know() {
    let mut plan = Plan::new();
    let (mut one, mut two, mut third) = (plan.phone(), plan.phone(), plan.phone());
    write(&mut two, 1, "before it was removed");
    introduce(&mut one, two.store().keys().device().public_key(), false);
    give(&mut two, &mut one);
    introduce(&mut one, two.store().keys().device().public_key(), true);
    give(&mut one, &mut third);
    write(&mut two, 2, "after it was removed");
    for phone in [&mut one, &mut third] {
        let bytes = two.make_bundle(Some(phone.device()), NOW).unwrap();
        let before = disk(phone);
        assert!(matches!(take(phone, &bytes), Err(BundleError::RemovedPhone)));
        assert_eq!(disk(phone), before);
        assert_eq!(shown(phone, 1), ["before it was removed"]);
    }
}

#[test]
fn another_plans_bundle_and_one_under_older_keys_are_told_apart() {
    let (plan, mut one, _two) = two_phones();
    write(&mut one, 1, "words");
    let bytes = one.make_bundle(None, NOW).unwrap();
    let mut other = Plan::new().phone();
    let mut rekeyed = plan.with_new_keys().phone();
    for (phone, is_other) in [(&mut other, true), (&mut rekeyed, false)] {
        let before = disk(phone);
        match take(phone, &bytes) {
            Err(BundleError::OtherPlan) => assert!(is_other),
            Err(BundleError::OldKeys) => assert!(!is_other),
            other => panic!("{other:?}"),
        }
        assert_eq!(disk(phone), before);
    }
}

#[test]
fn where_the_chain_is_lost_more_is_sent_and_nothing_is_missed() {
    let (_plan, mut one, mut two) = two_phones();
    write(&mut one, 1, "first");
    give(&mut one, &mut two);
    give(&mut two, &mut one);
    write(&mut two, 2, "second");
    one.store.conn.execute("DELETE FROM chain", []).unwrap();
    write(&mut one, 3, "third");
    let bytes = one.make_bundle(Some(two.device()), NOW).unwrap();
    assert_eq!(count(&bytes, two.store().keys()), 2);
    take(&mut two, &bytes).unwrap();
    let whole = two.make_bundle(None, NOW).unwrap();
    take(&mut one, &whole).unwrap();
    assert!(one.health().rows_changed);
    assert_eq!(all(&mut one), all(&mut two));
}

#[test]
fn a_phone_forgets_old_bundles_of_its_own_but_not_how_far_the_other_got() {
    let (_plan, mut one, mut two) = two_phones();
    write(&mut one, 1, "first");
    give(&mut one, &mut two);
    give(&mut two, &mut one);
    for _ in 0..70 {
        one.make_bundle(None, NOW).unwrap();
    }
    let rows: i64 = one.store.conn.query_row("SELECT count(*) FROM chain", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 65);
    write(&mut one, 1, "second");
    let bytes = one.make_bundle(Some(two.device()), NOW).unwrap();
    assert_eq!(count(&bytes, one.store().keys()), 1);
    take(&mut two, &bytes).unwrap();
    assert_eq!(all(&mut one), all(&mut two));
}

#[test]
fn a_restored_phone_goes_on_as_one_of_its_own_and_takes_in_what_it_missed() {
    let mut plan = Plan::new();
    let (mut one, mut two) = (plan.phone(), plan.phone());
    write(&mut one, 1, "first");
    write(&mut one, 1, "second");
    give(&mut one, &mut two);
    give(&mut two, &mut one);
    let backup = plan.folder.path().join("backup");
    one.back_up(&backup, NOW).unwrap();
    write(&mut one, 1, "after the backup");
    give(&mut one, &mut two);
    let words = one.recovery_words().unwrap();
    let place = options(&plan.folder.path().join("restored"), Arc::new(SoftwareKeyStore::in_memory()));
    let mut restored = Ledger::restore(&backup, &words, place).unwrap();
    assert_ne!(restored.device(), one.device());
    let bytes = two.make_bundle(Some(restored.device()), NOW).unwrap();
    let taken = take(&mut restored, &bytes).unwrap();
    let Taken::Merged { merged, we_were_rolled_back: false, .. } = taken else { panic!("{taken:?}") };
    assert_eq!((merged.new, merged.known), (1, 2));
    write(&mut restored, 2, "written on the restored phone");
    give(&mut restored, &mut two);
    assert_eq!(all(&mut restored), all(&mut two));
    assert_eq!(shown(&restored, 1), ["after the backup"]);
}

#[test]
fn phones_go_on_after_their_keys_were_changed() {
    let mut plan = Plan::new();
    let (mut one, place) = plan.phone_at();
    let mut two = plan.phone();
    write(&mut one, 1, "first");
    give(&mut one, &mut two);
    give(&mut two, &mut one);
    one.new_data_key().unwrap();
    write(&mut one, 1, "second");
    let bytes = one.make_bundle(Some(two.device()), NOW).unwrap();
    assert_eq!(count(&bytes, one.store().keys()), 1, "how far the other got is still known");
    assert!(matches!(take(&mut two, &bytes), Err(BundleError::OldKeys)));
    let old = two.make_bundle(None, NOW).unwrap();
    assert!(matches!(take(&mut one, &old), Err(BundleError::OldKeys)));
    assert!(one.health().is_good());
    drop(one);
    assert!(Ledger::open(place).unwrap().health().is_good());
}
