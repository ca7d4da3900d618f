//! Which block of one text answers to which of the other.

use std::cmp::Reverse;
use std::collections::{BTreeMap, VecDeque};

use nianbao_model::SectionKind;
use nianbao_model::similarity::Shingles;

use super::lis::rising;
use super::text::{BlockKind, TextBlock};

/// Blocks that are alike by so many per cent are one block that was changed.
const ALIKE: u8 = 50;

/// The same for the only blocks between two that stayed.
const ALIKE_ALONE: u8 = 20;

/// As many blocks on either side of its own place are tried for one that has no equal.
const NEARBY: usize = 24;

/// A block and its counterpart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counterparts {
    pub(super) before: usize,
    pub(super) after: usize,
    /// Whether it stands in another section, or on the other side of its neighbours.
    pub(super) moved: bool,
}

/// The blocks that answer to each other.
pub(super) fn counterparts(before: &[TextBlock], after: &[TextBlock]) -> Vec<Counterparts> {
    let mut open = Open { before, after, to: vec![None; before.len()], from: vec![None; after.len()] };
    open.pair_ends();
    open.pair_equal(|block| block.section);
    open.pair_equal(|_| None);
    open.pair_alike();
    open.pair_alone();
    open.pairs()
}

struct Open<'t> {
    before: &'t [TextBlock],
    after: &'t [TextBlock],
    to: Vec<Option<usize>>,
    from: Vec<Option<usize>>,
}

impl Open<'_> {
    fn pair(&mut self, old: usize, new: usize) {
        if let (Some(to), Some(from)) = (self.to.get_mut(old), self.from.get_mut(new))
            && to.is_none()
            && from.is_none()
        {
            (*to, *from) = (Some(new), Some(old));
        }
    }

    /// Equal beginnings and ends, so that what stands there several times stays where it is.
    fn pair_ends(&mut self) {
        let same = |(old, new): &(&TextBlock, &TextBlock)| {
            (old.section, old.kind, &old.text) == (new.section, new.kind, &new.text)
        };
        let head = self.before.iter().zip(self.after).take_while(same).count();
        let tail = self.before.iter().rev().zip(self.after.iter().rev()).take_while(same).count();
        (0..head).for_each(|at| self.pair(at, at));
        for back in 1..=tail {
            self.pair(self.before.len() - back, self.after.len() - back);
        }
    }

    /// Blocks of equal text in the same `place`, in order.
    fn pair_equal(&mut self, place: impl Fn(&TextBlock) -> Option<SectionKind>) {
        let mut known: BTreeMap<(Option<SectionKind>, BlockKind, &str), VecDeque<usize>> = BTreeMap::new();
        for (at, block) in self.after.iter().enumerate().filter(|(at, _)| self.from.get(*at) == Some(&None)) {
            known.entry((place(block), block.kind, &block.text)).or_default().push_back(at);
        }
        let mut pairs = Vec::new();
        for (at, block) in self.before.iter().enumerate().filter(|(at, _)| self.to.get(*at) == Some(&None)) {
            let found = known.get_mut(&(place(block), block.kind, block.text.as_str()));
            pairs.extend(found.and_then(VecDeque::pop_front).map(|new| (at, new)));
        }
        for (old, new) in pairs {
            self.pair(old, new);
        }
    }

    /// Blocks whose texts are alike, the most alike first.
    fn pair_alike(&mut self) {
        let olds = shingles(self.before, &self.to);
        let news = shingles(self.after, &self.from);
        let mut found = Vec::new();
        for (rank, (old, text)) in olds.iter().enumerate() {
            let near = news.iter().skip(rank.saturating_sub(NEARBY)).take(2 * NEARBY);
            for (new, other) in near.filter(|(new, _)| self.is_of_kind(*old, *new)) {
                if text.is_like(other, ALIKE) {
                    found.push((Reverse(text.likeness(other)), old.abs_diff(*new), *old, *new));
                }
            }
        }
        found.sort_unstable();
        for (_, _, old, new) in found {
            self.pair(old, new);
        }
    }

    /// A single block that stands in the place of a single one.
    fn pair_alone(&mut self) {
        let mut pairs = Vec::new();
        for (old, block) in self.before.iter().enumerate().filter(|(at, _)| self.to.get(*at) == Some(&None)) {
            // Where the neighbours before stand, the place behind theirs is this one's.
            let new = match old.checked_sub(1) {
                None => Some(0),
                Some(neighbour) => self.to.get(neighbour).copied().flatten().map(|place| place + 1),
            };
            let Some(new) = new.filter(|new| self.from.get(*new) == Some(&None)) else { continue };
            let behind = match self.to.get(old + 1) {
                Some(neighbour) => *neighbour == Some(new + 1),
                None => new + 1 == self.after.len(),
            };
            let Some(other) = self.after.get(new).filter(|other| behind && other.section == block.section) else {
                continue;
            };
            let [one, another] = [block, other].map(|block| Shingles::of([block.text.as_str()]));
            if self.is_of_kind(old, new) && one.likeness(&another) >= ALIKE_ALONE {
                pairs.push((old, new));
            }
        }
        for (old, new) in pairs {
            self.pair(old, new);
        }
    }

    fn is_of_kind(&self, old: usize, new: usize) -> bool {
        let kinds = self.before.get(old).zip(self.after.get(new)).map(|(old, new)| (old.kind, new.kind));
        kinds.is_some_and(|(old, new)| old == new && old != BlockKind::Picture)
    }

    fn pairs(&self) -> Vec<Counterparts> {
        let found = self.from.iter().enumerate().filter_map(|(new, old)| Some(((*old)?, new)));
        let (same, others): (Vec<_>, Vec<_>) = found.partition(|(old, new)| self.in_one_section(*old, *new));
        // What went to another section says nothing of the order of those that stayed in theirs.
        let stays = rising(&same.iter().map(|(old, _)| *old).collect::<Vec<_>>());
        let same =
            same.into_iter().zip(stays).map(|((before, after), stays)| Counterparts { before, after, moved: !stays });
        let others = others.into_iter().map(|(before, after)| Counterparts { before, after, moved: true });
        same.chain(others).collect()
    }

    /// Whether both stand in one section.
    fn in_one_section(&self, old: usize, new: usize) -> bool {
        let sections = self.before.get(old).zip(self.after.get(new)).map(|(old, new)| old.section == new.section);
        sections.unwrap_or_default()
    }
}

/// The shingles of the blocks that have no counterpart yet.
fn shingles(blocks: &[TextBlock], paired: &[Option<usize>]) -> Vec<(usize, Shingles)> {
    let open = blocks.iter().enumerate().zip(paired).filter(|(_, paired)| paired.is_none());
    open.map(|((at, block), _)| (at, Shingles::of([block.text.as_str()]))).collect()
}
