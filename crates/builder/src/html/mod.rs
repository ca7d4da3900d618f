//! Pages: the only place that knows `tera`.
//!
//! A page is a value made from the model (`CityPage`, `YearPage`, `AgencyPage`, `ReportPage`) and a template that shows it.
//! What pages need to know of the whole municipality is gathered once, in a `Survey`. All links are relative, so that the
//! site works from a disk and below any address.

mod agency_line;
mod agency_page;
mod breadth;
mod changes_page;
mod city_page;
mod compared;
mod comparison_page;
mod error;
mod error_page;
mod feed;
mod filters;
mod finding;
mod finding_cell;
mod form_block;
mod form_guidance;
mod form_list;
mod form_page;
mod frame;
mod help_page;
mod import_doubt;
mod import_page;
mod import_source;
mod imported;
mod linked_data;
mod pages;
mod phrase;
mod preview_panel;
mod report_page;
mod results;
mod search_page;
mod sitemap;
mod status_page;
mod survey;
mod telephone;
mod trend;
mod uses;
mod year_comparison;
mod year_page;
mod year_table;

#[cfg(test)]
mod tests;

pub(crate) use agency_page::AgencyPage;
pub use changes_page::{
    ChangeKind, ChangedFigure, ChangedGroup, ChangedLine, ChangedPart, ChangedSegment, ChangesPage, SegmentKind,
};
pub(crate) use city_page::CityPage;
pub use comparison_page::ComparisonPage;
pub use error::HtmlError;
pub(crate) use error_page::ErrorPage;
pub(crate) use feed::Feed;
pub use finding::{FindingView, MendView, PlaceView, SourceLine};
pub use finding_cell::CellOnPage;
pub use form_guidance::form_guidance;
pub use form_list::{FormList, FormListReport, FormListRow};
pub use form_page::FormPage;
use frame::Frame;
pub use help_page::{HelpBlock, HelpInline, HelpPage};
pub use import_doubt::{ImportDoubt, ImportFinding};
pub use import_page::ImportPage;
pub use import_source::{SourceCell, SourceKind, SourcePart, import_picture};
pub use imported::{ImportedReport, import_anchor, import_section_anchor};
pub use pages::Pages;
pub use preview_panel::{CmsPanel, FindingCounts, PreviewPanel, ProblemPage};
pub(crate) use report_page::{ReportPage, description, keywords};
pub(crate) use search_page::SearchPage;
pub(crate) use sitemap::{Sitemap, robots};
pub use status_page::{Served, StatusPage};
pub(crate) use survey::Survey;
pub(crate) use year_page::YearPage;
