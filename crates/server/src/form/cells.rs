//! Figures and remarks of the tables, as they are typed and as they are written.

use nianbao_loader::edit::{Change, EditError, KeyPath, Value, WrittenValue, written};
use nianbao_loader::keys::Document;
use nianbao_loader::keys::report::{FIGURE, REMARK};
use nianbao_model::Form;
use nianbao_model::figures::UNVERIFIED;
use nianbao_model::form::{Content, KeyNode};
use nianbao_model::number::{self, Manner};

use super::apply::with;

/// What may be typed at a key path; nothing where it is no cell.
pub(super) fn content(form: &'static Form, path: &str) -> Option<Content> {
    node(form, path)?.typed
}

fn node(form: &'static Form, path: &str) -> Option<&'static KeyNode> {
    let find = |node: &'static KeyNode, key: &str| node.children.iter().find(|child| child.key == key);
    path.split('.').try_fold(form.keys(), find)
}

/// A figure as it is written: plain digits where that is what was typed, else the very words, which the check tells.
pub(super) fn figure(typed: &str, content: Content) -> String {
    let bare: String = typed.chars().filter(|mark| !mark.is_whitespace()).collect();
    match number::read(&bare, content) {
        Ok(number) if number.manner == Manner::Blank => "0".to_owned(),
        Ok(number) => number.value.to_string(),
        Err(_) => single_line(typed),
    }
}

/// Words without line ends and other marks that nobody sees.
pub(super) fn single_line(typed: &str) -> String {
    typed.trim().chars().map(|mark| if mark.is_control() { ' ' } else { mark }).collect()
}

/// report.yaml with a figure and a remark; what is not said stays.
pub(super) fn edited(
    text: &str,
    form: &'static Form,
    cell: &str,
    figure: Option<&str>,
    remark: Option<&str>,
) -> Result<String, EditError> {
    let document = Document::Report(form);
    let path = KeyPath::of(cell.split('.'));
    let remark = remark.map(single_line);
    let mut text = spread(text, form, cell)?;
    let known = Known::of(&written(&text, document)?, &path);
    if let Some(figure) = figure
        && (known.is_written || figure != "0")
        && known.figure.as_deref() != Some(figure)
    {
        text = with(&text, document, &[Change::set(path.clone(), Value::text(figure))])?;
    }
    let change = match remark.as_deref() {
        None => return Ok(text),
        Some("") if known.remark.is_none() => return Ok(text),
        Some("") => Change::remove(path.key(REMARK.key)),
        Some(remark) if known.remark.as_deref() == Some(remark) => return Ok(text),
        Some(remark) if !known.is_written && figure.is_none_or(|figure| figure == "0") => {
            Change::set(path, Value::group([(FIGURE.key, "0"), (REMARK.key, remark)]))
        }
        Some(remark) => Change::set(path.key(REMARK.key), Value::text(remark)),
    };
    with(&text, document, &[change])
}

/// What is written of a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// Whether anything is.
    pub(super) is_written: bool,
    /// The figure's words.
    pub(super) figure: Option<String>,
    /// The remark's.
    pub(super) remark: Option<String>,
}

impl Known {
    /// What `values` say of the cell at `path`.
    pub(super) fn of(values: &[WrittenValue], path: &KeyPath) -> Self {
        let text =
            |path: &KeyPath| values.iter().find(|value| value.path == *path).and_then(|value| value.text.clone());
        let own = values.iter().find(|value| value.path == *path);
        let figure = own.and_then(|own| own.text.clone()).or_else(|| text(&path.clone().key(FIGURE.key)));
        Self { is_written: own.is_some(), figure, remark: text(&path.clone().key(REMARK.key)) }
    }
}

