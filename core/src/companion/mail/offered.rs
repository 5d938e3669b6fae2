//! What a paired carer offers: words for a field of an entry, or a new entry. It becomes an ordinary
//! suggestion, which waits beside the person's words until they say. The suggestion is the same op on
//! each of the person's phones that hears it, so it comes once whichever phone was first.

use super::super::{Companion, Trouble};
use super::MailView;
use super::carers::Paired;
use crate::fhir;
use crate::plan::{self, Field, Kind, Sensitivity, Type};
use crate::record::{
    Act, Author, Decision, DeviceId, EntityId, MAX_LAMPORT, Op, OpId, Origin, Owner, Record, Slot, Value,
    When,
};
use crate::share::letter::{self, Letter, Sort as About};
use crate::share::mailbox::Came;
use crate::share::rows::letters_row;
use crate::sync::engine::Plan;
use crate::words::Arg;
use hearth_sealed::Secret;
use ring::digest::{SHA256, digest};
use ring::hmac;
use serde::{Deserialize, Serialize};

/// Most fields that one letter offers words for.
const MAX_FIELDS: usize = 8;
/// Most suggestions of one carer that wait for the person at once.
const MAX_WAITING: usize = 100;
/// What the origin of a carer's suggestion begins with; the name of their pairing follows.
const CARER: &str = "carer:";

/// What a carer may offer words for: what their link can show them and a person can take or leave.
const KINDS: [Kind; 18] = [
    Kind::AboutMe,
    Kind::Strength,
    Kind::Need,
    Kind::Goal,
    Kind::Action,
    Kind::Stage,
    Kind::CheckIn,
    Kind::Unwell,
    Kind::Sign,
    Kind::Step,
    Kind::Coping,
    Kind::KeptThing,
    Kind::Trigger,
    Kind::Requirement,
    Kind::Preference,
    Kind::Promise,
    Kind::Thought,
    Kind::CarerNeed,
];

/// What one letter offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::companion) struct Offered {
    /// The entry that it is for, as the copy names it; none for a new one.
    pub entry: Option<String>,
    /// The kind of entry, by its number in the field table.
    pub kind: u16,
    /// For a new entry: the entry that it belongs to, as the copy names it, and its kind.
    pub within: Option<(u16, String)>,
    /// Fields by number, and the words for each.
    pub fields: Vec<(u16, String)>,
    /// What stood there in the copy, as a sum: see [`seen_sum`].
    pub seen: String,
}

/// Whether a carer may offer words for a field.
pub(in crate::companion) fn is_suggestible(kind: Kind, field: &Field) -> bool {
    KINDS.contains(&kind) && field.holds == Type::Words && field.sensitivity == Sensitivity::Ordinary
}

/// The words that a carer saw, as a sum: enough to tell that others stand there now.
pub(in crate::companion) fn seen_sum(words: &str) -> String {
    match words.trim() {
        "" => String::new(),
        words => crate::sync::hex(digest(&SHA256, words.as_bytes()).as_ref().get(..8).unwrap_or_default()),
    }
}

/// For a suggestion that a paired carer wrote: the sum of what they had read.
pub(in crate::companion) fn of_carer(op: &Op) -> Option<&str> {
    match &op.origin {
        Origin::Imported { server, version, .. } if server.starts_with(CARER) => {
            Some(version.split_once(' ').map_or("", |(_, seen)| seen))
        }
        _ => None,
    }
}

fn mac(secret: &Secret<32>, parts: &[&[u8]]) -> [u8; 16] {
    let mut context = hmac::Context::with_key(&hmac::Key::new(hmac::HMAC_SHA256, secret.expose()));
    for part in parts {
        context.update(&(part.len() as u64).to_be_bytes());
        context.update(part);
    }
    let mut out = [0; 16];
    out.iter_mut().zip(context.sign().as_ref()).for_each(|(to, from)| *to = *from);
    out
}

/// The entry of a kind that a copy names so.
fn entry_named(record: &Record, secret: &Secret<32>, kind: Kind, field: u16, name: &str) -> Option<EntityId> {
    let mut all = record.of_kind(kind.number()).map(|(id, _)| id);
    let is_it = |id: &EntityId| {
        // One entry may be several resources, each named by a field of it.
        [0, field].iter().any(|part| fhir::id_of(secret, kind, *id, *part) == name)
    };
    all.find(|id| {
        is_it(id) && plan::life::is_here(record, kind, *id) && !plan::life::is_only_me(record, kind, *id)
    })
}

