//! The lines of the card: which the person switched on, in words ready to draw.

use super::view::Spoken;
use super::who::Who;
use crate::plan::{
    Allergy, Card, Common, Condition, Form, Kept, Kind, Me, Medicine, PartialDate, Person, Words as Said,
    in_order,
};
use crate::record::EntityId;
use crate::words::Arg;
use hearth_card::{
    CardDoc, Contact, Counted, FORMAT, Line, Made, Phrases, Section, SectionKind, UnwellPlan, ZonePart,
};

impl Who<'_> {
    /// The card as it would be now, with neither date, hash nor whose it is. Where the safety text
    /// of the language is not reviewed, English stands beside every line.
    pub fn card(&self) -> CardDoc {
        let Some(english) = self.words.english() else { return self.card_in_one_language() };
        let made = |words| Who { words, ..*self }.card_in_one_language();
        let mut both = super::card_beside::card(made(&self.words.alone()), &made(&english));
        both.safety.extend(self.words.review_note());
        both
    }

    fn card_in_one_language(&self) -> CardDoc {
        let (me_id, card_id) = (EntityId::only(Kind::Me.number()), EntityId::only(Kind::Card.number()));
        let empty = crate::record::Entity::default();
        let me = Me::read(me_id, self.record.entity(Kind::Me.number(), me_id).unwrap_or(&empty));
        let card = Card::read(card_id, self.record.entity(Kind::Card.number(), card_id).unwrap_or(&empty));
        let on = |switch: &Kept<bool>| switch.first() == Some(&true);
        let shown = |kind, id| !super::life::is_only_me(self.record, kind, id);
        // A blank name (a faulty app's) is no name: a card without one is not written.
        let said = |kept: &Kept<Said>| {
            let said = kept.all().map(|words| words.text.trim()).filter(|text| !text.is_empty());
            said.collect::<Vec<_>>().join(" / ")
        };
        let (call_me, whole_name) = (said(&me.call_me), said(&me.name));
        let me_shown = shown(Kind::Me, me_id);
        let named = on(&card.show_name) && me_shown && !whole_name.is_empty();
        let born = me.born.all().map(|born| self.partial(born)).collect::<Vec<_>>().join(" / ");
        CardDoc {
            v: FORMAT,
            lang: self.words.language().tag().to_owned(),
            made: Made { at: 0, offset: 0, line: String::new() },
            person: String::new(),
            hash: String::new(),
            name: match (named, call_me.is_empty()) {
                (true, _) => whole_name,
                (false, false) => call_me.clone(),
                // Erased: the card is still a card.
                (false, true) => self.words.plain("who-name-unknown", &[]),
            },
            call_me: (named && !call_me.is_empty())
                .then(|| self.words.plain("card-call-me", &[("name", Arg::Text(&call_me))])),
            born: (on(&card.show_born) && me_shown && !born.is_empty())
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
            let ended = joined_dates(self, &allergy.until);
            let ended = match ended.is_empty() {
                true => ended,
                false => self.words.plain("card-allergy-ended", &[("date", Arg::Text(&ended))]),
            };
            let more = [join(&allergy.reaction), joined_dates(self, &allergy.since), ended];
            self.lines(Kind::Allergy, allergy.id, &allergy.what, &more)
        });
        let allergies = allergies.chain(self.suggested_whole(Kind::Allergy));
        section(SectionKind::Allergies, "card-allergies", allergies.collect());
        let conditions =
            self.switched_on(Kind::Condition, Condition::all(self.record), |c| (c.id, &c.common));
        let conditions = conditions.iter().flat_map(|c| self.lines(Kind::Condition, c.id, &c.words, &[]));
        section(SectionKind::Conditions, "card-conditions", conditions.collect());
        let medicines = self.medicines(card).into_iter().chain(self.suggested_whole(Kind::Medicine));
        section(SectionKind::Medicines, "card-medicines", medicines.collect());
        if !card.common.is_only_me() {
            let very_unwell = self.lines(Kind::Card, card.id, &card.very_unwell, &[]);
            section(SectionKind::VeryUnwell, "card-very-unwell", very_unwell);
        }
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
        let mut more = Vec::new();
        if !checked.is_empty() {
            more.push(self.words.plain("card-medicines-checked", &[("date", Arg::Text(&checked))]));
        }
        if orders.len() > 1 {
            more.push(self.words.plain("versions-orders-check-first", &[]));
        }
        for line in &mut lines {
            line.note = noted(line.note.take().into_iter().chain(more.clone()).collect());
        }
        lines
    }

    fn communication(&self) -> Vec<Line> {
        let id = EntityId::only(Kind::AboutMe.number());
        let Some(entity) = self.record.entity(Kind::AboutMe.number(), id) else { return Vec::new() };
        let about = crate::plan::AboutMe::read(id, entity);
        if about.common.is_only_me() {
            return Vec::new();
        }
        self.lines(Kind::AboutMe, id, &about.communicate, &[])
    }

    /// That a form exists, its date and where it is: never what it decides.
    fn forms(&self) -> Vec<Line> {
        let forms = self.switched_on(Kind::Form, Form::all(self.record), |form| (form.id, &form.common));
        let line = |form: &Form| {
            let name: String = join(&form.name);
            let text = match form.form.first().map(String::as_str) {
                Some(known @ ("respect" | "adrt" | "lpa")) => {
                    self.words.plain(&format!("card-form-{known}"), &[])
                }
                known => {
                    let kind = known.filter(|_| name.is_empty()).map(|kind| kind.to_owned());
                    let name = kind.map_or(name, |kind| kind.spoken(self.words, &Form::FORM));
                    self.words.plain("card-form-other", &[("form", Arg::Text(&name))])
                }
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
        if super::life::is_only_me(self.record, Kind::Person, id) {
            return Vec::new();
        }
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

    /// A plan as the card has it; what is only the person's is not in it.
    pub fn card_plan(&self, plan: &crate::plan::Unwell) -> UnwellPlan {
        let view = self.unwell(plan);
        let shown = |kind, id| !super::life::is_only_me(self.record, kind, id);
        let parts = |kind: Kind, parts: &[super::PartView]| {
            let parts = parts.iter().filter(|part| shown(kind, part.id));
            parts.flat_map(part_lines).collect::<Vec<Line>>()
        };
        let agreements = view.agreements.iter().filter(|agreement| shown(Kind::Agreement, agreement.id));
        let mut agreed: Vec<String> = agreements.take(1).map(|agreement| agreement.line.clone()).collect();
        agreed.extend(view.order_note.clone());
        agreed.extend(view.unsettled.clone());
        let zones = view.zones.iter().map(|zone| ZonePart {
            zone: zone.zone.into(),
            heading: zone.heading.clone(),
            shape: Some(zone.shape).filter(|shape| !shape.is_empty()).map(Into::into),
            signs: parts(Kind::Sign, &zone.signs),
            steps: parts(Kind::Step, &zone.steps),
        });
        let zones = zones.filter(|zone| !zone.signs.is_empty() || !zone.steps.is_empty());
        UnwellPlan {
            id: plan.id.hex(),
            name: view.name.versions.iter().map(|v| v.text.as_str()).collect::<Vec<_>>().join(" / "),
            agreed: noted(agreed),
            pending: self.pending_in(Kind::Unwell, plan.id).into_iter().next(),
            zones: zones.collect(),
            contacts: view.call.iter().flat_map(|contact| self.card_contact(contact.id)).collect(),
            coping: parts(Kind::Coping, &view.coping),
            medicines_kept: parts(Kind::KeptThing, &view.kept),
        }
    }

    /// An entry that others suggest adding has no line of its own to wait on:
    /// that it waits, who suggests it and when is said in its place. What it
    /// says is not: the person has not taken it.
    fn suggested_whole(&self, kind: Kind) -> Vec<Line> {
        let entries = self.record.of_kind(kind.number()).filter(|(_, entity)| !entity.is_written());
        let waiting = entries.filter_map(|(id, _)| self.pending(kind, id).into_iter().next());
        waiting.map(|text| Line { text, note: None, pending: None }).collect()
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
        let mut lines: Vec<Line> = kept.all().map(line).collect();
        if lines.is_empty() && kept.newer {
            // An allergy that only a newer Hearth can read is not "no allergy".
            let said = Said { text: self.words.plain("versions-newer-hearth", &[]), original: None };
            notes.retain(|note| *note != said.text);
            lines.push(Line { text: said.text, note: noted(notes), pending });
        }
        lines
    }

    fn partial(&self, date: &PartialDate) -> String {
        date.whole().map_or_else(|| self.words.partial(&date.to_string()), |day| self.words.date(day))
    }

    fn phrases(&self) -> Phrases {
        let say = |key| self.words.plain(key, &[]);
        // The numbers that have a plural of their own in English or in Welsh (Unicode CLDR).
        let counted = |key: &str| {
            let any = Counted::new(self.words.plain(key, &[("n", Arg::Text("{n}"))]));
            [1_u32, 2, 3, 6].into_iter().fold(any, |counted, n| {
                let said = self.words.plain(key, &[("n", Arg::Number(n.into()))]);
                if said == counted.say(n) { counted } else { counted.and(n, said) }
            })
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
    let mut lines: Vec<Line> = part.words.versions.iter().filter(|v| v.answered).map(line).collect();
    if part.words.versions.is_empty() && !part.words.notes.is_empty() {
        // A step that only a newer Hearth can read is a step all the same.
        lines.push(Line { text: part.words.notes.join(". "), note: None, pending });
    }
    lines
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
