//! A set of characters that answers at once: a typical font's own list is a thousand runs long.

/// Characters, a bit each.
#[derive(Debug, Clone, Default)]
pub(super) struct CharSet(Vec<u64>);

impl CharSet {
    pub(super) fn insert(&mut self, code: u32) {
        let word = (code / 64) as usize;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (code % 64);
    }

    pub(super) fn is_within(&self, other: &Self) -> bool {
        self.0.iter().enumerate().all(|(at, word)| word & !other.0.get(at).copied().unwrap_or_default() == 0)
    }

    pub(super) fn contains(&self, character: char) -> bool {
        let code = u32::from(character);
        self.0.get((code / 64) as usize).is_some_and(|word| word & (1 << (code % 64)) != 0)
    }
}

impl Extend<u32> for CharSet {
    fn extend<T: IntoIterator<Item = u32>>(&mut self, codes: T) {
        codes.into_iter().for_each(|code| self.insert(code));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_what_was_put_in() {
        let mut set = CharSet::default();
        set.extend([u32::from('年'), 0x2_CE93]);
        assert!(set.contains('年') && set.contains('\u{2CE93}'));
        assert!(!set.contains('报') && !set.contains('\u{10FFFF}'));
    }
}
