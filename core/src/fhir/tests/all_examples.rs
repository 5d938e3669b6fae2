//! Every example that HL7 gives of FHIR R4 (npm `hl7.fhir.r4.examples` 4.0.1, CC0): some 5,300
//! resources of all types. `cargo xtask test` fetches them once and runs this; it is not part of
//! the ordinary run because they are 190 MB.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::map::another;
use crate::fhir::map::{Goes, How, Row, map_of};
use crate::fhir::tree::{Item, Limits, Tree};
use crate::fhir::{FhirError, What, incoming, observation, write_over};
use crate::plan::{Field, Type};
use crate::record::Value;

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/fhir/examples/package");
    let found = fs::read_dir(&folder).unwrap_or_else(|_| panic!("fetch them first: cargo xtask test"));
    let mut files: Vec<PathBuf> = found.map(|entry| entry.unwrap().path()).collect();
    // A resource's file is named by its type; the package's own begin with a small letter or a dot.
    let is_resource = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        name.ends_with(".json") && name.starts_with(|c: char| c.is_ascii_uppercase())
    };
    files.retain(is_resource);
    files.sort();
    files
}

/// Where two JSON texts differ, as paths of names.
fn differences(one: Item<'_, '_>, other: Item<'_, '_>, path: &str, found: &mut Vec<String>) {
    if one.as_written() == other.as_written() {
        return;
    }
    if !(one.is_object() && other.is_object()) {
        let (ones, others): (Vec<_>, Vec<_>) = (one.items().collect(), other.items().collect());
        if ones.is_empty() || ones.len() != others.len() {
            found.push(path.to_owned());
            return;
        }
        for (one, other) in ones.into_iter().zip(others) {
            differences(one, other, path, found);
        }
        return;
    }
    let names = |item: Item<'_, '_>| {
        item.members().filter_map(|(name, _)| name.str().map(|name| name.into_owned())).collect::<Vec<_>>()
    };
    let mut all = names(one);
    all.extend(names(other));
    all.sort();
    all.dedup();
    for name in all {
        let path = format!("{path}.{name}");
        match (one.get(&name), other.get(&name)) {
            (Some(one), Some(other)) => differences(one, other, &path, found),
            _ => found.push(path),
        }
    }
}

/// The elements that a row may touch.
fn touched(row: &Row) -> Vec<String> {
    let mut paths = Vec::new();
    for at in row.at {
        let names: Vec<String> = at
            .iter()
            .map(|place| match place.step() {
                crate::fhir::edit::Step::In(name) | crate::fhir::edit::Step::First(name, _) => {
                    name.to_owned()
                }
                crate::fhir::edit::Step::That(that) => that.list.to_owned(),
            })
            .collect();
        let (last, before) = names.split_last().unwrap();
        let before: String = before.iter().map(|name| format!(".{name}")).collect();
        paths.push(format!("{before}.{last}"));
        paths.push(format!("{before}._{last}"));
    }
    if let How::Code(codes) = row.how {
        paths.extend(codes.exact.map(|_| ".extension".to_owned()));
        paths.extend(codes.beside.map(|beside| format!(".{}", beside.element)));
    }
    paths
}

/// Edits one field, and looks that nothing else is different.
fn edit(name: &str, body: &[u8], field: Field, value: &Value) {
    let tree = Tree::read(body).unwrap();
    let map = map_of(tree.root()).unwrap();
    let row = map.rows.iter().find(|row| row.field == field).unwrap();
    let after = match write_over(body, &[(field, value.clone())]) {
        Ok(after) => after,
        // Another type of the same choice stands there.
        Err(FhirError::NotAllowed { element: "choice of types" }) => return,
        Err(why) => panic!("{name}: {} {why}", field.name),
    };
    let now = incoming(&after).unwrap();
    assert!(now.fields.iter().any(|(_, f, v)| *f == field && v == value), "{name}: {}", field.name);
    let (one, other) = (Tree::read(body).unwrap(), Tree::read(&after).unwrap());
    let mut found = Vec::new();
    differences(one.root(), other.root(), "", &mut found);
    assert!(!found.is_empty(), "{name}: {} did not change", field.name);
    for path in found {
        let allowed = touched(row).iter().any(|may| path == *may || path.starts_with(&format!("{may}.")));
        // Making an element makes what holds it.
        let made = touched(row).iter().any(|may| may.starts_with(&format!("{path}.")));
        assert!(allowed || made, "{name}: {} also changed {path}", field.name);
    }
    // Numbers as they were written: not one byte of the rest is new.
    let same_front = body.iter().zip(&after).take_while(|(one, other)| one == other).count();
    assert!(same_front > 0);
}

#[derive(Default)]
struct Seen {
    read: BTreeMap<String, usize>,
    refused: BTreeMap<String, usize>,
    edited: BTreeMap<String, usize>,
}

fn look(name: &str, body: &[u8], seen: &mut Seen) {
    let read = match incoming(body) {
        Ok(read) => read,
        Err(why) => {
            let why = format!("{why:?}");
            let why = why.split([' ', '{']).next().unwrap().to_owned();
            *seen.refused.entry(why).or_default() += 1;
            return;
        }
    };
    *seen.read.entry(format!("{:?}", read.what)).or_default() += 1;
    if read.what == What::Result {
        let _ = observation::read(body);
    }
    let What::Entry(kind, _) = read.what else { return };
    // Where it says nothing, it is made to.
    let tree = Tree::read(body).unwrap();
    let rows = map_of(tree.root()).unwrap().rows.iter();
    let first = rows.map(|row| row.field).find(|field| field.holds == Type::Words);
    let said = first.map(|field| (kind, field, Value::Text("x".into())));
    let fields = if read.fields.is_empty() { said.into_iter().collect() } else { read.fields };
    if map_of(tree.root()).unwrap().goes != Goes::Out {
        assert_eq!(write_over(body, &[]), Err(FhirError::ReadOnly), "{name}");
        return;
    }
    for (_, field, value) in fields {
        edit(name, body, field, &another(&field, &value));
        *seen.edited.entry(read.resource.clone()).or_default() += 1;
    }
}

#[test]
#[ignore = "needs HL7's examples: cargo xtask test fetches them"]
fn every_example_is_read_or_refused_and_one_field_changes_alone() {
    let files = files();
    let mut seen = Seen::default();
    let mut within = 0;
    for path in &files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = fs::read(path).unwrap();
        look(&name, &bytes, &mut seen);
        // What a page of results or a document holds is read like any other.
        if let Ok(tree) = Tree::read_within(&bytes, Limits::PAGE) {
            let entries = tree.root().get("entry").into_iter().flat_map(|list| list.items());
            for resource in entries.filter_map(|entry| entry.get("resource")) {
                look(&name, resource.as_written().as_bytes(), &mut seen);
                within += 1;
            }
        }
    }
    println!("{} files, {within} more within them", files.len());
    println!("read {:#?}\nrefused {:#?}\nedited {:#?}", seen.read, seen.refused, seen.edited);
    assert!(files.len() > 5_200, "only {} files", files.len());
    // Only what is too large to be a resource, or nested too deep, or changed by a modifier.
    // One example of HL7 has an id longer than HL7 allows.
    assert_eq!(seen.refused.remove("NotAllowed"), Some(1));
    for why in seen.refused.keys() {
        assert!(["TooLarge", "TooDeep", "TooMany", "UnknownModifier"].contains(&&**why), "{why}");
    }
    for resource in ["Goal", "Task", "ServiceRequest", "RelatedPerson"] {
        assert!(seen.edited.get(resource).is_some_and(|n| *n > 0), "{resource}");
    }
}
