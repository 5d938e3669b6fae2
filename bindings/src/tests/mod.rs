//! The exported calls, as a shell makes them: a key store, a clock and an observer
//! that fail on demand, two phones, hostile names and words.

mod card;
mod carers;
mod doors;
mod errors;
mod faults;
mod host;
mod names;
mod otherphone;
mod paper;
mod practice;
mod rooms;
mod safe;
mod share;
mod visits;
mod words;
mod writing;

use crate::answer::Answer;
use crate::doors::{Begun, Opened, begin_plan, open_plan};
use crate::error::Group;
use crate::platform::{Clock, Folders, KeyItem, KeyStore, Moment, Platform, ShellFault};
use crate::rooms::words::Filling;
use crate::{FieldAnswer, HearthError, Plan, Writer};
use hearth_core::vault;
use hearth_core::vault::testing::{Fault, FaultyKeyStore};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

/// 1 October 2026, 10:00 in London.
const FIRST_DAY: i64 = 1_790_845_200_000;

/// A shell's key store that fails on demand.
struct Keys {
    inner: FaultyKeyStore,
    panics: AtomicBool,
}

impl KeyStore for Keys {
    fn wrap(&self, item: KeyItem, secret: Vec<u8>) -> Result<Vec<u8>, ShellFault> {
        Ok(vault::KeyStore::wrap(&self.inner, item.into(), &secret)?)
    }
    fn unwrap(&self, item: KeyItem, wrapped: Vec<u8>) -> Result<Vec<u8>, ShellFault> {
        assert!(!self.panics.load(Ordering::Relaxed), "a key store that panics");
        Ok(vault::KeyStore::unwrap(&self.inner, item.into(), &wrapped)?.to_vec())
    }
    fn counter(&self) -> Result<Option<u64>, ShellFault> {
        Ok(vault::KeyStore::counter(&self.inner)?)
    }
    fn advance(&self, to: u64) -> Result<(), ShellFault> {
        Ok(vault::KeyStore::advance(&self.inner, to)?)
    }
}

/// A clock that says what it is told to, fails, or panics.
struct Told {
    ms: AtomicI64,
    panics: AtomicBool,
    fails: AtomicBool,
}

impl Clock for Told {
    fn now(&self) -> Result<Moment, ShellFault> {
        assert!(!self.panics.load(Ordering::Relaxed), "a clock that panics");
        match self.fails.load(Ordering::Relaxed) {
            true => Err(ShellFault::Failed { code: 7 }),
            false => Ok(Moment { ms: self.ms.load(Ordering::Relaxed), offset_minutes: 60 }),
        }
    }
}

/// One phone, as a shell has it.
struct Phone {
    folder: tempfile::TempDir,
    keys: Arc<Keys>,
    clock: Arc<Told>,
    language: &'static str,
}

impl Phone {
    fn new() -> Self {
        Self::speaking("en-GB")
    }

    fn speaking(language: &'static str) -> Self {
        let keys = Keys { inner: FaultyKeyStore::new(), panics: AtomicBool::new(false) };
        let (panics, fails) = (AtomicBool::new(false), AtomicBool::new(false));
        Self {
            folder: tempfile::tempdir().unwrap(),
            keys: Arc::new(keys),
            clock: Arc::new(Told { ms: AtomicI64::new(FIRST_DAY), panics, fails }),
            language,
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn named(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    fn folders(&self) -> Folders {
        Folders { store: self.named("store"), card: self.named("card") }
    }

    fn platform(&self) -> Platform {
        Platform {
            key_store: Arc::clone(&self.keys) as _,
            clock: Some(Arc::clone(&self.clock) as _),
            language: self.language.to_owned(),
            device_name: "my phone".to_owned(),
        }
    }

    fn begin(&self) -> Begun {
        begin_plan(&self.folders(), &self.platform(), "Jo").unwrap()
    }

    fn open(&self) -> Result<Opened, HearthError> {
        open_plan(&self.folders(), &self.platform(), Vec::new())
    }

    fn set(&self, fault: Fault) {
        self.keys.inner.set(fault);
    }
}

/// A phone with a plan on it.
fn begun() -> (Phone, Arc<Plan>) {
    let phone = Phone::new();
    let plan = phone.begin().plan;
    (phone, plan)
}

const ME: Writer = Writer::Person;

fn guest() -> Writer {
    Writer::Guest { name: "Ann Example".to_owned(), role: "nurse".to_owned() }
}

fn words(text: &str) -> Answer {
    Answer::Words { text: text.to_owned() }
}

fn choice(word: &str) -> Answer {
    Answer::Choice { word: word.to_owned() }
}

fn of(id: &str) -> Answer {
    Answer::Entry { id: id.to_owned() }
}

fn text(text: &str) -> Filling {
    Filling::Text { text: text.to_owned() }
}

fn count(number: i64) -> Filling {
    Filling::Count { number }
}

fn with(field: &str, answer: Answer) -> FieldAnswer {
    FieldAnswer { field: field.to_owned(), answer }
}

fn add_goal(plan: &Plan, text: &str) -> String {
    plan.add("goal", vec![with("words", words(text))], ME).unwrap()
}

fn group<T>(done: Result<T, HearthError>) -> Group {
    let error = done.err().expect("it was done");
    assert!(!error.parts().1.starts_with('['), "no sentence for {}", error.parts().2);
    error.parts().0
}

fn reason<T>(done: Result<T, HearthError>) -> String {
    done.err().expect("it was done").parts().2.to_owned()
}

fn sentence<T>(done: Result<T, HearthError>) -> String {
    done.err().expect("it was done").parts().1.to_owned()
}
