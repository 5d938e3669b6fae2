//! Everything that was ever written in one history, seen from outside, and what
//! should stand where by that alone. It keeps sets of ops as bits of a number
//! and never asks the merge under test.

use super::newer::{self, DEPUTY};
use super::random::bits;
use hearth_core::record::{
    Act, Author, EntityId, LIFE, Life, MAX_LAMPORT, Op, OpId, Owner, Policy, Slot, Value,
};
use std::collections::HashMap;

/// The most ops in one history: one bit each.
pub const MOST_OPS: usize = 60;
/// The entities: two of the person, one there is only one of, one of the practice.
pub const ENTITIES: usize = 4;
/// Fields an entity, [`LIFE`] among them.
pub const FIELDS: usize = 8;
/// The entity that belongs to the practice.
pub const PRACTICES: usize = 3;

/// Which app a phone has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum App {
    /// Knows all that is written.
    Newer,
    /// One version back: this code, as it is.
    Older,
}

/// What one phone holds, and how it reads it.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// Its app.
    pub app: App,
    /// The ops it holds.
    pub known: u64,
    /// Those of them that came without their words, from a phone that had
    /// erased them already.
    pub came_erased: u64,
}

/// One op, as its maker meant it.
#[derive(Debug)]
pub struct Written {
    /// The op as the newer app holds it.
    pub op: Op,
    /// As bytes.
    pub wire: Vec<u8>,
    /// Its slot, by number.
    pub place: usize,
    /// The ops that its maker's phone held.
    pub knew: u64,
    /// The ops it names as replaced or seen.
    pub parents: u64,
    /// For a removal, what it saw; for an erasure that counts, what it erases.
    pub names: u64,
    /// Whether its author may write there, as each app reads the author.
    pub by_owner: [bool; 2],
}

/// Everything written, and the bits to ask about it.
#[derive(Debug)]
pub struct Truth {
    /// The slots, by number: entity * [`FIELDS`] + field.
    pub slots: Vec<Slot>,
    /// Every op, in the order they were made.
    pub ops: Vec<Written>,
    by_id: HashMap<OpId, usize>,
    in_place: [u64; ENTITIES * FIELDS],
    /// By app: the ops that stand in a field rather than beside it.
    in_field: [u64; 2],
    /// By app and op: the ops of the field that name it.
    named_by: [[u64; MOST_OPS]; 2],
    erasures: u64,
}

impl Truth {
    /// Of four entities with these names, of which the third is the only one of
    /// its kind.
    pub fn new(names: [[u8; 16]; ENTITIES]) -> Self {
        let entity = |number: usize| match number {
            2 => EntityId::only(3),
            PRACTICES => EntityId::new(Owner::Practice, names[number]),
            _ => EntityId::new(Owner::Person, names[number]),
        };
        let slot = |place: usize| Slot {
            entity: entity(place / FIELDS),
            kind: (place / FIELDS) as u16 + 1,
            // Fields 1 to 9 are the person's own marks, whoever owns the entity.
            field: match place % FIELDS {
                0 => LIFE,
                field => field as u16 + 9,
            },
        };
        Truth {
            slots: (0..ENTITIES * FIELDS).map(slot).collect(),
            ops: Vec::with_capacity(MOST_OPS),
            by_id: HashMap::with_capacity(MOST_OPS),
            in_place: [0; ENTITIES * FIELDS],
            in_field: [0; 2],
            named_by: [[0; MOST_OPS]; 2],
            erasures: 0,
        }
    }

    /// The number of an op.
    pub fn number(&self, id: OpId) -> Option<usize> {
        self.by_id.get(&id).copied()
    }

    /// The number of a slot.
    pub fn place(&self, slot: Slot) -> Option<usize> {
        self.slots.iter().position(|known| *known == slot)
    }

