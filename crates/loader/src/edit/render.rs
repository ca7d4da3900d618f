//! A value as it is written where there was none.

use super::Value;
use super::quote;

/// A value in one line; a mapping or a list in brackets.
pub(super) fn inline(value: &Value, flow: bool) -> String {
    match value {
        Value::Text(text) => quote::value(text, flow, ""),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(|item| inline(item, true)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Group(entries) => {
            let entries: Vec<String> =
                entries.iter().map(|(key, value)| format!("{key}: {}", inline(value, true))).collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

/// A key and its value in lines, the first one without indentation. Innermost mappings stand in braces, items of a list
/// on a line each.
pub(super) fn lines(key: &str, value: &Value, unit: usize) -> Vec<String> {
    if is_inline(value) {
        return vec![format!("{key}: {}", inline(value, false))];
    }
    let mut lines = vec![format!("{key}:")];
    let indent = " ".repeat(unit);
    lines.extend(below(value, unit).into_iter().map(|line| format!("{indent}{line}")));
    lines
}

/// A value in lines of its own, without indentation.
pub(super) fn below(value: &Value, unit: usize) -> Vec<String> {
    match value {
        Value::Group(entries) => entries.iter().flat_map(|(key, value)| lines(key, value, unit)).collect(),
        Value::List(items) => items.iter().map(|item| format!("- {}", inline(item, false))).collect(),
        Value::Text(_) => vec![inline(value, false)],
    }
}

/// Whether a value is written behind its key rather than below it.
pub(super) fn is_inline(value: &Value) -> bool {
    match value {
        Value::Text(_) => true,
        Value::Group(entries) => entries.iter().all(|(_, value)| matches!(value, Value::Text(_))),
        Value::List(items) => items.iter().all(|item| matches!(item, Value::Text(_))),
    }
}
