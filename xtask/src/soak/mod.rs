//! `cargo xtask soak`: the long forms of the fault tests, each with a control
//! that must lose. Writes `target/soak.json`.

mod hosts;
mod rows;

use crate::run::{Done, cargo, option, root, shown};
use rows::{ROWS, Ran, Row};
use serde_json::json;

/// `--only NAME`: one row; `--n N`: how many runs of it; `--seed S`.
pub fn run(args: &[String]) -> Done {
    if cfg!(debug_assertions) {
        // A hundred thousand runs want an optimised build of all of it.
        let mut again = cargo();
        again.args(["run", "--release", "--quiet", "--package", "xtask", "--", "soak"]).args(args);
        return if shown(&mut again) {
            Ok(())
        } else {
            Err("the soak found something: see above".to_owned())
        };
    }
    let number = |name: &str| -> Result<Option<u64>, String> {
        option(args, name).map(|text| text.parse().map_err(|_| format!("{name} wants a number"))).transpose()
    };
    let (n, seed) = (number("--n")?, number("--seed")?);
    let only = option(args, "--only");
    let rows: Vec<&Row> = ROWS.iter().filter(|row| only.is_none_or(|only| row.name == only)).collect();
    if rows.is_empty() {
        let names: Vec<&str> = ROWS.iter().map(|row| row.name).collect();
        return Err(format!("There is no such row; there is {}.", names.join(", ")));
    }
    if rows.iter().any(|row| row.name == "kill") {
        let writer = ["build", "--release", "--quiet", "--package", "hearth-tests", "--bin", "writer"];
        if !shown(cargo().args(writer)) {
            return Err("the writer that is killed could not be built".to_owned());
        }
    }
    let mut ran = Vec::new();
    for row in rows {
        println!("{}: {}", row.name, row.what);
        let outcome = (row.run)(n.unwrap_or(row.usual), seed.unwrap_or(row.seed));
        println!("  {outcome}");
        ran.push((row, outcome));
    }
    write_json(&ran)?;
    let failed: Vec<&str> = ran.iter().filter(|(_, ran)| !ran.is_good()).map(|(row, _)| row.name).collect();
    if failed.is_empty() {
        Ok(())
    } else {
        Err(format!("lost something, or the control did not: {}", failed.join(", ")))
    }
}

fn write_json(ran: &[(&Row, Ran)]) -> Done {
    let rows: Vec<serde_json::Value> = ran
        .iter()
        .map(|(row, ran)| {
            json!({
                "name": row.name, "what": row.what, "runs": ran.runs, "distinct": ran.distinct,
                "lost": ran.lost, "shut": ran.shut, "control_lost": ran.control_lost, "seed": ran.seed,
                "losses": ran.losses, "seconds": ran.seconds,
            })
        })
        .collect();
    let machine = crate::bench::table::machine();
    let all = json!({
        "machine": { "cpu": machine.cpu, "cores": machine.cores, "system": machine.system, "rustc": machine.rustc },
        "date": machine.date, "rows": rows,
    });
    let text = serde_json::to_string_pretty(&all).map_err(|error| error.to_string())?;
    let folder = root().join("target");
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    std::fs::write(folder.join("soak.json"), text).map_err(|error| error.to_string())
}
