//! report.yaml, the figures of the form apart.

use nianbao_model::{Form, Scope, Status, TableId};

use super::value::words;
use super::{Choice, Group, Key, Named, ValueKind};

/// 年度.
pub static YEAR: Key = Key::new("年度", "year", ValueKind::Year, "报告的年度，与文件夹的名称相同", "2025").required();
/// 标题.
pub static TITLE: Key = Key::new(
    "标题",
    "title",
    ValueKind::Text,
    "公布的标题；与“机关全称＋年度＋年政府信息公开工作年度报告”相同的不写",
    "某市某局2025年度政府信息公开工作年度报告",
);
/// 发布日期.
pub static PUBLISHED: Key = Key::new("发布日期", "published", ValueKind::Date, "公开的日期", "2026-01-20");
/// 状态.
pub static STATUS: Key =
    Key::new("状态", "status", ValueKind::Choice(&STATUS_WORDS), "写到哪一步；不写就是“起草”", "可公开");
/// 来源.
pub static SOURCE: Key =
    Key::new("来源", "source", ValueKind::WebAddress, "原来公布在哪个网页", "https://www.example.gov.cn/art/1.html");
/// 索引号.
pub static INDEX_NUMBER: Key =
    Key::new("索引号", "index_number", ValueKind::Text, "印在网页上方的一栏里", "000014349/2026-00012");
/// 文号.
pub static DOCUMENT_NUMBER: Key =
    Key::new("文号", "document_number", ValueKind::Text, "印在网页上方的一栏里", "某局函〔2026〕3号");
/// 关键词.
pub static KEYWORDS: Key = Key::new(
    "关键词",
    "keywords",
    ValueKind::Words,
    "印在网页上方的一栏里；不写就印机关、年度和“政府信息公开、年度报告”",
    "[政府信息公开, 年度报告]",
);
/// 落款.
pub static SIGNATURE: Key =
    Key::new("落款", "signature", ValueKind::Group(&SIGNATURE_GROUP), "报告末尾的署名和日期", "不盖章");
/// 更正.
pub static CORRECTIONS: Key = Key::new(
    "更正",
    "corrections",
    ValueKind::List(&CORRECTION_GROUP),
    "公开以后的更正，印在报告末尾",
    "[{日期: 2026-02-10, 内容: 会议次数由5次更正为3次。}]",
);
/// 汇总.
pub static AGGREGATE: Key = Key::new(
    "汇总",
    "aggregate",
    ValueKind::ChoiceOrAgencies(&SCOPE_WORDS),
    "三张表由哪些下级的报告加起来",
    "全部下级",
);
/// 本级.
pub static OWN_OFFICE: Key =
    Key::new("本级", "own_office", ValueKind::Figures, "汇总时加进去的本机关自己的数，写法和三张表一样", "");
/// 表注.
pub static NOTES: Key =
    Key::new("表注", "notes", ValueKind::Group(&NOTES_GROUP), "印在表格下面的注，“注：”二字会自动加上", "");
/// 表内合计.
pub static STATED: Key = Key::new(
    "表内合计",
    "stated",
    ValueKind::Totals,
    "原文的表上印的合计，与算出的核对，不公开",
    "{申请: {本年新收: 4}}",
);
/// 说明.
pub static ACCEPTANCES: Key = Key::new(
    "说明",
    "acceptances",
    ValueKind::List(&ACCEPTANCE_GROUP),
    "某个警告或提示为什么可以接受，不公开",
    "[{规则: D001, 理由: 机构改革，2 月 8 日才完成移交。}]",
);

/// The keys above the tables, those of the sum, and the keys below the tables, each in the official order.
const HEAD: [&Key; 10] =
    [&YEAR, &TITLE, &PUBLISHED, &STATUS, &SOURCE, &INDEX_NUMBER, &DOCUMENT_NUMBER, &KEYWORDS, &SIGNATURE, &CORRECTIONS];
const SUM: [&Key; 2] = [&AGGREGATE, &OWN_OFFICE];
const TAIL: [&Key; 3] = [&NOTES, &STATED, &ACCEPTANCES];

/// The keys above the tables of a form, in the official order.
pub fn above_tables() -> impl Iterator<Item = &'static Key> {
    HEAD.into_iter().chain(SUM)
}

/// The keys below the tables, in the official order.
pub fn below_tables() -> impl Iterator<Item = &'static Key> {
    TAIL.into_iter()
}

/// The words of 汇总 beside a list of agencies.
pub fn scope_words() -> impl Iterator<Item = &'static str> {
    SCOPE_WORDS.iter().map(|choice| choice.word)
}

