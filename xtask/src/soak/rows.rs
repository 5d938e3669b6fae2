//! The rows of the soak (numbers as in the reliability list), each on the real
//! plan through the companion.

use crate::run::root;
use hearth_core::vault::SoftwareKeyStore;
use hearth_tests::converge;
use hearth_tests::faults::{Corruption, EveryNth, FaultKind, Kill, PowerCut, Report};
use hearth_tests::phones;
use hearth_tests::plan_store::{self, Phone};
use hearth_tests::practice::histories as practices;
use std::fmt;
use std::process::{Command, Stdio};
use std::time::Instant;

/// One row.
pub struct Row {
    pub name: &'static str,
    pub what: &'static str,
    /// How many runs if not said.
    pub usual: u64,
    pub seed: u64,
    pub run: fn(u64, u64) -> Ran,
}

/// What a row came to.
pub struct Ran {
    pub runs: u64,
    pub distinct: u64,
    pub lost: u64,
    /// Left shut with a reason, where bits were turned over.
    pub shut: u64,
    /// What the control lost; none where the row has none.
    pub control_lost: Option<u64>,
    pub losses: Vec<String>,
    pub seed: u64,
    pub seconds: f64,
}

impl Ran {
    /// Something ran, nothing was lost, and the control lost.
    pub fn is_good(&self) -> bool {
        self.runs > 0 && self.lost == 0 && self.control_lost != Some(0)
    }
}

impl fmt::Display for Ran {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { runs, distinct, lost, seed, seconds, .. } = self;
        write!(f, "{runs} runs ({distinct} distinct), {lost} lost, seed {seed}, {seconds:.0} s")?;
        if self.shut > 0 {
            write!(f, ", {} shut with a reason", self.shut)?;
        }
        match self.control_lost {
            Some(0) => write!(f, ", the control lost NOTHING")?,
            Some(lost) => write!(f, ", the control lost {lost}")?,
            None => {}
        }
        self.losses.iter().take(5).try_for_each(|loss| write!(f, "\n    {loss}"))
    }
}

impl From<Report> for Ran {
    fn from(report: Report) -> Self {
        Self {
            runs: report.runs,
            distinct: report.distinct,
            lost: report.lost,
            shut: report.shut,
            control_lost: report.control_lost,
            losses: report
                .losses
                .iter()
                .map(|loss| format!("{} times, first {}", loss.count, loss.first))
                .collect(),
            seed: report.seed,
            seconds: report.took.as_secs_f64(),
        }
    }
}

/// Every row.
pub static ROWS: &[Row] = &[
    Row { name: "kill", what: "1: kill -9 of a writing process", usual: 10_000, seed: 2026, run: kill },
    Row { name: "power", what: "2: power cut, disk images", usual: 100_000, seed: 7, run: power },
    Row {
        name: "io-error",
        what: "3: an I/O error at the Nth call, every N",
        usual: 1,
        seed: 1,
        run: io_error,
    },
    Row { name: "full", what: "4: the disk full at every write", usual: 1, seed: 1, run: full },
    Row { name: "each-bit", what: "5: each bit of a small store", usual: 1, seed: 1, run: each_bit },
    Row { name: "flips", what: "5: flips anywhere in a large store", usual: 1_000_000, seed: 1, run: flips },
    Row {
        name: "converge",
        what: "8: histories of 2 to 6 phones",
        usual: 100_000,
        seed: 2026,
        run: histories,
    },
    Row {
        name: "phones",
        what: "8: three stores that give each other bundles",
        usual: 20_000,
        seed: 2026,
        run: bundles,
    },
    Row {
        name: "practice",
        what: "9, 10: a practice, a network that fails, servers that lie",
        usual: 20_000,
        seed: 2026,
        run: practice,
    },
    Row {
        name: "one-goal",
        what: "two phones and a practice write one goal",
        usual: 1_000,
        seed: 2026,
        run: one_goal,
    },
    Row {
        name: "host-passcodes",
        what: "15: 64 wrong passcodes at once at two hosts on one PostgreSQL, one killed",
        usual: 200,
        seed: 2026,
        run: super::hosts::passcodes,
    },
    Row {
        name: "host-kill",
        what: "15: kill -9 of either of two hosts on one PostgreSQL, under load",
        usual: 200,
        seed: 2026,
        run: super::hosts::kill,
    },
];

fn kill(kills: u64, seed: u64) -> Ran {
    let killed = |store: &'static str, kills: u64| {
        let harness = Kill { name: format!("kill -9 of {store}"), seed, kills, a_store: 20 };
        let writer = root().join("target").join("release").join("writer");
        harness.run(
            |folder, death| {
                let mut command = Command::new(&writer);
                command.arg(store).arg(folder).arg(death.first.to_string()).stderr(Stdio::null());
                command.args(death.at_call.map(|call| call.to_string()));
                command
            },
            |folder, marks| {
                let keys = SoftwareKeyStore::open(&folder.join("keys"))?;
                Phone::of_one_life(keys).check(folder, marks)
            },
        )
    };
    let control = killed("plan-early", (kills / 50).max(50));
    killed("plan", kills).with_control(&control).into()
}

fn power(images: u64, seed: u64) -> Ran {
    let cut = |log_unsynced: bool, images: u64| {
        // A round gives a little fewer images than it is asked for.
        let each = images.min(1_000);
        let rounds = (images * 6 / 5).div_ceil(each.max(1)).max(1);
        let harness =
            PowerCut { name: "power cut".into(), seed, rounds, images: each, threads: 2, log_unsynced };
        let phone = Phone::of_many_lives();
        harness
            .run(|recorder, seed| phone.live(recorder, seed, 30), |folder, marks| phone.check(folder, marks))
    };
    let control = cut(true, (images / 50).max(500));
    cut(false, images).with_control(&control).into()
}

