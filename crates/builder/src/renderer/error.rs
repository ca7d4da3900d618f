//! Why a file of the site could not be made.

use crate::data::DataError;
use crate::html::HtmlError;
use crate::templates::Fault;

/// A file of the site that could not be made.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A page could not be rendered.
    #[error(transparent)]
    Html(#[from] HtmlError),
    /// A data file could not be made.
    #[error(transparent)]
    Data(#[from] DataError),
}

impl RenderError {
    /// The faults of templates that it is about.
    pub fn faults(&self) -> &[Fault] {
        match self {
            Self::Html(error) => error.faults(),
            Self::Data(_) => &[],
        }
    }
}
