//! 汇总 and 本级: a report that is added up from those below.

use nianbao_model::{Aggregation, Diagnostic, Figures, Form, Scope, Spanned, Status};

use super::fields::{Fields, Key, start_of};
use super::figures::Reader;
use super::{nothing, text, undivided};
use crate::codes::settings;
use crate::nearest::{is_certain, nearest};
use crate::session::{OpenFile, Sink};
use crate::yaml::{Content, Node};

/// The keys of report.yaml that are read here.
pub(super) const KEYS: [Key; 2] = [(SUM, "aggregate"), (OWN, "own_office")];
const SUM: &str = "汇总";
const OWN: &str = "本级";
const SCOPES: [(&str, &str, Scope); 2] = [("全部下级", "all", Scope::All), ("直属", "direct", Scope::Direct)];

/// How the report is added up, if it is, and the form that it is printed on: where its tables are not typed, that on which
/// the office's own figures are written.
pub(super) fn read(
    file: &OpenFile,
    sink: &mut Sink,
    fields: &Fields<'_>,
    form: &'static Form,
    status: Status,
    typed: bool,
) -> (Option<Aggregation>, &'static Form) {
    let Some((scope, node)) = fields.get(SUM).and_then(|node| Some((scope(file, sink, node)?, node))) else {
        return (None, lonely(sink, fields, form));
    };
    let (own, form) = match fields.get(OWN) {
        Some(node) => own(file, sink, node, form, status, typed),
        None => (Figures::default(), form),
    };
    (Some(Aggregation { scope, span: start_of(file, node), own, typed }), form)
}

fn scope(file: &OpenFile, sink: &mut Sink, node: &Node) -> Option<Scope> {
    if let Content::List(names) = &node.content {
        let names: Vec<_> = names.iter().filter_map(|name| text::read(file, sink, name, SUM)).collect();
        return (!names.is_empty()).then_some(Scope::Named(names));
    }
    let written = text::read(file, sink, node, SUM)?;
    let word = written.value.as_str();
    if let Some((.., scope)) = SCOPES.iter().find(|(key, name, _)| [*key, *name].contains(&word)) {
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
    match nearest(word, SCOPES.iter().map(|(key, ..)| *key)).filter(|near| is_certain(word, near)) {
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
    if nothing::read(sink, node, "“本级”", "{}") {
        return (Figures::default(), form);
    }
    let keys: Vec<Key> = form.keys().children.iter().map(|key| (key.key, key.name)).collect();
    let Some(fields) = Fields::read(file, sink, node, &keys, "“本级”") else { return (Figures::default(), form) };
    let form = if typed { form } else { undivided::form(sink, &fields, form, status) };
    (Reader { file, sink, form }.figures(&fields), form)
}

/// 本级 without 汇总 would be lost.
fn lonely(sink: &mut Sink, fields: &Fields<'_>, form: &'static Form) -> &'static Form {
    // A faulty 汇总 was told of already.
    if let (Some(entry), None) = (fields.entry(OWN), fields.entry(SUM)) {
        let finding = Diagnostic::new(&settings::LONELY_OWN, "写了“本级”，没有写“汇总”").at(entry.key.span, "");
        sink.report(finding.help("加上一行 汇总: 全部下级；不汇总的，把数直接写在“主动公开”“申请”等下面。"));
    }
    form
}
