//! What is kept of photos and voice notes, and what is taken away.

use super::super::exif::tests::{chunk, jpeg, png};
use super::*;
use crate::record::{Act, Author, LIFE, OpId, Origin, Slot};
use crate::store::faulty::Fault;
use crate::store::files::CHUNK;
use crate::store::lively::{AT, Phone, act, attach, noise};
use crate::store::{Draft, Stamp};
use proptest::prelude::*;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

fn files(phone: &Phone) -> Vec<PathBuf> {
    let files = fs::read_dir(phone.path("store/attachments")).into_iter().flatten();
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    paths
}

fn erase(ledger: &mut Ledger, attachment: EntityId) -> Vec<Op> {
    let slot = plan::Kind::Attachment.slot(attachment, &Attachment::HASH);
    let ops = ledger.history(slot).unwrap().0;
    let ids: Vec<OpId> = ops.iter().map(|op| op.id).collect();
    let stamp = Stamp { at: AT, author: Author::Person, origin: Origin::Typed };
    ledger.erase(slot, ids, &stamp, |_, _| Ok(None)).unwrap();
    ops
}

#[test]
fn the_kind_is_told_by_the_first_bytes() {
    let mp4 = |brand: &[u8; 4]| [&[0, 0, 0, 24], b"ftyp".as_slice(), brand, &[0; 12]].concat();
    let known = [
        (jpeg(&[]), Media::Jpeg),
        (png(&[]), Media::Png),
        (b"OggS\0\x02 and more".to_vec(), Media::Ogg),
        (mp4(b"M4A "), Media::Mp4),
        (mp4(b"mp42"), Media::Mp4),
        (b"RIFF\x24\0\0\0WAVEfmt ".to_vec(), Media::Wav),
    ];
    for (bytes, media) in known {
        assert_eq!(clean(&bytes).unwrap().0, media);
        assert!(Attachment::MIME.choices.contains(&media.mime()));
    }
    // A photo of another kind, a film, a picture that is a program, a document.
    let unknown = [mp4(b"heic"), mp4(b"avif"), mp4(b"qt  "), b"<svg onload=alert(1)>".to_vec()];
    for bytes in unknown.into_iter().chain([b"%PDF-1.7".to_vec(), b"GIF89a".to_vec(), Vec::new()]) {
        assert!(matches!(clean(&bytes), Err(AttachError::Kind)));
    }
}

#[test]
fn a_photo_and_a_voice_note_have_their_own_limits() {
    let ogg = |length: usize| [b"OggS\0".as_slice(), &vec![7; length - 5]].concat();
    assert!(clean(&ogg(MAX_VOICE_NOTE)).is_ok());
    let refused = clean(&ogg(MAX_VOICE_NOTE + 1)).unwrap_err();
    assert!(matches!(refused, AttachError::TooLarge { most: MAX_VOICE_NOTE }));
    let mut photo = png(&[chunk(b"tEXt", &[0; 1000])]);
    photo.resize(MAX_PHOTO, 0);
    assert!(clean(&photo).is_ok());
    photo.push(0);
    assert!(matches!(clean(&photo).unwrap_err(), AttachError::TooLarge { most: MAX_PHOTO }));
}

#[test]
fn bytes_are_kept_sealed_and_come_back_as_they_were() {
    let phone = Phone::new();
    let mut ledger = phone.begin();
    for (n, length) in (1..).zip([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK]) {
        let bytes = noise(length, 100 + u32::from(n));
        let id = attach(&mut ledger, n, &bytes);
        assert_eq!(*ledger.file(id).unwrap(), bytes);
    }
    let plain = noise(CHUNK, 104);
    for path in files(&phone) {
        let sealed = fs::read(path).unwrap();
        assert!(!sealed.windows(16).any(|window| window == &plain[..16]));
    }
    let nobody = EntityId::new(crate::record::Owner::Person, [99; 16]);
    assert!(matches!(ledger.file(nobody), Err(AttachError::NotHere)));
}

