//! The known word nearest to a mistyped one.

/// Below this likeness a guess misleads more than it helps.
const LIKE_ENOUGH: f64 = 0.5;
/// From this likeness on a guess may be put in by the machine.
const NEARLY_THE_SAME: f64 = 0.75;

/// No name is longer, in bytes; a longer word is like none.
const LONGEST: usize = 1024;

/// The candidate most like `word`, the first of equals, if any is like enough. An official label that holds a key
/// (`一、本年新收政府信息公开申请数量`) is like it.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let rated = candidates.into_iter().map(|candidate| (candidate, likeness_of_key(word, candidate)));
    let like_enough = rated.filter(|(_, likeness)| *likeness >= LIKE_ENOUGH);
    like_enough.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(candidate, _)| candidate)
}

/// Whether `candidate` is so near to `word` that it may be put in its place without asking: nearly the same, or the
/// greater part of it.
pub fn is_certain(word: &str, candidate: &str) -> bool {
    let length = candidate.chars().count();
    let held = length >= 2 && word.contains(candidate) && (length >= 4 || 2 * length >= word.chars().count());
    held || spelling(word, candidate) >= NEARLY_THE_SAME
}

/// The candidate for which `likeness` is greatest, the last of equals, if it is greater than `threshold`.
pub fn most_alike<T>(
    candidates: impl IntoIterator<Item = T>,
    likeness: impl Fn(&T) -> f64,
    threshold: f64,
) -> Option<T> {
    let rated = candidates.into_iter().map(|candidate| (likeness(&candidate), candidate));
    let best = rated.max_by(|(one, _), (other, _)| one.total_cmp(other));
    best.filter(|(likeness, _)| *likeness > threshold).map(|(_, candidate)| candidate)
}

/// How much two words are alike, from 0 to 1, by the share of characters that need not be changed, added, left out or
/// swapped with their neighbour. What is less than half alike is not alike at all.
pub fn spelling(one: &str, other: &str) -> f64 {
    if may_be_alike(one, other) { strsim::normalized_damerau_levenshtein(one, other) } else { 0.0 }
}

/// How much two words are alike, from 0 to 1, where a common beginning counts more than a common end. What is
/// longer than any name is not alike.
pub fn beginning(one: &str, other: &str) -> f64 {
    if one.len().max(other.len()) <= LONGEST { strsim::jaro_winkler(one, other) } else { 0.0 }
}

/// Whether half of the characters of the longer word may stand in the other: comparing takes the product of their
/// lengths, and most candidates have nothing in common with a word.
fn may_be_alike(one: &str, other: &str) -> bool {
    one.len().max(other.len()) <= LONGEST && are_as_long(one, other) && shared(one, other) && shared(other, one)
}

/// Whether neither word has more than twice the characters of the other.
fn are_as_long(one: &str, other: &str) -> bool {
    let (one, other) = (one.chars().count(), other.chars().count());
    one <= 2 * other && other <= 2 * one
}

/// Whether half of the characters of `one` may stand in `other`, as far as a coarse look tells.
fn shared(one: &str, other: &str) -> bool {
    let bit = |character: char| 1_u64 << (u32::from(character) % 64);
    let there = other.chars().fold(0, |there, character| there | bit(character));
    let found = one.chars().filter(|character| there & bit(*character) != 0).count();
    2 * found >= one.chars().count()
}

fn likeness_of_key(word: &str, candidate: &str) -> f64 {
    let alike = spelling(word, candidate);
    let length = candidate.chars().count();
    if length >= 2 && word.contains(candidate) {
        // The longer the key that is found within, the better.
        let bonus = u8::try_from(length.min(20)).map_or(0.0, |length| f64::from(length) / 100.0);
        return alike.max(LIKE_ENOUGH + bonus);
    }
    alike
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guess_is_near_or_none() {
        let keys = ["本年新收", "上年结转", "予以公开", "不予公开", "其他", "复议"];
        assert_eq!(nearest("本年新增", keys), Some("本年新收"));
        assert_eq!(nearest("其它", keys), Some("其他"));
        assert_eq!(nearest("一、本年新收政府信息公开申请数量", keys), Some("本年新收"));
        assert_eq!(nearest("行政复议", keys), Some("复议"));
        assert_eq!(nearest("备注", keys), None);
    }

    #[test]
    fn only_a_very_near_word_is_put_in_without_asking() {
        assert!(is_certain("本年新增", "本年新收"));
        assert!(is_certain("行政复议", "复议"));
        assert!(!is_certain("备注", "表注"));
        assert!(!is_certain("法人或其他组织", "其他"));
    }

    #[test]
    fn of_equals_a_key_is_the_first_and_any_other_word_the_last() {
        assert_eq!(nearest("甲乙丙", ["甲乙丁", "甲乙戊"]), Some("甲乙丁"));
        let rate = |candidate: &&str| spelling("甲乙丙", candidate);
        assert_eq!(most_alike(["甲乙丁", "甲乙戊", "甲"], rate, 0.6), Some("甲乙戊"));
        assert_eq!(most_alike(["甲乙丁", "甲乙戊", "甲"], rate, 0.7), None);
    }
}
