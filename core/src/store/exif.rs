//! What a photo says beside its picture (where, when, with which phone, an
//! uncropped thumbnail) is taken out before the photo is kept. Only the parts
//! that are needed to draw it stay; a file whose parts can't be told apart is
//! refused, for what can't be read can't be known to be clean.
//!
//! The way up is EXIF too: a shell turns the picture before it hands it over.

use zeroize::Zeroizing;

const SOI: u8 = 0xd8;
const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;
const COM: u8 = 0xfe;
const APP0: u8 = 0xe0;
const APP14: u8 = 0xee;
const APP15: u8 = 0xef;

/// JPEG (ITU T.81) with only its picture. Application segments go, but for
/// JFIF's (APP0, without its thumbnail) and Adobe's (APP14), which say how
/// colours are coded; comments go, and whatever follows the end of the image.
/// `None` if it is not one whole JPEG.
pub(super) fn clean_jpeg(bytes: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut rest = bytes.strip_prefix(&[0xff, SOI])?;
    let mut clean = Zeroizing::new(Vec::with_capacity(bytes.len()));
    clean.extend_from_slice(&[0xff, SOI]);
    let mut scans = 0;
    loop {
        // Any number of 0xff may stand before a marker.
        rest = rest.strip_prefix(&[0xff])?;
        let fill = rest.iter().take_while(|byte| **byte == 0xff).count();
        let (&marker, after) = rest.get(fill..)?.split_first()?;
        rest = after;
        if marker == EOI {
            clean.extend_from_slice(&[0xff, EOI]);
            return (scans > 0).then_some(clean);
        }
        // Markers without a segment have no place between segments.
        if matches!(marker, 0x00 | 0x01 | 0xd0..=0xd8) {
            return None;
        }
        let length = usize::from(u16::from_be_bytes(*rest.first_chunk()?));
        // The length counts its own two bytes.
        if length < 2 {
            return None;
        }
        let (segment, after) = rest.split_at_checked(length)?;
        rest = after;
        match marker {
            APP0 => {
                // "JFIF" 0 | version 2 | units 1 | density 4 | thumbnail 2 sizes
                if let Some(b"JFIF\0") = segment.get(2..7) {
                    let whole = segment.get(..16)?;
                    clean.extend_from_slice(&[0xff, APP0, 0, 16]);
                    clean.extend_from_slice(whole.get(2..14)?);
                    clean.extend_from_slice(&[0, 0]);
                }
            }
            APP14 if segment.get(2..7) == Some(b"Adobe") => keep(&mut clean, marker, segment.get(..14)?),
            APP0..=APP15 | COM => {}
            _ => keep(&mut clean, marker, segment),
        }
        if marker == SOS {
            scans += 1;
            let end = end_of_scan(rest)?;
            let (scan, after) = rest.split_at_checked(end)?;
            clean.extend_from_slice(scan);
            rest = after;
        }
    }
}

/// A segment with its marker; its length says as much as is kept of it.
fn keep(clean: &mut Vec<u8>, marker: u8, segment: &[u8]) {
    clean.extend_from_slice(&[0xff, marker]);
    clean.extend_from_slice(&(segment.len() as u16).to_be_bytes());
    clean.extend_from_slice(segment.get(2..).unwrap_or_default());
}

/// Where the next marker is that is not part of the scan: after 0xff, 0x00 is a
/// byte of it, 0xd0 to 0xd7 start it again.
fn end_of_scan(rest: &[u8]) -> Option<usize> {
    let mut pairs = rest.windows(2).enumerate();
    pairs.find(|(_, pair)| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xd0..=0xd7 | 0xff)).map(|(at, _)| at)
}

const PNG: &[u8; 8] = b"\x89PNG\r\n\x1a\n";

/// The chunks beside the critical ones that a picture is drawn with: colours,
/// transparency, size of a dot, movement.
const DRAWN_WITH: &[&[u8; 4]] = &[
    b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCv", b"cLLi", b"sBIT", b"bKGD", b"pHYs",
    b"sPLT", b"hIST", b"acTL", b"fcTL", b"fdAT",
];

