//! What a report says, piece by piece, with the font that each piece is set in.

use std::collections::BTreeMap;

use nianbao_model::report::Image;
use nianbao_model::{Address, Agency, Block, Inline, Report, Span};

use super::Role;
use crate::view::date_text;

/// Characters that are set in one font.
pub(super) struct Passage {
    pub(super) role: Role,
    pub(super) text: String,
    /// Where they were written.
    pub(super) span: Option<Span>,
}

/// Everything that people wrote in a report and that is printed. The official labels are ours.
pub(super) fn passages(agency: &Agency, report: &Report) -> Vec<Passage> {
    let mut all = Passages { images: &report.images, all: Vec::new() };
    let title = report.title.as_ref().unwrap_or(&agency.name);
    all.push(Role::Title, &agency.title(report), Some(title.span));
    // In the table of contents of a bundle.
    all.push(Role::Body, &agency.title(report), Some(title.span));
    all.blocks(&report.narrative.introduction);
    for section in &report.narrative.sections {
        all.blocks(&section.blocks);
    }
    for footnote in &report.narrative.footnotes {
        all.inlines(Role::Body, &footnote.content);
    }
    for address in cells(report) {
        if let Some(cell) = report.figures.cell(&address)
            && let Some(remark) = &cell.remark
        {
            all.push(Role::Song, remark, cell.span);
        }
    }
    for note in report.notes.values() {
        all.push(Role::Body, &note.value, Some(note.span));
    }
    if let Some(name) = report.signature.as_ref().map(|signature| signature.agency.as_ref().unwrap_or(&agency.name)) {
        all.push(Role::Body, &name.value, Some(name.span));
    }
    for correction in &report.corrections {
        all.push(Role::Body, &date_text(correction.date.value), Some(correction.date.span));
        all.push(Role::Body, &correction.text.value, Some(correction.text.span));
    }
    all.all
}

/// How many characters people wrote in a report that are printed.
pub(crate) fn length(agency: &Agency, report: &Report) -> usize {
    passages(agency, report).iter().map(|passage| passage.text.chars().count()).sum()
}

/// The typed cells of the form.
fn cells(report: &Report) -> impl Iterator<Item = Address> {
    report.form.tables.iter().flat_map(|table| &table.blocks).flat_map(|block| {
        let whole = Address { block: block.index, rows: block.rows.whole(), columns: block.columns.whole() };
        let cells: Vec<_> = whole.cells().collect();
        cells.into_iter().map(|(block, row, column)| Address { block, rows: row..row + 1, columns: column..column + 1 })
    })
}

struct Passages<'r> {
    images: &'r BTreeMap<String, Image>,
    all: Vec<Passage>,
}

impl Passages<'_> {
    fn push(&mut self, role: Role, text: &str, span: Option<Span>) {
        self.all.push(Passage { role, text: text.to_owned(), span });
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, content, .. } => {
                let role = if *level == 2 { Role::Heading2 } else { Role::Body };
                self.inlines(role, content);
            }
            Block::Paragraph { content, .. } => self.inlines(Role::Body, content),
            Block::List { items, .. } => {
                for item in items {
                    self.blocks(item);
                }
            }
            Block::Table { head, rows } => {
                for cell in head {
                    self.inlines(Role::Heading1, cell);
                }
                for cell in rows.iter().flatten() {
                    self.inlines(Role::Song, cell);
                }
            }
            Block::Image { file, span, .. } => self.drawing(file, *span),
        }
    }

    /// The words within a drawing.
    fn drawing(&mut self, file: &str, span: Span) {
        let Some(image) = self.images.get(file) else { return };
        let mut words = nianbao_picture::words(&image.bytes);
        // They do not stand in the narrative, even if they are as long as what does.
        if span.end.checked_sub(span.start) == Some(words.len()) {
            words.push(' ');
        }
        self.push(Role::Body, &words, Some(span));
    }

    fn inlines(&mut self, role: Role, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text { text, span } => self.push(role, text, Some(*span)),
                Inline::Emphasis(content) => self.inlines(Role::Heading2, content),
                Inline::Strong(content) => self.inlines(Role::Heading1, content),
                Inline::Link { content, .. } => self.inlines(role, content),
                Inline::Figure { .. } | Inline::Footnote { .. } | Inline::Break => {}
            }
        }
    }
}
