//! The figures that a table prints, each with its key path.

use super::{Address, Form, LayoutCell, TableId};

impl Form {
    /// Every figure that a table prints, totals included, with its key path, in the order printed.
    pub fn printed(&self, id: TableId) -> impl Iterator<Item = (String, Address)> {
        let cells = self.table(id).layout().into_iter().flat_map(|line| line.cells);
        cells.filter_map(|cell| match cell {
            LayoutCell::Figure { address, .. } => Some((self.path(&address), address)),
            _ => None,
        })
    }

    /// The longest key path of an address: `申请.本年新收.总计` rather than `申请.本年新收`; empty for an address of
    /// another form.
    pub fn path(&self, address: &Address) -> String {
        self.paths.get(address).cloned().unwrap_or_default()
    }
}
