//! A Word file that somebody went on writing in gives the same report but for the edits.

use std::io::{Cursor, Read, Write};

use nianbao_importer::{read, recognise};
use nianbao_model::{
    Block, Cell, Decimal, Form, Inline, Narrative, Report, Section, SectionKind, Span, Spanned, Status,
};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::made::Format;
use super::printed::printed;
use super::reports::Reported;

fn paragraph(text: &str) -> Block {
    let text = Inline::Text { text: text.to_owned(), span: Span::NOWHERE };
    Block::Paragraph { content: vec![text], span: Span::NOWHERE }
}

fn heading(number: u32, text: &str) -> Block {
    let text = Inline::Text { text: text.to_owned(), span: Span::NOWHERE };
    Block::Heading { level: 2, number, typed_number: None, content: vec![text], span: Span::NOWHERE }
}

/// A report with this many applications, and these blocks in its fifth section.
fn report(applications: i64, problems: Vec<Block>) -> Report {
    let form = Form::latest();
    let mut report = Report { status: Status::Released, ..Report::blank(2024) };
    let address = form.look_up("申请.本年新收.自然人").expect("a figure");
    report.figures.set(&address, Cell { value: Decimal::from(applications), ..Cell::default() });
    report.published = Some(Spanned::unwritten("2025-01-20".parse().expect("a day")));
    let section = |kind: SectionKind, blocks| Section { kind, title: kind.heading(), heading: Span::NOWHERE, blocks };
    let overview = vec![heading(1, "主动公开"), paragraph("全年主动公开政府信息1,234条。")];
    report.narrative = Narrative {
        sections: vec![
            section(SectionKind::Overview, overview),
            section(SectionKind::Problems, problems),
            section(SectionKind::Other, vec![paragraph("本年度未收取信息处理费。")]),
        ],
        ..Narrative::default()
    };
    report
}

/// The Word file with its text changed.
fn edited(file: &[u8], change: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(file)).expect("a Word file");
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).expect("a part");
        let name = entry.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("its bytes");
        if name == "word/document.xml" {
            bytes = change(String::from_utf8(bytes).expect("a text")).into_bytes();
        }
        written.start_file(name, SimpleFileOptions::default()).expect("a part");
        written.write_all(&bytes).expect("its bytes");
    }
    written.finish().expect("a file").into_inner()
}

#[test]
fn a_word_file_that_was_edited_gives_the_report_but_for_the_edits() {
    let problems = vec![heading(1, "存在的问题"), paragraph("解读形式不够丰富。")];
    let reported = Reported::new(report(7777, problems.clone()));
    let (_, file) = Format::Docx.files(&reported).pop().expect("a file");
    let tracked = |text: &str| {
        format!(
            "<w:p><w:ins w:id=\"901\" w:author=\"a\" w:date=\"2025-01-02T00:00:00Z\"><w:r><w:t>{text}</w:t></w:r></w:ins>\
             <w:del w:id=\"902\" w:author=\"a\" w:date=\"2025-01-02T00:00:00Z\"><w:r><w:delText>删去的话</w:delText></w:r></w:del></w:p>"
        )
    };
    let file = edited(&file, |text| {
        let text = text.replace(">7777<", ">8888<").replace("不够丰富", "比较单一");
        let behind = text.find("解读形式").expect("the sentence");
        let behind = behind + text[behind..].find("</w:p>").expect("its end") + "</w:p>".len();
        let (before, rest) = text.split_at(behind);
        [before, &tracked("（二）改进措施"), &tracked("下一步将增加图解。"), rest].concat()
    });
    let imported = recognise(&read("report.docx", &file).expect("a document"), None);
    let mut changed = problems;
    changed.truncate(1);
    changed.extend([paragraph("解读形式比较单一。"), heading(2, "改进措施"), paragraph("下一步将增加图解。")]);
    let (agency, _) = reported.agency_and_report();
    let expected = printed(agency, &report(8888, changed), Format::Docx);
    assert_eq!(printed(agency, &imported.report, Format::Docx), expected, "{:#?}", imported.doubts);
}
