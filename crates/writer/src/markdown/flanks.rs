//! Marks of emphasis count only where CommonMark lets them: `甲**“重点”**乙` is no emphasis, since a mark between a letter and a punctuation
//! mark belongs to the letter. Ours takes that for emphasis, but other programs do not, and ours takes a `*` between figures
//! for a times sign. Where the characters beside a mark are not such that it counts, they become entities, which begin and
//! end with punctuation.

use super::tokens::{Mark, Token};

/// Punctuation of Chinese texts besides that of ASCII.
const PUNCTUATION: &str = "，。、；：？！“”‘’（）《》〈〉【】「」『』〔〕…—～";

/// What a character is to a mark beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// White space, a line end, the edge of the text.
    Space,
    Punctuation,
    Letter,
    /// Taken for the worse of two.
    Unsure,
}

/// Makes all marks of emphasis count.
pub(super) fn mend(tokens: &mut [Token]) {
    while let Some((at, character)) = (0..tokens.len()).find_map(|at| hindrance(tokens, at)) {
        if let Some(token) = tokens.get_mut(at) {
            *token = Token::Entity(character);
        }
    }
}

/// The character beside the mark `at` that keeps it from counting.
fn hindrance(tokens: &[Token], at: usize) -> Option<(usize, char)> {
    let (mark, outer, inner) = match tokens.get(at)? {
        Token::Open(mark) => (mark, at.checked_sub(1), at + 1),
        Token::Close(mark) => (mark, Some(at + 1), at.checked_sub(1)?),
        _ => return None,
    };
    let character = |at: usize| match tokens.get(at) {
        Some(Token::Char(character)) => Some((at, *character)),
        _ => None,
    };
    let inner_class = class(tokens.get(inner));
    if inner_class == Class::Space || inner_class == Class::Unsure {
        return character(inner);
    }
    let outer = outer.filter(|outer| *outer < tokens.len())?;
    if is_product(*mark, tokens.get(outer), tokens.get(inner)) {
        return character(outer);
    }
    let counts = inner_class == Class::Letter && mark.character == '*'
        || matches!(class(tokens.get(outer)), Class::Space | Class::Punctuation);
    if counts { None } else { character(outer) }
}

/// Whether a single `*` would be read as a times sign for what it stands between.
fn is_product(mark: Mark, outer: Option<&Token>, inner: Option<&Token>) -> bool {
    let is_factor = |token: Option<&Token>| matches!(token, Some(Token::Char(c)) if c.is_ascii_alphanumeric() || matches!(c, '(' | ')' | '（' | '）'));
    mark.text() == "*" && is_factor(outer) && is_factor(inner)
}

fn class(token: Option<&Token>) -> Class {
    match token {
        None | Some(Token::Break | Token::LineEnd | Token::Char(' ' | '\t')) => Class::Space,
        Some(Token::Char(c)) if c.is_ascii_alphanumeric() || is_ideograph(*c) => Class::Letter,
        Some(Token::Char(c)) if c.is_ascii_punctuation() || PUNCTUATION.contains(*c) => Class::Punctuation,
        Some(Token::Char(_)) => Class::Unsure,
        Some(_) => Class::Punctuation,
    }
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}
