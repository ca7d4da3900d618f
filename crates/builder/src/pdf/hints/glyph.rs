//! The program that draws a glyph (a Type 2 charstring): numbers, then what is done with them.

/// The program without hints; nothing where it is not understood.
pub(super) fn without_hints(program: &[u8]) -> Option<Vec<u8>> {
    let mut glyph = Glyph::default();
    let mut rest = program;
    while let Some(&first) = rest.first() {
        let length = length(first);
        let (token, after) = rest.split_at_checked(length)?;
        rest = after;
        match first {
            28 | 32.. => glyph.operands.push(token),
            HSTEM | VSTEM | HSTEMHM | VSTEMHM => glyph.take_stems()?,
            HINTMASK | CNTRMASK => {
                // Vertical stems may stand right before the mask, which has a bit for each stem.
                glyph.take_stems()?;
                rest = rest.get(glyph.stems.div_ceil(8)..)?;
            }
            ESCAPE if !FLEXES.contains(token.last()?) => return None,
            ESCAPE | ENDCHAR | 4..=8 | 21 | 22 | 24..=27 | 30 | 31 => glyph.keep(token),
            _ => return None,
        }
    }
    Some(glyph.kept)
}

const HSTEM: u8 = 1;
const VSTEM: u8 = 3;
const ESCAPE: u8 = 12;
const ENDCHAR: u8 = 14;
const HSTEMHM: u8 = 18;
const HINTMASK: u8 = 19;
const CNTRMASK: u8 = 20;
const VSTEMHM: u8 = 23;

/// What follows an escape where it is a flat curve.
const FLEXES: std::ops::RangeInclusive<u8> = 34..=37;

/// How many bytes a number or an operator has that begins with this one.
fn length(first: u8) -> usize {
    match first {
        12 | 247..=254 => 2,
        28 => 3,
        255 => 5,
        _ => 1,
    }
}

/// A glyph while it is read.
#[derive(Default)]
struct Glyph<'a> {
    operands: Vec<&'a [u8]>,
    stems: usize,
    /// Whether an operator came by that may have the glyph's width before its own numbers: the first.
    begun: bool,
    kept: Vec<u8>,
}

impl Glyph<'_> {
    /// Leaves stems out. A width before them stays, and then stands before the numbers of what comes next.
    fn take_stems(&mut self) -> Option<()> {
        if self.operands.len() % 2 == 1 {
            if self.begun {
                return None;
            }
            self.kept.extend(self.operands[0]);
        }
        self.stems += self.operands.len() / 2;
        self.operands.clear();
        self.begun = true;
        Some(())
    }

    fn keep(&mut self, operator: &[u8]) {
        self.kept.extend(self.operands.drain(..).flatten());
        self.kept.extend(operator);
        self.begun = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers from −107 to 107 are a byte each.
    fn n(number: i8) -> u8 {
        number.cast_unsigned().wrapping_add(139)
    }

    #[test]
    fn stems_and_masks_go_and_the_width_stays() {
        let hinted =
            [n(50), n(1), n(2), HSTEMHM, n(3), n(4), n(5), n(6), HINTMASK, 0b1110_0000, n(7), n(8), 21, ENDCHAR];
        assert_eq!(without_hints(&hinted), Some(vec![n(50), n(7), n(8), 21, ENDCHAR]));
    }

    #[test]
    fn masks_in_the_midst_of_an_outline_go() {
        let stems: Vec<u8> = [n(1); 18].into_iter().chain([VSTEMHM]).collect();
        let hinted = [&stems[..], &[n(7), 22, HINTMASK, 1, 2, n(8), 6, CNTRMASK, 3, 4, ENDCHAR]].concat();
        assert_eq!(without_hints(&hinted), Some(vec![n(7), 22, n(8), 6, ENDCHAR]));
    }

    #[test]
    fn numbers_of_all_lengths_and_flat_curves_stay() {
        let program = [28, 1, 19, 247, 19, 255, 19, 0, 0, 1, 21, n(1), ESCAPE, 35, ENDCHAR];
        assert_eq!(without_hints(&program), Some(program.to_vec()));
    }

    #[test]
    fn what_calls_for_more_is_not_understood() {
        for program in [&[n(1), 10][..], &[n(1), 29], &[ESCAPE, 10], &[28, 1], &[n(1), 22, n(1), HSTEM]] {
            assert_eq!(without_hints(program), None, "{program:?}");
        }
    }
}
