//! A report as it is printed, a line for each piece of it, and what a format does not print.

use nianbao_builder::view::{BlockView, CellKind, InlineView, ReportView, SectionView, TableView};
use nianbao_model::{Agency, Report};

use super::made::Format;

/// A piece of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    /// Which form it is on: two of them may look alike.
    Year,
    Title,
    Published,
    Source,
    Index,
    Document,
    Keywords,
    /// Which way sections are headed, where there are two.
    SectionHeadings,
    /// The narrative.
    Text,
    /// Bold and italic.
    Look,
    /// Words that are both at once, which look like one of the two.
    BothLooks,
    /// Which lines are sub-headings.
    SubHeadings,
    /// Line breaks within paragraphs: without them, each line is a paragraph.
    Breaks,
    /// That what stands behind a line break is not the rest of the line.
    BrokenLines,
    /// Where links lead.
    Links,
    Footnotes,
    /// Which items stand below others, and which paragraphs belong to them.
    Lists,
    /// That paragraphs behind numbers are items of a list.
    Numbering,
    /// On which side the cells of a table of the narrative stand.
    Alignments,
    /// What pictures are called in their folder.
    PictureNames,
    /// The pictures themselves.
    Pictures,
    Remarks,
    Notes,
    Signature,
    Corrections,
}

/// What a format does not print, or does not hold in the one file that is imported.
///
/// None prints 状态, 说明, 汇总, comments and 表内合计, nor that a number is looked up: they come back as the figures that they are.
/// A figure comes back as printed: a blank and `/` as 0, `１２` as 12.
fn not_printed(format: Format) -> &'static [Piece] {
    use Piece::*;
    match format {
        // Pictures are files of their own beside the page. On which side cells of a table stand, no reader tells.
        Format::Page | Format::Json => &[Alignments, Pictures],
        // It has a field of its own for what stands above the text.
        Format::Cms => &[Year, Title, Published, Source, Index, Document, Keywords, Alignments, Pictures, PictureNames],
        Format::Docx => &[Published, BothLooks, Source, Index, Document, Keywords, Alignments, PictureNames],
        // Bold and italic are other typefaces, which headings have as well; sub-headings below the first level, and items with numbers,
        // look like paragraphs with a number; lines end as the width of the page has it. Pictures are stored as dots, not as the files
        // that they were.
        Format::Pdf => &[
            SubHeadings,
            Published,
            Source,
            Index,
            Document,
            Keywords,
            Look,
            BothLooks,
            Breaks,
            BrokenLines,
            Lists,
            Numbering,
            Alignments,
            PictureNames,
            Pictures,
        ],
        // Tables alone.
        Format::Xlsx | Format::Csv => &[
            Published,
            Source,
            Index,
            Document,
            Keywords,
            SectionHeadings,
            Text,
            Look,
            Links,
            Footnotes,
            Lists,
            Alignments,
            PictureNames,
            Pictures,
            Signature,
            Corrections,
            Title,
            Year,
            Notes,
        ],
        // Cells of a sheet are plain text.
        Format::Form => &[
            SubHeadings,
            Breaks,
            Published,
            Source,
            Index,
            Document,
            Keywords,
            Look,
            Links,
            Footnotes,
            Lists,
            Alignments,
            PictureNames,
            Pictures,
            Signature,
            Corrections,
        ],
    }
}

/// The lines of a report, as far as a format prints it.
pub(super) fn printed(agency: &Agency, report: &Report, format: Format) -> Vec<String> {
    let printed = Sheet { not_printed: not_printed(format), depth: 0, lines: Vec::new() };
    printed.report(agency, report)
}

struct Sheet {
    not_printed: &'static [Piece],
    /// How many lists are around.
    depth: usize,
    lines: Vec<String>,
}

impl Sheet {
    fn prints(&self, piece: Piece) -> bool {
        !self.not_printed.contains(&piece)
    }

    fn line(&mut self, piece: Piece, text: impl std::fmt::Display) {
        if self.prints(piece) {
            self.lines.push(format!("{piece:?}: {text}"));
        }
    }

    fn report(mut self, agency: &Agency, report: &Report) -> Vec<String> {
        let view = ReportView::new(agency, report);
        let text = |text: Option<&String>| text.cloned().unwrap_or_default();
        self.line(Piece::Year, report.year);
        self.line(Piece::Title, &view.title);
        self.line(Piece::Published, text(view.published.as_ref()));
        self.line(Piece::Source, text(view.source.as_ref()));
        self.line(Piece::Index, text(report.filing.index.as_ref().map(|index| &index.value)));
        self.line(Piece::Document, text(report.filing.document.as_ref().map(|number| &number.value)));
        self.line(Piece::Keywords, report.filing.keywords.join("、"));
        self.blocks(&view.introduction, "");
        view.sections.iter().for_each(|section| self.section(section));
        if let Some(signature) = &view.signature {
            self.line(Piece::Signature, format!("{} {}", signature.agency, signature.date));
        }
        for (number, note) in (1..).zip(&view.footnotes) {
            let text = self.inlines(note);
            self.line(Piece::Footnotes, format!("{number} {text}"));
        }
        for correction in &view.corrections {
            self.line(Piece::Corrections, format!("{} {}", correction.date, correction.text));
        }
        let mut pictures: Vec<String> = Vec::new();
        for (name, image) in &report.images {
            let name = if self.prints(Piece::PictureNames) { name.as_str() } else { "" };
            pictures.push(format!("{name} {} bytes {:?}", image.bytes.len(), image.bytes.get(..4)));
        }
        // The same picture under two names is two files or one.
        pictures.dedup();
        for picture in &pictures {
            self.line(Piece::Pictures, picture);
        }
        self.lines
    }