/// The text in which a group that is to be verified as a whole (待核对) says so cell by cell, if the cell stands in one.
fn spread(text: &str, form: &'static Form, cell: &str) -> Result<String, EditError> {
    let document = Document::Report(form);
    let values = written(text, document)?;
    let keys: Vec<&str> = cell.split('.').collect();
    for length in 1..keys.len() {
        let path = keys.get(..length).unwrap_or_default();
        let at = KeyPath::of(path.iter().copied());
        let open = |value: &&WrittenValue| value.path == at && value.text.as_deref().map(str::trim) == Some(UNVERIFIED);
        if let Some(node) = node(form, &path.join(".")).filter(|_| values.iter().any(|value| open(&value))) {
            return with(text, document, &[Change::set(at, unverified(node))]);
        }
    }
    Ok(text.to_owned())
}

fn unverified(node: &KeyNode) -> Value {
    if node.typed.is_some() {
        return Value::text(UNVERIFIED);
    }
    let typed = node.children.iter().filter(|child| child.has_typed());
    Value::Group(typed.map(|child| (child.key.to_owned(), unverified(child))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_taken_as_people_type_them() {
        let count = |typed: &str| figure(typed, Content::Count);
        for (typed, written) in [
            ("１２", "12"),
            ("1,234", "1234"),
            (" 1 234 ", "1234"),
            ("１，２３４", "1234"),
            ("", "0"),
            ("/", "0"),
            ("012", "12"),
            ("三件", "三件"),
            ("12件", "12件"),
            ("-1", "-1"),
            ("待核对", "待核对"),
            ("1\n2", "12"),
            ("甲\n乙", "甲 乙"),
        ] {
            assert_eq!(count(typed), written, "{typed:?}");
        }
        assert_eq!(figure("59,237.2449", Content::Amount), "59237.2449");
        assert_eq!(figure("０．５", Content::Amount), "0.5");
    }

    const TEXT: &str = "年度: 2024 # 年\n申请:\n  # 新收\n  本年新收: {自然人: 1, 其他: 0} # 表三\n  上年结转: 待核对\n主动公开:\n  行政许可: {数: 3, 注: 甲}\n";

    fn edit(cell: &str, figure: Option<&str>, remark: Option<&str>) -> String {
        edited(TEXT, Form::latest(), cell, figure, remark).expect("can be edited")
    }

    #[test]
    fn only_what_was_typed_is_written() {
        assert_eq!(edit("申请.本年新收.自然人", Some("5"), None), TEXT.replace("自然人: 1", "自然人: 5"));
        assert_eq!(edit("申请.本年新收.其他", Some("0"), None), TEXT);
        assert_eq!(edit("复议.结果维持", Some("0"), None), TEXT);
        assert_eq!(edit("主动公开.行政许可", Some("4"), None), TEXT.replace("数: 3", "数: 4"));
        assert_eq!(edit("主动公开.行政许可", None, Some("乙")), TEXT.replace("注: 甲", "注: 乙"));
        assert_eq!(edit("主动公开.行政许可", None, Some("甲")), TEXT);
        assert!(edit("主动公开.行政许可", None, Some("")).contains("行政许可: {数: 3}"));
        let remarked = edit("申请.本年新收.自然人", Some("5"), Some("其中网上3件"));
        assert!(remarked.contains("自然人: {数: 5, 注: 其中网上3件}"), "{remarked}");
        let new = edit("复议.结果维持", None, Some("甲"));
        assert!(new.contains("结果维持: {数: 0, 注: 甲}"), "{new}");
    }

    #[test]
    fn a_cell_of_a_group_that_is_to_be_verified_leaves_the_others_so() {
        let text = edit("申请.上年结转.自然人", Some("2"), None);
        let form = Form::latest();
        let values = written(&text, Document::Report(form)).expect("can be read");
        let known = |cell: &str| Known::of(&values, &KeyPath::of(cell.split('.'))).figure;
        assert_eq!(known("申请.上年结转.自然人").as_deref(), Some("2"));
        assert_eq!(known("申请.上年结转.商业企业").as_deref(), Some(UNVERIFIED), "{text}");
    }
}
