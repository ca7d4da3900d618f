//! The report that was read from a document, as the page of an import shows it: each figure with where it came from.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_model::figures::Cell;
use nianbao_model::form::{LayoutCell, Place};
use nianbao_model::{Address, Agency, Report, SectionKind};
use serde::Serialize;

use super::import_doubt::{ImportDoubt, ImportFinding, numbers};
use super::import_source::SourcePart;
use crate::view::{BlockView, CellKind, CellView, InlineView, LineView, ReportView, TableView};

/// A report with what it was read from.
#[derive(Debug)]
pub struct ImportedReport<'a> {
    /// Whose it is.
    pub agency: &'a Agency,
    /// What was recognised.
    pub report: &'a Report,
    /// What was read from where, in sentences.
    pub summary: Vec<String>,
    /// The pieces of the document that its cells were read from, by their addresses within the page.
    pub cells: BTreeMap<Place, String>,
    /// Those of the totals that the document states, in the order of [`Report::stated`].
    pub stated: Vec<String>,
    /// Those where its sections begin.
    pub begins: BTreeMap<Option<SectionKind>, String>,
    /// All that was not certain.
    pub doubts: Vec<ImportDoubt>,
    /// What the check found.
    pub findings: Vec<ImportFinding>,
    /// What was left out, in words.
    pub dropped: Vec<String>,
    /// The document.
    pub source: Vec<SourcePart>,
}

/// The address within the page of a figure of the report.
pub fn import_anchor(address: &Address) -> String {
    let Address { block, rows, columns } = address;
    format!("r-{block}-{}-{}-{}-{}", rows.start, rows.end, columns.start, columns.end)
}

/// The address within the page of a section of the report, the introduction as `None`.
pub fn import_section_anchor(kind: Option<SectionKind>) -> String {
    format!("r-section-{}", kind.map_or(0, |kind| kind as usize + 1))
}

/// A section of the report that was read.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ImportSection {
    /// Its address within the page.
    pub(crate) id: String,
    /// `一、总体情况`, or 编制说明.
    pub(crate) heading: String,
    /// The address within the page of where it begins in the document.
    pub(crate) leads: Option<String>,
    /// Its text.
    pub(crate) blocks: Vec<BlockView>,
    /// Its table.
    pub(crate) table: Option<ImportTable>,
    /// The numbers of the doubts about it.
    pub(crate) doubts: Vec<usize>,
}

/// An official table with where each figure came from.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ImportTable {
    /// The number of the table in the report: 2, 3 or 4.
    pub(crate) number: u8,
    /// Its caption.
    pub(crate) caption: &'static str,
    /// Its lines; see [`TableView`].
    pub(crate) lines: Vec<Vec<ImportCell>>,
    /// A note below it.
    pub(crate) note: Option<String>,
}

/// A cell with where it came from.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ImportCell {
    /// The cell on the form.
    #[serde(flatten)]
    pub(crate) cell: CellView,
    /// Its address within the page.
    pub(crate) own: String,
    /// The address within the page of the piece of the document that it was read from.
    pub(crate) leads: Option<String>,
    /// The total that the document states, where that is another.
    pub(crate) stated: Option<String>,
    /// Whether somebody has to look it up.
    pub(crate) unverified: bool,
    /// The numbers of the doubts about it.
    pub(crate) doubts: Vec<usize>,
}

