//! The plan in PRSB's form, out and in: what goes, what is left out, and what must be
//! said of it.

use super::{Companion, Trouble};
use crate::plan::{self, Attachment, Kind};
use crate::prsb::{self, Brought, Hidden, LeftOut, List, Note, Plan};
use crate::record::{EntityId, Record, Slot};
use crate::store::{self, MAX_ATTACHED, MAX_ATTACHMENTS};
use crate::words::{Arg, Language, Words};
use ring::{digest, hmac};
use zeroize::Zeroizing;

/// Something to be told of one place of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrsbNote {
    /// The place: its path in PRSB's own words.
    pub place: String,
    /// The sentence, which names the place.
    pub line: String,
}

/// A plan in PRSB's form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrsbExport {
    /// The JSON.
    pub json: String,
    /// What was left out of it, and how much.
    pub left_out: LeftOut,
    /// What was left out, in sentences: to be told before it goes.
    pub lines: Vec<String>,
    /// Where it does not conform to the list. Nothing is cut for that.
    pub notes: Vec<PrsbNote>,
}

/// What a file in PRSB's form brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrsbImport {
    /// Its list.
    pub list: List,
    /// Entries that are new.
    pub new: usize,
    /// Entries that were here just so.
    pub already: usize,
    /// Fields that wait as a suggestion beside the person's own words.
    pub suggested: usize,
    /// Parts that can't be shown, kept as they came.
    pub kept: usize,
    /// Elements that a person's plan leaves out.
    pub left_out: usize,
    /// What was done, in sentences.
    pub lines: Vec<String>,
    /// What must be said of places in the file.
    pub notes: Vec<PrsbNote>,
}

impl Companion {
    /// The plan as one PRSB list has it. What is "only me", what was removed and
    /// what waits as a suggestion are not in it.
    pub fn export_prsb(&self, list: List) -> PrsbExport {
        let ledger = self.ledger();
        let hidden = |kind, id| hidden(ledger.record(), kind, id);
        let plan = Plan { record: ledger.record(), hidden: &hidden };
        let english = Words::new(Language::EnGb);
        let made = prsb::made_on(self.platform.clock.now()).unwrap_or_default();
        let bytes = |id: EntityId| ledger.file(id).ok().map(|bytes| bytes.to_vec());
        let exported = prsb::export(list, &plan, &english, &made, &bytes);
        let LeftOut { only_me, delicate, waiting, .. } = exported.left_out;
        let told = [
            ("prsb-left-only-me", only_me),
            ("prsb-left-delicate", delicate),
            ("prsb-left-waiting", waiting),
        ];
        PrsbExport {
            json: exported.json,
            left_out: exported.left_out,
            lines: self.counted(&told, ""),
            notes: self.notes(&exported.notes, exported.more),
        }
    }

    /// Takes in a file in PRSB's form as `source`'s: its words stand as its own
    /// where nobody wrote yet, and wait beside the person's own where they did.
    /// The same file again, here or on another phone, changes nothing.
    ///
    /// # Errors
    /// [`Trouble::Prsb`] for what is no such file at all; whatever else is wrong with
    /// it is told in [`PrsbImport::notes`], and the rest is taken in.
    pub fn import_prsb(&self, bytes: &[u8], source: &str) -> Result<PrsbImport, Trouble> {
        plan::check_name(source)?;
        let source = if source.trim().is_empty() { "PRSB" } else { source.trim() };
        let english = Words::new(Language::EnGb);
        let mut ledger = self.ledger();
        let mut files = Files::of(ledger.record());
        let brought = {
            let record = ledger.record();
            let hidden = |kind, id| hidden(record, kind, id);
            let plan = Plan { record, hidden: &hidden };
            let key = hmac::Key::new(hmac::HMAC_SHA256, ledger.store().keys().plan_secret().expose());
            let now = self.platform.clock.now();
            let here = prsb::Here { plan: &plan, words: &english, key: &key, now };
            prsb::read(bytes, source, &here, &mut |bytes| files.take(bytes))?
        };
        let brought = brought.offer(|slot, op| {
            let (ops, _) = ledger.history(slot)?;
            Ok::<bool, Trouble>(ops.iter().any(|past| past.id == op))
        })?;
        for file in &files.taken {
            ledger.keep_file(file)?;
        }
        let (device, shown) = (ledger.device(), ledger.store().card_source().to_vec());
        let card = |record: &Record, changed: &[Slot]| self.card_for(record, changed, device, &shown);
        let merged = ledger.merge(brought.ops.clone(), card)?;
        self.photo_follows(&ledger, &merged.changed);
        drop(ledger);
        self.tell(&merged.changed);
        Ok(self.brought(&brought, source))
    }

