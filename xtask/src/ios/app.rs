//! The app target around the packages (ios/App), as far as a machine without Xcode can look at it: its files are read, what the
//! code and they both name is the same, and every Swift file parses, those too that only a Mac compiles.

use super::{names, setup, sources};
use crate::run::Done;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Looks at all of it.
pub fn check() -> Done {
    let mut faults = catalogs();
    faults.extend(consistent()?);
    faults.extend(read_by_python());
    faults.extend(parsed());
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

fn app() -> PathBuf {
    sources().join("App")
}

fn text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Every text of the app's own catalogs, in English and in Welsh, with the same places to fill.
fn catalogs() -> Vec<String> {
    let folder = app().join("Words");
    let mut faults = Vec::new();
    for name in ["AppShortcuts", "Card", "InfoPlist", "Localizable"] {
        let file = folder.join(format!("{name}.xcstrings"));
        match text(&file)
            .and_then(|text| serde_json::from_str::<Value>(&text).map_err(|error| error.to_string()))
        {
            Ok(catalog) => faults.extend(of_catalog(name, &catalog)),
            Err(why) => faults.push(format!("{}: {why}", file.display())),
        }
    }
    faults
}

fn of_catalog(name: &str, catalog: &Value) -> Vec<String> {
    let Some(texts) = catalog["strings"].as_object().filter(|texts| !texts.is_empty()) else {
        return vec![format!("{name}: no texts")];
    };
    let mut faults = Vec::new();
    for (key, entry) in texts {
        let said = |language: &str| {
            entry["localizations"][language]["stringUnit"]["value"].as_str().unwrap_or_default()
        };
        let (english, welsh) = (said("en"), said("cy"));
        if english.trim().is_empty() || welsh.trim().is_empty() {
            faults.push(format!("{name}.{key}: not there in English and Welsh"));
        }
        for place in ["%@", "${applicationName}"] {
            if english.matches(place).count() != welsh.matches(place).count() {
                faults.push(format!("{name}.{key}: {place} differs between the languages"));
            }
        }
    }
    faults
}

/// The text between two others.
fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split_once(after).map(|(inside, _)| inside)
}

/// What stands in the code and in the app's files, and must be the same in both.
fn consistent() -> Result<Vec<String>, String> {
    let swift = |path: &str| text(&sources().join("Sources").join(path));
    let (group, link, away) = (
        swift("CardPath/CardGroup.swift")?,
        swift("Platform/LinkAnswer.swift")?,
        swift("Platform/Away.swift")?,
    );
    let file = |path: &str| text(&app().join(path));
    let (mine, widgets, info) = (
        file("Hearth/Hearth.entitlements")?,
        file("Widget/Widget.entitlements")?,
        file("Hearth/Info.plist")?,
    );
    let project = file("project.yml")?;
    let mut faults = Vec::new();
    let mut must = |is_so: bool, why: &str| {
        if !is_so {
            faults.push(format!("ios/App: {why}"));
        }
    };
    let name = between(&group, "static let name = \"", "\"").ok_or("CardGroup has no name")?;
    for entitlements in [&mine, &widgets] {
        let groups = between(entitlements, "<key>com.apple.security.application-groups</key>", "</array>");
        must(
            groups.is_some_and(|groups| strings(groups) == BTreeSet::from([name])),
            "the app group is another than the code's",
        );
        let rule = "NSFileProtectionCompleteUntilFirstUserAuthentication";
        let protection =
            between(entitlements, "<key>com.apple.developer.default-data-protection</key>", "</string>");
        must(
            protection.is_some_and(|kept| kept.contains(rule)),
            "files are not readable in the background, or always",
        );
    }
    must(!widgets.contains("associated-domains"), "the widget asks for what only the app needs");
    let scheme = between(&group, "static let address = \"", "://").ok_or("CardGroup has no address")?;
    let schemes = between(&info, "<key>CFBundleURLSchemes</key>", "</array>");
    must(
        schemes.is_some_and(|schemes| strings(schemes) == BTreeSet::from([scheme])),
        "the card's address is another than the code's",
    );
    let host = between(&link, "static let host = \"", "\"").ok_or("LinkAnswer has no host")?;
    must(
        mine.contains(&format!("<string>webcredentials:{host}</string>")),
        "the claimed host is another than the code's",
    );
    for file in names::swift(&sources().join("Sources")) {
        let text = text(&file)?;
        let redirects = text.split("let redirect = \"").skip(1).filter_map(|rest| rest.split('"').next());
        for redirect in redirects.filter(|redirect| !redirect.contains("\\(")) {
            let ours = format!("https://{host}/");
            must(
                redirect.starts_with(&ours),
                &format!("{} goes back to another host: {redirect}", file.display()),
            );
        }
    }
    let works: BTreeSet<&str> = away
        .split("case ")
        .filter_map(|part| between(part, " = \"", "\""))
        .filter(|name| name.starts_with("example."))
        .collect();
    let permitted = between(&info, "<key>BGTaskSchedulerPermittedIdentifiers</key>", "</array>");
    must(
        works.len() == 2 && permitted.is_some_and(|names| strings(names) == works),
        "the work in the background is another than the code's",
    );
    for (framework, reason) in [
        ("LAContext", "NSFaceIDUsageDescription"),
        ("DataScanner", "NSCameraUsageDescription"),
        ("AVAudioRecorder", "NSMicrophoneUsageDescription"),
    ] {
        let is_used = names::swift(&sources().join("Sources"))
            .iter()
            .any(|file| text(file).is_ok_and(|text| text.contains(framework)));
        must(
            is_used == info.contains(reason),
            &format!("{framework} is used without {reason}, or the other way round"),
        );
        must(
            file("Words/InfoPlist.xcstrings")?.contains(reason),
            &format!("{reason} is said in one language only"),
        );
    }
    for private in ["Hearth/PrivacyInfo.xcprivacy", "Widget/PrivacyInfo.xcprivacy"] {
        let said: String = file(private)?.split_whitespace().collect();
        must(said.contains("<key>NSPrivacyCollectedDataTypes</key><array/>"), "something is collected");
        must(said.contains("<key>NSPrivacyTracking</key><false/>"), "somebody is tracked");
    }
    for path in project
        .lines()
        .filter_map(|line| line.trim().split_once("_FILE: ").or(line.trim().split_once("_ENTITLEMENTS: ")))
    {
        must(app().join(path.1).is_file(), &format!("project.yml names {}, which is not there", path.1));
    }
    Ok(faults)
}

