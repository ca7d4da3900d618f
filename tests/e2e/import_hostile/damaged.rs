//! Files that unpack without end, nest without end, count without end, or end too early.

use super::made::{bomb, book, page, pdf, text, to_text, word, workbook, zip};
use super::{city, document, import_all};

#[test]
fn what_grows_when_it_is_unpacked_is_refused() {
    let workspace = city();
    let write = |name: &str, bytes: Vec<u8>| workspace.write(&format!("收来的/{name}"), bytes);
    let to_text = to_text();
    let (links, book) = ([("_rels/.rels", to_text.as_bytes())], book());
    let book: Vec<(&str, &[u8])> = book.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    write("撑大.docx", bomb(&links, "word/document.xml", 300));
    write("撑大.xlsx", bomb(&book, "xl/worksheets/sheet1.xml", 300));
    let mut lying = bomb(&links, "word/document.xml", 100);
    lie_about_lengths(&mut lying);
    write("谎报.docx", lying);
    write("套着.docx", zip(&[("word/inner.docx", &bomb(&links, "word/document.xml", 100))]));
    let entities =
        r#"<!DOCTYPE l [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>"#;
    write("实体.docx", word(&format!("{entities}{}", text("<w:p><w:r><w:t>&b;&c;</w:t></w:r></w:p>")), "", &[]));
    write("实体.xlsx", workbook(entities, r#"<row r="1"><c t="inlineStr"><is><t>&c;</t></is></c></row>"#));
    let imported = import_all(&workspace);
    imported.assert_refused(&[
        ("撑大.docx", "太大"),
        ("撑大.xlsx", "太大"),
        ("谎报.docx", ""),
        ("套着.docx", ""),
        ("实体.docx", "另存一份"),
        ("实体.xlsx", ""),
    ]);
    assert!(imported.refused.values().all(|why| !why.contains("root:")), "{:?}", imported.refused);
}

/// Lets every entry of a zip say that it unpacks to one byte.
fn lie_about_lengths(zip: &mut [u8]) {
    for at in 0..zip.len() - 30 {
        let length = match &zip[at..at + 4] {
            b"PK\x01\x02" => at + 24,
            b"PK\x03\x04" => at + 22,
            _ => continue,
        };
        zip[length..length + 4].copy_from_slice(&1_u32.to_le_bytes());
    }
}

#[test]
fn nesting_and_far_cells_do_no_harm() {
    let workspace = city();
    let write = |name: &str, bytes: Vec<u8>| workspace.write(&format!("收来的/{name}"), bytes);
    write("层层.html", "<div>".repeat(200_000).into_bytes());
    write("表中表.html", "<table><tr><td>".repeat(10_000).into_bytes());
    let nested = |open: &str, close: &str| {
        let paragraph = "<w:p><w:r><w:t>深</w:t></w:r></w:p>";
        word(&text(&format!("{}{paragraph}{}", open.repeat(100_000), close.repeat(100_000))), "", &[])
    };
    write("层层.docx", nested("<w:ins>", "</w:ins>"));
    write("表中表.docx", nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"));
    write("层层.json", "[".repeat(1_000_000).into_bytes());
    write("层层.md", "> ".repeat(100_000).into_bytes());
    write("远处.xlsx", workbook("", r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#));
    write("更远.xlsx", workbook("", r#"<row r="4294967295"><c r="ZZZZZZZ99999999999"><v>1</v></c></row>"#));
    write("百万列.csv", "1,".repeat(1_000_000).into_bytes());
    let imported = import_all(&workspace);
    // None of them holds a report, so none becomes one.
    assert_eq!(imported.refused.len(), 9, "{:?}", imported.refused);
    imported.assert_refused(&[("层层.html", "Word"), ("表中表.html", "Word")]);
}

#[test]
fn broken_pdfs_are_told() {
    let workspace = city();
    let write = |name: &str, bytes: Vec<u8>| workspace.write(&format!("收来的/{name}"), bytes);
    let real = document("real/hongze-2023.pdf");
    for part in 0..50 {
        write(&format!("断{part:02}.pdf"), real[..real.len() * part / 50].to_vec());
    }
    write("自己画自己.pdf", page("/X5 Do", &["/X5 Do /X5 Do"]));
    let loops = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"];
    write("页套页.pdf", pdf(&loops.map(str::to_owned)));
    let pages = format!("<</Type/Pages/Kids[{}]/Count 1000000>>", "3 0 R ".repeat(1_000_000));
    let pages = [loops[0].to_owned(), pages, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>".to_owned()];
    write("百万页.pdf", pdf(&pages));
    write("层层.pdf", ["%PDF-1.7\n1 0 obj ".to_owned(), "[".repeat(1_000_000)].concat().into_bytes());
    let imported = import_all(&workspace);
    imported.assert_refused(&[
        ("断00.pdf", "空文件"),
        ("自己画自己.pdf", "图形"),
        ("页套页.pdf", ""),
        ("百万页.pdf", "内存"),
        ("层层.pdf", ""),
    ]);
    // What is left of a report that was cut is never put forward as another agency's, nor does it hide that it was cut.
    assert!(imported.reports.as_array().unwrap().len() == 1, "{}", imported.reports);
}

#[test]
fn macros_are_not_run_and_are_told() {
    let workspace = city();
    let link = r#"<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>"#;
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let body = ["平湖市交通运输局2023年政府信息公开工作年度报告", "一、总体情况", "全年主动公开信息12条。"]
        .map(paragraph)
        .concat();
    let hint = ["touch /tmp/nianbao-macro-ran".as_bytes()].concat();
    workspace.write("收来的/宏.docm", word(&text(&body), link, &[("word/vbaProject.bin", &hint)]));
    let imported = import_all(&workspace);
    let reports = imported.reports.as_array().unwrap();
    let with_macro = reports.iter().find(|report| report["files"][0] == "宏.docm");
    let dropped = with_macro.map(|report| report["dropped"].to_string()).unwrap_or_default();
    assert!(dropped.contains("宏（没有运行）"), "{:?} {:?}", imported.refused, imported.reports);
}
