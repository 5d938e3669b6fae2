//! Convergence: histories of two to six phones that write apart and meet again
//! in any order, with lost, repeated and late ops, clocks twenty years wrong, an
//! older app, a carer and a practice among them. At the end all must hold the
//! same, with nothing silently gone and nothing removed back unseen.
//!
//! A seed replays a whole history. The oracle (`truth`, `oracle`) works out
//! what should stand from who knew what when they wrote, without asking the
//! merge; [`Rule`] has mutants of the merge that it must catch.

mod device;
mod newer;
mod oracle;
mod random;
mod rules;
mod truth;
mod world;
mod writer;

pub use rules::Rule;

use random::Random;
use world::World;

/// What came of many histories.
#[derive(Debug, Default)]
pub struct Report {
    /// How many were lived.
    pub runs: u64,
    /// Those that went wrong: the seed to [`replay`], and what happened first.
    pub failures: Vec<(u64, String)>,
    /// What was in them, counted: a kind that never happened was never tested.
    pub tally: Tally,
}

/// What happened in histories, counted over all phones.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Ops made.
    pub ops: u64,
    /// Ops that reached a phone from another.
    pub deliveries: u64,
    /// Ops that reached a phone that held them.
    pub duplicates: u64,
    /// Ops that came after what replaced them.
    pub late: u64,
    /// Times that a field had two heads or more after an op.
    pub side_by_side: u64,
    /// Ops that replaced several heads.
    pub settled: u64,
    /// Times that a field had a head its phone could not draw.
    pub undrawable: u64,
    /// Imports that two phones made alike.
    pub imported_alike: u64,
    /// Entities that ended removed.
    pub removed: u64,
    /// Entities that ended removed on one phone and changed or kept on another.
    pub unsettled: u64,
    /// Ops whose words were erased.
    pub erased: u64,
    /// Decisions about suggestions.
    pub decided: u64,
    /// Phones that were given the newer app on the way.
    pub upgraded: u64,
    /// Histories in which somebody's app claimed the highest Lamport number.
    pub poisoned: u64,
}

impl Tally {
    /// Every count, with its name.
    pub fn counts(&self) -> [(&'static str, u64); 14] {
        [
            ("ops", self.ops),
            ("deliveries", self.deliveries),
            ("duplicates", self.duplicates),
            ("late", self.late),
            ("side by side", self.side_by_side),
            ("settled", self.settled),
            ("undrawable", self.undrawable),
            ("imported alike", self.imported_alike),
            ("removed", self.removed),
            ("unsettled", self.unsettled),
            ("erased", self.erased),
            ("decided", self.decided),
            ("upgraded", self.upgraded),
            ("poisoned", self.poisoned),
        ]
    }

    fn add(&mut self, other: &Tally) {
        self.ops += other.ops;
        self.deliveries += other.deliveries;
        self.duplicates += other.duplicates;
        self.late += other.late;
        self.side_by_side += other.side_by_side;
        self.settled += other.settled;
        self.undrawable += other.undrawable;
        self.imported_alike += other.imported_alike;
        self.removed += other.removed;
        self.unsettled += other.unsettled;
        self.erased += other.erased;
        self.decided += other.decided;
        self.upgraded += other.upgraded;
        self.poisoned += other.poisoned;
    }
}

/// One history, told step by step.
#[derive(Debug)]
pub struct Replay {
    /// What happened, a line a step.
    pub story: Vec<String>,
    /// What went wrong, if something did; it is where the story stops.
    pub failure: Option<String>,
}

/// Lives through `histories` histories, chosen by `seed`, with the real merge.
pub fn run(seed: u64, histories: u64) -> Report {
    let mut report = Report::default();
    for seed in seeds(seed, histories) {
        let mut world = World::new(Rule::Real, seed);
        if let Err(what) = world.live() {
            report.failures.push((seed, what));
        }
        report.runs += 1;
        report.tally.add(&world.tally);
    }
    report
}

/// Lives through one history again: `seed` is one that [`run`] reported.
pub fn replay(seed: u64) -> Replay {
    replay_with(Rule::Real, seed)
}

/// The same, with another merge.
pub fn replay_with(rule: Rule, seed: u64) -> Replay {
    let mut world = World::new(rule, seed);
    world.story = Some(Vec::new());
    let failure = world.live().err();
    Replay { story: world.story.unwrap_or_default(), failure }
}

/// The first of up to `histories` histories in which the oracle catches this
/// merge: how many it took, the history's seed, and what it saw.
pub fn first_loss(rule: Rule, seed: u64, histories: u64) -> Option<(u64, u64, String)> {
    (1..).zip(seeds(seed, histories)).find_map(|(count, seed)| {
        let what = World::new(rule, seed).live().err()?;
        Some((count, seed, what))
    })
}

fn seeds(seed: u64, histories: u64) -> impl Iterator<Item = u64> {
    let mut random = Random::new(seed);
    (0..histories).map(move |_| random.number())
}
