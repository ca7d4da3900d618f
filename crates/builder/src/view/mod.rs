//! What the templates see: plain serialisable values, the same for pages (tera) and PDFs (typst).

mod anchor;
mod chart;
mod deadline;
mod grid;
mod measure;
mod quotations;
mod report;
mod site;
mod sub_headings;
mod table;
mod text;
mod theme;
pub(crate) mod title;

pub(crate) use chart::percent;
pub(crate) use chart::{BarChart, ColumnChart};
pub use deadline::days_left;
pub(crate) use grid::{Grid, Placed};
pub(crate) use measure::grouped;
pub(crate) use measure::{FigureView, KeyFigures, Measure};
pub use report::{CorrectionView, ReportView, SectionView, SignatureView};
pub(crate) use report::{ReportText, date_text};
pub use site::LinkView;
pub(crate) use site::SiteView;
pub(crate) use site::emblem_path;
pub use table::{CellKind, CellView, LineView, TableView};
pub use text::{BlockView, InlineView};
pub(crate) use text::{block_with_paths, plain_text};
pub use theme::Theme;
pub(crate) use title::word_breaks;
