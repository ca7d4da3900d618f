//! Places and addresses.

use gen_lsp_types::Position;

use super::{Encoding, Lines, path_of, uri_of};

const TEXT: &str = "年度: 2024\r\n𠮷田a\rb\n\nc";

#[test]
fn places_count_what_the_editor_counts() {
    let at = |part: &str| TEXT.find(part).expect("a part");
    for (encoding, part, line, character) in [
        (Encoding::Utf16, "2024", 0, 4),
        (Encoding::Utf8, "2024", 0, 8),
        (Encoding::Utf16, "田", 1, 2),
        (Encoding::Utf8, "田", 1, 4),
        (Encoding::Utf16, "b", 2, 0),
        (Encoding::Utf16, "c", 4, 0),
    ] {
        let lines = Lines::new(TEXT, encoding);
        let position = Position { line, character };
        assert_eq!(lines.position(at(part)), position, "{part}");
        assert_eq!(lines.byte(position), at(part), "{part}");
    }
}

#[test]
fn places_that_are_none_are_brought_to_the_nearest() {
    let lines = Lines::new(TEXT, Encoding::Utf16);
    let byte = |line, character| lines.byte(Position { line, character });
    assert_eq!(byte(0, 99), TEXT.find('\r').expect("an end"));
    assert_eq!(byte(99, 0), TEXT.len());
    // Within the pair of units of one character.
    assert_eq!(byte(1, 1), TEXT.find('𠮷').expect("a character"));
    assert_eq!(byte(1, u32::MAX), TEXT.find("\rb").expect("an end"));
}

#[test]
fn long_lines_are_counted_right() {
    let text = "字𠮷a".repeat(3_000);
    for encoding in [Encoding::Utf8, Encoding::Utf16] {
        let lines = Lines::new(&text, encoding);
        for (at, _) in text.char_indices().step_by(97) {
            assert_eq!(lines.byte(lines.position(at)), at);
        }
    }
}

#[test]
fn addresses_and_paths_lead_to_each_other() {
    for (path, uri) in [
        ("/home/王/年 报/content/agency.yaml", "file:///home/%E7%8E%8B/%E5%B9%B4%20%E6%8A%A5/content/agency.yaml"),
        ("D:/年报", "file:///D:/%E5%B9%B4%E6%8A%A5"),
        ("//server/共享/a", "file://server/%E5%85%B1%E4%BA%AB/a"),
    ] {
        assert_eq!(uri_of(path), uri);
        assert_eq!(path_of(uri).as_deref(), Some(path));
    }
    assert_eq!(path_of("file:///d%3A/a%20b").as_deref(), Some("D:/a b"));
    assert_eq!(path_of("file://localhost/a").as_deref(), Some("/a"));
    for none in ["untitled:Untitled-1", "git:/a", "file:///%FF", "a"] {
        assert_eq!(path_of(none), None, "{none}");
    }
}
