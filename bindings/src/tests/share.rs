//! Sharing by a link, as a shell asks for it.

use super::host::Host;
use super::*;
use crate::rooms::share::{ShareSection, ShareStanding, ShareView};
use hearth_core::share::follow::{Asking, FollowError, follow};
use hearth_core::share::{Link, Reach};
use hearth_core::sync::real::RealHttp;

/// What whoever has the link reads, through the core's reader and not through a plan.
fn opened(share: &ShareView, passcode: Option<&str>) -> Result<String, FollowError> {
    let link = Link::parse(share.link.as_ref().unwrap(), Reach::ThisMachine).unwrap();
    let asking = Asking { recipient: "Dr Example", passcode, reach: Reach::ThisMachine };
    let given = follow(&RealHttp::on_this_machine().unwrap(), &link, asking)?;
    Ok(String::from_utf8(given.files[0].plain.to_vec()).unwrap())
}

#[test]
fn a_share_is_made_opened_paused_resumed_put_off_and_ended() {
    let host = Host::new();
    let (_phone, plan) = host.phone("Jo");
    add_goal(&plan, "Walk to the canal");
    let choice = plan.share_offered(None).unwrap();
    let sum = plan.share_preview(choice.clone()).unwrap().sum;
    assert!(plan.share_make(choice.clone(), "another sum").is_err(), "not what was previewed");
    let made = plan.share_make(choice.clone(), &sum).unwrap();
    assert_eq!((made.standing, plan.shares().unwrap().open), (ShareStanding::Open, 1));
    let passcode = made.passcode.clone().unwrap();
    assert!(opened(&made, Some(&passcode)).unwrap().contains("Walk to the canal"));
    let wrong = if passcode == "000000" { "000001" } else { "000000" };
    assert_eq!(opened(&made, Some(wrong)), Err(FollowError::Passcode { left: Some(9) }));
    plan.deliver_shares().unwrap();
    let seen = plan.share(&made.id).unwrap();
    assert!(seen.looks.len() == 1 && seen.looks[0].line.contains("Dr Example"), "{:?}", seen.looks);
    assert_eq!(plan.share_pause(&made.id).unwrap().standing, ShareStanding::Paused);
    assert_eq!(opened(&made, Some(&passcode)), Err(FollowError::Nothing));
    assert_eq!(plan.share_resume(&made.id).unwrap().standing, ShareStanding::Open);
    let later = made.until.unwrap() + 60_000;
    assert_eq!(plan.share_extend(&made.id, later).unwrap().until, Some(later));
    assert!(opened(&made, Some(&passcode)).is_ok());
    assert_eq!(plan.share_end(&made.id).unwrap().standing, ShareStanding::Ended);
    assert_eq!(opened(&made, Some(&passcode)), Err(FollowError::Nothing));
    assert_eq!(plan.shares().unwrap().open, 0);
}

#[test]
fn a_visits_code_is_shown_again_without_asking_and_all_sharing_stops_at_once() {
    let host = Host::new();
    let (phone, plan) = host.phone("Jo");
    add_goal(&plan, "Walk to the canal");
    let ends = phone.clock.ms.load(Ordering::Relaxed) + 3_600_000;
    let choice = plan.share_offered(Some(ends)).unwrap();
    let sum = plan.share_preview(choice.clone()).unwrap().sum;
    let code = plan.visit_code_make(choice.clone(), &sum).unwrap();
    let share = code.share.unwrap();
    assert!(opened(&share, code.passcode.as_deref()).is_ok());
    let again = plan.visit_code(&share.id).unwrap();
    assert_eq!((again.code, &again.passcode), (code.code, &code.passcode));
    plan.share_make(choice, &sum).unwrap();
    assert_eq!(plan.shares().unwrap().open, 2);
    assert_eq!(plan.stop_all_sharing().unwrap().open, 0);
    assert_eq!(opened(&share, again.passcode.as_deref()), Err(FollowError::Nothing));
}

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
