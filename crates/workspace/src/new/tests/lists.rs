//! Which columns hold what.

use super::super::{ListError, listed, others_told};
use super::table;

#[test]
fn heads_are_understood_as_people_write_them() {
    let list = listed(&table(
        "海州市机关名单\n\n序号|单位名称（全称）|规范简称|单位性质|主管部门|联系电话：|备 注\n1|海州市 教育局|教育局|部门||0518-1|甲\n2||||||\n||||||\n3|海州市第一中学||学校|教育局||\n",
    ))
    .unwrap();
    let rows: Vec<[&str; 6]> = list
        .rows
        .iter()
        .map(|row| {
            [&row.place, &row.name, &row.short_name, &row.category, &row.superior, &row.telephone].map(String::as_str)
        })
        .collect();
    assert_eq!(
        rows,
        [
            ["第 4 行", "海州市教育局", "教育局", "部门", "", "0518-1"],
            ["第 7 行", "海州市第一中学", "", "学校", "教育局", ""]
        ]
    );
    assert_eq!(list.unused, ["备注"]);
}

#[test]
fn lines_that_name_a_kind_stand_for_the_column() {
    let list = listed(&table("序号|机关\n一、市政府工作部门\n1|甲局\n（二）派出机关|\n2|乙处\n")).unwrap();
    let kinds: Vec<&str> = list.rows.iter().map(|row| row.category.as_str()).collect();
    assert_eq!(kinds, ["市政府工作部门", "派出机关"]);
    let list = listed(&table("名称|电话\n一、工作部门|\n甲局|1\n")).unwrap();
    assert_eq!((list.rows.len(), list.rows[0].category.as_str()), (1, "工作部门"));
}

#[test]
fn rows_that_add_others_up_are_no_agencies() {
    let list = listed(&table(
        "序号|机关\n1|甲局\n小 计|1个\n2|乙局\n3|共青团市委\n合计：|25个|\n|总计（个）\n|合计25家单位\n共25个|\n",
    ))
    .unwrap();
    let names: Vec<&str> = list.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["甲局", "乙局", "共青团市委"]);
    assert!(list.rows.iter().all(|row| row.category.is_empty()));
    assert_eq!(list.others.len(), 5);
    assert_eq!(others_told(&list.others[..2]).unwrap(), "第 3 行（合计）、第 6 行（合计）不是机关，没有算进去。");
}

#[test]
fn signatures_and_notes_below_the_table_are_no_agencies() {
    let list = listed(&table(
        "序号|机关|电话\n1|甲局|\n填表人：王某某||\n2|乙局|\n||\n合计|2个|\n填表人：王某某|审核人：李某某|\n审核：李|\n|经办人|张某某\n注1：电话都是总机||\n",
    ))
    .unwrap();
    let names: Vec<&str> = list.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["甲局", "乙局"]);
    let told = "第 3 行（填表人）、第 6 行（合计）、第 7 行（填表人）、第 8 行（审核）、第 9 行（经办人）、第 10 行（注）不是机关，没有算进去。";
    assert_eq!(others_told(&list.others).unwrap(), told);
    // What stands between agencies is looked at.
    assert_eq!(listed(&table("机关\n甲局\n说明：以上是部门\n乙局\n")).unwrap().rows.len(), 3);
}

#[test]
fn numbers_name_no_folder() {
    let folders =
        |text: &str| -> Vec<String> { listed(&table(text)).unwrap().rows.into_iter().map(|row| row.folder).collect() };
    assert_eq!(folders("编号|名称\n1|甲局\n2|乙局\n"), ["", ""]);
    assert_eq!(folders("编号|名称\njia|甲局\n2|乙局\n"), ["jia", "2"]);
    assert_eq!(folders("文件夹|名称\n1|甲局\n"), ["1"]);
}

#[test]
fn what_is_no_list_is_told() {
    assert_eq!(listed(&table("甲局\n乙局\n")).unwrap_err(), ListError::NoHead);
    assert_eq!(listed(&[]).unwrap_err(), ListError::NoHead);
    assert_eq!(listed(&table("名称|电话\n")).unwrap_err(), ListError::Empty);
    let long = format!("名称\n{}", "甲局\n".repeat(5_001));
    assert_eq!(listed(&table(&long)).unwrap_err(), ListError::TooLong(5_001));
}

#[test]
fn every_sheet_that_is_a_list_counts() {
    let [[notes], [one], [other]] = ["填写说明\n", "名称\n甲局\n", "说明\n机关|简称\n乙局|乙\n"].map(table);
    let list = listed(&[notes, one, other]).unwrap();
    let names: Vec<&str> = list.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["甲局", "乙局"]);
}
