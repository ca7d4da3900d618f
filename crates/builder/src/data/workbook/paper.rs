//! How sheets are printed: on A4, with narrow margins and page numbers.

use rust_xlsxwriter::Worksheet;

/// A4, as rust_xlsxwriter counts paper.
const A4: u8 = 9;

/// The paper of `sheet`, upright or lying.
pub(super) fn set(sheet: &mut Worksheet, landscape: bool) -> &mut Worksheet {
    sheet.set_paper_size(A4).set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3).set_print_center_horizontally(true);
    sheet.set_footer("&C&P / &N");
    if landscape { sheet.set_landscape() } else { sheet }
}
