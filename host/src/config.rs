//! What an operator says, and a host made of it. Whatever does not fit together is refused at the
//! start, with a sentence.

use crate::engine::{Engine, Fault, Postgres, Sqlite, read, write};
use crate::http::{Clock, Host, RUNNING};
use crate::limits::Rate;
use crate::observe::Figures;
use crate::secret::{Secrets, Tag, base64, random, unbase64};
use crate::store::{MARKS_SCHEMA, SCHEMA, marks};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize};
use std::time::{SystemTime, UNIX_EPOCH};
use tokio::sync::Semaphore;

/// What an operator says.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where links point.
    pub origin: String,
    /// Where the databases lie.
    pub place: Place,
    /// The folder of the secrets.
    pub secrets: PathBuf,
    /// How often a minute one address may ask.
    pub per_address: u32,
    /// How often a minute one share or mailbox may be asked for.
    pub per_name: u32,
    /// How many proxies stand before the host.
    pub proxies: usize,
    /// Whether each request has its line in the log.
    pub is_logged: bool,
}

/// Where the databases lie.
#[derive(Clone, Debug)]
pub enum Place {
    /// Two files of SQLite's, each in its own folder.
    Files {
        /// The folder of the main database.
        data: PathBuf,
        /// The folder of the end marks.
        marks: PathBuf,
    },
    /// Two databases of PostgreSQL.
    Servers {
        /// The address of the main database.
        main: String,
        /// The address of the end marks.
        marks: String,
        /// Who may vouch for the servers, as PEM.
        authorities: Option<PathBuf>,
        /// Connections to each.
        connections: usize,
    },
}

/// Why a host can't start.
#[derive(Debug, thiserror::Error)]
pub enum CannotStart {
    /// The database is not there.
    #[error("{0}")]
    Fault(#[from] Fault),
    /// A file could not be read or written.
    #[error("{0}: {1}")]
    File(PathBuf, std::io::Error),
    /// What was said does not fit together.
    #[error("{0}")]
    Unfit(String),
}

/// Keys of `meta`.
const PEPPER: i64 = 1;
const PAIR: i64 = 2;

/// The system's clock, in seconds since 1970.
pub fn system_clock() -> Clock {
    Arc::new(|| SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() as i64))
}

/// The two databases, with their tables.
pub async fn engines(place: &Place) -> Result<(Arc<dyn Engine>, Arc<dyn Engine>), CannotStart> {
    let (main, marks): (Arc<dyn Engine>, Arc<dyn Engine>) = match place {
        Place::Files { data, marks } => {
            if data == marks {
                return Err(CannotStart::Unfit("the end marks need a folder of their own".into()));
            }
            private_folder(data)?;
            private_folder(marks)?;
            (Arc::new(Sqlite::open(&data.join("host.db"))?), Arc::new(Sqlite::open(&marks.join("ended.db"))?))
        }
        Place::Servers { main, marks, authorities, connections } => {
            if main == marks {
                return Err(CannotStart::Unfit("the end marks need a database of their own".into()));
            }
            let open = |url: &str| Postgres::open(url, authorities.as_deref(), *connections);
            (Arc::new(open(main)?), Arc::new(open(marks)?))
        }
    };
    main.prepare(SCHEMA).await?;
    marks.prepare(MARKS_SCHEMA).await?;
    Ok((main, marks))
}

/// A host that is ready to serve.
pub async fn host(settings: &Settings, clock: Clock) -> Result<Arc<Host>, CannotStart> {
    let origin = checked_origin(&settings.origin)?;
    let (main, marks) = engines(&settings.place).await?;
    let may_make = matches!(settings.place, Place::Files { .. });
    let is_first = read(&*main, |tx| marks::meta_if_any(tx, PEPPER)).await?.is_none();
    let secrets = secrets(&settings.secrets, may_make && is_first)?;
    let check = secrets.pepper_check();
    if write(&*main, move |tx| marks::meta(tx, PEPPER, &check)).await? != check {
        let why = "the pepper is not the one that this database was begun with; passcodes would all be wrong";
        return Err(CannotStart::Unfit(why.into()));
    }
    pair(&*main, &*marks).await?;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    Ok(Arc::new(Host {
        main,
        marks,
        secrets,
        origin,
        clock,
        per_address: Rate::new(settings.per_address),
        per_name: Rate::new(settings.per_name),
        proxies: settings.proxies,
        argon: Arc::new(Semaphore::new(cores)),
        waiting: AtomicUsize::new(0),
        running: Arc::new(Semaphore::new(RUNNING as usize)),
        is_ready: AtomicBool::new(true),
        is_logged: settings.is_logged,
        figures: Figures::default(),
    }))
}

