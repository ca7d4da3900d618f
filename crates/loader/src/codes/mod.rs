//! Everything that reading can find fault with: stable codes, each with its explanation in Chinese.
//!
//! S are files that cannot be read as written, V single values, C the sections of the narrative.

mod declare;

pub mod characters;
pub mod figures;
pub mod files;
pub mod markdown;
pub mod pictures;
pub mod sections;
pub mod settings;
pub mod yaml;

use nianbao_model::Code;

/// All codes of this crate, sorted by id.
pub fn codes() -> &'static [&'static Code] {
    CODES
}

static CODES: &[&Code] = &[
    &sections::UNKNOWN_HEADING,
    &sections::MISSING,
    &sections::REPEATED,
    &sections::ORDER,
    &sections::EMPTY,
    &sections::TABLE_HEADING,
    &sections::TABLE_TEXT,
    &sections::OLDER_HEADING,
    &sections::HEADING_LEVEL,
    &files::ENCODING,
    &files::NOT_TEXT,
    &files::TOO_LARGE,
    &files::MISSING_FILE,
    &files::UNREADABLE,
    &files::FOLDER_NAME,
    &files::UNKNOWN_FOLDER,
    &files::UNKNOWN_FILE,
    &files::SYMLINK,
    &yaml::SYNTAX,
    &yaml::WIDE_COLON,
    &yaml::COLON_SPACE,
    &yaml::INDENT,
    &yaml::WIDE_MARK,
    &yaml::DUPLICATE,
    &yaml::UNSUPPORTED,
    &yaml::TOO_DEEP,
    &yaml::SHAPE,
    &yaml::COMMA,
    &characters::TURNED,
    &characters::INVISIBLE,
    &yaml::LOST_VALUE,
    &yaml::COMMENT,
    &yaml::QUOTED,
    &markdown::HTML,
    &markdown::UNSUPPORTED,
    &markdown::INDENTED,
    &markdown::HEADING_DEPTH,
    &markdown::EMPTY_HEADING,
    &markdown::BOLD,
    &markdown::LINK,
    &markdown::IMAGE_FILE,
    &markdown::IMAGE_PLACE,
    &markdown::IMAGE_ALT,
    &markdown::TABLE_WIDTH,
    &markdown::LOOKUP_FORM,
    &markdown::LOOKUP_UNKNOWN,
    &markdown::LOOKUP_SUM,
    &markdown::HEADING_SPACE,
    &markdown::UNDERLINE,
    &markdown::TABLE_RULE,
    &markdown::RUN_TOGETHER,
    &markdown::FOOTNOTE_LOST,
    &markdown::FOOTNOTE_UNUSED,
    &markdown::FOOTNOTE_FORM,
    &markdown::PARAGRAPHS,
    &markdown::BULLET,
    &markdown::TABS,
    &markdown::SUBHEADING,
    &pictures::BROKEN,
    &pictures::UNFIT,
    &pictures::UNSAFE,
    &figures::NOT_A_NUMBER,
    &figures::NEGATIVE,
    &figures::FRACTION,
    &figures::FINE_AMOUNT,
    &figures::TOO_LARGE,
    &figures::BLANK,
    &figures::DIGITS,
    &figures::TYPED_TOTAL,
    &figures::SPLIT,
    &figures::NO_TOTAL,
    &figures::UNDIVIDED,
    &figures::DECIMALS,
    &figures::OLDER_FORM,
    &figures::UNVERIFIED,
    &settings::UNKNOWN_KEY,
    &settings::MISSING_KEY,
    &settings::YEAR,
    &settings::FORM,
    &settings::DATE,
    &settings::DATE_FORM,
    &settings::CHOICE,
    &settings::ADDRESS,
    &settings::COLOUR,
    &settings::ORDER,
    &settings::LONELY_OWN,
    &settings::SPAN,
    &settings::TOO_LONG,
    &settings::STRAY_RECORD,
    &settings::CONTENT_FORMAT,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_unique() {
        assert!(codes().windows(2).all(|pair| pair[0].id < pair[1].id));
    }

    #[test]
    fn explanations_have_their_headings_in_order_and_text_below_each() {
        for code in codes() {
            let docs = format!("\n{}", code.docs);
            let parts: Vec<&str> = docs.split("\n## ").skip(1).collect();
            let headings: Vec<&str> = parts.iter().filter_map(|part| part.lines().next()).collect();
            assert_eq!(headings, ["检查什么", "依据", "例", "怎样改"], "{}", code.id);
            assert!(parts.iter().all(|part| part.trim().lines().count() > 2), "{}", code.id);
        }
    }

    #[test]
    fn the_letter_says_the_kind() {
        for code in codes() {
            let letter = match code.kind.name() {
                "syntax" => 'S',
                "values" => 'V',
                "sections" => 'C',
                other => panic!("{}: {other}", code.id),
            };
            assert!(code.id.starts_with(letter), "{}", code.id);
        }
    }
}
