//! Making the card: which lines the person switched on, in words ready to draw.

use super::who::{Who, date_of};
use super::{Companion, Platform, Trouble};
use crate::plan::{
    Allergy, Card, Common, Condition, Form, Kept, Kind, Me, Medicine, PartialDate, Person, Words as Said,
    in_order,
};
use crate::record::{DeviceId, EntityId, Record, Slot, When};
use crate::store::{CardBytes, StoreError};
use crate::vault::{KeyItem, KeyStoreError};
use crate::words::{Arg, Words};
use hearth_card::{
    CardDoc, CardError, CardKey, Contact, Counted, FORMAT, Line, Made, Phrases, Section, SectionKind,
    UnwellPlan, ZonePart,
};
use hearth_sealed::Secret;
use ring::digest::{SHA256, digest};
use ring::hmac;
use std::io::ErrorKind;
use std::path::Path;

/// The card's key, wrapped by the platform's key store, beside the card. The
/// card's door needs these two files and nothing else.
pub const CARD_KEY_FILE: &str = "card.key";
const MAX_WRAPPED: u64 = 8 * 1024;

/// The kinds that the card shows something of.
const SOURCES: [Kind; 16] = [
    Kind::Me,
    Kind::AboutMe,
    Kind::Card,
    Kind::Condition,
    Kind::Allergy,
    Kind::Medicine,
    Kind::Form,
    Kind::Person,
    Kind::Unwell,
    Kind::Sign,
    Kind::Step,
    Kind::Coping,
    Kind::KeptThing,
    Kind::Agreement,
    Kind::Attachment,
    Kind::Authority,
];

pub(super) struct CardMaker {
    key: CardKey,
    /// Whose card: means nothing outside, and no rotation changes it.
    person: String,
}

impl CardMaker {
    /// With the card's key as the folder has it. Where there is none, or the
    /// key store has lost it, a new one is made: all that it sealed can be made
    /// again from the plan.
    pub fn new(folder: &Path, platform: &Platform, plan_secret: &Secret<32>) -> Result<Self, Trouble> {
        let path = folder.join(CARD_KEY_FILE);
        let wrapped = match platform.disk.read(&path, MAX_WRAPPED) {
            Ok(wrapped) => Some(wrapped),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::FileTooLarge) => None,
            // A disk that fails for a moment is no reason to replace the key.
            Err(error) => return Err(StoreError::from(error).into()),
        };
        let known = wrapped.map(|wrapped| platform.key_store.unwrap(KeyItem::Card, &wrapped));
        let secret = match known {
            Some(Ok(secret)) => secret.as_slice().try_into().ok().map(Secret::from_bytes),
            Some(Err(error @ (KeyStoreError::Locked | KeyStoreError::Failed { .. }))) => {
                return Err(crate::vault::VaultError::from(error).into());
            }
            Some(Err(KeyStoreError::Lost | KeyStoreError::Changed)) | None => None,
        };
        let secret: Secret<32> = match secret {
            Some(secret) => secret,
            None => {
                let secret = Secret::random().map_err(StoreError::from)?;
                let wrapped = platform.key_store.wrap(KeyItem::Card, secret.expose());
                let wrapped = wrapped.map_err(crate::vault::VaultError::from)?;
                platform.disk.replace(&path, &wrapped).map_err(StoreError::from)?;
                secret
            }
        };
        let mac = hmac::Key::new(hmac::HMAC_SHA256, plan_secret.expose());
        let person = hmac::sign(&mac, b"whose card");
        Ok(Self { key: CardKey::new(&secret), person: hex(person.as_ref().get(..16).unwrap_or_default()) })
    }

    /// The key that seals the card and its photo.
    pub fn key(&self) -> &CardKey {
        &self.key
    }

    /// Whether a change to these fields may change the card.
    pub fn is_touched_by(&self, mut slots: impl Iterator<Item = Slot>) -> bool {
        slots.any(|slot| SOURCES.iter().any(|kind| kind.number() == slot.kind))
    }

    /// The card's bytes, if it is not what is shown already.
    pub fn make(
        &self,
        record: &Record,
        words: &Words,
        device: DeviceId,
        now: When,
        shown: &[u8],
    ) -> Result<Option<CardBytes>, StoreError> {
        let who = Who { record, words, device, today: None };
        let mut doc = who.card();
        doc.person.clone_from(&self.person);
        // The hash is of what the card says, so that an edit that changes no
        // line of it writes no file.
        let said = serde_json::to_vec(&doc).map_err(|_| StoreError::Damaged)?;
        let source = digest(&SHA256, &said).as_ref().to_vec();
        if source == shown {
            return Ok(None);
        }
        let line = match date_of(now) {
            Some(date) => words.plain("card-made-on", &[("date", Arg::Text(&words.day(date)))]),
            None => words.plain("date-clock-wrong", &[]),
        };
        doc.made = Made { at: now.ms, offset: i32::from(now.offset), line };
        doc.hash = hex(&source);
        let sealed = hearth_card::seal(&doc, &self.key).map_err(|_| StoreError::Damaged)?;
        Ok(Some(CardBytes { sealed, source }))
    }
}

