//! From a stretch of text to inlines: figures that it quotes are looked up, marks that mean nothing are told.

use std::ops::Range;

use nianbao_model::{Diagnostic, Inline};

use super::lookup::{self, Found};
use super::reader::NarrativeReader;
use super::run::Run;
use super::syntax;
use crate::codes::markdown;

impl NarrativeReader<'_> {
    /// What a stretch of text comes to: text, and the figures that it quotes.
    pub(super) fn resolve(&mut self, run: &Run) -> Vec<Inline> {
        self.check_marks(run);
        let mut inlines = Vec::new();
        let mut at = 0;
        for found in lookup::find(run.text(), self.paths.form) {
            let range = found.range();
            let figure = self.figure(&found, run);
            if let Some(figure) = figure {
                self.plain(run, &(at..range.start), &mut inlines);
                inlines.push(figure);
                at = range.end;
            }
        }
        self.plain(run, &(at..run.text().len()), &mut inlines);
        inlines
    }

    /// Says which marks in a stretch of text mean nothing here.
    fn check_marks(&mut self, run: &Run) {
        for (range, finding) in syntax::marks(run.text()) {
            let source = run.source(&range);
            let escaped = self.file.text.get(..source.start).is_some_and(|before| before.ends_with('\\'));
            if !escaped {
                self.report(finding, source);
            }
        }
    }

    /// A quoted figure; what cannot be looked up stays as it was written.
    fn figure(&mut self, found: &Found<'_>, run: &Run) -> Option<Inline> {
        let span = self.file.span(run.source(&found.range()));
        match found.address(&self.paths) {
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

    /// Adds what stands at `range` as it is. Stars in it were meant to make bold.
    fn plain(&mut self, run: &Run, range: &Range<usize>, inlines: &mut Vec<Inline>) {
        for (text, source) in run.pieces(range) {
            if let Some(stars) = text.find("**") {
                let span = self.file.span(source.start + stars..source.start + stars + 2);
                let help = "星号要成对，里侧不能有空格，如 **重点工作**全面推进；不需要加粗就删去星号。";
                self.sink
                    .report(Diagnostic::new(&markdown::BOLD, "加粗没有生效，星号会原样印出来").at(span, "").help(help));
            }
            inlines.push(Inline::Text { text: text.to_owned(), span: self.file.span(source) });
        }
    }
}
