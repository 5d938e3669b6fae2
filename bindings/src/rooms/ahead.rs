//! Looking ahead.

use crate::Plan;
use crate::Writer;
use crate::answer::maybe;
use crate::cross::views;
use crate::error::HearthError;
use crate::field::FieldView;
use hearth_core::companion;

views! {
    /// Looking ahead, ready to draw.
    AheadView from companion::AheadView {
        /// "What I would like, in my words. It is not a medical order.": always drawn
        /// over the wishes.
        my_wish: String,
        /// Wishes: place, want, not want, other.
        preferences: Vec<PreferenceView>,
        /// "Not an instruction: find the original.": always drawn over the papers.
        not_an_instruction: String,
        /// Papers that exist.
        forms: Vec<FormView>,
        /// Copies of clinical decisions, the newest of each document.
        copies: Vec<CopyView>,
    }

    /// A wish.
    PreferenceView from companion::PreferenceView {
        /// Names it.
        id: String,
        /// What it is about.
        sort: FieldView,
        /// In the person's words.
        words: FieldView,
        /// "Said 3 October", or "no date written".
        dated: String,
        /// What must be said of it: suggestions that wait, two versions.
        notes: Vec<String>,
        /// Only me.
        only_me: bool,
    }

    /// That a form exists: never what it decides.
    FormView from companion::FormView {
        /// Names it.
        id: String,
        /// Which form.
        form: FieldView,
        /// Its name, where it is another.
        name: FieldView,
        /// Its date.
        dated: FieldView,
        /// Where the original is.
        place: FieldView,
        /// What must be said of it.
        notes: Vec<String>,
    }

    /// The copy of a clinical decision.
    CopyView from companion::CopyView {
        /// Names it.
        id: String,
        /// "copy: check the original": always drawn beside the words.
        mark: String,
        /// What it is a copy of.
        what: FieldView,
        /// The words on the document.
        words: FieldView,
        /// "Dated 3 October", or that no date is written.
        dated: String,
        /// "Written by NAME", or that it is not written who it is from.
        source: String,
        /// Where the original is, or that it is not written.
        original: String,
        /// The older copies of the same document, newest first.
        older: Vec<CopyView>,
        /// "1 older copy is kept", where one is.
        older_line: Option<String>,
        /// What must be said of it.
        notes: Vec<String>,
        /// Only me.
        only_me: bool,
    }
}

/// What stands on a document that is copied.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct NewCopy {
    /// What it is.
    pub what: String,
    /// Its words.
    pub words: String,
    /// Its date: `2026`, `2026-10` or `2026-10-03`.
    pub dated: Option<String>,
    /// Who wrote it.
    pub source: Option<String>,
    /// Where the original is.
    pub original: Option<String>,
    /// The older copy that it takes the place of.
    pub replaces: Option<String>,
}

#[uniffi::export]
impl Plan {
    /// Looking ahead.
    pub fn ahead(&self) -> Result<AheadView, HearthError> {
        self.draw(|companion| Ok(companion.ahead()))
    }

    /// Keeps a copy of a clinical decision. What it says is written once.
    pub fn keep_copy(&self, copy: NewCopy, by: Writer) -> Result<String, HearthError> {
        self.draw(|companion| {
            let NewCopy { what, words, dated, source, original, replaces } = copy;
            let replaces = maybe(replaces.as_ref())?;
            let copy = companion::NewCopy { what, words, dated, source, original, replaces };
            companion.keep_copy(&copy, &by.core()?)
        })
    }
}
