//! report.yaml and narrative.md of one year.

use std::collections::BTreeMap;
use std::path::Path;

use nianbao_model::{Diagnostic, Filing, Form, Narrative, Report, Spanned, Status};

use super::fields::{Fields, Key, missing};
use super::figures::Reader;
use super::number::half_width;
use super::{
    acceptances, aggregation, choice, corrections, date, notes, oddities, signature, text, undivided, yaml_tree,
};
use crate::codes::settings;
use crate::markdown;
use crate::names::{NARRATIVE, REPORT};
use crate::session::{OpenFile, Session, Sink};
use crate::walk::{Oddity, OddityKind, YearFolder};
use crate::yaml::Node;

const KEYS: [Key; 13] = [
    ("年度", "year"),
    ("标题", "title"),
    ("发布日期", "published"),
    ("状态", "status"),
    ("来源", "source"),
    ("索引号", "index_number"),
    ("文号", "document_number"),
    ("关键词", "keywords"),
    ("落款", "signature"),
    ("更正", "corrections"),
    ("表注", "notes"),
    ("表内合计", "stated"),
    ("说明", "acceptances"),
];
const NARRATIVE_HELP: &str =
    "新建这个文件，写上 # 总体情况、# 存在的主要问题及改进情况、# 其他需要报告的事项 三个部分。";

/// The report of a year, unless its figures cannot be read at all.
pub(super) fn read(session: &mut Session, folder: &YearFolder) -> Option<Report> {
    let figures = figures(session, folder);
    let form = figures.as_ref().map(|report| report.form).or_else(|| Form::of_year(folder.year));
    let prose = prose(session, folder, form.unwrap_or(Form::latest()));
    leftovers(session, folder, &prose);
    let report = figures?;
    Some(Report { narrative: prose.narrative, images: prose.images, ..report })
}

/// report.yaml.
fn figures(session: &mut Session, folder: &YearFolder) -> Option<Report> {
    let path = folder.path.join(REPORT);
    if !folder.has(REPORT) {
        let help = format!("新建这个文件，从 年度: {} 写起；也可以从别的年度复制一份再改。", folder.year);
        super::missing(session, &folder.oddities, &path, &help);
        return None;
    }
    let (file, node) = yaml_tree(session, &path)?;
    lower(&file, &mut session.sink, folder.year, &node)
}

/// narrative.md.
fn prose(session: &mut Session, folder: &YearFolder, form: &'static Form) -> markdown::Prose {
    let path: &Path = &folder.path.join(NARRATIVE);
    if !folder.has(NARRATIVE) {
        super::missing(session, &folder.oddities, path, NARRATIVE_HELP);
        return markdown::Prose::default();
    }
    match session.open(path) {
        Some(file) => markdown::read(&file, &mut session.sink, form, &folder.path),
        None => markdown::Prose::default(),
    }
}

/// Files of the folder that are neither read nor shown.
fn leftovers(session: &mut Session, folder: &YearFolder, prose: &markdown::Prose) {
    oddities::report(session, &folder.oddities);
    let unused = folder.images.iter().filter(|name| !prose.mentioned.contains(*name));
    let unused: Vec<Oddity> = unused
        .map(|name| Oddity { path: folder.path.join(name), kind: OddityKind::UnusedImage { by: NARRATIVE } })
        .collect();
    oddities::report(session, &unused);
}

fn lower(file: &OpenFile, sink: &mut Sink, folder_year: i16, node: &Node) -> Option<Report> {
    let form = Form::of_year(folder_year);
    let figures = form.unwrap_or(Form::latest()).keys().children.iter().map(|key| (key.key, key.name));
    let keys: Vec<Key> = KEYS.into_iter().chain(figures).chain(aggregation::KEYS).collect();
    let fields = Fields::read(file, sink, node, &keys, "文件内容")?;
    let place = year(file, sink, &fields, folder_year);
    let Some(form) = form else {
        let message = format!("{folder_year} 年的报告还没有统一的格式，只支持 2019 年及以后");
        sink.report(
            Diagnostic::new(&settings::FORM, message).at(place, "").help("把这一年的文件夹移到 content 之外。"),
        );
        return None;
    };
    let status = text::field(file, sink, &fields, "状态").map_or(Status::default(), |word| choice::status(sink, &word));
    let form = undivided::form(sink, &fields, form, status);
    let figures = Reader { file, sink, form }.figures(&fields);
    let (aggregation, form) = aggregation::read(file, sink, &fields, form, status, !figures.is_empty());
    let published = text::field(file, sink, &fields, "发布日期").and_then(|day| date::read(sink, &day, "发布日期"));
    let signature = fields.get("落款").and_then(|node| signature::read(file, sink, node, published.is_some()));
    let mut reader = Reader { file, sink, form };
    let stated = fields.get("表内合计").map(|node| reader.stated(node)).unwrap_or_default();
    Some(Report {
        year: folder_year,
        form,
        title: text::field(file, sink, &fields, "标题"),
        status,
        published,
        source: text::address(file, sink, &fields, "来源"),
        filing: filing(file, sink, &fields),
        signature,
        corrections: fields.get("更正").map(|node| corrections::read(file, sink, node)).unwrap_or_default(),
        aggregation,
        figures,
        notes: fields.get("表注").map(|node| notes::read(file, sink, node)).unwrap_or_default(),
        stated,
        acceptances: fields.get("说明").map(|node| acceptances::read(file, sink, node)).unwrap_or_default(),
        narrative: Narrative::default(),
        images: BTreeMap::new(),
    })
}

/// 索引号, 文号 and 关键词: a list, or words with marks between.
fn filing(file: &OpenFile, sink: &mut Sink, fields: &Fields<'_>) -> Filing {
    let mut word = |key| text::field(file, sink, fields, key).map(|word| word.value);
    let (index, document) = (word("索引号"), word("文号"));
    let words = fields.get("关键词").map(|node| text::list(file, sink, node, "关键词")).unwrap_or_default();
    let keywords = words.iter().flat_map(|words| words.value.split(['、', '，', '；', ',', ';'])).map(str::trim);
    Filing { index, document, keywords: keywords.filter(|word| !word.is_empty()).map(str::to_owned).collect() }
}

/// 年度 must be the folder's year; returns where it stands.
fn year(file: &OpenFile, sink: &mut Sink, fields: &Fields<'_>, folder: i16) -> nianbao_model::Span {
    let expected = folder.to_string();
    let Some(Spanned { value, span }) = text::field(file, sink, fields, "年度") else {
        let place = fields.entry("年度").map_or(file.start(), |entry| entry.key.span);
        sink.report(missing("年度", place, &format!("在文件开头写上一行：年度: {expected}")));
        return place;
    };
    let narrow = half_width(&value);
    if value != expected && narrow.trim_end_matches(['年', '度']).trim() == expected {
        let message = format!("年度只写四位数字，这里是“{value}”");
        let finding = Diagnostic::new(&settings::YEAR, message).at(span, "").help(format!("改为 年度: {expected}"));
        sink.report(finding.suggest(span, expected));
    } else if value != expected {
        let message = format!("年度应与文件夹一致，文件夹是 {expected}，这里是“{value}”");
        let help = "核对内容是哪一年的：改正年度，或把文件移到那一年的文件夹。";
        sink.report(Diagnostic::new(&settings::YEAR, message).at(span, "").help(help));
    }
    span
}
