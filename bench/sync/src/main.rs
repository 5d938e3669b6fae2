//! Row 8: a sync of a plan of 1,000 goals of which 0, 1 or 1,000 have changed, with
//! a practice on this machine behind a slow network; and one GET and one PUT a
//! resource beside it.

mod server;
mod slow;

use bench_round::{Call, Failure, no_such_verb, run};
use hearth_core::companion::{Companion, Folders, Outside, Platform, Writer};
use hearth_core::plan::{Goal, Kind};
use hearth_core::record::{EntityId, Value};
use hearth_core::sync::base::Base;
use hearth_core::sync::http::{Http, Method, Request, Token};
use hearth_core::sync::reach::Reach;
use hearth_core::sync::real::RealHttp;
use hearth_core::sync::smart;
use hearth_core::vault::SoftwareKeyStore;
use hearth_tests::faults::Recorder;
use hearth_tests::practice::phone::Unhurried;
use hearth_tests::practice::{CLIENT, Practice, Quirks, REDIRECT, SimWorld};
use server::{base, inward, listen, outward, serve};
use slow::Network;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use url::Url;

/// How many goals the plan has.
const GOALS: usize = 1_000;
/// Between two syncs, in milliseconds.
const BETWEEN: i64 = 600_000;

fn main() -> ExitCode {
    run("sync", act)
}