/// End marks that are lost must be noticed: both databases hold one number. A main database that is
/// older than the pair (a backup from before) takes it over; marks without it are refused.
async fn pair(main: &dyn Engine, marks: &dyn Engine) -> Result<(), CannotStart> {
    let of_main = read(main, |tx| marks::meta_if_any(tx, PAIR)).await?;
    let of_marks = read(marks, |tx| marks::meta_if_any(tx, PAIR)).await?;
    if of_main.is_some() && of_main != of_marks {
        let why =
            "these are not the end marks of this database; with them, links that were ended would open again";
        return Err(CannotStart::Unfit(why.into()));
    }
    let fresh = random().map_err(|e| CannotStart::Unfit(e.to_string()))?;
    let number = write(marks, move |tx| marks::meta(tx, PAIR, &fresh)).await?;
    write(main, move |tx| marks::meta(tx, PAIR, &number)).await?;
    Ok(())
}

/// Applies every end mark to the main database: after a restored backup, what lies there of an
/// ended share is taken away. Until then it is only not handed out.
pub async fn apply_marks(host: &Host) -> Result<(), Fault> {
    let mut after = 0;
    loop {
        let page = read(&*host.marks, move |tx| marks::page(tx, after)).await?;
        if page.is_empty() {
            return Ok(());
        }
        after += page.len() as i64;
        let ended: Vec<(Tag, i64)> =
            page.into_iter().filter_map(|(tag, at, _)| Some((Tag::try_from(tag).ok()?, at))).collect();
        for (tag, at) in ended {
            write(&*host.main, move |tx| {
                crate::store::owner::wipe(tx, &tag, at)?;
                crate::store::mailbox::wipe(tx, &tag)
            })
            .await?;
        }
    }
}

/// 82 characters, so that a link's address stays within the standard's 128.
const LONGEST_ORIGIN: usize = 82;

fn checked_origin(said: &str) -> Result<String, CannotStart> {
    let origin = said.trim_end_matches('/');
    let rest = origin.strip_prefix("https://");
    let here = ["http://127.0.0.1", "http://localhost", "http://[::1]"];
    let is_local = here
        .iter()
        .any(|local| origin.strip_prefix(local).is_some_and(|r| r.is_empty() || r.starts_with(':')));
    let is_plain = origin.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~:/[]".contains(&b));
    if !(is_local || rest.is_some_and(|rest| !rest.is_empty())) || !is_plain || origin.len() > LONGEST_ORIGIN
    {
        let why =
            format!("--origin must be https, of at most {LONGEST_ORIGIN} characters: https://share.example");
        return Err(CannotStart::Unfit(why));
    }
    Ok(origin.to_owned())
}

/// Reads the secrets; makes them where there are none and they may be made.
fn secrets(folder: &Path, may_make: bool) -> Result<Secrets, CannotStart> {
    if may_make {
        make_secrets(folder)?;
    }
    let (pepper, time) = (secret_file(&folder.join("pepper"))?, secret_file(&folder.join("time-key"))?);
    Secrets::new(pepper, &time).map_err(|e| CannotStart::Unfit(e.to_string()))
}

/// Makes pepper and time key where they are not there yet. They never go into a backup of the database.
pub fn make_secrets(folder: &Path) -> Result<(), CannotStart> {
    private_folder(folder)?;
    for name in ["pepper", "time-key"] {
        let path = folder.join(name);
        if path.exists() {
            continue;
        }
        let secret = random().map_err(|e| CannotStart::Unfit(e.to_string()))?;
        let mut open = fs::OpenOptions::new();
        open.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut open, 0o600);
        let written = open.open(&path).and_then(|mut file| {
            file.write_all(base64(&secret).as_bytes())?;
            file.sync_all()
        });
        written.map_err(|e| CannotStart::File(path, e))?;
    }
    Ok(())
}

fn secret_file(path: &Path) -> Result<[u8; 32], CannotStart> {
    let text = fs::read_to_string(path).map_err(|e| CannotStart::File(path.to_owned(), e))?;
    let secret = unbase64(text.trim(), 43).and_then(|bytes| bytes.try_into().ok());
    secret.ok_or_else(|| CannotStart::Unfit(format!("{} holds no 32 bytes in base64url", path.display())))
}

fn private_folder(path: &Path) -> Result<(), CannotStart> {
    let mut make = fs::DirBuilder::new();
    make.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut make, 0o700);
    make.create(path).map_err(|e| CannotStart::File(path.to_owned(), e))
}

#[cfg(test)]
mod tests {
    use super::checked_origin;

    #[test]
    fn links_point_to_https_or_to_this_machine_and_fit_the_standard() {
        for good in
            ["https://share.example", "https://share.example/", "http://127.0.0.1:8480", "http://[::1]:1"]
        {
            assert!(checked_origin(good).is_ok(), "{good}");
        }
        let long = format!("https://{}.example", "a".repeat(80));
        for bad in [
            "",
            "https://",
            "http://share.example",
            "http://127.0.0.1.example",
            "ftp://a",
            "https://a b",
            &long,
        ] {
            assert!(checked_origin(bad).is_err(), "{bad}");
        }
    }
}
