//! What the person does with what they share: one call an intention. What they wish is in the plan
//! before the host is told, so it holds also where the host is away.

use super::super::doors::new_entity;
use super::super::{Companion, Trouble, Writer};
use super::content::Proofs;
use super::{ShareChoice, ShareView, SharesView};
use crate::plan::{self, Field, Kind, Share};
use crate::record::{EntityId, Value};
use crate::share::control::{self, Control};
use crate::share::host::{self, Host, HostError};
use crate::share::link::MAX_LABEL;
use crate::share::state::{Held, HostRow, Made, host_row, share_row};
use crate::share::{FileKey, LinkError};
use crate::sync::http::Token;

impl Companion {
    /// Takes a share host into use: its address and the token that whoever runs it gave. One that
    /// was used before goes on with what was shared there.
    ///
    /// # Errors
    /// [`Trouble`]; then nothing was changed.
    pub fn share_enrol(&self, address: &str, token: &str) -> Result<SharesView, Trouble> {
        let origin = host::origin(address)?;
        if token.trim().is_empty() {
            return Err(HostError::NoToken.into());
        }
        let http = self.http()?;
        let about = Host::new(&*http, &origin).about()?;
        let token = Token::new(token.trim().to_owned());
        let row = HostRow::new(origin.as_str(), &token, about.time_key);
        self.share_state()?;
        self.ledger().keep_synced(&[host_row(Some(&row))])?;
        self.shares()
    }

    /// Makes a share of just what was previewed. Where the host is away it is made here, and waits.
    ///
    /// # Errors
    /// [`Trouble::ShareChanged`] where the plan says something else than the preview did: preview
    /// again. [`Trouble`] else; then nothing was made.
    pub fn share_make(&self, choice: &ShareChoice, previewed: &str) -> Result<ShareView, Trouble> {
        self.share_make_for(None, choice, previewed)
    }

    /// The same; where it is the code of a visit, this phone keeps of which.
    pub(super) fn share_make_for(
        &self,
        visit: Option<EntityId>,
        choice: &ShareChoice,
        previewed: &str,
    ) -> Result<ShareView, Trouble> {
        let now = self.platform.clock.now();
        if choice.sections.is_empty() {
            return Err(Trouble::ShareNothing);
        }
        if choice.until <= now.ms {
            return Err(Trouble::ShareUntil);
        }
        check_label(&choice.label)?;
        let enrolled = self.share_state()?.host.ok_or(Trouble::NoShareHost)?;
        let content = self.share_sum(&choice.sections);
        if content != previewed {
            return Err(Trouble::ShareChanged);
        }
        let no_chance = |error| Trouble::Open(crate::store::OpenError::from(error));
        let control = Control::new().map_err(no_chance)?;
        let mut key = [0; 32];
        hearth_sealed::random(&mut key).map_err(no_chance)?;
        let passcode = match choice.passcode {
            true => Some(control::passcode(&*self.world()).map_err(no_chance)?),
            false => None,
        };
        let names = choice.sections.iter().map(|section| section.name().to_owned()).collect();
        let mut made = Made::new(&FileKey::from_bytes(key), passcode, choice.kept_up, names);
        made.visit = visit.map(|visit| visit.hex());
        let proofs = Proofs {
            control: Some(&control),
            time_key: enrolled.time_key.clone(),
            until: choice.until,
            version: 0,
        };
        self.seal_version(&mut made, &choice.sections, &proofs)?;
        made.content = super::deliver::said_and_until(&content, choice.until);
        let id = new_entity(self.ledger().record())?;
        // The key first: what is in the plan without one would be a link that nobody can show.
        self.keep_share(id, &Held { made: Some(made), ..Held::default() })?;
        let fields = [
            (Share::LABEL, Value::Text(choice.label.trim().to_owned())),
            (Share::HOST, Value::Text(enrolled.origin.clone())),
            (Share::CONTROL, Value::Bytes(control.to_bytes())),
            (Share::MADE, Value::Instant(now.ms, now.offset)),
            (Share::UNTIL, Value::Instant(choice.until, now.offset)),
        ];
        if let Err(error) = self.write_fields(Kind::Share, id, &fields, None, &Writer::Person) {
            self.ledger().keep_synced(&[share_row(&id.hex(), None)])?;
            return Err(error);
        }
        self.deliver_one(id)?;
        self.share(id)
    }

