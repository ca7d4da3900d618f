//! Which parts of a document are tables or belong to them.

use std::collections::BTreeSet;

use nianbao_model::{Form, SectionKind};

use super::found::Found;
use super::letters;
use super::lines::Line;

/// The parts that hold lines of a table, and what stands between them but headings of sections.
pub(super) fn of(form: &Form, lines: &[Line], found: &Found) -> BTreeSet<usize> {
    let mut parts = BTreeSet::new();
    for own in found.lines.values() {
        let (Some(first), Some(last)) = (own.first(), own.last()) else { continue };
        parts.extend(
            own.iter().filter_map(|line| lines.get(*line)).filter(|line| line.grid.is_some()).map(|line| line.part),
        );
        let between = lines.iter().enumerate().skip(head(lines, *first, form)).take_while(|(number, _)| number <= last);
        parts.extend(between.filter(|(_, line)| !is_section(line)).map(|(_, line)| line.part));
    }
    parts
}

/// The first of the headings right above a table's first row.
fn head(lines: &[Line], first: usize, form: &Form) -> usize {
    let blocks = || form.tables.iter().flat_map(|table| &table.blocks);
    let belongs = |line: &Line| {
        line.grid.is_some()
            || line.cells.iter().all(|at| {
                let text = letters::of(&at.piece.text);
                blocks().any(|block| block.heading.is_some_and(|heading| letters::of(heading) == text))
                    || super::headings::Headings::any(&text, form)
            })
    };
    let mut at = first;
    while let Some(line) =
        at.checked_sub(1).and_then(|above| lines.get(above)).filter(|line| belongs(line) && !is_section(line))
    {
        let _ = line;
        at -= 1;
        if first - at > 12 {
            break;
        }
    }
    at
}

/// Whether a line is the heading of a section.
fn is_section(line: &Line) -> bool {
    let [only] = line.cells.as_slice() else { return false };
    let text = letters::of(&only.piece.text);
    line.grid.is_none()
        && SectionKind::ALL.into_iter().any(|section| letters::likeness(&text, &letters::of(section.heading())) >= 0.75)
}
