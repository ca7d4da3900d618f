//! Which run of `*` closes which: CommonMark's way, in one pass.

use super::stars::{Emphasis, Stars};

/// The runs that are open and not closed yet.
#[derive(Debug, Default)]
pub(super) struct OpenRuns {
    runs: Vec<usize>,
    /// For each kind of closing run: below here nothing is open that it could close.
    floors: [usize; 6],
}

impl OpenRuns {
    fn floor(&mut self, run: &Stars) -> &mut usize {
        let kind = 3 * usize::from(run.can_open) + run.length % 3;
        &mut self.floors[kind]
    }

    fn truncate(&mut self, length: usize) {
        self.runs.truncate(length);
        for floor in &mut self.floors {
            *floor = length.min(*floor);
        }
    }
}

/// Closes with the run at `index` what it can close, then keeps it open for what is left of it.
pub(super) fn pair(runs: &mut [Stars], open: &mut OpenRuns, index: usize) {
    while let Some(opener) = opener(runs, open, index) {
        join(runs, open, opener, index);
    }
    if runs.get(index).is_some_and(|run| run.can_open && !run.left().is_empty()) {
        open.runs.push(index);
    }
}

/// Where among the open ones the run stands that the one at `index` closes.
fn opener(runs: &[Stars], open: &mut OpenRuns, index: usize) -> Option<usize> {
    let closer = runs.get(index).filter(|run| run.can_close && !run.left().is_empty())?;
    let floor = *open.floor(closer);
    let candidates = open.runs.get(floor..)?;
    let found = candidates.iter().rposition(|opener| runs.get(*opener).is_some_and(|opener| fits(opener, closer)));
    if found.is_none() {
        *open.floor(closer) = open.runs.len();
    }
    found.map(|found| floor + found)
}

/// Whether two runs make a pair: of those that could do both, lengths that add up to three belong to nested ones.
fn fits(opener: &Stars, closer: &Stars) -> bool {
    let nested = (opener.can_close || closer.can_open)
        && !closer.length.is_multiple_of(3)
        && (opener.length + closer.length).is_multiple_of(3);
    !nested
}

/// Makes a pair of the open run at `place` and the one at `index`; what was opened between them stays as it is.
fn join(runs: &mut [Stars], open: &mut OpenRuns, place: usize, index: usize) {
    let Some((before, [closer, ..])) = runs.split_at_mut_checked(index) else { return };
    let Some(opener) = open.runs.get(place).and_then(|opener| before.get_mut(*opener)) else { return };
    let (from, to) = (opener.left(), closer.left());
    let is_strong = from.len() > 1 && to.len() > 1;
    let width = if is_strong { 2 } else { 1 };
    let emphasis = Emphasis { is_strong, range: from.end - width..to.start + width };
    opener.start(emphasis.clone());
    closer.end(emphasis);
    let is_spent = opener.left().is_empty();
    open.truncate(if is_spent { place } else { place + 1 });
}
