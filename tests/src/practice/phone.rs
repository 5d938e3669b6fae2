//! A phone that is linked with the practice, and what its person does.

use super::surgery::Surgery;
use super::{BASE, CLIENT, Practice, REDIRECT, SimWorld};
use crate::scratch::Scratch;
use hearth_core::companion::{Companion, Folders, Outside, Platform, SyncView, Trouble, Writer};
use hearth_core::plan::{Goal, Kind};
use hearth_core::record::{EntityId, Value};
use hearth_core::sync::engine::{Progress, Step};
use hearth_core::sync::http::Http;
use hearth_core::vault::SoftwareKeyStore;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// A phone.
pub struct Phone {
    folder: Scratch,
    key_store: Arc<SoftwareKeyStore>,
    world: Arc<SimWorld>,
    http: Arc<dyn Http>,
    name: &'static str,
    hearth: Option<Companion>,
}

/// Goes on to the end.
pub struct Unhurried;

impl Progress for Unhurried {
    fn at(&self, _: Step) {}

    fn is_stopped(&self) -> bool {
        false
    }
}

/// Stops after so many steps.
pub struct StopsAfter(pub AtomicU32);

impl Progress for StopsAfter {
    fn at(&self, _: Step) {}

    fn is_stopped(&self) -> bool {
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_err()
    }
}

impl Phone {
    /// A phone with a new plan, on a network of its own.
    #[must_use]
    pub fn new(world: &Arc<SimWorld>, http: Arc<dyn Http>, name: &'static str) -> Self {
        let mut phone = Self::blank(world, http, name);
        let (hearth, _words) = Companion::begin(&phone.folders(), phone.platform(), "Jo").unwrap();
        phone.hearth = Some(hearth);
        phone
    }

    /// A phone restored from a backup of another.
    #[must_use]
    pub fn restored(from: &Self, name: &'static str, http: Arc<dyn Http>) -> Self {
        let mut phone = Self::blank(&from.world, http, name);
        let backup = phone.folder.path().join("backup");
        from.hearth().back_up(&backup).unwrap();
        let words = from.hearth().recovery_words().unwrap();
        let hearth = Companion::restore_backup(&backup, &words, &phone.folders(), phone.platform());
        phone.hearth = Some(hearth.unwrap());
        phone
    }

    fn blank(world: &Arc<SimWorld>, http: Arc<dyn Http>, name: &'static str) -> Self {
        let key_store = Arc::new(SoftwareKeyStore::in_memory());
        Self { folder: Scratch::new(), key_store, world: Arc::clone(world), http, name, hearth: None }
    }

    /// Its folders.
    #[must_use]
    pub fn folders(&self) -> Folders {
        Folders { store: self.folder.path().join("store"), card: self.folder.path().join("card") }
    }

    fn platform(&self) -> Platform {
        let mut platform = Platform::new(Arc::clone(&self.key_store) as _, self.name);
        platform.clock = Arc::clone(&self.world) as _;
        platform.outside = Outside {
            http: Some(Arc::clone(&self.http)),
            world: Some(Arc::clone(&self.world) as _),
            ..Outside::default()
        };
        platform
    }

    /// The plan on it.
    #[must_use]
    pub fn hearth(&self) -> &Companion {
        self.hearth.as_ref().unwrap()
    }

    /// The app is closed, as when the system needs the room, and opened again.
    pub fn reopen(&mut self) {
        self.hearth = None;
        self.hearth = Some(Companion::open(&self.folders(), self.platform()).unwrap());
    }

    /// Links with the practice; the browser is scripted.
    ///
    /// # Errors
    /// [`Trouble`].
    pub fn link(&self, practice: &Practice) -> Result<(), Trouble> {
        self.link_by(BASE, |url| practice.sign_in(url))
    }

    /// Links with whichever practice; the browser is scripted.
    ///
    /// # Errors
    /// [`Trouble`].
    pub fn link_with(&self, practice: &dyn Surgery) -> Result<(), Trouble> {
        self.link_by(practice.base(), |url| practice.sign_in(url))
    }

    fn link_by(&self, base: &str, browser: impl FnOnce(&str) -> String) -> Result<(), Trouble> {
        let url = self.hearth().link_begin(base, CLIENT, REDIRECT)?;
        self.hearth().link_finish(&browser(&url), "The Surgery").map(drop)
    }

    /// Syncs.
    #[must_use]
    pub fn sync(&self) -> SyncView {
        self.hearth().sync(&Unhurried).unwrap()
    }

    /// A goal.
    #[must_use]
    pub fn goal(&self, words: &str) -> EntityId {
        let words = Value::Text(words.to_owned());
        self.hearth().add(Kind::Goal, &[(Goal::WORDS, words)], &Writer::Person).unwrap()
    }

    /// Writes the words of a goal.
    pub fn write(&self, goal: EntityId, words: &str) {
        let words = Value::Text(words.to_owned());
        self.hearth().write(Kind::Goal, goal, &Goal::WORDS, words, &Writer::Person).unwrap();
    }

    /// The words of a goal as they stand.
    #[must_use]
    pub fn words(&self, goal: EntityId) -> Vec<String> {
        let view = self.hearth().goal(goal).unwrap();
        view.words.versions.into_iter().map(|version| version.text).collect()
    }

    /// Gives another phone everything, and takes everything from it.
    pub fn meet(&self, other: &Self) {
        let _ = other.hearth().take_bundle(&self.hearth().bundle_for(None).unwrap());
        let _ = self.hearth().take_bundle(&other.hearth().bundle_for(None).unwrap());
        let _ = other.hearth().take_bundle(&self.hearth().bundle_for(None).unwrap());
    }
}
