//! Row 3's yardstick: bytes appended to a plain file and on the disk.

use crate::{Call, Failure, noise};
use std::fs::OpenOptions;
use std::io::Write;
use std::time::Instant;

/// Appends as many bytes as the third argument says, in one write, and waits
/// for `fdatasync`; 40 times. The file is taken away afterwards.
pub fn row3_file(call: &Call) -> Result<(), Failure> {
    let body = noise(3, call.number()?);
    let path = call.file("append.log");
    let mut file = OpenOptions::new().create(true).append(true).open(&path)?;
    let measured = call.measure(40, || {
        let start = Instant::now();
        file.write_all(&body)?;
        file.sync_data()?;
        Ok(start.elapsed())
    });
    drop(file);
    std::fs::remove_file(path)?;
    measured
}
