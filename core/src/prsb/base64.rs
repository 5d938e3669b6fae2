//! Base64 (RFC 4648, the alphabet with + and /): how a photo or a voice note stands in JSON.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// As letters, with padding.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let word = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let letter = LETTERS.get((word >> (18 - 6 * place)) as usize & 63).copied().unwrap_or(b'=');
            out.push(if place > chunk.len() { '=' } else { char::from(letter) });
        }
    }
    out
}

/// From letters with padding; white space between them is passed over. `None` for
/// anything else: what is not whole is not guessed.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let letters: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let body = letters.iter().rposition(|letter| *letter != b'=').map_or(0, |last| last + 1);
    let (body, padding) = letters.split_at_checked(body)?;
    if !letters.len().is_multiple_of(4) || padding.len() > 2 {
        return None;
    }
    let mut out = Vec::with_capacity(body.len() * 3 / 4);
    for chunk in body.chunks(4) {
        let mut word = 0_u32;
        for at in 0..4 {
            word = word << 6 | chunk.get(at).map_or(Some(0), |letter| value(*letter))?;
        }
        let [_, bytes @ ..] = word.to_be_bytes();
        let (whole, rest) = bytes.split_at_checked(chunk.len().checked_sub(1)?)?;
        // Bits that stand for nothing must be none, or two texts were one file.
        if chunk.len() < 2 || rest.iter().any(|byte| *byte != 0) {
            return None;
        }
        out.extend_from_slice(whole);
    }
    Some(out)
}

fn value(letter: u8) -> Option<u32> {
    LETTERS.iter().position(|known| *known == letter).and_then(|at| u32::try_from(at).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_standard_are_written_and_read() {
        for (bytes, letters) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encode(bytes.as_bytes()), letters);
            assert_eq!(decode(letters), Some(bytes.as_bytes().to_vec()));
        }
        assert_eq!(decode("Zm9v\r\nYmFy"), Some(b"foobar".to_vec()));
    }

    #[test]
    fn what_is_not_whole_is_not_guessed() {
        for odd in ["Z", "Zg", "Zg=", "Zg===", "=", "====", "Zm9v=", "Zm9?", "Zh==", "Zm9=", "Z=g=", "Zé=="]
        {
            assert_eq!(decode(odd), None, "{odd}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_come_back(bytes: Vec<u8>) {
            proptest::prop_assert_eq!(decode(&encode(&bytes)), Some(bytes));
        }

        #[test]
        fn any_text_is_read_as_what_it_is_written_again_or_refused(text in "[A-Za-z0-9+/=]{0,12}") {
            if let Some(bytes) = decode(&text) {
                proptest::prop_assert_eq!(encode(&bytes), text);
            }
        }
    }
}
