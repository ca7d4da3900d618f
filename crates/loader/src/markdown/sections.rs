//! The parts of a narrative put into its sections.

use nianbao_model::{Block, Diagnostic, Form, Narrative, Section, SectionKind, Span};

use super::part::{Part, PartKind};
use super::titles::{Opening, is_idle, opened};
use super::{report_title, table_headings, unwritten};
use crate::codes::sections as codes;
use crate::open_file::OpenFile;
use crate::session::Sink;

/// A section as it was written.
pub(super) struct Written {
    pub(super) kind: SectionKind,
    title: &'static str,
    pub(super) heading: Span,
    pub(super) parts: Vec<Part>,
    /// Whether a heading that has no place stands in it; what follows may belong to that one.
    interrupted: bool,
}

/// The introduction and the sections in the official order.
pub(super) fn narrative(file: &OpenFile, sink: &mut Sink, form: &Form, parts: Vec<Part>) -> Narrative {
    let (introduction, mut written) = divide(file, sink, form, parts);
    check_tables(file, sink, &written);
    written.retain(|section| !is_idle(section.kind, section.title));
    check_order(sink, &written);
    check_missing(file, sink, &written);
    check_empty(sink, &written);
    written.sort_by_key(|section| section.kind);
    let sections = written.into_iter().map(section).collect();
    Narrative { introduction: blocks(introduction), sections, footnotes: Vec::new() }
}

/// What stands before the first section, and each section once.
pub(super) fn divide(file: &OpenFile, sink: &mut Sink, form: &Form, parts: Vec<Part>) -> (Vec<Part>, Vec<Written>) {
    let mut introduction = Vec::new();
    let mut written: Vec<Written> = Vec::new();
    let mut current: Option<usize> = None;
    for part in parts {
        match opened(file, sink, form, &part) {
            Opening::Unknown => {
                if let Some(section) = current.and_then(|index| written.get_mut(index)) {
                    section.interrupted = true;
                }
            }
            Opening::None => match current.and_then(|index| written.get_mut(index)) {
                Some(Written { parts, .. }) => parts.push(part),
                None => match report_title::find(file, &introduction, &part) {
                    Some(finding) => {
                        introduction.clear();
                        sink.report(finding);
                    }
                    None => introduction.push(part),
                },
            },
            Opening::Section(kind, title) => {
                let is_again = |section: &Written| section.kind == kind && !is_idle(kind, title);
                let earlier = written.iter().position(is_again);
                if let Some(first) = earlier.and_then(|index| written.get(index)) {
                    sink.report(repeated(kind, part.span, first.heading));
                } else {
                    written.push(Written { kind, title, heading: part.span, parts: Vec::new(), interrupted: false });
                }
                current = earlier.or(written.len().checked_sub(1));
            }
        }
    }
    (introduction, written)
}

fn check_order(sink: &mut Sink, written: &[Written]) {
    for pair in written.windows(2) {
        if let [before, after] = pair
            && after.kind < before.kind
        {
            let message = format!("“{}”应在“{}”前面", after.kind.heading(), before.kind.heading());
            let finding = Diagnostic::new(&codes::ORDER, message).at(after.heading, "").see(before.heading, "");
            sink.report(finding.help("公开时按官方次序排列；请把这个部分移到前面。"));
        }
    }
}

/// The tables are put in by the machine: a heading there is idle unless it is worded in its own way, and text below it
/// would be lost.
fn check_tables(file: &OpenFile, sink: &mut Sink, written: &[Written]) {
    for section in written.iter().filter(|section| section.kind.table().is_some()) {
        match section.parts.iter().find(|part| part.kind != PartKind::Comment) {
            Some(first) => sink.report(table_headings::with_text(section.title, section.heading, first.span)),
            None if is_idle(section.kind, section.title) => {
                sink.report(table_headings::idle(file, section.title, section.heading));
            }
            None => {}
        }
    }
}

fn check_missing(file: &OpenFile, sink: &mut Sink, written: &[Written]) {
    for kind in SectionKind::NARRATIVE {
        if !written.iter().any(|section| section.kind == kind) {
            let message = format!("缺少第{}部分“{}”", kind.numeral(), kind.heading());
            let help = format!("补上一行 # {}，下面写内容。", kind.heading());
            sink.report(Diagnostic::new(&codes::MISSING, message).at(file.start(), "").help(help));
        }
    }
}

fn check_empty(sink: &mut Sink, written: &[Written]) {
    for section in written.iter().filter(|section| section.kind.table().is_none() && !section.interrupted) {
        sink.report_all(unwritten::findings(section.kind, section.heading, &section.parts));
    }
}

fn repeated(kind: SectionKind, again: Span, first: Span) -> Diagnostic {
    Diagnostic::new(&codes::REPEATED, format!("“{}”写了两次", kind.heading()))
        .at(again, "第二次")
        .see(first, "第一次")
        .help("合并成一个，或删去多余的。")
}

/// A section as it is kept; of one that holds a table, the heading alone.
fn section(written: Written) -> Section {
    let parts = if written.kind.table().is_none() { written.parts } else { Vec::new() };
    Section { kind: written.kind, title: written.title, heading: written.heading, blocks: blocks(parts) }
}

fn blocks(parts: Vec<Part>) -> Vec<Block> {
    let mut blocks: Vec<Block> = parts.into_iter().filter_map(Part::into_block).collect();
    number_headings(&mut blocks);
    blocks
}

/// Gives every sub-heading its number among its siblings.
pub(super) fn number_headings(blocks: &mut [Block]) {
    let mut counts = [0_u32; 5];
    for block in blocks {
        if let Block::Heading { level, number, .. } = block {
            let level = usize::from(*level).min(counts.len() - 1);
            for (at, count) in counts.iter_mut().enumerate() {
                if at == level {
                    *count += 1;
                    *number = *count;
                } else if at > level {
                    *count = 0;
                }
            }
        }
    }
}
