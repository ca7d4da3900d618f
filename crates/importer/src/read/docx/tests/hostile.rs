//! Files that were made to do harm, and damaged ones.

use std::time::{Duration, Instant};

use super::super::read;
use super::{TYPES, dropped, file, p, paragraphs, r, texts};
use crate::read::ReadError;

/// Slow machines included, nothing here takes longer.
const SOON: Duration = Duration::from_secs(20);

#[test]
fn deep_nesting_ends() {
    for (open, close) in [
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:ins>", "</w:ins>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:pict><v:textbox><w:txbxContent>", "</w:txbxContent></v:textbox></w:pict></w:r></w:p>"),
        ("<w:p><w:r><w:drawing><wps:x>", "</wps:x></w:drawing></w:r></w:p>"),
    ] {
        let started = Instant::now();
        let body = format!("{}{}{}{}", open.repeat(20_000), p("深"), close.repeat(20_000), p("尾"));
        let document = file(&body).read();
        assert_eq!(texts(&document).last().map(String::as_str), Some("尾"), "{open}");
        assert!(started.elapsed() < SOON, "{open}");
    }
}

#[test]
fn nested_tables_with_siblings_stay_fast() {
    let started = Instant::now();
    let side = format!("<w:tc>{}</w:tc>", p("1"));
    let body = format!(
        "{}{}{}",
        format!("<w:tbl><w:tr>{side}<w:tc>").repeat(5_000),
        p("深").repeat(1_000),
        "</w:tc></w:tr></w:tbl>".repeat(5_000)
    );
    let _ = file(&body).read();
    assert!(started.elapsed() < SOON);
}

#[test]
fn what_is_deeper_than_any_text_is_told() {
    let body = format!("{}{}{}", "<w:ins>".repeat(200), p("深"), "</w:ins>".repeat(200));
    assert_eq!(dropped(&file(&body).read()), ["嵌套太深、没有读的内容：深"]);
}

#[test]
fn entities_are_refused() {
    let laughs = r#"<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document>&b;</w:document>"#;
    let mut hostile = file("");
    hostile.0[1].1 = laughs.as_bytes().to_vec();
    assert!(matches!(read(&hostile.pack()), Err(ReadError::Damaged(message)) if message.contains("另存一份")));
}

#[test]
fn bombs_are_refused() {
    let blanks = vec![b' '; 70 << 20];
    let mut bomb = file("");
    bomb.0[1].1 = blanks;
    assert!(matches!(read(&bomb.pack()), Err(ReadError::TooLarge(_))));
}

#[test]
fn open_fields_do_not_swallow_what_follows() {
    let begin = r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r>"#;
    let body = format!("<w:p>{}{}</w:p>{}", begin.repeat(50_000), r("甲"), p("乙"));
    let document = file(&body).read();
    assert_eq!(texts(&document), ["乙"]);
    assert_eq!(dropped(&document), ["域代码：甲"]);
}

#[test]
fn wide_spans_are_bounded() {
    let body = format!(
        r#"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="4000000000"/></w:tcPr>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"#,
        p("甲"),
        p("乙")
    );
    assert!(super::grid(&file(&body).read()).width() < 100);
}

#[test]
fn links_that_lead_nowhere_do_no_harm() {
    let links = format!(
        r#"<Relationship Id="1" Type="{TYPES}/styles" Target="../../../etc/passwd"/>
           <Relationship Id="2" Type="{TYPES}/numbering" Target="document.xml"/>
           <Relationship Id="3" Type="{TYPES}/footnotes" Target="http://a.cn/" TargetMode="External"/>
           <Relationship Id="4" Type="{TYPES}/image" Target="http://a.cn/a.png" TargetMode="External"/>"#
    );
    let body = format!(
        r#"<w:p>{}<w:r><w:footnoteReference w:id="1"/><w:pict><v:imagedata r:id="4"/></w:pict></w:r></w:p>"#,
        r("甲")
    );
    let document = file(&body).links(&links).read();
    assert_eq!(texts(&document), ["甲"]);
    assert_eq!(paragraphs(&document)[0].runs[1].footnote, Some(0));
    assert!(document.footnotes[0].is_empty() && document.pictures.is_empty());
}

#[test]
fn macros_and_chunks_are_named() {
    let links = r#"<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>"#;
    let document = file(&format!(r#"{}<w:altChunk r:id="c"/>"#, p("甲"))).links(links).read();
    assert_eq!(dropped(&document), ["嵌在 Word 文件里的另一份文件（没有读）：", "宏（没有运行）："]);
}

#[test]
fn locked_and_broken_files_are_told() {
    assert!(
        matches!(read(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Err(ReadError::Unsupported(message)) if message.contains("密码"))
    );
    let whole = file(&p("甲")).pack();
    for end in 0..whole.len() {
        assert!(read(&whole[..end]).is_err(), "{end}");
    }
}

#[test]
fn a_flat_file_is_read() {
    let package = format!(
        r#"<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml">
           <pkg:xmlData><w:document {}><w:body>{}</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>"#,
        super::NAMES,
        p("甲")
    );
    assert_eq!(texts(&read(package.as_bytes()).expect("a document")), ["甲"]);
}
