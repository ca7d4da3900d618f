//! `nianbao new`: from nothing to a city whose reports are being written.

mod bad_days;

use nianbao_tests::{Finished, Workspace, nianbao, repository};
use snapbox::{assert_data_eq, file};

/// The program in `workspace`, on a day in January 2026.
fn run(workspace: &Workspace, args: &[&str]) -> Finished {
    nianbao(workspace.path(), args).env("SOURCE_DATE_EPOCH", "1767600000").output().unwrap().into()
}

fn bring(workspace: &Workspace, list: &str) {
    let bytes = std::fs::read(repository().join("tests/data/new").join(list)).unwrap();
    workspace.write(list, bytes);
}

/// A new city with the list beside it.
fn city() -> Workspace {
    let workspace = Workspace::empty();
    let made = run(&workspace, &["new", "workspace", ".", "--city", "海州市"]);
    assert_eq!(made.status, Some(0), "{}", made.transcript());
    bring(&workspace, "list.xlsx");
    bring(&workspace, "list-gbk.csv");
    workspace
}

#[test]
fn a_city_begins_with_a_list() {
    let workspace = Workspace::empty();
    bring(&workspace, "list.xlsx");
    let steps: [&[&str]; 7] = [
        &["new", "workspace", "海州 年报", "--city", "海州市"],
        &["-C", "海州 年报", "check"],
        &["-C", "海州 年报", "new", "agencies", "list.xlsx", "--dry-run"],
        &["-C", "海州 年报", "new", "agencies", "list.xlsx"],
        &["-C", "海州 年报", "new", "agency", "xfj", "--name", "海州市信访局", "--short", "市信访局"],
        &["-C", "海州 年报", "new", "report", "--all", "--year", "2025"],
        &["-C", "海州 年报", "check", "--only", "市信访局"],
    ];
    let transcripts = steps.map(|args| format!("$ nianbao {}\n{}", args.join(" "), run(&workspace, args).transcript()));
    assert_data_eq!(transcripts.join("\n"), file!["snapshots/new-city.txt"].raw());
    let folder = workspace.path().join("海州 年报/content/agencies");
    for report in ["jyj/2025", "jyj/agencies/dyzx/2025", "xpq/agencies/jyj/2025", "xfj/2025"] {
        assert!(folder.join(report).join("report.yaml").is_file(), "{report}");
    }
    assert!(workspace.read("海州 年报/content/agencies/czj/agency.yaml").contains("类别: 市政府工作部门"));
    let report = workspace.read("海州 年报/content/agencies/xfj/2025/report.yaml");
    assert_data_eq!(report, file!["snapshots/new-report.yaml"].raw());
    let prose = workspace.read("海州 年报/content/agencies/xfj/2025/narrative.md");
    assert_data_eq!(prose, file!["snapshots/new-narrative.md"].raw());
}

#[test]
fn a_second_run_adds_only_what_is_new() {
    let workspace = city();
    assert_eq!(run(&workspace, &["new", "agencies", "list-gbk.csv"]).status, Some(0));
    let again = run(&workspace, &["new", "agencies", "list.xlsx"]);
    assert!(again.stdout.starts_with("名单里的 5 个机关都已经有了，没有要建的。\n"), "{}", again.transcript());
    workspace.write("新的.csv", "机关,电话\n海州市财政局,0000-9\n海州市统计局,\n");
    let more = run(&workspace, &["new", "agencies", "新的.csv"]);
    assert!(
        more.stdout.contains("  ＋ tjj  海州市统计局\n新建了 1 个机关；已经有的 1 个没有改动。\n"),
        "{}",
        more.transcript()
    );
    assert!(
        more.stdout.contains("  海州市财政局：电话（content/agencies/czj/agency.yaml）\n"),
        "{}",
        more.transcript()
    );
    assert!(!workspace.read("content/agencies/czj/agency.yaml").contains("0000-9"));
    let reports = |year: &str| run(&workspace, &["new", "report", "--all", "--year", year]);
    assert!(reports("2025").stdout.contains("新建了 7 份 2025 年的报告。"));
    workspace.write("content/agencies/czj/2025/narrative.md", "写了一半\n");
    let again = reports("2025");
    assert!(again.stdout.starts_with("已经有 2025 年的报告，没有改动：7 份\n"), "{}", again.transcript());
    assert_eq!(workspace.read("content/agencies/czj/2025/narrative.md"), "写了一半\n");
}

/// What the year before left over is carried on, and a report that was filled in goes out.
#[test]
fn a_new_year_begins_with_what_was_left_over() {
    let workspace = Workspace::real();
    let made = run(&workspace, &["new", "report", "tcj", "--year", "2025"]);
    assert!(made.stdout.contains("上年结转已照 2024 年的报告填好"), "{}", made.transcript());
    let place = "content/agencies/tcj/2025/report.yaml";
    let report = workspace.read(place);
    assert!(report.contains("  上年结转: {自然人: 1, 商业企业: 0,"), "{report}");
    assert!(!report.contains("表内合计") && !report.contains("标题") && report.contains("状态: 起草"), "{report}");
    let built = run(&workspace, &["build", "--no-pdf"]);
    assert_eq!(built.status, Some(0), "a draft is nobody's obstacle: {}", built.transcript());
    let report = report.replace("待核对", "0").replacen("结转下年度: {自然人: 0", "结转下年度: {自然人: 1", 1);
    workspace.write(place, report.replace("状态: 起草", "状态: 可公开"));
    let unwritten = run(&workspace, &["build", "--no-pdf"]);
    assert_eq!(unwritten.status, Some(1), "{}", unwritten.transcript());
    assert!(unwritten.stdout.contains("“监督保障”还没有写") || unwritten.stdout.contains("“总体情况”还没有写"));
    let prose = workspace.read("content/agencies/tcj/2025/narrative.md");
    let prose: String = prose.lines().map(|line| format!("{line}\n")).collect();
    let prose = prose.replace(
        "措施；上年问题的整改结果也写在这里。 -->\n",
        "措施；上年问题的整改结果也写在这里。 -->\n\n更新不及时的问题仍然存在。下一步将加强督促，改进工作。\n",
    );
    let prose = prose.replace("也可以增加。 -->\n", "也可以增加。 -->\n\n按规定做好了各项工作。\n");
    let prose =
        prose.lines().filter(|line| !line.starts_with("## ")).map(|line| format!("{line}\n")).collect::<String>();
    workspace.write("content/agencies/tcj/2025/narrative.md", prose + "\n2025年没有收取信息处理费。\n");
    let built = run(&workspace, &["build", "--no-pdf", "--keep-going"]);
    let page = workspace.path().join("dist/site/tcj/2025/index.html");
    let page = std::fs::read_to_string(page).unwrap_or_else(|error| panic!("{error}: {}", built.transcript()));
    assert!(page.contains("按规定做好了各项工作") && !page.contains("提示：") && !page.contains("<!-- 提示"));
}
