//! The figures of a new report: what last year's carries over, and what is to be looked up.

use nianbao_model::carry_over::{carried_over, reports_before};
use nianbao_model::completeness::looked_up;
use nianbao_model::deadline::is_government;
use nianbao_model::figures::UNVERIFIED;
use nianbao_model::{
    Address, Agency, Aggregation, Cell, Figures, FileId, Form, Municipality, Report, Scope, Span, Status, guidance,
};

use crate::{Checked, ReportError, complete_report};

/// What a new report has of last year's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Carried {
    /// 结转下年度 stands as 上年结转. `merged` are the agencies that became part of this one, whose figures are in it; `draft`
    /// says whether last year's may still change.
    Over {
        /// The names of those that became part of this one.
        merged: Vec<String>,
        /// Whether any of last year's reports is still being written.
        draft: bool,
    },
    /// There is no report of last year.
    Nothing,
    /// Last year's figures are not all to be read: somebody has to look them up.
    Unreadable,
}

/// A new report before it is written down.
#[derive(Clone)]
pub(super) struct Prepared {
    pub(super) report: Report,
    pub(super) carried: Carried,
    /// What is to be known of its figures, a line each.
    pub(super) notes: Vec<String>,
    /// Whether it begins with an introduction: where last year's did, or where there was none to go by.
    pub(super) introduced: bool,
}

impl Prepared {
    /// The same as it is where nothing is known of last year's.
    pub(super) fn waiting(&self) -> Self {
        let mut waiting = self.clone();
        if !self.report.is_added_up() {
            let figures = std::mem::take(&mut waiting.report.figures);
            waiting.report.figures = open(self.report.form, figures, true);
        }
        waiting
    }
}

/// All that may be told of last year's report above a new one for `year`: what is told now, and what was before that one came.
pub(super) fn notes(prepared: &Prepared, year: i16) -> Vec<String> {
    let last = year.saturating_sub(1);
    let over = Carried::Over { merged: Vec::new(), draft: false };
    let told = [over, Carried::Nothing, Carried::Unreadable].map(|carried| of_carried(&carried, last));
    prepared.notes.iter().cloned().chain(told).collect()
}