    fn section(&mut self, section: &SectionView) {
        let heading = if self.prints(Piece::SectionHeadings) { section.heading } else { "" };
        self.lines.push(format!("{}、{heading}", section.numeral));
        self.blocks(&section.blocks, "");
        section.table.iter().for_each(|table| self.table(table));
    }

    fn table(&mut self, table: &TableView) {
        for line in table.blocks.iter().flatten() {
            let figures = line.cells.iter().filter(|cell| matches!(cell.kind, CellKind::Figure | CellKind::Total));
            let figures: Vec<&str> = figures.map(|cell| cell.text.as_str()).collect();
            let headings =
                line.cells.iter().filter(|cell| cell.kind == CellKind::Heading).map(|cell| cell.text.as_str());
            if !figures.is_empty() {
                self.lines.push(format!(
                    "表{} {}: {}",
                    table.number,
                    headings.collect::<Vec<_>>().join(" "),
                    figures.join(" ")
                ));
            }
            for cell in &line.cells {
                if let Some(remark) = &cell.remark {
                    self.line(Piece::Remarks, remark);
                }
            }
        }
        if let Some(note) = &table.note {
            // Where a note does not begin so, it is printed behind the word.
            self.line(Piece::Notes, note.trim_start_matches("注：").trim_start_matches("注"));
        }
    }

    fn blocks(&mut self, blocks: &[BlockView], indent: &str) {
        if self.prints(Piece::Text) {
            for block in blocks {
                self.block(block, indent);
            }
        }
    }

    fn block(&mut self, block: &BlockView, indent: &str) {
        match block {
            BlockView::Heading { level, number, content, .. } => {
                let text = self.inlines(content);
                let level = if self.prints(Piece::SubHeadings) { *level } else { 0 };
                self.lines.push(format!("{indent}{}{number}{text}", "#".repeat(usize::from(level))));
            }
            BlockView::Paragraph { content } => {
                let text = self.inlines(content);
                self.lines.extend(text.lines().map(|line| format!("{indent}{line}")));
            }
            BlockView::List { start, items } => {
                for (place, item) in (0..).zip(items) {
                    let mark = start.map_or("• ".to_owned(), |start| format!("{}. ", start + place));
                    if self.prints(Piece::Lists) {
                        self.lines.push(format!("{indent}{mark}"));
                        self.blocks(item, &format!("{indent}  "));
                    } else {
                        let first = self.lines.len();
                        self.depth += 1;
                        self.blocks(item, "");
                        self.depth -= 1;
                        if let (false, Some(start)) = (self.prints(Piece::Numbering), start)
                            && let Some(line) = self.lines.get_mut(first)
                        {
                            line.insert_str(0, &item_number(self.depth, start + place));
                        }
                    }
                }
            }
            BlockView::Table { alignments, head, rows } => {
                self.line(Piece::Alignments, alignments.join("|"));
                for row in std::iter::once(head).chain(rows) {
                    let cells: Vec<String> = row.iter().map(|cell| self.inlines(cell)).collect();
                    self.lines.push(format!("{indent}|{}|", cells.join("|")));
                }
            }
            BlockView::Image { .. } if !self.prints(Piece::Pictures) => {}
            BlockView::Image { file, alt } => {
                let file = if self.prints(Piece::PictureNames) { file } else { "" };
                self.lines.push(format!("{indent}![{alt}]({file})"));
            }
        }
    }

    /// Running text, a mark where its look changes.
    fn inlines(&self, content: &[InlineView]) -> String {
        let mut runs: Vec<(Look, String)> = Vec::new();
        self.collect(content, &Look::default(), &mut runs);
        runs.into_iter().map(|(look, text)| look.around(&text)).collect()
    }

    fn collect(&self, content: &[InlineView], look: &Look, runs: &mut Vec<(Look, String)>) {
        for piece in content {
            match piece {
                InlineView::Text { text } | InlineView::Figure { text, .. } => push(runs, look, text),
                InlineView::Footnote { number, .. } if self.prints(Piece::Footnotes) => {
                    push(runs, &Look::default(), &format!("[^{number}]"));
                }
                InlineView::Break if self.prints(Piece::Breaks) => push(runs, &Look::default(), "\\"),
                InlineView::Break if self.prints(Piece::BrokenLines) => push(runs, &Look::default(), "\n"),
                InlineView::Footnote { .. } | InlineView::Break => {}
                InlineView::Emphasis { content } => {
                    let bold = look.bold && self.prints(Piece::BothLooks);
                    self.collect(content, &Look { bold, italic: self.prints(Piece::Look), ..look.clone() }, runs);
                }
                InlineView::Strong { content } => {
                    let bold = self.prints(Piece::Look);
                    self.collect(content, &Look { bold, ..look.clone() }, runs);
                }
                InlineView::Link { url, content } => {
                    let link = self.prints(Piece::Links).then(|| url.clone());
                    self.collect(content, &Look { link, ..look.clone() }, runs);
                }
            }
        }
    }
}

/// The number of an item, with so many lists around it.
fn item_number(depth: usize, number: u64) -> String {
    if depth == 0 { format!("{number}.") } else { format!("（{number}）") }
}

fn push(runs: &mut Vec<(Look, String)>, look: &Look, text: &str) {
    match runs.last_mut() {
        Some((before, earlier)) if before == look => earlier.push_str(text),
        _ => runs.push((look.clone(), text.to_owned())),
    }
}

/// How characters look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Look {
    bold: bool,
    italic: bool,
    link: Option<String>,
}

impl Look {
    fn around(&self, text: &str) -> String {
        let mut text = text.to_owned();
        if self.bold {
            text = format!("**{text}**");
        }
        if self.italic {
            text = format!("*{text}*");
        }
        match &self.link {
            Some(url) => format!("[{text}]({url})"),
            None => text,
        }
    }
}
