//! Whether a correction says what is changed with it: what changes in a published report is never left out of 更正.

use nianbao_model::SectionKind;
use nianbao_model::width::half_width;

use super::cells;
use super::change::{BlockChange, FormChange};
use super::fields;
use super::prose;

/// Words that stand for changes of text, whatever the section.
const OF_TEXT: [&str; 8] = ["文字", "正文", "表述", "措辞", "语句", "错字", "错别字", "笔误"];

/// Words that stand for changes of figures, whatever the cell.
const OF_FIGURES: [&str; 4] = ["数字", "数据", "表格", "表中"];

/// So much of the words is read; no value is longer.
const LONGEST: usize = 5_000;

/// What `changes` change of a published report that `words` do not name, as people call it.
pub(super) fn unnamed(changes: &[FormChange], words: &str) -> Option<String> {
    let words: String = words.chars().filter(|mark| !mark.is_whitespace()).take(LONGEST).collect();
    changes.iter().filter(|change| change.is_of_content()).find_map(|change| missing(change, &words))
}

fn missing(change: &FormChange, words: &str) -> Option<String> {
    let (is_named, name) = match change {
        FormChange::Section { section, blocks } => {
            let is_named = names_section(words, section) || quotes(words, blocks);
            let title = prose::kind(section).map_or_else(|| section.clone(), prose::title);
            (is_named, format!("“{title}”的文字"))
        }
        FormChange::Cell { cell, text, remark } => {
            let figure = text.as_deref().is_some_and(|text| has_figure(words, text));
            let remark = remark.as_deref().is_some_and(|remark| words.contains('注') || holds(words, remark));
            let is_named = any(words, &OF_FIGURES) || cell.split('.').any(|step| names(words, step));
            let otherwise = text.as_deref().filter(|text| is_named && !figure && says_otherwise(words, cell, text));
            let name = otherwise.map_or_else(|| format!("“{cell}”这一格"), |text| format!("“{cell}”改成了 {text}"));
            (otherwise.is_none() && (figure || remark || is_named), name)
        }
        FormChange::Field { file, field, value } => {
            let label = match fields::find(*file, field) {
                Some(known) => known.label(),
                None => field.as_str(),
            };
            (words.contains(label) || holds(words, value), format!("“{label}”"))
        }
        // Neither goes with a correction.
        FormChange::Acceptance { .. }
        | FormChange::Rename { .. }
        | FormChange::Reword { .. }
        | FormChange::Sum { .. } => return None,
    };
    (!is_named).then_some(name)
}

fn any(words: &str, list: &[&str]) -> bool {
    list.iter().any(|word| words.contains(word))
}

fn holds(words: &str, value: &str) -> bool {
    let value: String = value.chars().filter(|mark| !mark.is_whitespace()).collect();
    !value.is_empty() && words.contains(&value)
}

/// A step of a key path, such as 行政许可; a single letter could mean anything.
fn names(words: &str, step: &str) -> bool {
    step.chars().count() > 1 && !cells::is_own(step) && words.contains(step)
}

/// Whether `words` have the figure that was typed, as a number of its own.
fn has_figure(words: &str, typed: &str) -> bool {
    let typed = digits(typed.trim());
    typed.chars().all(is_of_number)
        && digits(words)
            .split(|mark| !is_of_number(mark))
            .filter(|number| !number.is_empty())
            .any(|number| bare(number) == bare(&typed))
}

/// Whether `words` say of the cell, by its name, that it became another figure than the one that was typed.
fn says_otherwise(words: &str, cell: &str, typed: &str) -> bool {
    let of_cell = words.split(['。', '；', ';']).filter(|words| cell.split('.').any(|step| names(words, step)));
    let became = |words: &str| -> Vec<String> {
        let behind = |words: &str| words.chars().take_while(|mark| is_of_number(*mark)).collect::<String>();
        digits(words).split('为').skip(1).map(behind).filter(|number| !number.is_empty()).collect()
    };
    let mut told = of_cell.flat_map(became).peekable();
    let typed = digits(typed.trim());
    told.peek().is_some() && typed.chars().all(is_of_number) && told.all(|number| bare(&number) != bare(&typed))
}

fn digits(text: &str) -> String {
    text.chars().map(half_width).filter(|mark| *mark != ',').collect()
}

