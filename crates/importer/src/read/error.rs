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
    /// It is a text of a word processor in an older or another form, which LibreOffice can convert.
    #[error(
        "这是旧版或其他格式的文字处理文件（如 .doc、.wps、.rtf、.odt），不能直接读取；请用 Word 或 WPS 打开后“另存为 .docx”，再导入"
    )]
    OldWord,
}
