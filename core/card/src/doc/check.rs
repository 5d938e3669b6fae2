//! What a document must have before it may be sealed, and to be drawn at all.

use super::counted::PLACE;
use super::{CardDoc, FORMAT, ZonePart};

/// Why a document is not a card. The field is named as in the JSON; what stands in
/// it is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DocError {
    /// `v` is not [`FORMAT`].
    #[error("the card is of format {0}, which is not the one written here")]
    Format(u32),
    /// A line that is always drawn is empty: the name, the date, the safety line,
    /// "not an instruction", a phrase, a zone's heading.
    #[error("the card's `{0}` is empty")]
    Empty(&'static str),
    /// An identifier is not hex of the right length.
    #[error("the card's `{0}` is not a number in hex")]
    NotHex(&'static str),
    /// A phrase for any number has no place for it.
    #[error("the card's phrase `{0}` has no {{n}} in it")]
    NoNumber(&'static str),
    /// A coloured zone without the symbol that belongs to it.
    #[error("a zone of the card has not the symbol of its colour")]
    Shape,
}

impl CardDoc {
    /// Whether the document is whole: checked before sealing, so that a card is
    /// never written that leaves a stranger without the safety line or the date.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), DocError> {
        if self.v != FORMAT {
            return Err(DocError::Format(self.v));
        }
        if !hex(&self.person, 32..=32) {
            return Err(DocError::NotHex("person"));
        }
        if !hex(&self.hash, 16..=128) {
            return Err(DocError::NotHex("hash"));
        }
        let phrases = &self.phrases;
        let always = [
            ("lang", &self.lang),
            ("name", &self.name),
            ("made.line", &self.made.line),
            ("not_an_instruction", &self.not_an_instruction),
            ("made_today", &phrases.made_today),
            ("made_yesterday", &phrases.made_yesterday),
            ("clock_wrong", &phrases.clock_wrong),
            ("may_be_behind", &phrases.may_be_behind),
            ("contacts", &phrases.contacts),
            ("signs", &phrases.signs),
            ("steps", &phrases.steps),
            ("coping", &phrases.coping),
            ("medicines_kept", &phrases.medicines_kept),
        ];
        for (field, text) in always {
            filled(field, text)?;
        }
        self.check_safety()?;
        for (field, counted) in [("made_days", &phrases.made_days), ("cut", &phrases.cut)] {
            if !counted.other.contains(PLACE) {
                return Err(DocError::NoNumber(field));
            }
            for (_, phrase) in &counted.exactly {
                filled(field, phrase)?;
            }
        }
        let mut zones = self.plans.iter().flat_map(|plan| &plan.zones);
        zones.try_for_each(ZonePart::check)
    }

    /// The one thing the reader asks as well: no card without a safety line.
    pub(crate) fn check_safety(&self) -> Result<(), DocError> {
        if self.safety.is_empty() {
            return Err(DocError::Empty("safety"));
        }
        let mut lines = self.safety.iter();
        lines.try_for_each(|line| filled("safety", line))
    }
}

impl ZonePart {
    fn check(&self) -> Result<(), DocError> {
        filled("zones.heading", &self.heading)?;
        if self.shape == self.zone.shape() { Ok(()) } else { Err(DocError::Shape) }
    }
}

fn filled(field: &'static str, text: &str) -> Result<(), DocError> {
    if text.trim().is_empty() {
        return Err(DocError::Empty(field));
    }
    Ok(())
}

fn hex(text: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    length.contains(&text.len()) && text.len().is_multiple_of(2) && text.bytes().all(digit)
}

#[cfg(test)]
mod tests {
    use super::DocError;
    use crate::doc::{CardDoc, Shape, Zone};
    use crate::sample::sample;

    fn refused(spoil: impl FnOnce(&mut CardDoc)) -> DocError {
        let mut doc = sample();
        spoil(&mut doc);
        doc.check().unwrap_err()
    }

    #[test]
    fn the_sample_is_a_whole_card() {
        assert_eq!(sample().check(), Ok(()));
    }

    #[test]
    fn a_card_without_its_safety_line_is_refused() {
        assert_eq!(refused(|doc| doc.safety.clear()), DocError::Empty("safety"));
        let blank = |doc: &mut CardDoc| doc.safety.push(" \n".into());
        assert_eq!(refused(blank), DocError::Empty("safety"));
    }

    #[test]
    fn a_card_without_name_date_or_not_an_instruction_is_refused() {
        assert_eq!(refused(|doc| doc.name.clear()), DocError::Empty("name"));
        assert_eq!(refused(|doc| doc.made.line.clear()), DocError::Empty("made.line"));
        let unsaid = refused(|doc| doc.not_an_instruction.clear());
        assert_eq!(unsaid, DocError::Empty("not_an_instruction"));
    }

    #[test]
    fn nothing_but_a_name_is_needed_of_the_person() {
        let mut doc = sample();
        (doc.call_me, doc.born) = (None, None);
        (doc.sections, doc.contacts, doc.plans) = Default::default();
        assert_eq!(doc.check(), Ok(()));
    }

    #[test]
    fn identifiers_are_hex_so_that_no_words_stand_in_them() {
        assert_eq!(refused(|doc| doc.person = "Jo".into()), DocError::NotHex("person"));
        let upper = refused(|doc| doc.person = "AB".repeat(16));
        assert_eq!(upper, DocError::NotHex("person"));
        assert_eq!(refused(|doc| doc.hash = "0".repeat(63)), DocError::NotHex("hash"));
    }

    #[test]
    fn a_phrase_for_any_number_says_the_number() {
        let mute = refused(|doc| doc.phrases.cut.other = "some lines left out".into());
        assert_eq!(mute, DocError::NoNumber("cut"));
    }

    #[test]
    fn a_zone_has_its_word_and_its_own_shape() {
        let wordless = refused(|doc| doc.plans[0].zones[2].heading.clear());
        assert_eq!(wordless, DocError::Empty("zones.heading"));
        let bare = refused(|doc| doc.plans[0].zones[2].shape = None);
        assert_eq!(bare, DocError::Shape);
        let red_circle = refused(|doc| {
            let zone = &mut doc.plans[0].zones[2];
            (zone.zone, zone.shape) = (Zone::Red, Some(Shape::Circle));
        });
        assert_eq!(red_circle, DocError::Shape);
    }

    #[test]
    fn another_format_is_not_written() {
        assert_eq!(refused(|doc| doc.v = 2), DocError::Format(2));
    }
}
