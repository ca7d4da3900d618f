//! A sum as a tree, for a terminal.

use nianbao_model::Decimal;
use nianbao_model::aggregate::{Breakdown, Sum, Value};

use super::Explained;
use crate::columns::{Align, columns};
use crate::visible;

/// How many of those that are lacking are named.
const TOLD: usize = 3;

pub(super) fn render(explained: &Explained) -> String {
    let Explained { figure, label, year, breakdown } = explained;
    let mut rows = Vec::new();
    branch(&mut rows, breakdown, "", "");
    let tree = columns(&rows, [Align::Left, Align::Right, Align::Left]).join("\n");
    let ending = match breakdown.lacks().as_slice() {
        [] => String::new(),
        lacks => format!("\n合计不完整：缺{}。请先运行 nianbao check。\n", visible::line(&names(lacks))),
    };
    let figure = visible::line(figure);
    format!("{year} 年 {figure}，{label}\n\n{tree}\n{ending}")
}

/// A line of the tree: name, figure, note.
type Row = [String; 3];

/// An agency behind `front`, and behind `below` what its figure is added up from.
fn branch(rows: &mut Vec<Row>, breakdown: &Breakdown, front: &str, below: &str) {
    let value = breakdown.value.known().map(number).unwrap_or_default();
    rows.push([format!("{front}{}", breakdown.name), value, note(breakdown)]);
    if let Some(sum) = &breakdown.sum {
        parts(rows, sum, below);
    }
}

fn parts(rows: &mut Vec<Row>, sum: &Sum, below: &str) {
    // Most agencies bring nothing; they are only counted.
    let (silent, telling): (Vec<&Breakdown>, Vec<&Breakdown>) = sum.parts.iter().partition(|part| is_silent(part));
    let mut ahead = telling.len() + usize::from(!silent.is_empty());
    rows.push([format!("{below}{}本级", fork(ahead)), number(sum.own), String::new()]);
    for part in telling {
        ahead -= 1;
        let bar = if ahead > 0 { "│  " } else { "   " };
        branch(rows, part, &format!("{below}{}", fork(ahead)), &format!("{below}{bar}"));
    }
    if !silent.is_empty() {
        rows.push([format!("{below}{}另外 {} 个机关", fork(0), silent.len()), "0".to_owned(), String::new()]);
    }
}

/// A branch with or without others behind it.
fn fork(ahead: usize) -> &'static str {
    if ahead > 0 { "├─ " } else { "└─ " }
}

fn is_silent(part: &Breakdown) -> bool {
    part.value == Value::Known(Decimal::ZERO)
        && part.lacks().is_empty()
        && part.sum.as_ref().is_none_or(|sum| sum.total().is_zero())
}

fn note(breakdown: &Breakdown) -> String {
    match (breakdown.value, &breakdown.sum) {
        (Value::Lacking(want), _) => want.title().to_owned(),
        (_, Some(sum)) if !sum.lacks().is_empty() => {
            let what = if sum.typed {
                format!("填写的数；各项之和是 {}", number(sum.total()))
            } else {
                "汇总".to_owned()
            };
            format!("{what}（不完整，缺{}）", names(&sum.lacks()))
        }
        (Value::Known(typed), Some(sum)) if sum.typed && typed != sum.total() => {
            format!("填写的数；各项之和是 {}，相差 {}", number(sum.total()), number((typed - sum.total()).abs()))
        }
        (_, Some(sum)) if sum.typed => "填写的数，与各项之和相同".to_owned(),
        (_, Some(_)) => "汇总".to_owned(),
        (_, None) => String::new(),
    }
}

/// The first few of the agencies that are lacking, and how many they are.
fn names(agencies: &[&str]) -> String {
    let told: Vec<&str> = agencies.iter().take(TOLD).copied().collect();
    let told = told.join("、");
    if agencies.len() > TOLD { format!("{told}等 {} 个机关", agencies.len()) } else { told }
}

fn number(value: Decimal) -> String {
    value.normalize().to_string()
}
