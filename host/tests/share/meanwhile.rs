//! What goes on while a host is asked: answers that are lost, and what else is done on the phone.

use super::carers::{new_goal, paired, said_yes};
use super::stage::{HOUR, Stage, bare, link, opened, opened_rightly};
use hearth_core::companion::Writer;
use hearth_core::plan::{Common, Kind};
use hearth_core::record::{EntityId, Value};
use hearth_core::share::host::{Host, New};
use hearth_core::share::link::Flags;
use hearth_core::share::mailbox::{Door, Item, Sort};
use hearth_core::share::pair::Invitation;
use hearth_core::share::{Control, Reach, jwe, parts};
use hearth_core::sync::http::Token;
use std::sync::Arc;

pub fn what_is_forgotten_while_its_host_is_asked_stays_forgotten(stage: &Stage) {
    let (jo, sam) = (stage.phone(), Arc::new(stage.carer()));
    let share = jo.share_to_follow();
    sam.hearth.follow_link(share.link.as_ref().unwrap(), None, "Jo").unwrap();
    stage.world.wait(HOUR);
    let (other, id) = (Arc::clone(&sam), sam.hearth.following().unwrap().followed[0].id.clone());
    sam.signal.meanwhile(move || drop(other.hearth.follow_forget(&id).unwrap()));
    let after = sam.hearth.refresh_following(true).unwrap();
    assert!(after.followed.is_empty(), "{after:?}");
}

pub fn a_suggestion_that_is_written_while_the_host_is_asked_is_not_lost(stage: &Stage) {
    let (jo, sam) = (stage.phone(), Arc::new(stage.carer()));
    let (_, copy) = paired(&jo, &sam);
    stage.world.wait(HOUR);
    let other = Arc::clone(&sam);
    sam.signal.meanwhile(move || {
        other.signal.set(false);
        other.hearth.suggest(&copy.id, &new_goal("see the sea")).unwrap();
        other.signal.set(true);
    });
    assert_eq!(sam.hearth.refresh_following(true).unwrap().followed[0].waiting, 1);
    sam.hearth.refresh_following(true).unwrap();
    jo.hearth.deliver_mail().unwrap();
    assert_eq!(jo.hearth.suggestions().len(), 1);
}

pub fn several_passes_at_once_take_each_letter_once(stage: &Stage) {
    let (jo, sam) = (stage.phone(), stage.carer());
    let (_, copy) = paired(&jo, &sam);
    for n in 0..5 {
        sam.hearth.suggest(&copy.id, &new_goal(&format!("swim {n}"))).unwrap();
    }
    let came: usize = std::thread::scope(|scope| {
        let pass = || jo.hearth.deliver_mail().unwrap().suggestions;
        let all: Vec<_> = (0..4).map(|_| scope.spawn(pass)).collect();
        all.into_iter().map(|one| one.join().unwrap()).sum()
    });
    assert_eq!((came, jo.hearth.suggestions().len()), (5, 5));
    let lines = jo.hearth.pairings().unwrap().pairings[0].lines.join("\n");
    assert!(!lines.contains("not taken"), "{lines}");
}

pub fn more_suggestions_than_there_is_room_for_wait_at_the_host_and_come_later(stage: &Stage) {
    let (jo, sam) = (stage.phone(), stage.carer());
    let (_, copy) = paired(&jo, &sam);
    for n in 0..103 {
        sam.hearth.suggest(&copy.id, &new_goal(&format!("swim {n}"))).unwrap();
        if n % 20 == 0 {
            stage.world.wait(60);
            jo.hearth.deliver_mail().unwrap();
        }
    }
    let looked = || {
        jo.hearth.deliver_mail().unwrap();
        let lines = bare(&jo.hearth.pairings().unwrap().pairings[0].lines.join("\n"));
        (jo.hearth.suggestions().len(), lines)
    };
    for _ in 0..2 {
        let (count, lines) = looked();
        assert_eq!(count, 100);
        assert!(lines.contains("3 more suggestions of Sam wait"), "{lines}");
        assert!(!lines.contains("not in your plan") && !lines.contains("not taken"), "{lines}");
    }
    for one in jo.hearth.suggestions().iter().take(3) {
        jo.hearth.decline(one.id).unwrap();
    }
    let (count, lines) = looked();
    assert_eq!(count, 100, "the three that waited are here now: {lines}");
    assert!(!lines.contains("more suggestion") && !lines.contains("not taken"), "{lines}");
}

