use super::*;
use crate::store::backup::form::{End, Head};
use crate::store::backup::read::{self, Check};
use crate::store::disk::RealDisk;
use crate::store::lively::{attach, contents, everything, slot, write};
use crate::store::{BackedUp, SyncRow};
use crate::vault::stream::StreamWriter;
use ring::digest::{Context, SHA256};
use std::fs;
use std::io::Write;

#[test]
fn a_restored_plan_has_every_op_every_version_and_every_file() {
    let mut kept = Kept::lively();
    let phone = Phone::new();
    let mut again = restore(&kept.backup, &kept.words, &phone).unwrap();
    assert!(again.health().is_good(), "{:?}", again.health());
    let before = contents(&mut kept.ledger);
    assert_eq!(contents(&mut again), before);
    drop(again);
    let mut opened = phone.open();
    assert!(opened.health().is_good(), "{:?}", opened.health());
    assert_eq!(contents(&mut opened), before);
    assert_eq!(opened.waiting_to_pack(), kept.ledger.waiting_to_pack());
}

#[test]
fn a_restored_phone_has_a_name_of_its_own_and_the_plans_keys() {
    let kept = Kept::lively();
    let phones = [Phone::new(), Phone::new()];
    let restored = phones.each_ref().map(|phone| restore(&kept.backup, &kept.words, phone).unwrap());
    let keys = kept.ledger.store().keys();
    assert_ne!(restored[0].device(), restored[1].device());
    for again in &restored {
        assert_ne!(again.device(), kept.ledger.device());
        assert_eq!(again.store().keys().id(), keys.id());
        assert_eq!(again.store().keys().plan_secret().expose(), keys.plan_secret().expose());
        assert_eq!(again.store().keys().tag(&[b"goal"]), keys.tag(&[b"goal"]));
        assert_eq!(words_of(again).phrase(), kept.words.phrase());
    }
}

#[test]
fn what_is_written_after_a_restore_merges_both_ways() {
    let mut kept = Kept::lively();
    let phone = Phone::new();
    let mut again = restore(&kept.backup, &kept.words, &phone).unwrap();
    write(&mut again, slot(1), "written on the restored phone");
    write(&mut kept.ledger, slot(1), "written on the old phone");
    let ops = |ledger: &mut Ledger| everything(ledger).into_iter().flat_map(|(_, ops)| ops).collect();
    let (old, new): (Vec<_>, Vec<_>) = (ops(&mut kept.ledger), ops(&mut again));
    assert_eq!(kept.ledger.merge(new, |_, _| Ok(None)).unwrap().new, 1);
    assert_eq!(again.merge(old, |_, _| Ok(None)).unwrap().new, 1);
    assert_eq!(contents(&mut again), contents(&mut kept.ledger));
}

#[test]
fn a_plan_with_nothing_in_it_is_backed_up_too() {
    let mut kept = Kept::of(|_| {});
    let phone = Phone::new();
    let mut again = restore(&kept.backup, &kept.words, &phone).unwrap();
    assert_eq!(contents(&mut again), contents(&mut kept.ledger));
}

#[test]
fn files_of_no_bytes_of_one_chunk_and_of_one_more_come_back() {
    use crate::store::{files::CHUNK, lively::noise};
    let sizes = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK];
    let mut kept = Kept::of(|ledger| {
        for (n, size) in (20..).zip(sizes) {
            attach(ledger, n, &noise(size, n.into()));
        }
    });
    let phone = Phone::new();
    let mut again = restore(&kept.backup, &kept.words, &phone).unwrap();
    assert_eq!(again.named_files().unwrap().0.len(), sizes.len());
    assert_eq!(contents(&mut again), contents(&mut kept.ledger));
}

#[test]
fn a_backup_takes_the_place_of_the_one_before_and_leaves_nothing_beside_it() {
    let mut kept = Kept::of(|ledger| {
        write(ledger, slot(1), "first");
    });
    write(&mut kept.ledger, slot(1), "second");
    let made = kept.ledger.back_up(&kept.backup, AT).unwrap();
    assert_eq!(made, BackedUp { ops: 2, files: 0, left_out: 0 });
    assert!(!kept.phone.path("backup.next").exists());
    let phone = Phone::new();
    let mut again = restore(&kept.backup, &kept.words, &phone).unwrap();
    assert_eq!(contents(&mut again), contents(&mut kept.ledger));
}

#[test]
fn what_is_damaged_here_is_left_out_and_counted_and_the_rest_is_kept() {
    let phone = Phone::new();
    let mut ledger = phone.begin();
    fill(&mut ledger);
    attach(&mut ledger, 30, b"bytes that will be damaged");
    let files = fs::read_dir(phone.path("store/attachments")).unwrap();
    let smallest =
        files.map(|file| file.unwrap().path()).min_by_key(|path| fs::metadata(path).unwrap().len());
    fs::write(smallest.unwrap(), b"HEARTHAT\x01 and nothing that opens").unwrap();
    let conn = &ledger.store().conn;
    conn.execute("UPDATE frame SET sealed = zeroblob(64) WHERE id = (SELECT max(id) FROM frame)", [])
        .unwrap();
    conn.execute("UPDATE op SET sealed = zeroblob(64) WHERE log = (SELECT max(log) FROM op)", []).unwrap();
    let backup = phone.path("backup");
    let made = ledger.back_up(&backup, AT).unwrap();
    assert_eq!(made.left_out, 3);
    let elsewhere = Phone::new();
    let mut again = restore(&backup, &words_of(&ledger), &elsewhere).unwrap();
    assert!(again.health().is_good());
    let ops: usize = everything(&mut again).iter().map(|(_, ops)| ops.len()).sum();
    assert_eq!(ops as u64, made.ops);
}

