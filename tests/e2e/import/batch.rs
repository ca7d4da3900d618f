//! A whole folder, and the list that people correct.

use nianbao_tests::Workspace;
use snapbox::{assert_data_eq, file};

use super::{bring, city, import};

fn folder() -> Workspace {
    let workspace = city();
    bring(&workspace, "tabs.txt", "收来的/a.txt");
    bring(&workspace, "trs-fragments.html", "收来的/下面/b.html");
    bring(&workspace, "word.docx", "收来的/c.docx");
    bring(&workspace, "sheet-gbk.csv", "收来的/d.csv");
    bring(&workspace, "tabs.txt", "收来的/e 重复.txt");
    workspace.write("收来的/f 别的.txt", "关于放假的通知\n\n各单位：\n");
    workspace.write("收来的/.隐藏.txt", "x");
    workspace
}

#[test]
fn each_file_gets_a_line_and_the_list_corrects_them() {
    let workspace = folder();
    let first = import(&workspace, &["--batch", "收来的", "--list", "名单.csv"]);
    assert_data_eq!(first.transcript(), file!["../snapshots/import-batch.txt"].raw());
    let list = workspace.read("名单.csv");
    assert!(list.starts_with("\u{feff}文件,机关,年度,结果\r\n"), "{list}");
    workspace.replace("名单.csv", "\r\nd.csv,海棠市气象局,2024,", "\r\nd.csv,松陵市卫生健康委员会,2024,");
    workspace.replace("名单.csv", "\r\nf 别的.txt,,", "\r\nf 别的.txt,不要,");
    let second = import(&workspace, &["--batch", "收来的", "--list", "名单.csv"]);
    let line = |name: &str| second.stdout.lines().find(|line| line.contains(name)).unwrap_or_default().to_owned();
    assert!(line("a.txt").starts_with("＝"), "{}", second.transcript());
    assert!(line("d.csv").contains("松陵市卫生健康委员会 2024 年"), "{}", second.transcript());
    assert!(line("f 别的.txt").contains("名单里写了“不要”"), "{}", second.transcript());
    assert!(workspace.path().join("content/agencies/ws/2024/report.yaml").is_file());
}

#[test]
fn a_list_that_is_none_and_an_empty_folder_are_told() {
    let workspace = folder();
    workspace.write("别的.csv", "甲,乙\n1,2\n");
    let wrong = import(&workspace, &["--batch", "收来的", "--list", "别的.csv"]);
    assert_eq!(wrong.status, Some(2), "{}", wrong.transcript());
    assert_eq!(workspace.read("别的.csv"), "甲,乙\n1,2\n");
    std::fs::create_dir(workspace.path().join("空的")).unwrap();
    let empty = import(&workspace, &["--batch", "空的"]);
    assert_eq!((empty.status, empty.stderr.as_str()), (Some(2), "错误：空的 里没有文件\n"));
    let missing = import(&workspace, &["--batch", "没有的"]);
    assert_eq!((missing.status, missing.stderr.as_str()), (Some(2), "错误：没有文件夹 没有的\n"));
    let file = import(&workspace, &["--batch", "别的.csv"]);
    assert!(file.stderr.contains("是文件，不是文件夹；导入一个文件，去掉 --batch"), "{}", file.transcript());
}
