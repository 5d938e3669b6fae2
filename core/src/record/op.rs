//! An op: one thing that was written, once, and never edited after.

use super::{DeviceId, EntityId, OpId, Owner, Value};

/// Which field of which entity. `kind` and `field` are the stable numbers of
/// the plan's field table; numbers this app does not know are kept as they are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Slot {
    /// The entity.
    pub entity: EntityId,
    /// What kind of entity, by its number in the field table.
    pub kind: u16,
    /// Which field, by its number in the field table.
    pub field: u16,
}

impl Slot {
    /// Whose the field is: the entity's owner's, but for the marks that every kind
    /// of entity can have (fields 1 to 9: "only me", a place in a list, a line of
    /// the card). Those are the person's own, whoever sent the entity.
    pub fn owner(&self) -> Owner {
        if (1..=9).contains(&self.field) { Owner::Person } else { self.entity.owner() }
    }
}

/// What a phone's clock claimed. Only ever shown; nothing is ordered by it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct When {
    /// Milliseconds since 1970-01-01 UTC.
    pub ms: i64,
    /// Minutes east of UTC.
    pub offset: i16,
}

/// Who wrote it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Author {
    /// The person whose plan this is.
    Person,
    /// Somebody with authority to write for them (a person entity).
    Behalf(EntityId),
    /// A paired carer (a person entity).
    Carer(EntityId),
    /// The practice (a practice entity).
    Practice(EntityId),
    /// Somebody the person handed the phone to: "written by NAME, ROLE, on my phone".
    Guest {
        /// The name they gave.
        name: String,
        /// The role they gave.
        role: String,
    },
    /// A file that the person brought in. Its words are its own, never the
    /// person's; they stand in the plan until the person writes over them.
    File {
        /// What the person, or the phone, calls it.
        name: String,
    },
    /// A kind of author that a newer app knows: one CBOR item as it came.
    Unknown(Vec<u8>),
}

impl Author {
    /// Whether this author's words go straight into an entity of `owner`.
    /// Anybody else's arrive beside them, as a suggestion.
    pub fn writes_for(&self, owner: Owner) -> bool {
        match owner {
            Owner::Person => matches!(self, Author::Person | Author::Behalf(_) | Author::File { .. }),
            Owner::Practice => matches!(self, Author::Practice(_)),
        }
    }
}

/// How it came to be here.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Origin {
    /// Typed or spoken on the device that made the op.
    Typed,
    /// Read from a practice's server or a file it gave.
    Imported {
        /// The server's base, as linked.
        server: String,
        /// `Type/id`.
        resource: String,
        /// The version there.
        version: String,
    },
    /// A newer app's: one CBOR item as it came.
    Unknown(Vec<u8>),
}

/// What the op does. For every act but [`Act::Suggest`], now and in any later
/// format, `parents` means "replaces": an older app can rely on it for an act
/// that it does not know.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Act {
    /// Writes the field.
    Write(Value),
    /// Offers words for the field; its parents are the heads its author saw.
    Suggest(Value),
    /// Notes that the suggestion it cites was accepted. The words themselves
    /// are a [`Act::Write`] beside it that cites the same suggestion.
    Accept,
    /// Declines the suggestion it cites.
    Decline,
    /// Puts the suggestion it cites back to waiting.
    Reopen,
    /// Removes the entity, naming every head that was seen.
    Remove(Vec<OpId>),
    /// Settles a removal the other way: the entity stays.
    Restore,
    /// Erases, on request, the words of the ops named, here and on every peer.
    Erase(Vec<OpId>),
    /// A newer app's: one CBOR item as it came.
    Unknown(Vec<u8>),
}

/// One thing that was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Op {
    /// Its name.
    pub id: OpId,
    /// Where it was written.
    pub slot: Slot,
    /// What it does there.
    pub act: Act,
    /// The heads of the same field that it replaces; for a suggestion, those
    /// its author saw; for a decision, the earlier decisions it replaces.
    pub parents: Vec<OpId>,
    /// One more than any number its maker had seen.
    pub lamport: u64,
    /// What its maker's clock claimed.
    pub at: When,
    /// The device that made it.
    pub device: DeviceId,
    /// Who wrote it.
    pub author: Author,
    /// How it came to be here.
    pub origin: Origin,
    /// The suggestion that it accepts, declines or puts back.
    pub cites: Option<OpId>,
    /// What a newer app added behind these: CBOR items as they came.
    pub extra: Vec<u8>,
}

impl Op {
    /// The value it writes or offers.
    pub fn value(&self) -> Option<&Value> {
        match &self.act {
            Act::Write(value) | Act::Suggest(value) => Some(value),
            _ => None,
        }
    }

    /// The same op with its words erased; see [`Op::erase`].
    pub fn erased(mut self) -> Self {
        self.erase();
        self
    }

    /// Erases the op's words. Its name, parents, author and date stay, so that
    /// what it replaced and what replaced it still holds. What this app can't
    /// read may hold words as well, so it goes too.
    pub fn erase(&mut self) {
        match &mut self.act {
            Act::Write(value) | Act::Suggest(value) => *value = Value::Erased,
            Act::Unknown(_) => self.act = Act::Write(Value::Erased),
            Act::Accept | Act::Decline | Act::Reopen | Act::Remove(_) | Act::Restore | Act::Erase(_) => {}
        }
        self.extra.clear();
    }

    /// Whether this app knows how to draw it. An op that it can't draw is kept
    /// and passed on, and nothing written here replaces it.
    pub fn can_be_drawn(&self) -> bool {
        !matches!(self.act, Act::Unknown(_))
            && !matches!(self.author, Author::Unknown(_))
            && !matches!(self.value(), Some(Value::Unknown(_)))
    }

    /// How far this op carries a phone's own count on: its Lamport number, but
    /// not for an imported one, whose number is a server's claim of a time.
    pub fn count(&self) -> u64 {
        match self.origin {
            Origin::Imported { .. } => 0,
            _ => self.lamport,
        }
    }

    /// Whether it waits beside the heads of a field of `owner`, replacing nothing:
    /// suggestions, decisions and erasures do; so does what an author who does
    /// not own the field claims to have written into it, by an act that this app
    /// knows or by any other.
    pub fn goes_aside(&self, owner: Owner) -> bool {
        match &self.act {
            Act::Suggest(_) | Act::Accept | Act::Decline | Act::Reopen | Act::Erase(_) => true,
            Act::Write(_) | Act::Remove(_) | Act::Restore | Act::Unknown(_) => !self.author.writes_for(owner),
        }
    }

    /// The order of things written at once: Lamport number, device, then name.
    pub fn rank(&self) -> (u64, DeviceId, OpId) {
        (self.lamport, self.device, self.id)
    }
}
