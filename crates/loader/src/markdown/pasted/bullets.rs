//! Bullets of Word: `•`, `➢` and what they become as plain text.

use std::ops::Range;

use nianbao_model::Diagnostic;

use super::super::lines::Line;
use crate::codes::markdown;
use crate::session::OpenFile;

/// Marks that open an item and nothing else.
const BULLETS: &str = "•●◆◇■▪▫◦‣∙·⚫➢➤►▶➔";

/// Marks that may open a sentence: bullets only with white space behind them.
const WITH_SPACE: &str = "–—\u{D8}";

/// Letters that Word's fonts of symbols show as bullets: only with a tab behind them.
const WITH_TAB: &str = "lnuvü§";

/// The lines that open with a bullet, told together, as items of a list.
pub(super) fn find(file: &OpenFile, lines: &[Line<'_>]) -> Option<(Range<usize>, Diagnostic)> {
    let mut items = lines.iter().filter_map(|(line, place)| Some((place, marked(line)?)));
    let (first, length) = items.next()?;
    let bullet = shown(file.text.get(first.start..first.start + length).unwrap_or(""));
    let message = format!("{bullet}不会成为列表，会原样印出来，各项连成一段");
    let finding = Diagnostic::new(&markdown::BULLET, message).help("每一项单独一行，行首写“- ”（减号加空格）。");
    let mark = |finding: Diagnostic, place: &Range<usize>, length: usize| {
        finding.suggest(file.span(place.start..place.start + length), "- ")
    };
    let finding = items.fold(mark(finding, first, length), |finding, (place, length)| mark(finding, place, length));
    Some((first.clone(), finding))
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