/// The ops that a letter's offer is; none where there is nothing here for it to be about.
fn ops(
    record: &Record,
    secret: &Secret<32>,
    pairing: &Paired,
    letter: &Letter,
    said: &Offered,
) -> Option<Vec<Op>> {
    let kind = Kind::from_number(said.kind)?;
    if said.fields.is_empty() || said.fields.len() > MAX_FIELDS {
        return None;
    }
    let (id, number) = (pairing.id.0, letter.number.to_be_bytes());
    let first = said.fields.first().map_or(0, |(field, _)| *field);
    let entity = match &said.entry {
        Some(name) => entry_named(record, secret, kind, first, name)?,
        None if kind.is_only() => EntityId::only(kind.number()),
        None => EntityId::new(Owner::Person, mac(secret, &[b"carer entry", &id, &number])),
    };
    let mut slots: Vec<(Slot, Value)> = Vec::new();
    if let (Some((of, name)), None) = (&said.within, &said.entry) {
        let parent = entry_named(record, secret, Kind::from_number(*of)?, 0, name)?;
        slots.push((kind.slot(entity, &plan::parent_field(kind)?), Value::Entity(parent)));
    }
    for (number, words) in &said.fields {
        let field = kind.own_fields().iter().find(|field| field.number == *number)?;
        let value = Value::Text(words.clone());
        if !is_suggestible(kind, field) || words.trim().is_empty() || plan::check(field, &value).is_err() {
            return None;
        }
        if slots.iter().any(|(slot, _)| slot.field == *number) {
            return None;
        }
        slots.push((kind.slot(entity, field), value));
    }
    let ranked = u64::try_from(letter.at).unwrap_or(0).saturating_mul(4).min(MAX_LAMPORT / 2);
    let op = |(slot, value): (Slot, Value)| {
        let (kind, field) = (slot.kind.to_be_bytes(), slot.field.to_be_bytes());
        let leading = mac(secret, &[b"carer letter", &id, &number]);
        let own = mac(secret, &[b"carer op", &id, &number, &slot.entity.0, &kind, &field]);
        let mut name = [0; 16];
        name.iter_mut().zip(leading.iter().take(8).chain(&own)).for_each(|(to, from)| *to = *from);
        Op {
            id: OpId(name),
            slot,
            act: Act::Suggest(value),
            parents: Vec::new(),
            lamport: ranked,
            at: When { ms: letter.at, offset: 0 },
            device: DeviceId([0; 8]),
            author: Author::Carer(pairing.person),
            origin: Origin::Imported {
                server: format!("{CARER}{}", pairing.id.hex()),
                resource: letter.number.to_string(),
                version: format!("{} {}", letter.number, seen_kept(&said.seen)),
            },
            cites: None,
            extra: Vec::new(),
        }
    };
    Some(slots.into_iter().map(op).collect())
}

/// A sum as this app writes it, and nothing else: it is somebody else's text.
fn seen_kept(seen: &str) -> &str {
    let is_one = seen.len() == 16 && seen.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_one { seen } else { "" }
}

/// How many suggestions of an author wait.
fn waiting(record: &Record, author: &Author) -> usize {
    let registers =
        record.entities().flat_map(|(_, _, entity)| entity.fields()).map(|(_, register)| register);
    let pending = |register: &crate::record::Register| {
        let offers = register.suggestions().into_iter();
        offers.filter(|offer| offer.decision == Decision::Pending && offer.op.author == *author).count()
    };
    registers.filter(|register| !register.aside().is_empty()).map(pending).sum()
}

impl Companion {
    /// A letter of a paired carer. What is not theirs, came before, or has nothing here to be about
    /// is counted, and nothing is written. Whether it was looked at: where as many wait for the person
    /// as may, it stays at the host until they have decided about some.
    pub(super) fn take_letter(
        &self,
        pairing: &Paired,
        item: &Came,
        came: &mut MailView,
    ) -> Result<bool, Trouble> {
        // Their half from when they paired, met by a phone that joined since.
        if item.body.starts_with(&[1, 0, 0, 0, 0]) {
            return Ok(true);
        }
        let id = pairing.id.hex();
        let mut letters = self.share_rows()?.letters.remove(&id).unwrap_or_default();
        // The mailbox is read again from where something waits: that is nobody's doing.
        if !letters.looks_at(item) {
            return Ok(true);
        }
        let read = match pairing.is_open() {
            true => letter::read(&pairing.own, &pairing.theirs, letters.last, &item.body).ok(),
            false => None,
        };
        let Some(letter) = read.filter(|letter| letter.sort == About::Suggestion) else {
            letters.refused = letters.refused.saturating_add(1);
            self.keep_rows(&[letters_row(&id, Some(&letters))])?;
            return Ok(true);
        };
        letters.last = letter.number;
        let ops = {
            let ledger = self.ledger();
            let secret = ledger.store().keys().plan_secret();
            let said = serde_json::from_slice::<Offered>(&letter.words).ok();
            let ops = said.and_then(|said| ops(ledger.record(), secret, pairing, &letter, &said));
            if ops.is_some() && waiting(ledger.record(), &Author::Carer(pairing.person)) >= MAX_WAITING {
                return Ok(false);
            }
            ops
        };
        let Some(ops) = ops else {
            letters.lost = letters.lost.saturating_add(1);
            self.keep_rows(&[letters_row(&id, Some(&letters))])?;
            return Ok(true);
        };
        Plan::keep(self, ops, &[letters_row(&id, Some(&letters))])?;
        came.suggestions += 1;
        let name = self.name_of(pairing.person);
        came.sentences.push(self.words.say("mail-suggested", &[("name", Arg::Text(&name))]));
        Ok(true)
    }
}