fn failing(kind: FaultKind, seed: u64) -> Ran {
    let begun = Instant::now();
    let mut all: Option<Ran> = None;
    for lasting in [false, true] {
        for edits in [3, 14, 40] {
            let fail = |takes_all_for_done: bool| {
                let well = Phone::of_many_lives();
                let phone = if takes_all_for_done { well.taking_all_for_done() } else { well.clone() };
                EveryNth { name: format!("{kind:?}"), kind, lasting }.run(
                    |recorder| well.live(recorder, seed, 10),
                    |recorder| phone.live(recorder, seed + 4, edits),
                    |folder, marks| phone.check(folder, marks),
                )
            };
            let control = fail(true);
            let ran = Ran::from(fail(false).with_control(&control));
            all = Some(match all {
                None => ran,
                Some(mut sum) => {
                    sum.runs += ran.runs;
                    sum.distinct += ran.distinct;
                    sum.lost += ran.lost;
                    // Each control must lose: one that is blind blinds the row.
                    sum.control_lost = match (sum.control_lost, ran.control_lost) {
                        (Some(0), _) | (_, Some(0)) => Some(0),
                        (a, b) => Some(a.unwrap_or(0) + b.unwrap_or(0)),
                    };
                    sum.losses.extend(ran.losses);
                    sum
                }
            });
        }
    }
    let mut all = all.unwrap_or_else(|| Report::default().into());
    all.seconds = begun.elapsed().as_secs_f64();
    all
}

fn io_error(_: u64, seed: u64) -> Ran {
    failing(FaultKind::IoError, seed)
}

fn full(_: u64, seed: u64) -> Ran {
    failing(FaultKind::Full, seed)
}

/// `step`: one bit in so many.
fn each_bit(step: u64, seed: u64) -> Ran {
    let phone = Phone::of_many_lives();
    let harness = Corruption { name: "each bit".into(), seed, threads: 2 };
    let step = usize::try_from(step).unwrap_or(1);
    let check = |folder: &std::path::Path, _: &[_]| plan_store::check_corrupt(&phone, folder, 40);
    harness.each_bit(|folder| plan_store::prepare(&phone, folder, 40), step, check).into()
}

fn flips(flips: u64, seed: u64) -> Ran {
    const EDITS: u64 = 2_000;
    const AT_ONCE: u64 = 100;
    let phone = Phone::of_many_lives();
    let harness = Corruption { name: "flips".into(), seed, threads: 2 };
    let mut ran: Ran = harness
        .anywhere(
            |folder| plan_store::prepare(&phone, folder, EDITS),
            usize::try_from(flips / AT_ONCE).unwrap_or(1),
            AT_ONCE as usize,
            |folder, _| plan_store::check_corrupt(&phone, folder, EDITS),
        )
        .into();
    // A run turns a hundred bits over.
    ran.runs *= AT_ONCE;
    ran
}

fn histories(histories: u64, seed: u64) -> Ran {
    let begun = Instant::now();
    let report = converge::run(seed, histories);
    let caught = converge::Rule::MUTANTS.iter();
    let caught = caught.filter(|rule| converge::first_loss(**rule, seed, 500).is_some()).count();
    let blind = converge::Rule::MUTANTS.len() - caught;
    Ran {
        runs: report.runs,
        distinct: report.runs,
        lost: report.failures.len() as u64,
        shut: 0,
        // One mutant that gets through means that the oracle does not see.
        control_lost: Some(if blind == 0 { caught as u64 } else { 0 }),
        losses: report.failures.iter().map(|(seed, what)| format!("seed {seed}: {what}")).collect(),
        seed,
        seconds: begun.elapsed().as_secs_f64(),
    }
}

fn bundles(histories: u64, seed: u64) -> Ran {
    let begun = Instant::now();
    let report = phones::run(seed, histories, phones::End::Together);
    let control = phones::run(seed, 100, phones::End::Apart);
    Ran {
        runs: report.runs,
        distinct: report.runs,
        lost: report.failures.len() as u64,
        shut: 0,
        // Phones that did not meet must all be seen to differ.
        control_lost: Some(if control.failures.len() == 100 { 100 } else { 0 }),
        losses: report.failures.iter().map(|(seed, what)| format!("seed {seed}: {what}")).collect(),
        seed,
        seconds: begun.elapsed().as_secs_f64(),
    }
}

fn practice(histories: u64, seed: u64) -> Ran {
    let begun = Instant::now();
    let report = practices::run(seed, histories, false);
    // What guards a write gets lost on the way: words must be seen to be lost.
    let control = practices::run(seed, 200, true);
    Ran {
        runs: report.runs,
        distinct: report.runs,
        lost: report.failures.len() as u64,
        shut: 0,
        control_lost: Some(control.failures.len() as u64),
        losses: report.failures.iter().map(|(seed, what)| format!("seed {seed}: {what}")).collect(),
        seed,
        seconds: begun.elapsed().as_secs_f64(),
    }
}

/// One run of so many rounds.
fn one_goal(rounds: u64, seed: u64) -> Ran {
    let begun = Instant::now();
    let lost: Vec<String> = practices::one_goal(seed, rounds).err().into_iter().collect();
    Ran {
        runs: rounds,
        distinct: rounds,
        lost: lost.len() as u64,
        shut: 0,
        control_lost: None,
        losses: lost,
        seed,
        seconds: begun.elapsed().as_secs_f64(),
    }
}