fn is_of_number(mark: char) -> bool {
    mark.is_ascii_digit() || mark == '.'
}

fn bare(number: &str) -> &str {
    number.trim_matches('.').trim_start_matches('0')
}

/// Whether `words` call the section by its number or its title, or speak of text as such and of no other section.
fn names_section(words: &str, section: &str) -> bool {
    let own = prose::kind(section).flatten();
    let calls = |kind: Option<SectionKind>| kind.map_or(words.contains(prose::INTRODUCTION), |kind| calls(words, kind));
    let mut all = std::iter::once(None).chain(SectionKind::NARRATIVE.map(Some));
    calls(own) || any(words, &OF_TEXT) && !all.any(calls)
}

fn calls(words: &str, kind: SectionKind) -> bool {
    let number = kind.numeral();
    words.contains(kind.heading())
        || [format!("{number}、"), format!("第{number}部分"), format!("第{number}项"), format!("第{number}节")]
            .iter()
            .any(|name| words.contains(name))
}

/// Whether `words` quote some of the text as it is now: “共收到31件”.
fn quotes(words: &str, blocks: &[BlockChange]) -> bool {
    let quoted = words.split('“').skip(1).filter_map(|behind| behind.split_once('”').map(|(quoted, _)| quoted));
    let mut quoted = quoted.filter(|quoted| quoted.chars().count() > 1).take(20);
    let sources = blocks.iter().filter_map(|block| match block {
        BlockChange::Written { source } => Some(source.as_str()),
        BlockChange::Kept { .. } => None,
    });
    let text: String = sources.flat_map(str::chars).filter(|mark| !mark.is_whitespace()).collect();
    quoted.any(|quoted| text.contains(quoted))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(cell: &str, text: &str) -> FormChange {
        FormChange::Cell { cell: cell.to_owned(), text: Some(text.to_owned()), remark: None }
    }

    fn text(section: &str, source: &str) -> FormChange {
        let blocks = vec![BlockChange::Kept { id: 0 }, BlockChange::Written { source: source.to_owned() }];
        FormChange::Section { section: section.to_owned(), blocks }
    }

    #[test]
    fn what_is_changed_is_named_one_way_or_another() {
        let figure = cell("主动公开.行政处罚", "1021");
        for words in
            ["行政处罚由12更正为1,021。", "行政处罚有误。", "1,021件，原为12件。", "应为０1021件", "表2的数字有误。"]
        {
            assert_eq!(unnamed(std::slice::from_ref(&figure), words), None, "{words}");
        }
        let told = unnamed(std::slice::from_ref(&figure), "有误，10213件。").expect("not named");
        assert!(told.contains("主动公开.行政处罚"), "{told}");
        for words in ["行政处罚由12更正为21。", "数据有误：行政处罚应为 21 件；行政许可应为7件。"]
        {
            let told = unnamed(std::slice::from_ref(&figure), words).expect("another figure");
            assert!(told.contains("改成了 1021"), "{told}");
        }
        let section = text("一", "全年共收到 31 件。");
        for words in ["总体情况有改动。", "一、", "第一部分", "文字有误", "应为“共收到31件”。"]
        {
            assert_eq!(unnamed(std::slice::from_ref(&section), words), None, "{words}");
        }
        assert!(unnamed(&[text("编制说明", "甲")], "编制说明改了").is_none());
    }

    #[test]
    fn what_is_not_named_is_told() {
        let both = [cell("主动公开.行政处罚", "21"), text("一", "甲。"), text("五", "乙。")];
        let only_figure = "行政处罚由12更正为21。";
        assert!(unnamed(&both, only_figure).is_some_and(|told| told.contains("一、总体情况")));
        let first_as_well = format!("{only_figure}“一、总体情况”有改动。");
        assert_eq!(unnamed(&both, &format!("{only_figure}文字有改动。")), None);
        let first_alone = format!("{only_figure}“一、总体情况”的文字有改动。");
        assert!(unnamed(&both, &first_alone).is_some());
        assert!(unnamed(&both, &first_as_well).is_some_and(|told| told.contains("五、存在的主要问题")));
        let accepted = FormChange::Acceptance { accept: "K001".to_owned(), reason: "甲".to_owned() };
        assert_eq!(unnamed(&[accepted], "乙"), None);
    }
}
