//! A narrative that is nearly all another year's.

use std::collections::{BTreeMap, BTreeSet};

use super::precedence::precedence;
use super::{COMPARED, beginning, is_formula, text};
use crate::prose::Role;
use crate::rules::rule::{Case, City, CityRule};
use crate::{AgencyId, Code, Diagnostic, Kind, Passage, Report, Severity, Status};
use work::Work;

mod work;

pub(super) static RULE: CityRule = CityRule {
    code: Code {
        id: "K004",
        kind: Kind::Copied,
        severity: Severity::Error,
        title: "正文是另一年的",
        docs: "\
## 检查什么

可公开和已公开的报告，第一部分（总体情况）和第五部分（存在的主要问题及改进情况）里，是不是有百分之九十以上的句子与本机关另一年的报告一字不差，句子里的数也一样。年份不计；说明报告根据什么编制的句子不计。

写工作的数有三个以上的，数也要有百分之九十以上相同才算；没有什么数的，三张表也与那一年相同才算。所以每年都用的套话，换了数的正文，都不算。

**已公开的也妨碍发布**：一年的工作不会与另一年一字不差，多半是放错了年度，或者复制以后还没有改。还在起草的不查（上一年的由 K002 提醒）。

## 依据

《中华人民共和国政府信息公开条例》第五十条：年度报告写的是这一年的情况。

## 例

把 2023 年的文件夹复制为 2024 年，只改了年度和发布日期，`状态` 仍是 `已公开`：`正文有 100% 与 2023 年的报告一字不差`。

## 怎样改

- 换上这一年的正文；还没有写好的，把 `状态` 改为 `起草`。
- 是另一年放错了的，改那一年的。
- 用 `nianbao compare 机关` 逐段对照。
",
    },
    check,
};

/// So many per cent of the letters, and of the figures, make a text another year's.
const NEARLY_ALL: usize = 90;
/// Texts of fewer letters say what is said each year.
const SHORT: usize = 100;
/// With so many figures of its work a text stands for itself; with fewer its tables must be the same as well.
const FIGURES: usize = 3;

fn check(city: &City) -> Vec<Diagnostic> {
    let mut agencies: BTreeMap<&AgencyId, Vec<&Case>> = BTreeMap::new();
    let made = city.cases.iter().filter(|case| case.report.status != Status::Draft);
    for case in made {
        agencies.entry(&case.agency.id).or_default().push(case);
    }
    agencies
        .into_iter()
        .flat_map(|(id, cases)| city.found_among(&RULE.code, id.to_string(), &cases, |_, _| false, copies))
        .collect()
}

/// The narrative of a year.
struct Year<'a> {
    case: &'a Case<'a>,
    first: Option<&'a Passage>,
    sentences: Vec<Work>,
}

impl<'a> Year<'a> {
    fn of(case: &'a Case<'a>) -> Self {
        let own = |passage: &&Passage| matches!(passage.role, Role::Paragraph | Role::Item);
        let passages = || COMPARED.into_iter().flat_map(|section| text(case.prose, section)).filter(own);
        let sentences = passages().flat_map(|passage| {
            let sentences = passage.sentences().into_iter().map(|range| &passage.text[range]);
            sentences.filter(|sentence| !is_formula(sentence)).map(Work::of)
        });
        Self { case, first: passages().next(), sentences: sentences.collect() }
    }

    /// How much of it, in per cent, stands in the other year word for word, if that is nearly all.
    fn share(&self, other: &Self) -> Option<usize> {
        let theirs: BTreeSet<&str> = other.sentences.iter().map(|sentence| sentence.letters.as_str()).collect();
        let kept = || self.sentences.iter().filter(|sentence| theirs.contains(sentence.letters.as_str()));
        let letters: usize = self.sentences.iter().map(Work::length).sum();
        let figures: usize = self.sentences.iter().map(|sentence| sentence.figures).sum();
        let kept_letters: usize = kept().map(Work::length).sum();
        let kept_figures: usize = kept().map(|sentence| sentence.figures).sum();
        let is_copy = letters >= SHORT
            && 100 * kept_letters >= NEARLY_ALL * letters
            && 100 * kept_figures >= NEARLY_ALL * figures
            && (kept_figures >= FIGURES || same_tables(self.case.report, other.case.report));
        is_copy.then(|| 100 * kept_letters / letters)
    }
}

/// Whether two reports have the same figures, and any.
fn same_tables(one: &Report, other: &Report) -> bool {
    let figures = |report: &Report| -> Vec<_> {
        let cells = report.figures.cells().filter(|(_, cell)| !cell.value.is_zero());
        cells.map(|(place, cell)| (place, cell.value)).collect()
    };
    let own = figures(one);
    !own.is_empty() && own == figures(other)
}

/// The years of one agency that are copies of others of its years.
fn copies(cases: &[&Case]) -> Vec<Diagnostic> {
    let mut years: Vec<Year> = cases.iter().copied().map(Year::of).collect();
    years.sort_by_key(|year| precedence(year.case.report, 0));
    let copy = |(at, year): (usize, &Year)| {
        let (origin, share) = years[..at].iter().find_map(|other| Some((other, year.share(other)?)))?;
        Some(finding(year, origin, share))
    };
    years.iter().enumerate().filter_map(copy).collect()
}

fn finding(year: &Year, origin: &Year, share: usize) -> Diagnostic {
    let other = origin.case.report.year;
    let message = format!("正文有 {share}% 与 {other} 年的报告一字不差，数也一样（年份不计）");
    let finding = Diagnostic::new(&RULE.code, message).denying_record();
    let finding =
        finding.help(format!("换上这一年的正文；还没有写好的，把状态改为“起草”；{other} 年那一份放错了的，改那一份。"));
    let finding =
        year.first.and_then(beginning).into_iter().fold(finding, |finding, span| finding.at(span, "从这里起"));
    let there = origin.first.and_then(beginning).into_iter();
    year.case.about(there.fold(finding, |finding, span| finding.see(span, format!("{other} 年的正文"))))
}
