//! Pages: the only place that knows `tera`.
//!
//! A page is a value made from the model ([`CityPage`], [`AgencyPage`], [`ReportPage`]) and a template
//! that shows it. All links are relative, so that the site works from a disk and below any address.

mod agency_page;
mod city_page;
mod compared;
mod comparison_page;
mod error;
mod frame;
pub(crate) mod link;
mod pages;
mod report_page;

#[cfg(test)]
mod tests;

pub use agency_page::{AgencyPage, ContactView, YearView};
pub use city_page::{AgencyLine, CityPage, GroupView, YearCount};
pub use compared::{ComparedCell, ComparedPart, ComparedSide, ComparedTable, ComparedText, LoneFigure, Segment};
pub use comparison_page::{ComparedSection, ComparisonPage, PartyView};
pub use error::{HtmlError, Problem};
pub use frame::Frame;
pub use pages::Pages;
pub use report_page::{Download, ReportPage};
