//! Sharing by a link, as a shell asks for it.

use super::*;
use crate::rooms::share::ShareSection;

#[test]
fn without_a_host_all_is_shown_before_and_nothing_is_shared() {
    let (_phone, plan) = begun();
    add_goal(&plan, "Walk to the canal");
    let view = plan.shares().unwrap();
    assert_eq!((view.host.as_str(), view.shares.len(), view.open), ("", 0, 0));
    let mut choice = plan.share_offered(None).unwrap();
    assert!(choice.passcode && !choice.kept_up);
    let titles: Vec<String> = plan.share_sections().unwrap().into_iter().map(|one| one.title).collect();
    assert_eq!(titles.len(), 7);
    let shown = plan.share_preview(choice.clone()).unwrap();
    assert!(shown.sections.iter().any(|one| one.lines.iter().any(|line| line.contains("Walk to the canal"))));
    assert!(shown.cannot_be_undone.len() == 3 && shown.bytes > 500);
    assert_eq!(group(plan.share_make(choice.clone(), &shown.sum)), Group::Other);
    assert!(plan.shares().unwrap().shares.is_empty());
    choice.sections = vec![ShareSection::Ahead];
    let other = plan.share_preview(choice.clone()).unwrap();
    assert!(!format!("{other:?}").contains("Walk to the canal"));
    choice.sections.clear();
    assert_eq!(group(plan.share_preview(choice)), Group::Refused);
}

#[test]
fn what_is_offered_for_a_visit_lasts_until_half_an_hour_after_it() {
    let (_phone, plan) = begun();
    let usual = plan.share_offered(None).unwrap();
    let visit = plan.share_offered(Some(usual.until + 5)).unwrap();
    assert_eq!(visit.until, usual.until + 5 + 30 * 60 * 1000);
    assert_eq!((visit.sections, visit.passcode), (usual.sections, true));
}

#[test]
fn an_address_that_is_no_safe_hosts_is_said_beside_its_box_and_an_unknown_share_is_not_there() {
    let (_phone, plan) = begun();
    for address in [
        "javascript:alert(1)",
        "http://host.example",
        "",
        "https://me:word@host.example",
        "https://h.example/x",
    ] {
        assert_eq!(group(plan.share_enrol(address, "token")), Group::Refused, "{address}");
    }
    let id = "00112233445566778899aabbccddeeff";
    assert_eq!(group(plan.share(id)), Group::NotThere);
    assert_eq!(group(plan.share_pause(id)), Group::NotThere);
    assert_eq!(group(plan.share_end(id)), Group::NotThere);
    assert_eq!(plan.stop_all_sharing().unwrap().open, 0);
}
