//! Trees against what `serde_yaml` reads, and places after Chinese text.

use nianbao_model::FileId;
use proptest::prelude::*;
use serde_yaml::Value;

use super::{Content, Meaning, Node, parse};
use crate::open_file::OpenFile;
use crate::session::Sink;

fn file(text: &str) -> OpenFile {
    OpenFile { id: FileId(0), text: text.into() }
}

fn tree(text: &str) -> Option<Node> {
    parse(&file(text), &mut Sink::default())
}

/// The codes, places and messages of what is wrong with a text.
fn findings(text: &str) -> Vec<(&'static str, String, String)> {
    let mut sink = Sink::default();
    parse(&file(text), &mut sink);
    let found = sink.found().iter().map(|finding| {
        let span = finding.place().expect("every finding has a place");
        (finding.code.id, text[span.start..span.end].to_owned(), finding.message.clone())
    });
    found.collect()
}

/// All keys and single values with what stands at their places.
fn places<'t>(node: &Node, text: &'t str, found: &mut Vec<(String, &'t str)>) {
    let at = |span: nianbao_model::Span| &text[span.start..span.end];
    match &node.content {
        Content::Scalar(scalar) => found.push((scalar.text.clone(), at(node.span))),
        Content::List(items) => items.iter().for_each(|item| places(item, text, found)),
        Content::Map(entries) => {
            for entry in entries {
                found.push((entry.key.value.clone(), at(entry.key.span)));
                places(&entry.value, text, found);
            }
        }
    }
}

#[test]
fn places_are_right_after_chinese_text() {
    for end in ["\n", "\r\n"] {
        let text = "# 说明：𠮷\n年度: 2024   # 注释\n申请:\n  本年新收: {自然人: 1, 其他: 2}\n列表:\n- 甲\n- 乙 丙\n"
            .replace('\n', end);
        let mut found = Vec::new();
        places(&tree(&text).expect("a tree"), &text, &mut found);
        assert!(found.len() > 10);
        for (value, written) in found {
            assert_eq!(value, written);
        }
    }
}

#[test]
fn groups_end_with_their_last_value() {
    let text = "甲:\n  乙: 1\n\n# 注释\n丙: {丁: 2}\n戊:\n";
    let Content::Map(entries) = tree(text).expect("a tree").content else { panic!("a map") };
    let written: Vec<&str> = entries.iter().map(|entry| &text[entry.value.span.start..entry.value.span.end]).collect();
    assert_eq!(written, ["乙: 1", "{丁: 2}", "戊"]);
}

#[test]
fn a_file_of_comments_is_empty() {
    for text in ["", "# 注释\n", "---\n"] {
        assert!(tree(text).expect("a tree").is_null(), "{text}");
    }
}

#[test]
fn syntax_errors_are_told_in_chinese_at_their_line() {
    for (text, code, place) in [
        ("甲: {乙: 1\n丙: 2\n", "S020", "{乙: 1"),
        ("甲: \"乙\n丙: 2\n", "S020", "\"乙"),
        ("甲\n乙: 1\n", "S020", ": 1"),
        ("甲: 乙: 丙\n", "S020", ": 丙"),
        ("甲: 1\n  乙: 2\n", "S020", ": 2"),
        ("甲:\n    乙: 1\n  丙: 2\n", "S020", "丙: 2"),
        ("甲: 1\n乙: [\n", "S020", "["),
        ("甲: - 1\n", "S020", "- 1"),
        ("甲: @乙\n", "S020", "@乙"),
        ("甲: 1]\n乙: ]\n", "S020", "]"),
        ("甲: \"\\q\"\n", "S020", "\"\\q\""),
        ("年度：2024\n状态：已公开\n主动公开:\n  行政许可: 1\n", "S021", "："),
        ("\t甲: 1\n乙: {\n", "S023", "\t"),
    ] {
        let found = findings(text);
        assert_eq!(
            found.first().map(|(code, place, _)| (*code, place.as_str())),
            Some((code, place)),
            "{text:?} {found:?}"
        );
        for (_, _, message) in found {
            let english = message.split(|c: char| !c.is_ascii_alphabetic()).any(|word| word.len() > 3);
            assert!(!english, "{message}");
        }
    }
}

#[test]
fn what_is_not_supported_is_refused() {
    for text in ["甲: &a 1\n", "甲: !b 1\n", "甲: 1\n---\n乙: 2\n", "{甲: 1}: 2\n", "? [甲]\n: 1\n"] {
        assert_eq!(findings(text).first().map(|found| found.0), Some("S026"), "{text}");
    }
    assert_eq!(findings(&"[".repeat(40))[0].0, "S027");
    assert_eq!(findings("甲: 1\n乙: 2\n甲: 3\n")[0].0, "S025");
}

fn value_of(node: &Node) -> Value {
    match &node.content {
        Content::Scalar(scalar) => match scalar.meaning() {
            Meaning::Null => Value::Null,
            Meaning::Text => Value::String(scalar.text.clone()),
            Meaning::Bool | Meaning::Number => serde_yaml::from_str(&scalar.text).expect("a plain word"),
        },
        Content::List(items) => Value::Sequence(items.iter().map(value_of).collect()),
        Content::Map(entries) => Value::Mapping(
            entries.iter().map(|entry| (Value::String(entry.key.value.clone()), value_of(&entry.value))).collect(),
        ),
    }
}

fn words() -> impl Strategy<Value = String> {
    "[a-c0-9年度自然人：:，, #'\"{}\\[\\]\\-*&!|>%@`\\\\~/.\n]{0,12}"
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1000_i32..1000).prop_map(|number| Value::from(f64::from(number) / 8.0)),
        words().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 48, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::Sequence),
            prop::collection::btree_map("[a-z年度自然人]{1,6}", inner, 0..6).prop_map(|map| Value::Mapping(
                map.into_iter().map(|(key, value)| (Value::from(key), value)).collect()
            )),
        ]
    })
}

/// In one line, with braces.
fn flow(value: &Value) -> String {
    match value {
        Value::Sequence(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::Mapping(map) => {
            let entries: Vec<String> =
                map.iter().map(|(key, value)| format!("{}: {}", flow(key), flow(value))).collect();
            format!("{{{}}}", entries.join(", "))
        }
        Value::String(text) => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")),
        other => serde_yaml::to_string(other).expect("a single value").trim().to_owned(),
    }
}

proptest! {
    #[test]
    fn trees_equal_what_serde_yaml_reads(value in values()) {
        for text in [serde_yaml::to_string(&value).expect("writes"), flow(&value)] {
            let expected: Value = serde_yaml::from_str(&text).expect("reads what it wrote");
            let read = tree(&text);
            prop_assert_eq!(read.as_ref().map(value_of), Some(expected), "{}", text);
        }
    }

    #[test]
    fn any_text_is_a_tree_or_a_finding(text in "([a-z年：:，,{}\\[\\]#&*!|>'\"%@\\-? \t\r\n]|\\PC){0,60}") {
        let mut sink = Sink::default();
        let read = parse(&file(&text), &mut sink);
        prop_assert!(read.is_some() || !sink.found().is_empty());
        for finding in sink.found() {
            let span = finding.place().expect("every finding has a place");
            prop_assert!(text.get(span.start..span.end).is_some(), "{:?}", finding);
        }
    }
}
