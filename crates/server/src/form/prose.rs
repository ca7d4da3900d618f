//! Sections of text by what the page calls them.

use nianbao_loader::NewBlock;
use nianbao_model::SectionKind;

use super::change::BlockChange;

/// What the text before the first section is called.
pub(super) const INTRODUCTION: &str = "编制说明";

/// What a section is called.
pub(super) fn id(kind: Option<SectionKind>) -> &'static str {
    kind.map_or(INTRODUCTION, SectionKind::numeral)
}

/// The section that is called so; nothing within for the text before the first one.
#[expect(clippy::option_option, reason = "a section that is none is not the text before all of them")]
pub(super) fn kind(word: &str) -> Option<Option<SectionKind>> {
    let all = std::iter::once(None).chain(SectionKind::ALL.map(Some));
    all.into_iter().find(|kind| id(*kind) == word)
}

/// Its heading as people see it.
pub(super) fn title(kind: Option<SectionKind>) -> String {
    kind.map_or_else(|| INTRODUCTION.to_owned(), |kind| format!("{}、{}", kind.numeral(), kind.heading()))
}

/// A block as it is to be written.
pub(super) fn block(change: &BlockChange) -> NewBlock {
    match change {
        BlockChange::Kept { id } => NewBlock::Kept(*id),
        BlockChange::Written { source } => NewBlock::Source(source.clone()),
    }
}

/// A narrative that is begun: its headings.
pub(super) fn begun() -> String {
    let headings = SectionKind::NARRATIVE.map(|kind| format!("# {}\n", kind.heading()));
    headings.join("\n")
}
