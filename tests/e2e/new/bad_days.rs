//! Hostile names, wrong lists, folders that are taken, disks that refuse: nothing is lost and nothing half made.

use std::fs;

use nianbao_tests::{Workspace, read_tree};

use super::{city, run};

/// What the program says of a command that it refuses.
fn refused(workspace: &Workspace, args: &[&str]) -> String {
    let told = run(workspace, args);
    assert_eq!(told.status, Some(2), "{}", told.transcript());
    assert_eq!(told.stdout, "", "{}", told.transcript());
    told.stderr
}

#[test]
fn a_list_with_wrong_rows_changes_nothing() {
    let workspace = city();
    let before = read_tree(&workspace.path().join("content"));
    workspace.write(
        "名单.csv",
        "名称,上级,文件夹\n海州市甲局,,jia\n海州市乙局,海州市丑局,\n海州市丙局,,../丙\n海州市丁局,,jia\n\u{1b}[2J海州市戊局,,con\n",
    );
    assert_eq!(
        refused(&workspace, &["new", "agencies", "名单.csv"]),
        "错误：名单 名单.csv 有 1 行不对，什么都没有写：\n  第 3 行：没有叫“海州市丑局”的上级；上级是海州市人民政府的，空着；别的请核对名称，或者在名单里加上它\n请改好名单，再运行一次。\n"
    );
    workspace.replace("名单.csv", "海州市丑局", "");
    let told = refused(&workspace, &["new", "agencies", "名单.csv"]);
    for line in
        ["第 4 行：文件夹“../丙”不能用", "第 5 行：文件夹“jia”前面的机关已经用了", "第 6 行：文件夹“con”另有用处"]
    {
        assert!(told.contains(line), "{told}");
    }
    for (name, text, why) in [
        ("空.csv", "", "读不了名单 空.csv"),
        ("只有表头.csv", "名称,电话\n", "名单里没有机关"),
        ("别的.csv", "甲,乙\n1,2\n", "没有找到表头"),
        ("坏的.xlsx", "PK\u{3}\u{4}什么也不是", "读不了名单 坏的.xlsx"),
    ] {
        workspace.write(name, text);
        let told = refused(&workspace, &["new", "agencies", name]);
        assert!(told.contains(why), "{told}");
    }
    assert!(refused(&workspace, &["new", "agencies", "没有.xlsx"]).contains("没有这个文件"));
    nianbao_tests::assert_same(&before, &read_tree(&workspace.path().join("content")));
}

#[test]
fn names_that_cannot_be_folders_are_refused() {
    let workspace = city();
    for folder in
        ["", "..", "a/b", "甲", "Jia", "a b", "2024", "con", "government", "-a", "a\u{1b}[2Jb", &"a".repeat(41)]
    {
        let told = run(&workspace, &["new", "agency", "--name", "海州市甲局", "--", folder]);
        assert_eq!(told.status, Some(2), "{folder}: {}", told.transcript());
        assert!(!told.stderr.contains('\u{1b}'), "{}", told.transcript());
    }
    for name in ["", "甲/乙", "x：y", &"长".repeat(200)] {
        assert_eq!(run(&workspace, &["new", "agency", "jia", "--name", name]).status, Some(2), "{name}");
    }
    assert!(
        refused(&workspace, &["new", "agency", "jia", "--name", "海州市甲局", "--parent", "乙局"])
            .contains("没有叫“乙局”的上级")
    );
    assert!(!workspace.path().join("content/agencies").exists());
    let made = run(&workspace, &["new", "agency", "jia", "--name", "海州市甲局"]);
    assert!(made.stdout.starts_with("建好了“海州市甲局”：content/agencies/jia/agency.yaml\n"), "{}", made.transcript());
    let again = run(&workspace, &["new", "agency", "yi", "--name", "海州市甲局"]);
    assert!(again.stdout.starts_with("“海州市甲局”已经有了，文件夹不同，没有改动"), "{}", again.transcript());
}

#[test]
fn a_folder_with_something_in_it_is_no_workspace() {
    let workspace = Workspace::empty();
    workspace.write("有东西/报告.docx", "x");
    workspace.write("文件", "x");
    let new = |target: &str, city: &str| refused(&workspace, &["new", "workspace", target, "--city", city]);
    assert_eq!(new("有东西", "海州市"), "错误：有东西 不是空的（里面有“报告.docx”）；请换一个新文件夹\n");
    assert!(new("文件", "海州市").contains("是文件"), "{}", new("文件", "海州市"));
    assert_eq!(new("新的", "海州"), "错误：“海州”请写全称，如 海州市、海州县、海州区\n");
    assert!(!workspace.path().join("新的").exists());
    let made = run(&workspace, &["new", "workspace", "新的", "--city", "海州市"]);
    assert_eq!(made.status, Some(0), "{}", made.transcript());
    let before = read_tree(&workspace.path().join("新的"));
    let again = run(&workspace, &["new", "workspace", "新的", "--city", "海州市"]);
    assert!(again.stdout.starts_with("新的 已经建好了，没有改动。\n"), "{}", again.transcript());
    assert!(new("新的", "温州市").contains("和要建的不一样，什么都没有改"));
    assert!(new("新的/content/agencies/a", "温州市").contains("在另一个工作区的 content 里"));
    nianbao_tests::assert_same(&before, &read_tree(&workspace.path().join("新的")));
    // Cut off: whatever is missing comes with the next run.
    fs::remove_file(workspace.path().join("新的/content/agency.yaml")).unwrap();
    assert_eq!(run(&workspace, &["new", "workspace", "新的", "--city", "海州市"]).status, Some(0));
    nianbao_tests::assert_same(&before, &read_tree(&workspace.path().join("新的")));
}

