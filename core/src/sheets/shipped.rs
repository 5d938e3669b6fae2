//! The sheets that come with Hearth, built into the library.

use super::{Sheet, read};
use std::sync::OnceLock;

macro_rules! sheets {
    ($($name:literal),*) => { &[$(($name, include_bytes!(concat!("../../sheets/", $name, ".json")))),*] };
}

/// The files, in the order in which their sheets are offered and merged: what is
/// about the whole life first.
pub(super) const FILES: &[(&str, &[u8])] =
    sheets!["general", "diabetes", "copd", "asthma", "msk-inflammatory", "msk-pain", "bone-health"];

/// The sheets that come with Hearth. (Tests read each without a fault, so that
/// none is missing here.)
pub fn shipped() -> &'static [Sheet] {
    static SHEETS: OnceLock<Vec<Sheet>> = OnceLock::new();
    SHEETS.get_or_init(|| {
        let sheets = FILES.iter().filter_map(|(_, bytes)| read(bytes).ok());
        sheets.map(|read| Sheet { ours: true, ..read.sheet }).collect()
    })
}
