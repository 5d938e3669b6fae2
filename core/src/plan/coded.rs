//! A code as a record gives it: where it comes from, the code, what it says.

use super::{MAX_NAME, Refused};
use std::fmt;

/// The most bytes that the system and the code may have, each. The longest
/// SNOMED CT identifier has 18 digits; a system is an address.
pub const MAX_CODE: usize = 255;

/// A code with what it says. Kept in one text, `system|code|display`; neither of
/// the first two has a bar in it. The code or what it says may be empty, not both.
/// Sources: FHIR R4 `Coding`; the PRSB lists' "Coded value".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coded {
    system: String,
    code: String,
    display: String,
}

impl Coded {
    /// A code. Refused where it says nothing, is longer than [`MAX_CODE`] or
    /// [`MAX_NAME`], or holds a bar or a control character where none may be.
    pub fn new(system: &str, code: &str, display: &str) -> Result<Self, Refused> {
        if system.len() > MAX_CODE || code.len() > MAX_CODE || display.len() > MAX_NAME {
            return Err(Refused::TextTooLong);
        }
        if [system, code, display].iter().any(|part| part.contains(char::is_control)) {
            return Err(Refused::ControlCharacter);
        }
        let empty = code.trim().is_empty() && display.trim().is_empty();
        if empty || system.contains('|') || code.contains('|') {
            return Err(Refused::WrongType);
        }
        Ok(Self { system: system.to_owned(), code: code.to_owned(), display: display.to_owned() })
    }

    /// Reads `system|code|display`.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        let parts = text.split_once('|').and_then(|(system, rest)| Some((system, rest.split_once('|')?)));
        let (system, (code, display)) = parts.ok_or(Refused::WrongType)?;
        Self::new(system, code, display)
    }

    /// Where the code comes from, or "".
    pub fn system(&self) -> &str {
        &self.system
    }

    /// The code, or "" where there are only words.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// What it says, or "".
    pub fn display(&self) -> &str {
        &self.display
    }

    /// What to draw: what it says, or the code where nobody said that.
    pub fn said(&self) -> &str {
        if self.display.is_empty() { &self.code } else { &self.display }
    }
}

impl fmt::Display for Coded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}|{}|{}", self.system, self.code, self.display)
    }
}