#[test]
fn every_changed_byte_of_a_file_is_noticed_and_so_is_a_missing_or_an_added_one() {
    let phone = Phone::new();
    let mut ledger = phone.begin();
    let id = attach(&mut ledger, 1, b"a voice note");
    let path = files(&phone).remove(0);
    let whole = fs::read(&path).unwrap();
    for at in 0..whole.len() {
        let mut altered = whole.clone();
        altered[at] ^= 0x10;
        fs::write(&path, &altered).unwrap();
        assert!(matches!(ledger.file(id), Err(AttachError::Damaged)), "byte {at}");
        fs::write(&path, &whole[..at]).unwrap();
        assert!(matches!(ledger.file(id), Err(AttachError::Damaged)), "cut at {at}");
    }
    fs::write(&path, &whole).unwrap();
    assert!(ledger.file(id).is_ok());
    fs::remove_file(&path).unwrap();
    assert!(matches!(ledger.file(id), Err(AttachError::NotHere)));
}

#[test]
fn chunks_cannot_be_left_out_swapped_or_brought_from_another_file() {
    let phone = Phone::new();
    let mut ledger = phone.begin();
    let id = attach(&mut ledger, 1, &noise(3 * CHUNK, 1));
    let path = files(&phone).remove(0);
    let other = attach(&mut ledger, 2, &noise(3 * CHUNK, 2));
    let other_path = files(&phone).into_iter().find(|found| *found != path).unwrap();
    let (whole, foreign) = (fs::read(&path).unwrap(), fs::read(&other_path).unwrap());
    let (head, step) = (9, 4 + CHUNK + 33);
    let parts =
        |bytes: &[u8]| (0..3).map(|n| bytes[head + n * step..head + (n + 1) * step].to_vec()).collect();
    let (own, foreign): (Vec<Vec<u8>>, Vec<Vec<u8>>) = (parts(&whole), parts(&foreign));
    let [a, b, c] = [&own[0], &own[1], &own[2]];
    for chunks in
        [[b, a, c].as_slice(), &[a, c], &[a, a, c], &[a, b, &foreign[2]], &[a, &foreign[1], c], &[a, b]]
    {
        let bytes: Vec<u8> = [&whole[..head]]
            .into_iter()
            .chain(chunks.iter().map(|c| c.as_slice()))
            .flatten()
            .copied()
            .collect();
        fs::write(&path, bytes).unwrap();
        assert!(matches!(ledger.file(id), Err(AttachError::Damaged)));
    }
    // A chunk in the wrong place is refused before any of it is given out, and
    // not only when the end shows that the whole is another.
    fs::write(&path, [&whole[..head], b, a, c].concat()).unwrap();
    let hash = crate::store::files::hash_of(&noise(3 * CHUNK, 1));
    let files = ledger.store().files();
    assert!(files.read(&hash).unwrap().next_chunk().is_err());
    // A whole file under another's name.
    fs::copy(&other_path, &path).unwrap();
    assert!(matches!(ledger.file(id), Err(AttachError::Damaged)));
    assert!(ledger.file(other).is_ok());
}

#[test]
fn a_file_that_was_sealed_well_and_holds_other_bytes_than_its_name_says_is_damaged() {
    let phone = Phone::new();
    let mut ledger = phone.begin();
    let id = attach(&mut ledger, 1, b"what its name says");
    let hash = crate::store::files::hash_of(b"what its name says");
    let mut writer = ledger.store().files().write(&hash).unwrap();
    writer.chunk(b"something else", true).unwrap();
    writer.finish().unwrap();
    assert!(matches!(ledger.file(id), Err(AttachError::Damaged)));
}

