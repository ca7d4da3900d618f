//! Characters that would come out as an empty box, or as nothing at all.

use nianbao_model::{Agency, Diagnostic, Report, Span};
use typst::text::is_default_ignorable;

use super::codes::{NO_GLYPH, UNPRINTABLE};
use super::passages::{Passage, passages};
use super::{FontLibrary, Role};

/// The characters of a report that cannot be printed, each named once for every piece of text it stands in.
pub(crate) fn missing_glyphs(fonts: &FontLibrary, agency: &Agency, report: &Report) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for passage in passages(agency, report) {
        let mut seen = Vec::new();
        for (at, character) in passage.text.char_indices() {
            if seen.contains(&character) {
                continue;
            }
            if let Some(finding) = judge(fonts, &passage, at, character) {
                seen.push(character);
                let finding = finding.about(&agency.id, report.year);
                // A title is set in two fonts, which may both lack it.
                if !findings.contains(&finding) {
                    findings.push(finding);
                }
            }
        }
    }
    findings
}

/// The characters of a report with the roles they are set in, for [`FontLibrary::add_fonts_for`].
pub(crate) fn characters(agency: &Agency, report: &Report) -> Vec<(Role, char)> {
    let printable = |(_, character): &(Role, char)| needs_glyph(*character) && !is_unprintable(*character);
    let all = passages(agency, report);
    let mut characters: Vec<(Role, char)> =
        all.iter().flat_map(|passage| passage.text.chars().map(|character| (passage.role, character))).collect();
    characters.sort_unstable();
    characters.dedup();
    characters.retain(printable);
    characters
}

fn judge(fonts: &FontLibrary, passage: &Passage, at: usize, character: char) -> Option<Diagnostic> {
    let (code, message, help) = if is_private(character) {
        let message = format!("自造字 {}（私用区）不能印在 PDF 里", code_point(character));
        (&UNPRINTABLE, message, "换成 Unicode 里的正式字")
    } else if is_control(character) {
        let message = format!("看不见的控制字符 {} 不能印在 PDF 里", code_point(character));
        (&UNPRINTABLE, message, "删去这个字符")
    } else if needs_glyph(character) && !fonts.shows(passage.role, character) {
        let help = "若是误植，改成正确的字；若没有错，把有这个字的字体放进 site.yaml 的“字体文件夹”";
        (&NO_GLYPH, format!("字体里没有“{character}”（{}），PDF 印不出来", code_point(character)), help)
    } else {
        return None;
    };
    let finding = Diagnostic::new(code, message).help(help);
    Some(match place(passage, at, character) {
        Some(span) => finding.at(span, ""),
        None => finding,
    })
}

/// The character's own place where the text stands in the file as it is, otherwise the whole piece.
fn place(passage: &Passage, at: usize, character: char) -> Option<Span> {
    let span = passage.span?;
    if span.end.checked_sub(span.start) == Some(passage.text.len()) {
        let start = span.start + at;
        return Some(Span::new(span.file, start, start + character.len_utf8()));
    }
    Some(span)
}

/// Spaces and marks that are invisible by nature need no picture in the font.
fn needs_glyph(character: char) -> bool {
    !character.is_whitespace() && !is_default_ignorable(character)
}

fn is_unprintable(character: char) -> bool {
    is_private(character) || is_control(character)
}

fn is_private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// Line ends and tabs are spaces to Typst; the others have no meaning on paper, nor has a byte order mark,
/// which PDF/A forbids.
fn is_control(character: char) -> bool {
    character == '\u{FEFF}' || (character.is_control() && !matches!(character, '\n' | '\r' | '\t'))
}

fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}
