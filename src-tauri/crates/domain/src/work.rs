//! Long work that can be watched and stopped from another thread, without a lock.

use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering};

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// A file is read.
    Reading,
    /// What was read is held against what is there.
    Weighing,
    /// Changes are written.
    Writing,
    /// The chain of the log is followed.
    Chain,
    /// The log is read again.
    Replaying,
    /// What stands in the tables is held against the log.
    Comparing,
}

impl Stage {
    const ALL: [Self; 6] = [
        Self::Reading,
        Self::Weighing,
        Self::Writing,
        Self::Chain,
        Self::Replaying,
        Self::Comparing,
    ];
}

/// Somebody wants the work to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped")]
pub struct Stopped;

/// How far a stage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// The stage.
    pub stage: Stage,
    /// Parts done.
    pub done: u64,
    /// All parts; 0 when nobody knows.
    pub of: u64,
}

/// One piece of long work. Whoever does it tells how far it is and ends as soon as it is told to;
/// whoever waits for it looks at it now and then. The values are only ever shown, so none of them
/// has to be read together with another.
#[derive(Debug, Default)]
pub struct Work {
    stopped: AtomicBool,
    /// Place of the stage in [`Stage::ALL`], from 1; 0 before the first.
    stage: AtomicU8,
    done: AtomicU64,
    of: AtomicU64,
}

impl Work {
    /// Begins a stage of so many parts.
    ///
    /// # Errors
    /// [`Stopped`] when the work shall end.
    pub fn begin(&self, stage: Stage, of: usize) -> Result<(), Stopped> {
        self.done.store(0, Ordering::Relaxed);
        self.of.store(of as u64, Ordering::Relaxed);
        self.stage.store(stage as u8 + 1, Ordering::Relaxed);
        self.heed()
    }

    /// So many parts of the stage are done.
    ///
    /// # Errors
    /// [`Stopped`] when the work shall end.
    pub fn reach(&self, done: usize) -> Result<(), Stopped> {
        self.done.store(done as u64, Ordering::Relaxed);
        self.heed()
    }

    /// Ends the work if somebody wants it to.
    ///
    /// # Errors
    /// [`Stopped`] when the work shall end.
    pub fn heed(&self) -> Result<(), Stopped> {
        if self.stopped.load(Ordering::Relaxed) { Err(Stopped) } else { Ok(()) }
    }

    /// Asks for the end of the work.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// How far the work is; nothing before its first stage.
    #[must_use]
    pub fn reached(&self) -> Option<Reached> {
        let place = usize::from(self.stage.load(Ordering::Relaxed)).checked_sub(1)?;
        let stage = *Stage::ALL.get(place)?;
        let [done, of] = [&self.done, &self.of].map(|it| it.load(Ordering::Relaxed));
        Some(Reached { stage, done: if of == 0 { done } else { done.min(of) }, of })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_is_told_as_it_was_begun() {
        let work = Work::default();
        assert_eq!(work.reached(), None);
        for stage in Stage::ALL {
            work.begin(stage, 7).unwrap();
            work.reach(3).unwrap();
            assert_eq!(work.reached(), Some(Reached { stage, done: 3, of: 7 }));
        }
    }

    #[test]
    fn once_stopped_it_never_goes_on() {
        let work = Work::default();
        work.begin(Stage::Writing, 2).unwrap();
        work.stop();
        assert_eq!(work.reach(1), Err(Stopped));
        assert_eq!(work.begin(Stage::Comparing, 1), Err(Stopped), "nor in another stage");
    }
}
