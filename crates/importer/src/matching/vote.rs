//! What one piece of evidence says.

use std::collections::BTreeSet;

use nianbao_model::nearest::spelling;

use super::names::{Name, Rank, folded};

/// From this likeness on a name may be a misprint of another.
const ALIKE: f64 = 0.75;

/// No more agencies are offered.
const MOST: usize = 5;

/// Which agency a piece of evidence speaks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Vote {
    /// One, and why.
    One(usize, String),
    /// Several, or one that it may only be, and why.
    Several(Vec<usize>, String),
    None,
}

impl Vote {
    /// Whether it speaks for the agency `at`, among others.
    pub(super) fn holds(&self, at: usize) -> bool {
        match self {
            Self::One(one, _) => *one == at,
            Self::Several(all, _) => all.contains(&at),
            Self::None => false,
        }
    }
}

/// What `phrases` speak for, which stand `place`.
pub(super) fn of(names: &[Name], phrases: &[String], year: Option<i16>, place: &str) -> Vote {
    let phrases: Vec<(&String, String)> = phrases.iter().map(|phrase| (phrase, folded(phrase))).collect();
    let mut all = Vec::new();
    for (written, phrase) in &phrases {
        match exact(names, phrase, year, &format!("{place}“{}”", written.trim())) {
            Vote::None => {}
            vote => all.push(vote),
        }
    }
    if let Some(sole) = agreed(&all) {
        return sole;
    }
    if all.len() > 1 {
        return several(&all, place);
    }
    phrases
        .iter()
        .map(|(written, phrase)| near(names, phrase, &format!("{place}“{}”", written.trim())))
        .find(|vote| *vote != Vote::None)
        .unwrap_or(Vote::None)
}

/// The one that all agree upon: the most certain where the others hold it, too.
fn agreed(all: &[Vote]) -> Option<Vote> {
    let first = all.iter().find(|vote| matches!(vote, Vote::One(..))).or(all.first())?;
    let agree = |vote: &Vote| match (first, vote) {
        (Vote::One(at, _), other) => other.holds(*at),
        (one, other) => one == other,
    };
    all.iter().all(agree).then(|| first.clone())
}

fn several(all: &[Vote], place: &str) -> Vote {
    let mut found = Vec::new();
    for vote in all {
        match vote {
            Vote::One(at, _) => found.push(*at),
            Vote::Several(all, _) => found.extend(all),
            Vote::None => {}
        }
    }
    Vote::Several(unique(found), format!("{place}不止一个；请在清单里填上是哪一个"))
}

/// The agencies that are called just so.
fn exact(names: &[Name], phrase: &str, year: Option<i16>, place: &str) -> Vote {
    let called: Vec<&Name> = names.iter().filter(|name| name.text == phrase).collect();
    let Some(best) = called.iter().map(|name| name.rank).max() else { return Vote::None };
    let of_best = unique(called.iter().filter(|name| name.rank == best).map(|name| name.agency).collect());
    let agencies =
        if best == Rank::Derived { unique(called.iter().map(|name| name.agency).collect()) } else { of_best };
    let fits = |name: &&&Name| name.until.is_none_or(|until| year.is_none_or(|year| year <= until));
    let is_of_time = called.iter().filter(|name| name.rank == best).any(|name| fits(&name));
    match agencies.as_slice() {
        [one] if is_of_time => Vote::One(*one, place.to_owned()),
        [one] => {
            let until = called.iter().filter_map(|name| name.until).max().unwrap_or_default();
            Vote::Several(vec![*one], format!("{place}是曾用名，只用到 {until} 年；请核对是不是这个机关"))
        }
        _ => Vote::Several(agencies, format!("{place}可能是几个机关；请在清单里填上是哪一个")),
    }
}

/// The agencies whose names stand in a phrase, or are like it.
fn near(names: &[Name], phrase: &str, place: &str) -> Vote {
    let told = names.iter().filter(|name| name.rank != Rank::Derived && name.rank != Rank::Folder);
    let within = |name: &&Name| name.text.chars().count() >= 4 && phrase.contains(name.text.as_str());
    let held: Vec<&Name> = told.clone().filter(within).collect();
    if let Some(longest) = held.iter().map(|name| name.text.len()).max() {
        let agencies = unique(held.iter().filter(|name| name.text.len() == longest).map(|name| name.agency).collect());
        return Vote::Several(agencies, format!("{place}里有这个机关的名称，但不完全相同；请核对"));
    }
    let mut rated: Vec<(f64, usize)> = told.map(|name| (likeness(&name.text, phrase), name.agency)).collect();
    rated.retain(|(likeness, _)| *likeness >= ALIKE);
    rated.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let agencies = unique(rated.into_iter().map(|(_, agency)| agency).collect());
    if agencies.is_empty() {
        Vote::None
    } else {
        Vote::Several(agencies, format!("{place}与名单里的机关名称相近；请核对"))
    }
}

/// How much a phrase is like a name: by spelling, or since it is a short form of it (人社局 of 人力资源和社会保障局).
fn likeness(name: &str, phrase: &str) -> f64 {
    let count = phrase.chars().count();
    let mut rest = name.chars();
    let is_short_form = (3..=8).contains(&count)
        && phrase.chars().all(|c| rest.any(|known| known == c))
        && name.chars().last() == phrase.chars().last();
    if is_short_form { ALIKE } else { spelling(name, phrase) }
}

fn unique(agencies: Vec<usize>) -> Vec<usize> {
    let mut seen = BTreeSet::new();
    agencies.into_iter().filter(|agency| seen.insert(*agency)).take(MOST).collect()
}
