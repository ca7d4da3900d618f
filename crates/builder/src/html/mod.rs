//! Pages: the only place that knows `tera`.
//!
//! A page is a value made from the model ([`CityPage`], [`YearPage`], [`AgencyPage`], [`ReportPage`]) and a template
//! that shows it. What pages need to know of the whole municipality is gathered once, in a [`Survey`]. All links are relative, so that the site works from a disk and below any address.

mod agency_page;
mod city_page;
mod compared;
mod comparison_page;
mod error;
mod error_page;
mod feed;
mod filters;
mod finding;
mod frame;
pub(crate) mod link;
mod linked_data;
mod pages;
mod phrase;
mod preview_panel;
mod report_page;
mod search_page;
mod sitemap;
mod status_page;
mod survey;
mod year_comparison;
mod year_page;
mod year_table;

#[cfg(test)]
mod tests;

pub use agency_page::{AgencyPage, ContactView, EndView, YearView};
pub(crate) use city_page::WITHOUT_CATEGORY;
pub use city_page::{AgencyLine, CityPage, GroupView, NewestYear, YearCount};
pub use compared::{ComparedCell, ComparedPart, ComparedSide, ComparedTable, ComparedText, Segment, UnmatchedFigure};
pub use comparison_page::{ComparedSection, ComparisonPage, PartyView};
pub use error::HtmlError;
pub use error_page::ErrorPage;
pub use feed::{Feed, FeedEntry};
pub use finding::{FindingView, MendView, PlaceView, SourceLine};
pub use frame::Frame;
pub(crate) use link::escape;
pub use pages::Pages;
pub use preview_panel::{FindingCounts, PreviewPanel, ProblemPage};
pub use report_page::{Download, ReportPage, YearLink};
pub use search_page::SearchPage;
pub(crate) use sitemap::robots;
pub use sitemap::{Sitemap, SitemapEntry};
pub use status_page::{Choice, Served, StandingChoice, StatusGroup, StatusLine, StatusPage};
pub use survey::{Survey, SurveyedReport, YearSurvey};
pub use year_comparison::{Change, ComparedYears, KeyFigure, YearComparison};
pub use year_page::YearPage;
pub use year_table::{DrawnFigure, FigureColumn, Narrowing, PartView, YearLine};
