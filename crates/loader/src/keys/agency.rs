//! agency.yaml.

use super::{Group, Key, ValueKind};

/// 名称.
pub static NAME: Key = Key::new("名称", "name", ValueKind::Text, "机关的全称", "某市某局").required();
/// 曾用名.
pub static FORMER_NAMES: Key = Key::new(
    "曾用名",
    "former_names",
    ValueKind::List(&FORMER_NAME_GROUP),
    "原来的全称，用到哪个年度的报告为止",
    "[{名称: 某市某办公室, 至: 2023}]",
);
/// 简称.
pub static SHORT_NAME: Key = Key::new("简称", "short_name", ValueKind::Text, "机关的简称", "市某局");
/// 类别.
pub static CATEGORY: Key = Key::new("类别", "category", ValueKind::Text, "相同的在名单里列在一起", "市政府工作部门");
/// 排序.
pub static ORDER: Key = Key::new("排序", "order", ValueKind::Order, "在名单里的次序，小的在前；不写的排在后面", "3");
/// 联系方式.
pub static CONTACT: Key = Key::new("联系方式", "contact", ValueKind::Group(&CONTACT_GROUP), "印在机关的网页上", "");
/// 自.
pub static SINCE: Key = Key::new("自", "since", ValueKind::Year, "第一份报告的年度", "2025");
/// 至.
pub static UNTIL: Key = Key::new("至", "until", ValueKind::Year, "最后一份报告的年度", "2023");
/// 并入.
pub static SUCCESSOR: Key = Key::new("并入", "successor", ValueKind::Text, "接着做的机关；也要写“至”", "市某局");
/// 不编报.
pub static EXEMPT: Key = Key::new("不编报", "exempt", ValueKind::YesOrNo, "不独立编写年度报告", "true");
/// 下级名单.
pub static SUBORDINATES: Key =
    Key::new("下级名单", "subordinates", ValueKind::Agencies, "应当有的下级机关，少一个就报错", "[jyj, czj, xinpu]");

/// All keys of agency.yaml.
pub static GROUP: Group = Group {
    label: "文件内容",
    keys: &[
        &NAME,
        &FORMER_NAMES,
        &SHORT_NAME,
        &CATEGORY,
        &ORDER,
        &CONTACT,
        &SINCE,
        &UNTIL,
        &SUCCESSOR,
        &EXEMPT,
        &SUBORDINATES,
    ],
    short: None,
};

/// 名称 of 曾用名.
pub static FORMER_NAME: Key = Key::new("名称", "name", ValueKind::Text, "原来的全称", "某市某办公室").required();
/// 至 of 曾用名.
pub static FORMER_UNTIL: Key = Key::new("至", "until", ValueKind::Year, "最后一个用它的年度", "2023").required();

/// An item of 曾用名.
pub static FORMER_NAME_GROUP: Group =
    Group { label: "“曾用名”的每一项", keys: &[&FORMER_NAME, &FORMER_UNTIL], short: None };

/// 地址 of 联系方式.
pub static ADDRESS: Key = Key::new("地址", "address", ValueKind::Text, "办公地址", "某市某路1号");
/// 邮编 of 联系方式.
pub static POSTCODE: Key = Key::new("邮编", "postcode", ValueKind::Text, "邮政编码", "\"000000\"");
/// 电话 of 联系方式.
pub static TELEPHONE: Key = Key::new("电话", "telephone", ValueKind::Text, "联系电话", "0000-00000000");
/// 电子邮箱 of 联系方式.
pub static EMAIL: Key = Key::new("电子邮箱", "email", ValueKind::Text, "电子邮箱", "mj@example.gov.cn");

/// Below 联系方式.
pub static CONTACT_GROUP: Group =
    Group { label: "“联系方式”", keys: &[&ADDRESS, &POSTCODE, &TELEPHONE, &EMAIL], short: None };
