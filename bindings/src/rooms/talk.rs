//! What is written before, in and after a visit.

use super::visits::{LoadedSheet, MoodQuestion};
use crate::answer::{entities, entity};
use crate::cross::Cross;
use crate::error::HearthError;
use crate::{Plan, Writer};
use hearth_core::companion;

/// What is answered to a question.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
pub enum Answered {
    /// Yes.
    Yes,
    /// No.
    No,
    /// An answer of its own, to a question of any sort.
    RatherNotSay,
    /// 1 to 10.
    Scale {
        /// The step.
        step: i64,
    },
    /// How many.
    Count {
        /// The count.
        count: i64,
    },
    /// The grade of the MRC breathlessness scale, 1 to 5.
    Mrc {
        /// The grade.
        grade: i64,
    },
    /// The total of the COPD Assessment Test, 0 to 40.
    Cat {
        /// The total.
        total: i64,
    },
    /// A number in one of the question's units.
    Number {
        /// As it was written.
        number: String,
        /// The unit.
        unit: String,
    },
    /// Words.
    Words {
        /// The words.
        text: String,
    },
    /// Taken back: not answered again.
    Nothing,
}

impl From<Answered> for companion::Answered {
    fn from(answered: Answered) -> Self {
        match answered {
            Answered::Yes => companion::Answered::Yes,
            Answered::No => companion::Answered::No,
            Answered::RatherNotSay => companion::Answered::RatherNotSay,
            Answered::Scale { step } => companion::Answered::Scale(step),
            Answered::Count { count } => companion::Answered::Count(count),
            Answered::Mrc { grade } => companion::Answered::Mrc(grade),
            Answered::Cat { total } => companion::Answered::Cat(total),
            Answered::Number { number, unit } => companion::Answered::Number { number, unit },
            Answered::Words { text } => companion::Answered::Words(text),
            Answered::Nothing => companion::Answered::Nothing,
        }
    }
}

impl Cross<Answered> for companion::Answered {
    fn cross(self) -> Answered {
        match self {
            companion::Answered::Yes => Answered::Yes,
            companion::Answered::No => Answered::No,
            companion::Answered::RatherNotSay => Answered::RatherNotSay,
            companion::Answered::Scale(step) => Answered::Scale { step },
            companion::Answered::Count(count) => Answered::Count { count },
            companion::Answered::Mrc(grade) => Answered::Mrc { grade },
            companion::Answered::Cat(total) => Answered::Cat { total },
            companion::Answered::Number { number, unit } => Answered::Number { number, unit },
            companion::Answered::Words(text) => Answered::Words { text },
            companion::Answered::Nothing => Answered::Nothing,
        }
    }
}

/// What is answered to a question about mood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum MoodAnswer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// An answer of its own.
    RatherNotSay,
    /// Taken back: not answered again.
    Nothing,
}

impl From<MoodAnswer> for companion::MoodAnswer {
    fn from(answer: MoodAnswer) -> Self {
        match answer {
            MoodAnswer::Yes => companion::MoodAnswer::Yes,
            MoodAnswer::No => companion::MoodAnswer::No,
            MoodAnswer::RatherNotSay => companion::MoodAnswer::RatherNotSay,
            MoodAnswer::Nothing => companion::MoodAnswer::Nothing,
        }
    }
}

impl Cross<MoodAnswer> for companion::MoodAnswer {
    fn cross(self) -> MoodAnswer {
        match self {
            companion::MoodAnswer::Yes => MoodAnswer::Yes,
            companion::MoodAnswer::No => MoodAnswer::No,
            companion::MoodAnswer::RatherNotSay => MoodAnswer::RatherNotSay,
            companion::MoodAnswer::Nothing => MoodAnswer::Nothing,
        }
    }
}

/// What was agreed in a visit.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct VisitAgreement {
    /// With whom.
    pub with: String,
    /// Their role.
    pub role: String,
    /// On.
    pub on: String,
    /// The goals, with all in them, that were agreed.
    pub goals: Vec<String>,
    /// Whether they were written together; none where nobody said.
    pub together: Option<bool>,
}

#[uniffi::export]
impl Plan {
    /// Begins a visit. `on`: `2026-10-14`, where it is known.
    pub fn begin_visit(
        &self,
        what_for: &str,
        with: &str,
        on: Option<String>,
        by: Writer,
    ) -> Result<String, HearthError> {
        self.draw(|companion| companion.begin_visit(what_for, with, on.as_deref(), &by.core()?))
    }

