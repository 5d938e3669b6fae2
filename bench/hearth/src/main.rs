//! The rows of the bars in Hearth itself: the shipped code, on the workload P20.

mod keys;
mod rows;
mod store;

use bench_round::{Call, Failure, no_such_verb, row3_file, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    run("hearth", act)
}

fn act(call: &Call) -> Result<(), Failure> {
    match call.verb.as_str() {
        "prepare" => store::prepare(call),
        "row1" => rows::card(call),
        "row2" => rows::live(call),
        "row3" => rows::one_edit(call),
        "row3-file" => row3_file(call),
        "row3-card" => rows::one_card_edit(call),
        "row4" => rows::merge(call),
        "row5" => rows::history(call),
        "row6" => rows::size(call),
        "row7" => rows::decode(call),
        "home" => rows::home(call),
        "memory" => rows::memory(call),
        "versions" => {
            println!(r#"{{"program":"hearth","hearth":"{}"}}"#, env!("CARGO_PKG_VERSION"));
            Ok(())
        }
        _ => Err(no_such_verb(call, "prepare, row1 to row7, row3-file, row3-card, home, memory, versions")),
    }
}
