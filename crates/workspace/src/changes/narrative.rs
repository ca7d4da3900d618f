//! What changed in a narrative, section by section.

use nianbao_model::{Report, SectionKind};

use super::align::{Counterparts, counterparts};
use super::text::{TextBlock, blocks};

/// A section in which something changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionChanges {
    /// The section; none for the introduction (编制说明).
    pub section: Option<SectionKind>,
    /// What changed, in the order of the text.
    pub blocks: Vec<BlockChange>,
}

/// A block of text that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockChange {
    /// It is new.
    Added(TextBlock),
    /// It is gone.
    Removed(TextBlock),
    /// It reads otherwise.
    Changed {
        /// As it was.
        before: TextBlock,
        /// As it is.
        after: TextBlock,
        /// Whether it stands in another place, too.
        moved: bool,
        /// Whether nobody changed it: figures that it quotes from the tables did.
        quoted: bool,
    },
    /// It reads the same in another place.
    Moved {
        /// Where it stood.
        before: TextBlock,
        /// Where it stands.
        after: TextBlock,
    },
}

/// The sections in which something changed, in the official order.
pub(super) fn sections(before: &Report, after: &Report) -> Vec<SectionChanges> {
    let (old, new) = (blocks(before), blocks(after));
    let pairs = counterparts(&old, &new);
    let mut placed = changes(&old, &new, &pairs);
    placed.sort_by_key(|(place, _)| *place);
    let mut sections: Vec<SectionChanges> = Vec::new();
    for (ChangePlace { section, .. }, change) in placed {
        match sections.last_mut().filter(|last| last.section == section) {
            Some(last) => last.blocks.push(change),
            None => sections.push(SectionChanges { section, blocks: vec![change] }),
        }
    }
    sections
}

/// Where a change is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct ChangePlace {
    section: Option<SectionKind>,
    /// Behind how many blocks of the later text.
    behind: usize,
    /// What is gone is told before what stands there now.
    at: usize,
}

fn changes(old: &[TextBlock], new: &[TextBlock], pairs: &[Counterparts]) -> Vec<(ChangePlace, BlockChange)> {
    let mut placed = Vec::new();
    let mut to = vec![None; old.len()];
    let mut from = vec![false; new.len()];
    for pair in pairs {
        let (Some(before), Some(after)) = (old.get(pair.before), new.get(pair.after)) else { continue };
        to.get_mut(pair.before).into_iter().for_each(|to| *to = Some(pair.after).filter(|_| !pair.moved));
        from.get_mut(pair.after).into_iter().for_each(|from| *from = true);
        let place = ChangePlace { section: after.section, behind: pair.after, at: usize::MAX };
        placed.extend(changed(before, after, pair.moved).map(|change| (place, change)));
    }
    for (at, block) in new.iter().enumerate().filter(|(at, _)| from.get(*at) == Some(&false)) {
        placed.push((
            ChangePlace { section: block.section, behind: at, at: usize::MAX },
            BlockChange::Added(block.clone()),
        ));
    }
    let paired: std::collections::BTreeSet<usize> = pairs.iter().map(|pair| pair.before).collect();
    let mut behind = 0;
    for (at, block) in old.iter().enumerate() {
        if let Some(place) = to.get(at).copied().flatten() {
            behind = place + 1;
        }
        if !paired.contains(&at) {
            placed.push((ChangePlace { section: block.section, behind, at }, BlockChange::Removed(block.clone())));
        }
    }
    placed
}

fn changed(before: &TextBlock, after: &TextBlock, moved: bool) -> Option<BlockChange> {
    let (before, after) = (before.clone(), after.clone());
    match (before.text == after.text, moved) {
        (true, false) => None,
        (true, true) => Some(BlockChange::Moved { before, after }),
        (false, moved) => {
            let quoted = before.unfilled == after.unfilled;
            Some(BlockChange::Changed { before, after, moved, quoted })
        }
    }
}
