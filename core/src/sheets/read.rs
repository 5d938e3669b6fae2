//! Reads a sheet file: what can be read is kept, what can't is told by its place.

use super::fault::{Fault, Part, SheetError, What};
use super::json::Json;
use super::units::{UNITS, fits};
use super::{
    Answer, MAX_ID, MAX_LINE, MAX_NAMES, MAX_PROMPTS, MAX_QUESTIONS, MAX_RESULTS, MAX_WORDS, Measure,
    MoodQuestion, Prompt, Question, Sheet, Text,
};
use crate::plan::PartialDate;
use crate::words::Language;

/// The most bytes a sheet file may have: it is kept in one field of the plan.
pub const MAX_BYTES: usize = crate::plan::MAX_TEXT;
/// The most faults that are told one by one.
const MAX_FAULTS: usize = 50;
/// The form of sheet that this Hearth reads.
const FORM: u64 = 1;

/// A sheet as far as it could be read, and what could not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadSheet {
    /// The sheet.
    pub sheet: Sheet,
    /// What could not be taken as it stands; none for a sheet without a fault.
    pub faults: Vec<Fault>,
}

/// Reads a sheet file.
///
/// # Errors
/// [`SheetError`] where it is no sheet at all, or nothing in it can be used.
pub fn read(bytes: &[u8]) -> Result<ReadSheet, SheetError> {
    if bytes.len() > MAX_BYTES {
        return Err(SheetError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| SheetError::NotJson { line: 0 })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // The JSON reader itself refuses more than 128 levels.
    let json: Json =
        serde_json::from_str(text).map_err(|error| SheetError::NotJson { line: error.line() })?;
    let Json::Object(entries) = json else { return Err(SheetError::NotASheet) };
    match entries.iter().find(|(name, _)| name == "hearth-sheet") {
        Some((_, Json::Whole(FORM))) => {}
        Some((_, Json::Whole(form))) if *form > FORM => return Err(SheetError::Newer),
        _ => return Err(SheetError::NotASheet),
    }
    let mut reader = Reader::default();
    let sheet = reader.object(entries, Reader::sheet);
    if sheet.mood.is_empty()
        && sheet.results.is_empty()
        && sheet.questions.is_empty()
        && sheet.prompts.is_empty()
    {
        return Err(SheetError::Nothing);
    }
    if reader.more > 0 {
        reader.faults.push(Fault { place: Vec::new(), what: What::More { n: reader.more } });
    }
    Ok(ReadSheet { sheet, faults: reader.faults })
}

/// The entries of one object that nobody has asked for yet.
struct Entries(Vec<(String, Json)>);

impl Entries {
    fn take(&mut self, name: &str) -> Option<Json> {
        let at = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.remove(at).1)
    }
}

#[derive(Default)]
struct Reader {
    place: Vec<Part>,
    faults: Vec<Fault>,
    more: usize,
}

