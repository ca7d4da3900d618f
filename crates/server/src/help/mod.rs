//! The manual, offered under 帮助: the files below `docs/`, compiled into the program, so that they are there without a network.

mod links;
mod parts;
mod reader;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use nianbao_builder::html::{HelpBlock, HelpPage};
use nianbao_builder::percent_encoded;
use nianbao_builder::view::LinkView;

use self::links::address;
use self::parts::{HelpPart, PARTS, PICTURES};
use self::reader::{plain, read};

/// The folder of all pages of the manual.
pub(crate) const FOLDER: &str = "_help/";

/// What many headings no reader looks through: a page with more is searched.
const MOST_LISTED: usize = 40;

/// The page at `path` below the manual's folder; `forms` says whether reports can be filled in.
pub(crate) fn page(path: &str, forms: bool) -> Option<HelpPage> {
    let name = path.trim_end_matches('/');
    let part = PARTS.iter().find(|part| part.name == name)?;
    let document = read(part);
    let headings: Vec<LinkView> = document.blocks.iter().filter_map(listed).collect();
    Some(HelpPage {
        version: String::new(),
        title: document.title,
        here: part.name.to_owned(),
        sheet: part.sheet,
        forms,
        parts: PARTS.iter().filter(|part| !part.name.is_empty()).map(link).collect(),
        contents: if (4..=MOST_LISTED).contains(&headings.len()) { headings } else { Vec::new() },
        blocks: document.blocks,
    })
}

/// Whether `path`, below the manual's folder, lacks the stroke that all its pages end in.
pub(crate) fn lacks_stroke(path: &str) -> bool {
    PARTS.iter().any(|part| !part.name.is_empty() && part.name == path)
}

/// The picture called `path` below the manual's folder.
pub(crate) fn picture(path: &str) -> Option<&'static [u8]> {
    PICTURES.iter().find(|(name, _)| *name == path).map(|(_, bytes)| *bytes)
}

/// Where the manual treats a code: among the most common mistakes, else in the list of all codes.
pub(crate) fn of_code(code: &str) -> Option<&'static str> {
    static PLACES: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    PLACES.get_or_init(places_of_codes).get(code).map(String::as_str)
}

fn places_of_codes() -> BTreeMap<String, String> {
    let mut places = BTreeMap::new();
    // The common mistakes come last, and so prevail.
    for part in [&parts::CODES, &parts::MISTAKES] {
        for block in read(part).blocks {
            let HelpBlock::Heading { id, content, .. } = block else { continue };
            for word in plain(&content).split(|character: char| !character.is_ascii_alphanumeric()) {
                if is_code(word) {
                    places.insert(word.to_owned(), format!("{}#{}", address(part), percent_encoded(&id)));
                }
            }
        }
    }
    places
}

/// Whether a word looks like `B001`.
fn is_code(word: &str) -> bool {
    word.len() == 4
        && word.starts_with(|first: char| first.is_ascii_uppercase())
        && word.chars().skip(1).all(|digit| digit.is_ascii_digit())
}

fn link(part: &HelpPart) -> LinkView {
    LinkView { text: part.name.to_owned(), href: address(part) }
}

/// A heading of the second level, to be listed.
fn listed(block: &HelpBlock) -> Option<LinkView> {
    match block {
        HelpBlock::Heading { level: 2, id, content } => {
            Some(LinkView { text: plain(content), href: format!("#{}", percent_encoded(id)) })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
