//! Title, agency, year, and what a page says of the report beside its text.

mod block;
mod doubts;
mod field;
mod guide;
mod head;
mod period;
mod sheet;
#[cfg(test)]
mod tests;
mod title;

use std::collections::BTreeSet;

use jiff::civil::Date;
use nianbao_model::{Filing, Spanned};

use crate::document::Dropped;
use crate::{Document, Doubt};
use guide::Guide;
use head::ShownTitle;
use sheet::RecordSheet;
use title::Title;

pub(super) use title::is_agency;

/// What a document says of the report as a whole.
#[derive(Debug, Clone, Default)]
pub(super) struct Record {
    /// The agency, as the title names it.
    pub(super) agency: Option<String>,
    /// The reporting year.
    pub(super) year: Option<i16>,
    /// The title, where it is not made of agency and year by the usual pattern.
    pub(super) title: Option<Spanned<String>>,
    /// 发布日期.
    pub(super) published: Option<Spanned<Date>>,
    /// 来源: the page's own address.
    pub(super) source: Option<Spanned<String>>,
    /// 索引号, 文号, 关键词.
    pub(super) filing: Filing,
    /// What was not certain.
    pub(super) doubts: Vec<Doubt>,
    /// What was left out since it is no part of a report.
    pub(super) dropped: Vec<Dropped>,
    /// The parts of the document that were read, so that no prose is looked for there.
    pub(super) parts: BTreeSet<usize>,
    /// A part that begins with the title and goes on with text, and how many bytes of it are the title.
    pub(super) prefix: Option<(usize, usize)>,
}

/// How much a line says of whose report follows and of which year, if it is a title.
pub(super) fn title_weight(line: &str) -> Option<usize> {
    Title::of(line).map(|title| title.weight())
}

/// The year that a line names, if it is a title.
pub(super) fn title_year(line: &str) -> Option<i16> {
    Title::of(line)?.year
}

/// What `document` says of the report as a whole.
pub(super) fn recognise(document: &Document) -> Record {
    let titles = head::titles(document);
    let sheet = RecordSheet::read(document, &titles);
    let title = chosen(&titles, &sheet);
    let mut doubts = doubts::of_titles(title, &titles, &sheet.titles);
    let guide = Guide::of(document);
    doubts.extend(guide.contradiction(title));
    let agency = guide.agency.map(str::to_owned).or_else(|| agency(title, &sheet, &mut doubts));
    let year = guide.year.or_else(|| year(document, title, &sheet, &mut doubts));
    let published = sheet.published(&mut doubts);
    let is_usual = title.is_none_or(Title::is_usual);
    Record {
        agency,
        year,
        title: title.filter(|_| !is_usual).map(|title| Spanned::unwritten(title.text.clone())),
        published: published.map(Spanned::unwritten),
        source: sheet.source().map(Spanned::unwritten),
        filing: without_usual_keywords(sheet.filing()),
        doubts,
        prefix: titles.iter().find_map(|shown| Some((shown.parts.start, shown.prefix?))),
        dropped: sheet.dropped,
        parts: sheet.parts,
    }
}

/// Without the key words that our own pages have where a report names none: agency, year and what it is.
fn without_usual_keywords(mut filing: Filing) -> Filing {
    let is_usual = matches!(
        filing.keywords.as_slice(),
        [agency, year, subject, kind]
            if is_agency(agency) && year.ends_with('年') && subject == "政府信息公开" && kind == "年度报告"
    );
    if is_usual {
        filing.keywords.clear();
    }
    filing
}

/// The title: as the document shows it nearest to its text, unless a label says more; one that runs into the text counts
/// least.
fn chosen<'t>(titles: &'t [ShownTitle], sheet: &'t RecordSheet) -> Option<&'t Title> {
    let (alone, glued): (Vec<&ShownTitle>, Vec<&ShownTitle>) = titles.iter().partition(|shown| shown.prefix.is_none());
    let alone = alone.into_iter().rev().map(|shown| &shown.title);
    let all = alone.chain(&sheet.titles).chain(glued.into_iter().map(|shown| &shown.title));
    all.fold(None, |best: Option<&Title>, title| match best {
        Some(best) if best.weight() >= title.weight() => Some(best),
        _ => Some(title),
    })
}

fn agency(title: Option<&Title>, sheet: &RecordSheet, doubts: &mut Vec<Doubt>) -> Option<String> {
    if let Some(agency) = title.and_then(|title| title.agency.clone()) {
        return Some(agency);
    }
    let office = sheet.office();
    doubts.push(match &office {
        Some(office) => doubts::agency_by_office(office),
        None => doubts::no_agency(),
    });
    office
}

fn year(document: &Document, title: Option<&Title>, sheet: &RecordSheet, doubts: &mut Vec<Doubt>) -> Option<i16> {
    let titled = title.and_then(|title| title.year);
    let stated = period::stated(document);
    match (titled, stated) {
        (Some(titled), Some(stated)) if titled != stated => {
            doubts.push(doubts::two_years(titled, stated));
            Some(titled)
        }
        (Some(year), _) | (None, Some(year)) => Some(year),
        (None, None) => {
            let guess = period::spoken_of(document).or_else(|| sheet.year_before());
            doubts.push(doubts::no_year(guess));
            guess
        }
    }
}
