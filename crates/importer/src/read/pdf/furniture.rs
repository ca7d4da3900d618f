//! What stands on every page and is no part of the text: page numbers, running heads.

use super::sheet::PdfSheet;
use crate::document::{Dropped, Place};

/// How much of a page, from its top and bottom, holds page numbers and running heads.
const EDGE: f64 = 0.12;

/// Takes page numbers and running heads out of `sheets`.
pub(super) fn take_out(sheets: &mut [PdfSheet]) -> Vec<Dropped> {
    let heads = repeated(sheets);
    let mut dropped = Vec::new();
    for sheet in sheets {
        let (area, page) = (sheet.area, sheet.page);
        let tables: Vec<_> = sheet.tables.iter().map(super::table::Table::area).collect();
        let (top, bottom) = (
            sheet
                .lines
                .iter()
                .map(|line| line.base)
                .chain(tables.iter().map(|area| area.y0))
                .fold(f64::INFINITY, f64::min),
            sheet
                .lines
                .iter()
                .map(|line| line.base)
                .chain(tables.iter().map(|area| area.y1))
                .fold(f64::NEG_INFINITY, f64::max),
        );
        sheet.lines.retain(|line| {
            let text = line.text();
            let outermost = line.base - top < 2.0 || bottom - line.base < 2.0;
            let edge = line.base < area.y0 + EDGE * area.height() || line.base > area.y1 - EDGE * area.height();
            let kind = if edge && outermost && is_page_number(&text) {
                "页码"
            } else if edge && heads.contains(&faceless(&text)) {
                "页眉页脚"
            } else {
                return true;
            };
            dropped.push(Dropped {
                kind: kind.to_owned(),
                text: text.chars().take(40).collect(),
                place: Place::Page(page),
            });
            false
        });
    }
    dropped
}

/// The texts at the edges of at least two pages, and of half of them.
fn repeated(sheets: &[PdfSheet]) -> Vec<String> {
    let mut texts: Vec<(String, f64)> = Vec::new();
    for sheet in sheets {
        for line in &sheet.lines {
            let area = sheet.area;
            if line.base < area.y0 + EDGE * area.height() || line.base > area.y1 - EDGE * area.height() {
                texts.push((faceless(&line.text()), line.base));
            }
        }
    }
    texts.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let enough = sheets.len().div_ceil(2).max(2);
    let mut heads = Vec::new();
    for group in texts.chunk_by(|a, b| a.0 == b.0 && (a.1 - b.1).abs() < 3.0) {
        if let Some((text, _)) = group.first().filter(|_| group.len() >= enough) {
            heads.push(text.clone());
        }
    }
    heads
}

/// A text with all its numbers alike.
fn faceless(text: &str) -> String {
    let mut shape = String::new();
    for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
        let letter = if letter.is_ascii_digit() { '0' } else { letter };
        if letter != '0' || !shape.ends_with('0') {
            shape.push(letter);
        }
    }
    shape
}

/// Whether a line is nothing but the number of its page: `3`, `-3-`, `— 3 —`, `第3页 共9页`, `3 / 9`.
fn is_page_number(text: &str) -> bool {
    let shape = faceless(text);
    let bare: String = shape
        .chars()
        .filter(|letter| !matches!(letter, '-' | '–' | '—' | '―' | '－' | '_' | '·' | '•' | '~' | '.' | '[' | ']'))
        .collect();
    let few = text.chars().filter(char::is_ascii_digit).count() <= 6;
    few && matches!(
        bare.as_str(),
        "0" | "第0页"
            | "第0页共0页"
            | "第0页,共0页"
            | "第0页，共0页"
            | "第0页/共0页"
            | "0/0"
            | "共0页第0页"
            | "共0页，第0页"
            | "Page0"
            | "Page0of0"
    )
}
