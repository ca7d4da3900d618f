//! Table 2 as 格式2019 has it (国办公开办函〔2019〕60号): what was made public, how the number of items changed over the
//! year, and what was bought.

use super::disclosure::{
    COERCIVE_MEASURES, DOCUMENTS_HEADING, FEES, FEES_HEADING, PENALTIES, PERMITS, PERMITS_HEADING, REGULATIONS,
    SANCTIONS_HEADING,
};
use super::parts::Parts;
use super::{Content, Disclosure, Item, Table};

const LAST_YEAR: Item = Item::count("上一年项目数量", "上年项目", "items_last_year");
const CHANGE: Item = Item::of(Content::Change, "本年增/减", "增减", "change");
const DECISIONS: Item = Item::count("处理决定数量", "处理决定", "decisions");

/// The table whose first block has the number `first`.
pub(super) fn table(first: usize) -> (Table, Disclosure) {
    let mut parts = Parts::starting_at(first);
    parts.add(DOCUMENTS_HEADING, |rows, columns, _| {
        rows.add(REGULATIONS);
        rows.count("规范性文件", "规范性文件", "normative_documents");
        columns.count("本年新制作数量", "新制作", "made");
        columns.count("本年新公开数量", "新公开", "disclosed");
        columns.count("对外公开总数量", "公开总数", "disclosed_in_all");
    });
    let permits = parts.add(PERMITS_HEADING, |rows, columns, at| {
        let permits = rows.add(PERMITS);
        rows.count("其他对外管理服务事项", "其他对外管理服务事项", "other_services");
        columns.add_all(&[LAST_YEAR, CHANGE]);
        at(&permits, &columns.add(DECISIONS))
    });
    let (penalties, coercive_measures) = parts.add(SANCTIONS_HEADING, |rows, columns, at| {
        columns.add_all(&[LAST_YEAR, CHANGE]);
        let decisions = columns.add(DECISIONS);
        (at(&rows.add(PENALTIES), &decisions), at(&rows.add(COERCIVE_MEASURES), &decisions))
    });
    parts.add(FEES_HEADING, |rows, columns, _| {
        rows.add(FEES);
        columns.add_all(&[LAST_YEAR, CHANGE]);
    });
    parts.add("第二十条第（九）项", |rows, columns, _| {
        rows.count("政府集中采购", "政府集中采购", "procurement");
        columns.count("采购项目数量", "采购项目", "purchases");
        // The form names no unit: reports print yuan and ten thousands of yuan.
        columns.add(Item::of(Content::Amount, "采购总金额", "采购总金额", "amount"));
    });
    (parts.into_table(), Disclosure { documents: None, permits, penalties, coercive_measures, fees: None })
}
