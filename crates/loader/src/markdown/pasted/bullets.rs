//! Bullets of Word: `•`, `➢` and what they become as plain text.

use std::ops::Range;

use nianbao_model::Diagnostic;

use super::super::lines::{Line, ends_sentence};
use crate::codes::markdown;
use crate::open_file::OpenFile;

/// Nobody breaks the lines of an item after so few characters.
const SHORT: usize = 30;

/// Marks that open an item and nothing else.
const BULLETS: &str = "•●◆◇■▪▫◦‣∙·⚫➢➤►▶➔";

/// Marks that may open a sentence: bullets only with white space behind them.
const WITH_SPACE: &str = "–—\u{D8}";

/// Letters that Word's fonts of symbols show as bullets: only with a tab behind them.
const WITH_TAB: &str = "lnuvü§";

/// The lines that open with a bullet, told together, as items of a list.
pub(super) fn find(file: &OpenFile, lines: &[Line<'_>]) -> Option<(Range<usize>, Diagnostic)> {
    let items: Vec<_> = lines.iter().enumerate().filter_map(|(at, (line, _))| Some((at, marked(line)?))).collect();
    let (first, length) = items.first().and_then(|(at, length)| Some((&lines.get(*at)?.1, *length)))?;
    let bullet = shown(file.text.get(first.start..first.start + length).unwrap_or(""));
    let message = format!("{bullet}不会成为列表，会原样印出来，各项连成一段");
    let finding = Diagnostic::new(&markdown::BULLET, message).help("每一项单独一行，行首写“- ”（减号加空格）。");
    let finding = items.into_iter().fold(finding, |finding, (at, length)| {
        let Some((_, place)) = lines.get(at) else { return finding };
        let finding = finding.suggest(file.span(place.start..place.start + length), "- ");
        if ends_list(lines, at) { finding.suggest(file.span(place.end..place.end), file.line_end()) } else { finding }
    });
    Some((first.clone(), finding))
}

/// Whether a paragraph follows upon the item at `at`, and not the rest of its text.
fn ends_list(lines: &[Line<'_>], at: usize) -> bool {
    let (Some((item, _)), Some((next, _))) = (lines.get(at), lines.get(at + 1)) else { return false };
    let is_whole = ends_sentence(item) || item.chars().count() <= SHORT && !item.ends_with(['，', '、', ',']);
    is_whole && marked(next).is_none()
}

/// How many bytes a bullet takes that opens a line, with the white space around it.
pub(super) fn marked(line: &str) -> Option<usize> {
    let body = line.trim_start();
    let bullet = body.chars().next()?;
    let rest = body.get(bullet.len_utf8()..)?;
    let words = rest.trim_start();
    let is_bullet = BULLETS.contains(bullet)
        || matches!(bullet, '\u{F000}'..='\u{F0FF}')
        || WITH_SPACE.contains(bullet) && rest.starts_with(char::is_whitespace)
        || WITH_TAB.contains(bullet) && rest.starts_with('\t');
    let says_something = words.starts_with(|c: char| c.is_alphanumeric() || "《“（(【*".contains(c));
    (is_bullet && says_something).then(|| line.len() - words.len())
}

/// A bullet in words.
fn shown(written: &str) -> String {
    match written.trim() {
        bullet if bullet.contains(|c| matches!(c, '\u{F000}'..='\u{F0FF}')) => "行首的项目符号".to_owned(),
        bullet => format!("行首的“{bullet}”"),
    }
}
