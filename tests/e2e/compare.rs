//! Two reports side by side: in the terminal, as a page, for programs.

use nianbao_tests::{Finished, Workspace, nianbao};
use scraper::{Html, Selector};
use snapbox::{assert_data_eq, file};

use super::browser::Browser;
use super::validators::{assert_accessible, assert_alone, assert_plain, assert_valid};

/// 市甲局 with two years that differ here and there, among agencies that have one.
fn workspace() -> Workspace {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let folder = "content/agencies/jia";
    workspace.write(
        &format!("{folder}/2023/report.yaml"),
        "年度: 2023\n申请:\n  本年新收: {自然人: 12, 其他: 1}\n  予以公开: {自然人: 10, 其他: 1}\n  结转下年度: {自然人: 2}\n",
    );
    workspace.write(
        &format!("{folder}/2024/report.yaml"),
        "年度: 2024\n主动公开:\n  行政许可: 1200\n  行政事业性收费: 59237.2449\n申请:\n  \
         本年新收: {自然人: 15}\n  上年结转: {自然人: 2}\n  予以公开: {自然人: 17}\n",
    );
    let own = "全年通过政府网站、政务新媒体、政府公报和政务公开专区主动公开信息";
    workspace.write(
        &format!("{folder}/2023/narrative.md"),
        format!("# 总体情况\n\n## 主动公开情况\n\n{own} 98 条。\n\n## 监督保障\n\n举办培训1次。\n\n# 存在的主要问题及改进情况\n\n解读形式单一，将增加图解。\n\n# 其他需要报告的事项\n\n未收取信息处理费。\n"),
    );
    workspace.write(
        &format!("{folder}/2024/narrative.md"),
        format!("编制说明一段。\n\n# 总体情况\n\n## 主动公开\n\n一年来，{own} **1,402** 条，\n办结申请{{{{ 申请.办理结果总计.总计 }}}}件。\n\n## 平台建设\n\n改版网站。\n\n# 存在的主要问题及改进情况\n\n解读形式单一，将增加图解和视频。\n\n# 其他需要报告的事项\n\n未收取信息处理费。\n"),
    );
    workspace
}

fn run(workspace: &Workspace, args: &[&str]) -> Finished {
    let compare = std::iter::once("compare").chain(args.iter().copied());
    nianbao(workspace.path(), compare).output().unwrap().into()
}

#[test]
fn the_terminal_shows_what_differs_in_columns() {
    let workspace = workspace();
    assert_data_eq!(run(&workspace, &["市甲局"]).transcript(), file!["snapshots/compare.txt"].raw());
    let others = run(&workspace, &["yi/jtj", "jia@2023"]).transcript();
    assert_data_eq!(others, file!["snapshots/compare-others.txt"].raw());
}

/// 2020 on the form of that time, against 2024.
fn two_forms() -> Workspace {
    let workspace = workspace();
    let folder = "content/agencies/jia/2020";
    workspace.write(
        &format!("{folder}/report.yaml"),
        "年度: 2020\n申请:\n  本年新收: {自然人: 4}\n  其他处理: {自然人: 4}\n",
    );
    let narrative = workspace.read("content/agencies/jia/2023/narrative.md");
    workspace.write(&format!("{folder}/narrative.md"), narrative);
    workspace
}

#[test]
fn other_forms_are_compared_as_far_as_they_agree() {
    let told = run(&two_forms(), &["jia@2024", "@2020"]).transcript();
    assert_data_eq!(told, file!["snapshots/compare-forms.txt"].raw());
}

