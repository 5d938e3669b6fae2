//! SQLite: one file, one writer thread. Changes that wait at the same time are committed
//! together (each in its own savepoint), so that one sync to the disk serves them all.

use super::{Answer, Engine, Fault, Job, Row, Tx, Val};
use rusqlite::{Connection, params_from_iter, types::Value, types::ValueRef};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{Semaphore, oneshot};

/// Most changes that share one commit.
const GROUP: usize = 64;
/// Most readers beside the writer.
const READERS: usize = 4;

type Waiting = (Job, oneshot::Sender<Result<(), Fault>>);

/// A file of SQLite's.
pub struct Sqlite {
    path: PathBuf,
    jobs: Mutex<Option<Sender<Waiting>>>,
    writer: Option<std::thread::JoinHandle<()>>,
    readers: Arc<Mutex<Vec<Connection>>>,
    turns: Arc<Semaphore>,
}

impl Sqlite {
    /// Opens the file, making it where there is none.
    pub fn open(path: &Path) -> Result<Self, Fault> {
        let connection = connect(path)?;
        let (jobs, queue) = channel();
        let writer = std::thread::Builder::new()
            .name("writer".into())
            .spawn(move || write_on(&connection, &queue))
            .map_err(|e| Fault::Away(e.to_string()))?;
        Ok(Self {
            path: path.to_owned(),
            jobs: Mutex::new(Some(jobs)),
            writer: Some(writer),
            readers: Arc::default(),
            turns: Arc::new(Semaphore::new(READERS)),
        })
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        // No sender left: the writer does what waits, and ends.
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(writer) = self.writer.take() {
            let _ = writer.join();
        }
    }
}

impl Engine for Sqlite {
    fn write(&self, job: Job) -> Answer<'_> {
        let (answer, answered) = oneshot::channel();
        let jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        let sent = jobs.as_ref().is_some_and(|jobs| jobs.send((job, answer)).is_ok());
        drop(jobs);
        Box::pin(async move {
            if !sent {
                return Err(Fault::Away("the writer has ended".into()));
            }
            answered.await.unwrap_or_else(|_| Err(Fault::Away("the writer has ended".into())))
        })
    }

    fn read(&self, mut job: Job) -> Answer<'_> {
        Box::pin(async move {
            let turn = Arc::clone(&self.turns).acquire_owned().await;
            let turn = turn.map_err(|e| Fault::Away(e.to_string()))?;
            let (readers, path) = (Arc::clone(&self.readers), self.path.clone());
            let read = move || {
                let _turn = turn;
                let free = readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
                let connection = free.map_or_else(|| connect(&path), Ok)?;
                connection.execute_batch("BEGIN").map_err(refused)?;
                let done = job(&mut Open(&connection));
                connection.execute_batch("COMMIT").map_err(refused)?;
                readers.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
                done
            };
            tokio::task::spawn_blocking(read).await.map_err(|e| Fault::Away(e.to_string()))?
        })
    }

    fn prepare<'a>(&'a self, schema: &'a str) -> Answer<'a> {
        let schema = schema.replace("BYTEA", "BLOB").replace("BIGINT", "INTEGER");
        self.write(Box::new(move |tx| {
            for statement in schema.split(';').map(str::trim).filter(|s| !s.is_empty()) {
                tx.change(statement, &[])?;
            }
            Ok(())
        }))
    }
}

fn connect(path: &Path) -> Result<Connection, Fault> {
    let connection = Connection::open(path).map_err(|e| Fault::Away(e.to_string()))?;
    connection.busy_timeout(Duration::from_secs(10)).map_err(refused)?;
    connection.set_prepared_statement_cache_capacity(64);
    let pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA fullfsync=1; \
                   PRAGMA checkpoint_fullfsync=1; PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF;";
    connection.execute_batch(pragmas).map_err(refused)?;
    Ok(connection)
}

fn write_on(connection: &Connection, queue: &Receiver<Waiting>) {
    while let Ok(first) = queue.recv() {
        let mut group = vec![first];
        while group.len() < GROUP
            && let Ok(next) = queue.try_recv()
        {
            group.push(next);
        }
        let mut answers = Vec::with_capacity(group.len());
        let begun = connection.execute_batch("BEGIN IMMEDIATE").map_err(refused);
        for (job, answer) in group {
            let done = match &begun {
                Ok(()) => in_savepoint(connection, job),
                Err(why) => Err(Fault::Refused(why.to_string())),
            };
            answers.push((done, answer));
        }
        let committed = match begun {
            Ok(()) => connection.execute_batch("COMMIT").map_err(|e| e.to_string()),
            Err(_) => Ok(()),
        };
        if committed.is_err() {
            let _ = connection.execute_batch("ROLLBACK");
        }
        for (done, answer) in answers {
            let done = match &committed {
                Ok(()) => done,
                Err(why) => Err(Fault::Refused(why.clone())),
            };
            let _ = answer.send(done);
        }
    }
}

fn in_savepoint(connection: &Connection, mut job: Job) -> Result<(), Fault> {
    connection.execute_batch("SAVEPOINT one").map_err(refused)?;
    let done = catch_unwind(AssertUnwindSafe(|| job(&mut Open(connection))));
    let done = done.unwrap_or_else(|_| Err(Fault::Refused("the work ended early".into())));
    let end = if done.is_ok() { "RELEASE one" } else { "ROLLBACK TO one; RELEASE one" };
    connection.execute_batch(end).map_err(refused)?;
    done
}

struct Open<'a>(&'a Connection);

impl Tx for Open<'_> {
    fn rows(&mut self, sql: &str, values: &[Val]) -> Result<Vec<Row>, Fault> {
        let mut statement = self.0.prepare_cached(sql).map_err(refused)?;
        let width = statement.column_count();
        let mut found = statement.query(params_from_iter(values.iter().map(inward))).map_err(refused)?;
        let mut rows = Vec::new();
        while let Some(row) = found.next().map_err(refused)? {
            let cells = (0..width).map(|at| outward(row.get_ref(at).map_err(refused)?));
            rows.push(cells.collect::<Result<Row, Fault>>()?);
        }
        Ok(rows)
    }

    fn change(&mut self, sql: &str, values: &[Val]) -> Result<u64, Fault> {
        let mut statement = self.0.prepare_cached(sql).map_err(refused)?;
        let changed = statement.execute(params_from_iter(values.iter().map(inward))).map_err(refused)?;
        Ok(changed as u64)
    }
}

fn inward(value: &Val) -> Value {
    match value {
        Val::Null => Value::Null,
        Val::Int(number) => Value::Integer(*number),
        Val::Bytes(bytes) => Value::Blob(bytes.clone()),
    }
}

fn outward(value: ValueRef<'_>) -> Result<Val, Fault> {
    match value {
        ValueRef::Null => Ok(Val::Null),
        ValueRef::Integer(number) => Ok(Val::Int(number)),
        ValueRef::Blob(bytes) => Ok(Val::Bytes(bytes.to_vec())),
        ValueRef::Real(_) | ValueRef::Text(_) => Err(Fault::Shape),
    }
}

fn refused(error: rusqlite::Error) -> Fault {
    Fault::Refused(error.to_string())
}
