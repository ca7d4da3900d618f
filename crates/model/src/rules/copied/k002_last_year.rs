//! A section that is for the most part last year's.

use std::collections::{BTreeMap, BTreeSet};

use super::{COMPARED, MOST_ALIKE, NEARLY_EQUAL, beginning, compared, length, text};
use crate::rules::rule::{Case, Rule};
use crate::similarity::{Shingles, Sketch};
use crate::{Code, Diagnostic, Kind, Passage, Prose, SectionKind, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "K002",
        kind: Kind::Copied,
        severity: Severity::Warning,
        title: "一个部分大半照抄上一年",
        docs: "\
## 检查什么

第一部分（总体情况）和第五部分（存在的主要问题及改进情况）里，与本机关上一年报告几乎相同的段落，是不是占了这一部分一半以上的字数。

只看 80 字以上的段落；空格、标点和数字不计，只改了年份和数字的，仍算相同；百分之九十以上相同的，算几乎相同。工作区里没有上一年报告的，不检查。

## 依据

《中华人民共和国政府信息公开条例》第五十条：年度报告写的是这一年的情况，包括存在的主要问题及改进情况。照抄上一年，等于没有报告。

## 例

2024 年第五部分只有一段，写的是“公开的主动性有待加强……下一步将加强业务培训……”，与 2023 年的一段只差年份：`“五、存在的主要问题及改进情况”的文字全部与 2023 年的报告几乎相同`。

## 怎样改

- 写今年做了什么、今年的问题是什么；上一年提出的问题，写清改进到了哪一步。
- 用 `nianbao compare 机关` 与上一年逐段对照，相同的文字会标出来。
",
    },
    check,
};

/// More than so many per cent of a section's characters, and it is last year's.
const SHARE: usize = 50;

fn check(case: &Case) -> Vec<Diagnostic> {
    let Some(last_year) = case.last_year else { return Vec::new() };
    let before = Prose::of(&last_year.narrative, &last_year.figures);
    let sections = COMPARED.into_iter();
    sections.filter_map(|section| check_section(section, case.prose, &before, last_year.year)).collect()
}

fn check_section(section: SectionKind, now: &Prose, before: &Prose, year: i16) -> Option<Diagnostic> {
    let origins = Origins::of(text(before, section).filter_map(OwnParagraph::of).collect());
    let paragraphs = text(now, section).filter_map(OwnParagraph::of);
    let copies: Vec<(&Passage, &Passage)> =
        paragraphs.filter_map(|own| Some((own.passage, origins.origin(&own)?.passage))).collect();
    let (first, origin) = copies.first()?;
    let repeated: usize = copies.iter().map(|(passage, _)| length(&passage.text)).sum();
    let all: usize = text(now, section).map(|passage| length(&passage.text)).sum();
    if 100 * repeated <= SHARE * all {
        return None;
    }
    let how_much =
        if repeated < all { format!("有 {}% 的文字", 100 * repeated / all) } else { "的文字全部".to_owned() };
    let message = format!("“{}、{}”{how_much}与 {year} 年的报告几乎相同", section.numeral(), section.heading());
    let finding = Diagnostic::new(&RULE.code, message)
        .help("写今年的情况；上一年提出的问题，写清改进到了哪一步。可以用 nianbao compare 与上一年逐段对照。")
        .at(beginning(first)?, if copies.len() > 1 { "从这一段起，有几段相同" } else { "这一段" });
    Some(match beginning(origin) {
        Some(span) => finding.see(span, format!("{year} 年的这一段")),
        None => finding,
    })
}

/// A paragraph that is compared.
struct OwnParagraph<'a> {
    passage: &'a Passage,
    sketch: Sketch,
    shingles: Shingles,
}

impl<'a> OwnParagraph<'a> {
    fn of(passage: &'a Passage) -> Option<Self> {
        let text = compared(passage)?;
        Some(Self { passage, sketch: Sketch::of(&text), shingles: Shingles::of([text.as_str()]) })
    }
}

/// Last year's paragraphs, found by the bands of their sketches.
struct Origins<'a> {
    paragraphs: Vec<OwnParagraph<'a>>,
    places: BTreeMap<u64, Vec<usize>>,
}

impl<'a> Origins<'a> {
    fn of(paragraphs: Vec<OwnParagraph<'a>>) -> Self {
        let mut places: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        for (at, paragraph) in paragraphs.iter().enumerate() {
            for band in paragraph.sketch.bands() {
                let known = places.entry(band).or_default();
                if known.len() < MOST_ALIKE {
                    known.push(at);
                }
            }
        }
        Self { paragraphs, places }
    }

    /// The first paragraph that `own` nearly equals.
    fn origin(&self, own: &OwnParagraph) -> Option<&OwnParagraph<'a>> {
        let near: BTreeSet<usize> =
            own.sketch.bands().filter_map(|band| self.places.get(&band)).flatten().copied().collect();
        let near = near.into_iter().take(MOST_ALIKE).filter_map(|at| self.paragraphs.get(at));
        near.into_iter().find(|other| own.shingles.is_like(&other.shingles, NEARLY_EQUAL))
    }
}
