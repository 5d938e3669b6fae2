//! Answering: the questions of sheets, the two about mood, what is circled,
//! thoughts, and what was talked about. Everything can be taken back.

use super::{Companion, Trouble, Writer, named};
use crate::plan::{Circled, Discussed, Field, Kept, Kind, Mood, Outcome, Reply, Thought};
use crate::record::{EntityId, Value};
use crate::sheets::{Answer, MoodQuestion, fits, merge};

/// What is answered to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answered {
    /// Yes.
    Yes,
    /// No.
    No,
    /// An answer of its own, to a question of any sort.
    RatherNotSay,
    /// 1 to 10.
    Scale(i64),
    /// How many.
    Count(i64),
    /// The grade of the MRC breathlessness scale, 1 to 5.
    Mrc(i64),
    /// The total of the COPD Assessment Test, 0 to 40.
    Cat(i64),
    /// A number in one of the question's units.
    Number {
        /// As it was written.
        number: String,
        /// The unit.
        unit: String,
    },
    /// Words.
    Words(String),
    /// Taken back: not answered again.
    Nothing,
}

/// What is answered to a question about mood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

impl Companion {
    /// Answers a question of a visit's sheets, in place of what was answered
    /// before. Somebody else's answer waits for the person, as all their words do.
    ///
    /// # Errors
    /// [`Trouble::NotFound`] where no sheet of the visit asks it;
    /// [`Trouble::WrongField`] where it asks for something else;
    /// [`Trouble::Refused`] where it is off the scale or no number.
    pub fn answer(
        &self,
        visit: EntityId,
        question: &str,
        answer: &Answered,
        by: &Writer,
    ) -> Result<(), Trouble> {
        self.may_write(by)?;
        let (asked, standing) = {
            let ledger = self.ledger();
            let who = self.who(&ledger);
            let used = who.sheets_in(visit);
            let sheets: Vec<_> = used.iter().filter_map(|one| one.sheet.as_deref()).collect();
            let merged = merge(&sheets);
            let one = merged.questions.iter().find(|one| one.key == question).ok_or(Trouble::NotFound)?;
            may_answer(&one.thing.answer, answer)?;
            (who.ask_line(one.thing), who.replies(visit, question))
        };
        let (unit, said) = said(answer);
        let id = named("reply", visit, &[question, unit]);
        let mut written: Vec<(EntityId, Field, Value)> = Vec::new();
        if let Some((field, value)) = said {
            self.may_hold(Kind::Reply, &field, &value)?;
            written.push((id, field, value));
        }
        // What was answered in another way before stands no longer. Whoever may
        // only suggest takes nothing back.
        if by.author().writes_for(id.owner()) || written.is_empty() {
            for reply in &standing {
                let stale = answered_fields(reply).into_iter();
                let same = |field: &Field| {
                    written.iter().any(|(of, f, _)| *of == reply.id && f.number == field.number)
                };
                let stale: Vec<Field> = stale.filter(|field| !same(field)).collect();
                written.extend(stale.into_iter().map(|field| (reply.id, field, Value::Empty)));
            }
        }
        if !standing.iter().any(|reply| reply.id == id) && written.iter().any(|(of, ..)| *of == id) {
            let mut about = vec![
                (Reply::VISIT, Value::Entity(visit)),
                (Reply::QUESTION, Value::Text(question.to_owned())),
                (Reply::ASKED, Value::Text(asked)),
            ];
            if !unit.is_empty() {
                about.push((Reply::UNIT, Value::Text(unit.to_owned())));
            }
            self.put(Kind::Reply, id, &about, self.keeper(by))?;
        }
        if written.is_empty() {
            return Ok(());
        }
        self.put_all(Kind::Reply, written.iter().map(|(id, field, value)| (*id, field, value)), by)
    }

    /// Answers one of the two questions about mood. What comes back is to be
    /// shown at once: after a yes, the safety words.
    pub fn answer_mood(
        &self,
        visit: EntityId,
        question: MoodQuestion,
        answer: MoodAnswer,
        by: &Writer,
    ) -> Result<Option<String>, Trouble> {
        self.must_be_a_visit(visit)?;
        self.may_write(by)?;
        let id = named("mood", visit, &[]);
        let field = match question {
            MoodQuestion::Down => Mood::DOWN,
            MoodQuestion::Interest => Mood::INTEREST,
        };
        let value = match answer {
            MoodAnswer::Yes => Value::Code("yes".to_owned()),
            MoodAnswer::No => Value::Code("no".to_owned()),
            MoodAnswer::RatherNotSay => Value::Code("rather_not_say".to_owned()),
            MoodAnswer::Nothing => Value::Empty,
        };
        let about = [(Mood::VISIT, Value::Entity(visit))];
        if self.ledger().record().entity(Kind::Mood.number(), id).is_none() {
            self.put(Kind::Mood, id, &about, self.keeper(by))?;
        }
        self.put(Kind::Mood, id, &[(field, value)], by)?;
        let ledger = self.ledger();
        Ok(self.who(&ledger).mood_safety(visit))
    }

