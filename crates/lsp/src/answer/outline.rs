//! The outline of a text: tables and rows, sections and their sub-headings.

use gen_lsp_types::{DocumentSymbol, DocumentSymbolParams, Range, SymbolKind};

use crate::prose::{Heading, headings};
use crate::session::Session;
use crate::subject::Subject;
use crate::text::Lines;
use crate::yaml::Outline;

/// Deeper ones are no use to anybody.
const DEEPEST: usize = 8;
/// As much of a value is shown, in characters.
const LONGEST_VALUE: usize = 40;

/// Something of the outline before it is known what stands below it.
struct Part {
    depth: usize,
    symbol: DocumentSymbol,
}

/// The outline of the file that is asked for.
pub(super) fn symbols(session: &Session, params: &DocumentSymbolParams) -> Option<Vec<DocumentSymbol>> {
    let path = session.path(&params.text_document.uri.0)?;
    let subject = Subject::of(&path)?;
    let text = session.text(&path)?;
    let lines = session.lines(text);
    let parts = match subject {
        Subject::Narrative(..) => of_prose(text, &lines),
        _ => of_yaml(text, &lines),
    };
    Some(nested(parts))
}

fn of_prose(text: &str, lines: &Lines<'_>) -> Vec<Part> {
    let part = |heading: Heading| {
        let ranges = [heading.line.start..heading.end, heading.line];
        let symbol = symbol(heading.title, None, SymbolKind::String, ranges.map(|range| lines.range(range)));
        Part { depth: heading.level.saturating_sub(1), symbol }
    };
    headings(text).into_iter().filter(|heading| !heading.title.is_empty()).map(part).collect()
}

fn of_yaml(text: &str, lines: &Lines<'_>) -> Vec<Part> {
    let outline = Outline::of(text);
    let mut depths: Vec<usize> = Vec::new();
    let mut parts = Vec::new();
    for entry in &outline.entries {
        let depth = entry.parent.and_then(|parent| depths.get(parent)).map_or(0, |depth| depth + 1);
        depths.push(depth);
        let Some(name) = entry.name.clone().filter(|name| depth <= DEEPEST && !name.is_empty()) else { continue };
        let value = text.get(entry.value.clone()).unwrap_or_default();
        let is_group = value.starts_with(['{', '[', '|', '>']) || value.contains('\n') || value.contains(": ");
        let shown = (!is_group && !value.is_empty()).then(|| value.chars().take(LONGEST_VALUE).collect());
        let kind = if is_group { SymbolKind::Object } else { SymbolKind::Property };
        let ranges = [entry.key.start..entry.value.end.max(entry.key.end), entry.key.clone()];
        parts.push(Part { depth, symbol: symbol(name, shown, kind, ranges.map(|range| lines.range(range))) });
    }
    parts
}

fn symbol(name: String, detail: Option<String>, kind: SymbolKind, [range, line]: [Range; 2]) -> DocumentSymbol {
    DocumentSymbol::new(name, detail, kind, None, None, range, line, None)
}

/// Puts each part below the nearest one before it that is higher.
fn nested(parts: Vec<Part>) -> Vec<DocumentSymbol> {
    let mut top = Vec::new();
    let mut open: Vec<Part> = Vec::new();
    for part in parts {
        close(&mut open, part.depth, &mut top);
        open.push(part);
    }
    close(&mut open, 0, &mut top);
    top
}

/// Nothing more stands below the parts that are not higher than `depth`.
fn close(open: &mut Vec<Part>, depth: usize, top: &mut Vec<DocumentSymbol>) {
    while let Some(part) = open.pop_if(|part| part.depth >= depth) {
        match open.last_mut() {
            Some(above) => above.symbol.children.get_or_insert_default().push(part.symbol),
            None => top.push(part.symbol),
        }
    }
}
