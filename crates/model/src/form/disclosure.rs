//! Table 2, 主动公开政府信息情况 (格式2021, part 二; 条例 art. 20).

use super::parts::Parts;
use super::{Address, Content, Item, Table};

pub(super) const DOCUMENTS_HEADING: &str = "第二十条第（一）项";
pub(super) const PERMITS_HEADING: &str = "第二十条第（五）项";
pub(super) const SANCTIONS_HEADING: &str = "第二十条第（六）项";
pub(super) const FEES_HEADING: &str = "第二十条第（八）项";

pub(super) const REGULATIONS: Item = Item::count("规章", "规章", "regulations");
pub(super) const PERMITS: Item = Item::count("行政许可", "行政许可", "permits");
pub(super) const PENALTIES: Item = Item::count("行政处罚", "行政处罚", "penalties");
pub(super) const COERCIVE_MEASURES: Item = Item::count("行政强制", "行政强制", "coercive_measures");
pub(super) const FEES: Item = Item::count("行政事业性收费", "行政事业性收费", "fees");

const DECISIONS: Item = Item::only("本年处理决定数量", Content::Count);

/// The figures of table 2 by their meaning.
#[derive(Debug, PartialEq, Eq)]
pub struct Disclosure {
    /// 规章 and 行政规范性文件; nothing on 格式2019, which counts what was made public.
    pub documents: Option<Documents>,
    /// 行政许可: decisions.
    pub permits: Address,
    /// 行政处罚: decisions.
    pub penalties: Address,
    /// 行政强制: decisions.
    pub coercive_measures: Address,
    /// 行政事业性收费, in 万元; nothing on 格式2019, which counts kinds of fees.
    pub fees: Option<Address>,
}

/// What was issued, repealed and is in force.
#[derive(Debug, PartialEq, Eq)]
pub struct Documents {
    /// 规章.
    pub regulations: Stock,
    /// 行政规范性文件.
    pub normative_documents: Stock,
}

/// Documents of one kind.
#[derive(Debug, PartialEq, Eq)]
pub struct Stock {
    /// 本年制发件数.
    pub issued: Address,
    /// 本年废止件数.
    pub repealed: Address,
    /// 现行有效件数.
    pub in_force: Address,
}

/// The table whose first block has the number `first`.
pub(super) fn table(first: usize) -> (Table, Disclosure) {
    let mut parts = Parts::starting_at(first);
    let documents = parts.add(DOCUMENTS_HEADING, |rows, columns, at| {
        let regulations = rows.add(REGULATIONS);
        let normative = rows.count("行政规范性文件", "行政规范性文件", "normative_documents");
        let issued = columns.count("本年制发件数", "制发", "issued");
        let repealed = columns.count("本年废止件数", "废止", "repealed");
        let in_force = columns.count("现行有效件数", "现行有效", "in_force");
        let [regulations, normative_documents] = [regulations, normative].map(|row| Stock {
            issued: at(&row, &issued),
            repealed: at(&row, &repealed),
            in_force: at(&row, &in_force),
        });
        Documents { regulations, normative_documents }
    });
    let permits = parts.add(PERMITS_HEADING, |rows, columns, at| at(&rows.add(PERMITS), &columns.add(DECISIONS)));
    let (penalties, coercive_measures) = parts.add(SANCTIONS_HEADING, |rows, columns, at| {
        let decisions = columns.add(DECISIONS);
        (at(&rows.add(PENALTIES), &decisions), at(&rows.add(COERCIVE_MEASURES), &decisions))
    });
    let charged = Item::only("本年收费金额（单位：万元）", Content::Amount);
    let fees = parts.add(FEES_HEADING, |rows, columns, at| at(&rows.add(FEES), &columns.add(charged)));
    let by_meaning = Disclosure { documents: Some(documents), permits, penalties, coercive_measures, fees: Some(fees) };
    (parts.into_table(), by_meaning)
}
