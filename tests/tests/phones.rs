//! Phones that give each other bundles, on real stores.

use hearth_tests::phones::{End, run};

#[test]
fn three_phones_that_write_apart_hold_the_same_when_they_have_met() {
    let report = run(1, 200, End::Together);
    assert_eq!(report.failures.first(), None, "and {} more", report.failures.len());
    let tally = report.tally;
    let counted = [
        tally.written,
        tally.taken,
        tally.repeated,
        tally.gaps,
        tally.lost,
        tally.packed,
        tally.erased,
        tally.side_by_side,
    ];
    assert!(counted.iter().all(|count| *count > 0), "{tally:?}");
}

#[test]
fn a_phone_that_has_met_nobody_since_it_wrote_is_seen_to_differ() {
    let report = run(1, 20, End::Apart);
    assert_eq!(report.failures.len(), 20);
}
