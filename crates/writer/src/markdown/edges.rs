//! What reading would lose or take for something else, kept: white space before a line end, control characters, and what
//! would mean something else together.

use nianbao_model::Form;

use super::tokens::Token;

/// Keeps characters that only an entity can stand for. White space that opens a line, and line breaks at the edges, are
/// left out, as reading does.
pub(super) fn keep(tokens: Vec<Token>) -> Vec<Token> {
    let mut kept: Vec<Token> = Vec::new();
    for token in tokens {
        let opens = matches!(kept.last(), None | Some(Token::Break));
        match token {
            Token::Break if kept.is_empty() => {}
            Token::Break => {
                end_line(&mut kept);
                kept.push(Token::Break);
            }
            Token::Char(c) if opens && c.is_whitespace() => {}
            // A full-width mark of a heading cannot be escaped.
            Token::Char(c @ '＃') if opens => kept.push(Token::Entity(c)),
            Token::Char(c) if c != '\t' && c.is_control() || c == '\u{feff}' => kept.push(Token::Entity(c)),
            token => kept.push(token),
        }
    }
    while kept.last() == Some(&Token::Break) {
        kept.pop();
    }
    end_line(&mut kept);
    kept
}

/// Keeps white space at the end of a line.
fn end_line(tokens: &mut [Token]) {
    if let Some(last) = tokens.last_mut()
        && let Token::Char(c) = *last
        && c.is_whitespace()
    {
        *last = Token::Entity(c);
    }
}

/// Ends the line within a paragraph between tokens that would mean something else together: braces that would be a
/// look-up, a footnote and a link that would be its text.
pub(super) fn part(tokens: &[Token], form: &Form) -> Vec<Token> {
    let mut parted = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        parted.push(token.clone());
        let rest = tokens.get(at + 1..).unwrap_or_default();
        let together = match (token, rest.first()) {
            (Token::Footnote(_), Some(Token::OpenLink)) | (Token::Char('{' | '｛'), Some(Token::Figure(_))) => true,
            (Token::Char('{'), _) => closes_look_up(rest, form),
            _ => false,
        };
        parted.extend(together.then_some(Token::LineEnd));
    }
    parted
}

/// Whether the second brace of a look-up that has an answer and the rest of it come now.
fn closes_look_up(rest: &[Token], form: &Form) -> bool {
    let text: String = rest
        .iter()
        .map_while(|token| match token {
            Token::Char(character) => Some(*character),
            _ => None,
        })
        .collect();
    let inner = text.strip_prefix('{').and_then(|inner| inner.split_once("}}"));
    inner.is_some_and(|(path, _)| form.look_up(path).is_ok())
}