/// What a run that was killed leaves: folders without agency.yaml, a narrative without report.yaml, hidden files.
#[test]
fn what_was_cut_off_goes_on() {
    let workspace = city();
    workspace.write("content/agencies/jyj/.nianbao-a1B2c3.tmp", "x");
    workspace.write("content/agencies/jyj/agencies/dyzx/.nianbao-a1B2c3.tmp", "x");
    let made = run(&workspace, &["new", "agencies", "list.xlsx"]);
    assert!(
        made.stdout.contains("＋ jyj  海州市教育局") && made.stdout.contains("＋ jyj/dyzx"),
        "{}",
        made.transcript()
    );
    assert!(!workspace.path().join("content/agencies/jyj/.nianbao-a1B2c3.tmp").exists());
    workspace.write("content/agencies/jyj/2025/narrative.md", "写了一半\n");
    let made = run(&workspace, &["new", "report", "jyj", "--year", "2025"]);
    assert_eq!(made.status, Some(0), "{}", made.transcript());
    assert_eq!(workspace.read("content/agencies/jyj/2025/narrative.md"), "写了一半\n");
    assert!(workspace.path().join("content/agencies/jyj/2025/report.yaml").is_file());
}

#[test]
fn years_and_agencies_that_there_are_not_are_told() {
    let workspace = city();
    let before = read_tree(&workspace.path().join("content"));
    let told = refused(&workspace, &["new", "report", "--all", "--year", "2018"]);
    assert_eq!(told, "错误：2018 年没有报告可做；年度应在 2019 到 2100 之间\n");
    let told = refused(&workspace, &["new", "report", "--all", "--year", "2031"]);
    let near = "现在是 2026 年，该编的是 2025 年的报告，请看看年度是不是写对了";
    let sure = "；没有写错的，加上 --any-year 再运行。什么都没有建\n";
    assert_eq!(told, format!("错误：2031 年还没有到：{near}{sure}"));
    let told = refused(&workspace, &["new", "report", "--all", "--year", "2019"]);
    assert_eq!(told, format!("错误：2019 年过去很久了：{near}{sure}"));
    let told = refused(&workspace, &["new", "report", "海州市人民政府", "甲局", "--year", "2025"]);
    assert_eq!(told, "错误：没有叫“甲局”的机关；机关的名称写在各机关文件夹的 agency.yaml 里\n");
    for args in [["--all", "--year", "二〇二五"], ["--all", "--year", "99999"], ["--year", "2025", "--"]] {
        refused(&workspace, &[&["new", "report"], args.as_slice()].concat());
    }
    nianbao_tests::assert_same(&before, &read_tree(&workspace.path().join("content")));
    workspace.write("content/agencies/xfj/agency.yaml", "名称: 海州市信访局\n不编报: true\n");
    let told = run(&workspace, &["new", "report", "xfj", "--year", "2025"]);
    assert_eq!(told.status, Some(1), "{}", told.transcript());
    assert_eq!(told.stdout, "按 agency.yaml 里写的，不编 2025 年的报告，没有建：海州市信访局。\n");
    for year in ["2026", "2025", "2024"] {
        assert_eq!(run(&workspace, &["new", "report", "海州市人民政府", "--year", year]).status, Some(0), "{year}");
    }
    assert_eq!(run(&workspace, &["new", "report", "海州市人民政府", "--year", "2031", "--any-year"]).status, Some(0));
}

#[cfg(unix)]
#[test]
fn nothing_is_left_where_a_disk_refuses() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let workspace = city();
    // A link in the way is never followed.
    let elsewhere = Workspace::empty();
    symlink(elsewhere.path(), workspace.path().join("content/agencies")).unwrap();
    let told = refused(&workspace, &["new", "agencies", "list.xlsx"]);
    assert!(told.contains("链接"), "{told}");
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
    fs::remove_file(workspace.path().join("content/agencies")).unwrap();
    // A file where a folder is to be: what was made before it is taken back.
    workspace.write("content/agencies/jyj/agencies", "x");
    let told = refused(&workspace, &["new", "agency", "dyzx", "--name", "海州市第一中学", "--parent", "jyj"]);
    assert!(!told.is_empty());
    // Root may write anywhere.
    let content = workspace.path().join("content");
    fs::set_permissions(&content, fs::Permissions::from_mode(0o555)).unwrap();
    let writable = fs::write(content.join("probe"), "").is_ok();
    if !writable {
        fs::remove_dir_all(content.join("agencies")).ok();
        let told = refused(&workspace, &["new", "report", "海州市人民政府", "--year", "2025"]);
        assert!(told.contains("没有写权限"), "{told}");
    }
    fs::set_permissions(&content, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn three_hundred_agencies_come_at_once() {
    let workspace = city();
    let rows: String = (1..=300).map(|number| format!("海州市第{number}街道办事处,街道\n")).collect();
    workspace.write("名单.csv", format!("机关名称,性质\n{rows}"));
    let made = run(&workspace, &["new", "agencies", "名单.csv"]);
    assert!(
        made.stdout.contains("……还有 280 个，文件夹都在 content/agencies 里\n新建了 300 个机关。\n"),
        "{}",
        made.transcript()
    );
    let made = run(&workspace, &["new", "report", "--all", "--year", "2025"]);
    assert!(made.stdout.contains("新建了 301 份 2025 年的报告。\n"), "{}", made.transcript());
}
