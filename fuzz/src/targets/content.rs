//! A file of the content folder: read, checked, mended, and read again.

use std::collections::BTreeSet;

use jiff::civil::date;
use nianbao_loader::{Memory, mend};
use nianbao_model::Severity;
use nianbao_workspace::Checked;

/// A city with one agency of two years, sound but for what takes a file's place.
const CITY: [(&str, &str); 7] = [
    ("content/site.yaml", "网站名称: 海州市政府信息公开工作年度报告\n"),
    ("content/agency.yaml", "名称: 海州市人民政府\n"),
    ("content/agencies/jtj/agency.yaml", "名称: 海州市交通运输局\n简称: 市交通局\n"),
    (
        "content/agencies/jtj/2023/report.yaml",
        "年度: 2023\n申请:\n  本年新收: {自然人: 2}\n  予以公开: {自然人: 1}\n  结转下年度: {自然人: 1}\n",
    ),
    ("content/agencies/jtj/2023/narrative.md", NARRATIVE),
    (
        REPORT,
        "年度: 2024\n主动公开: {行政许可: 35}\n申请:\n  本年新收: {自然人: 15, 商业企业: 1}\n  上年结转: {自然人: 1}\n  予以公开: {自然人: 14, 商业企业: 1}\n  结转下年度: {自然人: 2}\n复议: {结果维持: 1}\n",
    ),
    (TEXT, NARRATIVE),
];
const REPORT: &str = "content/agencies/jtj/2024/report.yaml";
const TEXT: &str = "content/agencies/jtj/2024/narrative.md";
const NARRATIVE: &str = "# 总体情况\n\n全年收到申请{{ 申请.本年新收.总计 }}件。\n\n# 存在的主要问题及改进情况\n\n解读不够。下一步改进。\n\n# 其他需要报告的事项\n\n未收取信息处理费。\n";

/// Takes `bytes` for one of the files.
pub(super) fn run(target: &str, bytes: &[u8]) {
    let place = match target {
        "report" => REPORT,
        "narrative" => TEXT,
        "agency" => "content/agencies/jtj/agency.yaml",
        _ => "content/site.yaml",
    };
    let mut files = city();
    files.insert(place, bytes);
    let found = check(&files);
    mended(files, &found);
}

/// The city as texts in memory.
pub(super) fn city() -> Memory {
    let mut files = Memory::new();
    for (path, text) in texts() {
        files.insert(path, text);
    }
    files
}

/// The city's files by their paths.
pub(super) fn texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    CITY.into_iter()
}

/// Where the text of the city's report of 2024 stands.
pub(super) fn narrative() -> &'static str {
    TEXT
}

/// Reads and checks; each finding points at a stretch of what was written, in words.
pub(super) fn check(files: &Memory) -> Checked {
    let checked = nianbao_workspace::check(files, &[], Severity::Error, date(2025, 2, 10)).expect("a content folder");
    for finding in &checked.findings {
        assert!(!finding.message.is_empty(), "{finding:?}");
        for label in &finding.labels {
            let text = checked.sources.text(label.span.file);
            assert!(text.get(label.span.start..label.span.end).is_some(), "{finding:?}");
        }
    }
    checked
}

/// Mends whatever can be mended, a few times over, since a mend may uncover what another is for.
fn mended(mut files: Memory, found: &Checked) {
    let mut seen = BTreeSet::new();
    let mut checked = None;
    for _ in 0..4 {
        let now = checked.as_ref().unwrap_or(found);
        let plan = mend::plan(&now.findings, now.municipality.as_ref(), &now.sources);
        let texts = mend::files(plan.findings, &now.sources);
        if texts.is_empty() || !seen.insert(texts.values().cloned().collect::<Vec<_>>()) {
            return;
        }
        for (file, text) in texts {
            files.insert(now.sources.path(file), text);
        }
        checked = Some(check(&files));
    }
}
