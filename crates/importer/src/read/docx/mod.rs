//! docx.

use super::ReadError;
use crate::Document;

pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let _ = bytes;
    Err(ReadError::Damaged(String::new()))
}
