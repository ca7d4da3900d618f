//! 勾稽关系 of table 3, column by column: what came in is what was dealt with and what is left over.

use crate::form::ApplicantColumn;
use crate::{Address, Decimal, Report};

/// A column of table 3 with its four amounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balance {
    /// Its key in report.yaml, which is its heading.
    pub column: &'static str,
    /// 第一项 to 第四项: 本年新收, 上年结转, 办理结果总计, 结转下年度.
    pub rows: [Address; 4],
    /// What each of them comes to.
    pub amounts: [Decimal; 4],
}

impl Balance {
    /// That of a column of what was typed in `report`.
    pub fn of(report: &Report, column: &ApplicantColumn) -> Self {
        let table = report.form.applications();
        let rows = [&table.received, &table.carried_in, &table.concluded, &table.carried_out];
        let rows = rows.map(|row| row.at(&column.columns));
        let amounts = rows.each_ref().map(|row| report.typed().sum(row));
        Self { column: column.key, rows, amounts }
    }

    /// Those of all columns.
    pub fn all(report: &Report) -> Vec<Self> {
        report.form.applications().applicants.iter().map(|column| Self::of(report, column)).collect()
    }

    /// Whether each figure of the column of `report` is known.
    pub fn is_known(&self, report: &Report) -> bool {
        self.rows.iter().all(|row| report.typed().knows(row))
    }

    /// What came in: 第一项 and 第二项.
    pub fn came(&self) -> Decimal {
        let [received, carried_in, ..] = self.amounts;
        received.checked_add(carried_in).unwrap_or(Decimal::MAX)
    }

    /// What became of it: 第三项 and 第四项.
    pub fn went(&self) -> Decimal {
        let [.., concluded, carried_out] = self.amounts;
        concluded.checked_add(carried_out).unwrap_or(Decimal::MAX)
    }

    /// Whether both are the same.
    pub fn holds(&self) -> bool {
        self.came() == self.went()
    }

    /// Both sums written out: `第一项 1 + 第二项 0 = 1，第三项 0 + 第四项 1 = 1`.
    pub fn text(&self) -> String {
        let [received, carried_in, concluded, carried_out] = self.amounts;
        let (came, went) = (self.came(), self.went());
        let turn = if came == went { "" } else { "而" };
        format!(
            "第一项 {received} + 第二项 {carried_in} = {came}，{turn}第三项 {concluded} + 第四项 {carried_out} = {went}"
        )
    }
}
