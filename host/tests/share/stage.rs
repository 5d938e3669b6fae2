//! What a scenario stands on: a host that can be stopped and started behind one address, phones with
//! a plan, and those who open links, each with a network that can go.

use super::support::{Running, World};
use hearth_core::companion::{
    Clock, Companion, Folders, Outside, Platform, ShareChoice, ShareSection, ShareView, Writer,
};
use hearth_core::plan::{Goal, Kind};
use hearth_core::record::{EntityId, Value, When};
use hearth_core::share::follow::{Asking, FollowError, follow};
use hearth_core::share::{Link, Reach};
use hearth_core::sync::http::{Http, HttpError, Request, Response};
use hearth_core::sync::real::RealHttp;
use hearth_core::sync::world::RealWorld;
use hearth_core::vault::SoftwareKeyStore;
use hearth_host::secret::{base64, random, sha256};
use hearth_host::store::enrol;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU16, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;

pub const HOUR: i64 = 3_600;

/// One address for the host, whichever process and port is behind it: as a proxy would be.
struct Gate {
    port: u16,
    to: Arc<AtomicU16>,
    is_silent: Arc<AtomicBool>,
}

impl Gate {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (to, is_silent) = (Arc::new(AtomicU16::new(0)), Arc::new(AtomicBool::new(false)));
        let (inner_to, inner_silent) = (Arc::clone(&to), Arc::clone(&is_silent));
        std::thread::spawn(move || {
            let mut unanswered = Vec::new();
            for client in listener.incoming().flatten() {
                if inner_silent.load(Ordering::SeqCst) {
                    unanswered.push(client);
                    continue;
                }
                unanswered.clear();
                let port = inner_to.load(Ordering::SeqCst);
                let Ok(host) = TcpStream::connect(("127.0.0.1", port)) else { continue };
                pass_on(client.try_clone().unwrap(), host.try_clone().unwrap());
                pass_on(host, client);
            }
        });
        Self { port, to, is_silent }
    }
}

fn pass_on(mut from: TcpStream, mut to: TcpStream) {
    std::thread::spawn(move || {
        let mut buffer = [0; 16 << 10];
        while let Ok(length) = from.read(&mut buffer) {
            if length == 0 || to.write_all(&buffer[..length]).is_err() {
                break;
            }
        }
        let _ = to.shutdown(Shutdown::Both);
    });
}

/// The real network of one machine, that can be without signal, and waits as long as is said.
pub struct Signal {
    pub is_there: AtomicBool,
    pub patience: AtomicU64,
    /// What is asked gets there, and no answer comes back.
    loses: AtomicBool,
    /// What is done on the phone while the next answer is waited for.
    meanwhile: Mutex<Option<Box<dyn FnOnce() + Send>>>,
}

impl Default for Signal {
    fn default() -> Self {
        let (is_there, patience) = (AtomicBool::new(true), AtomicU64::new(30_000));
        Self { is_there, patience, loses: AtomicBool::new(false), meanwhile: Mutex::default() }
    }
}

impl Signal {
    pub fn set(&self, is_there: bool) {
        self.is_there.store(is_there, Ordering::SeqCst);
    }

    pub fn lose(&self, loses: bool) {
        self.loses.store(loses, Ordering::SeqCst);
    }

    pub fn meanwhile(&self, done: impl FnOnce() + Send + 'static) {
        *self.meanwhile.lock().unwrap() = Some(Box::new(done));
    }
}

impl Http for Signal {
    fn send(&self, request: &Request) -> Result<Response, HttpError> {
        if !self.is_there.load(Ordering::SeqCst) {
            return Err(HttpError::NoConnection);
        }
        let mut request = request.clone();
        request.within = request.within.min(Duration::from_millis(self.patience.load(Ordering::SeqCst)));
        // A connection of its own: none is left over from a host that was there before.
        let answer = RealHttp::on_this_machine()?.send(&request);
        let meanwhile = self.meanwhile.lock().unwrap().take();
        if let Some(done) = meanwhile {
            done();
        }
        if self.loses.load(Ordering::SeqCst) { Err(HttpError::Cut) } else { answer }
    }
}

/// A clock that goes with the host's, by so many seconds before or behind it.
pub struct Watch {
    host: Arc<AtomicI64>,
    pub ahead: AtomicI64,
}

impl Clock for Watch {
    fn now(&self) -> When {
        let seconds = self.host.load(Ordering::SeqCst) + self.ahead.load(Ordering::SeqCst);
        When { ms: seconds * 1000, offset: 0 }
    }
}

pub struct Stage {
    // Before the world, so that it stops before its databases go.
    host: Mutex<Option<Running>>,
    gate: Gate,
    pub world: World,
}

impl Stage {
    pub fn new(mut world: World) -> Self {
        let gate = Gate::new();
        world.origin = format!("http://127.0.0.1:{}", gate.port);
        let stage = Self { host: Mutex::new(None), gate, world };
        stage.start();
        stage
    }

    pub fn start(&self) {
        let host = self.world.host();
        self.gate.to.store(host.port, Ordering::SeqCst);
        *self.host.lock().unwrap() = Some(host);
    }

    pub fn stop(&self) {
        *self.host.lock().unwrap() = None;
    }

    /// Takes connections and says nothing.
    pub fn be_silent(&self, is_silent: bool) {
        self.gate.is_silent.store(is_silent, Ordering::SeqCst);
    }

