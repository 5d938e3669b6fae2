//! A carer and the person they care for, each with a phone, as the two shells ask for it.

use super::host::Host;
use super::*;
use crate::rooms::following::{FollowedView, Suggested, SuggestedField};

/// A carer who is paired with whoever holds the plan; their copy.
fn paired(jo: &Plan, sam: &Plan) -> FollowedView {
    let invitation = jo.carer_invite().unwrap();
    sam.follow_accept(&invitation.text, "Sam").unwrap();
    jo.deliver_mail().unwrap();
    let shown = jo.pairings().unwrap().invitations.remove(0);
    let read = sam.follow_look().unwrap().meetings.remove(0);
    assert!(shown.digits.as_ref().is_some_and(|digits| digits.len() == 7), "{:?}", shown.digits);
    assert_eq!((&shown.digits, shown.name.as_str()), (&read.digits, "Sam"));
    sam.follow_same(&read.id).unwrap();
    let choice = jo.carer_offered().unwrap();
    let sum = jo.share_preview(choice.clone()).unwrap().sum;
    let all = jo.carer_same(&shown.id, None, choice, &sum).unwrap();
    assert!(all.pairings[0].open && all.invitations.is_empty());
    sam.follow_look().unwrap();
    let following = sam.following().unwrap();
    assert!(following.meetings.is_empty());
    following.followed.into_iter().next().unwrap()
}

fn field(words: &str) -> Vec<SuggestedField> {
    vec![SuggestedField { field: "words".to_owned(), words: words.to_owned() }]
}

#[test]
fn a_carer_follows_suggests_and_is_let_go() {
    let host = Host::new();
    let ((jos, jo), (sams, sam)) = (host.phone("Jo"), host.phone("Sam"));
    add_goal(&jo, "Walk to the canal");
    let copy = paired(&jo, &sam);
    assert!(copy.kept && copy.may_suggest && copy.name == "Jo", "{copy:?}");
    let card = sam.followed(&copy.id).unwrap();
    let lines: Vec<String> = card.sections.into_iter().flat_map(|section| section.lines).collect();
    assert!(lines.iter().any(|line| line.contains("Walk to the canal")), "{lines:?}");
    assert!(!card.front.is_empty() && card.view.age.contains("today"));
    let entry = sam.followed_entries(&copy.id).unwrap().into_iter().find(|one| one.field == "goal.words");
    let entry = entry.unwrap();
    assert_eq!((entry.kind.as_str(), entry.words.as_str()), ("goal", "Walk to the canal"));
    let other =
        |entry| Suggested { entry, kind: "goal".into(), within: None, fields: field("Walk with Sam") };
    assert_eq!(sam.suggest(&copy.id, other(Some(entry.entry))).unwrap().waiting, 0);
    assert_eq!(jo.deliver_mail().unwrap().suggestions, 1);
    let came = jo.suggestions().unwrap().remove(0);
    assert_eq!((came.offered.as_str(), came.stands.as_str()), ("Walk with Sam", "Walk to the canal"));
    // A field that no carer may write, and an entry that is not in the copy.
    let number = SuggestedField { field: "importance".to_owned(), words: "9".to_owned() };
    let number = Suggested { fields: vec![number], ..other(None) };
    assert_eq!(group(sam.suggest(&copy.id, number)), Group::NotAllowed);
    assert_eq!(group(sam.suggest(&copy.id, other(Some("nobody".into())))), Group::NotThere);
    // Let go: the link ends with its proof, and nothing more is taken.
    let pairing = jo.pairings().unwrap().pairings.remove(0);
    assert!(!jo.carer_end(&pairing.id).unwrap().pairings[0].open);
    host.wait(3_601, &[&jos, &sams]);
    let over = sam.refresh_following(false).unwrap().followed.remove(0);
    assert!(!over.kept && !over.may_suggest && !over.lines.is_empty(), "{over:?}");
    assert_eq!(group(sam.followed(&copy.id)), Group::NotThere);
    assert_eq!(group(sam.suggest(&copy.id, other(None))), Group::NotThere);
    assert!(sam.follow_forget(&copy.id).unwrap().followed.is_empty());
}

