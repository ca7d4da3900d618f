//! The sums of cells that a claim may mean.

use super::measure::{Applicant, Measure, Outcome, Route, Row};

/// What is added up, or taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Summand {
    /// What it is called in a message: 本年新收.
    pub(super) name: String,
    /// Its cells as look-ups.
    pub(super) paths: Vec<String>,
    /// Whether it is taken away.
    pub(super) minus: bool,
}

/// A sum of cells.
pub(super) type Formula = Vec<Summand>;

/// The formulas that a claim may mean.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Formulas {
    /// Legitimate readings: a claim is right if any fits. The plainest comes first.
    pub(super) legitimate: Vec<Formula>,
    /// Readings that a person would have to judge: a claim that only fits one of these is ambiguous.
    pub(super) doubtful: Vec<Formula>,
    /// Whether the claim is a part of what the readings give, not all of it.
    pub(super) part: bool,
    /// Whether the word itself leaves open which figure is meant, so that a claim that fits none is
    /// ambiguous, not wrong.
    pub(super) vague: bool,
}

impl Measure {
    /// What it may mean.
    pub(super) fn formulas(self) -> Formulas {
        match self {
            Self::Requests { row, applicant } => row.formulas(applicant),
            Self::Proceedings { route, outcome } => proceedings(route, outcome),
            Self::Fees => {
                let fees = summand("行政事业性收费", vec!["主动公开.行政事业性收费".to_owned()]);
                Formulas { legitimate: vec![vec![fees]], ..Formulas::default() }
            }
        }
    }
}

fn summand(name: &str, paths: Vec<String>) -> Summand {
    Summand { name: name.to_owned(), paths, minus: false }
}

impl Row {
    fn formulas(self, applicant: Option<Applicant>) -> Formulas {
        let rows = |formulas: &[&[&str]]| formulas.iter().map(|formula| of_rows(formula, applicant)).collect();
        let legitimate = |formulas| Formulas { legitimate: rows(formulas), ..Formulas::default() };
        let open = |exact, doubtful| Formulas { doubtful: rows(doubtful), ..legitimate(exact) };
        match self {
            Self::Received => legitimate(&[&["本年新收"], &["本年新收", "上年结转"]]),
            Self::ReceivedPart => {
                Formulas { part: true, vague: true, ..legitimate(&[&["本年新收", "上年结转"]]) }
            }
            Self::Disclosed => legitimate(&[&["予以公开"], &["予以公开", "部分公开"]]),
            Self::Any => {
                let any = legitimate(&[&["本年新收"], &["本年新收", "上年结转"], &["办理结果总计"]]);
                Formulas { vague: true, ..any }
            }
            Self::NewlyReceived => legitimate(&[&["本年新收"]]),
            Self::CarriedIn => legitimate(&[&["上年结转"]]),
            Self::Handled => {
                open(&[&["办理结果总计"], &["本年新收", "上年结转"]], &[&["本年新收"], &["办理结果总计", "-上年结转"]])
            }
            Self::ConcludedOfNew => legitimate(&[&["办理结果总计"], &["办理结果总计", "-上年结转"]]),
            Self::Concluded => open(&[&["办理结果总计"]], &[&["办理结果总计", "-上年结转"]]),
            Self::Answered => open(
                &[&["办理结果总计"], &["办理结果总计", "-其他处理"]],
                &[&["办理结果总计", "-上年结转"], &["办理结果总计", "-不予处理", "-其他处理"]],
            ),
            Self::CarriedOut => legitimate(&[&["结转下年度"]]),
            Self::Carried => legitimate(&[&["结转下年度"], &["上年结转"]]),
            // What is left after 逾期不补正 and 逾期不缴费 is called 其他处理 too.
            Self::Result(&["其他处理"]) => legitimate(&[&["其他处理"], &["其他处理.其他"]]),
            Self::Result(keys) => legitimate(&[keys]),
            Self::AnyResult(keys) => {
                let each = keys.iter().map(|key| of_rows(&[key], applicant)).collect();
                Formulas { legitimate: each, vague: true, ..Formulas::default() }
            }
            // Where what was withdrawn is counted, if at all, only the agency knows.
            Self::PartOf(keys) => Formulas { part: true, vague: true, ..legitimate(&[keys]) },
            Self::Except(keys) => {
                let others = keys.iter().map(|key| Summand { minus: true, ..of_row(key, applicant) });
                let formula = std::iter::once(of_row("办理结果总计", applicant)).chain(others).collect();
                Formulas { legitimate: vec![formula], ..Formulas::default() }
            }
        }
    }
}

