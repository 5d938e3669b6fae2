//! Where things are kept: one trait, two implementations. What is kept (`store`) is written
//! once, as work on a [`Tx`]; SQLite and PostgreSQL only differ in how a transaction is run.
//!
//! Values are whole numbers and bytes, nothing else: the database has no column for a word.

mod postgres;
mod sqlite;

pub use postgres::Postgres;
pub use sqlite::Sqlite;

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

/// One value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Val {
    /// Nothing.
    Null,
    /// A whole number; times are seconds since 1970.
    Int(i64),
    /// Bytes: a hash, a sealed text, a name.
    Bytes(Vec<u8>),
}

/// What one row says, in the order that was asked for.
pub type Row = Vec<Val>;

/// Why something could not be kept or read.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Two changes met; it may be tried again at once.
    #[error("two changes met")]
    Conflict,
    /// No connection became free, or the database is not there.
    #[error("the database can't be reached: {0}")]
    Away(String),
    /// The database refused. Whether a change was made is not known where it was being committed.
    #[error("the database refused: {0}")]
    Refused(String),
    /// A row is not of the shape that was written.
    #[error("a row has another shape")]
    Shape,
}

/// An open transaction. SQL is written with `?1`, `?2` and runs on both.
pub trait Tx {
    /// What the statement answers.
    fn rows(&mut self, sql: &str, values: &[Val]) -> Result<Vec<Row>, Fault>;
    /// How many rows the statement changed.
    fn change(&mut self, sql: &str, values: &[Val]) -> Result<u64, Fault>;
}

/// Work to be done in one transaction: all of it is kept or none. It may be run again.
pub type Job = Box<dyn FnMut(&mut dyn Tx) -> Result<(), Fault> + Send>;

/// An answer that is being waited for.
pub type Answer<'a> = Pin<Box<dyn Future<Output = Result<(), Fault>> + Send + 'a>>;

/// A place to keep things. When `write` answers `Ok`, the change is on the disk.
pub trait Engine: Send + Sync {
    /// Runs the work in one transaction and commits it.
    fn write(&self, job: Job) -> Answer<'_>;
    /// Runs work that changes nothing.
    fn read(&self, job: Job) -> Answer<'_>;
    /// Makes the tables that are not there yet.
    fn prepare<'a>(&'a self, schema: &'a str) -> Answer<'a>;
}

/// Runs work that answers something, and commits it.
pub async fn write<T, F>(engine: &dyn Engine, work: F) -> Result<T, Fault>
where
    T: Send + 'static,
    F: FnMut(&mut dyn Tx) -> Result<T, Fault> + Send + 'static,
{
    let (job, slot) = kept(work);
    engine.write(job).await?;
    taken(&slot)
}

/// Runs work that changes nothing and answers something.
pub async fn read<T, F>(engine: &dyn Engine, work: F) -> Result<T, Fault>
where
    T: Send + 'static,
    F: FnMut(&mut dyn Tx) -> Result<T, Fault> + Send + 'static,
{
    let (job, slot) = kept(work);
    engine.read(job).await?;
    taken(&slot)
}

type Slot<T> = Arc<Mutex<Option<T>>>;

fn kept<T, F>(mut work: F) -> (Job, Slot<T>)
where
    T: Send + 'static,
    F: FnMut(&mut dyn Tx) -> Result<T, Fault> + Send + 'static,
{
    let slot: Slot<T> = Arc::default();
    let inside = Arc::clone(&slot);
    let job = move |tx: &mut dyn Tx| {
        let answer = work(tx)?;
        *inside.lock().unwrap_or_else(PoisonError::into_inner) = Some(answer);
        Ok(())
    };
    (Box::new(job), slot)
}

fn taken<T>(slot: &Slot<T>) -> Result<T, Fault> {
    slot.lock().unwrap_or_else(PoisonError::into_inner).take().ok_or(Fault::Shape)
}

/// Reads a row's values in order.
pub struct Cells(std::vec::IntoIter<Val>);

impl Cells {
    /// Begins at the row's first value.
    pub fn of(row: Row) -> Self {
        Self(row.into_iter())
    }

    /// The next value, a number.
    pub fn int(&mut self) -> Result<i64, Fault> {
        self.int_or_none()?.ok_or(Fault::Shape)
    }

    /// The next value, a number or nothing.
    pub fn int_or_none(&mut self) -> Result<Option<i64>, Fault> {
        match self.0.next() {
            Some(Val::Int(number)) => Ok(Some(number)),
            Some(Val::Null) => Ok(None),
            _ => Err(Fault::Shape),
        }
    }

    /// The next value, bytes.
    pub fn bytes(&mut self) -> Result<Vec<u8>, Fault> {
        self.bytes_or_none()?.ok_or(Fault::Shape)
    }

    /// The next value, bytes or nothing.
    pub fn bytes_or_none(&mut self) -> Result<Option<Vec<u8>>, Fault> {
        match self.0.next() {
            Some(Val::Bytes(bytes)) => Ok(Some(bytes)),
            Some(Val::Null) => Ok(None),
            _ => Err(Fault::Shape),
        }
    }
}

impl From<i64> for Val {
    fn from(number: i64) -> Self {
        Val::Int(number)
    }
}

impl From<Option<i64>> for Val {
    fn from(number: Option<i64>) -> Self {
        number.map_or(Val::Null, Val::Int)
    }
}

impl From<&[u8]> for Val {
    fn from(bytes: &[u8]) -> Self {
        Val::Bytes(bytes.to_vec())
    }
}

impl<const N: usize> From<[u8; N]> for Val {
    fn from(bytes: [u8; N]) -> Self {
        Val::Bytes(bytes.to_vec())
    }
}

impl From<Option<Vec<u8>>> for Val {
    fn from(bytes: Option<Vec<u8>>) -> Self {
        bytes.map_or(Val::Null, Val::Bytes)
    }
}

/// The values of a statement, in order.
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => { &[$($crate::engine::Val::from($value)),*] };
}
