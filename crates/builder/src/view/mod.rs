//! What the templates see: plain serialisable values, the same for pages (tera) and PDFs (typst).

mod anchor;
mod chart;
mod deadline;
mod grid;
mod measure;
mod report;
mod site;
mod table;
mod text;
mod theme;
pub(crate) mod title;

pub(crate) use chart::percent;
pub use chart::{BarChart, BarView, ColumnChart, ColumnGroup, ColumnView, TickView};
pub use deadline::days_left;
pub(crate) use grid::{Grid, Placed};
pub(crate) use measure::grouped;
pub use measure::{FigureView, KeyFigures, Measure};
pub(crate) use report::date_text;
pub use report::{CorrectionView, ReportView, SectionView, SignatureView};
pub(crate) use site::emblem_path;
pub use site::{EmblemView, LinkView, SiteView};
pub use table::{CellKind, CellView, LineView, TableView};
pub use text::{BlockView, InlineView};
pub(crate) use theme::stylesheet;
