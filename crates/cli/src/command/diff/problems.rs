//! What came to be wrong, and what is so no more, in words.

use nianbao_builder::html::{ChangeKind, ChangedGroup, ChangedLine, ChangedPart};
use nianbao_model::Diagnostic;
use nianbao_workspace::Checked;

use super::ComparedStates;
use super::wording::line;

/// As many are told of each kind; `nianbao check` tells all.
const MOST: usize = 50;

/// The new ones first.
pub(super) fn group(compared: &ComparedStates) -> Option<ChangedGroup> {
    let findings = &compared.changes.findings;
    let new = part("新出现的问题", ChangeKind::Problem, &findings.new, compared.after.1);
    let gone = part("不再有的问题", ChangeKind::Note, &findings.gone, compared.before.1);
    let parts: Vec<ChangedPart> = new.into_iter().chain(gone).collect();
    (!parts.is_empty()).then(|| ChangedGroup { heading: "检查出的问题".to_owned(), parts })
}

fn part(title: &str, kind: ChangeKind, findings: &[Diagnostic], checked: &Checked) -> Option<ChangedPart> {
    let told = findings.iter().take(MOST).map(|finding| said(kind, finding, checked));
    let rest = findings.len().saturating_sub(MOST);
    let rest = (rest > 0).then(|| line(ChangeKind::Note, format!("还有 {rest} 个，用 nianbao check 可以看到全部")));
    let lines: Vec<ChangedLine> = told.chain(rest).collect();
    let heading = Some(format!("{title}（{} 个）", findings.len()));
    (!lines.is_empty()).then(|| ChangedPart { heading, figures: Vec::new(), lines })
}

fn said(kind: ChangeKind, finding: &Diagnostic, checked: &Checked) -> ChangedLine {
    let agency = finding.agency.as_ref().zip(checked.municipality.as_ref());
    let agency = agency.and_then(|(id, city)| city.agency(id)).map(|agency| agency.name.value.clone());
    let year = finding.year.map(|year| format!("{year} 年"));
    let whose: String = [agency, year].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let whose = if whose.is_empty() { whose } else { format!("{whose}，") };
    let place = finding.place().map(|span| {
        let (path, at) = (checked.sources.path(span.file), checked.sources.position(span));
        // Whose file it is was said.
        let file = path.rsplit('/').next().filter(|_| !whose.is_empty()).unwrap_or(path);
        format!("（{file} 第 {} 行）", at.line)
    });
    let (severity, message) = (finding.severity().name(), &finding.message);
    line(kind, format!("{whose}{severity} {}：{message}{}", finding.code.id, place.unwrap_or_default()))
}
