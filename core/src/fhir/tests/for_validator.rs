//! Everything that may go out, as files for HL7's own validator (`tests/peers/validator`).
//! `cargo xtask test` writes them and runs it, where there is a Java to run it.

use std::fs;
use std::path::Path;

use super::map::another;
use super::sample::{NOW, Sample, id, text};
use crate::fhir::{Context, all_outgoing, document, incoming, remove_part, stamp, write_over};
use crate::plan::*;
use crate::record::{Author, Value};
use crate::words::{Language, Words};

#[test]
#[ignore = "writes files for HL7's validator: cargo xtask test runs both"]
fn everything_that_goes_out_is_written_down_for_the_validator() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/fhir/out");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let mut written = 0;
    let mut write = |name: String, body: &[u8]| {
        fs::write(folder.join(format!("{name}.json")), body).unwrap();
        written += 1;
    };
    for (name, plan) in plans() {
        write(format!("document-{name}"), &document(&plan.cx(), NOW));
        for tasks in [true, false] {
            for out in all_outgoing(&Context { tasks, ..plan.cx() }) {
                let of = format!("{name}-{}-{}-{}", out.kind.name(), out.resource, &out.id[..6]);
                write(of.clone(), &stamp(&out.body, "a mark").unwrap());
                if name != "full" {
                    continue;
                }
                // Each field changed, and taken away; each part taken away.
                let read = incoming(&out.body).unwrap();
                for (_, field, value) in &read.fields {
                    let other = write_over(&out.body, &[(*field, another(field, value))]).unwrap();
                    write(format!("{of}-changed-{}", field.name), &other);
                    let gone = write_over(&out.body, &[(*field, Value::Empty)]).unwrap();
                    write(format!("{of}-without-{}", field.name), &gone);
                }
                for part in &read.parts {
                    let gone = remove_part(&out.body, &part.mark).unwrap();
                    write(format!("{of}-without-{}", part.mark), &gone);
                }
            }
        }
    }
    println!("{written} files");
}

/// The whole plan, in both languages; one with hardly anything in it; one with what is hardest to
/// say.
fn plans() -> Vec<(&'static str, Sample)> {
    let mut welsh = Sample::full();
    welsh.words = Words::new(Language::Cy);
    let mut sparse = Sample::new();
    for kind in [Kind::Goal, Kind::Need, Kind::Action, Kind::Promise, Kind::Person, Kind::Unwell, Kind::Use] {
        sparse.write(kind, id(1), &Common::POSITION, text("m"));
    }
    for kind in [Kind::Preference, Kind::Reading, Kind::Request, Kind::CheckIn, Kind::Medicine, Kind::Allergy]
    {
        sparse.write(kind, id(2), &Common::POSITION, text("m"));
    }
    let mut hard = Sample::full();
    let nasty = "<img src=x onerror=alert(1)> & \"quoted\" \\ \u{202e}abc\u{2066}\nسلام\t😀";
    for (kind, field) in [(Kind::Goal, Goal::WORDS), (Kind::Action, Action::WHAT), (Kind::Sign, Sign::WORDS)]
    {
        let id = hard.record.of_kind(kind.number()).next().unwrap().0;
        hard.write(kind, id, &field, text(nasty));
        hard.beside(kind, id, &field, text("another version"));
    }
    hard.write(Kind::Need, id(2), &Need::WORDS, text(" \n "));
    hard.write(Kind::Person, id(20), &Person::NUMBER, text(nasty));
    hard.beside(Kind::Unwell, id(10), &Unwell::STEPS, Value::Order(vec![id(14), id(13)]));
    hard.author = Author::Behalf(id(20));
    hard.write(Kind::Strength, id(1), &Strength::WORDS, text(nasty));
    hard.write(Kind::Goal, id(9), &Goal::WORDS, text("Said for them"));
    vec![("full", Sample::full()), ("welsh", welsh), ("sparse", sparse), ("hard", hard)]
}
