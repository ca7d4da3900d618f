//! Markdown.

use super::ReadError;
use super::encoding::Decoded;
use crate::Document;

pub(super) fn read(decoded: &Decoded) -> Result<Document, ReadError> {
    Err(ReadError::Damaged(decoded.text.clone()))
}
