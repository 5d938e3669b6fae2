//! The first day, the goals, the results, the weeks after.

use super::{StoryClock, StoryError, Teller, must};
use hearth_core::companion::{Companion, FieldView, GoalView, Writer};
use hearth_core::plan::{AboutMe, Action, Common, Goal, Kind, Me, Promise};
use hearth_core::record::{EntityId, Value};
use hearth_core::vault::RecoveryWords;
use std::path::Path;

const PERSON: &Writer = &Writer::Person;

/// The goal and the action that the story comes back to.
pub struct Goals {
    pub people: EntityId,
    pub walk: EntityId,
}

pub fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// A field with who wrote it, as a screen shows it.
pub fn show(teller: &mut Teller, label: &str, field: &FieldView) {
    if field.versions.is_empty() {
        let empty = teller.tongue().pick("not answered", "heb ei ateb");
        teller.screen(&format!("{label}: {empty}"));
    }
    for version in &field.versions {
        let colon = if label.ends_with('?') { "" } else { ":" };
        teller.screen(&format!("{label}{colon} {}", version.text));
        for who in &version.who {
            teller.screen(&format!("    {who}"));
        }
    }
    for note in &field.notes {
        teller.screen(&format!("    ! {note}"));
    }
    for offer in &field.offers {
        teller.screen(&format!("    - - {}: {} - -", offer.line, offer.text));
    }
}

pub fn first_day(hearth: &Companion, words: &RecoveryWords, teller: &mut Teller) -> Result<(), StoryError> {
    let t = teller.tongue();
    teller.chapter("A plan that Jo holds", "Cynllun yn nwylo Jo");
    teller.say(
        "Jo Example lives with COPD and sore joints. Hearth asks for one thing: what to call you.",
        "Mae Jo Example yn byw gyda COPD a chymalau poenus. Un peth mae Hearth yn ei ofyn: beth i’ch galw.",
    );
    must(words.words().len() == 12, "there are twelve recovery words")?;
    teller.say(
        "Twelve recovery words are shown once, to write down: with them and a backup the plan comes back.",
        "Dangosir deuddeg gair adfer unwaith, i’w hysgrifennu: gyda nhw a chopi wrth gefn daw’r cynllun yn ôl.",
    );
    let (me, about) = (EntityId::only(Kind::Me.number()), EntityId::only(Kind::AboutMe.number()));
    hearth.write(Kind::Me, me, &Me::NAME, text("Jo Example"), PERSON)?;
    hearth.write(Kind::Me, me, &Me::BORN, Value::Date("1951-03-04".into()), PERSON)?;
    let important = text(t.pick(
        "My garden, my sister, and being in my own kitchen.",
        "Fy ngardd, fy chwaer, a bod yn fy nghegin fy hun.",
    ));
    hearth.write(Kind::AboutMe, about, &AboutMe::IMPORTANT, important, PERSON)?;
    let communicate = text(t.pick(
        "Face me when you speak: I am deaf in my left ear.",
        "Wynebwch fi wrth siarad: rwy’n fyddar yn fy nghlust chwith.",
    ));
    hearth.write(Kind::AboutMe, about, &AboutMe::COMMUNICATE, communicate, PERSON)?;
    for room in hearth.about().rooms.iter().filter(|room| room.said.is_answered()) {
        show(teller, &room.heading, &room.said);
    }
    Ok(())
}

