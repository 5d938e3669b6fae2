//! Photos and voice notes beside the words.

use super::{Companion, Trouble, Writer, doors::new_entity};
use crate::plan::{Attachment, Field, Kind};
use crate::record::{Act, EntityId, Value};
use crate::store::{self, Draft, Ledger};

impl Companion {
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
