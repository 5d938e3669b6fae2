//! Two hosts, each a program of its own, on one PostgreSQL behind a proxy that gives whoever asks to
//! the next: passcodes tried at once, one of the two killed in the middle of it, and what was
//! acknowledged. Each has a control that must fail.
//!
//! `HEARTH_ROUNDS` and `HEARTH_SEED` make the long form of it, and `HEARTH_REPORT` names a folder for
//! what came of it: `cargo xtask soak --only host-passcodes`, `--only host-kill`.

use super::load::killed_under_load;
use super::mail::Mailbox;
use super::postgres::{round_robin, round_robin_that_answers_first, said};
use super::program::Program;
use super::support::*;
use hearth_host::store::passcode::ATTEMPTS;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

const RIGHT: &str = "493017";

/// How many rounds, and the first seed.
fn rounds(usual: u64) -> (u64, u64) {
    let number = |name| std::env::var(name).ok().and_then(|text| text.parse().ok());
    (number("HEARTH_ROUNDS").unwrap_or(usual), number("HEARTH_SEED").unwrap_or(2026))
}

/// A number below a bound, of a seed (splitmix64).
fn drawn(seed: &mut u64, below: u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *seed;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed ^ (mixed >> 31)) % below
}

/// Told to who asked for the long form, if anybody did.
fn report(name: &str, key: &str, value: Value) {
    let Some(folder) = std::env::var_os("HEARTH_REPORT") else { return };
    let file = std::path::Path::new(&folder).join(format!("{name}.{key}.json"));
    std::fs::write(file, value.to_string()).unwrap();
}

struct Two {
    hosts: Mutex<[Program; 2]>,
    ports: [u16; 2],
}

impl Two {
    fn start(world: &World) -> Self {
        let hosts = [Program::start(world), Program::start(world)];
        let ports = [hosts[0].port, hosts[1].port];
        Self { hosts: Mutex::new(hosts), ports }
    }

    fn kill(&self, victim: usize) {
        self.hosts.lock().unwrap()[victim].kill();
    }

    fn freeze(&self, victim: usize) {
        self.hosts.lock().unwrap()[victim].freeze();
    }
}

/// 64 at once and, where it is said, the right one among them; one host may be killed meanwhile. How many
/// were told 401, 200, 404 or (the last being looked at for good) 429.
fn tried_at_once(share: &Share, right: Option<usize>, kill: impl Fn() + Sync) -> BTreeMap<u16, usize> {
    let begun = Instant::now();
    let answers = at_once(65, |n| {
        if n == 64 {
            kill();
            return 0;
        }
        let passcode = if right == Some(n) { RIGHT.to_owned() } else { format!("{n:06}") };
        let asked = json!({ "recipient": WHO, "passcode": passcode }).to_string();
        loop {
            // A connection that breaks, as that of a host that is killed, is tried again.
            match try_ask(share.port, "POST", &format!("/s/{}", share.name), "", &asked) {
                Some(answer) if answer.status != 429 && answer.status != 503 => return answer.status,
                Some(_) if begun.elapsed() > Duration::from_secs(5) => return 429,
                _ => std::thread::sleep(Duration::from_millis(2)),
            }
        }
    });
    let mut counts = BTreeMap::new();
    answers
        .into_iter()
        .filter(|status| *status != 0)
        .for_each(|status| *counts.entry(status).or_default() += 1);
    counts
}

/// One link, tried as a seed says; what went wrong, if anything, and how many were told 401.
fn passcode_round(world: &World, seed: u64) -> (Option<String>, usize) {
    let (main, _) = world.servers.as_ref().unwrap();
    let mut dice = seed;
    let two = Two::start(world);
    let share = Share::new(world, round_robin(two.ports.to_vec()), json!({ "flag": "P", "passcode": RIGHT }));
    // In one of three, nine are gone before, so that the right one races the last.
    let before = if drawn(&mut dice, 3) == 0 { 9 } else { 0 };
    (0..before).for_each(|_| assert_eq!(share.with_passcode("000000").status, 401));
    let right = (drawn(&mut dice, 3) != 0).then(|| drawn(&mut dice, 64) as usize);
    let victim = [None, Some(0), Some(1)][drawn(&mut dice, 3) as usize];
    let after = Duration::from_millis(drawn(&mut dice, 400));
    let mut told = tried_at_once(&share, right, || {
        if let Some(victim) = victim {
            std::thread::sleep(after);
            two.kill(victim);
        }
    });
    let count = |told: &BTreeMap<u16, usize>, status| told.get(&status).copied().unwrap_or(0);
    let left = two.ports[victim.map_or(0, |victim| 1 - victim)];
    // Whoever survives goes on to be asked, until nothing is left.
    let share = share.at(left);
    for _ in 0..=ATTEMPTS {
        *told.entry(share.with_passcode("000000").status).or_default() += 1;
    }
    let wrong = before + count(&told, 401);
    let row = said(main, "SELECT spent || ' ' || wrong FROM share");
    let (spent, settled) = row.split_once(' ').unwrap();
    let (spent, settled): (i64, usize) = (spent.parse().unwrap(), settled.parse().unwrap());
    let what = format!(
        "seed {seed}: told {told:?}, {before} before, right {right:?}, victim {victim:?} after {after:?}, spent {row}"
    );
    let mut bad = wrong > ATTEMPTS as usize || settled > ATTEMPTS as usize || wrong > settled;
    bad |= spent > ATTEMPTS || count(&told, 200) > usize::from(right.is_some());
    // Without a victim each of the ten is told, neither more nor fewer.
    bad |= victim.is_none() && wrong != ATTEMPTS as usize;
    // What a dead host took counts as wrong after a minute; then nothing opens it, nor does another host.
    world.tamper(false, "UPDATE share SET tried = tried - 61");
    let again = Program::start(world);
    let opened = [left, again.port].map(|port| share.at(port).with_passcode(RIGHT).status);
    bad |= opened != [404, 404];
    let looks = share.state()["served"].as_u64().unwrap() as usize;
    // Whoever was let in by the host that died may not have heard of it, and asked again.
    let most = usize::from(right.is_some()) * (1 + usize::from(victim.is_some()));
    bad |= looks < count(&told, 200) || looks > most;
    world.tamper(false, "DELETE FROM share");
    (bad.then(|| format!("{what}; then {opened:?}, served {looks}")), wrong)
}

