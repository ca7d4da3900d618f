//! The labels and names that must be spelt as they are.

use std::collections::BTreeSet;

use crate::form::{Content, Item};
use crate::{Form, SectionKind};

/// Shorter labels are words like any others.
const SHORTEST: usize = 5;

const FIXED: [&str; 9] = [
    "政府信息公开",
    "政府信息公开条例",
    "政府信息公开工作年度报告",
    "政府信息公开信息处理费",
    "依申请公开",
    "信息处理费",
    "行政规范性文件",
    "行政复议",
    "行政诉讼",
];

/// The fixed phrases, the headings of sections and the labels of the form.
pub(super) fn all() -> BTreeSet<&'static str> {
    let headings = SectionKind::ALL.into_iter().map(SectionKind::heading);
    let mut phrases: BTreeSet<&str> = FIXED.into_iter().chain(headings).collect();
    let blocks = Form::latest().tables.iter().flat_map(|table| &table.blocks);
    blocks.for_each(|block| labels(block.rows.items, &mut phrases));
    phrases.retain(|phrase| phrase.chars().count() >= SHORTEST || FIXED.contains(phrase));
    phrases
}

fn labels(items: &'static [Item], phrases: &mut BTreeSet<&'static str>) {
    for item in items {
        phrases.insert(words(item.label));
        if let Content::Group(children) = item.content {
            labels(children, phrases);
        }
    }
}

/// A label without its number and without what it says in brackets.
fn words(label: &'static str) -> &'static str {
    let number = |character: char| character.is_ascii_digit() || "（）一二三四五六七八、.".contains(character);
    let words = label.trim_start_matches(number);
    words.split_once('（').map_or(words, |(words, _)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_lose_their_numbers() {
        let phrases = all();
        for phrase in ["本年新收政府信息公开申请数量", "本机关不掌握相关政府信息", "存在的主要问题及改进情况"]
        {
            assert!(phrases.contains(phrase), "{phrase}");
        }
        assert!(!phrases.contains("重复申请") && phrases.len() > 25, "{phrases:?}");
    }
}
