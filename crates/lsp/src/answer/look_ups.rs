//! The figures that may be looked up between `{{` and `}}`, each with its value.

use gen_lsp_types::CompletionItemKind;

use super::figure::value;
use super::offer::{Offer, Offers};
use super::target::Target;
use crate::prose::look_ups;
use crate::session::Session;

/// What may be typed in the look-up in which the cursor stands; nothing where it stands in none.
pub(super) fn offers(session: &Session, target: &Target<'_>) -> Option<Offers> {
    let all = look_ups(target.text);
    let found = all.into_iter().find(|it| (it.inner.start..=it.inner.end).contains(&target.at))?;
    let report = target.subject.report().and_then(|(agency, year)| session.report(agency, year));
    let form = session.form(&target.subject);
    // What is not closed may go on with the sentence: only what was typed before the cursor is replaced.
    let end = if found.closed { found.inner.end } else { target.at };
    let close = if found.closed { "" } else { "}}" };
    let offer = |path: String| {
        let address = form.look_up(&path).ok()?;
        Some(Offer {
            text: format!(" {path} {close}"),
            detail: report.map(|(_, report)| value(report, &address)).unwrap_or_default(),
            more: form.label(&address),
            label: path,
            snippet: false,
            kind: CompletionItemKind::Reference,
        })
    };
    let offers = form.keys().paths().into_iter().filter_map(offer).collect();
    Some(Offers { word: found.inner.start..end, offers })
}
