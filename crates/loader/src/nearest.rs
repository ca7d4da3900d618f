//! The known word nearest to a mistyped one.

/// Below this likeness a guess misleads more than it helps.
const LIKE_ENOUGH: f64 = 0.5;
/// From this likeness on a guess may be put in by the machine.
const NEARLY_THE_SAME: f64 = 0.75;

/// The candidate most like `word`, if any is like enough. An official label that holds a key (`一、本年新收政府信息公开
/// 申请数量`) is like it.
pub(crate) fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let mut best = None;
    let mut best_score = LIKE_ENOUGH;
    for candidate in candidates {
        let score = likeness(word, candidate);
        if score > best_score || (best.is_none() && score >= best_score) {
            (best, best_score) = (Some(candidate), score);
        }
    }
    best
}

/// Whether `candidate` is so near to `word` that it may be put in its place without asking: nearly the same, or the
/// greater part of it.
pub(crate) fn is_certain(word: &str, candidate: &str) -> bool {
    let length = candidate.chars().count();
    let held = length >= 2 && word.contains(candidate) && (length >= 4 || 2 * length >= word.chars().count());
    held || strsim::normalized_damerau_levenshtein(word, candidate) >= NEARLY_THE_SAME
}

fn likeness(word: &str, candidate: &str) -> f64 {
    let alike = strsim::normalized_damerau_levenshtein(word, candidate);
    let length = candidate.chars().count();
    if length >= 2 && word.contains(candidate) {
        // The longer the key that is found within, the better.
        let bonus = u8::try_from(length.min(20)).map_or(0.0, |length| f64::from(length) / 100.0);
        return alike.max(LIKE_ENOUGH + bonus);
    }
    alike
}

/// `“甲”“乙”“丙”`, at most eight.
pub(crate) fn listed<'c>(words: impl IntoIterator<Item = &'c str>) -> String {
    let words: Vec<&str> = words.into_iter().collect();
    let shown: String = words.iter().take(8).flat_map(|word| ["“", word, "”"]).collect();
    if words.len() > 8 { format!("{shown}等") } else { shown }
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
}
