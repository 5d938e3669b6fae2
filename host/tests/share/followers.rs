//! Somebody who keeps a copy of what is shared with them.

use super::stage::{HOUR, Phone, Signal, Stage, link, world_of};
use super::support::NOW;
use hearth_core::companion::{ShareStanding, ShareView};
use hearth_core::share::Reach;
use hearth_core::share::follow::{Asking, FollowError};
use hearth_core::share::kept::{Checked, Kept};
use hearth_core::sync::http::HttpError;
use std::sync::atomic::Ordering;

struct Follower<'a> {
    stage: &'a Stage,
    signal: Signal,
    kept: Kept,
}

impl<'a> Follower<'a> {
    fn of(stage: &'a Stage, share: &ShareView) -> Self {
        let signal = Signal::default();
        let asking = Asking { recipient: "Sam", passcode: None, reach: Reach::ThisMachine };
        let kept = Kept::begin(&signal, &link(share), asking, NOW * 1000).unwrap();
        Self { stage, signal, kept }
    }

    fn check(&mut self) -> Checked {
        self.kept.check(&self.signal, &world_of(self.stage), "Sam", Reach::ThisMachine)
    }

    fn has(&self, words: &str) -> bool {
        self.kept.file.contains(words)
    }
}

fn followed(stage: &Stage) -> (Phone, ShareView, Follower<'_>) {
    let phone = stage.phone();
    let share = phone.share_to_follow();
    let follower = Follower::of(stage, &share);
    (phone, share, follower)
}

pub fn a_kept_copy_is_there_without_signal_and_says_since_when(stage: &Stage) {
    let (phone, share, mut sam) = followed(stage);
    assert_eq!(sam.check(), Checked::Same);
    sam.signal.set(false);
    phone.goal("see my sister");
    phone.delivered(&share);
    stage.world.wait(HOUR);
    assert_eq!(sam.check(), Checked::NotChecked(FollowError::Http(HttpError::NoConnection)));
    assert!(sam.has("walk to the shop") && !sam.has("see my sister"));
    assert_eq!((sam.kept.checked, sam.kept.trouble.is_some()), (NOW * 1000, true));
    sam.signal.set(true);
    assert_eq!(sam.check(), Checked::New);
    assert!(sam.has("see my sister"));
    assert_eq!((sam.kept.checked, sam.kept.trouble.is_some()), ((NOW + HOUR) * 1000, false));
}

pub fn a_host_that_is_silent_or_gone_takes_nothing_away(stage: &Stage) {
    let (_phone, _share, mut sam) = followed(stage);
    stage.be_silent(true);
    sam.signal.patience.store(300, Ordering::SeqCst);
    assert_eq!(sam.check(), Checked::NotChecked(FollowError::Http(HttpError::TimedOut)));
    sam.signal.patience.store(30_000, Ordering::SeqCst);
    stage.be_silent(false);
    stage.stop();
    // Gone for a year, long past the time at which it was to end: nobody can prove that.
    stage.world.wait(365 * 24 * HOUR);
    assert!(matches!(sam.check(), Checked::NotChecked(FollowError::Http(_))));
    assert!(sam.has("walk to the shop"));
    assert_eq!(sam.kept.checked, NOW * 1000);
    // A host that knows nothing of it, as one that began anew, proves nothing either.
    stage.start();
    stage.world.tamper(false, "DELETE FROM share");
    let until = sam.kept.clone();
    stage.world.clock.store(NOW, Ordering::SeqCst);
    assert_eq!(sam.check(), Checked::NotChecked(FollowError::Nothing));
    assert_eq!(sam.kept.file, until.file);
}

pub fn an_old_version_that_the_host_plays_again_is_not_taken(stage: &Stage) {
    let (phone, share, mut sam) = followed(stage);
    stage.stop();
    let backup = stage.world.back_up();
    stage.start();
    stage.world.wait(60);
    phone.goal("see my sister");
    phone.delivered(&share);
    assert_eq!(sam.check(), Checked::New);
    stage.stop();
    stage.world.restore(&backup);
    stage.start();
    // An operator who restores and does not hold.
    assert_eq!(sam.check(), Checked::NotChecked(FollowError::Older));
    assert!(sam.has("see my sister"));
    phone.delivered(&share);
    assert!(matches!(sam.check(), Checked::Same | Checked::New));
    assert!(sam.has("see my sister"));
}

pub fn a_kept_copy_goes_on_the_proof_of_its_end_and_not_for_a_pause(stage: &Stage) {
    let (phone, share, mut sam) = followed(stage);
    phone.hearth.share_pause(share.id).unwrap();
    assert_eq!(sam.check(), Checked::NotChecked(FollowError::Nothing));
    assert!(sam.has("walk to the shop"));
    phone.hearth.share_resume(share.id).unwrap();
    assert_eq!(sam.check(), Checked::Same);
    stage.world.wait(HOUR);
    assert_eq!(phone.hearth.share_end(share.id).unwrap().standing, ShareStanding::Ended);
    assert_eq!(sam.check(), Checked::Ended((NOW + HOUR) * 1000));
}

pub fn a_kept_copy_goes_past_its_time_when_the_hosts_signed_clock_agrees(stage: &Stage) {
    let (phone, share, mut sam) = followed(stage);
    // It was to last a day and lasts two now; who follows knows it with the next version.
    phone.hearth.share_extend(share.id, (NOW + 48 * HOUR) * 1000).unwrap();
    assert_eq!(sam.check(), Checked::New);
    phone.hearth.share_pause(share.id).unwrap();
    stage.world.wait(47 * HOUR);
    assert_eq!(sam.check(), Checked::NotChecked(FollowError::Nothing));
    stage.world.wait(HOUR);
    assert_eq!(sam.check(), Checked::Expired((NOW + 48 * HOUR) * 1000));
}
