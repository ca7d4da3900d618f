//! Lines that only the width of a page broke, put together again; the numbers of pages between them taken out.

use std::collections::BTreeSet;

use super::piece::{ProseLine, ProsePiece};
use super::runs;
use crate::document::{Dropped, Format, Run, Style};
use crate::recognise::section_heading::opened;
use crate::recognise::words::{dense, ends_sentence, is_han, is_wide};
use crate::recognise::{chrome, number};

/// No line of a page holds more characters of full width.
const WIDEST: usize = 56;

/// No paragraph is longer, in lines.
const LONGEST: usize = 400;

/// How the lines of a text are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Setting {
    /// How wide full lines are, in half characters.
    width: usize,
    /// Whether white space opens paragraphs.
    indents: bool,
}

/// How the lines of a document are set, if they are broken by the width of a page.
pub(super) fn setting(pieces: &[ProsePiece<'_>], format: Format) -> Option<Setting> {
    if !matches!(format, Format::Text | Format::Pdf) {
        return None;
    }
    let lines = || pieces.iter().filter_map(|piece| if let ProsePiece::Line(line) = piece { Some(line) } else { None });
    let mut widths: Vec<usize> = lines().map(|line| width(&line.text())).filter(|width| *width >= 24).collect();
    widths.sort_unstable();
    let width = *widths.get(widths.len().saturating_sub(1) * 9 / 10)?;
    let broken = lines().filter(|line| is_broken(&line.text())).count();
    let is_set = width <= 2 * WIDEST && broken >= 3 && broken * 4 >= widths.len();
    let indents = lines().any(|line| !line.indented) && lines().filter(|line| line.indented).count() >= 2;
    is_set.then_some(Setting { width, indents })
}

/// Whether the program that set the text put space between Chinese characters and figures: nearly everywhere.
pub(super) fn is_spaced(pieces: &[ProsePiece<'_>], format: Format) -> bool {
    /// So many places tell a habit.
    const FEWEST: usize = 6;
    let (mut with, mut without) = (0_usize, 0_usize);
    for piece in pieces {
        let ProsePiece::Line(line) = piece else { continue };
        let text: Vec<char> = line.text().chars().collect();
        for window in text.windows(3) {
            match window {
                [one, ' ' | '\u{a0}', other] if meet(*one, *other) => with += 1,
                [one, other, _] if meet(*one, *other) => without += 1,
                _ => {}
            }
        }
    }
    matches!(format, Format::Text | Format::Pdf) && with >= FEWEST && with >= 8 * without
}

/// Whether one of two characters is Chinese and the other a digit.
fn meet(one: char, other: char) -> bool {
    is_han(one) && other.is_ascii_digit() || one.is_ascii_digit() && is_han(other)
}

/// Whether a line ends within a sentence.
fn is_broken(text: &str) -> bool {
    let text = dense(text);
    text.chars().count() >= 12
        && !ends_sentence(&text)
        && opened(&text, false).is_none()
        && text.chars().next_back().is_some_and(|c| is_han(c) || c.is_ascii_alphanumeric() || "，、".contains(c))
}

/// The pieces with broken lines joined.
pub(super) fn joined<'d>(pieces: Vec<ProsePiece<'d>>, setting: Setting) -> Vec<ProsePiece<'d>> {
    let mut joined: Vec<ProsePiece<'d>> = Vec::new();
    // How wide the last line was before others were joined to it.
    let mut last_width = 0;
    for piece in pieces {
        let ProsePiece::Line(line) = piece else {
            joined.push(piece);
            continue;
        };
        let text = line.text();
        match joined.last_mut() {
            Some(ProsePiece::Line(before))
                if before.runs.len() < LONGEST && goes_on(before, last_width, &line, setting) =>
            {
                join(before, line);
            }
            _ => joined.push(ProsePiece::Line(line)),
        }
        last_width = width(&text).max(raw_width(&text));
    }
    joined
}

/// Whether `line` goes on with the paragraph `before`, whose last line is so wide.
fn goes_on(before: &ProseLine, last_width: usize, line: &ProseLine, setting: Setting) -> bool {
    let (above, text) = (before.text(), line.text());
    let is_plain = before.style == Style::Body && line.style == Style::Body;
    let is_full = last_width + 6 >= setting.width;
    let opens =
        number::typed(&text).is_some_and(|number| number.mark != number::Mark::Point) || opened(&text, false).is_some();
    let comma = above.trim_end().ends_with(['，', '、']);
    if !is_plain || opened(&above, false).is_some() || opens && !comma {
        return false;
    }
    if setting.indents && line.indented {
        return false;
    }
    let is_within = !ends_sentence(&above);
    comma
        || is_full && (is_within || setting.indents && !is_numbered(&text))
        || is_within && setting.indents && last_width * 4 >= setting.width * 3
}

fn is_numbered(text: &str) -> bool {
    number::typed(text).is_some()
}

fn join(before: &mut ProseLine, line: ProseLine) {
    let last = before.text().trim_end().chars().next_back();
    let next = line.text().trim_start().chars().next();
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let gap = latin(last) && latin(next);
    trim_end(&mut before.runs);
    if gap {
        before.runs.push(Run { text: " ".to_owned(), ..Run::default() });
    }
    let mut runs = line.runs;
    if let Some(first) = runs.first_mut() {
        first.text = first.text.trim_start().to_owned();
    }
    before.runs.extend(runs);
}

fn trim_end(runs: &mut [Run]) {
    if let Some(last) = runs.last_mut() {
        last.text.truncate(last.text.trim_end().len());
    }
}

/// How wide a line is with the space in it.
fn raw_width(text: &str) -> usize {
    text.trim().chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// How wide the characters of a line are, in half characters.
fn width(text: &str) -> usize {
    dense(text).chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// Takes the numbers of pages and the buttons of a web page out of `pieces`.
pub(super) fn without_chrome<'d>(
    pieces: Vec<ProsePiece<'d>>,
    format: Format,
    dropped: &mut Vec<Dropped>,
) -> Vec<ProsePiece<'d>> {
    let mut kept = Vec::new();
    let numbers = numbered_pages(&pieces, format);
    for (at, piece) in pieces.into_iter().enumerate() {
        let ProsePiece::Line(line) = &piece else {
            kept.push(piece);
            continue;
        };
        let text = line.text();
        let kind = if chrome::is_page_number(&text) || numbers.contains(&at) {
            "页码"
        } else if chrome::is_chrome(&text) || chrome::is_divider(&text) {
            "页面导航"
        } else {
            kept.push(piece);
            continue;
        };
        dropped.push(Dropped { kind: kind.to_owned(), text: text.trim().to_owned(), place: line.place.clone() });
    }
    kept
}

/// The bare numbers that count pages: each one more than the one before.
fn numbered_pages(pieces: &[ProsePiece<'_>], format: Format) -> BTreeSet<usize> {
    if !matches!(format, Format::Text | Format::Pdf) {
        return BTreeSet::new();
    }
    let bare = pieces.iter().enumerate().filter_map(|(at, piece)| match piece {
        ProsePiece::Line(line) if chrome::is_bare_number(&line.text()) => {
            Some((at, runs::text(&line.runs).trim().parse::<u32>().ok()?))
        }
        _ => None,
    });
    let bare: Vec<(usize, u32)> = bare.collect();
    let counts =
        bare.len() >= 2 && bare.windows(2).all(|pair| matches!(pair, [(_, one), (_, next)] if one + 1 == *next));
    if counts { bare.into_iter().map(|(at, _)| at).collect() } else { BTreeSet::new() }
}
