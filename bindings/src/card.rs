//! The card's own door: opens the card file with its key, and touches neither
//! plan, store nor network. Dear lines stand here in full, so that a shell that
//! draws the card can be read from top to bottom.

use crate::cross::{Cross, views};
use crate::doors::in_language;
use crate::error::HearthError;
use crate::platform::{KeyStore, Moment, ShellKeyStore};
use hearth_core::card::{self, CardDoc, CardKey, MOST_QR_BYTES, SectionKind, Shape, Zone};
use hearth_core::companion::{self, Trouble};
use hearth_sealed::Secret;
use std::path::Path;
use std::sync::Arc;
use zeroize::Zeroizing;

views! {
    /// One thing said.
    CardLine from card::Line {
        /// The words themselves.
        text: String,
        /// Small print that belongs to it: "two versions: check first".
        note: Option<String>,
        /// "your practice suggested a change, 3 November".
        pending: Option<String>,
    }

    /// A heading and what the person put under it.
    CardSection from card::Section {
        /// `allergies`, `conditions`, ...: how urgent it is, never how it reads.
        kind: String,
        /// "Allergies".
        heading: String,
        /// One for each thing.
        lines: Vec<CardLine>,
    }

    /// Somebody to call.
    CardContact from card::Contact {
        /// "Sam".
        name: String,
        /// "my son".
        relation: Option<String>,
        /// As the person wrote it: spaces and all.
        number: Option<String>,
        /// Small print that belongs to it.
        note: Option<String>,
    }

    /// What the person does when one concern gets worse.
    CardPlan from card::UnwellPlan {
        /// Names the plan; not drawn.
        id: String,
        /// "When my breathing gets worse".
        name: String,
        /// Who agreed to it, or that it has changed since.
        agreed: Option<String>,
        /// A change suggested to the plan as a whole.
        pending: Option<String>,
        /// In the order they are drawn.
        zones: Vec<CardZone>,
        /// Whom to call, first one first.
        contacts: Vec<CardContact>,
        /// What helps me cope.
        coping: Vec<CardLine>,
        /// Medicines and equipment kept for this, and where.
        medicines_kept: Vec<CardLine>,
    }

    /// One zone of a plan.
    CardZone from card::ZonePart {
        /// `green`, `amber`, `red` or `any`.
        zone: String,
        /// "Amber: getting worse": never told by colour alone.
        heading: String,
        /// `circle`, `triangle` or `hexagon`; none for any.
        shape: Option<String>,
        /// My own signs.
        signs: Vec<CardLine>,
        /// My own steps, in order.
        steps: Vec<CardLine>,
    }

    /// The card as text.
    CardText from card::CardText {
        /// The text.
        text: String,
        /// How many of the card's lines are left out; the text says so in words.
        cut: u32,
    }
}

impl Cross<u32> for u32 {
    fn cross(self) -> u32 {
        self
    }
}

macro_rules! words_of_the_card {
    ($($tag:ty),*) => { $(
        impl Cross<String> for $tag {
            fn cross(self) -> String {
                self.as_str().to_owned()
            }
        }
    )* };
}
words_of_the_card!(SectionKind, Zone, Shape);

/// Headings over the parts of a plan, in the card's language.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct CardHeadings {
    /// Over contacts: "Call".
    pub contacts: String,
    /// Over signs.
    pub signs: String,
    /// Over steps.
    pub steps: String,
    /// Over what helps me cope.
    pub coping: String,
    /// Over what is kept at home.
    pub medicines_kept: String,
}

/// One person's card and the plans they keep at hand, ready to draw.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct OpenCard {
    /// The language of its lines, as a BCP 47 tag.
    pub language: String,
    /// The largest line: whose card this is.
    pub name: String,
    /// "call me Jo".
    pub call_me: Option<String>,
    /// "born 4 March 1951".
    pub born: Option<String>,
    /// The day it was made, in a line.
    pub made: String,
    /// How old it is at the moment that was asked: "made today", or that this
    /// phone's clock may be wrong. Always drawn.
    pub age: String,
    /// An edit was under way and it is not known whether it was kept: drawn with
    /// the card.
    pub may_be_behind: Option<String>,
    /// In the order they are drawn.
    pub sections: Vec<CardSection>,
    /// Whom to call.
    pub contacts: Vec<CardContact>,
    /// The plans at hand.
    pub plans: Vec<CardPlan>,
    /// Headings over the parts of a plan.
    pub headings: CardHeadings,
    /// "Life at risk? 999 ...": always drawn, never hidden.
    pub safety: Vec<String>,
    /// "Not an instruction: find the original.": always drawn.
    pub not_an_instruction: String,
}

