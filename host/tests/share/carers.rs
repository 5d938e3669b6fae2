//! Carers: paired by six digits, following without signal, suggesting, and let go.

use super::otherphone::joined;
use super::stage::{Fresh, HOUR, Phone, Signal, Stage, bare, opened};
use super::support::NOW;
use hearth_core::companion::{
    Companion, FollowedView, InvitationView, PairingView, ShareStanding, Suggested, SuggestionView, Trouble,
    Writer,
};
use hearth_core::plan::{Goal, Kind};
use hearth_core::record::Value;
use hearth_core::share::follow::FollowError;
use hearth_core::share::mailbox::{Access, Door, Item, Sort};
use hearth_core::share::pair::{Half, Invitation, note};
use hearth_core::share::{Reach, keys::Own};

/// The invitation after the person's phone has looked.
fn looked(jo: &Phone) -> InvitationView {
    jo.hearth.deliver_mail().unwrap();
    jo.hearth.pairings().unwrap().invitations.remove(0)
}

/// Both phones say yes to the same digits.
pub fn said_yes(jo: &Phone, sam: &Phone) -> PairingView {
    let invitation = looked(jo);
    let meeting = sam.hearth.follow_look().unwrap().meetings.remove(0);
    assert_eq!(invitation.digits, meeting.digits, "both sides show the same digits");
    assert!(invitation.digits.is_some());
    sam.hearth.follow_same(&meeting.id).unwrap();
    let choice = jo.hearth.carer_offered();
    let preview = jo.hearth.share_preview(&choice).unwrap();
    let paired = jo.hearth.carer_same(&invitation.id, None, &choice, &preview.sum).unwrap();
    sam.hearth.follow_look().unwrap();
    paired.pairings.into_iter().next().unwrap()
}

pub fn paired(jo: &Phone, sam: &Phone) -> (PairingView, FollowedView) {
    let invitation = jo.hearth.carer_invite().unwrap();
    sam.hearth.follow_accept(&invitation.text, "Sam").unwrap();
    let pairing = said_yes(jo, sam);
    (pairing, followed(sam))
}

fn followed(sam: &Phone) -> FollowedView {
    sam.hearth.following().unwrap().followed.remove(0)
}

fn goal_words(sam: &Phone, id: &str) -> String {
    let entries = sam.hearth.followed_entries(id).unwrap();
    entries.into_iter().find(|entry| entry.kind == "goal" && entry.field == "goal.words").unwrap().entry
}

fn other_words(sam: &Phone, id: &str, words: &str) -> Suggested {
    let entry = Some(goal_words(sam, id));
    let fields = vec![("words".to_owned(), words.to_owned())];
    Suggested { entry, kind: "goal".into(), within: None, fields }
}

/// A new goal, in a carer's words.
pub fn new_goal(words: &str) -> Suggested {
    let fields = vec![("words".to_owned(), words.to_owned())];
    Suggested { kind: "goal".into(), fields, ..Suggested::default() }
}

fn waiting(jo: &Phone) -> Vec<SuggestionView> {
    jo.hearth.deliver_mail().unwrap();
    jo.hearth.suggestions()
}

pub fn a_carer_is_paired_by_six_digits_and_gets_a_link_of_their_own(stage: &Stage) {
    let (jo, sam) = (stage.phone(), stage.carer());
    let invitation = jo.hearth.carer_invite().unwrap();
    assert!(!invitation.text.is_empty() && invitation.digits.is_none());
    sam.hearth.follow_accept(&invitation.text, "Sam").unwrap();
    // Sent again, it is one answer.
    sam.hearth.follow_accept(&invitation.text, "Sam").unwrap();
    let pairing = said_yes(&jo, &sam);
    assert!(pairing.open && pairing.name == "Sam", "{pairing:?}");
    let copy = followed(&sam);
    assert!(copy.kept && copy.may_suggest && copy.name == "Jo", "{copy:?}");
    assert_eq!(bare(&copy.age), "As of today");
    let card = sam.hearth.followed(&copy.id).unwrap();
    let said: Vec<&String> = card.sections.iter().flat_map(|section| &section.lines).collect();
    assert!(said.iter().any(|line| line.contains("walk to the shop")), "{said:?}");
    assert!(card.front.iter().any(|line| line.contains("Not in this copy")), "{:?}", card.front);
    // Sam is in People, and nobody is on the way any more.
    assert_eq!(jo.hearth.people().len(), 1);
    assert!(jo.hearth.pairings().unwrap().invitations.is_empty());
    assert!(sam.hearth.following().unwrap().meetings.is_empty());
}

