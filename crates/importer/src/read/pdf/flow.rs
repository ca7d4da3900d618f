//! From lines of text to paragraphs.

use super::addresses::without_printed;
use super::glyph::is_wide;
use super::lines::PdfLine;
use super::margins::{LARGE, Margins, Measure};
use crate::document::{Paragraph, Place, Run, Style};
use nianbao_model::numbering::is_chinese_numeral;

/// Marks before the items of lists.
const BULLETS: [char; 10] = ['•', '●', '○', '■', '□', '◆', '◇', '▪', '➢', '·'];

/// A line on its way to a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FlowRow {
    /// It.
    pub(super) line: PdfLine,
    /// The margins of its page.
    pub(super) margins: Margins,
    /// Its page, from 1.
    pub(super) page: u32,
}

/// The paragraphs that `rows` without anything between them form; letters of running text are of `size`.
pub(super) fn paragraphs(rows: Vec<FlowRow>, measure: Measure) -> Vec<Paragraph> {
    let mut groups: Vec<Vec<FlowRow>> = Vec::new();
    for row in rows {
        match groups.last_mut() {
            Some(group) if continues(group, &row, measure) => group.push(row),
            _ => groups.push(vec![row]),
        }
    }
    groups.iter().map(|group| paragraph(group, measure.size)).collect()
}

/// Whether `row` goes on with the paragraph of `group`.
fn continues(group: &[FlowRow], row: &FlowRow, measure: Measure) -> bool {
    let (Some(first), Some(last)) = (group.first(), group.last()) else { return false };
    let (line, before) = (&row.line, &last.line);
    let size = before.size.max(line.size);
    if (before.size - line.size).abs() > 0.12 * size {
        return false;
    }
    let gap = line.base - before.base;
    let same_page = row.page == last.page;
    if row.margins.centre(line, measure.size) && last.margins.centre(before, measure.size) {
        return same_page && gap < 2.6 * size;
    }
    if same_page && gap > pitch(group).unwrap_or((1.12 * measure.pitch).max(1.35 * size)).min(2.2 * size) * 1.25 {
        return false;
    }
    if is_numbered(line) && line.left > first.line.left - 2.0 {
        return false;
    }
    let rest = last.margins.right.max(last.margins.least) - before.right;
    // No sentence ends in a comma, however short its line is.
    let within = before.text().ends_with(['，', '、']);
    let ended = before.text().ends_with(['。', '；', '：', '！', '？', '”', '）']);
    let short = if ended { 1.3 } else { 2.0 };
    if !within && rest > short * before.size && rest > unbroken(line) + 0.4 * size {
        return false;
    }
    let indent = line.left - row.margins.left;
    let hanging = group.get(1).is_some_and(|second| (second.line.left - second.margins.left - indent).abs() < 2.0);
    if indent > 0.8 * size && !hanging {
        let begun = first.line.left - first.margins.left;
        return indent > begun + 0.5 * size && hangs(&first.line, line.left);
    }
    true
}

/// Whether `line` begins as a heading does: `一、`, `（一）`.
fn is_numbered(line: &PdfLine) -> bool {
    let text = line.text();
    let bare = text.trim_start_matches(is_chinese_numeral);
    let inner = text.strip_prefix(['（', '(']).map(|text| (text, text.trim_start_matches(is_chinese_numeral)));
    (bare.len() < text.len() && bare.starts_with('、'))
        || inner.is_some_and(|(text, bare)| bare.len() < text.len() && bare.starts_with(['）', ')']))
}

/// The distance between the last lines of a group.
fn pitch(group: &[FlowRow]) -> Option<f64> {
    let [.., a, b] = group else { return None };
    (a.page == b.page).then_some(b.line.base - a.line.base)
}

