//! Phones that exchange bundles in any order end equal, and nothing is lost.

use super::*;

#[test]
fn two_phones_that_exchange_bundles_end_equal() {
    let (_plan, mut one, mut two) = two_phones();
    write(&mut one, 1, "Walk to the bridge");
    write(&mut two, 1, "Walk to the canal");
    write(&mut two, 2, "Sleep through the night");
    assert_eq!(new_of(&give(&mut one, &mut two)), (1, false));
    assert_eq!(new_of(&give(&mut two, &mut one)), (2, false));
    assert_eq!(all(&mut one), all(&mut two));
    assert_eq!(shown(&one, 1).len(), 2);
    assert_eq!(shown(&one, 2), ["Sleep through the night"]);
}

#[test]
fn after_the_first_exchange_only_what_is_new_travels() {
    let (_plan, mut one, mut two) = two_phones();
    for n in 0..20 {
        write(&mut one, n, "one's words");
    }
    give(&mut one, &mut two);
    give(&mut two, &mut one);
    write(&mut one, 1, "one word more");
    let bytes = one.make_bundle(Some(two.device()), NOW).unwrap();
    assert_eq!(count(&bytes, one.store().keys()), 1);
    assert_eq!(new_of(&take(&mut two, &bytes).unwrap()), (1, false));
    let nothing = two.make_bundle(Some(one.device()), NOW).unwrap();
    // What it had of the other goes back once, and never a second time.
    assert_eq!(count(&nothing, one.store().keys()), 1);
    take(&mut one, &nothing).unwrap();
    give(&mut one, &mut two);
    let nothing = two.make_bundle(Some(one.device()), NOW).unwrap();
    assert_eq!(count(&nothing, one.store().keys()), 0);
    assert_eq!(all(&mut one), all(&mut two));
}

#[test]
fn three_phones_end_equal_through_one_that_stands_between() {
    let mut plan = Plan::new();
    let (mut one, mut two, mut three) = (plan.phone(), plan.phone(), plan.phone());
    write(&mut one, 1, "from one");
    write(&mut three, 1, "from three");
    for _ in 0..2 {
        give(&mut one, &mut two);
        give(&mut three, &mut two);
        give(&mut two, &mut one);
        give(&mut two, &mut three);
        write(&mut one, 2, "again");
        write(&mut three, 3, "again");
    }
    give(&mut one, &mut two);
    give(&mut two, &mut three);
    give(&mut three, &mut one);
    give(&mut three, &mut two);
    give(&mut one, &mut two);
    assert_eq!(all(&mut one), all(&mut two));
    assert_eq!(all(&mut two), all(&mut three));
    assert_eq!(shown(&two, 1).len(), 2);
}

#[test]
fn a_bundle_taken_in_twice_changes_nothing_the_second_time() {
    let (_plan, mut one, mut two) = two_phones();
    write(&mut one, 1, "Walk to the bridge");
    let bytes = one.make_bundle(None, NOW).unwrap();
    take(&mut two, &bytes).unwrap();
    let before = disk(&two);
    assert_eq!(take(&mut two, &bytes).unwrap(), Taken::AlreadyHad);
    assert_eq!(disk(&two), before);
}

#[test]
fn a_phones_own_bundle_brought_back_to_it_changes_nothing() {
    let (_plan, mut one, _two) = two_phones();
    write(&mut one, 1, "Walk to the bridge");
    let bytes = one.make_bundle(None, NOW).unwrap();
    let before = disk(&one);
    assert_eq!(take(&mut one, &bytes).unwrap(), Taken::AlreadyHad);
    assert_eq!(disk(&one), before);
}

#[test]
fn bundles_that_arrive_in_another_order_are_all_taken_in() {
    let (_plan, mut one, mut two) = two_phones();
    let mut bundles = Vec::new();
    for n in 0..4 {
        write(&mut one, n, "words");
        bundles.push(one.make_bundle(None, NOW).unwrap());
    }
    take(&mut two, &bundles[3]).unwrap();
    give(&mut two, &mut one);
    for at in [1, 0, 2] {
        take(&mut two, &bundles[at]).unwrap();
    }
    assert_eq!(all(&mut one), all(&mut two));
    // What came late took nothing back of how far this phone had got.
    write(&mut one, 1, "more");
    give(&mut one, &mut two);
    assert_eq!(all(&mut one), all(&mut two));
}

