//! site.yaml, agency.yaml and report.yaml as people write them.

use std::fmt::Write as _;

use crate::figures::{
    APPLICANTS, Cases, Disclosure, Documents, Figures, Line, OUTCOMES, Proceedings, RESULTS, Requests,
};
use crate::random::Random;
use crate::report::Report;
use crate::tree::Agency;

pub(crate) const FIRST_LINES: &str = "# 演示数据：机关和数字都是虚构的。\n";
const STREETS: [&str; 8] = ["府前路", "望澜路", "行政大道", "文汇路", "解放路", "建设路", "滨水大道", "和谐路"];

/// What report.yaml says besides the figures.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    pub(crate) year: i16,
    /// Its place among all reports of the year, from 1.
    pub(crate) number: usize,
    /// 发布日期.
    pub(crate) published: Option<String>,
    /// 已公开 rather than 拟公开.
    pub(crate) is_record: bool,
}

/// An agency, with the folders of those directly below it.
pub(crate) fn agency(agency: &Agency, below: &[&str], seed: u64) -> String {
    let mut random = Random::new(seed, &format!("contact/{}", agency.path));
    let street = random.pick(&STREETS);
    let mut text = String::from(FIRST_LINES);
    let _ = writeln!(text, "名称: {}", agency.name);
    let _ = writeln!(text, "简称: {}", agency.short_name);
    let _ = writeln!(text, "类别: {}", agency.category);
    let _ = writeln!(text, "排序: {}", agency.order);
    let _ = writeln!(text, "联系方式:");
    let _ = writeln!(text, "  地址: 云澜市{street}{}号", random.between(1, 399));
    let _ = writeln!(text, "  邮编: \"000{:03}\"", random.between(0, 999));
    let _ = writeln!(text, "  电话: 0000-{}", random.between(80_000_000, 89_999_999));
    let _ = writeln!(text, "  电子邮箱: {}@yunlan.example.com", agency.folder);
    if !below.is_empty() {
        let _ = writeln!(text, "下级名单: [{}]", below.join(", "));
    }
    text
}

/// A report. One that has others below it adds them up.
pub(crate) fn report(agency: &Agency, report: &Report, is_sum: bool) -> String {
    let head = &report.head;
    let mut text = format!("{FIRST_LINES}年度: {}\n", head.year);
    if let Some(published) = &head.published {
        let _ = writeln!(text, "发布日期: {published}");
    }
    let _ = writeln!(text, "状态: {}", if head.is_record { "已公开" } else { "拟公开" });
    filing(&mut text, agency, head);
    if is_sum {
        sum(&mut text, &report.own);
    } else {
        tables(&mut text, &report.own);
    }
    text
}

/// Numbers that no archive has.
fn filing(text: &mut String, agency: &Agency, head: &Head) {
    let Head { year, number, .. } = head;
    let _ = writeln!(text, "索引号: 000000000/{}-{number:05}", year + 1);
    if agency.is_government() {
        let _ = writeln!(text, "文号: 云演示〔{}〕{number}号", year + 1);
    }
    let topics: Vec<&str> = agency.topics.iter().take(2).copied().collect();
    let _ = writeln!(text, "关键词: [政府信息公开, 年度报告, {}]", topics.join(", "));
}

/// What the office of a government does itself; the rest is added up.
fn sum(text: &mut String, own: &Figures) {
    let mut typed = String::new();
    tables(&mut typed, own);
    *text += "\n汇总: 全部下级\n本级:";
    for line in typed.lines() {
        let indent = if line.is_empty() { "" } else { "  " };
        let _ = write!(text, "\n{indent}{line}");
    }
    text.push('\n');
}

fn tables(text: &mut String, figures: &Figures) {
    disclosure(text, &figures.disclosure);
    requests(text, &figures.requests);
    proceedings(text, &figures.proceedings);
}

fn disclosure(text: &mut String, table: &Disclosure) {
    let documents = |Documents { issued, repealed, in_force }| {
        format!("{{制发: {issued}, 废止: {repealed}, 现行有效: {in_force}}}")
    };
    *text += "\n# 二、主动公开政府信息情况\n主动公开:\n";
    let _ = writeln!(text, "  规章: {}", documents(table.regulations));
    let _ = writeln!(text, "  行政规范性文件: {}", documents(table.documents));
    let _ = writeln!(text, "  行政许可: {}", table.permits);
    let _ = writeln!(text, "  行政处罚: {}", table.penalties);
    let _ = writeln!(text, "  行政强制: {}", table.measures);
    let _ = writeln!(text, "  行政事业性收费: {}", amount(table.fees));
}

/// Hundredths as a decimal.
fn amount(hundredths: u64) -> String {
    if hundredths.is_multiple_of(100) {
        (hundredths / 100).to_string()
    } else {
        format!("{}.{:02}", hundredths / 100, hundredths % 100)
    }
}

fn requests(text: &mut String, table: &Requests) {
    *text += "\n# 三、收到和处理政府信息公开申请情况\n申请:\n";
    let _ = writeln!(text, "  本年新收: {}", line(table.received));
    let _ = writeln!(text, "  上年结转: {}", line(table.carried_in));
    let mut last_group = "";
    for ((group, key, _), count) in RESULTS.iter().zip(table.results) {
        if key.is_empty() {
            let _ = writeln!(text, "  {group}: {}", line(count));
            continue;
        }
        if *group != last_group {
            let _ = writeln!(text, "  {group}:");
            last_group = group;
        }
        let _ = writeln!(text, "    {key}: {}", line(count));
    }
    let _ = writeln!(text, "  结转下年度: {}", line(table.carried_out));
}

fn line(Line(counts): Line) -> String {
    mapping(&APPLICANTS, &counts)
}

fn proceedings(text: &mut String, table: &Proceedings) {
    let cases = |Cases(counts): Cases| mapping(&OUTCOMES, &counts);
    *text += "\n# 四、政府信息公开行政复议、行政诉讼情况\n";
    let _ = writeln!(text, "复议: {}", cases(table.reconsideration));
    let _ = writeln!(text, "诉讼:\n  未经复议直接起诉: {}", cases(table.direct));
    let _ = writeln!(text, "  复议后起诉: {}", cases(table.after));
}

/// `{自然人: 1, 商业企业: 0}`.
fn mapping(keys: &[&str], counts: &[u32]) -> String {
    let pairs: Vec<String> = keys.iter().zip(counts).map(|(key, count)| format!("{key}: {count}")).collect();
    format!("{{{}}}", pairs.join(", "))
}