pub fn somebody_in_between_is_noticed_and_nobody_is_paired(stage: &Stage) {
    let (jo, sam, other) = (stage.phone(), stage.carer(), stage.carer());
    // The invitation was read by somebody else on its way, who answers too.
    let invitation = jo.hearth.carer_invite().unwrap();
    other.hearth.follow_accept(&invitation.text, "Sam").unwrap();
    let first = looked(&jo);
    assert!(first.digits.is_some());
    // The other one's answer took the only place: Sam's own has another name and other keys.
    let parsed = Invitation::parse(&invitation.text, Reach::ThisMachine).unwrap();
    let own = Own::new().unwrap();
    let access = Access::fresh(parsed.place.member).unwrap();
    let half = Half::new(&own, note(&access, "Sam")).unwrap();
    let body = parsed.place.seal(&half).unwrap();
    let (http, place) = (Signal::default(), parsed.place.access());
    let item = Item { id: [7; 16], sort: Sort::Suggestion, to: None, body: &body };
    Door::new(&http, &parsed.place.url, &place).leave(&item).unwrap();
    let second = looked(&jo);
    assert_eq!(second.digits, None);
    assert!(second.lines[0].contains("Somebody else may have answered"), "{:?}", second.lines);
    let choice = jo.hearth.carer_offered();
    let preview = jo.hearth.share_preview(&choice).unwrap();
    let told = jo.hearth.carer_same(&invitation.id, None, &choice, &preview.sum);
    assert!(matches!(told, Err(Trouble::Pair(_))), "{told:?}");
    assert!(jo.hearth.shares().unwrap().shares.is_empty(), "nothing was shared");
    // With an answer of their own to each side, the digits differ: people see that.
    let (one, two) = (
        jo.hearth.carer_invite().unwrap(),
        other.hearth.share_enrol(&stage.world.origin, &stage.world.token),
    );
    two.unwrap();
    let forged = other.hearth.carer_invite().unwrap();
    other.hearth.follow_accept(&one.text, "Sam").unwrap();
    sam.hearth.follow_accept(&forged.text, "Sam").unwrap();
    jo.hearth.deliver_mail().unwrap();
    other.hearth.deliver_mail().unwrap();
    let shown = jo.hearth.pairings().unwrap().invitations.into_iter().find(|view| view.id == one.id).unwrap();
    let read = sam.hearth.follow_look().unwrap().meetings.remove(0);
    assert!(shown.digits.is_some() && read.digits.is_some());
    assert_ne!(shown.digits, read.digits);
}

pub fn a_carers_words_come_as_a_suggestion_with_who_and_when(stage: &Stage) {
    let (jo, sam) = (stage.phone(), stage.carer());
    let (_, copy) = paired(&jo, &sam);
    sam.hearth.suggest(&copy.id, &other_words(&sam, &copy.id, "walk to the shop with Sam")).unwrap();
    let new = Suggested {
        kind: "goal".into(),
        fields: vec![("words".into(), "see the sea".into())],
        ..Suggested::default()
    };
    stage.world.wait(1);
    sam.hearth.suggest(&copy.id, &new).unwrap();
    let came = waiting(&jo);
    assert_eq!(came.len(), 2, "{came:?}");
    let about = came.iter().find(|one| !one.stands.is_empty()).unwrap();
    assert_eq!(
        (about.offered.as_str(), about.stands.as_str()),
        ("walk to the shop with Sam", "walk to the shop")
    );
    assert!(bare(&about.line).contains("Sam suggested a change, today"), "{}", about.line);
    assert!(!about.base_changed);
    // Nothing of it stands until the person says so.
    assert!(!format!("{:?}", jo.hearth.home().goals).contains("Sam"));
    jo.hearth.accept(about.id, true).unwrap();
    assert!(format!("{:?}", jo.hearth.home().goals).contains("walk to the shop with Sam"));
    assert_eq!(waiting(&jo).len(), 1);
}

pub fn a_suggestion_about_words_that_changed_since_says_so(stage: &Stage) {
    let (jo, sam) = (stage.phone(), stage.carer());
    let (_, copy) = paired(&jo, &sam);
    sam.hearth.suggest(&copy.id, &other_words(&sam, &copy.id, "walk further")).unwrap();
    let goal = jo.hearth.home().goals[0].id;
    jo.hearth.write(Kind::Goal, goal, &Goal::WORDS, Value::Text("rest".into()), &Writer::Person).unwrap();
    let came = waiting(&jo);
    assert!(came[0].base_changed, "{came:?}");
}

