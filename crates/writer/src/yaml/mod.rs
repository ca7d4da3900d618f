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

pub use agency::agency;
pub use record::record;
pub use report::report;
pub use site::site;
pub use style::{Style, Zeros};