#[test]
fn programs_are_told_every_figure() {
    let told = run(&workspace(), &["jia", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&told.stdout).expect("JSON");
    assert_eq!(
        (&json["version"], &json["subject"]["year"], &json["reference"]["year"]),
        (&1.into(), &2024.into(), &2023.into())
    );
    let figures: Vec<&serde_json::Value> =
        json["tables"].as_array().unwrap().iter().flat_map(|table| table["figures"].as_array().unwrap()).collect();
    assert_eq!(figures.len(), 200);
    let fees = figures.iter().find(|figure| figure["key"] == "主动公开.行政事业性收费").expect("fees");
    assert_eq!(fees["difference"].to_string(), "59237.2449");
    let mut short = json.clone();
    for table in short["tables"].as_array_mut().unwrap() {
        table["figures"].as_array_mut().unwrap().retain(|figure| figure["differs"] == true);
    }
    let text = serde_json::to_string_pretty(&short).unwrap() + "\n";
    assert_data_eq!(text, file!["snapshots/compare-json.txt"].raw());
}

#[test]
fn a_year_can_be_written_in_several_ways() {
    let workspace = workspace();
    let whole = run(&workspace, &["jia"]).stdout;
    for same in [&["jia@2024"][..], &["jia", "--year", "2024"], &["市甲局@2024", "@2023"], &["jia@2024", "市甲局@2023"]]
    {
        assert_eq!(run(&workspace, same).stdout, whole, "{same:?}");
    }
}

#[test]
fn what_cannot_be_compared_is_told() {
    let workspace = workspace();
    workspace.replace("content/agencies/jia/2023/report.yaml", "其他: 1}", "其他: 一}");
    let mistakes: [&[&str]; 8] = [
        &[],
        &["jia"],
        &["jia@2024", "jia@2024"],
        &["jia@2022"],
        &["jia@今年"],
        &["jia@2024", "--year", "2023"],
        &["@2024"],
        &["jia", "没有这个局"],
    ];
    let told: String = mistakes
        .iter()
        .map(|args| format!("$ nianbao compare {}\n{}\n", args.join(" "), run(&workspace, args).transcript()))
        .collect();
    assert_data_eq!(told, file!["snapshots/compare-mistakes.txt"].raw());
}

#[test]
fn the_result_is_written_where_asked_but_not_among_the_reports() {
    let workspace = workspace();
    let written = run(&workspace, &["jia", "--format", "html", "--out", "对照.html"]);
    assert_eq!((written.status, written.stdout.as_str()), (Some(0), "写在 对照.html。\n"));
    assert!(workspace.read("对照.html").starts_with("<!DOCTYPE html>"));
    let refused = run(&workspace, &["jia", "--format", "html", "--out", "content/agencies/jia/2024/narrative.md"]);
    assert_eq!(refused.status, Some(2), "{}", refused.transcript());
    assert!(!workspace.read("content/agencies/jia/2024/narrative.md").contains("<html"));
}

#[test]
fn the_page_marks_the_same_text_on_both_sides() {
    let page = run(&workspace(), &["jia", "--format", "html"]).stdout;
    let page = Html::parse_document(&page);
    let texts = |selector: &str| -> Vec<String> {
        page.select(&Selector::parse(selector).unwrap()).map(|element| element.text().collect()).collect()
    };
    let same = "全年通过政府网站、政务新媒体、政府公报和政务公开专区主动公开信息";
    assert_eq!(texts("mark"), [format!("1{same} 1,402 条"), format!("1{same} 98 条")]);
    assert_eq!(texts("#a-1 a[href='#b-1']"), ["1"]);
    assert_eq!(texts("#b-1 a[href='#a-1']"), ["1"]);
    let received = texts("td.differs");
    assert!(received.contains(&"15\n2023 年：12\n增减：+3".to_owned()), "{received:?}");
    assert_eq!(texts("h2").len(), 8);
}

#[test]
fn the_page_is_valid_accessible_and_needs_nothing_else() {
    let workspace = two_forms();
    let browser = Browser::start();
    let pages = [
        ("years.html", &["jia"][..]),
        ("agencies.html", &["jia", "yi/jtj"]),
        ("forms.html", &["jia@2024", "@2020"]),
        ("older.html", &["jia@2020", "@2024"]),
    ];
    for (file, args) in pages {
        let path = workspace.path().join(file);
        let out = path.to_str().unwrap();
        let written = run(&workspace, &[args, &["--format", "html", "--out", out]].concat());
        assert_eq!(written.status, Some(0), "{}", written.transcript());
        assert_valid(&path);
        assert_accessible(&browser, &path);
        assert_plain(&browser, &path);
        // The browser has no complaint of the stylesheet above, so the fingerprint is right.
        assert_alone(&path);
    }
}
