//! Work that several cores can share: opening a large bundle's chunks, packing
//! many fields' history. A person waits for both.

use std::num::NonZero;
use std::sync::{Mutex, PoisonError};
use std::thread::{Builder, available_parallelism, scope};

/// More would only wait for memory.
const MOST: usize = 4;

/// Does `work` on all the items, in order, in up to [`MOST`] batches side by side
/// of at least `least` items each.
///
/// # Errors
/// The first that a batch had.
pub(super) fn share<T: Send, R: Send, E: Send>(
    mut items: Vec<T>,
    least: usize,
    work: impl Fn(Vec<T>) -> Result<Vec<R>, E> + Sync,
) -> Result<Vec<R>, E> {
    let cores = available_parallelism().map_or(1, NonZero::get).min(MOST);
    let batches = (items.len() / least.max(1)).clamp(1, cores);
    if batches == 1 {
        return work(items);
    }
    let size = items.len().div_ceil(batches);
    let mut others = Vec::with_capacity(batches);
    while items.len() > size {
        others.push(Mutex::new(Some(items.split_off(items.len() - size))));
    }
    others.reverse();
    let take = |batch: &Mutex<Option<Vec<T>>>| batch.lock().unwrap_or_else(PoisonError::into_inner).take();
    let do_other = |batch: &Mutex<Option<Vec<T>>>| take(batch).map_or(Ok(Vec::new()), &work);
    scope(|scope| {
        let begun: Vec<_> = others
            .iter()
            .map(|batch| (batch, Builder::new().spawn_scoped(scope, || do_other(batch))))
            .collect();
        let mut done = work(items)?;
        for (batch, other) in begun {
            let mut results = match other.map(|thread| thread.join()) {
                Ok(Ok(results)) => results?,
                Ok(Err(panicked)) => std::panic::resume_unwind(panicked),
                // The system gave no thread: then it is done here.
                Err(_) => do_other(batch)?,
            };
            done.append(&mut results);
        }
        Ok(done)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_work_comes_back_in_order_and_whole() {
        for (count, least) in [(0, 1), (1, 1), (5, 10), (7, 2), (100, 3), (1000, 0)] {
            let items: Vec<u32> = (0..count).collect();
            let doubled =
                share(items, least, |batch| Ok::<_, ()>(batch.into_iter().map(|item| item * 2).collect()));
            assert_eq!(doubled, Ok((0..count).map(|item| item * 2).collect()), "{count} {least}");
        }
    }

    #[test]
    fn the_first_error_in_order_is_the_one_that_is_told() {
        let failing = |batch: Vec<u32>| match batch.iter().find(|item| **item % 50 == 49) {
            Some(item) => Err(*item),
            None => Ok(batch),
        };
        assert_eq!(share((0..200).collect(), 10, failing), Err(49));
        assert_eq!(share((0..49).collect(), 10, failing), Ok((0..49).collect()));
    }
}
