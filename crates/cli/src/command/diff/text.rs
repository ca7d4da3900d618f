//! What changed, for a terminal.

use std::fmt::Write as _;

use nianbao_builder::html::{ChangedFigure, ChangedGroup, ChangedLine, ChangedPart, ChangedSegment, SegmentKind};

use super::{ComparedStates, told};
use crate::columns::{Align, columns};
use crate::visible;

/// Of a longer stretch that stayed only the ends are shown, of so many characters each.
const ENDS: usize = 16;

/// Of a longer text that is new or gone only the beginning is shown.
const LONGEST: usize = 2000;

pub(super) fn render(compared: &ComparedStates, coloured: bool) -> String {
    let mut text = ChangesText { coloured, out: String::new() };
    text.line(&format!("改动前：{}", compared.before.0.said()));
    text.line(&format!("改动后：{}", compared.after.0.said()));
    text.line(&told::summary(&compared.changes));
    for group in &told::groups(compared) {
        text.group(group);
    }
    text.out
}

struct ChangesText {
    coloured: bool,
    out: String,
}

impl ChangesText {
    fn line(&mut self, line: &str) {
        // A `String` takes whatever is written to it.
        let _ = writeln!(self.out, "{}", visible::line(line));
    }

    fn group(&mut self, group: &ChangedGroup) {
        self.out.push('\n');
        let heading = visible::line(&group.heading).into_owned();
        let heading = self.styled("1", &heading);
        let _ = writeln!(self.out, "{heading}");
        group.parts.iter().for_each(|part| self.part(part));
    }

    fn part(&mut self, part: &ChangedPart) {
        if let Some(heading) = &part.heading {
            self.line(&format!("  {heading}"));
        }
        let indent = if part.heading.is_some() { "    " } else { "  " };
        if !part.figures.is_empty() {
            for line in columns(&rows(&part.figures), [Align::Left, Align::Right, Align::Right, Align::Right]) {
                self.line(&format!("{indent}{line}"));
            }
        }
        part.lines.iter().for_each(|line| self.changed(indent, line));
    }

    fn changed(&mut self, indent: &str, line: &ChangedLine) {
        let text: String = line.text.iter().zip(0..).map(|(segment, at)| self.segment(segment, at, line)).collect();
        let said = visible::line(&line.said).into_owned();
        let _ = writeln!(self.out, "{indent}{said}{text}");
    }

    /// A stretch on one line. What is wholly new or gone says so already.
    fn segment(&self, segment: &ChangedSegment, at: usize, line: &ChangedLine) -> String {
        let alone = line.text.len() == 1;
        let last = at + 1 == line.text.len();
        let text = segment.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = match segment.kind {
            SegmentKind::Same if !alone => shortened(&text, at == 0, last),
            _ => beginning(&text),
        };
        let text = visible::line(&text).into_owned();
        match (segment.kind, self.coloured) {
            (SegmentKind::Same, _) => text,
            (SegmentKind::Removed, true) => self.styled("31;9", &text),
            (SegmentKind::Added, true) => self.styled("32", &text),
            _ if alone => text,
            (SegmentKind::Removed, false) => format!("【删：{text}】"),
            (SegmentKind::Added, false) => format!("【加：{text}】"),
        }
    }

    fn styled(&self, style: &str, text: &str) -> String {
        if self.coloured { format!("\x1b[{style}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

fn rows(figures: &[ChangedFigure]) -> Vec<[String; 4]> {
    let head = ["", "改动前", "改动后", "增减"].map(str::to_owned);
    let rows = figures.iter().map(|figure| {
        let follows = if figure.follows { "（随之改变）" } else { "" };
        let name = format!("{}{follows}", figure.name);
        [name, figure.before.clone(), figure.after.clone(), figure.change.clone()]
    });
    std::iter::once(head).chain(rows).collect()
}

/// What stayed, by its ends, as far as a change stands there.
fn shortened(text: &str, first: bool, last: bool) -> String {
    let characters: Vec<char> = text.chars().collect();
    let (head, tail) = (if first { 0 } else { ENDS }, if last { 0 } else { ENDS });
    if characters.len() <= head + tail + 2 {
        return text.to_owned();
    }
    let end = characters.len() - tail;
    let of = |range: std::ops::Range<usize>| characters.get(range).into_iter().flatten().collect::<String>();
    format!("{}……{}", of(0..head), of(end..characters.len()))
}

fn beginning(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}……", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
