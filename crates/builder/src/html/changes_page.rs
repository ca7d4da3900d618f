//! What changed between two states of a workspace, on one page that needs no other file.

use serde::Serialize;

use crate::templates::Templates;

/// The page of what changed.
#[derive(Debug, Clone, Serialize)]
pub struct ChangesPage {
    /// The page's title.
    pub(crate) title: String,
    /// The stylesheets of the site that it needs, which stand within the page.
    pub(crate) style: String,
    /// What is compared: the state before and the one after, in words.
    pub(crate) states: [String; 2],
    /// How much changed, in a sentence.
    pub(crate) summary: String,
    /// What changed.
    pub(crate) groups: Vec<ChangedGroup>,
}

/// What changed of one thing: a report, an agency, the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangedGroup {
    /// What it is.
    pub heading: String,
    /// Its parts.
    pub parts: Vec<ChangedPart>,
}

/// A part of it: a table, a section, the keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangedPart {
    /// What it is; nothing where the heading above says enough.
    pub heading: Option<String>,
    /// Figures that changed.
    pub figures: Vec<ChangedFigure>,
    /// Everything else.
    pub lines: Vec<ChangedLine>,
}

/// A figure that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangedFigure {
    /// What the official form calls it.
    pub name: String,
    /// What it was.
    pub before: String,
    /// What it is.
    pub after: String,
    /// How much more it is, with a sign.
    pub change: String,
    /// Whether nobody typed it: it follows from others.
    pub follows: bool,
}

/// Something that changed, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangedLine {
    /// What became of it.
    pub kind: ChangeKind,
    /// What is said of it.
    pub said: String,
    /// The text that it is about, with what of it changed.
    pub text: Vec<ChangedSegment>,
}

/// What became of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is another one.
    Changed,
    /// It stands elsewhere.
    Moved,
    /// It is only remarked on.
    Note,
    /// It is wrong now.
    Problem,
}

/// A stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangedSegment {
    /// What became of it.
    pub kind: SegmentKind,
    /// The characters.
    pub text: String,
}

/// What became of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SegmentKind {
    /// It stayed.
    Same,
    /// It is gone.
    Removed,
    /// It is new.
    Added,
}

impl ChangesPage {
    /// The page of what changed between two `states`.
    pub fn new(states: [String; 2], summary: String, groups: Vec<ChangedGroup>, templates: &Templates) -> Self {
        Self {
            title: "年报改动对照".to_owned(),
            style: ["style", "forms"]
                .map(|name| templates.get(&format!("assets/{name}.css")).unwrap_or_default())
                .concat()
                .replace("\r\n", "\n"),
            states,
            summary,
            groups,
        }
    }
}
