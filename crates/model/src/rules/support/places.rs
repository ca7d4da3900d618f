//! Names of places within names of agencies.

/// How the names of places end.
pub(in crate::rules) const PLACES: [char; 9] = ['省', '市', '县', '区', '旗', '州', '盟', '镇', '乡'];

/// Words that end as places do and are none.
const NO_PLACES: [&str; 10] = ["城市", "城乡", "乡镇", "城镇", "社区", "景区", "山区", "库区", "林区", "灾区"];

/// Whether `text` ends with what may be the name of a place: 海州市, but not 城市.
pub(in crate::rules) fn ends_with_place(text: &str) -> bool {
    text.ends_with(PLACES) && !NO_PLACES.iter().any(|word| text.ends_with(word))
}

/// Whether the name of an agency tells the place that it is of: 海州市财政局, but neither 市场监督管理局 nor 国家市场监督管理总局.
pub(in crate::rules) fn begins_with_place(name: &str) -> bool {
    let name = if name.starts_with("国家") { "" } else { name };
    let ends = name.char_indices().skip(1).map(|(at, character)| at + character.len_utf8());
    ends.filter_map(|end| name.get(..end)).any(ends_with_place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_of_places() {
        for name in ["海州市财政局", "新浦区人民政府", "海州市"] {
            assert!(begins_with_place(name), "{name}");
        }
        for name in ["市场监督管理局", "城市管理局", "国家市场监督管理总局", "教育部"] {
            assert!(!begins_with_place(name), "{name}");
        }
    }
}
