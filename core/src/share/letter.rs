//! A letter between two paired sides: signed by who writes it, sealed to who reads it, numbered so
//! that none is taken twice.
//!
//! ```text
//! 0x01 | HPKE of ( signature 64 | number 8 | moment 8 | kind 1 | words )
//! ```
//!
//! The signature is over "hearth letter 1", both sides' public keys and what follows it. So a
//! letter that was meant for another can't be passed on as if it had been meant for us.

use super::hpke;
use super::keys::{Own, Public};
use hearth_sealed::NoRandomness;
use zeroize::Zeroizing;

/// Most bytes that a letter says.
pub const MAX_WORDS: usize = 200 * 1024;
/// Most bytes of a letter.
pub const MAX_LETTER: usize = MAX_WORDS + 1 + hpke::OVERHEAD + HEAD;
const FORM: u8 = 1;
const HEAD: usize = 64 + 8 + 8 + 1;
const WHAT: &[u8] = b"hearth letter 1";

/// What a letter is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// The person takes a carer in: their link.
    Welcome,
    /// A carer offers words for the plan.
    Suggestion,
    /// The person takes their own other phone in.
    Phone,
}

impl Sort {
    fn number(self) -> u8 {
        match self {
            Sort::Welcome => 1,
            Sort::Suggestion => 2,
            Sort::Phone => 3,
        }
    }

    fn of_number(number: u8) -> Option<Self> {
        [Sort::Welcome, Sort::Suggestion, Sort::Phone].into_iter().find(|sort| sort.number() == number)
    }
}

/// A letter, open. `Debug` shows none of its words.
pub struct Letter {
    /// Higher than that of any letter its writer wrote before.
    pub number: u64,
    /// When its writer's clock says it was written: milliseconds since 1970.
    pub at: i64,
    /// What it is for.
    pub sort: Sort,
    /// What it says.
    pub words: Zeroizing<Vec<u8>>,
}

impl std::fmt::Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Letter({:?} {}, {} bytes)", self.sort, self.number, self.words.len())
    }
}

/// Why something is no letter from the side that it should be from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LetterError {
    /// Not a letter, or longer than one may be.
    #[error("not a letter")]
    NotALetter,
    /// A newer app wrote it.
    #[error("a newer kind of letter")]
    Newer,
    /// It was not sealed to us by that side, or something of it was changed.
    #[error("not from the other side")]
    NotTheirs,
    /// One with this number, or a later one, was taken already.
    #[error("taken already")]
    Again,
}

fn info(from: &Public, to: &Public) -> Vec<u8> {
    [WHAT, &from.to_bytes(), &to.to_bytes()].concat()
}

/// Writes a letter.
///
/// # Errors
/// [`NoRandomness`].
pub fn write(own: &Own, to: &Public, letter: &Letter) -> Result<Vec<u8>, NoRandomness> {
    let info = info(&own.public(), to);
    let (number, at) = (letter.number.to_be_bytes(), letter.at.to_be_bytes());
    let said = Zeroizing::new([&number[..], &at, &[letter.sort.number()], &letter.words].concat());
    let signature = own.sign(&Zeroizing::new([info.as_slice(), &said].concat()));
    let plain = Zeroizing::new([signature.as_slice(), &said].concat());
    let sealed = own.seal_to(to, &info, &plain)?;
    Ok([&[FORM], sealed.as_slice()].concat())
}

