//! Characters that would mean something to CommonMark or to the loader, so written that they do not.

use super::tokens::Token;

/// Where running text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a paragraph, which may have several lines.
    Paragraph,
    /// In a heading, or in the description of a picture.
    Heading,
    /// In a cell of a table.
    Cell,
}

/// The character `at`, with a backslash before it where it would mean something.
pub(super) fn escaped(tokens: &[Token], at: usize, place: Place) -> String {
    let Some(Token::Char(character)) = tokens.get(at) else { return String::new() };
    let means_something = match character {
        '\\' | '*' | '_' | '`' | '[' | ']' | '<' => true,
        '|' if place == Place::Cell => true,
        '#' if place == Place::Heading => at + 1 == tokens.len(),
        '~' => is(tokens, at + 1, '~') || at > 0 && is(tokens, at - 1, '~'),
        '!' => matches!(tokens.get(at + 1), Some(Token::OpenLink | Token::Footnote(_))),
        '&' => opens_entity(tokens.get(at + 1..).unwrap_or_default()),
        '^' => at > 0 && tokens.get(at - 1) == Some(&Token::OpenLink),
        '(' | ':' if at > 0 && matches!(tokens.get(at - 1), Some(Token::Footnote(_))) => true,
        _ => false,
    };
    let opens_block = place == Place::Paragraph && opens_block(line(tokens, at), line_before(tokens, at));
    if means_something || opens_block { format!("\\{character}") } else { character.to_string() }
}

/// A character as an entity.
pub(super) fn entity(character: char) -> String {
    format!("&#{};", u32::from(character))
}

/// The address of a link or the file of a picture, as it stands in round brackets.
pub(super) fn destination(address: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-._~:/?#@!$'+,;=%".contains(c);
    if !address.is_empty() && address.chars().all(plain) {
        return address.to_owned();
    }
    let written = address.chars().map(|c| match c {
        '<' | '>' | '\\' => format!("\\{c}"),
        '&' => "&amp;".to_owned(),
        // A bar would end the cell of a table.
        c if c == '|' || c.is_control() => entity(c),
        c => c.to_string(),
    });
    format!("<{}>", written.collect::<String>())
}

/// The characters from `at` to the end of the line or to the next mark.
fn line(tokens: &[Token], at: usize) -> impl Iterator<Item = char> + Clone {
    tokens.get(at..).unwrap_or_default().iter().map_while(character)
}

/// The characters before `at`, if nothing else stands before it on its line.
fn line_before(tokens: &[Token], at: usize) -> Option<impl Iterator<Item = char> + Clone> {
    let before = tokens.get(..at)?;
    let start = before.iter().rposition(|token| character(token).is_none());
    let opens =
        start.and_then(|start| before.get(start)).is_none_or(|token| matches!(token, Token::Break | Token::LineEnd));
    let characters = before.get(start.map_or(0, |start| start + 1)..)?;
    opens.then(|| characters.iter().filter_map(character))
}

fn character(token: &Token) -> Option<char> {
    match token {
        Token::Char(character) => Some(*character),
        _ => None,
    }
}

/// Whether the first of `line`, which stands behind `before` on its line, makes a heading, a list, a quote, a table or a rule of it.
fn opens_block(mut line: impl Iterator<Item = char>, before: Option<impl Iterator<Item = char> + Clone>) -> bool {
    let (Some(before), Some(first)) = (before, line.next()) else { return false };
    let next = line.next();
    let space = next.is_none_or(char::is_whitespace);
    match first {
        '#' | '>' | '=' | '|' | ':' => before.count() == 0,
        '+' => before.count() == 0 && space,
        '-' => before.count() == 0 && next.is_none_or(|next| !next.is_alphanumeric()),
        '.' | ')' => space && before.clone().count() > 0 && before.clone().all(|c| c.is_ascii_digit()),
        _ => false,
    }
}

/// Whether `&` before `rest` would begin an entity.
fn opens_entity(rest: &[Token]) -> bool {
    let name = rest.iter().map_while(character).take_while(|c| c.is_ascii_alphanumeric() || *c == '#').count();
    name > 0 && is(rest, name, ';')
}

fn is(tokens: &[Token], at: usize, character: char) -> bool {
    tokens.get(at) == Some(&Token::Char(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, place: Place) -> String {
        let tokens: Vec<Token> = text.chars().map(Token::Char).collect();
        (0..tokens.len()).map(|at| escaped(&tokens, at, place)).collect()
    }

    #[test]
    fn what_means_nothing_stays_as_it_is() {
        for text in
            ["2024年，共3.5万件。", "-5%", "+5", "1.甲", "C#", "a&b c;", "甲 - 乙", "#", "3~5", "！（甲）", "a: b"]
        {
            let expected = if text == "#" { "\\#" } else { text };
            assert_eq!(written(text, Place::Paragraph), expected);
        }
    }

    #[test]
    fn what_means_something_is_escaped() {
        for (text, expected) in [
            ("1. 甲", r"1\. 甲"),
            ("12) 甲", r"12\) 甲"),
            ("# 甲", r"\# 甲"),
            ("#甲", r"\#甲"),
            ("- 甲", r"\- 甲"),
            ("---", r"\---"),
            ("+ 甲", r"\+ 甲"),
            ("> 甲", r"\> 甲"),
            ("| 甲 |", r"\| 甲 |"),
            ("===", r"\==="),
            ("3*5*7", r"3\*5\*7"),
            ("a_b", r"a\_b"),
            ("<b>", r"\<b>"),
            ("&lt;", r"\&lt;"),
            ("&#20113;", r"\&#20113;"),
            (r"C:\a", r"C:\\a"),
            ("`a`", r"\`a\`"),
            ("[^1]", r"\[^1\]"),
            ("~~甲~~", r"\~\~甲\~\~"),
        ] {
            assert_eq!(written(text, Place::Paragraph), expected);
        }
        assert_eq!(written("甲|乙", Place::Cell), r"甲\|乙");
        assert_eq!(written("甲 #", Place::Heading), r"甲 \#");
    }

    #[test]
    fn addresses_stand_in_angle_brackets_where_they_must() {
        assert_eq!(destination("https://a.cn/b?c=d#e"), "https://a.cn/b?c=d#e");
        assert_eq!(destination("图 1.png"), "<图 1.png>");
        assert_eq!(destination("a(b)<&lt;>|\n"), r"<a(b)\<&amp;lt;\>&#124;&#10;>");
        assert_eq!(destination(""), "<>");
    }
}
