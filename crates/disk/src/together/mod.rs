//! Several files that take their places together: all of them or none, whatever happens in between.
//!
//! All lie ready beside their places before the first is moved. A journal in the root says which, so that a run that finds it
//! carries on where another was cut off; what gives way is kept under another name until the end, so that what fails is taken back.

mod journal;
mod step;

#[cfg(test)]
mod tests;

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::thread::sleep;

use self::journal::{Found, Journal, NAME};
use self::step::{Step, Steps};
use crate::Replacement;
use crate::patience::patiently;

/// So many files are held open until they are in their places; of more, the others are left to luck where somebody cleans up.
const HELD: usize = 200;

/// Files below a root that will take their places together.
#[derive(Debug)]
pub struct Together {
    root: PathBuf,
    ready: Vec<(Step, Replacement)>,
}

/// Files that did not take their places.
#[derive(Debug)]
pub enum NotPut {
    /// Somebody changed this one after the new one was made of it.
    Changed(String),
    /// The system refused.
    Io {
        /// The file, by its path from the root.
        path: String,
        /// What the system says.
        cause: io::Error,
    },
}

impl NotPut {
    fn into_cause(self) -> io::Error {
        match self {
            Self::Changed(_) => ErrorKind::InvalidData.into(),
            Self::Io { cause, .. } => cause,
        }
    }

    fn io(path: &str) -> impl FnOnce(io::Error) -> Self {
        move |cause| Self::Io { path: path.to_owned(), cause }
    }
}

impl Together {
    /// None yet, below `root`.
    ///
    /// # Errors
    ///
    /// A folder that the program runs in and that is gone.
    pub fn below(root: &Path) -> io::Result<Self> {
        Ok(Self { root: std::path::absolute(root)?, ready: Vec::new() })
    }

    /// Takes in what will stand at `path`, a path from the root with `/` between its steps. Where it `is_new`, nothing may
    /// stand there by then.
    pub fn add(&mut self, path: &str, mut new: Replacement, is_new: bool) {
        let step = Step::of(&self.root, path, &new, is_new);
        if self.ready.len() >= HELD {
            new.let_go();
        }
        self.ready.push((step, new));
    }

    /// Puts all of them in their places, with the folders that are missing, and sees that onto the disk.
    ///
    /// # Errors
    ///
    /// A disk that refuses, something in the place of a new file, or a file that is not what it was. Then all is as it was; where
    /// the disk refuses that, too, the next run sees to it.
    pub fn put(self) -> Result<(), NotPut> {
        let Self { root, ready } = self;
        let (steps, mut new): (Vec<Step>, Vec<Replacement>) = ready.into_iter().unzip();
        let steps = Steps::of(&root, steps);
        // A single file takes its place at once, and leaves nothing to be taken back.
        let journal = if steps.are_several() { begin(&steps)? } else { None };
        if journal.is_some() {
            new.iter_mut().for_each(Replacement::keep);
        }
        let put = steps.put();
        let is_settled = put.is_ok() || steps.take_back().is_ok();
        // As long as the journal is there, the next run needs what it names.
        if is_settled && journal.is_none_or(|journal| journal.remove().is_ok()) {
            steps.clear();
        }
        put
    }
}

/// The journal of `steps`, once no other is there; none where this user may not write in the root, only below it.
fn begin(steps: &Steps<'_>) -> Result<Option<Journal>, NotPut> {
    let mut journal = None;
    let begun = patiently(
        || {
            finish(steps.root)?;
            journal = Some(Journal::write(steps.root, &steps.each)?);
            Ok(())
        },
        |error| matches!(error.kind(), ErrorKind::ResourceBusy | ErrorKind::AlreadyExists),
        sleep,
    );
    match begun {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => Ok(None),
        begun => begun.map(|()| journal).map_err(NotPut::io(NAME)),
    }
}

/// Carries on what a run left that was cut off while files below `root` took their places. Says whether there was anything.
///
/// # Errors
///
/// `ResourceBusy` while another program is at work; a disk that refuses.
pub fn finish(root: &Path) -> io::Result<bool> {
    let (journal, steps) = match Journal::find(root)? {
        Found::Nothing => return Ok(false),
        Found::UnderWay => return Err(ErrorKind::ResourceBusy.into()),
        Found::CutOff(journal, steps) => (journal, Steps::of(root, steps)),
    };
    if steps.are_going_back() {
        steps.take_back()?;
    } else {
        steps.carry_on()?;
    }
    journal.remove()?;
    steps.clear();
    Ok(true)
}
