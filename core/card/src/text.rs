//! The card as plain text, for a code to scan, a message, a printed strip: within a
//! number of bytes, in whole lines, and saying how many did not fit.
//!
//! What a paramedic meets, top to bottom: who this is; the safety line for whoever
//! found them; how old all this is and whether some of it is left out; then allergies,
//! conditions, medicines, very unwell, communication, contacts, forms, anything else,
//! the unwell plans; last "not an instruction". The least important goes first when
//! room is short: the same order from its end, but of the plans red outlives amber,
//! amber the rest. A line too long for the room that is left is passed over and the
//! shorter ones after it are still tried.
//!
//! Headings stand where anything under them stands, and so do a plan's name and what
//! was agreed. "- " is before each line and "1. " before a step, which keeps its number
//! when one before it is left out; "…" stands where lines are missing under a heading
//! that stayed. A plan's name, the person's own words, stands between "=" signs, so
//! that it cannot pass for a line of the card. Words are made safe as
//! [`plain`](crate::plain) says.

mod fit;
mod lines;

use crate::doc::CardDoc;
use crate::open::OpenCard;

/// The card in plain text, lines ended by `\n` (the last one is not).
#[derive(Clone, PartialEq, Eq)]
pub struct CardText {
    /// At most as many bytes of UTF-8 as were asked for.
    pub text: String,
    /// How many of the card's lines are left out; the text says so in words.
    pub cut: u32,
}

impl std::fmt::Debug for CardText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CardText [redacted], {} lines cut", self.cut)
    }
}

/// There is no room even for what is never left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the card's text needs at least {needed} bytes")]
pub struct TooSmall {
    /// Bytes that would do: the name, the safety lines, the date, the `also` lines,
    /// "not an instruction", and saying that the rest is left out.
    pub needed: usize,
}

/// The card in at most `max_bytes` of plain text.
///
/// `also`: lines that are never left out and stand beside the date: that the card may
/// be behind, or its age where the text is read at once. The text itself says the day
/// it was made, since "made today" would be wrong on a copy tomorrow.
///
/// # Errors
/// [`TooSmall`].
pub fn text(doc: &CardDoc, max_bytes: usize, also: &[&str]) -> Result<CardText, TooSmall> {
    let lines = lines::of(doc, also);
    fit::fit(&lines, &doc.phrases.cut, max_bytes)
}

impl OpenCard {
    /// [`text`] of this card, with its warning that it may be behind.
    ///
    /// # Errors
    /// [`TooSmall`].
    pub fn text(&self, max_bytes: usize) -> Result<CardText, TooSmall> {
        let behind = [self.doc.phrases.may_be_behind.as_str()];
        let also = if self.may_be_behind { &behind[..] } else { &[] };
        text(&self.doc, max_bytes, also)
    }
}

#[cfg(test)]
mod tests;