fn strings(text: &str) -> BTreeSet<&str> {
    text.split("<string>")
        .skip(1)
        .filter_map(|rest| rest.split_once("</string>"))
        .map(|(inside, _)| inside)
        .collect()
}

/// Property lists as Python reads them, and project.yml where Python has a reader of YAML. No Python: it is said.
fn read_by_python() -> Vec<String> {
    const LOOK: &str = "
import pathlib, plistlib, sys
app = pathlib.Path(sys.argv[1])
lists = [f for f in app.rglob('*') if f.suffix in ('.plist', '.entitlements', '.xcprivacy')]
assert len(lists) == 6, lists
for file in lists:
    assert isinstance(plistlib.loads(file.read_bytes()), dict), file
try:
    import yaml
except ImportError:
    print('project.yml was not parsed: there is no yaml module')
else:
    project = yaml.safe_load((app / 'project.yml').read_text())
    assert set(project['targets']) == {'Hearth', 'HearthWidget'}, project['targets']
    for target in project['targets'].values():
        for source in target['sources']:
            path = source['path'] if isinstance(source, dict) else source
            assert (app / path).is_dir(), path
";
    let mut python = Command::new("python3");
    python.args(["-c", LOOK]).arg(app()).stdin(Stdio::null());
    match python.output() {
        Ok(done) => {
            print!("{}", String::from_utf8_lossy(&done.stdout));
            if done.status.success() {
                Vec::new()
            } else {
                vec![String::from_utf8_lossy(&done.stderr).into_owned()]
            }
        }
        Err(_) => {
            println!("SKIPPED the property lists of ios/App: python3 is not here to read them");
            Vec::new()
        }
    }
}

/// Every Swift file through the parser: what lies between `#if` and `#endif` of another system is parsed too.
fn parsed() -> Vec<String> {
    let Some(swift) = setup::here() else {
        println!("SKIPPED parsing the app's Swift: there is no Swift here");
        return Vec::new();
    };
    let mut compiler = Command::new(swift.join("swiftc"));
    compiler
        .args(["-frontend", "-parse"])
        .args(names::swift(&app()))
        .args(names::swift(&sources().join("Sources")));
    match compiler.stdin(Stdio::null()).output() {
        Ok(done) if done.status.success() => Vec::new(),
        Ok(done) => vec![String::from_utf8_lossy(&done.stderr).into_owned()],
        Err(error) => vec![error.to_string()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_apps_catalogs_are_whole_and_its_files_say_what_the_code_says() {
        assert_eq!(catalogs(), Vec::<String>::new());
        assert_eq!(consistent(), Ok(Vec::new()));
    }

    #[test]
    fn the_apps_property_lists_and_its_swift_are_read_where_there_is_somebody_to_read_them() {
        assert_eq!(read_by_python(), Vec::<String>::new());
        assert_eq!(parsed(), Vec::<String>::new());
    }

    #[test]
    fn a_text_that_lacks_a_language_or_a_place_is_a_fault() {
        let unit = |text: &str| serde_json::json!({"stringUnit": {"value": text}});
        let catalog = serde_json::json!({"strings": {
            "whole": {"localizations": {"en": unit("Call %@"), "cy": unit("Ffonio %@")}},
            "half": {"localizations": {"en": unit("Close")}},
            "other": {"localizations": {"en": unit("Call %@"), "cy": unit("Ffonio")}},
        }});
        assert_eq!(of_catalog("A", &catalog).len(), 2);
        assert_eq!(of_catalog("A", &serde_json::json!({})).len(), 1);
    }
}