    /// Circles a prompt of a visit's sheets, or takes the circle away.
    pub fn circle(&self, visit: EntityId, prompt: &str, on: bool, by: &Writer) -> Result<(), Trouble> {
        let words = {
            let ledger = self.ledger();
            let who = self.who(&ledger);
            let used = who.sheets_in(visit);
            let sheets: Vec<_> = used.iter().filter_map(|one| one.sheet.as_deref()).collect();
            let merged = merge(&sheets);
            let one = merged.prompts.iter().find(|one| one.key == prompt);
            let known = one.map(|one| one.thing.text.in_language(self.words.language()).to_owned());
            // A circle of a sheet that is used no longer can still be taken away.
            known.or_else(|| who.circled_words(visit, prompt)).ok_or(Trouble::NotFound)?
        };
        let id = named("circled", visit, &[prompt]);
        let about = [
            (Circled::VISIT, Value::Entity(visit)),
            (Circled::PROMPT, Value::Text(prompt.to_owned())),
            (Circled::WORDS, Value::Text(words)),
        ];
        self.may_write(by)?;
        self.put(Kind::Circled, id, &about, self.keeper(by))?;
        self.put(Kind::Circled, id, &[(Circled::CIRCLED, Value::Bool(on))], by)
    }

    /// Notes a `question`, a `thought` or an `idea` for a visit; `about` is the
    /// stable name of the result, question or prompt it came from, or "".
    pub fn add_thought(
        &self,
        visit: EntityId,
        sort: &str,
        words: &str,
        about: &str,
        by: &Writer,
    ) -> Result<EntityId, Trouble> {
        self.must_be_a_visit(visit)?;
        let mut fields = vec![
            (Thought::VISIT, Value::Entity(visit)),
            (Thought::SORT, Value::Code(sort.to_owned())),
            (Thought::WORDS, Value::Text(words.to_owned())),
        ];
        if !about.is_empty() {
            fields.push((Thought::ABOUT, Value::Text(about.to_owned())));
        }
        self.add(Kind::Thought, &fields, by)
    }

    /// Marks something on the agenda as talked about, or as still to be.
    pub fn discussed(&self, visit: EntityId, what: &str, yes: bool) -> Result<(), Trouble> {
        self.must_be_a_visit(visit)?;
        let fields = [
            (Discussed::VISIT, Value::Entity(visit)),
            (Discussed::WHAT, Value::Text(what.to_owned())),
            (Discussed::DISCUSSED, Value::Bool(yes)),
        ];
        self.put(Kind::Discussed, named("discussed", visit, &[what]), &fields, &Writer::Person)
    }

    /// Adds a result that a visit's sheet shows, as the person read it from a
    /// letter: the sheet's name and code, their number or words, unit and day.
    ///
    /// # Errors
    /// [`Trouble::NotFound`] where no sheet of the visit shows it;
    /// [`Trouble::WrongField`] where it is not measured in that unit.
    pub fn add_sheet_result(
        &self,
        visit: EntityId,
        result: &str,
        value: &str,
        unit: &str,
        on: &str,
        by: &Writer,
    ) -> Result<EntityId, Trouble> {
        let text = |text: &str| Value::Text(text.to_owned());
        let mut fields = {
            let ledger = self.ledger();
            let used = self.who(&ledger).sheets_in(visit);
            let sheets: Vec<_> = used.iter().filter_map(|one| one.sheet.as_deref()).collect();
            let merged = merge(&sheets);
            let one = merged.results.iter().find(|one| one.key == result).ok_or(Trouble::NotFound)?;
            if !one.thing.units.is_empty() && !one.thing.units.iter().any(|known| known == unit) {
                return Err(Trouble::WrongField);
            }
            let mut fields = vec![(Outcome::NAME, text(one.thing.name.in_language(self.words.language())))];
            // A code says a unit: one that does not go with this unit is not written.
            let code = one.thing.codes.iter().find(|code| fits(unit, std::slice::from_ref(code)));
            fields.extend(code.map(|code| (Outcome::CODE, text(code))));
            let pair = value.split_once('/').is_some_and(|(top, bottom)| is_number(top) && is_number(bottom));
            fields.push(match one.thing.units.is_empty() || pair {
                true => (Outcome::WORDS, text(value)),
                false => (Outcome::VALUE, Value::Decimal(value.to_owned())),
            });
            fields
        };
        if !unit.is_empty() {
            fields.push((Outcome::UNIT, text(unit)));
        }
        fields.push((Outcome::ON, Value::Date(on.to_owned())));
        self.add(Kind::Outcome, &fields, by)
    }
}

