//! A report as this program exports it for others (report.json).

mod file;
mod narrative;
mod tables;

#[cfg(test)]
mod tests;

use super::ReadError;
use crate::Document;
use crate::document::{Format, Paragraph, Part, Place, Run, Style};
use file::File;
use narrative::Narrative;

/// The document in report.json.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let file: File = serde_json::from_slice(bytes).map_err(|_| foreign(bytes))?;
    Ok(Document {
        format: Format::Json,
        labels: labels(&file),
        parts: parts(&file),
        footnotes: file.footnotes.iter().map(|note| vec![narrative::paragraph(note, Style::Body)]).collect(),
        ..Document::default()
    })
}

/// Why a file cannot be read that is JSON, or seems to be.
fn foreign(bytes: &[u8]) -> ReadError {
    let value: serde_json::Value = serde_json::from_slice(bytes).unwrap_or_default();
    let text = if value.get("reports").is_some() {
        "这是全市一年的数据，不是一份报告；请导入各机关报告旁边的 report.json"
    } else if value.is_null() {
        return ReadError::Damaged("不是完整的 JSON 文件，请重新下载".to_owned());
    } else {
        "这个 JSON 文件不是年报工坊导出的 report.json"
    };
    ReadError::Unsupported(text.to_owned())
}

fn labels(file: &File) -> Vec<(String, String)> {
    let entries = [
        ("ArticleTitle", Some(file.title.clone())),
        ("agency", Some(file.agency.name.clone())),
        ("year", Some(file.year.to_string())),
        ("PubDate", file.published.clone()),
        ("Url", file.source.clone()),
        ("索引号", file.index_number.clone()),
        ("文号", file.document_number.clone()),
        ("关键词", (!file.keywords.is_empty()).then(|| file.keywords.join("；"))),
    ];
    entries.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

fn parts(file: &File) -> Vec<Part> {
    let mut narrative = Narrative::default();
    narrative.line(&file.title, Style::Title);
    narrative.blocks(&file.introduction);
    for section in &file.sections {
        narrative.line(&format!("{}、{}", section.number, section.heading), Style::Heading(1));
        narrative.blocks(&section.blocks);
        narrative.parts.extend(section.table.into_iter().flat_map(|number| tables::table(file, number)));
    }
    if let Some(signature) = &file.signature {
        narrative.line(&signature.agency, Style::Body);
        narrative.line(&signature.date, Style::Body);
    }
    if !file.corrections.is_empty() {
        narrative.line("更正", Style::Heading(1));
    }
    for correction in &file.corrections {
        narrative.line(&format!("{}：{}", correction.date, correction.text), Style::Body);
    }
    narrative.parts
}

impl Narrative {
    fn line(&mut self, text: &str, style: Style) {
        let runs = vec![Run { text: text.to_owned(), ..Run::default() }];
        self.parts.push(Part::Paragraph(Paragraph { style, runs, place: Place::Unknown, ..Paragraph::default() }));
    }
}
