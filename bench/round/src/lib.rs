//! What every comparison program shares: its command line, its clock and its
//! line of JSON. `bench/README.md` says what the programs measure and why.

#![forbid(unsafe_code)]

mod file;
mod memory;
mod noise;
mod resources;

pub use file::row3_file;
pub use memory::Memory;
pub use noise::{Row, SEALING, noise, sealed_rows};
pub use resources::resources;

use std::collections::BTreeMap;
use std::fmt::Display;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

/// Whatever stopped a program, as a sentence to print.
pub type Failure = Box<dyn std::error::Error>;

/// What a program was called with: `VERB FOLDER [MORE] [--round N] [--passes N]`.
#[derive(Debug)]
pub struct Call {
    /// The program's name, for its lines.
    pub program: &'static str,
    /// What to do.
    pub verb: String,
    /// Where the prepared files are; made by `prepare`.
    pub folder: PathBuf,
    more: Option<String>,
    round: u32,
    passes: Option<u32>,
}

impl Call {
    /// Reads the process's arguments.
    pub fn read(program: &'static str) -> Result<Self, Failure> {
        let mut plain = Vec::new();
        let mut options = BTreeMap::new();
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            match argument.strip_prefix("--") {
                Some(option @ ("round" | "passes")) => {
                    let value = arguments.next().unwrap_or_default();
                    let number: u32 = (value.parse())
                        .map_err(|_| format!("--{option} wants a number, not \"{value}\"."))?;
                    options.insert(option.to_owned(), number);
                }
                Some(other) => return Err(format!("There is no option --{other}.").into()),
                None => plain.push(argument),
            }
        }
        let mut plain = plain.into_iter();
        let (Some(verb), Some(folder)) = (plain.next(), plain.next()) else {
            return Err("Say what to do and in which folder: VERB FOLDER.".into());
        };
        Ok(Self {
            program,
            verb,
            folder: folder.into(),
            more: plain.next(),
            round: options.get("round").copied().unwrap_or(0),
            passes: options.get("passes").copied(),
        })
    }

    /// A file of this program in the folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{}-{name}", self.program))
    }

    /// Which round it is, from 0: what chance is drawn from.
    pub fn round(&self) -> u32 {
        self.round
    }

    /// The third argument, when there is one.
    pub fn more(&self) -> Option<&str> {
        self.more.as_deref()
    }

    /// The third argument as a number 1..=10,000,000, which this verb cannot do without.
    pub fn number(&self) -> Result<usize, Failure> {
        let verb = &self.verb;
        (self.more.as_ref())
            .and_then(|more| more.parse().ok())
            .filter(|number| (1..=10_000_000).contains(number))
            .ok_or_else(|| format!("{verb} wants a number from 1 to 10,000,000 after the folder.").into())
    }

    /// Measures one round: `pass` is done `usual` times (or as `--passes`
    /// says) and answers how long its measured part took. The line gives the
    /// first pass, in a process that has not done this before, and the median
    /// of them all.
    pub fn measure(
        &self,
        usual: u32,
        mut pass: impl FnMut() -> Result<Duration, Failure>,
    ) -> Result<(), Failure> {
        let passes = self.passes.unwrap_or(usual).max(1);
        let mut took = Vec::new();
        for _ in 0..passes {
            took.push(pass()?.as_nanos());
        }
        let first = took[0];
        took.sort_unstable();
        let half = took.len() / 2;
        let median = match took.len() % 2 {
            0 => (took[half - 1] + took[half]) / 2,
            _ => took[half],
        };
        self.say(&[("ns", &median), ("first_ns", &first), ("passes", &u128::from(passes))]);
        Ok(())
    }

    /// Prints the round's line of JSON with these numbers.
    pub fn say(&self, numbers: &[(&str, &dyn Display)]) {
        let row = match &self.more {
            Some(more) if more.bytes().all(|byte| byte.is_ascii_digit()) => {
                format!("{}-{more}", self.verb)
            }
            _ => self.verb.clone(),
        };
        let mut line = format!(r#"{{"program":"{}","row":"{row}","round":{}"#, self.program, self.round);
        for (name, number) in numbers {
            line.push_str(&format!(r#","{name}":{number}"#));
        }
        println!("{line}}}");
    }
}

/// Runs a program: reads its call, does it, and turns what stopped it into a
/// sentence on the error stream.
pub fn run(program: &'static str, act: impl FnOnce(&Call) -> Result<(), Failure>) -> ExitCode {
    match Call::read(program).and_then(|call| act(&call)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{program}: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// What to say to a verb that a program does not have.
pub fn no_such_verb(call: &Call, verbs: &str) -> Failure {
    format!("There is no \"{}\" here; there is {verbs}.", call.verb).into()
}
