//! Text that stands between the tables of a report.

use nianbao_model::Form;

use super::render;
use super::shapes::shown;
use crate::document::{Paragraph, Part, Place};
use crate::{Document, recognise};

#[test]
fn text_below_a_table_is_told_of_its_section() {
    let form = Form::of_year(2024).expect("a form");
    let [two, three, four] =
        <[_; 3]>::try_from(render::tables(form, &shown(form, &[7, 12], true))).expect("three tables");
    let line = |text: &str| Part::Paragraph(Paragraph::plain(text, Place::Unknown));
    let parts = vec![
        line("一、总体情况"),
        line("全年主动公开信息十条，办理申请三件。"),
        Part::Grid(two),
        line("以上数据由法制科从备案系统中导出，含各街道上报的数字。"),
        Part::Grid(three),
        Part::Grid(four),
        line("五、存在的主要问题及改进情况"),
        line("没有。"),
    ];
    let imported = recognise(&Document { parts, ..Document::default() }, Some(2024));
    let told: Vec<&str> = imported.doubts.iter().map(|doubt| doubt.message.as_str()).collect();
    assert!(told.iter().any(|message| message.starts_with("“主动公开政府信息情况”里除了表格还有文字")), "{told:?}");
}
