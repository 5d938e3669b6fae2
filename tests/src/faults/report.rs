//! What a harness found.

use std::fmt;
use std::time::Duration;

/// Something the store lost or got wrong, in a sentence for the developer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost(pub String);

impl<E: std::error::Error> From<E> for Lost {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// Losses that read alike but for numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// What was lost, without the numbers.
    pub kind: String,
    /// The first of them, with what is needed to see it again.
    pub first: String,
    /// How many.
    pub count: u64,
}

/// The outcome of one harness run. The same seed gives the same run.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Which run this is.
    pub name: String,
    /// What every choice in it was drawn from.
    pub seed: u64,
    /// How many images, kills, faults or flips were tried.
    pub runs: u64,
    /// How many of those were different from all others, where that is counted;
    /// else the same as `runs`.
    pub distinct: u64,
    /// How many of them the store did not come through.
    pub lost: u64,
    /// How many of them left the store shut, with a reason, where bits were
    /// turned over.
    pub shut: u64,
    /// How many the control did not come through, when one was run: none means
    /// that the harness sees nothing.
    pub control_lost: Option<u64>,
    /// The losses by kind.
    pub losses: Vec<Loss>,
    /// How long it took.
    pub took: Duration,
}

impl Report {
    pub(crate) fn new(name: &str, seed: u64) -> Self {
        Self { name: name.to_owned(), seed, ..Self::default() }
    }

    pub(crate) fn lose(&mut self, whence: &str, what: &str) {
        self.lost += 1;
        let kind = what.replace(|c: char| c.is_ascii_digit(), "");
        self.note(Loss { kind, first: format!("{whence}: {what}"), count: 1 });
    }

    fn note(&mut self, loss: Loss) {
        const KINDS: usize = 12;
        let known = self.losses.iter_mut().find(|known| known.kind == loss.kind);
        if let Some(known) = known {
            known.count += loss.count;
        } else if self.losses.len() < KINDS {
            self.losses.push(loss);
        }
    }

    /// Counts one run, and its loss if it had one.
    pub(crate) fn count(&mut self, result: Result<(), Lost>, whence: impl FnOnce() -> String) {
        self.runs += 1;
        self.distinct += 1;
        if let Err(Lost(what)) = result {
            self.lose(&whence(), &what);
        }
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.runs += other.runs;
        self.distinct += other.distinct;
        self.took = self.took.max(other.took);
        self.lost += other.lost;
        self.shut += other.shut;
        other.losses.into_iter().for_each(|loss| self.note(loss));
    }

    /// The same report with what its control lost.
    #[must_use]
    pub fn with_control(mut self, control: &Self) -> Self {
        self.control_lost = Some(self.control_lost.unwrap_or(0) + control.lost);
        self
    }

    /// How many runs a second, on the machine it ran on.
    #[must_use]
    pub fn per_second(&self) -> f64 {
        self.runs as f64 / self.took.as_secs_f64().max(f64::MIN_POSITIVE)
    }

    /// `Ok` when something was run, nothing was lost, and the control, if
    /// there was one, lost.
    ///
    /// # Errors
    /// The report in words.
    pub fn verdict(&self) -> Result<(), String> {
        let sighted = self.control_lost != Some(0);
        if self.runs > 0 && self.lost == 0 && sighted { Ok(()) } else { Err(self.to_string()) }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, seed, runs, distinct, lost, .. } = self;
        write!(f, "{name}: {runs} runs ({distinct} distinct), {lost} lost, seed {seed}")?;
        if self.shut > 0 {
            write!(f, ", {} shut", self.shut)?;
        }
        match self.control_lost {
            Some(0) => write!(f, ", control lost NOTHING: the harness is blind")?,
            Some(n) => write!(f, ", control lost {n}")?,
            None => {}
        }
        write!(f, ", {:.0} a second", self.per_second())?;
        for Loss { first, count, .. } in &self.losses {
            write!(f, "\n  {count} times, first {first}")?;
        }
        Ok(())
    }
}
