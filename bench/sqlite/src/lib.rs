//! The rows of the bars as SQLite does them, written once for whichever SQLite
//! is linked, so that plain SQLite and SQLCipher run the same statements.

#![forbid(unsafe_code)]

mod card;
mod prepare;
mod rows;

use bench_round::{Call, Failure, no_such_verb, row3_file};
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use std::path::Path;
use std::process::ExitCode;

/// The SQLite a program is about.
#[derive(Clone, Copy, Debug)]
pub struct Flavour {
    /// The program's name.
    pub program: &'static str,
    /// SQLCipher's raw key, 64 hexadecimal digits; none for plain SQLite.
    pub raw_key: Option<&'static str>,
}

/// Runs the program.
pub fn run(flavour: Flavour) -> ExitCode {
    bench_round::run(flavour.program, |call| {
        flavour.is_what_it_says()?;
        match call.verb.as_str() {
            "prepare" => prepare::prepare(flavour, call),
            "row1" => rows::card(flavour, call),
            "row2" => rows::live(flavour, call, prepare::LIVE),
            "row2-rollback" => rows::live(flavour, call, prepare::LIVE_ROLLBACK),
            "row3" => rows::one_insert(flavour, call),
            "row3-file" => row3_file(call),
            "row4" => rows::many_inserts(flavour, call, false),
            "row4-keyed" => rows::many_inserts(flavour, call, true),
            "row5" => rows::history(flavour, call),
            "row6" => rows::size(call),
            "memory" => rows::memory(flavour, call),
            "versions" => rows::versions(flavour, call),
            _ => Err(no_such_verb(
                call,
                "prepare, row1 to row6, row2-rollback, row3-file, row4-keyed, memory and versions",
            )),
        }
    })
}

impl Flavour {
    /// Two packages of this workspace built in one go share one SQLite: then
    /// the numbers would be another program's, so neither runs.
    fn is_what_it_says(&self) -> Result<(), Failure> {
        let cipher = told(&Connection::open_in_memory()?, "PRAGMA cipher_version")?;
        if cipher.is_some() == self.raw_key.is_some() {
            return Ok(());
        }
        let program = self.program;
        Err(format!(
            "The wrong SQLite is linked. Build this program by itself: \
             cargo build --release -p {program}."
        )
        .into())
    }

    /// Opens a database to read and write.
    pub(crate) fn open(&self, path: &Path) -> Result<Connection, Failure> {
        self.open_with(path, OpenFlags::SQLITE_OPEN_READ_WRITE)
    }

    /// Opens a database to read.
    pub(crate) fn open_to_read(&self, path: &Path) -> Result<Connection, Failure> {
        self.open_with(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
    }

    /// Makes a database anew, whatever was there.
    pub(crate) fn create(&self, path: &Path) -> Result<Connection, Failure> {
        remove(path)?;
        self.open_with(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)
    }

    fn open_with(&self, path: &Path, flags: OpenFlags) -> Result<Connection, Failure> {
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(|error| {
            let program = self.program;
            format!("{error}. Is it prepared? {program} prepare FOLDER")
        })?;
        if let Some(key) = self.raw_key {
            connection.execute_batch(&format!("PRAGMA key = \"x'{key}'\""))?;
        }
        Ok(connection)
    }
}

/// What a pragma tells; nothing where this SQLite does not know it.
pub(crate) fn told(connection: &Connection, pragma: &str) -> Result<Option<String>, Failure> {
    let told = connection.query_row(pragma, [], |row| row.get(0));
    Ok(told.optional()?)
}

/// Removes a database and what SQLite keeps beside it.
pub(crate) fn remove(path: &Path) -> Result<(), Failure> {
    for beside in ["", "-wal", "-shm", "-journal"] {
        let mut name = path.as_os_str().to_owned();
        name.push(beside);
        match std::fs::remove_file(&name) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

/// The bytes of a database and its log on the disk.
pub(crate) fn size(call: &Call, name: &str) -> Result<u64, Failure> {
    let path = call.file(name);
    let mut wal = path.clone().into_os_string();
    wal.push("-wal");
    let log = std::fs::metadata(wal).map(|log| log.len()).unwrap_or(0);
    Ok(std::fs::metadata(path)?.len() + log)
}
