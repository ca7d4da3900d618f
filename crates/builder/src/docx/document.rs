//! The document in the making: its paragraphs, running text and pictures.

use std::fmt::Display;

use super::list::Lists;
use super::package::Package;
use super::page::section;
use super::pictures::Pictures;
use super::xml::{RELATIONSHIPS, WORD, Xml};
use crate::view::{InlineView, plain_text};

/// The document in the making.
pub(super) struct Document {
    pub(super) xml: Xml,
    pictures: Pictures,
    pub(super) lists: Lists,
    package: Package,
    /// Whether it is writing footnotes.
    pub(super) in_notes: bool,
}

impl Document {
    pub(super) fn new(pictures: Pictures) -> Self {
        Self { xml: Xml::default(), pictures, lists: Lists::default(), package: Package::new(), in_notes: false }
    }

    /// The file without styles, settings and properties; `footnotes` is footnotes.xml, if there are any.
    pub(super) fn into_package(self, footnotes: Option<Vec<u8>>) -> Package {
        let Self { xml: body, lists, mut package, .. } = self;
        let page = section(&mut package);
        let names: [(&str, &dyn Display); 2] = [("xmlns:w", &WORD), ("xmlns:r", &RELATIONSHIPS)];
        let document = Xml::document("w:document", &names, |xml| {
            xml.element("w:body", &[], |xml| {
                xml.append(&body);
                xml.append(&page);
            });
        });
        package.xml("document", "document", document);
        if let Some(footnotes) = footnotes {
            package.part("footnotes", "footnotes", footnotes);
        }
        if !lists.is_empty() {
            package.part("numbering", "numbering", lists.xml());
        }
        package
    }

    /// The title, broken by meaning.
    pub(super) fn title(&mut self, lines: &[String]) {
        self.in_paragraph("Title", |document| {
            for (at, line) in lines.iter().enumerate() {
                if at > 0 {
                    document.line_break();
                }
                document.run(line, None);
            }
        });
    }

    /// A heading in the document's outline.
    pub(super) fn heading(&mut self, level: u8, text: &str) {
        self.in_paragraph(&format!("Heading{level}"), |document| document.run(text, None));
    }

    /// A paragraph of plain text.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.in_paragraph("BodyText", |document| document.run(text, None));
    }

    /// A paragraph in a style.
    pub(super) fn in_paragraph(&mut self, style: &str, inner: impl FnOnce(&mut Self)) {
        self.with_settings(|xml| xml.value("w:pStyle", style), inner);
    }

    /// A paragraph with settings of its own.
    pub(super) fn with_settings(&mut self, settings: impl FnOnce(&mut Xml), inner: impl FnOnce(&mut Self)) {
        self.within("w:p", &[], |document| {
            document.xml.element("w:pPr", &[], settings);
            inner(document);
        });
    }

    /// An element whose content needs the whole document.
    pub(super) fn within(&mut self, name: &str, attributes: super::xml::Attributes, inner: impl FnOnce(&mut Self)) {
        let outer = std::mem::take(&mut self.xml);
        inner(self);
        let content = std::mem::replace(&mut self.xml, outer);
        self.xml.element(name, attributes, |xml| xml.append(&content));
    }

    /// Running text; `style` is that of its characters.
    pub(super) fn inlines(&mut self, content: &[InlineView], style: Option<&str>) {
        for inline in content {
            match inline {
                InlineView::Text { text } | InlineView::Figure { text, .. } => self.run(text, style),
                InlineView::Emphasis { content } => self.inlines(content, Some("Emphasis")),
                InlineView::Strong { content } => self.inlines(content, Some("Strong")),
                InlineView::Footnote { number, first } => self.note(*number, *first),
                InlineView::Break => self.line_break(),
                InlineView::Link { url, content } => self.link(url, content, style),
            }
        }
    }

    /// A link, and its address for paper, unless the text says it already. A note, whose links would need a list of their own,
    /// has the address alone.
    fn link(&mut self, url: &str, content: &[InlineView], style: Option<&str>) {
        if self.in_notes {
            self.inlines(content, style);
        } else {
            let id = self.package.relationships.link(url);
            self.within("w:hyperlink", &[("r:id", &id)], |document| document.inlines(content, style));
        }
        let address = url.strip_prefix("https://").or(url.strip_prefix("mailto:")).unwrap_or(url);
        if !plain_text(content, "").contains(address.trim_end_matches('/')) {
            self.run(&format!("（{address}）"), style);
        }
    }

    /// Text in one style. Its quotation marks and dashes are those of the Chinese font.
    pub(super) fn run(&mut self, text: &str, style: Option<&str>) {
        self.run_with(text, |xml| {
            if let Some(style) = style {
                xml.value("w:rStyle", style);
            }
            xml.empty("w:rFonts", &[("w:hint", &"eastAsia")]);
        });
    }

    /// Text with settings of its own.
    pub(super) fn run_with(&mut self, text: &str, settings: impl FnOnce(&mut Xml)) {
        self.xml.element("w:r", &[], |xml| {
            xml.element("w:rPr", &[], settings);
            xml.element("w:t", &[("xml:space", &"preserve")], |xml| xml.text(text));
        });
    }

    pub(super) fn line_break(&mut self) {
        self.xml.element("w:r", &[], |xml| xml.empty("w:br", &[]));
    }

    /// A mark that leads to a footnote. Word knows one mark a note; any other shows the same number.
    fn note(&mut self, number: usize, first: bool) {
        if first {
            self.xml.element("w:r", &[], |xml| {
                xml.element("w:rPr", &[], |xml| xml.value("w:rStyle", "FootnoteReference"));
                xml.empty("w:footnoteReference", &[("w:id", &number)]);
            });
        } else {
            self.run_with(&number.to_string(), |xml| xml.value("w:rStyle", "FootnoteReference"));
        }
    }

    /// A paragraph with a picture of the narrative, and below it what it shows.
    pub(super) fn picture(&mut self, file: &str, alt: &str) {
        let Some(drawing) = self.pictures.draw(file, alt, &mut self.package) else { return };
        self.in_paragraph("Picture", |document| {
            document.xml.element("w:r", &[], |xml| xml.append(&drawing));
        });
        if !alt.is_empty() {
            self.in_paragraph("Caption", |document| document.run(alt, None));
        }
    }
}
