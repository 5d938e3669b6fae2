//! The rows of the share host (15): its own tests, of which the environment makes the long form, play them with
//! real programs and a PostgreSQL of their own.

use super::rows::Ran;
use crate::doctor::{POSTGRES_CURE, postgres};
use crate::run::{cargo, root, shown};
use std::fs;
use std::path::Path;
use std::time::Instant;

/// So many rounds of passcodes tried at once.
pub fn passcodes(rounds: u64, seed: u64) -> Ran {
    let long = "two_programs_behind_one_address_bear_ten_wrong_passcodes_also_where_one_is_killed";
    play("host-passcodes", [long, "a_store_that_loses_counts_is_seen_to_let_more_through"], rounds, seed)
}

/// So many hosts killed under load.
pub fn kill(rounds: u64, seed: u64) -> Ran {
    let long = "either_of_two_hosts_may_be_killed_and_nothing_acknowledged_is_lost";
    play("host-kill", [long, "an_answer_before_the_work_is_done_is_seen_to_lose"], rounds, seed)
}

fn play(name: &str, tests: [&str; 2], rounds: u64, seed: u64) -> Ran {
    let begun = Instant::now();
    let folder = root().join("target").join(name);
    // What an older run said is not believed.
    let _ = fs::remove_dir_all(&folder);
    let wrong = |why: String| (0, vec![why], None);
    let (runs, losses, control_lost) = match (postgres(), fs::create_dir_all(&folder)) {
        (None, _) => wrong(POSTGRES_CURE.to_owned()),
        (_, Err(error)) => wrong(error.to_string()),
        (Some(programs), Ok(())) => {
            let mut test = cargo();
            test.args(["test", "--package", "hearth-host", "--test", "host", "--", "--ignored", "--exact"]);
            test.args(tests.map(|test| format!("on_postgres::{test}"))).env("HEARTH_POSTGRES_BIN", programs);
            test.env("HEARTH_ROUNDS", rounds.to_string()).env("HEARTH_SEED", seed.to_string());
            let _ = shown(test.env("HEARTH_REPORT", &folder));
            said(&folder, name).unwrap_or_else(|| wrong("the tests did not run to their end".to_owned()))
        }
    };
    let lost = losses.len() as u64;
    let seconds = begun.elapsed().as_secs_f64();
    Ran { runs, distinct: runs, lost, shut: 0, control_lost, losses, seed, seconds }
}

/// What the tests wrote down.
fn said(folder: &Path, name: &str) -> Option<(u64, Vec<String>, Option<u64>)> {
    let read = |key: &str| -> Option<serde_json::Value> {
        serde_json::from_str(&fs::read_to_string(folder.join(format!("{name}.{key}.json"))).ok()?).ok()
    };
    let ran = read("ran")?;
    let losses = ran["losses"].as_array()?.iter().filter_map(|loss| Some(loss.as_str()?.to_owned()));
    Some((ran["runs"].as_u64()?, losses.collect(), Some(read("control")?.as_u64()?)))
}
