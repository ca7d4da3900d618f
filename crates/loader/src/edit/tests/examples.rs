//! One example for each way of writing.

use nianbao_model::{FileId, Form};

use super::super::{Change, EditError, KeyPath, Step, Value, apply, edited, edits};
use super::changed;
use crate::keys::Document;

/// `更正.0.日期` as a path.
fn path(text: &str) -> KeyPath {
    let step = |word: &str| word.parse().map_or_else(|_| Step::Key(word.to_owned()), Step::Item);
    text.split('.').map(step).collect()
}

fn set(text: &str, at: &str, value: &str) -> Result<String, EditError> {
    changed(text, &Change::set(path(at), Value::text(value)))
}

fn remove(text: &str, at: &str) -> Result<String, EditError> {
    changed(text, &Change::remove(path(at)))
}

#[test]
fn a_value_is_replaced_where_it_stands() {
    for (text, at, value, expected) in [
        ("年度: 2024 # 年\n", "年度", "2025", "年度: 2025 # 年\n"),
        (
            "申请:\n  本年新收: {自然人: 1, 其他: 2}\n",
            "申请.本年新收.自然人",
            "12",
            "申请:\n  本年新收: {自然人: 12, 其他: 2}\n",
        ),
        (
            "申请: {本年新收: {自然人: １ , 其他: 2}}\r\n",
            "申请.本年新收.自然人",
            "3",
            "申请: {本年新收: {自然人: 3 , 其他: 2}}\r\n",
        ),
        ("\"标题\": '甲: 乙'", "标题", "丙: 丁", "\"标题\": '丙: 丁'"),
        ("标题: 甲", "标题", "丙, 丁", "标题: 丙, 丁"),
        ("标题: '甲: ''乙'   # 题 # 注\n", "标题", "丙", "标题: 丙   # 题 # 注\n"),
        ("{标题: 甲}", "标题", "丙, 丁", "{标题: \"丙, 丁\"}"),
        (
            "applications:\n  received: {natural_person: 1}\n",
            "申请.本年新收.自然人",
            "2",
            "applications:\n  received: {natural_person: 2}\n",
        ),
        ("标题: >-\n  甲\n  乙\n状态: 已公开\n", "标题", "丙", "标题: 丙\n状态: 已公开\n"),
        ("表注:\n  申请: | # 注\n    甲\n\n    乙", "表注.申请", "丙", "表注:\n  申请: 丙 # 注"),
        ("标题: 甲\n  乙 # 注\n", "标题", "丙", "标题: 丙 # 注\n"),
        ("落款:\n  署名: 甲\n  # 注\n  印章: 盖章\n", "落款", "不盖章", "落款:\n  署名: 甲\n  # 注\n  印章: 不盖章\n"),
    ] {
        assert_eq!(set(text, at, value).as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn a_cell_keeps_its_remark() {
    let with_remark = "主动公开: {规章: {制发: {数: 22, 注: 其中修订16件}}}\n";
    let cell = "主动公开.规章.制发";
    assert_eq!(set(with_remark, cell, "3"), Ok(with_remark.replace("22", "3")));
    assert_eq!(remove(with_remark, "主动公开.规章.制发.注"), Ok(with_remark.replace(", 注: 其中修订16件", "")));
    assert_eq!(
        remove("主动公开: {行政许可: 3, 行政处罚: 1}\n", "主动公开.行政许可.数").as_deref(),
        Ok("主动公开: {行政处罚: 1}\n")
    );
    let single = "主动公开:\n  规章: {制发: 22, 废止: 0}\n";
    let remark = set(single, "主动公开.规章.制发.注", "其中修订16件");
    assert_eq!(remark, Ok(single.replace("22", "{数: 22, 注: 其中修订16件}")));
    let only_remark = set("主动公开:\n  行政许可: {注: 甲}\n", "主动公开.行政许可", "3");
    assert_eq!(only_remark.as_deref(), Ok("主动公开:\n  行政许可: {数: 3, 注: 甲}\n"));
    let seal = set("落款: 盖章 # 章\n", "落款.日期", "2025-01-20");
    assert_eq!(seal.as_deref(), Ok("落款: {印章: 盖章, 日期: 2025-01-20} # 章\n"));
}

#[test]
fn a_missing_key_is_put_in_at_its_official_place() {
    for (text, at, value, expected) in [
        ("年度: 2024\n申请: {}\n", "状态", "已公开", "年度: 2024\n状态: 已公开\n申请: {}\n"),
        ("年度: 2024\n标题: 甲", "标题", "乙", "年度: 2024\n标题: 乙"),
        ("年度: 2024", "状态", "已公开", "年度: 2024\n状态: 已公开"),
        ("年度: 2024\r\n", "状态", "已公开", "年度: 2024\r\n状态: 已公开\r\n"),
        ("# 头\n状态: 已公开\n", "年度", "2024", "# 头\n年度: 2024\n状态: 已公开\n"),
        (
            "申请:\n  本年新收: {自然人: 1, 其他: 2}\n",
            "申请.本年新收.商业企业",
            "3",
            "申请:\n  本年新收: {自然人: 1, 商业企业: 3, 其他: 2}\n",
        ),
        ("申请:\n  本年新收: {}\n", "申请.本年新收.其他", "3", "申请:\n  本年新收: {其他: 3}\n"),
        (
            "申请:\n    本年新收:\n        自然人: 1 # 甲\n\n        # 其他的\n        其他: 2\n",
            "申请.本年新收.科研机构",
            "3",
            "申请:\n    本年新收:\n        自然人: 1 # 甲\n        科研机构: 3\n\n        # 其他的\n        其他: 2\n",
        ),
        ("更正:\n- 内容: 甲\n", "更正.0.日期", "2025-03-05", "更正:\n- 日期: 2025-03-05\n  内容: 甲\n"),
        ("year: 2024\n", "申请.本年新收.自然人", "3", "year: 2024\napplications:\n  received: {natural_person: 3}\n"),
        ("", "年度", "2024", "年度: 2024\n"),
        ("# 注", "年度", "2024", "# 注\n年度: 2024\n"),
    ] {
        assert_eq!(set(text, at, value).as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn missing_groups_are_put_in_whole() {
    let at = "申请.不予公开.属于国家秘密.自然人";
    for (text, expected) in [
        ("年度: 2024\n复议: {}\n", "年度: 2024\n申请:\n  不予公开:\n    属于国家秘密: {自然人: 3}\n复议: {}\n"),
        ("申请: # 表三\n复议: {}\n", "申请: # 表三\n  不予公开:\n    属于国家秘密: {自然人: 3}\n复议: {}\n"),
        (
            "申请:\n  无法提供: {没有现成信息需要另行制作: {},\n    # 二\n    }\n",
            "申请:\n  不予公开:\n    属于国家秘密: {自然人: 3}\n  无法提供: {没有现成信息需要另行制作: {},\n    # 二\n    }\n",
        ),
        (
            "申请:\n  予以公开: {自然人: 1, # 一\n    }\n",
            "申请:\n  予以公开: {自然人: 1, # 一\n    }\n  不予公开:\n    属于国家秘密: {自然人: 3}\n",
        ),
        ("申请: {}\n", "申请: {不予公开: {属于国家秘密: {自然人: 3}}}\n"),
        ("申请: ~\n", "申请: {不予公开: {属于国家秘密: {自然人: 3}}}\n"),
        (
            "申请:\n   本年新收:\n      自然人: 1\n",
            "申请:\n   本年新收:\n      自然人: 1\n   不予公开:\n      属于国家秘密: {自然人: 3}\n",
        ),
        ("申请:\n  不予公开:\n    属于国家秘密: 无\n", "申请:\n  不予公开:\n    属于国家秘密: {自然人: 3}\n"),
    ] {
        assert_eq!(set(text, at, "3").as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn items_come_and_go() {
    let new = || Value::group([("规则", "D001"), ("理由", "丙。")]);
    let insert = |text: &str, at| changed(text, &Change::insert(path("说明").item(at), new()));
    for (text, at, expected) in [
        ("年度: 2024\n", 0, "年度: 2024\n说明:\n  - {规则: D001, 理由: 丙。}\n"),
        ("说明: []\n", 0, "说明: [{规则: D001, 理由: 丙。}]\n"),
        ("说明: [{规则: A}]\n", 1, "说明: [{规则: A}, {规则: D001, 理由: 丙。}]\n"),
        ("说明:\n- 规则: A # 甲\n  理由: 乙\n", 0, "说明:\n- {规则: D001, 理由: 丙。}\n- 规则: A # 甲\n  理由: 乙\n"),
        (
            "说明:\n - 规则: A\n   理由: 乙 # 注\n标题: 甲\n",
            1,
            "说明:\n - 规则: A\n   理由: 乙 # 注\n - {规则: D001, 理由: 丙。}\n标题: 甲\n",
        ),
    ] {
        assert_eq!(insert(text, at).as_deref(), Ok(expected), "{text}");
    }
    assert_eq!(insert("说明: []\n", 1), Err(EditError::NoItem(path("说明"))));
    for (text, at, expected) in [
        ("说明:\n  # 一\n  - {规则: A}\n  # 二\n  - {规则: B}\n", "说明.0", "说明:\n  # 一\n  # 二\n  - {规则: B}\n"),
        ("说明:\n  - {规则: A}\n年度: 2024\n", "说明.0", "说明: []\n年度: 2024\n"),
        ("说明: [{规则: A}, {规则: B}]", "说明.1", "说明: [{规则: A}]"),
        ("年度: 2024\n关键词: 甲\n", "关键词.0", "年度: 2024\n"),
        ("关键词: [甲, 乙, 丙]", "关键词.1", "关键词: [甲, 丙]"),
    ] {
        assert_eq!(remove(text, at).as_deref(), Ok(expected), "{text}");
    }
    let keyword = changed("关键词: 甲 # 注\n", &Change::insert(path("关键词").item(1), Value::text("乙")));
    assert_eq!(keyword.as_deref(), Ok("关键词: [甲, 乙] # 注\n"));
}

#[test]
fn a_key_is_removed_with_its_value() {
    for (text, at, expected) in [
        ("年度: 2024\n# 题\n标题: 甲 # 注\n状态: 已公开\n", "标题", "年度: 2024\n# 题\n状态: 已公开\n"),
        ("年度: 2024\r\n标题: 甲", "标题", "年度: 2024"),
        ("年度: 2024\n", "年度", ""),
        ("年度: 2024\n", "标题", "年度: 2024\n"),
        ("申请:\n  本年新收: {自然人: 1}\n", "申请.本年新收", "申请: {}\n"),
        ("申请: {本年新收: {自然人: 1, 其他: 2}}", "申请.本年新收.自然人", "申请: {本年新收: {其他: 2}}"),
        ("申请: {本年新收: {自然人: 1, 其他: 2}}", "申请.本年新收.其他", "申请: {本年新收: {自然人: 1}}"),
        ("申请: {本年新收: {自然人: 1}}", "申请.本年新收.自然人", "申请: {本年新收: {}}"),
        ("更正:\n  - 日期: 2025-03-05\n    内容: 甲\n", "更正.0.日期", "更正:\n  - 内容: 甲\n"),
        (
            "申请: {本年新收: {自然人: 1, # 一\n  其他: 2}}",
            "申请.本年新收.自然人",
            "申请: {本年新收: { # 一\n  其他: 2}}",
        ),
    ] {
        assert_eq!(remove(text, at).as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn what_cannot_be_done_is_told() {
    for (text, at, error) in [
        ("年度：2024\n", "年度", EditError::Unreadable),
        ("- 年度\n", "年度", EditError::Unreadable),
        ("申请: {本年新收: &a {}}\n", "申请.本年新收.自然人", EditError::Unreadable),
        ("申请: {本年新收: !b {}}\n", "年度", EditError::Unreadable),
        ("年度: 2024\n", "年份", EditError::UnknownKey(path("年份"))),
        ("年度: 2024\n", "申请.办理结果总计.自然人", EditError::UnknownKey(path("申请.办理结果总计"))),
        ("申请: {本年新收: 5}\n", "申请.本年新收.自然人", EditError::SingleValue(path("申请.本年新收"))),
        ("更正: []\n", "更正.0.日期", EditError::NoItem(path("更正"))),
        ("年度: 2024\n", "申请", EditError::WrongKind(path("申请"))),
    ] {
        assert_eq!(set(text, at, "3"), Err(error), "{text}");
    }
    assert_eq!(remove("标题: 甲\ntitle: 乙\n", "标题"), Err(EditError::Layout(path("标题"))));
}

#[test]
fn the_other_files_are_edited_in_the_same_way() {
    let site = edits(
        FileId(3),
        "网站名称: 甲\n打印: 单面\n",
        Document::Site,
        &Change::set(path("主题色"), Value::text("#1a5fb4")),
    );
    let site = site.map(|edits| apply("网站名称: 甲\n打印: 单面\n", &edits));
    assert_eq!(site.as_deref(), Ok("网站名称: 甲\n主题色: \"#1a5fb4\"\n打印: 单面\n"));
    let changes = [
        Change::set(path("联系方式.电话"), Value::text("0000-00000000")),
        Change::set(path("联系方式.地址"), Value::text("某市某路1号")),
        Change::set(path("下级名单"), Value::List(vec![Value::text("a"), Value::text("b")])),
    ];
    assert_eq!(
        edited("名称: 甲\n", Document::Agency, &changes).as_deref(),
        Ok("名称: 甲\n联系方式: {地址: 某市某路1号, 电话: 0000-00000000}\n下级名单: [a, b]\n")
    );
    let nothing = edits(FileId(0), "年度: 2024\n", Document::Report(Form::latest()), &Change::remove(path("状态")));
    assert_eq!(nothing, Ok(Vec::new()));
}
