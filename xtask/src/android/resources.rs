//! Manifest and resources: merged, compiled and linked; and their names as Java classes.

use super::fetch::{Kit, aapt2};
use super::lock::For as What;
use super::places::{android, class_path, files, out};
use super::step::{Inputs, emptied, quiet, step};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The app's own package, and the modules with resources.
pub const PACKAGE: &str = "hearth.app";
const OWN: [(&str, &str); 2] = [("ui", "hearth.ui"), ("app", PACKAGE)];
/// Android 8, and the one it is written for.
pub const LEAST: &str = "26";
const TARGET: &str = "36";

/// For whom resources are linked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// With what the tests stand on.
    Tests,
    /// What goes into the app.
    App,
}

impl For {
    fn folder(self) -> PathBuf {
        out().join(if self == For::Tests { "linked-tests" } else { "linked" })
    }

    /// The linked resources.
    pub fn resources(self) -> PathBuf {
        self.folder().join("resources.apk")
    }

    /// The merged manifest.
    pub fn manifest(self) -> PathBuf {
        self.folder().join("AndroidManifest.xml")
    }

    /// The names of resources, as classes.
    pub fn names(self) -> PathBuf {
        self.folder().join("names")
    }

    /// What R8 must keep because a resource names it.
    pub fn keep(self) -> PathBuf {
        self.folder().join("keep.pro")
    }
}

/// Merges, compiles, links.
pub fn link(kit: &Kit, what_for: For) -> Result<String, String> {
    let folders = kit.folders(what_for == For::Tests);
    let main = android().join("app").join("src").join("main").join("AndroidManifest.xml");
    let mut own = vec![main.clone()];
    for (module, _) in OWN {
        own.extend(files(&own_resources(module), &["xml", "png", "webp", "ttf"]));
    }
    let libraries = folders.iter().map(|folder| folder.to_string_lossy().into_owned()).collect::<Vec<_>>();
    let inputs = Inputs::default().text(&libraries.join("\n")).files(&own);
    let mark = out().join("marks").join(format!("resources-{what_for:?}"));
    step(&format!("resources for {what_for:?}"), &mark, inputs, || {
        emptied(&what_for.folder())?;
        // The package stands in the Gradle files; the merger wants it in the manifest.
        let text = fs::read_to_string(&main).map_err(|error| error.to_string())?;
        let named = what_for.folder().join("main.xml");
        let text = text.replacen("<manifest ", &format!("<manifest package=\"{PACKAGE}\" "), 1);
        fs::write(&named, text).map_err(|error| error.to_string())?;
        merge(kit, &named, &folders, &what_for.manifest())?;
        let compiled = compiled(&folders)?;
        linked(kit, what_for, &folders, &compiled)?;
        names(what_for)
    })
}

fn own_resources(module: &str) -> PathBuf {
    android().join(module).join("src").join("main").join("res")
}

fn merge(kit: &Kit, main: &Path, folders: &[PathBuf], to: &Path) -> Result<(), String> {
    let libraries: Vec<PathBuf> = folders.iter().map(|folder| folder.join("AndroidManifest.xml")).collect();
    let mut merger = Command::new("java");
    merger.args(["-XX:TieredStopAtLevel=1", "-cp"]).arg(class_path(&kit.files(What::Tools)));
    merger.arg("com.android.manifmerger.Merger").arg("--main").arg(main);
    merger.arg("--libs").arg(class_path(&libraries));
    let properties = [
        ("MIN_SDK_VERSION", LEAST),
        ("TARGET_SDK_VERSION", TARGET),
        ("PACKAGE", PACKAGE),
        ("VERSION_CODE", "1"),
        ("VERSION_NAME", env!("CARGO_PKG_VERSION")),
    ];
    for (name, value) in properties {
        merger.args(["--property", &format!("{name}={value}")]);
    }
    quiet("merging the manifests", merger.arg("--out").arg(to)).map(drop)
}

/// Every library's resources, compiled once, and our own.
fn compiled(folders: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let flat = out().join("flat");
    fs::create_dir_all(&flat).map_err(|error| error.to_string())?;
    let mut compiled = Vec::new();
    for folder in folders {
        let resources = folder.join("res");
        if files(&resources, &["xml", "png", "webp", "ttf"]).is_empty() {
            continue;
        }
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let to = flat.join(format!("{name}.zip"));
        if !to.exists() {
            compile(&["--legacy"], &resources, &to)?;
        }
        compiled.push(to);
    }
    for (module, _) in OWN {
        let to = flat.join(format!("own-{module}.zip"));
        let _ = fs::remove_file(&to);
        compile(&[], &own_resources(module), &to)?;
        compiled.push(to);
    }
    Ok(compiled)
}

fn compile(options: &[&str], folder: &Path, to: &Path) -> Result<(), String> {
    let mut aapt = Command::new(aapt2());
    aapt.arg("compile").args(options).arg("--dir").arg(folder).arg("-o").arg(to);
    quiet("compiling resources", &mut aapt).map(drop)
}

fn linked(kit: &Kit, what_for: For, folders: &[PathBuf], compiled: &[PathBuf]) -> Result<(), String> {
    let mut packages: BTreeSet<String> = OWN.iter().map(|(_, package)| (*package).to_owned()).collect();
    for folder in folders {
        let has_names = fs::metadata(folder.join("R.txt")).is_ok_and(|names| names.len() > 0);
        if has_names && let Some(package) = package_of(&folder.join("AndroidManifest.xml")) {
            packages.insert(package);
        }
    }
    packages.remove(PACKAGE);
    let mut aapt = Command::new(aapt2());
    aapt.arg("link").arg("-I").arg(kit.android()?).arg("--manifest").arg(what_for.manifest());
    aapt.arg("-o").arg(what_for.resources()).arg("--java").arg(what_for.folder().join("java"));
    aapt.args(["--auto-add-overlay", "--no-version-vectors", "--non-final-ids"]);
    aapt.args(["--min-sdk-version", LEAST, "--target-sdk-version", TARGET]);
    aapt.args(["--version-code", "1", "--version-name", env!("CARGO_PKG_VERSION")]);
    aapt.arg("--proguard").arg(what_for.keep()).arg("--proguard-conditional-keep-rules");
    aapt.args(["--extra-packages", &packages.into_iter().collect::<Vec<_>>().join(":")]);
    for resources in compiled {
        aapt.arg("-R").arg(resources);
    }
    quiet("linking resources", &mut aapt).map(drop)
}

fn package_of(manifest: &Path) -> Option<String> {
    let text = fs::read_to_string(manifest).ok()?;
    Some(text.split_once("package=\"")?.1.split_once('"')?.0.to_owned())
}

fn names(what_for: For) -> Result<(), String> {
    let list = what_for.folder().join("sources");
    let sources = files(&what_for.folder().join("java"), &["java"]);
    let lines: Vec<String> = sources.iter().map(|source| format!("\"{}\"", source.display())).collect();
    fs::write(&list, lines.join("\n")).map_err(|error| error.to_string())?;
    let mut javac = Command::new("javac");
    javac.args(["-nowarn", "-proc:none", "--release", "11", "-d"]).arg(what_for.names());
    quiet("compiling the names of resources", javac.arg(format!("@{}", list.display()))).map(drop)
}
