//! What a Rust source says in literals and in documentation.

/// What the program says: a literal, or documentation, which arguments have for their help.
#[derive(PartialEq, Eq, Debug)]
pub(super) enum Said {
    Literal(String),
    Documentation(String),
}

/// Each literal and each line of documentation with the line where it begins; tests within the file are left out.
pub(super) fn said(source: &str) -> Vec<(usize, Said)> {
    let source = source.split("\nmod tests {").next().unwrap_or_default();
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(start) = rest.find(['"', '/', '\'']) {
        let line = source[..source.len() - rest.len() + start].matches('\n').count() + 1;
        let (before, from) = rest.split_at(start);
        let (length, text) = token(before, from);
        found.extend(text.map(|text| (line, text)));
        rest = &from[length..];
    }
    found
}

/// How long the token is that `from` begins with, and what it says.
fn token(before: &str, from: &str) -> (usize, Option<Said>) {
    if from.starts_with("//") {
        let comment = from.lines().next().unwrap_or_default();
        return (comment.len(), comment.strip_prefix("///").map(|text| Said::Documentation(text.trim().to_owned())));
    }
    if let Some(inside) = from.strip_prefix('"') {
        if let Some(hashes) = hashes(before) {
            let end = inside.find(&format!("\"{hashes}")).unwrap_or(inside.len());
            return (end + 2 + hashes.len(), Some(Said::Literal(inside[..end].to_owned())));
        }
        let end = quoted(inside);
        return (end + 2, Some(Said::Literal(unbroken(&inside[..end]))));
    }
    if from.starts_with('\'') { (character(from), None) } else { (1, None) }
}

/// The `#` of a raw literal whose quote comes next.
fn hashes(before: &str) -> Option<&str> {
    let start = before.trim_end_matches('#');
    let raw = start.strip_suffix('r')?;
    let named = raw.ends_with(|c: char| c.is_alphanumeric() || c == '_') && !raw.ends_with('b');
    (!named).then(|| &before[start.len()..])
}

/// Where a quoted text ends.
fn quoted(inside: &str) -> usize {
    let mut escaped = false;
    let end = inside.find(|c| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    });
    end.unwrap_or(inside.len().saturating_sub(1))
}

/// A quote is a literal of its own or begins a lifetime.
fn character(from: &str) -> usize {
    let mut characters = from.char_indices().skip(1);
    let (_, first) = characters.next().unwrap_or((1, ' '));
    if first == '\\' {
        let rest = from.get(3..).unwrap_or_default();
        return rest.find('\'').map_or(1, |end| end + 4).min(from.len());
    }
    match characters.next() {
        Some((at, '\'')) => at + 1,
        _ => 1,
    }
}

/// A literal over several lines, as it is read.
fn unbroken(text: &str) -> String {
    let mut lines = text.split("\\\n");
    let first = lines.next().unwrap_or_default().to_owned();
    lines.fold(first, |text, line| text + line.trim_start())
}

#[test]
fn literals_are_found() {
    let source = concat!(
        "/// 说明\nfn a<'a>(b: &'a str) { // \"no\"\n",
        "    let c = ('\"', '\\'', \"甲\\\"乙\");\n    d(r#\"丙\"丁\"#, \"戊\\\n        己\");\n}\n",
        "#[cfg(test)]\nmod tests {\n    const E: &str = \"庚\";\n}\n"
    );
    let literal = |text: &str| Said::Literal(text.to_owned());
    let expected = [
        (1, Said::Documentation("说明".to_owned())),
        (3, literal("甲\\\"乙")),
        (4, literal("丙\"丁")),
        (4, literal("戊己")),
    ];
    assert_eq!(said(source), expected);
}
