//! Totals among the figures: whatever an editor calls them, the machine adds them up.

use nianbao_model::{Diagnostic, Span};

use crate::codes::figures::TYPED_TOTAL;

/// What totals are called, alone or behind the name of what is added up.
const WORDS: [&str; 4] = ["总计", "合计", "小计", "共计"];

/// What they are called alone.
const ALONE: [&str; 3] = ["总数", "总和", "总量"];

/// Whether a key is a word for a total, with a number in front or not: `合计`, `（七）总计`, `申请合计`.
pub(in crate::lower) fn is_called(key: &str) -> bool {
    let key = key.trim();
    WORDS.iter().any(|word| key.ends_with(word)) || ALONE.contains(&key)
}

/// A total that was typed where figures stand; `label` is what messages call it.
pub(in crate::lower) fn typed(label: &str, key: Span) -> Diagnostic {
    Diagnostic::new(&TYPED_TOTAL, format!("{label}由程序算出，不必填写"))
        .at(key, "")
        .help("删去这一项；要核对原文中的合计，请写到“表内合计”下面。")
}

#[cfg(test)]
mod tests {
    use super::is_called;

    #[test]
    fn words_for_totals_are_known() {
        for key in ["总计", "合计", "（七）总计", "三、合计", "本年新收合计", "小计"] {
            assert!(is_called(key), "{key}");
        }
        for key in ["自然人", "共计费", "公开总数", "其他"] {
            assert!(!is_called(key), "{key}");
        }
    }
}
