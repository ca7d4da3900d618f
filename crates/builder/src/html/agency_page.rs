//! The page of one agency: its former names, its years, how to reach it, its subordinates.

use std::cmp::Reverse;

use nianbao_model::{Agency, Contact, FormerName, Report};
use serde::Serialize;

use super::agency_line::AgencyLine;
use super::trend::trend;
use super::{Frame, Survey};
use crate::dates::corrected;
use crate::file_name::file_name;
use crate::link;
use crate::view::{ColumnChart, FigureView, KeyFigures, LinkView, date_text};

/// An agency's page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct AgencyPage {
    /// What all pages share.
    #[serde(flatten)]
    pub(crate) frame: Frame,
    /// The names that it went by, the last one first.
    pub(crate) former_names: Vec<FormerNameView>,
    /// Its reports, the newest first.
    pub(crate) years: Vec<YearView>,
    /// Applications over the years, where there is something to compare.
    pub(crate) trend: Option<ColumnChart>,
    /// The agency that it is directly subordinate to; the government's own page leads to the city's index.
    pub(crate) superior: Option<LinkView>,
    /// When it ceased to make reports, and who goes on with its work, if it did.
    pub(crate) ended: Option<EndView>,
    /// The agencies that became part of it.
    pub(crate) merged: Vec<LinkView>,
    /// How to reach it, if anything is known.
    pub(crate) contact: Option<ContactView>,
    /// The agencies below it, in the official order.
    pub(crate) subordinates: Vec<AgencyLine>,
}

/// A name that an agency went by (曾用名).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct FormerNameView {
    /// The full official name of that time.
    pub(crate) name: String,
    /// The last reporting year under it.
    pub(crate) until: i16,
}

/// One of an agency's reports.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct YearView {
    /// The reporting year.
    pub(crate) year: i16,
    /// The report's title.
    pub(crate) title: String,
    /// The report's page, relative to the agency's.
    pub(crate) href: String,
    /// The day of publication, `2025年1月20日`.
    pub(crate) published_text: Option<String>,
    /// The day of its last correction, `2025年3月1日`, if it was corrected.
    pub(crate) corrected_text: Option<String>,
    /// The PDF, relative to the agency's page.
    pub(crate) pdf: Option<String>,
    /// The name that the PDF is saved under.
    pub(crate) file_name: String,
    /// Its key figures.
    pub(crate) figures: Vec<FigureView>,
}

/// The end of an agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct EndView {
    /// The year of its last report.
    pub(crate) year: i16,
    /// The agency that it became part of.
    pub(crate) successor: Option<LinkView>,
}

/// How to reach an agency.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ContactView {
    /// 地址.
    pub(crate) address: Option<String>,
    /// 邮编.
    pub(crate) postcode: Option<String>,
    /// 电话.
    pub(crate) telephone: Option<String>,
    /// 电子邮箱.
    pub(crate) email: Option<String>,
}

impl AgencyPage {
    /// The page of `agency`; `pdf` says whether PDFs lie beside the reports.
    pub(crate) fn new(survey: &Survey, agency: &Agency, pdf: bool) -> Self {
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
            former_names: former_names(agency),
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

fn former_names(agency: &Agency) -> Vec<FormerNameView> {
    let view = |former: &FormerName| FormerNameView { name: former.name.value.clone(), until: former.until };
    let mut names: Vec<FormerNameView> = agency.former_names.iter().map(view).collect();
    names.sort_by_key(|former| Reverse(former.until));
    names
}

fn year(agency: &Agency, report: &Report, figures: &KeyFigures, pdf: bool) -> YearView {
    let title = agency.title(report);
    YearView {
        year: report.year,
        href: format!("{}/index.html", report.year),
        published_text: report.published.as_ref().map(|date| date_text(date.value)),
        corrected_text: corrected(report).map(date_text),
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
