//! Beginning, opening, and what a shell does when it does not open.

use super::*;
use crate::Work;
use crate::doors::{check_recovery_words, open_plan_with_words, restore_plan, set_plan_aside};
use crate::platform::software_key_store;
use std::fs;

#[test]
fn a_plan_is_begun_and_opened_with_its_first_screen_in_one_call() {
    let phone = Phone::new();
    let begun = phone.begin();
    assert_eq!((begun.home.call_me.as_str(), begun.recovery_words.len()), ("Jo", 12));
    assert_eq!(begun.plan.recovery_words().unwrap(), begun.recovery_words);
    add_goal(&begun.plan, "Walk to the canal");
    drop(begun);
    let opened = phone.open().unwrap();
    assert_eq!(opened.home.goals[0].words, ["Walk to the canal"]);
    assert!(opened.home.notices.is_empty());
}

#[test]
fn what_does_not_open_says_what_a_shell_does_about_it() {
    let phone = Phone::new();
    assert_eq!(group(phone.open()), Group::NoPlan);
    drop(phone.begin());
    assert_eq!(group(begin_plan(&phone.folders(), &phone.platform(), "Jo")), Group::PlanIsHere);
    for (fault, wanted) in [
        (Fault::Locked { calls: u64::MAX }, Group::Locked),
        (Fault::Lost, Group::NeedsWords),
        (Fault::Changed, Group::NeedsWords),
        (Fault::OtherSecret, Group::NeedsWords),
        (Fault::FailAt { call: 1, code: 9 }, Group::TryAgain),
    ] {
        phone.set(fault);
        assert_eq!(group(phone.open()), wanted, "{fault:?}");
    }
    phone.set(Fault::None);
    phone.open().unwrap();
}

#[test]
fn a_plan_that_is_open_is_not_opened_beside_itself() {
    let (phone, plan) = begun();
    assert_eq!(group(phone.open()), Group::TryAgain);
    drop(plan);
    phone.open().unwrap();
}

#[test]
fn a_plan_whose_key_is_lost_opens_with_the_words_and_then_without() {
    let phone = Phone::new();
    let recovery_words = phone.begin().recovery_words.join("  ");
    phone.set(Fault::Lost);
    let (folders, platform) = (phone.folders(), phone.platform());
    let wrong = "abandon ".repeat(11) + "about";
    assert_eq!(group(open_plan_with_words(&folders, &platform, &wrong)), Group::WrongWords);
    phone.set(Fault::None);
    assert_eq!(open_plan_with_words(&folders, &platform, &recovery_words).unwrap().home.call_me, "Jo");
    phone.open().unwrap();
}

#[test]
fn words_typed_wrong_are_told_by_their_number_and_place_in_both_languages() {
    let good = Phone::new().begin().recovery_words;
    check_recovery_words(&good.join(", "), "en-GB").unwrap();
    let mut wrong = good.clone();
    wrong[4] = "hearth".to_owned();
    let said = |words: &str, language| sentence(check_recovery_words(words, language));
    assert!(said(&wrong.join(" "), "en-GB").starts_with("Word 5 "));
    assert!(said(&wrong.join(" "), "cy").contains('5'));
    assert!(said(&good[..7].join(" "), "en-GB").contains("here are 7"));
    assert!(said(&good[..7].join(" "), "cy").contains('7'));
    assert_ne!(said("", "en-GB"), said("", "cy"));
    assert_eq!(group(check_recovery_words("x", "en-GB")), Group::WrongWords);
}

#[test]
fn a_store_that_cant_be_read_may_be_set_aside_and_one_that_opens_may_not() {
    let phone = Phone::new();
    drop(phone.begin());
    let aside = || set_plan_aside(&phone.folders(), &phone.platform());
    assert_eq!(group(aside()), Group::PlanIsHere);
    fs::write(phone.path("store/plan.db"), [b'x'; 8192]).unwrap();
    assert_eq!(group(phone.open()), Group::MaySetAside);
    assert!(PathBuf::from(aside().unwrap()).exists(), "nothing is deleted");
    assert_eq!(group(phone.open()), Group::NoPlan);
    assert_eq!(group(aside()), Group::NoPlan);
}

#[test]
fn a_backup_is_restored_on_another_phone_and_a_wrong_file_is_not() {
    let (old, new) = (Phone::new(), Phone::new());
    let begun = old.begin();
    add_goal(&begun.plan, "Walk to the canal");
    let made = begun.plan.back_up(&old.named("backup"), None).unwrap();
    assert_eq!((made.left_out, made.files), (0, 0));
    let recovery_words = begun.recovery_words.join(" ");
    let restore = |from: &str, words: &str, work| {
        restore_plan(&old.named(from), words, &new.folders(), &new.platform(), work)
    };
    fs::write(old.path("letter"), "Dear Jo").unwrap();
    assert_eq!(group(restore("letter", &recovery_words, None)), Group::BadFile);
    assert_eq!(group(restore("nothing", &recovery_words, None)), Group::TryAgain);
    assert_eq!(group(restore("backup", &("abandon ".repeat(11) + "about"), None)), Group::WrongWords);
    let stopped = Work::new().unwrap();
    stopped.stop().unwrap();
    assert_eq!(group(restore("backup", &recovery_words, Some(stopped))), Group::Stopped);
    assert_eq!(group(new.open()), Group::NoPlan);
    let work = Work::new().unwrap();
    let restored = restore("backup", &recovery_words, Some(Arc::clone(&work))).unwrap();
    let reached = work.reached().unwrap();
    assert!(reached.done > 0 && reached.done == reached.of, "{reached:?}");
    assert_eq!(restored.home.goals[0].words, ["Walk to the canal"]);
    assert_eq!(restored.plan.phones().unwrap().len(), 2);
}

#[test]
fn a_language_hearth_does_not_speak_is_english() {
    let phone = Phone::speaking("xx-\u{202e}\0".trim_end_matches('\0'));
    assert!(sentence(phone.open()).starts_with("There is no plan"));
    assert!(sentence(Phone::speaking("cy_GB").open()).starts_with("Does dim cynllun"));
}

#[test]
fn a_key_store_in_a_folder_serves_a_desk() {
    let phone = Phone::new();
    let platform = || Platform {
        key_store: software_key_store(&phone.named("keys")).unwrap(),
        clock: None,
        ..phone.platform()
    };
    drop(begin_plan(&phone.folders(), &platform(), "Jo").unwrap());
    assert_eq!(open_plan(&phone.folders(), &platform(), Vec::new()).unwrap().home.call_me, "Jo");
    fs::write(phone.path("a file"), "x").unwrap();
    assert_eq!(group(software_key_store(&phone.named("a file")).map(drop)), Group::TryAgain);
}
