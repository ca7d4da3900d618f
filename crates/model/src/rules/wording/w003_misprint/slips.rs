//! Slips that are certain: a character of the same sound or look, two that changed places, one written
//! twice. All of them are listed beforehand, so that a text is only looked up.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Misprint, phrases};

/// Characters and those that are mistaken for them. None may make another word of a phrase.
const MISTAKEN: [(char, &str); 48] = [
    ('政', "正证整"),
    ('府', "付腑俯附"),
    ('信', "性新"),
    ('息', "悉希"),
    ('公', "工功攻"),
    ('开', "幵"),
    ('申', "审伸甲"),
    ('请', "清情晴"),
    ('条', "调"),
    ('例', "列利"),
    ('复', "覆副付"),
    ('议', "义仪意"),
    ('诉', "述拆"),
    ('讼', "颂松"),
    ('规', "归"),
    ('范', "犯泛"),
    ('结', "接洁"),
    ('转', "传"),
    ('收', "受"),
    ('费', "废"),
    ('掌', "撑"),
    ('握', "喔渥"),
    ('现', "线"),
    ('成', "城"),
    ('另', "令"),
    ('制', "治"),
    ('作', "做"),
    ('补', "朴"),
    ('仍', "扔乃"),
    ('确', "却"),
    ('访', "仿坊"),
    ('供', "共"),
    ('提', "题"),
    ('版', "板"),
    ('密', "蜜"),
    ('护', "户"),
    ('第', "弟"),
    ('益', "意易"),
    ('程', "成"),
    ('执', "职"),
    ('案', "按"),
    ('卷', "券"),
    ('询', "寻"),
    ('题', "提"),
    ('需', "须"),
    ('理', "里"),
    ('逾', "愈"),
    ('反', "返"),
];

/// All slips with what was meant.
struct Slips {
    /// Sorted, none the beginning of another.
    slips: Vec<(String, &'static str)>,
    /// Which characters slips begin with, by their numbers: most places of a text end here.
    begins: Vec<bool>,
}

static SLIPS: LazyLock<Slips> = LazyLock::new(Slips::all);

/// All slips in a text, in order; none within another.
pub(super) fn misprints(text: &str) -> Vec<Misprint> {
    let mut found = Vec::new();
    let mut end = 0;
    let slips: &Slips = &SLIPS;
    for (at, first) in text.char_indices() {
        if at < end || !matches!(slips.begins.get(first as usize), Some(true)) {
            continue;
        }
        if let Some((slip, right)) = text.get(at..).and_then(|rest| slips.beginning(rest)) {
            end = at + slip.len();
            found.push(Misprint { range: at..end, right });
        }
    }
    found
}

impl Slips {
    fn all() -> Self {
        let phrases = phrases::all();
        let mut slips = BTreeMap::new();
        for phrase in &phrases {
            for slip in slips_of(phrase) {
                if !phrases.iter().any(|phrase| phrase.starts_with(slip.as_str())) {
                    slips.entry(slip).or_insert(*phrase);
                }
            }
        }
        let mut sorted: Vec<(String, &'static str)> = Vec::new();
        for (slip, phrase) in slips {
            if !sorted.last().is_some_and(|(before, _)| slip.starts_with(before.as_str())) {
                sorted.push((slip, phrase));
            }
        }
        let mut begins = Vec::new();
        for first in sorted.iter().filter_map(|(slip, _)| slip.chars().next()) {
            let number = first as usize;
            begins.resize(begins.len().max(number + 1), false);
            begins[number] = true;
        }
        Self { slips: sorted, begins }
    }

    /// The slip that a text begins with. As no slip begins with another, it can only be the last one that is
    /// not behind the text.
    fn beginning(&self, text: &str) -> Option<(&str, &'static str)> {
        let behind = self.slips.partition_point(|(slip, _)| slip.as_str() <= text);
        let (slip, right) = self.slips.get(behind.checked_sub(1)?)?;
        text.starts_with(slip.as_str()).then_some((slip.as_str(), *right))
    }
}

fn slips_of(phrase: &str) -> Vec<String> {
    let characters: Vec<char> = phrase.chars().collect();
    let mistaken = (0..characters.len()).flat_map(|at| {
        let others = MISTAKEN.iter().find(|(right, _)| *right == characters[at]).map_or("", |(_, others)| others);
        others.chars().map(move |other| (at, other))
    });
    let mistaken = mistaken.map(|(at, other)| {
        let mut slip = characters.clone();
        slip[at] = other;
        slip
    });
    let swapped = (1..characters.len()).filter(|at| characters[at - 1] != characters[*at]).map(|at| {
        let mut slip = characters.clone();
        slip.swap(at - 1, at);
        slip
    });
    // The first and the last character may belong to the words beside the phrase.
    let twice = (1..characters.len().saturating_sub(1)).map(|at| {
        let mut slip = characters.clone();
        slip.insert(at, characters[at]);
        slip
    });
    mistaken.chain(swapped).chain(twice).map(|slip| slip.into_iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_slip_is_found_and_no_phrase_is_one() {
        for (slip, right) in &SLIPS.slips {
            let found = misprints(slip);
            assert_eq!(found.len(), 1, "{slip}");
            assert_eq!((found[0].range.clone(), found[0].right), (0..slip.len(), *right), "{slip}");
        }
        let phrases: Vec<&str> = phrases::all().into_iter().collect();
        for phrase in phrases.iter().copied().chain([phrases.concat().as_str()]) {
            assert!(misprints(phrase).is_empty(), "{phrase}");
        }
    }
}
