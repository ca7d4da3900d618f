//! Lines of text on a sheet: titles, notes, and the paragraphs of the narrative.

use super::sheet::{CellAt, Sheet, ShownCell};
use crate::document::{Certainty, Paragraph, Style};
use nianbao_model::numbering::is_chinese_numeral;

/// What the rows of the official tables begin with, so that none of them is taken for a line of text.
const ROWS: [&str; 2] = ["第二十条", "信息内容"];
/// What a line below a table begins with.
const NOTES: [&str; 8] = ["注", "备注", "说明", "填表", "填报", "审核", "单位负责人", "联系"];

/// The one cell of a row that says anything.
pub(super) fn alone(sheet: &Sheet, row: u32) -> Option<(CellAt, &str)> {
    let says = |shown: &ShownCell| !shown.text.trim().is_empty() || shown.certainty != Certainty::Certain;
    let mut cells = sheet.row(row).filter(|(_, shown)| says(shown));
    let (at, shown) = cells.next()?;
    (cells.next().is_none() && !is_beside(sheet, at)).then(|| (at, shown.text.trim()))
}

/// Whether merged cells from above reach into the row of `at`, which then is one of a table.
fn is_beside(sheet: &Sheet, at: CellAt) -> bool {
    let from = at.0.saturating_sub(60);
    let mut above = sheet.merged.range((from, 0)..(at.0, 0));
    above.any(|(start, end)| start.0 < at.0 && end.0 >= at.0)
}

/// Whether a row above a table is a title or a caption.
pub(super) fn stands_above(sheet: &Sheet, row: u32) -> bool {
    alone(sheet, row).is_some_and(|(_, text)| !ROWS.iter().any(|start| text.starts_with(start)))
}

/// Whether a row below a table is a note.
pub(super) fn stands_below(sheet: &Sheet, row: u32) -> bool {
    let note = |text: &str| super::entry::is_guidance(text) || NOTES.iter().any(|start| text.starts_with(start));
    sheet.row(row).next().is_some_and(|(_, shown)| note(shown.text.trim()))
}

/// The paragraphs in a cell: a text that was pasted in whole has several.
pub(super) fn paragraphs(sheet: &Sheet, at: CellAt, text: &str) -> Vec<Paragraph> {
    let mut pieces: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match pieces.last_mut() {
            Some(last) if !last.ends_with(['。', '！', '？', '；', '：']) && !begins(line) && !begins(last) => {
                last.push('\n');
                last.push_str(line);
            }
            _ => pieces.push(line.to_owned()),
        }
    }
    pieces.into_iter().map(|piece| item(Paragraph::plain(piece, sheet.place(at)))).collect()
}

/// Whether a text in a row below a table is rather the label of its next row, whose other cells are blank.
pub(super) fn is_label(text: &str) -> bool {
    const LABEL: usize = 12;
    text.chars().count() <= LABEL && !text.contains(['。', '；', '：', '•']) && !begins(text)
}

/// Whether a line begins with the number of a heading.
fn begins(line: &str) -> bool {
    let inner = line.strip_prefix(['（', '(']).unwrap_or(line);
    let rest = inner.trim_start_matches(|sign: char| is_chinese_numeral(sign) || sign.is_ascii_digit());
    rest.len() < inner.len() && rest.starts_with(['、', '）', ')', '.', '．'])
}

/// An item of a list, if the paragraph begins with the mark of one and a blank.
fn item(mut paragraph: Paragraph) -> Paragraph {
    let Some(run) = paragraph.runs.first_mut() else { return paragraph };
    let (number, rest) = if let Some(rest) = run.text.strip_prefix("• ") {
        (None, rest)
    } else {
        let Some((digits, rest)) = run.text.split_once(". ") else { return paragraph };
        let Ok(number) = digits.parse::<u32>() else { return paragraph };
        (Some(u64::from(number)), rest)
    };
    run.text = rest.to_owned();
    paragraph.style = Style::Item { level: 0, number };
    paragraph
}
