//! Base64 (RFC 4648): how bytes stand in JSON (4, with padding) and in addresses
//! and tokens (5, without).

use ::base64::Engine;
use ::base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

/// As letters, with padding.
pub(crate) fn encode(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// From letters with padding; white space between them is passed over. `None` for
/// anything else: what is not whole is not guessed.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let letters: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    STANDARD.decode(letters).ok()
}

/// As letters that may stand in an address, without padding.
pub(crate) fn encode_url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// From letters of an address, without padding. `None` for anything else.
pub(crate) fn decode_url(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
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
    fn in_an_address_there_is_no_padding_and_no_letter_that_means_something_there() {
        for (bytes, letters) in [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg")] {
            assert_eq!(encode_url(bytes.as_bytes()), letters);
        }
        assert_eq!(encode_url(&[0xfb, 0xff, 0xbf]), "-_-_");
        assert_eq!(decode_url("-_-_"), Some(vec![0xfb, 0xff, 0xbf]));
        for odd in ["+/+/", "Zg==", "Z", "Zh", "Zm9v\n"] {
            assert_eq!(decode_url(odd), None, "{odd}");
        }
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
