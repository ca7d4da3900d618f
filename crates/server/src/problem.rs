//! What is shown where a page cannot be.

use nianbao_builder::html::{FindingView, ProblemPage};
use nianbao_builder::view::LinkView;
use nianbao_builder::{Page, Product, address};
use nianbao_loader::codes::files::{NOT_TEXT, TOO_LARGE, UNREADABLE};
use nianbao_model::{Agency, Diagnostic, Municipality};
use nianbao_workspace::nearest_agency;

use crate::snapshot::Snapshot;

/// How long, in bytes, an address is for which we look for similar ones.
const LONGEST: usize = 300;

/// A page that cannot be made, and why; `others` says whether there are any that can.
pub(crate) fn broken(findings: Vec<FindingView>, others: bool, version: &str) -> ProblemPage {
    ProblemPage {
        version: version.to_owned(),
        title: "这一页暂时显示不了".to_owned(),
        lead: "改好下面的问题，保存以后这里自动刷新。".to_owned(),
        findings,
        nearby: Vec::new(),
        others,
    }
}

/// An address that nothing stands at.
pub(crate) fn missing(path: &str, municipality: &Municipality, version: &str) -> ProblemPage {
    ProblemPage {
        version: version.to_owned(),
        title: "没有这个网页".to_owned(),
        lead: format!("网址里的“/{path}”没有对应的机关或年度。可能写错了，也可能文件夹改了名。"),
        findings: Vec::new(),
        nearby: nearby(path, municipality),
        others: true,
    }
}

/// The agency that is probably meant. Nobody mistypes an address of this length.
fn nearby(path: &str, municipality: &Municipality) -> Vec<LinkView> {
    let subject = Some(subject(path)).filter(|subject| subject.len() <= LONGEST);
    subject.and_then(|subject| nearest_agency(subject, municipality)).map(links).unwrap_or_default()
}

/// What is wrong with the agency or report that `path` would be the page of.
pub(crate) fn concerning(path: &str, snapshot: &Snapshot) -> Vec<FindingView> {
    let checked = snapshot.shown();
    let folder = folder(path);
    let is_of = |finding: &&Diagnostic| match (&finding.agency, finding.year) {
        (Some(agency), None) => folder == address(agency),
        (Some(agency), Some(year)) => folder == format!("{}/{year}", address(agency)),
        (None, _) => false,
    };
    checked.findings.iter().filter(is_of).map(|finding| FindingView::new(&checked.sources, finding)).collect()
}

/// Why the text of the report that `product` shows could not be read, if so: tables alone must not pass for the report.
pub(crate) fn without_text(product: Product, snapshot: &Snapshot) -> Vec<FindingView> {
    let (Product::Page(Page::Report(agency, report)) | Product::Pdf(agency, report)) = product else {
        return Vec::new();
    };
    let checked = snapshot.shown();
    let is_unread = |finding: &&Diagnostic| {
        let file = finding.place().map(|place| checked.sources.path(place.file));
        finding.is_about(&agency.id, report.year)
            && [&NOT_TEXT, &TOO_LARGE, &UNREADABLE].iter().any(|code| finding.code.id == code.id)
            && file.is_some_and(|file| file.ends_with("/narrative.md"))
    };
    checked.findings.iter().filter(is_unread).map(|finding| FindingView::new(&checked.sources, finding)).collect()
}

/// The folder that a page stands in.
fn folder(path: &str) -> &str {
    path.strip_suffix("index.html").unwrap_or(path).trim_end_matches('/')
}

/// The agency that a path names, its year left out.
fn subject(path: &str) -> &str {
    let folder = folder(path);
    match folder.rsplit_once('/') {
        Some((agency, year)) if year.parse::<i16>().is_ok() => agency,
        _ => folder,
    }
}

/// An agency and its reports.
fn links(agency: &Agency) -> Vec<LinkView> {
    let folder = address(&agency.id);
    let to_agency = LinkView { text: agency.name.value.clone(), href: format!("/{folder}/index.html") };
    let to_report = |year: &i16| LinkView { text: format!("{year}年"), href: format!("/{folder}/{year}/index.html") };
    std::iter::once(to_agency).chain(agency.reports.keys().rev().map(to_report)).collect()
}
