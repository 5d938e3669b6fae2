//! Ten wrong passcodes in a link's life, however many are tried at once.

use super::postgres::round_robin;
use super::support::*;
use hearth_host::engine::{Cells, read, write};
use serde_json::json;
use std::sync::atomic::{AtomicU32, Ordering};

const RIGHT: &str = "493017";

fn with_passcode(world: &World, port: u16) -> Share {
    Share::new(world, port, json!({ "flag": "P", "passcode": RIGHT }))
}

/// 64 at once: how many were told that the passcode was wrong, and how many were let in.
fn sixty_four(share: &Share, passcode: impl Fn(usize) -> String + Sync) -> (usize, usize) {
    let answers = at_once(64, |n| {
        // "Ask again in a moment": the others are being looked at. A moment comes to an end.
        let mut asked = (0..2_000).map(|_| share.with_passcode(&passcode(n)).status);
        asked.find(|status| *status != 429).unwrap_or(429)
    });
    assert!(answers.iter().all(|status| [200, 401, 404].contains(status)), "{answers:?}");
    let count = |status: u16| answers.iter().filter(|one| **one == status).count();
    (count(401), count(200))
}

pub fn sixty_four_wrong_passcodes_at_once_are_ten_attempts(world: World) {
    let host = world.host();
    let share = with_passcode(&world, host.port);
    assert_eq!(sixty_four(&share, |n| format!("{n:06}")), (10, 0));
    assert_eq!(share.with_passcode(RIGHT).status, 404, "and then nobody comes in, nor with the right one");
    assert_eq!(share.state()["remainingAttempts"], 0);
}

pub fn a_right_passcode_that_races_the_last_wrong_one_is_answered_rightly(world: World) {
    let host = world.host();
    let mut let_in = 0;
    for _ in 0..6 {
        let share = with_passcode(&world, host.port);
        let (wrong, right) =
            sixty_four(&share, |n| if n == 40 { RIGHT.to_owned() } else { format!("{n:06}") });
        assert_eq!(wrong, 10, "the right one takes no attempt away and gives none");
        assert!(right <= 1);
        assert_eq!(share.state()["served"], right, "who was let in has a receipt, and nobody else");
        let_in += right;
    }
    println!("the right passcode came in {let_in} times of 6");
}

pub fn right_passcodes_at_once_cost_no_attempt(world: World) {
    let host = world.host();
    let share = with_passcode(&world, host.port);
    assert_eq!(sixty_four(&share, |_| RIGHT.to_owned()), (0, 64));
    assert_eq!(share.state()["remainingAttempts"], 10);
    let missing = share.open(json!({}));
    assert_eq!((missing.status, missing.json()["remainingAttempts"].as_i64()), (401, Some(10)));
    assert_eq!(share.open(json!({ "passcode": "" })).status, 401);
    assert_eq!(share.state()["remainingAttempts"], 10, "none given is none tried");
}

pub fn the_count_outlives_the_host(world: World) {
    let share = {
        let host = world.host();
        let share = with_passcode(&world, host.port);
        (0..9).for_each(|_| assert_eq!(share.with_passcode("000000").status, 401));
        share
    };
    let host = world.host();
    let share = share.at(host.port);
    assert_eq!(share.with_passcode(RIGHT).status, 200);
    assert_eq!(share.with_passcode("000000").json()["remainingAttempts"], 0);
    assert_eq!(share.with_passcode(RIGHT).status, 404);
}

pub fn an_attempt_that_a_dead_host_took_counts_as_wrong(world: World) {
    let host = world.host();
    let share = with_passcode(&world, host.port);
    let now = NOW;
    world.tamper(false, &format!("UPDATE share SET spent = 10, wrong = 8, tried = {now}"));
    let wait = share.with_passcode(RIGHT);
    assert_eq!((wait.status, wait.header("retry-after")), (429, Some("1")), "two are being looked at");
    world.wait(61);
    assert_eq!(share.with_passcode(RIGHT).status, 404, "and never were settled");
}

/// The control: a host that counts after it has looked lets more than ten be tried, and this test
/// would see it.
pub fn counting_after_looking_is_seen_to_let_more_through(world: World) {
    let host = world.host();
    let share = with_passcode(&world, host.port);
    let main = &host.host.as_ref().unwrap().main;
    let looked_at = AtomicU32::new(0);
    at_once(64, |_| {
        let spent = host.block_on(read(&**main, |tx| {
            Cells::of(tx.rows("SELECT spent FROM share", &[])?.remove(0)).int()
        }));
        if spent.unwrap() < 10 {
            // Here the passcode is looked at, which takes a while.
            looked_at.fetch_add(1, Ordering::SeqCst);
            host.block_on(read(&**main, |tx| tx.rows("SELECT tag FROM share", &[]).map(drop))).unwrap();
            host.block_on(write(&**main, |tx| tx.change("UPDATE share SET spent = spent + 1", &[]))).unwrap();
        }
    });
    assert!(looked_at.load(Ordering::SeqCst) > 10, "the control found nothing");
    drop(share);
}

/// Two hosts on one database, and whoever asks does not know which answers.
pub fn two_hosts_together_allow_ten_attempts(world: World) {
    let (one, two) = (world.host(), world.host());
    let proxy = round_robin(vec![one.port, two.port]);
    let share = with_passcode(&world, proxy);
    assert_eq!(sixty_four(&share, |n| format!("{n:06}")), (10, 0));
    let share = with_passcode(&world, proxy);
    let (wrong, right) = sixty_four(&share, |n| if n == 20 { RIGHT.to_owned() } else { format!("{n:06}") });
    assert!(wrong == 10 && right <= 1);
    let asked = |port| {
        let figures = ask(port, "GET", "/metrics", "", serde_json::Value::Null);
        String::from_utf8(figures.body).unwrap().contains("route=\"/s/{name}\",status=\"401\"")
    };
    assert!(asked(one.operator) && asked(two.operator), "both hosts had their share of it");
}
