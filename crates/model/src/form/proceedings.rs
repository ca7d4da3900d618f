//! Table 4, 政府信息公开行政复议、行政诉讼情况 (part 四, the same in 格式2019 and 格式2021).

use std::ops::Range;

use super::headings::Headings;
use super::{Address, Content, Declaration, Item, Table, TableBlock, TableId};

/// The figures of table 4 by their meaning.
#[derive(Debug, PartialEq, Eq)]
pub struct Proceedings {
    /// 行政复议.
    pub reconsideration: Cases,
    /// 行政诉讼, 未经复议直接起诉.
    pub direct: Cases,
    /// 行政诉讼, 复议后起诉.
    pub after_reconsideration: Cases,
    /// 行政诉讼 of both kinds, however they ended.
    pub litigation: Address,
}

/// Proceedings of one kind by their outcome.
#[derive(Debug, PartialEq, Eq)]
pub struct Cases {
    /// 结果维持.
    pub upheld: Address,
    /// 结果纠正.
    pub corrected: Address,
    /// 其他结果.
    pub other: Address,
    /// 尚未审结.
    pub pending: Address,
    /// 总计.
    pub total: Address,
}

/// The table whose only block has the number `index`.
pub(super) fn table(index: usize, declared: &Declaration) -> (Table, Proceedings) {
    let (mut rows, mut columns) = (Headings::new(), Headings::new());
    // The form has a single row, without a heading.
    let row = rows.add(Item::only("", Content::Count));
    let at = |columns: Range<usize>| Address { block: index, rows: row.clone(), columns };
    let cases = |columns: &mut Headings| cases(columns, declared.further_outcomes).map(at).into();
    let reconsideration = columns.group("行政复议", "复议", "reconsideration", cases);
    let (direct, after_reconsideration) = columns.group("行政诉讼", "诉讼", "litigation", |columns| {
        (
            columns.group("未经复议直接起诉", "未经复议直接起诉", "direct", cases),
            columns.group("复议后起诉", "复议后起诉", "after_reconsideration", cases),
        )
    });
    let block = TableBlock { index, heading: None, corner: None, rows: rows.into_axis(), columns: columns.into_axis() };
    let table = Table {
        id: TableId::Proceedings,
        caption: "政府信息公开行政复议、行政诉讼情况",
        key: None,
        name: None,
        blocks: vec![block],
    };
    (table, Proceedings::of(reconsideration, direct, after_reconsideration))
}

fn cases(columns: &mut Headings, further: &[Item]) -> [Range<usize>; 5] {
    let typed = [
        columns.count("结果维持", "结果维持", "upheld"),
        columns.count("结果纠正", "结果纠正", "corrected"),
        columns.count("其他结果", "其他结果", "other"),
        columns.count("尚未审结", "尚未审结", "pending"),
    ];
    columns.add_all(further);
    let [upheld, corrected, other, pending] = typed;
    [upheld, corrected, other, pending, columns.total("总计", "总计", "total")]
}

impl From<[Address; 5]> for Cases {
    fn from([upheld, corrected, other, pending, total]: [Address; 5]) -> Self {
        Self { upheld, corrected, other, pending, total }
    }
}

impl Proceedings {
    fn of(reconsideration: Cases, direct: Cases, after_reconsideration: Cases) -> Self {
        let columns = direct.total.columns.start..after_reconsideration.total.columns.end;
        let litigation = Address { columns, ..direct.total.clone() };
        Self { reconsideration, direct, after_reconsideration, litigation }
    }
}
