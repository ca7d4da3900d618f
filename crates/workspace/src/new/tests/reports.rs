//! The reports of a new year.

use nianbao_loader::Memory;
use nianbao_model::{AgencyId, Status};

use super::super::{Carried, Fate, Made, NewReport, YearError, owing, reports, undecided};
use super::{checked, city, with};
use crate::Checked;

const PROSE: &str = "本报告说明。\n\n# 总体情况\n\n做好了工作。\n\n# 存在的主要问题及改进情况\n\n形式不够丰富。下一步将增加图文解读。\n\n# 其他需要报告的事项\n\n没有收取信息处理费。\n";

/// The city with last year's report of 财政局.
fn after(report: &str) -> Memory {
    let mut files = city();
    files.insert("content/agencies/czj/2024/report.yaml", report);
    files.insert("content/agencies/czj/2024/narrative.md", PROSE);
    files
}

const LAST: &str = "年度: 2024\n标题: 海州市财政局去年的报告\n发布日期: 2025-01-20\n状态: 已公开\n来源: https://a.cn/1\n索引号: 甲1\n落款: 盖章\n更正: [{日期: 2025-02-01, 内容: 改了。}]\n主动公开:\n  规章: {现行有效: 3}\n  行政规范性文件: {现行有效: 22}\n申请:\n  本年新收: {自然人: 5, 商业企业: 2}\n  予以公开: {自然人: 4}\n  结转下年度: {自然人: 1, 商业企业: 2}\n说明: [{规则: D001, 理由: 迟了。}]\n";

fn new(files: &Memory, names: &[&str], year: i16) -> Vec<NewReport> {
    let checked = checked(files);
    let city = checked.municipality().unwrap();
    let agencies: Vec<_> = names.iter().map(|name| crate::find_agency(name, city).unwrap()).collect();
    reports(files, &checked, city, &agencies, year).unwrap()
}

fn made(report: &NewReport) -> &Made {
    match &report.fate {
        Fate::Made(made) => made,
        other => panic!("{other:?}"),
    }
}

fn text<'t>(files: &'t [(String, String)], name: &str) -> &'t str {
    &files.iter().find(|(path, _)| path.ends_with(name)).unwrap().1
}

/// What is said of the report of 财政局.
fn messages(checked: &Checked, year: i16) -> Vec<String> {
    let of = AgencyId::root().child("czj");
    let found = checked.findings.iter().filter(|finding| finding.is_about(&of, year));
    found.map(|finding| finding.message.clone()).collect()
}

#[test]
fn what_was_left_over_is_carried_in_and_the_rest_is_to_be_looked_up() {
    let files = after(LAST);
    let new = new(&files, &["czj"], 2025);
    let made = made(&new[0]);
    assert_eq!(made.carried, Carried::Over { merged: Vec::new(), draft: false });
    let yaml = text(&made.files, "report.yaml");
    assert!(yaml.contains("上年结转: {自然人: 1, 商业企业: 2, 科研机构: 0,"), "{yaml}");
    assert!(yaml.contains("# 2024年报告的现行有效件数：规章 3 件，行政规范性文件 22 件；"), "{yaml}");
    assert!(yaml.contains("规章: {制发: 待核对, 废止: 待核对, 现行有效: 待核对}"), "{yaml}");
    for left in ["去年的", "https", "甲1", "更正", "盖章", "D001", "发布日期"] {
        assert!(!yaml.contains(left), "{yaml}");
    }
    let checked = checked(&with(files, &made.files));
    let report = &checked.municipality().unwrap().agency(&AgencyId::root().child("czj")).unwrap().reports[&2025];
    assert_eq!(report.status, Status::Draft);
    assert_eq!(
        messages(&checked, 2025),
        [
            "表二“主动公开政府信息情况”的 10 个数待核对",
            "表三“一、本年新收政府信息公开申请数量”的“自然人”等 6 个数待核对",
            "表四“政府信息公开行政复议、行政诉讼情况”的 12 个数待核对",
            "“总体情况”还没有写",
            "“存在的主要问题及改进情况”还没有写",
            "“其他需要报告的事项”还没有写",
        ]
    );
}

