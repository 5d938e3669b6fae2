//! Whole histories: one or two phones and a practice that write at once, over a
//! network that fails and a practice that lies. When all is calm again, each
//! identifier is there once, nothing that was acknowledged is gone or changed,
//! no clinician's words were written over unseen, and both sides say the same.

mod calm;

use super::faults::{Network, Weather};
use super::phone::{Phone, StopsAfter, Unhurried};
use super::{Practice, Quirks, SimWorld};
use crate::rng::Rng;
use hearth_core::companion::{Standing, SyncView, Trouble};
use hearth_core::record::EntityId;
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most questions of one sync over so small a plan.
const MOST_ASKED: u64 = 400;
/// How long a sync goes on of which nothing comes, in milliseconds.
const LONGEST: i64 = 32_000;

/// What happened in histories, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Syncs.
    pub syncs: u64,
    /// Syncs that ended with a trouble.
    pub troubled: u64,
    /// Words that the person wrote.
    pub written: u64,
    /// Words that a clinician wrote over the person's.
    pub clinical: u64,
    /// Suggestions that were accepted or declined.
    pub decided: u64,
    /// Links that had to be made again.
    pub relinked: u64,
    /// Deleted there.
    pub deleted: u64,
    /// Histories of two phones.
    pub two_phones: u64,
}

/// What came of many histories.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// How many were lived.
    pub runs: u64,
    /// Those that went wrong: the seed to [`replay`], and what was found.
    pub failures: Vec<(u64, String)>,
    /// What was in them.
    pub tally: Tally,
}

/// Lives `histories` of them, the first from `seed`. `careless`: the control,
/// in which what guards a write gets lost.
#[must_use]
pub fn run(seed: u64, histories: u64, careless: bool) -> Report {
    const SIDE_BY_SIDE: u64 = 2;
    let every = |first: u64| {
        let mut report = Report::default();
        for number in (first..histories).step_by(SIDE_BY_SIDE as usize) {
            let seed = seed.wrapping_add(number);
            report.runs += 1;
            if let Err(found) = live(seed, careless, &mut report.tally) {
                report.failures.push((seed, found));
            }
        }
        report
    };
    let reports: Vec<Report> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..SIDE_BY_SIDE).map(|first| scope.spawn(move || every(first))).collect();
        threads.into_iter().map(|thread| thread.join().expect("a history that ends")).collect()
    });
    reports.into_iter().fold(Report::default(), Report::and)
}

impl Report {
    fn and(mut self, other: Self) -> Self {
        self.runs += other.runs;
        self.failures.extend(other.failures);
        self.failures.sort();
        let (a, b) = (&mut self.tally, other.tally);
        a.syncs += b.syncs;
        a.troubled += b.troubled;
        a.written += b.written;
        a.clinical += b.clinical;
        a.decided += b.decided;
        a.relinked += b.relinked;
        a.deleted += b.deleted;
        a.two_phones += b.two_phones;
        self
    }
}

/// Two phones and a practice that write one goal for so many rounds, over a
/// network that loses, repeats and delays; then all is calm.
///
/// # Errors
/// What was found wrong.
pub fn one_goal(seed: u64, rounds: u64) -> Result<Tally, String> {
    let mut tally = Tally::default();
    let mut history = History::begin(seed, Quirks::default(), false, true, &mut tally)?;
    for _ in 0..rounds {
        let phone = history.rng.index(2);
        match history.rng.below(10) {
            0..3 => history.write(phone),
            3 => history.clinical_words(),
            4 => history.decide(phone)?,
            5 => history.phones[0].meet(&history.phones[1]),
            6 => history.networks[phone].turns(Weather::Rough),
            7 => history.networks[phone].turns(Weather::Calm),
            _ => drop(history.sync(phone)?),
        }
        let pause = history.rng.below(900_000);
        history.world.pass(i64::try_from(pause).unwrap_or(0));
    }
    history.calm_down()?;
    history.all_is_well()?;
    Ok(tally)
}

/// Lives the history of one seed again.
///
/// # Errors
/// What was found wrong.
pub fn replay(seed: u64) -> Result<(), String> {
    live(seed, false, &mut Tally::default())
}

struct History<'t> {
    rng: Rng,
    world: Arc<SimWorld>,
    practice: Arc<Practice>,
    networks: Vec<Arc<Network>>,
    phones: Vec<Phone>,
    goals: Vec<EntityId>,
    /// Everything acknowledged, by goal.
    said: BTreeMap<EntityId, Vec<String>>,
    words: u64,
    tally: &'t mut Tally,
}

