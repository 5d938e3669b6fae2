//! The two visits of the year: gather, between, agree, after. One agenda for
//! breathing and for sore joints, mood asked once, and what was promised last
//! time at the top of the list.

use super::plan::{Goals, show, text};
use super::{StoryClock, StoryError, Teller, Tongue, must};
use hearth_core::companion::{
    Answered, Companion, MoodAnswer, ResultView, Trouble, VisitAgreement, VisitView, Writer,
};
use hearth_core::plan::{Action, Kind};
use hearth_core::record::EntityId;
use hearth_core::sheets::MoodQuestion;

const PERSON: &Writer = &Writer::Person;

/// Getting ready, at home, over some days. Nothing of it has to be finished.
pub fn gather(hearth: &Companion, clock: &StoryClock, teller: &mut Teller) -> Result<EntityId, StoryError> {
    let t = teller.tongue();
    teller.chapter("Getting ready for the visit, a little at a time", "Paratoi am yr ymweliad, fesul tipyn");
    clock.days(14);
    let what_for = t.pick("Looking at my plan, for the year", "Edrych ar fy nghynllun, am y flwyddyn");
    let nurse = t.pick("the respiratory nurse", "y nyrs anadlol");
    let visit = hearth.begin_visit(what_for, nurse, Some("2026-12-03"), PERSON)?;
    for sheet in ["copd", "msk-pain"] {
        hearth.use_sheet(visit, sheet, true)?;
    }
    answer(hearth, visit, "mrc", Answered::Mrc(3))?;
    answer(hearth, visit, "cat", Answered::Cat(18))?;
    answer(hearth, visit, "chest-infections-12m", Answered::Count(2))?;
    answer(hearth, visit, "smoking", Answered::RatherNotSay)?;
    let view = hearth.visit(visit)?;
    let mood = view.mood.as_ref().map_or(0, |mood| mood.questions.len());
    must(mood == 2, "two sheets ask the two questions about mood once")?;
    teller.say(
        "Two sheets, COPD and sore joints, make one page. What both ask stands on it once. So does mood.",
        "Dwy daflen, COPD a chymalau poenus, yn un dudalen. Unwaith mae pob cwestiwn arni. Felly hefyd hwyliau.",
    );
    for question in view.questions.iter().filter(|question| question.said.is_answered()) {
        teller.screen(&format!("{} {}", question.ask, question.line));
    }
    let empty = view.questions.iter().filter(|question| !question.said.is_answered()).count();
    let not_answered = hearth.words().plain("scale-not-answered", &[]);
    teller.screen(&format!("({empty}: {not_answered})"));
    let said = hearth.answer_mood(visit, MoodQuestion::Down, MoodAnswer::Yes, PERSON)?;
    teller.say(
        "Jo answers yes to one question about mood. Hearth says at once:",
        "Mae Jo’n ateb ydw i un cwestiwn am hwyliau. Dywed Hearth yn syth:",
    );
    teller.screen(&said.ok_or_else(|| StoryError::Wrong("a yes has its safety words".into()))?);
    teller.screen(&view.not_read);
    for prompt in ["when-worse", "tired"] {
        circle(hearth, visit, prompt)?;
    }
    hearth.go_to_stage(visit, "between")?;
    clock.days(3);
    let question = t.pick(
        "Is the breathlessness the lungs, or my weight?",
        "Ai’r ysgyfaint yw’r diffyg anadl, neu fy mhwysau?",
    );
    hearth.add_thought(visit, "question", question, "", PERSON)?;
    let thought = t.pick(
        "I would rather walk with others than alone.",
        "Byddai’n well gen i gerdded gydag eraill nag ar fy mhen fy hun.",
    );
    hearth.add_thought(visit, "thought", thought, "", PERSON)?;
    let view = hearth.visit(visit)?;
    must(
        view.agenda.iter().any(|item| item.what.starts_with("promise:")),
        "a late promise is on the agenda",
    )?;
    show_agenda(teller, &view);
    Ok(visit)
}

/// In the room: one page to show, the phone handed over, goals agreed together.
pub fn agree(
    hearth: &Companion,
    visit: EntityId,
    goals: &Goals,
    clock: &StoryClock,
    teller: &mut Teller,
) -> Result<(), StoryError> {
    let t = teller.tongue();
    teller.chapter("In the room: agreed together", "Yn yr ystafell: cytuno gyda’n gilydd");
    clock.days(6);
    hearth.go_to_stage(visit, "agree")?;
    let shown = hearth.visit_to_show(visit)?;
    must(shown.mood.is_none(), "the page that is shown has no mood on it")?;
    teller.say(
        "Jo shows one page. Mood is not on it: those answers go nowhere but by a choice of their own.",
        "Mae Jo’n dangos un dudalen. Nid yw hwyliau arni: nid yw’r atebion hynny’n mynd i unman ond o ddewis.",
    );
    hands_over(hearth, goals, teller)?;
    let (nurse, role) = who(t);
    let oxygen = t.pick("A breathing test, here", "Prawf anadlu, yma");
    hearth.note_promise(visit, oxygen, nurse, Some("2027-02-01"), PERSON)?;
    let agreed = VisitAgreement {
        with: nurse.to_owned(),
        role: role.to_owned(),
        on: "2026-12-03".to_owned(),
        goals: vec![goals.people],
        together: Some(true),
    };
    hearth.set_review(visit, "2027-12-02", t.pick("every year", "bob blwyddyn"), nurse, PERSON)?;
    hearth.agree_visit(visit, &agreed, PERSON)?;
    hearth.go_to_stage(visit, "after")?;
    let view = hearth.visit(visit)?;
    for agreement in &view.agreements {
        teller.screen(&agreement.line);
    }
    for promise in &view.promises {
        teller.screen(&format!("{} — {}", promise.what.text(), promise.who_by));
    }
    teller.screen(&view.review_line);
    let summary = hearth.visit_summary(Some(visit), false)?;
    must(summary.characters < 2_000, "the summary is shorter than 2,000 characters")?;
    teller.say(
        &format!("For the practice’s record, to paste: {} characters.", summary.characters),
        &format!("I gofnod y feddygfa, i’w ludo: {} nod.", summary.characters),
    );
    teller.screen(&summary.text);
    Ok(())
}