#[test]
fn packed_history_travels_with_the_rest() {
    let (_plan, mut one, mut two) = two_phones();
    for n in 0..100 {
        write(&mut one, 1, &format!("I walked {n} steps"));
        if n % 30 == 0 {
            one.pack().unwrap();
        }
    }
    give(&mut one, &mut two);
    two.pack().unwrap();
    give(&mut two, &mut one);
    for n in 100..150 {
        write(&mut one, 1, &format!("I walked {n} steps"));
    }
    // Packing puts new ops and old ones into one frame: only the new ones travel.
    one.pack().unwrap();
    let bytes = one.make_bundle(Some(two.device()), NOW).unwrap();
    assert_eq!(count(&bytes, one.store().keys()), 50);
    take(&mut two, &bytes).unwrap();
    assert_eq!(all(&mut one), all(&mut two));
    assert_eq!(two.history(slot(1)).unwrap().0.len(), 150);
}

#[test]
fn what_only_a_newer_app_knows_passes_through_to_a_third_phone_unchanged() {
    let mut plan = Plan::new();
    let (mut newer, mut older, mut third) = (plan.phone(), plan.phone(), plan.phone());
    // [99, "later"] and [40, 1, {1: true}]: an act and a value of another day.
    let act_item = vec![0x82, 0x18, 99, 0x65, b'l', b'a', b't', b'e', b'r'];
    let value_item = vec![0x83, 0x18, 40, 1, 0xa1, 1, 0xf5];
    act(&mut newer, slot(1), Act::Unknown(act_item));
    act(&mut newer, slot(2), Act::Write(Value::Unknown(value_item)));
    let id = OpId::of_device(newer.device(), 3);
    let op = Op {
        id,
        slot: Slot { kind: 999, field: 7, ..slot(3) },
        act: Act::Write(Value::Text("in a room that is not built yet".into())),
        parents: Vec::new(),
        lamport: 3,
        at: NOW,
        device: newer.device(),
        author: Author::Unknown(vec![0x81, 0x18, 50]),
        origin: Origin::Unknown(vec![0x82, 0x18, 51, 1]),
        cites: None,
        extra: vec![0x82, 1, 2],
    };
    newer.merge(vec![op.clone()], |_, _| Ok(None)).unwrap();
    give(&mut newer, &mut older);
    older.pack().unwrap();
    give(&mut older, &mut third);
    assert_eq!(all(&mut newer), all(&mut third));
    let arrived = third.history(op.slot).unwrap().0;
    assert_eq!(arrived[0].to_bytes(), op.to_bytes());
}

#[test]
fn erased_words_are_erased_on_the_other_phone_and_leave_this_one_no_more() {
    let mut plan = Plan::new();
    let (mut one, mut two, mut third) = (plan.phone(), plan.phone(), plan.phone());
    let gone = write(&mut one, 1, "something I wish I had not written");
    write(&mut one, 1, "better words");
    give(&mut one, &mut two);
    one.pack().unwrap();
    one.erase(slot(1), vec![gone], &stamp(), |_, _| Ok(None)).unwrap();
    give(&mut one, &mut two);
    for phone in [&mut one, &mut two] {
        let history = phone.history(slot(1)).unwrap().0;
        let words: Vec<_> = history.iter().filter_map(|op| op.value()?.text()).collect();
        assert_eq!(words, ["better words"]);
        // Nor can a phone that still has them bring them back.
        let bytes = phone.make_bundle(None, NOW).unwrap();
        let keys = phone.store().keys();
        let bundle = Signed::read(&bytes).unwrap();
        let ops = bundle.ops(keys, &bundle.header(keys).unwrap()).unwrap();
        assert!(
            ops.iter()
                .all(|op| op.value().and_then(Value::text) != Some("something I wish I had not written"))
        );
    }
    give(&mut two, &mut third);
    give(&mut third, &mut one);
    assert_eq!(all(&mut one), all(&mut third));
}

