//! Jo links with her practice: the plan goes there, and a result, two changes
//! that a nurse suggests, and a promise come back and are settled.

use super::plan::{Goals, show};
use super::{StoryClock, StoryError, Teller, must};
use crate::practice::phone::Unhurried;
use crate::practice::{BASE, CLIENT, PATIENT, Practice, Quirks, REDIRECT, SimWorld};
use hearth_core::companion::{Clock, Companion, Outside, SyncView, Writer};
use hearth_core::record::EntityId;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;

const PERSON: &Writer = &Writer::Person;

/// The practice of the story, in this process.
pub struct Surgery {
    practice: Arc<Practice>,
    world: Arc<SimWorld>,
}

impl Surgery {
    /// One that keeps Jo's record.
    pub fn new() -> Self {
        let world = Arc::new(SimWorld::new(2026));
        Self { practice: Arc::new(Practice::new(&world, Quirks::default())), world }
    }

    /// How a phone of the story reaches it.
    pub fn outside(&self) -> Outside {
        Outside {
            http: Some(Arc::clone(&self.practice) as _),
            world: Some(Arc::clone(&self.world) as _),
            ..Outside::default()
        }
    }

    /// Its time goes on as the story's does.
    fn catch_up(&self, clock: &StoryClock) {
        self.world.pass((clock.now().ms - self.world.ms()).max(0));
    }

    /// What it keeps of one type that says these words in this place.
    fn that_says(&self, kind: &str, place: &str, words: &str) -> Result<(String, Value), StoryError> {
        let all = self.practice.all(kind).into_iter();
        let read = all.filter_map(|kept| Some((kept.id, serde_json::from_slice::<Value>(&kept.body).ok()?)));
        let found = read.into_iter().find(|(_, body)| body.pointer(place).is_some_and(|said| said == words));
        found.ok_or_else(|| StoryError::Wrong(format!("the practice has “{words}”")))
    }

    fn edit(&self, kind: &str, id: &str, change: impl FnOnce(&mut Value)) -> Result<(), StoryError> {
        let edited = self.practice.edit(kind, id, change);
        edited.ok_or_else(|| StoryError::Wrong(format!("the practice has {kind}/{id}")))
    }
}

/// Where a goal and an action say what they are about.
const GOAL: &str = "/description/text";
const ACTION: &str = "/code/text";

/// December: the link, what goes, what comes, and what Jo says to it.
pub fn in_step(
    hearth: &Companion,
    surgery: &Surgery,
    goals: &Goals,
    clock: &StoryClock,
    teller: &mut Teller,
) -> Result<(), StoryError> {
    teller.chapter("In step with the practice", "Yn gyson â’r feddygfa");
    clock.days(4);
    surgery.catch_up(clock);
    link(hearth, surgery, teller)?;
    let sent = sync(hearth, teller)?;
    let only_me = surgery.practice.all("Goal").iter().any(|kept| {
        let text = String::from_utf8_lossy(&kept.body);
        text.contains("hospice") || text.contains("hosbis")
    });
    must(sent.sent > 0 && !only_me, "the plan went there, and what is “only me” did not")?;
    teller.say(
        "What is “only me” is not among it. What Jo answered about mood is not either.",
        "Nid yw’r hyn sydd “fi yn unig” yn eu plith. Na’r hyn a atebodd Jo am hwyliau.",
    );
    clock.days(5);
    surgery.catch_up(clock);
    the_nurse_writes(hearth, surgery, goals, teller)?;
    let before = known(hearth);
    sync(hearth, teller)?;
    show_what_came(hearth, &before, teller);
    settle(hearth, surgery, goals, teller)?;
    the_promise_is_kept(hearth, surgery, clock, teller)
}

fn link(hearth: &Companion, surgery: &Surgery, teller: &mut Teller) -> Result<(), StoryError> {
    let t = teller.tongue();
    let url = hearth.link_begin(BASE, CLIENT, REDIRECT)?;
    let page = url.split('?').next().unwrap_or_default();
    teller.say(
        &format!("Jo taps “link with my practice”. Her own browser opens: {page}"),
        &format!("Mae Jo’n tapio “cysylltu â fy meddygfa”. Mae ei phorwr ei hun yn agor: {page}"),
    );
    let back = surgery.practice.sign_in(&url);
    let view = hearth.link_finish(&back, t.pick("The Surgery", "Y Feddygfa"))?;
    view.lines.iter().chain(&view.not_allowed).for_each(|line| teller.screen(line));
    Ok(())
}

