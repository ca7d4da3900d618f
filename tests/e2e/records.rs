//! `nianbao publish`: what is released becomes a record, and stays as it was published.

use nianbao_tests::{Finished, Tree, Workspace, nianbao, read_tree};
use snapbox::{assert_data_eq, file};

/// A city with its bureaus and a district; one report is a record, the others are released.
fn city() -> Workspace {
    Workspace::copy_of("tests/data/city")
}

fn run(workspace: &Workspace, arguments: &[&str]) -> Finished {
    let mut command = nianbao(workspace.path(), arguments);
    // 2025-03-25
    command.env("SOURCE_DATE_EPOCH", "1742860800").output().unwrap().into()
}

fn published() -> Workspace {
    let city = city();
    let told = run(&city, &["publish", "--ready"]);
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    city
}

/// The pages of reports and what lies beside them.
fn reports(workspace: &Workspace) -> Tree {
    let built = run(workspace, &["build", "--no-pdf"]);
    assert_eq!(built.status, Some(0), "{}", built.transcript());
    let of_report = |path: &str| path.split('/').any(|step| step.parse::<i16>().is_ok()) && !path.starts_with("20");
    let site = read_tree(&workspace.path().join("dist/site"));
    site.into_iter().filter(|(path, _)| of_report(path)).collect()
}

/// A bureau with a report of 2024 of its own.
fn bureau(workspace: &Workspace) {
    workspace.write("content/agencies/wlj/agency.yaml", "名称: 海州市文化旅游局\n排序: 9\n");
    let report = workspace.read("content/agencies/czj/2024/report.yaml");
    workspace.write("content/agencies/wlj/2024/report.yaml", report.replace("状态: 已公开", "状态: 可公开"));
    let narrative = workspace.read("content/agencies/czj/2024/narrative.md");
    workspace.write("content/agencies/wlj/2024/narrative.md", narrative.replace("财政", "文化旅游"));
}

#[test]
fn the_summary_is_of_what_is_published() {
    let city = city();
    city.replace("content/agencies/xinpu/agencies/jtj/2024/report.yaml", "状态: 可公开", "状态: 起草");
    city.replace("content/agencies/czj/2024/report.yaml", "发布日期: 2025-01-20\n", "");
    let told = run(&city, &["publish", "市财政局", "--date", "2025-02-20", "--dry-run"]);
    assert!(told.stdout.contains("警告[D001]"), "{}", told.transcript());
    assert!(told.stdout.contains("检查了 1 份报告：错误 0，警告 1，"), "{}", told.transcript());
}

#[test]
fn what_is_released_becomes_a_record_by_lossless_edits() {
    let city = city();
    let before = read_tree(city.path());
    let tried = run(&city, &["publish", "--ready", "--dry-run"]);
    assert_eq!((tried.status, read_tree(city.path())), (Some(0), before.clone()), "{}", tried.transcript());
    let told = run(&city, &["publish", "--ready"]);
    assert_data_eq!(tried.transcript() + &told.transcript(), file!["snapshots/publish.txt"].raw());
    let mut expected = before;
    for (path, text) in &mut expected {
        if path.ends_with("report.yaml") {
            *text = String::from_utf8_lossy(text).replace("状态: 可公开", "状态: 已公开").into_bytes();
        }
    }
    let (records, after): (Tree, Tree) =
        read_tree(city.path()).into_iter().partition(|(path, _)| path.ends_with("record.yaml"));
    assert_eq!((records.len(), after), (5, expected));
    let again = run(&city, &["publish", "--ready"]);
    assert!(again.stderr.contains("没有状态是“可公开”的报告"), "{}", again.transcript());
    assert_data_eq!(city.read("content/2024/record.yaml"), file!["snapshots/record.yaml"].raw());
    assert_eq!(run(&city, &["check", "--deny", "warnings"]).status, Some(0));
}