    fn brought(&self, brought: &Brought, source: &str) -> PrsbImport {
        let told = [
            ("prsb-taken-new", brought.new),
            ("prsb-taken-suggested", brought.suggested),
            ("prsb-taken-kept", brought.kept),
            ("prsb-taken-left-out", brought.left_out),
            ("prsb-taken-older", brought.older),
        ];
        let mut lines = self.counted(&told, source);
        if lines.is_empty() {
            lines.push(self.words.say("prsb-taken-nothing", &[("file", Arg::Text(source))]));
        }
        PrsbImport {
            list: brought.list,
            new: brought.new,
            already: brought.already,
            suggested: brought.suggested,
            kept: brought.kept,
            left_out: brought.left_out,
            lines,
            notes: self.notes(&brought.notes, brought.more),
        }
    }

    /// A sentence for each that is any.
    fn counted(&self, told: &[(&str, usize)], file: &str) -> Vec<String> {
        let any = told.iter().filter(|(_, count)| *count > 0);
        any.map(|(key, n)| self.words.say(key, &[("n", Arg::Number(*n as i64)), ("file", Arg::Text(file))]))
            .collect()
    }

    fn notes(&self, notes: &[Note], more: usize) -> Vec<PrsbNote> {
        let note = |note: &Note| PrsbNote { place: note.place.clone(), line: note.sentence(&self.words) };
        let more = (more > 0).then(|| self.words.say("prsb-more", &[("n", Arg::Number(more as i64))]));
        let more = more.map(|line| PrsbNote { place: String::new(), line });
        notes.iter().map(note).chain(more).collect()
    }
}

/// Photos and voice notes that a file brings, cleaned; as many as there is room for.
struct Files {
    taken: Vec<Zeroizing<Vec<u8>>>,
    count: usize,
    total: i64,
}

impl Files {
    fn of(record: &Record) -> Self {
        let sizes: Vec<i64> =
            Attachment::all(record).iter().map(|file| file.size.first().copied().unwrap_or(0)).collect();
        Self {
            taken: Vec::new(),
            count: sizes.len(),
            total: sizes.iter().fold(0, |a, b| a.saturating_add(*b)),
        }
    }

    fn take(&mut self, bytes: &[u8]) -> Option<(&'static str, usize, [u8; 32])> {
        let (media, clean) = store::clean(bytes).ok()?;
        let total = self.total.saturating_add(i64::try_from(clean.len()).ok()?);
        if self.count + self.taken.len() >= MAX_ATTACHMENTS || total > MAX_ATTACHED {
            return None;
        }
        self.total = total;
        let hash = digest::digest(&digest::SHA256, &clean).as_ref().try_into().ok()?;
        let kept = (media.mime(), clean.len(), hash);
        self.taken.push(clean);
        Some(kept)
    }
}

/// Whether an entry stays here.
fn hidden(record: &Record, kind: Kind, id: EntityId) -> Hidden {
    if super::life::is_removed(record, kind, id) {
        Hidden::Removed
    } else if super::life::is_only_me(record, kind, id) {
        Hidden::OnlyMe
    } else {
        Hidden::No
    }
}