/// The frozen form: sealed under the key ring of the vault's own vector.
#[test]
fn a_file_of_the_first_version_still_opens() {
    use crate::store::{Disk, RealDisk, files::Files};
    use crate::vault::{KeyRing, RecoveryWords};
    const RING: &str = include_str!("../../../../tests/vectors/vault/key-ring-v1.txt");
    const FILE: &str = include_str!("../../../../tests/vectors/attachment/v1.txt");
    let text = |from: &'static str, name: &str| {
        from.lines().filter_map(|line| line.split_once(": ")).find(|(found, _)| *found == name).unwrap().1
    };
    let bytes = |from, name| -> Vec<u8> {
        let hex = text(from, name);
        (0..hex.len()).step_by(2).map(|i| u8::from_str_radix(&hex[i..i + 2], 16).unwrap()).collect()
    };
    let ring = KeyRing::from_bytes(&bytes(RING, "ring")).unwrap();
    let keys = ring.open_with_words(&RecoveryWords::parse(text(RING, "words")).unwrap()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("attachments").join(text(FILE, "name"));
    RealDisk.create_folder(path.parent().unwrap()).unwrap();
    RealDisk.write_whole(&path, &bytes(FILE, "file")).unwrap();
    let files = Files::new(&RealDisk, folder.path(), &keys);
    let hash: [u8; 32] = bytes(FILE, "SHA-256").try_into().unwrap();
    assert_eq!(files.get(&hash).unwrap().as_slice(), text(FILE, "plain").as_bytes());
}

#[test]
fn the_same_bytes_are_kept_once_and_a_damaged_file_is_made_good_by_them() {
    let phone = Phone::new();
    let mut ledger = phone.begin();
    let (one, two) = (attach(&mut ledger, 1, b"the same"), attach(&mut ledger, 2, b"the same"));
    let path = files(&phone).remove(0);
    assert_eq!(files(&phone).len(), 1);
    fs::write(&path, b"damaged").unwrap();
    let three = attach(&mut ledger, 3, b"the same");
    for id in [one, two, three] {
        assert_eq!(ledger.file(id).unwrap().as_slice(), b"the same");
    }
}

#[test]
fn a_file_that_no_op_names_is_swept_and_what_is_not_ours_is_left() {
    let phone = Phone::new();
    let mut ledger = phone.begin();
    let kept = attach(&mut ledger, 1, b"named");
    // Written whole, and then the power went before the op.
    ledger.keep_file(b"named by nobody").unwrap();
    fs::write(phone.path("store/attachments/0123456789abcdef0123456789abcdef.next"), b"half").unwrap();
    fs::write(phone.path("store/attachments/readme"), b"somebody's").unwrap();
    assert_eq!(ledger.sweep().unwrap(), 2);
    assert_eq!(ledger.sweep().unwrap(), 0);
    assert_eq!(files(&phone).len(), 2);
    assert!(ledger.file(kept).is_ok());
    drop(ledger);
    assert!(phone.open().health().is_good());
}

#[test]
fn removing_keeps_the_bytes_for_history_and_erasing_takes_them_away() {
    let phone = Phone::new();
    let mut ledger = phone.begin();
    let (removed, erased) = (attach(&mut ledger, 1, b"removed"), attach(&mut ledger, 2, b"erased"));
    let (shared, also) = (attach(&mut ledger, 3, b"in two places"), attach(&mut ledger, 4, b"in two places"));
    let life = Slot { entity: removed, kind: plan::Kind::Attachment.number(), field: LIFE };
    act(&mut ledger, life, Act::Remove(Vec::new()), Author::Person);
    for id in [erased, shared] {
        let ops = erase(&mut ledger, id);
        ledger.forget_files(&ops).unwrap();
    }
    assert_eq!(files(&phone).len(), 2);
    ledger.pack().unwrap();
    ledger.sweep().unwrap();
    assert_eq!(ledger.file(removed).unwrap().as_slice(), b"removed");
    assert_eq!(ledger.file(also).unwrap().as_slice(), b"in two places");
    for id in [erased, shared] {
        assert!(matches!(ledger.file(id), Err(AttachError::NotHere)));
    }
}

#[test]
fn an_earlier_photo_in_the_same_place_is_kept_for_history_even_when_packed() {
    let phone = Phone::new();
    let mut ledger = phone.begin();
    attach(&mut ledger, 1, b"the first photo");
    let id = attach(&mut ledger, 1, b"the second photo");
    ledger.pack().unwrap();
    assert_eq!(ledger.sweep().unwrap(), 0);
    assert_eq!(files(&phone).len(), 2);
    assert_eq!(ledger.file(id).unwrap().as_slice(), b"the second photo");
}

