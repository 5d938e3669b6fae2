//! For tests: a world whose time passes when it is told to, and a server whose
//! answers are written down.

use super::http::{Http, HttpError, Request, Response};
use super::world::World;
use crate::record::When;
use hearth_sealed::NoRandomness;
use std::sync::Mutex;
use std::time::Duration;
use zeroize::Zeroizing;

/// 1 October 2026, 10:00 in London.
pub const NOW: i64 = 1_790_845_200_000;

/// A world of its own: chance from a count, time that only waiting moves.
#[derive(Default)]
pub struct StillWorld {
    state: Mutex<(u64, Duration)>,
}

impl World for StillWorld {
    fn now(&self) -> When {
        When { ms: NOW + self.elapsed().as_millis() as i64, offset: 60 }
    }

    fn elapsed(&self) -> Duration {
        self.state.lock().unwrap().1
    }

    fn random(&self, out: &mut [u8]) -> Result<(), NoRandomness> {
        for byte in out {
            let mut state = self.state.lock().unwrap();
            state.0 = state.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = (state.0 >> 33) as u8;
        }
        Ok(())
    }

    fn wait(&self, time: Duration) {
        self.state.lock().unwrap().1 += time;
    }
}

/// Answers by a function, and keeps what it was asked.
pub struct Scripted<F> {
    answer: F,
    pub asked: Mutex<Vec<Request>>,
}

impl<F: Fn(&Request) -> Result<Response, HttpError> + Send + Sync> Scripted<F> {
    pub fn new(answer: F) -> Self {
        Self { answer, asked: Mutex::default() }
    }

    pub fn count(&self) -> usize {
        self.asked.lock().unwrap().len()
    }
}

impl<F: Fn(&Request) -> Result<Response, HttpError> + Send + Sync> Http for Scripted<F> {
    fn send(&self, request: &Request) -> Result<Response, HttpError> {
        self.asked.lock().unwrap().push(request.clone());
        (self.answer)(request)
    }
}

/// An answer of JSON.
pub fn json(status: u16, body: &str) -> Result<Response, HttpError> {
    let headers = vec![("content-type".to_owned(), "application/json".to_owned())];
    Ok(Response { status, headers, body: Zeroizing::new(body.as_bytes().to_vec()) })
}
