//! What the index knows of each page.

use std::fmt::Write;

use nianbao_model::{Agency, Report, SectionKind};

use super::names::names;
use crate::dates::corrected;
use crate::markup::html_text;
use crate::view::{BlockView, InlineView, ReportText, date_text, plain_text};

/// The document of a report: its text in its sections. The official tables are left out; their headings are the same in all
/// reports and their figures are not what people search for.
pub(crate) fn report(agency: &Agency, report: &Report) -> String {
    let ReportText { introduction, sections, footnotes } = ReportText::new(report);
    let mut document = IndexDocument::new(agency, &agency.title(report));
    document.filter("年度", &format!("{}年", report.year));
    if let Some(day) = corrected(report) {
        document.hidden("meta", "corrected", &format!("{}更正", date_text(day)));
    }
    document.blocks(&introduction);
    for (section, kind) in sections.iter().zip(SectionKind::ALL) {
        document.section(&section.anchor, &format!("{}、{}", section.numeral, section.heading));
        document.blocks(&section.blocks);
        if let Some(note) = kind.table().and_then(|table| report.notes.get(&table)) {
            document.paragraph(&note.value);
        }
    }
    for footnote in &footnotes {
        document.paragraph(&text(footnote));
    }
    if !report.corrections.is_empty() {
        document.section("corrections", "更正");
    }
    for correction in &report.corrections {
        document.paragraph(&format!("{} {}", date_text(correction.date.value), correction.text.value));
    }
    document.finish()
}

/// The document of an agency: its name, its years and how to reach it.
pub(crate) fn agency(agency: &Agency) -> String {
    let mut document = IndexDocument::new(agency, &agency.name.value);
    let years: Vec<String> = agency.reports.keys().rev().map(|year| format!("{year}年")).collect();
    document.paragraph(&format!("政府信息公开工作年度报告：{}", years.join("、")));
    let contact = &agency.contact;
    for line in [&contact.address, &contact.telephone, &contact.email].into_iter().flatten() {
        document.paragraph(line);
    }
    document.finish()
}

/// A document of HTML in the making.
struct IndexDocument(String);

impl IndexDocument {
    /// One with a title, and with what all pages of an agency have.
    fn new(agency: &Agency, title: &str) -> Self {
        let mut document = Self(String::from("<html lang=\"zh-CN\"><body data-pagefind-body>"));
        document.hidden("meta", "names", &names(agency));
        document.hidden("meta", "title", title);
        for name in agency.names() {
            document.filter("机关", name);
        }
        if let Some(category) = &agency.category {
            document.filter("类别", category);
        }
        document.element("h1", "", title);
        document
    }

    fn finish(mut self) -> String {
        self.0.push_str("</body></html>");
        self.0
    }

    /// What a search can be narrowed by.
    fn filter(&mut self, name: &str, value: &str) {
        self.hidden("filter", name, value);
    }

    /// What is known of the page but is not part of its text.
    fn hidden(&mut self, kind: &str, name: &str, value: &str) {
        let attributes = format!(" data-pagefind-ignore data-pagefind-{kind}=\"{name}\"");
        self.element("p", &attributes, value);
    }

    /// A heading that all reports have, at an address within the page. It weighs no more than text.
    fn section(&mut self, anchor: &str, heading: &str) {
        self.element("h2", &format!(" id=\"{anchor}\" data-pagefind-weight=\"1\""), heading);
    }

    fn blocks(&mut self, blocks: &[BlockView]) {
        for block in blocks {
            match block {
                BlockView::Heading { level, number, content, .. } => {
                    self.element(&format!("h{}", level + 1), "", &format!("{number}{}", text(content)));
                }
                BlockView::Paragraph { content } => self.paragraph(&text(content)),
                BlockView::List { items, .. } => items.iter().for_each(|item| self.blocks(item)),
                BlockView::Table { head, rows, .. } => {
                    head.iter().chain(rows.iter().flatten()).for_each(|cell| self.paragraph(&text(cell)));
                }
                BlockView::Image { alt, .. } => self.paragraph(alt),
            }
        }
    }

    fn paragraph(&mut self, text: &str) {
        self.element("p", "", text);
    }

    /// An element that ends in a space: after a letter pagefind would put a full stop of its own, `主动公开.`.
    fn element(&mut self, name: &str, attributes: &str, text: &str) {
        // A `String` takes whatever is written to it.
        let _ = writeln!(self.0, "<{name}{attributes}>{} </{name}>", html_text(text));
    }
}

/// The characters of running text.
fn text(content: &[InlineView]) -> String {
    plain_text(content, " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_editor_types_stays_text() {
        let mut document = IndexDocument(String::new());
        document.paragraph("</p><script>&amp;");
        assert_eq!(document.0, "<p>&lt;/p&gt;&lt;script&gt;&amp;amp; </p>\n");
    }
}
