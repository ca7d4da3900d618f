//! What is said of figures that are open, and of which nothing is said.

use nianbao_model::Form;

use super::super::recognise;
use super::document;
use super::render;
use super::shapes::shown;
use crate::Subject;
use crate::document::{Certainty, NO_RESULT};

#[test]
fn totals_are_not_missed_where_their_formulas_have_no_results() {
    let form = Form::of_year(2024).expect("a form");
    let mut shown = shown(form, &[7], true);
    let totals = super::shapes::seats(form).into_iter().filter(|(_, total, _)| *total);
    shown.extend(totals.map(|(address, ..)| (render::place(&address), "=".to_owned())));
    let mut grids = render::tables(form, &shown);
    let formulas = grids.iter_mut().flat_map(|grid| &mut grid.cells).filter(|cell| cell.text() == "=");
    for cell in formulas {
        cell.parts.clear();
        cell.certainty = Certainty::Doubtful(NO_RESULT.to_owned());
    }
    assert_eq!(recognise(&render::document(grids.clone()), Some(2024)).doubts, []);
    let typed = grids.iter_mut().flat_map(|grid| &mut grid.cells).find(|cell| cell.text() == "7").expect("a figure");
    typed.parts.clear();
    typed.certainty = Certainty::Doubtful(NO_RESULT.to_owned());
    let doubts = recognise(&render::document(grids), Some(2024)).doubts;
    let [doubt] = doubts.as_slice() else { panic!("{doubts:?}") };
    assert!(doubt.message.contains("没有存下结果") && doubt.hint.is_none(), "{doubt:?}");
}

#[test]
fn what_is_the_matter_with_many_rows_is_told_once() {
    let rows = [
        "一、本年新收政府信息公开申请数量",
        "二、上年结转政府信息公开申请数量",
        "三、本年度办理结果|（一）予以公开",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "（三）不予公开|1.属于国家秘密",
        "2.其他法律行政法规禁止公开",
    ];
    let heads = "|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计\n";
    let rows: String = rows.iter().flat_map(|row| [row, "|3|4|7\n"]).collect();
    let tables = recognise(&document(&format!("收到和处理政府信息公开申请情况\n{heads}{rows}")), Some(2024));
    let of_row = tables.doubts.iter().find(|doubt| matches!(doubt.subject, Subject::Row(_)));
    let doubt = of_row.unwrap_or_else(|| panic!("{:?}", tables.doubts));
    assert!(
        doubt.message.starts_with(
            "6 行都是这样（从“一、本年新收政府信息公开申请数量”到“2.其他法律行政法规禁止公开”）：这一行 7 格待核对"
        ),
        "{doubt:?}"
    );
}
