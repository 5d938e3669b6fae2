use super::*;

/// Both kinds, each behaving the same; the folder must outlive the store.
fn stores() -> (tempfile::TempDir, [SoftwareKeyStore; 2]) {
    let folder = tempfile::tempdir().unwrap();
    let on_disk = SoftwareKeyStore::open(&folder.path().join("keys")).unwrap();
    (folder, [on_disk, SoftwareKeyStore::in_memory()])
}

fn damage(path: &Path, bit: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[bit / 8] ^= 1 << (bit % 8);
    fs::write(path, bytes).unwrap();
}

#[test]
fn what_was_wrapped_comes_back_for_its_own_item_only() {
    let (_folder, stores) = stores();
    for store in stores {
        let wrapped = store.wrap(KeyItem::Plan, b"data key").unwrap();
        assert!(!wrapped.windows(8).any(|part| part == b"data key"));
        assert_eq!(store.unwrap(KeyItem::Plan, &wrapped).unwrap().as_slice(), b"data key");
        assert_eq!(store.unwrap(KeyItem::Card, &wrapped).unwrap_err(), KeyStoreError::Changed);
    }
}

#[test]
fn wrapping_again_leaves_what_was_wrapped_before_openable() {
    let (_folder, stores) = stores();
    for store in stores {
        let first = store.wrap(KeyItem::Plan, b"one").unwrap();
        store.wrap(KeyItem::Plan, b"two").unwrap();
        assert_eq!(store.unwrap(KeyItem::Plan, &first).unwrap().as_slice(), b"one");
    }
}

#[test]
fn an_altered_or_foreign_wrapping_is_never_unwrapped() {
    let (_folder, stores) = stores();
    for store in stores {
        let wrapped = store.wrap(KeyItem::Plan, b"data key").unwrap();
        for bit in 0..wrapped.len() * 8 {
            let mut altered = wrapped.clone();
            altered[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(store.unwrap(KeyItem::Plan, &altered).unwrap_err(), KeyStoreError::Changed);
        }
        let foreign = SoftwareKeyStore::in_memory().wrap(KeyItem::Plan, b"data key").unwrap();
        assert_eq!(store.unwrap(KeyItem::Plan, &foreign).unwrap_err(), KeyStoreError::Changed);
        assert_eq!(store.unwrap(KeyItem::Plan, b"").unwrap_err(), KeyStoreError::Changed);
    }
}

#[test]
fn a_folder_opened_again_unwraps_and_counts_on() {
    let folder = tempfile::tempdir().unwrap();
    let store = SoftwareKeyStore::open(folder.path()).unwrap();
    let wrapped = store.wrap(KeyItem::Card, b"card key").unwrap();
    store.advance(7).unwrap();
    drop(store);
    let again = SoftwareKeyStore::open(folder.path()).unwrap();
    assert_eq!(again.unwrap(KeyItem::Card, &wrapped).unwrap().as_slice(), b"card key");
    assert_eq!(again.counter().unwrap(), Some(7));
}

#[test]
fn the_counter_starts_at_nought_and_never_goes_down() {
    let (_folder, stores) = stores();
    for store in stores {
        assert_eq!(store.counter().unwrap(), Some(0));
        for (to, then) in [(3, 3), (2, 3), (3, 3), (0, 3), (u64::MAX, u64::MAX), (9, u64::MAX)] {
            store.advance(to).unwrap();
            assert_eq!(store.counter().unwrap(), Some(then));
        }
    }
}

#[test]
fn a_store_without_its_key_says_that_it_is_lost_and_makes_none() {
    let folder = tempfile::tempdir().unwrap();
    let store = SoftwareKeyStore::open(folder.path()).unwrap();
    assert_eq!(store.unwrap(KeyItem::Plan, b"anything").unwrap_err(), KeyStoreError::Lost);
    assert!(!folder.path().join(KEY_FILE).exists());
    let wrapped = store.wrap(KeyItem::Plan, b"data key").unwrap();
    fs::remove_file(folder.path().join(KEY_FILE)).unwrap();
    assert_eq!(store.unwrap(KeyItem::Plan, &wrapped).unwrap_err(), KeyStoreError::Lost);
}

#[test]
fn every_flipped_bit_of_the_key_file_is_told_as_a_lost_key() {
    let folder = tempfile::tempdir().unwrap();
    let store = SoftwareKeyStore::open(folder.path()).unwrap();
    let wrapped = store.wrap(KeyItem::Plan, b"data key").unwrap();
    let path = folder.path().join(KEY_FILE);
    for bit in 0..fs::read(&path).unwrap().len() * 8 {
        damage(&path, bit);
        assert_eq!(store.unwrap(KeyItem::Plan, &wrapped).unwrap_err(), KeyStoreError::Lost);
        damage(&path, bit);
    }
    assert!(store.unwrap(KeyItem::Plan, &wrapped).is_ok());
}

#[test]
fn two_stores_share_no_byte_of_their_keys_but_by_chance() {
    let keys = [(); 2].map(|()| {
        let folder = tempfile::tempdir().unwrap();
        let store = SoftwareKeyStore::open(folder.path()).unwrap();
        store.wrap(KeyItem::Plan, b"data key").unwrap();
        fs::read(folder.path().join(KEY_FILE)).unwrap()[1..37].to_vec()
    });
    let equal = keys[0].iter().zip(&keys[1]).filter(|(one, two)| one == two);
    assert!(equal.count() < 8);
}

#[test]
fn a_damaged_key_is_kept_aside_when_a_new_one_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let store = SoftwareKeyStore::open(folder.path()).unwrap();
    store.wrap(KeyItem::Plan, b"data key").unwrap();
    damage(&folder.path().join(KEY_FILE), 100);
    let damaged = fs::read(folder.path().join(KEY_FILE)).unwrap();
    let wrapped = store.wrap(KeyItem::Plan, b"data key").unwrap();
    assert_eq!(store.unwrap(KeyItem::Plan, &wrapped).unwrap().as_slice(), b"data key");
    assert_eq!(fs::read(folder.path().join(DAMAGED_KEY_FILE)).unwrap(), damaged);
}

