//! The page of one report.

use nianbao_model::{Agency, Municipality, Report, SectionKind};
use serde::Serialize;

use super::{Frame, link};
use crate::data::{self, DataLink};
use crate::plan::file_name;
use crate::view::{LinkView, ReportView};

/// A report's page.
#[derive(Debug, Clone, Serialize)]
pub struct ReportPage {
    /// What all pages share.
    #[serde(flatten)]
    pub frame: Frame,
    /// The report.
    pub report: ReportView,
    /// The page of the agency.
    pub agency: LinkView,
    /// 来源, where it is an address on the web.
    pub source_url: Option<String>,
    /// The PDF beside the page.
    pub pdf: Option<Download>,
    /// The data files beside it.
    pub data: Vec<DataLink>,
}

/// A file that lies beside the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Download {
    /// Its address, relative to the page.
    pub href: String,
    /// The name it is saved under: the report's full title.
    pub file_name: String,
    /// Its size as people write it, `1.2 MB`.
    pub size: String,
}

impl ReportPage {
    /// The page of `report`, which is `agency`'s. `pdf` is the size in bytes of `report.pdf` beside the
    /// page, if there is one.
    pub fn new(municipality: &Municipality, agency: &Agency, report: &Report, pdf: Option<u64>) -> Self {
        let root = link::root(link::depth(&agency.id) + 1);
        let view = ReportView::new(agency, report);
        let to_agency = link::to_agency(&root, agency);
        let mut trail = link::trail(&root, municipality.agencies(), &agency.id);
        trail.push(to_agency.clone());
        let frame = Frame {
            title: view.title.clone(),
            description: description(&view.title),
            trail,
            here: format!("{}年", report.year),
            ..Frame::new(municipality, &link::report("", &agency.id, report.year), root)
        };
        Self {
            frame,
            agency: to_agency,
            source_url: report.source.clone().filter(|source| is_web_address(source)),
            pdf: pdf.map(|bytes| Download {
                href: "report.pdf".to_owned(),
                file_name: format!("{}.pdf", file_name(&view.title)),
                size: size(bytes),
            }),
            data: data::links(agency, report),
            report: view,
        }
    }
}

fn description(title: &str) -> String {
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