/// The card's key as the card's own door gets it: the wrapped key beside the
/// card, and the one key-store item that it needs. Never makes a new one.
pub fn card_key(folder: &Path, platform: &Platform) -> Result<CardKey, Trouble> {
    let path = folder.join(CARD_KEY_FILE);
    let wrapped = platform.disk.read(&path, MAX_WRAPPED).map_err(|_| Trouble::NotFound)?;
    let secret = platform.key_store.unwrap(KeyItem::Card, &wrapped);
    let secret = secret.map_err(crate::vault::VaultError::from)?;
    let secret = secret.as_slice().try_into().map_err(|_| Trouble::Card)?;
    Ok(CardKey::new(&Secret::from_bytes(secret)))
}

impl Companion {
    /// Makes the card file afresh where it is missing, does not open, is behind,
    /// or may be.
    pub fn refresh_card(&self) -> Result<(), Trouble> {
        let mut ledger = self.ledger();
        let options = ledger.store().options().clone();
        let source = ledger.store().card_source();
        let sound = match hearth_card::open(&options.card, &self.card.key) {
            // Made anew from a plan with damage in it, the card could lack what
            // it still says: an allergy, whom to call.
            Ok(_) if !ledger.health().damaged.is_empty() => return Ok(()),
            Ok(card) => !card.may_be_behind && card.doc.hash == hex(source),
            // Left for the newer app that wrote it.
            Err(error) => error == CardError::NewerVersion,
        };
        let shown = if sound { source.to_vec() } else { Vec::new() };
        let now = self.platform.clock.now();
        let card = self.card.make(ledger.record(), &self.words, ledger.device(), now, &shown)?;
        if let Some(card) = card {
            ledger.store_mut().refresh_card(&card)?;
        }
        Ok(())
    }
}