#[test]
fn a_report_that_is_filled_in_and_written_passes() {
    // A bureau has no 规章 of its own.
    let files = after(&LAST.replace("规章: {现行有效: 3}", "规章: {现行有效: 0}"));
    let new = new(&files, &["czj"], 2025);
    let made = made(&new[0]);
    let yaml = text(&made.files, "report.yaml").replace("现行有效: 待核对}\n  行政规范", "现行有效: 0}\n  行政规范");
    let yaml = yaml.replacen("现行有效: 待核对", "现行有效: 22", 1).replace("待核对", "0");
    let yaml = yaml.replacen("结转下年度: {自然人: 0, 商业企业: 0", "结转下年度: {自然人: 1, 商业企业: 2", 1);
    let mut prose = text(&made.files, "narrative.md").to_owned();
    for heading in ["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"]
    {
        prose =
            prose.replace(&format!("{heading}\n\n<!--"), &format!("{heading}\n\n按规定做了{heading}的工作。\n\n<!--"));
    }
    prose = prose.replace("改进情况\n\n<!--", "改进情况\n\n存在更新不及时的问题。下一步将加强督促，改进工作。\n\n<!--");
    prose += "\n没有收取信息处理费。\n";
    let texts = vec![
        ("content/agencies/czj/2025/report.yaml".to_owned(), yaml),
        ("content/agencies/czj/2025/narrative.md".to_owned(), prose),
    ];
    assert_eq!(messages(&checked(&with(files, &texts)), 2025), [""; 0]);
}

#[test]
fn what_is_there_stays_and_what_was_cut_off_is_finished() {
    let mut files = after(LAST);
    assert_eq!(new(&files, &["czj"], 2024)[0].fate, Fate::There);
    files.insert("content/agencies/czj/2025/narrative.md", "写了一半\n");
    let new = new(&files, &["czj"], 2025);
    let paths: Vec<&str> = made(&new[0]).files.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["content/agencies/czj/2025/report.yaml"]);
}

#[test]
fn without_last_year_all_is_to_be_looked_up() {
    let alone = new(&city(), &["czj"], 2025);
    let files = &made(&alone[0]).files;
    assert_eq!(made(&alone[0]).carried, Carried::Nothing);
    let yaml = text(files, "report.yaml");
    assert!(yaml.contains("这里没有 2024 年的报告") && yaml.contains("上年结转: {自然人: 待核对,"), "{yaml}");
    let mut begun = city();
    begun.insert("content/agencies/czj/agency.yaml", "名称: 海州市财政局\n自: 2025\n");
    let begins = new(&begun, &["czj"], 2025);
    assert!(text(&made(&begins[0]).files, "report.yaml").contains("上年结转: {自然人: 0,"));
    let prose = text(files, "narrative.md");
    assert!(prose.contains("统计期限自2025年1月1日起至12月31日止"), "{prose}");
}

#[test]
fn figures_that_cannot_be_read_are_not_carried() {
    let new = new(&after("年度: 2024\n申请:\n  结转下年度: {自然人: 待核对}\n"), &["czj"], 2025);
    let made = made(&new[0]);
    assert_eq!(made.carried, Carried::Unreadable);
    assert!(text(&made.files, "report.yaml").contains("上年结转: {自然人: 待核对, 商业企业: 待核对"));
}

#[test]
fn what_a_merged_agency_left_over_comes_along() {
    let mut files = after(LAST);
    files.insert("content/agencies/wsj/agency.yaml", "名称: 海州市物价局\n至: 2024\n并入: 海州市财政局\n");
    files.insert(
        "content/agencies/wsj/2024/report.yaml",
        "年度: 2024\n申请:\n  本年新收: {自然人: 4}\n  结转下年度: {自然人: 4}\n",
    );
    files.insert("content/agencies/wsj/2024/narrative.md", PROSE);
    let new = new(&files, &["czj", "wsj"], 2025);
    let made = made(&new[0]);
    assert_eq!(made.carried, Carried::Over { merged: vec!["海州市物价局".to_owned()], draft: true });
    assert!(text(&made.files, "report.yaml").contains("上年结转: {自然人: 5, 商业企业: 2"));
    assert_eq!(new[1].fate, Fate::NotOwed);
}

