//! Writes the texts of P20 in order, one a line, to look at or to compress:
//! `cargo run --release -p hearth-workload --example p20 [SEED] | zstd -3 | wc -c`.

use std::io::Write;

fn main() -> std::io::Result<()> {
    let seed = std::env::args().nth(1).and_then(|seed| seed.parse().ok());
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for edit in hearth_workload::P20::new(seed.unwrap_or(hearth_workload::SEED)) {
        writeln!(out, "{}", edit.text)?;
    }
    out.flush()
}