/// Syncs, and shows what Hearth says of it.
pub(super) fn sync(hearth: &Companion, teller: &mut Teller) -> Result<SyncView, StoryError> {
    let view = hearth.sync(&Unhurried)?;
    view.sentences.iter().for_each(|line| teller.screen(line));
    let (asked, bytes) = (view.requests, view.bytes);
    teller.say(
        &format!("({asked} questions, {bytes} bytes came back)"),
        &format!("({asked} o gwestiynau, daeth {bytes} beit yn ôl)"),
    );
    Ok(view)
}

/// A result, a promise of the practice's own, and a change of two entries of Jo's.
fn the_nurse_writes(
    hearth: &Companion,
    surgery: &Surgery,
    goals: &Goals,
    teller: &mut Teller,
) -> Result<(), StoryError> {
    let t = teller.tongue();
    teller.say(
        "At the practice a result comes in, the nurse promises something, and changes two of Jo’s entries there.",
        "Yn y feddygfa daw canlyniad i mewn, mae’r nyrs yn addo rhywbeth, ac yn newid dau o gofnodion Jo yno.",
    );
    let patient = json!({ "reference": format!("Patient/{PATIENT}") });
    let result = json!({
        "resourceType": "Observation", "status": "final", "subject": patient, "effectiveDateTime": "2026-12-10",
        "code": { "coding": [{ "system": "http://loinc.org", "code": "62238-1" }], "text": "eGFR" },
        "valueQuantity": { "value": 71, "unit": "mL/min/1.73m2" },
        "performer": [{ "display": t.pick("The practice’s laboratory", "Labordy’r feddygfa") }],
    });
    surgery.practice.put("Observation", "egfr-2026", &result);
    let promise = json!({
        "resourceType": "Task", "status": "accepted", "intent": "proposal", "for": patient,
        "authoredOn": "2026-12-10", "restriction": { "period": { "end": "2027-01-15" } },
        "description": t.pick("A letter to the housing office about the damp", "Llythyr at y swyddfa dai am y lleithder"),
        "owner": { "display": t.pick("The respiratory nurse", "Y nyrs anadlol") },
    });
    surgery.practice.put("Task", "damp", &promise);
    let view = hearth.goal(goals.people)?;
    let (id, _) = surgery.that_says("Goal", GOAL, view.words.text())?;
    let words = t.pick("attend the COPD support group", "mynychu’r grŵp cymorth COPD");
    surgery.edit("Goal", &id, |goal| goal["description"]["text"] = json!(words))?;
    let walk = view.actions.iter().find(|action| action.id == goals.walk);
    let walk = walk.ok_or_else(|| StoryError::Wrong("the goal has its walk".into()))?;
    let (id, _) = surgery.that_says("ServiceRequest", ACTION, walk.what.text())?;
    let more = t.pick("inhaler in my pocket", "pwmp yn fy mhoced");
    let words = format!("{}, {more}", walk.what.text());
    surgery.edit("ServiceRequest", &id, |action| action["code"]["text"] = json!(words))
}

/// The results and promises that there are, to tell later what is new.
pub(super) fn known(hearth: &Companion) -> BTreeSet<EntityId> {
    let results = hearth.results().into_iter().map(|result| result.id);
    results.chain(hearth.promises().into_iter().map(|promise| promise.id)).collect()
}

/// What came since, and everything that waits for Jo, as the screens show it.
pub(super) fn show_what_came(hearth: &Companion, before: &BTreeSet<EntityId>, teller: &mut Teller) {
    let t = teller.tongue();
    for result in hearth.results().iter().filter(|result| !before.contains(&result.id)) {
        let line = format!("{}: {} {}", result.name.text(), result.value.text(), result.unit.text());
        teller.screen(&format!("{line}, {} ({})", result.on.text(), result.source.text()));
    }
    for promise in hearth.promises().iter().filter(|promise| !before.contains(&promise.id)) {
        teller.screen(&format!("{} — {} · {}", promise.what.text(), promise.who_by, promise.state));
    }
    for waits in hearth.suggestions() {
        teller.screen(&waits.line);
        teller.screen(&format!("    {}: {}", t.pick("Yours", "Eich geiriau chi"), waits.stands));
        teller.screen(&format!("    {}: {}", t.pick("Theirs", "Eu geiriau nhw"), waits.offered));
    }
}

