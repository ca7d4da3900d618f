//! An official table to be filled in: as on the form, with cells to write in, and below it what is off, in words.

use nianbao_model::entry_form::{BALANCE_CHECK, GUIDANCE};
use nianbao_model::{Decimal, TableId};
use rust_xlsxwriter::{Formula, ProtectionOptions, Worksheet, XlsxError, utility};

use super::super::form_sheet::{ColumnCheck, FormSheet, TypedCell, binary, lay_out};
use super::super::{formula, notes, style};
use super::{EntryForm, guidance, input};
use crate::data::figure::number;

/// So many lines are free for notes.
const FREE_NOTES: usize = 3;

/// Fills an empty sheet with table `id`.
pub(super) fn add(sheet: &mut Worksheet, entry: &EntryForm, id: TableId) -> Result<(), XlsxError> {
    let report = &entry.prepared;
    let mut laid = lay_out(sheet, &entry.title(), report, id)?;
    open_cells(&mut laid, entry)?;
    if id == TableId::Applications {
        show_balance(&mut laid, entry)?;
    }
    for text in guidance::of_table(entry, id) {
        laid.line(&format!("{GUIDANCE}{text}"), &style::guidance())?;
    }
    let written = notes::of_table(report, id);
    for text in written.iter().map(String::as_str).chain([""; FREE_NOTES]) {
        laid.line(text, &style::open_line())?;
    }
    sheet.protect_with_options(&ProtectionOptions { format_rows: true, format_columns: true, ..Default::default() });
    Ok(())
}

/// Opens the cells of typed figures. What was left blank stays blank; what a report does not name, though it has others of
/// the table, is nothing.
fn open_cells(laid: &mut FormSheet, entry: &EntryForm) -> Result<(), XlsxError> {
    let figures = &entry.prepared.figures;
    let unnamed = (entry.is_begun && laid.typed.iter().any(|cell| figures.cell(&cell.address).is_some()))
        .then_some(Decimal::ZERO);
    for cell in &laid.typed {
        let value = match figures.cell(&cell.address) {
            Some(written) => (written.written.as_deref() != Some("")).then_some(written.value),
            None => unnamed,
        };
        let format = style::open(style::figure(cell.content, value.unwrap_or_default()));
        input::open(laid.sheet, cell, value.map(binary), &format)?;
    }
    for neighbours in laid.typed.chunk_by(TypedCell::is_beside) {
        input::restrict(laid.sheet, neighbours)?;
    }
    Ok(())
}

/// Shows columns that are off in red and says in words which they are, as soon as anything was filled in.
fn show_balance(laid: &mut FormSheet, entry: &EntryForm) -> Result<(), XlsxError> {
    let table = entry.prepared.form.applications();
    let carried_in = table.carried_in.at(&table.total);
    let filled = laid.typed.iter().filter(|cell| cell.address.rows != carried_in.rows);
    let begun = format!("COUNT({})>0", formula::areas(filled.map(|cell| cell.at)));
    let first = laid.typed.iter().map(|cell| cell.at.0).min().unwrap_or_default();
    for check in &laid.checks {
        let (row, column) = check.at;
        let difference = formula::difference(check.terms, check.result);
        laid.sheet.write_formula_with_format(row, column, difference, &style::open_check())?;
        let off = format!("AND({begun},{}<>0)", name(check));
        input::red_where(laid.sheet, (first, column), check.at, &off)?;
    }
    let all_right = laid.checks.iter().map(|check| format!("{}=0", name(check))).collect::<Vec<_>>().join(",");
    let words = in_words(laid, &begun, &all_right, entry.is_begun);
    let row = laid.line("", &style::verdict())?;
    laid.sheet.write_formula_with_format(row, 0, words, &style::verdict())?;
    input::red_where(laid.sheet, (row, 0), (row, 0), &format!("AND({begun},NOT(AND({all_right})))"))
}

/// A sentence that names each column that is off, and by how much.
fn in_words(laid: &FormSheet, begun: &str, all_right: &str, is_begun: bool) -> Formula {
    const NOT_BEGUN: &str = "还没有填";
    const BALANCED: &str = "每一列都相符";
    const OFF: &str = "不符的列：";
    let columns = laid.checks.iter().map(|check| {
        let (cell, column) = (name(check), check.name);
        format!(r#"&IF({cell}>0,"{column}多"&{cell}&"；",IF({cell}<0,"{column}少"&-{cell}&"；",""))"#)
    });
    let named: String = columns.collect();
    let text =
        format!(r#""{BALANCE_CHECK}："&IF({begun},IF(AND({all_right}),"{BALANCED}","{OFF}"{named}),"{NOT_BEGUN}")"#);
    let off: String = laid.checks.iter().filter_map(off_by).collect();
    let result = match (is_begun, off.as_str()) {
        (false, _) => NOT_BEGUN.to_owned(),
        (true, "") => BALANCED.to_owned(),
        (true, off) => format!("{OFF}{off}"),
    };
    Formula::new(text).set_result(format!("{BALANCE_CHECK}：{result}"))
}

fn off_by(check: &ColumnCheck) -> Option<String> {
    let by = number(check.result.abs());
    let word = if check.result > Decimal::ZERO { "多" } else { "少" };
    (check.result != Decimal::ZERO).then(|| format!("{}{word}{by}；", check.name))
}

/// The cell of a check, wherever it is named.
fn name(check: &ColumnCheck) -> String {
    utility::row_col_to_cell_absolute(check.at.0, check.at.1)
}
