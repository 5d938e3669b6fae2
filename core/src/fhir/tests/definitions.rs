//! The definitions of Hearth's own extensions and codes in `docs/fhir/`: one for each that is
//! written, and each as `own` has it. `HEARTH_WRITE_DEFINITIONS=1 cargo test -p hearth-core
//! definitions` writes them anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use super::sample::{NOW, Sample};
use crate::fhir::own::{self, ENTRIES, ENTRY, EXTENSIONS, Extension, INTERPRETED_PARTS, SUPPORT, SUPPORTS};
use crate::fhir::own::{ANSWER, ANSWERS, MRC, MRC_GRADES, ZONE, ZONES};
use crate::fhir::{all_outgoing, document};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/fhir")
}

fn id(url: &str) -> &str {
    url.rsplit('/').next().unwrap()
}

/// `goal-importance` as `GoalImportance`.
fn name(id: &str) -> String {
    id.split('-').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

fn structure(extension: &Extension) -> Json {
    let (url, says) = (extension.url, extension.says);
    let mut elements = vec![json!({
        "id": "Extension", "path": "Extension", "short": says, "definition": says, "min": 0, "max": "1",
    })];
    if extension.value.is_empty() {
        for (part, value) in INTERPRETED_PARTS {
            let id = format!("Extension.extension:{part}");
            elements.extend([
                json!({ "id": id, "path": "Extension.extension", "sliceName": part, "min": 0, "max": "1" }),
                json!({ "id": format!("{id}.extension"), "path": "Extension.extension.extension", "max": "0" }),
                json!({ "id": format!("{id}.url"), "path": "Extension.extension.url", "fixedUri": part }),
                json!({
                    "id": format!("{id}.value[x]"), "path": "Extension.extension.value[x]", "min": 1,
                    "type": [{ "code": value }],
                }),
            ]);
        }
        elements.push(json!({ "id": "Extension.url", "path": "Extension.url", "fixedUri": url }));
        elements.push(json!({ "id": "Extension.value[x]", "path": "Extension.value[x]", "max": "0" }));
    } else {
        elements.push(json!({ "id": "Extension.extension", "path": "Extension.extension", "max": "0" }));
        elements.push(json!({ "id": "Extension.url", "path": "Extension.url", "fixedUri": url }));
        let mut value = json!({
            "id": "Extension.value[x]", "path": "Extension.value[x]", "min": 1,
            "type": [{ "code": extension.value }],
        });
        if extension.value == "integer" {
            value["minValueInteger"] = json!(1);
            value["maxValueInteger"] = json!(10);
        }
        elements.push(value);
    }
    let context: Vec<Json> =
        extension.on.iter().map(|on| json!({ "type": "element", "expression": on })).collect();
    json!({
        "resourceType": "StructureDefinition", "id": id(url), "url": url, "version": "1.0.0",
        "name": name(id(url)), "title": name(id(url)), "status": "active", "description": says,
        "fhirVersion": "4.0.1", "kind": "complex-type", "abstract": false, "context": context,
        "type": "Extension", "baseDefinition": "http://hl7.org/fhir/StructureDefinition/Extension",
        "derivation": "constraint", "differential": { "element": elements },
    })
}

fn codes(url: &str, says: &str, codes: &[(&str, &str)]) -> Json {
    let concepts: Vec<Json> =
        codes.iter().map(|(code, display)| json!({ "code": code, "display": display })).collect();
    json!({
        "resourceType": "CodeSystem", "id": id(url), "url": url, "version": "1.0.0",
        "name": name(id(url)), "title": name(id(url)), "status": "active", "description": says,
        "caseSensitive": true, "content": "complete", "count": codes.len(), "concept": concepts,
    })
}

fn definitions() -> BTreeMap<String, String> {
    let structures = EXTENSIONS.iter().map(structure);
    let systems = [
        codes(ENTRY, "What kind of entry of the plan that a person holds a resource is.", ENTRIES),
        codes(ZONE, "The zone of a sign or a step, as the person and their clinician put it.", ZONES),
        codes(ANSWER, "An answer to a question of a sheet that is neither a number nor words.", ANSWERS),
        codes(
            MRC,
            "A grade of the MRC breathlessness scale, 1 to 5; the modified scale is another.",
            MRC_GRADES,
        ),
        codes(SUPPORT, "What a person may ask for of the menu of support.", SUPPORTS),
    ];
    let all = structures.chain(systems).map(|definition| {
        let file = format!(
            "{}-{}.json",
            definition["resourceType"].as_str().unwrap(),
            definition["id"].as_str().unwrap()
        );
        (file, serde_json::to_string_pretty(&definition).unwrap() + "\n")
    });
    all.collect()
}

#[test]
fn each_of_our_own_has_its_definition_and_no_definition_is_of_nothing() {
    let definitions = definitions();
    if std::env::var_os("HEARTH_WRITE_DEFINITIONS").is_some() {
        for (file, text) in &definitions {
            fs::write(folder().join(file), text).unwrap();
        }
    }
    let mut there = BTreeMap::new();
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        there.insert(file, fs::read_to_string(&path).unwrap());
    }
    let names = |map: &BTreeMap<String, String>| map.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&there), names(&definitions));
    for (file, text) in &there {
        assert_eq!(Some(text), definitions.get(file), "{file}");
    }
}