#[test]
fn a_draft_that_is_named_gets_state_and_date() {
    let city = city();
    let report = "content/agencies/czj/2024/report.yaml";
    city.write(report, city.read(report).replace("状态: 可公开\n", "").replace("发布日期: 2025-01-20\n", ""));
    let told = run(&city, &["publish", "市财政局", "--date", "2025-01-24"]);
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    assert!(told.stdout.contains("起草 → 已公开，发布日期 2025-01-24"), "{}", told.stdout);
    let text = city.read(report);
    assert!(text.contains("状态: 已公开\n") && text.contains("发布日期: 2025-01-24\n"), "{text}");
    let without_day = self::city();
    without_day.write(report, without_day.read(report).replace("发布日期: 2025-01-20\n", ""));
    let told = run(&without_day, &["publish", "czj"]);
    assert!(told.stdout.contains("发布日期 2025-03-25"), "today: {}", told.stdout);
}

#[test]
fn renaming_and_adding_alter_no_published_report() {
    let city = published();
    let before = reports(&city);
    city.replace("content/agencies/czj/agency.yaml", "名称: 海州市财政局", "名称: 海州市财政金融局");
    bureau(&city);
    let mut after = reports(&city);
    after.retain(|path, _| !path.starts_with("wlj/"));
    assert_eq!(after.keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
    for (path, bytes) in &after {
        assert!(before[path] == *bytes, "{path} is altered");
    }
    let told = run(&city, &["check", "--format", "short"]).stdout;
    assert!(told.contains("警告[M006]: 公布以后下级的数有变动（海州市文化旅游局后来加入）"), "{told}");
    assert!(told.contains("公布时 1.3003，现在汇总为"), "{told}");
    assert!(told.contains("提示[M009]: 2024 年的报告公布时叫“海州市财政局”"), "{told}");
    let told = run(&city, &["explain-total", "主动公开.行政许可"]).stdout;
    assert!(!told.contains("文化旅游"), "the sum is explained as it was published: {told}");
}

#[test]
fn another_sum_is_kept_only_with_a_correction() {
    let city = published();
    bureau(&city);
    let refused = run(&city, &["publish", "海州市人民政府"]);
    assert_eq!(refused.status, Some(1));
    assert!(refused.stdout.contains("先在 report.yaml 的“更正”里再写一条"), "{}", refused.transcript());
    let report = "content/2024/report.yaml";
    city.replace(report, "状态: 已公开", "状态: 已公开\n更正: [{日期: 2025-03-25, 内容: 补入市文化旅游局的数。}]");
    let told = run(&city, &["publish", "海州市人民政府"]);
    assert!(told.stdout.contains("已公开，重新存档，存下汇总的数和 4 个机关的数"), "{}", told.transcript());
    // What is still being written, or gone, cannot be kept.
    let bureau = "content/agencies/wlj/2024/report.yaml";
    for (from, to) in [("状态: 可公开", "状态: 起草"), ("收费: 0.2", "收费: 0.4")] {
        city.replace(bureau, from, to);
    }
    city.replace(report, "的数。}]", "的数。}, {日期: 2025-03-25, 内容: 又补入。}]");
    let refused = run(&city, &["publish", "海州市人民政府"]);
    assert!(refused.stdout.contains("还缺：海州市文化旅游局（还在起草）"), "{}", refused.transcript());
    city.replace(report, "的数。}, {日期: 2025-03-25, 内容: 又补入。}]", "的数。}]");
    for (from, to) in [("状态: 起草", "状态: 可公开"), ("收费: 0.4", "收费: 0.2")] {
        city.replace(bureau, from, to);
    }
    // That correction is told already; it says nothing of what changes next.
    city.replace("content/agencies/wlj/2024/report.yaml", "收费: 0.2", "收费: 0.3");
    let refused = run(&city, &["publish", "海州市人民政府"]);
    assert_eq!(refused.status, Some(1), "{}", refused.transcript());
    city.replace("content/agencies/wlj/2024/report.yaml", "收费: 0.3", "收费: 0.2");
    let told = run(&city, &["check", "--format", "short"]).stdout;
    assert!(!told.contains("M006"), "{told}");
    let again = run(&city, &["publish", "海州市人民政府"]);
    assert!(again.status == Some(0) && again.stdout.contains("没有要改的"), "{}", again.transcript());
}

#[test]
fn what_is_wrong_is_not_published() {
    let city = city();
    city.write("content/agencies/czj/2024/narrative.md", "# 总体情况\n\n做了工作。\n");
    let before = read_tree(city.path());
    let refused = run(&city, &["publish", "--ready"]);
    assert_eq!((refused.status, read_tree(city.path())), (Some(1), before));
    for part in [
        "没有公布《海州市财政局2024年政府信息公开工作年度报告》：有",
        "没有公布《海州市人民政府2024年政府信息公开工作年度报告》：它汇总的报告有妨碍发布的问题",
    ] {
        assert!(refused.stdout.contains(part), "{part}\n{}", refused.transcript());
    }
    let told = run(&city, &["publish", "--ready", "--keep-going"]);
    assert_eq!(told.status, Some(1));
    assert!(told.stdout.contains("公布了 3 份"), "{}", told.transcript());
    assert!(city.read("content/2024/report.yaml").contains("状态: 可公开"));
}

#[test]
fn who_cannot_be_published_is_told() {
    let city = city();
    for (arguments, told) in [
        (&["publish"][..], "机关"),
        (&["publish", "市财证局"], "市财政局"),
        (&["publish", "czj", "--year", "2019"], "2019"),
        (&["publish", "czj", "--date", "2025年1月20日"], "应写成 2025-01-20"),
    ] {
        let refused = run(&city, arguments);
        assert_eq!(refused.status, Some(2), "{}", refused.transcript());
        assert!(refused.stderr.contains(told), "{}", refused.transcript());
    }
}

fn check(workspace: &Workspace) -> String {
    run(workspace, &["check", "--format", "short"]).stdout
}

#[test]
fn a_record_counts_only_beside_its_own_report() {
    let city = published();
    // A bureau copies the folder of another one.
    city.write("content/agencies/wlj/agency.yaml", "名称: 海州市文化旅游局\n");
    for file in ["report.yaml", "record.yaml", "narrative.md"] {
        city.write(
            &format!("content/agencies/wlj/2024/{file}"),
            city.read(&format!("content/agencies/czj/2024/{file}")),
        );
    }
    let told = check(&city);
    assert!(told.contains("wlj/2024/record.yaml:3:6: 错误[V033]: 这里的 record.yaml 是另一份报告的"), "{told}");
    assert_eq!(run(&city, &["build", "--no-pdf"]).status, Some(1));
}

#[test]
fn what_was_published_does_not_go_without_a_word() {
    let report = "content/agencies/czj/2024/report.yaml";
    for (from, to) in [("状态: 已公开\n", ""), ("状态: 已公开", "状太: 已公开"), ("状态: 已公开", "状态: 起草")]
    {
        let city = published();
        city.replace(report, from, to);
        let built = run(&city, &["build", "--no-pdf"]);
        assert_eq!(built.status, Some(1), "{from} -> {to}: {}", built.transcript());
    }
    let city = published();
    std::fs::remove_file(city.path().join(report)).unwrap();
    assert_eq!(run(&city, &["build", "--no-pdf"]).status, Some(1));
    // Whoever means it takes the record away as well.
    let city = published();
    city.replace(report, "状态: 已公开", "状态: 起草");
    city.replace("content/2024/report.yaml", "状态: 已公开", "状态: 起草");
    for folder in ["content/2024", "content/agencies/czj/2024"] {
        std::fs::remove_file(city.path().join(folder).join("record.yaml")).unwrap();
    }
    let built = run(&city, &["build", "--no-pdf"]);
    assert!(built.status == Some(0) && built.stdout.contains("起草中 2 份"), "{}", built.transcript());
}

#[test]
fn warnings_are_told_and_hints_stop_nothing() {
    let city = city();
    let report = "content/agencies/czj/2024/report.yaml";
    city.write(report, city.read(report).replace("发布日期: 2025-01-20", "发布日期: 2025-01-20 #3"));
    city.write(
        "content/agencies/czj/2024/narrative.md",
        city.read("content/agencies/czj/2024/narrative.md") + "\n组织XX培训。\n",
    );
    let told = run(&city, &["publish", "czj", "--date", "2025-03-24"]);
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    for part in ["警告[D001]", "警告[W006]", "可公开 → 已公开，发布日期 2025-03-24"] {
        assert!(told.stdout.contains(part), "{part}\n{}", told.transcript());
    }
    let early = run(&city, &["publish", "jyj", "xinpu/jtj", "--date", "2030-01-01"]);
    assert!(early.stdout.contains("注意：有的发布日期还没有到。"), "{}", early.transcript());
}
