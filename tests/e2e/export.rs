//! One report handed over: written whole or not at all, and worth something to whoever gets it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use nianbao_tests::{Finished, Workspace, nianbao, pdf_text, python, read_tree, run};

fn export(workspace: &Workspace, args: &[&str]) -> Finished {
    nianbao(workspace.path(), [&["export"], args].concat()).output().unwrap().into()
}

#[test]
fn data_files_are_those_of_the_build() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    nianbao(workspace.path(), ["build", "--no-pdf"]).output().unwrap();
    let published = read_tree(&workspace.path().join("dist/site/jia/2024"));
    for (format, out) in [("json", "report.json"), ("xlsx", "report.xlsx"), ("csv", "表")] {
        let told = export(&workspace, &[format, "市甲局", "--out", out]);
        assert_eq!(told.status, Some(0), "{}", told.transcript());
    }
    assert_eq!(fs::read(workspace.path().join("report.json")).unwrap(), published["report.json"]);
    assert_eq!(fs::read(workspace.path().join("report.xlsx")).unwrap(), published["report.xlsx"]);
    let tables = read_tree(&workspace.path().join("表"));
    assert_eq!(tables.keys().collect::<Vec<_>>(), ["table-2.csv", "table-3.csv", "table-4.csv"]);
    assert!(tables.iter().all(|(name, bytes)| published[name] == *bytes));
}

#[test]
fn the_newest_report_is_meant_unless_a_year_is_named() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let year = |args: &[&str], out: &str| {
        export(&workspace, &[&["json", "jia", "--out", out], args].concat());
        let json: serde_json::Value = serde_json::from_str(&workspace.read(out)).unwrap();
        json["year"].as_i64().unwrap()
    };
    assert_eq!((year(&[], "新.json"), year(&["--year", "2023"], "旧.json")), (2024, 2023));
}

#[test]
fn what_is_there_stays_as_it_is() {
    let workspace = Workspace::real();
    workspace.write("报告.json", "改过的");
    workspace.write("排版/main.typ", "改过的");
    workspace.write("空.json", "");
    fs::create_dir(workspace.path().join("文件夹")).unwrap();
    let before = read_tree(workspace.path());
    for (format, out, told) in [
        ("json", "报告.json", "错误：报告.json 已经有了，没有改动它；请换一个名称，或者先把它移走"),
        ("csv", "报告.json", "错误：报告.json 已经有了，没有改动它；请换一个名称，或者先把它移走"),
        ("csv", "排版", "错误：排版 已经有了，没有改动它；请换一个名称，或者先把它移走"),
        ("json", "文件夹", "错误：文件夹 是文件夹，这里要写文件名，如 文件夹/report.json"),
        ("json", "content/a.json", "错误：content/a.json 在 content 里，那里只放报告；请写到别处"),
        ("xlsx", "q.docx", "错误：q.docx 的扩展名应为 .xlsx，如 q.xlsx"),
        ("docx", "年报", "错误：年报 的扩展名应为 .docx，如 年报.docx"),
        ("json", "报告.json/a.json", "错误：写不进 报告.json/a.json：上面有一层不是文件夹"),
    ] {
        let refused = export(&workspace, &[format, "tcj", "--out", out]);
        assert_eq!((refused.status, refused.stderr.trim_end()), (Some(2), told), "{}", refused.transcript());
    }
    assert_eq!(read_tree(workspace.path()), before);
    for (format, out) in [("json", "空.json"), ("csv", "文件夹"), ("json", "新的/a.json")] {
        let told = export(&workspace, &[format, "tcj", "--out", out]);
        assert_eq!(told.status, Some(0), "what is empty may be filled: {}", told.transcript());
    }
}

