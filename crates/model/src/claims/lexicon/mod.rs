//! The words of the field with what they say, as `words.txt` lists them. Of two words that begin at the same place the
//! longer counts, so a longer word also serves to keep a shorter one from being heard in it.

mod meaning;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::word::Word;

/// The words, one a line, and their meanings.
const LIST: &str = include_str!("words.txt");

/// Finds the words in a text, the longest at each place.
pub(super) struct Lexicon {
    automaton: AhoCorasick,
    words: Vec<Word>,
}

/// The lexicon, read once; `None` if it were too large for a search.
pub(super) static WORDS: LazyLock<Option<Lexicon>> = LazyLock::new(Lexicon::new);

impl Lexicon {
    fn new() -> Option<Self> {
        let mut meanings: BTreeMap<&str, Option<Word>> = BTreeMap::new();
        let mut meaning = |name| *meanings.entry(name).or_insert_with(|| meaning::named(name));
        let entries = lines().filter_map(entry).filter_map(|(word, name)| Some((word, meaning(name)?)));
        let (spellings, words): (Vec<&str>, Vec<Word>) = entries.unzip();
        let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(spellings).ok()?;
        Some(Self { automaton, words })
    }

    /// The words of `text` with their bytes, in order; none overlaps another.
    pub(super) fn find(&self, text: &str) -> Vec<(Range<usize>, Word)> {
        let found = self.automaton.find_iter(text);
        found.filter_map(|found| Some((found.range(), *self.words.get(found.pattern().as_usize())?))).collect()
    }
}

/// The lines that hold a word: neither empty nor a comment.
fn lines() -> impl Iterator<Item = &'static str> {
    LIST.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// A word and the name of its meaning.
fn entry(line: &'static str) -> Option<(&'static str, &'static str)> {
    line.split_once(" = ")
}
