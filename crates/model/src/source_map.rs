//! The files that were read, and where in them something stands.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::{FileId, Span};

/// One file as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    path: String,
    text: Arc<str>,
    /// The first byte of each line.
    lines: Box<[usize]>,
    /// How many characters begin before each step of [`STEP`] bytes, so that columns of a long line need no counting.
    characters: Box<[usize]>,
    utf8: bool,
}

/// Lines and columns from 1, columns in characters; the end is the first character behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line where it starts.
    pub line: usize,
    /// The column where it starts.
    pub column: usize,
    /// The line where it ends.
    pub end_line: usize,
    /// The column behind its last character.
    pub end_column: usize,
}

/// All files that were read, in the order of the folder tree. A file or folder that is missing or cannot be read as
/// text stands here too, with no text, so that a finding can point at it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceMap {
    /// The number of the first.
    first: u32,
    files: Vec<Arc<SourceFile>>,
    ids: BTreeMap<String, FileId>,
}

/// Bytes between two places whose characters are counted beforehand.
const STEP: usize = 1024;

impl SourceFile {
    fn new(path: String, text: Arc<str>) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(breaks).collect();
        let mut count = 0;
        let steps = text.as_bytes().chunks(STEP).map(|step| {
            count += begun(step);
            count
        });
        let characters = std::iter::once(0).chain(steps).collect();
        Self { path, text, lines, characters, utf8: true }
    }

    /// Its path relative to the workspace, with `/` between the steps.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Its text without a byte order mark; line ends are as on the disk.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether its bytes are those of its text; it was recoded otherwise.
    pub fn is_utf8(&self) -> bool {
        self.utf8
    }

    /// Line and column of a byte, from 1.
    fn line_and_column(&self, byte: usize) -> (usize, usize) {
        let byte = self.text.floor_char_boundary(byte.min(self.text.len()));
        let line = self.lines.partition_point(|start| *start <= byte);
        let start = line.checked_sub(1).and_then(|index| self.lines.get(index)).copied().unwrap_or(0);
        (line, self.characters_before(byte) - self.characters_before(start) + 1)
    }

    /// How many characters begin before a byte.
    fn characters_before(&self, byte: usize) -> usize {
        let step = byte / STEP;
        let rest = self.text.as_bytes().get(step * STEP..byte).unwrap_or_default();
        self.characters.get(step).copied().unwrap_or_default() + begun(rest)
    }
}

/// How many characters begin in these bytes of a text.
fn begun(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xC0) != 0x80).count()
}

impl SourceMap {
    /// A part of a map, whose first file has this number in the whole.
    pub fn beginning_at(first: FileId) -> Self {
        Self { first: first.0, ..Self::default() }
    }

    /// Takes a file in.
    pub fn add(&mut self, path: String, text: Arc<str>) -> FileId {
        self.share(Arc::new(SourceFile::new(path, text)))
    }

    /// Takes a file in that another map holds already.
    pub fn share(&mut self, file: Arc<SourceFile>) -> FileId {
        let id = self.next();
        self.ids.entry(file.path.clone()).or_insert(id);
        self.files.push(file);
        id
    }

    /// The number of the file that is taken in next.
    pub fn next(&self) -> FileId {
        FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX).saturating_add(self.first))
    }

    /// The files from `first` on, to be held beyond this map.
    pub fn since(&self, first: FileId) -> &[Arc<SourceFile>] {
        self.index(first).and_then(|index| self.files.get(index..)).unwrap_or_default()
    }

    /// Notes that a file's bytes are not those of its text.
    pub fn recoded(&mut self, id: FileId) {
        if let Some(file) = self.index(id).and_then(|index| self.files.get_mut(index)) {
            Arc::make_mut(file).utf8 = false;
        }
    }

    /// The file with this path, if it was taken in.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.ids.get(path).copied()
    }

    /// The files, in the order in which findings are sorted.
    pub fn files(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter().map(Arc::as_ref)
    }

    /// The file with this number; `None` if no file was given it.
    pub fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(self.index(id)?).map(Arc::as_ref)
    }

    fn index(&self, id: FileId) -> Option<usize> {
        Some(id.0.checked_sub(self.first)? as usize)
    }

    /// The path of a file relative to the workspace, with `/`.
    pub fn path(&self, id: FileId) -> &str {
        self.file(id).map_or("", SourceFile::path)
    }

    /// The text of a file.
    pub fn text(&self, id: FileId) -> &str {
        self.file(id).map_or("", SourceFile::text)
    }

    /// What was written at a place.
    pub fn slice(&self, span: Span) -> &str {
        self.text(span.file).get(span.start..span.end).unwrap_or("")
    }

    /// Lines and columns of a place.
    pub fn position(&self, span: Span) -> Position {
        let Some(file) = self.file(span.file) else {
            return Position { line: 1, column: 1, end_line: 1, end_column: 1 };
        };
        let (line, column) = file.line_and_column(span.start);
        let (end_line, end_column) = file.line_and_column(span.end.max(span.start));
        Position { line, column, end_line, end_column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(text: &str, start: usize, end: usize) -> (usize, usize, usize, usize) {
        let mut sources = SourceMap::default();
        let file = sources.add("content/a.yaml".into(), text.into());
        let Position { line, column, end_line, end_column } = sources.position(Span::new(file, start, end));
        (line, column, end_line, end_column)
    }

    #[test]
    fn columns_count_characters() {
        let text = "年度: 2024\r\n状态: 已公开\n";
        let at = text.find("已公开").expect("is there");
        assert_eq!(position(text, at, at + "已公开".len()), (2, 5, 2, 8));
        assert_eq!(position(text, 0, "年度".len()), (1, 1, 1, 3));
    }

    #[test]
    fn places_outside_the_text_are_brought_inside() {
        assert_eq!(position("一\n", 1, 99), (1, 1, 2, 1));
        assert_eq!(position("", 5, 2), (1, 1, 1, 1));
    }
}
