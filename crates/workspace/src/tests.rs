//! A small city, found, checked and asked about.

mod checker;
mod overview;
mod publication;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jiff::civil::date;
use nianbao_loader::Memory;
use nianbao_model::{Code, Diagnostic, Kind, Severity};
use tempfile::TempDir;

use crate::{Checked, Count, Filter, check, complete_report, find, find_agency, find_report, nearest_agency};

const NARRATIVE: &str = "# 总体情况\n\n本机关按照规定做好政府信息公开工作。\n\n# 存在的主要问题及改进情况\n\n解读形式不够丰富。下一步，将增加图文解读。\n\n# 其他需要报告的事项\n\n未收取信息处理费。\n";

/// A code of a crate above this one.
static ABOVE: Code =
    Code { id: "Z001", kind: Kind::Build, severity: Severity::Warning, title: "生成时才知道", docs: "" };

/// A government that adds up its two offices; one report of 2024 cannot be read in full, one not at all.
fn city() -> Memory {
    texts().into_iter().collect()
}

/// Its files by their paths.
fn texts() -> BTreeMap<String, String> {
    let mut city = BTreeMap::new();
    for (path, text) in [
        ("site.yaml", "网站名称: 海州市年度报告\n"),
        ("agency.yaml", "名称: 海州市人民政府\n"),
        ("2023/report.yaml", "年度: 2023\n发布日期: 2024-03-20\n汇总: 全部下级\n"),
        ("2024/report.yaml", "年度: 2024\n汇总: 全部下级\n"),
        ("agencies/czj/agency.yaml", "名称: 海州市财政局\n简称: 财政局\n"),
        ("agencies/czj/2023/report.yaml", "年度: 2023\n发布日期: 2024-01-20\n"),
        ("agencies/czj/2024/report.yaml", "年度: 2024\n说明: [{规则: Z001, 理由: 生成时再看。}]\n"),
        ("agencies/jyj/agency.yaml", "名称: 海州市教育局\n简称: 教育局\n"),
        ("agencies/jyj/2023/report.yaml", "年度: 2023\n发布日期: 2024-01-20\n"),
        ("agencies/jyj/2024/report.yaml", "年度: 2024\n复议: {结果维持: 一件}\n"),
        ("agencies/jyj/2022/report.yaml", "年度: [\n"),
        ("agencies/xfj/agency.yaml", "名称: 海州市信访局\n简称: 教育局\n"),
    ] {
        city.insert(format!("content/{path}"), text.to_owned());
    }
    for folder in ["", "agencies/czj/", "agencies/jyj/"] {
        for year in [2023, 2024] {
            city.insert(format!("content/{folder}{year}/narrative.md"), NARRATIVE.to_owned());
        }
    }
    city
}

fn checked() -> Checked {
    check(&city(), &[&ABOVE], Severity::Error, date(2025, 3, 1)).unwrap()
}

fn filter(years: &[i16], agencies: &[&str]) -> Filter {
    Filter { years: years.to_vec(), agencies: agencies.iter().map(|name| (*name).to_owned()).collect() }
}

fn codes(checked: &Checked) -> Vec<&'static str> {
    checked.findings.iter().map(|finding| finding.code.id).collect()
}

#[test]
fn a_workspace_is_found_from_below() {
    let folder = TempDir::new().unwrap();
    let below = folder.path().join("content/agencies/czj");
    fs::create_dir_all(&below).unwrap();
    assert_eq!(find(&below).unwrap(), folder.path());
    let nowhere = folder.path().join("nowhere");
    assert_eq!(find(&nowhere).unwrap_err().to_string(), format!("没有“{}”这个文件夹", nowhere.display()));
    let message = find(Path::new("/")).unwrap_err().to_string();
    assert_eq!(message, "/ 和它的上级都没有 content 文件夹；请用 -C 指定工作区");
}

#[test]
fn an_agency_is_named_by_folder_or_name() {
    let checked = checked();
    let city = checked.municipality().unwrap();
    let id = |name| find_agency(name, city).map(|agency| agency.id.as_str().to_owned()).map_err(|it| it.to_string());
    for name in ["czj", "czj/", "海州市财政局", "财政局"] {
        assert_eq!(id(name).unwrap(), "czj");
    }
    assert_eq!(
        id("教育局").unwrap_err(),
        "“教育局”有不止一个机关：海州市教育局（jyj）、海州市信访局（xfj），请写括号里的文件夹名"
    );
    assert_eq!(id("市财证局").unwrap_err(), "没有叫“市财证局”的机关。是不是“czj”（海州市财政局）？");
    assert_eq!(id("水务").unwrap_err(), "没有叫“水务”的机关；机关的名称写在各机关文件夹的 agency.yaml 里");
    assert_eq!(nearest_agency("czi", city).unwrap().id.as_str(), "czj");
}

