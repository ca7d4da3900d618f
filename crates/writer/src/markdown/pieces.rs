//! Running text with as little nesting as says the same: emphasis within emphasis and emphasis behind emphasis become
//! one, texts behind one another too, and no line break stands at the edge of an emphasis or a link.

use nianbao_model::{Form, Inline};

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String),
    /// The key path of a figure.
    Figure(String),
    Styled(EmphasisKind, Vec<Piece>),
    Link {
        url: String,
        content: Vec<Piece>,
    },
    /// The number of a footnote.
    Footnote(usize),
    Break,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EmphasisKind {
    Emphasis,
    Strong,
}

/// What a piece already stands in.
#[derive(Debug, Clone, Copy, Default)]
struct Within {
    emphasis: bool,
    strong: bool,
    link: bool,
}

impl Within {
    fn holds(self, kind: EmphasisKind) -> bool {
        match kind {
            EmphasisKind::Emphasis => self.emphasis,
            EmphasisKind::Strong => self.strong,
        }
    }

    fn and(self, kind: EmphasisKind) -> Self {
        match kind {
            EmphasisKind::Emphasis => Self { emphasis: true, ..self },
            EmphasisKind::Strong => Self { strong: true, ..self },
        }
    }
}

/// The pieces of `content`; figures are named as on `form`.
pub(super) fn of(content: &[Inline], form: &Form) -> Vec<Piece> {
    gathered(content, form, Within::default())
}

fn gathered(content: &[Inline], form: &Form, within: Within) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for inline in content {
        match inline {
            Inline::Text { text, span: _ } => push(&mut pieces, Piece::Text(text.clone())),
            Inline::Figure { address, span: _ } => push(&mut pieces, Piece::Figure(form.path(address))),
            Inline::Emphasis(inner) => emphasis(&mut pieces, EmphasisKind::Emphasis, inner, form, within),
            Inline::Strong(inner) => emphasis(&mut pieces, EmphasisKind::Strong, inner, form, within),
            // No link stands in another.
            Inline::Link { url: _, content } if within.link => {
                push_all(&mut pieces, gathered(content, form, within));
            }
            Inline::Link { url, content } => {
                let content = gathered(content, form, Within { link: true, ..within });
                let (before, content, behind) = without_breaks(content);
                push_all(&mut pieces, before);
                push(&mut pieces, Piece::Link { url: url.clone(), content });
                push_all(&mut pieces, behind);
            }
            Inline::Footnote { number, first: _, span: _ } => push(&mut pieces, Piece::Footnote(*number)),
            Inline::Break => push(&mut pieces, Piece::Break),
        }
    }
    pieces
}

fn emphasis(pieces: &mut Vec<Piece>, kind: EmphasisKind, content: &[Inline], form: &Form, within: Within) {
    let inner = gathered(content, form, within.and(kind));
    if within.holds(kind) {
        push_all(pieces, inner);
        return;
    }
    let (before, inner, behind) = without_breaks(inner);
    push_all(pieces, before);
    push(pieces, Piece::Styled(kind, inner));
    push_all(pieces, behind);
}

/// The line breaks that stand first, what stands between, and the line breaks that stand last.
fn without_breaks(mut pieces: Vec<Piece>) -> (Vec<Piece>, Vec<Piece>, Vec<Piece>) {
    let is_break = |piece: &&Piece| **piece == Piece::Break;
    let end = pieces.len() - pieces.iter().rev().take_while(is_break).count();
    let behind = pieces.split_off(end);
    let start = pieces.iter().take_while(is_break).count();
    let inner = pieces.split_off(start);
    (pieces, inner, behind)
}

/// Adds a piece, joined with the one before it where both are of a kind.
fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    match (pieces.last_mut(), piece) {
        (_, Piece::Text(text)) if text.is_empty() => {}
        (_, Piece::Styled(_, inner)) if inner.is_empty() => {}
        (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
        (Some(Piece::Styled(before, content)), Piece::Styled(kind, inner)) if *before == kind => {
            push_all(content, inner);
        }
        (_, piece) => pieces.push(piece),
    }
}

fn push_all(pieces: &mut Vec<Piece>, more: Vec<Piece>) {
    for piece in more {
        push(pieces, piece);
    }
}
