//! A share host for tests: the real one, on a socket of this machine, its time that of the phones.

use super::*;
use hearth_host::config::{self, Place, Settings};
use hearth_host::engine::write;
use hearth_host::secret::{base64, random, sha256};
use hearth_host::store::enrol;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

pub struct Host {
    pub origin: String,
    pub token: String,
    /// Seconds since 1970, for whoever asks the host.
    pub clock: Arc<AtomicI64>,
    _folder: tempfile::TempDir,
    stop: Option<oneshot::Sender<()>>,
    runtime: Option<Runtime>,
}

impl Host {
    pub fn new() -> Self {
        let (folder, runtime) = (tempfile::tempdir().unwrap(), Runtime::new().unwrap());
        let clock = Arc::new(AtomicI64::new(FIRST_DAY / 1000));
        let (stop, stopped) = oneshot::channel::<()>();
        let token = random().unwrap();
        let path = |name: &str| folder.path().join(name);
        let origin = runtime.block_on(async {
            let world = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let own = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let origin = format!("http://{}", world.local_addr().unwrap());
            let settings = Settings {
                origin: origin.clone(),
                place: Place::Files { data: path("data"), marks: path("marks") },
                secrets: path("secrets"),
                per_address: 1_000_000,
                per_name: 1_000_000,
                proxies: 0,
                is_logged: false,
            };
            let told = Arc::clone(&clock);
            let host = config::host(&settings, Arc::new(move || told.load(Ordering::Relaxed))).await.unwrap();
            let (tag, now) = (sha256(&token), FIRST_DAY / 1000);
            write(&*host.main, move |tx| enrol::add(tx, &tag, None, now)).await.unwrap();
            tokio::spawn(hearth_host::serve::serve(host, world, own, 100, async {
                let _ = stopped.await;
            }));
            origin
        });
        let (stop, runtime) = (Some(stop), Some(runtime));
        Self { origin, token: base64(&token), clock, _folder: folder, stop, runtime }
    }

    /// A phone with a plan, called so, that may share here.
    pub fn phone(&self, name: &str) -> (Phone, Arc<Plan>) {
        let phone = Phone::new();
        let plan = begin_plan(&phone.folders(), &phone.platform(), name).unwrap().plan;
        plan.share_enrol(&self.origin, &self.token).unwrap();
        (phone, plan)
    }

    /// It is later, here and on the phones.
    pub fn wait(&self, seconds: i64, phones: &[&Phone]) {
        self.clock.fetch_add(seconds, Ordering::Relaxed);
        for phone in phones {
            phone.clock.ms.fetch_add(seconds * 1000, Ordering::Relaxed);
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.stop.take().map(|stop| stop.send(()));
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}
