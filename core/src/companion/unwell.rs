//! When I'm unwell: signs, steps, whom to call, and noting that it was used.
//! Only ever words that the person and their clinician wrote.

use super::decide::{pending_lines, suggested_parts};
use super::view::FieldView;
use super::who::Who;
use super::{AgreementView, Companion, Trouble, Writer};
use crate::plan::{
    Coping, Field, Kept, KeptThing, Kind, Person, Sign, Step, Unwell, Use, Words, in_order, tree_of,
};
use crate::record::{EntityId, Life, Slot, Value};

/// The zones in the order they are drawn.
pub(super) const ZONES: [&str; 4] = ["green", "amber", "red", "any"];

/// A sign, a step, a way of coping, a thing kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartView {
    /// Names it.
    pub id: EntityId,
    /// In the person's words.
    pub words: FieldView,
    /// Where it is kept, for a thing kept.
    pub place: FieldView,
    /// Every zone it was put in; more than one where two phones disagree.
    pub zones: Vec<String>,
    /// What must be said of it before it is followed.
    pub notes: Vec<String>,
}

/// One zone of a plan: colour, word and shape together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneView {
    /// `green`, `amber`, `red` or `any`.
    pub zone: &'static str,
    /// "Amber: getting worse".
    pub heading: String,
    /// `circle`, `triangle`, `hexagon`, or "" for any.
    pub shape: &'static str,
    /// My own signs.
    pub signs: Vec<PartView>,
    /// My own steps, in order.
    pub steps: Vec<PartView>,
}

/// Somebody to call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactView {
    /// Names them.
    pub id: EntityId,
    /// Their name.
    pub name: String,
    /// Who they are.
    pub relation: String,
    /// Their number, every version that stands.
    pub numbers: Vec<String>,
    /// What must be said of them.
    pub notes: Vec<String>,
}

/// A plan for when the person is unwell, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnwellView {
    /// Names it.
    pub id: EntityId,
    /// "When my breathing gets worse".
    pub name: FieldView,
    /// The zones that have anything in them.
    pub zones: Vec<ZoneView>,
    /// Two orders of steps, signs or contacts wait to be settled.
    pub order_note: Option<String>,
    /// Whom to call, in order.
    pub call: Vec<ContactView>,
    /// What helps me cope.
    pub coping: Vec<PartView>,
    /// Medicines and things kept, and where.
    pub kept: Vec<PartView>,
    /// Who agreed to it, and whether it changed since.
    pub agreements: Vec<AgreementView>,
    /// "Life at risk? 999 ...": always drawn.
    pub safety: String,
    /// What others suggest adding to it (a sign, a step), as lines.
    pub suggested: Vec<String>,
    /// Removed on one phone and changed on another: to be settled.
    pub unsettled: Option<String>,
    /// When it was used, newest first.
    pub used: Vec<UseView>,
}

/// One time a plan was used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UseView {
    /// Names it.
    pub id: EntityId,
    /// When, in words.
    pub at: String,
    /// The signs there were, in words.
    pub signs: Vec<String>,
    /// The steps that were done, in words.
    pub steps: Vec<String>,
    /// How it ended.
    pub outcome: FieldView,
}

impl Companion {
    /// Every plan for when the person is unwell.
    pub fn unwell_plans(&self) -> Vec<UnwellView> {
        let ledger = self.ledger();
        let who = self.who(&ledger);
        who.unwell_here().into_iter().map(|plan| who.unwell(&plan)).collect()
    }

    /// One plan.
    pub fn unwell(&self, id: EntityId) -> Result<UnwellView, Trouble> {
        let ledger = self.ledger();
        let entity = ledger.record().entity(Unwell::KIND.number(), id).ok_or(Trouble::NotFound)?;
        Ok(self.who(&ledger).unwell(&Unwell::read(id, entity)))
    }

    /// Notes that a plan was used. Returns what to say: "Saved here. Nobody has
    /// been alerted."
    pub fn note_use(
        &self,
        plan: EntityId,
        signs: Vec<EntityId>,
        steps: Vec<EntityId>,
        outcome: Option<&str>,
        by: &Writer,
    ) -> Result<String, Trouble> {
        let now = self.platform.clock.now();
        let mut fields = vec![
            (Use::PLAN, Value::Entity(plan)),
            (Use::AT, Value::Instant(now.ms, now.offset)),
            (Use::SIGNS, Value::Order(signs)),
            (Use::STEPS, Value::Order(steps)),
        ];
        fields.extend(outcome.map(|outcome| (Use::OUTCOME, Value::Text(outcome.to_owned()))));
        self.add(Kind::Use, &fields, by)?;
        Ok(self.words.safety("unwell-saved", &[]))
    }
}

