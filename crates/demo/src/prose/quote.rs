//! Figures of the tables in prose: typed, or looked up by the machine.

use super::Subject;
use super::writer::Writer;

/// Of a hundred figures so many are looked up.
const LOOKED_UP: u32 = 35;

/// Of a hundred figures so many are written in words, if they are small.
const IN_WORDS: u32 = 6;
const WORDS: [(u32, &str); 10] =
    [(1, "一"), (2, "两"), (3, "三"), (4, "四"), (5, "五"), (6, "六"), (7, "七"), (8, "八"), (9, "九"), (10, "十")];

/// A figure, with the path that it may be looked up by.
pub(super) fn figure(writer: &mut Writer, path: &str, value: u32) -> String {
    let in_words = WORDS.iter().find(|(number, _)| *number == value);
    match (writer.random.below(100), in_words) {
        (..LOOKED_UP, _) => format!("{{{{ {path} }}}}"),
        (LOOKED_UP.., Some((_, word))) if writer.random.chance(IN_WORDS) => (*word).to_owned(),
        _ => value.to_string(),
    }
}

/// A share in per cent with one decimal, rounded.
pub(super) fn percent(part: u32, whole: u32) -> String {
    let whole = u64::from(whole).max(1);
    let tenths = (u64::from(part) * 2000 + whole) / (2 * whole);
    if tenths.is_multiple_of(10) { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
}

/// How a figure changed against last year's: 同比增长 12.5%.
pub(super) fn growth(writer: &mut Writer, now: u32, before: Option<u32>) -> String {
    let Some(before) = before else { return String::new() };
    let (more, by) = (now > before, now.abs_diff(before));
    let style = writer.random.below(4);
    match (style, by, before) {
        (_, 0, 0) => String::new(),
        (_, 0, _) => "，与上年持平".to_owned(),
        (0, _, 1..) => format!("，同比{}{}%", if more { "增长" } else { "下降" }, percent(by, before)),
        (1, _, 1..) => format!("，较上年的{before}件{}{by}件", if more { "增加" } else { "减少" }),
        (2, _, 1..) => {
            let (direction, percent) = (if more { "增加" } else { "减少" }, percent(by, before));
            format!("，比上年{direction}{by}件，{}{percent}%", if more { "增长" } else { "下降" })
        }
        _ => format!("，较上年{}{by}件", if more { "增加" } else { "减少" }),
    }
}

/// What table 2 has, in a sentence, where it has anything.
pub(super) fn disclosure(subject: &Subject, writer: &mut Writer) -> String {
    let table = &subject.figures.disclosure;
    let mut told = Vec::new();
    if table.documents.in_force > 0 {
        let issued = figure(writer, "主动公开.行政规范性文件.制发", table.documents.issued);
        let in_force = figure(writer, "主动公开.行政规范性文件.现行有效", table.documents.in_force);
        told.push(format!("全年制发行政规范性文件{issued}件，现行有效{in_force}件。"));
    }
    if table.permits > 0 && table.penalties > 0 {
        let permits = figure(writer, "主动公开.行政许可", table.permits);
        let penalties = figure(writer, "主动公开.行政处罚", table.penalties);
        told.push(format!("公开行政许可决定{permits}件、行政处罚决定{penalties}件。"));
    }
    told.concat()
}
