//! From runs to the running text of a narrative.

use nianbao_model::{Inline, Span};

use super::runs;
use crate::document::{Dropped, Place, Run};
use crate::recognise::words::dense;

/// Writes running text; counts the footnotes that it refers to.
#[derive(Debug, Default)]
pub(super) struct InlineWriter {
    /// Whether Chinese text was set with space around other characters.
    pub(super) is_set: bool,
    /// Whether bold means nothing, since nearly all is bold.
    pub(super) ignores_bold: bool,
    /// The footnotes in the order of their first reference.
    pub(super) footnotes: Vec<usize>,
    /// Addresses that no report can keep.
    pub(super) dropped: Vec<Dropped>,
    /// The texts that led to them, with the address, since somebody asked last.
    pub(super) lost: Vec<(String, String)>,
}

impl InlineWriter {
    /// The running text of `runs`.
    pub(super) fn inlines(&mut self, runs: &[Run]) -> Vec<Inline> {
        let runs = runs::cleaned(runs, self.is_set);
        let mut inlines = Vec::new();
        let mut rest = runs.as_slice();
        while let Some(first) = rest.first() {
            let address = first.link.as_deref().filter(|address| is_kept(address));
            let count = rest.iter().take_while(|run| run.link == first.link).count();
            let (linked, behind) = rest.split_at_checked(count.max(1)).unwrap_or((rest, &[]));
            rest = behind;
            if let (Some(link), None) = (&first.link, address) {
                self.lost.push((runs::text(linked), link.clone()));
                self.dropped.push(Dropped {
                    kind: "不能用的链接".to_owned(),
                    text: link.clone(),
                    place: Place::Unknown,
                });
            }
            let content = self.styled(linked);
            match address {
                Some(url) if !content.is_empty() => inlines.push(Inline::Link { url: url.to_owned(), content }),
                _ => inlines.extend(content),
            }
        }
        inlines
    }

    /// Runs within the same link.
    fn styled(&mut self, runs: &[Run]) -> Vec<Inline> {
        let mut inlines: Vec<Inline> = Vec::new();
        let mut rest = runs;
        while let Some(first) = rest.first() {
            let look = |run: &Run| (run.bold && !self.ignores_bold, run.italic);
            let count = rest.iter().take_while(|run| look(run) == look(first)).count();
            let (bold, italic) = look(first);
            let (alike, behind) = rest.split_at_checked(count.max(1)).unwrap_or((rest, &[]));
            rest = behind;
            let mut content = self.plain(alike);
            let says_something = !dense(&runs::text(alike)).is_empty();
            if italic && says_something {
                content = vec![Inline::Emphasis(content)];
            }
            if bold && says_something {
                content = vec![Inline::Strong(content)];
            }
            inlines.extend(content);
        }
        inlines
    }

    /// Runs of the same look: characters, line breaks and references to footnotes.
    fn plain(&mut self, runs: &[Run]) -> Vec<Inline> {
        let mut inlines = Vec::new();
        let mut text = String::new();
        for run in runs {
            for (at, piece) in run.text.split('\n').enumerate() {
                if at > 0 {
                    flush(&mut text, &mut inlines);
                    inlines.push(Inline::Break);
                }
                text.push_str(piece);
            }
            if let Some(footnote) = run.footnote {
                flush(&mut text, &mut inlines);
                inlines.push(self.footnote(footnote));
            }
        }
        flush(&mut text, &mut inlines);
        inlines
    }

    fn footnote(&mut self, footnote: usize) -> Inline {
        let known = self.footnotes.iter().position(|known| *known == footnote);
        if known.is_none() {
            self.footnotes.push(footnote);
        }
        let number = known.map_or(self.footnotes.len(), |at| at + 1);
        Inline::Footnote { number, first: known.is_none(), span: Span::NOWHERE }
    }
}

/// Adds the characters gathered so far.
fn flush(text: &mut String, inlines: &mut Vec<Inline>) {
    if !text.is_empty() {
        inlines.push(Inline::Text { text: std::mem::take(text), span: Span::NOWHERE });
    }
}

/// Whether a report keeps links to an address.
fn is_kept(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    ["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme) && address.len() > scheme.len())
}
