//! The languages Hearth speaks, and the files each one is made of.

/// A language in which Hearth's own words are written.
///
/// The person's words are never translated; this chooses only what Hearth says around them.
///
/// To add one: a folder beside `en-GB` with the same file names, a variant here, and its line in
/// `files`. A key that the new folder does not have yet is said in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// British English: complete, and what every other language falls back to.
    EnGb,
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
            folder!(@ $folder, "errors.ftl"),
            folder!(@ $folder, "errors-keys.ftl"),
        ]
    };
    (@ $folder:literal, $name:literal) => {
        ($name, include_str!(concat!($folder, "/", $name)))
    };
}

/// Whom to ring, and what to say when life may be at risk, in the region Hearth is made for.
///
/// A file of its own because numbers and services change with the country, not with the language.
pub(super) const REGION: File = ("regions/uk.ftl", include_str!("regions/uk.ftl"));

impl Language {
    /// Every language, in the order a person is offered them.
    pub const ALL: &'static [Language] = &[Language::EnGb];

    /// The BCP 47 tag, as platforms and files name the language: `en-GB`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::EnGb => "en-GB",
        }
    }

    /// The files of the language's folder.
    pub(super) fn files(self) -> &'static [File] {
        match self {
            Language::EnGb => folder!("en-GB"),
        }
    }
}
