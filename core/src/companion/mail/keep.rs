//! How the rows of what is shared are read and written: at once, as they stand now, so that what went on
//! while a network was waited for is not undone. And one pass over the mailbox at a time.

use super::super::{Companion, Trouble};
use crate::share::rows::{Followed, Meeting, Rows, followed_row, meeting_row};
use crate::store::{Ledger, StoreError, SyncRow};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::ThreadId;

/// Lets one thread at a time through; that one as often as it wishes.
#[derive(Default)]
pub(in crate::companion) struct Passes {
    inside: Mutex<Option<(ThreadId, usize)>>,
    free: Condvar,
}

/// Somebody is inside, until this goes.
pub(in crate::companion) struct Pass<'a>(&'a Passes);

impl Passes {
    fn inside(&self) -> MutexGuard<'_, Option<(ThreadId, usize)>> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until nobody else is inside.
    pub fn begin(&self) -> Pass<'_> {
        let this = std::thread::current().id();
        let mut inside = self.inside();
        loop {
            match &mut *inside {
                Some((thread, times)) if *thread == this => *times += 1,
                Some(_) => {
                    inside = self.free.wait(inside).unwrap_or_else(PoisonError::into_inner);
                    continue;
                }
                None => *inside = Some((this, 1)),
            }
            return Pass(self);
        }
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        let mut inside = self.0.inside();
        *inside = inside.take().and_then(|(thread, times)| Some((thread, times.checked_sub(1)?)));
        if inside.is_some_and(|(_, times)| times == 0) {
            *inside = None;
            self.0.free.notify_one();
        }
    }
}

impl Companion {
    /// What this phone keeps of its mailbox, of pairings and of what it follows. What can't be
    /// trusted any more is forgotten, but for copies of what others share.
    pub(in crate::companion) fn share_rows(&self) -> Result<Rows, Trouble> {
        Ok(rows_of(&mut self.ledger())?)
    }

    pub(in crate::companion) fn keep_rows(&self, rows: &[SyncRow]) -> Result<(), Trouble> {
        Ok(self.ledger().keep_synced(rows)?)
    }

    /// Writes rows by what stands there now: nobody else writes between. The plan is locked meanwhile:
    /// `change` asks nobody.
    pub(in crate::companion) fn change_rows<T>(
        &self,
        change: impl FnOnce(Rows) -> (Vec<SyncRow>, T),
    ) -> Result<T, Trouble> {
        let mut ledger = self.ledger();
        let (rows, told) = change(rows_of(&mut ledger)?);
        if !rows.is_empty() {
            ledger.keep_synced(&rows)?;
        }
        Ok(told)
    }

    /// Changes a pairing on the way as it stands now; one that is gone stays gone.
    pub(in crate::companion) fn change_meeting(
        &self,
        id: &str,
        change: impl FnOnce(&mut Meeting),
    ) -> Result<(), Trouble> {
        self.change_rows(|mut rows| {
            let Some(mut meeting) = rows.meetings.remove(id) else { return (Vec::new(), ()) };
            change(&mut meeting);
            (vec![meeting_row(id, Some(&meeting))], ())
        })
    }

    /// Changes what is kept of somebody who is followed, as it stands now; one that is gone stays gone.
    pub(in crate::companion) fn change_followed(
        &self,
        id: &str,
        change: impl FnOnce(&mut Followed),
    ) -> Result<(), Trouble> {
        self.change_rows(|mut rows| {
            let Some(mut followed) = rows.followed.remove(id) else { return (Vec::new(), ()) };
            change(&mut followed);
            (vec![followed_row(id, Some(&followed))], ())
        })
    }
}

fn rows_of(ledger: &mut Ledger) -> Result<Rows, StoreError> {
    let synced = ledger.synced()?;
    if synced.changed {
        match ledger.forget_synced() {
            // A page that can't even be let go of: what reads of what others share is read on.
            Ok(()) | Err(StoreError::Damaged) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Rows::read(&synced))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;

    #[test]
    fn one_thread_is_inside_at_a_time_and_may_come_in_again() {
        let (passes, is_out) = (Passes::default(), AtomicBool::new(false));
        std::thread::scope(|scope| {
            let outer = passes.begin();
            let inner = passes.begin();
            let other = scope.spawn(|| {
                let _pass = passes.begin();
                assert!(is_out.load(Ordering::SeqCst), "somebody was inside still");
            });
            std::thread::sleep(Duration::from_millis(50));
            drop(inner);
            std::thread::sleep(Duration::from_millis(50));
            is_out.store(true, Ordering::SeqCst);
            drop(outer);
            other.join().unwrap();
        });
        assert!(passes.inside().is_none());
    }
}