pub fn letters_that_are_read_again_behind_half_a_bundle_accuse_nobody(stage: &Stage) {
    let (jo, sam) = (stage.phone(), stage.carer());
    let (_, copy) = paired(&jo, &sam);
    // The first part of two of something long, of which the second never comes.
    let invitation = Invitation::parse(&jo.hearth.carer_invite().unwrap().text, Reach::ThisMachine).unwrap();
    let (_, cut) = parts::cut(&vec![7; 300 << 10]).unwrap();
    let (signal, place) = (super::stage::Signal::default(), invitation.place.access());
    let item = Item { id: [7; 16], sort: Sort::Suggestion, to: None, body: &cut[0] };
    Door::new(&signal, &invitation.place.url, &place).leave(&item).unwrap();
    stage.world.tamper(false, "UPDATE item SET kind = 1 WHERE seq = (SELECT MAX(seq) FROM item)");
    for n in 0..2 {
        sam.hearth.suggest(&copy.id, &new_goal(&format!("swim {n}"))).unwrap();
    }
    for _ in 0..3 {
        jo.hearth.deliver_mail().unwrap();
    }
    assert_eq!(jo.hearth.suggestions().len(), 2);
    let lines = jo.hearth.pairings().unwrap().pairings[0].lines.join("\n");
    assert!(!lines.contains("not taken"), "{lines}");
}

pub fn an_answer_that_is_lost_ends_no_pairing(stage: &Stage) {
    let (jo, sam) = (stage.phone(), stage.carer());
    let invitation = jo.hearth.carer_invite().unwrap();
    sam.signal.lose(true);
    assert!(sam.hearth.follow_accept(&invitation.text, "Sam").is_err());
    sam.signal.lose(false);
    assert_eq!(sam.hearth.following().unwrap().meetings.len(), 1, "it is on the way");
    sam.hearth.follow_accept(&invitation.text, "Sam").unwrap();
    assert!(said_yes(&jo, &sam).open);
    assert!(sam.hearth.following().unwrap().followed[0].may_suggest);
    // Where nothing was sent, nothing was begun.
    let lee = stage.carer();
    let next = jo.hearth.carer_invite().unwrap();
    lee.signal.set(false);
    assert!(lee.hearth.follow_accept(&next.text, "Lee").is_err());
    assert!(lee.hearth.following().unwrap().meetings.is_empty());
}

pub fn a_pairing_that_is_given_up_without_signal_is_shut_with_the_next_pass(stage: &Stage) {
    let (jo, sam) = (stage.phone(), stage.carer());
    let invitation = jo.hearth.carer_invite().unwrap();
    jo.signal.set(false);
    jo.hearth.pairing_refuse(&invitation.id).unwrap();
    assert!(jo.hearth.pairings().unwrap().invitations.is_empty());
    jo.signal.set(true);
    jo.hearth.deliver_mail().unwrap();
    assert!(sam.hearth.follow_accept(&invitation.text, "Sam").is_err(), "nobody can answer it any more");
    assert!(jo.hearth.pairing_refuse(&invitation.id).is_err());
}

/// Whoever has the host gives out another file behind each link.
fn gives_out(stage: &Stage, sealed: String) {
    stage.world.wait(1);
    let (signal, control) = (super::stage::Signal::default(), Control::new().unwrap());
    let origin = stage.world.origin.parse().unwrap();
    let host = Host::new(&signal, &origin);
    let exp = Some((stage.world.clock.load(std::sync::atomic::Ordering::SeqCst)) + HOUR);
    let new = New { flags: Flags { long: true, ..Flags::default() }, exp, passcode: None };
    host.make(&control, &Token::new(stage.token()), &new).unwrap();
    host.put(&control, 1, &[(jwe::FHIR, sealed)]).unwrap();
    let newest = "SELECT body FROM file WHERE at = (SELECT MAX(at) FROM file)";
    stage.world.tamper(false, &format!("UPDATE file SET body = ({newest})"));
}

pub fn a_welcome_that_does_not_open_is_said_of_that_pairing_and_goes_after_a_week(stage: &Stage) {
    let (jo, lee, sam) = (stage.phone(), stage.phone(), stage.carer());
    let invitation = jo.hearth.carer_invite().unwrap();
    sam.hearth.follow_accept(&invitation.text, "Sam").unwrap();
    jo.signal.set(true);
    said_yes_with(&jo, &sam, || {
        let key =
            hearth_core::share::Link::parse(lee.share_to_follow().link.as_ref().unwrap(), Reach::ThisMachine);
        gives_out(stage, jwe::seal(&key.unwrap().key, jwe::FHIR, b"of somebody else").unwrap());
    });
    let looked = sam.hearth.refresh_following(true).unwrap();
    assert_eq!((looked.followed.len(), looked.meetings.len()), (0, 1));
    assert_eq!(looked.meetings[0].lines.len(), 2, "{looked:?}");
    stage.world.wait(8 * 24 * HOUR);
    assert!(sam.hearth.refresh_following(true).unwrap().meetings.is_empty());
}

