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
        teller.screen(&format!("{label}: not answered"));
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
    teller.chapter("A plan that Jo holds");
    teller.say("Jo Example lives with COPD and sore joints. Hearth asks for one thing: what to call you.");
    must(words.words().len() == 12, "there are twelve recovery words")?;
    teller.say(
        "Twelve recovery words are shown once, to write down: with them and a backup the plan comes back.",
    );
    let (me, about) = (EntityId::only(Kind::Me.number()), EntityId::only(Kind::AboutMe.number()));
    hearth.write(Kind::Me, me, &Me::NAME, text("Jo Example"), PERSON)?;
    hearth.write(Kind::Me, me, &Me::BORN, Value::Date("1951-03-04".into()), PERSON)?;
    let important = text("My garden, my sister, and being in my own kitchen.");
    hearth.write(Kind::AboutMe, about, &AboutMe::IMPORTANT, important, PERSON)?;
    let communicate = text("Face me when you speak: I am deaf in my left ear.");
    hearth.write(Kind::AboutMe, about, &AboutMe::COMMUNICATE, communicate, PERSON)?;
    for room in hearth.about().rooms.iter().filter(|room| room.said.is_answered()) {
        show(teller, &room.heading, &room.said);
    }
    Ok(())
}

/// The four personal outcomes that CQC prints (`002_0130548c3317797c.txt`), and
/// the Year of Care COPD personal plan filled in (`003_e56b2922d8428643.txt`).
pub fn goals(hearth: &Companion, clock: &StoryClock, teller: &mut Teller) -> Result<Goals, StoryError> {
    teller.chapter("What matters, how much, and what exactly to do");
    let goal = |words: &str, importance: Option<i64>| {
        let mut fields = vec![(Goal::WORDS, text(words)), (Goal::STATUS, Value::Code("going".into()))];
        fields.extend(importance.map(|step| (Goal::IMPORTANCE, Value::Int(step))));
        hearth.add(Kind::Goal, &fields, PERSON)
    };
    let pain = goal("better manage my pain relief so I don’t wake up at night", Some(9))?;
    let home = goal("stay in my house as long as possible", Some(10))?;
    let people = goal("meet new people in my local area", Some(7))?;
    let hospice = goal("receive end of life care at the hospice close to my sister", None)?;
    hearth.only_me(Kind::Goal, hospice, true)?;
    hearth.write(Kind::Goal, pain, &Goal::PINNED, Value::Bool(true), PERSON)?;
    for (place, id) in ["c", "h", "n", "t"].iter().zip([pain, home, people, hospice]) {
        hearth.write(Kind::Goal, id, &Common::POSITION, text(place), PERSON)?;
    }
    clock.minutes(10);
    let walk = hearth.add(
        Kind::Action,
        &[
            (Action::GOAL, Value::Entity(people)),
            (Action::WHAT, text("Walk with the Tuesday group to the canal and back")),
            (Action::BARRIER, text("Rain, or tired legs")),
            (Action::STRATEGY, text("Ask Sam to come, or join for tea after")),
            (Action::CONFIDENCE, Value::Int(6)),
        ],
        PERSON,
    )?;
    hearth.add(
        Kind::Action,
        &[
            (Action::GOAL, Value::Entity(home)),
            (Action::WHAT, text("Use my inhaler the way the nurse showed me, morning and night")),
            (Action::BARRIER, text("I forget when I am tired")),
            (Action::STRATEGY, text("Keep it beside the kettle")),
            (Action::CONFIDENCE, Value::Int(8)),
        ],
        PERSON,
    )?;
    let promise = [
        (Promise::WHAT, text("A place at pulmonary rehabilitation")),
        (Promise::WHO, text("The respiratory nurse")),
        (Promise::BY, Value::Date("2026-10-16".into())),
        (Promise::SAID, Value::Date("2026-10-01".into())),
        (Promise::STATE, Value::Code("promised".into())),
    ];
    hearth.add(Kind::Promise, &promise, PERSON)?;
    hearth.agree(Kind::Goal, people, "the respiratory nurse", "key worker", "2026-10-01", PERSON)?;
    for goal in hearth.goals() {
        show_goal(teller, &goal);
    }
    teller.say("The last goal is marked “only me”: it is never sent, shared, printed or shown to a carer.");
    match hearth.write(Kind::Action, walk, &Action::CONFIDENCE, Value::Int(11), PERSON) {
        Err(trouble) => teller.say(&format!("Somebody types 11: “{}”", trouble.sentence(hearth.words()))),
        Ok(_) => must(false, "11 is refused")?,
    }
    Ok(Goals { people, walk })
}

