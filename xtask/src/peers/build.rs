//! What must be built before a practice can run, kept under `target/peers/` by a
//! hash of its sources and of the tool that builds it.

use crate::run::{first_line, root};
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Written when a build has gone well.
const BUILT: &str = "built-well";

/// Why something can't be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The machine lacks a tool: it is said, and done without.
    Lacking(String),
    /// It should be there and is not.
    Wrong(String),
}

impl From<String> for Why {
    fn from(why: String) -> Self {
        Why::Wrong(why)
    }
}

/// A program that the machine may lack.
pub struct Tool {
    /// Its name.
    pub program: &'static str,
    /// How it is asked its version.
    pub ask: &'static [&'static str],
    /// The least version that will do.
    least: (u32, u32),
    /// How to get it.
    pub cure: &'static str,
}

/// Runs HAPI.
pub const JAVA: Tool =
    Tool { program: "java", ask: &["--version"], least: (17, 0), cure: "install a Java 17 development kit" };
/// Builds HAPI.
pub const MAVEN: Tool = Tool {
    program: "mvn",
    ask: &["--batch-mode", "-Dstyle.color=never", "--version"],
    least: (3, 6),
    cure: "install Maven",
};
/// Runs the authorisation server and the scripted browser.
pub const NODE: Tool =
    Tool { program: "node", ask: &["--version"], least: (20, 0), cure: "install Node 20 with npm" };
/// Fetches them.
pub const NPM: Tool =
    Tool { program: "npm", ask: &["--version"], least: (9, 0), cure: "install Node 20 with npm" };
/// Runs sekmet.
pub const PYTHON: Tool =
    Tool { program: "python3", ask: &["--version"], least: (3, 11), cure: "install Python 3.11 with venv" };

impl Tool {
    /// The line it says of itself, if it is here and new enough.
    pub fn version(&self) -> Result<String, Why> {
        let line = first_line(self.program, self.ask)
            .map(|line| without_colours(&line))
            .ok_or_else(|| Why::Lacking(format!("{} is not here; {}", self.program, self.cure)))?;
        if numbers(&line).is_none_or(|found| found < self.least) {
            return Err(Why::Lacking(format!("{} is too old ({line}); {}", self.program, self.cure)));
        }
        Ok(line)
    }
}

/// A line without the marks that colour it on a terminal; Maven sends some unasked.
fn without_colours(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    first + &parts.map(|part| part.split_once('m').map_or(part, |(_, rest)| rest)).collect::<String>()
}

/// The first two numbers of a version in a line: `openjdk 17.0.15 2025-04-15`.
fn numbers(line: &str) -> Option<(u32, u32)> {
    let words = line.split_whitespace().map(|word| word.trim_start_matches('v'));
    let version = words.into_iter().find(|word| word.starts_with(|first: char| first.is_ascii_digit()))?;
    let mut parts = version.split('.').map(|part| part.parse().ok());
    Some((parts.next()??, parts.next().flatten().unwrap_or(0)))
}

/// Where everything lies that is not a source.
pub fn home() -> PathBuf {
    root().join("target").join("peers")
}

/// The sources of a part.
pub fn sources(part: &str) -> PathBuf {
    root().join("tests").join("peers").join(part)
}

/// One part's build: its sources are copied to a folder of their own, and built there.
pub fn built(
    part: &str,
    tool: &str,
    build: impl FnOnce(&Path) -> Result<(), String>,
) -> Result<PathBuf, Why> {
    let failed = |error: io::Error| format!("{part}: {error}");
    let mut hasher = DefaultHasher::new();
    tool.hash(&mut hasher);
    let mut files = Vec::new();
    walk(&sources(part), Path::new(""), &mut files).map_err(failed)?;
    files.sort();
    files.hash(&mut hasher);
    let folder = home().join(format!("{part}-{:016x}", hasher.finish()));
    fs::create_dir_all(home()).map_err(failed)?;
    // Two runs at once do not build in one folder.
    let lock = File::create(home().join(format!("{part}.lock"))).map_err(failed)?;
    lock.lock().map_err(failed)?;
    if folder.join(BUILT).exists() {
        return Ok(folder);
    }
    forget(part).map_err(failed)?;
    for (name, bytes) in &files {
        let to = folder.join(name);
        fs::create_dir_all(to.parent().unwrap_or(&folder)).map_err(failed)?;
        fs::write(to, bytes).map_err(failed)?;
    }
    build(&folder)?;
    fs::write(folder.join(BUILT), "").map_err(failed)?;
    Ok(folder)
}

