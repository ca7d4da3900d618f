//! Chance that repeats: PCG, whose numbers are the same on every machine and in every version.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

/// A stream of random numbers.
#[derive(Debug)]
pub(crate) struct Random(Pcg32);

impl Random {
    /// The stream of this seed for one purpose: what is drawn for one agency changes nothing for the others.
    pub(crate) fn new(seed: u64, purpose: &str) -> Self {
        // FNV-1a: the standard hashers may change from version to version.
        let stream = purpose
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        Self(Pcg32::new(seed ^ stream.rotate_left(32), stream))
    }

    /// A number below `end`; 0 where there is none.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        let scaled = (u64::from(self.0.next_u32()) * u64::from(end)) >> 32;
        u32::try_from(scaled).unwrap_or_default()
    }

    /// A number from `low` to `high`.
    pub(crate) fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// True so many times in a hundred.
    pub(crate) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// How many of `count` come true, each with so many chances in a thousand.
    pub(crate) fn many(&mut self, count: u32, thousandths: u32) -> u32 {
        (0..count).map(|_| u32::from(self.below(1000) < thousandths)).sum()
    }

    /// `value`, more or less, by so many per cent at most.
    pub(crate) fn about(&mut self, value: u32, percent: u32) -> u32 {
        let scaled = u64::from(value) * u64::from(self.between(100 - percent, 100 + percent)) / 100;
        u32::try_from(scaled).unwrap_or(u32::MAX)
    }

    /// One of `choices`, which are not empty.
    pub(crate) fn pick<'t, T>(&mut self, choices: &'t [T]) -> &'t T {
        &choices[self.place(choices.len())]
    }

    /// Which of `weights` is drawn; the heavier, the likelier.
    pub(crate) fn weighted(&mut self, weights: &[u32]) -> usize {
        let mut left = self.below(weights.iter().sum());
        let hit = |weight: &u32| {
            let here = left < *weight;
            left = left.saturating_sub(*weight);
            here
        };
        weights.iter().position(hit).unwrap_or_default()
    }

    /// Puts `items` in any order.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let place = self.place(last + 1);
            items.swap(last, place);
        }
    }

    /// A place in a list of that length.
    fn place(&mut self, length: usize) -> usize {
        let place = self.below(u32::try_from(length).unwrap_or(u32::MAX));
        usize::try_from(place).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_a_seed_never_change() {
        let mut random = Random::new(7, "试验");
        let drawn: Vec<u32> = (0..4).map(|_| random.below(1000)).collect();
        assert_eq!(drawn, [131, 554, 803, 985]);
    }
}
