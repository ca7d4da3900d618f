//! The result for people.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use nianbao_loader::report_folder;

use super::result::{Figures, Imports, ReadReport};
use super::writing::Written;
use super::{found, unsure};
use crate::visible;

/// Of what was left out so many letters are shown.
const EXCERPT: usize = 20;

/// Everything that came of it.
pub(super) fn render(imports: &Imports) -> String {
    let mut text = String::new();
    for report in &imports.reports {
        text += &read(report);
        text += &written(report);
        text += &unsure::unverified(report);
        text += &unsure::doubts(report);
        text += &dropped(report);
        text += changed(report);
        text += &found::findings(report, imports);
        text.push('\n');
    }
    for refused in &imports.refused {
        let _ = writeln!(text, "没有放进去：{}：{}。", visible::line(&refused.file), visible::line(&refused.why));
    }
    text += &ending(imports);
    text
}

/// What was read from where.
pub(super) fn read(report: &ReadReport) -> String {
    let draft = &report.draft;
    let figures = figures(report);
    let files: Vec<&str> = draft.files.iter().map(|(name, _)| name.as_str()).collect();
    let sections = draft.imported.report.narrative.sections.iter().filter(|section| !section.blocks.is_empty()).count();
    let pictures = match draft.imported.report.images.len() {
        0 => String::new(),
        count => format!("，图片 {count} 张"),
    };
    let (called, year) = (&draft.called, draft.year);
    format!(
        "{} {year} 年，读自 {}：{figures}；正文 {sections} 节{pictures}。\n",
        visible::line(called),
        visible::line(&files.join("、"))
    )
}

/// How many figures were read.
pub(super) fn figures(report: &ReadReport) -> String {
    let Figures { read, blank, unverified } = report.figures();
    if read + unverified == 0 {
        return "表格里的数一个也没有读出来".to_owned();
    }
    let blank = if blank > 0 { format!("（其中空白 {blank} 格，按 0 计）") } else { String::new() };
    let unverified = if unverified > 0 { format!("，{unverified} 个待核对") } else { String::new() };
    format!("读出 {read} 个数{blank}{unverified}")
}

/// What was left out, by kind.
fn dropped(report: &ReadReport) -> String {
    let mut kinds: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for dropped in &report.draft.imported.dropped {
        kinds.entry(&dropped.kind).or_default().push(&dropped.text);
    }
    if kinds.is_empty() {
        return String::new();
    }
    let listed = kinds.iter().map(|(kind, texts)| {
        let first: String = texts
            .iter()
            .find(|text| !text.is_empty())
            .into_iter()
            .flat_map(|text| text.chars().take(EXCERPT))
            .collect();
        let example = if first.is_empty() { String::new() } else { format!("（“{first}”）") };
        format!("{kind} {} 处{example}", texts.len())
    });
    let listed = listed.collect::<Vec<_>>().join("、");
    format!("不是报告内容，没有放进去的：{}。\n", visible::line(&listed))
}

/// What became of its files, before all that is to be said of them.
fn written(report: &ReadReport) -> String {
    let draft = &report.draft;
    let folder = report_folder(&draft.agency, draft.year);
    let names = draft.made.iter().filter_map(|(path, _)| path.rsplit('/').next()).collect::<Vec<_>>().join("、");
    let line = match &report.written {
        Written::New => format!("写在 {folder}：{names}。"),
        Written::Replaced(_) => format!("替换了 {folder} 里原来的报告，改动列在下面。"),
        Written::Already => format!("{folder} 里已经有了，一字不差，没有再写。"),
        Written::Tried(None) => format!("没有写文件；去掉 --dry-run 就写在 {folder}：{names}。"),
        Written::Tried(Some(_)) => {
            format!("没有写文件；{folder} 里已经有报告，去掉 --dry-run、加上 --force 才会替换，要改的列在下面。")
        }
        Written::Left => format!("没有写：{folder} 里已经有报告。要用读出来的替换它，加上 --force。"),
        Written::LeftRecord => format!("没有写：{folder} 里的报告已公开，是存档，不能替换。"),
    };
    format!("{}\n", visible::line(&line))
}

/// What is other than in the report that stood or stands there.
fn changed(report: &ReadReport) -> &str {
    match &report.written {
        Written::Replaced(changes) | Written::Tried(Some(changes)) => changes,
        _ => "",
    }
}

/// How much there was, and what to do next.
pub(super) fn ending(imports: &Imports) -> String {
    let wrote = |report: &&ReadReport| matches!(report.written, Written::New | Written::Replaced(_));
    let written = imports.reports.iter().filter(wrote).count();
    match (written, imports.dry_run) {
        (0, true) => "只是试读，一份报告都没有写。\n".to_owned(),
        (0, false) => "没有写文件，原因写在上面。\n".to_owned(),
        (count, _) => format!(
            "写了 {count} 份报告，状态{}是“起草”。接着{}，可以用 nianbao serve 边看边改；好了把状态改成“可公开”。\n",
            if count == 1 { "" } else { "都" },
            next(imports)
        ),
    }
}

/// What is left to do.
fn next(imports: &Imports) -> String {
    let open = imports.reports.iter().any(|report| report.figures().unverified > 0);
    let found = imports.reports.iter().any(|report| !report.findings.is_empty());
    let steps = [(open, "填好待核对的格"), (found, "改好上面列出的问题"), (true, "对着原文看一遍")];
    let steps: Vec<&str> = steps.into_iter().filter_map(|(asked, step)| asked.then_some(step)).collect();
    steps.join("，")
}
