//! Why a data file could not be made.

use rust_xlsxwriter::XlsxError;

/// A data file that could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DataError {
    /// A report that cannot be written as JSON.
    #[error("数据文件没有生成：{0}")]
    Json(#[from] serde_json::Error),
    /// Something that a workbook cannot hold.
    #[error("Excel 表格没有生成：{0}")]
    Workbook(#[from] XlsxError),
}
