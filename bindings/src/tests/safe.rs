//! Backup with its handle, recovery words, export, phones.

use super::*;
use crate::Work;
use std::fs;

/// The least that is a JPEG.
pub fn jpeg() -> Vec<u8> {
    let table = [[0xff, 0xdb, 0, 67].as_slice(), &[3; 65]].concat();
    let scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xff, 0xd9];
    [[0xff, 0xd8].as_slice(), &table, &scan].concat()
}

#[test]
fn a_stopped_backup_leaves_the_one_before_and_the_plan_goes_on() {
    let (phone, plan) = begun();
    add_goal(&plan, "Walk");
    plan.back_up(&phone.named("backup"), None).unwrap();
    let before = fs::read(phone.path("backup")).unwrap();
    let work = Work::new().unwrap();
    work.stop().unwrap();
    let stopped = plan.back_up(&phone.named("backup"), Some(Arc::clone(&work)));
    assert_eq!(group(stopped), Group::Stopped);
    assert!(work.reached().unwrap().done < work.reached().unwrap().of);
    assert_eq!(fs::read(phone.path("backup")).unwrap(), before);
    assert!(!phone.path("backup.next").exists());
    add_goal(&plan, "Cook");
}

#[test]
fn a_backup_says_how_far_it_has_come_until_all_is_done() {
    let (phone, plan) = begun();
    add_goal(&plan, "Walk");
    let work = Work::new().unwrap();
    assert_eq!(work.reached().unwrap().of, 0);
    let made = plan.back_up(&phone.named("backup"), Some(Arc::clone(&work))).unwrap();
    let reached = work.reached().unwrap();
    assert_eq!(reached.done, reached.of);
    assert!(reached.of >= 2 * u64::from(made.ops), "written, and read back: {reached:?}");
    work.stop().unwrap();
}

#[test]
fn a_backup_to_nowhere_may_be_tried_again() {
    let (phone, plan) = begun();
    for nowhere in ["no/such/folder/backup", ""] {
        assert_eq!(group(plan.back_up(&phone.named(nowhere), None)), Group::TryAgain, "{nowhere}");
    }
}

#[test]
fn new_words_replace_the_old_ones_and_a_lost_phone_makes_new_ones_too() {
    let phone = Phone::new();
    let begun = phone.begin();
    let new = begun.plan.new_recovery_words().unwrap();
    assert_ne!(new, begun.recovery_words);
    let lost = begun.plan.phone_lost().unwrap();
    assert_ne!(lost, new);
    assert_eq!(begun.plan.recovery_words().unwrap(), lost);
    assert!(begun.plan.notices().unwrap().is_empty());
    begun.plan.tidy().unwrap();
}

#[test]
fn this_phone_is_listed_first_and_is_not_removed_by_itself() {
    let (_phone, plan) = begun();
    let phones = plan.phones().unwrap();
    assert!(phones[0].this_phone && phones[0].name == "my phone");
    assert_eq!(reason(plan.remove_phone(&phones[0].id)), "error-phone-this-one");
    let bundle = plan.bundle_for(phones[0].device.clone()).unwrap();
    assert_eq!(plan.take_bundle(&bundle).unwrap().new, 0);
    assert_eq!(group(plan.take_bundle(b"not a bundle")), Group::BadFile);
    plan.become_a_new_phone().unwrap();
    assert_eq!(plan.phones().unwrap().len(), 2);
}
