//! From glyphs to lines of text.

use super::glyph::{Glyph, Misgiving, is_digit, is_wide};

/// Glyphs that stand beside each other.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct PdfLine {
    /// They, in reading order, without blanks and repeats.
    pub(super) letters: Vec<Letter>,
    /// Where it begins.
    pub(super) left: f64,
    /// Where it ends.
    pub(super) right: f64,
    /// Its base line.
    pub(super) base: f64,
    /// The size of its largest font.
    pub(super) size: f64,
}

/// A glyph of a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Letter {
    /// It.
    pub(super) glyph: Glyph,
    /// Whether a space stands before it.
    pub(super) spaced: bool,
    /// The footnote that it refers to in place of showing something.
    pub(super) note: Option<usize>,
}

impl PdfLine {
    /// Its text.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for letter in &self.letters {
            if letter.spaced {
                text.push(' ');
            }
            text.push_str(&letter.glyph.text);
        }
        text
    }

    /// Why some of it may be misread, the gravest reason.
    pub(super) fn misgiving(&self) -> Option<Misgiving> {
        self.letters.iter().filter_map(|letter| letter.glyph.misgiving).min()
    }

    /// How high it stands above its base line, and how deep below.
    pub(super) fn top(&self) -> f64 {
        self.base - self.size * 0.88
    }
}

/// The lines that `glyphs` of one turn form, from the first to the last.
pub(super) fn lines(mut glyphs: Vec<Glyph>) -> Vec<PdfLine> {
    glyphs.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut rows: Vec<(f64, f64, Vec<Glyph>)> = Vec::new();
    for glyph in glyphs {
        match rows.last_mut() {
            Some((base, size, row)) if (glyph.base - *base).abs() <= 0.45 * size.max(glyph.size) => {
                if glyph.size > *size * 1.05 {
                    (*base, *size) = (glyph.base, glyph.size);
                }
                row.push(glyph);
            }
            _ => rows.push((glyph.base, glyph.size, vec![glyph])),
        }
    }
    rows.into_iter().filter_map(|(base, size, row)| line(base, size, row)).collect()
}

/// The line of `row`, nothing if it is blank.
fn line(base: f64, size: f64, mut row: Vec<Glyph>) -> Option<PdfLine> {
    row.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut letters: Vec<Letter> = Vec::new();
    let mut blank = false;
    let spread = spread(&row);
    for mut glyph in row {
        if glyph.is_blank() {
            blank = true;
            continue;
        }
        if repeats(&letters, &glyph) {
            continue;
        }
        let spaced = letters.last_mut().is_some_and(|last| apart(&mut last.glyph, &mut glyph, blank, spread));
        letters.push(Letter { glyph, spaced, note: None });
        blank = false;
    }
    let left = letters.first()?.glyph.left;
    let right = letters.iter().map(|letter| letter.glyph.right).fold(left, f64::max);
    Some(PdfLine { letters, left, right, base, size })
}

/// How far most letters of `row` stand from each other, if it was spread to fill its line.
fn spread(row: &[Glyph]) -> f64 {
    /// So many gaps tell.
    const FEWEST: usize = 8;
    let wide = |glyph: &Glyph| glyph.text.chars().all(is_wide) && !is_mark(glyph) && !glyph.is_blank();
    let pairs = row.iter().zip(row.iter().skip(1)).filter(|(a, b)| wide(a) && wide(b));
    let mut gaps: Vec<f64> = pairs.map(|(a, b)| b.left - a.right).collect();
    gaps.sort_by(f64::total_cmp);
    let usual = gaps.get(gaps.len() / 2).copied().filter(|_| gaps.len() >= FEWEST);
    usual.unwrap_or_default().max(0.0)
}

/// Whether `glyph` was drawn before at almost the same place, to look bold.
fn repeats(letters: &[Letter], glyph: &Glyph) -> bool {
    letters.iter().rev().take(3).any(|letter| {
        let before = &letter.glyph;
        before.text == glyph.text
            && (before.left - glyph.left).abs() <= 0.12 * glyph.size
            && (before.base - glyph.base).abs() <= 0.12 * glyph.size
    })
}

/// Whether a space stands between two glyphs; `blank` if the file has one there, `spread` how far the letters of their line stand
/// from each other anyway. Where it cannot be told, both are doubted.
fn apart(before: &mut Glyph, after: &mut Glyph, blank: bool, spread: f64) -> bool {
    let size = before.size.min(after.size);
    if before.guessed {
        before.right = before.right.min(after.left.max(before.left));
    }
    let gap = after.left - before.right;
    let width = (before.right - before.left).min(after.right - after.left);
    let squeezed = is_mark(before) || is_mark(after);
    if gap < -0.4 * width && !squeezed {
        doubt([before, after], Misgiving::Overlapping);
        return false;
    }
    if in_number(before) && in_number(after) {
        let clear = gap > 0.5 * size || (gap > 0.2 * size && blank);
        if !clear && (gap > 0.2 * size || (blank && gap > 0.1 * size)) {
            doubt([before, after], Misgiving::Spacing);
        }
        return clear || gap > 0.2 * size;
    }
    let (ends, begins) = (before.text.chars().next_back(), after.text.chars().next());
    let (Some(ends), Some(begins)) = (ends, begins) else { return false };
    if is_wide(ends) && is_wide(begins) {
        gap > 0.9 * size + spread
    } else if is_wide(ends) || is_wide(begins) {
        gap > 0.6 * size + spread || (blank && gap > 0.15 * size + spread)
    } else {
        gap > 0.25 * size || (blank && gap > 0.05 * size)
    }
}

/// Whether a glyph is punctuation as wide as a letter, whose blank half may lie under its neighbour.
fn is_mark(glyph: &Glyph) -> bool {
    glyph.text.chars().all(|letter| is_wide(letter) && !letter.is_alphanumeric())
}

fn in_number(glyph: &Glyph) -> bool {
    glyph.text.chars().all(|letter| is_digit(letter) || matches!(letter, '.' | '．' | ','))
}

fn doubt(glyphs: [&mut Glyph; 2], misgiving: Misgiving) {
    for glyph in glyphs {
        glyph.misgiving = glyph.misgiving.or(Some(misgiving));
    }
}
