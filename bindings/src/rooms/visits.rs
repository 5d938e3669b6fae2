//! Visits as they are drawn.

use super::talk::{Answered, MoodAnswer};
use super::{AgreementView, GoalView, PromiseView, ResultView};
use crate::Plan;
use crate::answer::{entity, maybe};
use crate::cross::{Cross, views};
use crate::error::HearthError;
use crate::field::FieldView;
use hearth_core::companion;
use hearth_core::sheets;

views! {
    /// One stage.
    StageView from companion::StageView {
        /// `gather`, `between`, `agree` or `after`.
        stage: String,
        /// "Getting ready".
        heading: String,
        /// The person is here now.
        here: bool,
    }

    /// A visit in the list.
    VisitLine from companion::VisitLine {
        /// Names it.
        id: String,
        /// What it is for.
        what_for: FieldView,
        /// With whom.
        with: FieldView,
        /// When.
        on: FieldView,
        /// The heading of its stage.
        stage: String,
    }

    /// A visit, ready to draw.
    VisitView from companion::VisitView {
        /// Names it.
        id: String,
        /// What it is for.
        what_for: FieldView,
        /// With whom.
        with: FieldView,
        /// When it is.
        on: FieldView,
        /// When tests are done for it.
        tests_on: FieldView,
        /// Who comes with me.
        coming: FieldView,
        /// The four stages.
        stages: Vec<StageView>,
        /// The sheets used in it.
        sheets: Vec<SheetLine>,
        /// Everything to talk about, in one list.
        agenda: Vec<AgendaItem>,
        /// The results that the sheets show, last beside recent.
        results: Vec<SheetResultView>,
        /// The questions about mood; none where no sheet asks them, and none where
        /// the page is shown to somebody.
        mood: Option<MoodView>,
        /// What the sheets ask, each once.
        questions: Vec<QuestionView>,
        /// What may be circled.
        prompts: Vec<PromptView>,
        /// My questions, thoughts and ideas.
        thoughts: Vec<ThoughtView>,
        /// Beside every box: Hearth does not read what is written.
        not_read: String,
        /// Goals that were agreed or looked at in it.
        goals: Vec<GoalView>,
        /// Promises that were made in it.
        promises: Vec<PromiseView>,
        /// Who agreed to it, and whether it changed since.
        agreements: Vec<AgreementView>,
        /// What was agreed was written together.
        together: FieldView,
        /// When to look at the plan again.
        review: FieldView,
        /// Or how often.
        interval: FieldView,
        /// Who is responsible for that.
        review_by: FieldView,
        /// "To be looked at again by 14 January 2027. Who will see to it: the nurse."
        review_line: String,
        /// How many entries are left out because they are only the person's: 0 in
        /// their own view.
        left_out: u32,
        /// Removed on one phone and changed on another: to be settled.
        unsettled: Option<String>,
    }
}

views! {
    /// One step of a scale with words of its own.
    StepView from companion::StepView {
        /// Its number.
        step: u8,
        /// What it means.
        words: String,
    }

    /// A question, ready to draw.
    QuestionView from companion::QuestionView {
        /// Its stable name, for answering.
        key: String,
        /// Its words.
        ask: String,
        /// What may be answered; "rather not say" always may.
        kind: AnswerKind,
        /// Words for steps: both ends of a scale, every grade of MRC.
        steps: Vec<StepView>,
        /// Units to choose from.
        units: Vec<String>,
        /// Where a published scale comes from, and what of it is not here.
        about: String,
        /// Every answer that stands, and what others suggest.
        said: FieldView,
        /// The same answers as they are kept, one for each version of `said`.
        kept: Vec<Answered>,
        /// The answers in words, or "not answered".
        line: String,
        /// The titles of the sheets that ask it; none where none does any more.
        sheets: Vec<String>,
        /// Only me.
        only_me: bool,
    }

    /// One question about mood.
    MoodLine from companion::MoodLine {
        /// Which.
        question: MoodQuestion,
        /// Its words.
        ask: String,
        /// What was answered, in every version.
        said: FieldView,
        /// The same answers as they are kept.
        kept: Vec<MoodAnswer>,
        /// The answers in words, or "not answered".
        line: String,
    }

    /// The two questions about mood, asked once.
    MoodView from companion::MoodView {
        /// The questions.
        questions: Vec<MoodLine>,
        /// "These answers go to nobody unless you choose it."
        own_choice: String,
        /// After any yes, the safety words: to be drawn whole, at once, and for as
        /// long as the yes stands.
        safety: Option<String>,
    }

    /// A prompt, ready to draw.
    PromptView from companion::PromptView {
        /// Its stable name, for circling.
        key: String,
        /// Its words.
        words: String,
        /// It is circled.
        circled: bool,
        /// The titles of the sheets that offer it.
        sheets: Vec<String>,
    }

    /// A question, a thought or an idea.
    ThoughtView from companion::ThoughtView {
        /// Names it.
        id: String,
        /// What it is.
        sort: FieldView,
        /// In my words.
        words: FieldView,
        /// The stable name of what it came from, or "".
        about: String,
        /// Only me.
        only_me: bool,
    }
}

