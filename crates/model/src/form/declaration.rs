//! What may differ from one form to the next, and the official forms. Another row or column is declared here and nowhere
//! else: pages, PDFs, data files, keys, rules and look-ups follow.

use super::{Disclosure, Item, Table, disclosure, disclosure_2019};

/// A form as it is declared; [`super::Form::new`] makes it.
#[derive(Debug, Clone, Copy)]
pub struct Declaration {
    /// The first reporting year it is used for.
    pub since: i16,
    /// The number of the document that it was issued with.
    pub document: &'static str,
    /// Whether sections may still be headed in the words of 条例 art. 50, as many reports of 2019 and 2020 did.
    pub allows_older_headings: bool,
    /// Table 2, whose first part has this number on the form.
    pub disclosure: fn(usize) -> (Table, Disclosure),
    /// The columns under 法人或其他组织 in table 3.
    pub organisations: &'static [Item],
    /// The rows of （三）不予公开.
    pub refused: &'static [Item],
    /// The rows of （四）无法提供.
    pub unavailable: &'static [Item],
    /// The rows of （五）不予处理.
    pub not_processed: &'static [Item],
    /// The rows of （六）其他处理; none where it is one row itself.
    pub other: &'static [Item],
    /// The columns of table 4 between 尚未审结 and 总计, the same for each kind of proceedings.
    pub further_outcomes: &'static [Item],
}

impl Declaration {
    /// 格式2021, from reporting year 2021.
    pub const FORMAT_2021: Self = Self {
        since: 2021,
        document: "国办公开办函〔2021〕30号",
        allows_older_headings: false,
        disclosure: disclosure::table,
        organisations: ORGANISATIONS,
        refused: REFUSED,
        unavailable: UNAVAILABLE,
        not_processed: NOT_PROCESSED,
        other: OTHER,
        further_outcomes: &[],
    };

    /// 格式2019, for reporting years 2019 and 2020.
    pub const FORMAT_2019: Self = Self {
        since: 2019,
        document: "国办公开办函〔2019〕60号",
        allows_older_headings: true,
        disclosure: disclosure_2019::table,
        organisations: ORGANISATIONS,
        refused: REFUSED,
        unavailable: UNAVAILABLE,
        not_processed: NOT_PROCESSED,
        other: &[],
        further_outcomes: &[],
    };
}

// Both forms have the same; a form that differs gets a list of its own. Prose knows a new column or row by its line in
// `claims/lexicon/words.txt`.
const ORGANISATIONS: &[Item] = &[
    Item::count("商业企业", "商业企业", "business"),
    Item::count("科研机构", "科研机构", "research"),
    Item::count("社会公益组织", "社会公益组织", "nonprofit"),
    Item::count("法律服务机构", "法律服务机构", "legal_service"),
    Item::count("其他", "其他", "other"),
];

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
