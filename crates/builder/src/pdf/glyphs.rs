//! Characters that would come out as an empty box, or as nothing at all.

use std::collections::BTreeSet;

use nianbao_model::{Agency, Diagnostic, Municipality, Report, Span};
use rayon::prelude::*;
use typst::text::is_default_ignorable;
use unicode_segmentation::UnicodeSegmentation;

use super::codes::{NO_GLYPH, UNPRINTABLE};
use super::common_characters::is_common;
use super::passages::{Passage, contents_passages, passages};
use super::{FontLibrary, Role};

/// The characters of a report that cannot be printed, each named once for every piece of text it stands in. Without fonts,
/// those that no font could show.
pub(crate) fn missing_glyphs(fonts: Option<&FontLibrary>, agency: &Agency, report: &Report) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for passage in passages(agency, report) {
        for finding in judge(fonts, &passage) {
            let finding = finding.about(&agency.id, report.year);
            // A title is set in two fonts, which may both lack it.
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        }
    }
    findings
}

/// The same of what tables of contents print besides the titles of reports.
pub(crate) fn missing_in_contents(fonts: Option<&FontLibrary>, municipality: &Municipality) -> Vec<Diagnostic> {
    let of_passage = |(passage, agency): (Passage<'_>, Option<_>)| {
        let findings = judge(fonts, &passage).into_iter();
        findings.map(move |finding| match agency {
            Some(agency) => finding.about(agency, None),
            None => finding,
        })
    };
    contents_passages(municipality).into_iter().flat_map(|passage| of_passage(passage).collect::<Vec<_>>()).collect()
}

/// The characters of a report with the roles they are set in, for [`FontLibrary::load_for`].
pub(crate) fn characters(agency: &Agency, report: &Report) -> Vec<(Role, char)> {
    printable(&passages(agency, report))
}

/// The same of what tables of contents print besides the titles of reports.
pub(crate) fn characters_of_contents(municipality: &Municipality) -> Vec<(Role, char)> {
    let passages: Vec<Passage> = contents_passages(municipality).into_iter().map(|(passage, _)| passage).collect();
    printable(&passages)
}

/// Whether a report has characters that not every font shows.
pub(crate) fn has_rare_characters(agency: &Agency, report: &Report) -> bool {
    passages(agency, report).iter().any(|passage| is_rare(&passage.text))
}

/// Those of its characters that not every font shows, with the roles they are set in.
pub(crate) fn rare_characters(agency: &Agency, report: &Report) -> Vec<(Role, char)> {
    let mut characters = characters(agency, report);
    characters.retain(|(_, character)| !is_common(*character));
    characters
}

/// The characters that not every font shows, of all reports and tables of contents of a municipality.
pub(crate) fn rare_characters_of_all(municipality: &Municipality) -> BTreeSet<(Role, char)> {
    let reports: Vec<(&Agency, &Report)> = municipality.reports().collect();
    let with_rare = reports.into_par_iter().filter(|(agency, report)| has_rare_characters(agency, report));
    let of_reports: Vec<_> = with_rare.flat_map_iter(|(agency, report)| rare_characters(agency, report)).collect();
    let of_contents = characters_of_contents(municipality).into_iter().filter(|(_, character)| !is_common(*character));
    of_reports.into_iter().chain(of_contents).collect()
}

/// The same of what tables of contents print besides the titles of reports.
pub(crate) fn contents_have_rare_characters(municipality: &Municipality) -> bool {
    contents_passages(municipality).iter().any(|(passage, _)| is_rare(&passage.text))
}

fn is_rare(text: &str) -> bool {
    !text.chars().all(is_common)
}

fn printable(passages: &[Passage]) -> Vec<(Role, char)> {
    let mut characters: Vec<(Role, char)> =
        passages.iter().flat_map(|passage| passage.text.chars().map(|character| (passage.role, character))).collect();
    characters.sort_unstable();
    characters.dedup();
    characters.retain(|(_, character)| needs_glyph(*character) && !is_private(*character) && !is_control(*character));
    characters
}

