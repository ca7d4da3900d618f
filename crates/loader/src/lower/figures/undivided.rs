//! （六）其他处理 in one row: some reports do not divide it into its three items. An editor then writes the applicants
//! directly below it, and the report is read and printed on the form without the items.

use nianbao_model::form::KeyNode;
use nianbao_model::{Diagnostic, Form, Status};

use super::super::fields::Fields;
use crate::codes::figures::UNDIVIDED;
use crate::keys::Named;
use crate::session::Sink;
use crate::yaml::{Content, Entry, Node};

const TABLE: &str = "申请";
const ROW: &str = "其他处理";

/// The form that the figures are written on: `form`, or the same with the row undivided. A draft is told of the items.
pub(in crate::lower) fn form(
    sink: &mut Sink,
    fields: &Fields<'_>,
    form: &'static Form,
    status: Status,
) -> &'static Form {
    let Some(entry) = undivided(fields, form) else { return form };
    if form.divides_other() && status != Status::Published {
        let finding = Diagnostic::new(&UNDIVIDED, format!("“{ROW}”没有分三项填写")).at(entry.key.span, "");
        sink.report(finding.help("现行格式分“逾期不补正”“逾期不缴费”“其他”三项，每项按申请人分别填写。"));
    }
    form.undivided()
}

/// Where the row is written with applicants directly below it.
fn undivided<'n>(fields: &Fields<'n>, form: &'static Form) -> Option<&'n Entry> {
    let divided = row(form)?;
    let whole = row(form.undivided())?;
    let table = form.keys().child(TABLE)?;
    let entry = entry(fields.get(table)?, divided)?;
    let item = |word: &str| divided.child(word).is_some_and(KeyNode::has_typed);
    let applicant = |word: &str| whole.child(word).is_some_and(KeyNode::has_typed);
    let words: Vec<&str> = entries(&entry.value).iter().map(|entry| entry.key.value.as_str()).collect();
    // 其他 is both an item and an applicant: the words beside it tell which.
    let applicants = words.iter().any(|word| applicant(word) && !item(word));
    let items = words.iter().any(|word| item(word) && !applicant(word));
    (applicants && !items).then_some(entry)
}

fn row(form: &Form) -> Option<&KeyNode> {
    form.keys().child(TABLE)?.child(ROW)
}

fn entry<'n>(node: &'n Node, key: &KeyNode) -> Option<&'n Entry> {
    entries(node).iter().find(|entry| key.is_called(&entry.key.value))
}

fn entries(node: &Node) -> &[Entry] {
    match &node.content {
        Content::Map(entries) => entries,
        _ => &[],
    }
}
