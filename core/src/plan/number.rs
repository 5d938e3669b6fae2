//! A measured number, kept as it was written: `72.50` stays `72.50`.

use super::Refused;

/// The most characters of a number.
const MOST: usize = 32;
/// The most digits on either side of the point of a number that is typed: those that FHIR R4
/// promises to keep (<https://hl7.org/fhir/R4/datatypes.html#decimal>).
const MOST_TYPED: i64 = 18;

/// A decimal number in its written form, at most 32 characters (FHIR R4
/// `decimal`: an optional sign, digits, an optional fraction and exponent).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(String);

impl Number {
    /// Reads a number; keeps it as written.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        let (whole, fraction, exponent) = parts(text);
        let number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let power = |part: &str| number(part.strip_prefix(['-', '+']).unwrap_or(part));
        let good = number(whole)
            && (whole == "0" || !whole.starts_with('0'))
            && fraction.is_none_or(number)
            && exponent.is_none_or(power);
        match good {
            true if text.len() <= MOST => Ok(Self(text.to_owned())),
            true => Err(Refused::UnlikelyNumber),
            false => Err(Refused::NotANumber),
        }
    }

    /// As it was written.
    pub fn as_written(&self) -> &str {
        &self.0
    }

    /// Whether somebody may have read it off something: written out, it has no more than 18 digits
    /// on either side of its point. It is no range of anything that is measured.
    pub fn may_be_typed(&self) -> bool {
        let (whole, fraction, exponent) = parts(&self.0);
        let digits = |part: &str| i64::try_from(part.len()).unwrap_or(i64::MAX);
        let Ok(power) = exponent.unwrap_or("0").parse::<i64>() else { return false };
        let before = digits(whole).saturating_add(power);
        let after = digits(fraction.unwrap_or_default()).saturating_sub(power);
        before <= MOST_TYPED && after <= MOST_TYPED
    }

    /// For a picture only: never for anything that is kept or compared.
    pub fn approximately(&self) -> f64 {
        self.0.parse().unwrap_or(f64::NAN)
    }
}

/// The digits before the point, those after it, and the power of ten, as they stand.
fn parts(text: &str) -> (&str, Option<&str>, Option<&str>) {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction), exponent),
        None => (mantissa, None, exponent),
    }
}