/// Removes what was built of a part from other sources, or not to its end.
fn forget(part: &str) -> io::Result<()> {
    for entry in fs::read_dir(home())? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let hash = name.strip_prefix(part).and_then(|rest| rest.strip_prefix('-'));
        if hash.is_some_and(|hash| hash.len() == 16 && hash.bytes().all(|digit| digit.is_ascii_hexdigit())) {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

/// Every file below a folder, by its name there.
fn walk(folder: &Path, inside: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) -> io::Result<()> {
    for entry in fs::read_dir(folder.join(inside))? {
        let entry = entry?;
        let name = inside.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            walk(folder, &name, files)?;
        } else {
            let bytes = fs::read(folder.join(&name))?;
            files.push((name, bytes));
        }
    }
    Ok(())
}

/// One step of a build; what it says is shown only where it fails.
pub fn step(what: &str, command: &mut Command) -> Result<(), String> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| format!("{what}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    Err(format!("{what} failed:\n{}", String::from_utf8_lossy(&said).trim_end()))
}

/// HAPI's program and what it stands on. Maven as the machine has it set up.
pub fn hapi() -> Result<PathBuf, Why> {
    let (java, _) = (JAVA.version()?, MAVEN.version()?);
    built("hapi", &java, |folder| {
        let mut maven = Command::new(MAVEN.program);
        step("building HAPI", maven.current_dir(folder).args(["--batch-mode", "--quiet", "package"]))
    })
}

/// The authorisation server. npm as the machine has it set up.
pub fn auth() -> Result<PathBuf, Why> {
    let (node, _) = (NODE.version()?, NPM.version()?);
    built("auth", &node, |folder| {
        let mut npm = Command::new(NPM.program);
        npm.current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        step("fetching the authorisation server", &mut npm)
    })
}

/// sekmet, in a folder of its own. pip as the machine has it set up.
pub fn sekmet() -> Result<PathBuf, Why> {
    let python = PYTHON.version()?;
    built("sekmet", &python, |folder| {
        let mut venv = Command::new(PYTHON.program);
        step("making a Python of sekmet's own", venv.current_dir(folder).args(["-m", "venv", "venv"]))?;
        let mut pip = Command::new(venv_python(folder));
        pip.current_dir(folder).args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
        step("fetching sekmet", pip.args(["--requirement", "requirements.txt"]))
    })
}

/// The Python in a folder's own environment.
pub fn venv_python(folder: &Path) -> PathBuf {
    folder.join("venv").join("bin").join("python")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_what_each_tool_says() {
        assert_eq!(numbers("openjdk 17.0.15 2025-04-15"), Some((17, 0)));
        assert_eq!(numbers("v20.20.2"), Some((20, 20)));
        assert_eq!(numbers("Python 3.11.7"), Some((3, 11)));
        assert_eq!(without_colours("\u{1b}[1mApache Maven 3.8.7\u{1b}[m"), "Apache Maven 3.8.7");
        assert_eq!(numbers("Apache Maven 3.8.7"), Some((3, 8)));
        assert_eq!(numbers("java 21"), Some((21, 0)));
        assert_eq!(numbers("command not found"), None);
    }

    #[test]
    fn a_tool_that_is_not_here_is_told_with_its_cure() {
        let none = Tool { program: "no-such-program", ask: &[], least: (1, 0), cure: "make one" };
        let said = "no-such-program is not here; make one";
        assert_eq!(none.version(), Err(Why::Lacking(said.to_owned())));
        let old = Tool { program: "cargo", ask: &["--version"], least: (1000, 0), cure: "wait" };
        let is_old = |why| matches!(why, Why::Lacking(said) if said.starts_with("cargo is too old"));
        assert!(old.version().is_err_and(is_old));
    }
}
