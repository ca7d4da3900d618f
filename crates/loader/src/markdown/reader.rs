//! What reading a narrative keeps: how far the events were read, and what was found on the way.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use nianbao_model::report::Image;
use nianbao_model::{Diagnostic, Footnote, Form, Inline};

use super::dedent::Dedented;
use super::events::Events;
use super::footnotes::{Footnotes, take_references};
use super::lookup::Paths;
use super::run::Join;
use crate::codes::markdown;
use crate::open_file::OpenFile;
use crate::picture::PictureFolder;
use crate::session::Sink;

/// No list, and no emphasis within text, is nested more deeply. Templates and office programs have limits of their own, which
/// lie further on.
pub(super) const DEEPEST: usize = 4;

/// The state of reading one narrative.
pub(super) struct NarrativeReader<'r> {
    pub(super) file: &'r OpenFile,
    pub(super) sink: &'r mut Sink,
    pub(super) paths: Paths,
    /// The cells of all tables so far.
    pub(super) cells: usize,
    pub(super) pictures: PictureFolder<'r>,
    pub(super) events: Events<'r>,
    pub(super) join: Join,
    /// Where what is read ends with its line: at the first line end from here on.
    pub(super) ends_from: Option<usize>,
    /// Whether a line may be broken in what is read.
    pub(super) may_break: bool,
    /// The pictures that were read, by file name.
    pub(super) images: BTreeMap<String, Image>,
    /// The files that pictures name, readable or not.
    pub(super) mentioned: BTreeSet<String>,
    pub(super) footnotes: Footnotes,
}

impl<'r> NarrativeReader<'r> {
    pub(super) fn new(
        file: &'r OpenFile,
        sink: &'r mut Sink,
        form: &'static Form,
        pictures: PictureFolder<'r>,
        dedented: &'r Dedented,
    ) -> Self {
        let (images, mentioned) = (BTreeMap::new(), BTreeSet::new());
        let (events, join) = (Events::new(dedented), Join::default());
        let footnotes = Footnotes::default();
        let paths = Paths::of(form);
        Self {
            file,
            sink,
            paths,
            cells: 0,
            pictures,
            events,
            join,
            ends_from: None,
            may_break: false,
            images,
            mentioned,
            footnotes,
        }
    }

    /// Reports a finding on `range`, which is given only one line to point at.
    pub(super) fn report(&mut self, finding: Diagnostic, range: Range<usize>) {
        let range = self.trimmed(range);
        let line = self.file.text.get(range.clone()).and_then(|text| text.lines().next()).unwrap_or("");
        let span = self.file.span(range.start..range.start + line.trim_end().len());
        self.sink.report(finding.at(span, ""));
    }

    /// A range without the white space and line ends behind it.
    pub(super) fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let text = self.file.text.get(range.clone()).unwrap_or("");
        range.start..range.start + text.trim_end().len()
    }

    /// Takes the references to footnotes out of text that may hold none: `place` says what it is.
    pub(super) fn refuse_footnotes(&mut self, content: &mut Vec<Inline>, place: &str) {
        for span in take_references(content) {
            let finding = Diagnostic::new(&markdown::FOOTNOTE_FORM, format!("{place}里不能有脚注"));
            self.report(finding.help("把脚注的编号移到正文里。"), span.start..span.end);
        }
    }

    /// All footnotes by number. Says which of them nothing refers to.
    pub(super) fn take_footnotes(&mut self) -> Vec<Footnote> {
        let (footnotes, unused) = std::mem::take(&mut self.footnotes).finish();
        for (span, finding) in unused {
            self.report(finding, span.start..span.end);
        }
        footnotes
    }
}
