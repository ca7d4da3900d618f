//! Which lines of a section are sub-headings, and of which level.

use super::piece::{Line, Piece};
use super::runs;
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
    /// The text that follows it in the same line.
    pub(super) text: Vec<Run>,
}

/// How the sub-headings of a section are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    /// The level of style of the headings of sections.
    pub(super) style_level: Option<u8>,
    /// Whether headings run into the text behind them.
    runs_in: bool,
    /// Whether lines with a number in brackets, or a digit, are headings where they stand alone.
    bracketed: bool,
    pointed: bool,
    inner: bool,
}

impl Manner {
    /// How the sub-headings among `pieces` are written.
    pub(super) fn of(pieces: &[Piece<'_>], style_level: Option<u8>) -> Self {
        let marked = |mark| pieces.iter().enumerate().filter(move |(_, piece)| mark_of(piece) == Some(mark));
        let heads_text = |mark| {
            let alone = marked(mark).filter(|(_, piece)| is_alone(piece));
            let (with, without): (Vec<_>, Vec<_>) = alone.partition(|(at, _)| is_followed(pieces, *at, mark));
            !with.is_empty() && with.len() >= without.len()
        };
        let all = marked(Mark::Bracketed).count();
        let running = marked(Mark::Bracketed)
            .filter(|(_, piece)| is_alone(piece) || matches!(piece, Piece::Line(line) if run_in(line).is_some()))
            .count();
        Self {
            style_level,
            runs_in: style_level.is_none() && running > 0 && running * 4 >= all * 3,
            bracketed: heads_text(Mark::Bracketed),
            pointed: heads_text(Mark::Point),
            inner: heads_text(Mark::Inner),
        }
    }

    /// The sub-heading that the piece `at` is.
    pub(super) fn subheading(self, pieces: &[Piece<'_>], at: usize) -> Option<Subheading> {
        let Some(Piece::Line(line)) = pieces.get(at) else { return None };
        if matches!(line.style, Style::Item { .. }) {
            return None;
        }
        let text = line.text();
        let number = number::typed(&text);
        let level = number.map(|number| number.mark.level().max(2));
        let words = |from: usize| runs::split_at(&line.runs, from).1;
        let start = number.map_or(0, |number| number.length);
        if let Style::Heading(style) = line.style
            && dense(&text).chars().count() <= 2 * LONGEST
            && !text.trim_end().ends_with('。')
        {
            let above = self.style_level.unwrap_or(style.saturating_sub(1));
            let styled = style.saturating_sub(above).saturating_add(1).clamp(2, 4);
            return Some(Subheading {
                level: level.unwrap_or(styled),
                number: number.map(|number| number.value),
                words: words(start),
                text: Vec::new(),
            });
        }
        let Some(number) = number else {
            let is_bold =
                line.is_bold() && is_name(&text) && dense(&text).chars().count() <= 20 && !text.contains('，');
            let follows =
                matches!(pieces.get(at + 1), Some(Piece::Line(next)) if !next.is_bold() && !is_name(&next.text()));
            let level = if pieces.iter().any(|piece| mark_of(piece) == Some(Mark::Bracketed)) { 3 } else { 2 };
            return (is_bold && follows).then(|| Subheading {
                level,
                number: None,
                words: line.runs.clone(),
                text: Vec::new(),
            });
        };
        let heads = match number.mark {
            Mark::Section => true,
            Mark::Bracketed => self.bracketed,
            Mark::Point => self.pointed,
            Mark::Inner => self.inner,
        };
        let level = number.mark.level().max(2);
        if heads && is_alone(pieces.get(at)?) {
            let words = runs::split_at(&line.runs, without_stop(&text).len()).0;
            let words = runs::split_at(&words, number.length).1;
            return Some(Subheading { level, number: Some(number.value), words, text: Vec::new() });
        }
        let (end, behind) = run_in(line).filter(|_| self.runs_in && number.mark == Mark::Bracketed)?;
        let (head, text) = runs::split_at(&line.runs, behind);
        let head = runs::split_at(&head, end).0;
        Some(Subheading { level, number: Some(number.value), words: runs::split_at(&head, number.length).1, text })
    }
}

/// The mark of the number that a line begins with.
fn mark_of(piece: &Piece<'_>) -> Option<Mark> {
    match piece {
        Piece::Line(line) if !matches!(line.style, Style::Item { .. }) => {
            number::typed(&line.text()).map(|number| number.mark)
        }
        _ => None,
    }
}

/// Whether a line holds a number and a name, nothing else.
fn is_alone(piece: &Piece<'_>) -> bool {
    matches!(piece, Piece::Line(line) if is_name(without_stop(number::without(&line.text()))))
}

/// Whether text follows the line `at`, rather than another of its kind.
fn is_followed(pieces: &[Piece<'_>], at: usize, mark: Mark) -> bool {
    match pieces.get(at + 1) {
        Some(next @ Piece::Line(_)) => mark_of(next).is_none_or(|other| other > mark),
        Some(Piece::Grid(..) | Piece::Picture(..)) => true,
        Some(Piece::Table(_)) | None => false,
    }
}

/// Where the name ends with which a line begins, and where its text begins: `（一）主动公开方面。坚持…`.
fn run_in(line: &Line) -> Option<(usize, usize)> {
    let text = line.text();
    let start = number::typed(&text)?.length;
    let rest = text.get(start..)?;
    let mut places = rest.char_indices().take(LONGEST + 1);
    let (end, c) =
        places.find(|(_, c)| matches!(c, '。' | '：' | ':' | '；' | '！' | '？') || line.glued && c.is_whitespace())?;
    let is_end = matches!(c, '。' | '：' | ':') || c.is_whitespace();
    let name = rest.get(..end)?;
    let behind = rest.get(end + c.len_utf8()..)?;
    let is_certain = is_name(name) && is_end && dense(behind).chars().count() >= 4;
    is_certain.then_some((start + end, start + end + c.len_utf8()))
}

/// A name without the full stop behind it.
fn without_stop(text: &str) -> &str {
    text.trim_end().trim_end_matches(['。', '：', ':'])
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