pub fn show_goal(teller: &mut Teller, goal: &GoalView) {
    show(teller, if goal.pinned { "Goal (kept at the top)" } else { "Goal" }, &goal.words);
    teller.screen(&format!("    {}", goal.importance_line));
    for action in &goal.actions {
        show(teller, "  What exactly am I going to do?", &action.what);
        show(teller, "  What might stop me?", &action.barrier);
        show(teller, "  What can I do about it?", &action.strategy);
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
    teller.chapter("Results, as they were sent");
    hearth.add_result("Peak flow", "310", "L/min", "2026-09-28", PERSON)?;
    for file in ["Observation-blood-pressure.json", "Observation-bmi.json", "Observation-satO2.json"] {
        let bytes = std::fs::read(examples.join(file))?;
        hearth.import_observation(&bytes, "HL7 R4 examples")?;
    }
    let (count, again) = (hearth.results().len(), std::fs::read(examples.join("Observation-bmi.json"))?);
    hearth.import_observation(&again, "HL7 R4 examples")?;
    must(hearth.results().len() == count, "reading a result twice adds it once")?;
    for result in hearth.results() {
        let from = if result.source.is_answered() { result.source.text() } else { "typed by Jo" };
        let value = format!("{}{} {}", result.sign, result.value.text(), result.unit.text());
        let line = format!("{}: {}", result.name.text(), value.trim());
        teller.screen(&format!("{}, {} ({from})", line.trim_end_matches([' ', ':']), result.on.text()));
        for part in &result.parts {
            teller.screen(&format!("    {}: {} {}", part.name.text(), part.value.text(), part.unit.text()));
        }
    }
    teller.say("No range, no target, no judgement: numbers as they were written, and where they came from.");
    Ok(())
}

/// November: what was promised is late, and how it went.
pub fn later(
    hearth: &Companion,
    goals: &Goals,
    clock: &StoryClock,
    teller: &mut Teller,
) -> Result<(), StoryError> {
    teller.chapter("November: how it went, and what is late");
    for (days, went, confidence) in [
        (4, Some("Went as far as the bridge. Met Val, who also has a bad chest."), Some(6)),
        (7, None, None),
        (7, Some("All the way and tea after. Sam came."), Some(8)),
    ] {
        clock.days(days);
        hearth.check_in(goals.walk, went, confidence, PERSON)?;
    }
    let goal = hearth.goal(goals.people)?;
    for check_in in goal.actions.iter().flat_map(|action| &action.check_ins) {
        let confidence = check_in.confidence.map_or("not answered".to_owned(), |step| step.to_string());
        let went = if check_in.went.is_answered() { check_in.went.text() } else { "not answered" };
        teller.screen(&format!("{}: {went} (confident: {confidence})", check_in.at));
    }
    let home = hearth.home();
    must(!home.late.is_empty(), "the promise shows as late")?;
    for promise in &home.late {
        teller.screen(&format!(
            "Promised, and late: {} — {} · {}",
            promise.what.text(),
            promise.who_by,
            promise.state
        ));
    }
    teller.say("A promise that is late comes up by itself. Nobody is blamed.");
    Ok(())
}

/// A second run goes on.
pub fn another_week(hearth: &Companion, teller: &mut Teller) -> Result<(), StoryError> {
    let home = hearth.home();
    teller.screen(&format!("Good morning, {}", home.call_me));
    let action = hearth.goals().into_iter().flat_map(|goal| goal.actions).next();
    if let Some(action) = action {
        hearth.check_in(action.id, Some("Another week, and going on."), Some(7), PERSON)?;
        let count = hearth.goals().iter().flat_map(|g| &g.actions).map(|a| a.check_ins.len()).max();
        teller.screen(&format!("{}: {} check-ins now", action.what.text(), count.unwrap_or(0)));
    }
    Ok(())
}
