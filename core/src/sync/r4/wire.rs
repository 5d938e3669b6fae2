//! Asking, with all that makes it safe to ask again: a token renewed once, waits
//! that spread, bounds on how often and how long.

use crate::sync::http::{Http, HttpError, LONGEST, Request, Response, Token};
use crate::sync::practice::PracticeError;
use crate::sync::when::retry_after;
use crate::sync::world::{World, jitter};
use std::cell::Cell;
use std::time::Duration;

/// How often one question is asked.
const TRIES: u32 = 3;
/// A practice that asks for a longer wait than this is left alone for now.
const LONGEST_WAIT: Duration = Duration::from_secs(5);
/// Waiting is looked up from so often, to see whether the person stopped it.
const GLANCE: Duration = Duration::from_millis(250);
/// How long a sync goes on in which nothing comes of what is asked.
pub const PATIENCE: Duration = Duration::from_secs(30);
/// The most questions of one sync.
pub const MAX_QUESTIONS: u32 = 10_000;

/// Where tokens come from. One that was renewed is on the disk before it is
/// given out.
pub trait Session {
    /// One that is good as far as is known.
    ///
    /// # Errors
    /// [`PracticeError`].
    fn token(&self) -> Result<Token, PracticeError>;

    /// The next one, after this one was refused.
    ///
    /// # Errors
    /// [`PracticeError::Ended`] where the link must be made again.
    fn renewed(&self, refused: &Token) -> Result<Token, PracticeError>;
}

/// A line to one practice, for one sync.
pub struct Wire<'a> {
    http: &'a dyn Http,
    world: &'a dyn World,
    session: &'a dyn Session,
    stopped: &'a dyn Fn() -> bool,
    asked: Cell<u32>,
    received: Cell<u64>,
    fruitful: Cell<Duration>,
}

impl<'a> Wire<'a> {
    /// A line. `stopped` says whether the person stopped it.
    pub fn new(
        http: &'a dyn Http,
        world: &'a dyn World,
        session: &'a dyn Session,
        stopped: &'a dyn Fn() -> bool,
    ) -> Self {
        let fruitful = Cell::new(world.elapsed());
        Self { http, world, session, stopped, asked: Cell::new(0), received: Cell::new(0), fruitful }
    }

    /// Something came of it: patience begins anew.
    pub fn bore_fruit(&self) {
        self.fruitful.set(self.world.elapsed());
    }

    /// How many questions were asked, and how many bytes came back.
    pub fn count(&self) -> (u32, u64) {
        (self.asked.get(), self.received.get())
    }

    /// This phone's clock.
    pub fn now(&self) -> i64 {
        self.world.now().ms
    }

    /// Asks. `again`: the question changes nothing there, so that it can be asked
    /// again where it is not known whether it arrived.
    ///
    /// # Errors
    /// [`PracticeError`]. What was asked may have arrived.
    pub fn ask(&self, mut request: Request, again: bool) -> Result<Response, PracticeError> {
        let mut renewed = None;
        let mut attempt = 0;
        loop {
            let left = PATIENCE.saturating_sub(self.world.elapsed().saturating_sub(self.fruitful.get()));
            if (self.stopped)() {
                return Err(PracticeError::Stopped);
            }
            if left.is_zero() {
                return Err(HttpError::TimedOut.into());
            }
            if self.asked.get() >= MAX_QUESTIONS {
                return Err(PracticeError::Endless);
            }
            let token = match &renewed {
                Some(token) => Token::clone(token),
                None => self.session.token()?,
            };
            request.bearer = Some(token.clone());
            request.within = left.min(LONGEST);
            self.asked.set(self.asked.get() + 1);
            let answer = self.http.send(&request);
            if let Ok(answer) = &answer {
                self.received.set(self.received.get() + answer.body.len() as u64);
            }
            attempt += 1;
            let wait = match answer {
                // Nothing was sent, or it may be sent twice.
                Err(HttpError::NoConnection) if attempt < TRIES - 1 => None,
                Err(HttpError::Cut) if again && attempt < TRIES => None,
                Err(error) => return Err(error.into()),
                Ok(answer) => match answer.status {
                    401 if renewed.is_none() => {
                        renewed = Some(self.session.renewed(&token)?);
                        attempt -= 1;
                        continue;
                    }
                    300..=399 => return Err(PracticeError::Redirected),
                    429 | 503 => {
                        let after =
                            answer.header("retry-after").and_then(|text| retry_after(text, self.now()));
                        if attempt >= TRIES || after.is_some_and(|after| after > LONGEST_WAIT) {
                            return Err(PracticeError::Busy { after });
                        }
                        after
                    }
                    502 | 504 if again && attempt < TRIES => None,
                    _ => return Ok(answer),
                },
            };
            self.wait(wait.unwrap_or_default().max(jitter(self.world, attempt)))?;
        }
    }

    fn wait(&self, mut time: Duration) -> Result<(), PracticeError> {
        while !time.is_zero() {
            if (self.stopped)() {
                return Err(PracticeError::Stopped);
            }
            let piece = time.min(GLANCE);
            self.world.wait(piece);
            time -= piece;
        }
        Ok(())
    }
}
