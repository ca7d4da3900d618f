//! Running text: what its characters and marks look like where they stand.

use nianbao_model::{Form, Inline};

use super::escape::{Place, destination, entity, escaped};
use super::tokens::Token;
use super::{edges, flanks, pieces, tokens};

/// Running text of a block.
pub(super) fn text(content: &[Inline], form: &Form, place: Place) -> String {
    let tokens = tokens::of(&pieces::of(content, form));
    printed(tokens, form, place)
}

/// Bare characters, those of a picture's description.
pub(super) fn characters(text: &str, form: &Form) -> String {
    printed(text.chars().map(Token::Char).collect(), form, Place::Heading)
}

fn printed(tokens: Vec<Token>, form: &Form, place: Place) -> String {
    let mut tokens = edges::keep(tokens);
    if place == Place::Paragraph {
        tokens = edges::part(&tokens, form);
    } else {
        tokens.iter_mut().filter(|token| **token == Token::Break).for_each(|token| *token = Token::Char(' '));
    }
    flanks::mend(&mut tokens);
    tokens.iter().enumerate().map(|(at, token)| print(token, &tokens, at, place)).collect()
}

/// The token that stands `at` its place among `tokens`.
fn print(token: &Token, tokens: &[Token], at: usize, place: Place) -> String {
    match token {
        Token::Char(_) => escaped(tokens, at, place),
        Token::Entity(character) => entity(*character),
        Token::Open(mark) | Token::Close(mark) => mark.text(),
        Token::Figure(path) => format!("{{{{ {path} }}}}"),
        Token::OpenLink => "[".to_owned(),
        Token::CloseLink(url) => format!("]({})", destination(url)),
        Token::Footnote(number) => format!("[^{number}]"),
        Token::Break => "\\\n".to_owned(),
        Token::LineEnd => "\n".to_owned(),
    }
}
