//! What a file of ours says of itself in so many words: the guide of a form to fill in, an export for programs.

use super::doubts::doubt;
use super::title::Title;
use crate::{Document, Doubt};

/// Whose report it is by the file's own entries.
#[derive(Debug, Clone, Copy)]
pub(super) struct Guide<'d> {
    /// The agency's name.
    pub(super) agency: Option<&'d str>,
    /// The reporting year.
    pub(super) year: Option<i16>,
}

impl<'d> Guide<'d> {
    /// The entries of `document`, if it has any.
    pub(super) fn of(document: &'d Document) -> Self {
        let entry = |name: &str| {
            let own = document.labels.iter().find(|(label, _)| label == name);
            own.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
        };
        Self { agency: entry("agency"), year: entry("year").and_then(|year| year.parse().ok()) }
    }

    /// What to say where the title names another agency or year.
    pub(super) fn contradiction(&self, title: Option<&Title>) -> Option<Doubt> {
        let title = title?;
        let agency = self.agency.zip(title.agency.as_deref()).is_some_and(|(own, titled)| own != titled);
        let year = self.year.zip(title.year).is_some_and(|(own, titled)| own != titled);
        (agency || year).then(|| {
            doubt(format!(
                "标题是“{}”，而填写的机关和年度是“{}”“{}”；取了填写的，请核对",
                title.text,
                self.agency.unwrap_or("（空）"),
                self.year.map_or("（空）".to_owned(), |year| year.to_string())
            ))
        })
    }
}
