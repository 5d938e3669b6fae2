//! The fonts that the caller gives: a phone's own, or files.

use super::PaperError;
use parley::FontContext;
use parley::fontique::Blob;
use std::sync::Arc;

/// The most fonts that are looked at.
const MOST: usize = 64;
/// The largest font that is: a system's largest hold every sign of four languages.
const LARGEST: usize = 64 * 1024 * 1024;

/// Fonts to draw with, the preferred first. What the first has no letter for is drawn with the next.
#[derive(Clone)]
pub struct Fonts {
    files: Vec<Arc<Vec<u8>>>,
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} fonts", self.files.len())
    }
}

impl Fonts {
    /// Fonts from the bytes of their files (TrueType or OpenType). One that holds only pictures of its signs is passed
    /// over, as is what is no font: with them a sign would be an empty place.
    ///
    /// # Errors
    /// [`PaperError::NoFont`] where none is left.
    pub fn new(files: Vec<Vec<u8>>) -> Result<Self, PaperError> {
        let usable = files.into_iter().filter(|file| file.len() <= LARGEST && has_outlines(file));
        let files: Vec<_> = usable.take(MOST).map(Arc::new).collect();
        if files.is_empty() { Err(PaperError::NoFont) } else { Ok(Self { files }) }
    }

    /// What parley looks for letters in, and the families in order.
    pub(super) fn context(&self) -> (FontContext, Vec<String>) {
        let mut context = FontContext::new();
        let mut families: Vec<String> = Vec::new();
        for file in &self.files {
            let file: Arc<dyn AsRef<[u8]> + Send + Sync> = file.clone();
            for (family, _) in context.collection.register_fonts(Blob::new(file), None) {
                let name = context.collection.family_name(family).map(str::to_owned);
                families.extend(name.filter(|name| !families.contains(name)));
            }
        }
        (context, families)
    }
}

/// Whether a file is a font, or a collection of them, with drawn letters: the tags of its first font's tables
/// (OpenType 1.9, "Organization of an OpenType font").
fn has_outlines(file: &[u8]) -> bool {
    let number = |at: usize| {
        let bytes = file.get(at..at.checked_add(4)?)?;
        Some(u32::from_be_bytes(bytes.try_into().ok()?) as usize)
    };
    let start = match file.get(..4) {
        Some(b"ttcf") => number(12),
        Some([0, 1, 0, 0] | b"OTTO" | b"true") => Some(0),
        _ => None,
    };
    let Some(start) = start else { return false };
    let Some(count) = number(start.saturating_add(4)).map(|word| word >> 16) else { return false };
    let mut tags = (0..count).filter_map(|table| {
        let at = start.checked_add(12 + 16 * table)?;
        file.get(at..at.checked_add(4)?)
    });
    tags.any(|tag| matches!(tag, b"glyf" | b"CFF " | b"CFF2"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_font_is_passed_over() {
        let bitmap = [b"\0\x01\0\0\0\x01\0\0\0\0\0\0".as_slice(), b"CBDT\0\0\0\0\0\0\0\0\0\0\0\0"].concat();
        for file in
            [b"".to_vec(), b"OTTO".to_vec(), b"ttcf\0\0\0\0\0\0\0\x01\xff\xff\xff\xff".to_vec(), bitmap]
        {
            assert!(matches!(Fonts::new(vec![file]), Err(PaperError::NoFont)));
        }
    }
}
