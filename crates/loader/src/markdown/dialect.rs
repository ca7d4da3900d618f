//! The Markdown that narratives are written in: CommonMark with tables and footnotes.

use pulldown_cmark::{Options, Parser};

/// Tables and footnotes are wanted; task lists are recognised in order to be refused.
pub(super) fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS)
}
