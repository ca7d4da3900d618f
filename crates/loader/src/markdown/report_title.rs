//! The title of the whole report, which came along with its text.

use nianbao_model::{Block, Diagnostic};

use super::lines::{line_at, without};
use super::part::{Part, PartKind, plain_text};
use super::titles::{REPORT_TITLE, bare};
use crate::codes::sections;
use crate::open_file::OpenFile;

/// No title of a report is longer, in bytes.
const LONGEST: usize = 150;

/// A title stands on no more lines, or in no more paragraphs: the agency, the title, the year in brackets.
const LINES: usize = 3;

/// Words of sentences that end as a title does.
const OF_SENTENCES: [&str; 17] = [
    "现将",
    "现公布",
    "根据",
    "按照",
    "依据",
    "依照",
    "编制",
    "公布",
    "发布",
    "制作",
    "撰写",
    "形成",
    "以下",
    "下面",
    "本报告",
    "这是",
    "报送",
];

/// How a line begins that goes on with the sentence of which the words of a title are the subject.
const GOING_ON: [&str; 16] =
    ["由", "是", "的", "已", "共", "包", "和", "及", "与", "于", "主要", "全文", "（以下", "，", "、", "。"];

/// Where the title of the report ends that begins on the line at `at`, behind `parts`.
pub(super) fn end(text: &str, at: usize, parts: &[Part]) -> Option<usize> {
    let mut words = words_of(parts)?;
    let (mut start, mut found) = (at, None);
    for _ in parts.len()..LINES {
        let (line, below) = line_at(text, start);
        words.push_str(line);
        if words.len() > LONGEST || line.trim().is_empty() {
            break;
        }
        if is_title(&words) && !GOING_ON.iter().any(|word| below.trim_start().starts_with(word)) {
            found = Some(start + line.trim_end().len());
        }
        let Some(length) = text.get(start..).and_then(|rest| rest.find('\n')) else { break };
        start += length + 1;
    }
    found
}

/// Says that `part` ends the title of the whole report, of which the parts `before` are the beginning.
pub(super) fn find(file: &OpenFile, before: &[Part], part: &Part) -> Option<Diagnostic> {
    let words = words_of(before)? + &paragraph(part)?;
    if !is_title(&words) {
        return None;
    }
    let first = file.text.get(part.span.start..part.span.end).and_then(|text| text.lines().next()).unwrap_or("");
    let place = file.span(part.span.start..part.span.start + first.len());
    let message = format!("“{}”是报告的大标题，由程序生成", bare(&words));
    let finding = Diagnostic::new(&sections::UNKNOWN_HEADING, message).at(place, "").help(REPORT_TITLE);
    let lines = before.iter().chain([part]);
    Some(lines.fold(finding, |finding, line| without(file, finding, line.span)))
}

/// The words of paragraphs that may be the beginning of a title.
fn words_of(parts: &[Part]) -> Option<String> {
    if parts.len() >= LINES { None } else { parts.iter().map(paragraph).collect() }
}

fn paragraph(part: &Part) -> Option<String> {
    match &part.kind {
        PartKind::Block(Block::Paragraph { content, .. }) => Some(plain_text(content)),
        _ => None,
    }
}

/// Whether a text is worded as the title of a report: an agency, a year, 政府信息公开工作年度报告.
fn is_title(text: &str) -> bool {
    if text.len() > LONGEST || text.contains(['，', '。', '；', '：', '！', '？']) {
        return false;
    }
    let name = bare(text).replace('*', "");
    let name = name.strip_prefix('《').and_then(|name| name.strip_suffix('》')).unwrap_or(&name);
    subject(without_year(name)).is_some_and(|subject| !is_of_sentence(subject))
}

/// A title without the year in brackets behind it.
fn without_year(name: &str) -> &str {
    let bracketed = name.strip_suffix(['）', ')']).and_then(|name| name.rsplit_once(['（', '(']));
    let is_year =
        |text: &str| text.trim_end_matches("度").ends_with('年') && text.starts_with(|c: char| c.is_numeric());
    bracketed.filter(|(_, year)| is_year(year)).map_or(name, |(title, _)| title)
}

/// What stands before 信息公开 in a title.
fn subject(name: &str) -> Option<&str> {
    let mut rest = name.strip_suffix("年报").or_else(|| name.strip_suffix("报告"))?;
    while let Some(shorter) = ["年度", "工作", "情况", "的"].iter().find_map(|word| rest.strip_suffix(word)) {
        rest = shorter;
    }
    rest.strip_suffix("信息公开").or_else(|| rest.strip_suffix("政务公开"))
}

fn is_of_sentence(subject: &str) -> bool {
    // 机构编制委员会 is an agency.
    let subject = subject.replace("机构编制", "");
    subject.contains('《') || OF_SENTENCES.iter().any(|word| subject.contains(word))
}
