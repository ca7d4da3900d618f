//! The words of all parts in order, in files as large as pagefind makes them.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::cbor::put_array;
use super::cursor::Cursor;
use super::layout::{LayoutError, MetaChunk};
use super::word::Word;

/// How much a file of words holds before the next is begun, as pagefind counts it.
const SIZE: usize = 20_000;

/// A file of words before it is packed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Chunk {
    /// Its first word.
    pub(super) from: String,
    /// Its last word.
    pub(super) to: String,
    /// What it holds.
    pub(super) bytes: Vec<u8>,
}

/// The files of words, made one by one.
pub(super) struct Words<'p> {
    cursors: Vec<Cursor<'p>>,
    next: BinaryHeap<Reverse<(String, usize)>>,
    word: Word,
}

impl<'p> Words<'p> {
    /// The words that `cursors` come to.
    pub(super) fn new(cursors: Vec<Cursor<'p>>) -> Result<Self, LayoutError> {
        let mut words = Self { cursors, next: BinaryHeap::new(), word: Word::default() };
        for part in 0..words.cursors.len() {
            words.advance(part)?;
        }
        Ok(words)
    }

    /// The next file; nothing after the last word.
    fn chunk(&mut self) -> Result<Option<Chunk>, LayoutError> {
        let (mut from, mut to) = (None, String::new());
        let (mut count, mut size, mut words) = (0, 0, Vec::new());
        while size < SIZE
            && let Some(word) = self.gather()?
        {
            size += self.word.write(&word, &mut words);
            count += 1;
            from.get_or_insert_with(|| word.clone());
            to = word;
        }
        let Some(from) = from else { return Ok(None) };
        let mut bytes = Vec::with_capacity(words.len().saturating_add(16));
        put_array(&mut bytes, 1);
        put_array(&mut bytes, count);
        bytes.append(&mut words);
        Ok(Some(Chunk { from, to, bytes }))
    }

    /// The next word, with what all parts say of it.
    fn gather(&mut self) -> Result<Option<String>, LayoutError> {
        let Some(Reverse((word, part))) = self.next.pop() else { return Ok(None) };
        self.word.clear();
        self.take(part)?;
        while let Some(Reverse((next, part))) = self.next.peek()
            && *next == word
        {
            let part = *part;
            self.next.pop();
            self.take(part)?;
        }
        Ok(Some(word))
    }

    /// Takes in what a part says of its word, and goes on to its next.
    fn take(&mut self, part: usize) -> Result<(), LayoutError> {
        let Some(cursor) = self.cursors.get_mut(part) else { return Ok(()) };
        cursor.read_into(&mut self.word)?;
        self.advance(part)
    }

    fn advance(&mut self, part: usize) -> Result<(), LayoutError> {
        let word = self.cursors.get_mut(part).map(Cursor::next_word).transpose()?.flatten();
        self.next.extend(word.map(|word| Reverse((word, part))));
        Ok(())
    }
}

impl Iterator for Words<'_> {
    type Item = Result<Chunk, LayoutError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.chunk().transpose()
    }
}

/// What is told of files of words, with names that are still to be given: as much of their first and last words as tells each
/// from its neighbour.
pub(super) fn ranges(chunks: &mut [MetaChunk]) {
    for at in 1..chunks.len() {
        let Some([before, after]) = chunks.get_mut(at - 1..=at) else { continue };
        let common = before.to.chars().zip(after.from.chars()).take_while(|(one, other)| one == other).count();
        let to: String = before.to.chars().take(common + 1).collect();
        let from: String = after.from.chars().take(common + 1).collect();
        if to >= before.from {
            before.to = to;
        }
        after.from = from;
    }
}
