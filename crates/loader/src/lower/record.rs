//! record.yaml: what was kept of a report when it was published.

use nianbao_model::{AgencyId, Diagnostic, Figures, Form, PublishedPart, PublishedSum, Record, Report, Status};

use super::fields::{Fields, start_of};
use super::figures::Reader;
use super::yaml_tree;
use crate::codes::settings;
use crate::files::join;
use crate::keys::Key;
use crate::keys::record::{
    CORRECTIONS, FOLDER, GROUP, NAME, PART_AGENCY, PART_FIGURES, PART_GROUP, PART_NAME, PARTS, SUM,
};
use crate::names::RECORD;
use crate::open_file::OpenFile;
use crate::session::{Session, Sink};
use crate::walk::YearFolder;
use crate::yaml::Node;

const HELP: &str = "这个文件由 nianbao publish 写成，请不要改动；改坏了的，从备份里取回。";

/// record.yaml as it is written, if there is one.
pub(super) fn tree(session: &mut Session, folder: &YearFolder) -> Option<(OpenFile, Node)> {
    if folder.has(RECORD) { yaml_tree(session, &join(&folder.path, RECORD)) } else { None }
}

/// What was kept of `report`. It counts only for a record, and beside the report that it was kept of.
pub(super) fn read(
    sink: &mut Sink,
    folder: &YearFolder,
    (file, node): &(OpenFile, Node),
    report: &Report,
) -> Option<Record> {
    let fields = Fields::read(file, sink, node, &GROUP)?;
    let place = fields.place_of(&NAME);
    if report.status != Status::Published {
        let message = "这份报告公布过（旁边有 record.yaml），状态却不是“已公开”";
        let help = "把 report.yaml 的状态改回“已公开”，有差错的写“更正”；要从网站上撤下来重写的，删去 record.yaml。";
        sink.report(Diagnostic::new(&settings::STRAY_RECORD, message).at(place, "").help(help));
        return None;
    }
    let [name, of] = fields.required(sink, [&NAME, &FOLDER], HELP);
    if let Some(of) = of.filter(|of| of.value != folder.path) {
        let message = format!("这里的 record.yaml 是另一份报告的（{}）", of.value);
        let help = "从别处复制来的，删去 record.yaml，把 report.yaml 的状态改为“起草”；改了文件夹名的，把这一行改成现在的文件夹。";
        sink.report(Diagnostic::new(&settings::STRAY_RECORD, message).at(of.span, "").help(help));
        return None;
    }
    let corrections = fields.text(sink, &CORRECTIONS).and_then(|count| count.value.parse().ok()).unwrap_or_default();
    let form = report.form;
    let sum = fields.get(&SUM).map(|node| PublishedSum {
        figures: figures(sink, &fields, &SUM, form),
        parts: parts(sink, &fields, form),
        span: start_of(file, node),
    });
    Some(Record { name: name?, corrections, sum })
}

fn parts(sink: &mut Sink, fields: &Fields<'_>, form: &'static Form) -> Vec<PublishedPart> {
    let items = fields.mappings(sink, &PARTS, &PART_GROUP);
    items.iter().filter_map(|item| part(sink, item, form)).collect()
}

fn part(sink: &mut Sink, fields: &Fields<'_>, form: &'static Form) -> Option<PublishedPart> {
    let [agency, name] = fields.required(sink, [&PART_AGENCY, &PART_NAME], HELP);
    let figures = figures(sink, fields, &PART_FIGURES, form);
    let steps = agency?.value;
    let agency = steps.split('/').filter(|step| !step.is_empty()).fold(AgencyId::root(), |id, step| id.child(step));
    Some(PublishedPart { agency, name: name?.value, figures })
}

/// The figures below `key`.
fn figures(sink: &mut Sink, fields: &Fields<'_>, key: &Key, form: &'static Form) -> Figures {
    let label = format!("“{}”", key.key);
    let below = fields.get(key).and_then(|node| Fields::of_figures(fields.file, sink, node, form.keys(), &label));
    below.map(|below| Reader { file: fields.file, sink, form }.figures(&below)).unwrap_or_default()
}