    /// As `hearth-host hold` after a restored backup.
    pub fn hold(&self) {
        let host = self.host.lock().unwrap();
        let host = host.as_ref().unwrap();
        let main = &host.host.as_ref().unwrap().main;
        let held = hearth_host::engine::write(&**main, hearth_host::store::owner::hold_all);
        host.block_on(held).unwrap();
    }

    /// One more token, for one more phone that may share here.
    pub fn token(&self) -> String {
        let host = self.host.lock().unwrap();
        let host = host.as_ref().unwrap();
        let (token, now) = (random().unwrap(), self.world.clock.load(Ordering::SeqCst));
        let (main, tag) = (&host.host.as_ref().unwrap().main, sha256(&token));
        let added = hearth_host::engine::write(&**main, move |tx| enrol::add(tx, &tag, None, now));
        host.block_on(added).unwrap();
        base64(&token)
    }

    /// A phone with a plan of one goal, that may share here.
    pub fn phone(&self) -> Phone {
        let phone = self.of("Jo");
        phone.hearth.share_enrol(&self.world.origin, &self.world.token).unwrap();
        phone.goal("walk to the shop");
        phone
    }

    /// The phone of somebody who cares for another: it may not share here.
    pub fn carer(&self) -> Phone {
        self.of("Sam")
    }

    fn of(&self, name: &str) -> Phone {
        let Fresh { folder, platform, folders, signal, watch } = self.fresh("a phone");
        let (hearth, _words) = Companion::begin(&folders, platform, name).unwrap();
        Phone { _folder: folder, hearth, signal, watch }
    }

    /// A phone without a plan.
    pub fn fresh(&self, name: &str) -> Fresh {
        let folder = tempfile::tempdir().unwrap();
        let signal = Arc::new(Signal::default());
        let watch = Arc::new(Watch { host: Arc::clone(&self.world.clock), ahead: AtomicI64::new(0) });
        let mut platform = Platform::new(Arc::new(SoftwareKeyStore::in_memory()), name);
        platform.clock = Arc::clone(&watch) as _;
        let http = Some(Arc::clone(&signal) as _);
        platform.outside = Outside { http, reach: Reach::ThisMachine, ..Outside::default() };
        let folders = Folders { store: folder.path().join("store"), card: folder.path().join("card") };
        Fresh { folder, platform, folders, signal, watch }
    }
}

/// A phone without a plan.
pub struct Fresh {
    pub folder: TempDir,
    pub platform: Platform,
    pub folders: Folders,
    pub signal: Arc<Signal>,
    pub watch: Arc<Watch>,
}

/// A goal in a plan.
pub fn goal_of(hearth: &Companion, words: &str) -> EntityId {
    hearth.add(Kind::Goal, &[(Goal::WORDS, Value::Text(words.into()))], &Writer::Person).unwrap()
}

/// Without the marks that keep names from turning a line around.
pub fn bare(line: &str) -> String {
    line.replace(['\u{2068}', '\u{2069}'], "")
}

/// The phone of who shares.
pub struct Phone {
    _folder: TempDir,
    pub hearth: Companion,
    pub signal: Arc<Signal>,
    pub watch: Arc<Watch>,
}

impl Phone {
    pub fn goal(&self, words: &str) -> EntityId {
        goal_of(&self.hearth, words)
    }

    /// What is offered first, with a passcode and for a day; kept up to date where that is said.
    pub fn choice(&self, kept_up: bool) -> ShareChoice {
        ShareChoice {
            label: "For the visit".into(),
            sections: vec![ShareSection::Emergency, ShareSection::About, ShareSection::Goals],
            until: self.watch.now().ms + 24 * HOUR * 1000,
            passcode: true,
            kept_up,
        }
    }

    pub fn share(&self, choice: &ShareChoice) -> ShareView {
        let preview = self.hearth.share_preview(choice).unwrap();
        self.hearth.share_make(choice, &preview.sum).unwrap()
    }

    /// Without a passcode, kept up: as somebody who follows has it.
    pub fn share_to_follow(&self) -> ShareView {
        self.share(&ShareChoice { passcode: false, ..self.choice(true) })
    }

    /// What the phone knows of a share after it has asked the host.
    pub fn delivered(&self, share: &ShareView) -> ShareView {
        self.hearth.deliver_shares().unwrap();
        self.hearth.share(share.id).unwrap()
    }
}

pub fn link(share: &ShareView) -> Link {
    Link::parse(share.link.as_ref().unwrap(), Reach::ThisMachine).unwrap()
}

/// Opens a link as anybody does who has it.
pub fn opened(share: &ShareView, recipient: &str, passcode: Option<&str>) -> Result<String, FollowError> {
    let asking = Asking { recipient, passcode, reach: Reach::ThisMachine };
    let given = follow(&Signal::default(), &link(share), asking)?;
    assert_eq!(given.files.len(), 1);
    Ok(String::from_utf8(given.files[0].plain.to_vec()).unwrap())
}

/// Opens it with the passcode that goes with it.
pub fn opened_rightly(share: &ShareView) -> Result<String, FollowError> {
    opened(share, "Dr Example", share.passcode.as_deref())
}

/// The world of somebody who follows, on the host's time.
pub fn world_of(stage: &Stage) -> RealWorld<impl Fn() -> When + Send + Sync + use<>> {
    let clock = Arc::clone(&stage.world.clock);
    RealWorld::new(move || When { ms: clock.load(Ordering::SeqCst) * 1000, offset: 0 })
}
