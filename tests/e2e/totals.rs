//! The city added up from below: its pages, where a figure comes from, what is missing.

use nianbao_tests::{Finished, Workspace, nianbao};
use scraper::{Html, Selector};
use snapbox::{assert_data_eq, file};

/// A city that adds up its office, two bureaus and a district, which adds up a bureau and a town; a third bureau became
/// part of the first.
fn city() -> Workspace {
    Workspace::copy_of("tests/data/city")
}

fn run(workspace: &Workspace, args: &[&str]) -> Finished {
    nianbao(workspace.path(), args).output().unwrap().into()
}

/// What each of several commands prints.
fn transcripts(workspace: &Workspace, commands: &[&[&str]]) -> String {
    let told = |args: &&[&str]| format!("$ nianbao {}\n{}\n", args.join(" "), run(workspace, args).transcript());
    commands.iter().map(told).collect()
}

#[test]
fn pages_and_prose_show_the_sums() {
    let workspace = city();
    let built = run(&workspace, &["build", "--no-pdf"]);
    assert_eq!(built.status, Some(0), "{}", built.transcript());
    let page = Html::parse_document(&workspace.read("dist/site/government/2024/index.html"));
    let text: String = page.root_element().text().collect();
    assert!(text.contains("全市收到申请13件，其中自然人11件。"), "{text}");
    let cells = Selector::parse("td").unwrap();
    let shown: Vec<String> =
        page.select(&cells).map(|cell| cell.text().collect::<String>().trim().to_owned()).collect();
    assert!(shown.contains(&"150".to_owned()) && shown.contains(&"1.3003".to_owned()), "{shown:?}");
}

