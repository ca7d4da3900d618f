//! How long the parts of a build took: for whoever asks, never in what is published.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A clock that notes stretches of work, from several threads at a time.
#[derive(Debug)]
pub struct Timings {
    begun: Instant,
    stretches: Mutex<Vec<Stretch>>,
}

/// A stretch of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The part of the build that it belongs to, in a few words.
    pub part: &'static str,
    /// What was made: a path, or nothing where the part is one stretch.
    pub name: String,
    /// When it began, since the clock was set going.
    pub began: Duration,
    /// How long it took.
    pub took: Duration,
    /// Which of the threads did it.
    pub thread: usize,
    /// Whether it was made earlier and only taken over.
    pub kept: bool,
}

impl Default for Timings {
    fn default() -> Self {
        Self { begun: Instant::now(), stretches: Mutex::default() }
    }
}

impl Timings {
    /// Notes how long `work` takes.
    pub fn time<T>(&self, part: &'static str, work: impl FnOnce() -> T) -> T {
        let began = self.begun.elapsed();
        let done = work();
        self.note(part, String::new(), began, false);
        done
    }

    /// Everything that was noted, in the order in which it began.
    pub fn stretches(&self) -> Vec<Stretch> {
        let mut stretches = self.stretches.lock().unwrap_or_else(PoisonError::into_inner).clone();
        stretches.sort_by_key(|stretch| stretch.began);
        stretches
    }

    /// How long the clock has been going.
    pub fn elapsed(&self) -> Duration {
        self.begun.elapsed()
    }

    fn note(&self, part: &'static str, name: String, began: Duration, kept: bool) {
        let took = self.begun.elapsed().saturating_sub(began);
        // The main thread is none of those that share the work.
        let thread = rayon::current_thread_index().map_or(0, |index| index.saturating_add(1));
        let stretch = Stretch { part, name, began, took, thread, kept };
        self.stretches.lock().unwrap_or_else(PoisonError::into_inner).push(stretch);
    }
}

/// Does `work`, which makes `name`, and notes how long it takes, if somebody wants to know, and whether it `was_kept`.
pub(crate) fn timed<T, E>(
    timings: Option<&Timings>,
    part: &'static str,
    name: &str,
    was_kept: impl FnOnce(&T) -> bool,
    work: impl FnOnce() -> Result<T, E>,
) -> Result<T, E> {
    let Some(timings) = timings else { return work() };
    let began = timings.begun.elapsed();
    let made = work()?;
    timings.note(part, name.to_owned(), began, was_kept(&made));
    Ok(made)
}
