//! A text by lines, without page numbers.

use crate::document::{Dropped, Place};

/// Stands for a line that has become part of another, so that the numbers of lines stay.
pub(super) const JOINED: &str = "\u{b}";

/// A line of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextLine<'a> {
    /// Its number in the file, from 1.
    pub(super) number: u32,
    /// How far it is indented, in half widths.
    pub(super) indent: usize,
    /// It as it stands.
    pub(super) whole: &'a str,
    /// It without the spaces around it.
    pub(super) text: &'a str,
}

/// The lines of a text and the page numbers among them, which are left out with the blank lines around them: what a page
/// ends within goes on.
pub(super) fn split(text: &str) -> (Vec<TextLine<'_>>, Vec<Dropped>) {
    let mut lines: Vec<TextLine<'_>> = Vec::new();
    let mut dropped = Vec::new();
    let mut page_begins = false;
    for (number, whole) in (1..).zip(text.split(['\n', '\u{2028}'])) {
        if whole == JOINED {
            continue;
        }
        let begins = page_begins || whole.contains('\u{c}');
        let line = line(number, whole.trim_matches(['\r', '\u{c}', '\u{feff}']));
        if is_page_number(line.text) {
            dropped.push(Dropped { kind: "页码".to_owned(), text: line.text.to_owned(), place: Place::Line(number) });
        } else if !(begins && line.text.is_empty()) {
            page_begins = false;
            lines.push(line);
            continue;
        }
        page_begins = true;
        while lines.last().is_some_and(|line| line.text.is_empty()) {
            lines.pop();
        }
    }
    (lines, dropped)
}

fn line(number: u32, whole: &str) -> TextLine<'_> {
    let text = whole.trim();
    let before = whole.get(..whole.len() - whole.trim_start().len()).unwrap_or_default();
    TextLine { number, indent: before.chars().map(width).sum(), whole, text }
}

/// How wide a character stands in a text of fixed width.
pub(super) fn width(c: char) -> usize {
    match c {
        '\t' => 4,
        _ if c < '\u{1100}' => 1,
        _ => 2,
    }
}

/// `- 3 -`, `— 3 —`, `第 3 页 共 8 页`, `3 / 8`; a bare number may be a figure.
fn is_page_number(text: &str) -> bool {
    const DASHES: [char; 7] = ['-', '—', '－', '–', '―', '─', '~'];
    let tight: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_number = |text: &str| !text.is_empty() && text.len() <= 4 && text.chars().all(|c| c.is_ascii_digit());
    if let Some(inner) = tight.strip_prefix(DASHES).and_then(|rest| rest.strip_suffix(DASHES)) {
        return is_number(inner.trim_matches(DASHES));
    }
    if let Some(inner) = tight.strip_prefix('第').and_then(|rest| rest.strip_suffix('页')) {
        return is_number(inner)
            || inner.split_once("页").is_some_and(|(page, of)| {
                is_number(page) && is_number(of.trim_start_matches(['，', ',', '/', '／']).trim_start_matches('共'))
            });
    }
    false
}
