//! The host's database is put back as it was yesterday.

use super::stage::{HOUR, Stage, opened_rightly};
use hearth_core::companion::ShareStanding;
use hearth_core::share::follow::FollowError;

pub fn a_restored_backup_opens_nothing_that_was_ended_or_paused_since(stage: &Stage) {
    let phone = stage.phone();
    let [ended, paused, open] = [false, false, false].map(|kept_up| phone.share(&phone.choice(kept_up)));
    stage.stop();
    let backup = stage.world.back_up();
    stage.start();
    phone.hearth.share_end(ended.id).unwrap();
    phone.hearth.share_pause(paused.id).unwrap();
    let later = phone.share(&phone.choice(false));
    stage.stop();
    stage.world.restore(&backup);
    stage.start();
    stage.hold();
    for share in [&ended, &paused, &open, &later] {
        assert_eq!(opened_rightly(share), Err(FollowError::Nothing));
    }
    // The phone comes by, and sets right what can be.
    assert_eq!(phone.delivered(&open).standing, ShareStanding::Open);
    assert!(opened_rightly(&open).is_ok());
    assert_eq!(phone.delivered(&paused).standing, ShareStanding::Paused);
    assert_eq!(opened_rightly(&paused), Err(FollowError::Nothing));
    assert_eq!(phone.delivered(&ended).standing, ShareStanding::Ended);
    assert_eq!(opened_rightly(&ended), Err(FollowError::Nothing));
    assert_eq!(phone.delivered(&later).standing, ShareStanding::Gone, "what the host forgot is said");
}

pub fn a_restored_backup_gives_no_older_words_out_once_the_owner_has_been_there(stage: &Stage) {
    let phone = stage.phone();
    let (kept_up, late) = (phone.share(&phone.choice(true)), phone.share(&phone.choice(true)));
    stage.stop();
    let backup = stage.world.back_up();
    stage.start();
    phone.goal("see my sister");
    phone.hearth.share_extend(late.id, kept_up.until.unwrap() + HOUR * 1000).unwrap();
    phone.delivered(&kept_up);
    assert!(opened_rightly(&kept_up).unwrap().contains("see my sister"));
    stage.stop();
    stage.world.restore(&backup);
    stage.start();
    stage.hold();
    assert_eq!(opened_rightly(&kept_up), Err(FollowError::Nothing));
    assert_eq!(phone.delivered(&kept_up).standing, ShareStanding::Open);
    for share in [&kept_up, &late] {
        let words = opened_rightly(share).unwrap();
        assert!(words.contains("see my sister"), "the newest words, not those of the backup");
    }
    stage.world.wait(24 * HOUR + 60);
    assert!(opened_rightly(&late).is_ok(), "it ends when it was said to");
}

/// A letter of a carer, a change of the other phone, and who hears of them.
fn all_comes(stage: &Stage, is_held: bool) {
    let (jo, sam) = (stage.phone(), stage.carer());
    let (_, copy) = super::carers::paired(&jo, &sam);
    let second = super::otherphone::joined(&jo, &stage.fresh("second phone"));
    let in_step = || {
        for _ in 0..3 {
            second.deliver_mail().unwrap();
            jo.hearth.deliver_mail().unwrap();
        }
    };
    in_step();
    stage.stop();
    let backup = stage.world.back_up();
    stage.start();
    // Much goes by the mailbox after the backup, and is read.
    for n in 0..4 {
        sam.hearth.suggest(&copy.id, &super::carers::new_goal(&format!("swim {n}"))).unwrap();
        super::stage::goal_of(&second, &format!("rest {n}"));
        in_step();
    }
    assert_eq!(jo.hearth.suggestions().len(), 4);
    // This was left and not read by the other phone when the host went back.
    jo.goal("left before");
    jo.hearth.deliver_mail().unwrap();
    stage.stop();
    stage.world.restore(&backup);
    stage.start();
    if is_held {
        stage.hold();
    }
    sam.hearth.suggest(&copy.id, &super::carers::new_goal("see the sea")).unwrap();
    in_step();
    assert_eq!(jo.hearth.suggestions().len(), 5, "what came after the backup was put back is read");
    assert_eq!(second.suggestions().len(), 5);
    let said = format!("{:?}", second.home().goals);
    assert!(said.contains("left before"), "{said}");
    let lines = jo.hearth.pairings().unwrap().pairings[0].lines.join("\n");
    assert!(!lines.contains("not taken"), "nobody is accused: {lines}");
    // And it comes to rest.
    assert_eq!(jo.hearth.deliver_mail().unwrap().changes + second.deliver_mail().unwrap().changes, 0);
}

pub fn what_is_left_in_a_mailbox_after_a_backup_was_restored_comes_and_is_not_deleted_unread(stage: &Stage) {
    all_comes(stage, true);
}

pub fn what_is_left_in_a_mailbox_comes_also_where_nobody_ran_hold(stage: &Stage) {
    all_comes(stage, false);
}

pub fn a_host_that_began_anew_is_told_again_what_waited_there(stage: &Stage) {
    let (jo, sam, lee) = (stage.phone(), stage.carer(), stage.carer());
    let (_, copy) = super::carers::paired(&jo, &sam);
    for n in 0..4 {
        sam.hearth.suggest(&copy.id, &super::carers::new_goal(&format!("swim {n}"))).unwrap();
        jo.hearth.deliver_mail().unwrap();
    }
    let invitation = jo.hearth.carer_invite().unwrap();
    stage.world.tamper(false, "DELETE FROM mailbox; DELETE FROM member; DELETE FROM item");
    jo.hearth.deliver_mail().unwrap();
    jo.hearth.deliver_mail().unwrap();
    sam.hearth.suggest(&copy.id, &super::carers::new_goal("see the sea")).unwrap();
    jo.hearth.deliver_mail().unwrap();
    assert_eq!(jo.hearth.suggestions().len(), 5);
    // An invitation that was on the way is good still.
    lee.hearth.follow_accept(&invitation.text, "Lee").unwrap();
    jo.hearth.deliver_mail().unwrap();
    assert!(jo.hearth.pairings().unwrap().invitations[0].digits.is_some());
}
