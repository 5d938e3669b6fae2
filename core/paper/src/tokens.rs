//! The colours of the house (docs/tokens.tsv), as far as paper has them: the light ones, on white.

use crate::Tone;

/// A colour: red, green, blue.
pub type Rgb = [u8; 3];

/// The sheet.
pub const WHITE: Rgb = [0xff, 0xff, 0xff];
/// Words.
pub const INK: Rgb = [0x2b, 0x21, 0x1a];
/// Small print.
pub const SOFT: Rgb = [0x5e, 0x50, 0x47];
/// Thin lines.
pub const LINE: Rgb = [0x8a, 0x7a, 0x6d];
/// Headings.
pub const EMBER: Rgb = [0xa6, 0x3d, 0x14];

/// The ground of a zone's heading and its ink.
pub fn of(tone: Tone) -> (Rgb, Rgb) {
    match tone {
        Tone::Green => ([0xe3, 0xf1, 0xe4], [0x14, 0x53, 0x2b]),
        Tone::Amber => ([0xff, 0xef, 0xcc], [0x5e, 0x3b, 0x00]),
        Tone::Red => ([0xfb, 0xe0, 0xde], [0x7a, 0x12, 0x12]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance (WCAG 2.2).
    fn luminance(colour: Rgb) -> f64 {
        let [r, g, b] = colour.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    fn contrast(one: Rgb, other: Rgb) -> f64 {
        let (a, b) = (luminance(one), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_pair_that_is_printed_can_be_read() {
        assert!(contrast(INK, WHITE) >= 7.0 && contrast(SOFT, WHITE) >= 7.0);
        assert!(contrast(EMBER, WHITE) >= 4.5 && contrast(LINE, WHITE) >= 3.0);
        for tone in [Tone::Green, Tone::Amber, Tone::Red] {
            let (ground, ink) = of(tone);
            assert!(contrast(ink, ground) >= 7.0, "{tone:?}");
        }
    }

    #[test]
    fn the_colours_are_those_of_the_screens() {
        let screens = include_str!("../../../docs/tokens.tsv");
        let light = |name: &str| {
            let row = screens.lines().find(|line| line.starts_with(&format!("{name}\t")));
            row.and_then(|row| row.split('\t').nth(1)).map(str::to_owned)
        };
        let hex = |[r, g, b]: Rgb| Some(format!("{r:02X}{g:02X}{b:02X}"));
        for (colour, name) in [(INK, "ink"), (SOFT, "soft"), (LINE, "line"), (EMBER, "ember")] {
            assert_eq!(hex(colour), light(name), "{name}");
        }
        for (tone, ground, ink) in [
            (Tone::Green, "green", "onGreen"),
            (Tone::Amber, "amber", "onAmber"),
            (Tone::Red, "red", "onRed"),
        ] {
            assert_eq!([hex(of(tone).0), hex(of(tone).1)], [light(ground), light(ink)]);
        }
    }
}
