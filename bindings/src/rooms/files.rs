//! Files in the forms that others read: FHIR out and in, and PRSB's lists out and in.

use crate::Plan;
use crate::cross::{Cross, views};
use crate::error::HearthError;
use hearth_core::prsb::List;
use hearth_core::{companion, prsb};

/// One of PRSB's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum PrsbList {
    /// Personalised care and support plan 2.0.
    CarePlan,
    /// About Me 2.01.
    AboutMe,
    /// Palliative and end of life care 1.1.
    EndOfLife,
}

impl PrsbList {
    fn core(self) -> List {
        match self {
            PrsbList::CarePlan => List::CarePlan,
            PrsbList::AboutMe => List::AboutMe,
            PrsbList::EndOfLife => List::EndOfLife,
        }
    }
}

impl Cross<PrsbList> for List {
    fn cross(self) -> PrsbList {
        match self {
            List::CarePlan => PrsbList::CarePlan,
            List::AboutMe => PrsbList::AboutMe,
            List::EndOfLife => PrsbList::EndOfLife,
        }
    }
}

views! {
    /// What must be said of one place of a list.
    PrsbNote from companion::PrsbNote {
        /// The place: its path in PRSB's own words.
        place: String,
        /// The sentence, which names the place.
        line: String,
    }

    /// What was left out, in entries.
    PrsbLeftOut from prsb::LeftOut {
        /// Marked "only me", with what is in them.
        only_me: u32,
        /// Removed, with what was in them.
        removed: u32,
        /// Answers that leave the phone only by a choice of their own.
        delicate: u32,
        /// Suggestions that wait for the person to say.
        waiting: u32,
    }

    /// A plan in PRSB's form.
    PrsbExport from companion::PrsbExport {
        /// The JSON.
        json: String,
        /// What was left out of it, and how much.
        left_out: PrsbLeftOut,
        /// What was left out, in sentences: to be told before it goes.
        lines: Vec<String>,
        /// Where it does not conform to the list. Nothing is cut for that.
        notes: Vec<PrsbNote>,
    }

    /// What a file in PRSB's form brought.
    PrsbImport from companion::PrsbImport {
        /// Its list.
        list: PrsbList,
        /// Entries that are new.
        new: u32,
        /// Entries that were here just so.
        already: u32,
        /// Fields that wait as a suggestion beside the person's own words.
        suggested: u32,
        /// Parts that can't be shown, kept as they came.
        kept: u32,
        /// Elements that a person's plan leaves out.
        left_out: u32,
        /// What was done, in sentences.
        lines: Vec<String>,
        /// What must be said of places in the file.
        notes: Vec<PrsbNote>,
    }

    /// What a practice's file brought.
    PaperTaken from companion::PaperView {
        /// Changes of the person's words that it suggests.
        suggested: u32,
        /// Results, medicines, promises and the like that came with it.
        received: u32,
        /// Things in it that can't be read.
        left_out: u32,
        /// What to tell the person.
        sentences: Vec<String>,
    }
}

#[uniffi::export]
impl Plan {
    /// The plan as a FHIR R4 document, in bytes of JSON. It is a copy: what was
    /// given away can't be taken back.
    pub fn fhir_document(&self) -> Result<Vec<u8>, HearthError> {
        self.ask(|companion| Ok(companion.document()))
    }

    /// The plan as one PRSB list has it.
    pub fn prsb_export(&self, list: PrsbList) -> Result<PrsbExport, HearthError> {
        self.draw(|companion| Ok(companion.export_prsb(list.core())))
    }

    /// Takes in a file in PRSB's form; `source`: what the person says of where it
    /// is from. What the person wrote stands; the file's words wait beside it.
    pub fn prsb_import(&self, bytes: &[u8], source: &str) -> Result<PrsbImport, HearthError> {
        self.draw(|companion| companion.import_prsb(bytes, source))
    }

    /// Takes in a practice's file, a FHIR R4 Bundle, with no link and no signal.
    /// `source`: what the person calls whoever gave it. The same file again changes
    /// nothing; one that is not shown to be about this person is not taken in.
    pub fn take_file(&self, bytes: &[u8], source: &str) -> Result<PaperTaken, HearthError> {
        self.draw(|companion| companion.take_file(bytes, source))
    }
}
