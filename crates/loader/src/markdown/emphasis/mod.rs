//! Bold and italics. CommonMark decides by white space and marks on both sides of the `*` which of them open and which
//! close, and takes Chinese for a script with spaces: `落实**《条例》**要求` stays as it is, and of two such places in a
//! paragraph what lies between them turns bold. So the parser's pairs are undone and made again by a rule for Chinese.

mod pairs;
mod stars;

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use pairs::{OpenRuns, pair};
use stars::{Stars, Surroundings};

type Placed<'t> = (Event<'t>, Range<usize>);

/// The parser's `events` of `text`, with the `*` paired anew. Places stay what they are.
pub(super) fn paired<'t>(text: &'t str, events: impl Iterator<Item = Placed<'t>>) -> Vec<Placed<'t>> {
    let mut pairing = Pairing::new(text);
    for (event, range) in events {
        pairing.take(event, range);
    }
    pairing.finish()
}

/// An event of the parser, or a run of `*`.
enum Slot<'t> {
    Event(Placed<'t>),
    Stars(usize),
}

struct Pairing<'t> {
    text: &'t str,
    slots: Vec<Slot<'t>>,
    runs: Vec<Stars>,
    /// What is open in the paragraph, and in each link and the like within it: no pair crosses their edges.
    scopes: Vec<OpenRuns>,
    /// Up to where the text is in the slots.
    covered: usize,
    /// Whether nothing of the paragraph was read yet.
    at_start: bool,
    /// Whether what is read stands in a cell of a table.
    in_cell: bool,
    /// Whether what is read is no prose: code, an address.
    is_code: bool,
}

impl<'t> Pairing<'t> {
    fn new(text: &'t str) -> Self {
        let scopes = vec![OpenRuns::default()];
        Self {
            text,
            slots: Vec::new(),
            runs: Vec::new(),
            scopes,
            covered: 0,
            at_start: true,
            in_cell: false,
            is_code: false,
        }
    }

    fn take(&mut self, event: Event<'t>, range: Range<usize>) {
        match &event {
            Event::Start(Tag::Emphasis | Tag::Strong) if self.is_starred(&range) => return self.run(range.start),
            Event::End(TagEnd::Emphasis) if self.is_starred(&range) => return self.run(range.end.saturating_sub(1)),
            Event::End(TagEnd::Strong) if self.is_starred(&range) => return self.run(range.end.saturating_sub(2)),
            Event::Text(piece) if !self.is_code && self.text.get(range.clone()) == Some(piece) => {
                return self.prose(range);
            }
            Event::Start(tag) if is_within_text(tag) => self.scopes.push(OpenRuns::default()),
            Event::End(tag) if is_end_within_text(*tag) => {
                self.scopes.pop();
            }
            Event::Start(_) | Event::End(_) | Event::Rule => {
                self.start_block();
                self.in_cell = matches!(event, Event::Start(Tag::TableCell));
            }
            _ => {}
        }
        match &event {
            Event::Start(tag) => self.is_code = is_code(tag),
            Event::End(_) => self.is_code = false,
            _ => self.at_start = false,
        }
        self.slots.push(Slot::Event((event, range)));
    }

    fn start_block(&mut self) {
        self.scopes = vec![OpenRuns::default()];
        self.at_start = true;
    }

    fn is_starred(&self, range: &Range<usize>) -> bool {
        self.text.as_bytes().get(range.start) == Some(&b'*')
    }

    /// Text as it stands at `range`: pieces, and the runs of `*` between them.
    fn prose(&mut self, range: Range<usize>) {
        let mut at = range.start.max(self.covered);
        if self.begins_anew(&range) {
            self.start_block();
        }
        let escaped = at > self.covered && self.text.get(..at).is_some_and(|before| before.ends_with('\\'));
        let mut from = at + usize::from(escaped);
        while let Some(star) = self.text.get(from..range.end).and_then(|rest| rest.find('*')).map(|star| from + star) {
            self.piece(at..star);
            self.run(star);
            (at, from) = (self.covered, self.covered);
        }
        self.piece(at..range.end);
    }

    /// Whether a line opens at `range` that full-width spaces make a paragraph of its own.
    fn begins_anew(&self, range: &Range<usize>) -> bool {
        let line_start = matches!(self.slots.last(), Some(Slot::Event((Event::SoftBreak, _))));
        line_start
            && self.scopes.len() == 1
            && self.text.get(range.clone()).is_some_and(|text| text.starts_with('\u{3000}'))
    }

    fn piece(&mut self, range: Range<usize>) {
        if let Some(piece) = self.text.get(range.clone()).filter(|piece| !piece.is_empty()) {
            self.covered = range.end;
            self.at_start = false;
            self.slots.push(Slot::Event((Event::Text(CowStr::Borrowed(piece)), range)));
        }
    }

    /// The run of `*` at `start`, unless it was read with the one before.
    fn run(&mut self, start: usize) {
        if start < self.covered {
            return;
        }
        let behind_link = matches!(self.slots.last(), Some(Slot::Event((Event::End(_), _))));
        let surroundings = Surroundings { at_start: self.at_start, behind_link, in_cell: self.in_cell };
        let run = Stars::at(self.text, start, surroundings);
        (self.covered, self.at_start) = (run.range().end, false);
        let index = self.runs.len();
        self.runs.push(run);
        self.slots.push(Slot::Stars(index));
        if let Some(open) = self.scopes.last_mut() {
            pair(&mut self.runs, open, index);
        }
    }

    /// All events in their order, pieces of text that follow upon each other in one.
    fn finish(self) -> Vec<Placed<'t>> {
        let mut events: Vec<Placed<'t>> = Vec::with_capacity(self.slots.len());
        for slot in self.slots {
            match slot {
                Slot::Event((Event::Text(piece), range)) => push_text(self.text, &mut events, piece, range),
                Slot::Event(placed) => events.push(placed),
                Slot::Stars(index) => {
                    let Some(run) = self.runs.get(index) else { continue };
                    events.extend(run.ends());
                    if let Some(left) = self.text.get(run.left()).filter(|left| !left.is_empty()) {
                        push_text(self.text, &mut events, CowStr::Borrowed(left), run.left());
                    }
                    events.extend(run.starts());
                }
            }
        }
        events
    }
}

fn push_text<'t>(text: &'t str, events: &mut Vec<Placed<'t>>, piece: CowStr<'t>, range: Range<usize>) {
    if let Some((Event::Text(last), place)) = events.last_mut()
        && place.end == range.start
        && last.len() == place.len()
        && piece.len() == range.len()
        && let Some(both) = text.get(place.start..range.end)
    {
        (*last, place.end) = (CowStr::Borrowed(both), range.end);
        return;
    }
    events.push((Event::Text(piece), range));
}

/// Whether an element stands within a paragraph.
fn is_within_text(tag: &Tag<'_>) -> bool {
    is_end_within_text(tag.to_end())
}

fn is_end_within_text(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

fn is_code(tag: &Tag<'_>) -> bool {
    match tag {
        Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => true,
        Tag::Link { link_type, .. } => matches!(link_type, LinkType::Autolink | LinkType::Email),
        _ => false,
    }
}
