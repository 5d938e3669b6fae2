//! One phone: the record under test, the past of its fields, and every op it
//! holds, in memory instead of a store.

use super::newer;
use super::random::{Random, bits};
use super::rules::Rule;
use super::truth::{App, ENTITIES, FIELDS, Truth, View};
use hearth_core::record::{Act, Author, DeviceId, Made, Op, OpId, Origin, Past, Record, Value, When};

/// A phone.
#[derive(Debug)]
pub struct Device {
    /// Its name.
    pub name: DeviceId,
    /// Which app it has.
    pub app: App,
    /// Who writes on it.
    pub author: Author,
    /// How wrong its clock is, in milliseconds.
    pub skew: i64,
    /// The record under test.
    pub record: Record,
    /// The ops it holds, by number, as its app reads them.
    pub ops: Vec<Option<Op>>,
    /// The same as bits.
    pub known: u64,
    came_erased: u64,
    pasts: Vec<Past>,
    made: u64,
}

/// What came of an op that reached a phone.
#[derive(Debug)]
pub struct Put {
    /// Its number.
    pub number: usize,
    /// It was held already.
    pub duplicate: bool,
    /// It came after what replaced it.
    pub was_late: bool,
    /// It replaced this many heads.
    pub replaced: usize,
}

impl Device {
    /// A new phone with nothing on it.
    pub fn new(name: DeviceId, app: App, author: Author, skew: i64) -> Self {
        let pasts = (0..ENTITIES * FIELDS).map(|_| Past::default()).collect();
        let record = Record::default();
        Device { name, app, author, skew, record, ops: Vec::new(), known: 0, came_erased: 0, pasts, made: 0 }
    }

    /// What it holds, for [`Truth`] to reckon with.
    pub fn view(&self) -> View {
        View { app: self.app, known: self.known, came_erased: self.came_erased }
    }

    /// What it puts to an op that it makes now.
    pub fn made(&mut self, tick: u64, author: Author, cites: Option<OpId>) -> Made {
        self.made += 1;
        Made {
            id: OpId::of_device(self.name, self.made),
            device: self.name,
            at: When { ms: 1_700_000_000_000 + self.skew + tick as i64 * 1000, offset: 60 },
            author,
            origin: Origin::Typed,
            cites,
        }
    }

    /// Reads an op's bytes as its app does.
    pub fn read(&self, bytes: &[u8]) -> Result<Op, String> {
        let op = Op::from_bytes(bytes).map_err(|error| format!("an op can't be read: {error}"))?;
        Ok(if self.app == App::Newer { newer::lift(op) } else { op })
    }

    /// What it sends of the op with this number.
    pub fn sent(&self, rule: Rule, number: usize) -> Option<Vec<u8>> {
        let op = self.ops.get(number)?.as_ref()?;
        Some(rule.sent(op, self.app == App::Newer))
    }

    /// Puts in an op that came or was made here.
    pub fn put(&mut self, rule: Rule, truth: &Truth, op: Op) -> Result<Put, String> {
        let number = truth.number(op.id).ok_or("an op that nobody wrote")?;
        let place = truth.place(op.slot).ok_or("an op in a slot that there is not")?;
        if op.value() == Some(&Value::Erased) {
            self.came_erased |= 1 << number;
        }
        let is_here = |id| truth.number(id).is_some_and(|number| self.known >> number & 1 == 1);
        let past = &mut self.pasts[place];
        let applied = rule.put(&mut self.record, op.clone(), past, is_here);
        if applied.duplicate == (self.known >> number & 1 == 0) {
            return Err(format!(
                "{:?} is taken for {}",
                op.id,
                if applied.duplicate { "old" } else { "new" }
            ));
        }
        if !applied.duplicate {
            self.ops.resize(truth.ops.len().max(self.ops.len()), None);
            self.ops[number] = Some(if applied.came_erased { op.clone().erased() } else { op.clone() });
            self.known |= 1 << number;
        }
        for id in &applied.replaced {
            if !op.parents.contains(id) {
                return Err(format!("{:?} replaced {id:?}, which it does not name", op.id));
            }
            let replaced = truth.number(*id).and_then(|number| self.ops[number].as_ref());
            past.note(replaced.ok_or("a head that is not held")?);
        }
        if applied.to_past {
            past.note(&op);
        }
        for id in &applied.erase {
            let held = truth.number(*id).and_then(|number| self.ops.get_mut(number)?.as_mut());
            if let Some(held) = held {
                held.erase();
            }
        }
        Ok(Put {
            number,
            duplicate: applied.duplicate,
            was_late: applied.to_past,
            replaced: applied.replaced.len(),
        })
    }

    /// Closes the app and opens it again, perhaps as the newer one: everything
    /// is read back from the bytes that were kept, in any order.
    pub fn reopen(&mut self, truth: &Truth, random: &mut Random, app: App) -> Result<(), String> {
        let before = std::mem::take(&mut self.record);
        let was_newer = self.app == App::Newer;
        let compare = app == self.app;
        self.app = app;
        for op in self.ops.iter_mut().flatten() {
            let kept = if was_newer { newer::lower(op.clone()) } else { op.clone() };
            let read = Op::from_bytes(&kept.to_bytes()).map_err(|error| error.to_string())?;
            *op = if app == App::Newer { newer::lift(read) } else { read };
        }
        for (place, slot) in truth.slots.iter().enumerate() {
            let held = bits(self.known & truth.ops_in(place));
            let mut ops: Vec<Op> = held.filter_map(|number| self.ops[number].clone()).collect();
            if ops.is_empty() {
                continue;
            }
            random.shuffle(&mut ops);
            let mut past = Past::default();
            self.record.load(*slot, ops).iter().for_each(|op| past.note(op));
            let (new, old) = (self.record.register(*slot), before.register(*slot));
            let differs = match (new, old) {
                (Some(new), Some(old)) => new.heads() != old.heads() || new.aside() != old.aside(),
                (new, old) => new.is_some() != old.is_some(),
            };
            if compare && differs {
                return Err(format!("place {place} is read back otherwise than it was"));
            }
            self.pasts[place] = past;
        }
        if compare && before.lamport() != self.record.lamport() {
            return Err("the Lamport number is read back otherwise than it was".to_owned());
        }
        Ok(())
    }

    /// Whether this phone's own person, not a carer, writes on it.
    pub fn is_persons(&self) -> bool {
        !matches!(self.author, Author::Carer(_))
    }

    /// The suggestions it shows in a slot, by what could be decided about them.
    pub fn offers(&self, truth: &Truth) -> Vec<(usize, OpId)> {
        let mut found = Vec::new();
        for (place, slot) in truth.slots.iter().enumerate() {
            if self.known & truth.ops_in(place) == 0 {
                continue;
            }
            let Some(register) = self.record.register(*slot) else { continue };
            let offered = register.suggestions();
            let words = offered.iter().filter(|offer| !matches!(offer.op.act, Act::Remove(_)));
            found.extend(words.map(|offer| (place, offer.op.id)));
        }
        found
    }
}
