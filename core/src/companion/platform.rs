//! What the platform brings: folders, keys, a clock.

use crate::record::When;
use crate::store::{Disk, RealDisk};
use crate::sync::http::Http;
use crate::sync::reach::Reach;
use crate::sync::world::World;
use crate::vault::KeyStore;
use crate::words::Language;
use std::path::PathBuf;
use std::sync::Arc;

/// The two folders a plan lives in.
#[derive(Clone, Debug)]
pub struct Folders {
    /// The store's own, private to the app.
    pub store: PathBuf,
    /// The card file's, where a widget can read it before the phone is unlocked.
    pub card: PathBuf,
}

/// What time the phone thinks it is. Only ever shown; nothing is ordered by it.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> When;
}

/// The system's clock in its time zone.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> When {
        let now = chrono::Local::now();
        let minutes = now.offset().local_minus_utc() / 60;
        When { ms: now.timestamp_millis(), offset: i16::try_from(minutes).unwrap_or(0) }
    }
}

/// The network and the world around it, where tests bring their own.
#[derive(Clone, Default)]
pub struct Outside {
    /// How a practice is asked; the system's own network if none.
    pub http: Option<Arc<dyn Http>>,
    /// Time, chance and waiting; the system's own if none.
    pub world: Option<Arc<dyn World>>,
    /// Which machines the real network may ask: never this one on a person's phone.
    pub reach: Reach,
}

/// What the shell hands over.
#[derive(Clone)]
pub struct Platform {
    /// The platform's key store.
    pub key_store: Arc<dyn KeyStore>,
    /// Where files outside SQLite are written.
    pub disk: Arc<dyn Disk>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The language of what Hearth says.
    pub language: Language,
    /// What the person calls this phone.
    pub device_name: String,
    /// An SQLite VFS by name, for the fault harness; the system's own if none.
    pub vfs: Option<String>,
    /// What sync goes out by; used by nothing else.
    pub outside: Outside,
}

impl Platform {
    /// A platform on the system's own disk and clock.
    pub fn new(key_store: Arc<dyn KeyStore>, device_name: &str) -> Self {
        Self {
            key_store,
            disk: Arc::new(RealDisk),
            clock: Arc::new(SystemClock),
            language: Language::EnGb,
            device_name: device_name.to_owned(),
            vfs: None,
            outside: Outside::default(),
        }
    }
}
