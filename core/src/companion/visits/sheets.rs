//! Which sheets are used in a visit, and a clinician's own sheet.

use super::{Companion, Trouble, Who, Writer, named};
use crate::companion::who::join;
use crate::plan::{Kind, SheetFile, VisitSheet, check_name};
use crate::record::{EntityId, Value};
use crate::sheets::{self, Sheet, shipped};
use crate::words::Arg;
use std::borrow::Cow;

/// A sheet in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetLine {
    /// Names it, for [`Companion::use_sheet`].
    pub sheet: String,
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: String,
    /// Where its content comes from.
    pub sources: Vec<String>,
    /// "From Ann Example, 14 October", for a sheet that somebody gave.
    pub given: Option<String>,
    /// What could not be taken as it stands, by its place.
    pub faults: Vec<String>,
}

/// A sheet that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadedSheet {
    /// Names it, for [`Companion::use_sheet`].
    pub sheet: String,
    /// What could not be taken as it stands, by its place; the rest was kept.
    pub faults: Vec<String>,
}

/// A sheet as it is used.
pub(super) struct SheetIn {
    pub key: String,
    /// None where its file is not here, or can't be read any more.
    pub sheet: Option<Cow<'static, Sheet>>,
    faults: Vec<sheets::Fault>,
    given: Option<SheetFile>,
}

impl Companion {
    /// Every sheet that can be used: Hearth's, then those that were given.
    pub fn sheets(&self) -> Vec<SheetLine> {
        let ledger = self.ledger();
        let who = self.who(&ledger);
        let ours = shipped().iter().map(|sheet| who.sheet_in(&sheet.id));
        let given = SheetFile::all(ledger.record())
            .into_iter()
            .filter(|file| super::super::life::is_here(ledger.record(), Kind::SheetFile, file.id))
            .map(|file| who.sheet_in(&file.id.hex()));
        ours.chain(given).map(|sheet| who.sheet_line(&sheet)).collect()
    }

    /// Keeps a clinician's own sheet, with who gave it and today's date. What
    /// can't be read is told by its place and the rest is kept. The same file
    /// again is the same sheet.
    ///
    /// # Errors
    /// [`Trouble::Sheet`] where it is no sheet, or nothing in it can be used.
    pub fn load_sheet(&self, bytes: &[u8], given_by: &str, by: &Writer) -> Result<LoadedSheet, Trouble> {
        let read = sheets::read(bytes)?;
        check_name(given_by)?;
        let faults = read.faults.iter().map(|fault| fault.sentence(&self.words)).collect();
        let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n").replace('\r', "\n");
        let known = {
            let ledger = self.ledger();
            let files = SheetFile::all(ledger.record()).into_iter();
            let mut here =
                files.filter(|file| super::super::life::is_here(ledger.record(), Kind::SheetFile, file.id));
            here.find(|file| file.file.all().any(|words| words.text == text)).map(|file| file.id)
        };
        let id = match known {
            Some(id) => id,
            None => {
                let mut fields = vec![
                    (SheetFile::FILE, Value::Text(text)),
                    (SheetFile::GIVEN_BY, Value::Text(given_by.to_owned())),
                ];
                fields.extend(self.today().map(|day| (SheetFile::ON, day)));
                self.add(Kind::SheetFile, &fields, by)?
            }
        };
        Ok(LoadedSheet { sheet: id.hex(), faults })
    }

    /// Uses a sheet in a visit, or no longer. Answers that were given stay.
    pub fn use_sheet(&self, visit: EntityId, sheet: &str, on: bool) -> Result<(), Trouble> {
        self.must_be_a_visit(visit)?;
        if self.who(&self.ledger()).sheet_in(sheet).sheet.is_none() {
            return Err(Trouble::NotFound);
        }
        let id = named("visit sheet", visit, &[sheet]);
        let fields = [
            (VisitSheet::VISIT, Value::Entity(visit)),
            (VisitSheet::SHEET, Value::Text(sheet.to_owned())),
            (VisitSheet::USED, Value::Bool(on)),
        ];
        self.put(Kind::VisitSheet, id, &fields, &Writer::Person)
    }
}

impl Who<'_> {
    /// The sheets used in a visit, Hearth's first, in an order that does not
    /// change with the order they were chosen in.
    pub(super) fn sheets_in(&self, visit: EntityId) -> Vec<SheetIn> {
        let mut keys: Vec<String> = VisitSheet::all(self.record)
            .into_iter()
            .filter(|one| one.visit.all().any(|of| *of == visit) && one.used.first() == Some(&true))
            .filter(|one| super::super::life::is_here(self.record, Kind::VisitSheet, one.id))
            .map(|one| one.sheet.text().to_owned())
            .collect();
        keys.sort_by_key(|key| {
            let ours = shipped().iter().position(|sheet| sheet.id == *key);
            (ours.is_none(), ours, key.clone())
        });
        keys.dedup();
        keys.iter().map(|key| self.sheet_in(key)).collect()
    }

    fn sheet_in(&self, key: &str) -> SheetIn {
        if let Some(ours) = shipped().iter().find(|sheet| sheet.id == key) {
            let sheet = Some(Cow::Borrowed(ours));
            return SheetIn { key: key.to_owned(), sheet, faults: Vec::new(), given: None };
        }
        let file = EntityId::from_hex(key).and_then(|id| {
            let entity = self.record.entity(Kind::SheetFile.number(), id)?;
            Some(SheetFile::read(id, entity))
        });
        let read = file.as_ref().and_then(|file| sheets::read(file.file.text().as_bytes()).ok());
        let (sheet, faults) = match read {
            Some(read) => (Some(Cow::Owned(read.sheet)), read.faults),
            None => (None, Vec::new()),
        };
        SheetIn { key: key.to_owned(), sheet, faults, given: file }
    }

    pub(super) fn sheet_line(&self, used: &SheetIn) -> SheetLine {
        let sheet = used.sheet.as_deref();
        let title = sheet.map(|sheet| sheet.title.in_language(self.words.language()));
        let given = used.given.as_ref().filter(|file| file.given_by.is_answered()).map(|file| {
            let date = file.on.first().map(|on| self.words.partial(&on.to_string()));
            let date = date.unwrap_or_else(|| self.words.plain("scale-not-answered", &[]));
            let name = join(&file.given_by);
            self.words.say("visit-sheet-given", &[("name", Arg::Text(&name)), ("date", Arg::Text(&date))])
        });
        SheetLine {
            sheet: used.key.clone(),
            title: match title {
                Some(title) if !title.is_empty() => title.to_owned(),
                Some(_) => self.words.plain("visit-sheet-no-title", &[]),
                None => self.words.plain("visit-sheet-not-here", &[]),
            },
            version: sheet.map(|sheet| sheet.version.clone()).unwrap_or_default(),
            sources: sheet.map(|sheet| sheet.sources.clone()).unwrap_or_default(),
            given,
            faults: used.faults.iter().map(|fault| fault.sentence(self.words)).collect(),
        }
    }
}
