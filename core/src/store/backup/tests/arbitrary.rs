use super::*;
use crate::store::backup::read::{Check, read};
use crate::store::disk::RealDisk;
use crate::vault::stream::StreamWriter;
use proptest::prelude::*;
use std::io::Write;

fn is_refused(bytes: &[u8], words: &RecoveryWords) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("backup");
    std::fs::write(&path, bytes).unwrap();
    read(&RealDisk, &path, words, &mut Check::default()).is_err()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes_are_refused_without_a_panic(
        begin in prop_oneof![Just(&b""[..]), Just(&b"HEARTHBK"[..]), Just(&b"HEARTHBK\x01"[..])],
        bytes in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        let words = RecoveryWords::new().unwrap();
        prop_assert!(is_refused(&[begin, &bytes].concat(), &words));
    }

    #[test]
    fn any_records_under_the_right_words_are_refused_without_a_panic(
        records in prop::collection::vec((0u8..8, prop::collection::vec(any::<u8>(), 0..60)), 0..6),
    ) {
        let words = RecoveryWords::new().unwrap();
        let mut stream = StreamWriter::new(Vec::new(), &words).unwrap();
        for (kind, body) in &records {
            let length = (body.len() as u32).to_be_bytes();
            stream.write_all(&[&[*kind], length.as_slice(), body].concat()).unwrap();
        }
        prop_assert!(is_refused(&stream.finish().unwrap(), &words));
    }
}
