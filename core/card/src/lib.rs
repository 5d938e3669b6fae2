#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod age;
mod doc;
mod key;
mod open;
mod plain;
#[cfg(feature = "qr")]
mod qr;
#[cfg(test)]
mod sample;
mod seal;
mod text;

pub use age::Age;
pub use doc::{
    CardDoc, Contact, Counted, DocError, FORMAT, Line, Made, Phrases, Section, SectionKind, Shape,
    UnwellPlan, Zone, ZonePart,
};
pub use key::CardKey;
pub use open::{CARD_FILE, CardError, NEXT_FILE, OpenCard, PHOTO_FILE, open, open_photo};
#[cfg(feature = "qr")]
pub use qr::{MOST_QR_BYTES, QrError, QrMatrix, qr};
pub use seal::{MOST_DOC_BYTES, MOST_PHOTO_BYTES, SealError, seal, seal_photo};
pub use text::{CardText, TooSmall, text};
