//! Power cuts: every moment of a recorded run, and many disks for each.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Instant;

use super::image::{Image, Platter};
use super::log::{Event, Log, Marks, Recorder};
use super::report::{Lost, Report};
use crate::rng::Rng;
use crate::scratch::{self, Scratch};

/// How many rounds follow on one another.
const CHAIN: u64 = 4;

/// Where the next round starts.
#[derive(Default)]
struct Base {
    files: Vec<(PathBuf, Vec<u8>)>,
    folders: Vec<PathBuf>,
    marks: Marks,
    passed: u64,
}

impl Base {
    fn keep(&mut self, image: Image<'_>, marks: &Marks) {
        self.files = image.files.into_iter().map(|(n, bytes)| (n, bytes.into_owned())).collect();
        self.folders = image.folders;
        self.marks = marks.clone();
    }
}

/// Cuts the power in recorded runs.
#[derive(Clone, Debug)]
pub struct PowerCut {
    /// What the report is called.
    pub name: String,
    /// What every choice is drawn from.
    pub seed: u64,
    /// How many runs to record, each with its own seed.
    pub rounds: u64,
    /// About how many images to build in each run, shared out over its moments
    /// by how much was on its way; each moment has two at least.
    pub images: u64,
    /// How many rounds at a time.
    pub threads: u64,
    /// True for a control: the disk says yes to each sync of SQLite's log and
    /// does nothing, so that a commit is what it is under `synchronous=NORMAL`.
    pub log_unsynced: bool,
}

impl PowerCut {
    /// Records each round's run, then builds its images and has each checked.
    /// `scenario` marks on the recorder what it begins and what is
    /// acknowledged, and is given the round's seed. `check` opens the image in
    /// the folder and is given the marks up to the cut.
    ///
    /// One round in four starts in an empty folder, the others in one of the
    /// images of the round before: so the repairs after a power cut are
    /// recorded and cut themselves, and what was promised before must last.
    ///
    /// Images are built before and after each sync and each acknowledgement,
    /// and after one in four of the other events.
    ///
    /// # Panics
    /// When the harness itself cannot work, or a closure panics.
    pub fn run(
        &self,
        scenario: impl Fn(&Recorder, u64) + Sync,
        check: impl Fn(&Path, &Marks) -> Result<(), Lost> + Sync,
    ) -> Report {
        let begun = Instant::now();
        let worker = |first: u64| {
            let mut report = Report::new(&self.name, self.seed);
            let mut seen = HashSet::new();
            let scratch = Scratch::new();
            for chain in (first..self.rounds.div_ceil(CHAIN)).step_by(self.threads.max(1) as usize) {
                let mut base = Base::default();
                for round in (chain * CHAIN..self.rounds).take(CHAIN as usize) {
                    let folder = scratch.emptied("run");
                    scratch::lay_out(&folder, &base.files, &base.folders);
                    let recorder = Recorder::after(&folder, base.marks);
                    scenario(&recorder, Rng::part(self.seed, &[round]).number());
                    let mut log = recorder.take();
                    if self.log_unsynced {
                        forget_log_syncs(&mut log);
                    }
                    base = self.cut(&log, round, &scratch, &check, &mut seen, &mut report);
                }
            }
            report.distinct = seen.len() as u64;
            report
        };
        let mut report = Report::new(&self.name, self.seed);
        thread::scope(|scope| {
            let worker = &worker;
            let workers: Vec<_> =
                (0..self.threads.max(1)).map(|first| scope.spawn(move || worker(first))).collect();
            for part in workers.into_iter().map(thread::ScopedJoinHandle::join) {
                let part = part.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
                report.distinct += part.distinct;
                report.add(Report { distinct: 0, ..part });
            }
        });
        report.took = begun.elapsed();
        report
    }

    /// Builds and checks the images of one recorded run; returns one of them.
    fn cut(
        &self,
        log: &Log,
        round: u64,
        scratch: &Scratch,
        check: &impl Fn(&Path, &Marks) -> Result<(), Lost>,
        seen: &mut HashSet<u64>,
        report: &mut Report,
    ) -> Base {
        let moments = self.moments(log, round);
        let all: u64 = moments.iter().map(|(_, weight)| weight).sum::<u64>().max(1);
        let shared = self.images.saturating_sub(2 * moments.len() as u64);
        let mut base = Base::default();
        let mut choice = Rng::part(self.seed, &[round, u64::MAX]);
        let mut platter = Platter::at_start_of(log);
        let mut moments = moments.into_iter().peekable();
        for (at, event) in log.events.iter().enumerate() {
            platter.apply(event);
            let Some((_, weight)) = moments.next_if(|(moment, _)| *moment == at) else {
                continue;
            };
            // A settled disk has one image; any other at least "none" and "all".
            let images = if weight == 0 { 1 } else { 2 + shared * weight / all };
            for number in 0..images {
                let mut rng = Rng::part(self.seed, &[round, at as u64, number]);
                let image = platter.image(number, &mut rng);
                // One fingerprint a disk and promise: the same bytes with one
                // more acknowledged edit are another question to the store.
                seen.insert(image.fingerprint() ^ platter.marks().acknowledged.len() as u64);
                let folder = scratch.emptied("image");
                image.write_to(&folder);
                report.runs += 1;
                if let Err(Lost(what)) = check(&folder, platter.marks()) {
                    let seed = self.seed;
                    let whence = format!("seed {seed} round {round}, cut after event {at}, image {number}");
                    report.lose(&whence, &what);
                    continue;
                }
                // Each image that passed is the one kept with the same chance.
                base.passed += 1;
                if choice.below(base.passed) == 0 {
                    base.keep(image, platter.marks());
                }
            }
        }
        base
    }

    /// The events after which the power is cut, and how much was on its way
    /// then, up to where more makes little difference.
    fn moments(&self, log: &Log, round: u64) -> Vec<(usize, u64)> {
        const MUCH: u64 = 24;
        let marks_a_moment = |event: &Event| {
            matches!(event, Event::SyncFile(_) | Event::SyncFolder(_) | Event::Acknowledged(_))
        };
        let mut rng = Rng::part(self.seed, &[round]);
        let mut platter = Platter::at_start_of(log);
        let mut moments = Vec::new();
        for (at, event) in log.events.iter().enumerate() {
            platter.apply(event);
            let next = log.events.get(at + 1);
            if marks_a_moment(event) || next.is_none_or(marks_a_moment) || rng.chance(1, 4) {
                moments.push((at, platter.on_its_way().min(MUCH)));
            }
        }
        moments
    }
}

/// Takes the syncs of write-ahead logs out.
fn forget_log_syncs(log: &mut Log) {
    let is_log = |name: &Path| name.as_os_str().as_encoded_bytes().ends_with(b"-wal");
    let before = log.files.iter().enumerate().map(|(number, (name, _))| (name, number));
    let after = log.events.iter().filter_map(|event| match event {
        Event::Link(name, number) => Some((name, *number)),
        _ => None,
    });
    let logs: HashSet<_> =
        before.chain(after).filter(|(name, _)| is_log(name)).map(|(_, number)| number).collect();
    log.events.retain(|event| !matches!(event, Event::SyncFile(number) if logs.contains(number)));
}
