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
    let imported = recognise(&lines(&std::fs::read_to_string(path).unwrap()), None);
    println!(
        "{:?} {:?} {:?} {:?} {:?} {:?}",
        imported.agency,
        imported.year,
        imported.report.title,
        imported.report.published,
        imported.report.source,
        imported.report.signature
    );
    println!("{}", shown(&imported));
}
