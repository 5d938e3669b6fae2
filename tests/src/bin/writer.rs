//! A program that writes edits until it is killed: the child of the kill harness.
//!
//! `writer STORE FOLDER FIRST [CALL]`: STORE is `toy` or `plan`, or `toy-early`
//! or `plan-early`, which acknowledge before they commit; FIRST is the number of
//! the first edit; at the CALL-th call on the disk it ends itself as by `kill -9`.
#![allow(clippy::expect_used)]

use std::path::Path;
use std::sync::Arc;

use hearth_core::vault::SoftwareKeyStore;
use hearth_tests::faults::{Fault, FaultKind, Recorder};
use hearth_tests::plan_store::{self, Phone};
use hearth_tests::toy::{Flaw, Toy};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| words.get(at).and_then(|word| word.parse::<u64>().ok());
    let (store, folder) = (words[0].as_str(), Path::new(&words[1]));
    let numbers = number(2).expect("the number of the first edit")..;
    let recorder = Recorder::over(folder);
    if let Some(at) = number(3) {
        recorder.fail(Fault { kind: FaultKind::Die, at, lasting: false });
    }
    match store {
        "toy" | "toy-early" => toy(&recorder, numbers, store == "toy-early"),
        _ => plan(&recorder, numbers, store == "plan-early"),
    }
}

fn toy(recorder: &Recorder, numbers: impl Iterator<Item = u64>, early: bool) {
    let mut toy =
        Toy::open(recorder.root(), Arc::new(recorder.clone()), Flaw::None).expect("the store to open");
    for n in numbers {
        println!("begin {n}");
        let written = if early { toy.write_acknowledging_early(n) } else { toy.write(n) };
        written.expect("the edit to be written");
        println!("ack {n}");
    }
}

fn plan(recorder: &Recorder, numbers: impl Iterator<Item = u64>, early: bool) {
    println!("begin 0");
    let keys = SoftwareKeyStore::open(&recorder.root().join("keys")).expect("the key store");
    let plan = Phone::of_one_life(keys).start(recorder).expect("the plan to open");
    println!("ack 0");
    for n in numbers {
        println!("begin {n}");
        if early {
            println!("ack {n}");
        }
        plan_store::write(&plan, n).expect("the edit to be written");
        println!("ack {n}");
    }
}
