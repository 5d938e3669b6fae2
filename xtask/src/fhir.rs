//! What the tests of FHIR need from elsewhere: HL7's examples, by npm, and HL7's validator, by
//! Maven. Each is fetched once into target/, by the clients as the machine has them set up.

use crate::run::{first_line, root, shown};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

/// HL7's examples of FHIR R4: 5,305 resources, CC0.
const EXAMPLES: &str = "hl7.fhir.r4.examples@4.0.1";

fn folder() -> PathBuf {
    root().join("target").join("fhir")
}

/// Sees that HL7's examples are in `target/fhir/examples`; else says what would help.
pub fn examples() -> Result<(), String> {
    let unpacked = folder().join("examples");
    // Written last, so that what was only half unpacked is unpacked again.
    let whole = unpacked.join("whole");
    if whole.exists() {
        return Ok(());
    }
    let cannot = |what: &str| format!("{what}; have npm and tar, and a registry that npm can reach");
    fs::create_dir_all(&unpacked).map_err(|error| cannot(&error.to_string()))?;
    let mut pack = Command::new("npm");
    pack.current_dir(folder()).args(["pack", "--silent", EXAMPLES]);
    let packed = pack.stdin(Stdio::null()).stderr(Stdio::null()).output();
    let packed = packed.ok().filter(|packed| packed.status.success());
    let packed = packed.ok_or_else(|| cannot(&format!("npm could not fetch {EXAMPLES}")))?;
    let name = String::from_utf8_lossy(&packed.stdout).trim().to_owned();
    let file = folder().join(Path::new(&name).file_name().unwrap_or_default());
    let mut unpack = Command::new("tar");
    if !shown(unpack.arg("-xzf").arg(&file).arg("-C").arg(&unpacked)) {
        return Err(cannot("the examples could not be unpacked"));
    }
    let _ = fs::remove_file(file);
    fs::write(whole, EXAMPLES).map_err(|error| cannot(&error.to_string()))
}

/// HL7's validator with what it is to validate, ready to run; else says what would help.
pub fn validator() -> Result<Command, String> {
    let (source, jar) = by_maven("validator", "validate.jar")?;
    let mut validate = Command::new("java");
    validate.args(["-XX:+UseSerialGC", "-jar"]).arg(jar);
    validate.arg(root().join("docs").join("fhir")).arg(source.join("planted"));
    validate.arg(folder().join("out")).arg(pushed());
    Ok(validate)
}

/// A checker that Maven builds: the folder of its source and what was built; else says what would help.
pub fn by_maven(part: &str, built: &str) -> Result<(PathBuf, PathBuf), String> {
    let cure = |what: &str| format!("{what}; have Java 17 or later and Maven (mvn)");
    first_line("java", &["--version"]).ok_or_else(|| cure("there is no Java"))?;
    let source = root().join("tests").join("peers").join(part);
    let jar = root().join("target").join("peers").join(part).join(built);
    if !newer(&jar, &source) {
        let mut build = Command::new("mvn");
        if !shown(
            build.args(["-B", "-q", "-Dstyle.color=never", "package", "-f"]).arg(source.join("pom.xml")),
        ) {
            return Err(cure(&format!("the {part} could not be built")));
        }
    }
    Ok((source, jar))
}

/// What the scenarios sent to practices, one of each shape.
fn pushed() -> PathBuf {
    hearth_tests::practice::door::folder()
}

/// Forgets what an older run sent: what is validated is what was sent in this one.
pub fn forget_pushed() {
    // Nothing there is as good.
    let _ = fs::remove_dir_all(pushed());
}

/// Whether what was built is newer than every file of its source.
fn newer(built: &Path, source: &Path) -> bool {
    let changed = |path: &Path| fs::metadata(path).and_then(|data| data.modified()).ok();
    let Some(built) = changed(built) else { return false };
    newest(source).is_some_and(|source| source < built)
}

fn newest(folder: &Path) -> Option<SystemTime> {
    let entries = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    let times = entries.filter_map(|path| match path.is_dir() {
        true => newest(&path),
        false => fs::metadata(path).and_then(|data| data.modified()).ok(),
    });
    times.max()
}
