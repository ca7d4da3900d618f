//! Words and addresses.

use nianbao_model::{Diagnostic, Spanned};

use super::fields::{Fields, Key, missing, start_of};
use crate::codes::{settings, yaml as codes};
use crate::session::{OpenFile, Sink};
use crate::yaml::{Content, Node};

/// The words of a value; nothing where it is blank.
pub(super) fn read(file: &OpenFile, sink: &mut Sink, node: &Node, what: &str) -> Option<Spanned<String>> {
    let Content::Scalar(scalar) = &node.content else {
        let finding = Diagnostic::new(&codes::SHAPE, format!("“{what}”应为文字"));
        sink.report(
            finding.at(start_of(file, node), "").help("直接写文字；文字里有半角的 { [ : # 时，给整个值加上引号。"),
        );
        return None;
    };
    let text = scalar.text.trim();
    (!text.is_empty() && !node.is_null()).then(|| Spanned::new(text.to_owned(), node.span))
}

/// The words under a key, if any.
pub(super) fn field(file: &OpenFile, sink: &mut Sink, fields: &Fields<'_>, key: &str) -> Option<Spanned<String>> {
    read(file, sink, fields.get(key)?, key)
}

/// The words under each of `keys`; all are needed, and `help` says how to write them.
pub(super) fn required<const N: usize>(
    file: &OpenFile,
    sink: &mut Sink,
    fields: &Fields<'_>,
    keys: &[Key; N],
    help: &str,
) -> [Option<Spanned<String>>; N] {
    let found = keys.map(|(key, _)| field(file, sink, fields, key));
    for ((key, _), _) in keys.iter().zip(&found).filter(|(_, words)| words.is_none()) {
        sink.report(missing(key, fields.span, help));
    }
    found
}

/// The words of a list; one alone may stand without it.
pub(super) fn list(file: &OpenFile, sink: &mut Sink, node: &Node, what: &str) -> Vec<Spanned<String>> {
    let nodes = match &node.content {
        Content::List(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    nodes.iter().filter_map(|node| read(file, sink, node, what)).collect()
}

/// A page's address under a key.
pub(super) fn address(file: &OpenFile, sink: &mut Sink, fields: &Fields<'_>, key: &str) -> Option<String> {
    let written = field(file, sink, fields, key)?;
    if is_web_address(&written.value) {
        return Some(written.value);
    }
    let message = format!("“{key}”应为完整的网址，这里是“{}”", written.value);
    let help = "以 http:// 或 https:// 开头，从浏览器的地址栏复制。";
    sink.report(Diagnostic::new(&settings::ADDRESS, message).at(written.span, "").help(help));
    None
}

fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#', ':']).next());
    let plain = !text.contains(|c: char| c.is_whitespace() || c.is_control() || "\"'<>`\\。，；：".contains(c));
    plain && host.is_some_and(|host| !host.is_empty() && !host.starts_with(['.', '@']))
}

#[cfg(test)]
mod tests {
    use super::is_web_address;

    #[test]
    fn only_whole_web_addresses_pass() {
        assert!(is_web_address("https://www.wenzhou.gov.cn/col/col1.html?a=1#b"));
        assert!(is_web_address("http://localhost:8080"));
        for wrong in ["www.wenzhou.gov.cn", "https://", "javascript:alert(1)", "https://a b", "https：//a.cn"] {
            assert!(!is_web_address(wrong), "{wrong}");
        }
    }
}