/// How much room the beginning of a line needs, which cannot be broken: a word, or a letter with the punctuation that keeps to it.
fn unbroken(line: &PdfLine) -> f64 {
    const OPENING: &str = "（《“‘「『【〔([";
    const CLOSING: &str = "）》”’」』】〕，。、；：！？,.;:!?)]%";
    let mut end = line.left;
    let mut last: Option<char> = None;
    for letter in &line.letters {
        let next = letter.glyph.text.chars().next().unwrap_or_default();
        let opens = last.is_none_or(|last| OPENING.contains(last));
        let word = last.is_some_and(|last| !is_wide(last) && !is_wide(next) && !letter.spaced);
        if !opens && !word && !CLOSING.contains(next) {
            break;
        }
        end = letter.glyph.right;
        last = Some(next);
    }
    end - line.left
}

/// Whether a mark or number stands before `first`, and its text begins at `place`.
fn hangs(first: &PdfLine, place: f64) -> bool {
    first.letters.iter().skip(1).take(6).any(|letter| (letter.glyph.left - place).abs() < 2.5)
}

fn paragraph(group: &[FlowRow], size: f64) -> Paragraph {
    let lines: Vec<&PdfLine> = group.iter().map(|row| &row.line).collect();
    let largest = lines.iter().map(|line| line.size).fold(0.0, f64::max);
    let centred = group.iter().all(|row| row.margins.centre(&row.line, size));
    let runs = runs(&lines);
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    let stands_out = largest > LARGE * size || (!runs.is_empty() && runs.iter().all(|run| run.bold));
    let heading = stands_out && group.len() <= 2 && !text.ends_with(['。', '；', '，', '：']);
    let (style, runs) = match without_bullet(&runs) {
        Some(runs) => (Style::Item { level: 0, number: None }, runs),
        None if heading => (Style::Heading(if largest > 1.3 * size { 1 } else { 2 }), runs),
        None => (Style::Body, runs),
    };
    Paragraph {
        style,
        runs,
        centred,
        uncertain: lines.iter().any(|line| line.misgiving().is_some()),
        place: group.first().map_or(Place::Unknown, |row| Place::Page(row.page)),
    }
}

/// `runs` without the mark that they begin with, if they do.
fn without_bullet(runs: &[Run]) -> Option<Vec<Run>> {
    let (first, rest) = runs.split_first()?;
    let text = first.text.strip_prefix(BULLETS)?.trim_start();
    let first = Run { text: text.to_owned(), ..first.clone() };
    Some(std::iter::once(first).filter(|run| !run.text.is_empty()).chain(rest.iter().cloned()).collect())
}

/// The text of `lines` as of one paragraph.
pub(super) fn runs(lines: &[&PdfLine]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        for (place, letter) in line.letters.iter().enumerate() {
            let broken = number > 0 && place == 0;
            let ends = runs.last().and_then(|run| run.text.chars().next_back());
            let spaced = if broken { between(ends, letter.glyph.text.chars().next()) } else { letter.spaced };
            if letter.note.is_some() {
                runs.push(Run { footnote: letter.note, ..Run::default() });
                continue;
            }
            let (bold, italic, link) = (letter.glyph.bold, letter.glyph.italic, letter.glyph.link.as_deref());
            let same = |run: &Run| {
                run.bold == bold && run.italic == italic && run.link.as_deref() == link && run.footnote.is_none()
            };
            if !runs.last().is_some_and(same) {
                runs.push(Run { bold, italic, link: link.map(str::to_owned), ..Run::default() });
            }
            let Some(run) = runs.last_mut() else { continue };
            if spaced {
                run.text.push(' ');
            }
            run.text.push_str(&letter.glyph.text);
        }
    }
    without_printed(runs)
}

/// Whether a line that ends so and one that begins so have a space between them.
fn between(ends: Option<char>, begins: Option<char>) -> bool {
    let (Some(ends), Some(begins)) = (ends, begins) else { return false };
    ends.is_ascii_alphabetic() && begins.is_ascii_alphabetic()
        || (ends == ',' || ends == '.') && begins.is_ascii_alphabetic()
}
