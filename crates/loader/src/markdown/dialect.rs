//! The Markdown that narratives are written in: CommonMark with tables.

use pulldown_cmark::{Options, Parser};

/// Tables are wanted; footnotes and task lists are recognised in order to be refused.
pub(super) fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS)
}