#[test]
fn digits_that_differ_pair_nobody_and_nothing_is_shared() {
    let host = Host::new();
    let ((_jos, jo), (_sams, sam)) = (host.phone("Jo"), host.phone("Sam"));
    let invitation = jo.carer_invite().unwrap();
    let choice = jo.carer_offered().unwrap();
    let sum = jo.share_preview(choice.clone()).unwrap().sum;
    // Nobody has answered: there are no digits that could be the same.
    assert_eq!(reason(jo.carer_same(&invitation.id, None, choice.clone(), &sum)), "error-pair-over");
    sam.follow_accept(&invitation.text, "Sam").unwrap();
    jo.deliver_mail().unwrap();
    jo.pairing_refuse(&invitation.id).unwrap();
    assert_eq!(reason(jo.carer_same(&invitation.id, None, choice, &sum)), "error-pair-over");
    let all = jo.pairings().unwrap();
    assert!(all.invitations.is_empty() && all.pairings.is_empty());
    assert!(jo.shares().unwrap().shares.is_empty());
    assert_eq!(group(jo.pairing_refuse(&invitation.id)), Group::NotThere);
    assert!(sam.follow_look().unwrap().followed.is_empty());
}

#[test]
fn a_link_is_followed_by_whoever_has_it_and_they_suggest_nothing() {
    let host = Host::new();
    let ((_jos, jo), (_lees, lee)) = (host.phone("Jo"), host.phone("Lee"));
    add_goal(&jo, "Walk to the canal");
    let mut choice = jo.share_offered(None).unwrap();
    choice.kept_up = true;
    let sum = jo.share_preview(choice.clone()).unwrap().sum;
    let share = jo.share_make(choice, &sum).unwrap();
    let link = share.link.unwrap();
    assert_eq!(reason(lee.follow_link(&link, None, "")), "error-follow-passcode");
    let wrong = lee.follow_link(&link, Some("no such passcode".into()), "");
    assert!(!sentence(wrong).is_empty());
    assert!(lee.following().unwrap().followed.is_empty(), "what does not open is not kept");
    let copy = lee.follow_link(&link, share.passcode, "Aunt Jo").unwrap().followed.remove(0);
    assert!(copy.kept && !copy.may_suggest && copy.name == "Aunt Jo", "{copy:?}");
    let new = Suggested { entry: None, kind: "goal".into(), within: None, fields: field("Run") };
    assert_eq!(reason(lee.suggest(&copy.id, new)), "error-not-paired");
    for text in
        ["", "hearth-care:1/", "hearth-care:9/AAAA", "https://host.example", "shlink:/AAAA", "\u{202e}"]
    {
        assert!(!sentence(lee.follow_accept(text, "Lee")).is_empty(), "{text}");
        assert!(!sentence(lee.follow_link(text, None, "")).is_empty(), "{text}");
    }
    for id in ["", "nobody", "../../keys"] {
        assert_eq!(group(lee.followed(id)), Group::NotThere);
        assert_eq!(group(lee.followed_entries(id)), Group::NotThere);
        assert_eq!(group(lee.follow_forget(id)), Group::NotThere);
        assert_eq!(reason(lee.follow_same(id)), "error-pair-over");
        assert_eq!(group(jo.carer_end(id)), Group::NotThere);
    }
}

#[test]
fn without_a_host_nobody_can_be_invited_and_it_is_said() {
    let (_phone, plan) = begun();
    assert_eq!(reason(plan.carer_invite()), "error-share-no-host");
    let all = plan.pairings().unwrap();
    assert!(all.invitations.is_empty() && all.pairings.is_empty());
    let mail = plan.deliver_mail().unwrap();
    assert_eq!((mail.suggestions, mail.changes, mail.sentences.len()), (0, 0, 0));
    let following = plan.refresh_following(true).unwrap();
    assert!(following.followed.is_empty() && following.meetings.is_empty());
}