pub fn a_suggestion_written_without_signal_waits_and_goes_with_it(stage: &Stage) {
    let (jo, sam) = (stage.phone(), stage.carer());
    let (_, copy) = paired(&jo, &sam);
    sam.signal.set(false);
    let view = sam.hearth.suggest(&copy.id, &other_words(&sam, &copy.id, "walk slowly")).unwrap();
    assert_eq!(view.waiting, 1);
    assert!(waiting(&jo).is_empty());
    sam.signal.set(true);
    assert_eq!(sam.hearth.refresh_following(true).unwrap().followed[0].waiting, 0);
    assert_eq!(waiting(&jo).len(), 1);
}

pub fn a_suggestion_that_is_played_again_is_not_taken_twice(stage: &Stage) {
    let (jo, sam) = (stage.phone(), stage.carer());
    let (_, copy) = paired(&jo, &sam);
    sam.hearth.suggest(&copy.id, &other_words(&sam, &copy.id, "walk to the sea")).unwrap();
    // Whoever has the host copies the item as it lies, with the carer's name on it, under another.
    stage.world.tamper(
        false,
        "INSERT INTO item (mailbox, seq, id, kind, sender, recipient, at, body) \
         SELECT mailbox, seq + 100, body_id, kind, sender, recipient, at, body FROM \
         (SELECT mailbox, seq, kind, sender, recipient, at, body, sender AS body_id FROM item \
          WHERE recipient IS NULL ORDER BY seq DESC LIMIT 1) AS last",
    );
    stage.world.tamper(false, "UPDATE mailbox SET next = next + 200");
    let came = waiting(&jo);
    assert_eq!(came.len(), 1, "{came:?}");
    let lines = jo.hearth.pairings().unwrap().pairings[0].lines.join("\n");
    assert!(lines.contains("1 message was not taken"), "{lines}");
    jo.hearth.decline(came[0].id).unwrap();
    assert!(waiting(&jo).is_empty(), "what was declined does not come back");
}

pub fn whoever_is_not_paired_suggests_nothing(stage: &Stage) {
    let (jo, sam, friend) = (stage.phone(), stage.carer(), stage.carer());
    let (pairing, copy) = paired(&jo, &sam);
    // The link is passed on: it is read, and that is all.
    let share = jo.hearth.share(pairing.share.unwrap()).unwrap();
    friend.hearth.follow_link(share.link.as_ref().unwrap(), None, "Jo").unwrap();
    let theirs = friend.hearth.following().unwrap().followed.remove(0);
    assert!(theirs.kept && !theirs.may_suggest);
    let told = friend.hearth.suggest(&theirs.id, &other_words(&friend, &theirs.id, "run"));
    assert!(matches!(told, Err(Trouble::NotPaired)), "{told:?}");
    // Ended, the link is ended for both, and words that were still on their way are not taken.
    stage.world.wait(1);
    let left = sam.hearth.suggest(&copy.id, &other_words(&sam, &copy.id, "swim")).unwrap();
    assert_eq!(left.waiting, 0, "the host has it");
    jo.hearth.carer_end(pairing.id).unwrap();
    assert!(waiting(&jo).is_empty());
    stage.world.wait(1);
    let told = sam.hearth.suggest(&copy.id, &other_words(&sam, &copy.id, "run")).unwrap();
    assert!(!told.may_suggest, "{told:?}");
    assert!(waiting(&jo).is_empty());
    let known = jo.hearth.pairings().unwrap().pairings.remove(0);
    assert!(!known.open && !known.lines.join("\n").contains("not heard"), "{known:?}");
    for who in [&sam, &friend] {
        stage.world.wait(60);
        let over = who.hearth.refresh_following(true).unwrap().followed.remove(0);
        assert!(!over.kept && over.lines[0].contains("the person ended this"), "{over:?}");
    }
    assert_eq!(opened(&share, "anybody", None), Err(FollowError::Nothing));
}

pub fn the_person_sees_when_a_paired_carer_last_looked(stage: &Stage) {
    let (jo, sam) = (stage.phone(), stage.carer());
    let (pairing, _) = paired(&jo, &sam);
    stage.world.wait(24 * HOUR);
    sam.hearth.refresh_following(true).unwrap();
    stage.world.wait(24 * HOUR);
    jo.hearth.deliver_mail().unwrap();
    jo.hearth.deliver_shares().unwrap();
    let share = jo.hearth.share(pairing.share.unwrap()).unwrap();
    assert!(share.looks[0].line.contains("Sam"), "{:?}", share.looks);
    let said = || bare(&jo.hearth.pairings().unwrap().pairings[0].lines.join("\n"));
    assert!(said().contains("Sam last looked: yesterday"), "{}", said());
    // Whoever the link was passed on to is in the receipts, and is not taken for Sam.
    stage.world.wait(24 * HOUR);
    assert!(opened(&share, "Sam", None).is_ok());
    jo.hearth.deliver_mail().unwrap();
    assert!(!said().contains("looked: today"), "{}", said());
    assert_eq!(share.standing, ShareStanding::Open);
}

