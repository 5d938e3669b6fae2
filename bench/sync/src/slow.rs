//! A network that is far away and loses packets, as a proxy on this machine: for
//! machines whose kernel has no netem. Each segment of 1,460 bytes arrives half a
//! round trip later; a lost one holds back all that follows it by a round trip
//! where three more segments came behind it (fast retransmit), else by the
//! retransmission time-out of 300 ms; a lost SYN by 1 s (RFC 6298). A connection
//! costs a round trip before its first byte. No bandwidth is modelled, no slow
//! start and no TLS.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

const ROUND_TRIP: Duration = Duration::from_millis(100);
const TIME_OUT: Duration = Duration::from_millis(300);
const LOST_SYN: Duration = Duration::from_secs(1);
const SEGMENT: usize = 1460;
/// Of 100 segments so many are lost.
const LOST: u64 = 2;

/// The network; it is near and perfect until it is told to be slow.
#[derive(Debug)]
pub struct Network {
    slow: AtomicBool,
    chance: AtomicU64,
}

impl Network {
    /// With losses from a seed.
    pub fn new(seed: u64) -> Arc<Self> {
        Arc::new(Self { slow: AtomicBool::new(false), chance: AtomicU64::new(seed) })
    }

    /// From now on.
    pub fn be_slow(&self, slow: bool) {
        self.slow.store(slow, Ordering::SeqCst);
    }

    fn is_slow(&self) -> bool {
        self.slow.load(Ordering::SeqCst)
    }

    fn loses(&self) -> bool {
        let mut z = self.chance.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % 100 < LOST
    }

    /// How long these bytes take beyond half a round trip.
    fn held_back(&self, bytes: usize) -> Duration {
        let segments = bytes.div_ceil(SEGMENT);
        let lost = (0..segments).filter(|_| self.loses());
        lost.map(|at| if segments - at > 3 { ROUND_TRIP } else { TIME_OUT }).sum()
    }

    /// Carries what comes to `listener` to a port, and back.
    pub fn carry(self: &Arc<Self>, listener: TcpListener, to: u16) {
        let network = Arc::clone(self);
        thread::spawn(move || {
            for near in listener.incoming().filter_map(Result::ok) {
                let network = Arc::clone(&network);
                thread::spawn(move || network.connect(&near, to));
            }
        });
    }

    fn connect(self: Arc<Self>, near: &TcpStream, to: u16) -> Option<()> {
        if self.is_slow() {
            let syn = if self.loses() { LOST_SYN } else { Duration::ZERO };
            thread::sleep(ROUND_TRIP + syn);
        }
        let far = TcpStream::connect((Ipv4Addr::LOCALHOST, to)).ok()?;
        near.set_nodelay(true).and(far.set_nodelay(true)).ok()?;
        self.pump(near.try_clone().ok()?, far.try_clone().ok()?);
        self.pump(far, near.try_clone().ok()?);
        Some(())
    }

    fn pump(self: &Arc<Self>, mut from: TcpStream, to: TcpStream) {
        let (send, receive) = channel::<(Instant, Vec<u8>)>();
        let network = Arc::clone(self);
        thread::spawn(move || {
            let mut last = Instant::now();
            let mut buffer = vec![0; 64 * 1024];
            while let Ok(read @ 1..) = from.read(&mut buffer) {
                let slow = network.is_slow();
                let takes = if slow { ROUND_TRIP / 2 + network.held_back(read) } else { Duration::ZERO };
                last = last.max(Instant::now() + takes);
                let piece = buffer.get(..read).unwrap_or_default().to_vec();
                if send.send((last, piece)).is_err() {
                    break;
                }
            }
        });
        thread::spawn(move || deliver(&receive, to));
    }
}

fn deliver(pieces: &Receiver<(Instant, Vec<u8>)>, mut to: TcpStream) {
    for (due, piece) in pieces {
        thread::sleep(due.saturating_duration_since(Instant::now()));
        if to.write_all(&piece).is_err() {
            return;
        }
    }
    let _ = to.shutdown(Shutdown::Write);
}
