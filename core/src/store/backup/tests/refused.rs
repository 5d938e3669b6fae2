use super::*;
use crate::store::lively::{noise, slot, write};
use crate::vault::stream::{CHUNK_BYTES, StreamWriter};
use std::fs;
use std::io::Write;

/// Tries to restore `bytes`; nothing may be made. What it said.
fn refused(bytes: &[u8], words: &RecoveryWords, phone: &Phone) -> BackupError {
    let path = phone.path("to-be-refused");
    fs::write(&path, bytes).unwrap();
    let error = restore(&path, words, phone).expect_err("it should be refused");
    fs::remove_file(path).unwrap();
    assert_eq!(names_under(phone.folder.path()), [] as [PathBuf; 0]);
    error
}

#[test]
fn a_backup_cut_short_at_any_chunk_or_byte_is_refused_and_nothing_is_made() {
    let kept = Kept::lively();
    let whole = fs::read(&kept.backup).unwrap();
    let phone = Phone::new();
    assert!(matches!(refused(&[], &kept.words, &phone), BackupError::NotABackup));
    // Every length of the header and the first chunk's beginning, then every
    // chunk's boundary and about it, then the end.
    let chunk = CHUNK_BYTES + 33 + 4;
    let boundaries =
        (0..whole.len() / chunk + 1).flat_map(|n| (45 + n * chunk).saturating_sub(6)..45 + n * chunk + 6);
    let lengths = (1..60).chain(boundaries).chain(whole.len() - 40..whole.len());
    for length in lengths.filter(|length| *length < whole.len()) {
        let error = refused(&whole[..length], &kept.words, &phone);
        assert!(matches!(error, BackupError::Truncated), "{length}: {error:?}");
    }
}

#[test]
fn every_changed_byte_is_refused_and_nothing_is_made() {
    let kept = Kept::of(|ledger| {
        write(ledger, slot(1), "Walk to the bridge");
    });
    let whole = fs::read(&kept.backup).unwrap();
    let phone = Phone::new();
    for at in 0..whole.len() {
        for flip in [0x01, 0x80] {
            let mut altered = whole.clone();
            altered[at] ^= flip;
            let error = refused(&altered, &kept.words, &phone);
            let fits = match at {
                0..8 => matches!(error, BackupError::NotABackup),
                8 => matches!(error, BackupError::NewerVersion | BackupError::Altered),
                // The length of a chunk: longer than what is left of the file.
                45..49 => matches!(error, BackupError::Altered | BackupError::Truncated),
                _ => matches!(error, BackupError::Altered),
            };
            assert!(fits, "byte {at}: {error:?}");
        }
    }
}

#[test]
fn other_words_are_told_as_such_and_open_nothing() {
    let kept = Kept::lively();
    let (phone, other) = (Phone::new(), Phone::new());
    let whole = fs::read(&kept.backup).unwrap();
    let of_another_plan = words_of(&other.begin());
    for words in [RecoveryWords::new().unwrap(), of_another_plan] {
        assert!(matches!(refused(&whole, &words, &phone), BackupError::WrongWords));
    }
}

#[test]
fn something_after_the_end_is_refused() {
    let kept = Kept::lively();
    let mut longer = fs::read(&kept.backup).unwrap();
    longer.push(0);
    assert!(matches!(refused(&longer, &kept.words, &Phone::new()), BackupError::Altered));
}

#[test]
fn another_file_is_not_taken_for_a_backup() {
    let words = RecoveryWords::new().unwrap();
    for bytes in [&b"%PDF-1.7 something else"[..], &[0; 4096], &noise(4096, 3)] {
        assert!(matches!(refused(bytes, &words, &Phone::new()), BackupError::NotABackup));
    }
    let missing = restore(std::path::Path::new("no such file"), &words, &Phone::new());
    assert!(matches!(missing, Err(BackupError::Io(_))));
}

/// A stream that is whole and authentic, of these records.
fn sealed(words: &RecoveryWords, plain: &[u8]) -> Vec<u8> {
    let mut stream = StreamWriter::new(Vec::new(), words).unwrap();
    stream.write_all(plain).unwrap();
    stream.finish().unwrap()
}

/// The records in a backup.
fn records(kept: &Kept) -> Vec<Vec<u8>> {
    use std::io::Read;
    let bytes = fs::read(&kept.backup).unwrap();
    let mut plain = Vec::new();
    let mut reader =
        crate::vault::stream::StreamReader::new(bytes.as_slice(), &kept.words, u64::MAX).unwrap();
    reader.read_to_end(&mut plain).unwrap();
    let (mut rest, mut records) = (plain.as_slice(), Vec::new());
    while !rest.is_empty() {
        let length = u32::from_be_bytes(rest[1..5].try_into().unwrap()) as usize;
        let (record, after) = rest.split_at(5 + length);
        records.push(record.to_vec());
        rest = after;
    }
    records
}

