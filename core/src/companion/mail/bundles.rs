//! The person's other phones and their bundles: what comes is taken in, what they have not is left.

use super::super::{Companion, Trouble};
use super::{Known, MailView, member_of, short};
use crate::plan::Device;
use crate::record::DeviceId;
use crate::share::host::HostError;
use crate::share::mailbox::{Came, Door, Item, MEMBER, Sort};
use crate::share::parts::{self, Parts};
use crate::share::rows::posted_row;
use crate::store::BundleError;
use crate::sync::http::Http;
use crate::vault::device_id;

impl Companion {
    /// A part of another phone's bundle. One that is refused is told and passed over: a removed
    /// phone's, another plan's, a fork.
    pub(super) fn take_part(
        &self,
        parts: &mut Parts,
        item: &Came,
        came: &mut MailView,
    ) -> Result<(), Trouble> {
        let Some(bundle) = parts.take(item) else { return Ok(()) };
        match self.take_bundle(&bundle) {
            Ok(view) => {
                came.changes += view.new;
                if view.new > 0 {
                    came.sentences.extend(view.sentences);
                }
                Ok(())
            }
            Err(Trouble::Bundle(BundleError::Store(error))) => Err(error.into()),
            Err(Trouble::Bundle(error)) => {
                if matches!(error, BundleError::Gap) {
                    // The next bundle tells them from where to go on.
                    let posted = self.share_rows()?.posted;
                    let rows: Vec<_> = posted.keys().map(|id| posted_row(id, None)).collect();
                    self.keep_rows(&rows)?;
                }
                came.sentences.push(Trouble::Bundle(error).sentence(&self.words));
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    /// Leaves each other phone of the person's what it has not, and takes out removed ones.
    pub(super) fn post_bundles(
        &self,
        http: &dyn Http,
        known: &Known,
        door: &Door<'_>,
    ) -> Result<(), Trouble> {
        let (phones, next) = {
            let ledger = self.ledger();
            let this = ledger.device();
            let phone = |device: &Device| {
                let key: [u8; 32] = device.key.first()?.as_slice().try_into().ok()?;
                let id = DeviceId(device_id(&key));
                (id != this).then(|| (id, member_of(&key), device.ended.is_answered()))
            };
            let devices = Device::all(ledger.record());
            (devices.iter().filter_map(phone).collect::<Vec<_>>(), ledger.next_log())
        };
        if phones.is_empty() {
            return Ok(());
        }
        let owner = known.owner(http);
        let members: Vec<[u8; MEMBER]> = owner.members()?.into_iter().map(|member| member.member).collect();
        let posted = self.share_rows()?.posted;
        for (device, member, removed) in phones.into_iter().filter(|(_, member, _)| members.contains(member))
        {
            if removed {
                owner.remove(&member)?;
                continue;
            }
            let id = device.hex();
            if posted.get(&id) == Some(&next) {
                continue;
            }
            let bundle = self.bundle_for(Some(device))?;
            let (hash, parts) = parts::cut(&bundle).ok_or(BundleError::TooLarge)?;
            for (index, part) in parts.iter().enumerate() {
                let name = short(&[b"hearth bundle", &hash, &member, &index.to_be_bytes()]);
                let item = Item { id: name, sort: Sort::Bundle, to: Some(member), body: part };
                match door.leave(&item) {
                    // That phone is away for long: it gets all of it another day.
                    Err(HostError::Full) => return Ok(()),
                    left => left?,
                }
            }
            self.keep_rows(&[posted_row(&id, Some(next))])?;
        }
        Ok(())
    }
}
