//! The form in the browser: a report's three tables with a field in each typed cell. What stands in the fields, the text and
//! all that was found the page asks for itself.

use std::collections::BTreeSet;

use nianbao_model::form::{Content, LayoutCell};
use nianbao_model::{Agency, Form, Report, SectionKind, TableId};
use serde::Serialize;

use crate::address::address;
use crate::link;
use crate::percent::escaped;
use crate::view::{CellKind, CellView, LineView, TableView};

/// The page of a report's form.
#[derive(Debug, Clone, Serialize)]
pub struct FormPage {
    /// Empty: the script asks for what changed, the page is not loaded again.
    pub(crate) version: &'static str,
    /// The page's title.
    pub(crate) title: String,
    /// The name of the agency.
    pub(crate) agency: String,
    /// The reporting year.
    pub(crate) year: i16,
    /// What a request that writes has to show.
    pub(crate) token: String,
    /// The report's page as it will be.
    pub(crate) report: String,
    /// The report as a PDF.
    pub(crate) pdf: String,
    /// The six sections, in the official order.
    pub(crate) sections: Vec<FormSection>,
}

/// A section of the form.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FormSection {
    /// Its numeral, `一`.
    pub(crate) numeral: &'static str,
    /// Its official heading.
    pub(crate) heading: &'static str,
    /// Its table; nothing in the sections of text.
    pub(crate) table: Option<FormTable>,
    /// The same of the office's own figures (本级), where the table adds up those below.
    pub(crate) own: Option<FormTable>,
    /// Whether the table is added up, and so nothing in it is typed.
    pub(crate) is_added_up: bool,
}

/// A table to fill in.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FormTable {
    /// 2, 3 or 4.
    pub(crate) number: u8,
    /// Its caption.
    pub(crate) caption: &'static str,
    /// How many columns hold the headings of rows.
    pub(crate) headings: usize,
    /// How wide its columns of figures are, in shares of their width together.
    pub(crate) shares: Vec<usize>,
    /// Its parts, each with heads of its own.
    pub(crate) blocks: Vec<Vec<FormLine>>,
}

/// A line of a table.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FormLine {
    /// Whether it belongs to the head of its part.
    pub(crate) head: bool,
    /// Its number within the table, from 1.
    pub(crate) number: usize,
    /// Its cells.
    pub(crate) cells: Vec<FormCell>,
}

/// A cell of a table.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FormCell {
    /// What is printed.
    #[serde(flatten)]
    pub(crate) cell: CellView,
    /// The key path of a figure.
    pub(crate) path: Option<String>,
    /// What the official form calls the figure.
    pub(crate) label: Option<String>,
    /// Whether a figure may have decimals or a sign.
    pub(crate) decimal: bool,
}

/// A figure of a table, as the form calls it.
struct FormFigure {
    path: String,
    label: String,
    decimal: bool,
}

impl FormPage {
    /// The form of `report`, which is `agency`'s. Requests that write have to show `token`.
    pub fn new(agency: &Agency, report: &Report, token: &str) -> Self {
        let (name, year) = (&agency.name_on(report).value, report.year);
        Self {
            version: "",
            title: format!("填写{name}{year}年度报告"),
            agency: name.clone(),
            year,
            token: token.to_owned(),
            report: link::report("/", &agency.id, year),
            pdf: format!("/{}/{year}/report.pdf", escaped(address(&agency.id))),
            sections: SectionKind::ALL.into_iter().map(|kind| FormSection::new(kind, report)).collect(),
        }
    }
}

impl FormSection {
    fn new(kind: SectionKind, report: &Report) -> Self {
        let own = kind.table().filter(|_| report.aggregation.is_some());
        Self {
            numeral: kind.numeral(),
            heading: kind.heading(),
            table: kind.table().map(|id| FormTable::new(id, report)),
            own: own.map(|id| FormTable::new(id, report).of_the_office()),
            is_added_up: report.is_added_up(),
        }
    }
}

impl FormTable {
    fn new(id: TableId, report: &Report) -> Self {
        let lines = report.form.table(id).layout();
        let cells = lines.iter().flat_map(|line| &line.cells);
        let figures: Vec<FormFigure> = cells.filter_map(|cell| FormFigure::new(report.form, cell)).collect();
        let paths: BTreeSet<String> = figures.iter().map(|figure| figure.path.clone()).collect();
        let view = TableView::new(report, id, &paths);
        let (mut figures, mut numbers) = (figures.into_iter(), 1..);
        let mut line = |line: LineView| FormLine {
            head: line.head,
            number: numbers.next().unwrap_or_default(),
            cells: line.cells.into_iter().map(|cell| FormCell::new(cell, &mut figures)).collect(),
        };
        Self {
            number: view.number,
            caption: view.caption,
            headings: view.headings,
            shares: view.shares,
            blocks: view.blocks.into_iter().map(|block| block.into_iter().map(&mut line).collect()).collect(),
        }
    }
}

impl FormTable {
    /// The same table for 本级: all that it holds is called otherwise than in the table itself.
    fn of_the_office(mut self) -> Self {
        let own = |name: &mut String| name.insert_str(0, "本级.");
        for cell in self.blocks.iter_mut().flatten().flat_map(|line| &mut line.cells) {
            cell.path.iter_mut().chain(&mut cell.cell.id).chain(&mut cell.cell.headers).for_each(own);
            cell.label.iter_mut().for_each(|label| label.insert_str(0, "本级："));
        }
        self
    }
}

impl FormCell {
    /// A cell; `figures` are those of the table that come next.
    fn new(cell: CellView, figures: &mut impl Iterator<Item = FormFigure>) -> Self {
        let figure = matches!(cell.kind, CellKind::Figure | CellKind::Total).then(|| figures.next()).flatten();
        Self {
            decimal: figure.as_ref().is_some_and(|figure| figure.decimal),
            label: figure.as_ref().map(|figure| figure.label.clone()),
            path: figure.map(|figure| figure.path),
            cell,
        }
    }
}

impl FormFigure {
    fn new(form: &Form, cell: &LayoutCell) -> Option<Self> {
        let LayoutCell::Figure { address, content, .. } = cell else { return None };
        let decimal = matches!(content, Content::Amount | Content::Change);
        Some(Self { path: form.path(address), label: form.label(address), decimal })
    }
}
