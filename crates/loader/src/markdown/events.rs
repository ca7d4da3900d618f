//! The parser's events with places in the file.

use std::ops::Range;

use pulldown_cmark::Event;

use super::dedent::{Dedented, parser};
use super::emphasis;

/// All events of a text, and how far they were read.
pub(super) struct Events<'t> {
    all: Vec<(Event<'t>, Range<usize>)>,
    at: usize,
}

impl<'t> Events<'t> {
    pub(super) fn new(dedented: &'t Dedented) -> Self {
        let events = emphasis::paired(&dedented.text, parser(&dedented.text).into_offset_iter()).into_iter();
        Self { all: events.map(|(event, range)| (event, dedented.range(range))).collect(), at: 0 }
    }

    pub(super) fn next(&mut self) -> Option<(Event<'t>, Range<usize>)> {
        let next = self.all.get(self.at).cloned();
        self.at += 1;
        next
    }

    pub(super) fn peek(&self) -> Option<&Event<'t>> {
        self.peek_at(0)
    }

    /// The next event and where it stands.
    pub(super) fn peek_with_place(&self) -> Option<(&Event<'t>, Range<usize>)> {
        self.all.get(self.at).map(|(event, range)| (event, range.clone()))
    }

    /// The event `ahead` of the next one.
    pub(super) fn peek_at(&self, ahead: usize) -> Option<&Event<'t>> {
        self.all.get(self.at + ahead).map(|(event, _)| event)
    }

    /// Passes over what is left of an element whose start was read, its end included.
    pub(super) fn skip_element(&mut self) {
        self.skip_elements(1);
    }

    /// Passes over what is left of `depth` elements within each other, whose starts were read, their ends included.
    pub(super) fn skip_elements(&mut self, mut depth: usize) {
        while depth > 0 {
            match self.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }

    /// How many events the element has that starts with the next one.
    pub(super) fn element_length(&self) -> usize {
        let mut depth = 0_usize;
        for (length, (event, _)) in self.all.iter().skip(self.at).enumerate() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return length + 1;
            }
        }
        self.all.len().saturating_sub(self.at)
    }
}
