//! A practice with no server: a Bundle file that somebody hands over, through the same merge as a
//! sync. Nothing is asked and nothing answers, so nothing is known of what is there: each field is
//! looked at as if for the first time, and what a file does not say it says nothing of.

mod packet;

pub use packet::{MAX_RESOURCES, Names, Packed, Packet, packet};

use super::engine::merge::{Levels, Whose, look};
use super::engine::{is_kept, own_words};
use super::mapping::{Fields, LISTS, Mapping, Ours, Theirs};
use super::marks::{Marker, is_same};
use super::patient::Patient;
use crate::fhir::FhirError;
use crate::record::{Act, Author, DeviceId, Op, OpId, Origin, Slot, Value, When};
use crate::store::Ledger;
use ring::hmac;
use std::collections::{BTreeMap, BTreeSet};

/// The device that imported ops name: none.
const NO_DEVICE: DeviceId = DeviceId([0; 8]);
/// What stands before the name of a file where a practice's address would stand.
pub const FILE: &str = "file:";

/// Why a file was not taken in. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// It can't be read, or is no Bundle.
    #[error(transparent)]
    Fhir(#[from] FhirError),
    /// It is about another person, or about more than one, or about a record that was closed.
    #[error("the file is about another person")]
    OtherPerson,
    /// It does not say whom it is about, or nothing here shows that it is this person.
    #[error("nothing shows that the file is about this person")]
    NotProven,
}

/// By what a file can show that it is about this person.
#[derive(Debug, Default)]
pub struct Known {
    /// Their id in this plan's own documents.
    pub own: String,
    /// Their NHS numbers, ten digits: as they typed them, and as their practice has it.
    pub numbers: Vec<String>,
    /// The practice that is linked, and who they are there.
    pub linked: Option<(String, Patient)>,
}

/// What is in a file for this plan.
#[derive(Debug, Default)]
pub struct Taken {
    /// What is to be kept.
    pub ops: Vec<Op>,
    /// Changes of the person's words that it suggests and that are new here.
    pub suggested: usize,
    /// Resources of the practice's own that are new or changed.
    pub received: usize,
    /// Resources that can't be read, or do not say whose they are.
    pub left_out: usize,
}

/// Whose file it is, before anything of it is looked at.
///
/// # Errors
/// [`PaperError::OtherPerson`], [`PaperError::NotProven`].
pub fn whose<'p>(packet: &'p Packet, known: &Known) -> Result<&'p Names, PaperError> {
    let ((patient, names), others) = packet.patients.split_first().ok_or(PaperError::NotProven)?;
    let is_other = |number: &String| !known.numbers.is_empty() && !known.numbers.contains(number);
    if !others.is_empty() || !patient.active || patient.nhs_number.as_ref().is_some_and(is_other) {
        return Err(PaperError::OtherPerson);
    }
    let by_number = patient.nhs_number.as_ref().is_some_and(|number| known.numbers.contains(number));
    let by_link = known.linked.as_ref().is_some_and(|(base, pinned)| {
        names.url == format!("{base}/Patient/{}", pinned.id) && patient.is_still(pinned)
    });
    if by_number || by_link || patient.id == known.own { Ok(names) } else { Err(PaperError::NotProven) }
}

/// Looks at everything in a file that `source` gave, and changes nothing. All of it is about one
/// person, or none of it is taken.
///
/// # Errors
/// [`PaperError::OtherPerson`] for one resource of anybody else's.
pub fn take(
    ledger: &mut Ledger,
    mapping: &impl Mapping,
    (packet, names): (&Packet, &Names),
    source: &str,
) -> Result<Taken, PaperError> {
    let secret = *ledger.store().keys().plan_secret().expose();
    let outgoing: BTreeMap<String, Ours> = mapping
        .outgoing(ledger.record(), &names.local)
        .into_iter()
        .map(|ours| (ours.id.clone(), ours))
        .collect();
    let (mut taken, mut read) = (Taken::default(), Vec::new());
    for packed in &packet.resources {
        match mapping.incoming(ledger.record(), &packed.body) {
            Ok(theirs) => match &theirs.patient {
                Some(reference) if !names.are_meant_by(reference) => return Err(PaperError::OtherPerson),
                _ => read.push((packed, theirs)),
            },
            Err(_) => taken.left_out += 1,
        }
    }
    let paper =
        Paper { marker: Marker::new(&secret), key: hmac::Key::new(hmac::HMAC_SHA256, &secret), source };
    for (packed, theirs) in read {
        let id = theirs.ours.clone().filter(|id| outgoing.contains_key(id));
        let ours = id.or_else(|| Some(packed.id.clone())).and_then(|id| outgoing.get(&id));
        match ours {
            Some(ours) => paper.take_ours(ledger, (mapping, ours), packed, theirs, &mut taken),
            // One of the person's that is only theirs now, or was removed: nothing is wanted of it.
            None if !theirs.fields.is_empty() || !theirs.unread.is_empty() => {}
            None => paper.take_theirs(ledger, mapping, packed, &theirs, &mut taken),
        }
    }
    // Of two that have one name the first stands.
    let mut seen = BTreeSet::new();
    taken.ops.retain(|op| seen.insert(op.id));
    Ok(taken)
}

