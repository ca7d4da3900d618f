//! The figures that a form prints, one by one, with their key paths and all their headings. CSV, JSON, workbooks of a
//! whole year, the schema and the Data Package are all made from this list.

use std::ptr;
use std::sync::{PoisonError, RwLock};

use nianbao_model::form::{Content, HeadingScope, LayoutCell};
use nianbao_model::{Address, Decimal, Form, Report, TableId};

use crate::view::Grid;

/// A figure that a form prints.
pub(super) struct Figure {
    pub(super) table: TableId,
    /// Its key path in report.yaml, `申请.本年新收.自然人`: it names the figure in every data file.
    pub(super) path: String,
    pub(super) address: Address,
    pub(super) content: Content,
    /// Whether it is a total, derived from others.
    pub(super) total: bool,
    /// The headings of its row, the line that heads its block among them.
    pub(super) rows: Vec<&'static str>,
    /// The headings of its column.
    pub(super) columns: Vec<&'static str>,
}

/// What a report says in one place.
pub(super) struct FigureValue<'a> {
    pub(super) value: Decimal,
    pub(super) remark: Option<&'a str>,
}

/// The figures of the forms that were asked for, each form listed once. Like the forms they live as long as the program.
static LISTS: RwLock<Vec<(&Form, &[Figure])>> = RwLock::new(Vec::new());

/// Every figure of a form, in the order printed.
pub(super) fn figures(form: &'static Form) -> &'static [Figure] {
    let of_form = |lists: &[(&Form, &'static [Figure])]| {
        lists.iter().find(|(known, _)| ptr::eq(*known, form)).map(|(_, figures)| *figures)
    };
    let known = of_form(&LISTS.read().unwrap_or_else(PoisonError::into_inner));
    known.unwrap_or_else(|| {
        let mut lists = LISTS.write().unwrap_or_else(PoisonError::into_inner);
        of_form(&lists).unwrap_or_else(|| {
            let figures: Vec<Figure> = TableId::ALL.into_iter().flat_map(|id| list(form, id)).collect();
            let figures: &'static [Figure] = Vec::leak(figures);
            lists.push((form, figures));
            figures
        })
    })
}

/// Every figure of one table, in the order printed.
pub(super) fn figures_of_table(form: &'static Form, id: TableId) -> impl Iterator<Item = &'static Figure> {
    figures(form).iter().filter(move |figure| figure.table == id)
}

fn list(form: &Form, id: TableId) -> Vec<Figure> {
    let table = form.table(id);
    let lines = table.layout();
    let grid = Grid::new(id, &lines, table.width());
    let mut found = Vec::new();
    for placed in &grid.cells {
        let LayoutCell::Figure { address, content, total, .. } = placed.cell else { continue };
        let (mut rows, mut columns) = (Vec::new(), Vec::new());
        for heading in grid.headings(placed) {
            match heading.cell {
                LayoutCell::Heading { text, scope: HeadingScope::Row | HeadingScope::RowGroup, .. } => rows.push(*text),
                LayoutCell::Heading { text, .. } => columns.push(*text),
                _ => {}
            }
        }
        let (address, content, total) = (address.clone(), *content, *total);
        found.push(Figure { table: id, path: form.path(&address), address, content, total, rows, columns });
    }
    found
}

impl Figure {
    /// What `report`, which is on the figure's form, says here.
    pub(super) fn of<'a>(&'a self, report: &'a Report) -> FigureValue<'a> {
        let cell = report.figures.cell(&self.address);
        FigureValue { value: report.figure(&self.address), remark: cell.and_then(|cell| cell.remark.as_deref()) }
    }
}

/// An exact figure as all data files write it: no zeros at the end.
pub(super) fn number(value: Decimal) -> String {
    value.normalize().to_string()
}
