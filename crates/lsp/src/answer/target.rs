//! The text and the place that a question is about.

use gen_lsp_types::TextDocumentPositionParams;

use crate::session::Session;
use crate::subject::Subject;

/// The text and the place that a question is about.
pub(super) struct Target<'s> {
    /// Its path, counted from the workspace.
    pub(super) path: String,
    /// What the file is.
    pub(super) subject: Subject,
    /// Its text.
    pub(super) text: &'s str,
    /// The byte that is meant.
    pub(super) at: usize,
}

impl<'s> Target<'s> {
    /// What `place` means; nothing where it is in no file of a report, agency or site.
    pub(super) fn of(session: &'s Session, place: &TextDocumentPositionParams) -> Option<Self> {
        let path = session.path(&place.text_document.uri.0)?;
        let subject = Subject::of(&path)?;
        let text = session.text(&path)?;
        let at = session.lines(text).byte(place.position);
        Some(Self { path, subject, text, at })
    }
}