#[test]
fn words_that_come_together_with_their_erasing_are_not_kept_on_the_disk() {
    let (_plan, mut one, mut two) = two_phones();
    let first = write(&mut one, 1, "something I wish I had not written");
    write(&mut one, 1, "better words");
    // The ops as an unkind sender would give them: the words still whole.
    let mut ops = one.history(slot(1)).unwrap().0;
    one.erase(slot(1), vec![first], &stamp(), |_, _| Ok(None)).unwrap();
    ops.extend(one.record().register(slot(1)).unwrap().aside().iter().cloned());
    let bytes = crafted(one.store().keys(), &first_header(ops.len()), &ops);
    take(&mut two, &bytes).unwrap();
    let (rows, damaged) = two.past(slot(1)).unwrap();
    assert_eq!(damaged, 0);
    assert!(rows.iter().all(|row| row.op.value() == Some(&Value::Erased)));
    assert_eq!(rows.len(), 1);
    assert_eq!(all(&mut one), all(&mut two));
}

#[test]
fn a_suggestion_that_comes_before_the_words_it_saw_leaves_them_standing() {
    let (_plan, mut one, mut two) = two_phones();
    write(&mut one, 1, "Walk to the bridge");
    let carer = Author::Carer(EntityId::new(Owner::Person, [9; 16]));
    let offer = Draft::new(slot(1), Act::Suggest(Value::Text("Walk to the shop".into())));
    one.write(vec![offer], &Stamp { author: carer, ..stamp() }, |_| Ok(None)).unwrap();
    let mut ops = one.history(slot(1)).unwrap().0;
    ops.reverse();
    two.merge(ops, |_, _| Ok(None)).unwrap();
    assert_eq!(shown(&two, 1), ["Walk to the bridge"]);
    assert_eq!(all(&mut one), all(&mut two));
}

#[test]
fn ops_of_one_field_may_come_in_any_order_and_twice_in_one_merge() {
    let (_plan, mut one, _two) = two_phones();
    for n in 0..4 {
        write(&mut one, 1, &format!("version {n}"));
    }
    let ops = one.history(slot(1)).unwrap().0;
    let orders = [[0, 1, 2, 3], [3, 2, 1, 0], [2, 3, 0, 1], [1, 3, 0, 2], [3, 0, 2, 1]];
    for order in orders {
        for cut in 0..=4 {
            let mut plan = Plan::new();
            let mut other = plan.phone();
            let (first, second) = order.split_at(cut);
            for part in [first, second] {
                let part = part.iter().chain(part).map(|at| ops[*at].clone()).collect();
                other.merge(part, |_, _| Ok(None)).unwrap();
            }
            assert_eq!(all(&mut one), all(&mut other), "{order:?} at {cut}");
        }
    }
}

#[test]
fn a_store_too_large_for_one_bundle_goes_in_parts() {
    let (mut plan, mut one, mut two) = two_phones();
    for n in 0..10 {
        write(&mut one, n, "words");
    }
    one.pack().unwrap();
    let limits = Limits { ops: 4, plain: 1 << 20 };
    let mut parts = 0;
    while all(&mut one) != all(&mut two) {
        let bytes = one.make_limited(Some(two.device()), NOW, limits).unwrap();
        assert!(count(&bytes, one.store().keys()) <= 4);
        take(&mut two, &bytes).unwrap();
        give(&mut two, &mut one);
        parts += 1;
        assert!(parts < 20);
    }
    assert!(parts >= 3);
    // A part that says less than an earlier bundle did takes nothing back.
    let all_of_it = one.make_bundle(None, NOW).unwrap();
    let a_part = one.make_limited(None, NOW, limits).unwrap();
    let rest = one.make_bundle(Some(two.device()), NOW).unwrap();
    let mut third = plan.phone();
    take(&mut third, &a_part).unwrap();
    assert!(matches!(take(&mut third, &rest), Err(BundleError::Gap)));
    take(&mut third, &all_of_it).unwrap();
    assert_eq!(all(&mut one), all(&mut third));
}

