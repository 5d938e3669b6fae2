//! A fault at the first call, then at the second, and so on until none is left.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::log::{Fault, FaultKind, Marks, Recorder};
use super::report::{Lost, Report};
use crate::scratch::{self, Scratch};

/// Fails each call of a run in its turn.
#[derive(Clone, Debug)]
pub struct EveryNth {
    /// What the report is called.
    pub name: String,
    /// How the call fails. `FaultKind::Die` would end the test itself: that is
    /// for the child of [`super::Kill`].
    pub kind: FaultKind,
    /// True when every call after it fails too.
    pub lasting: bool,
}

impl EveryNth {
    /// `prepare` fills an empty folder without faults, once. For N = 1, 2, ...:
    /// `scenario` runs over that with the Nth call failing (it must not panic on
    /// an error, and marks what is acknowledged), then without faults the
    /// files that were prepared must all be there, and `check` must find what
    /// was acknowledged in both. Ends with the first N that the run does not reach.
    ///
    /// # Panics
    /// When the harness itself cannot work.
    pub fn run(
        &self,
        prepare: impl Fn(&Recorder),
        scenario: impl Fn(&Recorder),
        check: impl Fn(&Path, &Marks) -> Result<(), Lost>,
    ) -> Report {
        let begun = Instant::now();
        let mut report = Report::new(&self.name, 0);
        let scratch = Scratch::new();
        let prepared = scratch.emptied("prepared");
        let recorder = Recorder::over(&prepared);
        prepare(&recorder);
        let marks = recorder.marks();
        drop(recorder);
        let (files, folders) = scratch::contents(&prepared);
        for at in 1.. {
            let folder = scratch.emptied("run");
            scratch::lay_out(&folder, &files, &folders);
            let recorder = Recorder::after(&folder, marks.clone());
            recorder.fail(Fault { kind: self.kind, at, lasting: self.lasting });
            scenario(&recorder);
            let struck = recorder.heal();
            let marks = recorder.marks();
            drop(recorder);
            let result = nothing_is_gone(&files, &folder).and_then(|()| check(&folder, &marks));
            report.count(result, || format!("{:?} at call {at}", self.kind));
            if !struck {
                break;
            }
        }
        report.took = begun.elapsed();
        report
    }
}

/// That every file of before is still there, but for those whose going is a
/// part of SQLite's and the card's ordinary life.
pub(super) fn nothing_is_gone(before: &[(PathBuf, Vec<u8>)], now: &Path) -> Result<(), Lost> {
    const PASSING: [&str; 4] = ["-wal", "-shm", "-journal", ".next"];
    let lasts = |name: &&PathBuf| {
        !PASSING.iter().any(|end| name.as_os_str().as_encoded_bytes().ends_with(end.as_bytes()))
    };
    let mut gone = before.iter().map(|(name, _)| name).filter(lasts).filter(|n| !now.join(n).is_file());
    gone.next().map_or(Ok(()), |name| Err(Lost(format!("the file {} is gone", name.display()))))
}
