//! Lines and columns. An editor counts columns in bytes (UTF-8) or in units of UTF-16; a line ends with LF, CRLF or CR.

use std::ops::Range;

use gen_lsp_types::{Position, Range as LspRange};

/// What columns count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Encoding {
    /// Bytes.
    Utf8,
    /// Units of UTF-16: what every editor knows.
    #[default]
    Utf16,
}

/// Bytes between two places whose units are counted beforehand, so that columns of a long line need no counting.
const STEP: usize = 1024;

/// A text with its lines.
#[derive(Debug)]
pub(crate) struct Lines<'t> {
    text: &'t str,
    encoding: Encoding,
    /// The first byte of each line.
    starts: Vec<usize>,
    /// The units of UTF-16 before each step.
    units: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(crate) fn new(text: &'t str, encoding: Encoding) -> Self {
        let bytes = text.as_bytes();
        let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        let mut count = 0;
        let steps = bytes.chunks(STEP).map(|step| {
            count += units(step);
            count
        });
        let units = std::iter::once(0).chain(steps).collect();
        Self { text, encoding, starts, units }
    }

    /// The place of a byte.
    pub(crate) fn position(&self, byte: usize) -> Position {
        let byte = self.text.floor_char_boundary(byte.min(self.text.len()));
        let line = self.starts.partition_point(|start| *start <= byte).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or_default();
        let column = match self.encoding {
            Encoding::Utf8 => byte - start,
            Encoding::Utf16 => self.units_before(byte).saturating_sub(self.units_before(start)),
        };
        Position { line: narrow(line), character: narrow(column) }
    }

    /// The places of a stretch of bytes.
    pub(crate) fn range(&self, range: Range<usize>) -> LspRange {
        let start = self.position(range.start);
        LspRange { start, end: self.position(range.end.max(range.start)) }
    }

    /// The byte at a place; behind the end of a line, its end; behind the last line, the end of the text.
    pub(crate) fn byte(&self, position: Position) -> usize {
        let line = position.line as usize;
        let Some(&start) = self.starts.get(line) else { return self.text.len() };
        let next = self.starts.get(line.saturating_add(1)).copied().unwrap_or(self.text.len());
        let written = self.text.get(start..next).unwrap_or_default();
        let end = start + written.trim_end_matches(['\r', '\n']).len();
        let column = position.character as usize;
        match self.encoding {
            Encoding::Utf8 => self.text.floor_char_boundary(start.saturating_add(column).min(end)),
            Encoding::Utf16 => self.byte_of_unit(start, end, column),
        }
    }

    /// The bytes between two places.
    pub(crate) fn bytes(&self, range: LspRange) -> Range<usize> {
        let start = self.byte(range.start);
        start..self.byte(range.end).max(start)
    }

    /// The last byte of the line from `start` to `end` before which at most `column` units stand.
    fn byte_of_unit(&self, start: usize, end: usize, column: usize) -> usize {
        let wanted = self.units_before(start).saturating_add(column);
        // The last counted place before it, so that only one step is walked.
        let step = self.units.partition_point(|units| *units <= wanted).saturating_sub(1);
        let from = self.text.ceil_char_boundary((step * STEP).min(self.text.len())).max(start);
        let mut units = self.units_before(from);
        let rest = self.text.get(from..end).unwrap_or_default();
        for (at, character) in rest.char_indices() {
            units += character.len_utf16();
            if units > wanted {
                return from + at;
            }
        }
        end
    }

    fn units_before(&self, byte: usize) -> usize {
        let step = byte / STEP;
        let rest = self.text.as_bytes().get(step * STEP..byte).unwrap_or_default();
        self.units.get(step).copied().unwrap_or_default() + units(rest)
    }
}

/// The units of UTF-16 of the characters that begin in these bytes.
fn units(bytes: &[u8]) -> usize {
    let of_byte = |byte: &u8| match byte {
        0x80..=0xBF => 0,
        0xF0..=0xFF => 2,
        _ => 1,
    };
    bytes.iter().map(of_byte).sum()
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
