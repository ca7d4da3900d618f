//! The narratives of published reports, held against those that were entered by hand.

use std::fmt::Write;

use crate::document::{Paragraph, Part, Place};
use crate::{Document, Imported, recognise};

/// A document of the lines of a text, as the reader of text gives them.
fn lines(text: &str) -> Document {
    let parts = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let parts =
        parts.map(|(at, line)| Part::Paragraph(Paragraph::plain(line, Place::Line(u32::try_from(at).unwrap() + 1))));
    Document { parts: parts.collect(), ..Document::default() }
}

fn shown(imported: &Imported) -> String {
    let mut text = nianbao_writer::narrative(&imported.report.narrative, imported.report.form);
    for doubt in &imported.doubts {
        writeln!(text, "? {:?} {}", doubt.subject, doubt.message).unwrap();
    }
    for dropped in &imported.dropped {
        writeln!(text, "- {}: {}", dropped.kind, dropped.text.chars().take(40).collect::<String>()).unwrap();
    }
    text
}

#[test]
fn debug() {
    let Ok(path) = std::env::var("SHOW") else { return };
    let document = crate::read(&path, &std::fs::read(&path).unwrap()).unwrap();
    if std::env::var("PARTS").is_ok() {
        for part in &document.parts {
            println!("{}", format!("{part:?}").chars().take(300).collect::<String>());
        }
    }
    let imported = recognise(&document, None);
    let report = &imported.report;
    println!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        imported.agency, imported.year, report.title, report.published, report.source, report.filing, report.signature
    );
    println!("{}", shown(&imported));
}
