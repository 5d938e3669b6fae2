//! The person's other phone: taken in by a code and six digits, in step by the host, and removed.

use super::stage::{Fresh, Phone, Signal, Stage, link, opened, world_of};
use hearth_core::companion::{Companion, Joining, ShareStanding, Trouble};
use hearth_core::share::Reach;
use hearth_core::share::follow::{Asking, FollowError};
use hearth_core::share::kept::{Checked, Kept};
use hearth_core::share::pair::{Here, NewPhone};

/// A new phone with the plan of an old one.
pub fn joined(old: &Phone, new: &Fresh) -> Companion {
    let mut joining = Joining::begin(new.platform.clone()).unwrap();
    let shown = old.hearth.other_phone_scanned(&joining.shows()).unwrap();
    let digits = joining.scanned(&shown.text).unwrap();
    assert!(joining.fetch(&new.folders).unwrap().is_none(), "nothing before the person says yes");
    old.hearth.deliver_mail().unwrap();
    let seen = old.hearth.other_phone().unwrap().unwrap();
    assert_eq!(seen.digits.as_deref(), Some(digits.as_str()));
    old.hearth.other_phone_same(&seen.id).unwrap();
    joining.fetch(&new.folders).unwrap().unwrap()
}

fn goals(hearth: &Companion) -> Vec<String> {
    let mut all: Vec<String> = hearth.home().goals.into_iter().flat_map(|goal| goal.words).collect();
    all.sort();
    all
}

fn goal(hearth: &Companion, words: &str) {
    super::stage::goal_of(hearth, words);
}

pub fn a_second_phone_gets_the_plan_after_a_code_match_and_both_stay_in_step(stage: &Stage) {
    let old = stage.phone();
    let new = stage.fresh("new phone");
    let second = joined(&old, &new);
    assert_eq!(goals(&second), ["walk to the shop"]);
    goal(&second, "see my sister");
    second.deliver_mail().unwrap();
    let came = old.hearth.deliver_mail().unwrap();
    assert!(came.changes > 0, "{came:?}");
    assert_eq!(goals(&old.hearth), ["see my sister", "walk to the shop"]);
    assert_eq!(old.hearth.phones().len(), 2);
    old.goal("sleep well");
    old.hearth.deliver_mail().unwrap();
    second.deliver_mail().unwrap();
    assert_eq!(goals(&second), ["see my sister", "sleep well", "walk to the shop"]);
    // Nothing to say is nothing said: it comes to rest.
    for _ in 0..3 {
        old.hearth.deliver_mail().unwrap();
        second.deliver_mail().unwrap();
    }
    assert_eq!(old.hearth.deliver_mail().unwrap().changes + second.deliver_mail().unwrap().changes, 0);
    // It may share at the same host, too, and ends what the other shared.
    assert_eq!(second.shares().unwrap().host, old.hearth.shares().unwrap().host);
}

pub fn a_phone_that_somebody_else_holds_out_is_noticed(stage: &Stage) {
    let old = stage.phone();
    let (mine, theirs) = (stage.fresh("mine"), stage.fresh("theirs"));
    let (mut mine, mut theirs) =
        (Joining::begin(mine.platform.clone()).unwrap(), Joining::begin(theirs.platform.clone()).unwrap());
    // The old phone was made to scan another phone's code, and mine to scan what it shows.
    let shown = old.hearth.other_phone_scanned(&theirs.shows()).unwrap();
    let read = mine.scanned(&shown.text).unwrap();
    old.hearth.deliver_mail().unwrap();
    let seen = old.hearth.other_phone().unwrap().unwrap();
    assert_eq!(seen.digits, None, "mine is not the phone whose key was scanned: {seen:?}");
    assert!(matches!(old.hearth.other_phone_same(&seen.id), Err(Trouble::Pair(_))));
    // And where each is shown the other's in turn, the digits differ.
    let shown = old.hearth.other_phone_scanned(&theirs.shows()).unwrap();
    let told = theirs.scanned(&shown.text).unwrap();
    assert_ne!(told, read);
    assert!(NewPhone::parse(&mine.shows()).is_ok());
    assert!(Here::parse(&mine.shows(), hearth_core::share::Reach::ThisMachine).is_err());
}

pub fn a_removed_phones_later_bundles_are_refused_and_new_keys_shut_it_out(stage: &Stage) {
    let old = stage.phone();
    let new = stage.fresh("lost phone");
    let lost = joined(&old, &new);
    lost.deliver_mail().unwrap();
    old.hearth.deliver_mail().unwrap();
    let id = old.hearth.phones().into_iter().find(|phone| !phone.this_phone).unwrap().id;
    goal(&lost, "written by whoever found it");
    lost.deliver_mail().unwrap();
    old.hearth.remove_phone(id).unwrap();
    let said = old.hearth.deliver_mail().unwrap();
    assert_eq!(said.changes, 0);
    assert!(said.sentences.iter().any(|line| line.contains("removed")), "{said:?}");
    assert_eq!(goals(&old.hearth), ["walk to the shop"]);
    // With new keys it reads nothing of what is to come, and its mailbox is gone.
    old.hearth.phone_lost().unwrap();
    old.goal("after it was lost");
    old.hearth.deliver_mail().unwrap();
    let cut = lost.deliver_mail().unwrap();
    assert!(!cut.sentences.is_empty(), "{cut:?}");
    assert!(!goals(&lost).contains(&"after it was lost".to_owned()));
    // Another phone is taken in anew, by a mailbox of its own.
    let again = joined(&old, &stage.fresh("next phone"));
    assert!(goals(&again).contains(&"after it was lost".to_owned()));
}

pub fn a_lost_phone_publishes_nothing_more_and_can_take_no_kept_copy_away(stage: &Stage) {
    let old = stage.phone();
    let share = old.share_to_follow();
    let lost = joined(&old, &stage.fresh("lost phone"));
    let (signal, asking) =
        (Signal::default(), Asking { recipient: "Sam", passcode: None, reach: Reach::ThisMachine });
    let mut kept = Kept::begin(&signal, &link(&share), asking, 0).unwrap();
    old.hearth.phone_lost().unwrap();
    let ended = old.hearth.share(share.id).unwrap();
    assert_eq!(ended.standing, ShareStanding::Ended);
    assert!(ended.lines.iter().any(|line| line.contains("Make new links")), "{ended:?}");
    // Whoever has it can neither sign an end of it nor open the link again.
    let _ = lost.share_end(share.id);
    let _ = lost.share_resume(share.id);
    assert!(opened(&share, "Sam", None).is_err());
    let said = kept.check(&signal, &world_of(stage), "Sam", Reach::ThisMachine);
    assert_eq!(said, Checked::NotChecked(FollowError::Nothing));
    assert!(kept.file.contains("walk to the shop"));
}

pub fn a_carers_suggestion_comes_once_to_both_phones(stage: &Stage) {
    let (old, sam) = (stage.phone(), stage.carer());
    let (_, copy) = super::carers::paired(&old, &sam);
    let second = joined(&old, &stage.fresh("second phone"));
    let new = hearth_core::companion::Suggested {
        kind: "goal".into(),
        fields: vec![("words".into(), "see the sea".into())],
        ..Default::default()
    };
    sam.hearth.suggest(&copy.id, &new).unwrap();
    // Each hears it from the carer, and then from the other.
    for _ in 0..3 {
        second.deliver_mail().unwrap();
        old.hearth.deliver_mail().unwrap();
    }
    assert_eq!((old.hearth.suggestions().len(), second.suggestions().len()), (1, 1));
    assert_eq!(old.hearth.suggestions(), second.suggestions());
}
