//! Cells to be filled in: unlocked, with a rule for what may stand there, red where something else does.

use nianbao_model::form::Content;
use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationRule, Format, Worksheet, XlsxError, utility,
};

use super::super::form_sheet::TypedCell;
use super::super::formula::At;
use super::super::style;

/// The most decimals of an amount.
const DECIMALS: u32 = 6;

/// Gives `cells`, which stand side by side and count the same, their rule.
pub(super) fn restrict(sheet: &mut Worksheet, cells: &[TypedCell]) -> Result<(), XlsxError> {
    let (Some(first), Some(last)) = (cells.first(), cells.last()) else { return Ok(()) };
    let end = (last.at.0, last.at.1 + last.columns.saturating_sub(1));
    let (row, column) = first.at;
    sheet.add_data_validation(row, column, end.0, end.1, &rule(first)?)?;
    red_where(sheet, first.at, end, &wrong(first))
}

/// Shows the cells from `first` to `last` in red where `condition` holds, which is written for the first of them.
pub(super) fn red_where(sheet: &mut Worksheet, first: At, last: At, condition: &str) -> Result<(), XlsxError> {
    let red = ConditionalFormatFormula::new().set_rule(condition).set_format(style::off());
    sheet.add_conditional_format(first.0, first.1, last.0, last.1, &red)?;
    Ok(())
}

/// Writes what stands in a cell already, or nothing, in an open `format`; in each column that it spans, since a locked one
/// would lock them all.
pub(super) fn open(
    sheet: &mut Worksheet,
    cell: &TypedCell,
    value: Option<f64>,
    format: &Format,
) -> Result<(), XlsxError> {
    let (row, first) = cell.at;
    for column in first..first + cell.columns {
        sheet.write_blank(row, column, format)?;
    }
    if let Some(value) = value {
        sheet.write_number_with_format(row, first, value, format)?;
    }
    Ok(())
}

fn rule(cell: &TypedCell) -> Result<DataValidation, XlsxError> {
    let (rule, title, message) = match cell.content {
        Content::Amount => {
            let here = utility::row_col_to_cell(cell.at.0, cell.at.1);
            let allowed = format!("AND(ISNUMBER({here}),{here}>=0,ROUND({here},{DECIMALS})={here})");
            let rule = DataValidation::new().allow_custom(allowed.as_str().into());
            (rule, "只能填金额", "以万元为单位，不小于 0，最多六位小数；没有的填 0")
        }
        Content::Change => {
            let rule = DataValidationRule::Between(-i32::MAX, i32::MAX);
            (DataValidation::new().allow_whole_number(rule), "只能填整数", "增加填正数，减少填负数，没有变化填 0")
        }
        _ => {
            let rule = DataValidationRule::GreaterThanOrEqualTo(0);
            (DataValidation::new().allow_whole_number(rule), "只能填整数", "填件数，不带单位和文字；没有的填 0")
        }
    };
    rule.set_error_title(title)?.set_error_message(message)
}

/// When what stands in a cell is wrong, however it came there: pasting asks no rule.
fn wrong(cell: &TypedCell) -> String {
    let here = utility::row_col_to_cell(cell.at.0, cell.at.1);
    let number = match cell.content {
        Content::Amount => format!("OR({here}<0,ROUND({here},{DECIMALS})<>{here})"),
        Content::Change => format!("{here}<>INT({here})"),
        _ => format!("OR({here}<0,{here}<>INT({here}))"),
    };
    format!("IF(ISBLANK({here}),FALSE,IF(ISNUMBER({here}),{number},TRUE))")
}
