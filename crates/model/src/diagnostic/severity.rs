//! How grave a finding is, with its names.

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a look (提示).
    Hint,
    /// To be published only with a written reason (警告).
    Warning,
    /// Not to be published (错误).
    Error,
}

impl Severity {
    /// The name in JSON and as a class of pages.
    pub fn id(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hint => "提示",
            Self::Warning => "警告",
            Self::Error => "错误",
        }
    }
}
