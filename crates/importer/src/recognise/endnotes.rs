//! Footnotes that nothing leads to: `[1]` in the text, and `[1] …` below a heading 脚注.

use crate::Document;
use crate::document::{Paragraph, Part, Run, each_part};

use super::words::dense;

/// Makes such notes footnotes of the document; its parts keep their numbers.
pub(super) fn resolve(document: &mut Document) {
    let is_heading = |part: &Part| matches!(part, Part::Paragraph(paragraph) if dense(&paragraph.text()) == "脚注");
    let Some(heading) = document.parts.iter().rposition(is_heading).filter(|_| document.footnotes.is_empty()) else {
        return;
    };
    let mut notes = Vec::new();
    for part in document.parts.iter().skip(heading + 1) {
        let Part::Paragraph(paragraph) = part else { break };
        let Some(note) = note(paragraph, notes.len() + 1) else { break };
        notes.push(vec![note]);
    }
    let (count, last) = (notes.len(), heading + notes.len());
    if count == 0 {
        return;
    }
    for part in document.parts.iter_mut().take(last + 1).skip(heading) {
        if let Part::Paragraph(paragraph) = part {
            *paragraph = Paragraph { place: paragraph.place.clone(), ..Paragraph::default() };
        }
    }
    each_part(&mut document.parts, &mut |part| {
        if let Part::Paragraph(paragraph) = part {
            paragraph.runs = paragraph.runs.iter().flat_map(|run| referring(run, count)).collect();
        }
    });
    document.footnotes = notes;
}

/// The note with this number, without it.
fn note(paragraph: &Paragraph, number: usize) -> Option<Paragraph> {
    let mark = format!("[{number}]");
    let mut note = paragraph.clone();
    let first = note.runs.first_mut()?;
    first.text = first.text.trim_start().strip_prefix(mark.as_str())?.trim_start().to_owned();
    Some(note)
}

/// A run with its marks up to `count` as references.
fn referring(run: &Run, count: usize) -> Vec<Run> {
    let mut runs = Vec::new();
    let (mut rest, mut plain) = (run.text.as_str(), 0);
    while let Some(open) = rest.get(plain..).and_then(|text| text.find('[')).map(|at| plain + at) {
        let inner = rest.get(open + 1..).and_then(|text| text.split_once(']'));
        let number =
            inner.and_then(|(inner, _)| inner.parse::<usize>().ok()).filter(|number| (1..=count).contains(number));
        let (Some((_, behind)), Some(number)) = (inner, number) else {
            plain = open + 1;
            continue;
        };
        runs.push(Run { text: rest.get(..open).unwrap_or_default().to_owned(), footnote: None, ..run.clone() });
        runs.push(Run { footnote: Some(number - 1), ..Run::default() });
        (rest, plain) = (behind, 0);
    }
    runs.push(Run { text: rest.to_owned(), ..run.clone() });
    runs.retain(|run| !run.text.is_empty() || run.footnote.is_some());
    runs
}
