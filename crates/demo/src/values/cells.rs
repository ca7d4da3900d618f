//! Figures in the cells of the official form.

use nianbao_model::{Address, Cell, Decimal, Form};

use crate::figures::{APPLICANTS, Cases, Disclosure, Documents, Figures, Line, OUTCOMES, RESULTS};

/// The cells of the form, in the order in which `numbers` tells the figures.
pub(crate) struct Cells(Vec<Option<Address>>);

impl Cells {
    pub(crate) fn new() -> Self {
        Self(keys().iter().map(|key| Form::latest().look_up(key).ok()).collect())
    }

    /// All figures of a report in their cells.
    pub(crate) fn filled(&self, figures: &Figures) -> nianbao_model::Figures {
        let mut filled = nianbao_model::Figures::default();
        for (address, value) in self.0.iter().zip(numbers(figures)) {
            if let Some(address) = address {
                filled.set(address, Cell { value, ..Cell::default() });
            }
        }
        filled
    }
}

/// The key paths of all cells.
fn keys() -> Vec<String> {
    let documents =
        ["规章", "行政规范性文件"].map(|kind| ["制发", "废止", "现行有效"].map(|key| format!("{kind}.{key}")));
    let others = ["行政许可", "行政处罚", "行政强制", "行政事业性收费"].map(str::to_owned);
    let disclosure = documents.into_iter().flatten().chain(others).map(|key| format!("主动公开.{key}"));
    let results = RESULTS
        .iter()
        .map(|(group, key, _)| if key.is_empty() { (*group).to_owned() } else { format!("{group}.{key}") });
    let rows = ["本年新收", "上年结转"].map(str::to_owned).into_iter().chain(results).chain(["结转下年度".to_owned()]);
    let applications = rows.flat_map(|row| APPLICANTS.map(|applicant| format!("申请.{row}.{applicant}")));
    let cases = ["复议", "诉讼.未经复议直接起诉", "诉讼.复议后起诉"];
    let proceedings = cases.into_iter().flat_map(|case| OUTCOMES.map(|outcome| format!("{case}.{outcome}")));
    disclosure.chain(applications).chain(proceedings).collect()
}

/// The figures of a report, in the order of `keys`.
fn numbers(figures: &Figures) -> impl Iterator<Item = Decimal> {
    let Figures { disclosure, requests, proceedings, fees: _ } = figures;
    let Disclosure { regulations, documents, permits, penalties, measures, fees } = *disclosure;
    let documents =
        [regulations, documents].map(|Documents { issued, repealed, in_force }| [issued, repealed, in_force]);
    let counts = documents.into_iter().flatten().chain([permits, penalties, measures]);
    let lines =
        [requests.received, requests.carried_in].into_iter().chain(requests.results).chain([requests.carried_out]);
    let applications = lines.flat_map(|Line(counts)| counts);
    let cases = [proceedings.reconsideration, proceedings.direct, proceedings.after];
    let cases = cases.into_iter().flat_map(|Cases(counts)| counts);
    counts.map(Decimal::from).chain([amount(fees)]).chain(applications.chain(cases).map(Decimal::from))
}

/// Hundredths as a decimal.
fn amount(hundredths: u64) -> Decimal {
    if hundredths.is_multiple_of(100) {
        Decimal::from(hundredths / 100)
    } else {
        Decimal::from_i128_with_scale(i128::from(hundredths), 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_has_its_cell() {
        let Cells(cells) = Cells::new();
        assert!(cells.iter().all(|address| address.as_ref().is_some_and(|address| address.cell().is_some())));
        assert_eq!((cells.len(), numbers(&Figures::default()).count()), (166, 166));
    }
}