/// The keys of a report on `form` in the order in which they are suggested: those of every report, the figures, and those
/// of a report that is added up.
pub(crate) fn suggested(form: &'static Form) -> impl Iterator<Item = &'static dyn Named> {
    let named = |key: &'static Key| -> &'static dyn Named { key };
    let figures = form.keys().children.iter().map(|key| -> &'static dyn Named { key });
    HEAD.into_iter().chain(TAIL).map(named).chain(figures).chain(SUM.into_iter().map(named))
}

/// 署名 of 落款.
pub static SIGNED_BY: Key = Key::new("署名", "agency", ValueKind::Text, "当时的机关名称；与现在相同的不写", "某市某局");
/// 日期 of 落款.
pub static SIGNED_ON: Key = Key::new("日期", "date", ValueKind::Date, "落款的日期；与发布日期相同的不写", "2026-01-20");
/// 印章 of 落款.
pub static SEAL: Key = Key::new("印章", "seal", ValueKind::Choice(&SEAL_WORDS), "是不是给印章留出位置", "盖章");

/// Below 落款.
pub static SIGNATURE_GROUP: Group =
    Group { label: "“落款”", keys: &[&SIGNED_BY, &SIGNED_ON, &SEAL], short: Some(&SEAL) };

/// 日期 of 更正.
pub static CORRECTED_ON: Key = Key::new("日期", "date", ValueKind::Date, "更正的日期", "2026-02-10").required();
/// 内容 of 更正.
pub static CORRECTED: Key =
    Key::new("内容", "text", ValueKind::Text, "更正了什么", "会议次数由5次更正为3次。").required();

/// An item of 更正.
pub static CORRECTION_GROUP: Group =
    Group { label: "“更正”的每一项", keys: &[&CORRECTED_ON, &CORRECTED], short: None };

/// 规则 of 说明.
pub static ACCEPTED_CODE: Key = Key::new("规则", "code", ValueKind::Text, "消息方括号里的代码", "D001").required();
/// 理由 of 说明.
pub static ACCEPTED_REASON: Key =
    Key::new("理由", "reason", ValueKind::Text, "为什么可以接受", "机构改革，2 月 8 日才完成移交。").required();

/// An item of 说明.
pub static ACCEPTANCE_GROUP: Group =
    Group { label: "“说明”的每一项", keys: &[&ACCEPTED_CODE, &ACCEPTED_REASON], short: None };

/// 主动公开 of 表注.
pub static DISCLOSURE_NOTE: Key =
    Key::new(TableId::Disclosure.note_key(), "disclosure", ValueKind::Text, "表二的注", "");
/// 申请 of 表注.
pub static APPLICATIONS_NOTE: Key =
    Key::new(TableId::Applications.note_key(), "applications", ValueKind::Text, "表三的注", "");
/// 复议诉讼 of 表注.
pub static PROCEEDINGS_NOTE: Key = Key::new(
    TableId::Proceedings.note_key(),
    "proceedings",
    ValueKind::Text,
    "表四的注",
    "行政复议、行政诉讼数量含上年度结转数量。",
);

/// Below 表注.
pub static NOTES_GROUP: Group =
    Group { label: "“表注”", keys: &[&DISCLOSURE_NOTE, &APPLICATIONS_NOTE, &PROCEEDINGS_NOTE], short: None };

/// The key of a table's note.
pub fn note(table: TableId) -> &'static Key {
    match table {
        TableId::Disclosure => &DISCLOSURE_NOTE,
        TableId::Applications => &APPLICATIONS_NOTE,
        TableId::Proceedings => &PROCEEDINGS_NOTE,
    }
}

/// 数 of a cell.
pub static FIGURE: Key = Key::new("数", "value", ValueKind::Figure, "格子里的数", "22").required();
/// 注 of a cell.
pub static REMARK: Key = Key::new("注", "remark", ValueKind::Text, "印在格子里的注", "其中修订16件");

/// A cell of the form.
pub static CELL_GROUP: Group = Group { label: "数和注", keys: &[&FIGURE, &REMARK], short: Some(&FIGURE) };

/// The words of 状态 and what they mean.
pub(crate) static STATUSES: [(Choice, Status); 4] = [
    (Choice::new("起草", Some("draft"), "还在写，不会公开"), Status::Draft),
    (Choice::new("可公开", Some("released"), "写好了，下一次生成时公开"), Status::Released),
    (Choice::new("已公开", Some("published"), "已经公开、留作记录"), Status::Published),
    (Choice::new("拟公开", None, "与“起草”相同"), Status::Draft),
];
static STATUS_WORDS: [Choice; 4] = words(&STATUSES);

/// The words of 汇总 and what they mean.
pub(crate) static SCOPES: [(Choice, Scope); 2] = [
    (Choice::new("全部下级", Some("all"), "下面所有机关的报告，每件申请只算一遍"), Scope::All),
    (Choice::new("直属", Some("direct"), "直接的下一级"), Scope::Direct),
];
static SCOPE_WORDS: [Choice; 2] = words(&SCOPES);

/// The words of 印章 and whether they leave room for a seal.
pub(crate) static SEALS: [(Choice, bool); 2] =
    [(Choice::new("盖章", None, "给印章留出位置"), true), (Choice::new("不盖章", None, "不留"), false)];
static SEAL_WORDS: [Choice; 2] = words(&SEALS);