fn of_rows(keys: &[&str], applicant: Option<Applicant>) -> Formula {
    keys.iter().map(|key| of_row(key, applicant)).collect()
}

/// A row of table 3 in the columns of these applicants; a leading `-` takes it away.
fn of_row(key: &str, applicant: Option<Applicant>) -> Summand {
    let (row, minus) = key.strip_prefix('-').map_or((key, false), |row| (row, true));
    let (columns, who): (&[&str], String) = match applicant {
        None => (&["总计"], String::new()),
        Some(Applicant::NaturalPerson) => (&["自然人"], "（自然人）".to_owned()),
        Some(Applicant::Organisation) => (ORGANISATIONS, "（法人或其他组织）".to_owned()),
        Some(Applicant::One(key)) => (&[key], format!("（{key}）")),
    };
    let paths = columns.iter().map(|column| format!("申请.{row}.{column}")).collect();
    let name = match row.rsplit('.').next().unwrap_or(row) {
        "办理结果总计" => "（七）总计",
        "其他" => "其他处理的“其他”",
        name => name,
    };
    Summand { name: format!("{name}{who}"), paths, minus }
}

const ORGANISATIONS: &[&str] = &["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"];

/// A kind of proceedings: its look-up and its name.
type Proceeding = (&'static str, &'static str);

const RECONSIDERATION: Proceeding = ("复议", "行政复议");
const DIRECT: Proceeding = ("诉讼.未经复议直接起诉", "未经复议直接起诉");
const AFTER: Proceeding = ("诉讼.复议后起诉", "复议后起诉");

/// Each kind may be counted whole or without the cases still pending.
fn proceedings(route: Route, outcome: Option<Outcome>) -> Formulas {
    let groups: &[&[Proceeding]] = match route {
        Route::Reconsideration => &[&[RECONSIDERATION]],
        Route::Direct => &[&[DIRECT]],
        Route::AfterReconsideration => &[&[AFTER]],
        Route::Litigation => &[&[DIRECT, AFTER], &[DIRECT], &[AFTER]],
        Route::Either => {
            &[&[RECONSIDERATION, DIRECT, AFTER], &[RECONSIDERATION], &[DIRECT, AFTER], &[DIRECT], &[AFTER]]
        }
        Route::Both => &[&[RECONSIDERATION, DIRECT, AFTER], &[RECONSIDERATION, DIRECT], &[RECONSIDERATION, AFTER]],
    };
    let legitimate = groups.iter().flat_map(|group| counted(group, outcome)).collect();
    let vague = matches!(outcome, Some(Outcome::Other | Outcome::Dismissed));
    Formulas { legitimate, vague, ..Formulas::default() }
}

fn counted(group: &[Proceeding], outcome: Option<Outcome>) -> Vec<Formula> {
    let cells = |key: &'static str| -> Formula {
        let cell = |(path, name): &Proceeding| summand(&format!("{name}{key}"), vec![format!("{path}.{key}")]);
        group.iter().map(cell).collect()
    };
    let total = || cells("总计");
    let concluded = || {
        let pending = cells("尚未审结").into_iter().map(|pending| Summand { minus: true, ..pending });
        total().into_iter().chain(pending).collect()
    };
    match outcome {
        None => vec![total(), concluded()],
        Some(Outcome::Concluded) => vec![concluded()],
        Some(Outcome::Upheld) => vec![cells("结果维持")],
        Some(Outcome::Corrected) => vec![cells("结果纠正")],
        Some(Outcome::Other) => vec![cells("其他结果")],
        Some(Outcome::Dismissed) => vec![cells("结果维持"), cells("其他结果")],
        Some(Outcome::Pending) => vec![cells("尚未审结")],
    }
}
