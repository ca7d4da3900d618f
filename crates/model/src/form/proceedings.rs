//! Table 4, 政府信息公开行政复议、行政诉讼情况 (part 四, the same in 格式2019 and 格式2021).

use super::{Axis, Block, Content, Item, Table, TableId};

/// The form has a single row, without a heading.
const ROWS: &[Item] = &[Item::only("", Content::Count)];

const COLUMNS: &[Item] = &[
    Item::group("行政复议", "复议", "reconsideration", OUTCOMES),
    Item::group("行政诉讼", "诉讼", "litigation", LITIGATION),
];

const LITIGATION: &[Item] = &[
    Item::group("未经复议直接起诉", "未经复议直接起诉", "direct", OUTCOMES),
    Item::group("复议后起诉", "复议后起诉", "after_reconsideration", OUTCOMES),
];

const OUTCOMES: &[Item] = &[
    Item::count("结果维持", "结果维持", "upheld"),
    Item::count("结果纠正", "结果纠正", "corrected"),
    Item::count("其他结果", "其他结果", "other"),
    Item::count("尚未审结", "尚未审结", "pending"),
    Item::total("总计", "总计", "total"),
];

pub(super) fn table() -> Table {
    Table {
        id: TableId::Proceedings,
        caption: "政府信息公开行政复议、行政诉讼情况",
        key: None,
        name: None,
        blocks: vec![Block {
            index: 0,
            heading: None,
            corner: None,
            rows: Axis::new(ROWS),
            columns: Axis::new(COLUMNS),
        }],
    }
}
