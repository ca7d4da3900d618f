//! Whether a finding in an imported report is told of the source or of how it was read.

use std::ops::Range;

use nianbao_model::{Address, Diagnostic, Report, Section, SectionKind, Span};

use crate::{Blame, Doubt, Subject};

/// Whose fault `finding` is: that of reading if it points at something that one of `doubts` is about. `report` is what was read
/// back from the files that were written, `None` where they could not be read.
pub fn blame(finding: &Diagnostic, report: Option<&Report>, doubts: &[Doubt]) -> Blame {
    let doubtful = doubts.iter().any(|doubt| match report {
        Some(report) => {
            finding.labels.iter().any(|label| concerns(&doubt.subject, report, label.span))
                || is_missed(&doubt.subject, report, finding)
        }
        None => true,
    });
    if doubtful { Blame::Reading } else { Blame::Source }
}

/// Whether what is written at `place` is `subject`.
fn concerns(subject: &Subject, report: &Report, place: Span) -> bool {
    match subject {
        Subject::Document => true,
        Subject::Record => record(report).any(|span| meet(span, place)),
        Subject::Figure(address) | Subject::Row(address) => {
            let mut cells = address.cells().filter_map(|cell| report.figures.at(cell)?.span);
            let mut totals = report.stated.iter().filter(|stated| holds(address, &stated.address));
            cells.any(|span| meet(span, place)) || totals.any(|stated| meet(stated.span, place))
        }
        Subject::Section(kind) => section(report, *kind).is_some_and(|span| meet(span, place)),
    }
}

/// Whether all cells of `inner` are among those of `outer`.
fn holds(outer: &Address, inner: &Address) -> bool {
    let within = |outer: &Range<usize>, inner: &Range<usize>| outer.start <= inner.start && inner.end <= outer.end;
    outer.block == inner.block && within(&outer.rows, &inner.rows) && within(&outer.columns, &inner.columns)
}

/// Whether `subject` is a section that was not found and `finding` names it: it stands nowhere that could be pointed at.
fn is_missed(subject: &Subject, report: &Report, finding: &Diagnostic) -> bool {
    match subject {
        Subject::Section(Some(kind)) => {
            section(report, Some(*kind)).is_none() && finding.message.contains(kind.heading())
        }
        _ => false,
    }
}

/// Where the entries of the record stand.
fn record(report: &Report) -> impl Iterator<Item = Span> {
    let texts = [&report.title, &report.source, &report.filing.index, &report.filing.document];
    let texts = texts.into_iter().flatten().map(|text| text.span);
    let signature = report.signature.iter().flat_map(|signature| {
        let agency = signature.agency.as_ref().map(|agency| agency.span);
        agency.into_iter().chain(signature.date.as_ref().map(|date| date.span))
    });
    texts.chain(report.published.as_ref().map(|day| day.span)).chain(signature)
}

/// Where a section stands in the narrative, to the heading of the next one; the introduction as `None`.
fn section(report: &Report, kind: Option<SectionKind>) -> Option<Span> {
    let sections = &report.narrative.sections;
    let begins = |section: &Section| section.heading;
    let Some(kind) = kind else {
        let first = sections.first().map(begins)?;
        return Some(Span::new(first.file, 0, first.start));
    };
    let at = sections.iter().position(|section| section.kind == kind)?;
    let start = sections.get(at).map(begins)?;
    let end = sections.get(at.saturating_add(1)).map_or(usize::MAX, |next| next.heading.start);
    Some(Span::new(start.file, start.start, end))
}

/// Whether two places have something in common; what points between two letters counts as well.
fn meet(one: Span, other: Span) -> bool {
    one.file == other.file && one.start <= other.end && other.start <= one.end
}

#[cfg(test)]
mod tests {
    use nianbao_model::figures::Cell;
    use nianbao_model::{Code, FileId, Kind, Severity};

    use super::*;

    static CODE: Code = Code { id: "X001", kind: Kind::Syntax, severity: Severity::Error, title: "", docs: "" };

    fn doubt(subject: Subject) -> Doubt {
        Doubt { subject, message: String::new(), hint: None, spot: None }
    }

    #[test]
    fn reading_is_to_blame_for_what_it_was_not_certain_of() {
        let mut report = Report::blank(2024);
        let [one, other] =
            ["申请.本年新收.自然人", "申请.本年新收.其他"].map(|path| report.form.look_up(path).unwrap());
        let span = Span::new(FileId(0), 10, 12);
        report.figures.set(&one, Cell { span: Some(span), ..Cell::default() });
        report.figures.set(&other, Cell { span: Some(Span::new(FileId(0), 20, 22)), ..Cell::default() });
        let finding = Diagnostic::new(&CODE, "").at(span, "");
        assert_eq!(blame(&finding, Some(&report), &[doubt(Subject::Figure(one))]), Blame::Reading);
        assert_eq!(blame(&finding, Some(&report), &[doubt(Subject::Figure(other))]), Blame::Source);
        assert_eq!(blame(&finding, Some(&report), &[]), Blame::Source);
        assert_eq!(blame(&finding, Some(&report), &[doubt(Subject::Document)]), Blame::Reading);
        let lacking = Diagnostic::new(&CODE, "缺少第一部分“总体情况”");
        let sections = [SectionKind::Overview, SectionKind::Problems].map(|kind| doubt(Subject::Section(Some(kind))));
        assert_eq!(blame(&lacking, Some(&report), &sections[..1]), Blame::Reading);
        assert_eq!(blame(&lacking, Some(&report), &sections[1..]), Blame::Source);
    }
}
