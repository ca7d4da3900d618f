//! The narrative in report.json. How deep it can be nested is bounded by the reader of JSON.

use super::file::{ExportedBlock, Inline};
use crate::document::{Grid, GridCell, Paragraph, Part, Place, Run, Style};

/// The parts of a document in the making.
#[derive(Debug, Default)]
pub(super) struct Narrative {
    pub(super) parts: Vec<Part>,
}

impl Narrative {
    /// Adds blocks that stand in no list.
    pub(super) fn blocks(&mut self, blocks: &[ExportedBlock]) {
        for block in blocks {
            self.block(block, &Style::Body, 0);
        }
    }

    /// Adds a block; a paragraph becomes one of `style`.
    fn block(&mut self, block: &ExportedBlock, style: &Style, depth: u8) {
        match block {
            ExportedBlock::Heading { level, number, content } => {
                let mut paragraph = paragraph(content, Style::Heading(*level));
                paragraph.runs.insert(0, Run { text: number.clone(), ..Run::default() });
                self.parts.push(Part::Paragraph(paragraph));
            }
            ExportedBlock::Paragraph { content } => self.parts.push(Part::Paragraph(paragraph(content, style.clone()))),
            ExportedBlock::List { start, items } => {
                for (item, place) in items.iter().zip(0_u64..) {
                    let number = start.map(|start| start.saturating_add(place));
                    let mut style = Style::Item { level: depth, number };
                    for block in item {
                        self.block(block, &style, depth.saturating_add(1));
                        style = Style::Body;
                    }
                }
            }
            ExportedBlock::Table { head, rows } => {
                let lines = std::iter::once(head).chain(rows).map(|line| line.iter().map(|cell| runs(cell)).collect());
                self.parts.push(Part::Grid(grid(lines)));
            }
            ExportedBlock::Image { file, alt } => {
                let alt = if alt.is_empty() { file.clone() } else { alt.clone() };
                self.parts.push(Part::Picture { name: String::new(), alt, place: Place::Unknown });
            }
        }
    }
}

/// A grid of these lines.
pub(super) fn grid(lines: impl Iterator<Item = Vec<Vec<Run>>>) -> Grid {
    let cell = |row, column, runs: Vec<Run>| {
        let paragraph = Part::Paragraph(Paragraph { runs, ..Paragraph::default() });
        let is_blank = matches!(&paragraph, Part::Paragraph(paragraph) if paragraph.runs.is_empty());
        let parts = if is_blank { Vec::new() } else { vec![paragraph] };
        GridCell { row, column, rows: 1, columns: 1, parts, ..GridCell::default() }
    };
    let line = |(row, line): (usize, Vec<Vec<Run>>)| {
        line.into_iter().enumerate().map(move |(column, runs)| cell(row, column, runs))
    };
    Grid { cells: lines.enumerate().flat_map(line).collect(), aligned: true, place: Place::Unknown }
}

/// A paragraph of running text.
pub(super) fn paragraph(content: &[Inline], style: Style) -> Paragraph {
    Paragraph { style, runs: runs(content), ..Paragraph::default() }
}

fn runs(content: &[Inline]) -> Vec<Run> {
    let mut runs = Vec::new();
    add(content, &Run::default(), &mut runs);
    runs
}

fn add(content: &[Inline], look: &Run, runs: &mut Vec<Run>) {
    for inline in content {
        match inline {
            Inline::Text { text } | Inline::Figure { text } => runs.push(Run { text: text.clone(), ..look.clone() }),
            Inline::Emphasis { content } => add(content, &Run { italic: true, ..look.clone() }, runs),
            Inline::Strong { content } => add(content, &Run { bold: true, ..look.clone() }, runs),
            Inline::Link { url, content } => add(content, &Run { link: Some(url.clone()), ..look.clone() }, runs),
            Inline::Footnote { number } => {
                runs.push(Run { footnote: number.checked_sub(1), ..Run::default() });
            }
            Inline::Break => runs.push(Run { text: "\n".to_owned(), ..look.clone() }),
        }
    }
}