/// One is declined in words, one is accepted; both sides say the same after it.
fn settle(
    hearth: &Companion,
    surgery: &Surgery,
    goals: &Goals,
    teller: &mut Teller,
) -> Result<(), StoryError> {
    let waiting = hearth.suggestions();
    let about = |id: EntityId| waiting.iter().find(|waits| waits.slot.entity == id);
    let (Some(group), Some(pocket)) = (about(goals.people), about(goals.walk)) else {
        return must(false, "both changes wait as suggestions, and none of Jo’s words was written over");
    };
    teller.say(
        "Jo says no to the first, and why: “I want to meet people, not my illness.” To the second she says yes.",
        "Mae Jo’n dweud na i’r cyntaf, a pham: “Rwyf am gwrdd â phobl, nid â’m salwch.” I’r ail, ie.",
    );
    let before = hearth.goal(goals.people)?.words.text().to_owned();
    hearth.decline(group.id)?;
    let why = teller
        .tongue()
        .pick("I want to meet people, not my illness.", "Rwyf am gwrdd â phobl, nid â’m salwch.");
    hearth.check_in(goals.walk, Some(why), None, PERSON)?;
    hearth.accept(pocket.id, true)?;
    sync(hearth, teller)?;
    let goal = hearth.goal(goals.people)?;
    surgery.that_says("Goal", GOAL, &before)?;
    let walk = goal.actions.iter().find(|action| action.id == goals.walk);
    let walk = walk.ok_or_else(|| StoryError::Wrong("the goal has its walk".into()))?;
    surgery.that_says("ServiceRequest", ACTION, walk.what.text())?;
    must(hearth.suggestions().is_empty(), "nothing waits any more")?;
    show(teller, teller.tongue().pick("Goal", "Nod"), &goal.words);
    show(
        teller,
        teller.tongue().pick("What exactly am I going to do?", "Beth yn union ydw i’n mynd i’w wneud?"),
        &walk.what,
    );
    teller.say(
        "The practice’s copy says Jo’s own words again, and the change that she took.",
        "Mae copi’r feddygfa’n dweud geiriau Jo ei hun eto, a’r newid a dderbyniodd.",
    );
    Ok(())
}

/// January: what the nurse promised is done, and the practice says so.
fn the_promise_is_kept(
    hearth: &Companion,
    surgery: &Surgery,
    clock: &StoryClock,
    teller: &mut Teller,
) -> Result<(), StoryError> {
    clock.days(3);
    surgery.catch_up(clock);
    teller.say(
        "The nurse writes the letter, and ticks it off at the practice.",
        "Mae’r nyrs yn ysgrifennu’r llythyr, ac yn ei nodi fel wedi’i wneud yn y feddygfa.",
    );
    let promised: BTreeSet<EntityId> = hearth.promises().into_iter().map(|promise| promise.id).collect();
    surgery.edit("Task", "damp", |task| task["status"] = json!("completed"))?;
    sync(hearth, teller)?;
    let kept = surgery.practice.all("Task").into_iter().find(|kept| kept.id == "damp");
    let words = kept.and_then(|kept| serde_json::from_slice::<Value>(&kept.body).ok());
    let words = words.and_then(|task| task["description"].as_str().map(str::to_owned)).unwrap_or_default();
    let done = hearth.promises().into_iter().find(|promise| promise.what.text() == words);
    let done = done.ok_or_else(|| StoryError::Wrong("the promise is here".into()))?;
    must(promised.contains(&done.id), "it is the same promise, with what became of it")?;
    must(done.late_days.is_none(), "a promise that is kept is not late")?;
    teller.screen(&format!("{} — {} · {}", done.what.text(), done.who_by, done.state));
    clock.minutes(30);
    surgery.catch_up(clock);
    let quiet = sync(hearth, teller)?;
    must(quiet.sent == 0 && quiet.received == 0 && quiet.requests <= 2, "then it is quiet")
}
