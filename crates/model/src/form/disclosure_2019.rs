//! Table 2 as 格式2019 has it (国办公开办函〔2019〕60号): what was made public, how the number of items changed over the
//! year, and what was bought.

use super::disclosure::{FEES, SANCTIONS, block, of};
use super::{Content, Item, Table};

const DOCUMENTS: &[Item] =
    &[Item::count("规章", "规章", "regulations"), Item::count("规范性文件", "规范性文件", "normative_documents")];
const DOCUMENT_COLUMNS: &[Item] = &[
    Item::count("本年新制作数量", "新制作", "made"),
    Item::count("本年新公开数量", "新公开", "disclosed"),
    Item::count("对外公开总数量", "公开总数", "disclosed_in_all"),
];

const SERVICES: &[Item] = &[
    Item::count("行政许可", "行政许可", "permits"),
    Item::count("其他对外管理服务事项", "其他对外管理服务事项", "other_services"),
];

const LAST_YEAR: Item = Item::count("上一年项目数量", "上年项目", "items_last_year");
const CHANGE: Item = Item::of(Content::Change, "本年增/减", "增减", "change");
const CHANGES: &[Item] = &[LAST_YEAR, CHANGE];
const DECISIONS: &[Item] = &[LAST_YEAR, CHANGE, Item::count("处理决定数量", "处理决定", "decisions")];

const PROCUREMENT: &[Item] = &[Item::count("政府集中采购", "政府集中采购", "procurement")];
/// The form names no unit: reports print yuan and ten thousands of yuan.
const PURCHASES: &[Item] = &[
    Item::count("采购项目数量", "采购项目", "purchases"),
    Item::of(Content::Amount, "采购总金额", "采购总金额", "amount"),
];

pub(super) fn table() -> Table {
    of(vec![
        block("第二十条第（一）项", DOCUMENTS, DOCUMENT_COLUMNS),
        block("第二十条第（五）项", SERVICES, DECISIONS),
        block("第二十条第（六）项", SANCTIONS, DECISIONS),
        block("第二十条第（八）项", FEES, CHANGES),
        block("第二十条第（九）项", PROCUREMENT, PURCHASES),
    ])
}
