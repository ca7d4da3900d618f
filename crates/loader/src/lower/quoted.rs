//! Names and titles within Chinese quotation marks, which YAML takes for part of them and reports would print.

use nianbao_model::{Diagnostic, Spanned};

use crate::codes::yaml::QUOTED;
use crate::keys::{Key, agency, report, site};

/// What opens and closes a quote or a title.
const MARKS: [(char, char); 6] = [('“', '”'), ('‘', '’'), ('「', '」'), ('《', '》'), ('＂', '＂'), ('【', '】')];

/// Keys whose values are names and numbers, no sentences.
fn is_name(key: &Key) -> bool {
    let names: [&Key; 9] = [
        &agency::NAME,
        &agency::SHORT_NAME,
        &agency::CATEGORY,
        &site::NAME,
        &site::SPONSOR,
        &report::TITLE,
        &report::INDEX_NUMBER,
        &report::DOCUMENT_NUMBER,
        &report::SIGNED_BY,
    ];
    names.iter().any(|name| std::ptr::eq(*name, key))
}

/// The finding on a value that is quoted as a whole.
pub(super) fn finding(key: &Key, value: &Spanned<String>) -> Option<Diagnostic> {
    let text = value.value.as_str();
    let (open, close) = MARKS.into_iter().find(|(open, _)| text.starts_with(*open))?;
    let inside = text.strip_prefix(open)?.strip_suffix(close)?;
    if !is_name(key) || inside.trim().is_empty() || inside.contains([open, close]) {
        return None;
    }
    let message = format!("“{}”的值两头的 {open} {close} 会原样印出来", key.key);
    let finding =
        Diagnostic::new(&QUOTED, message).at(value.span, "").help(format!("删去两头的引号：{}: {inside}", key.key));
    // Only letters and digits mean the same with and without quotation marks of YAML.
    let plain = inside.chars().all(|c| c.is_alphanumeric() || "（）〔〕".contains(c)) && !inside.is_ascii();
    let written = value.span.end - value.span.start == text.len();
    Some(if plain && written { finding.suggest(value.span, inside) } else { finding })
}
