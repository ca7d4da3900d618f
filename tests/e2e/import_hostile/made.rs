//! Office files and PDFs as somebody who means harm writes them.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const LINKS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// A zip of `parts`.
pub(super) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in parts {
        writer.start_file(*path, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A zip with one part of so many megabytes of blanks behind the others.
pub(super) fn bomb(parts: &[(&str, &[u8])], path: &str, megabytes: usize) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in parts {
        writer.start_file(*path, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.start_file(path, SimpleFileOptions::default()).unwrap();
    for _ in 0..megabytes {
        writer.write_all(&vec![b' '; 1 << 20]).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// What leads to the text of a Word file.
pub(super) fn to_text() -> String {
    format!(
        r#"<Relationships xmlns="{LINKS}"><Relationship Id="d" Type="{TYPES}/officeDocument" Target="word/document.xml"/></Relationships>"#
    )
}

/// The text of a Word file with `body`.
pub(super) fn text(body: &str) -> String {
    format!(
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{TYPES}"><w:body>{body}</w:body></w:document>"#
    )
}

/// A Word file with `text` as a whole, and `links` from it to other parts.
pub(super) fn word(text: &str, links: &str, others: &[(&str, &[u8])]) -> Vec<u8> {
    let (to_text, links) = (to_text(), format!(r#"<Relationships xmlns="{LINKS}">{links}</Relationships>"#));
    let own: [(&str, &[u8]); 3] = [
        ("_rels/.rels", to_text.as_bytes()),
        ("word/document.xml", text.as_bytes()),
        ("word/_rels/document.xml.rels", links.as_bytes()),
    ];
    zip(&[own.as_slice(), others].concat())
}

/// The parts of a workbook but for its one sheet.
pub(super) fn book() -> [(&'static str, String); 2] {
    [
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{SHEET}" xmlns:r="{TYPES}"><sheets><sheet name="表" sheetId="1" r:id="s"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"<Relationships xmlns="{LINKS}"><Relationship Id="s" Type="{TYPES}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
            ),
        ),
    ]
}

/// A workbook with `rows`, and what stands `before` its sheet.
pub(super) fn workbook(before: &str, rows: &str) -> Vec<u8> {
    let sheet = format!(r#"{before}<worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData></worksheet>"#);
    let book = book();
    let parts = book.iter().map(|(path, text)| (*path, text.as_bytes()));
    zip(&parts.chain([("xl/worksheets/sheet1.xml", sheet.as_bytes())]).collect::<Vec<_>>())
}

/// A PDF of `objects`, the first its catalogue.
pub(super) fn pdf(objects: &[String]) -> Vec<u8> {
    let mut file = "%PDF-1.7\n".to_owned();
    let mut places = "0000000000 65535 f \n".to_owned();
    for (object, number) in objects.iter().zip(1..) {
        let _ = writeln!(places, "{:010} 00000 n ", file.len());
        let _ = writeln!(file, "{number} 0 obj\n{object}\nendobj");
    }
    let (at, count) = (file.len(), objects.len() + 1);
    let _ = write!(file, "xref\n0 {count}\n{places}trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{at}\n%%EOF\n");
    file.into_bytes()
}

/// A PDF of one page that draws `content`, with `forms` that are called `X4`, `X5` … as their objects are.
pub(super) fn page(content: &str, forms: &[&str]) -> Vec<u8> {
    let names: String = (5..5 + forms.len()).map(|number| format!("/X{number} {number} 0 R")).collect();
    let stream = |more: &str, text: &str| format!("<</Length {}{more}>>stream\n{text}\nendstream", text.len());
    let kind = format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<<{names}>>>>");
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<<{names}>>>>/Contents 4 0 R>>"),
        stream("", content),
    ];
    objects.extend(forms.iter().map(|form| stream(&kind, form)));
    pdf(&objects)
}
