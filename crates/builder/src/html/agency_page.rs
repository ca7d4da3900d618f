//! The page of one agency: its years, how to reach it, its subordinates.

use nianbao_model::{Agency, Contact, Municipality, Report};
use serde::Serialize;

use super::city_page::AgencyLine;
use super::{Frame, link};
use crate::plan::file_name;
use crate::view::date_text;

/// An agency's page.
#[derive(Debug, Clone, Serialize)]
pub struct AgencyPage {
    /// What all pages share.
    #[serde(flatten)]
    pub frame: Frame,
    /// Its reports, the newest first.
    pub years: Vec<YearView>,
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
    pub fn new(municipality: &Municipality, agency: &Agency, pdf: bool) -> Self {
        let root = link::root(link::depth(&agency.id));
        let name = &agency.name.value;
        let frame = Frame {
            title: name.clone(),
            description: format!("{name}历年政府信息公开工作年度报告。"),
            trail: link::trail(&root, municipality.agencies(), &agency.id),
            here: name.clone(),
            ..Frame::new(municipality, &link::agency("", &agency.id), root.clone())
        };
        Self {
            frame,
            years: agency.reports.values().rev().map(|report| year(agency, report, pdf)).collect(),
            contact: contact(&agency.contact),
            subordinates: agency.children.iter().map(|below| AgencyLine::new(&root, below)).collect(),
        }
    }
}

fn year(agency: &Agency, report: &Report, pdf: bool) -> YearView {
    let title = agency.title(report);
    YearView {
        year: report.year,
        href: format!("{}/index.html", report.year),
        published_text: report.published.as_ref().map(|date| date_text(date.value)),
        pdf: pdf.then(|| format!("{}/report.pdf", report.year)),
        file_name: format!("{}.pdf", file_name(&title)),
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
