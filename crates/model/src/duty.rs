//! Whether an agency owes reports, and for which years: bodies are founded, merged and dissolved.

use crate::Spanned;

/// What agency.yaml says of it. Without a word an agency owes reports as long as the workspace knows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Duty {
    /// 自: the first reporting year.
    pub since: Option<i16>,
    /// 至: the last reporting year.
    pub until: Option<i16>,
    /// 并入: who goes on with its work, by folder or name.
    pub successor: Option<Spanned<String>>,
    /// 不编报: whether it makes no reports at all.
    pub exempt: bool,
    /// 下级名单: the subordinates that there must be, by folder or name.
    pub subordinates: Vec<Spanned<String>>,
}

impl Duty {
    /// Whether it makes a report for `year`.
    pub fn covers(&self, year: i16) -> bool {
        !self.exempt && self.since.is_none_or(|since| since <= year) && self.until.is_none_or(|until| year <= until)
    }
}

#[cfg(test)]
mod tests {
    use super::Duty;

    #[test]
    fn both_years_are_included() {
        let duty = Duty { since: Some(2020), until: Some(2023), ..Duty::default() };
        let covered: Vec<i16> = (2018..2026).filter(|year| duty.covers(*year)).collect();
        assert_eq!(covered, [2020, 2021, 2022, 2023]);
        assert!(!Duty { exempt: true, ..Duty::default() }.covers(2022));
    }
}