pub fn several_people_are_followed_without_signal_each_with_its_age(stage: &Stage) {
    let (jo, lee, sam) = (stage.phone(), stage.phone(), stage.carer());
    let share = jo.share_to_follow();
    sam.hearth.follow_link(share.link.as_ref().unwrap(), None, "Jo").unwrap();
    stage.world.wait(3 * 24 * HOUR);
    let later = lee.share_to_follow();
    sam.hearth.follow_link(later.link.as_ref().unwrap(), None, "Lee").unwrap();
    sam.signal.set(false);
    sam.hearth.refresh_following(true).unwrap();
    let both = sam.hearth.following().unwrap().followed;
    let ages: Vec<(&str, String)> = both.iter().map(|one| (one.name.as_str(), bare(&one.age))).collect();
    assert_eq!(ages.len(), 2);
    assert!(ages[0].0 == "Jo" && ages[0].1.contains("3 days ago"), "{ages:?}");
    assert_eq!(ages[1], ("Lee", "As of today".to_owned()));
    assert!(both[0].lines[0].contains("Could not check since"), "{:?}", both[0].lines);
    // Jo's was for a day: it is past, and kept, since nobody has proven it.
    assert!(both[0].kept && both[0].lines.iter().any(|line| line.contains("That is past")), "{both:?}");
    assert!(sam.hearth.followed(&both[0].id).is_ok());
    sam.signal.set(true);
    stage.world.wait(60);
    let after = sam.hearth.refresh_following(true).unwrap().followed;
    let jos = after.iter().find(|one| one.name == "Jo").unwrap();
    assert!(!jos.kept && jos.lines[0].contains("ended by itself"), "the host's signed time agrees: {jos:?}");
}

pub fn a_host_that_is_away_takes_no_copy_and_no_pairing_away(stage: &Stage) {
    let (jo, sam) = (stage.phone(), stage.carer());
    let (_, copy) = paired(&jo, &sam);
    stage.stop();
    stage.world.wait(30 * 24 * HOUR);
    let kept = sam.hearth.refresh_following(true).unwrap().followed.remove(0);
    assert!(kept.kept && kept.lines[0].contains("Could not check since"), "{kept:?}");
    let said = jo.hearth.deliver_mail().unwrap();
    assert!(!said.sentences.is_empty(), "that the host is away is said");
    stage.start();
    // A host that began anew knows nothing of it: that proves nothing.
    stage.world.tamper(false, "DELETE FROM share");
    stage.world.wait(HOUR);
    let kept = sam.hearth.refresh_following(true).unwrap().followed.remove(0);
    assert!(kept.kept && sam.hearth.followed(&copy.id).is_ok(), "{kept:?}");
}

fn said_in(hearth: &Companion, id: &str) -> String {
    let card = hearth.followed(id).unwrap();
    card.sections.into_iter().flat_map(|section| section.lines).collect::<Vec<_>>().join("\n")
}

pub fn a_carer_who_lost_their_phone_follows_on_from_a_backup_and_what_was_ended_goes(stage: &Stage) {
    let (jo, lee, sam) = (stage.phone(), stage.phone(), stage.carer());
    let (pairing, copy) = paired(&jo, &sam);
    let share = lee.share_to_follow();
    sam.hearth.follow_link(share.link.as_ref().unwrap(), None, "Lee").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (backup, words) = (folder.path().join("backup"), sam.hearth.recovery_words().unwrap());
    sam.hearth.back_up(&backup).unwrap();
    let restored = |phone: &Fresh| {
        Companion::restore_backup(&backup, &words, &phone.folders, phone.platform.clone()).unwrap()
    };
    // At three in the morning, without signal: both are there.
    let phone = stage.fresh("a new phone");
    phone.signal.set(false);
    let again = restored(&phone);
    let names = |hearth: &Companion| {
        let all = hearth.following().unwrap().followed.into_iter();
        all.filter(|one| one.kept).map(|one| one.name).collect::<Vec<_>>()
    };
    assert_eq!(names(&again), ["Jo", "Lee"]);
    assert!(said_in(&again, &copy.id).contains("walk to the shop"));
    // Still paired: a suggestion goes, and is taken once.
    phone.signal.set(true);
    let new = Suggested {
        kind: "goal".into(),
        fields: vec![("words".into(), "see the sea".into())],
        ..Suggested::default()
    };
    stage.world.wait(1);
    assert_eq!(again.suggest(&copy.id, &new).unwrap().waiting, 0);
    assert_eq!(waiting(&jo).len(), 1);
    // What was ended since comes back with an older backup, until its phone has asked.
    jo.hearth.carer_end(pairing.id).unwrap();
    let phone = stage.fresh("another new phone");
    let late = restored(&phone);
    assert_eq!(names(&late), ["Jo", "Lee"]);
    stage.world.wait(60);
    late.refresh_following(true).unwrap();
    assert_eq!(names(&late), ["Lee"]);
    assert!(late.followed(&copy.id).is_err());
}

