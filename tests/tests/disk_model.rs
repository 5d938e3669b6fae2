//! The recorder and the images: the harness's own promises.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

use hearth_core::store::disk::Disk;
use hearth_tests::faults::{Event, Image, Log, Platter, Recorder};
use hearth_tests::rng::Rng;
use hearth_tests::scratch::{self, Scratch};
use hearth_tests::toy::{self, Flaw};

fn record(run: impl Fn(&Recorder, &Path)) -> Log {
    let scratch = Scratch::new();
    let recorder = Recorder::over(scratch.path());
    run(&recorder, scratch.path());
    recorder.take()
}

/// What a file holds in each of many images at the log's end: `None` when it
/// is not there.
fn seen(log: &Log, name: &str) -> BTreeSet<Option<Vec<u8>>> {
    let mut platter = Platter::at_start_of(log);
    log.events.iter().for_each(|event| platter.apply(event));
    let file = |image: Image<'_>| {
        let mut files = image.files.into_iter();
        files.find(|(found, _)| found == Path::new(name)).map(|(_, bytes)| bytes.into_owned())
    };
    (0..500).map(|n| file(platter.image(n, &mut Rng::part(1, &[n])))).collect()
}

#[test]
fn with_every_write_kept_the_image_is_the_folder_as_it_is() {
    let scratch = Scratch::new();
    let recorder = Recorder::over(scratch.path());
    toy::live(&recorder, 3, 90, Flaw::None);
    let (files, folders) = scratch::contents(scratch.path());
    let log = recorder.take();
    let mut platter = Platter::at_start_of(&log);
    log.events.iter().for_each(|event| platter.apply(event));
    let image = platter.image(1, &mut Rng::new(1));
    assert_eq!(image.folders, folders);
    let rebuilt: Vec<_> = image.files.iter().map(|(n, bytes)| (n.clone(), bytes.to_vec())).collect();
    assert_eq!(rebuilt, files);
}

#[test]
fn a_synced_file_in_a_synced_folder_is_in_every_image() {
    let log = record(|disk, root| {
        disk.write_whole(&root.join("card"), b"whole").unwrap();
        disk.sync_folder(root).unwrap();
    });
    assert_eq!(seen(&log, "card"), BTreeSet::from([Some(b"whole".to_vec())]));
}

#[test]
fn a_synced_file_may_be_gone_until_its_folder_is_synced() {
    let log = record(|disk, root| disk.write_whole(&root.join("card"), b"whole").unwrap());
    assert_eq!(seen(&log, "card"), BTreeSet::from([None, Some(b"whole".to_vec())]));
}

#[test]
fn a_folder_is_on_the_disk_once_it_is_made_and_may_not_be_just_before() {
    let log = record(|disk, root| {
        disk.create_folder(&root.join("outer/inner")).unwrap();
        disk.write_whole(&root.join("outer/inner/card"), b"whole").unwrap();
        disk.sync_folder(&root.join("outer/inner")).unwrap();
    });
    assert_eq!(seen(&log, "outer/inner/card"), BTreeSet::from([Some(b"whole".to_vec())]));
    let mut unsynced = log;
    unsynced.events.retain(|event| !matches!(event, Event::SyncFolder(name) if name == Path::new("outer")));
    assert!(seen(&unsynced, "outer/inner/card").contains(&None));
}

#[test]
fn an_unsynced_file_is_seen_old_new_torn_and_spoilt() {
    let (old, new) = ([1_u8; 2_048], [2_u8; 2_048]);
    let log = record(|disk, root| {
        disk.write_whole(&root.join("card"), &old).unwrap();
        disk.sync_folder(root).unwrap();
        disk.create(&root.join("card")).unwrap().write_all(&new).unwrap();
    });
    let seen = seen(&log, "card");
    let some = |what: &dyn Fn(&[u8]) -> bool| seen.iter().flatten().any(|bytes| what(bytes));
    assert!(!seen.contains(&None));
    assert!(some(&|bytes| bytes == old), "all old");
    assert!(some(&|bytes| bytes == new), "all new");
    assert!(some(&|bytes| bytes.is_empty()), "cut");
    assert!(some(&|bytes| bytes.starts_with(&new[..512]) && bytes != new), "torn");
    assert!(some(&|bytes| bytes.iter().any(|byte| *byte > 2)), "spoilt");
    let whole_sectors = seen.iter().flatten().all(|bytes| bytes.len() % 512 == 0);
    assert!(whole_sectors, "a sector is written whole or not");
}

#[test]
fn a_small_write_leaves_the_bytes_around_it_alone() {
    let log = record(|disk, root| {
        let mut file = disk.create(&root.join("log")).unwrap();
        file.write_all(&[1; 700]).unwrap();
        file.sync().unwrap();
        disk.sync_folder(root).unwrap();
        file.write_all(&[2; 100]).unwrap();
    });
    for bytes in seen(&log, "log") {
        assert_eq!(bytes.unwrap()[..700], [1; 700]);
    }
}

#[test]
fn a_later_file_may_be_there_without_an_earlier_one() {
    let log = record(|disk, root| {
        let mut first = disk.create(&root.join("first")).unwrap();
        let mut second = disk.create(&root.join("second")).unwrap();
        disk.sync_folder(root).unwrap();
        first.write_all(b"1").unwrap();
        second.write_all(b"2").unwrap();
    });
    let mut platter = Platter::at_start_of(&log);
    log.events.iter().for_each(|event| platter.apply(event));
    let out_of_order = (0..100).any(|n| {
        let image = platter.image(n, &mut Rng::part(1, &[n]));
        image.files[0].1.is_empty() && &*image.files[1].1 == b"2"
    });
    assert!(out_of_order);
}

#[test]
fn a_replaced_file_is_the_old_one_or_the_new_one() {
    let log = record(|disk, root| {
        disk.replace(&root.join("keys"), &[1; 3_000]).unwrap();
        disk.write_whole(&root.join("keys.next"), &[2; 3_000]).unwrap();
        disk.rename(&root.join("keys.next"), &root.join("keys")).unwrap();
    });
    let expected = [Some(vec![1; 3_000]), Some(vec![2; 3_000])];
    assert_eq!(seen(&log, "keys"), BTreeSet::from(expected));
}

#[test]
fn the_same_seed_records_the_same_calls() {
    // The bytes differ: SQLite salts its log.
    let shape = || {
        let log = record(|recorder, _| toy::live(recorder, 4, 40, Flaw::None));
        let shape = |event: &Event| match event {
            Event::Write(file, offset, bytes) => format!("{file} {offset} {}", bytes.len()),
            other => format!("{other:?}"),
        };
        log.events.iter().map(shape).collect::<Vec<_>>()
    };
    assert_eq!(shape(), shape());
}
