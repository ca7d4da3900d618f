//! The narrative in a document.

mod blocks;
mod divide;
mod ending;
mod glued;
mod guard;
mod inlines;
mod lists;
mod piece;
mod pieces;
mod remnants;
mod runs;
mod sheet;
mod subheading;
mod tables;
#[cfg(test)]
mod tests;
mod wrap;

use std::collections::BTreeMap;
use std::ops::Range;

use nianbao_model::report::Image;
use nianbao_model::{Footnote, Form, Narrative, Section, SectionKind, Signature, Span, TableId};

use super::record::Record;
use crate::document::{Dropped, Spot};
use crate::{Document, Doubt, Subject};
use blocks::Builder;
use divide::Divided;
use inlines::InlineWriter;
use piece::{ProseLine, ProsePiece};

/// The narrative that a document shows.
#[derive(Debug, Clone, Default)]
pub(super) struct Prose {
    /// The narrative by sections.
    pub(super) narrative: Narrative,
    /// 落款 at its end.
    pub(super) signature: Option<Signature>,
    /// The pictures that it shows, by file name.
    pub(super) images: BTreeMap<String, Image>,
    /// Which parts of the document each section was read from, the introduction as `None`.
    pub(super) sections: BTreeMap<Option<SectionKind>, Range<usize>>,
    /// What was not certain.
    pub(super) doubts: Vec<Doubt>,
    /// What was left out since it is no part of a report.
    pub(super) dropped: Vec<Dropped>,
}

/// The narrative in the parts of `document` that are neither of its `record` nor of `tables`.
pub(super) fn recognise(
    document: &Document,
    tables: &BTreeMap<usize, TableId>,
    form: &'static Form,
    record: &Record,
) -> Prose {
    let mut dropped = Vec::new();
    let pieces = pieces::of(document, tables, &record.parts, record.prefix);
    let pieces = wrap::without_chrome(pieces, document.format, &mut dropped);
    let setting = wrap::setting(&pieces, document.format);
    let pieces = if let Some(setting) = setting { wrap::joined(pieces, setting) } else { pieces };
    let is_set = setting.is_some() || wrap::is_spaced(&pieces, document.format);
    let pieces = glued::cut(pieces);
    let glued = pieces.iter().find(|piece| matches!(piece, ProsePiece::Line(line) if line.glued)).map(ProsePiece::part);
    let mut pieces = ending::without_foot(pieces, &mut dropped);
    let signature = ending::take_signature(&mut pieces, record.agency.as_deref());
    let ignores_bold = is_mostly_bold(&pieces);
    let divided = divide::divide(pieces);
    let inlines = InlineWriter { is_set, ignores_bold, ..InlineWriter::default() };
    let builder = Builder { inlines, pictures: &document.pictures, ..Builder::default() };
    let prose = written(document, divided, builder, form);
    let doubts = glued.map(run_together).into_iter().chain(prose.doubts).collect();
    let signature = signature.map(|(signature, _)| signature);
    Prose { signature, doubts, dropped: [dropped, prose.dropped].concat(), ..prose }
}

/// The narrative of what was divided.
fn written(document: &Document, divided: Divided<'_>, mut builder: Builder<'_>, form: &'static Form) -> Prose {
    let Divided { introduction, sections, headings, style_level, mut doubts, mut dropped } = divided;
    let mut origins = BTreeMap::new();
    origins.extend(extent(None, &introduction, None));
    let introduction = guard::guarded(builder.blocks(None, &introduction, style_level));
    let mut all = Vec::new();
    for kind in SectionKind::ALL {
        let heading = headings.get(&kind);
        let title = heading.map_or(kind.heading(), |(written, _)| kind.printed_heading(form, written));
        let pieces = sections.get(&kind).map(Vec::as_slice).unwrap_or_default();
        let is_there = if kind.table().is_some() { title != kind.heading() } else { sections.contains_key(&kind) };
        origins.extend(extent(Some(kind), pieces, heading.map(|(_, part)| *part)));
        if is_there {
            let blocks = guard::guarded(builder.blocks(Some(kind), pieces, style_level));
            all.push(Section { kind, title, heading: Span::NOWHERE, blocks });
        } else if kind.table().is_none() {
            doubts.push(missing(kind));
        }
    }
    let footnotes = footnotes(document, &mut builder.inlines);
    doubts.extend(builder.doubts);
    dropped.extend(builder.dropped);
    dropped.extend(builder.inlines.dropped);
    doubts.sort_by_key(|doubt| match doubt.subject {
        Subject::Section(kind) => kind,
        _ => None,
    });
    Prose {
        narrative: Narrative { introduction, sections: all, footnotes },
        images: builder.images,
        sections: origins,
        doubts,
        dropped,
        signature: None,
    }
}

/// The parts that a section was read from, its heading included.
fn extent(
    kind: Option<SectionKind>,
    pieces: &[ProsePiece<'_>],
    heading: Option<usize>,
) -> Option<(Option<SectionKind>, Range<usize>)> {
    let parts = pieces.iter().map(ProsePiece::part).chain(heading);
    let (first, last) = parts.fold(None, |range: Option<(usize, usize)>, part| {
        Some(range.map_or((part, part), |(first, last)| (first.min(part), last.max(part))))
    })?;
    Some((kind, first..last + 1))
}

/// What the footnotes say, in the order in which the text refers to them.
fn footnotes(document: &Document, writer: &mut InlineWriter) -> Vec<Footnote> {
    let order = writer.footnotes.clone();
    let mut footnotes = Vec::new();
    for at in order {
        let paragraphs = document.footnotes.get(at).map(Vec::as_slice).unwrap_or_default();
        let runs: Vec<_> = paragraphs
            .iter()
            .flat_map(|paragraph| paragraph.runs.clone())
            .filter(|run| run.footnote.is_none())
            .collect();
        footnotes.push(Footnote { content: writer.inlines(&runs), span: Span::NOWHERE });
    }
    footnotes
}

/// Whether bold says nothing, since most of the text is.
fn is_mostly_bold(pieces: &[ProsePiece<'_>]) -> bool {
    let lines = || pieces.iter().filter_map(|piece| if let ProsePiece::Line(line) = piece { Some(line) } else { None });
    let long = || lines().filter(|line| line.text().chars().count() >= 40);
    let bold = long().filter(|line| ProseLine::is_bold(line)).count();
    bold >= 2 && bold * 2 > long().count()
}

fn run_together(part: usize) -> Doubt {
    let message = "原文的几个部分连成了一段，已按标题分开；段落和小标题请对照原文核对".to_owned();
    Doubt { subject: Subject::Document, message, hint: None, spot: Some(Spot::part(part)) }
}

fn missing(kind: SectionKind) -> Doubt {
    let message = format!("没有找到第{}部分“{}”；原文里有的话，请补到 narrative.md", kind.numeral(), kind.heading());
    Doubt { subject: Subject::Section(Some(kind)), message, hint: None, spot: None }
}
