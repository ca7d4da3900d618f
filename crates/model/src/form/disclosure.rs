//! Table 2, 主动公开政府信息情况 (格式2021, part 二; 条例 art. 20).

use super::{Axis, Block, Content, Item, Table, TableId};

const INFORMATION: &str = "信息内容";

const DOCUMENTS: &[Item] = &[
    Item::count("规章", "规章", "regulations"),
    Item::count("行政规范性文件", "行政规范性文件", "normative_documents"),
];
const DOCUMENT_COLUMNS: &[Item] = &[
    Item::count("本年制发件数", "制发", "issued"),
    Item::count("本年废止件数", "废止", "repealed"),
    Item::count("现行有效件数", "现行有效", "in_force"),
];

const PERMITS: &[Item] = &[Item::count("行政许可", "行政许可", "permits")];
pub(super) const SANCTIONS: &[Item] =
    &[Item::count("行政处罚", "行政处罚", "penalties"), Item::count("行政强制", "行政强制", "coercive_measures")];
const DECISIONS: &[Item] = &[Item::only("本年处理决定数量", Content::Count)];

pub(super) const FEES: &[Item] = &[Item::count("行政事业性收费", "行政事业性收费", "fees")];
const CHARGED: &[Item] = &[Item::only("本年收费金额（单位：万元）", Content::Amount)];

pub(super) fn table() -> Table {
    of(vec![
        block("第二十条第（一）项", DOCUMENTS, DOCUMENT_COLUMNS),
        block("第二十条第（五）项", PERMITS, DECISIONS),
        block("第二十条第（六）项", SANCTIONS, DECISIONS),
        block("第二十条第（八）项", FEES, CHARGED),
    ])
}

/// Table 2 of any form.
pub(super) fn of(blocks: Vec<Block>) -> Table {
    Table {
        id: TableId::Disclosure,
        caption: "主动公开政府信息情况",
        key: Some("主动公开"),
        name: Some("disclosure"),
        blocks,
    }
}

/// What it says of one item of article 20.
pub(super) fn block(heading: &'static str, rows: &'static [Item], columns: &'static [Item]) -> Block {
    Block {
        index: 0,
        heading: Some(heading),
        corner: Some(INFORMATION),
        rows: Axis::new(rows),
        columns: Axis::new(columns),
    }
}
