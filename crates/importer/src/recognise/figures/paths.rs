//! Tables of this program's own data files: a key path in the first cell (`申请.本年新收.自然人`), its figure behind.

use nianbao_model::form::TableId;
use nianbao_model::{Address, Form};

use super::figure::{self, Reading};
use super::found::{Found, content};
use super::lines::Line;

/// The key path stands in one of so many cells, behind the headings of row and column.
const BEFORE: usize = 3;

/// So many cells behind the key path stands what is remarked on its figure.
const REMARK: usize = 3;

/// Reads all lines that have a key path of `form`.
pub(super) fn read(lines: &[Line], form: &'static Form, found: &mut Found) {
    for (number, line) in lines.iter().enumerate().filter(|(_, line)| line.grid.is_some()) {
        let Some((table, address, first)) = path(line, form) else { continue };
        let Some((table_of, block)) = form.block(&address).filter(|(own, _)| own.id == table) else { continue };
        let row = block.rows.leaves.iter().position(|leaf| leaf.range == address.rows);
        let column = block.columns.leaves.iter().rposition(|leaf| leaf.range == address.columns);
        let (Some(row), Some(column), Some(at)) = (row, column, line.cells.get(first + 1)) else { continue };
        let label = block.columns.leaves.get(column).map_or("", |leaf| leaf.item.label);
        let mut reading = figure::read(&at.piece, content(block, column), label);
        let remark = line.cells.get(first + REMARK).map(|at| at.piece.text.as_str()).filter(|text| !text.is_empty());
        if let (Reading::Certain(cell), Some(remark)) = (&mut reading, remark) {
            cell.remark = Some(remark.to_owned());
        }
        found.take(table_of.id, [number]);
        found.put((block.index, row, column), reading, Some(at.piece.spot));
    }
}

/// The key path in a line, with the cell that it stands in.
fn path(line: &Line, form: &'static Form) -> Option<(TableId, Address, usize)> {
    line.cells.iter().enumerate().take(BEFORE).find_map(|(cell, at)| {
        let text = at.piece.text.as_str();
        let address = if text.contains('.') { form.look_up(text).ok()? } else { return None };
        let (table, _) = form.block(&address)?;
        Some((table.id, address, cell))
    })
}
