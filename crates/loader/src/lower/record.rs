//! record.yaml: what was kept of a report when it was published.

use nianbao_model::{AgencyId, Diagnostic, Figures, Form, PublishedPart, PublishedSum, Record};

use super::fields::{Fields, start_of};
use super::figures::Reader;
use super::text::missing;
use super::yaml_tree;
use crate::codes::settings;
use crate::files::join;
use crate::keys::Key;
use crate::keys::record::{GROUP, NAME, PART_AGENCY, PART_FIGURES, PART_GROUP, PART_NAME, PARTS, SUM};
use crate::names::RECORD;
use crate::session::{Session, Sink};
use crate::walk::YearFolder;

const HELP: &str = "这个文件由 nianbao publish 写成，请不要改动；改坏了的，从备份里取回。";

/// What was kept, if there is such a file. It counts only for a record: `is_record` says whether the report is one.
pub(super) fn read(session: &mut Session, folder: &YearFolder, form: &'static Form, is_record: bool) -> Option<Record> {
    if !folder.has(RECORD) {
        return None;
    }
    let path = join(&folder.path, RECORD);
    if !is_record {
        let place = session.place(&path);
        let message = "状态不是“已公开”，公布时存下的名称和汇总数字（record.yaml）不起作用";
        let help = "这份报告又要改的，不必管它，下次公布会重新存；本来已经公开的，把 report.yaml 的状态改回“已公开”。";
        session.sink.report(Diagnostic::new(&settings::IDLE_RECORD, message).at(place, "").help(help));
        return None;
    }
    let (file, node) = yaml_tree(session, &path)?;
    let sink = &mut session.sink;
    let fields = Fields::read(&file, sink, &node, &GROUP)?;
    let name = fields.text(sink, &NAME);
    if name.is_none() {
        sink.report(missing(&NAME, fields.place_of(&NAME), HELP));
    }
    let sum = fields.get(&SUM).map(|node| PublishedSum {
        figures: figures(sink, &fields, &SUM, form),
        parts: parts(sink, &fields, form),
        span: start_of(&file, node),
    });
    Some(Record { name: name?, sum })
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