/// The four personal outcomes that CQC prints (`002_0130548c3317797c.txt`), and
/// the Year of Care COPD personal plan filled in (`003_e56b2922d8428643.txt`), with a
/// pause between goals and actions.
pub fn goals(hearth: &Companion, pause: &dyn Fn(), teller: &mut Teller) -> Result<Goals, StoryError> {
    let t = teller.tongue();
    teller.chapter(
        "What matters, how much, and what exactly to do",
        "Beth sy’n bwysig, faint, a beth yn union i’w wneud",
    );
    let goal = |words: &str, importance: Option<i64>| {
        let mut fields = vec![(Goal::WORDS, text(words)), (Goal::STATUS, Value::Code("going".into()))];
        fields.extend(importance.map(|step| (Goal::IMPORTANCE, Value::Int(step))));
        hearth.add(Kind::Goal, &fields, PERSON)
    };
    let pain = goal(
        t.pick(
            "better manage my pain relief so I don’t wake up at night",
            "rheoli fy lleddfu poen yn well fel nad wyf yn deffro yn y nos",
        ),
        Some(9),
    )?;
    let home =
        goal(t.pick("stay in my house as long as possible", "aros yn fy nhŷ cyhyd â phosibl"), Some(10))?;
    let people =
        goal(t.pick("meet new people in my local area", "cwrdd â phobl newydd yn fy ardal"), Some(7))?;
    let hospice = goal(
        t.pick(
            "receive end of life care at the hospice close to my sister",
            "cael gofal diwedd oes yn yr hosbis ger fy chwaer",
        ),
        None,
    )?;
    hearth.only_me(Kind::Goal, hospice, true)?;
    hearth.write(Kind::Goal, pain, &Goal::PINNED, Value::Bool(true), PERSON)?;
    for (place, id) in ["c", "h", "n", "t"].iter().zip([pain, home, people, hospice]) {
        hearth.write(Kind::Goal, id, &Common::POSITION, text(place), PERSON)?;
    }
    pause();
    let walk = hearth.add(
        Kind::Action,
        &[
            (Action::GOAL, Value::Entity(people)),
            (
                Action::WHAT,
                text(t.pick(
                    "Walk with the Tuesday group to the canal and back",
                    "Cerdded gyda’r grŵp dydd Mawrth at y gamlas ac yn ôl",
                )),
            ),
            (Action::BARRIER, text(t.pick("Rain, or tired legs", "Glaw, neu goesau blinedig"))),
            (
                Action::STRATEGY,
                text(t.pick(
                    "Ask Sam to come, or join for tea after",
                    "Gofyn i Sam ddod, neu ymuno am de wedyn",
                )),
            ),
            (Action::CONFIDENCE, Value::Int(6)),
        ],
        PERSON,
    )?;
    hearth.add(
        Kind::Action,
        &[
            (Action::GOAL, Value::Entity(home)),
            (
                Action::WHAT,
                text(t.pick(
                    "Use my inhaler the way the nurse showed me, morning and night",
                    "Defnyddio fy mhwmp fel y dangosodd y nyrs, bore a nos",
                )),
            ),
            (
                Action::BARRIER,
                text(t.pick("I forget when I am tired", "Rwy’n anghofio pan fydda i wedi blino")),
            ),
            (Action::STRATEGY, text(t.pick("Keep it beside the kettle", "Ei gadw wrth ymyl y tegell"))),
            (Action::CONFIDENCE, Value::Int(8)),
        ],
        PERSON,
    )?;
    let promise = [
        (
            Promise::WHAT,
            text(t.pick("A place at pulmonary rehabilitation", "Lle ar gwrs adsefydlu’r ysgyfaint")),
        ),
        (Promise::WHO, text(t.pick("The respiratory nurse", "Y nyrs anadlol"))),
        (Promise::BY, Value::Date("2026-10-16".into())),
        (Promise::SAID, Value::Date("2026-10-01".into())),
        (Promise::STATE, Value::Code("promised".into())),
    ];
    hearth.add(Kind::Promise, &promise, PERSON)?;
    let nurse = t.pick("the respiratory nurse", "y nyrs anadlol");
    hearth.agree(
        Kind::Goal,
        people,
        nurse,
        t.pick("key worker", "gweithiwr allweddol"),
        "2026-10-01",
        PERSON,
    )?;
    for goal in hearth.goals() {
        show_goal(teller, &goal);
    }
    teller.say(
        "The last goal is marked “only me”: it is never sent, shared, printed or shown to a carer.",
        "Mae’r nod olaf wedi’i farcio “fi yn unig”: nid yw byth yn cael ei anfon, ei rannu, ei argraffu na’i ddangos i ofalwr.",
    );
    match hearth.write(Kind::Action, walk, &Action::CONFIDENCE, Value::Int(11), PERSON) {
        Err(trouble) => {
            let said = trouble.sentence(hearth.words());
            teller
                .say(&format!("Somebody types 11: “{said}”"), &format!("Mae rhywun yn teipio 11: “{said}”"));
        }
        Ok(_) => must(false, "11 is refused")?,
    }
    Ok(Goals { people, walk })
}

pub fn show_goal(teller: &mut Teller, goal: &GoalView) {
    let t = teller.tongue();
    let pinned = t.pick("Goal (kept at the top)", "Nod (ar y brig)");
    show(teller, if goal.pinned { pinned } else { t.pick("Goal", "Nod") }, &goal.words);
    teller.screen(&format!("    {}", goal.importance_line));
    for action in &goal.actions {
        show(
            teller,
            t.pick("  What exactly am I going to do?", "  Beth yn union ydw i’n mynd i’w wneud?"),
            &action.what,
        );
        show(teller, t.pick("  What might stop me?", "  Beth allai fy rhwystro?"), &action.barrier);
        show(
            teller,
            t.pick("  What can I do about it?", "  Beth alla i ei wneud am y peth?"),
            &action.strategy,
        );
        teller.screen(&format!("    {}", action.confidence_line));
        if let Some(ask) = &action.ask {
            teller.screen(&format!("    {ask}"));
        }
    }
    for agreement in &goal.agreements {
        teller.screen(&format!("    {}", agreement.line));
    }
    if let Some(unsettled) = &goal.unsettled {
        teller.screen(&format!("    ! {unsettled}"));
    }
}

