//! report.yaml.

use std::collections::BTreeMap;

use nianbao_model::report::Acceptance;
use nianbao_model::{Aggregation, Correction, Filing, Form, Report, Scope, Signature, Spanned, Status, TableId};

use super::style::Style;
use super::tree::{Above, Entry, Field, Group, Value, fields, print};
use super::{figures, stated};

const STATED: &str = "原文中的合计，只用来与程序算出的核对，不公开";
const ACCEPTED: &str = "接受这些提示的理由，只在检查结果里显示，不公开";

/// The text of report.yaml. Tables that are added up from the reports below are not written, since they are derived.
pub fn report(report: &Report, style: Style) -> String {
    let mut group = head(report);
    if let Some(summed) = &report.aggregation {
        group.extend(aggregation(summed, report, style));
    }
    if !report.is_added_up() {
        group.extend(figures::tables(&report.figures, report.form, Form::of_year(report.year), style));
    }
    group.extend(notes(&report.notes));
    let totals = Entry::group("表内合计", stated::totals(&report.stated, report.form));
    group.extend(totals.map(|entry| entry.below(STATED, style.comments)));
    group.extend(accepted(&report.acceptances).map(|entry| entry.below(ACCEPTED, style.comments)));
    print(&group)
}

/// What report.yaml says beside figures.
pub fn report_fields(report: &Report) -> Vec<Field> {
    let scope = report.aggregation.as_ref().map(|summed| Entry::new("汇总", scope(&summed.scope)));
    let totals = Entry::group("表内合计", stated::totals(&report.stated, report.form));
    let rest = notes(&report.notes).into_iter().chain(totals).chain(accepted(&report.acceptances));
    fields(&head(report).into_iter().chain(scope).chain(rest).collect())
}

/// The keys above the tables.
fn head(report: &Report) -> Group {
    let Report {
        year,
        title,
        status,
        published,
        source,
        filing,
        signature: signed,
        corrections,
        // What stands below, and what is a file of its own: the narrative, its pictures and the record.
        form: _,
        aggregation: _,
        figures: _,
        notes: _,
        stated: _,
        acceptances: _,
        narrative: _,
        images: _,
        record: _,
    } = report;
    let Filing { index, document, keywords } = filing;
    let head = [
        Entry::word("年度", Some(year)),
        Entry::text("标题", title.as_ref().map(|title| &title.value)),
        Entry::word("发布日期", published.as_ref().map(|day| day.value)),
        Entry::word("状态", Some(state(*status))),
        Entry::text("来源", source.as_ref().map(|source| &source.value)),
        Entry::text("索引号", index.as_ref().map(|number| &number.value)),
        Entry::text("文号", document.as_ref().map(|number| &number.value)),
        Entry::texts("关键词", keywords.iter()),
        signed.as_ref().map(signature),
        Entry::items("更正", corrections.iter().map(correction)),
    ];
    head.into_iter().flatten().collect()
}

/// 说明.
fn accepted(acceptances: &[Acceptance]) -> Option<Entry> {
    Entry::items("说明", acceptances.iter().map(acceptance))
}

fn state(status: Status) -> &'static str {
    match status {
        Status::Draft => "起草",
        Status::Released => "可公开",
        Status::Published => "已公开",
    }
}

fn signature(signature: &Signature) -> Entry {
    let Signature { agency, date, sealed } = signature;
    let seal = Value::word(if *sealed { "盖章" } else { "不盖章" });
    let agency = agency.as_ref().map(|agency| ("署名", Value::text(&agency.value)));
    let date = date.as_ref().map(|date| ("日期", Value::word(date.value)));
    let said: Vec<(&'static str, Value)> = agency.into_iter().chain(date).collect();
    Entry::new(
        "落款",
        if said.is_empty() { seal } else { Value::Pairs(said.into_iter().chain([("印章", seal)]).collect()) },
    )
}

fn correction(correction: &Correction) -> Value {
    let Correction { date, text } = correction;
    Value::Pairs(vec![("日期", Value::word(date.value)), ("内容", Value::text(&text.value))])
}

fn acceptance(acceptance: &Acceptance) -> Value {
    let Acceptance { code, reason } = acceptance;
    Value::Pairs(vec![("规则", Value::text(&code.value)), ("理由", Value::text(&reason.value))])
}

/// 汇总 and 本级.
fn aggregation(aggregation: &Aggregation, report: &Report, style: Style) -> impl Iterator<Item = Entry> {
    let Aggregation { scope, own, typed, span: _ } = aggregation;
    // Typed tables tell the form; where there are none, 本级 does.
    let usual = Form::of_year(report.year).filter(|_| !typed);
    let own = figures::tables(own, report.form, usual, style);
    let sum = Entry { above: Above::Blank, ..Entry::new("汇总", self::scope(scope)) };
    std::iter::once(sum).chain(Entry::group("本级", own))
}

fn scope(scope: &Scope) -> Value {
    match scope {
        Scope::All => Value::word("全部下级"),
        Scope::Direct => Value::word("直属"),
        Scope::Named(names) => Value::Row(names.iter().map(|name| Value::text(&name.value)).collect()),
    }
}

/// 表注.
fn notes(notes: &BTreeMap<TableId, Spanned<String>>) -> Option<Entry> {
    let note = |(table, note): (&TableId, &Spanned<String>)| Entry::new(table.note_key(), Value::text(&note.value));
    let entry = Entry::group("表注", notes.iter().map(note).collect())?;
    Some(Entry { above: Above::Blank, ..entry })
}
