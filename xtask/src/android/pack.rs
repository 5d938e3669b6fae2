//! Packing an APK: to Android's own byte code, zipped, aligned, signed for trying.

use super::compile::Side;
use super::fetch::{Kit, aapt2, kit};
use super::lock::For;
use super::places::{android, class_path, files, out};
use super::resources::{self, For as Linked, LEAST};
use super::step::{Inputs, emptied, quiet, step};
use crate::peers::PYTHON;
use crate::run::{Done, first_line};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The processors of phones, as Android names them.
const PROCESSORS: [&str; 3] = ["arm64-v8a", "armeabi-v7a", "x86_64"];

/// Makes an APK: with `--release` shrunk by R8.
pub fn run(args: &[String]) -> Done {
    let release = args.iter().any(|arg| arg == "--release");
    let side = super::build()?;
    let kit = kit()?;
    resources::link(&kit, Linked::App)?;
    let code = code(&kit, &side, release)?;
    let name = if release { "hearth-release" } else { "hearth-try" };
    let raw = out().join(format!("{name}.raw.apk"));
    fs::copy(Linked::App.resources(), &raw).map_err(|error| error.to_string())?;
    let natives = natives(&kit);
    if !natives.iter().any(|(name, _)| name.ends_with("libhearth_bindings.so")) {
        println!("no NDK: the APK has no core of a phone's processor in it, so it starts on no phone");
    }
    let mut zip = Command::new(PYTHON.program);
    zip.arg(android().join("tools").join("zip_apk.py")).arg(&raw).arg(&code);
    for (name, file) in &natives {
        zip.arg(format!("{name}={}", file.display()));
    }
    // R8 has written them anew, with the names that it gave.
    zip.arg("--services").args(if release { vec![code.clone()] } else { kit.class_path(false) });
    quiet("zipping", &mut zip)?;
    let apk = out().join(format!("{name}.apk"));
    signed(&kit, &raw, &apk)?;
    let said = quiet("aapt2", Command::new(aapt2()).args(["dump", "badging"]).arg(&apk))?;
    println!("{}", said.lines().next().unwrap_or_default());
    let size = fs::metadata(&apk).map_err(|error| error.to_string())?.len();
    println!("{}: {size} bytes", apk.display());
    Ok(())
}

/// Android's byte code of everything.
fn code(kit: &Kit, side: &Side, release: bool) -> Result<PathBuf, String> {
    let folder = out().join(if release { "code-release" } else { "code-try" });
    let own: Vec<PathBuf> = side.app.iter().cloned().chain([Linked::App.names()]).collect();
    let jar = out().join("own.jar");
    let mut pack = Command::new("jar");
    pack.arg("cf").arg(&jar);
    for part in &own {
        pack.arg("-C").arg(part).arg(".");
    }
    quiet("packing our classes", &mut pack)?;
    let classes: Vec<PathBuf> = own.iter().flat_map(|part| files(part, &["class"])).collect();
    let rules = android().join("app").join("proguard-rules.pro");
    let libraries = class_path(&kit.class_path(false));
    let inputs = Inputs::default().text(&libraries).files(&classes).files(std::slice::from_ref(&rules));
    let mark = out().join("marks").join(format!("code-{release}"));
    if release {
        step("Android's byte code, shrunk", &mark, inputs, || shrunk(kit, &folder, &jar, &rules))?;
    } else {
        let libraries = dexed_libraries(kit)?;
        step("Android's byte code", &mark, inputs, || {
            emptied(&folder)?;
            let inputs = files(&libraries, &["dex"]);
            quiet("D8", dexer(kit, "D8", "--debug", &folder)?.arg(&jar).args(inputs)).map(drop)
        })?;
    }
    Ok(folder)
}

