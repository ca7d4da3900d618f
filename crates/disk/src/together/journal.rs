//! What is under way, in a file that whoever does it holds locked.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::Builder;

use super::step::Step;
use crate::draft::Draft;
use crate::leftovers::{PREFIX, SUFFIX};
use crate::{change, is_same, sync_folder};

/// What it is called in the root.
pub(super) const NAME: &str = ".nianbao-edits";

/// What stands between two of its fields, and is in no path.
const BETWEEN: char = '\0';

/// No journal is longer.
const LIMIT: u64 = 64_000_000;

/// A journal that is there, held by us.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    _held: Held,
}

/// What holds it.
#[derive(Debug)]
#[expect(dead_code, reason = "it is only held")]
enum Held {
    Written(Draft),
    Found(File),
}

/// No longer than this is anybody at work.
const AT_WORK: Duration = Duration::from_mins(1);

/// What a root has of journals.
pub(super) enum Found {
    /// None.
    Nothing,
    /// One of somebody who is at work.
    UnderWay,
    /// One that was left, with what it says.
    CutOff(Journal, Vec<Step>),
}

impl Journal {
    /// Says in `root` what is under way.
    pub(super) fn write(root: &Path, steps: &[Step]) -> io::Result<Self> {
        let path = root.join(NAME);
        let mut draft = Draft::begin(Builder::new().prefix(PREFIX).suffix(SUFFIX), root)?;
        drop(draft.file().try_lock());
        draft.write(text(steps).as_bytes())?;
        draft.sync()?;
        draft.put_new(&path)?;
        sync_folder(root).inspect_err(|_| drop(change::remove_file(&path)))?;
        Ok(Self { path, _held: Held::Written(draft) })
    }

    /// The journal that is in `root`. What cannot be written by us cannot be carried on by us either.
    pub(super) fn find(root: &Path) -> io::Result<Found> {
        let path = root.join(NAME);
        if !fs::symlink_metadata(&path).is_ok_and(|there| there.is_file()) {
            return Ok(Found::Nothing);
        }
        let Ok(mut file) = change::open_lock(&path) else { return Ok(Found::Nothing) };
        match file.try_lock() {
            Ok(()) => {}
            // Where nothing can be locked, whoever is at work is done soon.
            Err(TryLockError::Error(_)) if is_old(&file) => {}
            Err(_) => return Ok(Found::UnderWay),
        }
        let mut text = String::new();
        (&mut file).take(LIMIT).read_to_string(&mut text)?;
        if text.is_empty() && is_same(&file, &path) {
            // It was removed between our looking and our opening, which made it anew.
            change::remove_file(&path)?;
        }
        if text.is_empty() || !is_same(&file, &path) {
            return Ok(Found::Nothing);
        }
        match steps(&text).filter(|steps| steps.iter().all(|step| step.is_ours(root))) {
            Some(steps) => Ok(Found::CutOff(Self { path, _held: Held::Found(file) }, steps)),
            None => Err(ErrorKind::InvalidData.into()),
        }
    }

    /// Nothing is under way any more.
    pub(super) fn remove(self) -> io::Result<()> {
        change::remove_file(&self.path)?;
        sync_folder(self.path.parent().unwrap_or(&self.path))
    }
}

/// Whether nobody has touched a file for a while.
fn is_old(file: &File) -> bool {
    let written = file.metadata().and_then(|found| found.modified()).ok();
    written.and_then(|written| written.elapsed().ok()).is_some_and(|age| age > AT_WORK)
}

fn text(steps: &[Step]) -> String {
    let fields = steps.iter().flat_map(|Step { new, target, was }| [new, target, was]);
    fields.flat_map(|field| [field.as_str(), "\0"]).collect()
}

fn steps(text: &str) -> Option<Vec<Step>> {
    let fields: Vec<&str> = text.strip_suffix(BETWEEN)?.split(BETWEEN).collect();
    let (steps, rest) = fields.as_chunks::<3>();
    let step = |[new, target, was]: &[&str; 3]| {
        let [new, target, was] = [new, target, was].map(|field| (*field).to_owned());
        Step { new, target, was }
    };
    rest.is_empty().then(|| steps.iter().map(step).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let step = |target: &str, was: &str| Step {
            new: "content/.nianbao-a1B2c3.tmp".to_owned(),
            target: target.to_owned(),
            was: was.to_owned(),
        };
        let written = vec![step("content/a\nb.yaml", "3 7"), step("content/c", "")];
        assert_eq!(steps(&text(&written)), Some(written));
        assert_eq!(steps(""), None);
        assert_eq!(steps("a\0b\0"), None);
    }
}
