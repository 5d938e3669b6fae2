//! The whole plan as JSON, for the person to take anywhere. "Only me" stays.

use super::Companion;
use crate::plan::{self, Kind, Sensitivity};
use crate::record::{Author, Decision, Op, Slot, Value};
use serde_json::{Map, Value as Json, json};

/// What was left out of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Entries marked "only me", with what is in them.
    pub only_me: usize,
    /// Entries that were removed, with what was in them.
    pub removed: usize,
    /// Entries of which something leaves the phone only by a choice of its own
    /// (how the person felt), and was not chosen.
    pub delicate: usize,
}

/// A plan as JSON.
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    /// The document.
    pub json: Json,
    /// What was left out of it.
    pub left_out: LeftOut,
}

impl Companion {
    /// The plan as it stands: every entry and field by the table's names, every
    /// version with who wrote it and when, every pending suggestion. Without what
    /// is delicate: see [`Companion::export_with_delicate`].
    pub fn export(&self) -> Export {
        self.export_as(false)
    }

    /// The same with what is delicate: the person chose so, for this export.
    pub fn export_with_delicate(&self) -> Export {
        self.export_as(true)
    }

    fn export_as(&self, delicate: bool) -> Export {
        let ledger = self.ledger();
        let record = ledger.record();
        let mut left_out = LeftOut::default();
        let mut plan = Map::new();
        for kind in Kind::ALL.iter().filter(|kind| !stays(**kind)) {
            let mut entries = Vec::new();
            for (id, _) in record.of_kind(kind.number()).filter(|(_, entity)| entity.is_written()) {
                if super::life::is_removed(record, *kind, id)
                    || super::results::is_left_over(record, *kind, id)
                {
                    left_out.removed += 1;
                    continue;
                }
                if super::life::is_only_me(record, *kind, id) {
                    left_out.only_me += 1;
                    continue;
                }
                let mut entry = Map::new();
                let mut kept_back = false;
                entry.insert("id".into(), json!(id.hex()));
                if *kind == Kind::ClinicalCopy {
                    // Wherever it goes, it says that it is not the original.
                    entry.insert("notice".into(), json!(self.words.safety_plain("ahead-copy-check", &[])));
                }
                for field in plan::fields(*kind).filter(|field| field.sensitivity != Sensitivity::Own) {
                    let slot = Slot { entity: id, kind: kind.number(), field: field.number };
                    let Some(register) = record.register(slot) else { continue };
                    if field.sensitivity == Sensitivity::Delicate && !delicate {
                        kept_back = true;
                        continue;
                    }
                    let versions: Vec<Json> =
                        register.shown(field.policy).iter().map(|ops| version(ops)).collect();
                    let offers: Vec<Json> = register
                        .suggestions()
                        .iter()
                        .filter(|offer| offer.decision == Decision::Pending)
                        .map(|offer| version(&[offer.op]))
                        .collect();
                    let name = field.name.rsplit('.').next().unwrap_or(field.name);
                    let mut said = Map::new();
                    said.insert("versions".into(), Json::Array(versions));
                    if !offers.is_empty() {
                        said.insert("suggested".into(), Json::Array(offers));
                    }
                    entry.insert(name.to_owned(), Json::Object(said));
                }
                left_out.delicate += usize::from(kept_back);
                // An entry of nothing but a name would say that there is one.
                if entry.len() > 1 {
                    entries.push(Json::Object(entry));
                }
            }
            if !entries.is_empty() {
                plan.insert(kind.name().to_owned(), Json::Array(entries));
            }
        }
        let json = json!({
            "hearth": 1,
            "left_out": { "only_me": left_out.only_me, "removed": left_out.removed },
            "plan": plan,
        });
        Export { json, left_out }
    }
}

/// What a phone keeps of its own doings is no part of a plan that is taken elsewhere.
fn stays(kind: Kind) -> bool {
    use Kind::{Device, Mailbox, Pairing, PracticeLink, Share};
    matches!(kind, Device | PracticeLink | Share | Mailbox | Pairing)
}

fn version(ops: &[&Op]) -> Json {
    let value = ops.first().and_then(|op| op.value()).map_or(Json::Null, value);
    let written: Vec<Json> = ops
        .iter()
        .map(|op| json!({ "by": author(&op.author), "at_ms": op.at.ms, "offset_minutes": op.at.offset }))
        .collect();
    json!({ "value": value, "written": written })
}

fn value(value: &Value) -> Json {
    match value {
        Value::Empty | Value::Erased | Value::Unknown(_) => Json::Null,
        Value::Text(text) | Value::Decimal(text) | Value::Date(text) | Value::Code(text) => json!(text),
        Value::Interpreted { text, original } => json!({
            "text": text, "original": original.text, "language": original.language,
            "interpreter": original.interpreter, "on": original.on,
        }),
        Value::Int(count) => json!(count),
        Value::Bool(yes) => json!(yes),
        Value::Instant(ms, offset) => json!({ "ms": ms, "offset_minutes": offset }),
        Value::Entity(id) => json!(id.hex()),
        Value::Order(ids) => json!(ids.iter().map(|id| id.hex()).collect::<Vec<_>>()),
        Value::Ops(ids) => json!(ids.len()),
        Value::Bytes(bytes) => json!(bytes.len()),
    }
}

fn author(author: &Author) -> Json {
    match author {
        Author::Person => json!("person"),
        Author::Behalf(id) => json!({ "on_behalf": id.hex() }),
        Author::Carer(id) => json!({ "carer": id.hex() }),
        Author::Practice(id) => json!({ "practice": id.hex() }),
        Author::Guest { name, role } => json!({ "guest": name, "role": role }),
        Author::File { name } => json!({ "file": name }),
        Author::Unknown(_) => json!("unknown"),
    }
}