/// PNG (third edition) with only its picture: text, EXIF, time and every chunk
/// that is not needed to draw it go, and whatever follows its end. `None` if it
/// is not one whole PNG.
pub(super) fn clean_png(bytes: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut rest = bytes.strip_prefix(PNG)?;
    let mut clean = Zeroizing::new(Vec::with_capacity(bytes.len()));
    clean.extend_from_slice(PNG);
    let (mut first, mut pictures) = (true, 0);
    loop {
        let length = usize::try_from(u32::from_be_bytes(*rest.first_chunk()?)).ok()?;
        let kind: &[u8; 4] = rest.get(4..)?.first_chunk()?;
        let (chunk, after) = rest.split_at_checked(length.checked_add(12)?)?;
        rest = after;
        if first && kind != b"IHDR" || !kind.iter().all(u8::is_ascii_alphabetic) {
            return None;
        }
        first = false;
        pictures += usize::from(kind == b"IDAT");
        let critical = kind[0].is_ascii_uppercase();
        if critical || DRAWN_WITH.contains(&kind) {
            clean.extend_from_slice(chunk);
        }
        if kind == b"IEND" {
            return (pictures > 0 && length == 0).then_some(clean);
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
        let length = (body.len() as u16 + 2).to_be_bytes();
        [&[0xff, marker], length.as_slice(), body].concat()
    }

    /// A JPEG's frame around some segments; its scan holds a stuffed byte and a restart.
    pub(crate) fn jpeg(segments: &[Vec<u8>]) -> Vec<u8> {
        let table = segment(0xdb, &[7; 65]);
        let start = segment(SOS, &[1, 1, 0, 0, 63, 0]);
        let scan = [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56];
        [&[0xff, SOI][..], &segments.concat(), &table, &start, &scan, &[0xff, EOI]].concat()
    }

    pub(crate) fn chunk(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
        // The sum is not looked at here: whoever draws it does.
        [&(body.len() as u32).to_be_bytes(), kind.as_slice(), body, &[0; 4]].concat()
    }

    pub(crate) fn png(chunks: &[Vec<u8>]) -> Vec<u8> {
        let (head, data, end) = (chunk(b"IHDR", &[1; 13]), chunk(b"IDAT", &[2; 9]), chunk(b"IEND", b""));
        [PNG.as_slice(), &head, &chunks.concat(), &data, &end].concat()
    }

    fn jfif(thumbnail: &[u8]) -> Vec<u8> {
        let side = u8::from(!thumbnail.is_empty());
        segment(APP0, &[b"JFIF\0\x01\x02\x01\0\x48\0\x48", [side, side].as_slice(), thumbnail].concat())
    }

    fn adobe() -> Vec<u8> {
        segment(APP14, b"Adobe\0\x64\0\0\0\0\x01")
    }

    #[test]
    fn where_and_when_a_photo_was_taken_is_not_kept() {
        let secret = b"51.7520 N 1.2577 W";
        let mut before = vec![jfif(secret), adobe(), segment(COM, secret)];
        before.extend((APP0..=APP15).map(|marker| segment(marker, secret)));
        let mut photo = jpeg(&before);
        // A second image behind the end, as some phones put there.
        photo.extend_from_slice(&jpeg(&[segment(0xe1, secret)]));
        let clean = clean_jpeg(&photo).unwrap();
        assert!(!clean.windows(8).any(|window| window == &secret[..8]));
        assert_eq!(*clean, jpeg(&[jfif(b""), adobe()]));
    }

    #[test]
    fn a_comment_between_two_scans_goes_and_both_scans_stay() {
        let scans = |between: Vec<u8>| {
            let one = jpeg(&[]);
            let (start, end) = one.split_at(one.len() - 2);
            let again = [segment(0xc4, &[9; 20]), segment(SOS, &[1, 1, 0, 0, 63, 0]), vec![1, 2, 3]].concat();
            [start, &between, &again, end].concat()
        };
        assert_eq!(*clean_jpeg(&scans(segment(COM, b"x"))).unwrap(), scans(Vec::new()));
    }

    #[test]
    fn a_jpeg_that_is_clean_stays_as_it_is() {
        let photo = jpeg(&[jfif(b""), adobe()]);
        assert_eq!(*clean_jpeg(&photo).unwrap(), photo);
    }

    #[test]
    fn text_time_and_unknown_parts_of_a_png_are_not_kept() {
        let gone = [b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"prVt"].map(|kind| chunk(kind, b"secret"));
        let kept = [b"PLTE", b"tRNS", b"gAMA"].map(|kind| chunk(kind, b"colour"));
        let mut image = png(&[kept.concat(), gone.concat()]);
        image.extend_from_slice(b"behind the end");
        assert_eq!(*clean_png(&image).unwrap(), png(&[kept.concat()]));
    }

    #[test]
    fn a_photo_cut_short_anywhere_is_refused() {
        let (photo, image) = (jpeg(&[jfif(b""), adobe()]), png(&[]));
        for length in 0..photo.len() {
            assert!(clean_jpeg(&photo[..length]).is_none(), "{length}");
        }
        for length in 0..image.len() {
            assert!(clean_png(&image[..length]).is_none(), "{length}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_cleaned_or_refused_and_never_grow(
            bytes in prop::collection::vec(prop_oneof![any::<u8>(), Just(0xff), Just(0xe1), Just(0)], 0..300),
        ) {
            for whole in [jpeg(std::slice::from_ref(&bytes)), png(std::slice::from_ref(&bytes)), bytes] {
                for clean in [clean_jpeg(&whole), clean_png(&whole)].into_iter().flatten() {
                    prop_assert!(clean.len() <= whole.len());
                }
            }
        }
    }
}
