//! Showing findings, one way a file. A renderer knows nothing of rules, and rules nothing of renderers.

mod diff;
mod full;
mod github;
mod html;
mod json;
mod sarif;
mod short;
mod summary;

use nianbao_model::Diagnostic;

use crate::args::Format;
use crate::workspace::Checked;

pub(crate) use diff::diff;
pub(crate) use html::{view, views};

/// All findings with their summary, in the form asked for.
pub(crate) fn render(checked: &Checked, format: Format, coloured: bool) -> String {
    match format {
        Format::Full => full::render(checked, coloured) + &summary::render(checked),
        Format::Short => short::render(checked) + &summary::render(checked),
        Format::Github => github::render(checked) + &summary::render(checked),
        Format::Json => json::render(checked),
        Format::Sarif => sarif::render(checked),
    }
}

/// All that is said of a finding where no source lines are shown: what is wrong, then why that is accepted or what
/// to do.
fn said(finding: &Diagnostic) -> String {
    let Diagnostic { message, help, accepted, .. } = finding;
    match (accepted, help) {
        (Some(reason), _) => format!("{message}\n已说明：{reason}"),
        (None, Some(help)) => format!("{message}\n怎样改：{help}"),
        (None, None) => message.clone(),
    }
}
