//! Drawings that were made to do harm.

use std::fmt::Write;

use super::samples::svg;
use super::{fault, sound};
use crate::{Fault, FaultKind};

#[test]
fn nothing_that_runs_is_left() {
    let cases = [
        "<script>alert(1)</script>",
        "<rect onclick=\"alert(1)\" onload=\"alert(1)\"/>",
        "<g><handler type=\"text/javascript\">alert(1)</handler></g>",
        "<rect><set attributeName=\"onclick\" to=\"alert(1)\"/><animate attributeName=\"href\" to=\"javascript:alert(1)\"/></rect>",
        "<a href=\"javascript:alert(1)\"><rect/></a>",
        "<title><script>alert(1)</script></title>",
        "<iframe xmlns=\"http://www.w3.org/1999/xhtml\" src=\"javascript:alert(1)\"/>",
        "<x:script xmlns:x=\"http://www.w3.org/2000/svg\">alert(1)</x:script>",
        "<style><![CDATA[</style><script>alert(1)</script>]]></style>",
        "<rect style=\"fill:expression(alert(1))\" fill=\"\\75rl(javascript:alert(1))\"/>",
        "<rect style=\"fill:/**/u\\rl(alert)\" class=\"alert\" data-x=\"alert\" xml:base=\"javascript:alert(1)\"/>",
    ];
    for case in cases {
        let clean = String::from_utf8(sound("图.svg", &svg(case))).unwrap();
        for word in ["alert", "script", "onclick", "iframe", "base"] {
            assert!(!clean.contains(word), "{case} leaves {clean}");
        }
    }
    // Words are words.
    let clean = sound("图.svg", &svg("<text>&lt;script>alert(1)&lt;/script></text>"));
    assert!(String::from_utf8(clean).unwrap().contains("<text>&lt;script&gt;alert(1)&lt;/script&gt;</text>"));
}

#[test]
fn nothing_from_elsewhere_is_shown() {
    let addresses =
        ["/etc/passwd", "/dev/zero", "file:///etc/passwd", "https://example.com/a.png", "图.png", "//a/b.svg#c"];
    for address in addresses {
        let cases = [
            format!("<image href=\"{address}\"/>"),
            format!("<image xlink:href=\" {address}\"/>"),
            format!("<use href=\"{address}\"/>"),
            format!("<rect fill=\"url({address})\"/>"),
            format!("<rect style=\"mask: URL( '{address}' )\"/>"),
            format!("<style>rect{{filter:url(\"{address}\")}}</style><rect/>"),
            format!("<filter><feImage href=\"{address}\"/></filter>"),
            format!("<linearGradient href=\"{address}\"/>"),
        ];
        for case in cases {
            assert_eq!(fault("图.svg", &svg(&case)).kind(), FaultKind::Unsafe, "{case}");
        }
    }
    let cases = [
        "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">网页</p></foreignObject>",
        "<image href=\"data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=\"/>",
        "<image href=\"data:image/svg+xml,%3Csvg/%3E\"/>",
    ];
    for case in cases {
        assert_eq!(fault("图.svg", &svg(case)).kind(), FaultKind::Unsafe, "{case}");
    }
}

#[test]
fn entities_are_refused() {
    let entities = "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&x;</text></svg>";
    assert_eq!(fault("图.svg", entities.as_bytes()), Fault::Unsafe("自定义的实体（DOCTYPE）".to_owned()));
}

/// Ten in ten in ten, nine times.
fn multiplied(inner: &str, outer: impl Fn(usize) -> String) -> String {
    (1..10).fold(inner.to_owned(), |mut drawing, level| {
        drawing += &outer(level);
        drawing
    })
}

fn numbered(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut all, number| {
        let _ = write!(all, "{}", one(number));
        all
    })
}

#[test]
fn what_would_take_for_ever_is_refused_at_once() {
    let uses = multiplied("<g id=\"g0\"><rect/></g>", |level| {
        format!("<g id=\"g{level}\">{}</g>", format!("<use href=\"#g{}\"/>", level - 1).repeat(10))
    });
    let patterns = multiplied("<pattern id=\"p0\" width=\"1\" height=\"1\"/>", |level| {
        let fill = format!("<rect width=\"9\" height=\"9\" fill=\"url(#p{})\"/>", level - 1);
        format!("<pattern id=\"p{level}\" width=\"9\" height=\"9\">{}</pattern>", fill.repeat(10))
    });
    let cases = [
        uses,
        patterns + "<rect width=\"99\" height=\"99\" fill=\"url(#p9)\"/>",
        "<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g>".to_owned(),
        format!("{}{}", "<g>".repeat(20_000), "</g>".repeat(20_000)),
        "<g/>".repeat(150_000),
        format!("<rect {}/>", numbered(5000, |at| format!("a{at}=\"\" "))),
        format!("<text>{}</text>", "<tspan>a</tspan>".repeat(5000)),
        format!("<text>{}</text>", "年".repeat(100_000)),
        "<path stroke=\"red\" stroke-dasharray=\"0.00001\" d=\"M0 0 100 100\"/>".repeat(50),
        format!("<marker id=\"m\">{}</marker><path marker-mid=\"url(#m)\" d=\"M0 0{}\"/>", "<rect/>".repeat(999), " 1 1".repeat(9999)),
        format!("{}<rect width=\"9\" height=\"9\"/>{}", "<g opacity=\".5\">".repeat(50), "</g>".repeat(50)),
        "<rect opacity=\".5\" width=\"100\" height=\"100\" fill=\"red\" stroke=\"blue\"/>".repeat(2000),
        "<pattern id=\"p\" width=\"99999\" height=\"99999\" patternUnits=\"userSpaceOnUse\"><rect width=\"9\" height=\"9\"/></pattern>\
         <rect width=\"9\" height=\"9\" fill=\"url(#p)\"/>".to_owned(),
        format!("<filter id=\"f\" width=\"9\" height=\"9\">{}</filter><rect width=\"99\" height=\"99\" filter=\"url(#f)\"/>", "<feGaussianBlur stdDeviation=\"9\"/>".repeat(99)),
        format!("<filter id=\"f\"><feOffset/></filter>{}", "<text filter=\"url(#f)\">年</text>".repeat(3)),
        format!("<style>{}</style>{}", "g g g g g g{fill:red}".repeat(500), "<g/>".repeat(1000)),
    ];
    for case in cases {
        let shown: String = case.chars().take(80).collect();
        assert!(matches!(fault("图.svg", &svg(&case)), Fault::Complex(_)), "{shown}");
    }
    for filter in ["<feTurbulence numOctaves=\"100000\"/>", "<feMorphology radius=\"9\"/>"] {
        assert_eq!(fault("图.svg", &svg(&format!("<filter>{filter}</filter>"))).kind(), FaultKind::Unsafe);
    }
}
