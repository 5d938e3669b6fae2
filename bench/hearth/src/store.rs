//! Preparing P20 in a store: 20,000 edits, written one by one as a person does,
//! packed when there was time.

use crate::keys::InHand;
use bench_round::{Call, Failure};
use hearth_core::companion::{Companion, Folders, Platform};
use hearth_core::record::{Act, Author, EntityId, Origin, Owner, Slot, Value, When};
use hearth_core::store::{Draft, Ledger, Options, RealDisk, Stamp, Store};
use hearth_core::vault::KeyRing;
use hearth_workload::{P20, SEED, after};
use std::path::Path;
use std::sync::Arc;

/// The store with all of P20.
pub const P20_STORE: &str = "p20";
/// Another phone that has all of P20 and writes on.
const OTHER_STORE: &str = "other";
/// How many changes the other phone's bundles hold.
pub const MERGES: [usize; 2] = [1_000, 10_000];
/// A plan with a card, made by the companion.
pub const PLAN: &str = "plan";

/// Where a store of this program is.
pub fn options(folder: &Path) -> Result<Options, Failure> {
    Ok(Options {
        store: folder.join("store"),
        card: folder.join("card"),
        key_store: Arc::new(InHand::open(&folder.join("key-store"))?),
        disk: Arc::new(RealDisk),
        vfs: None,
    })
}

/// The folders and platform of the companion's plan.
pub fn platform(folder: &Path) -> Result<(Folders, Platform), Failure> {
    let folders = Folders {
        store: folder.join("store"),
        card: folder.join("card"),
    };
    let keys = InHand::open(&folder.join("key-store"))?;
    Ok((folders, Platform::new(Arc::new(keys), "bench")))
}

/// The field of P20 by its number: a goal's words.
pub fn slot(field: u32) -> Slot {
    let mut name = [0x11; 16];
    name[12..].copy_from_slice(&field.to_be_bytes());
    Slot {
        entity: EntityId::new(Owner::Person, name),
        kind: 5,
        field: 10,
    }
}

/// Who writes, and when.
pub fn stamp(at_ms: i64) -> Stamp {
    Stamp {
        at: When {
            ms: at_ms,
            offset: 0,
        },
        author: Author::Person,
        origin: Origin::Typed,
    }
}

/// Writes one edit.
pub fn write(ledger: &mut Ledger, field: u32, at_ms: i64, text: String) -> Result<(), Failure> {
    let draft = Draft::new(slot(field), Act::Write(Value::Text(text)));
    ledger.write(vec![draft], &stamp(at_ms), |_| Ok(None))?;
    Ok(())
}

/// Makes both stores afresh.
pub fn prepare(call: &Call) -> Result<(), Failure> {
    for name in [P20_STORE, OTHER_STORE, PLAN] {
        let folder = call.file(name);
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        std::fs::create_dir_all(&folder)?;
    }
    let options = options(&call.file(P20_STORE))?;
    let (ring, keys, _) = KeyRing::create(&*options.key_store)?;
    let mut ledger = Ledger::over_new(Store::create(options, ring, keys)?);
    for edit in P20::new(SEED) {
        write(&mut ledger, edit.field, edit.at_ms, edit.text)?;
        ledger.pack_if_due()?;
    }
    ledger.pack()?;
    prepare_bundles(call, &mut ledger)?;
    crate::rows::prepare_plan(&call.file(PLAN))?;
    let (folders, platform) = platform(&call.file(PLAN))?;
    Companion::open(&folders, platform)?;
    Ok(())
}

/// The file of the other phone's bundle of so many changes.
pub fn bundle_name(changes: usize) -> String {
    format!("bundle-{changes}")
}

/// Another phone of the same plan: it takes in all of P20, writes on by itself,
/// and makes bundles of what the first does not have.
fn prepare_bundles(call: &Call, ledger: &mut Ledger) -> Result<(), Failure> {
    let options = options(&call.file(OTHER_STORE))?;
    let keys = ledger.store().keys();
    let ring = ledger.store().ring().rewrap(keys, &*options.key_store)?;
    let (ring, keys) = ring.new_device(keys)?;
    let mut other = Ledger::over_new(Store::create(options, ring, keys)?);
    let (here, there) = (ledger.device(), other.device());
    other.take_bundle(&ledger.make_bundle(None, When::default())?, |_, _| Ok(None))?;
    ledger.take_bundle(&other.make_bundle(Some(here), When::default())?, |_, _| Ok(None))?;
    other.take_bundle(&ledger.make_bundle(Some(there), When::default())?, |_, _| Ok(None))?;
    let mut written = 0;
    for changes in MERGES {
        for edit in after(SEED, changes).skip(written) {
            write(&mut other, edit.field, edit.at_ms, edit.text)?;
            other.pack_if_due()?;
        }
        written = changes;
        std::fs::write(call.file(&bundle_name(changes)), other.make_bundle(Some(here), When::default())?)?;
    }
    Ok(())
}
