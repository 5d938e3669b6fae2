//! The main job as a story: Jo Example, who lives with COPD and sore joints,
//! through one year, with its two visits. Real words in a real store; nobody in it is real.
//! `cargo xtask demo` tells it, and the tests hold it to what it says.

mod clock;
mod for_real;
mod in_step;
mod night;
mod outputs;
mod papers;
mod phones;
mod plan;
mod share;
mod teller;
mod visits;
mod year;

pub use clock::StoryClock;
pub use for_real::{Answer, ForReal, Person, in_step_with};
pub use outputs::Outputs;
pub use share::{HostAt, Reader, share};
pub use teller::{Teller, Tongue};

use hearth_core::companion::{Clock, Companion, Folders, Outside, Platform, Trouble};
use hearth_core::vault::SoftwareKeyStore;
use hearth_paper::Fonts;
use in_step::Surgery;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What went wrong with telling it.
#[derive(Debug)]
pub enum StoryError {
    /// The core said no where the story does not expect it.
    Trouble(Trouble),
    /// A file could not be read or written.
    Io(std::io::Error),
    /// Something did not come out as it must.
    Wrong(String),
}

impl From<Trouble> for StoryError {
    fn from(error: Trouble) -> Self {
        StoryError::Trouble(error)
    }
}

impl From<std::io::Error> for StoryError {
    fn from(error: std::io::Error) -> Self {
        StoryError::Io(error)
    }
}

impl std::fmt::Display for StoryError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            StoryError::Trouble(error) => write!(f, "{error}"),
            StoryError::Io(error) => write!(f, "a file could not be read or written: {error}"),
            StoryError::Wrong(what) => f.write_str(what),
        }
    }
}

/// One phone of the story: its folders, its key store, its name.
pub struct Phone {
    folder: PathBuf,
    key_store: Arc<SoftwareKeyStore>,
    name: &'static str,
    clock: Arc<dyn Clock>,
    tongue: Tongue,
    outside: Outside,
}

impl Phone {
    /// A phone whose folders and keys live below `folder`.
    pub fn new(
        folder: &Path,
        name: &'static str,
        clock: &Arc<impl Clock + 'static>,
        tongue: Tongue,
    ) -> Result<Self, StoryError> {
        std::fs::create_dir_all(folder)?;
        let key_store = SoftwareKeyStore::open(&folder.join("key-store"))
            .map_err(|error| StoryError::Wrong(error.to_string()))?;
        let key_store = Arc::new(key_store);
        let (folder, clock) = (folder.to_owned(), Arc::clone(clock) as _);
        Ok(Self { folder, key_store, name, clock, tongue, outside: Outside::default() })
    }

    /// The same phone on this network.
    #[must_use]
    pub fn with(self, outside: Outside) -> Self {
        Self { outside, ..self }
    }

    /// Its folders.
    pub fn folders(&self) -> Folders {
        Folders { store: self.folder.join("store"), card: self.folder.join("card") }
    }

    /// What it brings to the core.
    pub fn platform(&self) -> Platform {
        let mut platform = Platform::new(Arc::clone(&self.key_store) as _, self.name);
        platform.clock = Arc::clone(&self.clock);
        platform.outside = self.outside.clone();
        platform.language = self.tongue.0;
        platform
    }

    /// Whether it has a plan.
    pub fn has_plan(&self) -> bool {
        self.folders().store.join(hearth_core::store::DB).exists()
    }
}

/// Tells the whole story in `folder`, with results in `out`. A folder that has
/// the plan already goes on from where it was. Papers are drawn with `fonts`, where there are any.
pub fn tell(
    folder: &Path,
    out: &Path,
    examples: &Path,
    fonts: Option<&Fonts>,
    teller: &mut Teller,
) -> Result<Outputs, StoryError> {
    std::fs::create_dir_all(out)?;
    let clock = Arc::new(StoryClock::new(folder));
    let surgery = Surgery::new();
    let phone = Phone::new(
        &folder.join("phone"),
        teller.tongue().pick("Jo's phone", "Ffôn Jo"),
        &clock,
        teller.tongue(),
    )?
    .with(surgery.outside());
    let companion = if phone.has_plan() {
        go_on(&phone, &clock, teller)?
    } else {
        from_the_start(folder, (&phone, &surgery), &clock, examples, teller)?
    };
    let mut outputs = outputs::write(&companion, &phone, out, teller)?;
    if let Some(fonts) = fonts {
        outputs.papers = papers::write(&companion, fonts, out, teller)?;
    }
    Ok(outputs)
}

fn from_the_start(
    folder: &Path,
    (phone, surgery): (&Phone, &Surgery),
    clock: &Arc<StoryClock>,
    examples: &Path,
    teller: &mut Teller,
) -> Result<Companion, StoryError> {
    let (companion, words) = Companion::begin(&phone.folders(), phone.platform(), "Jo")?;
    plan::first_day(&companion, &words, teller)?;
    let goals = plan::goals(&companion, &|| clock.minutes(10), teller)?;
    plan::results(&companion, examples, teller)?;
    let unwell = night::write_the_plan(&companion, clock, teller)?;
    night::a_carer_suggests(&companion, &unwell, clock, teller)?;
    phones::two_at_once(folder, &companion, &words, &goals, clock, teller)?;
    night::a_bad_night(&companion, phone, &unwell, clock, teller)?;
    let companion = phones::lost_and_restored(folder, companion, phone, clock, teller)?;
    plan::later(&companion, &goals, clock, teller)?;
    let visit = visits::gather(&companion, clock, teller)?;
    visits::agree(&companion, visit, &goals, clock, teller)?;
    in_step::in_step(&companion, surgery, &goals, clock, teller)?;
    year::winter(&companion, &goals, clock, teller)?;
    year::spring(&companion, clock, teller)?;
    visits::a_year_on(&companion, clock, teller)?;
    Ok(companion)
}

fn go_on(phone: &Phone, clock: &StoryClock, teller: &mut Teller) -> Result<Companion, StoryError> {
    teller.chapter("The plan is here already: going on", "Mae’r cynllun yma’n barod: ymlaen â ni");
    clock.days(7);
    let companion = Companion::open(&phone.folders(), phone.platform())?;
    plan::another_week(&companion, teller)?;
    Ok(companion)
}

/// Fails with a sentence where the story does not come out as it must.
fn must(right: bool, what: &str) -> Result<(), StoryError> {
    if right { Ok(()) } else { Err(StoryError::Wrong(format!("it must be that {what}, and it is not"))) }
}
