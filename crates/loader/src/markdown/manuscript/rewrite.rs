//! A section written anew: blocks that stay keep every byte, and so does all that stands between them.

use std::ops::Range;

use nianbao_model::{Form, SectionKind};

use super::{Manuscript, ManuscriptBlock, ManuscriptSection};
use crate::markdown::{typed, words};

/// A block of a section that is written anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewBlock {
    /// One that stays as it was, by its number in its section.
    Kept(usize),
    /// A new or changed one.
    Source(String),
}

/// A replacement of bytes.
struct BlockSplice {
    range: Range<usize>,
    text: String,
}

/// No block has more lines that read like titles.
const MOST_TITLES: usize = 50;

const BLANK: [char; 4] = [' ', '\t', '\r', '\n'];

impl Manuscript {
    /// `text` with the section of `kind` consisting of `blocks`: what is not named goes. The manuscript is that of `text`.
    pub fn rewritten(&self, text: &str, kind: Option<SectionKind>, blocks: &[NewBlock]) -> String {
        let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let blocks: Vec<NewBlock> = blocks.iter().filter_map(|block| prepared(block, ending)).collect();
        let splices = match self.section(kind) {
            Some(section) => Rewriting { text, ending, section, end: self.end_of(text, section) }.splices(&blocks),
            None => self.section_anew(text, ending, kind, &blocks).into_iter().collect(),
        };
        put_in(text, ending, splices)
    }

    /// Where what belongs to a section ends: the next heading, or the end of the file.
    fn end_of(&self, text: &str, section: &ManuscriptSection) -> usize {
        let starts = self.sections.iter().filter(|other| other.kind.is_some()).map(|other| other.heading.start);
        starts.filter(|start| *start >= section.heading.end).min().unwrap_or(text.len())
    }

    /// A section that was not written yet, with its heading, in its official place.
    fn section_anew(
        &self,
        text: &str,
        ending: &str,
        kind: Option<SectionKind>,
        blocks: &[NewBlock],
    ) -> Option<BlockSplice> {
        let kind = kind?;
        let sources = blocks.iter().filter_map(|block| match block {
            NewBlock::Source(source) => Some(source.as_str()),
            NewBlock::Kept(_) => None,
        });
        let all: Vec<&str> = sources.collect();
        if all.is_empty() {
            return None;
        }
        let part = format!("{ending}{ending}");
        let new = format!("# {}{part}{}", kind.heading(), all.join(&part));
        let later = self.sections.iter().filter(|other| other.kind > Some(kind)).map(|other| other.heading.start).min();
        let at = later.unwrap_or(text.len());
        Some(BlockSplice { range: at..at, text: new })
    }
}

/// A block that is put in: without harm, with the line ends of the file.
fn prepared(block: &NewBlock, ending: &str) -> Option<NewBlock> {
    match block {
        NewBlock::Kept(id) => Some(NewBlock::Kept(*id)),
        NewBlock::Source(source) => {
            let source = without_titles(typed::harmless(source));
            let source = source.trim_matches(['\n', '\r', ' ', '\t']).replace("\r\n", "\n").replace('\n', ending);
            (!source.is_empty()).then_some(NewBlock::Source(source))
        }
    }
}

/// What is written into a section opens no other: a line that reads like the title of one stays a line.
fn without_titles(mut source: String) -> String {
    for _ in 0..MOST_TITLES {
        let read = Manuscript::read(&source, Form::latest());
        let title = read.sections.into_iter().find(|section| section.kind.is_some()).map(|section| section.heading);
        match title.and_then(|title| words::meant(&source, title)) {
            Some(meant) => source = meant,
            None => break,
        }
    }
    source
}

/// A section that is written anew.
struct Rewriting<'t> {
    text: &'t str,
    ending: &'static str,
    section: &'t ManuscriptSection,
    /// Where what belongs to it ends.
    end: usize,
}

