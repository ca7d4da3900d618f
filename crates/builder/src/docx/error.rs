//! Why a Word file could not be made.

use zip::result::ZipError;

use crate::pdf::FontError;

/// A Word file that could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    /// A picture that cannot be read.
    #[error("图片“{file}”放不进 Word 文件：{reason}")]
    Image {
        /// The name that the narrative gives it.
        file: String,
        /// What is wrong with it.
        reason: String,
    },
    /// There is no font for the text of a picture.
    #[error(transparent)]
    Font(#[from] FontError),
    /// The file cannot be packed.
    #[error("Word 文件没有生成：{0}")]
    Zip(#[from] ZipError),
}
