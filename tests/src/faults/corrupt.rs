//! Bits turned over in a store that lies still.

use std::path::{Path, PathBuf};
use std::thread;
use std::time::Instant;

use super::every_nth::nothing_is_gone;
use super::report::{Lost, Report};
use crate::rng::Rng;
use crate::scratch::{self, Scratch};

/// One bit that was turned over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flip {
    /// The file, relative to the store's folder.
    pub file: PathBuf,
    /// The byte in it, from 0.
    pub byte: usize,
    /// The bit in that, 0 to 7.
    pub bit: u8,
}

/// What the store made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// It said that something is damaged.
    Noticed,
    /// It said nothing, and every value read back right.
    Harmless,
    /// It did not open, said why, and left everything as it was.
    Shut,
}

/// Turns bits over in the files of a prepared store.
#[derive(Clone, Debug)]
pub struct Corruption {
    /// What the report is called.
    pub name: String,
    /// What every choice is drawn from.
    pub seed: u64,
    /// How many at a time.
    pub threads: usize,
}

impl Corruption {
    /// Each bit of each file by itself, or one in `step` of them from a seeded
    /// start. `check` opens the store in the folder and answers `Lost` when a
    /// value is wrong or gone unnoticed, or an unharmed one cannot be read.
    ///
    /// # Panics
    /// When the harness itself cannot work, or a closure panics.
    pub fn each_bit(
        &self,
        prepare: impl Fn(&Path),
        step: usize,
        check: impl Fn(&Path, &[Flip]) -> Result<Seen, Lost> + Sync,
    ) -> Report {
        self.run(prepare, &check, |files| {
            let bits: usize = files.iter().map(|(_, bytes)| bytes.len() * 8).sum();
            let first = Rng::new(self.seed).index(step.max(1));
            (first..bits).step_by(step.max(1)).map(|at| vec![at]).collect()
        })
    }

    /// `rounds` rounds of `flips` bits each, anywhere.
    ///
    /// # Panics
    /// When the harness itself cannot work, or a closure panics.
    pub fn anywhere(
        &self,
        prepare: impl Fn(&Path),
        rounds: usize,
        flips: usize,
        check: impl Fn(&Path, &[Flip]) -> Result<Seen, Lost> + Sync,
    ) -> Report {
        self.run(prepare, &check, |files| {
            let bits: usize = files.iter().map(|(_, bytes)| bytes.len() * 8).sum();
            let mut rng = Rng::new(self.seed);
            (0..rounds).map(|_| (0..flips).map(|_| rng.index(bits)).collect()).collect()
        })
    }

    fn run(
        &self,
        prepare: impl Fn(&Path),
        check: &(impl Fn(&Path, &[Flip]) -> Result<Seen, Lost> + Sync),
        plan: impl Fn(&[(PathBuf, Vec<u8>)]) -> Vec<Vec<usize>>,
    ) -> Report {
        let begun = Instant::now();
        let scratch = Scratch::new();
        let prepared = scratch.emptied("prepared");
        prepare(&prepared);
        let (files, folders) = scratch::contents(&prepared);
        let rounds = plan(&files);
        let worker = |first: usize| {
            let mut report = Report::new(&self.name, self.seed);
            for bits in rounds.iter().skip(first).step_by(self.threads.max(1)) {
                let mut damaged = files.clone();
                let flips: Vec<Flip> = bits.iter().map(|bit| turn(&mut damaged, *bit)).collect();
                let folder = scratch.emptied(&format!("store-{first}"));
                scratch::lay_out(&folder, &damaged, &folders);
                let seen = check(&folder, &flips);
                let whole = nothing_is_gone(&files, &folder);
                let whence = || format!("seed {}, {:?}", self.seed, flips.first());
                report.shut += u64::from(seen == Ok(Seen::Shut));
                report.count(seen.and(whole), whence);
            }
            report
        };
        let mut report = Report::new(&self.name, self.seed);
        thread::scope(|scope| {
            let worker = &worker;
            let workers: Vec<_> =
                (0..self.threads.max(1)).map(|first| scope.spawn(move || worker(first))).collect();
            for part in workers.into_iter().map(thread::ScopedJoinHandle::join) {
                report.add(part.unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
            }
        });
        report.took = begun.elapsed();
        report
    }
}

/// Turns over one bit, counted through all the files.
fn turn(files: &mut [(PathBuf, Vec<u8>)], mut at: usize) -> Flip {
    for (name, bytes) in files {
        if let Some(byte) = bytes.get_mut(at / 8) {
            let bit = (at % 8) as u8;
            *byte ^= 1 << bit;
            return Flip { file: name.clone(), byte: at / 8, bit };
        }
        at -= bytes.len() * 8;
    }
    panic!("a bit beyond the files")
}
