//! What the parser builds a tree with.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, Namespace, QualName};

use super::node::{Content, Node, NodeId};

/// A tree in the making.
#[derive(Debug)]
pub(super) struct Sink {
    nodes: RefCell<Vec<Node>>,
    /// The names of the nodes, as the parser wants them back.
    names: RefCell<Vec<QualName>>,
    depths: RefCell<Vec<u32>>,
    deepest: Cell<u32>,
}

/// The name of an element.
#[derive(Debug)]
pub(super) struct ElementName(QualName);

impl ElemName for ElementName {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl Sink {
    /// An empty page.
    pub(super) fn new() -> Self {
        let sink = Self {
            nodes: RefCell::default(),
            names: RefCell::default(),
            depths: RefCell::default(),
            deepest: Cell::new(0),
        };
        sink.add(Content::Other, nameless());
        sink
    }

    /// How deep its nodes stand.
    pub(super) fn depth(&self) -> u32 {
        self.deepest.get()
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.nodes.borrow().len()
    }

    fn add(&self, content: Content, name: QualName) -> NodeId {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { content, parent: None, children: Vec::new() });
        self.names.borrow_mut().push(name);
        self.depths.borrow_mut().push(0);
        nodes.len() - 1
    }

    fn parent(&self, node: NodeId) -> Option<NodeId> {
        self.nodes.borrow().get(node)?.parent
    }

    /// Puts `child` into `parent`, before what stands at `at` there, or at its end.
    fn place(&self, parent: NodeId, at: Option<usize>, child: NodeOrText<NodeId>) {
        let child = match child {
            NodeOrText::AppendNode(child) => {
                self.remove_from_parent(&child);
                child
            }
            NodeOrText::AppendText(text) => {
                if self.lengthen(parent, at, &text) {
                    return;
                }
                self.add(Content::Text(text.to_string()), nameless())
            }
        };
        let mut nodes = self.nodes.borrow_mut();
        if let Some(node) = nodes.get_mut(child) {
            node.parent = Some(parent);
        }
        if let Some(node) = nodes.get_mut(parent) {
            let at = at.unwrap_or(node.children.len()).min(node.children.len());
            node.children.insert(at, child);
        }
        let mut depths = self.depths.borrow_mut();
        let depth = depths.get(parent).map_or(0, |depth| depth + 1);
        if let Some(own) = depths.get_mut(child) {
            *own = depth;
        }
        self.deepest.set(self.deepest.get().max(depth));
    }

    /// Adds to the text that stands before the place, if there is one.
    fn lengthen(&self, parent: NodeId, at: Option<usize>, text: &str) -> bool {
        let mut nodes = self.nodes.borrow_mut();
        let before = nodes.get(parent).and_then(|node| match at {
            Some(at) => node.children.get(at.checked_sub(1)?),
            None => node.children.last(),
        });
        let Some(&before) = before else { return false };
        match nodes.get_mut(before).map(|node| &mut node.content) {
            Some(Content::Text(longer)) => {
                longer.push_str(text);
                true
            }
            _ => false,
        }
    }

    fn position(&self, parent: NodeId, child: NodeId) -> Option<usize> {
        // What is moved stands near the end.
        self.nodes.borrow().get(parent)?.children.iter().rposition(|&other| other == child)
    }
}

fn nameless() -> QualName {
    QualName::new(None, Namespace::default(), LocalName::default())
}

impl TreeSink for Sink {
    type Handle = NodeId;
    type Output = Vec<Node>;
    type ElemName<'a> = ElementName;

    fn finish(self) -> Vec<Node> {
        self.nodes.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> ElementName {
        ElementName(self.names.borrow().get(*target).cloned().unwrap_or_else(nameless))
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> NodeId {
        self.add(Content::Element(name.local.to_string(), attributes.iter().map(pair).collect()), name)
    }

    fn create_comment(&self, _: StrTendril) -> NodeId {
        self.add(Content::Other, nameless())
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> NodeId {
        self.add(Content::Other, nameless())
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.place(*parent, None, child);
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        if self.parent(*element).is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// What stands in a template is not shown; it is left out like one.
    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        *target
    }

    fn same_node(&self, one: &NodeId, other: &NodeId) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &NodeId, new: NodeOrText<NodeId>) {
        if let NodeOrText::AppendNode(child) = &new {
            self.remove_from_parent(child);
        }
        if let Some(parent) = self.parent(*sibling) {
            self.place(parent, self.position(parent, *sibling), new);
        }
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attributes: Vec<Attribute>) {
        let mut nodes = self.nodes.borrow_mut();
        let Some(Content::Element(_, own)) = nodes.get_mut(*target).map(|node| &mut node.content) else { return };
        for (key, value) in attributes.iter().map(pair) {
            if own.iter().all(|(other, _)| *other != key) {
                own.push((key, value));
            }
        }
    }

    fn remove_from_parent(&self, target: &NodeId) {
        let Some(parent) = self.parent(*target) else { return };
        let at = self.position(parent, *target);
        let mut nodes = self.nodes.borrow_mut();
        if let (Some(at), Some(node)) = (at, nodes.get_mut(parent)) {
            node.children.remove(at);
        }
        if let Some(node) = nodes.get_mut(*target) {
            node.parent = None;
        }
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        let children = self.nodes.borrow_mut().get_mut(*node).map(|node| std::mem::take(&mut node.children));
        let mut nodes = self.nodes.borrow_mut();
        for child in children.unwrap_or_default() {
            if let Some(node) = nodes.get_mut(child) {
                node.parent = Some(*new_parent);
            }
            if let Some(parent) = nodes.get_mut(*new_parent) {
                parent.children.push(child);
            }
        }
    }
}

fn pair(attribute: &Attribute) -> (String, String) {
    (attribute.name.local.to_string(), attribute.value.to_string())
}
