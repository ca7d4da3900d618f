//! A short digest of a text by which texts that are nearly equal find each other among thousands, without
//! each being compared with each (MinHash with banding).

use super::letters::letters;
use super::shingles::unsorted;

/// How many bands a sketch has. Nearly equal texts agree in one of them at least.
const BANDS: usize = 15;
/// How many minima a band has. Texts that are not alike hardly agree in a whole band.
const MINIMA: usize = 4;

/// The digest of a text: its shingles are thrown into boxes, and the least of each box is kept. A box has the
/// same least shingle in two texts as often as they share shingles. Of texts that are alike by 90 per cent one pair
/// in seven thousand goes unnoticed, by 95 per cent one in fifteen million, and of equal ones none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketch([u32; BANDS * MINIMA]);

impl Sketch {
    /// The sketch of a text.
    pub fn of(text: &str) -> Self {
        let mut minima = [u32::MAX; BANDS * MINIMA];
        for shingle in unsorted(letters(text)) {
            let mixed = mix(shingle);
            // What chooses the box and what is compared are different parts of the number.
            let place = usize::try_from(mixed % (BANDS * MINIMA) as u64).unwrap_or_default();
            let compared = u32::try_from(mixed >> 32).unwrap_or(u32::MAX);
            minima[place] = minima[place].min(compared);
        }
        Self(minima)
    }

    /// Whether two texts are worth comparing: they share a band.
    pub fn meets(&self, other: &Self) -> bool {
        self.bands().zip(other.bands()).any(|(own, other)| own == other)
    }

    /// Its bands, each as one number: texts that share one are worth comparing.
    pub fn bands(&self) -> impl Iterator<Item = u64> + '_ {
        let bands = self.0.as_chunks::<MINIMA>().0.iter().zip(0u64..);
        bands.map(|(minima, number)| minima.iter().fold(number, |band, minimum| mix(band ^ u64::from(*minimum))))
    }
}

/// Spreads the bits of a number over all of it (the finaliser of SplitMix64).
fn mix(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}
