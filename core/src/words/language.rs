//! The languages Hearth speaks, and the files each one is made of.

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

impl Language {
    /// Every language, in the order a person is offered them.
    pub const ALL: &'static [Language] = &[Language::EnGb, Language::Cy];

    /// The BCP 47 tag, as platforms and files name the language: `en-GB`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::EnGb => "en-GB",
            Language::Cy => "cy",
        }
    }

    /// Whether its safety text may stand alone. Where not, the English stands beside it, since a
    /// translation of it that no clinician has read may mislead.
    pub fn reviewed(self) -> bool {
        match self {
            Language::EnGb => true,
            Language::Cy => false,
        }
    }

    /// The files of the language's folder.
    pub(super) fn files(self) -> &'static [File] {
        match self {
            Language::EnGb => folder!("en-GB"),
            Language::Cy => folder!("cy"),
        }
    }

    /// Whom to ring, and what to say when life may be at risk, in the region Hearth is made for.
    ///
    /// A file of its own because numbers and services change with the country, not with the
    /// language.
    pub(super) fn region(self) -> File {
        match self {
            Language::EnGb => ("regions/uk.ftl", include_str!("regions/uk.ftl")),
            Language::Cy => ("regions/uk.cy.ftl", include_str!("regions/uk.cy.ftl")),
        }
    }
}
