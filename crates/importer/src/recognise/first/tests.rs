//! Documents that go on behind their first report.

use super::rest;
use crate::document::{Grid, GridCell, Paragraph, Part, Place};
use crate::{Document, recognise, reports};

fn line(text: &str) -> Part {
    Part::Paragraph(Paragraph::plain(text, Place::Unknown))
}

fn table() -> Part {
    let cell = |column| GridCell { column, rows: 1, columns: 1, parts: vec![line("1")], ..GridCell::default() };
    Part::Grid(Grid { cells: (0..10).map(cell).collect(), aligned: true, place: Place::Unknown })
}

fn report() -> Vec<Part> {
    let mut parts = vec![line("某局2024年政府信息公开工作年度报告"), line("一、总体情况"), line("做了许多工作。")];
    for heading in
        ["二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"]
    {
        parts.extend([line(heading), table()]);
    }
    parts.extend([line("五、存在的主要问题及改进情况"), line("没有。"), line("六、其他需要报告的事项"), line("无。")]);
    parts
}

fn from(parts: Vec<Part>) -> Option<usize> {
    rest(&Document { parts, ..Document::default() }, Some(2024)).map(|rest| rest.from)
}

#[test]
fn one_report_is_left_whole() {
    assert_eq!(from(report()), None);
    let mut with_attachment = report();
    with_attachment.push(line("附：2023年工作数据见网站"));
    assert_eq!(from(with_attachment), None);
}

#[test]
fn tables_of_another_year_end_it() {
    let mut parts = report();
    let length = parts.len();
    parts.extend([line("附：2023年数据"), line("主动公开政府信息情况"), table()]);
    assert_eq!(from(parts), Some(length));
}

#[test]
fn the_same_report_again_ends_it() {
    let length = report().len();
    let twice = [report(), report()].concat();
    assert_eq!(from(twice.clone()), Some(length));
    let rest = rest(&Document { parts: twice, ..Document::default() }, Some(2024)).expect("a rest");
    assert_eq!(rest.dropped.len(), length);
}

#[test]
fn a_table_of_contents_is_no_report() {
    let contents = ["一、总体情况", "二、主动公开政府信息情况", "五、存在的主要问题及改进情况"];
    assert_eq!(from([contents.map(line).to_vec(), report()].concat()), None);
}

#[test]
fn a_later_report_begins_with_its_own_title() {
    let other = |line_of_title: Vec<Part>| {
        let mut parts = report();
        parts.splice(0..1, line_of_title);
        parts
    };
    let length = report().len();
    let titled = other(vec![line("某区某局2023年政府信息公开工作年度报告"), line("（2024年1月）")]);
    assert_eq!(from([report(), titled.clone()].concat()), Some(length));
    let in_two_lines = other(vec![line("某区某局"), line("2023年政府信息公开工作年度报告")]);
    assert_eq!(from([report(), in_two_lines].concat()), Some(length));
    let document = Document { parts: [report(), titled].concat(), ..Document::default() };
    let all = reports(&document);
    let named: Vec<_> = all.iter().map(|report| recognise(report, None)).map(|one| (one.agency, one.year)).collect();
    let (one, other) = ("某局".to_owned(), "某区某局".to_owned());
    assert_eq!(named, [(Some(one), Some(2024)), (Some(other), Some(2023))]);
    assert!(all[1].warnings[0].contains("“某局2024年政府信息公开工作年度报告”"), "{:?}", all[1].warnings);
    assert_eq!(all[1].dropped.len(), length);
    assert!(reports(&Document { parts: report(), ..Document::default() }).is_empty());
}