pub fn another_phone_of_a_carers_reads_the_copies_and_suggests_nothing(stage: &Stage) {
    let (jo, sam) = (stage.phone(), stage.phone());
    let (_, copy) = paired(&jo, &sam);
    let second = joined(&sam, &stage.fresh("Sam's other phone"));
    assert!(said_in(&second, &copy.id).contains("walk to the shop"));
    let there = second.following().unwrap().followed.remove(0);
    assert!(there.kept && !there.may_suggest, "{there:?}");
    let told = second.suggest(&copy.id, &other_words(&sam, &copy.id, "run"));
    assert!(matches!(told, Err(Trouble::NotPaired)), "{told:?}");
    stage.world.wait(1);
    sam.hearth.suggest(&copy.id, &other_words(&sam, &copy.id, "walk to the park")).unwrap();
    assert_eq!(waiting(&jo).len(), 1, "the phone that was paired goes on");
}

pub fn a_quiet_look_asks_no_more_than_once_an_hour(stage: &Stage) {
    let (jo, sam) = (stage.phone(), stage.carer());
    let share = jo.share_to_follow();
    sam.hearth.follow_link(share.link.as_ref().unwrap(), None, "Jo").unwrap();
    for _ in 0..5 {
        sam.hearth.refresh_following(false).unwrap();
    }
    assert_eq!(jo.delivered(&share).looks.len(), 1);
    stage.world.wait(HOUR);
    sam.hearth.refresh_following(false).unwrap();
    sam.hearth.refresh_following(false).unwrap();
    assert_eq!(jo.delivered(&share).looks.len(), 2);
}

pub fn a_visits_code_needs_no_signal_in_the_room_and_ends_half_an_hour_after_it(stage: &Stage) {
    let jo = stage.phone();
    let ends = (NOW + HOUR) * 1000;
    let choice = jo.hearth.share_offered(Some(ends));
    let preview = jo.hearth.share_preview(&choice).unwrap();
    assert!(bare(&preview.ends).starts_with("Ends by itself: "), "{}", preview.ends);
    let [visit, other] = ["My breathing", "My feet"]
        .map(|what| jo.hearth.begin_visit(what, "", None, &Writer::Person).unwrap());
    assert!(jo.hearth.visit_code_made(visit).unwrap().is_none());
    let made = jo.hearth.visit_code_make_for(visit, &choice, &preview.sum).unwrap();
    let share = made.share.clone().unwrap();
    // Of one that nobody can open it is not said that it works.
    jo.hearth.share_pause(share.id).unwrap();
    let paused = jo.hearth.visit_code_made(visit).unwrap().unwrap();
    assert!(paused.lines[0].starts_with("Paused."), "{:?}", paused.lines);
    jo.hearth.share_resume(share.id).unwrap();
    jo.signal.set(false);
    assert!(jo.hearth.visit_code_made(other).unwrap().is_none());
    let shown = jo.hearth.visit_code_made(visit).unwrap().unwrap();
    assert_eq!(jo.hearth.visit_code(share.id).unwrap(), shown);
    assert_eq!((shown.code == made.code, shown.passcode.is_some()), (true, true));
    assert!(shown.lines[0].contains("no signal"), "{:?}", shown.lines);
    stage.world.wait(HOUR + 29 * 60);
    assert!(opened(&share, "Dr Example", shown.passcode.as_deref()).is_ok());
    stage.world.wait(60);
    assert_eq!(opened(&share, "Dr Example", shown.passcode.as_deref()), Err(FollowError::Nothing));
    assert!(jo.hearth.visit_code_made(visit).unwrap().is_none(), "what is over is not shown");
    // Without a host the code holds the card's words, and nothing is shared.
    let alone = stage.carer();
    let paper = alone.hearth.visit_code_make(&choice, "").unwrap();
    assert!(paper.share.is_none() && paper.code.size >= 21);
    assert!(alone.hearth.shares().unwrap().shares.is_empty());
}