    /// These ops as bits.
    pub fn mask<'a>(&self, ids: impl IntoIterator<Item = &'a OpId>) -> Result<u64, String> {
        ids.into_iter().try_fold(0, |mask, id| match self.number(*id) {
            Some(number) => Ok(mask | 1 << number),
            None => Err(format!("{id:?} was never written")),
        })
    }

    /// Notes an op that a phone has just made, and checks that it names what it
    /// should. An import that another phone made alike is the same op.
    pub fn note(&mut self, op: &Op, maker: View) -> Result<usize, String> {
        let wire = newer::lower(op.clone()).to_bytes();
        if let Some(number) = self.number(op.id) {
            let same = self.ops[number].wire == wire;
            return if same { Ok(number) } else { Err(format!("{:?} is the name of two ops", op.id)) };
        }
        let place = self.place(op.slot).ok_or("an op in a slot that there is not")?;
        let owner = if place / FIELDS == PRACTICES { Owner::Practice } else { Owner::Person };
        let mut written = Written {
            op: op.clone(),
            wire,
            place,
            knew: maker.known,
            parents: self.mask(&op.parents)?,
            names: 0,
            by_owner: [App::Newer, App::Older].map(|app| is_owner(app, &op.author, owner)),
        };
        self.check_names(&mut written, maker)?;
        let number = self.ops.len();
        let bit = 1 << number;
        self.by_id.insert(op.id, number);
        self.in_place[place] |= bit;
        if matches!(op.act, Act::Erase(_)) && written.by_owner[App::Newer as usize] {
            self.erasures |= bit;
        }
        let writes = matches!(op.act, Act::Write(_) | Act::Remove(_) | Act::Restore);
        for app in [App::Newer, App::Older] {
            if writes && written.by_owner[app as usize] {
                self.in_field[app as usize] |= bit;
                bits(written.parents).for_each(|parent| self.named_by[app as usize][parent] |= bit);
            }
        }
        self.ops.push(written);
        Ok(number)
    }

    /// An op replaces what its maker could see there; nothing else.
    fn check_names(&self, written: &mut Written, maker: View) -> Result<(), String> {
        let Written { op, place, knew, parents, .. } = written;
        let seen = |place: usize| self.drawn(maker, self.heads(maker, place));
        let due = match &op.act {
            Act::Write(_) | Act::Suggest(_) | Act::Remove(_) | Act::Restore => seen(*place),
            Act::Accept | Act::Decline | Act::Reopen => *parents & *knew & self.in_place[*place],
            _ => 0,
        };
        // Some of what stands may have come while its writer was writing.
        let may_miss = matches!(op.act, Act::Write(_));
        if *parents & !due != 0 || (*parents != due && !may_miss) {
            return Err(format!("{:?} names {:x?} as replaced: its maker saw {due:x}", op.id, parents));
        }
        let older = bits(*parents).any(|parent| self.ops[parent].op.count() >= op.lamport);
        if (older && op.lamport != MAX_LAMPORT) || op.lamport > MAX_LAMPORT {
            return Err(format!("{:?} has the Lamport number {}", op.id, op.lamport));
        }
        match &op.act {
            Act::Remove(saw) => {
                let entity = *place - usize::from(LIFE);
                let due = (entity + 1..entity + FIELDS).fold(0, |all, place| all | seen(place));
                written.names = self.mask(saw.iter().filter(|id| self.number(**id).is_some()))?;
                if written.names != due {
                    return Err(format!("a removal names {:x}: its maker saw {due:x}", written.names));
                }
            }
            Act::Erase(targets) => written.names = self.mask(targets)?,
            _ => {}
        }
        Ok(())
    }

    /// The ops of a slot.
    pub fn ops_in(&self, place: usize) -> u64 {
        self.in_place[place]
    }

    /// What should stand beside a field, of what is known.
    pub fn aside(&self, view: View, place: usize) -> u64 {
        self.in_place[place] & view.known & !self.in_field[view.app as usize]
    }

    /// What should stand in a field, of what is known: what nothing else there names.
    pub fn heads(&self, view: View, place: usize) -> u64 {
        let field = self.in_place[place] & view.known & self.in_field[view.app as usize];
        let named = &self.named_by[view.app as usize];
        bits(field).filter(|op| named[*op] & view.known == 0).fold(0, |heads, op| heads | 1 << op)
    }

    /// The ops whose words should be erased, of what is known.
    pub fn erased(&self, known: u64) -> u64 {
        bits(self.erasures & known).fold(0, |all, op| all | self.ops[op].names)
    }

    /// Those of `mask` that an app can draw. Words of a newer app that were
    /// erased are nothing special any more.
    pub fn drawn(&self, view: View, mask: u64) -> u64 {
        if view.app == App::Newer {
            return mask;
        }
        let erased = self.erased(view.known) | view.came_erased;
        let drawn = |op: &usize| {
            let written = &self.ops[*op].op;
            !newer::is_newer(written) || (erased >> op & 1 == 1 && written.author != DEPUTY)
        };
        bits(mask).filter(drawn).fold(0, |all, op| all | 1 << op)
    }

    /// Whether an entity should be here, of what is known.
    pub fn life(&self, view: View, entity: usize) -> Life {
        let life = entity * FIELDS + usize::from(LIFE);
        let (mut saw, mut removed, mut unsettled) = (0, false, false);
        for op in bits(self.heads(view, life)) {
            let written = &self.ops[op];
            match &written.op.act {
                Act::Remove(_) if view.app == App::Newer || !newer::is_newer(&written.op) => {
                    removed = true;
                    saw |= written.names;
                }
                Act::Remove(_) => unsettled = true,
                _ => {}
            }
        }
        let restored = |op: usize| matches!(self.ops[op].op.act, Act::Restore);
        unsettled |= removed && bits(self.heads(view, life)).any(restored);
        if !removed && !unsettled {
            return Life::Here;
        }
        let heads = (life + 1..life + FIELDS).fold(0, |all, place| all | self.heads(view, place));
        if unsettled || heads & !saw != 0 { Life::Unsettled } else { Life::Removed }
    }

    /// The ops reached from `heads` through what each names.
    pub fn past_of(&self, heads: u64) -> u64 {
        let (mut reached, mut next) = (heads, heads);
        while next != 0 {
            next = bits(next).fold(0, |named, op| named | self.ops[op].parents) & !reached;
            reached |= next;
        }
        reached
    }
}

/// How a field of the simulator is drawn.
pub fn policy(place: usize) -> Policy {
    match place % FIELDS {
        4 => Policy::OffWins,
        5 => Policy::OnWins,
        6 => Policy::Last,
        7 => Policy::SetWins,
        _ => Policy::KeepBoth,
    }
}

/// Whether an op holds words.
pub fn has_words(op: &Op) -> bool {
    op.value().is_some_and(|value| *value != Value::Empty)
}

fn is_owner(app: App, author: &Author, owner: Owner) -> bool {
    match (owner, author) {
        (Owner::Person, author) if *author == DEPUTY => app == App::Newer,
        (Owner::Person, Author::Person | Author::Behalf(_)) => true,
        (Owner::Practice, Author::Practice(_)) => true,
        _ => false,
    }
}
