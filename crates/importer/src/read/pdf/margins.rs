//! How far the text of a page reaches, and how it is set.

use std::cmp::Ordering;
use std::ops::Range;

use kurbo::Rect;

use super::lines::PdfLine;

/// How much of a page full lines reach over at least.
const LEAST: f64 = 0.65;
/// How many lines tell the margins of a page.
const FULL_PAGE: usize = 8;
/// How much larger than running text headings are at least.
pub(super) const LARGE: f64 = 1.12;

/// How far two characters, which paragraphs are indented by, reach in the sizes that text is set in.
const INDENT: Range<f64> = 20.0..46.0;

/// How far the text of a page reaches.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Margins {
    /// Where lines begin.
    pub(super) left: f64,
    /// Where full lines end.
    pub(super) right: f64,
    /// The middle of the page.
    pub(super) middle: f64,
    /// What no full line ends before, whatever the lines there are.
    pub(super) least: f64,
}

impl Margins {
    /// Those of `lines`: the outermost places where more than one begins or ends.
    pub(super) fn of(lines: &[PdfLine], area: Rect) -> Option<Self> {
        let left = outermost(lines.iter().map(|line| line.left).collect(), f64::total_cmp)?;
        let right = outermost(lines.iter().map(|line| line.right).collect(), |a, b| b.total_cmp(a))?;
        Some(Self { left, right, middle: area.center().x, least: area.x0 + LEAST * area.width() })
    }

    /// Those of most of several pages: `pages` gives those of each with the number of its lines, `begins` where all of these begin.
    pub(super) fn usual(pages: &[(Self, usize)], begins: Vec<f64>) -> Option<Self> {
        let full = pages.iter().filter(|(_, lines)| *lines >= FULL_PAGE);
        let known: Vec<Self> = if full.clone().next().is_some() {
            full.map(|(margins, _)| *margins).collect()
        } else {
            pages.iter().map(|(margins, _)| *margins).collect()
        };
        let median = |mut places: Vec<f64>| {
            places.sort_by(f64::total_cmp);
            places.get(places.len() / 2).copied()
        };
        let (left, right) = (
            median(known.iter().map(|page| page.left).collect())?,
            median(known.iter().map(|page| page.right).collect())?,
        );
        let outermost = outermost(begins, f64::total_cmp).filter(|place| INDENT.contains(&(left - place)));
        Some(Self { left: outermost.unwrap_or(left), right, ..*known.first()? })
    }

    /// These, widened to `usual` if a page has too few lines to tell.
    pub(super) fn or_usual(self, usual: Self, lines: usize) -> Self {
        // A page of short paragraphs may have no line that goes on but one.
        let is_indented = INDENT.contains(&(self.left - usual.left));
        let left = if lines >= FULL_PAGE && !is_indented { self.left } else { self.left.min(usual.left) };
        Self { left, right: self.right.max(usual.right), ..self }
    }

    /// Whether `line` stands in the middle between them, given the `usual` size of letters: a short paragraph that begins as all do
    /// may end as far from the other side by chance.
    pub(super) fn centre(self, line: &PdfLine, usual: f64) -> bool {
        let (before, after) = (line.left - self.left, self.right - line.right);
        let like_beginning = line.size < LARGE * usual && before < 2.8 * line.size;
        if line.size > LARGE * usual && (f64::midpoint(line.left, line.right) - self.middle).abs() < 0.5 * line.size {
            return true;
        }
        let slack = if like_beginning { 0.3 } else { 1.2 } * line.size;
        before > line.size && after > line.size && (before - after).abs() < slack
    }
}

/// The first of `places`, in `order`, where more than one line begins or ends; else the first of all.
fn outermost(mut places: Vec<f64>, order: impl Fn(&f64, &f64) -> Ordering) -> Option<f64> {
    places.sort_by(order);
    let twice = places.windows(2).find(|pair| matches!(pair, [a, b] if (a - b).abs() < 4.0));
    twice.and_then(|pair| pair.first()).or(places.first()).copied()
}

/// How the running text of a file, or of a cell, is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Measure {
    /// The size of most letters.
    pub(super) size: f64,
    /// From one line of a paragraph to the next.
    pub(super) pitch: f64,
}

impl Measure {
    /// That of the lines of several pages.
    pub(super) fn of<'a>(pages: impl Iterator<Item = &'a [PdfLine]>) -> Self {
        let pages: Vec<&[PdfLine]> = pages.collect();
        let letters = pages.iter().flat_map(|lines| *lines).flat_map(|line| &line.letters);
        let mut sizes: Vec<f64> = letters.map(|letter| letter.glyph.size).collect();
        sizes.sort_by(f64::total_cmp);
        let size = sizes.get(sizes.len() / 2).copied().unwrap_or(10.0);
        // Notes below tables are set closer.
        let pairs = pages.iter().flat_map(|lines| lines.iter().zip(lines.iter().skip(1)));
        let alike = pairs.filter(|(a, b)| {
            let gap = b.base - a.base;
            a.size > 0.88 * size && (a.size - b.size).abs() < 0.5 && gap < 3.0 * a.size && gap > 0.8 * a.size
        });
        let mut pitches: Vec<f64> = alike.map(|(a, b)| b.base - a.base).collect();
        pitches.sort_by(f64::total_cmp);
        Self { size, pitch: pitches.get(pitches.len() / 10).copied().unwrap_or(2.2 * size) }
    }
}