    /// Goes to `gather`, `between`, `agree` or `after`, forwards or back.
    pub fn go_to_stage(&self, visit: &str, stage: &str) -> Result<(), HearthError> {
        self.ask(|companion| companion.go_to_stage(entity(visit)?, stage))
    }

    /// Uses a sheet in a visit, or no longer.
    pub fn use_sheet(&self, visit: &str, sheet: &str, on: bool) -> Result<(), HearthError> {
        self.ask(|companion| companion.use_sheet(entity(visit)?, sheet, on))
    }

    /// Keeps a clinician's own sheet, with who gave it.
    pub fn load_sheet(&self, json: &[u8], given_by: &str, by: Writer) -> Result<LoadedSheet, HearthError> {
        self.draw(|companion| companion.load_sheet(json, given_by, &by.core()?))
    }

    /// Answers a question of a visit's sheets, by the question's key.
    pub fn answer(
        &self,
        visit: &str,
        question: &str,
        answered: Answered,
        by: Writer,
    ) -> Result<(), HearthError> {
        self.ask(|companion| companion.answer(entity(visit)?, question, &answered.into(), &by.core()?))
    }

    /// Answers one of the two questions about mood. What comes back is shown at
    /// once, whole.
    pub fn answer_mood(
        &self,
        visit: &str,
        question: MoodQuestion,
        answer: MoodAnswer,
        by: Writer,
    ) -> Result<Option<String>, HearthError> {
        self.ask(|companion| {
            companion.answer_mood(entity(visit)?, question.into(), answer.into(), &by.core()?)
        })
    }

    /// Circles a prompt, or takes the circle away.
    pub fn circle(&self, visit: &str, prompt: &str, on: bool, by: Writer) -> Result<(), HearthError> {
        self.ask(|companion| companion.circle(entity(visit)?, prompt, on, &by.core()?))
    }

    /// Notes a `question`, a `thought` or an `idea`; `about` is the key of what it
    /// came from, or "".
    pub fn add_thought(
        &self,
        visit: &str,
        sort: &str,
        words: &str,
        about: &str,
        by: Writer,
    ) -> Result<String, HearthError> {
        self.draw(|companion| companion.add_thought(entity(visit)?, sort, words, about, &by.core()?))
    }

    /// Adds a result that a visit's sheet shows, by its key there.
    pub fn add_sheet_result(
        &self,
        visit: &str,
        result: &str,
        value: &str,
        unit: &str,
        on: &str,
        by: Writer,
    ) -> Result<String, HearthError> {
        self.draw(|companion| {
            companion.add_sheet_result(entity(visit)?, result, value, unit, on, &by.core()?)
        })
    }

    /// Marks something on the agenda as talked about, or as still to be.
    pub fn discussed(&self, visit: &str, what: &str, yes: bool) -> Result<(), HearthError> {
        self.ask(|companion| companion.discussed(entity(visit)?, what, yes))
    }

    /// Notes goals that are agreed or looked at in a visit.
    pub fn goals_in_visit(&self, visit: &str, goals: Vec<String>) -> Result<(), HearthError> {
        self.ask(|companion| companion.goals_in_visit(entity(visit)?, &entities(&goals)?))
    }

    /// Notes what somebody promised in a visit: what, who, by when if they said.
    pub fn note_promise(
        &self,
        visit: &str,
        what: &str,
        who: &str,
        by_when: Option<String>,
        by: Writer,
    ) -> Result<String, HearthError> {
        self.draw(|companion| {
            companion.note_promise(entity(visit)?, what, who, by_when.as_deref(), &by.core()?)
        })
    }

    /// Sets when the plan is to be looked at again, or how often, and who is
    /// responsible. What is "" stays as it is.
    pub fn set_review(
        &self,
        visit: &str,
        on: &str,
        interval: &str,
        who: &str,
        by: Writer,
    ) -> Result<(), HearthError> {
        self.ask(|companion| companion.set_review(entity(visit)?, on, interval, who, &by.core()?))
    }

    /// Records that a visit, and each goal named with all in it, was agreed.
    pub fn agree_visit(&self, visit: &str, agreed: VisitAgreement, by: Writer) -> Result<(), HearthError> {
        self.ask(|companion| {
            let VisitAgreement { with, role, on, goals, together } = agreed;
            let goals = entities(&goals)?;
            let agreed = companion::VisitAgreement { with, role, on, goals, together };
            companion.agree_visit(entity(visit)?, &agreed, &by.core()?)
        })
    }
}
