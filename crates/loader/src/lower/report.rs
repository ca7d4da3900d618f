//! report.yaml, narrative.md and record.yaml of one year.

use std::collections::BTreeMap;

use nianbao_model::{Diagnostic, Filing, Form, Narrative, Report, Spanned, Status};

use super::fields::Fields;
use super::figures::{Reader, older, undivided};
use super::text::missing;
use super::{aggregation, choice, date, lists, notes, record, signature, unexpected, yaml_tree};
use crate::codes::settings;
use crate::files::join;
use crate::keys::report::{DOCUMENT_NUMBER, INDEX_NUMBER, KEYWORDS, PUBLISHED, SOURCE, STATED, STATUS, TITLE, YEAR};
use crate::markdown;
use crate::names::{NARRATIVE, REPORT};
use crate::open_file::OpenFile;
use crate::picture::{self, PictureFolder};
use crate::session::{Session, Sink};
use crate::walk::{Unexpected, UnexpectedKind, YearFolder};
use crate::yaml::Node;
use nianbao_model::number::half_width;

const NARRATIVE_HELP: &str =
    "新建这个文件，写上 # 总体情况、# 存在的主要问题及改进情况、# 其他需要报告的事项 三个部分。";

/// The report of a year, unless its figures cannot be read at all.
pub(super) fn read(session: &mut Session, folder: &YearFolder) -> Option<Report> {
    let kept = record::tree(session, folder);
    let figures = figures(session, folder);
    let form = figures.as_ref().map(|report| report.form).or_else(|| session.sink.forms().of_year(folder.year));
    let mut prose = prose(session, folder, form.unwrap_or(session.sink.forms().latest()));
    leftovers(session, folder, &prose);
    let Some(report) = figures else {
        session.sink.report_all(picture::publish(&prose.narrative, &mut prose.images));
        return None;
    };
    let record = kept.and_then(|kept| record::read(&mut session.sink, folder, &kept, &report));
    Some(Report { narrative: prose.narrative, images: prose.images, record, ..report })
}

/// report.yaml.
fn figures(session: &mut Session, folder: &YearFolder) -> Option<Report> {
    let path = join(&folder.path, REPORT);
    if !folder.has(REPORT) {
        let help = format!("新建这个文件，从 年度: {} 写起；也可以从别的年度复制一份再改。", folder.year);
        super::missing(session, &folder.unexpected, &path, &help);
        return None;
    }
    let (file, node) = yaml_tree(session, &path)?;
    lower(&file, &mut session.sink, folder.year, &node)
}

/// narrative.md.
fn prose(session: &mut Session, folder: &YearFolder, form: &'static Form) -> markdown::Prose {
    let path = &join(&folder.path, NARRATIVE);
    if !folder.has(NARRATIVE) {
        super::missing(session, &folder.unexpected, path, NARRATIVE_HELP);
        return markdown::Prose::default();
    }
    match session.open(path) {
        Some(file) => {
            let pictures = PictureFolder::new(session.files, &folder.path, "这份报告的文件夹");
            markdown::read(&file, &mut session.sink, form, pictures)
        }
        None => markdown::Prose::default(),
    }
}

/// Files of the folder that are neither read nor shown.
fn leftovers(session: &mut Session, folder: &YearFolder, prose: &markdown::Prose) {
    unexpected::report(session, &folder.unexpected);
    let unused = folder.images.iter().filter(|name| !prose.mentioned.contains(*name));
    let unused: Vec<Unexpected> = unused
        .map(|name| Unexpected { path: join(&folder.path, name), kind: UnexpectedKind::UnusedImage { by: NARRATIVE } })
        .collect();
    unexpected::report(session, &unused);
}

pub(super) fn lower(file: &OpenFile, sink: &mut Sink, folder_year: i16, node: &Node) -> Option<Report> {
    let form = sink.forms().of_year(folder_year).filter(|_| date::YEARS.contains(&folder_year));
    let fields = Fields::of_report(file, sink, node, form.unwrap_or(sink.forms().latest()))?;
    let place = year(sink, &fields, folder_year);
    let Some(form) = form else {
        sink.report(without_form(folder_year).at(place, ""));
        return None;
    };
    let status = fields.text(sink, &STATUS).map_or(Status::default(), |word| choice::status(sink, &word));
    let form = older::form(sink, &fields, form);
    let form = undivided::form(sink, &fields, form, status);
    let figures = Reader { file, sink, form }.figures(&fields);
    let (aggregation, form) = aggregation::read(sink, &fields, form, status, !figures.is_empty());
    let published = fields.text(sink, &PUBLISHED).and_then(|day| date::read(sink, &day, &PUBLISHED));
    let stated = fields.get(&STATED).map(|node| Reader { file, sink, form }.stated(node)).unwrap_or_default();
    Some(Report {
        year: folder_year,
        form,
        title: fields.text(sink, &TITLE),
        status,
        source: fields.address(sink, &SOURCE),
        filing: filing(sink, &fields),
        signature: signature::read(sink, &fields, published.is_some()),
        published,
        corrections: lists::corrections(sink, &fields),
        aggregation,
        figures,
        notes: notes::read(sink, &fields),
        stated,
        acceptances: lists::acceptances(sink, &fields),
        record: None,
        narrative: Narrative::default(),
        images: BTreeMap::new(),
    })
}

/// 索引号, 文号 and 关键词: a list, or words with marks between.
fn filing(sink: &mut Sink, fields: &Fields<'_>) -> Filing {
    let (index, document) = (fields.text(sink, &INDEX_NUMBER), fields.text(sink, &DOCUMENT_NUMBER));
    let words = fields.words(sink, &KEYWORDS);
    let keywords = words.iter().flat_map(|words| words.value.split(['、', '，', '；', ',', ';'])).map(str::trim);
    Filing { index, document, keywords: keywords.filter(|word| !word.is_empty()).map(str::to_owned).collect() }
}

/// What is said of a year that no form is known for.
fn without_form(year: i16) -> Diagnostic {
    if year > *date::YEARS.end() {
        let message = format!("{year} 年还很远，不会有报告");
        return Diagnostic::new(&settings::FORM, message).help("把文件夹改名为报告所属的年度，年度也跟着改。");
    }
    let message = format!("{year} 年的报告还没有统一的格式，只支持 2019 年及以后");
    Diagnostic::new(&settings::FORM, message).help("把这一年的文件夹移到 content 之外。")
}

/// 年度 must be the folder's year; returns where it stands.
fn year(sink: &mut Sink, fields: &Fields<'_>, folder: i16) -> nianbao_model::Span {
    let expected = folder.to_string();
    let Some(Spanned { value, span }) = fields.text(sink, &YEAR) else {
        let place = fields.place_of(&YEAR);
        sink.report(missing(&YEAR, place, &format!("在文件开头写上一行：年度: {expected}")));
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
