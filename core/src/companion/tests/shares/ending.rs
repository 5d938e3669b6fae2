//! What ends without being ended one by one: what a lost phone could publish, what is removed, what
//! ends by itself, also with a clock that is wrong.

use super::*;
use crate::plan::{Mailbox, Pairing};
use crate::record::{Act, LIFE, OpId, Slot};
use crate::share::kept::{self, Checked, Kept};
use crate::share::version::with_tag;
use crate::store::Draft;
use crate::sync::testing::StillWorld;

fn says(hearth: &Companion, share: &ShareView, words: &str) -> bool {
    hearth.share(share.id).unwrap().lines.iter().any(|line| line.contains(words))
}

#[test]
fn after_a_lost_phone_all_that_is_shared_ends_and_nobody_leaves_a_signed_end_of_it() {
    let (_phone, hearth, host) = enrolled();
    let kept_up = ShareChoice { kept_up: true, ..usual(&hearth) };
    let (open, paused) = (made(&hearth, &kept_up), made(&hearth, &kept_up));
    hearth.share_pause(paused.id).unwrap();
    hearth.phone_lost().unwrap();
    for share in [&open, &paused] {
        assert_eq!(hearth.share(share.id).unwrap().standing, ShareStanding::Ended);
        assert!(says(&hearth, share, "A phone of yours was lost"));
        assert!(says(&hearth, share, "Make new links"));
    }
    let all = host.shares.lock().unwrap();
    assert!(all.values().all(|kept| kept.ended && kept.mark.is_none()), "{all:?}");
}

#[test]
fn after_a_lost_phone_a_host_that_is_away_hears_of_the_end_later_and_the_words_come_at_once() {
    let (_phone, hearth, host) = enrolled();
    let shares = [(); 3].map(|()| made(&hearth, &usual(&hearth)));
    host.away.store(true, Ordering::Relaxed);
    let before = host.asked.load(Ordering::Relaxed);
    hearth.phone_lost().unwrap();
    assert_eq!(host.asked.load(Ordering::Relaxed) - before, 1, "one question that nobody answers");
    for share in &shares {
        assert_eq!(hearth.share(share.id).unwrap().standing, ShareStanding::NotYetEnded);
    }
    host.away.store(false, Ordering::Relaxed);
    hearth.deliver_shares().unwrap();
    let all = host.shares.lock().unwrap();
    assert!(all.values().all(|kept| kept.ended && kept.mark.is_none()), "{all:?}");
}

#[test]
fn a_share_that_the_person_ends_leaves_its_signed_end_after_an_earlier_loss_too() {
    let (_phone, hearth, host) = enrolled();
    hearth.phone_lost().unwrap();
    let share = made(&hearth, &usual(&hearth));
    hearth.share_end(share.id).unwrap();
    assert!(host.only().ended && host.only().mark.is_some());
    assert!(!says(&hearth, &share, "A phone of yours was lost"));
}

/// What somebody who follows keeps of a share.
fn follows(host: &TestHost, share: &ShareView) -> Kept {
    let link = Link::parse(share.link.as_ref().unwrap(), Reach::Public).unwrap();
    let asking = Asking { recipient: "Sam", passcode: share.passcode.as_deref(), reach: Reach::Public };
    Kept::begin(host, &link, asking, FIRST_DAY).unwrap()
}

fn checked(host: &TestHost, kept: &mut Kept) -> Checked {
    kept.check(host, &StillWorld::default(), "Sam", Reach::Public)
}

#[test]
fn a_share_that_stays_as_previewed_says_its_new_end_when_it_is_made_to_end_at_another_time() {
    let (_phone, hearth, host) = enrolled();
    goal(&hearth, "walk to the shop");
    let share = made(&hearth, &usual(&hearth));
    let mut kept = follows(&host, &share);
    let before = kept.file.clone();
    assert_eq!(kept.until(), Some(FIRST_DAY + DAY));
    goal(&hearth, "see my sister");
    for until in [FIRST_DAY + 3 * DAY, FIRST_DAY + 2 * DAY] {
        hearth.share_extend(share.id, until).unwrap();
        assert_eq!(checked(&host, &mut kept), Checked::New);
        assert_eq!(kept.until(), Some(until));
        assert!(kept.file.contains("walk to the shop") && !kept.file.contains("see my sister"));
    }
    // Else it says what it said, to the sign.
    let blank = |file: &str| {
        let file = with_tag(file, kept::UNTIL, "0").unwrap();
        with_tag(&with_tag(&file, kept::VERSION, "0").unwrap(), kept::SIGNATURE, "-").unwrap()
    };
    assert_eq!(blank(&kept.file), blank(&before));
    // And nothing is sent again where nothing changed.
    let revision = host.only().revision;
    hearth.deliver_shares().unwrap();
    assert_eq!((host.only().revision, checked(&host, &mut kept)), (revision, Checked::Same));
}

#[test]
fn an_end_that_changes_before_the_host_has_the_share_is_said_in_the_first_version() {
    let (_phone, hearth, host) = enrolled();
    host.away.store(true, Ordering::Relaxed);
    let share = made(&hearth, &usual(&hearth));
    hearth.share_extend(share.id, FIRST_DAY + 3 * DAY).unwrap();
    host.away.store(false, Ordering::Relaxed);
    hearth.deliver_shares().unwrap();
    let kept = follows(&host, &hearth.share(share.id).unwrap());
    assert_eq!(kept.until(), Some(FIRST_DAY + 3 * DAY));
}

