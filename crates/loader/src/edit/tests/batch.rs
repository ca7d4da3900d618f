//! Many changes at once are what they are one after the other.

use nianbao_model::{FileId, Form};
use proptest::prelude::*;

use super::super::{Change, EditError, KeyPath, Value, apply, edited, edits};
use super::random::{REPORTS, change, is_readable};
use super::sources::mangled;
use crate::keys::Document;

const ROWS: [&str; 4] = ["本年新收", "上年结转", "予以公开", "结转下年度"];
const COLUMNS: [&str; 6] = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"];

fn document() -> Document {
    Document::Report(Form::latest())
}

fn one_after_the_other(text: &str, changes: &[Change]) -> Result<String, EditError> {
    changes.iter().try_fold(text.to_owned(), |text, change| {
        edits(FileId(0), &text, document(), change).map(|edits| apply(&text, &edits))
    })
}

/// A block of figures as somebody pastes it.
fn pasted() -> Vec<Change> {
    let cells = ROWS.iter().flat_map(|row| COLUMNS.iter().map(move |column| ["申请", row, column]));
    let cells =
        cells.chain([["主动公开", "规章", "制发"], ["主动公开", "规章", "废止"], ["诉讼", "复议后起诉", "结果维持"]]);
    (1..).zip(cells).map(|(figure, path)| Change::set(KeyPath::of(path), Value::text(figure))).collect()
}

#[test]
fn a_pasted_block_is_written_as_if_cell_by_cell() {
    for text in [
        "",
        "年度: 2024",
        "年度: 2024\n状态: 起草 # 还在写\n",
        "年度: 2024\n申请:\n    结转下年度: {自然人: 9} # 注\n说明: []\n",
        "年度: 2024\n申请: {本年新收: {其他: 1}, 上年结转: {}}\n主动公开:\n  行政许可: 3\n",
        "year: 2024\napplications:\n  received: {natural_person: {数: 1, 注: 甲}}\nlitigation:\n",
    ] {
        let expected = one_after_the_other(text, &pasted()).expect("can be changed");
        assert_eq!(edited(text, document(), &pasted()).expect("can be changed"), expected, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 4, ..ProptestConfig::default() })]

    #[test]
    fn changes_at_once_are_the_same_as_one_by_one(
        source in 0_usize..10, bits in 0_u16..512,
        numbers in prop::collection::vec(prop::collection::vec(any::<u16>(), 16), 2..12),
    ) {
        let source = &REPORTS[source % REPORTS.len()];
        let text = Some(mangled(source, bits)).filter(|text| is_readable(text)).unwrap_or_else(|| source.clone());
        let changes: Vec<Change> = numbers.iter().filter_map(|numbers| change(document().shape(), numbers)).collect();
        if let Ok(expected) = one_after_the_other(&text, &changes) {
            let found = edited(&text, document(), &changes);
            prop_assert_eq!(found.as_ref(), Ok(&expected), "{:?}\n{}", &changes, &text);
        }
    }
}
