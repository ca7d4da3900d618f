//! Pieces of CBOR, read and written one by one.

use minicbor::{Decoder, Encoder};

use super::layout::LayoutError;

/// The length of the array that comes next.
pub(super) fn array(decoder: &mut Decoder) -> Result<usize, LayoutError> {
    let length = decoder.array().ok().flatten().and_then(|length| usize::try_from(length).ok());
    length.ok_or(LayoutError("array"))
}

/// A thing of so many fields comes next.
pub(super) fn fields(decoder: &mut Decoder, count: usize) -> Result<(), LayoutError> {
    if array(decoder)? == count { Ok(()) } else { Err(LayoutError("fields")) }
}

/// The number that comes next; none is below zero.
pub(super) fn number(decoder: &mut Decoder) -> Result<usize, LayoutError> {
    let number = decoder.u64().ok().and_then(|number| usize::try_from(number).ok());
    number.ok_or(LayoutError("number"))
}

/// The number that comes next.
pub(super) fn integer(decoder: &mut Decoder) -> Result<i32, LayoutError> {
    decoder.i32().map_err(|_| LayoutError("integer"))
}

/// The text that comes next.
pub(super) fn text<'b>(decoder: &mut Decoder<'b>) -> Result<&'b str, LayoutError> {
    decoder.str().map_err(|_| LayoutError("text"))
}

/// Writes what stands before an array of so many things.
pub(super) fn put_array(out: &mut Vec<u8>, length: usize) {
    // A `Vec` takes whatever is written to it; so in what follows.
    let _ = Encoder::new(out).array(length as u64);
}

/// Writes a number that is not below zero.
pub(super) fn put_number(out: &mut Vec<u8>, number: usize) {
    let _ = Encoder::new(out).u64(number as u64);
}

/// Writes a number.
pub(super) fn put_integer(out: &mut Vec<u8>, number: i32) {
    let _ = Encoder::new(out).i32(number);
}

/// Writes a text.
pub(super) fn put_text(out: &mut Vec<u8>, text: &str) {
    let _ = Encoder::new(out).str(text);
}