fn live(seed: u64, careless: bool, tally: &mut Tally) -> Result<(), String> {
    let mut rng = Rng::new(seed);
    let mut kinds = Quirks::each();
    let (name, quirks) = kinds.swap_remove(rng.index(kinds.len()));
    let two = rng.chance(1, 3);
    let named = |error: String| format!("{name}: {error}");
    let mut history = History::begin(seed, quirks, careless, two, tally).map_err(named)?;
    for _ in 0..22 {
        history.step().map_err(named)?;
    }
    history.calm_down().map_err(named)?;
    history.all_is_well().map_err(named)
}

impl<'t> History<'t> {
    /// One or two phones of one plan, each linked over a network of its own.
    fn begin(
        seed: u64,
        quirks: Quirks,
        careless: bool,
        two: bool,
        tally: &'t mut Tally,
    ) -> Result<Self, String> {
        let world = Arc::new(SimWorld::new(seed));
        let practice = Arc::new(Practice::new(&world, quirks));
        let network = |number: u64| {
            Arc::new(Network::new(&practice, &world, seed.wrapping_mul(4) + number, careless).meddled_with())
        };
        let first = network(1);
        let phone = Phone::new(&world, Arc::clone(&first) as _, "one");
        let mut history = History {
            rng: Rng::part(seed, &[1]),
            world: Arc::clone(&world),
            practice: Arc::clone(&practice),
            networks: vec![first],
            phones: vec![phone],
            goals: Vec::new(),
            said: BTreeMap::new(),
            words: 0,
            tally,
        };
        history.new_goal(0);
        if two {
            let network = network(2);
            let other = Phone::restored(&history.phones[0], "two", Arc::clone(&network) as _);
            history.phones.push(other);
            history.networks.push(network);
            history.tally.two_phones += 1;
        }
        for phone in &history.phones {
            phone.link(&practice).map_err(|error| format!("not linked: {error}"))?;
        }
        Ok(history)
    }
}

