//! From bytes to the tree of a drawing, in bounds.

use resvg::usvg::roxmltree::{Document, Error, Node, ParsingOptions};

use crate::fault::Fault;
use crate::format::Format;
use crate::limits;

/// The text from the root element on. What stands before it (the declaration, style sheets from elsewhere, the type of
/// the document) is not looked at again.
pub(super) fn root(bytes: &[u8]) -> Result<&str, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|_| Fault::Broken("不是 UTF-8 编码的文字".to_owned()))?;
    let mut rest = text.trim_start_matches('\u{feff}');
    loop {
        rest = rest.trim_start();
        let end = if rest.starts_with("<?") {
            "?>"
        } else if rest.starts_with("<!--") {
            "-->"
        } else if let Some(doctype) = rest.strip_prefix("<!DOCTYPE") {
            if doctype.split('>').next().is_some_and(|head| head.contains('[')) {
                return Err(Fault::Unsafe("自定义的实体（DOCTYPE）".to_owned()));
            }
            ">"
        } else {
            return Ok(rest);
        };
        rest = rest.split_once(end).ok_or(Fault::Truncated)?.1;
    }
}

/// The tree, which is neither too large nor too deep to be walked.
pub(super) fn parsed(root: &str) -> Result<Document<'_>, Fault> {
    // Each attribute of an element is compared with all others.
    if root.split('>').any(|tag| tag.matches("=\"").count() + tag.matches("='").count() > 1000) {
        return Err(Fault::Complex("一个图形的属性过多"));
    }
    let nodes_limit = u32::try_from(limits::ELEMENTS * 3).unwrap_or(u32::MAX);
    let options = ParsingOptions { nodes_limit, ..ParsingOptions::default() };
    let document = Document::parse_with_options(root, options).map_err(|error| match error {
        Error::NodesLimitReached => Fault::Complex("图形过多"),
        Error::UnexpectedEndOfStream | Error::UnclosedRootNode => Fault::Truncated,
        _ => Fault::undecodable(Format::Svg),
    })?;
    check_size(&document)?;
    Ok(document)
}

fn check_size(document: &Document<'_>) -> Result<(), Fault> {
    let mut depths: Vec<usize> = Vec::new();
    let mut elements = 0;
    for node in document.descendants() {
        let above = node.parent().and_then(|parent| depths.get(parent.id().get_usize()));
        let depth = above.map_or(0, |depth| depth + 1);
        // Nodes are numbered in the order of the file.
        depths.push(depth);
        elements += usize::from(node.is_element());
        if depth > limits::DEPTH {
            return Err(Fault::Complex("图形层层相套"));
        }
    }
    if elements > limits::ELEMENTS { Err(Fault::Complex("图形过多")) } else { Ok(()) }
}

/// Whether an element is one of SVG. Some programs forget to say so.
pub(super) fn is_drawn(node: Node<'_, '_>) -> bool {
    node.is_element() && matches!(node.tag_name().namespace(), None | Some("http://www.w3.org/2000/svg"))
}