/// Every `url`, and every code with its system, in what goes out.
fn used(json: &Json, urls: &mut Vec<String>, pairs: &mut Vec<(String, String)>) {
    match json {
        Json::Object(members) => {
            let text = |name: &str| members.get(name).and_then(Json::as_str).map(str::to_owned);
            urls.extend(text("url"));
            pairs.extend(text("system").zip(text("code")));
            members.values().for_each(|value| used(value, urls, pairs));
        }
        Json::Array(items) => items.iter().for_each(|item| used(item, urls, pairs)),
        _ => {}
    }
}

#[test]
fn every_extension_and_code_of_our_own_that_is_written_is_defined() {
    let plan = Sample::full();
    let (mut urls, mut pairs) = (Vec::new(), Vec::new());
    for tasks in [true, false] {
        for out in all_outgoing(&crate::fhir::Context { tasks, ..plan.cx() }) {
            used(&serde_json::from_slice(&out.body).unwrap(), &mut urls, &mut pairs);
        }
    }
    used(&serde_json::from_slice(&document(&plan.cx(), NOW)).unwrap(), &mut urls, &mut pairs);
    let parts: Vec<&str> = INTERPRETED_PARTS.iter().map(|(part, _)| *part).collect();
    for url in urls {
        let ours = EXTENSIONS.iter().any(|extension| extension.url == url);
        assert!(ours || parts.contains(&&*url) || url.starts_with("http://hl7.org/"), "{url}");
    }
    for (system, code) in pairs {
        let known = match system.as_str() {
            ENTRY => ENTRIES,
            ZONE => ZONES,
            SUPPORT => SUPPORTS,
            ANSWER => ANSWERS,
            MRC => MRC_GRADES,
            _ => {
                assert!(!system.starts_with(own::BASE), "{system}");
                continue;
            }
        };
        assert!(known.iter().any(|(known, _)| *known == code), "{system}|{code}");
    }
}

#[test]
fn every_code_of_others_that_is_written_is_in_the_docs_with_its_source() {
    let docs = fs::read_to_string(folder().with_extension("md")).unwrap();
    let plan = Sample::full();
    let (mut urls, mut pairs) = (Vec::new(), Vec::new());
    for tasks in [true, false] {
        for out in all_outgoing(&crate::fhir::Context { tasks, ..plan.cx() }) {
            used(&serde_json::from_slice(&out.body).unwrap(), &mut urls, &mut pairs);
        }
    }
    used(&serde_json::from_slice(&document(&plan.cx(), NOW)).unwrap(), &mut urls, &mut pairs);
    for (system, code) in pairs.into_iter().filter(|(system, _)| !system.starts_with(own::BASE)) {
        assert!(docs.contains(&code) && docs.contains(&system), "{system}|{code}");
    }
    for url in urls.iter().filter(|url| url.starts_with("http")) {
        assert!(docs.contains(id(url)), "{url}");
    }
}
