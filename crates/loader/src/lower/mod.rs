//! From files and their trees to the model's values.

mod agency;
mod aggregation;
mod before;
mod choice;
mod date;
mod duty;
mod emblem;
mod fields;
mod figures;
mod keys;
mod lists;
mod notes;
mod quoted;
mod record;
mod report;
mod signature;
mod site;
mod syntax;
mod text;
mod unexpected;

use std::sync::Arc;

use nianbao_model::{Agency, Diagnostic, Municipality, Report, Site};

use crate::codes::files;
use crate::files::{file_name, join};
use crate::kept::Kept;
use crate::names::{AGENCY, SITE};
use crate::open_file::OpenFile;
use crate::session::Session;
#[cfg(test)]
use crate::session::Sink;
use crate::walk::{self, AgencyFolder, Tree, Unexpected, YearFolder};
use crate::yaml::{self, Node};

/// All that the content folder holds.
pub(crate) fn municipality(session: &mut Session, tree: &Tree, kept: &mut Kept) -> Option<Municipality> {
    let root = &tree.root;
    let path = join(&root.path, SITE);
    let site = if root.has(SITE) {
        site::read(session, root)
    } else {
        missing(session, &root.unexpected, &path, "新建这个文件，写上一行：网站名称: ××市政府信息公开工作年度报告");
        Site::default()
    };
    let (files, first) = (session.files, session.sources.next());
    kept.reports.read_ahead(files, session.sink.forms(), root, first);
    let agency = agency_below(session, root, kept);
    (root.has(SITE) || root.has(AGENCY))
        .then(|| Municipality { forms: session.sink.forms().clone(), ..Municipality::new(site, agency) })
}

/// An agency with its reports and all below it.
fn agency_below(session: &mut Session, folder: &AgencyFolder, kept: &mut Kept) -> Agency {
    session.sink.belongs_to(Some(&folder.id), None);
    let mut agency = if folder.unexpected.is_empty() {
        kept.agencies.part(session, &folder.path, folder.files.clone(), |session| agency::read(session, folder))
    } else {
        agency::read(session, folder)
    };
    unexpected::report(session, &folder.unexpected);
    for year in &folder.years {
        session.sink.belongs_to(Some(&folder.id), Some(year.year));
        agency.reports.extend(report_of_year(session, year, kept).map(|report| (year.year, report)));
    }
    agency.children = folder.children.iter().map(|child| agency_below(session, child, kept)).collect();
    agency.children.sort_by_key(|child| (child.order.is_none(), child.order, child.id.clone()));
    agency
}

/// The report in a folder. Where something unexpected lies there too, all is read anew: a path that is told of twice has one
/// place, whoever named it first.
fn report_of_year(session: &mut Session, folder: &YearFolder, kept: &mut Kept) -> Option<Arc<Report>> {
    if !folder.unexpected.is_empty() {
        return report_in(session, folder);
    }
    kept.reports.part(session, &folder.path, folder.listed(), |session| report_in(session, folder))
}

/// The report in a folder as its files say.
pub(crate) fn report_in(session: &mut Session, folder: &YearFolder) -> Option<Arc<Report>> {
    report::read(session, folder).map(Arc::new)
}

/// What a report.yaml says, without its narrative.
#[cfg(test)]
pub(crate) fn report_of(file: &OpenFile, sink: &mut Sink, year: i16, node: &Node) -> Option<Report> {
    report::lower(file, sink, year, node)
}

/// The tree of a YAML file.
fn yaml_tree(session: &mut Session, path: &str) -> Option<(OpenFile, Node)> {
    let file = session.open(path)?;
    let node = yaml::parse(&file, &mut session.sink)?;
    Some((file, node))
}

/// A file that must be there is not. Where it is only named wrongly, `unexpected` says so.
fn missing(session: &mut Session, unexpected: &[Unexpected], path: &str, help: &str) {
    let name = file_name(path);
    if walk::is_named_txt(unexpected, name) {
        return;
    }
    let span = session.place(path);
    let finding = Diagnostic::new(&files::MISSING_FILE, format!("这里应有 {name}，没有找到"));
    session.sink.report(finding.at(span, "").help(help));
}
