//! The card as it is drawn: lines in the person's language, and nothing to work out.
//!
//! The names of the fields are the names in the JSON: a widget reads the same
//! document with its platform's own parser. A field that a newer app added is
//! passed over; a field that may be absent says so.

mod check;
mod counted;
mod tags;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use check::DocError;
pub use counted::Counted;
pub use tags::{SectionKind, Shape, Zone};

/// The format this code writes, and the newest it reads: `v` in the document.
pub const FORMAT: u32 = 1;

/// One person's emergency card and the unwell plans they keep at hand.
///
/// Every text is supplied by the core, whole and in the person's language; this
/// crate adds no words. A text is drawn as it stands, each in its own direction.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardDoc {
    /// Format of the document: [`FORMAT`].
    pub v: u32,
    /// Language of the lines, BCP 47: `en-GB`, `cy`. Beside `cy` stands English, after an end of line
    /// in the same text, until a clinician has read the Welsh.
    pub lang: String,
    /// When the lines were made.
    pub made: Made,
    /// Whose card: 16 bytes in hex, meaning nothing outside the core.
    pub person: String,
    /// Of the fields the card was made from, in hex: the core tells by it that the
    /// card has to be made again. Means nothing here.
    pub hash: String,
    /// The largest line: whose card this is.
    pub name: String,
    /// "call me Jo".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_me: Option<String>,
    /// "born 4 March 1951".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<String>,
    /// In the order they are drawn.
    #[serde(default)]
    pub sections: Vec<Section>,
    /// Whom to call, first one first.
    #[serde(default)]
    pub contacts: Vec<Contact>,
    /// The plans for feeling worse that the person keeps at hand.
    #[serde(default)]
    pub plans: Vec<UnwellPlan>,
    /// "Life at risk? 999 ... Urgent? 111.", one or more lines. Always drawn, never
    /// hidden: a document without one is not a card.
    pub safety: Vec<String>,
    /// "Not an instruction: find the original." Always drawn.
    pub not_an_instruction: String,
    /// What has to be said later, when no core is there to say it.
    pub phrases: Phrases,
}

/// When the lines were made, by the clock of the phone that made them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    pub at: i64,
    /// Minutes that the wall clock was ahead of UTC, -1080 to 1080.
    pub offset: i32,
    /// The same as a line with its date, true on any later day as well:
    /// "Made on Thursday 12 November 2026".
    pub line: String,
}

/// A heading and what the person put under it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// What it is about; says how urgent it is, never how it reads.
    pub kind: SectionKind,
    /// "Allergies".
    pub heading: String,
    /// One for each thing.
    pub lines: Vec<Line>,
}

/// One thing said.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The words themselves.
    pub text: String,
    /// Small print that belongs to it: "checked 12 November 2026", "two versions:
    /// check first".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// "your practice suggested a change, 3 November": drawn on the line it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending: Option<String>,
}

/// Somebody to call: name first, then number.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// "Sam".
    pub name: String,
    /// "my son".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation: Option<String>,
    /// As the person wrote it: spaces and all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// As in [`Line::note`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What one person does when one concern gets worse.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnwellPlan {
    /// Names the plan to the core and the shells; not drawn.
    pub id: String,
    /// "When my breathing gets worse".
    pub name: String,
    /// "Agreed with the respiratory nurse, 3 September", or that it has changed since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<String>,
    /// A change suggested to the plan as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending: Option<String>,
    /// In the order they are drawn.
    #[serde(default)]
    pub zones: Vec<ZonePart>,
    /// Whom to call, first one first.
    #[serde(default)]
    pub contacts: Vec<Contact>,
    /// What helps me cope.
    #[serde(default)]
    pub coping: Vec<Line>,
    /// Medicines and equipment kept for this, and where.
    #[serde(default)]
    pub medicines_kept: Vec<Line>,
}

/// One zone of a plan: how it shows and what to do about it, in order.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZonePart {
    /// Which.
    pub zone: Zone,
    /// "Amber: getting worse". Always there: a zone is never told by colour alone.
    pub heading: String,
    /// The symbol beside the heading; absent where the zone is `any`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shape: Option<Shape>,
    /// My own signs.
    #[serde(default)]
    pub signs: Vec<Line>,
    /// My own steps, in order.
    #[serde(default)]
    pub steps: Vec<Line>,
}

/// Short texts for the age of the card and the headings of a plan.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrases {
    /// "Made today".
    pub made_today: String,
    /// "Made yesterday".
    pub made_yesterday: String,
    /// "Made {n} days ago", two days and more.
    pub made_days: Counted,
    /// "This phone's clock may be wrong: look at the date on the card".
    pub clock_wrong: String,
    /// "An edit was under way: this card may be behind".
    pub may_be_behind: String,
    /// "{n} lines are left out here", for plain text and the code to scan.
    pub cut: Counted,
    /// Heading over a plan's or the card's contacts: "Call".
    pub contacts: String,
    /// Heading over signs: "Signs".
    pub signs: String,
    /// Heading over steps: "Steps".
    pub steps: String,
    /// Heading over what helps me cope.
    pub coping: String,
    /// Heading over what is kept at home.
    pub medicines_kept: String,
}

/// What `Debug` says of a card: that it is one. The words of a person's illness
/// have no place in a log.
macro_rules! redacted {
    ($($name:ident),*) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), " [redacted]"))
            }
        }
    )*};
}

redacted!(CardDoc, Made, Section, Line, Contact, UnwellPlan, ZonePart, Phrases);
