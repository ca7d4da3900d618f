//! What a finding is about, with its names.

/// What a finding is about; the names are part of the JSON contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A file that cannot be read as written.
    Syntax,
    /// A single value.
    Values,
    /// The sums within a table (勾稽关系).
    Balance,
    /// A total that a source document states.
    StatedTotal,
    /// This year against last year.
    Years,
    /// The six sections.
    Sections,
    /// The reporting period.
    Period,
    /// The day of publication.
    Deadline,
    /// Prose against tables.
    Prose,
    /// Text copied from elsewhere.
    Copied,
    /// The city against its agencies.
    City,
    /// Wording and punctuation.
    Wording,
    /// The making of pages and PDFs.
    Build,
}

impl Kind {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Values => "values",
            Self::Balance => "balance",
            Self::StatedTotal => "stated-total",
            Self::Years => "years",
            Self::Sections => "sections",
            Self::Period => "period",
            Self::Deadline => "deadline",
            Self::Prose => "prose",
            Self::Copied => "copied",
            Self::City => "city",
            Self::Wording => "wording",
            Self::Build => "build",
        }
    }

    /// What people are told it is about.
    pub fn title(self) -> &'static str {
        match self {
            Self::Syntax => "写法",
            Self::Values => "填写",
            Self::Balance => "勾稽关系",
            Self::StatedTotal => "合计",
            Self::Years => "年度衔接",
            Self::Sections => "六个部分",
            Self::Period => "期间",
            Self::Deadline => "期限",
            Self::Prose => "文表一致",
            Self::Copied => "雷同",
            Self::City => "全市汇总",
            Self::Wording => "文字",
            Self::Build => "生成",
        }
    }

    /// Whether an error of this kind means that the report could not be read or made at all, so that
    /// it stops even a record (已公开): there would be nothing true to publish.
    pub fn always_blocks(self) -> bool {
        matches!(self, Self::Syntax | Self::Values | Self::Build)
    }
}