impl Who<'_> {
    /// The card as it would be now, with neither date, hash nor whose it is.
    fn card(&self) -> CardDoc {
        let (me_id, card_id) = (EntityId::only(Kind::Me.number()), EntityId::only(Kind::Card.number()));
        let empty = crate::record::Entity::default();
        let me = Me::read(me_id, self.record.entity(Kind::Me.number(), me_id).unwrap_or(&empty));
        let card = Card::read(card_id, self.record.entity(Kind::Card.number(), card_id).unwrap_or(&empty));
        let on = |switch: &Kept<bool>| switch.first() == Some(&true);
        let call_me = me.call_me.all().map(|w| w.text.clone()).collect::<Vec<_>>().join(" / ");
        let whole_name = me.name.all().map(|w| w.text.clone()).collect::<Vec<_>>().join(" / ");
        let named = on(&card.show_name) && !whole_name.is_empty();
        let born = me.born.all().map(|born| self.partial(born)).collect::<Vec<_>>().join(" / ");
        CardDoc {
            v: FORMAT,
            lang: self.words.language().tag().to_owned(),
            made: Made { at: 0, offset: 0, line: String::new() },
            person: String::new(),
            hash: String::new(),
            name: if named { whole_name } else { call_me.clone() },
            call_me: named.then(|| self.words.plain("card-call-me", &[("name", Arg::Text(&call_me))])),
            born: (on(&card.show_born) && !born.is_empty())
                .then(|| self.words.plain("card-born", &[("date", Arg::Text(&born))])),
            sections: self.sections(&card),
            contacts: self.card_contacts(),
            plans: self.card_plans(),
            safety: vec![self.words.plain("region-life-at-risk", &[])],
            not_an_instruction: self.words.plain("card-not-an-instruction", &[]),
            phrases: self.phrases(),
        }
    }

    fn sections(&self, card: &Card) -> Vec<Section> {
        let mut sections = Vec::new();
        let mut section = |kind, heading: &str, lines: Vec<Line>| {
            if !lines.is_empty() {
                sections.push(Section { kind, heading: self.words.plain(heading, &[]), lines });
            }
        };
        let allergies = self.switched_on(Kind::Allergy, Allergy::all(self.record), |a| (a.id, &a.common));
        let allergies = allergies.iter().flat_map(|allergy| {
            let more = [join(&allergy.reaction), joined_dates(self, &allergy.since)];
            self.lines(Kind::Allergy, allergy.id, &allergy.what, &more)
        });
        section(SectionKind::Allergies, "card-allergies", allergies.collect());
        let conditions =
            self.switched_on(Kind::Condition, Condition::all(self.record), |c| (c.id, &c.common));
        let conditions = conditions.iter().flat_map(|c| self.lines(Kind::Condition, c.id, &c.words, &[]));
        section(SectionKind::Conditions, "card-conditions", conditions.collect());
        section(SectionKind::Medicines, "card-medicines", self.medicines(card));
        let very_unwell = self.lines(Kind::Card, card.id, &card.very_unwell, &[]);
        section(SectionKind::VeryUnwell, "card-very-unwell", very_unwell);
        if card.show_communicate.first() == Some(&true) {
            section(SectionKind::Communication, "card-communication", self.communication());
        }
        section(SectionKind::Forms, "card-forms", self.forms());
        sections
    }

    fn medicines(&self, card: &Card) -> Vec<Line> {
        let medicines = self.switched_on(Kind::Medicine, Medicine::all(self.record), |m| (m.id, &m.common));
        let here: Vec<EntityId> = medicines.iter().map(|medicine| medicine.id).collect();
        let orders = in_order(&card.medicines, &here).orders;
        let order = orders.first().cloned().unwrap_or_default();
        let mut lines: Vec<Line> = order
            .iter()
            .filter_map(|id| medicines.iter().find(|medicine| medicine.id == *id))
            .flat_map(|m| self.lines(Kind::Medicine, m.id, &m.words, &[join(&m.why)]))
            .collect();
        // The date they were last checked stands on every line: a list of
        // medicines without its date may not be followed.
        let checked = joined_dates(self, &card.medicines_checked);
        if !checked.is_empty() {
            let checked = self.words.plain("card-medicines-checked", &[("date", Arg::Text(&checked))]);
            for line in &mut lines {
                line.note = Some(match line.note.take() {
                    Some(note) => format!("{note}. {checked}"),
                    None => checked.clone(),
                });
            }
        }
        lines
    }

    fn communication(&self) -> Vec<Line> {
        let id = EntityId::only(Kind::AboutMe.number());
        let Some(entity) = self.record.entity(Kind::AboutMe.number(), id) else { return Vec::new() };
        let about = crate::plan::AboutMe::read(id, entity);
        self.lines(Kind::AboutMe, id, &about.communicate, &[])
    }

    /// That a form exists, its date and where it is: never what it decides.
    fn forms(&self) -> Vec<Line> {
        let forms = self.switched_on(Kind::Form, Form::all(self.record), |form| (form.id, &form.common));
        let line = |form: &Form| {
            let name = join(&form.name);
            let text = match form.form.first().map(String::as_str) {
                Some(known @ ("respect" | "adrt" | "lpa")) => {
                    self.words.plain(&format!("card-form-{known}"), &[])
                }
                _ => self.words.plain("card-form-other", &[("form", Arg::Text(&name))]),
            };
            let dated = joined_dates(self, &form.dated);
            let dated = match dated.is_empty() {
                true => String::new(),
                false => self.words.plain("card-form-dated", &[("date", Arg::Text(&dated))]),
            };
            let place = join(&form.place);
            let place = match place.is_empty() {
                true => String::new(),
                false => self.words.plain("card-form-where", &[("place", Arg::Text(&place))]),
            };
            let settled = form.form.is_settled() && form.dated.is_settled() && form.place.is_settled();
            let mut notes = vec![dated, place];
            if !settled {
                notes.push(self.words.plain("versions-check-first", &[]));
            }
            Line { text, note: noted(notes), pending: self.pending(Kind::Form, form.id).into_iter().next() }
        };
        forms.iter().map(line).collect()
    }

    fn card_contacts(&self) -> Vec<Contact> {
        let mut people = self.switched_on(Kind::Person, Person::all(self.record), |p| (p.id, &p.common));
        people.sort_by_key(|person| (person.common.position.first().cloned(), person.id));
        people.iter().flat_map(|person| self.card_contact(person.id)).collect()
    }

    /// One entry for each number that stands: two versions are drawn equal.
    fn card_contact(&self, id: EntityId) -> Vec<Contact> {
        let Some(view) = self.contact(id) else { return Vec::new() };
        let entry = |number: Option<String>| Contact {
            name: view.name.clone(),
            relation: Some(view.relation.clone()).filter(|relation| !relation.is_empty()),
            number,
            note: noted(view.notes.clone()),
        };
        match view.numbers.is_empty() {
            true => vec![entry(None)],
            false => view.numbers.iter().map(|number| entry(Some(number.clone()))).collect(),
        }
    }

    fn card_plans(&self) -> Vec<UnwellPlan> {
        let plans = self.unwell_here();
        let at_hand = plans.iter().filter(|plan| plan.at_hand.first() == Some(&true));
        at_hand.filter(|plan| !plan.common.is_only_me()).map(|plan| self.card_plan(plan)).collect()
    }

    fn card_plan(&self, plan: &crate::plan::Unwell) -> UnwellPlan {
        let view = self.unwell(plan);
        let parts = |parts: &[super::PartView]| parts.iter().flat_map(part_lines).collect::<Vec<Line>>();
        let mut agreed: Vec<String> =
            view.agreements.first().map(|agreement| agreement.line.clone()).into_iter().collect();
        agreed.extend(view.order_note.clone());
        agreed.extend(view.unsettled.clone());
        let zones = view.zones.iter().map(|zone| ZonePart {
            zone: zone.zone.into(),
            heading: zone.heading.clone(),
            shape: Some(zone.shape).filter(|shape| !shape.is_empty()).map(Into::into),
            signs: parts(&zone.signs),
            steps: parts(&zone.steps),
        });
        UnwellPlan {
            id: plan.id.hex(),
            name: view.name.versions.iter().map(|v| v.text.as_str()).collect::<Vec<_>>().join(" / "),
            agreed: noted(agreed),
            pending: self.pending_in(Kind::Unwell, plan.id).into_iter().next(),
            zones: zones.collect(),
            contacts: view.call.iter().flat_map(|contact| self.card_contact(contact.id)).collect(),
            coping: parts(&view.coping),
            medicines_kept: parts(&view.kept),
        }
    }

    /// The entries of a kind that are here, switched on, and not "only me".
    fn switched_on<T>(&self, kind: Kind, all: Vec<T>, of: impl Fn(&T) -> (EntityId, &Common)) -> Vec<T> {
        all.into_iter()
            .filter(|entry| {
                let (id, common) = of(entry);
                let on = common.is_on_card() && !common.is_only_me();
                on && super::life::is_here(self.record, kind, id)
            })
            .collect()
    }

    /// One line for each version that stands, drawn equal.
    fn lines(&self, kind: Kind, id: EntityId, kept: &Kept<Said>, more: &[String]) -> Vec<Line> {
        let mut notes: Vec<String> = more.to_vec();
        if !kept.is_settled() {
            notes.push(self.words.plain("versions-check-first", &[]));
        }
        if kept.newer {
            notes.push(self.words.plain("versions-newer-hearth", &[]));
        }
        notes.extend(self.unsettled(super::life::life(self.record, kind, id)));
        let pending = self.pending(kind, id).into_iter().next();
        let line = |said: &Said| Line {
            text: said.text.clone(),
            note: noted(notes.clone()),
            pending: pending.clone(),
        };
        kept.all().map(line).collect()
    }

    fn partial(&self, date: &PartialDate) -> String {
        date.whole().map_or_else(|| self.words.partial(&date.to_string()), |day| self.words.date(day))
    }

    fn phrases(&self) -> Phrases {
        let say = |key| self.words.plain(key, &[]);
        let counted = |key: &str| {
            let counted = Counted::new(self.words.plain(key, &[("n", Arg::Text("{n}"))]));
            counted.and(1, self.words.plain(key, &[("n", Arg::Number(1))]))
        };
        Phrases {
            made_today: say("card-made-today"),
            made_yesterday: say("card-made-yesterday"),
            made_days: counted("card-days-old"),
            clock_wrong: say("card-clock-wrong"),
            may_be_behind: say("card-may-be-behind"),
            cut: counted("card-lines-left-out"),
            contacts: say("card-contacts"),
            signs: say("unwell-signs"),
            steps: say("unwell-steps"),
            coping: say("unwell-coping"),
            medicines_kept: say("unwell-at-home"),
        }
    }
}

fn part_lines(part: &super::PartView) -> Vec<Line> {
    let mut notes: Vec<String> = part.place.versions.iter().map(|place| place.text.clone()).collect();
    notes.extend(part.notes.iter().cloned());
    let pending = part.words.offers.first().map(|offer| offer.line.clone());
    notes.retain(|note| Some(note) != pending.as_ref());
    let line = |version: &super::VersionView| Line {
        text: version.text.clone(),
        note: noted(notes.clone()),
        pending: pending.clone(),
    };
    part.words.versions.iter().filter(|version| version.answered).map(line).collect()
}

fn noted(notes: Vec<String>) -> Option<String> {
    let notes: Vec<String> = notes.into_iter().filter(|note| !note.is_empty()).collect();
    if notes.is_empty() { None } else { Some(notes.join(". ")) }
}

fn join(kept: &Kept<Said>) -> String {
    kept.all().map(|words| words.text.as_str()).collect::<Vec<_>>().join(" / ")
}

fn joined_dates(who: &Who<'_>, kept: &Kept<PartialDate>) -> String {
    kept.all().map(|date| who.partial(date)).collect::<Vec<_>>().join(" / ")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