#[test]
fn a_sum_becomes_a_sum_again() {
    let mut files = after(LAST);
    files.insert("content/2024/report.yaml", "年度: 2024\n发布日期: 2025-03-20\n状态: 已公开\n汇总: 直属\n本级:\n  申请: {本年新收: {自然人: 7}, 结转下年度: {自然人: 7}}\n");
    files.insert("content/2024/narrative.md", PROSE);
    let report = &new(&files, &["海州市人民政府"], 2025)[0];
    let yaml = text(&made(report).files, "report.yaml");
    assert!(made(report).summed && yaml.contains("汇总: 直属\n本级:\n"), "{yaml}");
    assert!(yaml.contains("    上年结转: {自然人: 7,") && yaml.contains("    本年新收: {自然人: 待核对"), "{yaml}");
}

#[test]
fn a_government_that_begins_adds_up_those_below_it_and_looks_up_its_own() {
    let report = &new(&city(), &["海州市人民政府"], 2025)[0];
    let yaml = text(&made(report).files, "report.yaml");
    assert!(yaml.contains("汇总: 全部下级\n本级:\n") && made(report).has_own, "{yaml}");
    assert!(yaml.contains("    本年新收: {自然人: 待核对") && yaml.contains("    上年结转: {自然人: 待核对"), "{yaml}");
    let found = checked(&with(city(), &made(report).files));
    let open = found.findings.iter().filter(|it| it.is_about(&AgencyId::root(), 2025) && it.code.id == "V014");
    assert_eq!(open.count(), 3, "one for each table");
    // Where its office makes a report, that one has them.
    let mut files = city();
    files.insert("content/agencies/zfb/agency.yaml", "名称: 海州市人民政府办公室\n");
    let report = &new(&files, &["海州市人民政府"], 2025)[0];
    let yaml = text(&made(report).files, "report.yaml");
    assert!(yaml.contains("汇总: 全部下级") && !yaml.contains("\n本级:") && !made(report).has_own, "{yaml}");
    assert!(yaml.contains("# 本机关自己的数在海州市人民政府办公室的报告里"), "{yaml}");
    // So it was last year: nobody is asked for what was not there.
    let mut files = after(LAST);
    files.insert("content/2024/report.yaml", "年度: 2024\n发布日期: 2025-03-20\n状态: 已公开\n汇总: 直属\n");
    files.insert("content/2024/narrative.md", PROSE);
    let report = &new(&files, &["海州市人民政府"], 2025)[0];
    assert!(!made(report).has_own);
}

#[test]
fn each_year_has_its_form() {
    let files = city();
    let new = new(&files, &["czj"], 2020);
    let yaml = text(&made(&new[0]).files, "report.yaml");
    assert!(yaml.contains("规章: {新制作: 待核对, 新公开: 待核对, 公开总数: 待核对}"), "{yaml}");
    let found = checked(&with(files, &made(&new[0]).files));
    let other = found.findings.iter().filter(|it| !["V014", "C005", "M002"].contains(&it.code.id));
    assert_eq!(other.map(|it| it.message.clone()).collect::<Vec<_>>(), [""; 0]);
    let checked = checked(&city());
    let city = checked.municipality().unwrap();
    for year in [2018, 2101, -1, 0, i16::MAX, i16::MIN] {
        assert_eq!(reports(&Memory::new(), &checked, city, &[&city.root], year), Err(YearError::NoForm(year)));
    }
}

#[test]
fn all_are_those_who_make_a_report() {
    let begun = checked(&city());
    assert_eq!(owing(&begun, begun.municipality().unwrap(), 2025).len(), 3, "a city that begins leaves nobody out");
    let mut files = after(LAST);
    files.insert("content/agencies/xfj/agency.yaml", "名称: 海州市信访局\n不编报: true\n");
    files.insert("content/agencies/xpq/agencies/jyj/agency.yaml", "名称: 海州市新浦区教育局\n");
    let checked = checked(&files);
    let ids: Vec<String> =
        owing(&checked, checked.municipality().unwrap(), 2025).iter().map(|agency| agency.id.to_string()).collect();
    assert_eq!(ids, ["czj", "xpq/jyj"]);
    let left: Vec<&str> = undecided(&checked, checked.municipality().unwrap(), 2025)
        .iter()
        .map(|agency| agency.name.value.as_str())
        .collect();
    assert_eq!(left, ["海州市人民政府", "海州市新浦区人民政府"]);
    assert_eq!(undecided(&begun, begun.municipality().unwrap(), 2025), [] as [&nianbao_model::Agency; 0]);
}
