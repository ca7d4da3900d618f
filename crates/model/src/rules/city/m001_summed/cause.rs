//! Which agency is likely to be the cause of a difference.

use super::count::{Count, Difference};
use crate::rules::support::surplus;
use crate::{Address, Agency, Figures, TableId};

/// More than that many agencies with the very figure are a coincidence.
const FEW: usize = 3;

/// The likely cause, in words.
pub(super) fn of(count: &Count, all: &[Difference], difference: &Difference) -> Option<String> {
    unbalanced(count, difference).or_else(|| equal(count, all, difference))
}

/// An agency whose column of table 3 is off by just as much: its figure is wrong, not the sum. As long as reports are
/// lacking nobody knows how much is to be explained, and any column that is off is likely.
fn unbalanced(count: &Count, difference: &Difference) -> Option<String> {
    let table = count.form.applications();
    let (of_table, _) = count.form.block(&difference.cell)?;
    let mut applicants = table.applicants.iter().filter(|_| of_table.id == TableId::Applications);
    let column = applicants.find(|applicant| applicant.columns.hold(&difference.cell))?;
    let mut off = count.parts.iter().filter_map(|(agency, figures)| {
        let imbalance = surplus::of(&column.columns, table, figures).abs();
        let likely = imbalance == difference.size() || !count.complete;
        (likely && !imbalance.is_zero()).then_some((agency, imbalance))
    });
    let (agency, imbalance) = off.next()?;
    Some(format!("{}的表三“{}”一列不平衡，差 {imbalance}，多半是它的数错了", agency.name.value, column.key))
}

/// The agencies whose figure is just the difference: left out, or counted twice. Of several those that explain most of
/// all differences.
fn equal(count: &Count, all: &[Difference], difference: &Difference) -> Option<String> {
    let explained = |figures: &Figures| all.iter().filter(|other| explains(figures, other, difference)).count();
    let suspects = count.parts.iter().filter(|(_, figures)| explains(figures, difference, difference));
    let suspects: Vec<(&Agency, usize)> = suspects.map(|(agency, figures)| (*agency, explained(figures))).collect();
    let most = suspects.iter().map(|(_, explained)| *explained).max()?;
    let names: Vec<&str> = suspects
        .iter()
        .filter(|(_, explained)| *explained == most)
        .map(|(agency, _)| agency.name.value.as_str())
        .collect();
    let doubt = if difference.typed < difference.sum { "漏加了" } else { "加了两遍" };
    (names.len() <= FEW).then(|| format!("{}正好是 {}，可能{doubt}", names.join("、"), difference.size()))
}

/// Whether a part's figure is just the difference, in the same direction as that of `alike`.
fn explains(figures: &Figures, difference: &Difference, alike: &Difference) -> bool {
    let figure = |cell: &Address| figures.sum(cell);
    let same_direction = (difference.typed < difference.sum) == (alike.typed < alike.sum);
    same_direction && figure(&difference.cell) == difference.size()
}
