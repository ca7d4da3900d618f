//! The bundle of a year, as whoever receives it may check it.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Command;

use lopdf::{Document, Object};
use nianbao_tests::{Workspace, csv, nianbao, pdf_text, read_tree, run};

fn built(folder: &str) -> Workspace {
    let workspace = Workspace::copy_of(folder);
    let built = nianbao(workspace.path(), ["build"]).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stdout));
    workspace
}

#[test]
fn checksums_hold_and_name_every_file() {
    let workspace = built("tests/sites/everything");
    let folder = workspace.path().join("dist/bundle/2024");
    run(Command::new("sha256sum").args(["--check", "--strict", "SHA256SUMS"]).current_dir(&folder));
    let sums = workspace.read("dist/bundle/2024/SHA256SUMS");
    let summed: BTreeSet<&str> = sums.lines().filter_map(|line| line.split_once("  ")).map(|(_, file)| file).collect();
    let mut files = read_tree(&folder);
    files.remove("SHA256SUMS");
    assert_eq!(summed, files.keys().map(String::as_str).collect());
    assert_eq!(
        summed.into_iter().collect::<Vec<_>>(),
        [
            "001-甲市2024年政府信息公开工作年度报告.pdf",
            "002-甲市甲局2024年政府信息公开工作年度报告.pdf",
            "003-甲市乙区交通运输局2024年政府信息公开工作年度报告.pdf",
            "清单.csv",
            "目录.pdf"
        ]
    );
}

#[test]
fn list_and_contents_say_what_is_there() {
    let workspace = built("tests/sites/everything");
    let folder = workspace.path().join("dist/bundle/2024");
    let contents = folder.join("目录.pdf");
    run(Command::new("qpdf").arg("--check").arg(&contents));
    let text = pdf_text(&contents);
    let lines = csv(&fs::read(folder.join("清单.csv")).unwrap());
    assert_eq!(lines[0], ["序号", "机关", "标题", "文件名", "页数", "字节数", "SHA-256", "更正日期"]);
    let mut all_pages = 0;
    for line in &lines[1..] {
        let file = folder.join(&line[3]);
        let pages = Document::load(&file).unwrap().get_pages().len();
        assert_eq!(
            (line[4].as_str(), line[5].as_str()),
            (pages.to_string().as_str(), fs::metadata(&file).unwrap().len().to_string().as_str(),)
        );
        let usual = format!("{}2024年政府信息公开工作年度报告", line[1]);
        let listed = if line[2] == usual { &line[1] } else { &line[2] };
        let corrected = if line[7] == "2025-04-02" { "（2025年4月2日更正）" } else { "" };
        // What fills its column has no space behind it.
        let said = [" ", ""].map(|space| format!("{} {listed}{corrected}{space}{pages}页", line[0]));
        assert!(said.iter().any(|said| text.contains(said)), "{text}");
        all_pages += pages;
    }
    assert!(text.contains(&format!("共3份报告，{all_pages}页。")), "{text}");
    for heading in ["页市政府工作部门2 甲市甲局", "页甲市乙区人民政府所属机关3 甲市乙区交通运输局"]
    {
        assert!(text.contains(heading), "{text}");
    }
    assert_eq!(links(&contents), lines[1..].iter().map(|line| line[3].clone()).collect::<Vec<_>>());
}

/// Where the links of a PDF lead, in order, each once.
fn links(file: &Path) -> Vec<String> {
    let document = Document::load(file).unwrap();
    let mut found = Vec::new();
    for page in document.get_pages().into_values() {
        for annotation in document.get_page_annotations(page).unwrap() {
            let Ok(action) = annotation.get(b"A").and_then(Object::as_dict) else { continue };
            let uri = decoded(action.get(b"URI").and_then(Object::as_str).unwrap());
            if found.last() != Some(&uri) {
                found.push(uri);
            }
        }
    }
    found
}

fn decoded(uri: &[u8]) -> String {
    let text = std::str::from_utf8(uri).unwrap();
    let mut parts = text.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend(part[2..].bytes());
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn the_zip_is_the_folder() {
    let workspace = built("tests/sites/everything");
    let dist = workspace.path().join("dist/bundle");
    for year in ["2023", "2024"] {
        let files = read_tree(&dist.join(year));
        let mut archive = zip::ZipArchive::new(fs::File::open(dist.join(format!("{year}.zip"))).unwrap()).unwrap();
        assert_eq!(archive.len(), files.len());
        let tested = run(Command::new("unzip").arg("-tq").arg(dist.join(format!("{year}.zip"))));
        assert!(tested.starts_with("No errors detected"), "{tested}");
        for (name, bytes) in files {
            let mut entry = archive.by_name(&format!("{year}/{name}")).unwrap();
            assert_eq!(entry.last_modified(), Some(zip::DateTime::default()), "{name}");
            let mut unpacked = Vec::new();
            entry.read_to_end(&mut unpacked).unwrap();
            assert!(unpacked == bytes, "{name} differs");
        }
    }
}
