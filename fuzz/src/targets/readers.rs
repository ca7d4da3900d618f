//! The readers of documents from elsewhere, and what comes after reading.

use std::io::{Cursor, Write as _};

use nianbao_importer::{Document, read, recognise};
use nianbao_writer::{Style, Zeros};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Reads `bytes` as the kind of file that `target` names, finds the report and writes it.
pub(super) fn run(target: &str, bytes: &[u8]) {
    let name = match target {
        "document" => return drop(serde_json::from_slice(bytes).map(|document| finish(&document))),
        "text" => "年报.txt",
        "markdown" => "年报.md",
        "csv" => "年报.csv",
        "html" => "年报.html",
        "json" => "年报.json",
        "pdf" => "年报.pdf",
        "docx" => "年报.docx",
        "workbook" => "年报.xlsx",
        other => panic!("no reader is called {other}"),
    };
    let packed = match target {
        // A zip hides from chance what stands in it: the part that matters comes bare.
        "docx" if bytes.starts_with(b"<") => pack(&DOCX, "word/document.xml", bytes),
        "workbook" if bytes.starts_with(b"<") => pack(&XLSX, "xl/worksheets/sheet1.xml", bytes),
        _ => bytes.to_vec(),
    };
    if let Ok(document) = read(name, &packed) {
        finish(&document);
    }
}

/// All that is done with a document in the process that reads and the one that asked.
fn finish(document: &Document) {
    let imported = recognise(document, None);
    let report = &imported.report;
    let _ = nianbao_writer::report(report, Style { comments: true, zeros: Zeros::AsGiven });
    let _ = nianbao_writer::narrative(&report.narrative, report.form);
}

type Parts = [(&'static str, &'static str); 3];

const DOCX: Parts = [
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#,
    ),
    (
        "word/_rels/document.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="i" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../../media/图.png"/></Relationships>"#,
    ),
];

const XLSX: Parts = [
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="年报" sheetId="1" r:id="s"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
];

/// A package of `parts` and the one that matters.
fn pack(parts: &Parts, path: &str, bytes: &[u8]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = parts.iter().map(|(path, text)| (*path, text.as_bytes()));
    for (path, bytes) in parts.chain([(path, bytes)]) {
        let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        writer.start_file(path, options).expect("a package");
        writer.write_all(bytes).expect("a package");
    }
    writer.finish().expect("a package").into_inner()
}
