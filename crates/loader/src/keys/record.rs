//! record.yaml, which the program writes when a report is published.

use super::{Group, Key, ValueKind};

/// 名称.
pub static NAME: Key = Key::new("名称", "name", ValueKind::Text, "公布时机关的全称", "某市某局").required();
/// 文件夹.
pub static FOLDER: Key =
    Key::new("文件夹", "folder", ValueKind::Text, "这份报告的文件夹", "content/agencies/tcj/2025").required();
/// 更正.
pub static CORRECTIONS: Key = Key::new("更正", "corrections", ValueKind::Text, "存下的时候有几条更正", "1");
/// 汇总.
pub static SUM: Key = Key::new("汇总", "sum", ValueKind::Figures, "公布时汇总的三张表，写法和三张表一样", "");
/// 各机关.
pub static PARTS: Key = Key::new("各机关", "parts", ValueKind::List(&PART_GROUP), "汇总时各机关的数", "");

/// All keys of record.yaml.
pub static GROUP: Group =
    Group { label: "文件内容", keys: &[&NAME, &FOLDER, &CORRECTIONS, &SUM, &PARTS], short: None };

/// 机关 of 各机关.
pub static PART_AGENCY: Key = Key::new("机关", "agency", ValueKind::Text, "机关的文件夹", "tcj").required();
/// 名称 of 各机关.
pub static PART_NAME: Key = Key::new("名称", "name", ValueKind::Text, "当时的全称", "某市某局").required();
/// 数 of 各机关.
pub static PART_FIGURES: Key = Key::new("数", "figures", ValueKind::Figures, "加进汇总的数，写法和三张表一样", "");

/// An item of 各机关.
pub static PART_GROUP: Group =
    Group { label: "“各机关”的每一项", keys: &[&PART_AGENCY, &PART_NAME, &PART_FIGURES], short: None };
