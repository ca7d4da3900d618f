//! Figures, sub-sections and copied stretches of two small reports.

use super::*;
use crate::{Block, Cell, Decimal, Figures, FileId, Form, Inline, Narrative, Section, SectionKind, Span};

const COPIED: &str = "通过政府网站、政务新媒体、政府公报、政务公开专区等渠道公开信息";

fn span(start: usize, end: usize) -> Span {
    Span::new(FileId(0), start, end)
}

fn text(text: &str) -> Vec<Inline> {
    vec![Inline::Text { text: text.to_owned(), span: span(100, 100 + text.len()) }]
}

fn heading(title: &str) -> Block {
    Block::Heading { level: 2, number: 1, typed_number: None, content: text(title), span: span(0, 1) }
}

fn paragraph(content: &str) -> Block {
    Block::Paragraph { content: text(content), span: span(0, 1) }
}

fn report(year: i16, figures: &[(&str, u32)], blocks: Vec<Block>) -> Report {
    let mut cells = Figures::default();
    for (path, value) in figures {
        let address = Form::latest().look_up(path).expect("a cell");
        cells.set(&address, Cell { value: Decimal::from(*value), ..Cell::default() });
    }
    let section =
        Section { kind: SectionKind::Overview, title: SectionKind::Overview.heading(), heading: span(0, 1), blocks };
    Report {
        figures: cells,
        narrative: Narrative { sections: vec![section], ..Narrative::default() },
        ..Report::blank(year)
    }
}

#[test]
fn every_printed_figure_has_its_counterpart_and_its_key() {
    let subject = report(2024, &[("申请.本年新收.自然人", 5), ("复议.结果维持", 1)], Vec::new());
    let reference = report(2023, &[("申请.本年新收.自然人", 3), ("复议.结果维持", 1)], Vec::new());
    let comparison = Comparison::of(&subject, &reference);
    let counts: Vec<usize> = comparison.tables.iter().map(|table| table.figures.len()).collect();
    assert_eq!(counts, [10, 175, 15]);
    let differing: Vec<(&str, Option<Decimal>)> = comparison
        .tables
        .iter()
        .flat_map(|table| &table.figures)
        .filter(|figure| figure.differs())
        .map(|figure| (figure.path.as_str(), figure.difference()))
        .collect();
    let two = Some(Decimal::from(2));
    assert_eq!(differing, [("申请.本年新收.自然人", two), ("申请.本年新收.总计", two)]);
    for figure in comparison.tables.iter().flat_map(|table| &table.figures) {
        assert_eq!(Form::latest().look_up(&figure.path).as_ref(), Ok(&figure.address));
    }
}

#[test]
fn sub_sections_are_paired_by_their_matter() {
    let subject = vec![paragraph("总的来说。"), heading("公开平台建设方面"), heading("主动公开"), heading("新事")];
    let reference = vec![heading("主动公开情况"), heading("政府信息公开平台建设"), heading("旧事")];
    let comparison = Comparison::of(&report(2024, &[], subject), &report(2023, &[], reference));
    let name = |side: &Option<Side>| side.as_ref().map(|side| side.heading.clone().unwrap_or_default());
    let parts: Vec<_> =
        comparison.sections[0].parts.iter().map(|part| (name(&part.subject), name(&part.reference))).collect();
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        parts,
        [
            (some(""), None),
            (some("公开平台建设方面"), some("政府信息公开平台建设")),
            (some("主动公开"), some("主动公开情况")),
            (some("新事"), None),
            (None, some("旧事")),
        ]
    );
}

#[test]
fn copied_stretches_are_marked_where_they_stand() {
    let subject = vec![heading("主动公开"), paragraph(&format!("今年{COPIED}37条。")), paragraph("完。")];
    let reference = vec![heading("主动公开"), paragraph("开头。"), paragraph(&format!("{COPIED} 1,402 条！"))];
    let comparison = Comparison::of(&report(2024, &[], subject), &report(2023, &[], reference));
    let section = &comparison.sections[0];
    assert_eq!(section.copied.len(), 1);
    let copied = &section.copied[0];
    assert_eq!(copied.subject.text, format!("{COPIED}37条"));
    assert_eq!(copied.reference.text, format!("{COPIED} 1,402 条"));
    assert_eq!(copied.subject.span, Some(span(106, 106 + COPIED.len() + 5)));
    let side = section.parts[0].reference.as_ref().expect("a counterpart");
    assert_eq!(side.paragraphs[0].marks, []);
    assert_eq!(side.paragraphs[1].marks, [Mark { stretch: 0, range: 0..COPIED.len() + 10 }]);
}

#[test]
fn a_section_that_only_one_has_is_like_nothing() {
    let subject = report(2024, &[], vec![paragraph("有。")]);
    let mut reference = subject.clone();
    assert_eq!(Comparison::of(&subject, &reference).sections[0].likeness, Some(100));
    reference.narrative.sections.clear();
    assert_eq!(Comparison::of(&subject, &reference).sections[0].likeness, None);
    reference.narrative.introduction = vec![paragraph("说明。")];
    assert_eq!(Comparison::of(&subject, &reference).sections.len(), 2);
}

#[test]
fn figures_of_different_forms_meet_by_their_keys() {
    let subject = report(2024, &[("申请.其他处理.其他.自然人", 3), ("申请.其他处理.逾期不缴费.其他", 2)], Vec::new());
    let mut reference = Report { form: Form::latest().undivided(), ..report(2023, &[], Vec::new()) };
    for (column, value) in [("自然人", 4), ("其他", 5)] {
        let address = reference.form.look_up(&format!("申请.其他处理.{column}")).expect("a cell");
        reference.figures.set(&address, Cell { value: Decimal::from(value), ..Cell::default() });
    }
    let table = &Comparison::of(&subject, &reference).tables[1];
    let figure = |path: &str| table.figures.iter().find(|figure| figure.path == path).expect("a figure");
    assert_eq!(figure("申请.其他处理.其他.自然人").reference, None);
    assert_eq!((table.differing(), table.without_counterpart()), (3, 28));
    assert_eq!(figure("申请.办理结果总计.总计").reference, Some(Decimal::from(9)));
    let lone: Vec<_> = table.unmatched.iter().map(|lone| (lone.path.as_str(), lone.subject, lone.reference)).collect();
    let number = |value: u32| Decimal::from(value);
    assert_eq!(lone.len(), 7);
    assert_eq!(lone[0], ("申请.其他处理.自然人", Some(number(3)), number(4)));
    assert_eq!(lone[5], ("申请.其他处理.其他", None, number(5)));
    assert_eq!(lone[6], ("申请.其他处理.总计", Some(number(5)), number(9)));
}
