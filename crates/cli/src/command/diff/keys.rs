//! What changed of the site and of agencies, in words.

use nianbao_builder::html::{ChangeKind, ChangedGroup, ChangedLine, ChangedPart};
use nianbao_workspace::changes::{AgencyChanges, AgencyEvent, Changes, PictureChange, PictureEvent};

use super::wording::{field, line};

/// What changed of site.yaml.
pub(super) fn site(changes: &Changes) -> Option<ChangedGroup> {
    let fields = changes.site.iter().flat_map(field);
    let rewritten = changes.site_rewritten.then(|| rewritten("content/site.yaml"));
    let lines: Vec<ChangedLine> = fields.chain(changes.emblem.iter().map(picture)).chain(rewritten).collect();
    group("网站（site.yaml）".to_owned(), lines)
}

/// What changed of agency.yaml and of its folder.
pub(super) fn agency(agency: &AgencyChanges) -> Option<ChangedGroup> {
    let id = agency.id.as_str();
    let event = agency.event.as_ref().map(|event| match event {
        AgencyEvent::Added => line(ChangeKind::Added, "新增这个机关"),
        AgencyEvent::Removed => line(ChangeKind::Removed, "删去了这个机关的文件夹"),
        AgencyEvent::Renamed(from) => line(ChangeKind::Moved, format!("文件夹由 {from} 改为 {id}")),
    });
    let fields = agency.fields.iter().flat_map(field);
    let rewritten = agency.rewritten.then(|| rewritten("agency.yaml"));
    let folder = if id.is_empty() { String::new() } else { format!("（{id}）") };
    group(format!("{}{folder}", agency.name), event.into_iter().chain(fields).chain(rewritten).collect())
}

fn group(heading: String, lines: Vec<ChangedLine>) -> Option<ChangedGroup> {
    let part = ChangedPart { heading: None, figures: Vec::new(), lines };
    (!part.lines.is_empty()).then(|| ChangedGroup { heading, parts: vec![part] })
}

/// A picture that changed.
pub(super) fn picture(change: &PictureChange) -> ChangedLine {
    let name = &change.name;
    match change.event {
        PictureEvent::Added => line(ChangeKind::Added, format!("增加图片“{name}”")),
        PictureEvent::Removed => line(ChangeKind::Removed, format!("删去图片“{name}”")),
        PictureEvent::Changed => line(ChangeKind::Changed, format!("图片“{name}”换了内容")),
    }
}

/// A file that is written otherwise.
pub(super) fn rewritten(file: &str) -> ChangedLine {
    line(ChangeKind::Note, format!("{file} 的写法有改动（注释、空格、次序、强调一类），内容没有变"))
}
