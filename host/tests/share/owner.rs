//! What the person does with what they share.

use super::stage::{HOUR, Phone, Stage, link, opened, opened_rightly};
use super::support::{NOW, holds};
use hearth_core::companion::{ShareChoice, ShareStanding, Trouble};
use hearth_core::share::follow::FollowError;
use std::sync::atomic::Ordering;

fn says(phone: &Phone, share: &hearth_core::companion::ShareView, words: &str) -> bool {
    phone.hearth.share(share.id).unwrap().lines.iter().any(|line| line.contains(words))
}

pub fn a_link_is_made_and_the_host_has_no_word_no_key_and_no_passcode_of_it(stage: &Stage) {
    let phone = stage.phone();
    let [share, second, third] = [(); 3].map(|()| phone.share(&phone.choice(false)));
    assert_eq!(share.standing, ShareStanding::Open, "{:?}", share.lines);
    let link = link(&share);
    assert!(link.url.as_str().len() <= 128 && link.flags.passcode && !link.flags.long);
    assert_eq!(opened(&share, "Dr Example", None), Err(FollowError::Passcode { left: Some(10) }));
    stage.stop();
    let copy = stage.world.copy_of_everything();
    let name = link.url.path().trim_start_matches("/s/");
    for secret in ["walk to the shop", "For the visit", name, &link.key.to_text()] {
        assert!(!holds(&copy, secret.as_bytes()), "{secret}");
    }
    // Six digits may stand by chance in what is sealed; those of two links do not.
    let all = [&share, &second, &third];
    let found = all.iter().filter(|one| holds(&copy, one.passcode.as_ref().unwrap().as_bytes())).count();
    assert!(found <= 1, "{found} passcodes are in the copy");
    assert!(!holds(&copy, link.key.expose()));
    // The control: what is there is found.
    assert!(holds(&copy, br#"eyJhbGciOiJkaXIi"#), "the sealed file begins like this");
}

pub fn what_is_paused_opens_to_nobody_and_no_reader_can_tell_it_from_ended(stage: &Stage) {
    let phone = stage.phone();
    let (paused, ended) = (phone.share(&phone.choice(false)), phone.share(&phone.choice(false)));
    assert!(opened_rightly(&paused).is_ok());
    assert_eq!(phone.hearth.share_pause(paused.id).unwrap().standing, ShareStanding::Paused);
    assert_eq!(phone.hearth.share_end(ended.id).unwrap().standing, ShareStanding::Ended);
    let told = [&paused, &ended].map(|share| (opened_rightly(share), opened(share, "Sam", Some("000000"))));
    assert_eq!(told[0], (Err(FollowError::Nothing), Err(FollowError::Nothing)));
    assert_eq!(told[0], told[1]);
    // A pause that the host did not hear is no pause yet, and is said.
    let other = phone.share(&phone.choice(false));
    phone.signal.set(false);
    assert_eq!(phone.hearth.share_pause(other.id).unwrap().standing, ShareStanding::NotYetPaused);
    assert!(opened_rightly(&other).is_ok());
    phone.signal.set(true);
    assert_eq!(phone.delivered(&other).standing, ShareStanding::Paused);
    assert_eq!(opened_rightly(&other), Err(FollowError::Nothing));
}

pub fn what_is_resumed_opens_again_with_the_same_link(stage: &Stage) {
    let phone = stage.phone();
    let share = phone.share(&phone.choice(false));
    phone.hearth.share_pause(share.id).unwrap();
    assert_eq!(opened_rightly(&share), Err(FollowError::Nothing));
    let resumed = phone.hearth.share_resume(share.id).unwrap();
    assert_eq!((resumed.standing, &resumed.link), (ShareStanding::Open, &share.link));
    assert!(opened_rightly(&share).unwrap().contains("walk to the shop"));
}

pub fn what_is_kept_up_shows_the_new_words_behind_the_same_link(stage: &Stage) {
    let phone = stage.phone();
    let (kept_up, still) = (phone.share(&phone.choice(true)), phone.share(&phone.choice(false)));
    phone.goal("see my sister");
    assert_eq!(phone.delivered(&kept_up).link, kept_up.link);
    let words = opened_rightly(&kept_up).unwrap();
    assert!(words.contains("walk to the shop") && words.contains("see my sister"));
    // One that is not kept up stays as it was previewed.
    assert!(!opened_rightly(&still).unwrap().contains("see my sister"));
}

pub fn a_link_can_be_made_to_end_later_and_earlier(stage: &Stage) {
    let phone = stage.phone();
    let share = phone.share(&phone.choice(false));
    let day = (NOW + 24 * HOUR) * 1000;
    phone.hearth.share_extend(share.id, day + 24 * HOUR * 1000).unwrap();
    stage.world.wait(25 * HOUR);
    assert!(opened_rightly(&share).is_ok(), "a day later than it was to be");
    phone.hearth.share_extend(share.id, day + 2 * HOUR * 1000).unwrap();
    assert!(opened_rightly(&share).is_ok());
    stage.world.wait(HOUR);
    assert_eq!(opened_rightly(&share), Err(FollowError::Nothing), "and earlier again");
}

pub fn a_time_that_is_past_by_the_hosts_clock_is_said_and_nothing_is_lost(stage: &Stage) {
    let phone = stage.phone();
    let share = phone.share(&phone.choice(false));
    // This phone's clock is three days behind.
    phone.watch.ahead.store(-72 * HOUR, Ordering::SeqCst);
    let past = (NOW - 24 * HOUR) * 1000;
    phone.hearth.share_extend(share.id, past).unwrap();
    assert!(says(&phone, &share, "By the host’s clock, that time is past"));
    let never = phone.share(&ShareChoice { until: past, ..phone.choice(false) });
    assert_eq!(never.standing, ShareStanding::Waiting);
    assert!(says(&phone, &never, "By the host’s clock, that time is past"));
    phone.watch.ahead.store(0, Ordering::SeqCst);
    assert!(matches!(phone.hearth.share_extend(share.id, past), Err(Trouble::ShareUntil)));
    let later = (NOW + 48 * HOUR) * 1000;
    let set = phone.hearth.share_extend(share.id, later).unwrap();
    assert_eq!(set.standing, ShareStanding::Open, "{:?}", set.lines);
    assert!(opened_rightly(&share).is_ok());
}

pub fn what_is_ended_opens_nothing_and_is_told_until_the_host_has_heard(stage: &Stage) {
    let phone = stage.phone();
    let share = phone.share(&phone.choice(true));
    stage.stop();
    let ended = phone.hearth.share_end(share.id).unwrap();
    assert_eq!((ended.standing, &ended.link), (ShareStanding::NotYetEnded, &None));
    stage.start();
    assert!(opened_rightly(&share).is_ok(), "the host has not heard, and that was said");
    assert_eq!(phone.delivered(&share).standing, ShareStanding::Ended);
    assert_eq!(opened_rightly(&share), Err(FollowError::Nothing));
    phone.goal("see my sister");
    assert_eq!(phone.delivered(&share).standing, ShareStanding::Ended);
    assert!(phone.hearth.share_resume(share.id).is_err());
    stage.stop();
    stage.start();
    assert_eq!(opened_rightly(&share), Err(FollowError::Nothing), "also after the host was started anew");
}

pub fn all_sharing_stops_at_once(stage: &Stage) {
    let phone = stage.phone();
    let shares = [false, true, false].map(|kept_up| phone.share(&phone.choice(kept_up)));
    phone.hearth.share_pause(shares[0].id).unwrap();
    phone.signal.set(false);
    let waiting = phone.share(&phone.choice(false));
    phone.signal.set(true);
    let all = phone.hearth.stop_all_sharing().unwrap();
    assert_eq!(all.open, 0);
    assert!(all.shares.iter().all(|share| share.standing == ShareStanding::Ended), "{all:?}");
    for share in shares.iter().chain([&waiting]) {
        assert_eq!(opened_rightly(share), Err(FollowError::Nothing));
    }
}

pub fn a_link_that_was_made_without_signal_waits_and_opens_what_was_previewed(stage: &Stage) {
    let phone = stage.phone();
    phone.signal.set(false);
    let share = phone.share(&phone.choice(false));
    assert_eq!(share.standing, ShareStanding::Waiting);
    assert_eq!(opened_rightly(&share), Err(FollowError::Nothing));
    phone.goal("typed after the preview");
    phone.signal.set(true);
    assert_eq!(phone.delivered(&share).standing, ShareStanding::Open);
    let words = opened_rightly(&share).unwrap();
    assert!(words.contains("walk to the shop") && !words.contains("typed after"));
}
