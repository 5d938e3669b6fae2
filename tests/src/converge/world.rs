//! One history: phones that write, lose sight of each other, meet again in any
//! order, and at the end exchange everything.

use super::Tally;
use super::device::Device;
use super::oracle;
use super::random::Random;
use super::rules::Rule;
use super::truth::{App, ENTITIES, MOST_OPS, Truth, View};
use super::writer::{self, A_CARER, Desk, Server};
use hearth_core::record::{Act, Author, DeviceId, Life, MAX_LAMPORT, Op, Slot};

/// Twenty years, in milliseconds: how wrong a clock may be, either way.
const TWENTY_YEARS: i64 = 20 * 366 * 24 * 3600 * 1000;
/// The most steps, so that a history in which nobody has a reason to write ends.
const MOST_STEPS: u64 = 600;

/// An op on its way.
struct Packet {
    to: usize,
    bytes: Vec<u8>,
}

/// A world of phones.
pub struct World {
    rule: Rule,
    random: Random,
    truth: Truth,
    devices: Vec<Device>,
    server: Server,
    on_the_way: Vec<Packet>,
    /// By phone: the group it can reach.
    groups: Vec<usize>,
    /// Somebody's app claims the highest Lamport number there is.
    is_poisoned: bool,
    tick: u64,
    /// What happened, counted.
    pub tally: Tally,
    /// What happened, told; only when asked for.
    pub story: Option<Vec<String>>,
}

impl World {
    /// The world of a seed.
    pub fn new(rule: Rule, seed: u64) -> Self {
        let mut random = Random::new(seed);
        let truth = Truth::new([random.bytes(), random.bytes(), random.bytes(), random.bytes()]);
        let count = 2 + random.below(5);
        let (some_older, some_newer) = (random.chance(50), random.chance(70));
        let has_carer = count > 2 && random.chance(50);
        let device = |at: usize| {
            let name = DeviceId(random.number().to_be_bytes());
            let app = match at {
                0 if some_newer => App::Newer,
                1 if some_older => App::Older,
                _ if some_newer && random.chance(60) => App::Newer,
                _ => App::Older,
            };
            let author = match at {
                2 if has_carer => A_CARER,
                1 if random.chance(20) => Author::Behalf(truth.slots[1].entity),
                _ => Author::Person,
            };
            let skew = match random.below(3) {
                0 => 0,
                _ => random.below(2 * TWENTY_YEARS as usize) as i64 - TWENTY_YEARS,
            };
            Device::new(name, app, author, skew)
        };
        let devices: Vec<Device> = (0..count).map(device).collect();
        let is_poisoned = has_carer && random.chance(10);
        World {
            rule,
            random,
            truth,
            devices,
            server: Server::default(),
            on_the_way: Vec::new(),
            groups: vec![0; count],
            is_poisoned,
            tick: 0,
            tally: Tally::default(),
            story: None,
        }
    }

    /// Lives through it; tells what went wrong, if something did.
    pub fn live(&mut self) -> Result<(), String> {
        let ops = 20 + self.random.below(MOST_OPS - 20);
        while self.truth.ops.len() < ops && self.tick < MOST_STEPS {
            self.tick += 1;
            match self.random.below(100) {
                0..38 => self.write()?,
                38..58 => self.send(),
                58..92 => self.deliver()?,
                92..95 => self.part(),
                // A mutant is not asked to read back what only the real record keeps.
                95..97 if self.rule == Rule::Real => self.reopen()?,
                _ => self.server.advance(&mut self.random),
            }
        }
        self.exchange_everything()?;
        self.tally.ops += self.truth.ops.len() as u64;
        oracle::at_the_end(self.rule, &self.truth, &self.devices)?;
        self.count_lives();
        Ok(())
    }

    fn tell(&mut self, what: impl FnOnce(&Truth) -> String) {
        if let Some(story) = &mut self.story {
            story.push(format!("{:>3}  {}", self.tick, what(&self.truth)));
        }
    }

    fn write(&mut self) -> Result<(), String> {
        let at = self.random.below(self.devices.len());
        let device = &mut self.devices[at];
        let desk = Desk { rule: self.rule, truth: &self.truth, server: &self.server, tick: self.tick };
        let Some(mut op) = writer::write(&desk, device, &mut self.random) else { return Ok(()) };
        if self.is_poisoned && !device.is_persons() {
            op.lamport = MAX_LAMPORT;
        }
        let accept = matches!(op.act, Act::Accept).then(|| op.clone());
        self.put_new(at, op)?;
        let Some(accept) = accept else { return Ok(()) };
        let desk = Desk { rule: self.rule, truth: &self.truth, server: &self.server, tick: self.tick };
        match writer::take_in(&desk, &mut self.devices[at], &accept) {
            Some(words)
                if self.truth.ops.len() < MOST_OPS && accept.author.writes_for(words.slot.entity.owner()) =>
            {
                self.put_new(at, words)
            }
            _ => Ok(()),
        }
    }

