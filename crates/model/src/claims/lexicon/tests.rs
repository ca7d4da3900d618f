//! The list of words holds what it says it holds.

use std::collections::BTreeSet;

use super::*;
use crate::Form;
use crate::claims::measure::{Applicant, Row};

/// Every word with the name of its meaning.
fn entries() -> Vec<(&'static str, &'static str)> {
    lines().map(|line| entry(line).unwrap_or_else(|| panic!("“{line}” is not written as 词 = 意思"))).collect()
}

#[test]
fn every_line_has_a_word_and_a_known_meaning() {
    for (word, name) in entries() {
        assert!(!word.is_empty() && word.chars().all(|c| !c.is_whitespace() && c != '='), "“{word}”");
        assert!(meaning::named(name).is_some(), "“{word}”: there is no meaning “{name}”");
    }
    let words = &WORDS.as_ref().expect("a lexicon").words;
    assert_eq!(words.len(), entries().len());
}

#[test]
fn no_word_says_two_things() {
    let mut seen = BTreeSet::new();
    let twice: Vec<&str> = entries().into_iter().map(|(word, _)| word).filter(|word| !seen.insert(*word)).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn words_of_one_meaning_stand_together() {
    let mut names: Vec<&str> = entries().into_iter().map(|(_, name)| name).collect();
    names.dedup();
    let mut seen = BTreeSet::new();
    let apart: Vec<&str> = names.into_iter().filter(|name| !seen.insert(*name)).collect();
    assert!(apart.is_empty(), "{apart:?}");
}

#[test]
fn keys_of_meanings_are_keys_of_the_form() {
    for (_, name) in entries() {
        let paths: Vec<String> = match meaning::named(name) {
            Some(Word::Row(Row::Result(keys) | Row::AnyResult(keys) | Row::PartOf(keys))) => {
                keys.iter().map(|key| format!("申请.{key}.总计")).collect()
            }
            Some(Word::Applicant(Applicant::One(column))) => vec![format!("申请.本年新收.{column}")],
            _ => Vec::new(),
        };
        for path in paths {
            assert!(Form::latest().look_up(&path).is_ok(), "there is no {path}");
        }
    }
}

#[test]
fn the_longer_word_counts() {
    let found = WORDS.as_ref().expect("a lexicon").find("转下年度办理");
    assert_eq!(found.iter().map(|(_, word)| *word).collect::<Vec<_>>(), [Word::Row(Row::CarriedOut)]);
}
