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