#[test]
fn a_report_with_faults_is_handed_over_with_a_word_of_warning() {
    let workspace = Workspace::real();
    workspace.replace("content/agencies/tcj/2024/report.yaml", "状态: 已公开", "状态: 拟公开");
    workspace.replace("content/agencies/tcj/2024/report.yaml", "自然人: 1", "自然人: 2");
    let told = export(&workspace, &["json", "tcj", "--out", "report.json"]);
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    assert!(told.stderr.starts_with("注意：这份报告有"), "{}", told.transcript());
    workspace.replace("content/agencies/tcj/2024/report.yaml", "行政许可: 0", "行政许可: 三件");
    let told = export(&workspace, &["json", "tcj", "--out", "another.json"]);
    assert_eq!(told.status, Some(2), "figures that cannot be read are no zeros: {}", told.transcript());
}

/// Last year's report must not pass for this year's.
#[test]
fn the_newest_report_is_meant_also_where_it_cannot_be_read() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let told = export(&workspace, &["json", "jia", "--year", "2023", "--out", "旧.json"]);
    assert_eq!(told.stdout, "写了甲市甲局2023年的报告：旧.json\n", "{}", told.transcript());
    let report = workspace.path().join("content/agencies/jia/2024/report.yaml");
    fs::write(&report, "年度：[\n\t").unwrap();
    let refused = |args: &[&str], expected: &str| {
        let told: Finished = nianbao(workspace.path(), args).output().unwrap().into();
        assert_eq!((told.status, told.stderr.trim_end()), (Some(2), expected), "{}", told.transcript());
    };
    let unread = "错误：甲市甲局 2024 年的报告读不出，请先运行 nianbao check";
    for _ in 0..2 {
        refused(&["export", "json", "jia", "--out", "新.json"], unread);
        refused(&["export", "json", "jia", "--year", "2024", "--out", "新.json"], unread);
        refused(&["explain-total", "申请.本年新收.自然人", "jia"], unread);
        refused(&["compare", "jia"], unread);
        // The folder of the year is there all the same.
        drop(fs::remove_file(&report));
    }
    refused(&["compare", "jia@2022"], "错误：甲市甲局没有 2022 年的报告，只有 2023、2024 年的");
    assert!(!workspace.path().join("新.json").exists());
}

/// The pages of a PDF as pictures, by number.
fn pictures(pdf: &Path) -> Vec<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    run(Command::new("pdftoppm").args(["-r", "60", "-gray"]).arg(pdf).arg(folder.path().join("page")));
    read_tree(folder.path()).into_values().collect()
}

/// The PDF that the stock compiler makes of an exported folder. It is started without our feature.
fn typeset(folder: &Path) -> PathBuf {
    let pdf = folder.join("report.pdf");
    let compile = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], \
                   ignore_system_fonts=True, pdf_standards=['a-2a', 'ua-1'])";
    run(python().args(["-c", compile]).arg(folder.join("main.typ")).arg(&pdf).arg(folder.join("fonts")));
    pdf
}

#[test]
fn the_stock_compiler_makes_the_same_pages() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    nianbao(workspace.path(), ["build"]).output().unwrap();
    let told = export(&workspace, &["typst", "甲市人民政府", "--year", "2024", "--out", "排版"]);
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    let folder = workspace.path().join("排版");
    let guide = workspace.read("排版/说明.txt");
    assert!(guide.contains("typst compile --font-path fonts --ignore-system-fonts"), "{guide}");
    let ours = workspace.path().join("dist/site/government/2024/report.pdf");
    let theirs = typeset(&folder);
    assert_eq!(pdf_text(&theirs), pdf_text(&ours));
    let (ours, theirs) = (pictures(&ours), pictures(&theirs));
    assert!(ours.len() > 1 && ours == theirs, "{} and {} pages, or they look different", ours.len(), theirs.len());
    // Whoever changes a template there sees it.
    let page = workspace.read("排版/page.typ");
    workspace.write("排版/page.typ", page.replace("left: 28mm", "left: 30mm"));
    assert!(pictures(&typeset(&folder)) != ours, "the comparison sees nothing");
}
