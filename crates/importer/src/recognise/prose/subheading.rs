//! Which lines of a section are sub-headings, and of which level.

use std::collections::BTreeSet;

use super::piece::ProsePiece;
use super::{glued, runs};
use crate::document::{Run, Style};
use crate::recognise::number::{self, Mark};
use crate::recognise::words::dense;

/// No sub-heading is longer, in characters.
const LONGEST: usize = 32;

/// A sub-heading.
#[derive(Debug, Clone)]
pub(super) struct Subheading {
    pub(super) level: u8,
    /// The number that it was written with.
    pub(super) number: Option<u32>,
    /// Its words.
    pub(super) words: Vec<Run>,
}

/// How the sub-headings of a section are written.
#[derive(Debug, Clone)]
pub(super) struct Manner {
    /// The level of style of the headings of sections.
    pub(super) style_level: Option<u8>,
    /// The numbers with which lines are headings where they stand alone.
    marks: BTreeSet<Mark>,
    /// The level of headings in bold without a number.
    bold_level: u8,
}

impl Manner {
    /// How the sub-headings among `pieces` are written.
    pub(super) fn of(pieces: &[ProsePiece<'_>], style_level: Option<u8>) -> Self {
        let marked = |mark| pieces.iter().enumerate().filter(move |(_, piece)| mark_of(piece) == Some(mark));
        let heads_text = |mark| {
            let alone = marked(mark).filter(|(_, piece)| is_alone(piece));
            let (with, without): (Vec<_>, Vec<_>) = alone.partition(|(at, _)| is_followed(pieces, *at, mark));
            // A form that was filled in halfway has parts without a text: their names are known.
            let unknown = without.into_iter().filter(|(_, piece)| !is_usual(piece)).count();
            !with.is_empty() && with.len() >= unknown
        };
        Self {
            style_level,
            marks: [Mark::Bracketed, Mark::Point, Mark::Inner].into_iter().filter(|mark| heads_text(*mark)).collect(),
            bold_level: if marked(Mark::Bracketed).next().is_some() { 3 } else { 2 },
        }
    }

    /// The sub-heading that the piece `at` is.
    pub(super) fn subheading(&self, pieces: &[ProsePiece<'_>], at: usize) -> Option<Subheading> {
        let Some(piece @ ProsePiece::Line(line)) = pieces.get(at) else { return None };
        if matches!(line.style, Style::Item { .. }) {
            return None;
        }
        let number = number::typed(&line.text());
        let level = match (line.style.clone(), number) {
            (Style::Heading(style), _) if may_be_styled(&line.text()) => {
                number.map_or(self.styled(style), |number| number.mark.level().max(2))
            }
            (_, Some(number)) if self.heads(number.mark) && is_alone(piece) => number.mark.level().max(2),
            (_, None) if is_bold_name(pieces, at) => self.bold_level,
            _ => return None,
        };
        let words = runs::split_at(&line.runs, number.map_or(0, |number| number.length)).1;
        Some(Subheading { level, number: number.map(|number| number.value), words })
    }

    /// The level of a heading without a number by its style.
    fn styled(&self, style: u8) -> u8 {
        let above = self.style_level.unwrap_or(style.saturating_sub(1));
        style.saturating_sub(above).saturating_add(1).clamp(2, 4)
    }

    /// Whether lines with such a number are headings where they stand alone.
    fn heads(&self, mark: Mark) -> bool {
        mark == Mark::Section || self.marks.contains(&mark)
    }
}

/// Whether a line that has the style of a heading is one, and no paragraph with a wrong style.
fn may_be_styled(text: &str) -> bool {
    dense(text).chars().count() <= 2 * LONGEST && !text.trim_end().ends_with('。')
}

/// Whether the line `at` is a name in bold, with text below it that is not.
fn is_bold_name(pieces: &[ProsePiece<'_>], at: usize) -> bool {
    let (Some(ProsePiece::Line(line)), Some(ProsePiece::Line(next))) = (pieces.get(at), pieces.get(at + 1)) else {
        return false;
    };
    let text = line.text();
    let is_short = dense(&text).chars().count() <= 20 && !text.contains('，');
    line.is_bold() && is_name(&text) && is_short && !next.is_bold() && !is_name(&next.text())
}

/// The mark of the number that a line begins with.
fn mark_of(piece: &ProsePiece<'_>) -> Option<Mark> {
    match piece {
        ProsePiece::Line(line) if !matches!(line.style, Style::Item { .. }) => {
            number::typed(&line.text()).map(|number| number.mark)
        }
        _ => None,
    }
}

/// Whether a line holds a number and a name, nothing else.
fn is_alone(piece: &ProsePiece<'_>) -> bool {
    matches!(piece, ProsePiece::Line(line) if is_name(number::without(&line.text())))
}

/// Whether a line holds a number and the name of a usual part.
fn is_usual(piece: &ProsePiece<'_>) -> bool {
    matches!(piece, ProsePiece::Line(line) if glued::is_usual(&dense(number::without(&line.text()))))
}

/// Whether text follows the line `at`, rather than another of its kind.
fn is_followed(pieces: &[ProsePiece<'_>], at: usize, mark: Mark) -> bool {
    match pieces.get(at + 1) {
        Some(next @ ProsePiece::Line(_)) => mark_of(next).is_none_or(|other| other > mark),
        Some(ProsePiece::Grid(..) | ProsePiece::Picture(..)) => true,
        Some(ProsePiece::Table(..)) | None => false,
    }
}

/// Whether a text may be the name of a part: no sentence ends in it.
fn is_name(text: &str) -> bool {
    let name = dense(text);
    let is_other = |c: char| matches!(c, '。' | '！' | '？' | '；' | '：' | '…' | ';' | ':' | '|' | '\n');
    (2..=LONGEST).contains(&name.chars().count())
        && !name.contains(is_other)
        && !name.ends_with(['，', '、', ',', '.'])
        && !text.contains('\n')
}