/// What cannot be printed of a passage.
fn judge(fonts: Option<&FontLibrary>, passage: &Passage) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    if !is_rare(&passage.text) && fonts.is_none_or(FontLibrary::shows_what_is_common) {
        return findings;
    }
    let mut told: Vec<&str> = Vec::new();
    for (at, cluster) in passage.text.grapheme_indices(true) {
        for (offset, piece) in faults(fonts, passage.role, cluster) {
            if !told.contains(&piece) {
                told.push(piece);
                findings.push(finding(passage, at + offset, piece));
            }
        }
    }
    findings
}

/// The characters of a cluster, what stands on one place, that cannot be printed; all of it where no font has all of them.
fn faults<'c>(fonts: Option<&FontLibrary>, role: Role, cluster: &'c str) -> Vec<(usize, &'c str)> {
    let missing = |character: char| {
        is_private(character)
            || is_control(character)
            || needs_glyph(character) && fonts.is_some_and(|fonts| !fonts.shows(role, character))
    };
    let pieces = cluster.char_indices().map(|(at, character)| (at, &cluster[at..at + character.len_utf8()], character));
    let faults: Vec<_> =
        pieces.filter(|(.., character)| missing(*character)).map(|(at, piece, _)| (at, piece)).collect();
    let is_alone = cluster.chars().filter(|character| needs_glyph(*character)).nth(1).is_none();
    if !faults.is_empty() || is_alone || fonts.is_none_or(|fonts| fonts.shows_together(role, cluster)) {
        return faults;
    }
    vec![(0, cluster)]
}

fn finding(passage: &Passage, at: usize, piece: &str) -> Diagnostic {
    let codes: Vec<String> = piece.chars().map(code_point).collect();
    let codes = codes.join(" ");
    let mut characters = piece.chars();
    let (code, message, help) = match (characters.next(), characters.next()) {
        (Some(character), None) if is_private(character) => (
            &UNPRINTABLE,
            format!("自造字（{codes}）只在造字的电脑上看得见，不能印在 PDF 里"),
            "用输入法重新输入这个字；输不出来的，按公安、民政部门登记的写法换用规范字。",
        ),
        (Some(character), None) if is_control(character) => {
            (&UNPRINTABLE, format!("看不见的控制字符 {codes} 不能印在 PDF 里"), "删去这个字符。")
        }
        (_, None) => (
            &NO_GLYPH,
            format!("字体里没有“{piece}”（{codes}），PDF 印不出来"),
            "字错了就改正；没有错，就把有这个字的字体放进 site.yaml 的“字体文件夹”。",
        ),
        _ => (
            &NO_GLYPH,
            format!("没有一种字体能把“{piece}”（{codes}）叠在一起，PDF 印不出来"),
            "字错了就改正；没有错，就换成一个完整的字，或把有这些字的字体放进 site.yaml 的“字体文件夹”。",
        ),
    };
    let finding = Diagnostic::new(code, message).help(help);
    match place(passage, at, piece) {
        Some(span) => finding.at(span, ""),
        None => finding,
    }
}

/// The piece's own place where the text stands in the file as it is, otherwise the whole passage.
fn place(passage: &Passage, at: usize, piece: &str) -> Option<Span> {
    let span = passage.span?;
    if span.end.checked_sub(span.start) == Some(passage.text.len()) {
        let start = span.start + at;
        return Some(Span::new(span.file, start, start + piece.len()));
    }
    Some(span)
}

/// Spaces and marks that are invisible by nature need no picture in the font; but for a few that shaping takes for visible.
pub(super) fn needs_glyph(character: char) -> bool {
    let is_shaped = matches!(character, '\u{115F}' | '\u{1160}' | '\u{180F}' | '\u{3164}' | '\u{FFA0}');
    is_shaped || !character.is_whitespace() && !is_default_ignorable(character)
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
