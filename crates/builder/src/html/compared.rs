//! Tables and texts of two reports, as the page of a comparison shows them.

use std::collections::BTreeSet;

use nianbao_model::Report;
use nianbao_model::compare::{FigureComparison, Paragraph, SectionComparison, Side, TableComparison, Unmatched};
use nianbao_model::prose::Role;
use serde::Serialize;

use crate::view::{CellKind, CellView, TableView};

/// An official table with the figures of both reports in each cell.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ComparedTable {
    /// The number of the table in the report: 2, 3 or 4.
    pub(crate) number: u8,
    /// How many figures it has.
    pub(crate) figures: usize,
    /// How many of them are not the same.
    pub(crate) differing: usize,
    /// How many figures have no counterpart, on either side.
    pub(crate) lone: usize,
    /// How its columns share its width.
    pub(crate) shares: Vec<usize>,
    /// Its parts, each of lines: see [`TableView`].
    pub(crate) blocks: Vec<Vec<ComparedLine>>,
    /// Figures that only the other report's form prints, but for those that are 0.
    pub(crate) unmatched: Vec<UnmatchedFigure>,
}

/// A figure that the subject's form does not print.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct UnmatchedFigure {
    /// Its key in report.yaml.
    pub(crate) key: String,
    /// What the subject's figures come to, where its form prints only the parts.
    pub(crate) subject: Option<String>,
    /// The other report's figure.
    pub(crate) reference: String,
    /// The difference with its sign.
    pub(crate) change: Option<String>,
}

/// A line of a table.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ComparedLine {
    /// Whether it belongs to the head of its part.
    pub(crate) head: bool,
    /// Its cells; places covered by a span are left out.
    pub(crate) cells: Vec<ComparedCell>,
}

/// A cell: a heading as on the form, or a figure beside that of the other report.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ComparedCell {
    /// The cell on the subject's form.
    #[serde(flatten)]
    pub(crate) cell: CellView,
    /// Whether the two figures are not the same.
    pub(crate) differs: bool,
    /// The other report's figure; nothing where its form has none.
    pub(crate) reference: Option<String>,
    /// The difference with its sign.
    pub(crate) change: Option<String>,
}

/// The narrative of a section.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ComparedText {
    /// How alike the two are, in per cent.
    pub(crate) likeness: Option<u8>,
    /// How many stretches stand in both.
    pub(crate) copied: usize,
    /// Its sub-sections.
    pub(crate) parts: Vec<ComparedPart>,
}

/// A sub-section of both reports.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ComparedPart {
    /// How alike the two are, in per cent.
    pub(crate) likeness: Option<u8>,
    /// The subject's, if it has one.
    pub(crate) subject: Option<ComparedSide>,
    /// The reference's, if it has one.
    pub(crate) reference: Option<ComparedSide>,
}

/// What one report says in a sub-section.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ComparedSide {
    /// The sub-heading; nothing for text before the first one.
    pub(crate) heading: Option<String>,
    /// The paragraphs, each of segments; a heading of a lower level is one of them.
    pub(crate) paragraphs: Vec<ParagraphView>,
}

/// A paragraph with the copied stretches marked.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ParagraphView {
    /// Whether it is a sub-heading.
    pub(crate) heading: bool,
    /// Its text, with copied stretches apart from the rest.
    pub(crate) segments: Vec<Segment>,
}

/// A stretch of text that is copied, or is not.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Segment {
    /// The text.
    pub(crate) text: String,
    /// The number of the copied stretch, from 1 on the whole page.
    pub(crate) number: Option<usize>,
    /// Whether the copied stretch begins here.
    pub(crate) begins: bool,
}

impl ComparedTable {
    pub(super) fn new(comparison: &TableComparison, report: &Report) -> Self {
        let view = TableView::new(report, comparison.id, &BTreeSet::new());
        let mut figures = comparison.figures.iter();
        let mut line = |line: crate::view::LineView| ComparedLine {
            head: line.head,
            cells: line.cells.into_iter().map(|cell| ComparedCell::new(cell, &mut figures)).collect(),
        };
        Self {
            number: view.number,
            shares: view.shares,
            figures: comparison.figures.len(),
            differing: comparison.differing(),
            lone: comparison.without_counterpart(),
            blocks: view.blocks.into_iter().map(|lines| lines.into_iter().map(&mut line).collect()).collect(),
            unmatched: comparison.unmatched.iter().filter(|figure| figure.is_telling()).map(unmatched).collect(),
        }
    }
}

impl ComparedCell {
    /// A cell of the form; figures are met in the order printed, on both sides.
    fn new<'a>(cell: CellView, figures: &mut impl Iterator<Item = &'a FigureComparison>) -> Self {
        let figure = matches!(cell.kind, CellKind::Figure | CellKind::Total).then(|| figures.next()).flatten();
        Self {
            cell,
            differs: figure.is_some_and(FigureComparison::differs),
            reference: figure.and_then(|figure| figure.reference).map(|value| value.to_string()),
            change: figure.and_then(FigureComparison::change),
        }
    }
}

fn unmatched(figure: &Unmatched) -> UnmatchedFigure {
    UnmatchedFigure {
        key: figure.path.clone(),
        subject: figure.subject.map(|value| value.to_string()),
        reference: figure.reference.to_string(),
        change: figure.change(),
    }
}

impl ComparedText {
    /// The text of a section; `before` copied stretches stand in those before it.
    pub(super) fn new(comparison: &SectionComparison, before: usize) -> Self {
        let mut begun = [BTreeSet::new(), BTreeSet::new()];
        let parts = comparison.parts.iter().map(|part| {
            let [own, other] = &mut begun;
            ComparedPart {
                likeness: part.likeness,
                subject: part.subject.as_ref().map(|text| side(text, before, own)),
                reference: part.reference.as_ref().map(|text| side(text, before, other)),
            }
        });
        Self { parts: parts.collect(), likeness: comparison.likeness, copied: comparison.copied.len() }
    }
}

/// One report's text. `begun` are the stretches that began further up.
fn side(text: &Side, before: usize, begun: &mut BTreeSet<usize>) -> ComparedSide {
    let paragraph = |paragraph: &Paragraph| ParagraphView {
        heading: paragraph.passage.role == Role::Heading,
        segments: segments(paragraph, before, begun),
    };
    ComparedSide { heading: text.heading.clone(), paragraphs: text.paragraphs.iter().map(paragraph).collect() }
}

fn segments(paragraph: &Paragraph, before: usize, begun: &mut BTreeSet<usize>) -> Vec<Segment> {
    let text = paragraph.passage.text.as_str();
    let plain = |text: &str| Segment { text: text.to_owned(), number: None, begins: false };
    let mut segments = Vec::new();
    let mut at = 0;
    for mark in &paragraph.marks {
        segments.push(plain(&text[at..mark.range.start]));
        segments.push(Segment {
            text: text[mark.range.clone()].to_owned(),
            number: Some(before + mark.stretch + 1),
            begins: begun.insert(mark.stretch),
        });
        at = mark.range.end;
    }
    segments.push(plain(&text[at..]));
    segments.retain(|segment| !segment.text.is_empty());
    segments
}
