//! What changed of a report, in words and tables.

use nianbao_builder::html::{ChangeKind, ChangedFigure, ChangedGroup, ChangedLine, ChangedPart};
use nianbao_model::{SectionKind, Status};
use nianbao_workspace::changes::{
    AgencyChanges, Extent, FigureChange, RemarkChange, ReportChanges, ReportEvent, State, TableChanges, Unreadable,
};

use super::keys::{picture, rewritten};
use super::wording::{block, field, line, section};

/// What changed of a report of `agency`.
pub(super) fn group(agency: &AgencyChanges, report: &ReportChanges) -> ChangedGroup {
    let head = lines(None, head(report));
    let own = figures(Some("本级（本机关自己的数）".to_owned()), &report.own, &[], Vec::new());
    let narrative = report.narrative.iter();
    let narrative =
        narrative.filter_map(|one| lines(Some(section(one.section)), one.blocks.iter().map(block).collect()));
    let pictures = lines(Some("图片".to_owned()), report.pictures.iter().map(picture).collect());
    let files = report.rewritten.iter().map(|path| rewritten(path.rsplit('/').next().unwrap_or(path)));
    let files = lines(Some("文件".to_owned()), files.collect());
    let tables = report.tables.iter().filter_map(table);
    let parts = head.into_iter().chain(tables).chain(own).chain(narrative).chain(pictures).chain(files);
    ChangedGroup { heading: format!("{} {} 年的报告", agency.name, report.year), parts: parts.collect() }
}

fn head(report: &ReportChanges) -> Vec<ChangedLine> {
    let event = report.event.as_ref().map(event);
    // Where the whole report is unreadable, that is said already.
    let whole = matches!(report.event, Some(ReportEvent::Unreadable(_)));
    let unread = report.unreadable.iter().filter(|_| !whole).map(unread);
    event.into_iter().chain(unread).chain(report.fields.iter().flat_map(field)).collect()
}

fn event(event: &ReportEvent) -> ChangedLine {
    match event {
        ReportEvent::Added(extent) => line(ChangeKind::Added, format!("新增这份报告：{}", extent_said(extent))),
        ReportEvent::Removed(extent) => {
            line(ChangeKind::Removed, format!("删去这份报告，原来是：{}", extent_said(extent)))
        }
        ReportEvent::Unreadable(state) => {
            let state = name(*state);
            line(ChangeKind::Problem, format!("{state}的这份报告整份读不出来，没有比较；请先按“检查出的问题”改好"))
        }
    }
}

fn extent_said(extent: &Extent) -> String {
    let Extent { status, figures, characters } = extent;
    let status = match status {
        Status::Draft => "起草",
        Status::Released => "可公开",
        Status::Published => "已公开",
    };
    format!("状态 {status}，三张表里不是 0 的有 {figures} 格，正文 {characters} 字")
}

fn unread(unread: &Unreadable) -> ChangedLine {
    let file = unread.file.rsplit('/').next().unwrap_or_default();
    let (state, places) = (name(unread.state), unread.places);
    let said = format!("{state}的 {file} 有 {places} 处读不出来，那几处和与它们有关的合计没有比较");
    line(ChangeKind::Note, said)
}

fn name(state: State) -> &'static str {
    match state {
        State::Before => "改动前",
        State::After => "改动后",
    }
}

fn table(table: &TableChanges) -> Option<ChangedPart> {
    let kind = SectionKind::ALL.into_iter().find(|kind| kind.table() == Some(table.id));
    figures(Some(section(kind)), &table.cells, &table.totals, table.remarks.iter().map(remark).collect())
}

fn remark(change: &RemarkChange) -> ChangedLine {
    let RemarkChange { label, before, after } = change;
    match (before, after) {
        (Some(old), Some(new)) => line(ChangeKind::Changed, format!("{label}的注由“{old}”改为“{new}”")),
        (None, Some(new)) => line(ChangeKind::Added, format!("{label}加了注“{new}”")),
        (old, None) => line(ChangeKind::Removed, format!("{label}删去了注“{}”", old.as_deref().unwrap_or_default())),
    }
}

fn figures(
    heading: Option<String>,
    typed: &[FigureChange],
    following: &[FigureChange],
    lines: Vec<ChangedLine>,
) -> Option<ChangedPart> {
    let figures = typed.iter().map(|one| figure(one, false)).chain(following.iter().map(|one| figure(one, true)));
    let part = ChangedPart { heading, figures: figures.collect(), lines };
    (!(part.figures.is_empty() && part.lines.is_empty())).then_some(part)
}

fn figure(change: &FigureChange, follows: bool) -> ChangedFigure {
    let number = |figure: &Option<String>| figure.clone().unwrap_or_else(|| "无此项".to_owned());
    ChangedFigure {
        name: change.label.clone(),
        before: number(&change.before),
        after: number(&change.after),
        change: change.change.clone().unwrap_or_else(|| "—".to_owned()),
        follows,
    }
}

fn lines(heading: Option<String>, lines: Vec<ChangedLine>) -> Option<ChangedPart> {
    (!lines.is_empty()).then(|| ChangedPart { heading, figures: Vec::new(), lines })
}
