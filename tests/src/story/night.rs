//! The plan for when Jo's breathing gets worse, what a carer suggests, and the
//! night it is used.

use super::plan::{show, text};
use super::{Phone, StoryClock, StoryError, Teller, Tongue, must};
use hearth_core::card;
use hearth_core::companion::{Companion, Trouble, UnwellView, Writer};
use hearth_core::plan::{
    Allergy, Card, Common, Condition, Coping, Form, KeptThing, Kind, Medicine, Person, Sign, Step, Unwell,
};
use hearth_core::record::{EntityId, Value};

const PERSON: &Writer = &Writer::Person;

/// What the night needs of the plan.
pub struct UnwellPlan {
    pub id: EntityId,
    pub signs: Vec<EntityId>,
    pub steps: Vec<EntityId>,
    pub sam: EntityId,
}

pub fn write_the_plan(
    hearth: &Companion,
    clock: &StoryClock,
    teller: &mut Teller,
) -> Result<UnwellPlan, StoryError> {
    let t = teller.tongue();
    teller.chapter(
        "When I’m unwell, and the card for a stranger",
        "Pan fydda i’n sâl, a’r cerdyn i ddieithryn",
    );
    clock.days(2);
    let person = |name: &str, relation: &str, number: &str, on_card: bool| {
        let fields = [
            (Person::NAME, text(name)),
            (Person::RELATION, text(relation)),
            (Person::NUMBER, text(number)),
            (Common::ON_CARD, Value::Bool(on_card)),
        ];
        hearth.add(Kind::Person, &fields, PERSON)
    };
    let sam = person("Sam", t.pick("my son", "fy mab"), "07700 900 123", true)?;
    let nurse = person(
        t.pick("The respiratory nurse", "Y nyrs anadlol"),
        t.pick("at the practice", "yn y feddygfa"),
        "01632 960 001",
        false,
    )?;
    let id = hearth.add(
        Kind::Unwell,
        &[(Unwell::NAME, text(t.pick("When my breathing gets worse", "Pan fydd fy anadlu’n gwaethygu")))],
        PERSON,
    )?;
    let sign = |zone: &str, words: &str| {
        let plan = (Sign::PLAN, Value::Entity(id));
        hearth.add(
            Kind::Sign,
            &[plan, (Sign::ZONE, Value::Code(zone.into())), (Sign::WORDS, text(words))],
            PERSON,
        )
    };
    let step = |zone: &str, words: &str| {
        let plan = (Step::PLAN, Value::Entity(id));
        hearth.add(
            Kind::Step,
            &[plan, (Step::ZONE, Value::Code(zone.into())), (Step::WORDS, text(words))],
            PERSON,
        )
    };
    let signs = vec![
        sign(
            "green",
            t.pick(
                "I can walk to the shop and talk on the way.",
                "Gallaf gerdded i’r siop a siarad ar y ffordd.",
            ),
        )?,
        sign(
            "amber",
            t.pick("I stop for breath on the stairs.", "Rwy’n aros i gael fy ngwynt ar y grisiau."),
        )?,
        sign("red", t.pick("I can’t finish a sentence.", "Ni allaf orffen brawddeg."))?,
    ];
    let steps = vec![
        step(
            "amber",
            t.pick("Sit forward, slow breaths, fan on.", "Eistedd ymlaen, anadlu’n araf, gwyntyll ymlaen."),
        )?,
        step(
            "amber",
            t.pick(
                "Do what the nurse and I wrote about my inhaler.",
                "Gwneud yr hyn a ysgrifennodd y nyrs a minnau am fy mhwmp.",
            ),
        )?,
        step("amber", t.pick("Ring the practice today.", "Ffonio’r feddygfa heddiw."))?,
        step(
            "red",
            t.pick(
                "Ring 999. Say “COPD, very short of breath”.",
                "Ffonio 999. Dweud “COPD, yn fyr iawn fy ngwynt”.",
            ),
        )?,
        step("red", t.pick("Unlock the front door.", "Datgloi’r drws ffrynt."))?,
    ];
    hearth.write(Kind::Unwell, id, &Unwell::SIGNS, Value::Order(signs.clone()), PERSON)?;
    hearth.write(Kind::Unwell, id, &Unwell::STEPS, Value::Order(steps.clone()), PERSON)?;
    hearth.write(Kind::Unwell, id, &Unwell::CALL, Value::Order(vec![sam, nurse]), PERSON)?;
    let kept = [
        (KeptThing::PLAN, Value::Entity(id)),
        (
            KeptThing::WHAT,
            text(t.pick("Rescue pack, as agreed with the nurse", "Pecyn achub, fel y cytunwyd gyda’r nyrs")),
        ),
        (KeptThing::PLACE, text(t.pick("blue tin, kitchen shelf", "tun glas, silff y gegin"))),
    ];
    hearth.add(Kind::KeptThing, &kept, PERSON)?;
    let coping = [
        (Coping::PLAN, Value::Entity(id)),
        (
            Coping::WORDS,
            text(
                t.pick("The radio on low. Count my breaths out.", "Y radio’n dawel. Cyfrif fy anadl allan."),
            ),
        ),
    ];
    hearth.add(Kind::Coping, &coping, PERSON)?;
    let (nurse, key_worker) = nurse_and_role(t);
    hearth.agree(Kind::Unwell, id, nurse, key_worker, "2026-10-03", PERSON)?;
    hearth.write(Kind::Unwell, id, &Unwell::AT_HAND, Value::Bool(true), PERSON)?;
    write_the_card(hearth, t)?;
    show_unwell(teller, &hearth.unwell(id)?);
    Ok(UnwellPlan { id, signs, steps, sam })
}