impl Rewriting<'_> {
    fn splices(&self, blocks: &[NewBlock]) -> Vec<BlockSplice> {
        let stays = self.staying(blocks);
        let mut splices = Vec::new();
        // What comes before the next block that stays, and the first old block that is not settled yet.
        let (mut new, mut old): (Vec<String>, usize) = (Vec::new(), 0);
        for (block, stays) in blocks.iter().zip(stays) {
            match block {
                NewBlock::Source(source) => new.push(source.clone()),
                NewBlock::Kept(id) if stays => {
                    self.between(old..*id, &std::mem::take(&mut new), &mut splices);
                    old = id + 1;
                }
                NewBlock::Kept(id) => new.extend(self.source(*id)),
            }
        }
        self.between(old..self.section.blocks.len(), &new, &mut splices);
        splices
    }

    /// Which of `blocks` stay in their place: the longest row of those in the old order, others move.
    fn staying(&self, blocks: &[NewBlock]) -> Vec<bool> {
        let ids: Vec<(usize, usize)> = blocks
            .iter()
            .enumerate()
            .filter_map(|(at, block)| match block {
                NewBlock::Kept(id) if *id < self.section.blocks.len() => Some((at, *id)),
                _ => None,
            })
            .collect();
        let mut stays = vec![false; blocks.len()];
        for at in longest_rise(&ids) {
            if let Some(stay) = stays.get_mut(at) {
                *stay = true;
            }
        }
        stays
    }

    fn source(&self, id: usize) -> Option<String> {
        let range = self.section.blocks.get(id)?.range.clone();
        self.text.get(range).map(str::to_owned)
    }

    /// The old blocks `gone` give way to those of `new`: one after the other, as long as there are both.
    fn between(&self, gone: Range<usize>, new: &[String], splices: &mut Vec<BlockSplice>) {
        let old = self.section.blocks.get(gone.clone()).unwrap_or_default();
        let replaced = old.iter().zip(new);
        splices
            .extend(replaced.map(|(block, source)| BlockSplice { range: block.range.clone(), text: source.clone() }));
        splices.extend(old.iter().skip(new.len()).map(|block| self.without(block)));
        if let Some(more) = new.get(old.len()..).filter(|more| !more.is_empty()) {
            splices.push(self.inserted(&gone, more));
        }
    }

    /// A block goes, with the blank lines behind it; the last one of a file with those before it.
    fn without(&self, block: &ManuscriptBlock) -> BlockSplice {
        let behind = self.text.get(block.range.end..).unwrap_or("");
        let rest = behind.trim_start_matches(BLANK);
        let range = if rest.is_empty() {
            let before = self.text.get(..block.range.start).unwrap_or("");
            before.trim_end_matches(BLANK).len()..block.range.end
        } else {
            block.range.start..block.range.end + (behind.len() - rest.len())
        };
        BlockSplice { range, text: String::new() }
    }

    /// Blocks that come behind those of `gone`.
    fn inserted(&self, gone: &Range<usize>, new: &[String]) -> BlockSplice {
        let part = format!("{0}{0}", self.ending);
        let text = new.join(&part);
        let before = gone.end.checked_sub(1).and_then(|last| self.section.blocks.get(last));
        let at = match (before, self.section.blocks.get(gone.end)) {
            (Some(before), _) => before.range.end,
            (None, Some(next)) => next.range.start,
            (None, None) => {
                let own = self.text.get(self.section.heading.end..self.end).unwrap_or("");
                self.section.heading.end + own.trim_end().len()
            }
        };
        BlockSplice { range: at..at, text }
    }
}

/// The text with `splices`, which lie beside each other; whatever comes next to each other is parted by a blank line.
fn put_in(text: &str, ending: &str, mut splices: Vec<BlockSplice>) -> String {
    splices.sort_by_key(|splice| (splice.range.start, splice.range.end));
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for BlockSplice { range, text: put } in splices {
        new.push_str(text.get(at..range.start.max(at)).unwrap_or(""));
        if !put.is_empty() {
            part(&mut new, ending);
            new.push_str(&put);
        }
        at = range.end.max(at);
        let rest = text.get(at..).unwrap_or("");
        let blank = rest.len() - rest.trim_start_matches(BLANK).len();
        if blank == rest.len() {
            new.push_str(if rest.is_empty() && !new.is_empty() && !new.ends_with('\n') { ending } else { "" });
        } else if lines_in(rest.get(..blank).unwrap_or("")) < 2 {
            let missing = if blank == 0 { usize::MAX } else { 1 };
            if missing == 1 { new.push_str(ending) } else { part(&mut new, ending) }
        }
    }
    new.push_str(text.get(at..).unwrap_or(""));
    new
}

/// Ends with a blank line, unless nothing was written yet.
fn part(text: &mut String, ending: &str) {
    let written = text.trim_end_matches(BLANK);
    if written.is_empty() {
        return;
    }
    for _ in lines_in(text.get(written.len()..).unwrap_or(""))..2 {
        text.push_str(ending);
    }
}

fn lines_in(blank: &str) -> usize {
    blank.matches('\n').count()
}

/// The positions of the longest rise of the second numbers.
fn longest_rise(row: &[(usize, usize)]) -> Vec<usize> {
    // The places in `row` with which rises of each length end lowest, and what comes before each place in its rise.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(row.len());
    let value = |place: usize| row.get(place).map_or(0, |(_, value)| *value);
    for (place, (_, number)) in row.iter().enumerate() {
        let length = ends.partition_point(|end| value(*end) < *number);
        before.push(length.checked_sub(1).and_then(|last| ends.get(last)).copied());
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    let mut rise = Vec::new();
    let mut next = ends.last().copied();
    while let Some(place) = next {
        rise.extend(row.get(place).map(|(at, _)| *at));
        next = before.get(place).copied().flatten();
    }
    rise
}