/// The nurse writes on Jo's phone; it is Jo's only once Jo takes it.
fn hands_over(hearth: &Companion, goals: &Goals, teller: &mut Teller) -> Result<(), StoryError> {
    let t = teller.tongue();
    let (_, role) = who(t);
    let guest = Writer::Guest { name: "Ann Example".to_owned(), role: role.to_owned() };
    let words = t.pick(
        "Walk with the Tuesday group to the bridge, resting when I need to",
        "Cerdded gyda’r grŵp dydd Mawrth at y bont, a gorffwys pan fydd angen",
    );
    hearth.write(Kind::Action, goals.walk, &Action::WHAT, text(words), &guest)?;
    let waiting = hearth.suggestions();
    let offer = waiting.first().ok_or_else(|| StoryError::Wrong("what a guest writes waits".into()))?;
    teller.screen(&offer.line);
    match hearth.accept(offer.id, false) {
        Ok(_) => {}
        Err(Trouble::AskAgain) => must(false, "an ordinary action asks once")?,
        Err(other) => return Err(other.into()),
    }
    let goal = hearth.goal(goals.people)?;
    for action in &goal.actions {
        show(teller, t.pick("What exactly", "Beth yn union"), &action.what);
    }
    Ok(())
}

/// A year on: what was promised, last beside recent, and a new page.
pub fn a_year_on(hearth: &Companion, clock: &StoryClock, teller: &mut Teller) -> Result<(), StoryError> {
    let t = teller.tongue();
    teller.chapter("A year on: the second visit", "Flwyddyn yn ddiweddarach: yr ail ymweliad");
    clock.days(120);
    let (nurse, role) = who(t);
    let what_for = t.pick("A year on", "Flwyddyn yn ddiweddarach");
    let visit = hearth.begin_visit(what_for, nurse, Some("2027-11-18"), PERSON)?;
    hearth.use_sheet(visit, "copd", true)?;
    hearth.add_sheet_result(visit, "weight", "81.5", "kg", "2026-11-20", PERSON)?;
    hearth.add_sheet_result(visit, "weight", "79.0", "kg", "2027-11-02", PERSON)?;
    answer(hearth, visit, "mrc", Answered::Mrc(2))?;
    let view = hearth.visit(visit)?;
    for result in view.results.iter().filter(|result| result.recent.is_some()) {
        teller.screen(&result.name);
        teller.screen(&format!("    {}", result.explain));
        let both = [(t.pick("now", "nawr"), &result.recent), (t.pick("before", "cynt"), &result.last)];
        for (when, one) in both {
            let Some(one) = one else { continue };
            let said = |part: &ResultView| format!("{} {}", part.value.text(), part.unit.text());
            let said = match one.parts.is_empty() {
                true => said(one),
                false => one.parts.iter().map(said).collect::<Vec<_>>().join(", "),
            };
            teller.screen(&format!("    {when}: {said} ({})", one.on.text()));
        }
    }
    show_agenda(teller, &view);
    must(
        view.agenda.iter().filter(|item| item.what.starts_with("promise:")).count() >= 2,
        "what was promised a year ago and not done comes up by itself",
    )?;
    clock.days(16);
    let goals: Vec<EntityId> =
        hearth.goals().iter().filter(|goal| !goal.only_me).map(|goal| goal.id).collect();
    let agreed = VisitAgreement {
        with: nurse.to_owned(),
        role: role.to_owned(),
        on: "2027-11-18".to_owned(),
        goals,
        together: Some(true),
    };
    hearth.agree_visit(visit, &agreed, PERSON)?;
    hearth.go_to_stage(visit, "after")?;
    for agreement in hearth.visit(visit)?.agreements {
        teller.screen(&agreement.line);
    }
    Ok(())
}

fn who(t: Tongue) -> (&'static str, &'static str) {
    (t.pick("the respiratory nurse", "y nyrs anadlol"), t.pick("key worker", "gweithiwr allweddol"))
}

/// Answers the question with this name of the sheet's own.
fn answer(hearth: &Companion, visit: EntityId, name: &str, answer: Answered) -> Result<(), StoryError> {
    let key = hearth
        .visit(visit)?
        .questions
        .into_iter()
        .map(|question| question.key)
        .find(|key| key.ends_with(name));
    let key = key.ok_or_else(|| StoryError::Wrong(format!("a sheet asks {name}")))?;
    Ok(hearth.answer(visit, &key, &answer, PERSON)?)
}

fn circle(hearth: &Companion, visit: EntityId, name: &str) -> Result<(), StoryError> {
    let key =
        hearth.visit(visit)?.prompts.into_iter().map(|prompt| prompt.key).find(|key| key.ends_with(name));
    let key = key.ok_or_else(|| StoryError::Wrong(format!("a sheet has the prompt {name}")))?;
    Ok(hearth.circle(visit, &key, true, PERSON)?)
}

fn show_agenda(teller: &mut Teller, view: &VisitView) {
    let mut heading = "";
    for item in &view.agenda {
        if item.heading != heading {
            heading = &item.heading;
            teller.screen(&format!("{heading}:"));
        }
        teller.screen(&format!("    {}", item.line));
    }
}
