//! docs/用语.md, read as tables below their headings.

use std::collections::BTreeSet;
use std::fs;

use nianbao_tests::repository;

use super::sources::Passage;

/// One line of a table: what to say, instead of what.
pub(super) struct Entry {
    pub(super) say: String,
    pub(super) instead_of: Vec<String>,
    /// What may be written all the same: names of other things that hold a word of `instead_of`.
    pub(super) exceptions: Vec<String>,
}

/// What docs/用语.md says.
pub(super) struct Glossary {
    pub(super) terms: Vec<Entry>,
    pub(super) jargon: Vec<Entry>,
    pub(super) blame: Vec<Entry>,
    /// Foreign words that messages may use.
    pub(super) foreign: BTreeSet<String>,
    /// Files and folders whose readers know programs.
    pub(super) technical: Vec<String>,
}

impl Glossary {
    /// The glossary of this repository.
    pub(super) fn read() -> Self {
        let text = fs::read_to_string(repository().join("docs/用语.md")).unwrap();
        let entries = |heading| {
            rows(&text, heading).map(|[say, _, instead_of, exceptions]| Entry {
                say: say.to_owned(),
                instead_of: words(instead_of),
                exceptions: words(exceptions),
            })
        };
        Self {
            terms: entries("一个东西一个词").collect(),
            jargon: entries("行话").collect(),
            blame: entries("不怪人").collect(),
            foreign: rows(&text, "外文").flat_map(|[listed, ..]| words(listed)).collect(),
            technical: rows(&text, "给懂程序的人看的").map(|[place, ..]| place.trim_matches('`').to_owned()).collect(),
        }
    }

    /// Whether a passage is for readers who know programs.
    pub(super) fn technical(&self, passage: &Passage) -> bool {
        self.technical.iter().any(|place| passage.file.starts_with(place.as_str()))
    }
}

/// The rows below a heading, without the head of the table; cells that a table lacks are empty.
fn rows<'text>(text: &'text str, heading: &str) -> impl Iterator<Item = [&'text str; 4]> {
    let title = format!("## {heading}");
    let section =
        text.lines().skip_while(move |line| *line != title).skip(1).take_while(|line| !line.starts_with("## "));
    let mut found: Vec<[&str; 4]> = section.filter_map(cells).collect();
    assert!(found.len() > 2, "docs/用语.md has no table below {heading}");
    found.drain(..2);
    found.into_iter()
}

fn cells(line: &str) -> Option<[&str; 4]> {
    let mut written = line.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim);
    Some(std::array::from_fn(|_| written.next().unwrap_or_default()))
}

fn words(cell: &str) -> Vec<String> {
    cell.split('、').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
