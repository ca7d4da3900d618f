//! A narrative as blocks: CommonMark with tables and footnotes, less what an official report has no use for.
//!
//! Every `Inline::Text` is what the file holds at its span, byte for byte, except an entity (`&nbsp;`), and the space
//! between two Latin words that a line end stands for.

mod blocks;
mod comments;
mod dedent;
mod emphasis;
mod events;
mod footnotes;
mod headings;
mod images;
mod inlines;
mod lines;
mod lookup;
mod manuscript;
mod nesting;
mod number;
mod part;
mod pasted;
mod reader;
mod refused;
mod report_title;
mod run;
mod sections;
mod subheadings;
mod syntax;
mod table_headings;
mod tables;
mod text;
mod titles;
mod typed;
mod unspaced;
mod unwritten;
mod words;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use nianbao_model::report::Image;
use nianbao_model::{Form, Narrative};

pub use manuscript::{Manuscript, ManuscriptBlock, ManuscriptSection, NewBlock};

use reader::NarrativeReader;

use crate::open_file::OpenFile;
use crate::picture::PictureFolder;
use crate::session::Sink;

/// What a narrative holds.
#[derive(Debug, Default)]
pub(crate) struct Prose {
    pub(crate) narrative: Narrative,
    /// The pictures that could be read.
    pub(crate) images: BTreeMap<String, Image>,
    /// The files that it speaks of, readable or not.
    pub(crate) mentioned: BTreeSet<String>,
}

/// Reads a narrative. `pictures` is where those lie that it shows.
pub(crate) fn read(file: &OpenFile, sink: &mut Sink, form: &'static Form, pictures: PictureFolder<'_>) -> Prose {
    if let Some(place) = nesting::too_deep(&file.text) {
        sink.report(refused::too_deep().at(file.span(place), ""));
        return Prose::default();
    }
    let dedented = dedent::dedent(&file.text);
    sink.report_all(dedented.hints(file));
    let mut reader = NarrativeReader::new(file, sink, form, pictures, &dedented);
    let parts = reader.document();
    subheadings::check(file, reader.sink, &parts);
    let footnotes = reader.take_footnotes();
    let (images, mentioned) = (reader.images, reader.mentioned);
    let mut narrative = Narrative { footnotes, ..sections::narrative(file, sink, form, parts) };
    narrative.shrink_to_fit();
    Prose { narrative, images, mentioned }
}
