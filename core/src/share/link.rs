//! A link: `shlink:/` and a small JSON in base64url, by itself or behind the address of a page that
//! shows it. Whoever has it has the key.

use crate::base64::{decode_url, encode_url};
use crate::sync::http::is_safe;
pub use crate::sync::reach::{Reach, is_private};
use serde::{Deserialize, Serialize};
use std::fmt;
use url::Url;
use zeroize::{Zeroize, Zeroizing};

/// Most characters of the address in a link (the standard's own).
pub const MAX_URL: usize = 128;
/// Most characters of a label (the standard's own).
pub const MAX_LABEL: usize = 80;
/// Most bytes of a whole link, with the address of a page before it.
pub const MAX_LINK: usize = 4096;
/// What every link begins with.
pub const SCHEME: &str = "shlink:/";

/// The key of a link's files: 32 random bytes, the same for the link's whole life. Prints
/// `[redacted]`, and its bytes are wiped when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct FileKey(Zeroizing<[u8; 32]>);

impl FileKey {
    /// These bytes as a key.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The key as a link has it: 43 letters.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = Zeroizing::new(decode_url(text)?);
        Some(Self(Zeroizing::new(bytes.as_slice().try_into().ok()?)))
    }

    /// The bytes themselves, to seal with.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// As a link has it.
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(encode_url(self.0.as_slice()))
    }
}

impl fmt::Debug for FileKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// What a link says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Flags {
    /// `L`: meant to last, and what it shows may change.
    pub long: bool,
    /// `P`: the host asks for a passcode.
    pub passcode: bool,
    /// `U`: the address is the one file itself.
    pub direct: bool,
}

impl Flags {
    /// The letters, in the order of the alphabet.
    pub fn letters(self) -> String {
        let letters = [(self.long, 'L'), (self.passcode, 'P'), (self.direct, 'U')];
        letters.into_iter().filter_map(|(is, letter)| is.then_some(letter)).collect()
    }

    /// Reads them in any order; letters that mean nothing here are passed over.
    fn read(letters: &str) -> Result<Self, LinkError> {
        let has = |letter| letters.contains(letter);
        let flags = Self { long: has('L'), passcode: has('P'), direct: has('U') };
        if flags.direct && flags.passcode { Err(LinkError::DirectWithPasscode) } else { Ok(flags) }
    }
}

/// A link. `Debug` shows the host and nothing else.
#[derive(Clone, PartialEq, Eq)]
pub struct Link {
    /// Where its manifest is, or with [`Flags::direct`] its file.
    pub url: Url,
    /// What opens its files.
    pub key: FileKey,
    /// When it ends by itself, in seconds since 1970: a hint; the host decides.
    pub exp: Option<i64>,
    /// What it is.
    pub flags: Flags,
    /// What its maker calls it; "" where they call it nothing. Somebody else's words: shown as
    /// text, never as anything that is followed.
    pub label: String,
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Link({}, {})", self.url.origin().ascii_serialization(), self.flags.letters())
    }
}

/// Why something is no link that is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// There is no `shlink:/` in it.
    #[error("not a health link")]
    NotALink,
    /// It is longer than a link can be.
    #[error("too long for a link")]
    TooLong,
    /// What comes before it is no address of a page on https that ends in `#`.
    #[error("what comes before the link is not a safe page")]
    Viewer,
    /// Letters are missing or changed: the end was cut off, or it was copied in part.
    #[error("a part of the link is missing")]
    CutOff,
    /// What is in it is not what a link says.
    #[error("what is in the link can't be read")]
    NotReadable,
    /// The key is not 32 bytes.
    #[error("the key in the link is not whole")]
    Key,
    /// The address is longer than one of a link can be.
    #[error("the address in the link is too long")]
    AddressTooLong,
    /// The address is not on https.
    #[error("the address in the link is not safe")]
    NotSafe,
    /// The address leads into a private network.
    #[error("the address in the link is private")]
    Private,
    /// It says both that it is the file itself and that it asks for a passcode.
    #[error("the link contradicts itself")]
    DirectWithPasscode,
    /// The label is longer than one can be.
    #[error("the label is too long")]
    LabelTooLong,
    /// The label has signs in it that are not seen and change what is.
    #[error("the label has hidden signs")]
    LabelHides,
    /// A newer version of the standard.
    #[error("a newer kind of link")]
    Newer,
}

impl LinkError {
    /// The key of its sentence.
    pub fn key(self) -> &'static str {
        match self {
            LinkError::NotALink => "error-link-none",
            LinkError::TooLong => "error-link-too-long",
            LinkError::Viewer => "error-link-viewer",
            LinkError::CutOff => "error-link-cut-off",
            LinkError::NotReadable => "error-link-unreadable",
            LinkError::Key => "error-link-key",
            LinkError::AddressTooLong => "error-link-address-too-long",
            LinkError::NotSafe => "error-link-not-safe",
            LinkError::Private => "error-link-private",
            LinkError::DirectWithPasscode => "error-link-contradicts",
            LinkError::LabelTooLong => "error-link-label-too-long",
            LinkError::LabelHides => "error-link-label-hides",
            LinkError::Newer => "error-link-newer",
        }
    }
}

