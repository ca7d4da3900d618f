//! Amounts that say their unit themselves.

use nianbao_model::form::Content;
use nianbao_model::{Address, Cell, Form, figures};

use super::super::recognise;
use super::render::{self, place};
use super::shapes::{seats, shown};
use crate::document::{Paragraph, Part, Place};

/// The cell of 格式2019 for the sum of purchases where it says `amount` below the head `head`.
fn read(amount: &str, head: &str) -> Cell {
    let form = Form::of_year(2020).expect("a form");
    let mut shown = shown(form, &[7], true);
    let is_sum = |address: &Address| form.label(address).contains("采购总金额");
    let (address, ..) = seats(form)
        .into_iter()
        .find(|(address, _, content)| *content == Content::Amount && is_sum(address))
        .expect("a column");
    shown.insert(place(&address), amount.to_owned());
    let mut grids = render::tables(form, &shown);
    for cell in &mut grids[0].cells {
        if cell.text() == "采购总金额" {
            *cell = render::cell(cell.row, cell.column, cell.rows, cell.columns, head);
        }
    }
    let tables = recognise(&render::document(grids), Some(2020));
    tables.figures.cell(&address).expect("a cell").clone()
}

#[test]
fn a_unit_that_the_form_does_not_name_stays_beside_the_figure() {
    let cell = read("1465.77万元", "采购总金额");
    assert_eq!((cell.value.to_string().as_str(), cell.remark.as_deref()), ("1465.77", Some("单位为万元")));
    assert_eq!(read("1465.77", "采购总金额").remark, None);
    assert_eq!(read("0万元", "采购总金额").remark, None);
    assert_eq!(read("1465.77", "采购总金额（万元）").remark.as_deref(), Some("单位为万元"));
    assert_eq!(read("1465.77万元", "采购总金额（单位：万元）").remark.as_deref(), Some("单位为万元"));
}

#[test]
fn a_unit_other_than_the_head_s_is_open() {
    assert_eq!(read("1465.77万元", "采购总金额（元）").written.as_deref(), Some(figures::UNVERIFIED));
    assert_eq!(read("14657700元", "采购总金额（万元）").written.as_deref(), Some(figures::UNVERIFIED));
}

#[test]
fn fees_in_yuan_are_open() {
    let form = Form::of_year(2024).expect("a form");
    let fee = |amount: &str, note: &str| {
        let mut shown = shown(form, &[7], true);
        let (address, ..) =
            seats(form).into_iter().find(|(.., content)| *content == Content::Amount).expect("an amount");
        shown.insert(place(&address), amount.to_owned());
        let mut document = render::document(render::tables(form, &shown));
        document.parts.insert(2, Part::Paragraph(Paragraph::plain(note, Place::Unknown)));
        recognise(&document, Some(2024)).figures.cell(&address).expect("a cell").clone()
    };
    assert_eq!(fee("6924.25", "注：收费由市财政代收。").value.to_string(), "6924.25");
    assert_eq!(fee("6924.25", "注：金额单位为元。").written.as_deref(), Some(figures::UNVERIFIED));
    assert_eq!(fee("6924.25（单位：元）", "注：收费由市财政代收。").written.as_deref(), Some(figures::UNVERIFIED));
    assert_eq!(fee("0", "注：金额单位为元。").value.to_string(), "0");
}