/// Results typed, and read from HL7's published R4 examples (CC0).
pub fn results(hearth: &Companion, examples: &Path, teller: &mut Teller) -> Result<(), StoryError> {
    let t = teller.tongue();
    teller.chapter("Results, as they were sent", "Canlyniadau, fel y’u hanfonwyd");
    hearth.add_result(t.pick("Peak flow", "Llif brig"), "310", "L/min", "2026-09-28", PERSON)?;
    for file in ["Observation-blood-pressure.json", "Observation-bmi.json", "Observation-satO2.json"] {
        let bytes = std::fs::read(examples.join(file))?;
        hearth.import_observation(&bytes, "HL7 R4 examples")?;
    }
    let (count, again) = (hearth.results().len(), std::fs::read(examples.join("Observation-bmi.json"))?);
    hearth.import_observation(&again, "HL7 R4 examples")?;
    must(hearth.results().len() == count, "reading a result twice adds it once")?;
    for result in hearth.results() {
        let from = if result.source.is_answered() {
            result.source.text()
        } else {
            t.pick("typed by Jo", "wedi’i deipio gan Jo")
        };
        let value = format!("{}{} {}", result.sign, result.value.text(), result.unit.text());
        let line = format!("{}: {}", result.name.text(), value.trim());
        teller.screen(&format!("{}, {} ({from})", line.trim_end_matches([' ', ':']), result.on.text()));
        for part in &result.parts {
            teller.screen(&format!("    {}: {} {}", part.name.text(), part.value.text(), part.unit.text()));
        }
    }
    teller.say(
        "No range, no target, no judgement: numbers as they were written, and where they came from.",
        "Dim ystod, dim targed, dim barn: rhifau fel y’u hysgrifennwyd, ac o ble y daethant.",
    );
    Ok(())
}

/// November: what was promised is late, and how it went.
pub fn later(
    hearth: &Companion,
    goals: &Goals,
    clock: &StoryClock,
    teller: &mut Teller,
) -> Result<(), StoryError> {
    let t = teller.tongue();
    teller.chapter("November: how it went, and what is late", "Tachwedd: sut aeth hi, a beth sy’n hwyr");
    for (days, went, confidence) in [
        (
            4,
            Some(t.pick(
                "Went as far as the bridge. Met Val, who also has a bad chest.",
                "Es i mor bell â’r bont. Cwrddais â Val, sydd â brest wael hefyd.",
            )),
            Some(6),
        ),
        (7, None, None),
        (
            7,
            Some(t.pick("All the way and tea after. Sam came.", "Yr holl ffordd a the wedyn. Daeth Sam.")),
            Some(8),
        ),
    ] {
        clock.days(days);
        hearth.check_in(goals.walk, went, confidence, PERSON)?;
    }
    let goal = hearth.goal(goals.people)?;
    for check_in in goal.actions.iter().flat_map(|action| &action.check_ins) {
        let empty = hearth.words().plain("scale-not-answered", &[]);
        let confidence = check_in.confidence.map_or(empty.clone(), |step| step.to_string());
        let went = if check_in.went.is_answered() { check_in.went.text() } else { &empty };
        let confident = t.pick("confident", "hyderus");
        teller.screen(&format!("{}: {went} ({confident}: {confidence})", check_in.at));
    }
    let home = hearth.home();
    must(!home.late.is_empty(), "the promise shows as late")?;
    for promise in &home.late {
        teller.screen(&format!(
            "{}: {} — {} · {}",
            t.pick("Promised, and late", "Addawyd, ac yn hwyr"),
            promise.what.text(),
            promise.who_by,
            promise.state
        ));
    }
    teller.say(
        "A promise that is late comes up by itself. Nobody is blamed.",
        "Daw addewid hwyr i’r amlwg ohono’i hun. Does neb yn cael bai.",
    );
    Ok(())
}

/// A second run goes on.
pub fn another_week(hearth: &Companion, teller: &mut Teller) -> Result<(), StoryError> {
    let t = teller.tongue();
    let home = hearth.home();
    teller.screen(&format!("{}, {}", t.pick("Good morning", "Bore da"), home.call_me));
    let action = hearth.goals().into_iter().flat_map(|goal| goal.actions).next();
    if let Some(action) = action {
        hearth.check_in(
            action.id,
            Some(t.pick("Another week, and going on.", "Wythnos arall, ac ymlaen.")),
            Some(7),
            PERSON,
        )?;
        let count = hearth.goals().iter().flat_map(|g| &g.actions).map(|a| a.check_ins.len()).max();
        let now = t.pick("check-ins now", "cofnod erbyn hyn");
        teller.screen(&format!("{}: {} {now}", action.what.text(), count.unwrap_or(0)));
    }
    Ok(())
}
