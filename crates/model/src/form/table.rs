//! The tables of a form and the grids that they consist of.

use super::Axis;

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
    /// Which of the three it is.
    pub id: TableId,
    /// Its caption, the heading of its section.
    pub caption: &'static str,
    /// The YAML key that its rows stand under; table 4's stand at the top.
    pub key: Option<&'static str>,
    /// The English name of that key.
    pub name: Option<&'static str>,
    /// Its parts, each a grid with headers of its own.
    pub blocks: Vec<TableBlock>,
}

/// A grid of figures with the headers of its rows and columns.
#[derive(Debug, PartialEq, Eq)]
pub struct TableBlock {
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
