//! Lists: items by style, or lines behind bullets.

use nianbao_model::{Block, Span};

use super::inlines::InlineWriter;
use super::piece::ProseLine;
use super::runs;
use crate::document::Style;

/// Marks that open an item and nothing else.
const BULLETS: [char; 14] = ['•', '●', '◆', '◇', '■', '▪', '▫', '◦', '‣', '➢', '➤', '►', '▶', '\u{f0b7}'];

/// Lists stand no deeper.
const DEEPEST: u8 = 4;

/// Whether a line is an item of a list.
pub(super) fn is_item(line: &ProseLine) -> bool {
    item(line).is_some() || bullet(line).is_some()
}

/// The style of a line that is an item.
fn item(line: &ProseLine) -> Option<(u8, Option<u64>)> {
    match line.style {
        Style::Item { level, number } => Some((level, number)),
        _ => None,
    }
}

/// How many bytes the bullet takes that a line begins with.
fn bullet(line: &ProseLine) -> Option<usize> {
    let text = line.text();
    let body = text.trim_start();
    let rest = body.strip_prefix(BULLETS)?;
    (!rest.trim().is_empty()).then(|| text.len() - rest.trim_start().len())
}

/// The lists that `lines` make, items of deeper levels within those above them.
pub(super) fn blocks(lines: &[&ProseLine], writer: &mut InlineWriter) -> Vec<Block> {
    level(&mut lines.iter().copied().peekable(), 0, writer)
}

/// The lists from `depth` on, up to a line that stands less deep.
fn level<'l>(
    lines: &mut std::iter::Peekable<impl Iterator<Item = &'l ProseLine>>,
    depth: u8,
    writer: &mut InlineWriter,
) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    while let Some(line) = lines.peek().copied() {
        let (own, number) = item(line).unwrap_or((0, None));
        let own = own.min(DEEPEST);
        if own < depth {
            break;
        }
        if own > depth {
            let inner = level(lines, depth + 1, writer);
            let above = match blocks.last_mut() {
                Some(Block::List { items, .. }) => items.last_mut(),
                _ => None,
            };
            match above {
                Some(item) => item.extend(inner),
                None => blocks.extend(inner),
            }
            continue;
        }
        lines.next();
        let start = bullet(line).unwrap_or(0);
        let content = writer.inlines(&runs::split_at(&line.runs, start).1);
        let entry = vec![Block::Paragraph { content, span: Span::NOWHERE }];
        match blocks.last_mut() {
            Some(Block::List { start, items }) if goes_on(*start, items.len(), number) => items.push(entry),
            _ => blocks.push(Block::List { start: number, items: vec![entry] }),
        }
    }
    blocks
}

/// Whether an item with `number` goes on with a list of so many items.
fn goes_on(start: Option<u64>, count: usize, number: Option<u64>) -> bool {
    match (start, number) {
        (None, None) => true,
        (Some(start), Some(number)) => {
            u64::try_from(count).ok().and_then(|count| start.checked_add(count)) == Some(number)
        }
        _ => false,
    }
}
