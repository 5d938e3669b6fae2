//! The rows of the bars in automerge, a general CRDT document store in memory.
//!
//! P20 is put in two ways. *Whole*: a map of 400 strings, each edit putting the
//! whole new text, which is the least work automerge can be given. *Text*: each
//! field an automerge text that letters are spliced into, which is how its
//! documents are usually written. Each edit is a change of its own by its
//! device's actor, with its time, as the bars count them.

#![forbid(unsafe_code)]

mod plan;

use automerge::AutoCommit;
use bench_round::{Call, Failure, no_such_verb};
use hearth_workload::{P20, SEED, after};
use plan::Way;
use std::hint::black_box;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

/// The sizes of merge that are prepared.
const MERGES: [usize; 2] = [1_000, 10_000];

fn main() -> ExitCode {
    bench_round::run("crdt", |call| match call.verb.as_str() {
        "prepare" => prepare(call),
        "row2" => load(call, Way::Whole),
        "row2-text" => load(call, Way::Text),
        "row4" => merge(call, Way::Whole),
        "row4-text" => merge(call, Way::Text),
        "row4-apply" => apply(call, Way::Whole),
        "row6" => size(call, Way::Whole),
        "row6-text" => size(call, Way::Text),
        "versions" => versions(call),
        _ => Err(no_such_verb(
            call,
            "prepare, row2, row4 and row6, each also with -text, row4-apply and versions",
        )),
    })
}

fn history_file(call: &Call, way: Way) -> PathBuf {
    call.file(&format!("{}.automerge", way.name()))
}

fn fork_file(call: &Call, way: Way, count: usize) -> PathBuf {
    call.file(&format!("{}-fork-{count}.automerge", way.name()))
}

fn prepare(call: &Call) -> Result<(), Failure> {
    std::fs::create_dir_all(&call.folder)?;
    for way in [Way::Whole, Way::Text] {
        let mut document = AutoCommit::new();
        plan::write(&mut document, way, P20::new(SEED))?;
        std::fs::write(history_file(call, way), document.save())?;
        for count in MERGES {
            let mut fork = document.fork();
            plan::write(&mut fork, way, after(SEED, count))?;
            std::fs::write(fork_file(call, way, count), fork.save())?;
        }
    }
    Ok(())
}

fn read(path: PathBuf) -> Result<Vec<u8>, Failure> {
    std::fs::read(&path).map_err(|error| format!("{error}. Is it prepared? crdt prepare FOLDER").into())
}

/// Row 2: the history's bytes, read already, into a document.
fn load(call: &Call, way: Way) -> Result<(), Failure> {
    let bytes = read(history_file(call, way))?;
    call.measure(3, || {
        let start = Instant::now();
        let document = AutoCommit::load(&bytes)?;
        let took = start.elapsed();
        black_box(document);
        Ok(took)
    })
}

/// Row 4: a document merges another that is so many changes ahead of it.
/// Neither reading, writing to the disk nor checking a signature is in it.
fn merge(call: &Call, way: Way) -> Result<(), Failure> {
    let (here, mut there) = both(call, way)?;
    call.measure(3, || {
        let mut here = here.clone();
        let start = Instant::now();
        here.merge(&mut there)?;
        let took = start.elapsed();
        match here.get_heads() == there.get_heads() {
            true => Ok(took),
            false => Err("The merge did not bring every change.".into()),
        }
    })
}

/// Row 4 with still less to do: the changes are taken out of the other document
/// beforehand, and only applied.
fn apply(call: &Call, way: Way) -> Result<(), Failure> {
    let (mut here, mut there) = both(call, way)?;
    let changes = there.get_changes(&here.get_heads());
    call.measure(3, || {
        let (mut here, changes) = (here.clone(), changes.clone());
        let start = Instant::now();
        here.apply_changes(changes)?;
        let took = start.elapsed();
        match here.get_heads() == there.get_heads() {
            true => Ok(took),
            false => Err("Not every change was applied.".into()),
        }
    })
}

/// A document with P20 and one that is so many changes ahead of it.
fn both(call: &Call, way: Way) -> Result<(AutoCommit, AutoCommit), Failure> {
    let count = call.number()?;
    if !MERGES.contains(&count) {
        return Err("Merges of 1000 and of 10000 changes are prepared, no others.".into());
    }
    let here = AutoCommit::load(&read(history_file(call, way))?)?;
    let there = AutoCommit::load(&read(fork_file(call, way, count))?)?;
    Ok((here, there))
}

/// Row 6: the saved document's bytes, beside its text.
fn size(call: &Call, way: Way) -> Result<(), Failure> {
    let saved = read(history_file(call, way))?.len();
    let text: usize = P20::new(SEED).map(|edit| edit.text.len()).sum();
    call.say(&[("bytes", &saved), ("text_bytes", &text)]);
    Ok(())
}

/// Which automerge this is, from the lock file it was built with.
fn versions(call: &Call) -> Result<(), Failure> {
    let locked = include_str!("../../Cargo.lock")
        .split_once("name = \"automerge\"\nversion = \"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map_or("unknown", |(version, _)| version);
    call.say(&[("automerge", &format!("\"{locked}\""))]);
    Ok(())
}
