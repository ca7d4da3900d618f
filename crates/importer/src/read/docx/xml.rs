//! XML as Office files have it.

use std::borrow::Cow;

use roxmltree::{Document, Node, ParsingOptions};

use crate::read::ReadError;

/// So many elements, texts and attributes no report has.
const NODES: u32 = 4_000_000;

/// The namespaces of Word's own elements: the usual one, and that of the strict variant.
const WORD: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];

/// The tree of a part. Declarations of a document type, and with them entities, are refused.
pub(super) fn parse(text: &str) -> Result<Document<'_>, ReadError> {
    let options = ParsingOptions { nodes_limit: NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => ReadError::TooLarge("Word 文件里的内容太多".to_owned()),
        roxmltree::Error::DtdDetected => {
            ReadError::Damaged("Word 文件里有 Word 自己不会写的内容，请用 Word 或 WPS 打开后另存一份".to_owned())
        }
        _ => ReadError::Damaged("Word 文件里的内容不完整，请用 Word 或 WPS 打开后另存一份".to_owned()),
    })
}

/// The characters of a part, which is in UTF-8 or, rarely, in UTF-16.
pub(super) fn characters(bytes: &[u8]) -> Cow<'_, str> {
    let encoding = encoding_rs::Encoding::for_bom(bytes).map_or(encoding_rs::UTF_8, |(encoding, _)| encoding);
    encoding.decode(bytes).0
}

/// The name of an element of Word's own, empty for all else.
pub(super) fn word<'a>(node: Node<'a, '_>) -> &'a str {
    let name = node.tag_name();
    if name.namespace().is_some_and(|space| WORD.contains(&space)) { name.name() } else { "" }
}

/// The name of an element of whatever vocabulary, empty for a text.
pub(super) fn local<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

/// The first child called so.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| word(*child) == name)
}

/// The `val` of the child called so.
pub(super) fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    child(node, name)?.attribute("val")
}

/// The number in the `val` of the child called so.
pub(super) fn number<T: std::str::FromStr>(node: Node, name: &str) -> Option<T> {
    value(node, name)?.trim().parse().ok()
}

/// Whether a property that is on or off is on; nothing where it is not there.
pub(super) fn switch(node: Node, name: &str) -> Option<bool> {
    let property = child(node, name)?;
    Some(!matches!(property.attribute("val"), Some("0" | "false" | "off" | "none")))
}

/// All characters that an element shows or showed, for telling what was left out.
pub(super) fn all_text(node: Node, limit: usize) -> String {
    let shows = |node: &Node| matches!(word(*node), "t" | "delText");
    let texts = node.descendants().filter(shows).filter_map(|node| node.text());
    texts.flat_map(str::chars).take(limit).collect()
}
