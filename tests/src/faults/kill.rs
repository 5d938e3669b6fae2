//! `kill -9` of a writing process, thousands of times.
//!
//! The writer is a program that prints `begin N` before it asks for edit N and
//! `ack N` once the store said `Ok`, each as one line to a pipe. It is ended in
//! one of two ways, by turns: from inside, at a call on the disk that the seed
//! names, which replays exactly; and from outside, after some number of
//! acknowledgements and a busy wait that the seed names, which strikes where
//! the machine's scheduler has it. What it printed before it died stays in the
//! pipe and binds the store.

use std::hint::spin_loop;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use super::log::Marks;
use super::report::{Lost, Report};
use crate::rng::Rng;
use crate::scratch::Scratch;

/// Ends a writing process again and again.
#[derive(Clone, Debug)]
pub struct Kill {
    /// What the report is called.
    pub name: String,
    /// What every choice is drawn from.
    pub seed: u64,
    /// How many times.
    pub kills: u64,
    /// How many of them strike one store before a fresh one is begun.
    pub a_store: u64,
}

/// What the writer is told when it is started.
#[derive(Clone, Copy, Debug)]
pub struct Death {
    /// The number of its first edit.
    pub first: u64,
    /// The call on the disk at which it shall end itself, counted from 1.
    pub at_call: Option<u64>,
}

impl Kill {
    /// `writer` gives the command for a folder; `check` opens the store that
    /// the kill left and is given all that was acknowledged in its life.
    ///
    /// # Panics
    /// When the writer cannot be started. One that ends by itself, because it
    /// cannot open its store or write, is a loss.
    pub fn run(
        &self,
        writer: impl Fn(&Path, Death) -> Command,
        check: impl Fn(&Path, &Marks) -> Result<(), Lost>,
    ) -> Report {
        let begun = Instant::now();
        let mut report = Report::new(&self.name, self.seed);
        let scratch = Scratch::new();
        let mut folder = scratch.emptied("store");
        let mut marks = Marks::default();
        for kill in 0..self.kills {
            if kill % self.a_store.max(1) == 0 {
                folder = scratch.emptied("store");
                marks = Marks::default();
            }
            let mut rng = Rng::part(self.seed, &[kill]);
            let first = marks.begun.last().map_or(1, |last| last + 1);
            let at_call = rng.chance(1, 2).then(|| 1 + rng.below(300));
            let mut command = writer(&folder, Death { first, at_call });
            let child = command.stdout(Stdio::piped()).stdin(Stdio::null()).spawn();
            let ended = end(child.expect("the writer to start"), &mut rng, &mut marks);
            let result = check(&folder, &marks).and(ended);
            report.count(result, || format!("seed {} kill {kill}", self.seed));
        }
        report.took = begun.elapsed();
        report
    }
}

/// Reads what the writer says, ends it at the seeded point, and reads the rest.
fn end(mut child: Child, rng: &mut Rng, marks: &mut Marks) -> Result<(), Lost> {
    const LONGEST_WAIT: u64 = 40_000;
    let mut acks = 1 + rng.below(20);
    let spins = rng.below(LONGEST_WAIT);
    let said = BufReader::new(child.stdout.take().expect("the writer's words"));
    for line in said.lines().map_while(Result::ok) {
        // A line is shorter than what a pipe takes in one step: none is cut.
        let words = line.split_once(' ');
        let Some((what, Ok(n))) = words.map(|(what, n)| (what, n.parse())) else {
            continue;
        };
        match what {
            "begin" => marks.begun.push(n),
            "ack" => {
                marks.acknowledged.push(n);
                acks = acks.saturating_sub(1);
                if acks == 0 {
                    (0..spins).for_each(|_| spin_loop());
                    // It may have ended itself already: that is well.
                    let _ = child.kill();
                }
            }
            _ => {}
        }
    }
    let status = child.wait().expect("the writer to end");
    if status.code().is_none() { Ok(()) } else { Err(Lost(format!("the writer gave up: {status}"))) }
}
