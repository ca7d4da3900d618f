//! Table 3, 收到和处理政府信息公开申请情况 (格式2021, part 三; 条例 art. 36). In 格式2019 （六）其他处理 is one row; some later
//! reports print it so, too.

use std::ops::Range;

use super::axis::AxisKey;
use super::headings::Headings;
use super::{Columns, Declaration, Item, Rows, Table, TableBlock, TableId};

const BALANCE_NOTE: &str = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

/// The rows and columns of table 3 by their meaning.
#[derive(Debug, PartialEq, Eq)]
pub struct Applications {
    /// 一、本年新收.
    pub received: Rows,
    /// 二、上年结转.
    pub carried_in: Rows,
    /// （一）予以公开.
    pub granted: Rows,
    /// （二）部分公开.
    pub partially_granted: Rows,
    /// （三）不予公开, all its rows.
    pub refused: Rows,
    /// （四）无法提供, all its rows.
    pub unavailable: Rows,
    /// （五）不予处理, all its rows.
    pub not_processed: Rows,
    /// （六）其他处理: all its rows, or the one that it is.
    pub other: Rows,
    /// （七）总计 of all results.
    pub concluded: Rows,
    /// 四、结转下年度继续办理.
    pub carried_out: Rows,
    /// 自然人.
    pub natural_person: Columns,
    /// 法人或其他组织, all its columns.
    pub organisations: Columns,
    /// 总计 of all applicants.
    pub total: Columns,
    /// The typed columns, in order.
    pub applicants: Vec<ApplicantColumn>,
    keys: Vec<AxisKey>,
}

/// A typed column of table 3.
#[derive(Debug, PartialEq, Eq)]
pub struct ApplicantColumn {
    /// Its key in report.yaml.
    pub key: &'static str,
    /// Its typed column in the block.
    pub columns: Columns,
}

impl Applications {
    /// The row, or the rows together, that keys below 申请 lead to, `不予公开.属于国家秘密`; nothing where the form has no such
    /// row.
    pub fn rows(&self, path: &str) -> Option<Rows> {
        let (mut keys, mut found) = (self.keys.as_slice(), None);
        for part in path.split('.') {
            let key = keys.iter().find(|key| key.key == part)?;
            (keys, found) = (&key.children, Some(key));
        }
        Some(Rows { block: self.received.block, range: found?.range.clone() })
    }

    /// The typed column with this key; nothing where the form has no such column.
    pub fn applicant(&self, key: &str) -> Option<&Columns> {
        self.applicants.iter().find(|applicant| applicant.key == key).map(|applicant| &applicant.columns)
    }
}

/// The table whose only block has the number `index`, with （六）其他处理 divided into the rows `other`, if any.
pub(super) fn table(index: usize, declared: &Declaration, other: &'static [Item]) -> (Table, Applications) {
    let (mut rows, mut columns) = (Headings::new(), Headings::new());
    let at = |range: Range<usize>| Rows { block: index, range };
    let received = at(rows.count("一、本年新收政府信息公开申请数量", "本年新收", "received"));
    let carried_in = at(rows.count("二、上年结转政府信息公开申请数量", "上年结转", "carried_in"));
    let [granted, partially_granted, refused, unavailable, not_processed, other, concluded] =
        rows.heading("三、本年度办理结果", |rows| results(rows, declared, other)).map(at);
    let carried_out = at(rows.count("四、结转下年度继续办理", "结转下年度", "carried_out"));
    let [natural_person, organisations, total] =
        columns.heading("申请人情况", |columns| applicants(columns, declared.organisations)).map(Columns);
    let (rows, columns) = (rows.into_axis(), columns.into_axis());
    let typed = columns.keys().into_iter().filter(|key| key.typed.is_some());
    let by_meaning = Applications {
        received,
        carried_in,
        granted,
        partially_granted,
        refused,
        unavailable,
        not_processed,
        other,
        concluded,
        carried_out,
        natural_person,
        organisations,
        total,
        applicants: typed.map(|key| ApplicantColumn { key: key.key, columns: Columns(key.range) }).collect(),
        keys: rows.keys(),
    };
    let block = TableBlock { index, heading: None, corner: Some(BALANCE_NOTE), rows, columns };
    let table = Table {
        id: TableId::Applications,
        caption: "收到和处理政府信息公开申请情况",
        key: Some("申请"),
        name: Some("applications"),
        blocks: vec![block],
    };
    (table, by_meaning)
}

fn results(rows: &mut Headings, declared: &Declaration, other: &'static [Item]) -> [Range<usize>; 7] {
    const OTHER: (&str, &str, &str) = ("（六）其他处理", "其他处理", "other");
    let (label, key, name) = OTHER;
    [
        rows.count("（一）予以公开", "予以公开", "granted"),
        rows.count("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "部分公开", "partially_granted"),
        rows.add(Item::group("（三）不予公开", "不予公开", "refused", declared.refused)),
        rows.add(Item::group("（四）无法提供", "无法提供", "unavailable", declared.unavailable)),
        rows.add(Item::group("（五）不予处理", "不予处理", "not_processed", declared.not_processed)),
        rows.add(if other.is_empty() { Item::count(label, key, name) } else { Item::group(label, key, name, other) }),
        rows.total("（七）总计", "办理结果总计", "concluded"),
    ]
}

fn applicants(columns: &mut Headings, organisations: &[Item]) -> [Range<usize>; 3] {
    [
        columns.count("自然人", "自然人", "natural_person"),
        columns.heading("法人或其他组织", |columns| columns.add_all(organisations)),
        columns.total("总计", "总计", "total"),
    ]
}
