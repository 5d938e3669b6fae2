//! The person's mailbox: where their carers' letters and their other phones' bundles come in. One
//! pass does all that is to be done there, and may be stopped, killed or cut off at any step and
//! begun again.

mod bundles;
mod carers;
mod invite;
mod joining;
mod keep;
mod offered;
mod phone;
mod read;

pub(super) use carers::Welcome;
pub use carers::{PairingView, PairingsView};
pub use invite::InvitationView;
pub use joining::Joining;
pub(super) use keep::Passes;
pub use phone::OtherPhoneView;

pub(super) use offered::{Offered, is_suggestible, of_carer, seen_sum};

use super::{Companion, Trouble, Writer};
use crate::plan::{self, Kind, Mailbox, Me};
use crate::record::{EntityId, Value};
use crate::share::host::{self, HostError};
use crate::share::mailbox::{Access, Door, MEMBER, Owner, Role};
use crate::share::rows::{Hidden, Letters, Mail, letters_row, mail_row};
use crate::share::{Control, pair};
use crate::store::OpenError;
use crate::sync::http::Http;
use hearth_sealed::NoRandomness;
use ring::digest::{SHA256, digest};
use url::Url;

/// What a pass brought.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct MailView {
    /// How many suggestions of carers came.
    pub suggestions: usize,
    /// How many changes of the person's other phones came.
    pub changes: usize,
    /// What to tell.
    pub sentences: Vec<String>,
}

/// A mailbox that the plan names.
struct Known {
    id: EntityId,
    origin: Url,
    control: Control,
}

impl Known {
    fn owner<'a>(&'a self, http: &'a dyn Http) -> Owner<'a> {
        Owner::new(http, &self.origin, &self.control)
    }

    fn url(&self) -> Result<Url, Trouble> {
        pair::mailbox_at(&self.origin, &self.control).ok_or(Trouble::Share(HostError::Address))
    }
}

pub(super) fn no_chance(error: NoRandomness) -> Trouble {
    Trouble::Open(OpenError::from(error))
}

/// The name of a phone at the mailbox: made of its public key, so each phone knows every other's.
fn member_of(key: &[u8]) -> [u8; MEMBER] {
    short(&[b"hearth mailbox phone 1", key])
}

/// The name of the item in which whoever was invited answers.
pub(super) fn answer_name(member: &[u8; MEMBER]) -> [u8; MEMBER] {
    short(&[b"hearth answer", member])
}

/// The name of the item that a carer's letter is.
pub(super) fn letter_name(member: &[u8; MEMBER], number: u64) -> [u8; MEMBER] {
    short(&[b"hearth letter", member, &number.to_be_bytes()])
}

/// The first 16 bytes of SHA-256.
fn short(parts: &[&[u8]]) -> [u8; MEMBER] {
    let sum = digest(&SHA256, &parts.concat());
    let mut out = [0; MEMBER];
    out.iter_mut().zip(sum.as_ref()).for_each(|(to, from)| *to = *from);
    out
}

impl Companion {
    /// What the person is called, as others read it; "" where they have said nothing, or not to others.
    pub(super) fn name_for_others(&self) -> String {
        let ledger = self.ledger();
        let (kind, me) = (Kind::Me.number(), EntityId::only(Kind::Me.number()));
        let shown = !plan::life::is_only_me(ledger.record(), Kind::Me, me);
        let me = ledger.record().entity(kind, me).filter(|_| shown).map(|entity| Me::read(me, entity));
        pair::name_of(me.map(|me| me.call_me.text().to_owned()).unwrap_or_default().as_bytes())
    }

    /// Who a host is told that looks: it takes no empty name.
    pub(super) fn recipient(&self) -> String {
        match self.name_for_others() {
            name if name.trim().is_empty() => self.words.plain("who-name-unknown", &[]),
            name => name,
        }
    }

    /// The mailbox that is in use: the newest that was not ended.
    fn mailbox(&self) -> Option<Known> {
        let ledger = self.ledger();
        let mut boxes: Vec<Mailbox> = Mailbox::all(ledger.record())
            .into_iter()
            .filter(|one| {
                !one.ended.is_answered() && !plan::life::is_removed(ledger.record(), Kind::Mailbox, one.id)
            })
            .collect();
        boxes.sort_by_key(|one| (one.made.first().map(|at| at.ms), one.id));
        boxes.pop().and_then(|one| known(&one))
    }

    /// The mailbox in use; one is put into the plan where there is none.
    fn mailbox_or_new(&self) -> Result<Known, Trouble> {
        if let Some(known) = self.mailbox() {
            return Ok(known);
        }
        let enrolled = self.share_state()?.host.ok_or(Trouble::NoShareHost)?;
        let now = self.platform.clock.now();
        let control = Control::new().map_err(no_chance)?;
        let fields = [
            (Mailbox::HOST, Value::Text(enrolled.origin.clone())),
            (Mailbox::CONTROL, Value::Bytes(control.to_bytes())),
            (Mailbox::MADE, Value::Instant(now.ms, now.offset)),
        ];
        self.add(Kind::Mailbox, &fields, &Writer::Person)?;
        self.mailbox().ok_or(Trouble::Fault)
    }