/// The squares of a code to scan, without the empty border of 4 that it needs.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Code {
    /// Squares a side.
    pub size: u32,
    /// `size` rows of `size` from the top left, a byte each: 1 is dark.
    pub squares: Vec<u8>,
}

/// The key, from what the platform's key store gave back.
fn key_of(secret: Vec<u8>) -> Result<CardKey, Trouble> {
    let secret = Zeroizing::new(secret);
    Ok(CardKey::new(&Secret::from_slice(&secret).ok_or(card::CardError::AnotherPersonsOrAltered)?))
}

fn drawn(card: card::OpenCard, now: Moment) -> OpenCard {
    let age = card.doc.age_line(now.ms, i32::from(now.offset_minutes));
    let CardDoc { lang, made, name, call_me, born, sections, contacts, plans, .. } = card.doc;
    let phrases = card.doc.phrases;
    OpenCard {
        language: lang,
        name,
        call_me,
        born,
        made: made.line,
        age,
        may_be_behind: card.may_be_behind.then_some(phrases.may_be_behind),
        sections: sections.cross(),
        contacts: contacts.cross(),
        plans: plans.cross(),
        headings: CardHeadings {
            contacts: phrases.contacts,
            signs: phrases.signs,
            steps: phrases.steps,
            coping: phrases.coping,
            medicines_kept: phrases.medicines_kept,
        },
        safety: card.doc.safety,
        not_an_instruction: card.doc.not_an_instruction,
    }
}

impl Cross<Code> for card::QrMatrix {
    fn cross(self) -> Code {
        Code { size: self.size.cross(), squares: self.modules.into_iter().map(u8::from).collect() }
    }
}

fn code(text: &str) -> Result<Code, Trouble> {
    Ok(card::qr(text).map_err(|_| Trouble::Card)?.cross())
}

/// Opens the card in its folder with its 32-byte key. `now` is what this phone's
/// clock says; `language` that of what is said if it does not open.
#[uniffi::export]
pub fn open_card(folder: &str, key: Vec<u8>, now: Moment, language: &str) -> Result<OpenCard, HearthError> {
    in_language(language, || Ok(drawn(card::open(Path::new(folder), &key_of(key)?)?, now)))
}

/// Opens the card's photo, a JPEG. The card is drawn without it where it does not
/// open.
#[uniffi::export]
pub fn open_card_photo(folder: &str, key: Vec<u8>, language: &str) -> Result<Vec<u8>, HearthError> {
    in_language(language, || Ok(card::open_photo(Path::new(folder), &key_of(key)?)?.to_vec()))
}

/// The card in at most `max_bytes` of plain text, whole lines only.
#[uniffi::export]
pub fn card_as_text(
    folder: &str,
    key: Vec<u8>,
    max_bytes: u32,
    language: &str,
) -> Result<CardText, HearthError> {
    in_language(language, || {
        let card = card::open(Path::new(folder), &key_of(key)?)?;
        Ok(card.text(max_bytes as usize).map_err(|_| Trouble::Card)?.into())
    })
}

/// The card's text as a code for a stranger's camera.
#[uniffi::export]
pub fn card_as_code(folder: &str, key: Vec<u8>, language: &str) -> Result<Code, HearthError> {
    in_language(language, || {
        let card = card::open(Path::new(folder), &key_of(key)?)?;
        code(&card.text(MOST_QR_BYTES).map_err(|_| Trouble::Card)?.text)
    })
}

/// Any short text as a code to scan: the recovery words, joined by spaces.
#[uniffi::export]
pub fn text_as_code(text: &str, language: &str) -> Result<Code, HearthError> {
    in_language(language, || code(text))
}

/// The card's key, unwrapped by the key store from the file beside the card: the
/// one item that the card's path reads. Never makes a new one.
#[uniffi::export]
pub fn card_key(folder: &str, key_store: Arc<dyn KeyStore>, language: &str) -> Result<Vec<u8>, HearthError> {
    in_language(language, || {
        let key_store = Arc::new(ShellKeyStore(key_store));
        Ok(companion::card_secret(Path::new(folder), &*key_store)?.expose().to_vec())
    })
}
