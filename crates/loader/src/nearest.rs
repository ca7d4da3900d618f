//! Help with mistyped words: the nearest known one, or those that are known.

pub(crate) use nianbao_model::nearest::{is_certain, nearest};

/// `“甲”“乙”“丙”`, at most eight.
pub(crate) fn listed<'c>(words: impl IntoIterator<Item = &'c str>) -> String {
    let words: Vec<&str> = words.into_iter().collect();
    let shown: String = words.iter().take(8).flat_map(|word| ["“", word, "”"]).collect();
    if words.len() > 8 { format!("{shown}等") } else { shown }
}