pub fn two_programs_behind_one_address_bear_ten_wrong_passcodes_also_where_one_is_killed(world: World) {
    let (rounds, seed) = rounds(4);
    let lost: Vec<String> = (seed..seed + rounds).filter_map(|seed| passcode_round(&world, seed).0).collect();
    report("host-passcodes", "ran", json!({ "runs": rounds, "losses": lost }));
    assert_eq!(lost, Vec::<String>::new());
}

/// The control: a store in which a count that is written may be lost, as one that reads, adds and writes
/// loses it, lets more than ten through; and it is seen.
pub fn a_store_that_loses_counts_is_seen_to_let_more_through(world: World) {
    world.tamper(
        false,
        "CREATE FUNCTION loses() RETURNS trigger AS $$ BEGIN \
           IF NEW.spent > OLD.spent AND random() < 0.75 THEN NEW.spent := OLD.spent; END IF; \
           RETURN NEW; END $$ LANGUAGE plpgsql; \
         CREATE TRIGGER loses BEFORE UPDATE ON share FOR EACH ROW EXECUTE FUNCTION loses()",
    );
    let two = Two::start(&world);
    let share =
        Share::new(&world, round_robin(two.ports.to_vec()), json!({ "flag": "P", "passcode": RIGHT }));
    let told = tried_at_once(&share, None, || {});
    let wrong = told.get(&401).copied().unwrap_or(0);
    report("host-passcodes", "control", json!(wrong.saturating_sub(ATTEMPTS as usize)));
    assert!(wrong > ATTEMPTS as usize, "the control found nothing: {told:?}");
}

/// One of two hosts dies under load, as a seed says; what is missing after, at the one that is left and at
/// one that is started anew.
fn killed_round(world: &World, seed: u64, proxy: fn(Vec<u16>) -> u16, stands_still: bool) -> Vec<String> {
    let mut dice = seed;
    let two = Two::start(world);
    let proxy = proxy(two.ports.to_vec());
    let honest = two.ports[0];
    let mailbox = Mailbox::new(world, honest);
    let phone = mailbox.admit("phone");
    let mailbox = Mailbox { port: proxy, ..mailbox };
    let (victim, enough) = (drawn(&mut dice, 2) as usize, 40 + drawn(&mut dice, 120) as usize);
    let stands_still = stands_still || seed % 2 == 1;
    let acknowledged = killed_under_load(world, proxy, (&mailbox, &phone), enough, || {
        if stands_still {
            two.freeze(victim);
            std::thread::sleep(Duration::from_millis(300));
        }
        two.kill(victim);
    });
    assert!(!acknowledged.ended.lock().unwrap().is_empty(), "no end was acknowledged");
    let again = Program::start(world);
    let mut missing = Vec::new();
    for port in [two.ports[1 - victim], again.port] {
        let mailbox = Mailbox { port, name: mailbox.name.clone(), owner: mailbox.owner.clone() };
        missing.extend(acknowledged.missing(port, &mailbox, &phone));
        let more = Share::new(world, port, json!({}));
        assert_eq!(more.open(json!({})).status, 200, "the others go on");
    }
    missing.into_iter().map(|one| format!("seed {seed}: {one}")).collect()
}

pub fn either_of_two_hosts_may_be_killed_and_nothing_acknowledged_is_lost(world: World) {
    let (rounds, seed) = rounds(4);
    let lost: Vec<String> =
        (seed..seed + rounds).flat_map(|seed| killed_round(&world, seed, round_robin, false)).collect();
    report("host-kill", "ran", json!({ "runs": rounds, "losses": lost }));
    assert_eq!(lost, Vec::<String>::new());
}

/// The control: whoever says yes before it is in the database loses it with the host that dies; and it is
/// seen.
pub fn an_answer_before_the_work_is_done_is_seen_to_lose(world: World) {
    let mut rounds = 0..5;
    let lost = rounds.find_map(|seed| {
        let lost = killed_round(&world, seed, round_robin_that_answers_first, true);
        (!lost.is_empty()).then_some(lost.len())
    });
    report("host-kill", "control", json!(lost.unwrap_or(0)));
    assert!(lost.is_some(), "the control found nothing");
}
