//! Fonts: in the file, as far as they are used, and each code with a meaning, so that text can be copied.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::ObjectId;

use super::super::Tagged;
use super::super::fonts::Font;
use super::wrong;

pub(super) fn check(tagged: &Tagged) -> Vec<String> {
    let mut shown: BTreeMap<ObjectId, BTreeSet<u16>> = BTreeMap::new();
    for (_, painted) in &tagged.pages {
        for (font, codes) in &painted.shown {
            shown.entry(*font).or_default().extend(codes);
        }
    }
    let mut faults: Vec<String> = wrong(shown.is_empty(), "no font is used").into_iter().collect();
    for (id, codes) in shown {
        let Some(font) = Font::read(tagged.document, id) else {
            faults.push(format!("the font {id:?} cannot be read"));
            continue;
        };
        faults.extend(wrong(!font.embedded, format!("{} is not in the file", font.name)));
        faults.extend(wrong(!is_subset(&font.name), format!("{} is there as a whole", font.name)));
        let dumb = codes.iter().filter(|code| !says_something(&font.text(**code)));
        faults.extend(dumb.map(|code| format!("code {code} of {} means {:?}", font.name, font.text(*code))));
    }
    faults
}

/// `ABCDEF+FandolFang`
fn is_subset(name: &str) -> bool {
    name.split_once('+').is_some_and(|(mark, _)| mark.len() == 6 && mark.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// Not nothing, nor a character that every machine understands otherwise.
fn says_something(text: &str) -> bool {
    let dumb = |character: char| {
        character.is_control()
            || matches!(character, '\u{FFFD}' | '\u{FEFF}' | '\u{FFFE}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
    };
    !text.is_empty() && !text.chars().any(dumb)
}
