//! JSON documents for other programs.

use nianbao_model::Decimal;
use serde::Serialize;
use serde_json::Number;

use crate::visible;

/// `document` on one line.
pub(crate) fn document(document: &impl Serialize) -> String {
    // Plain structs of text and numbers: serialising them cannot fail.
    visible::json(serde_json::to_string(document).unwrap_or_default() + "\n")
}

/// A figure as JSON writes it.
pub(crate) fn number(value: Decimal) -> Option<Number> {
    value.normalize().to_string().parse().ok()
}
