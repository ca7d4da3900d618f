//! Footnotes: small raised numbers in the text, and lines at the foot of the page that begin with the same number.

use super::flow::{FlowRow, paragraphs};
use super::lines::PdfLine;
use super::margins::{Margins, Measure};
use super::sheet::PdfSheet;
use crate::document::Paragraph;

/// How much smaller than the text the numbers are at least.
const SMALLER: f64 = 0.8;
/// How far they are raised at least, in sizes of the text.
const RAISED: f64 = 0.15;
/// The part of a page, from its top, that holds no footnotes.
const UPPER: f64 = 0.4;

/// Takes the footnotes out of `sheets`, and lets the numbers in the text refer to them.
pub(super) fn take_out(sheets: &mut [PdfSheet]) -> Vec<Vec<Paragraph>> {
    let mut notes = Vec::new();
    let mut known: Vec<(String, usize)> = Vec::new();
    for sheet in sheets.iter_mut() {
        let Some(start) = start(sheet) else { continue };
        let foot = sheet.lines.split_off(start);
        let margins = Margins::of(&foot, sheet.area).unwrap_or_default();
        let measure = Measure::of(std::iter::once(foot.as_slice()));
        for mut group in groups(foot) {
            let number = group.first().and_then(|line| mark(line, 0)).map(|(number, _)| number);
            let (Some(number), Some(first)) = (number, group.first_mut()) else { continue };
            let count = mark(first, 0).map_or(0, |(_, count)| count);
            first.letters.drain(..count);
            if let Some(letter) = first.letters.first_mut() {
                letter.spaced = false;
            }
            refer(sheet, &number, notes.len());
            known.push((number, notes.len()));
            let rows = group.into_iter().map(|line| FlowRow { line, margins, page: sheet.page }).collect();
            notes.push(paragraphs(rows, measure));
        }
    }
    // Where notes are not counted page by page, the text of other pages may refer to one again.
    let alike = |number: &str| known.iter().filter(|(other, _)| other == number).count();
    for (number, note) in known.iter().filter(|(number, _)| alike(number) == 1) {
        for sheet in sheets.iter_mut() {
            refer(sheet, number, *note);
        }
    }
    notes
}

/// The first line of the footnotes of a page: a number that the text has too, nothing but small lines below.
fn start(sheet: &PdfSheet) -> Option<usize> {
    let begins = |line: &PdfLine| mark(line, 0).map(|(number, _)| number);
    let start = sheet
        .lines
        .iter()
        .position(|line| line.base > sheet.area.y0 + UPPER * sheet.area.height() && begins(line).is_some())?;
    let (text, foot) = (sheet.lines.get(..start)?, sheet.lines.get(start..)?);
    let largest = foot.iter().map(|line| line.size).fold(0.0, f64::max);
    let below_tables = sheet.tables.iter().all(|table| foot.first().is_some_and(|line| table.area().y1 < line.base));
    let known = foot
        .iter()
        .filter_map(begins)
        .all(|number| text.iter().any(|line| marks(line).iter().any(|(mark, ..)| *mark == number)));
    let usual = text.iter().map(|line| line.size).fold(0.0, f64::max);
    (below_tables && known && largest < usual).then_some(start)
}

/// Footnotes one by one: each begins with a number.
fn groups(foot: Vec<PdfLine>) -> Vec<Vec<PdfLine>> {
    let mut groups: Vec<Vec<PdfLine>> = Vec::new();
    for line in foot {
        match groups.last_mut() {
            Some(group) if mark(&line, 0).is_none() => group.push(line),
            _ => groups.push(vec![line]),
        }
    }
    groups
}

/// The raised number that begins with letter `from` of a line, and how many letters it has.
fn mark(line: &PdfLine, from: usize) -> Option<(String, usize)> {
    let text = line.letters.iter().map(|letter| letter.glyph.size).fold(0.0, f64::max);
    let raised = |glyph: &super::glyph::Glyph| {
        glyph.is_digit() && glyph.size < SMALLER * text && line.base - glyph.base > RAISED * text
    };
    let circled = |text: &str| text.chars().all(|letter| ('①'..='⑳').contains(&letter)) && !text.is_empty();
    let letters = line.letters.get(from..)?;
    if let Some(first) =
        letters.first().filter(|letter| circled(&letter.glyph.text) && letter.glyph.size < SMALLER * text)
    {
        return Some((first.glyph.text.clone(), 1));
    }
    let digits: Vec<&str> =
        letters.iter().take_while(|letter| raised(&letter.glyph)).map(|letter| letter.glyph.text.as_str()).collect();
    (!digits.is_empty() && digits.len() <= 3).then(|| (digits.concat(), digits.len()))
}

/// The raised numbers within a line: which, where, how long.
fn marks(line: &PdfLine) -> Vec<(String, usize, usize)> {
    let mut marks = Vec::new();
    let mut at = 1;
    while at < line.letters.len() {
        match mark(line, at) {
            Some((_, count)) if is_power(line, at) => at += count,
            Some((number, count)) => {
                marks.push((number, at, count));
                at += count;
            }
            None => at += 1,
        }
    }
    marks
}

/// Whether what is raised at letter `at` is a power of the unit before it: `m²`, `10 km²`.
fn is_power(line: &PdfLine, at: usize) -> bool {
    let before = line.letters.get(..at).unwrap_or_default();
    let unit: String = before
        .iter()
        .rev()
        .map(|letter| letter.glyph.text.as_str())
        .take_while(|text| text.chars().all(|c| c.is_ascii_alphabetic()) && !text.is_empty())
        .take(3)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let is_two_or_three = line.letters.get(at).is_some_and(|letter| matches!(letter.glyph.text.as_str(), "2" | "3"));
    is_two_or_three && matches!(unit.to_ascii_lowercase().as_str(), "m" | "km" | "cm" | "mm" | "dm" | "hm")
}

/// Lets the raised `number` in the text of `sheet` refer to footnote `note`.
fn refer(sheet: &mut PdfSheet, number: &str, note: usize) {
    for line in &mut sheet.lines {
        for (known, at, count) in marks(line).into_iter().rev() {
            if known == number {
                line.letters.drain(at + 1..at + count);
                if let Some(letter) = line.letters.get_mut(at) {
                    letter.note = Some(note);
                    letter.glyph.text.clear();
                    letter.spaced = false;
                }
            }
        }
    }
}
