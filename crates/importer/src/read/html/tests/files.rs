//! The same page in other encodings and wrappings.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use encoding_rs::GB18030;

use super::super::read;
use super::{grids, texts};
use crate::Document;

const PAGE: &str = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><meta name=\"PubDate\" content=\"2025-01-20\">\n</head><body>\
    <p>一、总体情况</p>\n<p>收到 20 件 &amp; 办结。</p><table><tr><td>许可<td>5</tr></table></body></html>";

fn assert_read(bytes: &[u8], name: &str) {
    let document = read(bytes).expect(name);
    let plain: Document = read(PAGE.as_bytes()).expect("the page");
    assert_eq!(texts(&document), texts(&plain), "{name}");
    assert_eq!(texts(&document), ["一、总体情况", "收到 20 件 & 办结。"], "{name}");
    assert_eq!(grids(&document), grids(&plain), "{name}");
    assert!(document.labels.contains(&("PubDate".to_owned(), "2025-01-20".to_owned())), "{name}");
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[test]
fn encodings_are_found_whatever_is_declared() {
    assert_read(&GB18030.encode(PAGE).0, "GBK declared as UTF-8");
    assert_read(PAGE.replace("utf-8", "gb2312").as_bytes(), "UTF-8 declared as GB2312");
    let wide: Vec<u8> = PAGE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_read(&wide, "UTF-16 without a mark");
    assert_read(&[&[0xff, 0xfe], wide.as_slice()].concat(), "UTF-16");
    assert_read(format!("\u{feff}{PAGE}").as_bytes(), "UTF-8 with a mark");
}

#[test]
fn the_shown_source_of_a_page_is_the_page() {
    let line = |(number, line): (usize, &str)| {
        format!(
            "<tr><td class=\"line-number\" value=\"{0}\"></td><td class=\"line-content\">{1}</td></tr>",
            number + 1,
            escaped(line)
        )
    };
    let lines: String = PAGE.lines().enumerate().map(line).collect();
    assert_read(format!("<html><body><table><tbody>{lines}</tbody></table></body></html>").as_bytes(), "Chrome");
    assert_read(format!("<html><body><pre id=\"line1\">{}</pre></body></html>", escaped(PAGE)).as_bytes(), "Firefox");
}

#[test]
fn an_archive_holds_its_page() {
    let quoted: String =
        GB18030.encode(PAGE).0.iter().map(|byte| format!("={byte:02X}")).collect::<Vec<_>>().join("=\r\n");
    let coded = BASE64_STANDARD.encode(PAGE);
    for (coding, body) in [("quoted-printable", quoted), ("base64", coded), ("8bit", PAGE.to_owned())] {
        let archive = format!(
            "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"----MultipartBoundary--aB\"\r\n\r\n\
             ------MultipartBoundary--aB\r\nContent-Type: image/png\r\n\r\nxx\r\n------MultipartBoundary--aB\r\nContent-Type: text/html\r\n\
             Content-Transfer-Encoding: {coding}\r\n\r\n{body}\r\n------MultipartBoundary--aB--\r\n"
        );
        assert_read(archive.as_bytes(), coding);
    }
}