#[test]
fn a_sum_is_explained_as_a_tree() {
    let workspace = city();
    workspace.replace("content/2024/report.yaml", "本级:", "申请: {本年新收: {自然人: 10, 商业企业: 2}}\n本级:");
    let told = transcripts(
        &workspace,
        &[
            &["explain-total", "申请.本年新收.自然人"],
            &["explain-total", "申请.本年新收.商业企业", "--year", "2024"],
            &["explain-total", "主动公开.行政事业性收费", "新浦区"],
            &["explain-total", "申请.本年新收.自然人", "xinpu/jtj"],
        ],
    );
    assert_data_eq!(told, file!["snapshots/explain-total.txt"].raw());
    let json = run(&workspace, &["explain-total", "主动公开.行政事业性收费", "xinpu", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json.stdout).expect("JSON");
    assert_data_eq!(
        serde_json::to_string_pretty(&json).unwrap() + "\n",
        file!["snapshots/explain-total-json.txt"].raw()
    );
}

#[test]
fn what_cannot_be_explained_is_told() {
    let told = transcripts(
        &city(),
        &[
            &["explain-total"],
            &["explain-total", "申请.本年新增.自然人"],
            &["explain-total", "电话"],
            &["explain-total", "主动公开.规章"],
            &["explain-total", "复议.总计", "--year", "2020"],
            &["explain-total", "复议.总计", "市财证局"],
        ],
    );
    assert_data_eq!(told, file!["snapshots/explain-total-mistakes.txt"].raw());
}

/// A bureau's folder is gone, a figure of another was changed, a file cannot be read.
fn broken() -> Workspace {
    let workspace = city();
    std::fs::remove_dir_all(workspace.path().join("content/agencies/czj")).unwrap();
    workspace.replace("content/agencies/jyj/2024/report.yaml", "本年新收: {自然人: 5}", "本年新收: {自然人: 50}");
    workspace.replace("content/agencies/jyj/2024/report.yaml", "状态: 已公开", "状态: 可公开");
    workspace.replace("content/agencies/xinpu/agencies/jtj/2024/report.yaml", "行政许可: 30", "行政许可：30");
    workspace
}

#[test]
fn a_sum_that_lacks_something_is_no_total() {
    let workspace = broken();
    let figure = "主动公开.行政许可";
    let told = transcripts(&workspace, &[&["explain-total", figure], &["explain-total", figure, "xinpu"]]);
    assert_data_eq!(told, file!["snapshots/explain-total-incomplete.txt"].raw());
    let json = run(&workspace, &["explain-total", figure, "--format", "json"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!((&json["state"], &json["complete"]), (&"incomplete".into(), &false.into()), "{json}");
    let states: Vec<_> = json["parts"].as_array().unwrap().iter().map(|part| part["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["known", "incomplete"], "{json}");
}

#[test]
fn all_that_is_missing_wrong_or_broken_is_told_in_one_run() {
    let workspace = broken();
    assert_data_eq!(
        transcripts(&workspace, &[&["check", "--format", "short"]]),
        file!["snapshots/totals-broken.txt"].raw()
    );
    let built = run(&workspace, &["build", "--no-pdf", "--format", "short"]);
    assert_eq!(built.status, Some(1));
    assert_eq!(built.stdout, run(&workspace, &["check", "--format", "short"]).stdout);
    assert!(!workspace.path().join("dist").exists());
}

#[test]
fn figures_that_are_typed_are_compared_although_reports_are_missing() {
    let workspace = broken();
    let office = "本级:";
    let typed = "主动公开: {规章: {制发: 1, 现行有效: 4}, 行政许可: 150, 行政事业性收费: 1.3003}\n\
                 申请:\n  本年新收: {自然人: 11, 商业企业: 2}\n  上年结转: {自然人: 3}\n  予以公开: {自然人: 10, 商业企业: 1}\n  \
                 部分公开: {自然人: 1, 商业企业: 1}\n  其他处理: {逾期不补正: {自然人: 1}, 其他: {自然人: 1}}\n  结转下年度: {自然人: 1}\n\
                 复议: {结果维持: 1}\n诉讼: {未经复议直接起诉: {尚未审结: 1}}\n本级:";
    workspace.replace("content/2024/report.yaml", office, typed);
    let told = run(&workspace, &["check", "--format", "short"]);
    assert_eq!(told.status, Some(1), "{}", told.transcript());
    for part in [
        "下级名单里的“czj”没有文件夹",
        "还缺 2 个机关的数：新浦区交通运输局、czj",
        "海州市教育局的表三“自然人”一列不平衡，差 45",
        "[S021]",
    ] {
        assert!(told.stdout.contains(part), "{part}\n{}", told.transcript());
    }
}

#[test]
fn a_faulty_signature_leaves_the_figures_as_they_are() {
    let workspace = city();
    let report = "content/agencies/jyj/2024/report.yaml";
    workspace.replace(report, "状态: 已公开", "状态: 可公开\n落款: {印章: 有}");
    let told = run(&workspace, &["check", "--format", "short"]).stdout;
    assert!(told.contains("“印章”应为“盖章”或“不盖章”，这里是“有”") && !told.contains("还缺"), "{told}");
    workspace.replace(report, "发布日期: 2025-01-20", "发布日期: 2025-02-30");
    let told = run(&workspace, &["check", "--format", "short"]).stdout;
    assert!(told.contains("[V024]") && !told.contains("还缺"), "{told}");
    // What stands below 落款 by mistake is missing elsewhere.
    workspace.replace(report, "落款: {印章: 有}", "落款: {印章: 有, 复议: {结果维持: 1}}");
    let told = run(&workspace, &["check", "--format", "short"]).stdout;
    assert!(told.contains("还缺 1 个机关的数：海州市教育局"), "{told}");
}

#[test]
fn the_whole_city_is_seen_at_a_glance() {
    let workspace = broken();
    workspace.write("content/agencies/xinpu/agencies/wjj/agency.yaml", "名称: 新浦区卫生健康局\n");
    let today = ["--today", "2025-02-10"];
    let told = transcripts(
        &workspace,
        &[
            &["status", today[0], today[1]],
            &["status", "--year", "2023", today[0], today[1]],
            &["status", "--year", "2025", "--today", "2026-01-31"],
            &["status", "--format", "csv", today[0], today[1]],
            &["status", "--today", "昨天"],
        ],
    );
    assert_data_eq!(told, file!["snapshots/status.txt"].raw());
    let json = run(&workspace, &["status", "--format", "json", today[0], today[1]]);
    let json: serde_json::Value = serde_json::from_str(&json.stdout).expect("JSON");
    assert_data_eq!(serde_json::to_string_pretty(&json).unwrap() + "\n", file!["snapshots/status-json.txt"].raw());
    let nothing = run(&Workspace::copy_of("tests/sites/nothing-yet"), &["status"]);
    assert_eq!(nothing.status, Some(2), "{}", nothing.transcript());
}

#[test]
fn without_a_day_it_is_today() {
    let told = run(&city(), &["status"]);
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    assert!(told.stdout.contains("2024 年应有 6 份报告"), "{}", told.stdout);
}

#[test]
fn a_record_is_not_published_while_its_sum_lacks_something() {
    let workspace = city();
    workspace.replace("content/2024/report.yaml", "状态: 可公开", "状态: 已公开");
    assert_eq!(run(&workspace, &["check"]).status, Some(0));
    workspace.write("content/agencies/wjj/agency.yaml", "名称: 海州市卫生健康局\n");
    let told = run(&workspace, &["check", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&told.stdout).expect("JSON");
    assert_eq!(json["summary"]["blocking"], 1, "{}", told.transcript());
}

/// What M001 says to run can be run as it stands.
#[test]
fn the_command_in_a_finding_is_complete() {
    let workspace = Workspace::empty();
    workspace.write("content/site.yaml", "网站名称: 海州市年报\n");
    workspace.write("content/agency.yaml", "名称: 海州市人民政府\n不编报: true\n");
    workspace.write("content/agencies/xinpu/agency.yaml", "名称: 新浦区人民政府\n");
    workspace.write("content/agencies/xinpu/agencies/jtj/agency.yaml", "名称: 新浦区交通局\n");
    for (year, received) in [(2023, 5), (2024, 0)] {
        let below = "content/agencies/xinpu/agencies/jtj";
        workspace.write(
            &format!("{below}/{year}/report.yaml"),
            format!("年度: {year}\n主动公开: {{行政许可: {received}}}\n"),
        );
        let typed = format!("年度: {year}\n汇总: 全部下级\n主动公开: {{行政许可: 0}}\n");
        workspace.write(&format!("content/agencies/xinpu/{year}/report.yaml"), typed);
    }
    let told = run(&workspace, &["check"]).stdout;
    let command = told.split("运行 nianbao ").nth(1).and_then(|rest| rest.split(" 列出").next()).expect("a command");
    assert_eq!(command, "explain-total 主动公开.行政许可 xinpu --year 2023");
    let shown = run(&workspace, &command.split(' ').collect::<Vec<_>>());
    assert_eq!(shown.status, Some(0), "{}", shown.transcript());
    assert!(shown.stdout.contains("新浦区交通局"), "{}", shown.stdout);
}