#[test]
fn nothing_is_swept_where_a_part_of_the_record_does_not_read() {
    let phone = Phone::new();
    let mut ledger = phone.begin();
    attach(&mut ledger, 1, b"its op will not read");
    let conn = &ledger.store().conn;
    conn.execute("UPDATE op SET sealed = zeroblob(60)", []).unwrap();
    drop(ledger);
    let mut opened = phone.open();
    assert_eq!(opened.health().damaged.len(), 2);
    assert_eq!(opened.sweep().unwrap(), 0);
    assert_eq!(files(&phone).len(), 1);
}

#[test]
fn a_suggested_voice_note_can_be_heard_before_anybody_accepts_it() {
    let phone = Phone::new();
    let mut ledger = phone.begin();
    let id = EntityId::new(crate::record::Owner::Person, [5; 16]);
    let hash = ledger.keep_file(b"from the carer").unwrap();
    let carer = Author::Carer(EntityId::new(crate::record::Owner::Person, [6; 16]));
    let slot = plan::Kind::Attachment.slot(id, &Attachment::HASH);
    act(&mut ledger, slot, Act::Suggest(Value::Bytes(hash.to_vec())), carer);
    assert_eq!(ledger.sweep().unwrap(), 0);
    assert_eq!(ledger.file(id).unwrap().as_slice(), b"from the carer");
}

#[test]
fn a_plan_that_holds_as_many_bytes_as_it_may_takes_no_more() {
    let phone = Phone::new();
    let mut ledger = phone.begin();
    let id = attach(&mut ledger, 1, b"small");
    let slot = plan::Kind::Attachment.slot(id, &Attachment::SIZE);
    act(&mut ledger, slot, Act::Write(Value::Int(MAX_ATTACHED - 10)), Author::Person);
    assert!(ledger.keep_file(&[1; 10]).is_ok());
    assert!(matches!(ledger.keep_file(&[1; 11]), Err(AttachError::TooMany)));
    let stamp = Stamp { at: AT, author: Author::Person, origin: Origin::Typed };
    let drafts = (0..MAX_ATTACHMENTS as u32).map(|n| {
        let id =
            EntityId::new(crate::record::Owner::Person, [n.to_be_bytes(); 4].concat().try_into().unwrap());
        Draft::new(plan::Kind::Attachment.slot(id, &Attachment::SIZE), Act::Write(Value::Int(0)))
    });
    act(&mut ledger, slot, Act::Write(Value::Int(0)), Author::Person);
    ledger.write(drafts.collect(), &stamp, |_| Ok(None)).unwrap();
    assert!(matches!(ledger.keep_file(b"one more"), Err(AttachError::TooMany)));
}

#[test]
fn a_disk_that_fails_anywhere_keeps_the_file_that_was_there() {
    let phone = Phone::new();
    let mut ledger = phone.begin();
    let id = attach(&mut ledger, 1, b"the same bytes");
    phone.disk.set(Fault::None);
    ledger.keep_file(&noise(70_000, 3)).unwrap();
    let calls = phone.disk.calls();
    for call in 1..=calls {
        for kind in [ErrorKind::Other, ErrorKind::StorageFull] {
            for bytes in [b"the same bytes".to_vec(), noise(70_000, 4)] {
                phone.disk.set(Fault::At(call, kind));
                let kept = ledger.keep_file(&bytes);
                phone.disk.set(Fault::None);
                if let Err(error) = kept {
                    let full = matches!(error, AttachError::Store(StoreError::Full));
                    assert_eq!(full, kind == ErrorKind::StorageFull, "{error:?}");
                }
                assert_eq!(ledger.file(id).unwrap().as_slice(), b"the same bytes");
            }
        }
    }
    ledger.sweep().unwrap();
    assert_eq!(files(&phone).len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_in_the_place_of_a_file_are_refused_without_a_panic(
        header in any::<bool>(), bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let phone = Phone::new();
        let mut ledger = phone.begin();
        let id = attach(&mut ledger, 1, b"a voice note");
        let begin: &[u8] = if header { b"HEARTHAT\x01" } else { b"" };
        fs::write(files(&phone).remove(0), [begin, &bytes].concat()).unwrap();
        prop_assert!(matches!(ledger.file(id), Err(AttachError::Damaged)));
    }
}
