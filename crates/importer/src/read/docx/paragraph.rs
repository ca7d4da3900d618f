//! Paragraphs: what they are, and their running text.

use roxmltree::Node;

use super::field::WordField;
use super::line::WordLine;
use super::look::RunLook;
use super::styles::{NamedStyle, Role};
use super::walk::{Scope, Walk, choice};
use super::xml::{child, local, switch, value, word};
use crate::document::{Part, Run, Style};

/// What the paragraph around it lends to running text.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) scope: &'a Scope,
    /// How the paragraph's style makes characters look.
    pub(super) look: &'a RunLook,
    /// Where the link leads that it stands in.
    pub(super) link: Option<&'a str>,
}

impl Walk<'_, '_> {
    /// Adds a paragraph to `parts`.
    pub(super) fn paragraph(&mut self, node: Node, scope: &Scope, parts: &mut Vec<Part>) {
        if scope.cell.is_none() {
            self.paragraphs = self.paragraphs.saturating_add(1);
        }
        let properties = child(node, "pPr");
        let id = properties.and_then(|properties| value(properties, "pStyle"));
        let style = self.styles.paragraph(id);
        let look = properties.map(RunLook::of_paragraph).unwrap_or_default().or(&style.look);
        let mut line = WordLine::default();
        self.inlines(node, Around { scope, look: &style.look, link: None }, &mut line);
        self.fields.retain(|field| field.result);
        if let Some(before) = self.carried.take() {
            line.go_on_from(before);
        }
        if properties.is_some_and(goes_on) {
            self.carried = Some(line);
            return;
        }
        self.describe(&mut line, &style, &look, id, scope);
        line.without_printed_addresses();
        if style.role == Role::Contents {
            self.dropped.add_text("目录", &line.paragraph.text(), &self.place(scope));
        } else if !(style.role == Role::Caption && names_the_last(parts, &line)) {
            line.finish(self.place(scope), parts);
        }
    }

    /// Says what the paragraph is, and puts its number before it.
    fn describe(&mut self, line: &mut WordLine, style: &NamedStyle, look: &RunLook, id: Option<&str>, scope: &Scope) {
        let list = look.list.filter(|list| *list > 0);
        let mark = list.and_then(|list| self.lists.next(list, look.level, id));
        let outline = look.outline.filter(|_| scope.cell.is_none());
        line.paragraph.centred = look.centred.unwrap_or_default();
        line.paragraph.style = match (style.role, outline) {
            _ if scope.cell.is_some() => Style::Body,
            (Role::Title, _) => Style::Title,
            (Role::Heading(level), None) => Style::Heading(level),
            (_, Some(level)) if level > 0 => Style::Heading(level),
            _ => Style::Body,
        };
        if line.paragraph.style != Style::Body {
            line.paragraph.runs.iter_mut().for_each(|run| run.bold = false);
        }
        let Some(mark) = mark else { return };
        let body = line.paragraph.style == Style::Body && scope.cell.is_none();
        if body && mark.plain {
            line.paragraph.style = Style::Item { level: mark.level, number: mark.number };
        } else if scope.cell.is_some() || !line.is_blank() {
            line.begin_with(&mark.text);
        }
    }

    /// Adds the running text of an element to `line`.
    pub(super) fn inlines(&mut self, node: Node, around: Around, line: &mut WordLine) {
        let Some(scope) = self.deeper(node, around.scope) else { return };
        let around = Around { scope: &scope, ..around };
        for child in node.children().filter(Node::is_element) {
            match word(child) {
                "r" => self.run(child, around, line),
                "hyperlink" => {
                    let target = self.target(child);
                    self.inlines(child, Around { link: target.as_deref().or(around.link), ..around }, line);
                }
                "fldSimple" => self.simple_field(child, around, line),
                "sdt" => {
                    if let Some(content) = self.control(child, &scope) {
                        self.inlines(content, around, line);
                    }
                }
                "ins" | "moveTo" | "smartTag" | "customXml" | "dir" | "bdo" => self.inlines(child, around, line),
                "del" | "moveFrom" => self.deleted(child, &scope),
                _ => self.foreign(child, around, line),
            }
        }
    }

    /// What is not of Word's own vocabulary: formulas, and texts that programs show in different ways.
    fn foreign(&mut self, node: Node, around: Around, line: &mut WordLine) {
        match local(node) {
            "AlternateContent" => {
                if let Some(choice) = choice(node) {
                    self.inlines(choice, around, line);
                }
            }
            "oMath" | "oMathPara" if word(node).is_empty() => {
                let texts = node.descendants().filter(|node| local(*node) == "t").filter_map(|node| node.text());
                let text: String = texts.collect();
                line.push(&text, &Run { link: around.link.map(str::to_owned), ..Run::default() });
            }
            _ => {}
        }
    }

    fn simple_field(&mut self, node: Node, around: Around, line: &mut WordLine) {
        let field = WordField::simple(node.attribute("instr").unwrap_or_default());
        let target = field.link();
        self.fields.push(field);
        let depth = self.fields.len();
        self.inlines(node, Around { link: target.as_deref().or(around.link), ..around }, line);
        self.fields.truncate(depth.saturating_sub(1));
    }

    fn target(&self, node: Node) -> Option<String> {
        let address = node.attribute(("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id"));
        let address = address.or_else(|| node.attribute("id")).and_then(|id| self.links.address(id))?;
        let place = node.attribute("anchor").filter(|_| !address.contains('#'));
        Some(place.map_or_else(|| address.clone(), |place| format!("{address}#{place}")))
    }
}

/// Whether the end of a paragraph was deleted or is hidden, so that the next goes on where it ends.
fn goes_on(properties: Node) -> bool {
    let end = child(properties, "rPr");
    let gone =
        |end| child(end, "del").is_some() || child(end, "moveFrom").is_some() || switch(end, "vanish") == Some(true);
    end.is_some_and(gone)
}

/// Whether a line says once more what the picture before it shows.
fn names_the_last(parts: &[Part], line: &WordLine) -> bool {
    matches!(parts.last(), Some(Part::Picture { alt, .. }) if !alt.is_empty() && *alt == line.paragraph.text())
}
