//! Which of the six sections a heading opens, in the official words, older ones or others that people use.

use nianbao_model::SectionKind;
use nianbao_model::nearest::spelling;

use super::number::{self, Mark};
use super::words::{STOPS, dense};

/// No heading of a section is longer, in characters.
const LONGEST: usize = 40;

/// From this likeness on a misprinted heading is still the official one.
const ALIKE: f64 = 0.8;

/// How certain it is that a heading opens a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// Only if nothing else opens that section: its number is that of a sub-heading.
    Weak,
    /// The words are others than usual, but they and the number fit.
    Worded,
    /// The words are the official ones, or usual ones.
    Sure,
}

/// The section that the line `text` opens; `styled` if the source shows it as a heading.
pub(super) fn opened(text: &str, styled: bool) -> Option<(SectionKind, Strength)> {
    if text.chars().filter(|c| !c.is_whitespace()).count() > LONGEST + 4 {
        return None;
    }
    let number = number::typed(text);
    let name = bare(text);
    let known = exact(&name);
    match number.map(|number| number.mark) {
        Some(Mark::Section) => sure(known.or_else(|| misprinted(&name))).or_else(|| worded(&name)),
        None if styled => sure(known.or_else(|| misprinted(&name))).or_else(|| worded(&name)),
        None => sure(known),
        Some(_) => known.map(|kind| (kind, Strength::Weak)),
    }
}

fn sure(kind: Option<SectionKind>) -> Option<(SectionKind, Strength)> {
    kind.map(|kind| (kind, Strength::Sure))
}

fn worded(name: &str) -> Option<(SectionKind, Strength)> {
    loose(name).map(|kind| (kind, Strength::Worded))
}

/// The section with this number.
pub(super) fn numbered(value: u32) -> Option<SectionKind> {
    SectionKind::ALL.get(usize::try_from(value).ok()?.checked_sub(1)?).copied()
}

/// A heading without number, white space and final mark.
pub(super) fn bare(text: &str) -> String {
    let name = dense(number::without(text));
    name.trim_end_matches(['。', '：', ':', '；', ';', '，', '.']).to_owned()
}

/// The words of every section that are usual enough to be looked for within running text, the longest first.
pub(super) fn names(kind: SectionKind) -> impl Iterator<Item = &'static str> {
    let mut names: Vec<&'static str> =
        kind.older_headings().iter().chain(others(kind)).copied().chain([kind.heading()]).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.into_iter()
}

/// The section of which these are the official or usual words.
fn exact(name: &str) -> Option<SectionKind> {
    let others = || SectionKind::ALL.into_iter().find(|kind| others(*kind).contains(&name));
    SectionKind::from_heading(name).or_else(others)
}

/// The section of which these are the words but for a misprint.
fn misprinted(name: &str) -> Option<SectionKind> {
    let is_long = name.chars().count() > 6;
    let alike = |kind: &SectionKind| names(*kind).any(|known| spelling(name, known) >= ALIKE);
    SectionKind::ALL.into_iter().find(|kind| is_long && alike(kind))
}

/// Headings that mean the same.
fn others(kind: SectionKind) -> &'static [&'static str] {
    match kind {
        SectionKind::Overview => &[
            "总体情况",
            "工作总体情况",
            "总体概况",
            "总体工作情况",
            "政府信息公开工作总体情况",
            "政府信息公开总体情况",
            "政府信息公开工作概况",
            "政府信息公开工作概述",
        ],
        SectionKind::Disclosure => {
            &["主动公开政府信息的情况", "政府信息主动公开情况", "主动公开政府信息工作情况", "主动公开的政府信息情况"]
        }
        SectionKind::Applications => &[
            "收到和处理政府信息公开申请的情况",
            "政府信息公开申请收到和处理情况",
            "收到和处理政府信息公开申请",
            "收到和处理信息公开申请情况",
        ],
        SectionKind::Proceedings => &[
            "政府信息公开行政复议和行政诉讼情况",
            "政府信息公开行政复议行政诉讼情况",
            "因政府信息公开工作被申请行政复议、提起行政诉讼的情况",
            "因政府信息公开申请行政复议、提起行政诉讼的情况",
            "因政府信息公开申请行政复议、提起行政诉讼情况",
            "政府信息公开行政复议、诉讼情况",
        ],
        SectionKind::Problems => &[
            "存在的主要问题和改进情况",
            "存在的主要问题及改进措施",
            "存在的主要问题和改进措施",
            "存在的问题及改进情况",
            "存在的问题及改进措施",
            "存在问题及改进措施",
            "存在问题及改进情况",
            "存在的不足及改进情况",
            "存在的不足及改进措施",
            "政府信息公开工作存在的主要问题及改进措施",
        ],
        SectionKind::Other => &[
            "其他需要报告的事项",
            "其它需要报告的事项",
            "其他需要报告的情况",
            "其他需要说明的事项",
            "其他需报告的事项",
            "需要报告的其他事项",
            "需要说明的其他事项",
            "需要说明的其他事项和附表",
            "其他应当报告的事项",
            "其他报告事项",
            "其他事项",
        ],
    }
}

/// The section of which these words speak, where number or style say that they are a heading.
fn loose(name: &str) -> Option<SectionKind> {
    if name.contains(STOPS) || name.chars().count() > LONGEST {
        return None;
    }
    let has = |word: &str| name.contains(word);
    let any = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has("复议") && any(&["诉讼", "应诉"]) {
        Some(SectionKind::Proceedings)
    } else if any(&["问题", "不足", "困难"]) && any(&["改进", "整改", "措施", "打算", "下一步", "对策", "建议", "主要"])
    {
        Some(SectionKind::Problems)
    } else if any(&["其他", "其它", "需要说明", "需要报告"]) && any(&["事项", "情况"]) {
        Some(SectionKind::Other)
    } else if has("申请") && any(&["收到", "处理", "受理", "办理", "依申请公开"]) {
        Some(SectionKind::Applications)
    } else if has("主动公开") {
        Some(SectionKind::Disclosure)
    } else if any(&["总体", "概述", "概况", "基本情况", "综述"]) {
        Some(SectionKind::Overview)
    } else {
        None
    }
}