/// The introduction, if there is any, and the six sections; and the footnotes.
pub(super) fn sections(imported: &ImportedReport) -> (Vec<ImportSection>, Vec<Vec<InlineView>>) {
    let view = ReportView::new(imported.agency, imported.report);
    let introduction = (!view.introduction.is_empty()).then(|| (None, "编制说明".to_owned(), view.introduction, None));
    let official = view.sections.into_iter().zip(SectionKind::ALL).map(|(section, kind)| {
        let table = kind.table().map(|id| TableView::new(imported.report, id, &BTreeSet::new()));
        (Some(kind), format!("{}、{}", section.numeral, section.heading), section.blocks, table)
    });
    let section = |(kind, heading, mut blocks, table): (Option<SectionKind>, _, Vec<BlockView>, Option<TableView>)| {
        let id = import_section_anchor(kind);
        blocks.iter_mut().for_each(name_picture);
        ImportSection {
            heading,
            leads: imported.begins.get(&kind).cloned(),
            blocks,
            table: table.map(|table| ImportTable::new(table, kind, imported)),
            doubts: numbers(&imported.doubts, |doubt| doubt.result.as_ref() == Some(&id)),
            id,
        }
    };
    (introduction.into_iter().chain(official).map(section).collect(), view.footnotes)
}

/// A picture stands in the document beside; here its name is enough.
fn name_picture(block: &mut BlockView) {
    if let BlockView::Image { file, alt } = block {
        let text = if alt.is_empty() { format!("［图片 {file}］") } else { format!("［图片 {file}：{alt}］") };
        *block = BlockView::Paragraph { content: vec![InlineView::Text { text }] };
    }
}

impl ImportTable {
    fn new(view: TableView, kind: Option<SectionKind>, imported: &ImportedReport) -> Self {
        let layout = kind.and_then(SectionKind::table).map(|id| imported.report.form.table(id).layout());
        let figures = layout.into_iter().flatten().flat_map(|line| line.cells).filter_map(|cell| match cell {
            LayoutCell::Figure { address, .. } => Some(address),
            _ => None,
        });
        let mut figures = figures.collect::<Vec<Address>>().into_iter();
        let mut line = |line: LineView| -> Vec<ImportCell> {
            line.cells.into_iter().map(|cell| ImportCell::new(cell, &mut figures, imported)).collect()
        };
        Self {
            number: view.number,
            caption: view.caption,
            lines: view.blocks.into_iter().flatten().map(&mut line).collect(),
            note: view.note,
        }
    }
}

impl ImportCell {
    /// A cell of the form; figures are met in the order printed, on both sides.
    fn new(mut cell: CellView, figures: &mut impl Iterator<Item = Address>, imported: &ImportedReport) -> Self {
        (cell.id, cell.headers) = (None, Vec::new());
        let address = matches!(cell.kind, CellKind::Figure | CellKind::Total).then(|| figures.next()).flatten();
        let Some(address) = address else {
            return Self { cell, own: String::new(), leads: None, stated: None, unverified: false, doubts: Vec::new() };
        };
        let own = import_anchor(&address);
        let figures = &imported.report.figures;
        let unverified = figures.waits(&address);
        let at = imported.report.stated.iter().position(|stated| stated.address == address);
        let said = at.and_then(|at| imported.report.stated.get(at)).map(|stated| stated.value.to_string());
        let from = address.cell().and_then(|place| imported.cells.get(&place));
        let leads = from.or_else(|| at.and_then(|at| imported.stated.get(at))).cloned();
        let doubts = numbers(&imported.doubts, |doubt| doubt.result.as_ref() == Some(&own));
        cell.text = shown(&address, imported, &cell.text);
        Self { stated: said.filter(|said| *said != cell.text), cell, own, leads, unverified, doubts }
    }
}

/// What was read, as written; a dash for what was not.
fn shown(address: &Address, imported: &ImportedReport, text: &str) -> String {
    let figures = &imported.report.figures;
    let cells: Vec<&Cell> = address.cells().filter_map(|place| figures.at(place)).collect();
    match (address.cell(), cells.as_slice()) {
        (_, []) => "—".to_owned(),
        (Some(_), [cell, ..]) => match cell.written.as_deref() {
            Some(written) if written.trim().is_empty() => "（空）".to_owned(),
            Some(written) => written.to_owned(),
            None => text.to_owned(),
        },
        (None, cells) if cells.iter().any(|cell| cell.waits()) => "—".to_owned(),
        (None, _) => text.to_owned(),
    }
}
