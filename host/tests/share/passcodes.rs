//! Passcodes, tried one after the other and all at once.

use super::stage::{Stage, opened, opened_rightly};
use super::support::at_once;
use hearth_core::companion::{ShareStanding, ShareView};
use hearth_core::share::follow::FollowError;

/// A passcode that is not this one.
fn wrong(share: &ShareView, number: usize) -> String {
    let right: usize = share.passcode.as_ref().unwrap().parse().unwrap();
    format!("{:06}", (right + 1 + number) % 1_000_000)
}

pub fn wrong_passcodes_are_counted_and_after_ten_nothing_opens_it(stage: &Stage) {
    let phone = stage.phone();
    let share = phone.share(&phone.choice(false));
    for left in (0..10).rev() {
        assert!(opened_rightly(&share).is_ok(), "a right one costs nothing");
        let told = opened(&share, "Sam", Some(&wrong(&share, left)));
        assert_eq!(told, Err(FollowError::Passcode { left: Some(left as u32) }));
        if left == 7 {
            let seen = phone.delivered(&share);
            assert!(seen.lines.iter().any(|line| line.contains('7')), "{:?}", seen.lines);
            // The count is the host's, and outlives it.
            stage.stop();
            stage.start();
        }
    }
    assert_eq!(opened_rightly(&share), Err(FollowError::Nothing));
    assert_eq!(phone.delivered(&share).standing, ShareStanding::Locked);
    // Another link is another passcode.
    let other = phone.share(&phone.choice(false));
    assert!(opened_rightly(&other).is_ok());
}

/// Asks until it is not told to wait.
fn answered(share: &ShareView, passcode: &str) -> Result<(), FollowError> {
    let mut asked = (0..2_000).map(|_| opened(share, "Sam", Some(passcode)).map(drop));
    asked.find(|told| !matches!(told, Err(FollowError::Busy { .. }))).unwrap()
}

pub fn sixty_four_passcodes_at_once_are_no_more_than_ten_tries(stage: &Stage) {
    let phone = stage.phone();
    let share = phone.share(&phone.choice(false));
    let told = at_once(64, |number| answered(&share, &wrong(&share, number)));
    let wrong_ones = |told: &[Result<(), FollowError>]| {
        told.iter().filter(|one| matches!(one, Err(FollowError::Passcode { .. }))).count()
    };
    assert_eq!(wrong_ones(&told), 10, "{told:?}");
    assert!(told.iter().all(Result::is_err));
    assert_eq!(opened_rightly(&share), Err(FollowError::Nothing));
    assert_eq!(phone.delivered(&share).standing, ShareStanding::Locked);
    // The right one among them comes in or not: the wrong ones are ten all the same.
    let share = phone.share(&phone.choice(false));
    let right = share.passcode.clone().unwrap();
    let told = at_once(64, |number| match number {
        40 => answered(&share, &right),
        _ => answered(&share, &wrong(&share, number)),
    });
    assert_eq!(wrong_ones(&told), 10, "{told:?}");
    assert_eq!(phone.delivered(&share).looks.len(), usize::from(told[40].is_ok()));
}
