//! JSON documents for other programs.

use serde::Serialize;

use crate::visible;

/// `document` on one line.
pub(crate) fn document(document: &impl Serialize) -> String {
    // Plain structs of text and numbers: serialising them cannot fail.
    visible::json(serde_json::to_string(document).unwrap_or_default() + "\n")
}
