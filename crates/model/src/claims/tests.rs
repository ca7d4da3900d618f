//! Whatever an editor types, reading it neither fails nor points beside the text.

use proptest::prelude::*;

use super::{Reporter, read};
use crate::{Block, Figures, FileId, Inline, Narrative, Prose, Section, SectionKind, Span};

/// Words, figures and marks as they stand in reports, and anything else.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "收到",
        "政府信息公开申请",
        "12件",
        "１２件",
        "一件",
        "3,607件",
        "（",
        "）",
        "(",
        ")",
        "，",
        "、",
        "。",
        "；",
        "其中",
        "自然人",
        "法人或其他组织",
        "予以公开",
        "不予公开",
        "均已办结",
        "未收到",
        "无",
        "行政复议",
        "行政诉讼",
        "维持",
        "尚未审结",
        "同比增长",
        "70.3%",
        "3.5倍",
        "占",
        "分别为",
        "上年",
        "2023年",
        "2024年",
        "结转",
        "由",
        "降至",
        "共",
        "其他",
        "处理费",
        "2230元",
        "热线",
        "较上年的",
        "持平",
        "答复",
        "办结率",
        "100%",
        " ",
        "\n",
        "的",
        "网络",
        "各部门",
        "余件",
        "近",
        "突破",
        "184万余件",
        "7.25亿元",
        "人次",
        "制发",
        "规范性文件",
        "废止",
        "行政许可",
        "行政处罚决定",
        "行政事业性收费",
        "均维持",
        "全部胜诉",
        "未收取信息处理费",
        "因上年申请引发的",
        "、网站80条",
        "除",
        "外",
        "等",
    ]);
    let piece = prop_oneof![8 => pieces.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn prose(text: &str) -> Prose {
    let span = Span::new(FileId(0), 0, text.len());
    let content = vec![Inline::Text { text: text.to_owned(), span }];
    let section = Section {
        kind: SectionKind::Overview,
        title: SectionKind::Overview.heading(),
        heading: span,
        blocks: vec![Block::Paragraph { content, span }],
    };
    Prose::of(&Narrative { sections: vec![section], ..Narrative::default() }, &Figures::default())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_text_can_be_read(text in text()) {
        let prose = prose(&text);
        for claim in read(&prose, Reporter { year: 2024, names: &["海州市人民政府"] }) {
            let passage = &prose.passages[claim.passage].text;
            prop_assert!(passage.get(claim.figure.clone()).is_some_and(|figure| !figure.is_empty()));
            prop_assert!(passage.get(claim.quote.clone()).is_some(), "{:?}", claim.quote);
        }
    }
}