impl Who<'_> {
    /// The plans to be drawn, by place.
    pub fn unwell_here(&self) -> Vec<Unwell> {
        let mut plans: Vec<Unwell> = Unwell::all(self.record)
            .into_iter()
            .filter(|plan| super::life::is_here(self.record, Kind::Unwell, plan.id))
            .collect();
        plans.sort_by_key(|plan| (plan.common.position.first().cloned(), plan.id));
        plans
    }

    /// Draws a plan.
    pub fn unwell(&self, plan: &Unwell) -> UnwellView {
        let signs: Vec<Sign> = self.parts(plan.id, Sign::all(self.record), |sign| (sign.id, &sign.plan));
        let steps: Vec<Step> = self.parts(plan.id, Step::all(self.record), |step| (step.id, &step.plan));
        let (sign_order, signs_differ) = self.ordered(&plan.signs, signs.iter().map(|sign| sign.id));
        let (step_order, steps_differ) = self.ordered(&plan.steps, steps.iter().map(|step| step.id));
        let zones = ZONES.iter().map(|zone| ZoneView {
            zone,
            heading: self.words.safety_plain(&format!("zone-{zone}"), &[]),
            shape: shape(zone),
            signs: pick(&sign_order, &signs, |sign| sign.id)
                .filter(|sign| in_zone(&sign.zone, zone))
                .map(|sign| self.part(Kind::Sign, sign.id, &sign.words, &Sign::WORDS, Some(&sign.zone)))
                .collect(),
            steps: pick(&step_order, &steps, |step| step.id)
                .filter(|step| in_zone(&step.zone, zone))
                .map(|step| self.part(Kind::Step, step.id, &step.words, &Step::WORDS, Some(&step.zone)))
                .collect(),
        });
        let zones = zones.filter(|zone| !zone.signs.is_empty() || !zone.steps.is_empty()).collect();
        let (call, call_differs) = self.calls(&plan.call);
        let (kept, kept_differs) = self.kept_things(plan);
        let differ = signs_differ || steps_differ || call_differs || kept_differs;
        UnwellView {
            id: plan.id,
            name: self.field(&plan.name, &Unwell::NAME),
            zones,
            order_note: differ.then(|| self.words.say("versions-orders-check-first", &[])),
            call,
            coping: self
                .parts(plan.id, Coping::all(self.record), |coping| (coping.id, &coping.plan))
                .iter()
                .map(|coping| self.part(Kind::Coping, coping.id, &coping.words, &Coping::WORDS, None))
                .collect(),
            kept,
            agreements: self.agreements(Kind::Unwell, plan.id),
            safety: self.words.safety("region-life-at-risk", &[]),
            suggested: self.suggested(plan.id),
            unsettled: self.unsettled(super::life::life(self.record, Kind::Unwell, plan.id)),
            used: self.uses(plan.id),
        }
    }

    /// The entries of one kind that belong to a plan and are here.
    fn parts<T: HasKind>(
        &self,
        plan: EntityId,
        all: Vec<T>,
        of: impl Fn(&T) -> (EntityId, &Kept<EntityId>),
    ) -> Vec<T> {
        all.into_iter()
            .filter(|part| {
                let (id, parent) = of(part);
                parent.first() == Some(&plan) && super::life::is_here(self.record, T::KIND, id)
            })
            .collect()
    }

    /// The first order that stands, and whether others stand beside it.
    fn ordered(
        &self,
        order: &Kept<Vec<EntityId>>,
        here: impl Iterator<Item = EntityId>,
    ) -> (Vec<EntityId>, bool) {
        let mut orders = in_order(order, &here.collect::<Vec<_>>()).orders;
        let differ = orders.len() > 1;
        (if orders.is_empty() { Vec::new() } else { orders.swap_remove(0) }, differ)
    }

    fn part(
        &self,
        kind: Kind,
        id: EntityId,
        words: &Kept<Words>,
        field: &Field,
        zone: Option<&Kept<String>>,
    ) -> PartView {
        let said = self.field(words, field);
        let mut notes = said.notes.clone();
        let zones: Vec<String> = zone.into_iter().flat_map(|zone| zone.all().cloned()).collect();
        if zone.is_some_and(|zone| !zone.is_settled()) && notes.is_empty() {
            notes.push(self.words.say("versions-check-first", &[]));
        }
        notes.extend(self.unsettled(super::life::life(self.record, kind, id)));
        notes.extend(self.pending(kind, id));
        PartView { id, words: said, place: FieldView::default(), zones, notes }
    }

    /// What others suggest for any field of an entry and waits, as lines.
    pub fn pending(&self, kind: Kind, id: EntityId) -> Vec<String> {
        let entity = self.record.entity(kind.number(), id);
        let fields = entity.into_iter().flat_map(|entity| entity.fields());
        let slots: Vec<Slot> =
            fields.map(|(field, _)| Slot { entity: id, kind: kind.number(), field }).collect();
        pending_lines(self, &slots)
    }

    /// What is suggested anywhere in a plan and waits, as lines.
    pub fn pending_in(&self, kind: Kind, id: EntityId) -> Vec<String> {
        let tree = tree_of(self.record, kind, id).into_iter();
        tree.flat_map(|(kind, id)| self.pending(kind, id)).chain(self.suggested(id)).collect()
    }

    /// The parts that others suggest adding, one line for each.
    fn suggested(&self, plan: EntityId) -> Vec<String> {
        let parts = suggested_parts(self.record, plan).into_iter();
        parts.filter_map(|(kind, id)| self.pending(kind, id).into_iter().next()).collect()
    }

    fn kept_things(&self, plan: &Unwell) -> (Vec<PartView>, bool) {
        let things: Vec<KeptThing> =
            self.parts(plan.id, KeptThing::all(self.record), |thing| (thing.id, &thing.plan));
        let (order, differ) = self.ordered(&plan.kept, things.iter().map(|thing| thing.id));
        let views = pick(&order, &things, |thing| thing.id).map(|thing| PartView {
            place: self.field(&thing.place, &KeptThing::PLACE),
            ..self.part(Kind::KeptThing, thing.id, &thing.what, &KeptThing::WHAT, None)
        });
        (views.collect(), differ)
    }

    fn calls(&self, order: &Kept<Vec<EntityId>>) -> (Vec<ContactView>, bool) {
        let named: Vec<EntityId> = order.all().flatten().copied().collect();
        let mut here: Vec<EntityId> = Vec::new();
        for id in named {
            if !here.contains(&id) && super::life::is_here(self.record, Kind::Person, id) {
                here.push(id);
            }
        }
        let (order, differ) = self.ordered(order, here.into_iter());
        (order.into_iter().filter_map(|id| self.contact(id)).collect(), differ)
    }

    /// Somebody to call.
    pub fn contact(&self, id: EntityId) -> Option<ContactView> {
        let person = Person::read(id, self.record.entity(Kind::Person.number(), id)?);
        let mut notes = Vec::new();
        if !person.number.is_settled() || !person.name.is_settled() {
            notes.push(self.words.say("versions-check-first", &[]));
        }
        let life: Life = super::life::life(self.record, Kind::Person, id);
        notes.extend(self.unsettled(life));
        notes.extend(self.pending(Kind::Person, id));
        let all = |kept: &Kept<Words>| kept.all().map(|words| words.text.clone()).collect::<Vec<_>>();
        let relation = if person.relation.is_answered() { &person.relation } else { &person.role };
        Some(ContactView {
            id,
            name: all(&person.name).join(" / "),
            relation: all(relation).join(" / "),
            numbers: all(&person.number),
            notes,
        })
    }

    fn uses(&self, plan: EntityId) -> Vec<UseView> {
        let mut uses: Vec<Use> =
            Use::all(self.record).into_iter().filter(|used| used.plan.first() == Some(&plan)).collect();
        uses.retain(|used| super::life::is_here(self.record, Kind::Use, used.id));
        uses.sort_by_key(|used| std::cmp::Reverse(used.at.first().copied()));
        uses.iter()
            .map(|used| UseView {
                id: used.id,
                at: used.at.first().map_or_else(String::new, |at| {
                    self.date(crate::record::When { ms: at.ms, offset: at.offset })
                }),
                signs: self.part_words(Kind::Sign, Sign::WORDS.number, &used.signs),
                steps: self.part_words(Kind::Step, Step::WORDS.number, &used.steps),
                outcome: self.field(&used.outcome, &Use::OUTCOME),
            })
            .collect()
    }

    fn part_words(&self, kind: Kind, field: u16, ids: &Kept<Vec<EntityId>>) -> Vec<String> {
        let ids = ids.first().cloned().unwrap_or_default();
        let registers = ids
            .into_iter()
            .filter_map(|entity| self.record.register(Slot { entity, kind: kind.number(), field }));
        let texts =
            registers.flat_map(|register| register.heads().iter().filter_map(|op| op.value()?.text()));
        texts.map(str::to_owned).collect()
    }
}

/// A room's kind, for code that works on several.
trait HasKind {
    const KIND: Kind;
}
macro_rules! has_kind {
    ($($name:ident),*) => { $(impl HasKind for $name { const KIND: Kind = $name::KIND; })* };
}
has_kind!(Sign, Step, Coping, KeptThing);

/// A sign or step stands in every zone that any version names, and in "any"
/// where none does: a disagreement hides nothing.
fn in_zone(zone: &Kept<String>, wanted: &str) -> bool {
    if zone.is_answered() { zone.all().any(|zone| zone == wanted) } else { wanted == "any" }
}

fn pick<'a, T>(
    order: &'a [EntityId],
    parts: &'a [T],
    id: impl Fn(&T) -> EntityId + 'a,
) -> impl Iterator<Item = &'a T> {
    order.iter().filter_map(move |wanted| parts.iter().find(|part| id(part) == *wanted))
}

/// The shape that goes with a zone's colour and word.
pub(super) fn shape(zone: &str) -> &'static str {
    match zone {
        "green" => "circle",
        "amber" => "triangle",
        "red" => "hexagon",
        _ => "",
    }
}
