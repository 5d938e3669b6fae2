//! The languages Hearth speaks, and the files each one is made of.

use std::borrow::Cow;

use super::pseudo;

/// A language in which Hearth's own words are written.
///
/// The person's words are never translated; this chooses only what Hearth says around them.
///
/// To add one: a folder beside `en-GB` with the same file names, a region file in it, a variant
/// here, and its lines below. A key that the new folder does not have yet is said in English.
///
/// To add a room: a file of its name in each folder, and its line in `folder!`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// British English: complete, and what every other language falls back to.
    EnGb,
    /// Welsh. No clinician who speaks it has read it yet: see [`Language::reviewed`].
    Cy,
    /// English with accents and 40 % longer, `en-XA`: for trying a screen, never offered.
    Accented,
    /// English from right to left, `ar-XB`: for trying a screen, never offered.
    Mirrored,
}

/// One Fluent file: its name, by which a fault in it can be told, and its text.
pub(super) type File = (&'static str, &'static str);

/// Lists the files of one language folder, by room.
macro_rules! folder {
    ($folder:literal) => {
        &[
            folder!(@ $folder, "dates.ftl"),
            folder!(@ $folder, "who.ftl"),
            folder!(@ $folder, "scales.ftl"),
            folder!(@ $folder, "versions.ftl"),
            folder!(@ $folder, "plan.ftl"),
            folder!(@ $folder, "unwell.ftl"),
            folder!(@ $folder, "card.ftl"),
            folder!(@ $folder, "promises.ftl"),
            folder!(@ $folder, "results.ftl"),
            folder!(@ $folder, "phones.ftl"),
            folder!(@ $folder, "decisions.ftl"),
            folder!(@ $folder, "readings.ftl"),
            folder!(@ $folder, "over-time.ftl"),
            folder!(@ $folder, "ahead.ftl"),
            folder!(@ $folder, "support.ftl"),
            folder!(@ $folder, "reviews.ftl"),
            folder!(@ $folder, "carers.ftl"),
            folder!(@ $folder, "visits.ftl"),
            folder!(@ $folder, "sheets.ftl"),
            folder!(@ $folder, "prsb.ftl"),
            folder!(@ $folder, "errors.ftl"),
            folder!(@ $folder, "errors-keys.ftl"),
            folder!(@ $folder, "fhir.ftl"),
            folder!(@ $folder, "sync.ftl"),
            folder!(@ $folder, "settings.ftl"),
            folder!(@ $folder, "share.ftl"),
            folder!(@ $folder, "print.ftl"),
        ]
    };
    (@ $folder:literal, $name:literal) => {
        ($name, include_str!(concat!($folder, "/", $name)))
    };
}

impl Language {
    /// Every language, in the order a person is offered them.
    pub const ALL: &'static [Language] = &[Language::EnGb, Language::Cy];

    /// The languages nobody speaks, for trying screens with. They are English, changed as it is
    /// read (see `pseudo`), and are never offered to a person.
    pub const PSEUDO: &'static [Language] = &[Language::Accented, Language::Mirrored];

    /// The BCP 47 tag, as platforms and files name the language: `en-GB`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::EnGb => "en-GB",
            Language::Cy => "cy",
            Language::Accented => "en-XA",
            Language::Mirrored => "ar-XB",
        }
    }

    /// Its name in itself, as a person who speaks it looks for it.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::EnGb => "English",
            Language::Cy => "Cymraeg",
            Language::Accented => "Éñglîsh",
            Language::Mirrored => "hsilgnE",
        }
    }

    /// The language for a platform's tag: `cy-GB` is Welsh, `en-US` English. `None` for one that
    /// Hearth does not speak; letters count alike, `-` and `_` too.
    pub fn of_tag(tag: &str) -> Option<Language> {
        let tag = tag.replace('_', "-");
        let all = || Language::ALL.iter().chain(Language::PSEUDO).copied();
        let first = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let whole = all().find(|language| language.tag().eq_ignore_ascii_case(&tag));
        whole.or_else(|| Language::ALL.iter().copied().find(|language| first(language.tag()) == first(&tag)))
    }

    /// Whether its lines run from right to left.
    pub fn right_to_left(self) -> bool {
        self == Language::Mirrored
    }

    /// Whether its safety text may stand alone. Where not, the English stands beside it, since a
    /// translation of it that no clinician has read may mislead.
    pub fn reviewed(self) -> bool {
        self.written_in() == Language::EnGb
    }

    /// The language its sentences are written in, whose plurals it has.
    pub(super) fn written_in(self) -> Language {
        match self {
            Language::EnGb | Language::Accented | Language::Mirrored => Language::EnGb,
            Language::Cy => Language::Cy,
        }
    }

    /// What is done to Hearth's words, if anything; never to what is put into them.
    pub(super) fn transform(self) -> Option<fn(&str) -> Cow<'_, str>> {
        match self {
            Language::EnGb | Language::Cy => None,
            Language::Accented => Some(pseudo::long_and_accented),
            Language::Mirrored => Some(pseudo::right_to_left),
        }
    }

    /// The files of the language's folder.
    pub(super) fn files(self) -> &'static [File] {
        match self.written_in() {
            Language::Cy => folder!("cy"),
            _ => folder!("en-GB"),
        }
    }

    /// Whom to ring, and what to say when life may be at risk, in the region Hearth is made for.
    ///
    /// A file of its own because numbers and services change with the country, not with the
    /// language.
    pub(super) fn region(self) -> File {
        match self.written_in() {
            Language::Cy => ("regions/uk.cy.ftl", include_str!("regions/uk.cy.ftl")),
            _ => ("regions/uk.ftl", include_str!("regions/uk.ftl")),
        }
    }
}