impl History<'_> {
    fn text(&mut self, who: &str) -> String {
        self.words += 1;
        format!("{who} wrote this, number {}", self.words)
    }

    fn new_goal(&mut self, phone: usize) {
        let words = self.text("the person");
        let goal = self.phones[phone].goal(&words);
        self.goals.push(goal);
        self.said.entry(goal).or_default().push(words);
        self.tally.written += 1;
    }

    fn step(&mut self) -> Result<(), String> {
        let phone = self.rng.index(self.phones.len());
        if std::env::var_os(super::faults::TRACE).is_some() {
            let says = |kept: &super::shelf::Kept| (kept.id.clone(), calm::words_of(&kept.body));
            let there: Vec<_> = self.practice.all("Goal").iter().map(says).collect();
            println!("phone {phone}; there: {there:?}");
        }
        match self.rng.below(24) {
            0..5 => self.write(phone),
            5 if self.goals.len() < 4 => self.new_goal(phone),
            6..9 => self.clinician(),
            9 => self.decide(phone)?,
            10 => self.weather(phone),
            11 => self.world.pass(i64::try_from(self.rng.below(3 * 86_400_000)).unwrap_or(0)),
            12 if self.phones.len() > 1 => self.phones[0].meet(&self.phones[1]),
            13 => {
                // The app is killed, in the middle of a sync or not.
                let left = u32::try_from(self.rng.below(12)).unwrap_or(0);
                let _ = self.phones[phone].hearth().sync(&StopsAfter(left.into()));
                self.phones[phone].reopen();
            }
            14 => self.practice.tire_tokens(),
            _ => {
                self.sync(phone)?;
            }
        }
        self.world.pass(i64::try_from(self.rng.below(600_000)).unwrap_or(0));
        Ok(())
    }

    fn write(&mut self, phone: usize) {
        let known: Vec<EntityId> = self
            .goals
            .iter()
            .copied()
            .filter(|goal| self.phones[phone].hearth().goal(*goal).is_ok())
            .collect();
        let goal = known[self.rng.index(known.len())];
        let words = self.text("the person");
        self.phones[phone].write(goal, &words);
        self.said.entry(goal).or_default().push(words);
        self.tally.written += 1;
    }

    fn clinician(&mut self) {
        let goals = self.practice.all("Goal");
        if goals.is_empty() {
            return;
        }
        let id = goals[self.rng.index(goals.len())].id.clone();
        match self.rng.below(8) {
            0 => {
                self.practice.delete("Goal", &id);
                self.tally.deleted += 1;
            }
            1 => drop(self.practice.edit("Goal", &id, |goal| goal["note"] = json!([{ "text": "seen" }]))),
            2 => {
                let value = self.rng.below(90);
                let result = json!({ "resourceType": "Observation", "status": "final", "code": { "text": "HbA1c" },
                    "subject": { "reference": format!("Patient/{}", super::PATIENT) },
                    "valueQuantity": { "value": value, "unit": "mmol/mol" } });
                self.practice.put("Observation", "result", &result);
            }
            _ => self.clinical_words(),
        }
    }

    fn clinical_words(&mut self) {
        let goals = self.practice.all("Goal");
        if goals.is_empty() {
            return;
        }
        let id = goals[self.rng.index(goals.len())].id.clone();
        let words = self.text("the clinician");
        self.practice.edit("Goal", &id, |goal| goal["description"]["text"] = json!(words));
        self.tally.clinical += 1;
    }

    fn decide(&mut self, phone: usize) -> Result<(), String> {
        let hearth = self.phones[phone].hearth();
        let waiting = hearth.suggestions();
        if waiting.is_empty() {
            return Ok(());
        }
        let one = &waiting[self.rng.index(waiting.len())];
        let decided =
            if self.rng.chance(1, 2) { hearth.accept(one.id, true) } else { hearth.decline(one.id) };
        self.tally.decided += 1;
        decided.map_err(|error| format!("not decided: {error}"))
    }

    fn weather(&mut self, phone: usize) {
        let weather = match self.rng.below(4) {
            0 => Weather::Calm,
            1 => Weather::LIES[self.rng.index(Weather::LIES.len())],
            _ => Weather::Rough,
        };
        self.networks[phone].turns(weather);
    }

    fn sync(&mut self, phone: usize) -> Result<Option<SyncView>, String> {
        let before = (self.practice.count().0, self.world.ms());
        let view = self.phones[phone].hearth().sync(&Unhurried);
        let weather = self.networks[phone].weather();
        let (asked, took) = (self.practice.count().0 - before.0, self.world.ms() - before.1);
        self.tally.syncs += 1;
        if asked > MOST_ASKED {
            return Err(format!("{asked} questions in {weather:?}"));
        }
        // Of a practice that lies nothing comes; rough weather may let each
        // second answer through.
        if !matches!(weather, Weather::Still | Weather::Calm | Weather::Rough) && took > LONGEST {
            return Err(format!("{took} ms in {weather:?}"));
        }
        match view {
            Ok(view) => {
                let shown = !view.sentences.is_empty()
                    && view.sentences.iter().all(|said| !said.contains(['[', '{']));
                self.tally.troubled += u64::from(view.trouble.is_some());
                if shown { Ok(Some(view)) } else { Err(format!("no sentence: {:?}", view.sentences)) }
            }
            Err(Trouble::LinkAgain) => Ok(None),
            Err(other) => Err(format!("{other}")),
        }
    }

    /// All is well again: what was under way arrives, links are made again, and
    /// everybody meets until nothing more happens.
    fn calm_down(&mut self) -> Result<(), String> {
        for network in &self.networks {
            network.turns(Weather::Still);
            network.arrives();
            self.tally.clinical += network.meddled();
        }
        self.world.pass(8 * 86_400_000);
        for round in 0..6 {
            for phone in 0..self.phones.len() {
                self.world.pass(200_000);
                let view = self.sync(phone)?;
                let again =
                    self.phones[phone].hearth().practice().map_err(|error| error.to_string())?.standing;
                let still = view.as_ref().map_or(0, |view| view.sent + view.suggested + view.received);
                if round == 5 && still > 0 {
                    return Err(format!("there is no end to it: {view:?}"));
                }
                if view.is_none() || again == Standing::LinkAgain {
                    self.phones[phone]
                        .link(&self.practice)
                        .map_err(|error| format!("not linked again: {error}"))?;
                    self.tally.relinked += 1;
                } else if let Some(trouble) = view.and_then(|view| view.trouble)
                    && round > 3
                {
                    return Err(format!("still {trouble} though all is calm"));
                }
            }
            if self.phones.len() > 1 {
                self.phones[0].meet(&self.phones[1]);
            }
        }
        Ok(())
    }
}
