//! Swift for this machine: the one that is installed, or Debian's, unpacked into target/swift.

use super::sources;
use crate::run::{first_line, root, shown};
use std::path::{Path, PathBuf};
use std::process::Command;

const CURE: &str = "install Swift 6, or have apt-get, dpkg-deb and flock of a Debian on x86-64";

/// What is lacking for a Swift that is there or can be fetched.
pub fn lacking() -> Option<String> {
    if installed().is_some() || unpacked().is_some() {
        return None;
    }
    let tools =
        [("apt-get", "--version"), ("dpkg-deb", "--version"), ("flock", "--version"), ("bash", "--version")];
    let missing = tools.into_iter().find(|(tool, ask)| first_line(tool, &[ask]).is_none());
    let other = std::env::consts::OS != "linux" || std::env::consts::ARCH != "x86_64";
    match missing {
        Some((tool, _)) => Some(format!("Swift is not here, nor {tool} to fetch it; {CURE}")),
        None if other => Some(format!("Swift is not here, and this is no Linux on x86-64; {CURE}")),
        None => None,
    }
}

/// The folder of `swift`, if it is here; nothing is fetched.
pub fn here() -> Option<PathBuf> {
    installed().or_else(unpacked)
}

/// The folder of `swift`. Fetches it the first time.
pub fn swift() -> Result<PathBuf, String> {
    if let Some(found) = here() {
        return Ok(found);
    }
    let script = sources().join("tools").join("setup-swift.sh");
    if shown(Command::new("bash").arg(script).env("HEARTH_SWIFT_DIR", place())) {
        unpacked().ok_or_else(|| format!("Swift was unpacked and does not run; {CURE}"))
    } else {
        Err(format!("Swift could not be fetched; {CURE}"))
    }
}

/// Where it is unpacked: it can't be moved afterwards.
fn place() -> PathBuf {
    std::env::var_os("HEARTH_SWIFT_DIR").map_or_else(|| root().join("target").join("swift"), PathBuf::from)
}

fn unpacked() -> Option<PathBuf> {
    let folder = place().join("bin");
    (place().join("stamp").exists() && works(&folder.join("swift"))).then_some(folder)
}

/// A Swift 6 on the path.
fn installed() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).find(|folder| folder.join("swift").is_file() && works(&folder.join("swift")))
}

fn works(swift: &Path) -> bool {
    let said = swift.to_str().and_then(|swift| first_line(swift, &["--version"]));
    said.is_some_and(|said| major(&said).is_some_and(|major| major >= 6))
}

/// The 6 of "Swift version 6.0.3 (swift-6.0.3-RELEASE)".
fn major(said: &str) -> Option<u32> {
    said.split("Swift version ").nth(1)?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn a_swift_says_which_it_is() {
        assert_eq!(major("Swift version 6.0.3 (swift-6.0.3-RELEASE)"), Some(6));
        assert_eq!(major("Apple Swift version 5.9 (swiftlang-5.9)"), Some(5));
        assert_eq!(major("swift: some other program"), None);
    }
}