fn nurse_and_role(t: Tongue) -> (&'static str, &'static str) {
    (t.pick("the respiratory nurse", "y nyrs anadlol"), t.pick("key worker", "gweithiwr allweddol"))
}

fn write_the_card(hearth: &Companion, t: Tongue) -> Result<(), StoryError> {
    let on = (Common::ON_CARD, Value::Bool(true));
    let card = EntityId::only(Kind::Card.number());
    for field in [Card::SHOW_NAME, Card::SHOW_BORN, Card::SHOW_COMMUNICATE] {
        hearth.write(Kind::Card, card, &field, Value::Bool(true), PERSON)?;
    }
    let very_unwell = text(t.pick("Let me sit up. Please ring Sam.", "Gadewch i mi eistedd. Ffoniwch Sam."));
    hearth.write(Kind::Card, card, &Card::VERY_UNWELL, very_unwell, PERSON)?;
    hearth.write(Kind::Card, card, &Card::MEDICINES_CHECKED, Value::Date("2026-10-01".into()), PERSON)?;
    let allergy = [
        (Allergy::WHAT, text(t.pick("Penicillin", "Penisilin"))),
        (Allergy::REACTION, text(t.pick("swelling", "chwyddo"))),
        (Allergy::SINCE, Value::Date("2009".into())),
        on.clone(),
    ];
    hearth.add(Kind::Allergy, &allergy, PERSON)?;
    for condition in [
        "COPD",
        t.pick("Osteoarthritis", "Osteoarthritis"),
        t.pick("Hearing loss (left)", "Colli clyw (chwith)"),
    ] {
        hearth.add(Kind::Condition, &[(Condition::WORDS, text(condition)), on.clone()], PERSON)?;
    }
    for medicine in ["Tiotropium", "Paracetamol"] {
        hearth.add(Kind::Medicine, &[(Medicine::WORDS, text(medicine)), on.clone()], PERSON)?;
    }
    let form = [
        (Form::FORM, Value::Code("respect".into())),
        (Form::DATED, Value::Date("2026-06-03".into())),
        (Form::PLACE, text(t.pick("blue folder in the hall", "ffolder las yn y cyntedd"))),
        on,
    ];
    hearth.add(Kind::Form, &form, PERSON)?;
    Ok(())
}

pub fn show_unwell(teller: &mut Teller, plan: &UnwellView) {
    let t = teller.tongue();
    show(teller, t.pick("Plan", "Cynllun"), &plan.name);
    for agreement in &plan.agreements {
        teller.screen(&format!("    {}", agreement.line));
    }
    for zone in &plan.zones {
        let shape = if zone.shape.is_empty() { String::new() } else { format!(" ({})", zone.shape) };
        teller.screen(&format!("{}{shape}", zone.heading));
        for sign in &zone.signs {
            teller.screen(&format!("    {}: {}", t.pick("sign", "arwydd"), sign.words.text()));
        }
        for (number, step) in zone.steps.iter().enumerate() {
            for version in &step.words.versions {
                teller.screen(&format!("    {}. {}", number + 1, version.text));
            }
            for note in &step.notes {
                teller.screen(&format!("       ! {note}"));
            }
        }
    }
    for contact in &plan.call {
        teller.screen(&format!(
            "{} {} ({}): {}",
            t.pick("Call", "Ffonio"),
            contact.name,
            contact.relation,
            contact.numbers.join(" / ")
        ));
    }
    teller.screen(&plan.safety);
}

