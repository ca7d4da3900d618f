//! Remarks that stand below a table with a mark that stands beside their figure: `12①`, and `①含上年结转` below.

use std::collections::BTreeMap;

use crate::Document;
use crate::document::{Grid, Paragraph, Part, Run, each_part};

/// Puts such remarks beside their figures, in brackets; the document's parts keep their numbers.
pub(super) fn resolve(document: &mut Document) {
    let mut at = 0;
    while at < document.parts.len() {
        let below = at + 1;
        let Some(Part::Grid(_)) = document.parts.get(at) else {
            at = below;
            continue;
        };
        let mut remarks = BTreeMap::new();
        let mut behind = below;
        while let Some(Part::Paragraph(paragraph)) = document.parts.get(behind) {
            match remark(&paragraph.text()) {
                Some((mark, remark)) => drop(remarks.insert(mark, (behind, remark))),
                None if behind == below && is_note(&paragraph.text()) => {}
                None => break,
            }
            behind += 1;
        }
        let used = match document.parts.get_mut(at) {
            Some(Part::Grid(grid)) if !remarks.is_empty() => put(grid, &remarks),
            _ => Vec::new(),
        };
        for part in used {
            if let Some(Part::Paragraph(paragraph)) = document.parts.get_mut(part) {
                *paragraph = Paragraph { place: paragraph.place.clone(), ..Paragraph::default() };
            }
        }
        at = behind;
    }
}

/// Puts remarks beside the figures of `grid`, and returns where those stood that belong to one.
fn put(grid: &mut Grid, remarks: &BTreeMap<String, (usize, String)>) -> Vec<usize> {
    let mut used = Vec::new();
    for cell in &mut grid.cells {
        each_part(&mut cell.parts, &mut |part| {
            let Part::Paragraph(paragraph) = part else { return };
            let text = paragraph.text();
            let digits = text.trim_start().find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '-'));
            let Some((number, mark)) = digits.and_then(|digits| text.trim().split_at_checked(digits)) else { return };
            if let Some((part, remark)) = remarks.get(mark.trim()).filter(|_| !number.is_empty()) {
                used.push(*part);
                paragraph.runs = vec![Run { text: format!("{number}（{remark}）"), ..Run::default() }];
            }
        });
    }
    used
}

fn is_note(text: &str) -> bool {
    text.trim_start().starts_with('注')
}

/// The mark and the remark of a line below a table.
fn remark(text: &str) -> Option<(String, String)> {
    let text = text.trim();
    let text = text.strip_prefix("注：").unwrap_or(text).trim_start();
    let end = match text.chars().next()? {
        mark @ '①'..='⑳' => mark.len_utf8(),
        '(' => text.find(')').filter(|close| text.get(1..*close).is_some_and(|inner| inner.parse::<u8>().is_ok()))? + 1,
        _ => return None,
    };
    let (mark, remark) = text.split_at_checked(end)?;
    let remark = remark.trim();
    (!remark.is_empty()).then(|| (mark.to_owned(), remark.to_owned()))
}