#[test]
fn a_filter_leaves_a_part() {
    let whole = checked();
    assert!(whole.complete);
    let part = whole.clone().narrowed(&filter(&[2024], &["财政局"])).unwrap();
    assert!(!part.complete);
    let left: Vec<_> =
        part.municipality().unwrap().reports().map(|(agency, it)| (agency.id.as_str(), it.year)).collect();
    assert_eq!(left, [("czj", 2024)]);
    let about = |finding: &Diagnostic| finding.agency.as_ref().is_none_or(|id| id.as_str() == "czj");
    assert!(part.findings.iter().all(about), "{:?}", codes(&part));
    assert_eq!(whole.clone().narrowed(&Filter::default()).unwrap(), whole);
}

#[test]
fn a_year_is_known_also_by_a_report_that_cannot_be_read() {
    assert!(checked().narrowed(&filter(&[2022], &[])).is_ok());
    let unknown = checked().narrowed(&filter(&[1999], &[])).unwrap_err();
    assert_eq!(unknown.to_string(), "没有 1999 年的报告");
}

#[test]
fn codes_from_above_may_be_accepted() {
    assert!(!codes(&checked()).contains(&"A003"));
    let unknown = check(&city(), &[], Severity::Error, date(2025, 3, 1)).unwrap();
    assert!(codes(&unknown).contains(&"A003"));
}

#[test]
fn what_others_find_stands_in_its_place() {
    let mut checked = checked();
    let last = checked.findings.last().and_then(Diagnostic::place).unwrap();
    checked.add([Diagnostic::new(&ABOVE, "不在任何地方"), Diagnostic::new(&ABOVE, "在最后").at(last, "")]);
    let position = |message| checked.findings.iter().position(|finding| finding.message == message);
    assert_eq!(position("不在任何地方"), Some(0));
    assert!(position("在最后") > Some(1));
}

#[test]
fn what_blocks_hangs_on_the_least_severity() {
    let lenient = checked();
    let strict = check(&city(), &[&ABOVE], Severity::Warning, date(2025, 3, 1)).unwrap();
    assert!(lenient.is_blocked());
    let warning = Diagnostic::new(&ABOVE, "");
    assert!(!lenient.blocks(&warning) && strict.blocks(&warning));
    let empty = Memory::from_iter([("content/说明.txt", "")]);
    let empty = check(&empty, &[], Severity::Error, date(2025, 3, 1)).unwrap();
    assert_eq!(empty.municipality().unwrap_err().to_string(), "content 里没有可以生成的内容");
    assert!(empty.is_blocked() && !empty.blocks(&warning));
}

#[test]
fn a_summary_counts_what_is_accepted_apart() {
    let mut checked = checked();
    let mut accepted = Diagnostic::new(&ABOVE, "乙");
    accepted.accepted = Some("理由".to_owned());
    checked.findings = vec![Diagnostic::new(&ABOVE, "甲"), accepted];
    let summary = checked.summary();
    assert_eq!(summary.reports, 6);
    assert_eq!(summary.warnings, Count { open: 1, accepted: 1 });
    assert_eq!((summary.errors, summary.blocking, summary.accepted()), (0, 0, 1));
    assert_eq!(summary.kinds.into_iter().collect::<Vec<_>>(), [(Kind::Build, 1)]);
}

#[test]
fn a_report_is_complete_or_the_reason_is_told() {
    let checked = checked();
    let city = checked.municipality().unwrap();
    let ask = |name: &str, year| {
        let agency = city.agencies().find(|agency| agency.name.value == name).unwrap();
        complete_report(agency, year, &checked.findings).map(|it| it.report.year).map_err(|it| it.to_string())
    };
    assert_eq!(ask("海州市财政局", None).unwrap(), 2024);
    assert_eq!(ask("海州市财政局", Some(2023)).unwrap(), 2023);
    for (name, year, reason) in [
        ("海州市财政局", Some(2022), "海州市财政局没有 2022 年的报告，只有 2023、2024 年的"),
        ("海州市教育局", None, "海州市教育局 2024 年的报告里有读不出的内容，请先用 nianbao check 检查并改正"),
        ("海州市教育局", Some(2022), "海州市教育局 2022 年的报告读不出，请先运行 nianbao check"),
        ("海州市信访局", None, "海州市信访局还没有报告"),
        ("海州市信访局", Some(2024), "海州市信访局没有 2024 年的报告"),
        ("海州市人民政府", Some(2024), "海州市人民政府 2024 年的汇总还缺下级的数，请先用 nianbao check 检查并改正"),
    ] {
        assert_eq!(ask(name, year).unwrap_err(), reason);
    }
    let faulty = find_agency("jyj", city).unwrap();
    assert_eq!(find_report(faulty, 2024, &checked.findings).unwrap().year, 2024);
}