struct Paper<'a> {
    marker: Marker,
    key: hmac::Key,
    source: &'a str,
}

impl Paper<'_> {
    /// One that this plan gave out. What it says in other words than the person ever did is a
    /// suggestion.
    fn take_ours(
        &self,
        ledger: &mut Ledger,
        (mapping, ours): (&impl Mapping, &Ours),
        packed: &Packed,
        theirs: Theirs,
        taken: &mut Taken,
    ) {
        let mark = mapping.mark_of(&packed.body);
        let mark = self.marker.read(mark.as_deref(), &ours.id);
        let readable = |fields: &Fields| -> Fields {
            let fields = fields.iter().filter(|(slot, _)| !theirs.unread.contains(slot));
            fields.map(|(slot, value)| (*slot, value.clone())).collect()
        };
        let (there, here) = (readable(&theirs.fields), readable(&ours.fields));
        let looked = look(&Levels::new(), None, &there, &here, |slot, value| {
            let mut said = || own_words(ledger, slot).iter().any(|own| is_same(own, value));
            // Lists of what there is follow from what there is.
            if slot.field >= LISTS || mark.vouches_for(slot, value) || said() {
                Whose::Known
            } else {
                Whose::Practice
            }
        });
        for (slot, value) in looked.suggested {
            let op = self.suggestion(ours, slot, value);
            if !is_kept(ledger, &op) {
                taken.suggested += 1;
                taken.ops.push(op);
            }
        }
    }

    /// One of the practice's own.
    fn take_theirs(
        &self,
        ledger: &Ledger,
        mapping: &impl Mapping,
        packed: &Packed,
        theirs: &Theirs,
        taken: &mut Taken,
    ) {
        let server = format!("{FILE}{}", self.source);
        let imported = mapping.import(ledger.record(), &packed.body, &server);
        let ops = match imported {
            Ok(ops) if ops.is_empty() => return,
            Ok(ops) if theirs.patient.is_some() => ops,
            Ok(_) | Err(_) => return taken.left_out += 1,
        };
        let new: Vec<Op> = ops.into_iter().filter(|op| !is_kept(ledger, op)).collect();
        if !new.is_empty() {
            taken.received += 1;
        }
        taken.ops.extend(new);
    }

    /// Named by what is suggested, so that the same words in a later file are the same suggestion,
    /// also one that was declined.
    fn suggestion(&self, ours: &Ours, slot: Slot, value: Value) -> Op {
        let (kind, field) = (slot.kind.to_be_bytes(), slot.field.to_be_bytes());
        let said = super::marks::sum_of(&value);
        let mut context = hmac::Context::with_key(&self.key);
        let source = self.source.as_bytes();
        for part in
            [b"suggested by a file".as_slice(), source, &slot.entity.0, &kind, &field, said.as_bytes()]
        {
            context.update(&(part.len() as u64).to_be_bytes());
            context.update(part);
        }
        let mut id = [0; 16];
        id.iter_mut().zip(context.sign().as_ref()).for_each(|(to, from)| *to = *from);
        Op {
            id: OpId(id),
            slot,
            act: Act::Suggest(value),
            parents: Vec::new(),
            lamport: 0,
            // Who took it in when is no claim of the file's.
            at: When::default(),
            device: NO_DEVICE,
            author: Author::File { name: self.source.to_owned() },
            origin: Origin::Imported {
                server: format!("{FILE}{}", self.source),
                resource: format!("{}/{}", ours.resource, ours.id),
                version: said,
            },
            cites: None,
            extra: Vec::new(),
        }
    }
}
