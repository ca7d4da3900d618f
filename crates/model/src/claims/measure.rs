//! What a claim speaks of.

/// Which kind of request, answer or case a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Requests (表三).
    Requests {
        /// The row or rows.
        row: Row,
        /// The applicants, by the keys of their columns; `None` for all of them.
        applicant: Option<Applicant>,
    },
    /// 行政复议 and 行政诉讼 (表四).
    Proceedings {
        /// Reconsideration, litigation or both.
        route: Route,
        /// How they ended; `None` for all, the pending ones included.
        outcome: Option<Outcome>,
    },
    /// What table 2 counts; 行政事业性收费 in 万元.
    Published(Published),
}

/// What table 2 counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Published {
    /// Documents of a kind that were issued or repealed, or are in force.
    Documents(DocumentKind, Action),
    /// 行政许可.
    Permits,
    /// 行政处罚.
    Penalties,
    /// 行政强制.
    CoerciveMeasures,
    /// 行政事业性收费.
    Fees,
}

/// Kinds of documents in table 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentKind {
    /// 规章.
    Regulations,
    /// 行政规范性文件.
    Normative,
}

/// What is done with documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// 制发.
    Issued,
    /// 废止.
    Repealed,
    /// 现行有效.
    InForce,
}

/// Rows of table 3 by what agencies call them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// 收到, 受理, 收办.
    Received,
    /// 新收.
    NewlyReceived,
    /// No verb says what was done: 依申请公开 12 件.
    Any,
    /// 上年结转.
    CarriedIn,
    /// 办理, 处理: dealt with, perhaps not yet to the end.
    Handled,
    /// 办结: dealt with to the end.
    Concluded,
    /// 新收的 15 件已办结 13 件: of those received this year.
    ConcludedOfNew,
    /// 答复.
    Answered,
    /// 结转下年度.
    CarriedOut,
    /// 结转 without a direction.
    Carried,
    /// Requests that came in by one channel, or of one kind: part of those received.
    ReceivedPart,
    /// Disclosed, wholly or in part (公开率).
    Disclosed,
    /// Every result but these.
    Except(&'static [&'static str]),
    /// An official result or several added up, by their keys.
    Result(&'static [&'static str]),
    /// Two official results named together, which may be counted as one.
    Both(&'static [&'static str], &'static [&'static str]),
    /// A word of everyday language that may stand for any one of several official results.
    AnyResult(&'static [&'static str]),
    /// Something that is only part of the official results named: at most their sum.
    PartOf(&'static [&'static str]),
}

/// The columns of table 3 by what agencies call them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applicant {
    /// 自然人.
    NaturalPerson,
    /// 法人或其他组织, all five columns.
    Organisation,
    /// One of the five, by its key.
    One(&'static str),
}

/// A way of legal remedy: reconsideration, a kind of litigation, or several together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// 行政复议.
    Reconsideration,
    /// 行政诉讼, of either kind.
    Litigation,
    /// 未经复议直接起诉.
    Direct,
    /// 复议后起诉.
    AfterReconsideration,
    /// 行政复议 and 行政诉讼 together.
    Both,
    /// Both were named, and either or both together may be meant.
    Either,
}

/// How proceedings ended, by the columns of table 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// 结果维持.
    Upheld,
    /// 结果纠正.
    Corrected,
    /// 其他结果.
    Other,
    /// 尚未审结.
    Pending,
    /// 驳回, which may be counted as 维持 or as 其他结果.
    Dismissed,
    /// Ended in any way.
    Concluded,
    /// 胜诉: ended otherwise than 结果纠正.
    Won,
    /// Not 结果维持: ended otherwise, or pending.
    NotUpheld,
    /// Ended otherwise than 结果维持.
    EndedOtherwise,
    /// Not 胜诉: 结果纠正, or pending.
    NotWon,
}
