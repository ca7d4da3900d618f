//! The figures that a text may quote.

use std::collections::HashMap;

use nianbao_model::{Address, Report};
use serde::Serialize;

/// A figure that can be quoted.
#[derive(Debug, Serialize)]
pub(super) struct LookupState {
    path: String,
    label: String,
    value: String,
    rank: Rank,
    /// How many cells it adds up.
    cells: usize,
}

/// Where a figure stands among those to choose from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Rank {
    /// A sum of cells.
    Total,
    /// A typed cell.
    Cell,
    /// Another name of a figure that has one: texts may quote it, nobody has to choose between the two.
    Same,
}

/// All of them, in the order of the form.
pub(super) fn all(report: &Report) -> Vec<LookupState> {
    let paths = report.form.keys().paths().into_iter();
    let known: Vec<(String, Address)> =
        paths.filter_map(|path| report.form.look_up(&path).ok().map(|address| (path, address))).collect();
    // The longer path of a figure says what it is: 申请.本年新收.总计.
    let mut names: HashMap<&Address, &str> = HashMap::new();
    for (path, address) in &known {
        let name = names.entry(address).or_insert(path.as_str());
        if path.len() > name.len() {
            *name = path.as_str();
        }
    }
    let state = |(path, address): &(String, Address)| LookupState {
        label: report.form.label(address),
        value: report.figure(address).normalize().to_string(),
        rank: rank(address, names.get(address).is_some_and(|name| name == path)),
        cells: address.cells().count(),
        path: path.clone(),
    };
    known.iter().map(state).collect()
}

fn rank(address: &Address, is_name: bool) -> Rank {
    match address.cells().nth(1) {
        _ if !is_name => Rank::Same,
        Some(_) => Rank::Total,
        None => Rank::Cell,
    }
}

#[cfg(test)]
mod tests {
    use nianbao_model::Form;

    use super::*;

    #[test]
    fn each_figure_is_offered_once() {
        let figures = all(&Report { form: Form::latest(), ..Report::blank(2025) });
        let offered = figures.iter().filter(|figure| figure.rank != Rank::Same);
        let labels: Vec<&str> = offered.map(|figure| figure.label.as_str()).collect();
        let mut once = labels.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), labels.len());
        let rank = |path: &str| figures.iter().find(|figure| figure.path == path).map(|figure| figure.rank);
        assert_eq!(rank("申请.本年新收.总计"), Some(Rank::Total));
        assert_eq!(rank("申请.本年新收"), Some(Rank::Same));
        assert_eq!(rank("申请.本年新收.自然人"), Some(Rank::Cell));
    }
}