#[test]
fn a_bundle_of_several_versions_leaves_only_the_last_standing_when_opened_again() {
    // Few versions stay rows until history is packed; many are packed at once.
    for versions in [3, 12] {
        let mut plan = Plan::new();
        let mut one = plan.phone();
        let (mut two, place) = plan.phone_at();
        write(&mut one, 1, "version 0");
        write(&mut one, 2, "version 0");
        for _ in 0..2 {
            give(&mut one, &mut two);
            give(&mut two, &mut one);
            write(&mut two, 2, "between");
            give(&mut two, &mut one);
            for n in 1..=versions {
                write(&mut one, 1, &format!("version {n}"));
                write(&mut one, 2, &format!("version {n}"));
            }
        }
        give(&mut one, &mut two);
        let before = all(&mut two);
        assert_eq!(before, all(&mut one));
        drop(two);
        let mut two = Ledger::open(place).unwrap();
        assert!(two.health().is_good());
        assert_eq!(all(&mut two), before);
        assert_eq!(shown(&two, 1), [format!("version {versions}")]);
        two.pack().unwrap();
        assert_eq!(two.waiting_to_pack(), 0);
        assert_eq!(all(&mut two), before);
    }
}

#[test]
fn words_erased_and_replaced_in_one_bundle_leave_the_disk() {
    let mut plan = Plan::new();
    let mut one = plan.phone();
    let (mut two, place) = plan.phone_at();
    let first = write(&mut one, 1, "something I wish I had not written");
    give(&mut one, &mut two);
    one.erase(slot(1), vec![first], &stamp(), |_, _| Ok(None)).unwrap();
    write(&mut one, 1, "better words");
    give(&mut one, &mut two);
    assert_eq!(all(&mut two), all(&mut one));
    drop(two);
    let mut two = Ledger::open(place).unwrap();
    let (rows, _) = two.past(slot(1)).unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].op.value(), Some(&Value::Erased));
    assert_eq!(all(&mut two), all(&mut one));
}

#[test]
fn words_that_come_after_what_replaced_them_do_not_stand() {
    let mut plan = Plan::new();
    let (mut one, mut two) = (plan.phone(), plan.phone());
    let (mut third, place) = plan.phone_at();
    write(&mut one, 1, "of one");
    give(&mut one, &mut two);
    let first = write(&mut two, 1, "of two");
    write(&mut two, 1, "of two, again");
    let ops = two.history(slot(1)).unwrap().0;
    let (before, after): (Vec<Op>, Vec<Op>) = ops.into_iter().partition(|op| op.id.parts().0 == one.device());
    assert_eq!(after[0].id, first);
    third.merge(after, |_, _| Ok(None)).unwrap();
    // What named them is in a frame by then.
    third.pack().unwrap();
    third.merge(before, |_, _| Ok(None)).unwrap();
    assert_eq!(shown(&third, 1), ["of two, again"]);
    drop(third);
    assert_eq!(shown(&Ledger::open(place).unwrap(), 1), ["of two, again"]);
}

#[test]
fn a_frame_that_was_out_of_reach_when_its_words_were_erased_gives_none_of_them_away() {
    let (_plan, mut one, mut two) = two_phones();
    let first = write(&mut one, 1, "something I wish I had not written");
    write(&mut one, 1, "better words");
    one.pack().unwrap();
    one.store.conn.execute_batch("CREATE TEMP TABLE kept AS SELECT * FROM frame").unwrap();
    one.erase(slot(1), vec![first], &stamp(), |_, _| Ok(None)).unwrap();
    one.store.conn.execute_batch("DELETE FROM frame; INSERT INTO frame SELECT * FROM kept").unwrap();
    let words =
        |ops: &[Op]| ops.iter().filter_map(|op| op.value()?.text().map(str::to_owned)).collect::<Vec<_>>();
    assert_eq!(words(&one.history(slot(1)).unwrap().0), ["better words"]);
    give(&mut one, &mut two);
    let kept: Vec<Op> = two.past(slot(1)).unwrap().0.into_iter().map(|row| row.op).collect();
    assert!(words(&kept).is_empty());
    let bytes = one.make_bundle(None, NOW).unwrap();
    let keys = one.store().keys();
    let bundle = Signed::read(&bytes).unwrap();
    assert_eq!(words(&bundle.ops(keys, &bundle.header(keys).unwrap()).unwrap()), ["better words"]);
}
