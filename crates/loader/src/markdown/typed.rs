//! Text that somebody typed or pasted into a form: whatever it holds, it is words to be read.

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::dedent::parser;

/// How often a text is looked through: what was taken for code may hold tags.
const ROUNDS: usize = 6;

/// The text with a backslash before what would be HTML or code, so that it is shown as it was typed.
pub(crate) fn harmless(text: &str) -> String {
    let mut text = text.replace('\0', "\u{FFFD}");
    for _ in 0..ROUNDS {
        let places = harmful(&text);
        if places.is_empty() {
            return text;
        }
        text = with_backslashes(&text, &places);
    }
    text.replace('<', "＜").replace('`', "\u{2019}")
}

/// Where something begins that is no words.
fn harmful(text: &str) -> Vec<usize> {
    let found = parser(text).into_offset_iter().filter_map(|(event, range)| match event {
        Event::Html(_)
        | Event::InlineHtml(_)
        | Event::Code(_)
        | Event::Start(Tag::HtmlBlock | Tag::CodeBlock(CodeBlockKind::Fenced(_))) => Some(range.start),
        _ => None,
    });
    let mut places: Vec<usize> = found
        .filter_map(|start| {
            let rest = text.get(start..)?;
            Some(start + rest.find(['<', '`', '~'])?)
        })
        .collect();
    places.sort_unstable();
    places.dedup();
    places
}

fn with_backslashes(text: &str, places: &[usize]) -> String {
    let mut new = String::with_capacity(text.len() + places.len());
    let mut at = 0;
    for place in places {
        new.push_str(text.get(at..*place).unwrap_or(""));
        new.push('\\');
        at = *place;
    }
    new.push_str(text.get(at..).unwrap_or(""));
    new
}
