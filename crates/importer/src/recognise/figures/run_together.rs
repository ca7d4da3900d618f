//! Figures that run together or were torn (`5845546`, `20|0`): the few readings of a row with which its sums hold, as a hint.
//! None of them is ever taken for what the row says.

use std::ops::Range;

use nianbao_model::form::{Content, TableBlock};
use nianbao_model::width::half_width;
use nianbao_model::{Decimal, Form};

use super::division::{Division, Pieces};
use super::found::{Found, content};
use super::hints;

/// More readings than these tell nothing.
const FEW: usize = 3;

/// A row with more digits is none of a report.
const DIGITS: usize = 80;

/// The digits that a label ends with: `本年新收政府信息公开申请数量1000001`.
pub(super) fn behind_label(text: &str) -> Option<&str> {
    let is_figure = |letter: char| half_width(letter).is_ascii_digit() || letter == ' ';
    let digits = text.trim_start_matches(|letter: char| letter.is_ascii_digit()).trim_end();
    let label = digits.trim_end_matches(is_figure);
    digits.get(label.len()..).map(str::trim).filter(|digits| !digits.is_empty() && !label.trim().is_empty())
}

/// What a row may say with whose sums it holds, in words for an editor.
pub(super) fn readings(form: &Form, block: &TableBlock, found: &Found, row: usize) -> Option<String> {
    let shown = found.shown.get(&(block.index, row))?;
    let (digits, cuts) = digits(&shown.pieces)?;
    let columns = shown.columns.len();
    if (shown.columns.clone()).any(|column| content(block, column) != Content::Count) {
        return None;
    }
    let groups = groups(block, &shown.columns)?;
    let usual = match shown.pieces.len() {
        pieces if pieces < columns => Pieces::Parted,
        pieces if pieces > columns => Pieces::Joined,
        _ => Pieces::Free,
    };
    let wanted: Vec<Option<u64>> =
        shown.columns.clone().map(|column| wanted(form, block, found, (row, column))).collect();
    let unknown = vec![None; columns];
    for pieces in [usual, Pieces::Free] {
        for wanted in [&wanted, &unknown] {
            let by_columns = wanted.iter().any(Option::is_some);
            let Some(ways) = Division { digits: &digits, cuts: &cuts, pieces, groups: &groups, wanted }.ways(FEW)
            else {
                // There are too many with the sums of columns, so there are without.
                break;
            };
            if let Some(said) = said(block, &groups, &ways, by_columns) {
                return Some(said);
            }
        }
        if pieces == Pieces::Free || columns == 1 {
            break;
        }
    }
    None
}

/// All digits of `pieces`, and where in them each piece ends.
fn digits(pieces: &[String]) -> Option<(Vec<u8>, Vec<usize>)> {
    let (mut digits, mut cuts) = (Vec::new(), Vec::new());
    for piece in pieces {
        for letter in piece.chars().map(half_width).filter(|letter| !letter.is_whitespace()) {
            let digit = letter.to_digit(10).and_then(|digit| u8::try_from(digit).ok())?;
            digits.push(digit);
        }
        cuts.push(digits.len());
    }
    (!digits.is_empty() && digits.len() <= DIGITS).then_some((digits, cuts))
}

/// How many columns each total closes, itself the last of them; empty where there are none, nothing where one stands elsewhere.
fn groups(block: &TableBlock, columns: &Range<usize>) -> Option<Vec<usize>> {
    let leaves = block.columns.leaves.get(columns.clone())?;
    let mut groups = Vec::new();
    let mut size = 0;
    for leaf in leaves {
        size += 1;
        if leaf.item.content == Content::Total {
            groups.push(size);
            size = 0;
        }
    }
    (size == 0 || groups.is_empty()).then_some(groups)
}

/// The figure with which the sums of a column hold.
fn wanted(form: &Form, block: &TableBlock, found: &Found, (row, column): (usize, usize)) -> Option<u64> {
    let value = hints::by_column(form, block, found, (block.index, row, column))?;
    Some(value).filter(Decimal::is_integer).and_then(|value| u64::try_from(value).ok())
}

fn said(block: &TableBlock, groups: &[usize], ways: &[Vec<u64>], by_columns: bool) -> Option<String> {
    let shown: Vec<String> =
        ways.iter().map(|way| way.iter().map(ToString::to_string).collect::<Vec<_>>().join("、")).collect();
    let holds = match (groups, by_columns) {
        ([], false) => {
            let [only] = shown.as_slice() else { return None };
            return Some(format!("只能读作 {only}，没有合计可以核对"));
        }
        ([], true) => "本列合计成立",
        ([_], false) => "本行合计成立",
        (_, false) => "本行各组的总计都成立",
        (_, true) if block.rows.leaves.len() > 1 => "本行和本列的合计都成立",
        (_, true) => "各项合计都成立",
    };
    (!shown.is_empty()).then(|| format!("读作 {} 时{holds}", shown.join("，或者 ")))
}
