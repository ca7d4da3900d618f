//! Examples: real content, hard texts, and what may be chosen about the writing.

use std::path::{Path, PathBuf};

use nianbao_loader::Disk;
use nianbao_model::{
    Address, AgencyId, Aggregation, Block, Cell, Decimal, Figures, Form, Inline, PublishedPart, PublishedSum, Record,
    Report, Scope, Span, Spanned, Status,
};
use nianbao_writer::{Style, Zeros};

use crate::{bare, of_report, workspace};

/// The workspaces that the repository holds.
fn workspaces() -> Vec<PathBuf> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = vec![repository.clone()];
    for folder in ["tests/data/reports", "tests/sites"] {
        let entries = std::fs::read_dir(repository.join(folder)).expect("a folder");
        found.extend(entries.map(|entry| entry.expect("an entry").path()));
    }
    found.retain(|folder| folder.join("content").is_dir());
    found
}

#[test]
fn real_content_reads_back_equal() {
    let workspaces = workspaces();
    assert!(workspaces.len() > 3, "{workspaces:?}");
    for folder in workspaces {
        let loaded = nianbao_loader::load(&Disk::new(&folder)).expect("a workspace");
        let municipality = loaded.municipality.expect("a municipality");
        let files = workspace::files(&municipality, Style::default());
        let (read, expected) = (bare::municipality(workspace::read(&files)), bare::municipality(municipality));
        assert!(read == expected, "{}\n{}", folder.display(), workspace::difference(&read, &expected, &files));
    }
}

fn text(text: &str) -> Inline {
    Inline::Text { text: text.to_owned(), span: Span::NOWHERE }
}

/// The lines of a narrative that is one paragraph.
fn paragraph(content: Vec<Inline>) -> String {
    let introduction = vec![Block::Paragraph { content, span: Span::NOWHERE }];
    let narrative = nianbao_model::Narrative { introduction, ..Default::default() };
    nianbao_writer::narrative(&narrative, Form::latest())
}

#[test]
fn marks_of_emphasis_count_beside_punctuation() {
    let strong = |word: &str| Inline::Strong(vec![text(word)]);
    assert_eq!(paragraph(vec![text("甲"), strong("重点"), text("乙")]), "甲**重点**乙\n");
    assert_eq!(paragraph(vec![text("甲"), strong("“重点”"), text("乙")]), "&#30002;**“重点”**&#20057;\n");
    assert_eq!(paragraph(vec![text("甲："), strong("“重点”"), text("。")]), "甲：**“重点”**。\n");
    let both = vec![Inline::Emphasis(vec![text("甲")]), strong("乙"), Inline::Emphasis(vec![strong("丙")])];
    assert_eq!(paragraph(both), "*甲*__乙__*__丙__*\n");
}

#[test]
fn braces_that_are_no_look_up_stay_braces() {
    assert_eq!(paragraph(vec![text("{{ 复议.总计 }}")]), "{\n{ 复议.总计 }}\n");
    // What has no answer is left to be told of.
    assert_eq!(paragraph(vec![text("{{ 复议.总数 }}")]), "{{ 复议.总数 }}\n");
    let address = Form::latest().look_up("复议").expect("a figure");
    assert_eq!(paragraph(vec![Inline::Figure { address, span: Span::NOWHERE }]), "{{ 复议.总计 }}\n");
}

fn figures(form: &Form, cells: &[(&str, i64)]) -> Figures {
    let mut figures = Figures::default();
    for (path, value) in cells {
        let address: Address = form.look_up(path).expect("a cell");
        figures.set(&address, Cell { value: Decimal::from(*value), ..Cell::default() });
    }
    figures
}

#[test]
fn zeros_are_written_or_left_out() {
    let form = Form::latest();
    let figures = figures(form, &[("复议.结果维持", 2), ("复议.结果纠正", 0)]);
    let report = Report { figures, ..Report::blank(2024) };
    let written = |zeros| nianbao_writer::report(&report, Style { comments: false, zeros });
    assert_eq!(written(Zeros::AsGiven), "年度: 2024\n状态: 起草\n\n复议: {结果维持: 2, 结果纠正: 0}\n");
    assert_eq!(written(Zeros::LeftOut), "年度: 2024\n状态: 起草\n\n复议: {结果维持: 2}\n");
    let all = written(Zeros::Written);
    assert!(all.contains("\n复议: {结果维持: 2, 结果纠正: 0, 其他结果: 0, 尚未审结: 0}\n"), "{all}");
    assert_eq!(all.matches(": 0").count() + all.matches(": 2").count() - 1, crate::reports::cells(form).len());
}

#[test]
fn a_form_without_the_usual_division_is_told_even_without_figures() {
    let form = Form::latest().undivided();
    for cells in [&[][..], &[("申请.其他处理.其他", 3)]] {
        let report = Report { form, figures: figures(form, cells), ..Report::blank(2024) };
        let municipality = of_report(report);
        let read = workspace::read(&workspace::files(&municipality, Style::default()));
        let report = &read.root.reports[&2024];
        assert_eq!(report.form, form);
        let total = form.look_up("申请.其他处理").expect("a row");
        assert_eq!(report.figure(&total), cells.iter().map(|(_, value)| Decimal::from(*value)).sum());
    }
}

#[test]
fn comments_stand_above_the_tables() {
    let figures = figures(Form::latest(), &[("主动公开.行政许可", 1)]);
    let report = Report { title: Some(Spanned::unwritten("标题".to_owned())), figures, ..Report::blank(2024) };
    let text = nianbao_writer::report(&report, Style { comments: true, zeros: Zeros::AsGiven });
    let expected = "年度: 2024\n标题: 标题\n状态: 起草\n\n# 二、主动公开政府信息情况\n主动公开:\n  行政许可: 1\n";
    assert_eq!(text, expected);
}

#[test]
fn what_was_kept_at_publication_reads_back() {
    let form = Form::latest();
    let kept = |value| figures(form, &[("申请.本年新收.自然人", value), ("复议.结果维持", value)]);
    let part = |agency: &str, value| PublishedPart {
        agency: AgencyId::root().child(agency),
        name: format!("某市{agency}局"),
        figures: kept(value),
    };
    let sum = PublishedSum { figures: kept(5), parts: vec![part("甲", 2), part("乙", 3)], span: Span::NOWHERE };
    let record =
        Record { name: Spanned::unwritten("某市人民政府（原）".to_owned()), corrections: 2, sum: Some(sum) };
    let aggregation = Aggregation { scope: Scope::All, span: Span::NOWHERE, own: Figures::default(), typed: false };
    let report = Report {
        status: Status::Published,
        aggregation: Some(aggregation),
        record: Some(record),
        ..Report::blank(2024)
    };
    crate::read_back(&crate::of_report(report), Style::default()).expect("the same");
}