/// A carer's words arrive beside Jo's, and accepting asks a second time.
pub fn a_carer_suggests(
    hearth: &Companion,
    plan: &UnwellPlan,
    clock: &StoryClock,
    teller: &mut Teller,
) -> Result<(), StoryError> {
    let t = teller.tongue();
    teller.chapter("Sam suggests; Jo decides", "Sam yn awgrymu; Jo’n penderfynu");
    clock.days(1);
    let sam = Writer::Carer(plan.sam);
    let step = *plan.steps.get(4).ok_or_else(|| StoryError::Wrong("five steps".into()))?;
    let words = text(t.pick(
        "Unlock the front door and put the porch light on.",
        "Datgloi’r drws ffrynt a rhoi golau’r porth ymlaen.",
    ));
    hearth.write(Kind::Step, step, &Step::WORDS, words, &sam)?;
    let waiting = hearth.suggestions();
    let suggestion = waiting.first().ok_or_else(|| StoryError::Wrong("Sam’s suggestion waits".into()))?;
    teller.screen(&suggestion.line);
    teller.screen(&format!("    {} {}", t.pick("yours:  ", "eich un chi:"), suggestion.stands));
    teller.screen(&format!("    {} {}", t.pick("offered:", "awgrym:     "), suggestion.offered));
    match hearth.accept(suggestion.id, false) {
        Err(Trouble::AskAgain) => teller.screen(&Trouble::AskAgain.sentence(hearth.words())),
        _ => must(false, "accepting a step asks a second time")?,
    }
    hearth.accept(suggestion.id, true)?;
    let view = hearth.unwell(plan.id)?;
    let changed = view.agreements.first().is_some_and(|agreement| agreement.changed);
    must(changed, "the agreement says that a step has changed since")?;
    for agreement in &view.agreements {
        teller.screen(&agreement.line);
    }
    let last = view.zones.iter().flat_map(|zone| &zone.steps).find(|part| part.id == step);
    if let Some(step) = last {
        show(teller, t.pick("Step", "Cam"), &step.words);
    }
    clock.days(4);
    let (nurse, key_worker) = nurse_and_role(t);
    hearth.agree(Kind::Unwell, plan.id, nurse, key_worker, "2026-10-08", PERSON)?;
    Ok(())
}

/// 3 a.m.: the card opens by its own small door, and the use is noted.
pub fn a_bad_night(
    hearth: &Companion,
    phone: &Phone,
    plan: &UnwellPlan,
    clock: &StoryClock,
    teller: &mut Teller,
) -> Result<(), StoryError> {
    let t = teller.tongue();
    teller.chapter("A bad night: the card, without unlocking", "Noson wael: y cerdyn, heb ddatgloi");
    clock.days(9);
    clock.minutes(17 * 60 + 3);
    let now = hearth_core::companion::Clock::now(clock);
    let key = hearth_core::companion::card_key(&phone.folders().card, &phone.platform())?;
    let open = card::open(&phone.folders().card, &key)
        .map_err(|error| StoryError::Wrong(format!("the card opens: {error}")))?;
    teller.say(
        "The card’s door reads two small files. It needs no store, no unlock, no network.",
        "Mae drws y cerdyn yn darllen dwy ffeil fach. Nid oes angen y storfa, datgloi na rhwydwaith.",
    );
    teller.screen(&open.doc.name);
    teller.screen(&open.doc.age_line(now.ms, i32::from(now.offset)));
    for plan in &open.doc.plans {
        teller.screen(&plan.name);
        for zone in plan.zones.iter().filter(|zone| !zone.steps.is_empty()) {
            teller.screen(&zone.heading);
            for (number, step) in zone.steps.iter().enumerate() {
                teller.screen(&format!("    {}. {}", number + 1, step.text));
            }
        }
    }
    let (amber, first) = (plan.signs.get(1..2).unwrap_or_default(), plan.steps.get(..2).unwrap_or_default());
    let outcome = Some(t.pick(
        "Settled after an hour. Rang the practice in the morning.",
        "Gwella ar ôl awr. Ffoniais y feddygfa yn y bore.",
    ));
    let said = hearth.note_use(plan.id, amber.to_vec(), first.to_vec(), outcome, PERSON)?;
    teller.screen(&said);
    for used in hearth.unwell(plan.id)?.used {
        teller.screen(&format!("{}: {} / {}", used.at, used.signs.join(" "), used.steps.join(" ")));
    }
    Ok(())
}
