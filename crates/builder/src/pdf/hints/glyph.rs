//! The program that draws a glyph (a Type 2 charstring): numbers, then what is done with them.

use std::ops::Range;

/// Writes the program without hints behind what is `kept`; nothing where it is not understood.
pub(super) fn keep_without_hints(program: &[u8], kept: &mut Vec<u8>) -> Option<()> {
    let mut glyph = Glyph { program, operands: 0..0, count: 0, stems: 0, begun: false, kept };
    let mut at = 0;
    while let Some(&first) = program.get(at) {
        let token = program.get(at..at + length(first))?;
        at += token.len();
        match first {
            28 | 32.. => glyph.push(at),
            HSTEM | VSTEM | HSTEMHM | VSTEMHM => glyph.take_stems(at)?,
            HINTMASK | CNTRMASK => {
                // Vertical stems may stand right before the mask, which has a bit for each stem.
                at += glyph.stems_with_operands().div_ceil(8);
                glyph.take_stems(at)?;
            }
            ESCAPE if !FLEXES.contains(token.last()?) => return None,
            ESCAPE | ENDCHAR | 4..=8 | 21 | 22 | 24..=27 | 30 | 31 => glyph.keep(at)?,
            _ => return None,
        }
    }
    (at == program.len()).then_some(())
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
struct Glyph<'a> {
    program: &'a [u8],
    /// Where the numbers stand that nothing was done with so far.
    operands: Range<usize>,
    /// How many they are.
    count: usize,
    stems: usize,
    /// Whether an operator came by that may have the glyph's width before its own numbers: the first.
    begun: bool,
    kept: &'a mut Vec<u8>,
}

impl Glyph<'_> {
    /// Takes in a number, up to `end`.
    fn push(&mut self, end: usize) {
        self.operands.end = end;
        self.count += 1;
    }

    fn stems_with_operands(&self) -> usize {
        self.stems + self.count / 2
    }

    /// Leaves stems out, up to `end`. A width before them stays, and then stands before the numbers of what comes next.
    fn take_stems(&mut self, end: usize) -> Option<()> {
        if self.count % 2 == 1 {
            let operands = self.program.get(self.operands.clone()).filter(|_| !self.begun)?;
            self.kept.extend(operands.get(..length(*operands.first()?))?);
        }
        self.stems = self.stems_with_operands();
        self.go_on(end);
        Some(())
    }

    /// Keeps the numbers and what is done with them, up to `end`.
    fn keep(&mut self, end: usize) -> Option<()> {
        self.kept.extend(self.program.get(self.operands.start..end)?);
        self.go_on(end);
        Some(())
    }

    fn go_on(&mut self, end: usize) {
        self.operands = end..end;
        self.count = 0;
        self.begun = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without_hints(program: &[u8]) -> Option<Vec<u8>> {
        let mut kept = Vec::new();
        keep_without_hints(program, &mut kept)?;
        Some(kept)
    }

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
