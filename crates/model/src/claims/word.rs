//! The words that a reader of annual reports knows.

use super::measure::{Action, Applicant, DocumentKind, Measure, Outcome, Published, Route, Row};

/// What a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// Something that table 3 counts.
    Row(Row),
    /// Applicants: a column of table 3 or several.
    Applicant(Applicant),
    /// Something that table 4 counts.
    Route(Route),
    /// How a proceeding ended.
    Outcome(Outcome),
    /// The subject: requests for government information.
    Topic,
    /// 申请 alone: the subject only where it was named before.
    Request,
    /// Another business done in the same words: hotline calls, proposals, permits.
    Foreign,
    /// Something else that is counted: opinions, documents, articles.
    Object,
    /// Documents that table 2 counts: 规范性文件.
    Documents(DocumentKind),
    /// What is done with them: 制发, 废止.
    Act(Action),
    /// Something else that table 2 counts: 行政许可, 行政事业性收费.
    Published(Published),
    /// 法院, 判决: what follows speaks of litigation.
    Court,
    /// 其他, which stands for the last of whatever is being listed.
    Rest,
    /// 分别: several figures for several words.
    Respectively,
    /// 维持率: a rate that the tables give.
    RateOf(Measure),
    /// 结转, whose direction other words give.
    Carry,
    /// 上年, 去年.
    LastYear,
    /// 下年度, 次年.
    NextYear,
    /// 均, 全部.
    All,
    /// 已.
    Already,
    /// 未, 无.
    Not,
    /// 含, 其中: what follows is part of what came before.
    Part,
    /// Bodies of one level, each of which has a part: 各县（市、区）.
    Bodies,
    /// How requests came in: 网络, 信函.
    Channel,
    /// A stretch of the year only, or several years: 上半年, 累计.
    Period,
    /// A body within the one that reports: 办公室, 本级.
    Scope,
    /// The one that reports: 我局.
    Own,
    /// 由, 从: the figure before a change.
    From,
    /// 降至, 增至: the figure after a change.
    To,
    /// 增长, 上升.
    Up,
    /// 下降, 减少.
    Down,
    /// 同比, 较上年.
    Compared,
    /// 持平.
    Level,
    /// 占, 占比.
    Share,
    /// 率: a rate is no count.
    Rate,
    /// Words between a measure and its figure that change nothing.
    Filler,
    /// A longer word that holds one of the others by chance: 办理流程.
    Other,
}

impl Word {
    /// Whether it brings up another business than requests, which the words that follow speak of.
    pub(super) fn is_foreign(self) -> bool {
        matches!(
            self,
            Self::Foreign | Self::Published(Published::Permits | Published::Penalties | Published::CoerciveMeasures)
        )
    }

    /// Whether a figure beside it counts something else than requests and cases.
    pub(super) fn is_object(self) -> bool {
        self.is_foreign() || matches!(self, Self::Object | Self::Documents(_) | Self::Published(_))
    }
}
