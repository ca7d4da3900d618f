//! Kinds that are written in characters.

use super::{Kind, ending};
use crate::read::ReadError;
use crate::read::encoding::decode;

/// How much of a file is looked at.
const HEAD: usize = 16 << 10;

/// How many lines of it say whether it is a table.
const LINES: usize = 40;

/// The kind of a file of characters.
pub(super) fn kind(name: &str, bytes: &[u8]) -> Result<Kind, ReadError> {
    let head = decode(bytes.get(..HEAD).unwrap_or(bytes)).map_err(|_| ReadError::Unknown(name.to_owned()))?.text;
    let head = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if head.trim().is_empty() && bytes.len() <= HEAD {
        return Err(ReadError::Damaged("文件里没有文字".to_owned()));
    }
    if head.starts_with("{\\rtf") {
        return Err(ReadError::OldWord);
    }
    if head.starts_with('{')
        && ["\"", "}"].iter().any(|next| head.get(1..).unwrap_or_default().trim_start().starts_with(next))
    {
        return Ok(Kind::Json);
    }
    let by_name = match ending(name).as_str() {
        "md" | "markdown" => Some(Kind::Markdown),
        "csv" | "tsv" => Some(Kind::Csv),
        _ => None,
    };
    if by_name.is_none_or(|kind| kind != Kind::Markdown || is_whole_page(head)) && is_marked_up(head) {
        return marked_up(name, head);
    }
    if is_archived_page(head) {
        return Ok(Kind::Html);
    }
    Ok(by_name.unwrap_or_else(|| plain(name, head)))
}

fn plain(name: &str, head: &str) -> Kind {
    if is_markdown(head) {
        Kind::Markdown
    } else if matches!(ending(name).as_str(), "xls" | "xlsx" | "et") || has_commas(head) || has_tabs(head) {
        Kind::Csv
    } else {
        Kind::Text
    }
}

/// What kind of markup it is: files of Word and Excel may be XML through and through.
fn marked_up(name: &str, head: &str) -> Result<Kind, ReadError> {
    if head.contains("progid=\"Word.Document\"") || head.contains("<w:wordDocument") || head.contains("<pkg:package") {
        return Err(ReadError::OldWord);
    }
    if head.contains("progid=\"Excel.Sheet\"")
        || head.contains("urn:schemas-microsoft-com:office:spreadsheet\"") && head.starts_with("<?xml")
    {
        return Err(ReadError::Unsupported(
            "这是 XML 格式的工作簿；请用 Excel 或 WPS 打开后“另存为 .xlsx”，再导入".to_owned(),
        ));
    }
    if head.starts_with("<svg") || head.contains("<uof:") || head.contains("office:document") {
        return Err(ReadError::Unknown(name.to_owned()));
    }
    Ok(Kind::Html)
}

/// Whether it begins as a page or a piece of one; what the clipboard puts before a piece is passed over.
fn is_marked_up(head: &str) -> bool {
    let tag = head.strip_prefix('<').and_then(|rest| rest.chars().next());
    let clipboard = head.starts_with("Version:") && head.contains("StartHTML:");
    let tags = ["<html", "<body", "<table", "</p>", "</td>", "</div>", "<br>", "<br/>", "</span>"];
    let lower = head.to_ascii_lowercase();
    clipboard
        || tag.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '!' | '?'))
        || tags.iter().map(|tag| lower.matches(tag).count()).sum::<usize>() >= 3
}

fn is_whole_page(head: &str) -> bool {
    let lower = head.to_ascii_lowercase();
    lower.starts_with("<!doctype html") || lower.starts_with("<html")
}

/// A page with its pictures in one file, as browsers (`.mhtml`) and Word (`.mht`) save it.
fn is_archived_page(head: &str) -> bool {
    let lower = head.to_ascii_lowercase();
    lower.contains("mime-version:")
        && (lower.contains("multipart/related") || lower.contains("content-type: text/html"))
}

fn is_markdown(head: &str) -> bool {
    let is_heading = |line: &str| {
        let text = line.trim_start_matches('#');
        matches!(line.len() - text.len(), 1..=6) && text.starts_with(' ') && !text.trim().is_empty()
    };
    let mut lines = head.lines().filter(|line| !line.trim().is_empty());
    lines.next().is_some_and(is_heading) || lines.filter(|line| is_heading(line)).count() >= 2
}

/// Whether its lines have the same number of commas: prose in Chinese has none of these.
fn has_commas(head: &str) -> bool {
    let lines: Vec<usize> =
        head.lines().filter(|line| !line.trim().is_empty()).take(LINES).map(|line| line.matches(',').count()).collect();
    let most = lines.iter().copied().max().unwrap_or(0);
    lines.len() >= 2 && most >= 1 && lines.iter().filter(|&&count| count > 0).count() * 5 >= lines.len() * 4
}

/// Whether it is a sheet that Excel saved as Unicode text: tabs in nearly every line, those of titles included, or quotes
/// around a field. What is copied from a page has none in its paragraphs, but perhaps before them.
fn has_tabs(head: &str) -> bool {
    let lines: Vec<&str> = head.lines().filter(|line| !line.trim().is_empty()).take(LINES).collect();
    let within = lines.iter().filter(|line| line.trim_start().contains('\t')).count();
    let trailing = lines.iter().filter(|line| line.ends_with('\t')).count();
    let quoted = head.contains("\t\"") || head.contains("\"\t");
    lines.len() >= 2 && within * 5 >= lines.len() * 4 && (quoted || trailing >= 2)
}
