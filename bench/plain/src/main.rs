//! The rows of the bars in plain SQLite.

use bench_sqlite::Flavour;
use std::process::ExitCode;

fn main() -> ExitCode {
    bench_sqlite::run(Flavour { program: "plain", raw_key: None })
}
