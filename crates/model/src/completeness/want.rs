//! Why the figures of a report cannot be had.

/// Why the figures of a report cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// There is no report.
    Missing,
    /// There is one, but not all of it could be read.
    Unread,
    /// There is one that is yet to be filled in.
    Unfinished,
}

impl Want {
    /// What people are told.
    pub fn title(self) -> &'static str {
        match self {
            Self::Missing => "没有报告",
            Self::Unread => "有读不出的内容",
            Self::Unfinished => "尚未填写完",
        }
    }

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Unread => "unread",
            Self::Unfinished => "unfinished",
        }
    }
}
