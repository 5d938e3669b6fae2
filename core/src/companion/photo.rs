//! The photo on the emergency card. The plan holds it as an attachment of the
//! card, so that backups have it and other phones get it; `card.photo` beside
//! the card is made from that, and is there only while the person shows it.

use super::{Companion, Trouble, Writer, life::is_here};
use crate::plan::{Attachment, Card, Kind};
use crate::record::{EntityId, Record, Slot};
use crate::store::{AttachError, Ledger, Media, StoreError};
use hearth_card::{MOST_PHOTO_BYTES, PHOTO_FILE};
use std::io::ErrorKind;

/// The attachment that is the card's photo: the same on every phone.
fn photo_id() -> EntityId {
    EntityId::only(Kind::Attachment.number())
}

impl Companion {
    /// Keeps the photo for the card: a JPEG of at most 64 KiB, turned the right
    /// way up, as the shell will draw it. It is on the card while the person has
    /// switched on [`Card::SHOW_PHOTO`], and not before.
    ///
    /// # Errors
    /// [`Trouble::Attachment`].
    pub fn set_card_photo(&self, jpeg: &[u8]) -> Result<(), Trouble> {
        if jpeg.len() > MOST_PHOTO_BYTES {
            return Err(AttachError::TooLarge { most: MOST_PHOTO_BYTES }.into());
        }
        if Media::of(jpeg) != Some(Media::Jpeg) {
            return Err(AttachError::Kind.into());
        }
        let card = EntityId::only(Kind::Card.number());
        self.attach_as(photo_id(), (Kind::Card, card, &Card::SHOW_PHOTO), jpeg, &Writer::Person)?;
        self.refresh_photo(&self.ledger())
    }

    /// After a change of these fields. Failing to is no failure of the change,
    /// which is on the disk: the next opening and the next tidying try again.
    pub(super) fn photo_follows(&self, ledger: &Ledger, changed: &[Slot]) {
        let kinds = [Kind::Card.number(), Kind::Attachment.number()];
        if changed.iter().any(|slot| kinds.contains(&slot.kind)) {
            let _ = self.refresh_photo(ledger);
        }
    }

    /// Makes `card.photo` what it should be: the photo, or not there.
    pub(super) fn refresh_photo(&self, ledger: &Ledger) -> Result<(), Trouble> {
        let options = ledger.store().options();
        let path = options.card.join(PHOTO_FILE);
        let Some(photo) = shown(ledger.record()) else {
            return match options.disk.remove(&path) {
                Ok(()) => Ok(options.disk.sync_folder(&options.card).map_err(StoreError::from)?),
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
                Err(error) => Err(StoreError::from(error).into()),
            };
        };
        // The last one set; never one that somebody only suggests.
        let named = photo.hash.all().filter_map(|hash| hash.as_slice().try_into().ok());
        let named: Vec<[u8; 32]> = named.collect();
        let photo = match ledger.first_that_reads(named.into_iter().rev()) {
            // Its bytes are still on the other phone.
            Err(AttachError::NotHere) => return Ok(()),
            photo => photo?,
        };
        let there = hearth_card::open_photo(&options.card, self.card.key());
        if there.is_ok_and(|there| *there == *photo) {
            return Ok(());
        }
        let sealed = hearth_card::seal_photo(&photo, self.card.key()).map_err(|_| Trouble::Card)?;
        Ok(options.disk.replace(&path, &sealed).map_err(StoreError::from)?)
    }
}

/// The photo, if there is one and the person shows it.
fn shown(record: &Record) -> Option<Attachment> {
    let card = EntityId::only(Kind::Card.number());
    let card = Card::read(card, record.entity(Kind::Card.number(), card)?);
    let photo = Attachment::read(photo_id(), record.entity(Kind::Attachment.number(), photo_id())?);
    let is_shown = card.show_photo.first() == Some(&true)
        && photo.hash.is_answered()
        && !photo.common.is_only_me()
        && is_here(record, Kind::Attachment, photo_id());
    is_shown.then_some(photo)
}
