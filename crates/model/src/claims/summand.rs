//! The cells that a formula adds up: what they are called in a message, and where they stand on a form.

use super::measure::{Action, Applicant, DocumentKind, Published};
use crate::form::{Applications, Cases, Columns, Rows};
use crate::{Address, Form};

/// What is added up, or taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Summand {
    /// Its cells.
    pub(super) cells: Cells,
    /// Whether it is taken away.
    pub(super) minus: bool,
}

/// Cells by their meaning, on whatever form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cells {
    /// A row of table 3 in the columns of these applicants; in 总计 for none.
    Requests { line: Line, applicant: Option<Applicant> },
    /// A column of table 4.
    Proceedings { kind: Proceeding, column: Column },
    /// A figure of table 2.
    Published(Published),
}

/// A row of table 3, or several that are added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// 本年新收.
    Received,
    /// 上年结转.
    CarriedIn,
    /// 予以公开.
    Granted,
    /// 部分公开.
    PartiallyGranted,
    /// 不予处理.
    NotProcessed,
    /// 其他处理.
    Other,
    /// （七）总计.
    Concluded,
    /// 结转下年度.
    CarriedOut,
    /// Any other, by its keys.
    Result(&'static str),
}

/// A kind of proceedings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Proceeding {
    /// 行政复议.
    Reconsideration,
    /// 未经复议直接起诉.
    Direct,
    /// 复议后起诉.
    AfterReconsideration,
}

/// A column below a kind of proceedings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// 结果维持.
    Upheld,
    /// 结果纠正.
    Corrected,
    /// 其他结果.
    Other,
    /// 尚未审结.
    Pending,
    /// 总计.
    Total,
}

impl Summand {
    /// Cells that are added.
    pub(super) fn plus(cells: Cells) -> Self {
        Self { cells, minus: false }
    }

    /// Cells that are taken away.
    pub(super) fn minus(cells: Cells) -> Self {
        Self { cells, minus: true }
    }
}

impl Cells {
    /// What they are called in a message: 本年新收.
    pub(super) fn name(self) -> String {
        match self {
            Self::Requests { line, applicant } => {
                let who = match applicant {
                    None => String::new(),
                    Some(Applicant::NaturalPerson) => "（自然人）".to_owned(),
                    Some(Applicant::Organisation) => "（法人或其他组织）".to_owned(),
                    Some(Applicant::One(key)) => format!("（{key}）"),
                };
                line.name().to_owned() + &who
            }
            Self::Proceedings { kind, column } => kind.name().to_owned() + column.name(),
            Self::Published(item) => item.name().to_owned(),
        }
    }

    /// Where they stand on `form`; nothing if it has no such figure.
    pub(super) fn addresses(self, form: &Form) -> Option<Vec<Address>> {
        match self {
            Self::Requests { line, applicant } => {
                let table = form.applications();
                let rows = line.rows(table)?;
                Some(columns(table, applicant)?.iter().map(|column| rows.at(column)).collect())
            }
            Self::Proceedings { kind, column } => Some(vec![column.of(kind.cases(form)).clone()]),
            Self::Published(item) => item.address(form).map(|address| vec![address.clone()]),
        }
    }
}

/// The columns of these applicants, each organisation's by itself.
fn columns(table: &Applications, applicant: Option<Applicant>) -> Option<Vec<Columns>> {
    Some(match applicant {
        None => vec![table.total.clone()],
        Some(Applicant::NaturalPerson) => vec![table.natural_person.clone()],
        Some(Applicant::Organisation) => table.organisations.each().collect(),
        Some(Applicant::One(key)) => vec![table.applicant(key)?.clone()],
    })
}

impl Line {
    fn rows(self, table: &Applications) -> Option<Rows> {
        Some(match self {
            Self::Received => table.received.clone(),
            Self::CarriedIn => table.carried_in.clone(),
            Self::Granted => table.granted.clone(),
            Self::PartiallyGranted => table.partially_granted.clone(),
            Self::NotProcessed => table.not_processed.clone(),
            Self::Other => table.other.clone(),
            Self::Concluded => table.concluded.clone(),
            Self::CarriedOut => table.carried_out.clone(),
            Self::Result(keys) => table.rows(keys)?,
        })
    }

    fn name(self) -> &'static str {
        match self {
            Self::Received => "本年新收",
            Self::CarriedIn => "上年结转",
            Self::Granted => "予以公开",
            Self::PartiallyGranted => "部分公开",
            Self::NotProcessed => "不予处理",
            Self::Other => "其他处理",
            Self::Concluded => "（七）总计",
            Self::CarriedOut => "结转下年度",
            Self::Result(keys) => match keys.rsplit('.').next().unwrap_or(keys) {
                "办理结果总计" => "（七）总计",
                "其他" => "其他处理的“其他”",
                name => name,
            },
        }
    }
}

impl Published {
    fn address(self, form: &Form) -> Option<&Address> {
        let table = form.disclosure();
        match self {
            Self::Documents(kind, action) => {
                let documents = table.documents.as_ref()?;
                let stock = match kind {
                    DocumentKind::Regulations => &documents.regulations,
                    DocumentKind::Normative => &documents.normative_documents,
                };
                Some(match action {
                    Action::Issued => &stock.issued,
                    Action::Repealed => &stock.repealed,
                    Action::InForce => &stock.in_force,
                })
            }
            // 格式2019 counts what was made public, and kinds of fees.
            _ if table.documents.is_none() => None,
            Self::Permits => Some(&table.permits),
            Self::Penalties => Some(&table.penalties),
            Self::CoerciveMeasures => Some(&table.coercive_measures),
            Self::Fees => table.fees.as_ref(),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Documents(DocumentKind::Regulations, Action::Issued) => "规章本年制发件数",
            Self::Documents(DocumentKind::Regulations, Action::Repealed) => "规章本年废止件数",
            Self::Documents(DocumentKind::Regulations, Action::InForce) => "规章现行有效件数",
            Self::Documents(DocumentKind::Normative, Action::Issued) => "行政规范性文件本年制发件数",
            Self::Documents(DocumentKind::Normative, Action::Repealed) => "行政规范性文件本年废止件数",
            Self::Documents(DocumentKind::Normative, Action::InForce) => "行政规范性文件现行有效件数",
            Self::Permits => "行政许可",
            Self::Penalties => "行政处罚",
            Self::CoerciveMeasures => "行政强制",
            Self::Fees => "行政事业性收费",
        }
    }
}

impl Proceeding {
    fn cases(self, form: &Form) -> &Cases {
        let table = form.proceedings();
        match self {
            Self::Reconsideration => &table.reconsideration,
            Self::Direct => &table.direct,
            Self::AfterReconsideration => &table.after_reconsideration,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Reconsideration => "行政复议",
            Self::Direct => "未经复议直接起诉",
            Self::AfterReconsideration => "复议后起诉",
        }
    }
}

impl Column {
    fn of(self, cases: &Cases) -> &Address {
        match self {
            Self::Upheld => &cases.upheld,
            Self::Corrected => &cases.corrected,
            Self::Other => &cases.other,
            Self::Pending => &cases.pending,
            Self::Total => &cases.total,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Upheld => "结果维持",
            Self::Corrected => "结果纠正",
            Self::Other => "其他结果",
            Self::Pending => "尚未审结",
            Self::Total => "总计",
        }
    }
}
