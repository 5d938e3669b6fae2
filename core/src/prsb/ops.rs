//! What a file brings, as ops: words where nobody wrote yet, a suggestion beside the
//! person's own, and nothing where it is here already.

use super::entries::Plan;
use super::import::Found;
use super::moment;
use super::names::Names;
use crate::plan::{self, Agreement, Common, Field, Kind, Sensitivity};
use crate::record::{
    Act, Author, DeviceId, EntityId, MAX_PARENTS, Op, OpId, Origin, Register, Slot, Value, When,
};

/// The device that they name: none.
const NO_DEVICE: DeviceId = DeviceId([0; 8]);

/// The ops of a file, and what they do.
#[derive(Debug, Default)]
pub(super) struct Made {
    pub ops: Vec<Op>,
    /// Entries that nothing was known of.
    pub new: usize,
    /// What would wait beside the person's own words.
    pub offers: Vec<Offer>,
}

/// Words that would wait beside the person's own.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    pub op: Op,
    /// The op by which the same file wrote them before, if it did: then the person wrote
    /// over them, and they are no news.
    pub before: OpId,
    pub place: String,
}

pub(super) struct Maker<'a> {
    pub plan: &'a Plan<'a>,
    pub names: Names<'a>,
    /// When the file says it was made.
    pub at: Option<When>,
    /// That moment as it was written.
    pub version: String,
}

impl Maker<'_> {
    pub(super) fn ops(&self, mut found: Vec<Found>) -> Made {
        self.agreements(&mut found);
        let mut made = Made::default();
        for found in &found {
            let known = self.plan.record.entity(found.kind.number(), found.id);
            let is_known = known.is_some_and(|entity| entity.is_written());
            made.new += usize::from(!is_known && !found.kind.is_only() && found.kind != Kind::Passed);
            for (field, value) in &found.fields {
                self.field(found, field, value, &mut made);
            }
            for field in found.could.iter().filter(|_| is_known) {
                self.said_no_more(found, field, &mut made);
            }
        }
        made
    }

    fn field(&self, found: &Found, field: &Field, value: &Value, made: &mut Made) {
        let slot = found.kind.slot(found.id, field);
        let register = self.plan.record.register(slot);
        let write = self.names.op(slot, value, Some(self.moment()));
        let heads = register.map(Register::heads).unwrap_or_default();
        let ours = heads.iter().all(|op| self.names.wrote(&op.author, &op.origin));
        // The person wrote just this in another room.
        if heads.is_empty() && super::review::stand_in(self.plan, field).contains(value) {
            return;
        }
        if ours {
            made.ops.push(self.op(write, slot, Act::Write(value.clone())));
            return;
        }
        // The person put it where it is.
        if field.number == Common::POSITION.number {
            return;
        }
        let shown = register.map(|register| register.shown(field.policy)).unwrap_or_default();
        let here = shown.iter().any(|ops| ops.first().and_then(|op| op.value()) == Some(value));
        let offer = self.names.op(slot, value, None);
        let offered = register.is_some_and(|register| register.aside().iter().any(|op| op.id == offer));
        if !here && !offered {
            let op = self.op(offer, slot, Act::Suggest(value.clone()));
            made.offers.push(Offer { op, before: write, place: found.place.clone() });
        }
    }

    /// A field that an earlier file of the source gave and this one does not.
    fn said_no_more(&self, found: &Found, field: &Field, made: &mut Made) {
        if found.fields.iter().any(|(said, _)| said.number == field.number) {
            return;
        }
        let slot = found.kind.slot(found.id, field);
        let Some(register) = self.plan.record.register(slot) else { return };
        let ours = register.heads().iter().all(|op| self.names.wrote(&op.author, &op.origin));
        let said = self.plan.value(found.kind, found.id, field).is_some();
        if ours && said {
            let id = self.names.op(slot, &Value::Empty, Some(self.moment()));
            made.ops.push(self.op(id, slot, Act::Write(Value::Empty)));
        }
    }

    /// An agreement names what the file says of what was agreed: any later change
    /// shows.
    fn agreements(&self, found: &mut [Found]) {
        let agreed: Vec<(usize, EntityId)> = found
            .iter()
            .enumerate()
            .filter(|(_, found)| found.kind == Kind::Agreement)
            .filter_map(|(at, found)| Some((at, found.above?.1)))
            .collect();
        for (at, root) in agreed {
            let mut ids = vec![root];
            let mut next = 0;
            while let Some(&id) = ids.get(next) {
                let parts = found.iter().filter(|part| plan::parent_field(part.kind).is_some());
                let parts = parts.filter(|part| part.above.is_some_and(|(_, above)| above == id));
                let parts: Vec<EntityId> = parts.map(|part| part.id).filter(|id| !ids.contains(id)).collect();
                ids.extend(parts);
                next += 1;
            }
            let told = |field: &Field| field.sensitivity != Sensitivity::Own;
            let of_it = found.iter().filter(|part| ids.contains(&part.id));
            let saw: Vec<OpId> = of_it
                .flat_map(|part| {
                    let fields = part.fields.iter().filter(|(field, _)| told(field));
                    fields.map(|(field, value)| {
                        self.names.op(part.kind.slot(part.id, field), value, Some(self.moment()))
                    })
                })
                .collect();
            if let Some(agreement) = found.get_mut(at).filter(|_| saw.len() <= MAX_PARENTS) {
                agreement.fields.push((Agreement::SAW, Value::Ops(saw)));
            }
        }
    }

    fn moment(&self) -> i64 {
        self.at.unwrap_or_default().ms
    }

    fn op(&self, id: OpId, slot: Slot, act: Act) -> Op {
        let at = self.at.unwrap_or_default();
        let (server, version) = (self.names.source.to_owned(), self.version.clone());
        Op {
            id,
            slot,
            act,
            parents: Vec::new(),
            lamport: moment::rank(at),
            at,
            device: NO_DEVICE,
            author: Author::File { name: self.names.source.to_owned() },
            origin: Origin::Imported { server, resource: "PRSB".to_owned(), version },
            cites: None,
            extra: Vec::new(),
        }
    }
}
