//! What is measured as it is built: the library of an app, and the host's own program of load.

use crate::peers::Why;
use crate::run::{Done, cargo, root, shown};
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// Builds it where it is one of these; none where it is a program of `bench/`.
pub fn build(program: &str) -> Option<Done> {
    let mut build = cargo();
    let (what, args): (&str, &[&str]) = match program {
        "library" => ("library", &["--package", "hearth-bindings", "--profile", "phone"]),
        "library-plain" => (
            "library without PDF",
            &["--package", "hearth-bindings", "--profile", "phone", "--no-default-features"],
        ),
        "load" => ("program of load", &["--package", "hearth-host", "--release", "--example", "load"]),
        _ => return None,
    };
    build.args(["build", "--quiet"]).args(args).arg("--target-dir").arg(folder(program));
    Some(if shown(&mut build) { Ok(()) } else { Err(format!("the {what} could not be built")) })
}

/// The two libraries share what is the same in both.
fn folder(program: &str) -> PathBuf {
    let name = if program == "load" { "host" } else { "library" };
    root().join("target").join("bench-built").join(name)
}

/// Bytes of a library. It is built again at once: both lie at the same place.
pub fn size(program: &str) -> Result<f64, String> {
    build(program).unwrap_or_else(|| Err(format!("{program} is no library")))?;
    let name = format!("{}hearth_bindings{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let file = folder(program).join("phone").join(name);
    let size = std::fs::metadata(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(size.len() as f64)
}

/// What the program of load says, line by line. On SQLite: `host/examples/load.rs` says how it is told of PostgreSQL.
pub fn told(program: &str, seconds: &str) -> Result<Vec<String>, String> {
    let mut load = std::process::Command::new(folder(program).join("release").join("examples").join(program));
    load.arg(seconds).env_remove("DATABASE_URL").env_remove("END_MARKS_URL").stdin(Stdio::null());
    let output = load.output().map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).trim().to_owned());
    }
    let said = String::from_utf8_lossy(&output.stdout);
    Ok(said.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect())
}

/// Writes where the fonts of the tests lie, a line each.
pub fn fonts(to: &Path) -> Done {
    let folder = crate::readers::fonts().map_err(|why| match why {
        Why::Lacking(why) | Why::Wrong(why) => why,
    })?;
    let lines: Vec<String> =
        hearth_tests::papers::files(&folder).iter().map(|file| file.display().to_string()).collect();
    std::fs::write(to, lines.join("\n")).map_err(|error| error.to_string())
}
