//! The parts of a Word file, packed.

use std::fmt::Display;
use std::io::{Cursor, Write as _};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{DateTime, System, ZipWriter};

use super::xml::{RELATIONSHIPS, Xml};

/// The namespace of what belongs to every package.
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
/// What the content types of Word's parts begin with.
const CONTENT_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// What a part is to the one that refers to it.
#[derive(Debug, Clone)]
pub(super) struct Relationship {
    kind: &'static str,
    target: String,
    external: bool,
}

/// The relationships of a part, in order: the first is called `rId1`.
#[derive(Debug, Clone, Default)]
pub(super) struct Relationships(Vec<Relationship>);

impl Relationships {
    /// A part of the package, by its path from word/.
    pub(super) fn part(&mut self, kind: &'static str, target: &str) -> String {
        self.push(Relationship { kind, target: target.to_owned(), external: false })
    }

    /// An address on the web.
    pub(super) fn link(&mut self, url: &str) -> String {
        self.push(Relationship { kind: "hyperlink", target: url.to_owned(), external: true })
    }

    fn push(&mut self, relationship: Relationship) -> String {
        self.0.push(relationship);
        format!("rId{}", self.0.len())
    }

    fn xml(&self) -> Vec<u8> {
        Xml::document("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))], |xml| {
            for (number, Relationship { kind, target, external }) in (1..).zip(&self.0) {
                let kind =
                    if kind.contains('/') { format!("{PACKAGE}/{kind}") } else { format!("{RELATIONSHIPS}/{kind}") };
                let id = format!("rId{number}");
                let mode = if *external { "External" } else { "Internal" };
                let attributes: [(&str, &dyn Display); 4] =
                    [("Id", &id), ("Type", &kind), ("Target", target), ("TargetMode", &mode)];
                xml.empty("Relationship", &attributes);
            }
        })
    }
}

/// A Word file in the making.
#[derive(Debug, Default)]
pub(super) struct Package {
    files: Vec<(String, Vec<u8>)>,
    /// The relationships of word/document.xml.
    pub(super) relationships: Relationships,
    /// Parts of word/ with what they are called in `[Content_Types].xml`.
    types: Vec<(String, &'static str)>,
}

impl Package {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Adds a part that the document refers to, `styles` say, as word/styles.xml. Says by which id.
    pub(super) fn part(&mut self, name: &str, kind: &'static str, xml: Vec<u8>) -> String {
        self.xml(name, kind, xml);
        self.relationships.part(kind, &format!("{name}.xml"))
    }

    /// Adds a part of word/ that something else refers to.
    pub(super) fn xml(&mut self, name: &str, kind: &'static str, xml: Vec<u8>) {
        let path = format!("word/{name}.xml");
        self.types.push((path.clone(), kind));
        self.files.push((path, xml));
    }

    /// Adds a file by its path in the package.
    pub(super) fn file(&mut self, path: &str, bytes: Vec<u8>) {
        self.files.push((path.to_owned(), bytes));
    }

    /// The file, packed.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, ZipError> {
        self.file("word/_rels/document.xml.rels", self.relationships.xml());
        let mut root = Relationships::default();
        root.part("officeDocument", "word/document.xml");
        root.part("relationships/metadata/core-properties", "docProps/core.xml");
        root.part("extended-properties", "docProps/app.xml");
        self.file("_rels/.rels", root.xml());
        let types = self.content_types();
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644)
            .system(System::Unix);
        // Readers look for this one first.
        let first = ("[Content_Types].xml".to_owned(), types);
        for (path, bytes) in std::iter::once(&first).chain(&self.files) {
            archive.start_file(path.as_str(), options)?;
            archive.write_all(bytes).map_err(ZipError::Io)?;
        }
        Ok(archive.finish()?.into_inner())
    }

    fn content_types(&self) -> Vec<u8> {
        Xml::document("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))], |xml| {
            for (ending, kind) in [
                ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                ("xml", "application/xml"),
                ("png", "image/png"),
                ("jpeg", "image/jpeg"),
            ] {
                xml.empty("Default", &[("Extension", &ending), ("ContentType", &kind)]);
            }
            let kind = |kind: &str| {
                if kind == "document" {
                    format!("{CONTENT_TYPE}.document.main+xml")
                } else {
                    format!("{CONTENT_TYPE}.{kind}+xml")
                }
            };
            for (path, name) in &self.types {
                xml.empty("Override", &[("PartName", &format!("/{path}")), ("ContentType", &kind(name))]);
            }
            for (path, kind) in [
                ("core", "application/vnd.openxmlformats-package.core-properties+xml"),
                ("app", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
            ] {
                xml.empty("Override", &[("PartName", &format!("/docProps/{path}.xml")), ("ContentType", &kind)]);
            }
        })
    }
}
