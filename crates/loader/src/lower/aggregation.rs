//! 汇总 and 本级: a report that is added up from those below.

use nianbao_model::{Aggregation, Diagnostic, Figures, Form, Scope, Spanned, Status};

use super::choice;
use super::fields::{Fields, start_of};
use super::figures::{Reader, undivided};
use super::text::{self, says_nothing};
use crate::codes::settings;
use crate::keys::report::{AGGREGATE, OWN_OFFICE, SCOPES};
use crate::nearest::{is_certain, nearest};
use crate::open_file::OpenFile;
use crate::session::Sink;
use crate::yaml::{Content, Node};

/// How the report is added up, if it is, and the form that it is printed on: where its tables are not typed, that on which
/// the office's own figures are written.
pub(super) fn read(
    sink: &mut Sink,
    fields: &Fields<'_>,
    form: &'static Form,
    status: Status,
    typed: bool,
) -> (Option<Aggregation>, &'static Form) {
    let file = fields.file;
    let Some((scope, node)) = fields.get(&AGGREGATE).and_then(|node| Some((scope(file, sink, node)?, node))) else {
        own_without_sum(sink, fields);
        return (None, form);
    };
    let (own, form) = match fields.get(&OWN_OFFICE) {
        Some(node) => own(file, sink, node, form, status, typed),
        None => (Figures::default(), form),
    };
    (Some(Aggregation { scope, span: start_of(file, node), own, typed }), form)
}

fn scope(file: &OpenFile, sink: &mut Sink, node: &Node) -> Option<Scope> {
    if let Content::List(names) = &node.content {
        let names: Vec<_> = names.iter().filter_map(|name| text::read(file, sink, name, AGGREGATE.key)).collect();
        return (!names.is_empty()).then_some(Scope::Named(names));
    }
    let written = text::read(file, sink, node, AGGREGATE.key)?;
    let word = written.value.as_str();
    if let Some(scope) = choice::meaning(&SCOPES, word) {
        return Some(scope.clone());
    }
    sink.report(wrong(&written));
    None
}

fn wrong(written: &Spanned<String>) -> Diagnostic {
    let word = written.value.as_str();
    let message = format!("汇总应为“全部下级”“直属”或者机关的名单，这里是“{word}”");
    let finding = Diagnostic::new(&settings::CHOICE, message).at(written.span, "");
    let finding = finding.help("名单写作 [市教育局, 市财政局]，文件夹名、全称或简称都可以。");
    match nearest(word, choice::words(&SCOPES)).filter(|near| is_certain(word, near)) {
        Some(near) => finding.suggest(written.span, near),
        None => finding,
    }
}

/// The office's own figures: the same keys as the tables.
fn own(
    file: &OpenFile,
    sink: &mut Sink,
    node: &Node,
    form: &'static Form,
    status: Status,
    typed: bool,
) -> (Figures, &'static Form) {
    if says_nothing(sink, node, "“本级”", "{}") {
        return (Figures::default(), form);
    }
    let Some(fields) = Fields::of_figures(file, sink, node, form.keys(), "“本级”") else {
        return (Figures::default(), form);
    };
    let form = if typed { form } else { undivided::form(sink, &fields, form, status) };
    (Reader { file, sink, form }.figures(&fields), form)
}

/// 本级 without 汇总 would be lost.
fn own_without_sum(sink: &mut Sink, fields: &Fields<'_>) {
    // A faulty 汇总 was told of already.
    if let (Some(entry), None) = (fields.entry(&OWN_OFFICE), fields.entry(&AGGREGATE)) {
        let finding = Diagnostic::new(&settings::LONELY_OWN, "写了“本级”，没有写“汇总”").at(entry.key.span, "");
        sink.report(finding.help("加上一行 汇总: 全部下级；不汇总的，把数直接写在“主动公开”“申请”等下面。"));
    }
}
