//! Characters of one look, and what stands between them.

use roxmltree::Node;

use super::dropped::SHOWN;
use super::field::WordField;
use super::line::WordLine;
use super::look::RunLook;
use super::paragraph::Around;
use super::styles::Role;
use super::symbol::symbol;
use super::walk::{Walk, choice};
use super::xml::{all_text, child, local, value, word};
use crate::document::Run;
use crate::read::raised::raised;

/// How deep fields stand in each other.
const FIELDS: usize = 32;

/// How a run looks.
struct ShownRun {
    look: Run,
    raised: bool,
    struck: bool,
    /// Whether it is the mark of a note.
    mark: bool,
}

impl Walk<'_, '_> {
    /// Adds a run to `line`.
    pub(super) fn run(&mut self, node: Node, around: Around, line: &mut WordLine) {
        let properties = child(node, "rPr");
        let style = self.styles.characters(properties.and_then(|properties| value(properties, "rStyle")));
        let own = properties.map(RunLook::of_run).unwrap_or_default();
        let look = own.clone().or(&style.look).or(around.look);
        let both = |own: Option<bool>, one: Option<bool>, other: Option<bool>| {
            own.unwrap_or(one.unwrap_or_default() ^ other.unwrap_or_default())
        };
        if look.hidden == Some(true) {
            self.dropped.add_text("隐藏的文字", &all_text(node, SHOWN), &self.place(around.scope));
            self.switch_fields(node, line);
            return;
        }
        let shown = ShownRun {
            look: Run {
                bold: both(own.bold, style.look.bold, around.look.bold),
                italic: both(own.italic, style.look.italic, around.look.italic),
                ..Run::default()
            },
            raised: look.raised == Some(true),
            struck: look.struck == Some(true),
            mark: style.role == Role::NoteMark,
        };
        self.pieces(node, &shown, around, line);
    }

    /// Adds what a run, or a choice within one, shows.
    fn pieces(&mut self, node: Node, shown: &ShownRun, around: Around, line: &mut WordLine) {
        let Some(scope) = self.deeper(node, around.scope) else { return };
        let around = Around { scope: &scope, ..around };
        for piece in node.children().filter(Node::is_element) {
            match word(piece) {
                "t" => {
                    let text = characters(piece);
                    self.text(&text, shown, around, line);
                }
                "tab" | "ptab" => self.text("\t", shown, around, line),
                "br" if matches!(piece.attribute("type"), None | Some("textWrapping")) => {
                    self.text("\n", shown, around, line);
                }
                "cr" => self.text("\n", shown, around, line),
                "noBreakHyphen" => self.text("-", shown, around, line),
                "sym" => self.symbol(piece, shown, around, line),
                "fldChar" | "instrText" => self.field(piece, line),
                "footnoteReference" => self.reference("footnotes", piece, line),
                "endnoteReference" => self.reference("endnotes", piece, line),
                "drawing" | "pict" | "object" => self.drawing(piece, "", &scope, line),
                "ruby" => {
                    if let Some(base) = child(piece, "rubyBase") {
                        self.inlines(base, around, line);
                    }
                }
                _ if local(piece) == "AlternateContent" => {
                    if let Some(choice) = choice(piece) {
                        self.pieces(choice, shown, around, line);
                    }
                }
                _ => {}
            }
        }
    }

    /// Adds characters, unless they belong to the instruction of a field.
    fn text(&mut self, text: &str, shown: &ShownRun, around: Around, line: &mut WordLine) {
        if self.fields.iter().any(|field| !field.result) {
            self.dropped.add_text("域代码", text, &self.place(around.scope));
            return;
        }
        if self.fields.iter().any(WordField::is_page_number) {
            self.dropped.add_text("页码", text, &self.place(around.scope));
            return;
        }
        if shown.mark && !self.in_notes {
            let number = text.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            if let Some(number) = number.filter(|number| *number < self.notes.len()) {
                line.note(number);
                return;
            }
        }
        if shown.struck && !text.trim().is_empty() {
            self.doubt_here(line, "有画了删除线的文字，不知道算不算数");
        }
        let target = self.fields.iter().rev().find_map(WordField::link).or(around.link.map(str::to_owned));
        let look = Run { link: target, ..shown.look.clone() };
        if shown.raised { line.push(&raised(text), &look) } else { line.push(text, &look) }
    }

    fn symbol(&mut self, node: Node, shown: &ShownRun, around: Around, line: &mut WordLine) {
        let sign = symbol(node.attribute("font").unwrap_or_default(), node.attribute("char").unwrap_or_default());
        if sign.is_none() {
            self.doubt_here(line, "有认不出的符号");
        }
        self.text(&sign.unwrap_or('\u{FFFD}').to_string(), shown, around, line);
    }

    /// Fields begin and end in hidden text, too.
    fn switch_fields(&mut self, node: Node, line: &mut WordLine) {
        for piece in node.children().filter(|piece| matches!(word(*piece), "fldChar" | "instrText")) {
            self.field(piece, line);
        }
    }

    fn field(&mut self, node: Node, line: &mut WordLine) {
        if word(node) == "instrText" {
            if let Some(field) = self.fields.last_mut() {
                field.instruct(node.text().unwrap_or_default());
            }
            return;
        }
        match node.attribute("fldCharType") {
            Some("begin") if self.fields.len() < FIELDS => self.fields.push(WordField::default()),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.result = true;
                }
            }
            Some("end") if self.fields.pop().is_some_and(|field| field.lacks_value()) => {
                self.doubt_here(line, "有没有算出结果的域");
            }
            _ => {}
        }
    }

    fn reference(&mut self, kind: &'static str, node: Node, line: &mut WordLine) {
        if let Some(id) = node.attribute("id").filter(|_| !self.in_notes) {
            line.note(self.notes.len());
            self.notes.push((kind, id.to_owned()));
        }
    }

    /// Marks what is read as uncertain.
    fn doubt_here(&mut self, line: &mut WordLine, reason: &str) {
        line.paragraph.uncertain = true;
        self.doubt.get_or_insert_with(|| reason.to_owned());
    }
}

/// The characters of a text. Line breaks in the file are blanks, and blanks at its ends count only if it says so.
fn characters(node: Node) -> String {
    let texts = node.children().filter_map(|child| child.text());
    let text: String =
        texts.flat_map(str::chars).map(|sign| if sign.is_ascii_whitespace() { ' ' } else { sign }).collect();
    let kept = node.attribute("space") == Some("preserve");
    if kept { text } else { text.trim_matches(' ').to_owned() }
}