#[test]
fn a_damaged_counter_is_told_and_never_taken_for_a_lower_one() {
    let folder = tempfile::tempdir().unwrap();
    let store = SoftwareKeyStore::open(folder.path()).unwrap();
    store.advance(1_000).unwrap();
    let path = folder.path().join(COUNTER_FILE);
    let damaged = KeyStoreError::Failed { code: code::DAMAGED_COUNTER };
    for bit in 0..fs::read(&path).unwrap().len() * 8 {
        damage(&path, bit);
        assert_eq!(store.counter().unwrap_err(), damaged);
        assert_eq!(store.advance(2_000).unwrap_err(), damaged);
        damage(&path, bit);
    }
    for length in 0..12 {
        fs::write(&path, &[0; 12][..length]).unwrap();
        assert_eq!(store.counter().unwrap_err(), damaged);
    }
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("keys");
    let store = SoftwareKeyStore::open(&folder).unwrap();
    // A left-over of a crash, readable by all, is not written into.
    fs::write(folder.join("key.new"), b"left over").unwrap();
    fs::set_permissions(folder.join("key.new"), fs::Permissions::from_mode(0o644)).unwrap();
    store.wrap(KeyItem::Plan, b"data key").unwrap();
    store.advance(1).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    assert_eq!(mode(&folder.join(KEY_FILE)), 0o600);
    assert_eq!(mode(&folder.join(COUNTER_FILE)), 0o600);
    let names = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> = names.collect();
    names.sort();
    assert_eq!(names, [COUNTER_FILE, KEY_FILE]);
}

#[test]
fn two_threads_that_wrap_first_make_one_key() {
    let (_folder, stores) = stores();
    for store in stores {
        let wrapped: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> =
                (0..8).map(|_| scope.spawn(|| store.wrap(KeyItem::Plan, b"data key"))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap().unwrap()).collect()
        });
        for wrapped in wrapped {
            assert_eq!(store.unwrap(KeyItem::Plan, &wrapped).unwrap().as_slice(), b"data key");
        }
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_told_with_the_systems_number() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, b"").unwrap();
    let error = SoftwareKeyStore::open(&file.join("keys")).unwrap_err();
    assert!(matches!(error, KeyStoreError::Failed { code } if code > 0), "{error:?}");
}

#[test]
fn a_key_store_prints_nothing_of_its_key() {
    let (_folder, stores) = stores();
    for store in stores {
        store.wrap(KeyItem::Plan, b"data key").unwrap();
        assert_eq!(format!("{store:?}"), "SoftwareKeyStore([redacted])");
    }
}

#[test]
fn a_folder_that_went_away_is_told_and_no_new_key_is_made_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let keys = folder.path().join("keys");
    let store = SoftwareKeyStore::open(&keys).unwrap();
    let wrapped = store.wrap(KeyItem::Plan, b"data key").unwrap();
    fs::rename(&keys, folder.path().join("moved")).unwrap();
    // Where the folder was there is now a file: nothing is "not there", it is wrong.
    fs::write(&keys, b"").unwrap();
    assert!(matches!(store.unwrap(KeyItem::Plan, &wrapped), Err(KeyStoreError::Failed { code }) if code > 0));
    assert!(matches!(store.counter(), Err(KeyStoreError::Failed { code }) if code > 0));
}

#[test]
fn the_numbers_that_are_not_the_systems_are_below_nought() {
    let own = [code::IO_WITHOUT_NUMBER, code::DAMAGED_COUNTER, code::NO_RANDOMNESS];
    assert_eq!(own, [-1, -2, -3]);
    assert_eq!(failed(io::Error::other("no number")), KeyStoreError::Failed { code: -1 });
}
