//! 说明: why findings of a report are accepted, code by code.

use std::collections::BTreeMap;

use nianbao_loader::edit::{Change, KeyPath, Value, WrittenValue};
use nianbao_loader::keys::report::{ACCEPTANCES, ACCEPTED_CODE, ACCEPTED_REASON};
use nianbao_model::Severity;

use super::cells::single_line;
use super::refused::Refused;
use super::written_values::{WrittenValues, items};

/// Codes with the reasons for which they are accepted; none where one is to be accepted no more.
pub(super) type Reasons = BTreeMap<String, Option<String>>;

/// What is accepted in a file that says `values`, and why; of a code that stands there twice the first counts.
pub(super) fn written(values: &[WrittenValue]) -> BTreeMap<String, String> {
    entries(values).into_iter().rev().map(|(_, code, reason)| (code, reason)).collect()
}

/// The code that the item `index` of the list is about.
pub(super) fn code_at(values: &[WrittenValue], index: usize) -> Option<String> {
    entries(values).into_iter().find(|(at, ..)| *at == index).map(|(_, code, _)| code)
}

/// How many entries are taken out at a time: for each the file is read once.
const MOST_REMOVED: usize = 100;

fn list() -> KeyPath {
    KeyPath::of([ACCEPTANCES.key])
}

fn entries(values: &[WrittenValue]) -> Vec<(usize, String, String)> {
    let known = WrittenValues::new(values);
    let text = |index, key| known.text(&list().item(index).key(key)).unwrap_or_default().trim().to_owned();
    (0..items(values, ACCEPTANCES.key))
        .map(|index| (index, text(index, ACCEPTED_CODE.key), text(index, ACCEPTED_REASON.key)))
        .collect()
}

/// The reason for a code as it was typed, if there can be one.
pub(super) fn typed(code: &str, reason: &str) -> Result<Option<String>, Refused> {
    let reason = single_line(reason);
    if reason.is_empty() {
        return Ok(None);
    }
    let codes = nianbao_workspace::codes(nianbao_builder::codes());
    match codes.into_iter().find(|known| known.id == code) {
        None => Err(Refused(format!("没有“{}”这个代码，不能说明。", single_line(code)))),
        Some(known) if known.severity == Severity::Error => {
            Err(Refused(format!("{code}（{}）是错误，不能用说明代替，请改正。", known.title)))
        }
        Some(_) => Ok(Some(reason)),
    }
}

/// What is to be changed in report.yaml, which says `values`, so that its reasons are those `wanted`.
pub(super) fn changes(values: &[WrittenValue], wanted: &Reasons) -> Vec<Change> {
    let entries = entries(values);
    let known: BTreeMap<&str, (usize, &str)> =
        entries.iter().rev().map(|(index, code, reason)| (code.as_str(), (*index, reason.as_str()))).collect();
    let mut set = Vec::new();
    for (code, reason) in wanted {
        if let (Some((index, known)), Some(reason)) = (known.get(code.as_str()), reason)
            && known != reason
        {
            set.push(Change::set(list().item(*index).key(ACCEPTED_REASON.key), Value::text(reason)));
        }
    }
    let is_gone = |code: &String| wanted.get(code).is_some_and(Option::is_none);
    let gone = entries.iter().filter(|(_, code, _)| is_gone(code)).map(|(index, ..)| *index);
    let gone: Vec<usize> = gone.take(MOST_REMOVED).collect();
    // A list without items is left out.
    let removed: Vec<Change> = if gone.len() == entries.len() && !gone.is_empty() {
        vec![Change::remove(list())]
    } else {
        gone.iter().rev().map(|index| Change::remove(list().item(*index))).collect()
    };
    let new = wanted.iter().filter(|(code, _)| !known.contains_key(code.as_str()));
    let new = new.filter_map(|(code, reason)| Some((code, reason.as_ref()?)));
    let left = entries.len().saturating_sub(gone.len());
    let added = new.zip(left..).map(|((code, reason), index)| {
        let entry = [(ACCEPTED_CODE.key, code.as_str()), (ACCEPTED_REASON.key, reason.as_str())];
        Change::insert(list().item(index), Value::group(entry))
    });
    set.into_iter().chain(removed).chain(added).collect()
}

#[cfg(test)]
mod tests {
    use nianbao_loader::edit::edited;
    use nianbao_loader::keys::Document;
    use nianbao_model::Form;

    use super::*;

    fn edit(text: &str, wanted: &[(&str, Option<&str>)]) -> String {
        let document = Document::Report(Form::latest());
        let values = nianbao_loader::edit::written(text, document).expect("can be read");
        let wanted = wanted.iter().map(|(code, reason)| ((*code).to_owned(), reason.map(str::to_owned))).collect();
        edited(text, document, &changes(&values, &wanted)).expect("can be edited")
    }

    const TEXT: &str =
        "年度: 2024 # 年\n说明: # 记下\n  - {规则: D001, 理由: 机构改革。} # 一\n  - 规则: N002\n    理由: 甲。\n";

    #[test]
    fn reasons_are_written_changed_and_taken_back() {
        let new = edit("年度: 2024 # 年\n", &[("D001", Some("机构改革: 移交。"))]);
        let values = nianbao_loader::edit::written(&new, Document::Report(Form::latest())).expect("can be read");
        assert_eq!(written(&values).get("D001").map(String::as_str), Some("机构改革: 移交。"), "{new}");
        assert_eq!(edit(&new, &[("D001", None)]), "年度: 2024 # 年\n");
        assert_eq!(edit(TEXT, &[("N002", Some("乙。"))]), TEXT.replace("甲。", "乙。"));
        assert_eq!(edit(TEXT, &[("D001", Some("机构改革。")), ("W001", None)]), TEXT);
        let without = edit(TEXT, &[("D001", None)]);
        assert!(without.contains("# 记下") && without.contains("N002") && !without.contains("D001"), "{without}");
        let both = edit(TEXT, &[("N002", None), ("W001", Some("丙。"))]);
        assert!(
            both.contains("D001, 理由: 机构改革。} # 一") && both.contains("丙。") && !both.contains("甲。"),
            "{both}"
        );
    }

    #[test]
    fn only_what_is_no_error_may_be_accepted() {
        assert_eq!(typed("D001", " 机构\n改革 ").ok().flatten().as_deref(), Some("机构 改革"));
        assert_eq!(typed("X999", "  ").ok(), Some(None));
        assert!(typed("B001", "甲").is_err() && typed("X999", "甲").is_err());
    }
}
