//! Running text as a row of tokens: each character by itself, and the marks between them.

use super::pieces::{EmphasisKind, Piece};

/// What is written one after another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A character, to be escaped where it would mean something.
    Char(char),
    /// A character as an entity, which no mark beside it takes for a letter: `&#20113;`.
    Entity(char),
    /// `*` or `_`, once or twice.
    Open(Mark),
    Close(Mark),
    /// The key path of a figure.
    Figure(String),
    OpenLink,
    CloseLink(String),
    Footnote(usize),
    /// A line break that is printed.
    Break,
    /// A line end that means nothing.
    LineEnd,
}

/// The mark of an emphasis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) character: char,
    pub(super) kind: EmphasisKind,
}

impl Mark {
    pub(super) fn text(self) -> String {
        let length = match self.kind {
            EmphasisKind::Emphasis => 1,
            EmphasisKind::Strong => 2,
        };
        self.character.to_string().repeat(length)
    }
}

/// The tokens of running text.
pub(super) fn of(pieces: &[Piece]) -> Vec<Token> {
    let mut tokens = Vec::new();
    collect(pieces, None, &mut tokens);
    tokens
}

/// `around` is the mark of the emphasis that the pieces stand in. Marks that touch are of different characters: those
/// of an emphasis and of one within it, and those of two behind one another.
fn collect(pieces: &[Piece], around: Option<char>, tokens: &mut Vec<Token>) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => tokens.extend(text.chars().map(Token::Char)),
            Piece::Figure(path) => tokens.push(Token::Figure(path.clone())),
            Piece::Styled(kind, content) => {
                let before = match tokens.last() {
                    Some(Token::Close(mark)) => Some(mark.character),
                    _ => None,
                };
                let character = if around.or(before) == Some('*') { '_' } else { '*' };
                let mark = Mark { character, kind: *kind };
                tokens.push(Token::Open(mark));
                collect(content, Some(character), tokens);
                tokens.push(Token::Close(mark));
            }
            Piece::Link { url, content } => {
                tokens.push(Token::OpenLink);
                collect(content, around, tokens);
                tokens.push(Token::CloseLink(url.clone()));
            }
            Piece::Footnote(number) => tokens.push(Token::Footnote(*number)),
            Piece::Break => tokens.push(Token::Break),
        }
    }
}
