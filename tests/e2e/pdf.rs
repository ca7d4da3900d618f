//! The PDFs: sound, archival, accessible.

use std::path::PathBuf;
use std::process::Command;

use lopdf::{Document, Object};
use nianbao_tests::{Workspace, nianbao, pdf_text, read_tree, run};

fn pdfs(workspace: &Workspace) -> Vec<PathBuf> {
    let built = nianbao(workspace.path(), ["build"]).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stdout));
    let dist = workspace.path().join("dist");
    read_tree(&dist).into_keys().filter(|path| path.ends_with("report.pdf")).map(|path| dist.join(path)).collect()
}

#[test]
fn every_pdf_is_sound_and_says_what_it_is() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let files = pdfs(&workspace);
    assert!(!files.is_empty());
    for file in files {
        run(Command::new("qpdf").arg("--check").arg(&file));
        let document = Document::load(&file).unwrap();
        let catalog = document.catalog().unwrap();
        assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).unwrap(), b"zh-CN");
        assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"Outlines"), "{}", file.display());
        let metadata = document.get_object(catalog.get(b"Metadata").and_then(Object::as_reference).unwrap()).unwrap();
        let metadata = metadata.as_stream().unwrap().get_plain_content().unwrap();
        let metadata = String::from_utf8(metadata).unwrap();
        for claim in [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
            "政府信息公开工作年度报告",
        ] {
            assert!(metadata.contains(claim), "{}: {claim} is missing in\n{metadata}", file.display());
        }
    }
}

#[test]
fn tables_are_tagged_with_header_cells() {
    let workspace = Workspace::real();
    for file in pdfs(&workspace) {
        let document = Document::load(&file).unwrap();
        let count = |tag: &[u8]| {
            let elements = document.objects.values().filter_map(|object| object.as_dict().ok());
            elements.filter(|element| element.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == tag)).count()
        };
        let corner = 1;
        assert_eq!(count(b"TD"), 10 + 25 * 7 + 15 + corner, "one cell a figure");
        assert!(count(b"TH") >= 22 + 29 + 8, "headings are header cells");
        assert!(count(b"Table") >= 3);
    }
}

#[test]
fn each_report_is_printed_on_its_own_form() {
    let workspace = Workspace::copy_of("tests/sites/older-forms");
    pdfs(&workspace);
    let text = |year: u16| pdf_text(&workspace.path().join(format!("dist/site/jia/{year}/report.pdf")));
    for part in [
        "对外公开总数量",
        "行政许可240-8474339",
        "政府集中采购6251000（元）",
        "（六）其他处理2",
        "四、因政府信息公开工作",
    ] {
        assert!(text(2020).replace(' ', "").contains(part), "{part} is missing in\n{}", text(2020));
    }
    assert!(text(2023).contains("本年制发件数") && !text(2023).contains("逾期"), "{}", text(2023));
}
