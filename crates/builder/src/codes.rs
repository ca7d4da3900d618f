//! Every code of this crate.

use nianbao_model::Code;

use crate::build::UNMADE;
use crate::data::TOO_LONG;
use crate::plan::{COLLISION, UNPORTABLE};
use crate::{pdf, templates};

/// Every code of this crate, sorted.
pub fn codes() -> &'static [&'static Code] {
    static CODES: [&Code; 10] = [
        &pdf::codes::NO_GLYPH,
        &pdf::codes::UNPRINTABLE,
        &pdf::codes::TOO_LONG,
        &COLLISION,
        &UNPORTABLE,
        &TOO_LONG,
        &UNMADE,
        &templates::codes::FAULT,
        &templates::codes::UNUSED,
        &templates::codes::UNREADABLE,
    ];
    &CODES
}

#[cfg(test)]
mod tests {
    use super::codes;

    #[test]
    fn codes_are_sorted_and_explained() {
        assert!(codes().is_sorted_by_key(|code| code.id));
        for code in codes() {
            let headings: Vec<&str> = code.docs.lines().filter(|line| line.starts_with('#')).collect();
            assert_eq!(headings, ["## 检查什么", "## 依据", "## 例", "## 怎样改"], "{}", code.id);
        }
    }
}
