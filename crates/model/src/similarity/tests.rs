//! The measure, and the stretches in common.

use proptest::prelude::*;

use super::*;

const PARAGRAPH: &str = "坚持公开为常态、不公开为例外，全年通过政府网站公开信息1,402条，其中规章2件。";

#[test]
fn figures_space_and_punctuation_do_not_count() {
    let copied = "坚持公开为常态，不公开为例外。全年通过政府网站公开信息 37 条；其中规章１２件";
    assert_eq!(likeness(PARAGRAPH, copied), 100);
    assert_eq!(likeness("", "，。"), 100);
    assert_eq!(likeness("", "公开"), 0);
    assert_eq!((likeness("公开", "公开"), likeness("公开", "公文")), (100, 0));
}

#[test]
fn a_changed_word_counts_little_and_order_hardly() {
    assert_eq!(likeness(PARAGRAPH, &PARAGRAPH.replace("网站", "公报")), 83);
    assert_eq!(likeness("全年公开规章二件。依法办理申请一件。", "依法办理申请一件。全年公开规章二件。"), 76);
    assert_eq!(likeness(PARAGRAPH, "本机关无收取信息处理费的情况，也没有其他需要报告的事项。"), 0);
}

#[test]
fn stretches_in_common_are_found_in_both_texts() {
    let right = "一是规范办理。全年通过政府网站公开信息99条，坚持公开为常态。";
    let texts: Vec<(&str, &str, usize)> = common(PARAGRAPH, right, 6)
        .into_iter()
        .map(|found| (&PARAGRAPH[found.left], &right[found.right], found.letters))
        .collect();
    assert_eq!(
        texts,
        [
            ("坚持公开为常态", "坚持公开为常态", 7),
            ("全年通过政府网站公开信息1,402条", "全年通过政府网站公开信息99条", 14)
        ]
    );
}

#[test]
fn the_longest_stretch_goes_first_and_none_overlap() {
    assert_eq!(common("甲乙丙丁戊", "乙丙丁戊甲乙丙", 3).len(), 1);
    let ranges: Vec<_> = common("甲乙丙丁戊己", "丙丁戊己，甲乙丙丁", 2).into_iter().map(|found| found.left).collect();
    assert_eq!(ranges, [0..12, 12..18]);
    assert_eq!(common("甲乙丙甲乙丙", "甲乙丙", 3).len(), 1);
    assert_eq!(common("甲乙丙丁", "丁丙乙甲", 2), []);
    assert_eq!(common("", "甲", 0), []);
}

#[test]
fn equal_texts_share_every_band_and_others_none() {
    let bands = |text: &str| Sketch::of(text).bands().collect::<Vec<_>>();
    let shared = |a: &str, b: &str| bands(a).iter().zip(bands(b)).filter(|(a, b)| *a == b).count();
    assert_eq!(shared(PARAGRAPH, &PARAGRAPH.replace("1,402", "9")), bands("").len());
    let long = PARAGRAPH.repeat(3).replace("规章", "制度");
    assert!(shared(&long, &long.replacen("网站", "公报", 1)) > 3);
}

/// Texts of few different letters, so that they have much in common.
fn text() -> impl Strategy<Value = String> {
    "[公开信息，。0-9a-b䶮𠮷]{0,60}"
}

proptest! {
    #[test]
    fn likeness_is_symmetric_and_within_bounds(a in text(), b in text()) {
        let found = likeness(&a, &b);
        prop_assert!(found <= 100);
        prop_assert_eq!(found, likeness(&b, &a));
        prop_assert_eq!(likeness(&a, &a), 100);
        prop_assert_eq!(likeness(&a, &format!("  {a}。")), 100);
    }

    #[test]
    fn what_is_in_common_is_the_same_on_both_sides(a in text(), b in text(), least in 1usize..8) {
        let found = common(&a, &b, least);
        for (number, stretch) in found.iter().enumerate() {
            let (left, right) = (&a[stretch.left.clone()], &b[stretch.right.clone()]);
            prop_assert!(stretch.letters >= least);
            prop_assert_eq!(likeness(left, right), 100);
            for other in &found[..number] {
                prop_assert!(other.left.end <= stretch.left.start);
                prop_assert!(other.right.end <= stretch.right.start || stretch.right.end <= other.right.start);
            }
        }
    }

    #[test]
    fn a_text_is_wholly_in_common_with_itself(a in text()) {
        let found = common(&a, &a, 1);
        prop_assert!(found.iter().map(|stretch| stretch.letters).sum::<usize>() == letters::placed(&a).len());
    }
}
