//! The page of one report.

use nianbao_model::{Agency, Report, SectionKind};
use serde::Serialize;

use super::results::results;
use super::year_comparison::YearComparison;
use super::{Frame, Survey, linked_data};
use crate::data::{self, DataLink};
use crate::file_name::file_name;
use crate::link;
use crate::percent::escaped;
use crate::view::{BarChart, KeyFigures, LinkView, ReportView};

/// A report's page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ReportPage {
    /// What all pages share.
    #[serde(flatten)]
    pub(crate) frame: Frame,
    /// The report as it is printed.
    pub(crate) report: ReportView,
    /// The page of the agency.
    pub(crate) agency: LinkView,
    /// 索引号.
    pub(crate) index_number: Option<String>,
    /// 文号.
    pub(crate) document_number: Option<String>,
    /// 关键词: those of the report, or else what can be said of any.
    pub(crate) keywords: Vec<String>,
    /// 来源, where it is an address on the web.
    pub(crate) source_url: Option<String>,
    /// The PDF beside the page.
    pub(crate) pdf: Option<Download>,
    /// The data files beside it.
    pub(crate) data: Vec<DataLink>,
    /// The first picture of the narrative, by its address on the web.
    pub(crate) image: Option<String>,
    /// The agency's reports of other years, the newest first, with this one, which leads nowhere.
    pub(crate) years: Vec<YearLink>,
    /// The page of all reports of the year.
    pub(crate) year: LinkView,
    /// How applications ended, where there were any.
    pub(crate) results: Option<BarChart>,
    /// How others cite the report, GB/T 7714.
    pub(crate) citation: String,
    /// The key figures beside last year's, where there is a report of it.
    pub(crate) comparison: Option<YearComparison>,
}

/// A year of an agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct YearLink {
    /// The reporting year.
    pub(crate) year: i16,
    /// Its report, but for the page's own year.
    pub(crate) href: Option<String>,
}

/// A file that lies beside the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Download {
    /// Its address, relative to the page.
    pub(crate) href: String,
    /// The name it is saved under: the report's full title.
    pub(crate) file_name: String,
    /// Its size as people write it, `1.2 MB`, where it is known.
    pub(crate) size: Option<String>,
}

impl ReportPage {
    /// The page of `report`, which is `agency`'s. `pdf` is the size in bytes of `report.pdf` beside the
    /// page, if there is one.
    pub(crate) fn new(survey: &Survey, agency: &Agency, report: &Report, pdf: Option<u64>) -> Self {
        let root = link::root(link::depth(&agency.id) + 1);
        let view = ReportView::new(agency, report);
        let figures = KeyFigures::of(report);
        let text = agency.name_on(report).value.clone();
        let to_agency = LinkView { text, href: link::agency(&root, &agency.id) };
        let mut trail = link::trail(&root, survey.above(&agency.id));
        trail.push(to_agency.clone());
        let frame = Frame::new(survey, &link::report("", &agency.id, report.year), root.clone());
        let frame = Frame {
            title: view.title.clone(),
            description: description(&view.title),
            trail,
            here: format!("{}年", report.year),
            linked_data: Some(linked_data::report(&view, frame.url.as_deref(), pdf.is_some())),
            ..frame
        };
        Self {
            citation: citation(&view, frame.url.as_deref()),
            frame,
            agency: to_agency,
            index_number: report.filing.index.as_ref().map(|number| number.value.clone()),
            document_number: report.filing.document.as_ref().map(|number| number.value.clone()),
            keywords: keywords(agency, report),
            source_url: view.source.clone().filter(|source| is_web_address(source)),
            pdf: pdf.map(|bytes| Download::pdf(&view.title, Some(bytes))),
            data: data::links(agency, report),
            image: image(survey, agency, report),
            years: years(&root, agency, report.year),
            year: link::to_year(&root, report.year),
            results: results(report.year, &figures),
            comparison: YearComparison::new(agency, report, &figures),
            report: view,
        }
    }

    /// The page with a PDF beside it, though it may not be printed yet.
    #[must_use]
    pub(crate) fn with_pdf(mut self) -> Self {
        self.pdf.get_or_insert_with(|| Download::pdf(&self.report.title, None));
        self
    }
}

impl Download {
    fn pdf(title: &str, bytes: Option<u64>) -> Self {
        Self { href: "report.pdf".to_owned(), file_name: format!("{}.pdf", file_name(title)), size: bytes.map(size) }
    }
}

fn image(survey: &Survey, agency: &Agency, report: &Report) -> Option<String> {
    let file = escaped(report.images.keys().next()?);
    let page = link::report("", &agency.id, report.year);
    let folder = page.strip_suffix(link::INDEX)?;
    link::absolute(survey.municipality, &format!("{folder}{file}"))
}

/// The agency's years, the newest first, if there is more than one.
fn years(root: &str, agency: &Agency, current: i16) -> Vec<YearLink> {
    if agency.reports.len() < 2 {
        return Vec::new();
    }
    let link = |year: i16| YearLink { year, href: (year != current).then(|| link::report(root, &agency.id, year)) };
    agency.reports.keys().rev().map(|year| link(*year)).collect()
}

/// 关键词: those of the report, or else what can be said of any.
pub(crate) fn keywords(agency: &Agency, report: &Report) -> Vec<String> {
    if report.filing.keywords.is_empty() {
        let year = format!("{}年", report.year);
        return vec![agency.name_on(report).value.clone(), year, "政府信息公开".to_owned(), "年度报告".to_owned()];
    }
    report.filing.keywords.clone()
}

/// The citation of a report on the web; a title that does not name the year is followed by it. The day on which it was looked up is left to whoever cites.
fn citation(view: &ReportView, url: Option<&str>) -> String {
    let year = view.year.to_string();
    let year = if view.title.contains(&year) { String::new() } else { format!(": {year}年度") };
    let published = view.published.as_ref().map(|date| format!("({date})")).unwrap_or_default();
    let url = url.map(|url| format!(" {url}.")).unwrap_or_default();
    format!("{}. {}{year}[R/OL]. {published}[引用日期].{url}", view.agency, view.title)
}

/// What a report holds, in a sentence.
pub(crate) fn description(title: &str) -> String {
    let headings: Vec<&str> = SectionKind::ALL.into_iter().map(SectionKind::heading).collect();
    format!("{title}，包括{}六个部分。", headings.join("、"))
}

fn is_web_address(text: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| text.starts_with(scheme)) && !text.contains(char::is_whitespace)
}

/// A size as people write it, rounded up in the last place.
fn size(bytes: u64) -> String {
    const KILO: u64 = 1024;
    const MEGA: u64 = KILO * KILO;
    if bytes < MEGA {
        return format!("{} KB", bytes.div_ceil(KILO));
    }
    let tenths = (bytes.saturating_mul(10)).div_ceil(MEGA);
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_short() {
        let written: Vec<String> = [1, 1024, 200_000, 1_048_576, 1_200_000].into_iter().map(size).collect();
        assert_eq!(written, ["1 KB", "1 KB", "196 KB", "1.0 MB", "1.2 MB"]);
    }

    #[test]
    fn a_source_is_linked_only_if_it_is_a_web_address() {
        assert!(is_web_address("https://www.example.gov.cn/a"));
        for text in ["javascript:alert(1)", "政府公报2025年第3期", "https://a 和 https://b"] {
            assert!(!is_web_address(text), "{text}");
        }
    }
}
