//! Table 3, 收到和处理政府信息公开申请情况 (格式2021, part 三; 条例 art. 36). In 格式2019 （六）其他处理 is one row; some later
//! reports print it so, too.

use super::{Axis, Block, Item, Table, TableId};

const BALANCE_NOTE: &str = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

const ROWS: &[Item] = &rows(RESULTS);
const RESULTS: &[Item] = &results(Item::group("（六）其他处理", "其他处理", "other", OTHER));

const UNDIVIDED_ROWS: &[Item] = &rows(UNDIVIDED_RESULTS);
const UNDIVIDED_RESULTS: &[Item] = &results(Item::count("（六）其他处理", "其他处理", "other"));

const fn rows(results: &'static [Item]) -> [Item; 4] {
    [
        Item::count("一、本年新收政府信息公开申请数量", "本年新收", "received"),
        Item::count("二、上年结转政府信息公开申请数量", "上年结转", "carried_in"),
        Item::heading("三、本年度办理结果", results),
        Item::count("四、结转下年度继续办理", "结转下年度", "carried_out"),
    ]
}

const fn results(other: Item) -> [Item; 7] {
    [
        Item::count("（一）予以公开", "予以公开", "granted"),
        Item::count("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "部分公开", "partially_granted"),
        Item::group("（三）不予公开", "不予公开", "refused", REFUSED),
        Item::group("（四）无法提供", "无法提供", "unavailable", UNAVAILABLE),
        Item::group("（五）不予处理", "不予处理", "not_processed", NOT_PROCESSED),
        other,
        Item::total("（七）总计", "办理结果总计", "concluded"),
    ]
}

const REFUSED: &[Item] = &[
    Item::count("1.属于国家秘密", "属于国家秘密", "state_secret"),
    Item::count("2.其他法律行政法规禁止公开", "其他法律行政法规禁止公开", "prohibited_by_law"),
    Item::count("3.危及“三安全一稳定”", "危及三安全一稳定", "security_and_stability"),
    Item::count("4.保护第三方合法权益", "保护第三方合法权益", "third_party_rights"),
    Item::count("5.属于三类内部事务信息", "属于三类内部事务信息", "internal_affairs"),
    Item::count("6.属于四类过程性信息", "属于四类过程性信息", "process_information"),
    Item::count("7.属于行政执法案卷", "属于行政执法案卷", "enforcement_file"),
    Item::count("8.属于行政查询事项", "属于行政查询事项", "administrative_query"),
];

const UNAVAILABLE: &[Item] = &[
    Item::count("1.本机关不掌握相关政府信息", "本机关不掌握相关政府信息", "not_held"),
    Item::count("2.没有现成信息需要另行制作", "没有现成信息需要另行制作", "needs_creation"),
    Item::count("3.补正后申请内容仍不明确", "补正后申请内容仍不明确", "still_unclear"),
];

const NOT_PROCESSED: &[Item] = &[
    Item::count("1.信访举报投诉类申请", "信访举报投诉类申请", "petition"),
    Item::count("2.重复申请", "重复申请", "repeated"),
    Item::count("3.要求提供公开出版物", "要求提供公开出版物", "publication"),
    Item::count("4.无正当理由大量反复申请", "无正当理由大量反复申请", "excessive"),
    Item::count("5.要求行政机关确认或重新出具已获取信息", "要求行政机关确认或重新出具已获取信息", "reissue"),
];

const OTHER: &[Item] = &[
    Item::count("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "逾期不补正", "no_correction"),
    Item::count("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "逾期不缴费", "fee_unpaid"),
    Item::count("3.其他", "其他", "misc"),
];

const COLUMNS: &[Item] = &[Item::heading("申请人情况", APPLICANTS)];

const APPLICANTS: &[Item] = &[
    Item::count("自然人", "自然人", "natural_person"),
    Item::heading("法人或其他组织", ORGANISATIONS),
    Item::total("总计", "总计", "total"),
];

const ORGANISATIONS: &[Item] = &[
    Item::count("商业企业", "商业企业", "business"),
    Item::count("科研机构", "科研机构", "research"),
    Item::count("社会公益组织", "社会公益组织", "nonprofit"),
    Item::count("法律服务机构", "法律服务机构", "legal_service"),
    Item::count("其他", "其他", "other"),
];

pub(super) fn table() -> Table {
    of(ROWS)
}

/// With （六）其他处理 in one row.
pub(super) fn undivided() -> Table {
    of(UNDIVIDED_ROWS)
}

fn of(rows: &'static [Item]) -> Table {
    Table {
        id: TableId::Applications,
        caption: "收到和处理政府信息公开申请情况",
        key: Some("申请"),
        name: Some("applications"),
        blocks: vec![Block {
            index: 0,
            heading: None,
            corner: Some(BALANCE_NOTE),
            rows: Axis::new(rows),
            columns: Axis::new(COLUMNS),
        }],
    }
}
