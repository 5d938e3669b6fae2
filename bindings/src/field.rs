//! A field as it is drawn: every version, equal, with who wrote it and when.

use crate::cross::views;
use hearth_core::companion;

views! {
    /// The words as first spoken, beside an interpreter's translation.
    OriginalView from companion::OriginalView {
        /// The person's own words.
        text: String,
        /// Their language.
        language: String,
        /// "Your words, 14 October, through an interpreter, NAME".
        who: String,
    }

    /// One version of a field.
    VersionView from companion::VersionView {
        /// What it says, in words; "not answered" where it is an answer taken back.
        text: String,
        /// Whether it is an answer.
        answered: bool,
        /// The original, where the words came through an interpreter.
        original: Option<OriginalView>,
        /// Who wrote it and when; several where several wrote just the same.
        who: Vec<String>,
    }

    /// A suggestion for a field.
    OfferView from companion::OfferView {
        /// Names it, to accept or decline.
        id: String,
        /// The words offered.
        text: String,
        /// "NAME suggested a change, DATE".
        line: String,
    }

    /// A field ready to draw.
    FieldView from companion::FieldView {
        /// Every version, equal. Empty: never written; draw "not answered".
        versions: Vec<VersionView>,
        /// What others suggest and waits.
        offers: Vec<OfferView>,
        /// What must be said of it: two versions, a newer Hearth.
        notes: Vec<String>,
        /// The heads that this view shows, for `Plan.write_over`.
        seen: Vec<String>,
    }

    /// One line of a field's history.
    HistoryLine from companion::HistoryLine {
        /// The words, or what was done in words.
        text: String,
        /// Who and when.
        who: String,
        /// How many earlier versions it replaced.
        replaced: u32,
        /// It still stands.
        stands: bool,
    }
}
