//! Tables of this program's own data files: a key path in the first cell (`申请.本年新收.自然人`), its figure behind.

use nianbao_model::form::TableId;
use nianbao_model::{Address, Form};

use super::figure;
use super::found::{Found, content};
use super::lines::Line;

/// Reads all lines whose first cell is a key path of `form`.
pub(super) fn read(lines: &[Line], form: &'static Form, found: &mut Found) {
    for (number, line) in lines.iter().enumerate().filter(|(_, line)| line.grid.is_some()) {
        let Some((table, address, first)) = path(line, form) else { continue };
        let Some((table_of, block)) = form.block(&address).filter(|(own, _)| own.id == table) else { continue };
        let row = block.rows.leaves.iter().position(|leaf| leaf.range == address.rows);
        let column = block.columns.leaves.iter().rposition(|leaf| leaf.range == address.columns);
        let (Some(row), Some(column), Some(at)) = (row, column, line.cells.get(first + 1)) else { continue };
        let label = block.columns.leaves.get(column).map_or("", |leaf| leaf.item.label);
        let reading = figure::read(&at.piece, content(block, column), label);
        found.take(table_of.id, [number]);
        found.put((block.index, row, column), reading, Some(at.piece.spot));
    }
}

/// The key path in a line, with the cell that it stands in.
fn path(line: &Line, form: &'static Form) -> Option<(TableId, Address, usize)> {
    let (cell, at) = line.cells.iter().enumerate().find(|(_, at)| !at.piece.text.is_empty())?;
    let text = at.piece.text.as_str();
    let address = if text.contains('.') { form.look_up(text).ok()? } else { return None };
    let (table, _) = form.block(&address)?;
    Some((table.id, address, cell))
}
