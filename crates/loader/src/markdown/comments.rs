//! `<!-- … -->`: guidance and notes for whoever writes. They are never published.

use std::ops::Range;

use super::part::{Part, PartKind};
use super::reader::NarrativeReader;
use super::refused;

const OPENING: &str = "<!--";
const CLOSING: &str = "-->";

/// What a block of HTML is.
enum Html {
    /// One comment or several, and nothing else.
    Comment,
    /// A comment without an end, which takes in all that follows.
    Open,
    /// Comments, and text that would be lost with them.
    BesideText,
    /// Tags.
    Tags,
}

/// Whether HTML within text is a comment.
pub(super) fn is_comment(html: &str) -> bool {
    html.starts_with(OPENING)
}

impl NarrativeReader<'_> {
    /// A block of HTML; its start was read. Comments are kept apart from the text, all else is refused.
    pub(super) fn html(&mut self, range: Range<usize>, parts: &mut Vec<Part>) {
        self.events.skip_element();
        let range = self.trimmed(range);
        let fault = match kind(self.file.text.get(range.clone()).unwrap_or_default()) {
            Html::Comment => {
                let span = self.file.span(range);
                return parts.push(Part { kind: PartKind::Comment, span });
            }
            Html::Open => refused::open_comment(),
            Html::BesideText => refused::beside_comment(),
            Html::Tags => refused::html(),
        };
        self.report(fault, range);
    }
}

fn kind(html: &str) -> Html {
    let mut rest = html.trim();
    if !is_comment(rest) {
        return Html::Tags;
    }
    while let Some(inside) = rest.strip_prefix(OPENING) {
        let Some((_, behind)) = inside.split_once(CLOSING) else { return Html::Open };
        rest = behind.trim_start();
    }
    if rest.is_empty() { Html::Comment } else { Html::BesideText }
}