impl Reader {
    fn fault(&mut self, what: What) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(Fault { place: self.place.clone(), what });
        } else {
            self.more += 1;
        }
    }

    fn at<T>(&mut self, part: Part, read: impl FnOnce(&mut Self) -> T) -> T {
        self.place.push(part);
        let read = read(self);
        self.place.pop();
        read
    }

    fn name<T>(&mut self, name: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.at(Part::Name(name.to_owned()), read)
    }

    /// Reads an object: a name that stands twice counts once, and what nobody
    /// asked for is told.
    fn object<T>(
        &mut self,
        entries: Vec<(String, Json)>,
        read: impl FnOnce(&mut Self, &mut Entries) -> T,
    ) -> T {
        let mut once: Vec<(String, Json)> = Vec::new();
        for (name, value) in entries {
            if once.iter().any(|(known, _)| *known == name) {
                self.name(&name, |r| r.fault(What::Twice));
            } else {
                once.push((name, value));
            }
        }
        let mut entries = Entries(once);
        let value = read(self, &mut entries);
        for (name, _) in entries.0 {
            self.name(&name, |r| r.fault(What::Unknown));
        }
        value
    }

    fn sheet(&mut self, entries: &mut Entries) -> Sheet {
        entries.take("hearth-sheet");
        // For a text editor that checks while one writes.
        entries.take("$schema");
        Sheet {
            id: self.id(entries).unwrap_or_default(),
            version: self.line(entries, "version", MAX_ID).unwrap_or_default(),
            written: self.written(entries),
            sources: self.lines(entries, "sources"),
            title: self.text(entries, "title", MAX_LINE).unwrap_or_default(),
            mood: self.mood(entries),
            results: self.things(entries, "results", MAX_RESULTS, Self::measure, |result| &result.id),
            questions: self.things(entries, "questions", MAX_QUESTIONS, Self::question, |asked| &asked.id),
            prompts: self.things(entries, "prompts", MAX_PROMPTS, Self::prompt, |prompt| &prompt.id),
            ours: false,
        }
    }

    fn written(&mut self, entries: &mut Entries) -> Option<PartialDate> {
        let written = entries.take("written")?;
        self.name("written", |r| match written {
            Json::Text(text) => match PartialDate::parse(&text) {
                Ok(date) => Some(date),
                Err(_) => r.nothing(What::Date),
            },
            _ => r.nothing(What::WrongSort),
        })
    }

    fn mood(&mut self, entries: &mut Entries) -> Vec<MoodQuestion> {
        let mut mood = Vec::new();
        self.each(entries, "mood", MoodQuestion::ALL.len(), |r, json| {
            let Json::Text(id) = json else { return r.fault(What::WrongSort) };
            match MoodQuestion::ALL.into_iter().find(|question| question.id() == id) {
                Some(question) if mood.contains(&question) => r.fault(What::Twice),
                Some(question) => mood.push(question),
                None => r.fault(What::NotAChoice),
            }
        });
        mood.sort_unstable();
        mood
    }

    fn measure(&mut self, entries: &mut Entries) -> Option<Measure> {
        let (id, name) = (self.id(entries), self.needed(entries, "name", MAX_LINE));
        let explain = entries.0.iter().any(|(name, _)| name == "explain");
        let explain = if explain { self.text(entries, "explain", MAX_WORDS) } else { None };
        let explain = match explain {
            Some(text) if has_number(&text.en) || has_number(&text.cy) => {
                self.name("explain", |r| r.nothing(What::Number))
            }
            other => other,
        };
        let codes = self.lines_that(entries, "codes", |code| match code.split_once('|') {
            Some((system, code)) if !system.is_empty() && !code.is_empty() => None,
            _ => Some(What::NotAChoice),
        });
        let units = self.units(entries, &codes);
        Some(Measure { id: id?, codes, units, name: name?, explain: explain.unwrap_or_default() })
    }

    fn question(&mut self, entries: &mut Entries) -> Option<Question> {
        if let Some(used) = entries.take("use") {
            return self.name("use", |r| {
                let answer = match &used {
                    Json::Text(name) if name == "mrc" => Answer::Mrc,
                    Json::Text(name) if name == "cat" => Answer::Cat,
                    Json::Text(_) => return r.nothing(What::NotAChoice),
                    _ => return r.nothing(What::WrongSort),
                };
                Some(Question { id: answer.name().to_owned(), ask: Text::default(), answer })
            });
        }
        let (id, ask) = (self.id(entries), self.needed(entries, "ask", MAX_WORDS));
        let answer = self.line(entries, "answer", MAX_ID);
        let answer = match answer.as_deref() {
            Some("yes-no") => Some(Answer::YesNo),
            Some("count") => Some(Answer::Count),
            Some("words") => Some(Answer::Words),
            Some("scale") => {
                let low = self.needed(entries, "low", MAX_LINE);
                let high = self.needed(entries, "high", MAX_LINE);
                low.zip(high).map(|(low, high)| Answer::Scale { low, high })
            }
            Some("number") => {
                let units = self.units(entries, &[]);
                match units.is_empty() {
                    true => self.name("units", |r| r.nothing(What::Missing)),
                    false => Some(Answer::Number { units }),
                }
            }
            Some(_) => self.name("answer", |r| r.nothing(What::NotAChoice)),
            None => None,
        };
        let question = Question { id: id?, ask: ask?, answer: answer? };
        // Ids of Hearth's own questions stay theirs.
        let own = ["mrc", "cat"].contains(&question.id.as_str());
        if own { self.name("id", |r| r.nothing(What::NotAChoice)) } else { Some(question) }
    }

    fn prompt(&mut self, entries: &mut Entries) -> Option<Prompt> {
        let (id, text) = (self.id(entries), self.needed(entries, "text", MAX_LINE));
        Some(Prompt { id: id?, text: text? })
    }

    fn units(&mut self, entries: &mut Entries, codes: &[String]) -> Vec<String> {
        self.lines_that(entries, "units", |unit| {
            (!UNITS.contains(&unit) || !fits(unit, codes)).then_some(What::Unit)
        })
    }

    /// A list of objects with ids of their own.
    fn things<T>(
        &mut self,
        entries: &mut Entries,
        name: &str,
        most: usize,
        read: impl Fn(&mut Self, &mut Entries) -> Option<T>,
        id: impl Fn(&T) -> &String,
    ) -> Vec<T> {
        let mut things: Vec<T> = Vec::new();
        self.each(entries, name, most, |r, json| {
            let Json::Object(entries) = json else { return r.fault(What::WrongSort) };
            let Some(thing) = r.object(entries, &read) else { return };
            if things.iter().any(|known| id(known) == id(&thing)) {
                r.name("id", |r| r.fault(What::Twice));
            } else {
                things.push(thing);
            }
        });
        things
    }

    /// Each item of a list that may be absent, at its place.
    fn each(
        &mut self,
        entries: &mut Entries,
        name: &str,
        most: usize,
        mut read: impl FnMut(&mut Self, Json),
    ) {
        let Some(list) = entries.take(name) else { return };
        self.name(name, |r| {
            let Json::List(list) = list else { return r.fault(What::WrongSort) };
            let found = list.len();
            for (at, item) in list.into_iter().take(most).enumerate() {
                r.at(Part::Number(at + 1), |r| read(r, item));
            }
            if found > most {
                r.fault(What::TooMany { found, most });
            }
        });
    }

    fn lines(&mut self, entries: &mut Entries, name: &str) -> Vec<String> {
        let lines = self.lines_that(entries, name, |_| None);
        if lines.is_empty() {
            self.name(name, |r| r.fault(What::Missing));
        }
        lines
    }

    /// A list of short texts, each once.
    fn lines_that(
        &mut self,
        entries: &mut Entries,
        name: &str,
        wrong: impl Fn(&str) -> Option<What>,
    ) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        self.each(entries, name, MAX_NAMES, |r, json| {
            let Some(line) = r.words(json, MAX_LINE) else { return };
            match wrong(&line) {
                Some(what) => r.fault(what),
                None if lines.contains(&line) => r.fault(What::Twice),
                None => lines.push(line),
            }
        });
        lines
    }

    /// An id: a to z, digits and "-", at most [`MAX_ID`].
    fn id(&mut self, entries: &mut Entries) -> Option<String> {
        let id = self.line(entries, "id", MAX_ID)?;
        let letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        let good = id.bytes().all(|b| letter(b) || b == b'-') && id.bytes().next().is_some_and(letter);
        if good { Some(id) } else { self.name("id", |r| r.nothing(What::NotAChoice)) }
    }

    fn line(&mut self, entries: &mut Entries, name: &str, most: usize) -> Option<String> {
        let json = entries.take(name);
        self.name(name, |r| match json {
            Some(json) => r.words(json, most),
            None => r.nothing(What::Missing),
        })
    }

    /// A text that what it stands in needs.
    fn needed(&mut self, entries: &mut Entries, name: &str, most: usize) -> Option<Text> {
        self.text(entries, name, most).filter(|text| !text.is_empty())
    }

    /// A text in the languages it has; told where one is missing.
    fn text(&mut self, entries: &mut Entries, name: &str, most: usize) -> Option<Text> {
        let json = entries.take(name);
        self.name(name, |r| {
            let Some(json) = json else { return r.nothing(What::Missing) };
            let Json::Object(entries) = json else { return r.nothing(What::WrongSort) };
            let text = r.object(entries, |r, entries| {
                let mut one = |tag: &str| {
                    let json = entries.take(tag)?;
                    r.name(tag, |r| r.words(json, most))
                };
                Text { en: one("en-GB").unwrap_or_default(), cy: one("cy").unwrap_or_default() }
            });
            match (text.en.is_empty(), text.cy.is_empty()) {
                (true, true) => r.fault(What::Missing),
                (true, false) => r.fault(What::NoText { language: Language::EnGb }),
                (false, true) => r.fault(What::NoText { language: Language::Cy }),
                (false, false) => {}
            }
            Some(text)
        })
    }

    fn words(&mut self, json: Json, most: usize) -> Option<String> {
        let Json::Text(text) = json else { return self.nothing(What::WrongSort) };
        let text = text.trim();
        if text.is_empty() {
            return self.nothing(What::Missing);
        }
        if text.chars().count() > most {
            return self.nothing(What::TooLong { most });
        }
        if text.contains(is_hidden) {
            return self.nothing(What::Hidden);
        }
        Some(text.to_owned())
    }

    fn nothing<T>(&mut self, what: What) -> Option<T> {
        self.fault(what);
        None
    }
}

/// Control characters, marks that turn a line around, and spaces of no width.
fn is_hidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{feff}')
}

/// Whether a text has a number in it, other than in a name such as HbA1c or FEV1.
fn has_number(text: &str) -> bool {
    let mut in_name = false;
    let mut before_is_word = false;
    for c in text.chars() {
        if c.is_alphabetic() && !before_is_word {
            in_name = true;
        }
        if c.is_numeric() && !(in_name && before_is_word) {
            return true;
        }
        before_is_word = c.is_alphanumeric();
        in_name &= before_is_word;
    }
    false
}
