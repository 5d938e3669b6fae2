//! Photos and voice notes beside the words.

use super::life::is_removed;
use super::{Companion, Trouble, Writer, doors::new_entity};
use crate::plan::{self, Attachment, Field, Kind};
use crate::record::{Act, EntityId, Slot, Value};
use crate::store::{self, Draft, Ledger};

/// A photo or a voice note that stands beside a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BesideView {
    /// Names it, for [`Companion::attachment`] and for removing.
    pub id: EntityId,
    /// The name in the table of the field that it stands beside: `about.important`.
    pub field: &'static str,
    /// It is to be heard; else it is to be seen.
    pub sound: bool,
    /// Who put it there and when; several where several put just the same.
    pub who: Vec<String>,
}

impl Companion {
    /// The photos and voice notes beside the fields of an entry, those of one phone
    /// in the order they were made. One that was removed or erased, or that somebody
    /// only suggests, is not among them.
    pub fn beside(&self, kind: Kind, id: EntityId) -> Vec<BesideView> {
        let ledger = self.ledger();
        let (record, who) = (ledger.record(), self.who(&ledger));
        let mut found = Vec::new();
        for (file, entity) in record.of_kind(Kind::Attachment.number()) {
            let read = Attachment::read(file, entity);
            let here = entity.is_written() && read.of.all().any(|of| *of == id);
            if !here || is_removed(record, Kind::Attachment, file) {
                continue;
            }
            let number = read.field.first().and_then(|number| u16::try_from(*number).ok());
            let slot = number.map(|field| Slot { entity: id, kind: kind.number(), field });
            let Some(field) = slot.and_then(plan::field_of) else { continue };
            let Some(bytes) = read.hash.versions.iter().find(|one| one.value.given().is_some()) else {
                continue;
            };
            let view = BesideView {
                id: file,
                field: field.name,
                sound: read.mime.first().is_some_and(|mime| mime.starts_with("audio/")),
                who: bytes.written.iter().map(|written| who.line(written)).collect(),
            };
            found.push((bytes.written.first().map(|written| written.op), view));
        }
        found.sort_by_key(|one| one.0);
        found.into_iter().map(|(_, view)| view).collect()
    }

    /// Keeps a photo or a voice note beside a field of an entry: its bytes, then
    /// the words that name them. What a photo says of where and when it was
    /// taken is not kept. Somebody else's is a suggestion, like their words.
    ///
    /// # Errors
    /// [`Trouble::Attachment`]; [`Trouble::NotFound`] where there is no such entry.
    pub fn attach(
        &self,
        kind: Kind,
        id: EntityId,
        field: &Field,
        bytes: &[u8],
        by: &Writer,
    ) -> Result<EntityId, Trouble> {
        if field.kind != kind.number() {
            return Err(Trouble::WrongField);
        }
        self.may_write(by)?;
        let attachment = {
            let ledger = self.ledger();
            if !kind.is_only() && ledger.record().entity(kind.number(), id).is_none() {
                return Err(Trouble::NotFound);
            }
            new_entity(ledger.record())?
        };
        self.attach_as(attachment, (kind, id, field), bytes, by)?;
        Ok(attachment)
    }

    /// Keeps bytes as the attachment of that name.
    pub(super) fn attach_as(
        &self,
        attachment: EntityId,
        (_, id, field): (Kind, EntityId, &Field),
        bytes: &[u8],
        by: &Writer,
    ) -> Result<(), Trouble> {
        let (media, clean) = store::clean(bytes)?;
        let own = by.author().writes_for(attachment.owner());
        let drafts = |ledger: &mut Ledger| {
            let hash = ledger.keep_file(&clean)?;
            let fields = [
                (Attachment::OF, Value::Entity(id)),
                (Attachment::FIELD, Value::Int(i64::from(field.number))),
                (Attachment::MIME, Value::Code(media.mime().to_owned())),
                (Attachment::SIZE, Value::Int(clean.len() as i64)),
                (Attachment::HASH, Value::Bytes(hash.to_vec())),
            ];
            let draft = |(field, value)| {
                self.may_hold(Kind::Attachment, &field, &value)?;
                let act = if own { Act::Write(value) } else { Act::Suggest(value) };
                Ok(Draft::new(Kind::Attachment.slot(attachment, &field), act))
            };
            fields.into_iter().map(draft).collect()
        };
        self.keep_made(drafts, by).map(drop)
    }

    /// The bytes of a photo or a voice note, verified.
    ///
    /// # Errors
    /// [`Trouble::Attachment`]: not on this phone yet (or erased), or damaged.
    pub fn attachment(&self, id: EntityId) -> Result<Vec<u8>, Trouble> {
        Ok(self.ledger().file(id)?.to_vec())
    }
}
