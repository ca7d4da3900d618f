//! Paragraphs in which whole sections run together: `一、总体情况2022年，…（一）主动公开…`, cut where headings stand.

use nianbao_model::SectionKind;

use super::piece::{ProseLine, ProsePiece};
use super::runs;
use crate::recognise::number::{self, Mark};
use crate::recognise::section_heading::names;

/// A paragraph in which so much runs together is longer, in bytes.
const SHORTEST: usize = 60;

/// Names of the usual sub-headings, with which they end where nothing parts them from the text.
const SUBHEADINGS: [&str; 8] = [
    "主动公开",
    "依申请公开",
    "政府信息管理",
    "政府信息公开平台建设",
    "信息公开平台建设",
    "平台建设",
    "监督保障",
    "基本情况",
];
const ENDS: [&str; 5] = ["工作情况", "方面", "情况", "工作", ""];

/// Whether a text is the name of a usual sub-heading, and nothing else.
pub(super) fn is_usual(name: &str) -> bool {
    SUBHEADINGS.iter().any(|usual| name.strip_prefix(usual).is_some_and(|end| ENDS.contains(&end)))
}

/// Whether several sections run together in a text.
pub(super) fn is_glued(text: &str) -> bool {
    text.len() >= SHORTEST && headings(text).len() >= 2
}

/// The pieces with paragraphs cut at the headings within them.
pub(super) fn cut(pieces: Vec<ProsePiece<'_>>) -> Vec<ProsePiece<'_>> {
    let mut cut = Vec::new();
    for piece in pieces {
        match piece {
            ProsePiece::Line(line) if line.text().len() >= SHORTEST => {
                cut.extend(pieces_of(line).into_iter().map(ProsePiece::Line));
            }
            piece => cut.push(piece),
        }
    }
    cut
}

fn pieces_of(line: ProseLine) -> Vec<ProseLine> {
    let text = line.text();
    let headings = headings(&text);
    let opens =
        headings.first().is_some_and(|(start, _)| text.get(..*start).is_some_and(|before| before.trim().is_empty()));
    if headings.is_empty() || headings.len() == 1 && !opens {
        return vec![line];
    }
    let mut cuts = Vec::new();
    for (at, (start, end)) in headings.iter().enumerate() {
        cuts.extend([*start, *end]);
        let next = headings.get(at + 1).map_or(text.len(), |(start, _)| *start);
        if headings.len() > 1 {
            cuts.extend(subheadings(&text, *end, next));
            cuts.extend(paragraphs(&text, *end, next));
        }
    }
    cuts.sort_unstable();
    cuts.dedup();
    parted(&line, &cuts, headings.len() > 1)
}

/// The line parted at these bytes.
fn parted(line: &ProseLine, cuts: &[usize], glued: bool) -> Vec<ProseLine> {
    let lines = runs::parted(&line.runs, cuts).into_iter().filter(|runs| !runs::text(runs).trim().is_empty());
    let line = |runs| ProseLine {
        part: line.part,
        runs,
        style: line.style.clone(),
        indented: line.indented,
        glued,
        place: line.place.clone(),
    };
    lines.map(line).collect()
}

/// Where headings of sections stand in a text: number and words, in the official order.
fn headings(text: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, _) in text.match_indices(['、', '.', '．']) {
        let Some(start) = numeral_before(text, at) else { continue };
        if found.last().is_some_and(|(_, end)| start < *end) {
            continue;
        }
        let behind =
            text.get(at..).and_then(|rest| rest.char_indices().nth(1)).map_or(text.len(), |(length, _)| at + length);
        if let Some(end) = named_at(text, behind).filter(|end| !is_listed(text, *end)) {
            found.push((start, end));
        }
    }
    found
}

/// Where the numeral of a section begins that stands right before `at`.
fn numeral_before(text: &str, at: usize) -> Option<usize> {
    let (start, numeral) = text.get(..at)?.char_indices().next_back()?;
    let before = text.get(..start)?.chars().next_back();
    // 第一、 and 十一、 are no numbers of sections.
    let opens = before.is_none_or(|c| !"第十百一二三四五六七八九".contains(c));
    ("一二三四五六".contains(numeral) && opens).then_some(start)
}

/// Where the name of a section ends that begins at `start`, white space within it left out.
fn named_at(text: &str, start: usize) -> Option<usize> {
    let rest = text.get(start..)?;
    let fits = |name: &str| {
        let mut characters = rest.char_indices().filter(|(_, c)| !c.is_whitespace());
        let mut wrong = 0_usize;
        let mut end = 0;
        for known in name.chars() {
            let (at, c) = characters.next()?;
            if c != known {
                // A misprint: one character too many.
                let (next_at, next) = characters.next()?;
                wrong += 1;
                if wrong > 1 || next != known || name.chars().count() < 8 {
                    return None;
                }
                end = next_at + next.len_utf8();
                continue;
            }
            end = at + c.len_utf8();
        }
        Some(start + end)
    };
    SectionKind::ALL.into_iter().flat_map(names).filter_map(fits).max()
}

/// Whether what stands behind a name shows that it is one of several in a sentence.
fn is_listed(text: &str, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or("").trim_start();
    rest.starts_with(['；', ';', '，', ',', '、', '和', '及', '等', '”', '》'])
}

/// Where sub-headings of a section begin and end, in the bytes from `start` to `end`.
fn subheadings(text: &str, start: usize, end: usize) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut expected = 1;
    let within = text.get(start..end).unwrap_or("");
    for (at, _) in within.match_indices(['（', '(']) {
        let before = within.get(..at).unwrap_or("").trim_end();
        let rest = within.get(at..).unwrap_or("");
        let Some(number) =
            number::typed(rest).filter(|number| number.mark == Mark::Bracketed && number.value == expected)
        else {
            continue;
        };
        if !(before.is_empty() || before.ends_with(['。', '；', '！', '：', ':'])) {
            continue;
        }
        expected += 1;
        cuts.push(start + at);
        if let Some(length) = name_length(rest.get(number.length..).unwrap_or("")) {
            cuts.push(start + at + number.length + length);
        }
    }
    cuts
}

/// Where a space behind a full stop is what is left of the end of a paragraph.
fn paragraphs(text: &str, start: usize, end: usize) -> Vec<usize> {
    let within = text.get(start..end).unwrap_or("");
    let ends = within.match_indices('。').filter_map(|(at, stop)| {
        let behind = at + stop.len();
        within.get(behind..).is_some_and(|rest| rest.starts_with(char::is_whitespace)).then_some(start + behind)
    });
    ends.collect()
}

/// How many bytes of a text are the name of a sub-heading, as far as something parts it from the text.
fn name_length(text: &str) -> Option<usize> {
    let end = text.char_indices().take(24).find(|(_, c)| c.is_whitespace() || "。，；：".contains(*c));
    if let Some((end, c)) = end
        && c.is_whitespace()
    {
        return Some(end);
    }
    let known = SUBHEADINGS.iter().find_map(|name| text.strip_prefix(name).map(|rest| (name.len(), rest)))?;
    let tail = ENDS.iter().find(|tail| known.1.starts_with(**tail))?;
    let length = known.0 + tail.len();
    text.get(length..).is_some_and(|rest| !rest.starts_with(['。', '，', '、', '：', '的'])).then_some(length)
}