#[test]
fn a_plan_that_is_here_already_is_not_restored_over() {
    let kept = Kept::lively();
    let phone = Phone::new();
    let mut here = phone.begin();
    write(&mut here, slot(1), "already here");
    let before = contents(&mut here);
    drop(here);
    let refused = restore(&kept.backup, &kept.words, &phone);
    assert!(matches!(refused, Err(BackupError::Open(crate::store::OpenError::AlreadyHere))));
    assert_eq!(contents(&mut phone.open()), before);
}

#[test]
fn a_phone_that_had_another_plan_before_does_not_take_this_one_for_an_older_copy() {
    let kept = Kept::lively();
    let phone = Phone::new();
    let mut other = phone.begin();
    for n in 0..40 {
        write(&mut other, slot(1), &n.to_string());
    }
    drop(other);
    let aside = phone.path("aside");
    fs::rename(&phone.options.store, aside).unwrap();
    drop(restore(&kept.backup, &kept.words, &phone).unwrap());
    assert!(phone.open().health().is_good());
}

#[test]
fn words_that_were_erased_are_in_no_backup_and_in_no_restored_store() {
    let kept = Kept::lively();
    let phone = Phone::new();
    let mut again = restore(&kept.backup, &kept.words, &phone).unwrap();
    let (ops, _) = again.history(slot(2)).unwrap();
    let texts: Vec<_> = ops.iter().filter_map(|op| op.value()?.text()).collect();
    assert_eq!(texts, ["the words of a day that I will take back", "better words"]);
    assert_eq!(ops.len(), 4);
}

const COPY: &[u8] = b"what somebody else shares";

fn with_a_copy() -> Kept {
    Kept::of(|ledger| {
        fill(ledger);
        let row = |name: &str| SyncRow { name: name.to_owned(), holds: Some(COPY.to_vec().into()) };
        ledger.keep_synced(&[row("share-follow/01"), row("share-mail/02"), row("link")]).unwrap();
    })
}

#[test]
fn copies_of_other_peoples_plans_come_back_and_nothing_else_that_sync_keeps() {
    let mut kept = with_a_copy();
    let phone = Phone::new();
    let mut again = restore(&kept.backup, &kept.words, &phone).unwrap();
    assert!(again.health().is_good());
    assert_eq!(contents(&mut again), contents(&mut kept.ledger));
    drop(again);
    let synced = phone.open().synced().unwrap();
    assert!(!synced.changed);
    let rows: Vec<(&str, &[u8])> =
        synced.rows.iter().map(|(name, holds)| (name.as_str(), holds.as_slice())).collect();
    assert_eq!(rows, [("share-follow/01", COPY)]);
}

#[test]
fn a_backup_with_copies_says_that_it_is_of_a_newer_form_and_one_without_is_as_it_always_was() {
    let format = |kept: &Kept| {
        let mut check = Check::default();
        read::read(&RealDisk, &kept.backup, &kept.words, &mut check).unwrap();
        check.head.unwrap().to_bytes()[1]
    };
    assert_eq!((format(&Kept::lively()), format(&with_a_copy())), (1, 2));
}

#[test]
fn a_backup_brings_no_link_and_no_key_in_under_the_name_of_a_copy() {
    let kept = Kept::lively();
    for (followed, name) in [(false, "share-follow/01"), (true, "link"), (true, "share-mail/01")] {
        let head = Head { followed, ..head_of(&kept) };
        assert!(is_altered(&kept, &head, &[&[name.len() as u8], name.as_bytes(), COPY].concat()));
    }
    let head = Head { followed: true, ..head_of(&kept) };
    assert!(is_altered(&kept, &head, &[200, 1, 2]), "cut short");
    assert!(is_altered(&kept, &head, &[]), "nothing");
    let good = [&[15], b"share-follow/01".as_slice(), COPY].concat();
    assert!(!is_altered(&kept, &head, &good), "the control: one that is right is read");
}

fn head_of(kept: &Kept) -> Head {
    let mut check = Check::default();
    read::read(&RealDisk, &kept.backup, &kept.words, &mut check).unwrap();
    check.head.unwrap()
}

/// Whether a backup of this head and one copy alone is refused.
fn is_altered(kept: &Kept, head: &Head, copy: &[u8]) -> bool {
    let mut before = Vec::new();
    for (kind, body) in [(1, head.to_bytes().as_slice()), (7, copy)] {
        before.extend([[kind].as_slice(), &(body.len() as u32).to_be_bytes(), body].concat());
    }
    let mut seen = Context::new(&SHA256);
    seen.update(&before);
    let end = End { hash: read::so_far(&seen), ..Default::default() }.to_bytes();
    before.extend([[6].as_slice(), &(end.len() as u32).to_be_bytes(), &end].concat());
    let mut stream = StreamWriter::new(Vec::new(), &kept.words).unwrap();
    stream.write_all(&before).unwrap();
    let path = kept.phone.path("made by hand");
    fs::write(&path, stream.finish().unwrap()).unwrap();
    match read::read(&RealDisk, &path, &kept.words, &mut Check::default()) {
        Ok(_) => false,
        Err(BackupError::Altered) => true,
        Err(other) => panic!("{other}"),
    }
}
