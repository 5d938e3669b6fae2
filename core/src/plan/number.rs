//! A measured number, kept as it was written: `72.50` stays `72.50`.

use super::Refused;

/// A decimal number in its written form, at most 32 characters (FHIR R4
/// `decimal`: an optional sign, digits, an optional fraction and exponent).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(String);

impl Number {
    /// Reads a number; keeps it as written.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, Some(exponent)),
            None => (unsigned, None),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (mantissa, None),
        };
        let number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let power = |part: &str| number(part.strip_prefix(['-', '+']).unwrap_or(part));
        let good = text.len() <= 32
            && number(whole)
            && (whole == "0" || !whole.starts_with('0'))
            && fraction.is_none_or(number)
            && exponent.is_none_or(power);
        if good { Ok(Self(text.to_owned())) } else { Err(Refused::NotANumber) }
    }

    /// As it was written.
    pub fn as_written(&self) -> &str {
        &self.0
    }

    /// For a picture only: never for anything that is kept or compared.
    pub fn approximately(&self) -> f64 {
        self.0.parse().unwrap_or(f64::NAN)
    }
}