    /// From now on nobody reads or writes by a mailbox that is known to who has a lost phone.
    pub(super) fn end_mailboxes(&self) -> Result<(), Trouble> {
        let now = self.platform.clock.now();
        let open: Vec<EntityId> = {
            let ledger = self.ledger();
            let boxes = Mailbox::all(ledger.record()).into_iter();
            boxes.filter(|one| !one.ended.is_answered()).map(|one| one.id).collect()
        };
        for id in open {
            let ended = Value::Instant(now.ms, now.offset);
            self.write(Kind::Mailbox, id, &Mailbox::ENDED, ended, &Writer::Person)?;
        }
        self.end_pairings(None)
    }

    /// Takes in what came for this phone (suggestions of carers, the other phones' bundles), and
    /// leaves what is to go: everything that the mailbox is for, in one pass.
    ///
    /// # Errors
    /// [`Trouble`], where the store does not read or write. A host that is away is none: what waits
    /// goes with the next pass, and [`MailView::sentences`] say so.
    pub fn deliver_mail(&self) -> Result<MailView, Trouble> {
        let _pass = self.passes.begin();
        let mut came = MailView::default();
        let http = self.http()?;
        self.tell_ends(&*http)?;
        let Some(known) = self.mailbox() else { return Ok(came) };
        let told = self.exchange(&*http, &known, &mut came);
        let trouble = match told {
            Ok(()) => None,
            Err(Trouble::Share(error)) => Some(error.key()),
            Err(other) => return Err(other),
        };
        let mut mail = self.share_rows()?.mail.remove(&known.id.hex()).unwrap_or_default();
        mail.trouble = trouble.map(str::to_owned);
        mail.asked = Some(self.platform.clock.now().ms);
        self.keep_rows(&[mail_row(&known.id.hex(), Some(&mail))])?;
        came.sentences.extend(trouble.map(|key| self.words.plain(key, &[])));
        Ok(came)
    }

    /// Tells hosts of mailboxes that were ended.
    fn tell_ends(&self, http: &dyn Http) -> Result<(), Trouble> {
        let ended: Vec<Known> = {
            let ledger = self.ledger();
            let boxes = Mailbox::all(ledger.record()).into_iter();
            boxes.filter(|one| one.ended.is_answered()).filter_map(|one| known(&one)).collect()
        };
        let mut rows = self.share_rows()?;
        for known in ended {
            let mut mail = rows.mail.remove(&known.id.hex()).unwrap_or_default();
            if !mail.end_told && known.owner(http).end().is_ok() {
                mail = Mail { end_told: true, ..Mail::default() };
                let mut changes = vec![mail_row(&known.id.hex(), Some(&mail))];
                // Who wrote by it is out with it.
                let ours = self.known_pairings().into_iter().filter(|one| one.mailbox == Some(known.id));
                for id in ours.map(|one| one.id.hex()) {
                    let letters = rows.letters.remove(&id).unwrap_or_default();
                    changes.push(letters_row(&id, Some(&Letters { out: true, hashes: None, ..letters })));
                }
                self.keep_rows(&changes)?;
            }
        }
        Ok(())
    }

    fn exchange(&self, http: &dyn Http, known: &Known, came: &mut MailView) -> Result<(), Trouble> {
        let access = self.admitted(http, known)?;
        let url = known.url()?;
        let door = Door::new(http, &url, &access);
        self.read_mail(http, &door, known, came)?;
        self.tell_halves(&door)?;
        self.welcome(http, known, &door)?;
        self.tidy_members(http, known)?;
        self.send_plans(http, known, &door)?;
        self.post_bundles(http, known, &door)
    }

    /// This phone's place in the mailbox, which the host makes where it has not yet.
    fn admitted(&self, http: &dyn Http, known: &Known) -> Result<Access, Trouble> {
        let key = self.ledger().store().keys().device().public_key();
        let (id, member) = (known.id.hex(), member_of(&key));
        let mut mail = self.share_rows()?.mail.remove(&id).unwrap_or_default();
        let access = match mail.access().filter(|access| access.member == member) {
            Some(access) => access,
            None => {
                let access = Access::fresh(member).map_err(no_chance)?;
                mail = Mail { access: Hidden::of(&access.to_bytes()), admitted: false, ..mail };
                self.keep_rows(&[mail_row(&id, Some(&mail))])?;
                access
            }
        };
        if !mail.admitted {
            let owner = known.owner(http);
            let let_in = || owner.admit(&member, Role::Phone, access.hashes());
            match let_in() {
                Err(HostError::NotThere) => {
                    let enrolled = self.share_state()?.host;
                    let token = enrolled.filter(|row| same_host(&row.origin, &known.origin));
                    owner.make(&token.ok_or(HostError::NoToken)?.token())?;
                    let_in()?;
                }
                told => told?,
            }
            mail.admitted = true;
            self.keep_rows(&[mail_row(&id, Some(&mail))])?;
        }
        Ok(access)
    }
}

fn known(one: &Mailbox) -> Option<Known> {
    let control = one.control.first().and_then(|bytes| Control::from_bytes(bytes))?;
    Some(Known { id: one.id, origin: host::origin(one.host.text()).ok()?, control })
}

fn same_host(one: &str, other: &Url) -> bool {
    Url::parse(one).is_ok_and(|one| one.origin() == other.origin())
}