/// Opens a letter of the other side, later than the last one that was taken.
///
/// # Errors
/// [`LetterError`].
pub fn read(own: &Own, from: &Public, last: u64, bytes: &[u8]) -> Result<Letter, LetterError> {
    if bytes.len() > MAX_LETTER {
        return Err(LetterError::NotALetter);
    }
    let (&form, sealed) = bytes.split_first().ok_or(LetterError::NotALetter)?;
    match form {
        FORM => {}
        newer if newer > FORM => return Err(LetterError::Newer),
        _ => return Err(LetterError::NotALetter),
    }
    let info = info(from, &own.public());
    let plain = own.open_from(from, &info, sealed).ok_or(LetterError::NotTheirs)?;
    let (signature, said) = plain.split_first_chunk::<64>().ok_or(LetterError::NotTheirs)?;
    if !from.signed(&Zeroizing::new([info.as_slice(), said].concat()), signature) {
        return Err(LetterError::NotTheirs);
    }
    let (number, rest) = said.split_first_chunk::<8>().ok_or(LetterError::NotALetter)?;
    let (at, rest) = rest.split_first_chunk::<8>().ok_or(LetterError::NotALetter)?;
    let (&sort, words) = rest.split_first().ok_or(LetterError::NotALetter)?;
    let number = u64::from_be_bytes(*number);
    if number <= last {
        return Err(LetterError::Again);
    }
    let sort = Sort::of_number(sort).ok_or(LetterError::Newer)?;
    Ok(Letter { number, at: i64::from_be_bytes(*at), sort, words: Zeroizing::new(words.to_vec()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(number: u64) -> Letter {
        Letter { number, at: 5, sort: Sort::Suggestion, words: Zeroizing::new(b"walk with me".to_vec()) }
    }

    #[test]
    fn a_letter_is_read_by_whom_it_is_for_and_says_who_wrote_it() {
        let [jo, sam, other] = [(); 3].map(|()| Own::new().unwrap());
        let sent = write(&sam, &jo.public(), &letter(1)).unwrap();
        let read_by = |own: &Own, from: &Own| read(own, &from.public(), 0, &sent).map(|letter| letter.words);
        assert_eq!(read_by(&jo, &sam).unwrap().as_slice(), b"walk with me");
        assert_eq!(read_by(&other, &sam), Err(LetterError::NotTheirs));
        assert_eq!(read_by(&jo, &other), Err(LetterError::NotTheirs));
        for at in 0..sent.len() {
            let mut changed = sent.clone();
            changed[at] ^= 1;
            assert!(read(&jo, &sam.public(), 0, &changed).is_err(), "{at}");
            assert!(read(&jo, &sam.public(), 0, &sent[..at]).is_err(), "{at}");
        }
        assert!(!format!("{:?}", letter(1)).contains("walk"));
    }

    #[test]
    fn a_letter_is_taken_once_and_none_after_a_later_one() {
        let [jo, sam] = [(); 2].map(|()| Own::new().unwrap());
        let sent = write(&sam, &jo.public(), &letter(7)).unwrap();
        assert_eq!(read(&jo, &sam.public(), 6, &sent).unwrap().number, 7);
        for last in [7, 8, u64::MAX] {
            assert_eq!(read(&jo, &sam.public(), last, &sent).unwrap_err(), LetterError::Again);
        }
    }

    #[test]
    fn who_has_the_key_that_seals_but_not_the_one_that_signs_writes_nothing() {
        let [jo, sam, forger] = [(); 3].map(|()| Own::new().unwrap());
        let info = info(&sam.public(), &jo.public());
        let said =
            [&1_u64.to_be_bytes()[..], &5_i64.to_be_bytes(), &[Sort::Suggestion.number()], b"words"].concat();
        let signed_by = |own: &Own| {
            let signature = own.sign(&[info.as_slice(), &said].concat());
            let sealed = sam.seal_to(&jo.public(), &info, &[signature.as_slice(), &said].concat()).unwrap();
            assert!(jo.open_from(&sam.public(), &info, &sealed).is_some(), "the seal alone is right");
            read(&jo, &sam.public(), 0, &[&[FORM], sealed.as_slice()].concat())
        };
        assert_eq!(signed_by(&forger).unwrap_err(), LetterError::NotTheirs);
        assert_eq!(signed_by(&jo).unwrap_err(), LetterError::NotTheirs);
        assert_eq!(signed_by(&sam).unwrap().words.as_slice(), b"words");
    }

    #[test]
    fn what_is_too_long_or_newer_is_not_opened() {
        let [jo, sam] = [(); 2].map(|()| Own::new().unwrap());
        let told = |bytes: &[u8]| read(&jo, &sam.public(), 0, bytes).unwrap_err();
        assert_eq!(told(&vec![1; MAX_LETTER + 1]), LetterError::NotALetter);
        assert_eq!(told(&[2, 0]), LetterError::Newer);
        assert_eq!(told(&[0, 0]), LetterError::NotALetter);
        assert_eq!(told(&[]), LetterError::NotALetter);
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_are_a_letter_and_none_make_it_panic(bytes: Vec<u8>) {
            let [jo, sam] = [1_u8, 2].map(|byte| Own::from_bytes(&[byte; 64]).unwrap());
            proptest::prop_assert!(read(&jo, &sam.public(), 0, &bytes).is_err());
        }
    }
}
