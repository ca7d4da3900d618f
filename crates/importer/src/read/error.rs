//! Why a file cannot be read.

/// Why a file cannot be read, in words for an editor.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It is of no kind that can be read.
    #[error("认不出“{0}”是什么文件；可以导入网页、.docx、PDF、.xlsx、.xls、.et、.csv 和文本文件")]
    Unknown(String),
    /// It is damaged.
    #[error("文件损坏，读不出来：{0}")]
    Damaged(String),
    /// It is larger than anything that a report is.
    #[error("文件太大：{0}")]
    TooLarge(String),
    /// It is of a kind that must be converted first.
    #[error("{0}")]
    Unsupported(String),
}
