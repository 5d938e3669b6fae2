//! One step of a build: done only where something it stands on has changed.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// What a step stands on.
#[derive(Default)]
pub struct Inputs(DefaultHasher);

impl Inputs {
    /// A text: an argument, the mark of a step before.
    pub fn text(mut self, text: &str) -> Self {
        text.hash(&mut self.0);
        self
    }

    /// Files, with their names.
    pub fn files(mut self, files: &[PathBuf]) -> Self {
        for file in files {
            file.hash(&mut self.0);
            fs::read(file).unwrap_or_default().hash(&mut self.0);
        }
        self
    }
}

/// Does `work` unless it was done before with the same inputs; gives the step's mark.
pub fn step(
    what: &str,
    mark: &Path,
    inputs: Inputs,
    work: impl FnOnce() -> Result<(), String>,
) -> Result<String, String> {
    let wanted = format!("{:016x}", inputs.0.finish());
    if fs::read_to_string(mark).is_ok_and(|found| found == wanted) {
        return Ok(wanted);
    }
    let _ = fs::remove_file(mark);
    let begun = Instant::now();
    work()?;
    if let Some(folder) = mark.parent() {
        fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    }
    fs::write(mark, &wanted).map_err(|error| error.to_string())?;
    println!("{what}: {:.1} s", begun.elapsed().as_secs_f64());
    Ok(wanted)
}

/// Runs a program; what it says is shown only where it fails.
pub fn quiet(what: &str, command: &mut Command) -> Result<String, String> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| format!("{what}: {error}"))?;
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    if output.status.success() { Ok(said) } else { Err(format!("{what} failed:\n{}", said.trim_end())) }
}

/// A folder, empty.
pub fn emptied(folder: &Path) -> Result<(), String> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| error.to_string())?;
    }
    fs::create_dir_all(folder).map_err(|error| error.to_string())
}
