//! A paragraph in the making.

use crate::document::{Paragraph, Part, Place, Run};

/// A paragraph in the making.
#[derive(Debug, Clone, Default)]
pub(super) struct WordLine {
    /// What is known of it so far.
    pub(super) paragraph: Paragraph,
    /// Pictures and boxes of text that hang on it.
    pub(super) after: Vec<Part>,
}

impl WordLine {
    /// Adds characters that look as `look` does.
    pub(super) fn push(&mut self, text: &str, look: &Run) {
        if text.is_empty() {
            return;
        }
        let runs = &mut self.paragraph.runs;
        match runs.last_mut() {
            Some(last) if alike(last, look) => last.text += text,
            _ => runs.push(Run { text: text.to_owned(), ..look.clone() }),
        }
    }

    /// Adds the mark of a note.
    pub(super) fn note(&mut self, number: usize) {
        self.paragraph.runs.push(Run { footnote: Some(number), ..Run::default() });
    }

    /// Puts what the paragraph before said in front.
    pub(super) fn go_on_from(&mut self, before: WordLine) {
        let WordLine { paragraph, after } = before;
        let runs = std::mem::replace(&mut self.paragraph.runs, paragraph.runs);
        for run in runs {
            match self.paragraph.runs.last_mut() {
                Some(last) if alike(last, &run) => last.text += &run.text,
                _ => self.paragraph.runs.push(run),
            }
        }
        self.paragraph.uncertain |= paragraph.uncertain;
        self.after.splice(0..0, after);
    }

    /// Puts a mark before the text.
    pub(super) fn begin_with(&mut self, mark: &str) {
        match self.paragraph.runs.first_mut() {
            Some(first) if first.footnote.is_none() && first.link.is_none() => first.text.insert_str(0, mark),
            _ => self.paragraph.runs.insert(0, Run { text: mark.to_owned(), ..Run::default() }),
        }
    }

    /// Whether it shows nothing but blanks.
    pub(super) fn is_blank(&self) -> bool {
        self.paragraph.runs.iter().all(|run| run.footnote.is_none() && run.text.trim().is_empty())
    }

    /// Leaves out the addresses that stand behind links for those who read on paper.
    pub(super) fn without_printed_addresses(&mut self) {
        let mut address = None;
        for run in &mut self.paragraph.runs {
            if let Some(link) = &run.link {
                address = Some(format!(
                    "（{}）",
                    ["https://", "mailto:"].iter().find_map(|scheme| link.strip_prefix(scheme)).unwrap_or(link)
                ));
            } else if let Some(rest) = address.take().and_then(|address| run.text.strip_prefix(address.as_str())) {
                run.text = rest.to_owned();
            }
        }
        self.paragraph.runs.retain(|run| !run.text.is_empty() || run.footnote.is_some());
    }

    /// Adds it to `parts` with what hangs on it; nothing of one that is blank.
    pub(super) fn finish(mut self, place: Place, parts: &mut Vec<Part>) {
        if !self.is_blank() {
            self.paragraph.place = place;
            parts.push(Part::Paragraph(self.paragraph));
        }
        parts.append(&mut self.after);
    }
}

fn alike(one: &Run, other: &Run) -> bool {
    let marks = one.footnote.is_none() && other.footnote.is_none();
    marks && one.bold == other.bold && one.italic == other.italic && one.link == other.link
}
