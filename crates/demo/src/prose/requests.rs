//! （二）依申请公开: what came in and what became of it.

use super::Subject;
use super::quote::{figure, growth, percent};
use super::writer::Writer;
use crate::figures::{GROUPS, Requests};

const RECEIVED: &str = "申请.本年新收.总计";
const CARRIED_IN: &str = "申请.上年结转.总计";
const CONCLUDED: &str = "申请.办理结果总计.总计";
const CARRIED_OUT: &str = "申请.结转下年度.总计";

const NONE: [&str; 5] = [
    "{年}年，{自}未收到政府信息公开申请，无结转下年度继续办理的申请。",
    "本年度，{自}没有收到公民、法人和其他组织提出的政府信息公开申请。",
    "全年未收到政府信息公开申请。",
    "{年}年，{自}收到政府信息公开申请0件，结转下年度0件。",
    "本年度{自}没有收到任何公民、法人或其他组织的政府信息公开申请。",
];
/// With what was left of last year.
const ALL: [&str; 4] = [
    "{年}年，{自}共收到政府信息公开申请〈合计〉件（含上年结转〈结转〉件）。",
    "{自}全年收到政府信息公开申请〈合计〉件，其中上年结转〈结转〉件。",
    "新收申请加上上年结转〈结转〉件，{自}共受理政府信息公开申请〈合计〉件。",
    "{自}受理政府信息公开申请〈合计〉件，其中新收〈新收〉件，上年结转〈结转〉件。",
];
/// Without what was left of last year.
const CAME: [&str; 6] = [
    "{年}年，{自}共收到政府信息公开申请〈新收〉件",
    "{自}全年收到政府信息公开申请〈新收〉件",
    "本年度{自}新收政府信息公开申请〈新收〉件",
    "全年共受理政府信息公开申请〈新收〉件",
    "{年}年，{自}新收政府信息公开申请〈新收〉件",
    "{年}年全年接收政府信息公开申请〈新收〉件",
];

pub(super) fn write(subject: &Subject, writer: &mut Writer) -> String {
    let table = &subject.figures.requests;
    if table.received.total() + table.carried_in.total() == 0 {
        return writer.one_of(&NONE);
    }
    let mut text = received(subject, writer);
    text += &applicants(table, writer);
    text += &concluded(table, writer);
    text + &results(table, writer)
}

fn received(subject: &Subject, writer: &mut Writer) -> String {
    let table = &subject.figures.requests;
    let (new, carried) = (table.received.total(), table.carried_in.total());
    if carried > 0 && writer.random.chance(40) {
        let text = writer.one_of(&ALL).replace("〈合计〉", &(new + carried).to_string());
        let text = text.replace("〈新收〉", &figure(writer, RECEIVED, new));
        return text.replace("〈结转〉", &figure(writer, CARRIED_IN, carried));
    }
    let mut text = writer.one_of(&CAME).replace("〈新收〉", &figure(writer, RECEIVED, new));
    text += &channels(new, writer);
    text += &growth(writer, new, subject.last_year.map(|before| before.requests.received.total()));
    if carried > 0 {
        text += &["，另有上年结转", &figure(writer, CARRIED_IN, carried), "件"].concat();
    }
    text + "。"
}

/// How they came in, here and there.
fn channels(received: u32, writer: &mut Writer) -> String {
    if received < 4 || !writer.random.chance(35) {
        return String::new();
    }
    let online = writer.random.between(1, received - 2);
    let by_mail = writer.random.between(1, received - online - 1);
    format!("（网络{online}件、信函{by_mail}件、当面{}件）", received - online - by_mail)
}

fn applicants(table: &Requests, writer: &mut Writer) -> String {
    let (all, persons) = (table.received.total(), table.received.0[0]);
    let others = all - persons;
    match (all, others, writer.random.below(4)) {
        (0, ..) | (.., 3) => String::new(),
        (_, 0, _) => "申请人均为自然人。".to_owned(),
        (_, _, 0) => format!("其中，自然人申请{persons}件，法人或其他组织申请{others}件。"),
        (_, _, 1) => format!(
            "自然人申请{persons}件，占{}%；法人或其他组织申请{others}件，占{}%。",
            percent(persons, all),
            percent(others, all)
        ),
        _ => {
            let persons = figure(writer, "申请.本年新收.自然人", persons);
            format!("新收的申请中，自然人{persons}件、法人或其他组织{others}件。")
        }
    }
}

fn concluded(table: &Requests, writer: &mut Writer) -> String {
    let (done, left) = (table.concluded(), table.carried_out.total());
    let done_text = figure(writer, CONCLUDED, done);
    let left_text = figure(writer, CARRIED_OUT, left);
    match (left, writer.random.below(3)) {
        (0, 0) => "全部申请均已按期办结。".to_owned(),
        (0, 1) => format!("全年办结{done_text}件，办结率100%。"),
        (0, _) => format!("全年办结{done_text}件，无结转下年度办理的申请。"),
        (_, 0) => format!("全年办结{done_text}件，结转下年度继续办理{left_text}件。"),
        (_, 1) => format!("截至年底，已办结{done_text}件，尚有{left_text}件在办理期限内。"),
        _ => format!("当年办结{done_text}件，转下年度办理{left_text}件。"),
    }
}

fn results(table: &Requests, writer: &mut Writer) -> String {
    let given: Vec<(&str, u32)> =
        GROUPS.iter().map(|group| (*group, table.group(group))).filter(|(_, count)| *count > 0).collect();
    let done = table.concluded();
    match given.as_slice() {
        [] => return String::new(),
        [("予以公开", _)] => return "办结的申请全部予以公开。".to_owned(),
        _ => {}
    }
    let share = done >= 10 && writer.random.chance(30);
    let told: Vec<String> = given
        .iter()
        .map(|(group, count)| {
            let typed = matches!(*group, "予以公开" | "部分公开");
            let count_text =
                if typed { figure(writer, &format!("申请.{group}.总计"), *count) } else { count.to_string() };
            let share = if share { format!("（{}%）", percent(*count, done)) } else { String::new() };
            format!("{group}{count_text}件{share}")
        })
        .collect();
    let beginning = *writer.random.pick(&["办理结果为：", "从办理结果看，", "在办结的申请中，", "答复情况："]);
    format!("{beginning}{}。{}", told.join("、"), refused(table))
}

/// Why some were refused, where there are several reasons.
fn refused(table: &Requests) -> String {
    let reasons: Vec<String> = table
        .rows("不予公开")
        .filter(|(_, line)| line.total() > 0)
        .map(|(reason, line)| format!("{}{}件", reason.replace("三安全一稳定", "“三安全一稳定”"), line.total()))
        .collect();
    if reasons.len() < 2 {
        return String::new();
    }
    format!("不予公开{}件，其中{}。", table.group("不予公开"), reasons.join("、"))
}