/// The JSON in a link as it is written: in the order of the standard's example.
#[derive(Serialize)]
struct Written<'a> {
    url: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    flag: &'a str,
    key: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    exp: Option<i64>,
    #[serde(skip_serializing_if = "str::is_empty")]
    label: &'a str,
}

/// As it is read: what is not known is passed over.
#[derive(Deserialize)]
struct Read {
    url: String,
    key: String,
    // Readers in the field meet fractions here.
    exp: Option<f64>,
    #[serde(default)]
    flag: Option<String>,
    #[serde(default)]
    label: Option<String>,
    #[serde(default)]
    v: Option<f64>,
}

impl Drop for Read {
    fn drop(&mut self) {
        self.key.zeroize();
    }
}

impl Link {
    /// Reads a link, alone or behind the address of a page.
    ///
    /// # Errors
    /// [`LinkError`], each for one way of being wrong.
    pub fn parse(text: &str, reach: Reach) -> Result<Self, LinkError> {
        let text = text.trim();
        if text.len() > MAX_LINK {
            return Err(LinkError::TooLong);
        }
        let at = text.find(SCHEME).ok_or(LinkError::NotALink)?;
        let (viewer, link) = text.split_at_checked(at).ok_or(LinkError::NotALink)?;
        if !viewer.is_empty() {
            check_viewer(viewer)?;
        }
        let letters = link.strip_prefix(SCHEME).unwrap_or_default().trim_end_matches('=');
        if letters.is_empty() {
            return Err(LinkError::CutOff);
        }
        let json = Zeroizing::new(decode_url(letters).ok_or(LinkError::CutOff)?);
        let read: Read = serde_json::from_slice(&json).map_err(|error| match error.is_eof() {
            true => LinkError::CutOff,
            false => LinkError::NotReadable,
        })?;
        Self::check(&read, reach)
    }

    fn check(read: &Read, reach: Reach) -> Result<Self, LinkError> {
        if read.v.is_some_and(|v| v > 1.0) {
            return Err(LinkError::Newer);
        }
        let flags = Flags::read(read.flag.as_deref().unwrap_or_default())?;
        let label = read.label.as_deref().unwrap_or_default();
        check_label(label)?;
        if read.url.chars().count() > MAX_URL {
            return Err(LinkError::AddressTooLong);
        }
        let url = Url::parse(&read.url).map_err(|_| LinkError::NotSafe)?;
        if !is_safe(&url) {
            return Err(LinkError::NotSafe);
        }
        if !reach.allows(&url) {
            return Err(LinkError::Private);
        }
        let key = FileKey::parse(&read.key).ok_or(LinkError::Key)?;
        // Beyond 2^53 a number is no moment that anybody meant.
        let exp = read.exp.filter(|exp| (0.0..9.0e15).contains(exp)).map(|exp| exp as i64);
        Ok(Self { url, key, exp, flags, label: label.to_owned() })
    }

    /// The link, alone.
    ///
    /// # Errors
    /// [`LinkError`], where it could not be read again by anybody who goes by the standard.
    pub fn to_text(&self) -> Result<Zeroizing<String>, LinkError> {
        if self.flags.direct && self.flags.passcode {
            return Err(LinkError::DirectWithPasscode);
        }
        check_label(&self.label)?;
        if self.url.as_str().len() > MAX_URL {
            return Err(LinkError::AddressTooLong);
        }
        let (key, flag) = (self.key.to_text(), self.flags.letters());
        let written =
            Written { url: self.url.as_str(), flag: &flag, key: &key, exp: self.exp, label: &self.label };
        let json = Zeroizing::new(serde_json::to_vec(&written).map_err(|_| LinkError::NotReadable)?);
        let letters = Zeroizing::new(encode_url(&json));
        Ok(Zeroizing::new([SCHEME, &letters].concat()))
    }

    /// The link behind the address of a page that shows it. What comes after `#` is never sent.
    ///
    /// # Errors
    /// As [`Link::to_text`]; [`LinkError::Viewer`] where the address is not a safe one.
    pub fn to_text_at(&self, viewer: &str) -> Result<Zeroizing<String>, LinkError> {
        let viewer = [viewer.trim_end_matches('#'), "#"].concat();
        check_viewer(&viewer)?;
        Ok(Zeroizing::new([viewer.as_str(), &self.to_text()?].concat()))
    }
}

fn check_viewer(viewer: &str) -> Result<(), LinkError> {
    let page = viewer.strip_suffix('#').ok_or(LinkError::Viewer)?;
    let url = Url::parse(page).map_err(|_| LinkError::Viewer)?;
    if is_safe(&url) && url.fragment().is_none() { Ok(()) } else { Err(LinkError::Viewer) }
}

fn check_label(label: &str) -> Result<(), LinkError> {
    if label.chars().count() > MAX_LABEL {
        return Err(LinkError::LabelTooLong);
    }
    if label.chars().any(hides) { Err(LinkError::LabelHides) } else { Ok(()) }
}

/// Signs that are not seen and turn or cut a line: controls, and what overrides direction. The
/// marks that Arabic, Hebrew and joined scripts are written with are none of these.
pub(crate) fn hides(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests;