#[test]
fn what_is_shared_with_a_clock_that_was_set_right_comes_to_whoever_follows() {
    let (phone, hearth, host) = enrolled();
    let year = 365 * DAY;
    phone.clock.0.fetch_add(year, Ordering::Relaxed);
    let share = made(&hearth, &ShareChoice { kept_up: true, ..usual(&hearth) });
    let mut kept = follows(&host, &share);
    phone.clock.0.fetch_sub(year, Ordering::Relaxed);
    goal(&hearth, "walk to the shop");
    hearth.deliver_shares().unwrap();
    assert_eq!(checked(&host, &mut kept), Checked::New);
    assert!(kept.file.contains("walk to the shop"));
}

#[test]
fn with_the_phones_clock_ahead_a_pause_and_an_end_are_told_all_the_same() {
    let (phone, hearth, host) = enrolled();
    let share = made(&hearth, &usual(&hearth));
    phone.clock.0.fetch_add(2 * DAY, Ordering::Relaxed);
    assert_eq!(hearth.share(share.id).unwrap().standing, ShareStanding::Open, "its host says otherwise");
    assert_eq!(hearth.share_pause(share.id).unwrap().standing, ShareStanding::Paused);
    assert!(host.only().paused);
    assert_eq!(hearth.share_resume(share.id).unwrap().standing, ShareStanding::Open);
    // When the host's own clock is past it, it has ended, and the host is left alone.
    host.now.fetch_add(DAY / 1000, Ordering::Relaxed);
    assert_eq!(hearth.deliver_shares().unwrap().shares[0].standing, ShareStanding::Expired);
    let asked = host.asked.load(Ordering::Relaxed);
    hearth.deliver_shares().unwrap();
    assert_eq!(host.asked.load(Ordering::Relaxed), asked);
}

#[test]
fn an_earlier_end_that_its_host_had_not_heard_before_it_came_shuts_the_link() {
    let (phone, hearth, host) = enrolled();
    let share = made(&hearth, &usual(&hearth));
    host.away.store(true, Ordering::Relaxed);
    hearth.share_extend(share.id, FIRST_DAY + DAY / 2).unwrap();
    phone.clock.0.fetch_add(DAY / 2, Ordering::Relaxed);
    host.now.fetch_add(DAY / 2 / 1000, Ordering::Relaxed);
    host.away.store(false, Ordering::Relaxed);
    assert_eq!(hearth.deliver_shares().unwrap().shares[0].standing, ShareStanding::Expired);
    assert_eq!(with_passcode(&host, &share), Err(FollowError::Nothing));
}

#[test]
fn a_share_that_is_removed_is_ended_and_its_host_hears() {
    let (_phone, hearth, host) = enrolled();
    let share = made(&hearth, &usual(&hearth));
    hearth.remove(Kind::Share, share.id, PERSON).unwrap();
    assert_eq!(hearth.share(share.id).unwrap().standing, ShareStanding::NotYetEnded);
    hearth.deliver_shares().unwrap();
    assert!(host.only().ended && host.only().mark.is_some());
    assert_eq!(hearth.share(share.id).unwrap().standing, ShareStanding::Ended);
}

#[test]
fn a_share_that_an_earlier_hearth_removed_is_ended_too() {
    let (_phone, hearth, host) = enrolled();
    let share = made(&hearth, &usual(&hearth));
    let life = Slot { entity: share.id, kind: Kind::Share.number(), field: LIFE };
    let saw: Vec<OpId> = {
        let ledger = hearth.ledger();
        let heads = crate::plan::tree_heads(ledger.record(), Kind::Share, share.id).into_iter();
        heads.map(|op| op.id).collect()
    };
    hearth.keep(vec![Draft::new(life, Act::Remove(saw))], PERSON).unwrap();
    let waits = hearth.shares().unwrap().shares.remove(0);
    assert_eq!(
        (waits.standing, waits.link),
        (ShareStanding::NotYetEnded, None),
        "shown until its host has heard"
    );
    assert!(hearth.deliver_shares().unwrap().shares.is_empty());
    assert!(host.only().ended && host.only().mark.is_some());
    hearth.deliver_shares().unwrap();
}

#[test]
fn a_mailbox_and_a_pairing_are_ended_where_they_are_removed() {
    let (_phone, hearth, _host) = enrolled();
    for (kind, written, field) in
        [(Kind::Mailbox, Mailbox::HOST, Mailbox::ENDED), (Kind::Pairing, Pairing::NAME, Pairing::ENDED)]
    {
        let id = hearth.add(kind, &[(written, text("Sam"))], PERSON).unwrap();
        hearth.remove(kind, id, PERSON).unwrap();
        let ledger = hearth.ledger();
        assert!(!crate::plan::life::is_removed(ledger.record(), kind, id));
        assert!(ledger.record().entity(kind.number(), id).unwrap().field(field.number).is_some());
    }
}
