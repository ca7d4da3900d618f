//! Mending until nothing is left that can be mended: what `check --fix` writes and `--diff` shows.
//!
//! Every mend is tried before it counts: the mended files are read and judged again, in memory, and a mend that makes things
//! worse is left out. Rounds follow each other until one changes nothing, so that mending twice is mending once.

mod outcome;
mod round;
mod trial;

use std::collections::BTreeMap;

use nianbao_loader::Files;
use nianbao_model::FileId;

use crate::Checked;
use crate::unsaved::{Texts, tried};
use round::{Round, round};

/// A mend may make the next one possible, but no file asks for more than a few rounds.
const ROUNDS: usize = 24;

/// What mending comes to. Nothing is written yet.
#[derive(Debug)]
pub struct Mended {
    /// The workspace as it was read.
    pub before: Checked,
    /// The files that are altered, by their numbers there, with their new text.
    pub files: BTreeMap<FileId, String>,
    /// How many findings are mended.
    pub mended: usize,
    /// How many are left out since their mends would make things worse.
    pub refused: usize,
    /// How many are left out since their mends would alter a record.
    pub records: usize,
    /// How many are left out since their file is not UTF-8.
    pub recoded: usize,
}

/// Mends what `judge` finds in `files`: it reads and checks them, and leaves the part that is to be mended.
///
/// # Errors
///
/// Those of `judge`.
pub fn mend<E>(files: &dyn Files, judge: impl Fn(&dyn Files) -> Result<Checked, E>) -> Result<Mended, E> {
    let judge = |texts: &Texts| tried(files, texts, &judge);
    let before = judge(&Texts::new())?;
    let (mut now, mut texts, mut mended) = (before.clone(), Texts::new(), 0);
    let mut rounds = 0;
    let left = loop {
        let Round { altered, mended: more, after, left } = round(&now, &texts, &judge)?;
        if altered.is_empty() {
            break left;
        }
        rounds += 1;
        if rounds == ROUNDS {
            // What is still moving would move on at the next run.
            texts.retain(|path, _| !altered.contains_key(path));
            break left;
        }
        texts.extend(altered);
        (mended, now) = (mended + more, after);
    };
    let files = texts.into_iter().filter_map(|(path, text)| Some((before.sources.find(&path)?, text)));
    let is_recoded = |file: &FileId| before.sources.file(*file).is_some_and(|file| !file.is_utf8());
    let files = files.filter(|(file, text)| before.sources.text(*file) != text || is_recoded(file)).collect();
    Ok(Mended { before, files, mended, refused: left.refused, records: left.records, recoded: left.recoded })
}
