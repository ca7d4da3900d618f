//! The text of an article as HTML with inline styles.

use super::elements::{CELL, Fragment, TABLE, attribute};
use super::official_table;
use crate::view::{BlockView, CorrectionView, InlineView, ReportView, SectionView, SignatureView};

/// Paragraphs begin two characters in, as in official documents.
const PARAGRAPH: &str = "margin:0;line-height:2;text-indent:2em";

/// A line without an indent of its own, as within lists.
const LINE: &str = "margin:0;line-height:2";

/// A heading, whatever the site makes of headings otherwise.
const HEADING: &str = "margin:0;font-size:1em;font-weight:bold;line-height:2;text-indent:2em";

/// A list.
const LIST: &str = "margin:0;padding-left:4em;line-height:2";

/// A line at the right.
const RIGHT: &str = "margin:0;line-height:2;text-align:right";

/// A line in the middle.
const CENTRED: &str = "margin:0;line-height:2;text-align:center";

/// The text of a report, its title left out.
pub(super) fn of(view: &ReportView) -> String {
    let mut fragment = Fragment::default();
    fragment.blocks(&view.introduction);
    for section in &view.sections {
        fragment.section(section);
    }
    if let Some(signature) = &view.signature {
        fragment.signature(signature);
    }
    fragment.footnotes(&view.footnotes);
    fragment.corrections(&view.corrections);
    fragment.into_html()
}

impl Fragment {
    fn section(&mut self, section: &SectionView) {
        self.styled("h2", HEADING, |fragment| fragment.text(&format!("{}、{}", section.numeral, section.heading)));
        self.blocks(&section.blocks);
        if let Some(table) = &section.table {
            official_table::add(self, table);
            let note = table
                .note
                .as_ref()
                .map(|note| if note.starts_with('注') { note.clone() } else { format!("注：{note}") });
            if let Some(note) = note {
                self.line(PARAGRAPH, &note);
            }
        }
    }

    fn blocks(&mut self, blocks: &[BlockView]) {
        for block in blocks {
            self.block_of_text(block, PARAGRAPH);
        }
    }

    fn block_of_text(&mut self, block: &BlockView, paragraph: &str) {
        match block {
            BlockView::Heading { level, number, content, .. } => {
                let name = format!("h{}", level.saturating_add(1).min(6));
                self.styled(&name, HEADING, |fragment| {
                    fragment.text(number);
                    fragment.inlines(content);
                });
            }
            BlockView::Paragraph { content } => self.styled("p", paragraph, |fragment| fragment.inlines(content)),
            BlockView::List { start, items } => self.list(*start, items),
            BlockView::Table { alignments, head, rows } => self.table(alignments, head, rows),
            BlockView::Image { file, alt } => self.line(CENTRED, &format!("【此处插入图片 {file}：{alt}】")),
        }
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<BlockView>]) {
        let (name, start) = match start {
            None => ("ul", String::new()),
            Some(1) => ("ol", String::new()),
            Some(start) => ("ol", format!(" start=\"{start}\"")),
        };
        self.block(name, &format!("{start} style=\"{LIST}\""), |fragment| {
            for item in items {
                fragment.block("li", "", |fragment| fragment.item(item));
            }
        });
    }

    /// A single paragraph stands in its item by itself: a further element would set it apart.
    fn item(&mut self, blocks: &[BlockView]) {
        match blocks {
            [BlockView::Paragraph { content }] => self.inlines(content),
            _ => blocks.iter().for_each(|block| self.block_of_text(block, LINE)),
        }
    }

    fn table(&mut self, alignments: &[&str], head: &[Vec<InlineView>], rows: &[Vec<Vec<InlineView>>]) {
        self.block("table", &format!(" border=\"1\" style=\"{TABLE}\""), |fragment| {
            fragment.element("thead", "", |fragment| fragment.row("th", alignments, head));
            fragment.element("tbody", "", |fragment| rows.iter().for_each(|row| fragment.row("td", alignments, row)));
        });
    }

    fn row(&mut self, name: &str, alignments: &[&str], cells: &[Vec<InlineView>]) {
        self.block("tr", "", |fragment| {
            for (cell, alignment) in cells.iter().zip(alignments) {
                let side = if alignment.is_empty() { "center" } else { alignment };
                let style = format!(" style=\"{CELL};text-align:{side}\"");
                fragment.element(name, &style, |fragment| fragment.inlines(cell));
            }
        });
    }

    fn inlines(&mut self, content: &[InlineView]) {
        for piece in content {
            self.inline(piece);
        }
    }

    fn inline(&mut self, piece: &InlineView) {
        match piece {
            InlineView::Text { text } | InlineView::Figure { text, .. } => self.text(text),
            InlineView::Emphasis { content } => self.element("em", "", |fragment| fragment.inlines(content)),
            InlineView::Strong { content } => self.element("strong", "", |fragment| fragment.inlines(content)),
            InlineView::Link { url, content } => {
                self.element("a", &format!(" href=\"{}\"", attribute(url)), |fragment| fragment.inlines(content));
            }
            InlineView::Footnote { number, .. } => {
                self.element("sup", "", |fragment| fragment.text(&format!("[{number}]")));
            }
            InlineView::Break => self.line_break(),
        }
    }

    fn signature(&mut self, signature: &SignatureView) {
        self.line(RIGHT, &signature.agency);
        self.line(RIGHT, &signature.date);
    }

    /// Nothing leads to them: addresses within a page are not kept.
    fn footnotes(&mut self, notes: &[Vec<InlineView>]) {
        if !notes.is_empty() {
            self.styled("h2", HEADING, |fragment| fragment.text("脚注"));
        }
        for (number, note) in (1..).zip(notes) {
            self.styled("p", PARAGRAPH, |fragment| {
                fragment.text(&format!("[{number}] "));
                fragment.inlines(note);
            });
        }
    }

    fn corrections(&mut self, corrections: &[CorrectionView]) {
        if !corrections.is_empty() {
            self.styled("h2", HEADING, |fragment| fragment.text("更正"));
        }
        for correction in corrections {
            self.line(PARAGRAPH, &format!("{}：{}", correction.date, correction.text));
        }
    }
}
