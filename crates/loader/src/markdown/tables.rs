//! Simple tables with one head row.

use std::ops::Range;

use nianbao_model::{Alignment, Block, Diagnostic, Inline};
use pulldown_cmark::{Event, Tag, TagEnd};

use super::part::Part;
use super::reader::NarrativeReader;
use super::refused;
use crate::codes::markdown;

/// No table of a report has more columns: each row of a wider one would have as many cells.
const WIDEST: usize = 100;

/// All tables of a report together have fewer cells.
const MOST_CELLS: usize = 20_000;

impl NarrativeReader<'_> {
    /// A table; its start was read.
    pub(super) fn table(&mut self, sides: &[pulldown_cmark::Alignment], range: Range<usize>, parts: &mut Vec<Part>) {
        let (mut head, mut rows) = (Vec::new(), Vec::new());
        while let Some((event, row)) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead) => {
                    head = self.cells().0;
                    if head.len() > WIDEST {
                        self.report(refused::too_wide(WIDEST), range);
                        return self.events.skip_element();
                    }
                }
                Event::Start(Tag::TableRow) => {
                    self.cells += head.len();
                    if self.cells > MOST_CELLS {
                        self.report(refused::too_many_cells(MOST_CELLS), row);
                        return self.events.skip_elements(2);
                    }
                    let (mut cells, end) = self.cells();
                    self.check_width(end.unwrap_or(row.start)..row.end);
                    cells.resize_with(head.len(), Vec::new);
                    rows.push(cells);
                }
                _ => break,
            }
        }
        let span = self.file.span(self.trimmed(range));
        let alignments = sides.iter().copied().map(alignment).collect();
        parts.push(Part::block(Block::Table { alignments, head, rows }, span));
    }

    /// The cells of a row up to its end, and where the last one ends.
    fn cells(&mut self) -> (Vec<Vec<Inline>>, Option<usize>) {
        let mut cells = Vec::new();
        let mut end = None;
        while let Some((Event::Start(_), range)) = self.events.next() {
            cells.push(self.cell());
            end = Some(range.end);
        }
        (cells, end)
    }

    /// The text of a cell up to its end, that end included.
    fn cell(&mut self) -> Vec<Inline> {
        self.join.start_paragraph();
        let content = self.inlines(1).content;
        while !matches!(self.events.peek(), None | Some(Event::End(TagEnd::TableCell))) {
            self.events.next();
        }
        self.events.next();
        content
    }

    /// The parser leaves out what stands behind the last column of the head.
    fn check_width(&mut self, behind: Range<usize>) {
        let rest = self.file.text.get(behind.clone()).unwrap_or("");
        let lost = rest.trim_start_matches(['|', ' ', '\t']);
        let start = behind.end - lost.len();
        if !lost.trim().is_empty() {
            let help = "给表头补上缺少的格，或删去多余的竖线“|”。";
            let finding = Diagnostic::new(&markdown::TABLE_WIDTH, "这一行的格数比表头多，多出的内容会丢失");
            self.report(finding.help(help), start..behind.end);
        }
    }
}

fn alignment(side: pulldown_cmark::Alignment) -> Alignment {
    match side {
        pulldown_cmark::Alignment::None => Alignment::Unset,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}