/// The new report of `agency` on a form and year.
pub(super) fn prepared(
    checked: &Checked,
    municipality: &Municipality,
    agency: &Agency,
    (form, year): (&'static Form, i16),
) -> Prepared {
    let before = reports_before(municipality, agency, year);
    let previous = before.iter().find(|(whose, _)| whose.id == agency.id).map(|(_, report)| *report);
    let last = year.saturating_sub(1);
    let mut prepared = Prepared {
        report: Report { form, ..Report::blank(year) },
        carried: Carried::Nothing,
        notes: Vec::new(),
        introduced: previous.is_none_or(|report| !report.narrative.introduction.is_empty()),
    };
    let summed = match previous {
        Some(previous) => previous.aggregation.as_ref().map(|sum| sum.scope.clone()),
        None => (is_government(agency) && !agency.children.is_empty()).then_some(Scope::All),
    };
    if let Some(scope) = summed {
        let office = office(agency, year);
        let own = match previous {
            Some(previous) => own(previous, form, year),
            None => office.is_none().then(|| open(form, Figures::default(), agency.duty.since != Some(year))),
        };
        let hands_on = previous.is_some() && own.is_some();
        prepared.carried = if hands_on { told(&before, agency) } else { Carried::Nothing };
        prepared.notes.extend(of_sum(own.is_some(), office));
        let span = Span::new(FileId(0), 0, 0);
        let own = own.unwrap_or_default();
        prepared.report.aggregation = Some(Aggregation { scope, span, own, typed: false });
        return prepared;
    }
    let unread = before.iter().any(|(whose, _)| complete_report(whose, Some(last), &checked.findings).is_err())
        || matches!(complete_report(agency, Some(last), &checked.findings), Err(ReportError::Unreadable { .. }));
    let reports: Vec<&Report> = before.iter().map(|(_, report)| *report).collect();
    let carried = if unread { Report { form, ..Report::blank(year) } } else { carried_over(form, year, &reports) };
    prepared.carried = match (unread, reports.is_empty()) {
        (true, _) => Carried::Unreadable,
        (false, true) => Carried::Nothing,
        (false, false) => told(&before, agency),
    };
    prepared.notes.push(of_carried(&prepared.carried, last));
    prepared.notes.extend(previous.filter(|_| !unread).and_then(guidance::in_force));
    // An agency that begins this year has nothing to carry.
    let unknown = match prepared.carried {
        Carried::Over { .. } => false,
        Carried::Nothing => agency.duty.since != Some(year),
        Carried::Unreadable => true,
    };
    prepared.report.figures = open(form, carried.figures, unknown);
    prepared
}

/// The office's own figures (本级) for the new year, if it had any of its own last year.
fn own(previous: &Report, form: &'static Form, year: i16) -> Option<Figures> {
    let own = previous.aggregation.as_ref().map(|sum| &sum.own).filter(|own| !own.is_empty())?;
    let alone = Report { figures: own.clone(), ..Report { form: previous.form, ..Report::blank(previous.year) } };
    Some(open(form, carried_over(form, year, &[&alone]).figures, false))
}

/// The government's own office, if it makes a report of its own, which holds what would else be 本级.
fn office(government: &Agency, year: i16) -> Option<&Agency> {
    let place = government.name.value.trim_end_matches("人民政府");
    let is_office = |agency: &&Agency| {
        let name = agency.name.value.strip_suffix("办公室").or_else(|| agency.name.value.strip_suffix("办公厅"));
        let rest = name.and_then(|name| name.strip_suffix("政府")?.strip_prefix(place));
        rest.is_some_and(|rest| matches!(rest, "" | "人民"))
    };
    government.children.iter().filter(|agency| agency.duty.covers(year)).find(is_office)
}

fn told(before: &[(&Agency, &Report)], agency: &Agency) -> Carried {
    let merged = before.iter().filter(|(whose, _)| whose.id != agency.id);
    Carried::Over {
        merged: merged.map(|(whose, _)| whose.name.value.clone()).collect(),
        draft: before.iter().any(|(_, report)| report.status == Status::Draft),
    }
}

/// The figures that are `carried` over, with 待核对 wherever a figure can only be looked up. `unknown` says whether what was
/// carried over has to be looked up, too.
fn open(form: &'static Form, carried: Figures, unknown: bool) -> Figures {
    let mut figures = carried;
    let applications = form.applications();
    for applicant in applications.applicants.iter().filter(|_| unknown) {
        look_up(&mut figures, &applications.carried_in.at(&applicant.columns));
    }
    for address in looked_up(form) {
        look_up(&mut figures, &address);
    }
    figures
}

fn look_up(figures: &mut Figures, address: &Address) {
    figures.set(address, Cell { written: Some(UNVERIFIED.to_owned()), ..Cell::default() });
}

fn of_carried(carried: &Carried, last: i16) -> String {
    match carried {
        Carried::Over { merged, .. } if !merged.is_empty() => {
            format!("“上年结转”已按 {last} 年报告的“结转下年度”填好，加上了并入的{}的，应当一致。", merged.join("、"))
        }
        Carried::Over { .. } => format!("“上年结转”已按 {last} 年报告的“结转下年度”填好，应当一致。"),
        Carried::Nothing => {
            format!("这里没有 {last} 年的报告；“上年结转”请照 {last} 年报告的“结转下年度”填写，没有的是 0。")
        }
        Carried::Unreadable => format!("{last} 年的报告还没有填完，或者有读不出的内容；“上年结转”请查实后填写。"),
    }
}

/// What is to be known of tables that are added up; `office` makes a report of its own.
fn of_sum(own: bool, office: Option<&Agency>) -> Vec<String> {
    let first = "三张表由下级的报告加起来，不用填写；下级的报告还没有写完的，检查时会列出来。".to_owned();
    let second = match office {
        _ if own => {
            "“本级”填本机关自己收到和处理的，不含下级的；没有的写 0，已经在某个下级的报告里的，删去“本级”。".to_owned()
        }
        Some(office) => format!("本机关自己的数在{}的报告里，已经加进来了，不写“本级”。", office.name.value),
        None => "本机关自己的数不在任何下级的报告里的，写在“本级”下面，写法和三张表一样。".to_owned(),
    };
    vec![first, second]
}