/// Both say yes; something happens before the carer looks for their link.
fn said_yes_with(jo: &super::stage::Phone, sam: &super::stage::Phone, before: impl FnOnce()) -> String {
    jo.hearth.deliver_mail().unwrap();
    let invitation = jo.hearth.pairings().unwrap().invitations.remove(0);
    let meeting = sam.hearth.follow_look().unwrap().meetings.remove(0);
    sam.hearth.follow_same(&meeting.id).unwrap();
    let choice = jo.hearth.carer_offered();
    let preview = jo.hearth.share_preview(&choice).unwrap();
    let paired = jo.hearth.carer_same(&invitation.id, None, &choice, &preview.sum).unwrap();
    before();
    let share = jo.hearth.share(paired.pairings[0].share.unwrap()).unwrap();
    share.link.unwrap()
}

pub fn a_copy_that_is_not_the_persons_own_is_replaced_when_they_pair(stage: &Stage) {
    let (jo, sam) = (stage.phone(), stage.carer());
    let invitation = jo.hearth.carer_invite().unwrap();
    sam.hearth.follow_accept(&invitation.text, "Sam").unwrap();
    let text = said_yes_with(&jo, &sam, || {});
    let share = jo.hearth.shares().unwrap().shares.remove(0);
    // Somebody with the link and the host wrote a copy of their own.
    let mut forged: serde_json::Value =
        serde_json::from_str(&opened(&share, "anybody", None).unwrap()).unwrap();
    let is_signed = |tag: &serde_json::Value| tag["system"].as_str().unwrap().ends_with("/signature");
    forged["meta"]["tag"].as_array_mut().unwrap().retain(|tag| !is_signed(tag));
    let forged = forged.to_string().replace("walk to the shop", "run a marathon");
    gives_out(stage, jwe::seal(&link(&share).key, jwe::FHIR, forged.as_bytes()).unwrap());
    sam.hearth.follow_link(&text, None, "Jo").unwrap();
    let copy = sam.hearth.following().unwrap().followed.remove(0);
    let says = |words: &str| format!("{:?}", sam.hearth.followed(&copy.id).unwrap()).contains(words);
    assert!(says("run a marathon"));
    // As long as the host gives that out, nobody is paired with it.
    let looked = sam.hearth.follow_look().unwrap();
    assert!(!looked.followed[0].may_suggest && looked.meetings[0].lines.len() == 2, "{looked:?}");
    jo.goal("see the sea");
    jo.delivered(&share);
    let looked = sam.hearth.follow_look().unwrap();
    assert!(looked.meetings.is_empty() && looked.followed.len() == 1, "{looked:?}");
    assert!(looked.followed[0].may_suggest);
    assert!(says("walk to the shop") && says("see the sea") && !says("run a marathon"));
}

pub fn a_name_that_is_only_mine_is_told_to_nobody(stage: &Stage) {
    let (jo, sam) = (stage.phone(), stage.carer());
    for phone in [&jo, &sam] {
        let me = EntityId::only(Kind::Me.number());
        let only_me = Value::Bool(true);
        phone.hearth.write(Kind::Me, me, &Common::ONLY_ME, only_me, &Writer::Person).unwrap();
    }
    let invitation = jo.hearth.carer_invite().unwrap();
    let parsed = Invitation::parse(&invitation.text, Reach::ThisMachine).unwrap();
    assert_eq!(parsed.name, "");
    sam.hearth.follow_accept(&invitation.text, "").unwrap();
    let pairing = said_yes(&jo, &sam);
    assert_eq!(pairing.name, "somebody without a name");
    assert_eq!(sam.hearth.following().unwrap().followed[0].name, "somebody without a name");
    let share = jo.hearth.share(pairing.share.unwrap()).unwrap();
    let looks = format!("{:?}", jo.delivered(&share).looks);
    assert!(looks.contains("without a name") && !looks.contains("Sam"), "{looks}");
    // Keys and signatures are letters by chance: only the line that says who made it is looked at.
    assert!(opened_rightly(&share).unwrap().contains("The person whose plan this is made this copy"));
}
