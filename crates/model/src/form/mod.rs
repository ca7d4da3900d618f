//! The official forms: three tables each, declared once. Rows, columns, merged headers, official labels,
//! YAML keys and English names all come from here; pages, PDFs, data files, look-ups and the loader
//! walk the same declaration.

mod address;
mod applications;
mod axis;
mod disclosure;
mod disclosure_2019;
mod item;
mod keys;
mod label;
mod layout;
mod printed;
mod proceedings;
mod unkeyed;

#[cfg(test)]
mod tests;

use std::sync::LazyLock;

pub use address::{Address, Place};
pub use axis::{Axis, Leaf};
pub use item::{Content, Item};
pub use keys::{KeyNode, LookupError};
pub use layout::{LayoutCell, LayoutLine, Scope};
pub use unkeyed::Unkeyed;

/// One of the three tables, by the name of what it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableId {
    /// 主动公开政府信息情况 (part 二, table 2).
    Disclosure,
    /// 收到和处理政府信息公开申请情况 (part 三, table 3).
    Applications,
    /// 政府信息公开行政复议、行政诉讼情况 (part 四, table 4).
    Proceedings,
}

impl TableId {
    /// The three, in the official order.
    pub const ALL: [Self; 3] = [Self::Disclosure, Self::Applications, Self::Proceedings];

    /// Its number in file names: 2, 3 or 4.
    pub fn number(self) -> u8 {
        match self {
            Self::Disclosure => 2,
            Self::Applications => 3,
            Self::Proceedings => 4,
        }
    }

    /// Its key under 表注.
    pub const fn note_key(self) -> &'static str {
        match self {
            Self::Disclosure => "主动公开",
            Self::Applications => "申请",
            Self::Proceedings => "复议诉讼",
        }
    }
}

/// A table of the form.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// Which one.
    pub id: TableId,
    /// Its caption, the heading of its section.
    pub caption: &'static str,
    /// The YAML key that its rows stand under; table 4's stand at the top.
    pub key: Option<&'static str>,
    /// The English name of that key.
    pub name: Option<&'static str>,
    /// Its parts, each a grid with headers of its own.
    pub blocks: Vec<Block>,
}

/// A grid of figures with the headers of its rows and columns.
#[derive(Debug, PartialEq, Eq)]
pub struct Block {
    /// Its number on the whole form, used in addresses.
    pub index: usize,
    /// A line above it, such as 第二十条第（一）项.
    pub heading: Option<&'static str>,
    /// What stands in its upper left corner.
    pub corner: Option<&'static str>,
    /// Its rows.
    pub rows: Axis,
    /// Its columns.
    pub columns: Axis,
}

/// The form of a span of reporting years.
#[derive(Debug, PartialEq, Eq)]
pub struct Form {
    /// The first reporting year it is used for.
    pub since: i16,
    /// Its three tables.
    pub tables: [Table; 3],
    keys: KeyNode,
}

/// 格式2019 (国办公开办函〔2019〕60号), for reporting years 2019 and 2020.
static FORMAT_2019: LazyLock<Form> =
    LazyLock::new(|| Form::new(2019, [disclosure_2019::table(), applications::undivided(), proceedings::table()]));

/// 格式2021 (国办公开办函〔2021〕30号), from reporting year 2021.
static FORMAT_2021: LazyLock<Form> =
    LazyLock::new(|| Form::new(2021, [disclosure::table(), applications::table(), proceedings::table()]));

/// 格式2021 as some reports print it: （六）其他处理 in one row.
static FORMAT_2021_UNDIVIDED: LazyLock<Form> =
    LazyLock::new(|| Form::new(2021, [disclosure::table(), applications::undivided(), proceedings::table()]));

impl Form {
    fn new(since: i16, mut tables: [Table; 3]) -> Self {
        for (index, block) in tables.iter_mut().flat_map(|table| &mut table.blocks).enumerate() {
            block.index = index;
        }
        let keys = KeyNode::of(&tables);
        Self { since, tables, keys }
    }

    /// The form for a reporting year, if this program knows one.
    pub fn of_year(year: i16) -> Option<&'static Form> {
        [&FORMAT_2021, &FORMAT_2019].into_iter().map(|form| &**form).find(|form| year >= form.since)
    }

    /// Every form that this program knows, the newest first.
    pub fn all() -> [&'static Form; 3] {
        [&FORMAT_2021, &FORMAT_2021_UNDIVIDED, &FORMAT_2019]
    }

    /// The newest form.
    pub fn latest() -> &'static Form {
        &FORMAT_2021
    }

    /// The same form with （六）其他处理 in one row.
    pub fn undivided(&self) -> &'static Form {
        if self.since < FORMAT_2021.since { &FORMAT_2019 } else { &FORMAT_2021_UNDIVIDED }
    }

    /// Whether sections may still be headed in the words of 条例 art. 50, as many reports of 2019 and 2020 did.
    pub fn allows_older_headings(&self) -> bool {
        self.since < FORMAT_2021.since
    }

    /// The table called `id`.
    pub fn table(&self, id: TableId) -> &Table {
        &self.tables[id as usize]
    }

    /// The block that `address` lies in and its table.
    pub fn block(&self, address: &Address) -> Option<(&Table, &Block)> {
        self.tables
            .iter()
            .flat_map(|table| table.blocks.iter().map(move |block| (table, block)))
            .find(|(_, block)| block.index == address.block)
    }

    /// The keys of report.yaml that hold figures, as a tree.
    pub fn keys(&self) -> &KeyNode {
        &self.keys
    }

    /// What a look-up such as `申请.本年新收.总计` means; Chinese keys or English names.
    pub fn look_up(&self, path: &str) -> Result<Address, LookupError> {
        self.keys.look_up(path)
    }
}