fn act(call: &Call) -> Result<(), Failure> {
    match call.verb.as_str() {
        "prepare" => Ok(()),
        "row8" => sync(call),
        "row8-each" => each(call),
        "versions" => {
            println!(r#"{{"program":"sync","hearth":"{}"}}"#, env!("CARGO_PKG_VERSION"));
            Ok(())
        }
        _ => Err(no_such_verb(call, "prepare, row8, row8-each, versions")),
    }
}

/// How many changes: the third argument, which may be 0.
fn changes(call: &Call) -> Result<usize, Failure> {
    let number = call.more().and_then(|more| more.parse().ok()).filter(|number| *number <= GOALS);
    number.ok_or_else(|| format!("{} wants a number from 0 to {GOALS} after the folder.", call.verb).into())
}

/// A practice on this machine, and the network before it.
struct Place {
    world: Arc<SimWorld>,
    practice: Arc<Practice>,
    network: Arc<Network>,
    writes: Arc<AtomicU64>,
    port: u16,
}

impl Place {
    fn new(seed: u32) -> Result<Self, Failure> {
        let world = Arc::new(SimWorld::new(u64::from(seed)));
        // What renewing a token costs stands apart, in the docs.
        let quirks = Quirks { token_life: 100 * 86_400, ..Quirks::default() };
        let practice = Arc::new(Practice::new(&world, quirks));
        let network = Network::new(u64::from(seed));
        let ((inside, to), (outside, port)) = (listen()?, listen()?);
        let writes = Arc::new(AtomicU64::new(0));
        serve(Arc::clone(&practice), port, inside, Arc::clone(&writes));
        network.carry(outside, to);
        Ok(Self { world, practice, network, writes, port })
    }

    /// The person at their browser.
    fn sign_in(&self, url: &str) -> Result<String, Failure> {
        let mut url = Url::parse(url)?;
        let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        let pairs = pairs.into_iter().map(|(name, value)| (name, inward(&value, self.port)));
        url.query_pairs_mut().clear().extend_pairs(pairs.collect::<Vec<_>>());
        let mut back = Url::parse(&self.practice.sign_in(url.as_str()))?;
        let pairs: Vec<(String, String)> = back.query_pairs().into_owned().collect();
        let pairs = pairs.into_iter().map(|(name, value)| (name, outward(&value, self.port)));
        back.query_pairs_mut().clear().extend_pairs(pairs.collect::<Vec<_>>());
        Ok(back.into())
    }
}

/// A phone with a plan that is in step.
struct Phone {
    hearth: Companion,
    goals: Vec<EntityId>,
    recorder: Recorder,
    _folder: tempfile::TempDir,
}

fn words(goal: usize, pass: u32) -> Value {
    Value::Text(format!(
        "Walk to the bridge and back with Sam, goal {goal}, as I wrote it the time before {pass}"
    ))
}

impl Phone {
    fn new(place: &Place) -> Result<Self, Failure> {
        let folder = tempfile::tempdir()?;
        let recorder = Recorder::over(folder.path());
        let root = recorder.root().to_owned();
        let folders = Folders { store: root.join("store"), card: root.join("card") };
        let mut platform = Platform::new(Arc::new(SoftwareKeyStore::in_memory()), "a phone");
        platform.clock = Arc::clone(&place.world) as _;
        platform.disk = Arc::new(recorder.clone());
        // Each sync makes its own connection, as the app does.
        platform.outside = Outside {
            world: Some(Arc::clone(&place.world) as _),
            reach: Reach::ThisMachine,
            ..Outside::default()
        };
        let (hearth, _words) =
            Companion::begin(&folders, platform, "Jo").map_err(|error| error.to_string())?;
        let goal = |number| hearth.add(Kind::Goal, &[(Goal::WORDS, words(number, 0))], &Writer::Person);
        let goals = (0..GOALS).map(goal).collect::<Result<_, _>>().map_err(|error| error.to_string())?;
        let url =
            hearth.link_begin(&base(place.port), CLIENT, REDIRECT).map_err(|error| error.to_string())?;
        hearth.link_finish(&place.sign_in(&url)?, "The Surgery").map_err(|error| error.to_string())?;
        let phone = Self { hearth, goals, recorder, _folder: folder };
        for _ in 0..3 {
            phone.sync(place)?;
        }
        Ok(phone)
    }

    /// One sync, some time after the last; how long it took.
    fn sync(&self, place: &Place) -> Result<(Duration, usize), Failure> {
        place.world.pass(BETWEEN);
        let begun = Instant::now();
        let view = self.hearth.sync(&Unhurried).map_err(|error| error.to_string())?;
        let took = begun.elapsed();
        match view.trouble {
            None => Ok((took, view.sent)),
            Some(trouble) => Err(format!("the sync did not end: {trouble}").into()),
        }
    }
}

fn sync(call: &Call) -> Result<(), Failure> {
    let changes = changes(call)?;
    let place = Place::new(call.round())?;
    let phone = Phone::new(&place)?;
    for (number, goal) in phone.goals.iter().take(changes).enumerate() {
        let words = words(number, 1);
        let written = phone.hearth.write(Kind::Goal, *goal, &Goal::WORDS, words, &Writer::Person);
        written.map_err(|error| error.to_string())?;
    }
    let (asked, received, sent) = place.practice.count();
    let (syncs, writes) = (phone.recorder.syncs(), place.writes.load(Ordering::SeqCst));
    place.network.be_slow(true);
    let (took, went) = phone.sync(&place)?;
    if went != changes {
        return Err(format!("{went} went there where {changes} had changed.").into());
    }
    let after = place.practice.count();
    call.say(&[
        ("ns", &took.as_nanos()),
        ("requests", &(after.0 - asked)),
        ("writes", &(place.writes.load(Ordering::SeqCst) - writes)),
        ("sent", &(after.1 - received)),
        ("received", &(after.2 - sent)),
        ("fsyncs", &(phone.recorder.syncs() - syncs)),
    ]);
    Ok(())
}

/// One GET and one PUT over its version for each resource of the plan, changed or
/// not, on one connection: what a client does that keeps nothing of the practice's.
fn each(call: &Call) -> Result<(), Failure> {
    let count = changes(call)?;
    let place = Place::new(call.round())?;
    let phone = Phone::new(&place)?;
    let http = RealHttp::on_this_machine()?;
    let token = token(&place, &http)?;
    let goals = place.practice.all("Goal");
    let before = place.practice.count();
    place.network.be_slow(true);
    let begun = Instant::now();
    for goal in goals.iter().take(count) {
        let url = Url::parse(&format!("{}/Goal/{}", base(place.port), goal.id))?;
        let mut get = Request::new(Method::Get, url.clone());
        get.bearer = Some(token.clone());
        let here = http.send(&get)?;
        let version = here.header("etag").unwrap_or_default().to_owned();
        let mut put = Request::new(Method::Put, url).with("if-match", version);
        put = put.sending("application/fhir+json", here.body.to_vec());
        put.bearer = Some(token.clone());
        let status = http.send(&put)?.status;
        if status != 200 {
            return Err(format!("a PUT was answered with {status}.").into());
        }
    }
    let took = begun.elapsed();
    drop(phone);
    let after = place.practice.count();
    let (requests, sent, received) = (after.0 - before.0, after.1 - before.1, after.2 - before.2);
    call.say(&[("ns", &took.as_nanos()), ("requests", &requests), ("sent", &sent), ("received", &received)]);
    Ok(())
}

fn token(place: &Place, http: &RealHttp) -> Result<Token, Failure> {
    let base = Base::parse(&base(place.port)).ok_or("an address")?;
    let client = smart::Client { id: CLIENT.to_owned(), redirect: Url::parse(REDIRECT)? };
    let config = smart::discover(http, &base)?;
    let (attempt, url) = smart::authorise_url(&*place.world, base, config, client)?;
    let code = smart::code_of(&attempt, &place.sign_in(url.as_str())?)?;
    Ok(smart::exchange(http, &attempt, &code, 0)?.tokens.access)
}
