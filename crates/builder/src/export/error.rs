//! Why a report was not handed over.

use std::path::PathBuf;

use nianbao_model::Diagnostic;

use crate::data::DataError;
use crate::docx::DocxError;
use crate::pdf::{FontError, PdfError};
use crate::publish::StageError;

/// Why a report was not handed over; nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The report has something that the format cannot hold.
    #[error("报告里有导不出的内容")]
    Findings(Vec<Diagnostic>),
    /// A data file could not be made.
    #[error(transparent)]
    Data(#[from] DataError),
    /// A Word file could not be made.
    #[error(transparent)]
    Docx(#[from] DocxError),
    /// There is no font for some role.
    #[error(transparent)]
    Font(#[from] FontError),
    /// The report could not be typeset.
    #[error(transparent)]
    Pdf(#[from] PdfError),
    /// Something is there already, which somebody may have worked on.
    #[error("{} 已经有了，没有改动它；请换一个名称，或者先把它移走", .0.display())]
    Occupied(PathBuf),
    /// A folder where a file is asked for.
    #[error("{} 是文件夹，这里要写文件名，如 {}", path.display(), path.join(example).display())]
    IsFolder {
        /// The folder.
        path: PathBuf,
        /// A name for the file.
        example: String,
    },
    /// The disk refused to take it.
    #[error(transparent)]
    Disk(#[from] StageError),
}
