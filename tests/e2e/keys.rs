//! docs/名称.md is made from the declarations of keys. `SNAPSHOTS=overwrite` writes it anew.

use std::fmt::Write as _;

use nianbao_loader::keys::{Choice, Group, Key, ValueKind, agency, report, site};
use nianbao_model::form::{Content, KeyNode};
use nianbao_model::{Form, Forms};
use nianbao_tests::repository;
use snapbox::{Data, assert_data_eq};

const HEAD: &str = "# 名称一览\n\n\
    三个 `.yaml` 文件里可以写的全部名称，由程序列出。英文名和中文名称意思一样，写哪个都行；加粗的必须写。怎样填写见 [编辑手册.md](编辑手册.md)。\n";
const COLUMNS: &str = "\n| 名称 | 英文名 | 填什么 | 做什么用 | 例 |\n|---|---|---|---|---|\n";
const FIGURE_COLUMNS: &str = "\n| 名称 | 英文名 | 填什么 |\n|---|---|---|\n";

/// What stands behind a key, in a few words.
fn kind(value: ValueKind) -> String {
    let words = |choices: &[Choice]| {
        let word = |choice: &Choice| match choice.name {
            Some(name) => format!("`{}`（`{name}`，{}）", choice.word, choice.explanation),
            None => format!("`{}`（{}）", choice.word, choice.explanation),
        };
        choices.iter().map(word).collect::<Vec<_>>().join("或")
    };
    match value {
        ValueKind::Text => "文字".to_owned(),
        ValueKind::Year => "年度，四位数字".to_owned(),
        ValueKind::Date => "日期".to_owned(),
        ValueKind::Order => "0 到 999999 的整数".to_owned(),
        ValueKind::Figure => "数字".to_owned(),
        ValueKind::YesOrNo => "`true` 或 `false`".to_owned(),
        ValueKind::Choice(choices) => words(choices),
        ValueKind::WebAddress => "网址".to_owned(),
        ValueKind::Colour => "颜色".to_owned(),
        ValueKind::Picture => "图片的文件名".to_owned(),
        ValueKind::Words => "文字，或者列表".to_owned(),
        ValueKind::Agencies => "机关的列表".to_owned(),
        ValueKind::ChoiceOrAgencies(choices) => format!("{}，或者机关的列表", words(choices)),
        ValueKind::Group(group) => match group.short {
            Some(short) => format!("一组，见下；或者只写“{}”的值", short.key),
            None => "一组，见下".to_owned(),
        },
        ValueKind::List(_) => "列表，每项一组，见下".to_owned(),
        ValueKind::Figures => "一组，三张表的名称，见下".to_owned(),
        ValueKind::Totals => "一组，三张表的名称和各个合计".to_owned(),
    }
}

fn rows(text: &mut String, keys: impl IntoIterator<Item = &'static Key>) {
    for key in keys {
        let name = if key.required { format!("**{}**", key.key) } else { key.key.to_owned() };
        let example = if key.example.is_empty() { String::new() } else { format!("`{}`", key.example) };
        let _ = writeln!(text, "| {name} | {} | {} | {} | {example} |", key.name, kind(key.value), key.explanation);
    }
}

/// The groups below `keys`, each with a heading and a table.
fn below(text: &mut String, keys: impl IntoIterator<Item = &'static Key>) {
    for key in keys {
        if let ValueKind::Group(group) | ValueKind::List(group) = key.value {
            let heading = if matches!(key.value, ValueKind::Group(_)) { "下面" } else { "" };
            let _ = write!(text, "\n### {}{heading}\n{COLUMNS}", group.label);
            rows(text, group.keys.iter().copied());
        }
    }
}

fn file(text: &mut String, name: &str, group: &Group) {
    let _ = write!(text, "\n## {name}\n{COLUMNS}");
    rows(text, group.keys.iter().copied());
    below(text, group.keys.iter().copied());
}

fn content(key: &KeyNode) -> &'static str {
    match key.typed {
        Some(Content::Amount) => "数字，最多六位小数",
        Some(Content::Change) => "数字，减少写负数",
        Some(_) => "数字",
        None => "一组",
    }
}

/// The keys of a form that may be typed. Rows of the same columns are listed once with them.
fn figures(text: &mut String, key: &KeyNode, path: &str, listed: &mut Vec<Vec<&'static str>>) {
    let typed: Vec<&KeyNode> = key.children.iter().filter(|child| child.has_typed()).collect();
    let names: Vec<&str> = typed.iter().map(|child| child.key).collect();
    if typed.iter().all(|child| child.typed.is_some()) && listed.contains(&names) {
        return;
    }
    for child in &typed {
        let path = if path.is_empty() { child.key.to_owned() } else { format!("{path}.{}", child.key) };
        let _ = writeln!(text, "| {path} | {} | {} |", child.name, content(child));
        figures(text, child, &path, listed);
    }
    listed.push(names);
}

fn list() -> String {
    let mut text = HEAD.to_owned();
    file(&mut text, "site.yaml", &site::GROUP);
    file(&mut text, "agency.yaml", &agency::GROUP);
    let _ = write!(text, "\n## report.yaml\n{COLUMNS}");
    rows(&mut text, report::above_tables());
    for table in &Form::latest().keys().children {
        let _ = writeln!(text, "| {} | {} | 一组，见下 | 三张表的数字 |  |", table.key, table.name);
    }
    rows(&mut text, report::below_tables());
    below(&mut text, report::above_tables().chain(report::below_tables()));
    let _ = write!(text, "\n### 一格\n\n每一格写一个数，或者一组“{}”：\n{COLUMNS}", report::CELL_GROUP.label);
    rows(&mut text, report::CELL_GROUP.keys.iter().copied());
    for form in Forms::default().by_year() {
        let _ = write!(
            text,
            "\n### 三张表，{} 年起的格式\n\n下面各层用点隔开；与前面某一行分得相同的，不再列出。\n{FIGURE_COLUMNS}",
            form.since
        );
        figures(&mut text, form.keys(), "", &mut Vec::new());
    }
    text
}

#[test]
fn the_list_of_keys_is_fresh() {
    assert_data_eq!(list(), Data::read_from(&repository().join("docs/名称.md"), None).raw());
}
