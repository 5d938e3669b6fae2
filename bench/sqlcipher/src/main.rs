//! The rows of the bars in SQLCipher, opened with a raw key so that no
//! stretching of a password is in the number.

use bench_sqlite::Flavour;
use libsqlite3_sys as _;
use std::process::ExitCode;

/// A key for benchmarks: it guards nothing.
const KEY: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

fn main() -> ExitCode {
    bench_sqlite::run(Flavour { program: "sqlcipher", raw_key: Some(KEY) })
}
