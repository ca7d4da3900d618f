//! Word files made by hand, element by element, as Word, WPS and LibreOffice write them.

mod hostile;
mod lists;
mod tables;
mod text;

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::read;
use crate::Document;
use crate::document::{Grid, Paragraph, Part};

const NAMES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    xmlns:v="urn:schemas-microsoft-com:vml""#;

const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The parts of a Word file.
struct File(Vec<(String, Vec<u8>)>);

/// A file with this body.
fn file(body: &str) -> File {
    let root = format!(
        r#"<Relationships><Relationship Id="rId1" Type="{TYPES}/officeDocument" Target="word/document.xml"/></Relationships>"#
    );
    let document = format!("<w:document {NAMES}><w:body>{body}</w:body></w:document>");
    File(vec![("_rels/.rels".to_owned(), root.into_bytes()), ("word/document.xml".to_owned(), document.into_bytes())])
}

impl File {
    /// With another part of word/ that the document refers to by the part's name.
    fn part(mut self, kind: &str, xml: &str) -> Self {
        let root = match kind {
            "footnotes" | "endnotes" | "styles" | "numbering" => kind,
            "header" => "hdr",
            "footer" => "ftr",
            other => other,
        };
        self.0.push((format!("word/{kind}.xml"), format!("<w:{root} {NAMES}>{xml}</w:{root}>").into_bytes()));
        let entry = format!(r#"<Relationship Id="{kind}" Type="{TYPES}/{kind}" Target="{kind}.xml"/>"#);
        self.links(&entry)
    }

    /// With more that the document refers to.
    fn links(mut self, entries: &str) -> Self {
        let path = "word/_rels/document.xml.rels";
        if !self.0.iter().any(|(known, _)| known == path) {
            self.0.push((path.to_owned(), b"<Relationships></Relationships>".to_vec()));
        }
        for (known, bytes) in &mut self.0 {
            if known == path {
                let text =
                    String::from_utf8_lossy(bytes).replace("</Relationships>", &format!("{entries}</Relationships>"));
                *bytes = text.into_bytes();
            }
        }
        self
    }

    /// With a file of any kind.
    fn bytes(mut self, path: &str, bytes: &[u8]) -> Self {
        self.0.push((path.to_owned(), bytes.to_vec()));
        self
    }

    fn pack(&self) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (path, bytes) in &self.0 {
            archive.start_file(path.as_str(), SimpleFileOptions::default()).expect("a part");
            archive.write_all(bytes).expect("its bytes");
        }
        archive.finish().expect("a file").into_inner()
    }

    fn read(&self) -> Document {
        read(&self.pack()).expect("a document")
    }
}

fn paragraphs(document: &Document) -> Vec<&Paragraph> {
    document
        .parts
        .iter()
        .filter_map(|part| if let Part::Paragraph(paragraph) = part { Some(paragraph) } else { None })
        .collect()
}

fn texts(document: &Document) -> Vec<String> {
    paragraphs(document).into_iter().map(Paragraph::text).collect()
}

fn grid(document: &Document) -> &Grid {
    document.parts.iter().find_map(|part| if let Part::Grid(grid) = part { Some(grid) } else { None }).expect("a grid")
}

/// What was left out, as `kind：text`.
fn dropped(document: &Document) -> Vec<String> {
    document.dropped.iter().map(|dropped| format!("{}：{}", dropped.kind, dropped.text)).collect()
}

/// A run of text.
fn r(text: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

/// A paragraph of text.
fn p(text: &str) -> String {
    format!("<w:p>{}</w:p>", r(text))
}

/// A cell with properties and a text.
fn tc(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text))
}

/// A row of cells.
fn tr(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}
