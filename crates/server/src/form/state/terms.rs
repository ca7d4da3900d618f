//! What may be changed in a report, and on which form it stands.

use nianbao_model::{Form, Report, Status};
use nianbao_workspace::Checked;

use super::super::cells;
use super::super::change::{FormChange, Sending};
use super::super::correction::Record;
use super::super::kind::FormFile;
use super::super::report_files::ReportFiles;
use super::super::subject::Subject;

const PUBLISHED: &str =
    "已公开的年报不再改动。内容有错的，点“更正”：改好写错的地方，写明更正了什么，印在报告末尾。电话、地址可以直接改。";

const ADDED_UP: &str = "这份报告的三张表由本机关的数（本级）和下级机关的报告加起来：本机关的数填在“本级”的表里；下级机关的数要改，请改它们的报告。";

const NO_SUM: &str = "这份报告的三张表不是加起来的，没有“本级”；请填在表里。";

/// What may be changed.
#[derive(Debug, Clone)]
pub(in super::super) struct Terms {
    /// The form that the report stands on.
    pub(in super::super) form: &'static Form,
    /// Why nothing may be changed, if so.
    pub(in super::super) readonly: Option<String>,
    /// The record that it is, where it was published: its content changes by corrections alone.
    pub(in super::super) record: Option<Record>,
    /// Why the tables themselves cannot be typed, if so: they are added up.
    pub(in super::super) figures: Option<String>,
    /// Whether there are figures of the office itself, which are added to those below.
    own: bool,
}

impl Terms {
    /// Those of a report whose files are `files`; nothing where there can be none.
    pub(in super::super) fn of(checked: &Checked, subject: &Subject, files: &ReportFiles) -> Option<Self> {
        let forms = &checked.municipality.as_ref()?.forms;
        let report = subject.agency_in(checked)?.reports.get(&subject.year);
        let form = report.map(|report| report.form).or_else(|| forms.of_year(subject.year))?;
        let figures = report.filter(|report| report.is_added_up()).map(|_| ADDED_UP.to_owned());
        let record = report.filter(|report| report.status == Status::Published).map(|report| Record {
            published: report.published.as_ref().map(|day| day.value),
            is_added_up: report.is_added_up(),
        });
        let readonly = unread_file(files).or_else(|| unread_report(checked, subject, files, report));
        let own = report.is_some_and(|report| report.aggregation.is_some());
        Some(Self { form, readonly, record, figures, own })
    }

    /// Why what is in the report cannot be changed just like that, if so.
    pub(in super::super) fn locked(&self) -> Option<String> {
        self.readonly.clone().or_else(|| self.record.map(|_| PUBLISHED.to_owned()))
    }

    /// Why nothing of what was sent is written, if so.
    pub(in super::super) fn keeps_from_writing(&self, sending: &Sending) -> Option<String> {
        let corrects = sending.correction.is_some() || !sending.changes.iter().any(FormChange::is_of_content);
        if corrects { self.readonly.clone() } else { self.locked() }
    }

    /// Why the figure of a cell cannot be changed, if so.
    pub(in super::super) fn refusal(&self, cell: &str) -> Option<String> {
        if cells::is_own(cell) { (!self.own).then(|| NO_SUM.to_owned()) } else { self.figures.clone() }
    }
}

/// A file that is no text of ours.
fn unread_file(files: &ReportFiles) -> Option<String> {
    FormFile::ALL.into_iter().find_map(|file| {
        let file = files.get(file)?;
        let fault = file.fault.as_ref()?;
        Some(format!(
            "{} 读不出：{fault}。里面的内容没有动；请政务公开办改好这个文件，再刷新这一页，就能填写。",
            file.path
        ))
    })
}

/// report.yaml, where it is there and cannot be read.
fn unread_report(checked: &Checked, subject: &Subject, files: &ReportFiles, report: Option<&Report>) -> Option<String> {
    let file = files.get(FormFile::Report).filter(|file| file.is_there())?;
    let document = nianbao_loader::keys::Document::Report(report.map_or(Form::latest(), |report| report.form));
    if report.is_some() && nianbao_loader::edit::written(&file.text, document).is_ok() {
        return None;
    }
    let id = checked.sources.find(&file.path);
    let found = checked.findings.iter().find(|finding| {
        let place = finding.place();
        finding.is_unreadable()
            && finding.concerns(&subject.agency, subject.year)
            && place.is_some_and(|place| Some(place.file) == id)
    });
    let why = found.map_or_else(
        || "。".to_owned(),
        |finding| {
            let line = finding.place().map(|place| checked.sources.position(place).line);
            let line = line.map(|line| format!("第 {line} 行")).unwrap_or_default();
            let help = finding.help.as_deref().unwrap_or_default();
            format!("{line}：{}。{help}", finding.message.trim_end_matches('。'))
        },
    );
    Some(format!("{} 读不出{why}里面的内容没有动；请政务公开办改好这个文件，再刷新这一页，就能填写。", file.path))
}
