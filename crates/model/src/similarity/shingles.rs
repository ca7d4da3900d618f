//! The multiset of shingles of a text.

use std::cmp::Ordering;

use super::letters::letters;

/// How many letters a shingle has.
pub const SHINGLE: usize = 4;

/// The shingles of a text, sorted. A text of one to three letters is a single shingle.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shingles(Vec<u64>);

impl Shingles {
    /// The shingles of a text that stands in several pieces, in their order.
    pub fn of<'a>(pieces: impl IntoIterator<Item = &'a str>) -> Self {
        let mut shingles: Vec<u64> = unsorted(pieces.into_iter().flat_map(letters)).collect();
        shingles.sort_unstable();
        Self(shingles)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// How alike the texts are, in per cent: see [`super`].
    pub fn likeness(&self, other: &Self) -> u8 {
        let all = self.count() + other.count();
        match all {
            0 => 100,
            _ => u8::try_from(200 * self.in_common(other) / all).unwrap_or(100),
        }
    }

    /// Whether the texts are alike by `least` per cent. Texts of very different length are not looked into.
    pub fn is_like(&self, other: &Self, least: u8) -> bool {
        let (shorter, all) = (self.count().min(other.count()), self.count() + other.count());
        200 * shorter >= usize::from(least) * all && self.likeness(other) >= least
    }

    fn in_common(&self, other: &Self) -> usize {
        let (mut left, mut right) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut found = 0;
        while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
            let order = a.cmp(b);
            found += usize::from(order == Ordering::Equal);
            if order.is_le() {
                left.next();
            }
            if order.is_ge() {
                right.next();
            }
        }
        found
    }
}

/// The shingles in the order of the text: the last four letters at each place, 16 bits a letter. The rare
/// characters that need more bits are folded.
pub(super) fn unsorted(letters: impl Iterator<Item = char>) -> impl Iterator<Item = u64> {
    let mut letters = letters.map(|letter| {
        let code = u64::from(u32::from(letter));
        (code ^ (code >> 16)) & 0xFFFF
    });
    let push = |window: u64, letter: u64| (window << 16) | letter;
    let first: Vec<u64> = letters.by_ref().take(SHINGLE).collect();
    let first = (!first.is_empty()).then(|| first.into_iter().fold(0, push));
    let mut window = first.unwrap_or_default();
    first.into_iter().chain(letters.map(move |letter| {
        window = push(window, letter);
        window
    }))
}
