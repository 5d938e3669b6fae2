//! What sheets ask, drawn: questions, prompts, thoughts. Empty is "not
//! answered", and "rather not say" is an answer of its own.

use super::answers::kept;
use super::mood::{MoodView, answered};
use super::{Answered, FieldView, Page, SheetIn, Who};
use crate::companion::who::join;
use crate::plan::{Circled, Kind, Reply, Thought};
use crate::record::EntityId;
use crate::sheets::{Answer, One, Question, merge};
use crate::words::Arg;

/// What may be answered, flat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// One step of a scale with words of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepView {
    /// Its number.
    pub step: u8,
    /// What it means.
    pub words: String,
}

/// A question, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionView {
    /// Its stable name, for answering.
    pub key: String,
    /// Its words.
    pub ask: String,
    /// What may be answered; "rather not say" always may.
    pub kind: AnswerKind,
    /// Words for steps: both ends of a scale, every grade of MRC.
    pub steps: Vec<StepView>,
    /// Units to choose from.
    pub units: Vec<String>,
    /// Where a published scale comes from, and what of it is not here.
    pub about: String,
    /// Every answer that stands, and what others suggest.
    pub said: FieldView,
    /// The same answers as they are kept, one for each version of `said`.
    pub kept: Vec<Answered>,
    /// The answers in words, or "not answered".
    pub line: String,
    /// The titles of the sheets that ask it; none where none does any more.
    pub sheets: Vec<String>,
    /// Only me.
    pub only_me: bool,
}

/// A prompt, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromptView {
    /// Its stable name, for circling.
    pub key: String,
    /// Its words.
    pub words: String,
    /// It is circled.
    pub circled: bool,
    /// The titles of the sheets that offer it.
    pub sheets: Vec<String>,
}

/// A question, a thought or an idea.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThoughtView {
    /// Names it.
    pub id: EntityId,
    /// What it is.
    pub sort: FieldView,
    /// In my words.
    pub words: FieldView,
    /// The stable name of what it came from, or "".
    pub about: String,
    /// Only me.
    pub only_me: bool,
}

/// Everything that the sheets of a visit ask, with what was answered.
pub(super) struct Asked {
    pub questions: Vec<QuestionView>,
    pub mood: Option<MoodView>,
    pub prompts: Vec<PromptView>,
    pub thoughts: Vec<ThoughtView>,
    pub hidden: usize,
}

