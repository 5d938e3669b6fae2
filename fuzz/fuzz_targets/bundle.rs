//! Arbitrary bytes as a bundle; and, so that what stands behind the signature
//! and the seals is reached, as the header and the ops of one that is signed and
//! sealed by a phone of the same plan. The first byte says which; for the
//! latter two more say how long the header is.
#![no_main]

use std::cell::RefCell;
use std::sync::Arc;

use hearth_core::store::{Ledger, Options, RealDisk, Store};
use hearth_core::vault::{KeyRing, Keys, SoftwareKeyStore};
use libfuzzer_sys::fuzz_target;
use ring::{digest, hmac};

struct World {
    phone: Ledger,
    /// Another phone's keys.
    other: Keys,
    _folder: tempfile::TempDir,
}

thread_local! {
    static WORLD: RefCell<World> = RefCell::new(world());
}

fn world() -> World {
    let key_store = SoftwareKeyStore::in_memory();
    let (ring, other, _) = KeyRing::create(&key_store).expect("keys");
    let (ring, keys) = ring.new_device(&other).expect("a name");
    let folder = tempfile::tempdir().expect("a folder");
    let options = Options {
        store: folder.path().join("store"),
        card: folder.path().join("card"),
        key_store: Arc::new(key_store),
        disk: Arc::new(RealDisk),
        vfs: None,
    };
    let phone = Ledger::over_new(Store::create(options, ring, keys).expect("a store"));
    World { phone, other, _folder: folder }
}

/// As `store::bundle` draws it.
fn signed_and_sealed(keys: &Keys, header: &[u8], ops: &[u8]) -> Vec<u8> {
    let public_key = keys.device().public_key();
    let plan = hmac::Key::new(hmac::HMAC_SHA256, keys.plan_secret().expose());
    let mark = hmac::sign(&plan, &[b"hearth bundle plan 1", public_key.as_slice()].concat());
    let mut out = [b"HRTHBNDL\x01", public_key.as_slice(), &mark.as_ref()[..16]].concat();
    let sized = |out: &mut Vec<u8>, part: &[u8]| {
        out.extend_from_slice(&(part.len() as u32).to_be_bytes());
        out.extend_from_slice(part);
    };
    let aad = [b"bundle head 1", out.as_slice()].concat();
    let header = keys.bundles().seal(&aad, header).expect("randomness");
    sized(&mut out, &header);
    if !ops.is_empty() {
        let head = digest::digest(&digest::SHA256, &out);
        let aad = [b"bundle chunk 1", head.as_ref(), &[0, 0, 0, 0, 1]].concat();
        let squeezed = zstd::bulk::compress(ops, 1).expect("memory");
        let chunk = keys.bundles().seal(&aad, &squeezed).expect("randomness");
        sized(&mut out, &chunk);
    }
    let hash = digest::digest(&digest::SHA256, &out);
    let signature = keys.device().sign(&[b"hearth bundle 1", hash.as_ref()].concat());
    out.extend_from_slice(&signature);
    out
}

fuzz_target!(|bytes: &[u8]| {
    WORLD.with_borrow_mut(|world| {
        let bundle = match bytes {
            [0, rest @ ..] => rest.to_vec(),
            [_, a, b, rest @ ..] => {
                let length = usize::from(u16::from_be_bytes([*a, *b])).min(rest.len());
                let (header, ops) = rest.split_at(length);
                signed_and_sealed(&world.other, header, ops)
            }
            _ => return,
        };
        let _ = world.phone.take_bundle(&bundle, |_, _| Ok(None));
    });
});
