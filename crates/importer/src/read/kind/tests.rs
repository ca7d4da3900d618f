//! What kind of file it is tells its content.

use std::io::{Cursor, Write};

use encoding_rs::GB18030;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Kind, MAX_BYTES};
use crate::read::ReadError;

fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a file");
        writer.write_all(text.as_bytes()).expect("its text");
    }
    writer.finish().expect("a package").into_inner()
}

/// A compound file with a root and one stream of this name.
fn compound(name: &str) -> Vec<u8> {
    let mut bytes = vec![0; 512 * 3];
    bytes[..8].copy_from_slice(&super::compound::SIGNATURE);
    bytes[30] = 9;
    bytes[48] = 1;
    // The table of sectors is sector 0; the directory ends with its first sector.
    bytes[512 + 4..512 + 8].copy_from_slice(&[0xfe, 0xff, 0xff, 0xff]);
    let mut entry = |at: usize, name: &str, child: u32| {
        let start = 1024 + at * 128;
        let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes[start..start + units.len()].copy_from_slice(&units);
        bytes[start + 64] = u8::try_from(units.len() + 2).expect("a short name");
        bytes[start + 68..start + 76].fill(0xff);
        bytes[start + 76..start + 80].copy_from_slice(&child.to_le_bytes());
    };
    entry(0, "Root Entry", 1);
    entry(1, name, u32::MAX);
    bytes
}

fn of(name: &str, bytes: &[u8]) -> Kind {
    Kind::of(name, bytes).expect("a kind")
}

#[test]
fn packages_are_told_by_what_is_in_them() {
    assert_eq!(of("a.txt", &zipped(&[("[Content_Types].xml", ""), ("word/document.xml", "")])), Kind::Docx);
    assert_eq!(of("a.docx", &zipped(&[("xl/workbook.xml", "")])), Kind::Workbook);
    assert_eq!(of("a.doc", &compound("Workbook")), Kind::Workbook);
    assert_eq!(Kind::of("a.docx", &compound("WordDocument")), Err(ReadError::OldWord));
    assert_eq!(
        Kind::of("a.odt", &zipped(&[("mimetype", "application/vnd.oasis.opendocument.text")])),
        Err(ReadError::OldWord)
    );
}

#[test]
fn what_cannot_be_read_comes_with_advice() {
    for (bytes, advice) in [
        (zipped(&[("OFD.xml", ""), ("Doc_0/Document.xml", "")]), "PDF"),
        (zipped(&[("报告.docx", "")]), "解压"),
        (compound("EncryptedPackage"), "密码"),
        (b"\x89PNG\r\n\x1a\n".to_vec(), "图片"),
        (b"PK\x03\x04broken".to_vec(), "重新"),
        (Vec::new(), "空文件"),
        (vec![b' '; MAX_BYTES + 1], "太大"),
        (b" \r\n".to_vec(), "没有文字"),
    ] {
        let message = Kind::of("a.docx", &bytes).expect_err("no kind").to_string();
        assert!(message.contains(advice), "{message}");
    }
    assert_eq!(Kind::of("a.rtf", br"{\rtf1\ansi}"), Err(ReadError::OldWord));
    assert!(matches!(Kind::of("a.doc", &[0, 1, 2, 3].repeat(100)), Err(ReadError::Unknown(_))));
}

#[test]
fn a_pdf_may_stand_behind_other_bytes() {
    assert_eq!(of("a.doc", b"%PDF-1.7\n"), Kind::Pdf);
    assert_eq!(of("a", b"\r\n\0\0%PDF-1.4\n"), Kind::Pdf);
}

#[test]
fn texts_are_told_apart() {
    let page = "<!-- 年报 -->\n<!DOCTYPE html><html><body><p>年报</p></body></html>";
    assert_eq!(of("a.txt", page.as_bytes()), Kind::Html);
    assert_eq!(of("a.doc", &GB18030.encode(page).0), Kind::Html);
    assert_eq!(of("a.htm", b"<?xml version=\"1.0\"?><html/>"), Kind::Html);
    assert_eq!(
        of("a.mht", b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"),
        Kind::Html
    );
    assert_eq!(of("a", b"<table><tr><td>1</td></tr></table>"), Kind::Html);
    assert_eq!(of("report.json", b"{\n  \"title\": \"\"}"), Kind::Json);
    assert_eq!(of("narrative.md", "一、总体情况".as_bytes()), Kind::Markdown);
    assert_eq!(of("a.txt", "# 一、总体情况\n\n内容".as_bytes()), Kind::Markdown);
    assert_eq!(of("a", "项目,数值\r\n规章,0\r\n".as_bytes()), Kind::Csv);
    assert_eq!(of("表三.xls", "项目\t数值\r\n规章\t0\r\n".as_bytes()), Kind::Csv);
    assert_eq!(of("a.txt", "规章 | 0 | 0 |\n信息内容\t1".as_bytes()), Kind::Text);
}

#[test]
fn a_head_cut_within_a_character_is_still_text() {
    let text = format!("a{}", "年".repeat(10_000));
    assert_eq!(of("a.txt", text.as_bytes()), Kind::Text);
    assert_eq!(of("a.txt", &GB18030.encode(&text).0), Kind::Text);
}