views! {
    /// One result of a sheet, ready to draw.
    SheetResultView from companion::SheetResultView {
        /// Its stable name, for adding one and for thoughts about it.
        key: String,
        /// Its plain name.
        name: String,
        /// What it is, or "". Holds no number to aim at.
        explain: String,
        /// The newest dated one.
        recent: Option<ResultView>,
        /// The one before it, of the same code.
        last: Option<ResultView>,
        /// "not answered", where there is none with a date.
        empty: Option<String>,
        /// What must be said of the two together, and of those without a date.
        notes: Vec<String>,
        /// Units it may be typed in.
        units: Vec<String>,
    }
}

views! {
    /// A sheet in a list.
    SheetLine from companion::SheetLine {
        /// Names it, for `Plan.use_sheet`.
        sheet: String,
        /// Its title.
        title: String,
        /// Its version.
        version: String,
        /// Where its content comes from.
        sources: Vec<String>,
        /// "From Ann Example, 14 October", for a sheet that somebody gave.
        given: Option<String>,
        /// What could not be taken as it stands, by its place.
        faults: Vec<String>,
    }

    /// A sheet that was kept.
    LoadedSheet from companion::LoadedSheet {
        /// Names it, for `Plan.use_sheet`.
        sheet: String,
        /// What could not be taken as it stands, by its place; the rest was kept.
        faults: Vec<String>,
    }
}

views! {
    /// One thing to talk about.
    AgendaItem from companion::AgendaItem {
        /// Its stable name, for `Plan.discussed`.
        what: String,
        /// The heading it stands under: "Promised, and late".
        heading: String,
        /// In words.
        line: String,
        /// Who wrote it and when, where it is somebody's words.
        who: Vec<String>,
        /// It was talked about.
        discussed: bool,
    }
}

views! {
    /// A summary to paste.
    SummaryView from companion::SummaryView {
        /// The text: lines, no invisible marks.
        text: String,
        /// Its length in characters.
        characters: u32,
        /// How many lines did not fit.
        lines_left_out: u32,
        /// How many sentences did not fit, of texts whose beginning did.
        sentences_left_out: u32,
    }
}

/// What may be answered to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum AnswerKind {
    /// Yes or no.
    YesNo,
    /// How many.
    Count,
    /// 1 to 10.
    Scale,
    /// MRC breathlessness, 1 to 5.
    Mrc,
    /// CAT total, 0 to 40.
    Cat,
    /// A number with a unit.
    Number,
    /// Words.
    Words,
}

impl Cross<AnswerKind> for companion::AnswerKind {
    fn cross(self) -> AnswerKind {
        match self {
            companion::AnswerKind::YesNo => AnswerKind::YesNo,
            companion::AnswerKind::Count => AnswerKind::Count,
            companion::AnswerKind::Scale => AnswerKind::Scale,
            companion::AnswerKind::Mrc => AnswerKind::Mrc,
            companion::AnswerKind::Cat => AnswerKind::Cat,
            companion::AnswerKind::Number => AnswerKind::Number,
            companion::AnswerKind::Words => AnswerKind::Words,
        }
    }
}

/// The two questions about mood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum MoodQuestion {
    /// Down, depressed or hopeless.
    Down,
    /// Little interest or pleasure in doing things.
    Interest,
}

impl Cross<MoodQuestion> for sheets::MoodQuestion {
    fn cross(self) -> MoodQuestion {
        match self {
            sheets::MoodQuestion::Down => MoodQuestion::Down,
            sheets::MoodQuestion::Interest => MoodQuestion::Interest,
        }
    }
}

impl From<MoodQuestion> for sheets::MoodQuestion {
    fn from(question: MoodQuestion) -> Self {
        match question {
            MoodQuestion::Down => sheets::MoodQuestion::Down,
            MoodQuestion::Interest => sheets::MoodQuestion::Interest,
        }
    }
}

#[uniffi::export]
impl Plan {
    /// Every visit: the newest first, those without a date before them.
    pub fn visits(&self) -> Result<Vec<VisitLine>, HearthError> {
        self.draw(|companion| Ok(companion.visits()))
    }

    /// One visit, as the person sees it.
    pub fn visit(&self, id: &str) -> Result<VisitView, HearthError> {
        self.draw(|companion| companion.visit(entity(id)?))
    }

    /// The same page to be shown in the room: without what is only the person's,
    /// and without mood.
    pub fn visit_to_show(&self, id: &str) -> Result<VisitView, HearthError> {
        self.draw(|companion| companion.visit_to_show(entity(id)?))
    }

    /// The plan in short, as plain text to paste; or what was agreed in one visit.
    pub fn visit_summary(&self, visit: Option<String>, with_mood: bool) -> Result<SummaryView, HearthError> {
        self.draw(|companion| companion.visit_summary(maybe(visit.as_ref())?, with_mood))
    }

    /// Every sheet that can be used: Hearth's, then those that were given.
    pub fn sheets(&self) -> Result<Vec<SheetLine>, HearthError> {
        self.draw(|companion| Ok(companion.sheets()))
    }
}
