//! How the tables of a report come about: typed, or added up from whose reports.

use std::collections::{BTreeSet, HashMap};

use nianbao_loader::edit::WrittenValue;
use nianbao_model::aggregate::parts;
use nianbao_model::{Agency, AgencyId, Report, Scope};
use serde::Serialize;

use super::super::summing::WrittenSum;

/// How the tables come about.
#[derive(Debug, Serialize)]
pub(super) struct SumState {
    /// Whether that is anything to choose.
    offered: bool,
    layout: Layout,
    scope: &'static str,
    has_typed: bool,
    has_own: bool,
    below: Vec<BelowState>,
}

/// Which tables the page has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Layout {
    /// Those of the report alone.
    Typed,
    /// 本级 and the sum, in which nothing is typed.
    Added,
    /// 本级 and the tables, which are checked against the sum.
    Checked,
}

/// An agency below.
#[derive(Debug, Serialize)]
struct BelowState {
    /// What it is called in a list.
    word: String,
    name: String,
    /// How far below, from 1.
    depth: usize,
    /// Whether it is on the list.
    chosen: bool,
    /// Whether it has a report of the year.
    has_report: bool,
    /// The agency whose report counts it already.
    within: Option<String>,
}

impl SumState {
    /// That of `agency`'s `report`, whose file says `values`.
    pub(super) fn new(agency: &Agency, report: &Report, values: &[WrittenValue]) -> Self {
        let said = WrittenSum::of(values, report.form);
        let aggregation = report.aggregation.as_ref();
        Self {
            offered: !agency.children.is_empty() || said.is_sum || said.has_own,
            layout: match aggregation {
                None => Layout::Typed,
                Some(_) if report.is_added_up() => Layout::Added,
                Some(_) => Layout::Checked,
            },
            scope: match aggregation.map(|aggregation| &aggregation.scope) {
                None => "",
                Some(Scope::All) => "全部下级",
                Some(Scope::Direct) => "直属",
                Some(Scope::Named(_)) => "名单",
            },
            has_typed: said.has_typed,
            has_own: said.has_own,
            below: below(agency, report),
        }
    }
}

fn below(agency: &Agency, report: &Report) -> Vec<BelowState> {
    let counted = report.aggregation.iter().filter(|aggregation| matches!(aggregation.scope, Scope::Named(_)));
    let counted: BTreeSet<&AgencyId> =
        counted.flat_map(|aggregation| parts(agency, aggregation, report.year)).map(|part| &part.agency.id).collect();
    let called = Called::of(agency);
    let mut found = Vec::new();
    let mut ahead: Vec<(&Agency, usize, Option<&str>)> =
        agency.children.iter().rev().map(|child| (child, 1, None)).collect();
    while let Some((agency, depth, within)) = ahead.pop() {
        let own = agency.reports.get(&report.year);
        let is_whole = own.is_some_and(|report| report.aggregation.is_some());
        let name = agency.name_in(report.year).value.as_str();
        let inside = within.or(is_whole.then_some(name));
        ahead.extend(agency.children.iter().rev().map(|child| (child, depth + 1, inside)));
        found.push(BelowState {
            word: called.word(agency),
            name: name.to_owned(),
            depth,
            chosen: counted.contains(&agency.id),
            has_report: own.is_some(),
            within: within.map(str::to_owned),
        });
    }
    found
}

/// How many agencies below another are called by a word.
struct Called<'a>(HashMap<&'a str, usize>);

impl<'a> Called<'a> {
    fn of(agency: &'a Agency) -> Self {
        let mut called = HashMap::new();
        for below in agency.walk().skip(1) {
            let own: BTreeSet<&str> = below.names().chain(below.short_name.as_deref()).collect();
            for word in own {
                *called.entry(word).or_insert(0) += 1;
            }
        }
        Self(called)
    }

    /// The word that stands for one agency alone: its short name, else its name, else its folder.
    fn word(&self, agency: &Agency) -> String {
        let is_one = |word: &&str| self.0.get(word) == Some(&1);
        let name = Some(agency.name.value.as_str());
        let word = agency.short_name.as_deref().filter(is_one).or(name.filter(is_one));
        word.unwrap_or(agency.id.as_str()).to_owned()
    }
}
