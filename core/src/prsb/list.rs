//! The three lists.

use super::tree::Element;

/// A PRSB standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// Personalised care and support plan 2.0.
    CarePlan,
    /// About Me 2.01.
    AboutMe,
    /// Palliative and end of life care 1.1.
    EndOfLife,
}

impl List {
    /// Every list.
    pub const ALL: &[List] = &[List::CarePlan, List::AboutMe, List::EndOfLife];

    /// The standard and its version, as a file names it.
    pub fn title(self) -> &'static str {
        match self {
            List::CarePlan => "Personalised care and support plan 2.0",
            List::AboutMe => "About Me 2.01",
            List::EndOfLife => "Palliative and end of life care 1.1",
        }
    }

    /// Its word in [`Passed::LIST`](crate::plan::Passed::LIST).
    pub fn word(self) -> &'static str {
        match self {
            List::CarePlan => "care_plan",
            List::AboutMe => "about_me",
            List::EndOfLife => "end_of_life",
        }
    }

    /// Its elements, from the top.
    pub fn elements(self) -> &'static [Element] {
        match self {
            List::CarePlan => super::map_care_plan::CARE_PLAN,
            List::AboutMe => super::map_about_me::ABOUT_ME,
            List::EndOfLife => super::map_eol::END_OF_LIFE,
        }
    }
}
