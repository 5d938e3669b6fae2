//! The card's text as a QR code (ISO/IEC 18004), for a stranger's camera.
//!
//! Error correction level M (a code that has lost 15 % still reads), or higher where
//! it takes no larger code. Text is UTF-8 in byte mode without an ECI header: readers
//! take it for UTF-8, and some older ones stumble over the header.

use qrcodegen::{QrCode, QrCodeEcc};

/// The most bytes of UTF-8 a code holds at level M (version 40, 177 modules a side).
pub const MOST_QR_BYTES: usize = 2331;

/// The squares of a code, without the empty border of 4 modules that it needs round it.
#[derive(Clone, PartialEq, Eq)]
pub struct QrMatrix {
    /// Modules a side, 21 to 177.
    pub size: usize,
    /// `size` rows of `size` from the top left; true is dark.
    pub modules: Vec<bool>,
}

impl std::fmt::Debug for QrMatrix {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "QrMatrix [redacted], {} modules a side", self.size)
    }
}

/// Why there is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QrError {
    /// The text is more than a code holds: cut it with [`text`](crate::text).
    #[error("a code holds {max_bytes} bytes, and the text is longer")]
    TooLong {
        /// [`MOST_QR_BYTES`].
        max_bytes: usize,
    },
}

/// The code of `text`.
///
/// # Errors
/// [`QrError::TooLong`].
pub fn qr(text: &str) -> Result<QrMatrix, QrError> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium)
        .map_err(|_| QrError::TooLong { max_bytes: MOST_QR_BYTES })?;
    let side = code.size();
    let modules = (0..side).flat_map(|y| (0..side).map(move |x| (x, y)));
    Ok(QrMatrix {
        size: side.unsigned_abs() as usize,
        modules: modules.map(|(x, y)| code.get_module(x, y)).collect(),
    })
}

#[cfg(test)]
mod tests;