    /// Nobody can open it until it is resumed.
    ///
    /// # Errors
    /// [`Trouble`]; a host that is away is none, and hears of it later.
    pub fn share_pause(&self, id: EntityId) -> Result<ShareView, Trouble> {
        self.wish(id, &Share::PAUSED, Value::Bool(true))
    }

    /// It can be opened again.
    ///
    /// # Errors
    /// As [`Companion::share_pause`].
    pub fn share_resume(&self, id: EntityId) -> Result<ShareView, Trouble> {
        self.wish(id, &Share::PAUSED, Value::Bool(false))
    }

    /// It ends by itself at another time, also an earlier one: milliseconds since 1970.
    ///
    /// # Errors
    /// [`Trouble::ShareUntil`] where that is past. As [`Companion::share_pause`].
    pub fn share_extend(&self, id: EntityId, until: i64) -> Result<ShareView, Trouble> {
        let now = self.platform.clock.now();
        if until <= now.ms {
            return Err(Trouble::ShareUntil);
        }
        self.wish(id, &Share::UNTIL, Value::Instant(until, now.offset))
    }

    /// Ends it for good, on every phone of the person's and at the host, which is told until it has
    /// heard.
    ///
    /// # Errors
    /// As [`Companion::share_pause`].
    pub fn share_end(&self, id: EntityId) -> Result<ShareView, Trouble> {
        self.end(id)?;
        self.deliver_one(id)?;
        self.share(id)
    }

    /// Ends everything that is shared: all in the plan first, then at the hosts.
    ///
    /// # Errors
    /// As [`Companion::share_pause`].
    pub fn stop_all_sharing(&self) -> Result<SharesView, Trouble> {
        for known in self.known_shares() {
            self.end(known.id)?;
        }
        self.deliver_shares()
    }

    /// From now on nobody publishes, resumes or signs an end by what a lost phone has. All in the plan
    /// first; then the hosts are told, as long as they answer. The rest goes with the next pass.
    pub(in crate::companion) fn end_shares_of_a_lost_phone(&self) -> Result<(), Trouble> {
        let open: Vec<EntityId> =
            self.known_shares().iter().filter(|known| known.ended.is_none()).map(|known| known.id).collect();
        for id in &open {
            self.write(Kind::Share, *id, &Share::LOST, Value::Bool(true), &Writer::Person)?;
            self.end(*id)?;
        }
        for id in open {
            // The new words are shown whatever comes of this.
            let told = self.deliver_one(id).and_then(|()| self.share(id));
            if !told.is_ok_and(|share| share.standing == super::ShareStanding::Ended) {
                break;
            }
        }
        Ok(())
    }

    fn end(&self, id: EntityId) -> Result<(), Trouble> {
        if self.known_share(id)?.ended.is_none() {
            let now = self.platform.clock.now();
            let ended = Value::Instant(now.ms, now.offset);
            self.write(Kind::Share, id, &Share::ENDED, ended, &Writer::Person)?;
        }
        Ok(())
    }

    fn wish(&self, id: EntityId, field: &Field, value: Value) -> Result<ShareView, Trouble> {
        if self.known_share(id)?.ended.is_some() {
            return Err(HostError::Ended.into());
        }
        self.write(Kind::Share, id, field, value, &Writer::Person)?;
        self.deliver_one(id)?;
        self.share(id)
    }
}

fn check_label(label: &str) -> Result<(), Trouble> {
    if label.trim().chars().count() > MAX_LABEL {
        return Err(LinkError::LabelTooLong.into());
    }
    if label.chars().any(crate::share::link::hides) {
        return Err(LinkError::LabelHides.into());
    }
    // An empty one says nothing, and may.
    if label.trim().is_empty() { Ok(()) } else { Ok(plan::check_name(label.trim())?) }
}
