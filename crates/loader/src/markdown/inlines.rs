//! Running text.

use std::ops::Range;

use nianbao_model::{Diagnostic, Inline};
use pulldown_cmark::{CowStr, Event, LinkType, Tag};

use super::comments;
use super::reader::{DEEPEST, NarrativeReader};
use super::refused;
use super::run::Run;
use super::unspaced::{self, Unspaced};
use crate::address::excess;
use crate::characters;
use crate::codes::markdown;
use crate::picture::own_name;

/// Running text, up to where it ends or another paragraph begins.
pub(super) struct Running {
    pub(super) content: Vec<Inline>,
    /// Where it stands in the file.
    pub(super) range: Range<usize>,
    /// The next line is meant as another paragraph or as a heading.
    pub(super) another_follows: bool,
}

impl<'r> NarrativeReader<'r> {
    /// Running text up to the first event that does not belong to it.
    pub(super) fn inlines(&mut self, depth: usize) -> Running {
        let (mut content, mut run) = (Vec::new(), Run::default());
        let mut covered: Option<Range<usize>> = None;
        let mut another_follows = false;
        while let Some(event) = self.events.peek() {
            if matches!(event, Event::End(_) | Event::Rule) || matches!(event, Event::Start(tag) if !is_inline(tag)) {
                break;
            }
            let Some((event, range)) = self.events.next() else { break };
            if !matches!(event, Event::Text(_)) {
                self.finish(&mut run, &mut content);
            }
            if depth == 0 && self.ends_here(&event, range.start) {
                another_follows = true;
                break;
            }
            let start = covered.as_ref().map_or(range.start, |covered| covered.start);
            covered = Some(start..range.end);
            match event {
                Event::Text(text) => self.text(&text, range, &mut run, &mut content),
                Event::SoftBreak => self.join.end_line(range),
                Event::HardBreak => {
                    content.push(Inline::Break);
                    self.join.start_paragraph();
                }
                Event::Start(tag) => self.inline_element(tag, range, depth, &mut content),
                Event::FootnoteReference(label) => {
                    self.join.interrupt();
                    content.push(self.footnotes.refer(&label, self.file.span(range)));
                }
                Event::InlineHtml(html) if comments::is_comment(&html) => {}
                other => self.refuse_inline(other, range, &mut content),
            }
        }
        self.finish(&mut run, &mut content);
        Running { content, range: covered.unwrap_or(0..0), another_follows }
    }

    /// Whether a line end is the end of a paragraph or heading: before a full-width space, before a line that is meant
    /// as a heading, and behind one.
    fn ends_here(&self, event: &Event<'_>, at: usize) -> bool {
        match event {
            Event::SoftBreak | Event::HardBreak if self.ends_from.is_some_and(|from| at >= from) => true,
            Event::SoftBreak => {
                matches!(self.events.peek(), Some(Event::Text(text)) if text.starts_with('\u{3000}'))
                    || self.unspaced().is_some()
                    || self.unmarked(false).is_some()
            }
            _ => false,
        }
    }

    /// Whether the text that follows is meant as a heading.
    pub(super) fn unspaced(&self) -> Option<Unspaced> {
        let Some((Event::Text(text), range)) = self.events.peek_with_place() else { return None };
        let escaped = self.file.text.get(..range.start).is_some_and(|before| before.ends_with('\\'));
        let exact = self.file.text.get(range).is_some_and(|written| written == &**text);
        if escaped || !exact { None } else { unspaced::split(text) }
    }

    fn text(&mut self, text: &str, range: Range<usize>, run: &mut Run, content: &mut Vec<Inline>) {
        let written = self.file.text.get(range.clone()).unwrap_or_default();
        self.sink.report_all(characters::in_signs(text, written, self.file.span(range.clone())));
        if text.len() != range.len() {
            return self.piece(text, range, run, content);
        }
        let mut at = 0;
        for (index, mark) in text.match_indices(characters::is_unprintable) {
            self.piece(text.get(at..index).unwrap_or(""), range.start + at..range.start + index, run, content);
            if mark.contains(characters::breaks_line) {
                self.word_break(run, content);
            }
            at = index + mark.len();
        }
        self.piece(text.get(at..).unwrap_or(""), range.start + at..range.end, run, content);
    }

