//! How a content is changed: rare characters, long texts, other days and addresses, deep nesting, other names of folders.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::{Index, select};

/// The files of a workspace by their paths.
pub(super) type Content = BTreeMap<String, Vec<u8>>;

/// One change.
#[derive(Debug, Clone)]
pub(super) enum Mutation {
    /// Puts a text somewhere into a file.
    Insert { file: Index, at: Index, text: String },
    /// Puts a text in the place of what stands behind a key.
    Value { file: Index, line: Index, text: String },
    /// Puts lines between two lines of a narrative.
    Lines { file: Index, line: Index, text: String },
    /// Takes a stretch out of a file.
    Remove { file: Index, at: Index, length: usize },
    /// Writes a line several times.
    Repeat { file: Index, line: Index, times: usize },
    /// Gives a folder or a file another name.
    Rename { file: Index, step: Index, name: String },
    /// Puts a picture beside a narrative, which shows it.
    Picture { file: Index, name: String },
}

impl Mutation {
    /// Makes the change, where there is something to change.
    pub(super) fn apply(&self, content: &mut Content) {
        match self {
            Self::Insert { file, at, text } => edit(content, *file, is_text, |old| {
                let at = boundary(old, *at);
                [&old[..at], text, &old[at..]].concat()
            }),
            Self::Value { file, line, text } => edit(content, *file, is_yaml, |old| {
                // What JSON escapes, YAML reads in quotes.
                let text = serde_json::Value::from(text.as_str());
                edit_line(old, *line, |old| match old.split_once(": ") {
                    Some((key, _)) => format!("{key}: {text}"),
                    None => old.to_owned(),
                })
            }),
            Self::Lines { file, line, text } => {
                edit(content, *file, is_narrative, |old| edit_line(old, *line, |old| format!("{old}\n\n{text}\n")));
            }
            Self::Remove { file, at, length } => edit(content, *file, is_text, |old| {
                let start = boundary(old, *at);
                let end = old.floor_char_boundary((start + length).min(old.len()));
                [&old[..start], &old[end.max(start)..]].concat()
            }),
            Self::Repeat { file, line, times } => {
                edit(content, *file, is_text, |old| edit_line(old, *line, |old| vec![old; *times].join("\n")));
            }
            Self::Rename { file, step, name } => rename(content, *file, *step, name),
            Self::Picture { file, name } => picture(content, *file, name),
        }
    }
}

fn is_text(path: &str) -> bool {
    is_yaml(path) || is_narrative(path)
}

fn is_yaml(path: &str) -> bool {
    path.ends_with(".yaml")
}

fn is_narrative(path: &str) -> bool {
    path.ends_with(".md")
}

/// Changes one of the files that `suits`.
fn edit(content: &mut Content, file: Index, suits: fn(&str) -> bool, change: impl FnOnce(&str) -> String) {
    let mut files: Vec<_> = content.iter_mut().filter(|(path, _)| suits(path)).collect();
    if files.is_empty() {
        return;
    }
    let at = file.index(files.len());
    let bytes = &mut *files[at].1;
    *bytes = change(&String::from_utf8_lossy(bytes)).into_bytes();
}

fn edit_line(text: &str, line: Index, change: impl FnOnce(&str) -> String) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        return text.to_owned();
    }
    let at = line.index(lines.len());
    lines[at] = change(&lines[at]);
    lines.join("\n") + "\n"
}

fn boundary(text: &str, at: Index) -> usize {
    text.floor_char_boundary(at.index(text.len() + 1))
}

fn rename(content: &mut Content, file: Index, step: Index, name: &str) {
    let paths: Vec<String> = content.keys().cloned().collect();
    let path = &paths[file.index(paths.len())];
    let steps: Vec<&str> = path.split('/').collect();
    let at = 1 + step.index(steps.len() - 1);
    let old = steps[..=at].join("/");
    let new = [&steps[..at], &[name]].concat().join("/");
    let moved = |path: String| match path.strip_prefix(&old) {
        Some(rest) if rest.is_empty() || rest.starts_with('/') => format!("{new}{rest}"),
        _ => path,
    };
    *content = std::mem::take(content).into_iter().map(|(path, bytes)| (moved(path), bytes)).collect();
}

fn picture(content: &mut Content, file: Index, name: &str) {
    let narratives: Vec<String> = content.keys().filter(|path| is_narrative(path)).cloned().collect();
    if narratives.is_empty() {
        return;
    }
    let path = &narratives[file.index(narratives.len())];
    let folder = path.strip_suffix("narrative.md").unwrap_or_default();
    content.insert(format!("{folder}{name}"), PICTURE.into());
    let bytes = content.entry(path.clone()).or_default();
    bytes.extend(format!("\n\n![甲]({name})\n").into_bytes());
}

const PICTURE: &[u8] =
    br#"<svg xmlns="http://www.w3.org/2000/svg" width="30" height="8"><rect width="9" height="5"/></svg>"#;

impl Arbitrary for Mutation {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        let place = || (any::<Index>(), any::<Index>());
        prop_oneof![
            4 => (place(), text()).prop_map(|((file, at), text)| Self::Insert { file, at, text }),
            4 => (place(), value()).prop_map(|((file, line), text)| Self::Value { file, line, text }),
            3 => (place(), lines()).prop_map(|((file, line), text)| Self::Lines { file, line, text }),
            1 => (place(), 1..60_usize).prop_map(|((file, at), length)| Self::Remove { file, at, length }),
            1 => (place(), 2..40_usize).prop_map(|((file, line), times)| Self::Repeat { file, line, times }),
            1 => (place(), name()).prop_map(|((file, step), name)| Self::Rename { file, step, name }),
            1 => (any::<Index>(), picture_name()).prop_map(|(file, name)| Self::Picture { file, name }),
        ]
        .boxed()
    }
}

