//! The sheet of the narrative: below each heading what belongs there, and cells with a paragraph each.

use nianbao_model::entry_form::{GUIDANCE, NARRATIVE_SHEET};
use nianbao_model::numbering::heading_number;
use nianbao_model::{SectionKind, guidance};
use rust_xlsxwriter::{Format, ProtectionOptions, Worksheet, XlsxError};

use super::super::{paper, style};
use super::EntryForm;
use crate::markup::printable;
use crate::view::{BlockView, InlineView, ReportView, plain_text};

/// How wide the column of paragraphs is, in digits.
const WIDTH: u32 = 80;

/// So many cells are free where nothing was written.
const FREE: usize = 5;

/// So many more are free below what was written.
const MORE: usize = 2;

/// So many characters a cell holds in any case.
const LONGEST: usize = 16_000;

/// The level of sub-headings below a section.
const SUB_HEADING: u8 = 2;

/// Fills an empty sheet.
pub(super) fn add(sheet: &mut Worksheet, entry: &EntryForm) -> Result<(), XlsxError> {
    sheet.set_name(NARRATIVE_SHEET)?.set_column_width(0, WIDTH)?;
    paper::set(sheet, false).set_print_fit_to_pages(1, 0);
    let mut text = NarrativeSheet { sheet, next: 0 };
    text.title(&entry.title())?;
    let report = ReportView::new(entry.agency, &entry.prepared);
    text.guidance(guidance::INTRODUCTION)?;
    text.blocks(&report.introduction)?;
    text.free(MORE)?;
    for (section, kind) in report.sections.iter().zip(SectionKind::ALL).filter(|(_, kind)| kind.table().is_none()) {
        text.line(&format!("{}、{}", section.numeral, section.heading), &style::section())?;
        text.guidance(&guidance::of_section(kind, report.year))?;
        match (section.blocks.as_slice(), kind) {
            ([], SectionKind::Overview) => text.overview()?,
            ([], _) => text.free(FREE)?,
            (blocks, _) => {
                text.blocks(blocks)?;
                text.free(MORE)?;
            }
        }
    }
    sheet.protect_with_options(&ProtectionOptions {
        format_cells: true,
        format_rows: true,
        format_columns: true,
        insert_rows: true,
        delete_rows: true,
        ..Default::default()
    });
    Ok(())
}

struct NarrativeSheet<'a> {
    sheet: &'a mut Worksheet,
    /// The first row that nothing stands in yet.
    next: u32,
}

impl NarrativeSheet<'_> {
    /// The title is larger than other text.
    fn title(&mut self, title: &str) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.next, style::height(title, WIDTH * 3 / 4))?;
        self.cell(0, title, &style::title())?;
        self.next += 1;
        Ok(())
    }

    /// A line over the whole width, as high as its text: not every program sees to that.
    fn line(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.next, style::height(text, WIDTH))?;
        self.cell(0, text, format)?;
        self.next += 1;
        Ok(())
    }

    fn cell(&mut self, column: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(self.next, column, printable(text), format)?;
        Ok(())
    }

    fn guidance(&mut self, text: &str) -> Result<(), XlsxError> {
        self.line(&format!("{GUIDANCE}{text}"), &style::guidance())
    }

    /// Free cells. Their height is left to the program that they are filled in with, so that it grows with the text.
    fn free(&mut self, lines: usize) -> Result<(), XlsxError> {
        for _ in 0..lines {
            self.sheet.write_blank(self.next, 0, &style::open_line())?;
            self.next += 1;
        }
        Ok(())
    }

    /// Section one with the sub-headings that the standard names.
    fn overview(&mut self) -> Result<(), XlsxError> {
        for (number, (heading, text)) in (1..).zip(guidance::OVERVIEW) {
            self.line(&format!("{}{heading}", heading_number(SUB_HEADING, number)), &style::sub_heading())?;
            self.guidance(text)?;
            self.free(FREE)?;
        }
        Ok(())
    }

    /// What was written already.
    fn blocks(&mut self, blocks: &[BlockView]) -> Result<(), XlsxError> {
        blocks.iter().try_for_each(|block| self.block(block, ""))
    }

    /// A block; the first of an item stands behind its `mark`.
    fn block(&mut self, block: &BlockView, mark: &str) -> Result<(), XlsxError> {
        match block {
            BlockView::Heading { number, content, .. } => {
                self.line(&format!("{mark}{number}{}", text(content)), &style::sub_heading())
            }
            BlockView::Paragraph { content } => self.paragraph(&format!("{mark}{}", text(content))),
            BlockView::List { start, items } => self.list(*start, items),
            BlockView::Table { head, rows, .. } => {
                std::iter::once(head).chain(rows).try_for_each(|cells| self.row(cells))
            }
            BlockView::Image { file, alt } => {
                self.guidance(&format!("原文这里有一张图片（{file}：{alt}），填报表里放不下，请另外发送。"))
            }
        }
    }

    /// A paragraph in a cell; in several where one does not hold it.
    fn paragraph(&mut self, text: &str) -> Result<(), XlsxError> {
        let characters: Vec<char> = text.chars().collect();
        characters
            .chunks(LONGEST)
            .try_for_each(|piece| self.line(&piece.iter().collect::<String>(), &style::open_line()))
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<BlockView>]) -> Result<(), XlsxError> {
        for (item, place) in items.iter().zip(0_u64..) {
            let mark = start.map_or_else(|| "• ".to_owned(), |start| format!("{}. ", start.saturating_add(place)));
            let mut marks = std::iter::once(mark.as_str()).chain(std::iter::repeat(""));
            item.iter().try_for_each(|block| self.block(block, marks.next().unwrap_or_default()))?;
        }
        Ok(())
    }

    /// A line of a table of the narrative, a column each.
    fn row(&mut self, cells: &[Vec<InlineView>]) -> Result<(), XlsxError> {
        for (column, content) in (0..).zip(cells) {
            self.cell(column, &text(content), &style::open_line())?;
        }
        self.next += 1;
        Ok(())
    }
}

/// Running text as a cell has it.
fn text(content: &[InlineView]) -> String {
    plain_text(content, "\n")
}