fn is_number(text: &str) -> bool {
    crate::plan::Number::parse(text.trim()).is_ok_and(|number| number.may_be_typed())
}

/// Whether an answer is of the sort that is asked for.
fn may_answer(asked: &Answer, answer: &Answered) -> Result<(), Trouble> {
    let fits = match (asked, answer) {
        (_, Answered::RatherNotSay | Answered::Nothing)
        | (Answer::YesNo, Answered::Yes | Answered::No)
        | (Answer::Count, Answered::Count(_))
        | (Answer::Scale { .. }, Answered::Scale(_))
        | (Answer::Cat, Answered::Cat(_))
        | (Answer::Words, Answered::Words(_)) => true,
        (Answer::Mrc, Answered::Mrc(1..=5)) => true,
        (Answer::Number { units }, Answered::Number { unit, .. }) => units.contains(unit),
        _ => false,
    };
    if fits { Ok(()) } else { Err(Trouble::WrongField) }
}

/// The field an answer is written in and its value, and the unit that the entry
/// is known by: a number never stands beside another's unit.
fn said(answer: &Answered) -> (&str, Option<(Field, Value)>) {
    let code = |word: &str| Value::Code(word.to_owned());
    match answer {
        Answered::Yes => ("", Some((Reply::ANSWER, code("yes")))),
        Answered::No => ("", Some((Reply::ANSWER, code("no")))),
        Answered::RatherNotSay => ("", Some((Reply::ANSWER, code("rather_not_say")))),
        Answered::Scale(step) => ("", Some((Reply::SCALE, Value::Int(*step)))),
        Answered::Count(count) => ("", Some((Reply::COUNT, Value::Int(*count)))),
        Answered::Mrc(grade) => ("", Some((Reply::MRC, code(&grade.to_string())))),
        Answered::Cat(total) => ("", Some((Reply::CAT, Value::Int(*total)))),
        Answered::Number { number, unit } => (unit, Some((Reply::NUMBER, Value::Decimal(number.clone())))),
        Answered::Words(words) => ("", Some((Reply::WORDS, Value::Text(words.clone())))),
        Answered::Nothing => ("", None),
    }
}

/// The fields of a reply in which an answer stands.
fn answered_fields(reply: &Reply) -> Vec<Field> {
    fn one<T>(kept: &Kept<T>, field: Field) -> Option<Field> {
        kept.is_answered().then_some(field)
    }
    let fields = [
        one(&reply.answer, Reply::ANSWER),
        one(&reply.scale, Reply::SCALE),
        one(&reply.count, Reply::COUNT),
        one(&reply.mrc, Reply::MRC),
        one(&reply.cat, Reply::CAT),
        one(&reply.number, Reply::NUMBER),
        one(&reply.words, Reply::WORDS),
    ];
    fields.into_iter().flatten().collect()
}

/// An answer about mood as it is kept.
pub(super) fn mood_answer(answer: &str) -> MoodAnswer {
    match answer {
        "yes" => MoodAnswer::Yes,
        "no" => MoodAnswer::No,
        "rather_not_say" => MoodAnswer::RatherNotSay,
        _ => MoodAnswer::Nothing,
    }
}

/// Every answer that stands, as it is kept: in the order in which `Who::said`
/// says them.
pub(super) fn kept(replies: &[&Reply]) -> Vec<Answered> {
    let answer = |word: &String| match word.as_str() {
        "yes" => Answered::Yes,
        "no" => Answered::No,
        "rather_not_say" => Answered::RatherNotSay,
        _ => Answered::Nothing,
    };
    let mut all = Vec::new();
    for reply in replies {
        let unit = reply.unit.text();
        all.extend(reply.answer.all().map(answer));
        all.extend(reply.scale.all().map(|step| Answered::Scale(i64::from(step.step()))));
        all.extend(reply.count.all().map(|count| Answered::Count(*count)));
        all.extend(reply.mrc.all().map(|grade| Answered::Mrc(grade.parse().unwrap_or_default())));
        all.extend(reply.cat.all().map(|total| Answered::Cat(i64::from(total.total()))));
        all.extend(reply.number.all().map(|number| Answered::Number {
            number: number.as_written().to_owned(),
            unit: unit.to_owned(),
        }));
        all.extend(reply.words.all().map(|words| Answered::Words(words.text.clone())));
    }
    all
}
