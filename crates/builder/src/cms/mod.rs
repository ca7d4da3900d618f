//! A report as an article of a government's content management system: an HTML fragment that its editors take, and what
//! to type into the fields beside it.
//!
//! The fragment has inline styles only, since editors and sites throw away all else: no class, no id, no script, no
//! stylesheet, nothing from elsewhere.

mod elements;
mod fragment;
mod labels;
mod official_table;

use nianbao_model::{Agency, Municipality, Report};

pub use labels::PageLabel;

use crate::view::{BlockView, ReportView};

/// An article for a content management system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CmsArticle {
    /// The text, to be pasted into the editor. The title is not in it: it has a field of its own.
    pub html: String,
    /// What to type into the fields beside the editor.
    pub labels: Vec<PageLabel>,
    /// The pictures, by file name, which have to be put in by hand: editors drop those that are pasted, or keep them where
    /// the site does not find them. The text says where each belongs.
    pub pictures: Vec<String>,
}

impl CmsArticle {
    /// The article that `report`, which is `agency`'s, makes.
    pub fn new(municipality: &Municipality, agency: &Agency, report: &Report) -> Self {
        let view = ReportView::new(agency, report);
        Self {
            html: fragment::of(&view),
            labels: labels::of(municipality, agency, report, &view),
            pictures: pictures(&view),
        }
    }
}

/// The pictures in the order in which the text shows them, each once.
fn pictures(view: &ReportView) -> Vec<String> {
    let mut found = Vec::new();
    collect(&view.introduction, &mut found);
    for section in &view.sections {
        collect(&section.blocks, &mut found);
    }
    found
}

fn collect(blocks: &[BlockView], found: &mut Vec<String>) {
    for block in blocks {
        match block {
            BlockView::Image { file, .. } if !found.contains(file) => found.push(file.clone()),
            BlockView::List { items, .. } => items.iter().for_each(|item| collect(item, found)),
            _ => {}
        }
    }
}
