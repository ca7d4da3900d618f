//! A report with its six sections in the official order.

use jiff::civil::Date;
use nianbao_model::{Agency, Report, SectionKind};
use serde::Serialize;

use super::quotations::{quoted, quoted_inline};
use super::sub_headings::name_sub_headings;
use super::text::{blocks, inlines};
use super::{BlockView, InlineView, TableView, title};
use crate::dates::corrected;

/// A report, ready to be printed.
#[derive(Debug, Clone, Serialize)]
pub struct ReportView {
    /// The whole title.
    pub title: String,
    /// The title broken by meaning: the agency, then the rest; a single line where it does not begin with the agency.
    pub title_lines: Vec<String>,
    /// The agency's full name.
    pub agency: String,
    /// The reporting year.
    pub year: i16,
    /// The day of publication, `2025-01-20`.
    pub published: Option<String>,
    /// The same as people write it, `2025年1月20日`.
    pub published_text: Option<String>,
    /// Where it was published (来源).
    pub source: Option<String>,
    /// Text before the first section (编制说明).
    pub introduction: Vec<BlockView>,
    /// The sections, numbered.
    pub sections: Vec<SectionView>,
    /// The footnotes, each below its number.
    pub footnotes: Vec<Vec<InlineView>>,
    /// Who signs it (落款).
    pub signature: Option<SignatureView>,
    /// The day of the last correction, `2025年3月1日`, if there is one: told on top.
    pub corrected: Option<String>,
    /// Corrections printed below the report (更正).
    pub corrections: Vec<CorrectionView>,
}

/// One of the six sections.
#[derive(Debug, Clone, Serialize)]
pub struct SectionView {
    /// Its address within the page, `section-1`.
    pub anchor: String,
    /// Its number, `一`.
    pub numeral: &'static str,
    /// Its heading.
    pub heading: &'static str,
    /// Its text; empty in the sections that hold a table.
    pub blocks: Vec<BlockView>,
    /// Its table; nothing in the sections of text.
    pub table: Option<TableView>,
}

/// A signature (落款).
#[derive(Debug, Clone, Serialize)]
pub struct SignatureView {
    /// The name of the agency that signs.
    pub agency: String,
    /// The day of the signature, `2025年1月20日`.
    pub date: String,
    /// Whether room is left for a seal.
    pub sealed: bool,
}

/// A correction (更正).
#[derive(Debug, Clone, Serialize)]
pub struct CorrectionView {
    /// The day of the correction, `2025年3月1日`.
    pub date: String,
    /// What was corrected.
    pub text: String,
}

impl ReportView {
    /// The view of `report`, which is `agency`'s.
    pub fn new(agency: &Agency, report: &Report) -> Self {
        let title = agency.title(report);
        let published = report.published.as_ref().map(|date| date.value);
        let ReportText { introduction, sections, footnotes } = ReportText::with_tables(report);
        Self {
            title_lines: title_lines(&title, &agency.name_on(report).value),
            title,
            agency: agency.name_on(report).value.clone(),
            year: report.year,
            published: published.map(|date| date.to_string()),
            published_text: published.map(date_text),
            source: report.source.as_ref().map(|source| source.value.clone()),
            introduction,
            sections,
            footnotes,
            signature: SignatureView::of(agency, report),
            corrected: corrected(report).map(date_text),
            corrections: CorrectionView::all(report),
        }
    }
}

impl SignatureView {
    /// How `agency` signs `report`: not at all where nobody wanted it to, or where no day is known.
    pub(crate) fn of(agency: &Agency, report: &Report) -> Option<Self> {
        let signature = report.signature.as_ref()?;
        let day = signature.date.as_ref().or(report.published.as_ref())?.value;
        let name = signature.agency.as_ref().unwrap_or(agency.name_on(report));
        Some(Self { agency: name.value.clone(), date: date_text(day), sealed: signature.sealed })
    }
}

impl CorrectionView {
    /// Those of `report`, in its order.
    pub(crate) fn all(report: &Report) -> Vec<Self> {
        let corrections = report.corrections.iter();
        corrections.map(|one| Self { date: date_text(one.date.value), text: one.text.value.clone() }).collect()
    }
}

/// What a report says.
#[derive(Debug)]
pub(crate) struct ReportText {
    /// Text before the first section.
    pub(crate) introduction: Vec<BlockView>,
    /// The sections, numbered.
    pub(crate) sections: Vec<SectionView>,
    /// The footnotes, each below its number.
    pub(crate) footnotes: Vec<Vec<InlineView>>,
}

impl ReportText {
    /// The text of `report`, with no tables in its sections.
    pub(crate) fn new(report: &Report) -> Self {
        let mut introduction = blocks(report, &report.narrative.introduction);
        name_sub_headings(&mut introduction, "introduction");
        Self {
            introduction,
            sections: SectionKind::ALL.into_iter().map(|kind| section(report, kind)).collect(),
            footnotes: report.narrative.footnotes.iter().map(|note| inlines(report, &note.content)).collect(),
        }
    }

    /// The same with tables, which know what is quoted from them.
    fn with_tables(report: &Report) -> Self {
        let mut text = Self::new(report);
        let all = text.sections.iter().map(|section| &section.blocks).chain([&text.introduction]);
        let in_footnotes = text.footnotes.iter().flat_map(|note| quoted_inline(note));
        let quoted_figures = all.flat_map(|blocks| quoted(blocks)).chain(in_footnotes).collect();
        for (section, kind) in text.sections.iter_mut().zip(SectionKind::ALL) {
            section.table = kind.table().map(|table| TableView::new(report, table, &quoted_figures));
        }
        text
    }
}

/// A section without its table.
fn section(report: &Report, kind: SectionKind) -> SectionView {
    let written = report.narrative.sections.iter().find(|section| section.kind == kind);
    let anchor = format!("section-{}", kind as usize + 1);
    let mut blocks = written.map(|section| blocks(report, &section.blocks)).unwrap_or_default();
    name_sub_headings(&mut blocks, &anchor);
    SectionView {
        anchor,
        numeral: kind.numeral(),
        heading: written.map_or(kind.heading(), |section| section.title),
        blocks,
        table: None,
    }
}

fn title_lines(title: &str, agency: &str) -> Vec<String> {
    match title.strip_prefix(agency) {
        Some(rest) if !rest.is_empty() => title::lines(&[agency, rest]),
        _ => title::lines(&[title]),
    }
}

/// A date as people write it: `2025年1月20日`.
pub(crate) fn date_text(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}
