//! What is said of figures that are open, and of which nothing is said.

use nianbao_model::Form;

use super::super::recognise;
use super::render;
use super::shapes::shown;
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
