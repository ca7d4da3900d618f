//! The YAML files: each is made as a tree of values first, then printed.

mod agency;
mod figures;
mod record;
mod report;
mod scalar;
mod site;
mod stated;
mod style;
mod tree;

pub use agency::{agency, agency_fields};
pub use record::record;
pub use report::{report, report_fields};
pub use site::{site, site_fields};
pub use style::{Style, Zeros};
pub use tree::Field;
