//! What people do on their phones: write, settle, suggest, decide, remove,
//! restore, erase, and read what a practice sent.

use super::device::Device;
use super::newer;
use super::random::{Random, bits};
use super::rules::{Rule, mac};
use super::truth::{App, ENTITIES, FIELDS, PRACTICES, Truth};
use hearth_core::record::{Act, Author, DeviceId, EntityId, LIFE, Made, Op, OpId, Origin, Value, When};

const SERVER: &str = "https://practice.example/fhir";
/// The fields a practice sends: two of its own entity, one that is the person's.
const SENT: [usize; 3] = [PRACTICES * FIELDS + 1, PRACTICES * FIELDS + 2, 1];
/// Names the paired carer and the practice among the people of the plan.
const CARER: EntityId = EntityId([0x0c; 16]);
const PRACTICE: EntityId = EntityId([0x8a; 16]);

/// The paired carer.
pub const A_CARER: Author = Author::Carer(CARER);

/// What a practice's server holds: the version of each thing it sends.
#[derive(Debug, Default)]
pub struct Server([u32; SENT.len()]);

impl Server {
    /// Somebody at the practice writes.
    pub fn advance(&mut self, random: &mut Random) {
        self.0[random.below(SENT.len())] += 1;
    }
}

/// Everything that stands around somebody who writes.
pub struct Desk<'a> {
    /// The merge under test.
    pub rule: Rule,
    /// What was ever written.
    pub truth: &'a Truth,
    /// The practice's server.
    pub server: &'a Server,
    /// Counts the steps; also the true time, in seconds.
    pub tick: u64,
}

/// Something that somebody writes on this phone now, if there is a reason to.
pub fn write(desk: &Desk, device: &mut Device, random: &mut Random) -> Option<Op> {
    let newer = device.app == App::Newer;
    match random.below(100) {
        _ if !device.is_persons() => others_write(desk, device, A_CARER, random),
        0..24 => write_field(desk, device, some_field(random), random),
        24..34 if newer => write_newer(desk, device, random),
        24..44 => write_field(desk, device, random.below(3) * FIELDS + 3 + random.below(5), random),
        44..54 => settle(desk, device, random),
        54..64 => {
            let guest = Author::Guest { name: "Sam".to_owned(), role: "Neighbour".to_owned() };
            others_write(desk, device, guest, random)
        }
        64..74 => decide(desk, device, None, random),
        74..81 => remove(desk, device, None, random),
        81..85 => restore(desk, device, random),
        85..90 => erase(desk, device, None, random),
        _ => import(desk, device, random),
    }
}

/// The words of a suggestion, taken into the field by an op that cites it.
pub fn take_in(desk: &Desk, device: &mut Device, accept: &Op) -> Option<Op> {
    let cited = device.record.register(accept.slot)?.aside().iter().find(|op| Some(op.id) == accept.cites)?;
    let has_words = |value: &&Value| cited.can_be_drawn() && **value != Value::Erased;
    let value = cited.value().filter(has_words)?.clone();
    let made = device.made(desk.tick, Author::Person, accept.cites);
    Some(device.record.make(accept.slot, Act::Write(value), None, made))
}

fn make_by(desk: &Desk, device: &mut Device, place: usize, act: Act, author: Author) -> Op {
    let made = device.made(desk.tick, author, None);
    let mut op = device.record.make(desk.truth.slots[place], act, None, made);
    desk.rule.parents(&device.record, &mut op);
    op
}

/// Most words go into few fields, so that phones meet there.
fn some_field(random: &mut Random) -> usize {
    let entity = [0, 0, 0, 0, 0, 1, 1, 2, 2, PRACTICES][random.below(10)];
    entity * FIELDS + [1, 1, 1, 2, 2, 3][random.below(6)]
}

fn words(desk: &Desk, random: &mut Random) -> String {
    if random.chance(15) { "the same".to_owned() } else { format!("words {}", desk.tick) }
}

fn value_for(desk: &Desk, place: usize, random: &mut Random) -> Value {
    match place % FIELDS {
        3 => {
            let mut steps = [EntityId([1; 16]), EntityId([2; 16]), EntityId([3; 16])];
            random.shuffle(&mut steps);
            Value::Order(steps.to_vec())
        }
        4..=7 if random.chance(20) => Value::Empty,
        4 | 5 => Value::Bool(random.chance(50)),
        6 => Value::Int(random.below(10) as i64),
        7 => Value::Date(format!("20{}", 10 + random.below(89))),
        _ => Value::Text(words(desk, random)),
    }
}

/// Writes a field. Some began before the last of what stands there had come.
fn write_field(desk: &Desk, device: &mut Device, place: usize, random: &mut Random) -> Option<Op> {
    let value = value_for(desk, place, random);
    let author = device.author.clone();
    let mut op = make_by(desk, device, place, Act::Write(value), author);
    if random.chance(10) {
        let seen: Vec<OpId> = op.parents.iter().skip(1).copied().collect();
        let Op { id, slot, act, at, author, .. } = op;
        let made = Made { id, device: device.name, at, author, origin: Origin::Typed, cites: None };
        op = device.record.make(slot, act, Some(&seen), made);
    }
    Some(op)
}

