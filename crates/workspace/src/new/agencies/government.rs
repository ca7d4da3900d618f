//! Whether the superior of a row is the city's government.

use nianbao_model::Agency;

/// Whether nothing is said of a superior: then it is the government.
pub(super) fn is_unsaid(word: &str) -> bool {
    matches!(word, "" | "无" | "-" | "/")
}

/// Whether `word` means the government `root`, though not by its name: 市政府, 市人民政府, 海州市政府, 海州市.
pub(super) fn is_meant(root: &Agency, word: &str) -> bool {
    let name = root.name.value.as_str();
    let Some(place) = name.strip_suffix("人民政府") else { return false };
    let said = word.strip_suffix("人民政府").or_else(|| word.strip_suffix("政府"));
    // 海州市: 市 or 本市; the government of another place has another name.
    let level = place.char_indices().next_back().and_then(|(at, _)| place.get(at..)).unwrap_or_default();
    match said {
        Some(said) => said == place || [level, ""].contains(&said.strip_prefix('本').unwrap_or(said)),
        None => !place.is_empty() && word == place,
    }
}
