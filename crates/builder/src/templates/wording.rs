//! What compilers of templates say, in Chinese.

/// How a compiler says something, with `{}` for what changes, and how we say it, with `{0}`, `{1}` for that.
pub(crate) type Phrase = (&'static str, &'static str);

/// What `said` means, with the compiler's own words behind it. Where no phrase is known, its words alone.
pub(crate) fn translate(said: &str, phrases: &[Phrase]) -> String {
    match phrases.iter().find_map(|(pattern, ours)| Some(fill(ours, &fits(said, pattern)?))) {
        Some(ours) => format!("{ours}（原话：{said}）"),
        None => format!("模板程序不接受这里的写法（原话：{said}）"),
    }
}

/// What stands in the places of `{}`.
fn fits<'a>(said: &'a str, pattern: &str) -> Option<Vec<&'a str>> {
    let mut pieces = pattern.split("{}");
    let mut rest = said.strip_prefix(pieces.next()?)?;
    let mut found = Vec::new();
    let mut pieces = pieces.peekable();
    while let Some(piece) = pieces.next() {
        let end = if pieces.peek().is_none() && piece.is_empty() { rest.len() } else { rest.find(piece)? };
        found.push(&rest[..end]);
        rest = &rest[end + piece.len()..];
    }
    rest.is_empty().then_some(found)
}

fn fill(ours: &str, found: &[&str]) -> String {
    found.iter().enumerate().fold(ours.to_owned(), |text, (at, part)| text.replace(&format!("{{{at}}}"), part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_phrases_are_chinese_and_quote_the_original() {
        let phrases = [("expected {}, found {}", "这里应是 {0}，现在是 {1}"), ("unclosed delimiter", "括号没有闭合")];
        assert_eq!(translate("expected a, found b", &phrases), "这里应是 a，现在是 b（原话：expected a, found b）");
        assert_eq!(translate("unclosed delimiter", &phrases), "括号没有闭合（原话：unclosed delimiter）");
        assert_eq!(translate("what?", &phrases), "模板程序不接受这里的写法（原话：what?）");
    }
}
