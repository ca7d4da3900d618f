//! What became of each file of a folder, a line each.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use nianbao_model::Municipality;
use nianbao_workspace::find_agency;

use super::list::List;
use super::result::{Imports, ReadReport};
use super::writing::Written;
use super::{text, unsure};
use crate::visible;

/// What became of a file.
pub(super) struct Line {
    /// Its path from the folder.
    file: String,
    /// Its agency, as a list takes it.
    agency: String,
    /// Its year, as a list takes it.
    year: String,
    /// How it went, at a glance.
    mark: &'static str,
    /// How it went, in words.
    result: String,
    /// What was not certain.
    doubts: Vec<String>,
}

impl Line {
    /// Its row in a list.
    pub(super) fn listed(&self) -> [String; 4] {
        let doubts = self.doubts.iter().map(|doubt| format!("\n{}", doubt.trim()));
        let told = std::iter::once(self.result.clone()).chain(doubts).collect();
        [self.file.clone(), self.agency.clone(), self.year.clone(), told]
    }
}

/// A line for each of `files`, and for each that the list alone knows.
pub(super) fn of(files: &[String], imports: &Imports, list: &List, municipality: &Municipality) -> Vec<Line> {
    let reports = imports.reports.iter().flat_map(|report| {
        report.draft.files.iter().enumerate().map(move |(at, (file, _))| (file.as_str(), (at, report)))
    });
    let reports: BTreeMap<&str, (usize, &ReadReport)> = reports.collect();
    let refused: BTreeMap<&str, &str> =
        imports.refused.iter().map(|refused| (refused.file.as_str(), refused.why.as_str())).collect();
    let line = |file: &String| match reports.get(file.as_str()) {
        Some((at, report)) => of_report(file, *at, report, municipality),
        None => of_refused(file, refused.get(file.as_str()).copied().unwrap_or_default(), list),
    };
    let absent = list.others(files).map(|(file, said)| Line {
        file: file.to_owned(),
        agency: said.agency.clone(),
        year: said.year.clone(),
        mark: "✗",
        result: "文件夹里没有这个文件：是不是改了名、移走了？不要了的，删去名单里这一行".to_owned(),
        doubts: Vec::new(),
    });
    files.iter().map(line).chain(absent).collect()
}

fn of_refused(file: &str, why: &str, list: &List) -> Line {
    let said = list.entry(file).cloned().unwrap_or_default();
    let (file, result) = (file.to_owned(), format!("没有放进去：{why}"));
    Line { file, agency: said.agency, year: said.year, mark: "✗", result, doubts: Vec::new() }
}

/// The first file of a report tells all of it, the others refer to that.
fn of_report(file: &str, at: usize, report: &ReadReport, municipality: &Municipality) -> Line {
    let draft = &report.draft;
    let first = draft.files.first().filter(|_| at > 0).map(|(first, _)| first.as_str());
    let doubts: Vec<String> = match (first, &report.written) {
        (Some(_), _) | (None, Written::Already | Written::Left | Written::LeftRecord) => Vec::new(),
        (None, _) => draft.imported.doubts.iter().map(|doubt| unsure::doubt(report, doubt)).collect(),
    };
    let mark = match &report.written {
        Written::Already | Written::Left | Written::LeftRecord => "＝",
        _ if !draft.imported.doubts.is_empty() => "？",
        _ if report.blocking > 0 => "！",
        _ => "✓",
    };
    let result = match first {
        Some(first) => format!("与“{first}”合成一份报告"),
        None => result(report, doubts.len()),
    };
    let unique = find_agency(&draft.called, municipality).is_ok();
    let agency = if unique { draft.called.clone() } else { draft.agency.as_str().to_owned() };
    Line { file: file.to_owned(), agency, year: draft.year.to_string(), mark, result, doubts }
}

fn result(report: &ReadReport, doubts: usize) -> String {
    let mut result = text::figures(report);
    if doubts > 0 {
        let _ = write!(result, "，没有把握的 {doubts} 处");
    }
    if report.blocking > 0 {
        let _ = write!(result, "，检查出 {} 个妨碍发布的问题", report.blocking);
    }
    match &report.written {
        Written::New | Written::Tried(None) => result,
        Written::Replaced(_) => format!("{result}，替换了原来的"),
        Written::Already => "已有，一字不差，没有动".to_owned(),
        Written::Tried(Some(_)) | Written::Left => "已有报告，没有动；要替换的加上 --force".to_owned(),
        Written::LeftRecord => "已有已公开的报告，是存档，没有动".to_owned(),
    }
}

/// All lines, how much there was, and what to do next.
pub(super) fn render(lines: &[Line], imports: &Imports, list: Option<&Path>) -> String {
    let mut text = String::new();
    for line in lines {
        let Line { file, agency, year, mark, result, doubts } = line;
        let whose = if agency.is_empty() || *mark == "✗" { String::new() } else { format!("{agency} {year} 年，") };
        let _ = writeln!(text, "{mark} {}", visible::line(&format!("{file}：{whose}{result}")));
        for doubt in doubts.iter().take(unsure::FIRST) {
            let _ = writeln!(text, "    {}", visible::line(doubt));
        }
        if let Some(rest) = doubts.len().checked_sub(unsure::FIRST).filter(|rest| *rest > 0) {
            let place = if list.is_some() {
                "名单里全部写着"
            } else {
                "加上 --list 名单.csv，名单里全部写着"
            };
            let _ = writeln!(text, "    其余 {rest} 处：{place}");
        }
    }
    text + &ending(lines, imports, list)
}

fn ending(lines: &[Line], imports: &Imports, list: Option<&Path>) -> String {
    let count = |mark: &str| lines.iter().filter(|line| line.mark == mark).count();
    let doubtful: usize = lines.iter().map(|line| line.doubts.len()).sum();
    let mut text = format!(
        "\n{} 个文件：✓ 读得准的 {}，！读得准、检查出问题的 {}，？有没有把握的地方的 {}（共 {doubtful} 处），＝ 已经有的 {}，✗ 没有放进去的 {}。\n",
        lines.len(),
        count("✓"),
        count("！"),
        count("？"),
        count("＝"),
        count("✗")
    );
    if let Some(list) = list {
        let list = list.display().to_string();
        let _ = writeln!(
            text,
            "名单写在 {}，用 Excel 或 WPS 打开。放错的、没有放进去的，在“机关”“年度”两栏改好，保存后把同一条命令再运行一次。",
            visible::line(&list)
        );
    } else if count("✗") > 0 {
        text += "没有放进去的，加上 --list 名单.csv 再运行一次，在名单里写上机关和年度。\n";
    }
    text + &text::ending(imports)
}
