//! The sheet that says whose form it is, for which year, and how to fill it in.

use nianbao_model::entry_form::{AGENCY_ID, AGENCY_NAME, GUIDANCE, GUIDE_SHEET, PUBLISHED, YEAR};
use rust_xlsxwriter::{ExcelDateTime, ProtectionOptions, Workbook, Worksheet, XlsxError};

use super::super::{paper, style};
use super::{EntryForm, guidance};
use crate::address::address;
use crate::markup::printable;

/// The rows of what is known of the report, below the title.
const NAME_ROW: u32 = 1;
const ID_ROW: u32 = 2;
const YEAR_ROW: u32 = 3;
const PUBLISHED_ROW: u32 = 4;

/// The columns of a label and of what it is about.
const WIDTHS: [u32; 2] = [14, 70];

/// Fills an empty sheet.
pub(super) fn add(sheet: &mut Worksheet, entry: &EntryForm) -> Result<(), XlsxError> {
    sheet.set_name(GUIDE_SHEET)?;
    paper::set(sheet, false).set_print_fit_to_pages(1, 0);
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.set_row_height(0, 48)?;
    sheet.merge_range(0, 0, 0, 1, &format!("{}填报表", printable(&entry.title())), &style::title())?;
    for (row, label) in [(NAME_ROW, AGENCY_NAME), (ID_ROW, AGENCY_ID), (YEAR_ROW, YEAR), (PUBLISHED_ROW, PUBLISHED)] {
        sheet.set_row_height(row, 24)?;
        sheet.write_string_with_format(row, 0, label, &style::label())?;
    }
    let report = &entry.prepared;
    sheet.write_string_with_format(NAME_ROW, 1, printable(&entry.agency.name_on(report).value), &style::label())?;
    sheet.write_string_with_format(ID_ROW, 1, address(&entry.agency.id), &style::label())?;
    sheet.write_number_with_format(YEAR_ROW, 1, report.year, &style::label())?;
    publication_day(sheet, entry)?;
    for (row, text) in (PUBLISHED_ROW + 2..).zip(guidance::general(entry)) {
        let text = format!("{GUIDANCE}{text}");
        sheet.set_row_height(row, style::height(&text, WIDTHS.iter().sum()))?;
        sheet.merge_range(row, 0, row, 1, &printable(&text), &style::guidance())?;
    }
    sheet.protect_with_options(&ProtectionOptions { format_rows: true, format_columns: true, ..Default::default() });
    Ok(())
}

fn publication_day(sheet: &mut Worksheet, entry: &EntryForm) -> Result<(), XlsxError> {
    let format = style::open(style::label()).set_num_format("yyyy-mm-dd");
    match entry.prepared.published.as_ref().and_then(|day| ExcelDateTime::parse_from_str(&day.value.to_string()).ok()) {
        Some(day) => sheet.write_datetime_with_format(PUBLISHED_ROW, 1, day, &format)?,
        None => sheet.write_blank(PUBLISHED_ROW, 1, &format)?,
    };
    Ok(())
}

/// Gives the cells that tell agency and year their names.
pub(super) fn define_names(workbook: &mut Workbook) -> Result<(), XlsxError> {
    for (row, name) in [(NAME_ROW, AGENCY_NAME), (ID_ROW, AGENCY_ID), (YEAR_ROW, YEAR)] {
        workbook.define_name(name, &format!("='{GUIDE_SHEET}'!$B${}", row + 1))?;
    }
    Ok(())
}
