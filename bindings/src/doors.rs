//! The doors: the first run, every opening after, and what to do when it does
//! not open.

use crate::error::{HearthError, caught};
use crate::platform::{Folders, Platform};
use crate::rooms::words::Say;
use crate::rooms::{BackupView, HomeView};
use crate::{Plan, Work};
use hearth_core::companion::{Companion, Trouble};
use hearth_core::store::Progress;
use hearth_core::vault::RecoveryWords;
use hearth_core::words::{Language, Words};
use std::path::Path;
use std::sync::Arc;

/// A plan that was opened, with its first screen: one call before the first frame.
#[derive(uniffi::Record)]
pub struct Opened {
    /// The plan.
    pub plan: Arc<Plan>,
    /// Today.
    pub home: HomeView,
    /// The sentences that were asked for, in that order; none where none were.
    pub sentences: Vec<String>,
}

/// A plan that was begun.
#[derive(uniffi::Record)]
pub struct Begun {
    /// The plan.
    pub plan: Arc<Plan>,
    /// Today.
    pub home: HomeView,
    /// The twelve recovery words, to be shown once now; they can be shown again.
    pub recovery_words: Vec<String>,
}

/// The language with this tag, or English.
pub(crate) fn language_of(tag: &str) -> Language {
    Language::of_tag(tag).unwrap_or(Language::EnGb)
}

/// Its words.
pub(crate) fn words_of(tag: &str) -> Words {
    Words::new(language_of(tag))
}

/// The twelve words.
pub(crate) fn shown(words: &RecoveryWords) -> Vec<String> {
    words.words().into_iter().map(str::to_owned).collect()
}

pub(crate) fn opened(companion: Companion) -> Opened {
    let home = companion.home().into();
    Opened { plan: Plan::over(companion), home, sentences: Vec::new() }
}

/// Says what goes wrong in the language with this tag. Its sentences are read only
/// if one is said: that takes longer than a card takes to open.
pub(crate) fn in_language<T>(tag: &str, work: impl FnOnce() -> Result<T, Trouble>) -> Result<T, HearthError> {
    caught(work).map_err(|trouble| HearthError::of(&trouble, &words_of(tag)))
}

/// The first run: a plan with nothing in it but what to call the person.
#[uniffi::export]
pub fn begin_plan(folders: &Folders, platform: &Platform, call_me: &str) -> Result<Begun, HearthError> {
    in_language(&platform.language, || {
        let (companion, words) = Companion::begin(&folders.core(), platform.core(), call_me)?;
        let recovery_words = shown(&words);
        let Opened { plan, home, .. } = opened(companion);
        Ok(Begun { plan, home, recovery_words })
    })
}

/// Opens the plan. What was noticed on the way is in the first screen's notices.
/// `say`: the sentences that the first screens draw, so that this is the one call
/// before the first frame.
#[uniffi::export(default(say = []))]
pub fn open_plan(folders: &Folders, platform: &Platform, say: Vec<Say>) -> Result<Opened, HearthError> {
    in_language(&platform.language, || {
        let mut opened = opened(Companion::open(&folders.core(), platform.core())?);
        let words = words_of(&platform.language);
        opened.sentences = say.iter().map(|one| one.said(&words)).collect();
        Ok(opened)
    })
}

/// Opens a plan whose key this phone has lost, with the recovery words as the
/// person typed them. From then on it opens without them.
#[uniffi::export]
pub fn open_plan_with_words(
    folders: &Folders,
    platform: &Platform,
    words: &str,
) -> Result<Opened, HearthError> {
    in_language(&platform.language, || {
        let words = RecoveryWords::parse(words)?;
        Ok(opened(Companion::open_with_words(&folders.core(), platform.core(), &words)?))
    })
}

/// Brings a plan back from a backup, into folders that have none. `work`: see
/// [`Work`]; stopped, there is no plan here and nothing of one.
#[uniffi::export]
pub fn restore_plan(
    backup: &str,
    words: &str,
    folders: &Folders,
    platform: &Platform,
    work: Option<Arc<Work>>,
) -> Result<Opened, HearthError> {
    in_language(&platform.language, || {
        let words = RecoveryWords::parse(words)?;
        let watched = progress(work.as_ref());
        let (folders, platform) = (folders.core(), platform.core());
        let companion =
            Companion::restore_backup_with(Path::new(backup), &words, &folders, platform, watched)?;
        Ok(opened(companion))
    })
}

/// Looks at a backup to its end before it is brought back: whether it is whole, and
/// how old. Nothing is made or changed. `work`: see [`Work`].
#[uniffi::export]
pub fn look_at_backup(
    backup: &str,
    words: &str,
    platform: &Platform,
    work: Option<Arc<Work>>,
) -> Result<BackupView, HearthError> {
    in_language(&platform.language, || {
        let words = RecoveryWords::parse(words)?;
        let watched = progress(work.as_ref());
        Ok(Companion::look_at_backup(Path::new(backup), &words, &platform.core(), watched)?.into())
    })
}

/// Whoever looks at long work; nobody where there is none.
pub(crate) fn progress(work: Option<&Arc<Work>>) -> &dyn Progress {
    match work {
        Some(work) => &**work,
        None => &(),
    }
}

/// Sets a plan that cannot be read aside, whole, on the person's tap. One that
/// opens, or may open later, is left. Returns where its database is now.
#[uniffi::export]
pub fn set_plan_aside(folders: &Folders, platform: &Platform) -> Result<String, HearthError> {
    in_language(&platform.language, || {
        let aside = Companion::set_aside(&folders.core(), &platform.core())?;
        Ok(aside.to_string_lossy().into_owned())
    })
}

/// Whether these are twelve words that belong together, while they are typed.
/// Whether they open the plan only opening it tells.
#[uniffi::export]
pub fn check_recovery_words(words: &str, language: &str) -> Result<(), HearthError> {
    in_language(language, || Ok(RecoveryWords::parse(words).map(drop)?))
}
