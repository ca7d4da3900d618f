//! Two reports side by side, on one page that needs no other file.

use nianbao_model::compare::{Comparison, Party};
use nianbao_model::{Report, SectionKind};
use serde::Serialize;

use super::compared::{ComparedTable, ComparedText};
use crate::templates::Templates;
use crate::view::date_text;

/// The page of a comparison.
#[derive(Debug, Clone, Serialize)]
pub struct ComparisonPage {
    /// The page's title, which names both reports.
    pub(crate) title: String,
    /// The same in parts that are best kept on one line each.
    pub(crate) title_lines: Vec<String>,
    /// The stylesheets of the site that it needs, which stand within the page.
    pub(crate) style: String,
    /// What a difference is called.
    pub(crate) difference: &'static str,
    /// The report that is asked about.
    pub(crate) subject: PartyView,
    /// The report that it is held against.
    pub(crate) reference: PartyView,
    /// The introduction, if there is any, and the six sections.
    pub(crate) sections: Vec<ComparedSection>,
}

/// A section of both reports: text or a table.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ComparedSection {
    /// Its address within the page.
    pub(crate) anchor: String,
    /// `一、总体情况`, or 编制说明.
    pub(crate) heading: String,
    /// Its text; nothing in a section that holds a table.
    pub(crate) text: Option<ComparedText>,
    /// Its table; nothing in a section of text.
    pub(crate) table: Option<ComparedTable>,
}

/// One of the two reports.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PartyView {
    /// What it is called beside the other.
    pub(crate) name: String,
    /// The report's title.
    pub(crate) title: String,
    /// The day of publication, `2025年1月20日`.
    pub(crate) published: Option<String>,
}

impl ComparisonPage {
    /// The page of `comparison`, which holds `subject` against `reference`.
    pub fn new(comparison: &Comparison, subject: &Party, reference: &Party, templates: &Templates) -> Self {
        let [name, other_name] = subject.names(reference);
        Self {
            title: subject.title(reference).concat(),
            title_lines: subject.title(reference),
            difference: subject.difference(reference),
            style: ["style", "forms"]
                .map(|name| templates.get(&format!("assets/{name}.css")).unwrap_or_default())
                .concat()
                .replace("\r\n", "\n"),
            subject: PartyView::new(name, subject),
            reference: PartyView::new(other_name, reference),
            sections: sections(comparison, subject.report),
        }
    }
}

fn sections(comparison: &Comparison, subject: &Report) -> Vec<ComparedSection> {
    let kinds = std::iter::once(None).chain(SectionKind::ALL.into_iter().map(Some));
    let mut before = 0;
    let sections = kinds.zip(0..).filter_map(|(kind, number)| {
        let text = comparison.sections.iter().find(|section| section.section == kind);
        let table = comparison.tables.iter().find(|table| kind.and_then(SectionKind::table) == Some(table.id));
        if text.is_none() && table.is_none() {
            return None;
        }
        let section = ComparedSection {
            anchor: format!("section-{number}"),
            heading: kind
                .map_or_else(|| "编制说明".to_owned(), |kind| format!("{}、{}", kind.numeral(), kind.heading())),
            text: text.map(|text| ComparedText::new(text, before)),
            table: table.map(|table| ComparedTable::new(table, subject)),
        };
        before += text.map_or(0, |text| text.copied.len());
        Some(section)
    });
    sections.collect()
}

impl PartyView {
    fn new(name: String, party: &Party) -> Self {
        Self {
            name,
            title: party.agency.title(party.report),
            published: party.report.published.as_ref().map(|date| date_text(date.value)),
        }
    }
}
