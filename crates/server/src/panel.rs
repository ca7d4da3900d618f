//! What was found, put below a page.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use nianbao_builder::html::{FindingCounts, FindingView, PreviewPanel};
use nianbao_builder::{Page, address, percent_encoded};
use nianbao_model::{Diagnostic, Severity, Status};
use nianbao_workspace::{Checked, ReportKey};

use crate::snapshot::Snapshot;
use crate::{cms, form};

/// The panel of `page`; `has_form` says whether reports can be filled in.
pub(crate) fn panel(snapshot: &Snapshot, page: Page, version: &str, has_form: bool) -> PreviewPanel {
    let checked = snapshot.shown();
    let unfilled = checked.unfilled();
    let begun = checked.begun(&unfilled);
    let mut findings: Vec<&Diagnostic> = concerning(checked, page).collect();
    findings.sort_by_key(|finding| Reverse((finding.accepted.is_none(), finding.severity())));
    PreviewPanel {
        version: version.to_owned(),
        earlier: false,
        scope: match page {
            Page::Report(..) => Some("这份报告"),
            Page::Agency(_) => Some("这个机关"),
            Page::City if !findings.is_empty() => Some("全市的设置"),
            Page::City | Page::Year(_) | Page::Search | Page::NotFound => None,
        },
        record: matches!(page, Page::Report(_, report) if report.status == Status::Published)
            && !findings.iter().any(|finding| checked.blocks(finding)),
        counts: counts_of_page(page, &begun, &unfilled),
        findings: findings.into_iter().map(|finding| view(checked, page, finding)).collect(),
        all: counts_of_all(checked),
        forms: has_form,
        form: match page {
            Page::Report(agency, report) if has_form => {
                Some(format!("/{}{}/{}/", form::FOLDER, percent_encoded(address(&agency.id)), report.year))
            }
            _ => None,
        },
        cms: match page {
            Page::Report(agency, report) => cms::panel(checked, agency, report),
            _ => None,
        },
    }
}

/// What is put above an earlier state of a page, which cannot be made now because of `findings`.
pub(crate) fn of_earlier(snapshot: Option<&Snapshot>, findings: Vec<FindingView>, version: &str) -> PreviewPanel {
    let mut counts_of_page = FindingCounts::default();
    for finding in &findings {
        match finding.grade {
            grade if grade == Severity::Error.id() => counts_of_page.errors += 1,
            grade if grade == Severity::Warning.id() => counts_of_page.warnings += 1,
            _ => counts_of_page.hints += 1,
        }
    }
    PreviewPanel {
        version: version.to_owned(),
        earlier: true,
        scope: Some("这一页"),
        record: false,
        counts: counts_of_page,
        findings,
        all: snapshot.map(|snapshot| counts_of_all(snapshot.shown())).unwrap_or_default(),
        forms: false,
        form: None,
        cms: None,
    }
}

/// A finding; its figures are looked up on the page of their report.
fn view(checked: &Checked, page: Page, finding: &Diagnostic) -> FindingView {
    let view = FindingView::new(&checked.sources, finding);
    match page {
        Page::Report(_, report) => view.on_page_of(report, finding),
        _ => view,
    }
}

/// The findings that belong to a page: each stands on one page at least.
fn concerning<'a>(checked: &'a Checked, page: Page<'a>) -> impl Iterator<Item = &'a Diagnostic> {
    checked.findings.iter().filter(move |finding| concerns(page, finding))
}

fn concerns(page: Page, finding: &Diagnostic) -> bool {
    match page {
        Page::Report(agency, report) => finding.concerns(&agency.id, report.year),
        Page::Agency(agency) => finding.is_of(&agency.id),
        Page::City => finding.agency.is_none(),
        Page::Year(_) | Page::Search | Page::NotFound => false,
    }
}

/// How much of what was found, but for what reports that nobody has `begun` wait for, belongs to a page.
fn counts_of_page(page: Page, begun: &[&Diagnostic], unfilled: &BTreeSet<ReportKey>) -> FindingCounts {
    let shown = |(agency, year): &&ReportKey| match page {
        Page::Report(own, report) => own.id == *agency && report.year == *year,
        Page::Agency(own) => own.id == *agency,
        Page::City | Page::Year(_) | Page::Search | Page::NotFound => false,
    };
    let counts = counts(begun.iter().copied().filter(|finding| concerns(page, finding)));
    FindingCounts { unfilled: unfilled.iter().filter(shown).count(), ..counts }
}

fn counts_of_all(checked: &Checked) -> FindingCounts {
    let unfilled = checked.unfilled();
    FindingCounts { unfilled: unfilled.len(), ..counts(checked.begun(&unfilled)) }
}

fn counts<'a>(findings: impl IntoIterator<Item = &'a Diagnostic>) -> FindingCounts {
    let mut counts = FindingCounts::default();
    for finding in findings {
        match (&finding.accepted, finding.severity()) {
            (Some(_), _) => counts.accepted += 1,
            (None, Severity::Error) => counts.errors += 1,
            (None, Severity::Warning) => counts.warnings += 1,
            (None, Severity::Hint) => counts.hints += 1,
        }
    }
    counts
}

/// The page with the panel at its end.
pub(crate) fn put_below(mut page: String, panel: &str) -> String {
    let end = page.rfind("</body>").unwrap_or(page.len());
    page.insert_str(end, panel);
    page
}

/// The page with the panel at its beginning.
pub(crate) fn put_above(mut page: String, panel: &str) -> String {
    let body = page.find("<body").and_then(|tag| Some(tag + page.get(tag..)?.find('>')? + 1));
    page.insert_str(body.unwrap_or(0), panel);
    page
}

#[cfg(test)]
mod tests {
    use super::{put_above, put_below};

    #[test]
    fn what_is_wrong_stands_above_an_earlier_page() {
        assert_eq!(
            put_above("<html><body class=\"a\">文</body>".to_owned(), "板"),
            "<html><body class=\"a\">板文</body>"
        );
        assert_eq!(put_above("自己的模板".to_owned(), "板"), "板自己的模板");
    }

    #[test]
    fn the_panel_stands_at_the_end_of_the_page() {
        assert_eq!(put_below("<body>文</body></html>".to_owned(), "板"), "<body>文板</body></html>");
        assert_eq!(put_below("<p>自己的模板".to_owned(), "板"), "<p>自己的模板板");
    }
}
