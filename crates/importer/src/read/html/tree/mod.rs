//! A page as a tree, in the way browsers make one of it.

mod node;
mod sink;

use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{ParseOpts, parse_document};

use crate::read::ReadError;
pub(super) use node::{Content, Node, NodeId};
use sink::Sink;

/// Pages nest far less; what nests deeper would take time by the square of its depth.
const MAX_DEPTH: u32 = 500;

/// No page of a report has more elements and texts.
const MAX_NODES: usize = 500_000;

/// How much is parsed before depth and size are looked at.
const STEP: usize = 4 << 10;

/// A page.
#[derive(Debug)]
pub(super) struct Tree(Vec<Node>);

impl Tree {
    /// The tree of a page's source.
    pub(super) fn parse(source: &str) -> Result<Self, ReadError> {
        let mut parser = parse_document(Sink::new(), ParseOpts::default());
        let mut rest = source;
        while !rest.is_empty() {
            let (step, after) = rest.split_at(rest.floor_char_boundary(STEP));
            parser.process(StrTendril::from(step));
            rest = after;
            let sink = &parser.tokenizer.sink.sink;
            if sink.depth() > MAX_DEPTH || sink.len() > MAX_NODES {
                return Err(too_large());
            }
        }
        let tree = Self(parser.finish());
        if tree.depth() > MAX_DEPTH { Err(too_large()) } else { Ok(tree) }
    }

    /// A node.
    pub(super) fn get(&self, node: NodeId) -> Option<&Node> {
        self.0.get(node)
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The name of an element, nothing for other nodes.
    pub(super) fn name(&self, node: NodeId) -> &str {
        match self.get(node).map(|node| &node.content) {
            Some(Content::Element(name, _)) => name,
            _ => "",
        }
    }

    /// An attribute of an element.
    pub(super) fn attribute(&self, node: NodeId, name: &str) -> Option<&str> {
        let Content::Element(_, attributes) = &self.get(node)?.content else { return None };
        attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// What stands in a node.
    pub(super) fn children(&self, node: NodeId) -> &[NodeId] {
        self.get(node).map_or(&[], |node| &node.children)
    }

    /// What a node stands in.
    pub(super) fn parent(&self, node: NodeId) -> Option<NodeId> {
        self.get(node)?.parent
    }

    /// All that stands within a node, itself first, in reading order.
    pub(super) fn within(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        let mut waiting = vec![node];
        std::iter::from_fn(move || {
            let next = waiting.pop()?;
            waiting.extend(self.children(next).iter().rev());
            Some(next)
        })
    }

    /// The characters within a node.
    pub(super) fn text(&self, node: NodeId) -> String {
        let texts = self.within(node).filter_map(|node| match &self.get(node)?.content {
            Content::Text(text) => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    }

    fn depth(&self) -> u32 {
        let mut deepest = 0;
        let mut waiting = vec![(0, 0)];
        while let Some((node, depth)) = waiting.pop() {
            deepest = deepest.max(depth);
            waiting.extend(self.children(node).iter().map(|&child| (child, depth + 1)));
        }
        deepest
    }
}

fn too_large() -> ReadError {
    ReadError::TooLarge(
        "网页的标签太多或嵌套太深；请在浏览器中打开，复制正文粘贴到 Word 里，另存为 .docx 后导入".to_owned(),
    )
}
