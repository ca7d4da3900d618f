//! The page of one agency: its years, how to reach it, its subordinates.

use nianbao_model::{Agency, Contact, Report};
use serde::Serialize;

use super::city_page::AgencyLine;
use super::{Frame, Survey, link};
use crate::plan::file_name;
use crate::view::{ColumnChart, FigureView, KeyFigures, LinkView, Measure, date_text};

/// An agency's page.
#[derive(Debug, Clone, Serialize)]
pub struct AgencyPage {
    /// What all pages share.
    #[serde(flatten)]
    pub frame: Frame,
    /// Its reports, the newest first.
    pub years: Vec<YearView>,
    /// Applications over the years, where there is something to compare.
    pub trend: Option<ColumnChart>,
    /// The agency that it is directly subordinate to; the government's own page leads to the city's index.
    pub superior: Option<LinkView>,
    /// When it ceased to make reports, and who goes on with its work, if it did.
    pub ended: Option<EndView>,
    /// The agencies that became part of it.
    pub merged: Vec<LinkView>,
    /// How to reach it, if anything is known.
    pub contact: Option<ContactView>,
    /// The agencies below it, in the official order.
    pub subordinates: Vec<AgencyLine>,
}

/// One of an agency's reports.
#[derive(Debug, Clone, Serialize)]
pub struct YearView {
    /// The reporting year.
    pub year: i16,
    /// The report's title.
    pub title: String,
    /// The report's page, relative to the agency's.
    pub href: String,
    /// The day of publication, `2025年1月20日`.
    pub published_text: Option<String>,
    /// The PDF, relative to the agency's page.
    pub pdf: Option<String>,
    /// The name that the PDF is saved under.
    pub file_name: String,
    /// Its key figures.
    pub figures: Vec<FigureView>,
}

/// The end of an agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EndView {
    /// The year of its last report.
    pub year: i16,
    /// The agency that it became part of.
    pub successor: Option<LinkView>,
}

/// How to reach an agency.
#[derive(Debug, Clone, Serialize)]
pub struct ContactView {
    /// 地址.
    pub address: Option<String>,
    /// 邮编.
    pub postcode: Option<String>,
    /// 电话.
    pub telephone: Option<String>,
    /// 电子邮箱.
    pub email: Option<String>,
}

impl AgencyPage {
    /// The page of `agency`; `pdf` says whether PDFs lie beside the reports.
    pub fn new(survey: &Survey, agency: &Agency, pdf: bool) -> Self {
        let root = link::root(link::depth(&agency.id));
        let name = &agency.name.value;
        let frame = Frame {
            title: name.clone(),
            description: format!("{name}历年政府信息公开工作年度报告。"),
            trail: link::trail(&root, survey.above(&agency.id)),
            here: name.clone(),
            ..Frame::new(survey, &link::agency("", &agency.id), root.clone())
        };
        let figures: Vec<(i16, KeyFigures)> =
            agency.reports.iter().map(|(year, report)| (*year, KeyFigures::of(report))).collect();
        let by_year: Vec<(i16, &KeyFigures)> = figures.iter().map(|(year, figures)| (*year, figures)).collect();
        let reports = agency.reports.values().zip(&figures).rev();
        let to = |other| link::to_agency(&root, other);
        Self {
            frame,
            years: reports.map(|(report, (_, figures))| year(agency, report, figures, pdf)).collect(),
            trend: trend(name, &by_year),
            superior: survey.above(&agency.id).last().map(|above| to(above)),
            ended: agency.duty.until.map(|year| EndView { year, successor: survey.successor(&agency.id).map(to) }),
            merged: survey.merged(&agency.id).map(to).collect(),
            contact: contact(&agency.contact),
            subordinates: agency.children.iter().map(|below| AgencyLine::new(&root, below)).collect(),
        }
    }
}

/// Applications received and concluded over the years, the earliest first.
pub(super) fn trend(name: &str, years: &[(i16, &KeyFigures)]) -> Option<ColumnChart> {
    let title = format!("{name}历年政府信息公开申请（件）");
    ColumnChart::new("trend", title, [Measure::Received, Measure::Concluded], years)
}

fn year(agency: &Agency, report: &Report, figures: &KeyFigures, pdf: bool) -> YearView {
    let title = agency.title(report);
    YearView {
        year: report.year,
        href: format!("{}/index.html", report.year),
        published_text: report.published.as_ref().map(|date| date_text(date.value)),
        pdf: pdf.then(|| format!("{}/report.pdf", report.year)),
        file_name: format!("{}.pdf", file_name(&title)),
        figures: FigureView::key(figures),
        title,
    }
}

fn contact(contact: &Contact) -> Option<ContactView> {
    (*contact != Contact::default()).then(|| ContactView {
        address: contact.address.clone(),
        postcode: contact.postcode.clone(),
        telephone: contact.telephone.clone(),
        email: contact.email.clone(),
    })
}
