//! A stretch of text that the parser hands out in pieces, and the figures quoted in it.

use std::ops::Range;

use nianbao_model::{Diagnostic, Inline};

use super::blocks::Reader;
use super::lookup::{self, Found};
use super::single;
use crate::codes::markdown;

/// Pieces of text and where each was written. A piece is what the file holds there, unless it is an entity.
#[derive(Debug, Default)]
pub(super) struct Run {
    text: String,
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone)]
struct Piece {
    /// Where it starts in the text.
    at: usize,
    length: usize,
    source: Range<usize>,
}

impl Run {
    /// Adds a piece without its first `skipped` bytes.
    pub(super) fn push(&mut self, text: &str, source: Range<usize>, skipped: usize) {
        let Some(kept) = text.get(skipped..).filter(|kept| !kept.is_empty()) else { return };
        let source = if text.len() == source.len() { source.start + skipped..source.end } else { source };
        match self.pieces.last_mut() {
            Some(last) if last.is_exact() && last.source.end == source.start && kept.len() == source.len() => {
                last.length += kept.len();
                last.source.end = source.end;
            }
            _ => self.pieces.push(Piece { at: self.text.len(), length: kept.len(), source }),
        }
        self.text.push_str(kept);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// What the pieces within `range` come to, each with its place.
    fn pieces(&self, range: &Range<usize>) -> impl Iterator<Item = (&str, Range<usize>)> {
        self.pieces.iter().filter_map(move |piece| {
            let (start, end) = (piece.at.max(range.start), (piece.at + piece.length).min(range.end));
            let text = self.text.get(start..end).filter(|text| !text.is_empty())?;
            Some((text, piece.source_of(start..end)))
        })
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where `range` of the text was written.
    pub(super) fn source(&self, range: &Range<usize>) -> Range<usize> {
        let mut places = self.pieces(range).map(|(_, source)| source);
        let first = places.next().unwrap_or(0..0);
        let end = places.last().map_or(first.end, |last| last.end);
        first.start..end
    }
}

impl Piece {
    fn is_exact(&self) -> bool {
        self.length == self.source.len()
    }

    fn source_of(&self, range: Range<usize>) -> Range<usize> {
        if self.is_exact() {
            let start = self.source.start + (range.start - self.at);
            start..start + range.len()
        } else {
            self.source.clone()
        }
    }
}

impl Reader<'_> {
    /// Text and quoted figures.
    pub(super) fn resolve(&mut self, run: &Run) -> Vec<Inline> {
        self.check_marks(run);
        let mut inlines = Vec::new();
        let mut at = 0;
        let mut look_ups = lookup::find(&run.text);
        look_ups.extend(single::find(&run.text, &look_ups, self.form));
        look_ups.sort_by_key(|found| found.range().start);
        for found in look_ups {
            let range = found.range();
            let figure = self.figure(&found, run);
            if let Some(figure) = figure {
                self.plain(run, &(at..range.start), &mut inlines);
                inlines.push(figure);
                at = range.end;
            }
        }
        self.plain(run, &(at..run.text.len()), &mut inlines);
        inlines
    }

    /// A quoted figure; what cannot be looked up stays as it was written.
    fn figure(&mut self, found: &Found<'_>, run: &Run) -> Option<Inline> {
        let span = self.file.span(run.source(&found.range()));
        match found.address(self.form) {
            Ok(address) => Some(Inline::Figure { address, span }),
            Err(problem) => {
                let finding = Diagnostic::new(problem.code, problem.message).at(span, "").help(problem.help);
                self.sink.report(match problem.mend {
                    Some(mend) => finding.suggest(span, mend),
                    None => finding,
                });
                None
            }
        }
    }

    fn plain(&mut self, run: &Run, range: &Range<usize>, inlines: &mut Vec<Inline>) {
        for (text, source) in run.pieces(range) {
            if let Some(stars) = text.find("**") {
                let span = self.file.span(source.start + stars..source.start + stars + 2);
                let help = "把标点移到星号外面，如 **重点工作**：全面推进；不需要加粗就删去星号。";
                self.sink
                    .report(Diagnostic::new(&markdown::BOLD, "加粗没有生效，星号会原样印出来").at(span, "").help(help));
            }
            inlines.push(Inline::Text { text: text.to_owned(), span: self.file.span(source) });
        }
    }
}