/// Characters of all kinds, most of them such as no report should have.
fn character() -> impl Strategy<Value = char> {
    prop_oneof![
        12 => prop::char::range('一', '龥'),
        2 => prop::char::range('\u{3400}', '\u{4DBF}'),
        2 => prop::char::range('\u{20000}', '\u{323AF}'),
        1 => prop::char::range('\u{300}', '\u{36F}'),
        1 => prop::char::range('\u{5D0}', '\u{6FF}'),
        1 => prop::char::range('\u{900}', '\u{DFF}'),
        1 => prop::char::range('\u{1100}', '\u{11FF}'),
        1 => prop::char::range('\u{2000}', '\u{2BFF}'),
        1 => prop::char::range('\u{2E80}', '\u{33FF}'),
        1 => prop::char::range('\u{E000}', '\u{F8FF}'),
        1 => prop::char::range('\u{F900}', '\u{FFFD}'),
        1 => prop::char::range('\u{1D400}', '\u{1D7FF}'),
        1 => prop::char::range('\u{1F000}', '\u{1FAFF}'),
        1 => prop::char::range('\u{E0000}', '\u{E01EF}'),
        1 => prop::char::range('\u{0}', '\u{FF}'),
        1 => select(vec!['\u{200B}', '\u{200D}', '\u{FE0F}', '\u{20E3}', '\u{202E}', '\u{2028}', '\u{FFFE}', '\u{FFFF}', '\u{3099}']),
        1 => any::<char>(),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::collection::vec(character(), 1..8).prop_map(|characters| characters.into_iter().collect()),
        1 => (character(), select(vec![300_usize, 3_000, 40_000])).prop_map(|(one, times)| one.to_string().repeat(times)),
    ]
}

/// What may stand behind a key.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => text(),
        1 => (0..=9999_i16, 1..=12_u8, 1..=31_u8).prop_map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}")),
        1 => (1..4000_usize).prop_map(|length| format!("https://a.gov.cn/{}", "甲".repeat(length))),
        1 => any::<u64>().prop_map(|number| number.to_string()),
        1 => select(vec!["", " ", "0", "999999999999", "-1", "1e400", "已公开", "拟公开", "盖章", "全部下级", "双面"]).prop_map(str::to_owned),
    ]
}

/// Blocks of a narrative, nested deeply or large.
fn lines() -> impl Strategy<Value = String> {
    let deep = 1..40_usize;
    prop_oneof![
        deep.clone().prop_map(|depth| nested(depth, "- ")),
        deep.clone().prop_map(|depth| nested(depth, "1. ")),
        (deep.clone(), text()).prop_map(|(depth, text)| format!(
            "{}{text}{}",
            "*甲**乙".repeat(depth),
            "**丙*".repeat(depth)
        )),
        deep.clone().prop_map(|depth| format!("{}甲", "> ".repeat(depth))),
        (1..60_usize, 1..60_usize).prop_map(|(columns, rows)| table(columns, rows)),
        (1..30_usize, text()).prop_map(|(count, text)| footnotes(count, &text)),
        (1..3000_usize, text()).prop_map(|(length, text)| format!("[{text}](https://a.gov.cn/{})", "a".repeat(length))),
        (1..6_usize, text()).prop_map(|(level, text)| format!("{} {text}", "#".repeat(level))),
        (any::<u32>(), deep).prop_map(|(start, count)| format!("{start}. 甲\n").repeat(count)),
        Just("## \n\n**\u{200B}**\n\n![](x.png)\n".to_owned()),
        Just("- \n- - \n  - \n".to_owned()),
        Just("甲{{ 申请.本年新收.总计 }}[^9]\n\n[^9]: 乙[^9]\n".to_owned()),
    ]
}

/// Lists in lists.
fn nested(depth: usize, mark: &str) -> String {
    let lines: Vec<String> =
        (0..depth).map(|level| format!("{}{mark}甲{level}\n", " ".repeat(level * mark.len()))).collect();
    lines.concat()
}

fn table(columns: usize, rows: usize) -> String {
    let row = |cell: &str| format!("{}|\n", format!("|{cell}").repeat(columns));
    row("甲") + &row("---") + &row("乙[^8]").repeat(rows) + "\n[^8]: 丙\n"
}

fn footnotes(count: usize, text: &str) -> String {
    let marks: String = (0..count).map(|number| format!("甲[^n{number}]")).collect();
    let notes: String = (0..count).map(|number| format!("[^n{number}]: 乙{text}\n\n")).collect();
    format!("{marks}\n\n{notes}")
}

/// Names of folders, those that the site needs itself among them.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => select(vec![
            "pagefind", "search", "data", "assets", "bundle", "site", "government", "2024", "2100", "2101", "9999", "con", "nul",
            "agencies", "index-html", "A", "甲", "a b", "a.b", "-", "0", "report.yaml", "narrative.md",
        ])
        .prop_map(str::to_owned),
        1 => (1..=255_usize).prop_map(|length| "a".repeat(length)),
        1 => "[a-z0-9-]{1,12}",
    ]
}

fn picture_name() -> impl Strategy<Value = String> {
    prop_oneof![
        select(vec![
            "a.svg",
            "A.svg",
            "a.SVG",
            "é.svg",
            "e\u{301}.svg",
            "con.svg",
            "图?.svg",
            "图 1.svg",
            "a:b.svg",
            "..svg"
        ])
        .prop_map(str::to_owned),
        prop::collection::vec(character(), 1..4)
            .prop_map(|name| format!("{}.svg", name.into_iter().filter(|one| *one != '/').collect::<String>())),
        (1..=80_usize).prop_map(|length| format!("{}.svg", "长".repeat(length))),
    ]
}
