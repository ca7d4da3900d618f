//! Words, addresses, and lists of them.

use nianbao_model::{Diagnostic, Span, Spanned};

use super::fields::{Fields, start_of};
use super::quoted;
use crate::address::excess;
use crate::codes::figures::BLANK;
use crate::codes::{settings, yaml as codes};
use crate::keys::{Group, Key, Named};
use crate::open_file::OpenFile;
use crate::session::Sink;
use crate::yaml::{Content, Node};
use nianbao_model::number::is_blank;

/// No value has more characters: names have some thirty, remarks some hundreds.
const LONGEST: usize = 5_000;

impl Fields<'_> {
    /// The words under a key, if any.
    pub(super) fn text(&self, sink: &mut Sink, key: &Key) -> Option<Spanned<String>> {
        let words = read(self.file, sink, self.get(key)?, key.key)?;
        sink.report_all(quoted::finding(key, &words));
        Some(words)
    }

    /// The words under a key, without their place.
    pub(super) fn word(&self, sink: &mut Sink, key: &Key) -> Option<String> {
        self.text(sink, key).map(|words| words.value)
    }

    /// The words under each key of `group`; all are needed, and `help` says how to write them.
    pub(super) fn required<const N: usize>(
        &self,
        sink: &mut Sink,
        keys: [&'static Key; N],
        help: &str,
    ) -> [Option<Spanned<String>>; N] {
        let found = keys.map(|key| self.text(sink, key));
        for (key, _) in keys.iter().zip(&found).filter(|(_, words)| words.is_none()) {
            sink.report(missing(*key, self.span, help));
        }
        found
    }

    /// The words of a list; one alone may stand without it.
    pub(super) fn words(&self, sink: &mut Sink, key: &Key) -> Vec<Spanned<String>> {
        let Some(node) = self.get(key) else { return Vec::new() };
        let nodes = match &node.content {
            Content::List(items) => items.as_slice(),
            _ => std::slice::from_ref(node),
        };
        nodes.iter().filter_map(|node| read(self.file, sink, node, key.key)).collect()
    }

    /// A page's address under a key.
    pub(super) fn address(&self, sink: &mut Sink, key: &Key) -> Option<Spanned<String>> {
        let written = self.text(sink, key)?;
        if let Some(excess) = excess(&written.value) {
            let message = format!("“{}”{excess}", key.key);
            sink.report(Diagnostic::new(&settings::ADDRESS, message).at(written.span, "").help("换一个短些的网址。"));
            return None;
        }
        if is_web_address(&written.value) {
            return Some(written);
        }
        let message = format!("“{}”应为完整的网址，这里是“{}”", key.key, written.value);
        let help = "以 http:// 或 https:// 开头，从浏览器的地址栏复制。";
        sink.report(Diagnostic::new(&settings::ADDRESS, message).at(written.span, "").help(help));
        None
    }

    /// The items of the list under a key; anything else is reported.
    pub(super) fn items(&self, sink: &mut Sink, key: &Key) -> &[Node] {
        let Some(node) = self.get(key) else { return &[] };
        let label = format!("“{}”", key.key);
        match &node.content {
            Content::List(items) => items,
            Content::Scalar(_) if node.is_null() || says_nothing(sink, node, &label, "[]") => &[],
            _ => {
                let finding = Diagnostic::new(&codes::SHAPE, format!("{label}应为列表"));
                let place = start_of(self.file, node);
                sink.report(finding.at(place, "").help("每一项另起一行，以“- ”开头；没有就写 []。"));
                &[]
            }
        }
    }

    /// The mappings of the list under a key.
    pub(super) fn mappings(&self, sink: &mut Sink, key: &Key, group: &Group) -> Vec<Fields<'_>> {
        self.items(sink, key).iter().filter_map(|item| Fields::read(self.file, sink, item, group)).collect()
    }
}

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
    let text = match text.char_indices().nth(LONGEST) {
        Some((end, _)) => {
            let finding = Diagnostic::new(&settings::TOO_LONG, format!("“{what}”超过 {LONGEST} 字，后面的没有读取"));
            sink.report(finding.at(start_of(file, node), "").help("核对是不是粘贴了别的内容；长的文字写在正文里。"));
            text.get(..end).unwrap_or(text)
        }
        None => text,
    };
    (!text.is_empty() && !node.is_null()).then(|| Spanned::new(text.to_owned(), node.span))
}

/// Whether a word or stroke for nothing stands where a list (`[]`), a mapping (`{}`) or words (`""`) belong; the sink is
/// told.
pub(super) fn says_nothing(sink: &mut Sink, node: &Node, what: &str, empty: &str) -> bool {
    let Content::Scalar(scalar) = &node.content else { return false };
    if node.is_null() || !is_blank(&scalar.text) {
        return false;
    }
    let finding = Diagnostic::new(&BLANK, format!("{what}写的是“{}”，按没有读取", scalar.text.trim()));
    let finding = finding.at(node.span, "").help(format!("没有就写 {empty}，或删去这一项。"));
    sink.report(finding.suggest(node.span, empty));
    true
}

/// A required value that is not there.
pub(super) fn missing(key: &impl Named, at: Span, help: &str) -> Diagnostic {
    Diagnostic::new(&settings::MISSING_KEY, format!("缺少“{}”", key.key())).at(at, "").help(help)
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