fn write_newer(desk: &Desk, device: &mut Device, random: &mut Random) -> Option<Op> {
    let place = some_field(random);
    let text = words(desk, random);
    let author = Author::Person;
    let mut op = match random.below(6) {
        0 | 1 => make_by(desk, device, place, Act::Write(newer::value(&text)), author),
        2 => make_by(desk, device, place, newer::act(&text), author),
        3 => make_by(desk, device, place, Act::Write(Value::Text(text)), newer::DEPUTY),
        4 => make_by(desk, device, place, Act::Suggest(newer::value(&text)), A_CARER),
        _ => {
            return remove(desk, device, None, random).map(|mut op| {
                if let Act::Remove(saw) = op.act {
                    op.act = newer::removal(saw);
                }
                op
            });
        }
    };
    if random.chance(50) {
        op.extra = newer::EXTRA.to_vec();
    }
    Some(op)
}

/// Writes where two versions stand, which names both.
fn settle(desk: &Desk, device: &mut Device, random: &mut Random) -> Option<Op> {
    let stands = |place: &usize| {
        let heads = device.record.register(desk.truth.slots[*place]).map_or(0, |r| r.heads().len());
        place % FIELDS != usize::from(LIFE) && heads > 1
    };
    let open: Vec<usize> = (0..ENTITIES * FIELDS).filter(stands).collect();
    let place = random.pick(&open)?;
    write_field(desk, device, place, random)
}

/// A carer or a guest: mostly suggests; sometimes their app tries what it may not.
fn others_write(desk: &Desk, device: &mut Device, author: Author, random: &mut Random) -> Option<Op> {
    let place = some_field(random);
    let value = Value::Text(words(desk, random));
    match random.below(100) {
        0..70 => Some(make_by(desk, device, place, Act::Suggest(value), author)),
        70..82 => Some(make_by(desk, device, place, Act::Write(value), author)),
        82..86 => Some(make_by(desk, device, place, newer::act("other"), author))
            .filter(|_| device.app == App::Newer),
        86..92 => decide(desk, device, Some(author), random),
        92..96 => remove(desk, device, Some(author), random),
        _ => erase(desk, device, Some(author), random),
    }
}

fn decide(desk: &Desk, device: &mut Device, author: Option<Author>, random: &mut Random) -> Option<Op> {
    let (place, offer) = random.pick(&device.offers(desk.truth))?;
    let act = random.pick(&[0, 0, 1, 1, 2])?;
    let act = [Act::Accept, Act::Decline, Act::Reopen][act as usize].clone();
    let made = device.made(desk.tick, author.unwrap_or(Author::Person), Some(offer));
    Some(device.record.make(desk.truth.slots[place], act, None, made))
}

fn remove(desk: &Desk, device: &mut Device, author: Option<Author>, random: &mut Random) -> Option<Op> {
    let entity = random.below(2);
    let slot = desk.truth.slots[entity * FIELDS + usize::from(LIFE)];
    if !device.record.entity(slot.kind, slot.entity)?.is_written() {
        return None;
    }
    let saw = desk.rule.saw(&device.record, slot);
    let place = entity * FIELDS + usize::from(LIFE);
    Some(make_by(desk, device, place, Act::Remove(saw), author.unwrap_or(Author::Person)))
}

fn restore(desk: &Desk, device: &mut Device, random: &mut Random) -> Option<Op> {
    let place = random.below(2) * FIELDS + usize::from(LIFE);
    let life = device.record.register(desk.truth.slots[place])?;
    let is_removed = life.heads().iter().any(|op| matches!(op.act, Act::Remove(_)));
    is_removed.then(|| make_by(desk, device, place, Act::Restore, Author::Person))
}

/// Erases one or two ops of a field, of all that were ever in it.
fn erase(desk: &Desk, device: &mut Device, author: Option<Author>, random: &mut Random) -> Option<Op> {
    let holds_words = |number: &usize| {
        let op = &desk.truth.ops[*number].op;
        matches!(op.act, Act::Write(_) | Act::Suggest(_))
    };
    let held: Vec<usize> = bits(device.known).filter(holds_words).collect();
    let first = &desk.truth.ops[random.pick(&held)?];
    let beside = bits(desk.truth.ops_in(first.place) & device.known).filter(holds_words);
    let mut targets = vec![first.op.id];
    if random.chance(30) {
        targets.extend(beside.map(|number| desk.truth.ops[number].op.id).find(|id| *id != first.op.id));
    }
    Some(make_by(desk, device, first.place, Act::Erase(targets), author.unwrap_or(Author::Person)))
}

/// Reads from the practice's server a version that this phone hasn't got. The op
/// has nothing of the phone in it, so that every phone makes it alike: numbered
/// by when the server says it was written, and no version names another.
fn import(desk: &Desk, device: &mut Device, random: &mut Random) -> Option<Op> {
    let which = random.below(SENT.len());
    let version = desk.server.0[which].to_string();
    let place = SENT[which];
    let had = bits(desk.truth.ops_in(place) & device.known).any(|number| {
        matches!(&desk.truth.ops[number].op.origin, Origin::Imported { version: v, .. } if *v == version)
    });
    if had {
        return None;
    }
    let name = format!("{SERVER} {version} {place}");
    Some(Op {
        id: OpId(mac(name.as_bytes())),
        slot: desk.truth.slots[place],
        act: Act::Write(Value::Text(format!("version {version}"))),
        parents: Vec::new(),
        lamport: match desk.rule {
            Rule::NumbersImports => device.record.lamport() + 1,
            _ => 1_600_000 + u64::from(desk.server.0[which]),
        },
        at: When { ms: 1_600_000_000_000, offset: 0 },
        device: DeviceId::default(),
        author: Author::Practice(PRACTICE),
        origin: Origin::Imported { server: SERVER.to_owned(), resource: "Observation/1".to_owned(), version },
        cites: None,
        extra: Vec::new(),
    })
}
