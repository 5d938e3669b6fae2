//! The merge under test, and mutants of it that lose words: controls that show
//! that the oracle sees.

use super::newer;
use hearth_core::record::{Act, Applied, Author, Life, Op, OpId, Owner, Past, Record, Slot};

/// How the phones of a world merge.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rule {
    /// As the record does.
    Real,
    /// Mutant: the later claim of a wall clock wins the field.
    LastByClock,
    /// Mutant: of two heads only the higher-ranked is kept.
    DropsLower,
    /// Mutant: what past ops named is forgotten, so that late ops come back.
    ForgetsPast,
    /// Mutant: a carer's or guest's words go straight into the field.
    OthersWrite,
    /// Mutant: a carer may decide what becomes of a suggestion.
    OthersDecide,
    /// Mutant: anybody can erase.
    OthersErase,
    /// Mutant: an erasure reaches only words that are here already.
    ErasesOnce,
    /// Mutant: an older app replaces heads that it can't draw.
    NamesUnseen,
    /// Mutant: a removal names heads that its app can't draw.
    RemovesUnseen,
    /// Mutant: what was changed elsewhere comes back from removal unseen.
    EditsReturn,
    /// Mutant: a removal hides what was changed elsewhere.
    RemovalHides,
    /// Mutant: what a practice sent is numbered like an op of the phone that read it.
    NumbersImports,
    /// Mutant: an app forgets what it can't read when it passes ops on.
    DropsUnknown,
}

impl Rule {
    /// Every mutant.
    pub const MUTANTS: [Rule; 13] = [
        Rule::LastByClock,
        Rule::DropsLower,
        Rule::ForgetsPast,
        Rule::OthersWrite,
        Rule::OthersDecide,
        Rule::OthersErase,
        Rule::ErasesOnce,
        Rule::NamesUnseen,
        Rule::RemovesUnseen,
        Rule::EditsReturn,
        Rule::RemovalHides,
        Rule::NumbersImports,
        Rule::DropsUnknown,
    ];

    /// Puts an op into a record, by this rule. `is_here` tells the ops that the
    /// phone holds.
    pub fn put(
        self,
        record: &mut Record,
        mut op: Op,
        past: &Past,
        is_here: impl Fn(OpId) -> bool,
    ) -> Applied {
        let slot = op.slot;
        match (self, &mut op.act) {
            (Rule::LastByClock, Act::Write(_) | Act::Remove(_) | Act::Restore | Act::Unknown(_))
                if op.author.writes_for(slot.entity.owner()) =>
            {
                return last_by_clock(record, op, is_here);
            }
            (Rule::ForgetsPast, _) => {
                let forgetful = Past { known: past.known.clone(), ..Past::default() };
                return record.apply(op, &forgetful);
            }
            (Rule::OthersWrite, Act::Write(_)) => op.author = owner_of(slot),
            (Rule::OthersDecide, Act::Accept | Act::Decline | Act::Reopen) => op.author = owner_of(slot),
            (Rule::OthersErase, Act::Erase(_)) => op.author = owner_of(slot),
            (Rule::ErasesOnce, Act::Erase(targets)) => targets.retain(|target| is_here(*target)),
            _ => {}
        }
        let applied = record.apply(op, past);
        if self == Rule::DropsLower {
            let Some(register) = record.register(slot) else { return applied };
            if let [_, .., highest] = register.heads() {
                let kept = register.aside().iter().chain([highest]).cloned().collect();
                record.load(slot, kept);
            }
        }
        applied
    }

    /// What an op made here names: what the record says, or every head.
    pub fn parents(self, record: &Record, op: &mut Op) {
        let all = || record.register(op.slot).map(|r| r.head_ids().collect()).unwrap_or_default();
        match op.act {
            Act::Write(_) | Act::Suggest(_) if self == Rule::NamesUnseen => op.parents = all(),
            _ => {}
        }
    }

    /// What a removal names.
    pub fn saw(self, record: &Record, slot: Slot) -> Vec<OpId> {
        let Some(entity) = record.entity(slot.kind, slot.entity) else { return Vec::new() };
        match self {
            Rule::RemovesUnseen => entity.heads().map(|op| op.id).collect(),
            _ => entity.heads().filter(|op| op.can_be_drawn()).map(|op| op.id).collect(),
        }
    }

    /// Whether an entity is here.
    pub fn life(self, record: &Record, slot: Slot) -> Life {
        let Some(entity) = record.entity(slot.kind, slot.entity) else { return Life::Here };
        match (self, entity.life(entity.heads().map(|op| op.id))) {
            (Rule::EditsReturn, Life::Unsettled) => Life::Here,
            (Rule::RemovalHides, Life::Unsettled) => Life::Removed,
            (_, life) => life,
        }
    }

    /// What a phone sends of an op it holds.
    pub fn sent(self, op: &Op, is_newer_app: bool) -> Vec<u8> {
        let mut op = if is_newer_app { newer::lower(op.clone()) } else { op.clone() };
        if self == Rule::DropsUnknown && !is_newer_app {
            op.extra.clear();
        }
        op.to_bytes()
    }
}

fn owner_of(slot: Slot) -> Author {
    match slot.entity.owner() {
        Owner::Person => Author::Person,
        Owner::Practice => Author::Practice(slot.entity),
    }
}

fn last_by_clock(record: &mut Record, op: Op, is_here: impl Fn(OpId) -> bool) -> Applied {
    if is_here(op.id) {
        return Applied { duplicate: true, ..Applied::default() };
    }
    let register = record.register(op.slot);
    let slot = op.slot;
    let held = register.and_then(|r| r.heads().first()).cloned();
    let mut kept: Vec<Op> = register.map(|r| r.aside().to_vec()).unwrap_or_default();
    kept.push(match held {
        Some(held) if held.at.ms > op.at.ms => held,
        _ => op,
    });
    record.load(slot, kept);
    Applied::default()
}

/// Stands for the keyed MAC that names imports: every phone of a plan computes
/// it alike. FNV-1a, 128 bits: not secret, but as spread as the simulator needs.
pub fn mac(bytes: &[u8]) -> [u8; 16] {
    let start = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128;
    let hash = bytes.iter().fold(start, |hash, byte| {
        (hash ^ u128::from(*byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b)
    });
    hash.to_be_bytes()
}
