//! The person's other phone, taken in, as both shells ask for it.

use super::host::Host;
use super::*;
use crate::rooms::otherphone::JoiningPhone;

#[test]
fn another_phone_gets_the_plan_after_its_digits_were_the_same_and_a_change_goes_over() {
    let host = Host::new();
    let (_old, plan) = host.phone("Jo");
    add_goal(&plan, "Walk to the canal");
    assert!(plan.other_phone().unwrap().is_none());
    let new = Phone::new();
    let joining = JoiningPhone::new(&new.platform()).unwrap();
    assert!(joining.fetch(&new.folders()).is_err(), "nothing was scanned");
    let shown = plan.other_phone_scanned(&joining.shows().unwrap()).unwrap();
    let digits = joining.scanned(&shown.text).unwrap();
    assert!(joining.fetch(&new.folders()).unwrap().is_none(), "nobody has said yes");
    assert_eq!(reason(plan.other_phone_same(&shown.id)), "error-pair-over");
    plan.deliver_mail().unwrap();
    let seen = plan.other_phone().unwrap().unwrap();
    assert_eq!((seen.digits, seen.text.as_str()), (Some(digits), ""));
    plan.other_phone_same(&seen.id).unwrap();
    let there = joining.fetch(&new.folders()).unwrap().unwrap().plan;
    let goals = |plan: &Plan| format!("{:?}", plan.home().unwrap().goals);
    assert!(goals(&there).contains("Walk to the canal"));
    assert_eq!(there.phones().unwrap().len(), 2);
    add_goal(&there, "See my sister");
    there.deliver_mail().unwrap();
    assert!(plan.deliver_mail().unwrap().changes > 0);
    assert!(goals(&plan).contains("See my sister"));
    drop((joining, there));
    assert!(goals(&new.open().unwrap().plan).contains("See my sister"), "it opens by itself from now on");
}

#[test]
fn what_is_no_phones_code_is_said_and_nothing_is_begun() {
    let host = Host::new();
    let (_old, plan) = host.phone("Jo");
    let new = Phone::new();
    let joining = JoiningPhone::new(&new.platform()).unwrap();
    let own = joining.shows().unwrap();
    for text in
        ["", "hearth-phone:1/", "hearth-phone:2/AAAA", "hearth-care:1/AAAA", "https://a.example", "\0"]
    {
        assert!(!sentence(plan.other_phone_scanned(text)).is_empty(), "{text}");
        assert!(!sentence(joining.scanned(text)).is_empty(), "{text}");
    }
    assert!(joining.scanned(&own).is_err(), "its own code");
    assert!(plan.other_phone().unwrap().is_none());
    for id in ["", "nobody", "../../keys"] {
        assert_eq!(reason(plan.other_phone_same(id)), "error-pair-over");
    }
    // Given up: the new phone finds nothing more.
    let shown = plan.other_phone_scanned(&own).unwrap();
    joining.scanned(&shown.text).unwrap();
    plan.pairing_refuse(&shown.id).unwrap();
    assert!(!joining.fetch(&new.folders()).is_ok_and(|there| there.is_some()));
    assert!(!new.path("store/plan.db").exists());
}