    fn put_new(&mut self, at: usize, op: Op) -> Result<(), String> {
        let device = &self.devices[at];
        let ops_before = self.truth.ops.len();
        let number = self.truth.note(&op, device.view())?;
        if number < ops_before {
            self.tally.imported_alike += 1;
        }
        self.tell(|_| format!("phone {at} makes op {number}: {op:?}"));
        self.put(at, op)
    }

    fn put(&mut self, at: usize, op: Op) -> Result<(), String> {
        let slot = op.slot;
        let device = &mut self.devices[at];
        let put = device.put(self.rule, &self.truth, op)?;
        self.tally.duplicates += u64::from(put.duplicate);
        self.tally.late += u64::from(put.was_late);
        self.tally.settled += u64::from(put.replaced > 1);
        self.tally_heads(at, slot);
        self.tell(|_| {
            format!("phone {at} has op {}{}", put.number, if put.duplicate { " again" } else { "" })
        });
        let place = self.truth.place(slot).unwrap_or_default();
        oracle::check(self.rule, &self.truth, &self.devices[at], place)
            .map_err(|what| format!("phone {at}, after op {}: {what}", put.number))
    }

    fn tally_heads(&mut self, at: usize, slot: Slot) {
        if let Some(register) = self.devices[at].record.register(slot) {
            self.tally.side_by_side += u64::from(register.heads().len() > 1);
            self.tally.undrawable += u64::from(register.has_newer());
        }
    }

    /// Sends some of what a phone holds to one that it can reach, the newest
    /// more often.
    fn send(&mut self) {
        let from = self.random.below(self.devices.len());
        let to = self.random.below(self.devices.len());
        if from == to || self.groups[from] != self.groups[to] {
            return;
        }
        for _ in 0..1 + self.random.below(8) {
            let newest = u64::MAX << self.truth.ops.len().saturating_sub(8);
            let known = self.devices[from].known;
            let wanted = if self.random.chance(60) { known & newest } else { known };
            let Some(number) = self.random.pick_bit(wanted) else { continue };
            if let Some(bytes) = self.devices[from].sent(self.rule, number) {
                self.on_the_way.push(Packet { to, bytes });
            }
        }
        self.tell(|_| format!("phone {from} sends to phone {to}"));
    }

    /// Some packets arrive, in no order; some are lost, some arrive again later.
    fn deliver(&mut self) -> Result<(), String> {
        for _ in 0..1 + self.random.below(4) {
            if self.on_the_way.is_empty() {
                return Ok(());
            }
            let which = self.random.below(self.on_the_way.len());
            let packet = self.on_the_way.swap_remove(which);
            let op = self.devices[packet.to].read(&packet.bytes)?;
            let to = packet.to;
            match self.random.below(100) {
                0..5 => continue,
                5..15 => self.on_the_way.push(packet),
                _ => {}
            }
            self.tally.deliveries += 1;
            self.put(to, op)?;
        }
        Ok(())
    }

    fn part(&mut self) {
        let apart = self.random.chance(60);
        for group in &mut self.groups {
            *group = if apart { self.random.below(3) } else { 0 };
        }
    }

    fn reopen(&mut self) -> Result<(), String> {
        let at = self.random.below(self.devices.len());
        let app = if self.random.chance(30) { App::Newer } else { self.devices[at].app };
        self.tally.upgraded += u64::from(app != self.devices[at].app);
        self.tell(|_| format!("phone {at} opens again with {app:?}"));
        self.devices[at]
            .reopen(&self.truth, &mut self.random, app)
            .map_err(|what| format!("phone {at}: {what}"))
    }

    fn exchange_everything(&mut self) -> Result<(), String> {
        self.tell(|_| "all exchange everything".to_owned());
        let all = self.devices.iter().fold(0, |all, device| all | device.known);
        for to in 0..self.devices.len() {
            let missing = all & !self.devices[to].known;
            for number in super::random::bits(missing) {
                let holds = |at: &usize| self.devices[*at].known >> number & 1 == 1;
                let holders: Vec<usize> = (0..self.devices.len()).filter(holds).collect();
                let from = self.random.pick(&holders).unwrap_or(to);
                if let Some(bytes) = self.devices[from].sent(self.rule, number) {
                    self.on_the_way.push(Packet { to, bytes });
                }
            }
        }
        let mut packets = std::mem::take(&mut self.on_the_way);
        self.random.shuffle(&mut packets);
        for packet in packets {
            let op = self.devices[packet.to].read(&packet.bytes)?;
            self.tally.deliveries += 1;
            self.put(packet.to, op)?;
        }
        Ok(())
    }

    fn count_lives(&mut self) {
        let all = View { app: App::Newer, known: u64::MAX, came_erased: 0 };
        for entity in 0..ENTITIES {
            match self.truth.life(all, entity) {
                Life::Removed => self.tally.removed += 1,
                Life::Unsettled => self.tally.unsettled += 1,
                Life::Here => {}
            }
        }
        self.tally.erased += u64::from(self.truth.erased(u64::MAX).count_ones());
        let decided = |op: &Op| matches!(op.act, Act::Accept | Act::Decline | Act::Reopen);
        self.tally.decided += self.truth.ops.iter().filter(|written| decided(&written.op)).count() as u64;
        self.tally.poisoned += u64::from(self.is_poisoned);
    }
}