impl Who<'_> {
    pub(super) fn asked(&self, visit: EntityId, used: &[SheetIn], page: &Page) -> Asked {
        let sheets: Vec<_> = used.iter().filter_map(|one| one.sheet.as_deref()).collect();
        let titles = |at: &[usize]| -> Vec<String> {
            let sheets = at.iter().filter_map(|at| sheets.get(*at));
            sheets.map(|sheet| sheet.title.in_language(self.words.language()).to_owned()).collect()
        };
        let merged = merge(&sheets);
        let replies = self.all_replies(visit);
        let mut questions: Vec<QuestionView> =
            merged.questions.iter().map(|one| self.question(one, &replies, titles(&one.sheets))).collect();
        questions.extend(self.asked_before(&merged.questions, &replies));
        let mut thoughts = self.thoughts(visit);
        let before = questions.len() + thoughts.len();
        if page.in_the_room {
            questions.retain(|question| !question.only_me);
            thoughts.retain(|thought| !thought.only_me);
        }
        let hidden = before - questions.len() - thoughts.len();
        let asks_mood = !merged.mood.is_empty() || self.mood(visit).is_some_and(|mood| answered(&mood));
        let mut prompts: Vec<PromptView> = merged
            .prompts
            .iter()
            .map(|one| PromptView {
                key: one.key.clone(),
                words: one.thing.text.in_language(self.words.language()).to_owned(),
                circled: false,
                sheets: titles(&one.sheets),
            })
            .collect();
        for (key, words) in self.circled(visit) {
            match prompts.iter_mut().find(|prompt| prompt.key == key) {
                Some(prompt) => prompt.circled = true,
                None => prompts.push(PromptView { key, words, circled: true, sheets: Vec::new() }),
            }
        }
        let mood = (asks_mood && !page.in_the_room).then(|| self.mood_view(visit));
        Asked { questions, mood, prompts, thoughts, hidden }
    }

    fn question(&self, one: &One<'_, Question>, replies: &[Reply], sheets: Vec<String>) -> QuestionView {
        let language = self.words.language();
        let answered: Vec<&Reply> = replies.iter().filter(|reply| reply.question.text() == one.key).collect();
        let (kind, steps, units, about) = match &one.thing.answer {
            Answer::YesNo => (AnswerKind::YesNo, Vec::new(), Vec::new(), String::new()),
            Answer::Count => (AnswerKind::Count, Vec::new(), Vec::new(), String::new()),
            Answer::Words => (AnswerKind::Words, Vec::new(), Vec::new(), String::new()),
            Answer::Number { units } => (AnswerKind::Number, Vec::new(), units.clone(), String::new()),
            Answer::Scale { low, high } => {
                let step = |step, words: &crate::sheets::Text| StepView {
                    step,
                    words: words.in_language(language).to_owned(),
                };
                (AnswerKind::Scale, vec![step(1, low), step(10, high)], Vec::new(), String::new())
            }
            Answer::Mrc => {
                let words =
                    |step: u8| self.words.plain("visit-mrc-words", &[("n", Arg::Number(step.into()))]);
                let steps = (1..=5).map(|step| StepView { step, words: words(step) });
                (AnswerKind::Mrc, steps.collect(), Vec::new(), self.words.plain("visit-mrc-about", &[]))
            }
            Answer::Cat => {
                (AnswerKind::Cat, Vec::new(), Vec::new(), self.words.plain("visit-cat-about", &[]))
            }
        };
        let said = self.said(&answered);
        QuestionView {
            key: one.key.clone(),
            ask: self.ask_line(one.thing),
            kind,
            steps,
            units,
            about,
            line: self.line_of(&said),
            kept: kept(&answered),
            said,
            sheets,
            only_me: self.is_only_mine(&answered),
        }
    }

    /// The words of a question in the person's language.
    pub(super) fn ask_line(&self, question: &Question) -> String {
        match question.answer {
            Answer::Mrc => self.words.plain("visit-mrc-ask", &[]),
            Answer::Cat => self.words.plain("visit-cat-ask", &[]),
            _ => question.ask.in_language(self.words.language()).to_owned(),
        }
    }

    /// Answers to questions that no sheet of the visit asks any more: nothing
    /// that was answered goes out of sight.
    fn asked_before(&self, asked: &[One<'_, Question>], replies: &[Reply]) -> Vec<QuestionView> {
        let mut left: Vec<QuestionView> = Vec::new();
        for reply in replies {
            let key = reply.question.text();
            let known = asked.iter().any(|one| one.key == key) || left.iter().any(|view| view.key == key);
            let same: Vec<&Reply> = replies.iter().filter(|other| other.question.text() == key).collect();
            let said = self.said(&same);
            if known || !said.is_answered() {
                continue;
            }
            left.push(QuestionView {
                key: key.to_owned(),
                ask: join(&reply.asked),
                kind: kind_of(reply),
                steps: Vec::new(),
                units: Vec::new(),
                about: String::new(),
                line: self.line_of(&said),
                kept: kept(&same),
                said,
                sheets: Vec::new(),
                only_me: self.is_only_mine(&same),
            });
        }
        left.sort_by(|a, b| a.key.cmp(&b.key));
        left
    }

    /// Every answer to one question, in whichever of its fields: two that stand
    /// at once are both shown.
    fn said(&self, replies: &[&Reply]) -> FieldView {
        let mut all = FieldView::default();
        for reply in replies {
            let with_unit = |mut view: FieldView| {
                let unit = reply.unit.text();
                for version in view.versions.iter_mut().filter(|version| version.answered) {
                    version.text = format!("{} {unit}", version.text).trim_end().to_owned();
                }
                for offer in &mut view.offers {
                    offer.text = format!("{} {unit}", offer.text).trim_end().to_owned();
                }
                view
            };
            let of_ten = |mut view: FieldView| {
                for version in view.versions.iter_mut().filter(|version| version.answered) {
                    let n = ("n", Arg::Text(&version.text));
                    version.text = self.words.plain("visit-scale-chosen", &[n]);
                }
                view
            };
            let views = [
                self.field(&reply.answer, &Reply::ANSWER),
                of_ten(self.field(&reply.scale, &Reply::SCALE)),
                self.field(&reply.count, &Reply::COUNT),
                self.field(&reply.mrc, &Reply::MRC),
                self.field(&reply.cat, &Reply::CAT),
                with_unit(self.field(&reply.number, &Reply::NUMBER)),
                self.field(&reply.words, &Reply::WORDS),
            ];
            for view in views {
                all.versions.extend(view.versions.into_iter().filter(|version| version.answered));
                all.offers.extend(view.offers);
                all.seen.extend(view.seen);
                all.notes.extend(view.notes);
            }
        }
        let check = self.words.say("versions-check-first", &[]);
        all.notes.retain(|note| *note != check);
        all.notes.dedup();
        if all.versions.len() > 1 {
            all.notes.insert(0, check);
        }
        all
    }

    /// Every answer that stands in one line, or "not answered".
    pub(super) fn line_of(&self, said: &FieldView) -> String {
        let answers = said.versions.iter().filter(|version| version.answered);
        let line = answers.map(|version| version.text.as_str()).collect::<Vec<_>>().join(" / ");
        if line.is_empty() { self.words.plain("scale-not-answered", &[]) } else { line }
    }

    fn is_only_mine(&self, replies: &[&Reply]) -> bool {
        replies.iter().any(|reply| crate::companion::life::is_only_me(self.record, Kind::Reply, reply.id))
    }

    fn all_replies(&self, visit: EntityId) -> Vec<Reply> {
        let of = |reply: &Reply| reply.visit.all().any(|of| *of == visit);
        let here = |reply: &Reply| crate::companion::life::is_here(self.record, Kind::Reply, reply.id);
        Reply::all(self.record).into_iter().filter(|reply| of(reply) && here(reply)).collect()
    }

    /// The entries in which a question was answered.
    pub(super) fn replies(&self, visit: EntityId, question: &str) -> Vec<Reply> {
        let mut replies = self.all_replies(visit);
        replies.retain(|reply| reply.question.text() == question);
        replies
    }

    fn circled(&self, visit: EntityId) -> Vec<(String, String)> {
        let mut circled: Vec<Circled> = Circled::all(self.record);
        circled.retain(|one| one.visit.all().any(|of| *of == visit) && one.circled.first() == Some(&true));
        circled.retain(|one| crate::companion::life::is_here(self.record, Kind::Circled, one.id));
        let mut pairs: Vec<_> =
            circled.iter().map(|one| (one.prompt.text().to_owned(), one.words.text().to_owned())).collect();
        pairs.sort();
        pairs
    }

    pub(super) fn circled_words(&self, visit: EntityId, prompt: &str) -> Option<String> {
        self.circled(visit).into_iter().find(|(key, _)| key == prompt).map(|(_, words)| words)
    }

    fn thoughts(&self, visit: EntityId) -> Vec<ThoughtView> {
        let mut thoughts = Thought::all(self.record);
        thoughts.retain(|thought| thought.visit.all().any(|of| *of == visit));
        thoughts.retain(|thought| crate::companion::life::is_here(self.record, Kind::Thought, thought.id));
        thoughts.sort_by_key(|thought| (thought.common.position.first().cloned(), thought.id));
        let view = |thought: &Thought| ThoughtView {
            id: thought.id,
            sort: self.field(&thought.sort, &Thought::SORT),
            words: self.field(&thought.words, &Thought::WORDS),
            about: thought.about.text().to_owned(),
            only_me: crate::companion::life::is_only_me(self.record, Kind::Thought, thought.id),
        };
        thoughts.iter().map(view).collect()
    }
}

fn kind_of(reply: &Reply) -> AnswerKind {
    match () {
        () if reply.scale.is_answered() => AnswerKind::Scale,
        () if reply.count.is_answered() => AnswerKind::Count,
        () if reply.mrc.is_answered() => AnswerKind::Mrc,
        () if reply.cat.is_answered() => AnswerKind::Cat,
        () if reply.number.is_answered() => AnswerKind::Number,
        () if reply.words.is_answered() => AnswerKind::Words,
        () => AnswerKind::YesNo,
    }
}
