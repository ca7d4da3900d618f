//! HTML whose elements bear their styles themselves.

use std::fmt::Write;

use crate::markup::html_text;

/// A table.
pub(super) const TABLE: &str = "width:100%;border-collapse:collapse;margin:0 auto";

/// A cell, but for where its text stands.
pub(super) const CELL: &str = "border:1px solid #000;padding:4px";

/// HTML in the making.
#[derive(Default)]
pub(super) struct Fragment(String);

impl Fragment {
    /// What was made.
    pub(super) fn into_html(self) -> String {
        self.0
    }

    /// An element on lines of its own.
    pub(super) fn block(&mut self, name: &str, attributes: &str, content: impl FnOnce(&mut Self)) {
        self.element(name, attributes, content);
        self.0.push('\n');
    }

    /// An element within a line. `attributes` begin with a space, if there are any.
    pub(super) fn element(&mut self, name: &str, attributes: &str, content: impl FnOnce(&mut Self)) {
        // A `String` takes whatever is written to it.
        let _ = write!(self.0, "<{name}{attributes}>");
        content(self);
        let _ = write!(self.0, "</{name}>");
    }

    /// The characters of `text`.
    pub(super) fn text(&mut self, text: &str) {
        self.0.push_str(&html_text(text));
    }

    /// A block with a style.
    pub(super) fn styled(&mut self, name: &str, style: &str, content: impl FnOnce(&mut Self)) {
        self.block(name, &format!(" style=\"{style}\""), content);
    }

    /// A paragraph of plain text.
    pub(super) fn line(&mut self, style: &str, text: &str) {
        self.styled("p", style, |fragment| fragment.text(text));
    }

    /// Ends the line within its block.
    pub(super) fn line_break(&mut self) {
        self.0.push_str("<br>");
    }
}

/// A text as the value of an attribute.
pub(super) fn attribute(text: &str) -> String {
    html_text(text).replace('"', "&quot;")
}
