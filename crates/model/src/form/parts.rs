//! The parts of table 2 while they are declared, one for each item of article 20.

use std::ops::Range;

use super::headings::Headings;
use super::{Address, Table, TableBlock, TableId};

const INFORMATION: &str = "信息内容";

/// The parts declared so far.
pub(super) struct Parts {
    first: usize,
    blocks: Vec<TableBlock>,
}

impl Parts {
    /// No part yet; the first one has the number `first` on the form.
    pub(super) fn starting_at(first: usize) -> Self {
        Self { first, blocks: Vec::new() }
    }

    /// Adds a part with the rows and columns that `declare` names; it is handed what makes an address of both.
    pub(super) fn add<T>(
        &mut self,
        heading: &'static str,
        declare: impl FnOnce(&mut Headings, &mut Headings, &dyn Fn(&Range<usize>, &Range<usize>) -> Address) -> T,
    ) -> T {
        let block = self.first + self.blocks.len();
        let at = |rows: &Range<usize>, columns: &Range<usize>| Address {
            block,
            rows: rows.clone(),
            columns: columns.clone(),
        };
        let (mut rows, mut columns) = (Headings::new(), Headings::new());
        let declared = declare(&mut rows, &mut columns, &at);
        self.blocks.push(TableBlock {
            index: block,
            heading: Some(heading),
            corner: Some(INFORMATION),
            rows: rows.into_axis(),
            columns: columns.into_axis(),
        });
        declared
    }

    /// Table 2 of these parts.
    pub(super) fn into_table(self) -> Table {
        Table {
            id: TableId::Disclosure,
            caption: "主动公开政府信息情况",
            key: Some("主动公开"),
            name: Some("disclosure"),
            blocks: self.blocks,
        }
    }
}
