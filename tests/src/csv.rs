//! CSV files as a reader sees them.

/// The fields of a file of ours, line by line: a byte order mark, lines that end with CRLF, quotes where needed.
pub fn csv(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let mut rest = text.strip_prefix('\u{feff}').expect("a byte order mark").chars().peekable();
    let (mut lines, mut line, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    while let Some(letter) = rest.next() {
        match letter {
            '"' if quoted && rest.next_if_eq(&'"').is_some() => field.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => line.push(std::mem::take(&mut field)),
            '\r' if !quoted => {
                assert_eq!(rest.next(), Some('\n'), "lines end with CRLF");
                line.push(std::mem::take(&mut field));
                lines.push(std::mem::take(&mut line));
            }
            _ => field.push(letter),
        }
    }
    assert!(line.is_empty() && field.is_empty(), "the last line ends, too");
    lines
}
