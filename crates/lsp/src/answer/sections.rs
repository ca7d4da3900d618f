//! The official headings that a narrative still lacks.

use gen_lsp_types::CompletionItemKind;
use nianbao_model::SectionKind;

use super::offer::{Offer, Offers};
use super::target::Target;
use crate::prose::headings;

/// What may be typed behind the `#` of a section; nothing where the cursor stands elsewhere.
pub(super) fn offers(target: &Target<'_>) -> Option<Offers> {
    let before = target.text.get(..target.at)?;
    let line = before.rsplit('\n').next()?;
    let typed = line.strip_prefix('#').filter(|typed| !typed.starts_with('#'))?;
    let start = target.at - typed.len();
    let written = headings(target.text);
    let written = written.iter().filter(|heading| heading.level == 1 && !heading.line.contains(&target.at));
    let written: Vec<&str> = written.map(|heading| heading.title.as_str()).collect();
    let missing = |kind: &SectionKind| !written.iter().any(|title| title.contains(kind.heading()));
    let offer = |kind: SectionKind| Offer {
        label: kind.heading().to_owned(),
        text: format!(" {}", kind.heading()),
        snippet: false,
        detail: format!("第{}部分", kind.numeral()),
        more: String::new(),
        kind: CompletionItemKind::Struct,
    };
    let offers = SectionKind::NARRATIVE.into_iter().filter(missing).map(offer).collect();
    Some(Offers { word: start..target.at, offers })
}
