//! Figures and remarks of the tables, as they are typed and as they are written.

use std::collections::BTreeSet;

use nianbao_loader::edit::{Change, KeyPath, Value};
use nianbao_loader::keys::report::{FIGURE, OWN_OFFICE, REMARK};
use nianbao_model::Form;
use nianbao_model::figures::UNVERIFIED;
use nianbao_model::form::{Content, KeyNode};
use nianbao_model::number::{self, Manner};

use super::written_values::{KnownCell, WrittenValues};

/// The key path of a cell among the figures that are added up: 本级, the office's own.
pub(super) fn own(path: &str) -> String {
    format!("{}.{path}", OWN_OFFICE.key)
}

/// Whether a key path is that of one of the office's own figures.
pub(super) fn is_own(path: &str) -> bool {
    path.split('.').next() == Some(OWN_OFFICE.key)
}

/// What may be typed at a key path; nothing where it is no cell.
pub(super) fn content(form: &'static Form, path: &str) -> Option<Content> {
    node(form, &path.split('.').collect::<Vec<_>>())?.typed
}

fn node(form: &'static Form, keys: &[&str]) -> Option<&'static KeyNode> {
    let keys = keys.strip_prefix(&[OWN_OFFICE.key]).unwrap_or(keys);
    let find = |node: &'static KeyNode, key: &&str| node.children.iter().find(|child| child.key == *key);
    keys.iter().try_fold(form.keys(), find)
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

/// A figure, a remark or both, as somebody typed them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct TypedCell {
    /// The figure as it is written.
    pub(super) figure: Option<String>,
    /// The remark.
    pub(super) remark: Option<String>,
}

/// What is to be changed in report.yaml, which says `values`, so that its cells are those `typed`; what is not said stays.
pub(super) fn changes<'t>(
    form: &'static Form,
    values: &WrittenValues<'_>,
    typed: impl IntoIterator<Item = (&'t str, &'t TypedCell)>,
) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut spread = BTreeSet::new();
    for (cell, typed) in typed {
        let path = KeyPath::of(cell.split('.'));
        let group = unverified_group(form, values, cell);
        if let Some((at, node)) = &group
            && spread.insert(at.clone())
        {
            changes.push(Change::set(at.clone(), unverified(node)));
        }
        let known = if group.is_some() { KnownCell::unverified() } else { values.cell(&path) };
        changes.extend(of_cell(path, &known, typed));
    }
    changes
}

fn of_cell(path: KeyPath, known: &KnownCell, typed: &TypedCell) -> Vec<Change> {
    let is_new = |figure: &&String| (known.is_written || *figure != "0") && known.figure.as_ref() != Some(*figure);
    let figure = typed.figure.as_ref().filter(is_new);
    let remark =
        typed.remark.as_deref().map(single_line).filter(|remark| *remark != known.remark.as_deref().unwrap_or(""));
    if let Some(remark) = remark.as_deref().filter(|remark| !remark.is_empty() && !known.is_written) {
        let figure = figure.map_or("0", String::as_str);
        return vec![Change::set(path, Value::group([(FIGURE.key, figure), (REMARK.key, remark)]))];
    }
    let figure = figure.map(|figure| Change::set(path.clone(), Value::text(figure)));
    let remark = remark.map(|remark| {
        let at = path.key(REMARK.key);
        if remark.is_empty() { Change::remove(at) } else { Change::set(at, Value::text(remark)) }
    });
    figure.into_iter().chain(remark).collect()
}

/// The group that is to be verified as a whole (待核对) in which a cell stands: it says so cell by cell from then on.
fn unverified_group(
    form: &'static Form,
    values: &WrittenValues<'_>,
    cell: &str,
) -> Option<(KeyPath, &'static KeyNode)> {
    let keys: Vec<&str> = cell.split('.').collect();
    (1..keys.len()).find_map(|length| {
        let keys = keys.get(..length)?;
        let at = KeyPath::of(keys.iter().copied());
        let is_open = values.text(&at).map(str::trim) == Some(UNVERIFIED);
        node(form, keys).filter(|_| is_open).map(|node| (at, node))
    })
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
    use nianbao_loader::edit::{edited, written};
    use nianbao_loader::keys::Document;

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
        let document = Document::Report(Form::latest());
        let values = written(TEXT, document).expect("can be read");
        let typed = TypedCell { figure: figure.map(str::to_owned), remark: remark.map(str::to_owned) };
        let changes = changes(Form::latest(), &WrittenValues::new(&values), [(cell, &typed)]);
        edited(TEXT, document, &changes).expect("can be edited")
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
        let own = edit(&own("申请.本年新收.自然人"), Some("2"), None);
        assert!(own.contains("本级:\n  申请:\n    本年新收: {自然人: 2}\n"), "{own}");
    }

    #[test]
    fn a_cell_of_a_group_that_is_to_be_verified_leaves_the_others_so() {
        let text = edit("申请.上年结转.自然人", Some("2"), None);
        let values = written(&text, Document::Report(Form::latest())).expect("can be read");
        let known = |cell: &str| WrittenValues::new(&values).cell(&KeyPath::of(cell.split('.'))).figure;
        assert_eq!(known("申请.上年结转.自然人").as_deref(), Some("2"));
        assert_eq!(known("申请.上年结转.商业企业").as_deref(), Some(UNVERIFIED), "{text}");
    }
}