    /// A line break as Word has it: one of ours within a paragraph, nothing at its edges and elsewhere.
    fn word_break(&mut self, run: &mut Run, content: &mut Vec<Inline>) {
        self.finish(run, content);
        if self.may_break && !matches!(content.last(), None | Some(Inline::Break)) {
            content.push(Inline::Break);
            self.join.start_paragraph();
        }
    }

    /// Text without characters that cannot be printed.
    fn piece(&mut self, text: &str, range: Range<usize>, run: &mut Run, content: &mut Vec<Inline>) {
        let (skipped, space) = self.join.take(text);
        if let Some(line_end) = space {
            content.push(Inline::Text { text: " ".to_owned(), span: self.file.span(line_end) });
        }
        run.push(text, range, skipped);
    }

    /// Turns the text gathered so far into inlines.
    fn finish(&mut self, run: &mut Run, content: &mut Vec<Inline>) {
        if !run.is_empty() {
            let inlines = self.resolve(&std::mem::take(run));
            content.extend(inlines);
        }
    }

    fn inline_element(&mut self, tag: Tag<'r>, range: Range<usize>, depth: usize, content: &mut Vec<Inline>) {
        if depth >= DEEPEST {
            self.report(refused::too_deep_in_text(), range);
            self.events.skip_element();
            return;
        }
        if let Tag::Image { dest_url, .. } = tag {
            self.image_within_text(&dest_url, range);
            return;
        }
        let mut inner = self.inlines(depth + 1).content;
        self.events.next();
        if matches!(tag, Tag::Link { .. }) {
            self.refuse_footnotes(&mut inner, "链接");
        }
        match tag {
            Tag::Emphasis => content.push(Inline::Emphasis(inner)),
            Tag::Strong => content.push(Inline::Strong(inner)),
            Tag::Link { link_type, dest_url, .. } => match self.link(link_type, &dest_url, range) {
                Some(url) => content.push(Inline::Link { url, content: inner }),
                None => content.extend(inner),
            },
            _ => {
                self.report(refused::other(), range);
                content.extend(inner);
            }
        }
    }

    /// A picture within text; its start was read.
    fn image_within_text(&mut self, url: &str, range: Range<usize>) {
        self.events.skip_element();
        self.mentioned.insert(own_name(url).to_owned());
        let finding = Diagnostic::new(&markdown::IMAGE_PLACE, "图片要单独成段，不能夹在文字里");
        self.report(finding.help("在图片前后各空一行。"), range);
    }

    /// The address of a link, if it leads to a page or a mailbox.
    fn link(&mut self, kind: LinkType, url: &CowStr<'_>, range: Range<usize>) -> Option<String> {
        let url = if kind == LinkType::Email { format!("mailto:{url}") } else { url.to_string() };
        if let Some(excess) = excess(&url) {
            let message = format!("链接的网址{excess}");
            let help = "换一个短些的网址；不需要链接就只留文字。";
            self.report(Diagnostic::new(&markdown::LINK, message).help(help), range);
            return None;
        }
        let lower = url.to_ascii_lowercase();
        let leads = ["http://", "https://", "mailto:"].into_iter().find(|scheme| lower.starts_with(scheme));
        if leads.is_some_and(|scheme| url.len() > scheme.len()) {
            return Some(url);
        }
        let message = format!("链接应以 https:// 或 http:// 开头，这里是“{url}”");
        let help = "写完整的网址；不需要链接就只留文字。";
        self.report(Diagnostic::new(&markdown::LINK, message).help(help), range);
        None
    }

    fn refuse_inline(&mut self, event: Event<'_>, range: Range<usize>, content: &mut Vec<Inline>) {
        self.join.interrupt();
        let finding = match event {
            Event::Code(text) => {
                let span = self.file.span(range.clone());
                content.push(Inline::Text { text: text.into_string(), span });
                refused::code()
            }
            Event::Html(_) | Event::InlineHtml(_) => refused::html(),
            Event::TaskListMarker(_) => refused::task(),
            _ => refused::other(),
        };
        self.report(finding, range);
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
        || matches!(tag, Tag::Superscript | Tag::Subscript)
}
