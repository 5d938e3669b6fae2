//! What a camera reads is what was put in.

use super::{MOST_QR_BYTES, QrError, QrMatrix, qr};
use crate::sample::{line, sample};
use crate::text::text;

/// Draws the code with its border, 3 pixels a module, and reads it as a camera would.
fn scanned(code: &QrMatrix) -> String {
    let (border, scale) = (4, 3);
    let side = (code.size + 2 * border) * scale;
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
        let module = |at: usize| (at / scale).checked_sub(border).filter(|&at| at < code.size);
        match (module(x), module(y)) {
            (Some(x), Some(y)) if code.modules[y * code.size + x] => 0,
            _ => 255,
        }
    });
    let grids = seen.detect_grids();
    assert_eq!(grids.len(), 1, "one code is seen");
    grids[0].decode().unwrap().1
}

#[test]
fn a_scanned_code_gives_the_text_of_the_card() {
    let said = text(&sample(), MOST_QR_BYTES, &[]).unwrap();
    assert_eq!(scanned(&qr(&said.text).unwrap()), said.text);
}

#[test]
fn welsh_and_urdu_scan_as_written() {
    let mut doc = sample();
    let (welsh, urdu) = ("Mae gen i asthma: gall fod yn anodd anadlu, tŷ bach", "پنسلین سے سوجن، 2009");
    doc.sections[0].lines = vec![line(welsh), line(urdu)];
    let said = text(&doc, 600, &[]).unwrap();
    assert!(said.text.contains(welsh) && said.text.contains(urdu));
    assert_eq!(scanned(&qr(&said.text).unwrap()), said.text);
}

#[test]
fn the_code_is_not_drawn_as_in_a_mirror() {
    // The one module that is dark in every code (ISO/IEC 18004, 7.9.1): in the ninth
    // column, eighth row from the bottom. In a mirror, that place is of the format.
    for text in ["Jo", "Sam", "999", "ring the practice today", "ŵ"] {
        let code = qr(text).unwrap();
        assert!(code.modules[(code.size - 8) * code.size + 8], "{text}");
    }
}

#[test]
fn a_code_holds_exactly_what_it_says_it_holds() {
    let full = "ŵ".repeat(MOST_QR_BYTES / 2) + "a";
    assert_eq!(full.len(), MOST_QR_BYTES);
    let code = qr(&full).unwrap();
    assert_eq!(code.size, 177);
    assert_eq!(scanned(&code), full);
}

#[test]
fn one_byte_more_is_refused_and_says_how_much_fits() {
    let refused = qr(&"a".repeat(MOST_QR_BYTES + 1)).unwrap_err();
    assert_eq!(refused, QrError::TooLong { max_bytes: 2331 });
}

#[test]
fn a_code_does_not_print_itself_in_a_log() {
    assert_eq!(format!("{:?}", qr("Jo").unwrap()), "QrMatrix [redacted], 21 modules a side");
}
