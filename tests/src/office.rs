//! Word files as LibreOffice understands them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use quick_xml::events::{BytesStart, Event};

use crate::xml::{attribute, walk};
use crate::{fonts_conf, run};

/// What LibreOffice makes of a text that it reads.
#[derive(Debug, Default)]
pub struct Text {
    /// The headings with their levels in the outline.
    pub headings: Vec<(u32, String)>,
    /// The tables.
    pub tables: Vec<TextTable>,
    /// What pictures are said to show.
    pub pictures: Vec<String>,
    /// Where links lead.
    pub links: Vec<String>,
    /// How many lists there are, nested ones too.
    pub lists: usize,
    /// The footnotes.
    pub notes: Vec<String>,
}

/// A table of a text.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct TextTable {
    /// How many rows it has, those of the head among them.
    pub rows: usize,
    /// How many of them are repeated on each page.
    pub head_rows: usize,
    /// How many cells span others.
    pub spans: usize,
}

/// Has LibreOffice turn `file` into another kind, `pdf` or `fodt`, beside it.
pub fn convert(file: &Path, kind: &str) -> PathBuf {
    let profile = tempfile::tempdir().expect("a temporary folder");
    let folder = file.parent().expect("a folder");
    run(Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.path().display()))
        .args(["--headless", "--norestore", "--convert-to", kind, "--outdir"])
        .args([folder, file])
        .env("FONTCONFIG_FILE", fonts_conf())
        .env("HOME", profile.path()));
    let made = file.with_extension(kind);
    assert!(made.is_file(), "LibreOffice made no {}", made.display());
    made
}

/// The Word file as LibreOffice reads it.
pub fn read_text(file: &Path) -> Text {
    let xml = fs::read_to_string(convert(file, "fodt")).expect("a text file");
    let mut reading = Reading::default();
    walk(&xml, |event, text| reading.event(event, text));
    reading.text
}

#[derive(Default)]
struct Reading {
    text: Text,
    heading: Option<(u32, String)>,
    note: Option<String>,
    in_head: bool,
}

impl Reading {
    fn event(&mut self, event: &Event, text: &str) {
        if let Some((_, heading)) = &mut self.heading {
            heading.push_str(text);
        }
        if let Some(note) = &mut self.note {
            note.push_str(text);
        }
        match event {
            Event::Start(tag) | Event::Empty(tag) => self.start(tag),
            Event::End(tag) => match tag.name().as_ref() {
                "text:h" => self.text.headings.extend(self.heading.take()),
                "text:note-body" => self.text.notes.extend(self.note.take()),
                "svg:desc" => self.text.pictures.push(text.to_owned()),
                "table:table-header-rows" => self.in_head = false,
                _ => {}
            },
            _ => {}
        }
    }

    fn start(&mut self, tag: &BytesStart) {
        match tag.name().as_ref() {
            "text:h" => {
                let level = attribute(tag, "text:outline-level").and_then(|level| level.parse().ok());
                self.heading = Some((level.unwrap_or(0), String::new()));
            }
            "text:note-body" => self.note = Some(String::new()),
            "text:a" => self.text.links.extend(attribute(tag, "xlink:href")),
            "text:list" => self.text.lists += 1,
            "table:table" => self.text.tables.push(TextTable::default()),
            "table:table-header-rows" => self.in_head = true,
            "table:table-row" => {
                let table = self.text.tables.last_mut().expect("a row stands in a table");
                table.rows += 1;
                table.head_rows += usize::from(self.in_head);
            }
            "table:table-cell" => {
                let spans = ["table:number-rows-spanned", "table:number-columns-spanned"];
                let spans = spans.into_iter().any(|name| attribute(tag, name).is_some());
                self.text.tables.last_mut().expect("a cell stands in a table").spans += usize::from(spans);
            }
            _ => {}
        }
    }
}
