//! Every bound, with its reason.

/// Dots that a picture may have before it is scaled: more than any camera or scanner of an office makes.
pub const DOTS: u64 = 50_000_000;

/// Bytes that a decoded picture may take.
pub(crate) const DECODED: u64 = 256 << 20;

/// Dots from which on pictures are decoded one at a time, whatever the number of threads.
pub(crate) const ALONE: u64 = 16_000_000;

/// Width in dots that page and PDF need: 156 mm of text at 300 dots an inch are 1,843.
pub(crate) const WIDTH: u32 = 2000;

/// Dots that a published picture has at most: as wide as above and three times as high.
pub(crate) const PUBLISHED: u64 = 12_000_000;

/// Bytes up to which a picture that is too wide stays as it is: scaling saves nobody anything.
pub(crate) const SMALL: usize = 512 << 10;

/// Scans of a progressive JPEG. Programs write about ten; each goes over the whole picture.
pub(crate) const SCANS: u64 = 100;

/// Dots that all scans of a JPEG go over.
pub(crate) const SCANNED: u64 = 600_000_000;

/// Elements of a drawing.
pub(crate) const ELEMENTS: usize = 100_000;

/// How deep the elements of a drawing stand in each other, references included.
pub(crate) const DEPTH: usize = 64;

/// Elements of a drawing with all references carried out.
pub(crate) const EXPANDED: u64 = 500_000;

/// Pairs of a rule of a style sheet and an element.
pub(crate) const MATCHES: usize = 10_000_000;

/// Characters of a style that a drawing says of itself.
pub(crate) const STYLE: usize = 256 << 10;

/// Hundredths of a second that rendering a drawing may cost.
pub(crate) const RENDERING: f32 = 1000.0;

/// Dots of a rendered drawing.
pub(crate) const CANVAS: f32 = 12_000_000.0;
