//! Drawings (SVG): what stays of them.

use super::samples::{jpeg_with, segment, svg};
use super::{fault, holds, sound};
use crate::{Drawing, Fault, words};

fn cleaned(elements: &str) -> String {
    String::from_utf8(sound("图.svg", &svg(elements))).unwrap()
}

#[test]
fn a_plain_drawing_keeps_every_byte() {
    let plain = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"32\">\
                 <path d=\"M15 1 29 6v14L15 31 1 20V6z\" fill=\"#888\"/></svg>\n";
    assert_eq!(sound("标识.svg", plain.as_bytes()), plain.as_bytes());
}

#[test]
fn what_programs_say_of_themselves_is_left_out() {
    let drawing = r#"<?xml version="1.0" encoding="UTF-8" standalone="no"?>
        <?xml-stylesheet href="https://example.com/a.css"?>
        <!-- SECRET -->
        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:version="SECRET"
             xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" width="10" height="10">
        <metadata><rdf:RDF>SECRET</rdf:RDF></metadata><i:view path="C:\SECRET"/><desc>图</desc>
        <rect width="5" height="5" i:label="SECRET" data-user="SECRET"/></svg>"#;
    let clean = String::from_utf8(sound("图.svg", drawing.as_bytes())).unwrap();
    assert!(!clean.contains("SECRET") && !clean.contains("example.com"));
    assert!(clean.contains("<desc>图</desc>") && clean.contains("<rect width=\"5\" height=\"5\"/>"));
}

#[test]
fn style_sheets_become_styles() {
    let clean = cleaned(
        "<style>/* a */ @import url(https://example.com/a.css); @font-face{font-family:x;src:url(https://example.com/x)}\
         rect{fill:red;behavior:url(#x)} .b{fill:blue!important} #c > rect{stroke:#000} .b:hover{fill:none}</style>\
         <rect width=\"5\"/><g id=\"c\"><rect class=\"b\" style=\"fill:green;font-family:'微软雅黑'\"/></g>",
    );
    assert!(clean.contains("<rect width=\"5\" style=\"fill:red\"/>"), "{clean}");
    assert!(clean.contains("<rect style=\"stroke:#000;font-family:'微软雅黑';fill:blue\"/>"), "{clean}");
    assert!(!clean.contains("example.com") && !clean.contains("class"));
}

#[test]
fn links_are_groups_and_the_next_in_a_switch_is_shown() {
    let clean = cleaned(
        "<a xlink:href=\"javascript:alert(1)\"><rect width=\"5\" height=\"5\"/></a>\
         <text><a href=\"https://example.com\">字</a></text>\
         <switch><foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">网页</p></foreignObject><text>文字</text></switch>",
    );
    assert!(clean.contains("<g><rect") && clean.contains("<tspan>字</tspan>"), "{clean}");
    assert!(clean.contains("<switch><text>文字</text></switch>"), "{clean}");
    assert_eq!(words(clean.as_bytes()), "字文字");
}

#[test]
fn pictures_within_are_cleaned_like_others() {
    use base64::Engine;
    let photograph = jpeg_with(&segment(0xFE, b"SECRET"));
    let data = base64::prelude::BASE64_STANDARD.encode(&photograph);
    let clean = cleaned(&format!("<image width=\"50\" height=\"25\" xlink:href=\"data:image/png;base64,{data}\"/>"));
    assert!(clean.contains("xlink:href=\"data:image/jpeg;base64,"));
    let (_, data) = clean.split_once(";base64,").unwrap();
    let (data, _) = data.split_once('"').unwrap();
    assert!(!holds(&base64::prelude::BASE64_STANDARD.decode(data).unwrap(), "SECRET"));
    let drawing = Drawing::open(clean.as_bytes(), []).unwrap();
    let dots = image::load_from_memory(&drawing.to_png(1.0).unwrap()).unwrap().to_rgb8();
    assert!(dots.get_pixel(5, 5).0[0] > 200, "it is shown");
}

#[test]
fn what_is_no_drawing_is_told() {
    let cases: [(&[u8], Fault); 4] = [
        (b"<html><svg/></html>", Fault::NoPicture),
        (b"<svg xmlns=\"http://www.w3.org/2000/svg\"><rect", Fault::Truncated),
        (
            b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"5\"/>",
            Fault::Broken("没有宽和高".to_owned()),
        ),
        (b"<svg>\xFF\xFE</svg>", Fault::Broken("不是 UTF-8 编码的文字".to_owned())),
    ];
    for (bytes, expected) in cases {
        assert_eq!(fault("图.svg", bytes), expected);
    }
}