#[test]
fn a_newer_apps_backup_is_told_as_such() {
    let kept = Kept::of(|_| {});
    let mut records = records(&kept);
    // The format is the first number in the head's array.
    assert_eq!(records[0][5..7], [0x88, 0x01]);
    records[0][6] = 0x03;
    let bytes = sealed(&kept.words, &records.concat());
    assert!(matches!(refused(&bytes, &kept.words, &Phone::new()), BackupError::NewerVersion));
}

/// Whoever has the words can seal anything: still nothing is half made.
#[test]
fn records_left_out_doubled_moved_or_unknown_are_refused() {
    let kept = Kept::lively();
    let good = records(&kept);
    let phone = Phone::new();
    let of_kind = |kind: u8| good.iter().position(|record| record[0] == kind).unwrap();
    let mut changed: Vec<Vec<Vec<u8>>> = Vec::new();
    for kind in 1..=6 {
        let mut less = good.clone();
        less.remove(of_kind(kind));
        let mut twice = good.clone();
        twice.insert(of_kind(kind), good[of_kind(kind)].clone());
        changed.extend([less, twice]);
    }
    for (one, other) in [(1, 2), (2, 3), (3, 4), (4, 5), (5, 6)] {
        let mut moved = good.clone();
        moved.swap(of_kind(one), of_kind(other));
        changed.push(moved);
    }
    let mut unknown = good.clone();
    unknown.insert(2, vec![7, 0, 0, 0, 1, 9]);
    let mut behind = good.clone();
    behind.push(vec![7, 0, 0, 0, 1, 9]);
    changed.extend([unknown, behind, Vec::new()]);
    for (at, records) in changed.iter().enumerate() {
        let error = refused(&sealed(&kept.words, &records.concat()), &kept.words, &phone);
        assert!(matches!(error, BackupError::Altered), "{at}: {error:?}");
    }
}

/// These records between the head and an end mark that fits them.
fn with_its_end(records: &[Vec<u8>]) -> Vec<u8> {
    use crate::store::backup::form::End;
    let count = |kind| records.iter().filter(|record| record[0] == kind).count() as u64;
    let all = records.concat();
    let hash = crate::store::files::hash_of(&all);
    let end = End { rows: count(2), past: count(3), files: count(4), hash }.to_bytes();
    [all, vec![6], (end.len() as u32).to_be_bytes().to_vec(), end].concat()
}

#[test]
fn rows_out_of_order_and_a_file_that_is_not_what_its_name_says_are_refused_whatever_the_end_mark_says() {
    let kept = Kept::lively();
    let mut good = records(&kept);
    good.pop();
    let phone = Phone::new();
    let of_kind = |kind: u8| good.iter().position(|record| record[0] == kind).unwrap();
    let control = phone.path("control");
    fs::write(&control, sealed(&kept.words, &with_its_end(&good))).unwrap();
    drop(restore(&control, &kept.words, &Phone::new()).unwrap());
    fs::remove_file(control).unwrap();
    let (row, past, file, piece) = (of_kind(2), of_kind(3), of_kind(4), of_kind(5));
    let swapped = |one: usize, other: usize| {
        let mut changed = good.clone();
        changed.swap(one, other);
        changed
    };
    let mut twice = good.clone();
    twice.insert(row, good[row].clone());
    let mut late_past = good.clone();
    late_past.push(good[past].clone());
    let mut other_bytes = good.clone();
    other_bytes[piece][5] ^= 1;
    let mut other_name = good.clone();
    other_name[file][5] ^= 1;
    let mut later_than_its_store = good.clone();
    later_than_its_store[past][5..13].copy_from_slice(&(1u64 << 40).to_be_bytes());
    let all = [swapped(row, row + 1), twice, swapped(past - 1, past), late_past, other_bytes, other_name];
    for (at, records) in all.into_iter().chain([later_than_its_store]).enumerate() {
        let error = refused(&sealed(&kept.words, &with_its_end(&records)), &kept.words, &phone);
        assert!(matches!(error, BackupError::Altered), "{at}: {error:?}");
    }
}

#[test]
fn a_record_or_a_file_that_claims_too_much_is_refused_before_room_is_made_for_it() {
    let kept = Kept::lively();
    let good = records(&kept);
    for kind in 1..=6u8 {
        let before = good.iter().take_while(|record| record[0] != kind).flatten().copied();
        let mut bytes: Vec<u8> = before.collect();
        bytes.extend([kind, 0xff, 0xff, 0xff, 0xff]);
        let error = refused(&sealed(&kept.words, &bytes), &kept.words, &Phone::new());
        assert!(matches!(error, BackupError::TooLarge), "{kind}: {error:?}");
    }
    let mut bytes: Vec<u8> = good.iter().take_while(|record| record[0] != 4).flatten().copied().collect();
    bytes.extend([4, 0, 0, 0, 40]);
    bytes.extend([9; 32]);
    bytes.extend(u64::MAX.to_be_bytes());
    let error = refused(&sealed(&kept.words, &bytes), &kept.words, &Phone::new());
    assert!(matches!(error, BackupError::TooLarge));
}
