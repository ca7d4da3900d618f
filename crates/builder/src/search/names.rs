//! What people type for an agency besides its name: the short name, first letters of the pinyin, the folder.

use std::collections::BTreeSet;

use nianbao_model::Agency;
use nianbao_model::initials::initials;

/// Words that lead to `agency`, with spaces between. A search finds words by how they begin, so that each comes with all its
/// tails: `wzstzcjj`, `zstzcjj` … `jj`.
pub(super) fn names(agency: &Agency) -> String {
    let short = agency.short_name.as_deref().unwrap_or_default();
    let mut words: BTreeSet<String> = agency.id.as_str().split('/').map(str::to_lowercase).collect();
    words.extend(tails(short));
    for name in agency.names().chain([short]) {
        words.extend(tails(&initials(name)));
    }
    words.remove("");
    words.into_iter().collect::<Vec<_>>().join(" ")
}

/// What people type for `agency`, each once and without tails, for lists that are looked through for any part of it.
pub(crate) fn words(agency: &Agency) -> String {
    let short = agency.short_name.as_deref().unwrap_or_default();
    let folder = agency.id.as_str().rsplit('/').next().unwrap_or_default().to_lowercase();
    let named: Vec<&str> = agency.names().chain([short]).collect();
    let written = named.iter().map(|name| (*name).to_owned());
    let words = written.chain(named.iter().map(|name| initials(name))).chain([folder]);
    let mut known: Vec<String> = Vec::new();
    for word in words {
        if !known.iter().any(|longer| longer.contains(&word)) {
            known.push(word);
        }
    }
    known.join(" ")
}

/// The text from each of its characters on.
fn tails(text: &str) -> impl Iterator<Item = String> {
    text.char_indices().map(|(at, _)| text[at..].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_from_each_character_on() {
        assert_eq!(tails("投促局").collect::<Vec<_>>(), ["投促局", "促局", "局"]);
    }
}