/// The libraries' byte code, which changes with the lock only.
fn dexed_libraries(kit: &Kit) -> Result<PathBuf, String> {
    let folder = out().join("code-libraries");
    let jars = kit.class_path(false);
    let inputs = Inputs::default().text(&class_path(&jars));
    step("the libraries' byte code", &out().join("marks").join("code-libraries"), inputs, || {
        emptied(&folder)?;
        quiet("D8", dexer(kit, "D8", "--debug", &folder)?.arg("--intermediate").args(&jars)).map(drop)
    })?;
    Ok(folder)
}

/// Everything that is not reached taken out, by R8.
fn shrunk(kit: &Kit, folder: &Path, jar: &Path, rules: &Path) -> Result<(), String> {
    emptied(folder)?;
    let mut dex = dexer(kit, "R8", "--release", folder)?;
    let of_libraries = kit.folders(false).into_iter().map(|folder| folder.join("proguard.txt"));
    for rules in
        [Linked::App.keep(), rules.to_owned()].into_iter().chain(of_libraries).filter(|file| file.exists())
    {
        dex.arg("--pg-conf").arg(rules);
    }
    // What each class was called, to read a report of a crash with.
    let map = out().join("release.map");
    dex.arg("--pg-map-output").arg(&map);
    quiet("R8", dex.arg(jar).args(kit.class_path(false)))?;
    super::shrunk::check(&map, &Linked::App.keep())
}

/// D8 or R8, against Android and Java.
fn dexer(kit: &Kit, which: &str, how: &str, to: &Path) -> Result<Command, String> {
    let mut dex = Command::new("java");
    dex.args(["-Xmx4g", "-XX:+UseSerialGC", "-cp"]).arg(class_path(&kit.files(For::Tools)));
    dex.arg(format!("com.android.tools.r8.{which}")).arg(how).args(["--min-api", LEAST]);
    dex.arg("--lib").arg(kit.android()?).arg("--lib").arg(java_home()?).arg("--output").arg(to);
    Ok(dex)
}

/// Native libraries: those of the app's libraries, and the core's where it was built.
fn natives(kit: &Kit) -> Vec<(String, PathBuf)> {
    let mut folders: Vec<PathBuf> = kit.folders(false).into_iter().map(|folder| folder.join("jni")).collect();
    folders.push(android().join("app").join("src").join("main").join("jniLibs"));
    let mut natives = Vec::new();
    for folder in folders {
        for processor in PROCESSORS {
            for file in files(&folder.join(processor), &["so"]) {
                let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                natives.push((format!("lib/{processor}/{name}"), file));
            }
        }
    }
    natives
}

/// Aligns and signs with a key for trying, made here and worth nothing, and has it verified: by the
/// library that apksigner is made of, and by apksigner itself where it is installed.
fn signed(kit: &Kit, raw: &Path, apk: &Path) -> Result<(), String> {
    let keys = out().join("trying.p12");
    if !keys.exists() {
        let mut keytool = Command::new("keytool");
        keytool.args(["-genkeypair", "-storetype", "PKCS12", "-storepass", "trying", "-alias", "trying"]);
        keytool.args(["-keyalg", "RSA", "-keysize", "2048", "-validity", "10000", "-dname", "CN=Trying"]);
        quiet("keytool", keytool.arg("-keystore").arg(&keys))?;
    }
    let mut sign = Command::new("java");
    sign.arg("-cp").arg(kit.named(For::Tools, "apksig", "")?);
    sign.arg(android().join("tools").join("Sign.java")).arg(keys).args(["trying", "trying", LEAST]);
    quiet("signing", sign.arg(raw).arg(apk))?;
    if first_line("apksigner", &["--version"]).is_some() {
        let mut verify = Command::new("apksigner");
        quiet("apksigner verify", verify.args(["verify", "--min-sdk-version", LEAST]).arg(apk))?;
        println!("apksigner accepts it");
    }
    Ok(())
}

fn java_home() -> Result<PathBuf, String> {
    let said = quiet("java", Command::new("java").args(["-XshowSettings:properties", "-version"]))?;
    let line = said.lines().find_map(|line| line.trim().strip_prefix("java.home = "));
    line.map(PathBuf::from).ok_or_else(|| "java does not say where it is".to_owned())
}
