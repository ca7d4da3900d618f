//! The reports of a document that holds several, one below the other.

use std::ops::Range;

use super::contents;
use super::first::{end, is_whole, left_out};
use super::record::title_weight;
use crate::Document;
use crate::document::Part;

/// No more reports are looked for.
const MOST: usize = 50;

/// The reports in `document`, each as a document that tells what else stood there; none if there is but one.
pub fn reports(document: &Document) -> Vec<Document> {
    let mut plain = document.clone();
    contents::resolve(&mut plain);
    let pieces: Vec<Range<usize>> =
        pieces(&plain.parts).into_iter().filter(|piece| is_whole(slice(&plain.parts, piece))).collect();
    if pieces.len() < 2 {
        return Vec::new();
    }
    let titles: Vec<String> = pieces.iter().map(|piece| title(slice(&document.parts, piece))).collect();
    pieces.iter().enumerate().map(|(at, piece)| alone(document, at, piece, &titles)).collect()
}

/// Where one report ends and the next one begins.
fn pieces(parts: &[Part]) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while pieces.len() < MOST {
        let length = end(parts.get(start..).unwrap_or_default(), None).filter(|length| *length > 0);
        let Some(length) = length else { break };
        pieces.push(start..start + length);
        start += length;
    }
    pieces.push(start..parts.len());
    pieces
}

fn slice<'p>(parts: &'p [Part], piece: &Range<usize>) -> &'p [Part] {
    parts.get(piece.clone()).unwrap_or_default()
}

/// What a report is called, or its first words.
fn title(parts: &[Part]) -> String {
    let lines = || {
        let texts = parts.iter().filter_map(|part| match part {
            Part::Paragraph(paragraph) => Some(paragraph.text().trim().to_owned()),
            Part::Grid(_) | Part::Picture { .. } => None,
        });
        texts.filter(|text| !text.is_empty()).take(12)
    };
    let found = lines().find(|line| title_weight(line).is_some()).or_else(|| lines().next());
    found.unwrap_or_default().chars().take(40).collect()
}

/// The report `at` by itself.
fn alone(document: &Document, at: usize, piece: &Range<usize>, titles: &[String]) -> Document {
    let others = titles.iter().enumerate().filter(|(other, _)| *other != at);
    let others = others.map(|(_, title)| format!("“{title}”")).collect::<Vec<_>>().join("、");
    let warning = format!(
        "原文里有 {} 份报告，取了“{}”；没有取的是{others}，请核对",
        titles.len(),
        titles.get(at).map_or("", String::as_str)
    );
    let around = document.parts.iter().enumerate().filter(|(part, _)| !piece.contains(part));
    let dropped = around.filter_map(|(_, part)| left_out("原文里别的报告", part));
    Document {
        parts: slice(&document.parts, piece).to_vec(),
        dropped: document.dropped.iter().cloned().chain(dropped).collect(),
        warnings: document.warnings.iter().cloned().chain([warning]).collect(),
        ..document.clone()
    }
}
